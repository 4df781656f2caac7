"""Pages of the links of a case: what meets what is already known, side by side, and who must decide it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from rogatory.law.acts import CONFIRM_LINK, DISMISS_LINK, SCREEN
from rogatory.law.vocabulary import VOCABULARY
from rogatory.law.wording.language import said
from rogatory.law.wording.questions import ask
from rogatory.linkage.evidence import Family
from rogatory.linkage.model import Band
from rogatory.linkage.wording import BANDS, REGISTERS
from rogatory.office.deciding_links import proposal_name
from rogatory.office.linking import LinkState
from rogatory.office.links_seen import LinkSeen
from rogatory.people.sight import Sight
from rogatory.registers.model import RegisterKind
from rogatory.registry.desk.case_views import page
from rogatory.registry.desk.reader import Reader, language
from rogatory.registry.desk.standing import Standing
from rogatory.registry.desk.waterfall import chain, waterfall

ORDER = (LinkState.OPEN, LinkState.REOPENED, LinkState.CONFIRMED, LinkState.DISMISSED)
"""Links that wait come first."""


@dataclass(frozen=True, slots=True)
class Proposed:
    """A finding a link proposes: what a confirmation calls it, the question in words, about whom, the answer, why."""

    name: str
    question: str
    about: str
    answer: str
    grade: str
    why: str


@login_required
@require_GET
def links(request: HttpRequest, case: str) -> HttpResponse:
    """The links of a case, those that wait first, and what was looked through."""
    roles = Reader.of(request).roles(case)
    return page(
        request,
        case,
        "case_links",
        "desk/case_links.html",
        links=lambda s: [(link, said(BANDS[link.band], language())) for link in _in_order(s.seen.links)],
        coverage=_coverage,
        screened=_last_screening,
        may_screen=bool(roles & set(SCREEN.by)),
    )


@login_required
@require_GET
def link(request: HttpRequest, case: str, link: str) -> HttpResponse:
    """One link: both sides, piece by piece, the path, what would settle it, and the decision."""
    roles = Reader.of(request).roles(case)

    def wanted(found: Standing) -> LinkSeen:
        seen = next((one for one in found.seen.links if one.name == link), None)
        if seen is None:
            raise Http404
        return seen

    return page(
        request,
        case,
        "case_links",
        "desk/case_link.html",
        link=wanted,
        pieces=lambda s: _told(wanted(s), "evidence"),
        alignment=lambda s: [p for p in _told(wanted(s), "evidence") if p["family"] == Family.NAME.value],
        waterfall=lambda s: waterfall(_told(wanted(s), "evidence")),
        chain=lambda s: chain(_told(wanted(s), "path")),
        proposed=lambda s: _proposed(_told(wanted(s), "proposes")),
        may_confirm=bool(roles & set(CONFIRM_LINK.by)),
        may_dismiss=bool(roles & set(DISMISS_LINK.by)),
    )


def _in_order(links: Iterable[LinkSeen]) -> list[LinkSeen]:
    return sorted(links, key=lambda link: (ORDER.index(link.state), link.band is not Band.MUST_EXAMINE))


def _told(link: LinkSeen, part: str) -> list[Mapping[str, Any]]:
    return list(link.told[part]) if link.told is not None else []


def _proposed(told: list[Mapping[str, Any]]) -> list[Proposed]:
    return [
        Proposed(
            proposal_name(p["question"], p["about"]), ask(VOCABULARY[p["question"]], language()), p["about"],
            p["answer"], p["grade"], p["why"],
        )
        for p in told
        if p["question"] in VOCABULARY
    ]  # fmt: skip


def _last_screening(found: Standing) -> Any:  # noqa: ANN401
    """The last entry by which the registers were looked through; None: they never were."""
    return next((e for e in reversed(found.dossier.entries) if e.act == SCREEN.id), None)


def _coverage(found: Standing) -> list[dict[str, Any]]:
    """What was looked through, for whoever sees the file; the kind of register in words."""
    entry = _last_screening(found)
    if entry is None or found.seen.sight is not Sight.FILE:
        return []
    lines = entry.fields.get("screening", {}).get("coverage", ())
    return [{**line, "kind": said(REGISTERS[RegisterKind(line["kind"])], language())} for line in lines]
