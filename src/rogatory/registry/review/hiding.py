"""The page on which something of an item is hidden: marked, seen as it would be, and only then made.

Areas are drawn on the pages with a mouse or with keys, or told in numbers; words are ticked where a screen found them,
or written. What is made is what was seen: a change after the preview is shown once more.
"""

import json
from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from rogatory.extraction import reading
from rogatory.extraction.found import UnreadableError
from rogatory.material.items import Digest, ItemId
from rogatory.material.provenance import Bond
from rogatory.material.redaction import Passage, Why, merged, places
from rogatory.material.screens.found import TEXT, Hit, Screen
from rogatory.office.errors import FormError
from rogatory.office.filing import REDACT_ITEM
from rogatory.office.review.redacting import marks_of
from rogatory.packaging.redacting import Version
from rogatory.registry.desk.rows import showing as case_showing
from rogatory.registry.desk.rows.reader import language
from rogatory.registry.review import listing, opening, pictures, views, words
from rogatory.registry.review.doing import RefusedError, perform
from rogatory.registry.review.opening import Here
from rogatory.registry.review.redacting import form_of
from rogatory.registry.review.showing import pages_of
from rogatory.sifting.ledger.looking import Looking

MOST_PAGES = 40
"""Pages shown to be drawn on; on further ones areas are told in numbers."""
MOST_SEEN = 6
"""Pages shown of what would be made."""
MOST_HITS = 60
LONGEST = 200_000
"""Characters of the text that are shown."""
_EMPTY, _DIGITS = 3, 10
_SIDES = ("page", "left", "top", "right", "bottom")
_GROUND = {
    Screen.PRIVILEGE: Why.PRIVILEGE,
    Screen.ASYLUM: Why.PROTECTED,
    Screen.SOURCES: Why.PRIVILEGE,
    Screen.MEDICAL: Why.PRIVILEGE,
    Screen.SCOPE: Why.SCOPE,
    Screen.THIRD_PARTIES: Why.THIRD_PARTY,
}
"""On which ground what a screen found is hidden; hiding words lifts no taint, so of ill-treatment there is none."""


@dataclass(frozen=True, slots=True)
class Tick:
    """Words a screen found, to be ticked."""

    value: str
    words: str
    screen: object
    on: bool


@dataclass(frozen=True, slots=True)
class Seen:
    """What would be made: the pages on which something is black, its text, and how many pages more there are."""

    pages: tuple[tuple[int, str], ...]
    text: str
    more: int


class Filled:
    """What was filled in on the page, as it was, and as the act takes it."""

    def __init__(self, told: QueryDict) -> None:
        """Take it."""
        self.told = told
        self.ticked = frozenset(told.getlist("hit"))
        self.words = _rows(told, ("words", "words_ground"))
        self.areas = _rows(told, (*_SIDES, "ground"))
        self.wordless = "wordless" in told
        self.reasons = told.get("reasons", "")

    def form(self, text: str) -> dict[str, Any]:
        """The form of the act.

        Raises:
            FormError: A number is none, or words do not stand in the text.
        """
        found = [*self._ticked(), *self._written(text)]
        passages = [{"start": p.start, "end": p.end, "ground": p.reason} for p in merged(found)]
        areas = [
            {side: _number(side, row[place]) for place, side in enumerate(_SIDES)} | {"ground": row[-1]}
            for row in self.areas
            if any(row[1:-1])
        ]
        digest = sha256(text.encode()).hexdigest()
        return {
            "passages": passages,
            "areas": areas,
            "wordless": self.wordless,
            "text": digest,
            "reasons": self.reasons,
        }

    def _ticked(self) -> Iterator[Passage]:
        for one in self.ticked:
            start, _dash, rest = one.partition("-")
            end, _dash, ground = rest.partition("-")
            if all(n.isascii() and n.isdecimal() and len(n) < _DIGITS for n in (start, end)):
                yield Passage(int(start), int(end), ground)

    def _written(self, text: str) -> Iterator[Passage]:
        for said, ground in self.words:
            there = places(said, text) if said.strip() else ()
            if said.strip() and not there:
                raise FormError("words", _("“%(words)s” does not stand in the text") % {"words": said[:80]},
                                _("Write it as it stands there"))  # fmt: skip
            yield from (Passage(start, end, ground) for start, end in there)


