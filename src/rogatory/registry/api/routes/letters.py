"""Routes of the received documents of a case: the facts read in each, with page and place, and the original itself."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Router, Schema

from rogatory.registry.api.access import to, who
from rogatory.registry.api.opening import numbered, opened
from rogatory.registry.api.routes.mail import FieldShown, PartShown, as_saved, fields_shown, parts_shown
from rogatory.registry.api.tokens import Scope
from rogatory.registry.mailroom import in_case

router = Router(tags=["letters"], auth=to(Scope.READ))
WIDTHS = (200, 2400)
"""Pixels in the width of a page: the least and the most that is drawn."""


class CaseLetterListed(Schema):
    """A received document of a case: `shut` names the compartments that keep it shut; none: it may be opened.

    `name` and `at` are null where it did not come through the mailroom, or stands apart. `erased` is the number of the
    entry by which its bytes were erased; null: they are kept.
    """

    letter: str
    digest: str
    entry: int
    began: bool
    name: str | None
    at: str | None
    shut: list[str]
    erased: int | None


class CaseLetterShown(CaseLetterListed):
    """A received document, opened: its parts, and the facts that were settled in it with the page and place of each."""

    parts: list[PartShown]
    read: list[FieldShown]
    whole: bool


@router.get("/{case}/letters", response=list[CaseLetterListed], summary="Received documents of a case")
def letters(request: HttpRequest, case: str) -> Any:  # noqa: ANN401
    """What the case began with and what was attached since, as far as it is not shut to the caller as a whole."""
    return [_listed(one) for one in in_case.listed(opened(who(request).name, case).portion.originals)]


@router.get("/{case}/letters/{letter}", response=CaseLetterShown, summary="One of them, and the facts read in it")
def letter(request: HttpRequest, case: str, letter: str) -> Any:  # noqa: ANN401
    """A document with its facts; that it was opened is recorded. `whole` is false where a part of it is shut."""
    found = in_case.letter(who(request).name, numbered(case), letter)
    return _listed(in_case.Listed(found.seen, found.row)) | {
        "parts": parts_shown(found.part, found.mail),
        "read": fields_shown(found.proposed, found.mail),
        "whole": not found.seen.shut_parts,
    }


@router.get("/{case}/letters/{letter}/original", summary="One of them as it came")
def original(request: HttpRequest, case: str, letter: str) -> HttpResponse:
    """The bytes, untouched; never shown in the browser, always saved. Not there while a part of them is shut."""
    return as_saved(*in_case.original(who(request).name, numbered(case), letter))


@router.get("/{case}/letters/{letter}/pages/{part}/{page}", summary="A page of one of them")
def page(request: HttpRequest, case: str, letter: str, part: str, page: int, width: int = 1200) -> HttpResponse:
    """A page as an image (PNG), of the part named by its digest; `width` in pixels."""
    wide = max(WIDTHS[0], min(width, WIDTHS[1]))
    data = in_case.image(who(request).name, numbered(case), letter, part, page, wide)
    response = HttpResponse(data, content_type="image/png")
    response.headers["Cache-Control"] = "private, no-store"
    return response


def _listed(one: in_case.Listed) -> dict[str, Any]:
    original, row = one.seen.original, one.row if not one.seen.shut else None
    return {
        "letter": original.name, "digest": original.digest, "entry": original.entry, "began": original.began,
        "name": row.name if row else None, "at": row.at.isoformat() if row else None,
        "shut": sorted(c.value for c in one.seen.shut), "erased": one.erased,
    }  # fmt: skip
