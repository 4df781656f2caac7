"""Pages that set two texts beside each other: a draft and what it was before, a decision and its text for the state."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from rogatory.decision.documents.changes import changes
from rogatory.office.folds.documents import DECISION, FOR_THE_STATE, CaseDocument, digest_in
from rogatory.office.folds.dossier import Dossier
from rogatory.office.folds.round_trips import changes_words
from rogatory.registry.desk.views import case as case_views
from rogatory.registry.documents import editing, papers, store
from rogatory.registry.documents.views import TAB, number, one_of, row_of


@login_required
@require_GET
def changed(request: HttpRequest, case: str, document: str) -> HttpResponse:
    """What changed since a draft as it stood after an entry: the first one, unless `since` names another."""
    dossier, found, text = one_of(request, case, document)
    versions = _versions(dossier, found)
    since = number(request.GET.get("since", ""))
    digest = dict(versions).get(since) if since is not None else versions[0][1] if versions else None
    before = store.text_of(case, digest) if digest else None
    if text is None or before is None:
        raise Http404
    return case_views.page(
        request, case, TAB, "documents/changes.html", shown=row_of(found), changes=changes(before, text),
        versions=[seq for seq, _digest in versions[:-1]], since=since if since is not None else versions[0][0],
    )  # fmt: skip


def _versions(dossier: Dossier, found: CaseDocument) -> list[tuple[int, str]]:
    """The words a draft has had: number of the entry, and their digest."""
    told = [(e.seq, digest_in(e.fields, found)) for e in dossier.entries if changes_words(e, found)]
    return [(seq, digest) for seq, digest in told if digest]


@login_required
@require_GET
def beside(request: HttpRequest, case: str, document: str) -> HttpResponse:
    """The full text and the one for the requesting state, side by side, with what the search for leaks found."""
    dossier, found, text = one_of(request, case, document)
    wanted = FOR_THE_STATE if found.kind == DECISION else DECISION
    others = [d for d in dossier.documents.values() if d.kind == wanted and d.measure == found.measure]
    other = next((d for d in reversed(others) if d.language == found.language), others[-1] if others else None)
    if not found.is_decision or other is None:
        raise Http404
    _dossier, other, there = one_of(request, case, other.name)
    sides = sorted(((found, text), (other, there)), key=lambda side: side[0].kind)
    return case_views.page(
        request, case, TAB, "documents/beside.html", shown=row_of(found),
        sides=[_side(d, words, dossier) for d, words in sides],
    )  # fmt: skip


def _side(found: CaseDocument, text: Any, dossier: Dossier) -> dict[str, Any]:  # noqa: ANN401 - a document or None
    leaking = papers.leaking(text, found, dossier)
    return {**row_of(found), "text": text, "fields": editing.fields(text) if text else [], "leaking": leaking}