@login_required
@require_http_methods(["GET", "POST"])
def redact(request: HttpRequest, case: str, seizure: str, item: str) -> HttpResponse:
    """Mark what of an item is hidden, see what would be made, and make it."""
    here = opening.here(request, case, seizure)
    place = here.read(item) if request.method == "GET" else here.place(item)
    content = here.hung.of.content[place]
    if not may(here) or content is None or is_form(here, place):
        raise Http404
    filled, seen, wrong = Filled(request.POST), None, ""
    obstacles: Sequence[Any] = ()
    with here.looking() as looking:
        text = looking.text(content)
        form: dict[str, Any] = {}
        try:
            if request.method == "POST":
                form = filled.form(text)
                if request.POST.get("step") == "do" and request.POST.get("seen") == _name(form):
                    perform(here, REDACT_ITEM.id, {"item": item, **form})
                    messages.success(request, _("The redacted form is made. Its four questions wait to be answered."))
                    return HttpResponseRedirect(reverse("material_item", args=[case, seizure, item]))
                seen = _seen(*form_of(here.seizure, looking, item, marks_of(form)))
        except FormError as error:
            wrong = f"{error.problem}. {error.mend}"
        except RefusedError as error:
            wrong, obstacles = error.wrong, case_showing.obstacles(error.obstacles, language())
        context = {**_told(here, looking, place, filled), "seen": seen, "name": _name(form) if seen else "",
                   "wrong": wrong, "obstacles": obstacles}  # fmt: skip
    return render(request, "review/redact.html", context, status=409 if obstacles else 422 if wrong else 200)


def may(here: Here) -> bool:
    """Whether whoever looks makes redacted forms."""
    return bool(here.roles & set(REDACT_ITEM.by))


def is_form(here: Here, place: int) -> bool:
    """Whether an item is itself a redacted form."""
    return any(bond is Bond.REDACTED and forward for bond, forward, _other in here.hung.bound(place))


def _told(here: Here, looking: Looking, place: int, filled: Filled) -> dict[str, Any]:
    item = ItemId(here.hung.of.items[place])
    (row,), line = listing.rows(here, looking, [place]), looking.lying(item)
    count = pages_of(looking, line) if line else 0
    content = here.hung.of.content[place] or Digest("")
    text = looking.text(content)
    return {
        **views.frame(here), "row": row, "filled": filled, "text": text[:LONGEST], "cut": len(text) > LONGEST,
        "count": count, "sheets": range(1, min(count, MOST_PAGES) + 1),
        "ticks": list(_ticks(looking.hits(content), text, filled.ticked)),
        "grounds": [(why.value, words.WHYS[why]) for why in Why],
        "said": [*filled.words, *[("", "")] * _EMPTY],
        "areas": [*filled.areas, *[("1", "", "", "", "", "")] * _EMPTY] if count else (),
    }  # fmt: skip


def _ticks(hits: Iterable[Hit], text: str, on: frozenset[str]) -> Iterator[Tick]:
    seen: set[tuple[int, int]] = set()
    for hit in hits:
        spot = hit.start, hit.end
        if hit.field != TEXT or hit.screen not in _GROUND or spot in seen or hit.end - hit.start >= len(text):
            continue
        if len(seen) == MOST_HITS:
            return
        seen.add(spot)
        value = f"{hit.start}-{hit.end}-{_GROUND[hit.screen].value}"
        yield Tick(value, " ".join(text[hit.start : hit.end].split())[:80], words.SCREENS[hit.screen], value in on)


def _seen(made: Version, _digest: str) -> Seen:
    shown = []
    for page in made.pages[:MOST_SEEN]:
        try:
            drawn = reading.image(made.data, (), page, pictures.WIDTHS[0])
        except UnreadableError:
            continue
        shown.append((page, f"data:image/png;base64,{b64encode(drawn).decode()}"))
    return Seen(tuple(shown), made.text[:LONGEST], len(made.pages) - len(shown))


def _name(form: Mapping[str, Any]) -> str:
    """By what is known that what is made is what was seen: a digest of what is hidden, whatever the reasons."""
    told = {name: value for name, value in form.items() if name != "reasons"}
    return sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()


def _rows(told: QueryDict, names: Sequence[str]) -> list[tuple[str, ...]]:
    """Rows of fields that were filled in: where any but the first and the last is, or the first where there are two."""
    columns = [told.getlist(name) for name in names]
    few = len(names) == 2  # noqa: PLR2004 - words and their ground
    rows = zip(*columns, strict=False)
    return [row for row in rows if (row[0] if few else "".join(row[1:-1])).strip()]


def _number(side: str, text: str) -> int:
    """A page, or a share of one in ten-thousandths where it is told in hundredths."""
    try:
        value = float(text.replace(",", ".")) * (1 if side == "page" else 100)
        return int(value) if side == "page" else round(value)
    except (ValueError, OverflowError) as error:
        raise FormError("areas", _("“%(text)s” is no number") % {"text": text[:20]},
                        _("Tell the sides of an area in hundredths of the page")) from error  # fmt: skip
