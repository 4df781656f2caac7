"""Pages of the links of a case: what meets what is already known, side by side, and who must decide it."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from rogatory.law.acts import CONFIRM_LINK, DISMISS_LINK, SCREEN, Act, Role
from rogatory.law.wording.language import said
from rogatory.linkage.model import Band
from rogatory.linkage.wording import BANDS
from rogatory.office.acts.objects import objects
from rogatory.office.folds.linking import LinkState
from rogatory.office.folds.links_seen import LinkSeen
from rogatory.people.sight import Sight
from rogatory.registry.desk.forms import offered as forms
from rogatory.registry.desk.forms.act_form import ActForm
from rogatory.registry.desk.rows import links as link_words
from rogatory.registry.desk.rows import showing
from rogatory.registry.desk.rows.reader import Reader, language
from rogatory.registry.desk.rows.standing import Standing
from rogatory.registry.desk.rows.timeline import in_words
from rogatory.registry.desk.rows.waterfall import chain, signed, waterfall
from rogatory.registry.desk.views import case as case_views
from rogatory.registry.registers.door import names_of

ORDER = (LinkState.REOPENED, LinkState.OPEN, LinkState.CONFIRMED, LinkState.DISMISSED)
"""Links that wait come first, and of these what came in anew."""
WAITING = (LinkState.OPEN, LinkState.REOPENED)
"""States in which a link is to be decided."""
DECIDING: Mapping[str, Act] = MappingProxyType({act.id: act for act in (CONFIRM_LINK, DISMISS_LINK)})
"""The acts by which a link is decided."""
SHOWN_PIECES = 3
"""Pieces of evidence told in the list of links; the page of the link has them all."""


@login_required
@require_GET
def links(request: HttpRequest, case: str) -> HttpResponse:
    """The links of a case, those that wait first, and what was looked through."""
    roles = Reader.of(request).roles(case)

    def groups(found: Standing) -> list[tuple[str, list[dict[str, Any]]]]:
        rows = [_in_list(link) for link in _in_order(found.seen.links)]
        waiting = [row for row in rows if row["link"].state in WAITING]
        return [("waiting", waiting), ("decided", [row for row in rows if row not in waiting])]

    return case_views.page(
        request,
        case,
        "case_links",
        "desk/case_links.html",
        groups=groups,
        screened=_last_screening,
        may_screen=bool(roles & set(SCREEN.by)),
    )


@login_required
@require_http_methods(["GET", "POST"])
def link(request: HttpRequest, case: str, link: str) -> HttpResponse:
    """One link: both sides, piece by piece, the way to it, what would settle it, and the decision.

    A decision that fails comes back here with what was written, beside the evidence.
    """
    reader = Reader.of(request)
    roles = reader.roles(case)
    filled: dict[str, ActForm] = {}
    status = 200
    if request.method == "POST":
        act = DECIDING.get(request.POST.get("act", ""))
        if act is None or request.POST.get("object") != link:
            raise Http404
        _may_look(request, case, act, link)
        form = filled[act.id] = forms.form_for(act)(request.POST, auto_id=f"{act.id}-%s")
        if form.is_valid() and (done := case_views.carry_out(request, case, act.id, form)):
            return done
        status = 409 if hasattr(form, "obstacles") else 422
    for act in DECIDING.values():
        filled.setdefault(act.id, forms.form_for(act)(auto_id=f"{act.id}-%s"))
    obstacles = [o for form in filled.values() for o in getattr(form, "obstacles", ())]
    response = case_views.page(
        request,
        case,
        "case_links",
        "desk/case_link.html",
        shown=lambda s: _shown(s, link),
        deciding=lambda s: _deciding(s, link, roles),
        proposals=lambda s: [p for p in showing.proposals(s, reader.account, roles, language()) if p.object == link],
        confirming=filled[CONFIRM_LINK.id],
        dismissing=filled[DISMISS_LINK.id],
        takes=filled[CONFIRM_LINK.id]["takes"].value() or (),
        failed=next((form for form in filled.values() if form.errors), None),
        obstacles=showing.obstacles(obstacles, language()),
    )
    response.status_code = status
    return response


def _may_look(request: HttpRequest, case: str, act: Act, link: str) -> None:
    """Refuse, and record, a decision by somebody who sees nothing of the case."""
    try:
        _dossier, sight = case_views.opened(request, case)
    except Http404:
        case_views.record_stranger(request, case, act.id, link)
        raise
    if sight is Sight.STATUS:
        raise Http404


def _in_order(found: Iterable[LinkSeen]) -> list[LinkSeen]:
    return sorted(found, key=lambda link: (ORDER.index(link.state), link.band is not Band.MUST_EXAMINE))


def _in_list(link: LinkSeen) -> dict[str, Any]:
    pieces = link_words.pieces(link, language())
    return {
        "link": link,
        "says": link_words.sentence(link, language()),
        "band": said(BANDS[link.band], language()),
        "first": pieces[0] if pieces else None,
        "others": [piece.family for piece in pieces[1 : SHOWN_PIECES + 1]],
        "bits": _sure(link, pieces),
    }


def _of_way(link: LinkSeen) -> bool:
    return link_words.weakest(link) is not None


def _sure(link: LinkSeen, pieces: Sequence[link_words.Piece]) -> str:
    """The bits of all pieces together; of a link by path, those of the weakest match on the way."""
    weakest = link_words.weakest(link)
    return signed(sum(piece.weight for piece in pieces if piece.counts) if weakest is None else weakest)


def _found(standing: Standing, name: str) -> LinkSeen:
    seen = next((link for link in standing.seen.links if link.name == name), None)
    if seen is None:
        raise Http404
    return seen


def _shown(standing: Standing, name: str) -> dict[str, Any]:
    """Everything of a link that is shown, in the words of the page."""
    link = _found(standing, name)
    pieces, way = link_words.pieces(link, language()), link_words.way(link, language(), _known_as(standing))
    proposed = link_words.proposed(link, language())
    told = [e for e in standing.seen.entries if e.object == name and e.act in DECIDING]
    return {
        "link": link,
        "says": link_words.sentence(link, language()),
        "band": said(BANDS[link.band], language()),
        "pieces": [(piece, signed(piece.weight)) for piece in pieces],
        "waterfall": waterfall([p for p in pieces if p.counts], _("together"))
        if link_words.weakest(link) is None
        else None,
        "bits": _sure(link, pieces),
        "way": [(leg, "" if leg.bits is None else signed(leg.bits)) for leg in way],
        "chain": chain(way),
        "lacking": link_words.lacking(link, language()),
        "proposed": [row for row in proposed if row.answer],
        "asks": [row for row in proposed if not row.answer],
        "done": in_words(told, language(), standing.seen.names),
    }


def _known_as(standing: Standing) -> dict[str, str]:
    """Words by which a reader knows the persons and proceedings of the case, as far as they are seen."""
    case = standing.seen.case
    first = {p.id: next((told.text for told in (*p.references, *p.offences)), "") for p in case.proceedings}
    return first | {p.id: p.name for p in case.persons}


def _deciding(standing: Standing, name: str, roles: frozenset[Role]) -> dict[str, Any]:
    """Which decision on a link somebody in `roles` may take, and which dismissal waits for a second person."""
    link = _found(standing, name)
    able = {
        act.id
        for act in DECIDING.values()
        if link.told and roles & set(act.by) and name in objects(act, standing.dossier)
    }
    return {"confirm": CONFIRM_LINK.id in able, "dismiss": DISMISS_LINK.id in able}


def _last_screening(standing: Standing) -> dict[str, Any] | None:
    """The last time the registers were looked through, for whoever sees the file; None: never, or it is not shown."""
    entry = next((e for e in reversed(standing.dossier.entries) if e.act == SCREEN.id), None)
    if entry is None or standing.seen.sight is not Sight.FILE:
        return None
    recorded = entry.fields.get("screening", {})
    asked = link_words.asked_names(recorded.get("coverage", ()))
    # A name that stands apart was asked as well, and is not told to whoever may not read it.
    seen = {*names_of(standing.seen.case), *(p.id for p in standing.seen.case.persons)}
    return {
        "entry": entry,
        "coverage": link_words.looked(recorded.get("coverage", ()), language()),
        "names": [form for form in asked if form[0] in seen],
        "apart": sum(form[0] not in seen for form in asked),
        "counted": sum(int(number) for _register, number in recorded.get("counted", ())),
    }
