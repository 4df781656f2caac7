"""Routes across cases: the list, one's own mandates, the office's, the law, the journal as a whole."""

from dataclasses import asdict
from typing import Any

from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Query, Router

from rogatory.deployment.law_in_force import law_in_force
from rogatory.deployment.packs_here import packs_here
from rogatory.law.acts import ACTS
from rogatory.law.wording import act_title, basis_word, effect_word, say_norm
from rogatory.law.wording.terms import term
from rogatory.office.filing import EVERY_ACT, REVIEW, STAFFING
from rogatory.office.perform import needs_second, seconds
from rogatory.people.mandates import EVERY_CASE
from rogatory.people.sight import Sight, sight
from rogatory.registry.api import shapes
from rogatory.registry.api.access import to, who
from rogatory.registry.api.forms.acts import ActInTable, form_of
from rogatory.registry.api.paging import next_page
from rogatory.registry.api.problems import ProblemError
from rogatory.registry.api.routes.cases import mandate_shown
from rogatory.registry.api.tokens import Scope
from rogatory.registry.cases import copies
from rogatory.registry.cases.copies import folded
from rogatory.registry.cases.models import CaseCopy, MandateCopy
from rogatory.registry.desk.rows import staff as staff_list
from rogatory.registry.desk.rows.office import office_facts
from rogatory.registry.desk.rows.reader import language
from rogatory.registry.desk.views.office import administers
from rogatory.registry.ledger import reading

router = Router(tags=["office"], auth=to(Scope.READ))
_STATUS = ("case", "kind", "requesting", "requested", "received", "opened_at", "closed")
_WHOLE = (*_STATUS, "title", "persons", "changed_at", "head", "grant", "remedies", "waiting")


@router.get("/cases", response=shapes.CasePage, summary="Cases")
def cases(request: HttpRequest, response: HttpResponse, wanted: Query[shapes.Filters]) -> Any:  # noqa: ANN401
    """The cases the caller may know of, the newest registration first.

    Searches and verdicts find only cases whose whole file the caller sees.
    """
    found, seen = _visible(who(request).name)
    if not wanted.plain():
        found = found.none()
    for word in folded(wanted.q).split():
        found = found.filter(search__contains=word)
    for field, value in (("requesting", wanted.state.upper()), ("kind", wanted.kind), ("grant", wanted.grant)):
        if value:
            found = found.filter(**{field: value})
    if wanted.open:
        found = found.filter(closed=False)
    for told, field in ((wanted.waiting, "waiting__gt"), (wanted.remedies, "remedies__gt")):
        if told:
            found = found.filter(**{field: 0})
    if wanted.q or wanted.grant or wanted.waiting or wanted.remedies:
        found = found.filter(seen.whole)
    if wanted.after:
        found = found.filter(case__lt=wanted.after)
    rows = list(found.order_by("-case")[: wanted.limit + 1])
    last = rows[wanted.limit - 1].case if len(rows) > wanted.limit else None
    shown = [
        {f: getattr(r, f) for f in (_WHOLE if seen.of(r.case) is Sight.FILE else _STATUS)} for r in rows[: wanted.limit]
    ]
    return {"cases": shown, "next": next_page(request, response, wanted.dict(exclude={"after"}), last)}


@router.get("/mandates", response=list[shapes.MandateShown], summary="My mandates")
def mandates(request: HttpRequest) -> Any:  # noqa: ANN401
    """The mandates of the caller's account, those of other days too."""
    rows = MandateCopy.objects.filter(account=who(request).name).order_by("case", "ident")
    return [mandate_shown(row.ident, copies.mandate_of_row(row)) for row in rows]


@router.get("/office/mandates", response=list[shapes.MandateShown], summary="Mandates in every case")
def office_mandates(request: HttpRequest) -> Any:  # noqa: ANN401
    """Who may act in every case of the office; for administrators."""
    _for_administrators(request)
    rows = MandateCopy.objects.filter(case=EVERY_CASE).order_by("since", "ident")
    return [mandate_shown(row.ident, copies.mandate_of_row(row)) for row in rows]


@router.get("/office", response=shapes.OfficeShown, auth=to(Scope.ADMIN), summary="The office")
def office(request: HttpRequest) -> Any:  # noqa: ANN401
    """The office's own facts; for administrators. They are changed in its configuration, not here."""
    _for_administrators(request)
    return asdict(office_facts())


@router.get("/office/accounts", response=shapes.AccountPage, auth=to(Scope.ADMIN), summary="Accounts")
def accounts(request: HttpRequest, response: HttpResponse, wanted: Query[shapes.AccountFilters]) -> Any:  # noqa: ANN401
    """The people of the office, by name; for administrators."""
    _for_administrators(request)
    page = staff_list.people(wanted.q, wanted.page)
    after = page.next_page_number() if page.has_next() and page.number == wanted.page else None
    shown = [account_shown(p) for p in page] if page.number == wanted.page else []
    address = next_page(request, response, {"q": wanted.q}, after, name="page")
    return {"accounts": shown, "count": page.paginator.count, "next": address}


@router.get("/office/packs", response=list[shapes.PackHereShown], auth=to(Scope.ADMIN), summary="Law packs")
def packs(request: HttpRequest) -> Any:  # noqa: ANN401
    """The law packs in force: what each holds, how far it was checked, where it comes from; for administrators."""
    _for_administrators(request)
    return [
        {
            "id": p.pack.id,
            "title": p.pack.title,
            "jurisdiction": p.pack.jurisdiction,
            "house": p.pack.house,
            "norms": len(p.pack.norms),
            "checks": {check.value: n for check, n in p.checks.items()},
            "hash": p.hash,
            "distribution": p.distribution,
            "version": p.version,
            "built_in": p.built_in,
        }
        for p in packs_here()
    ]


@router.get("/acts", response=list[ActInTable], summary="The table of acts")
def acts(request: HttpRequest) -> Any:  # noqa: ANN401
    """Everything that can be done in a case and to items of its seizures: who may, on what, and what its form holds."""
    return [
        {
            "act": act.id, "title": act_title(act, language()) if act.id in ACTS else act.title,
            "stage": act.stage.value, "of": act.of.value, "by": [r.value for r in act.by],
            "reversible": act.reversible, "serves_requesting_state": act.cooperates,
            "second_person": sorted(r.value for r in seconds(act)) if needs_second(act) else [],
            "judged": act.id in ACTS, "form": form_of(act),
        }
        for act in (*EVERY_ACT.values(), *STAFFING.values(), *REVIEW.values())
    ]  # fmt: skip


@router.get("/law", response=shapes.LawShown, summary="The law in force here")
def law(request: HttpRequest) -> Any:  # noqa: ANN401
    """The packs, how many norms each holds, and the hash of it all, which stands in every ruling."""
    found = law_in_force()
    packs = [{"id": p.id, "title": p.title, "norms": len(p.norms)} for p in found.packs]
    return {"hash": found.hash, "norms": len(found.norms), "packs": packs}


@router.get("/law/{pack}", response=list[shapes.NormShown], summary="The norms of a pack")
def norms(request: HttpRequest, pack: str) -> Any:  # noqa: ANN401
    """Each norm of a pack: what it says, where it stands, what it does to which acts, and how far it was checked."""
    found = next((p for p in law_in_force().packs if p.id == pack), None)
    if found is None:
        raise ProblemError("unknown", "there is no such pack")
    speech = language()
    return [
        {
            "id": n.id,
            "says": say_norm(n, speech),
            "source": str(n.source),
            "effect": effect_word(n.effect, speech),
            "basis": basis_word(n.basis, speech),
            "check": term(n.check, speech),
            "acts": [a.id for a in n.bears_on],
        }
        for n in found.norms
    ]


@router.get("/journal", response=shapes.JournalShown, summary="The journal as a whole")
def journal(request: HttpRequest) -> Any:  # noqa: ANN401
    """How many entries the newest signed checkpoint covers, and the checkpoint itself."""
    return {"size": reading.size(), "checkpoint": reading.newest()}


def account_shown(person: staff_list.Person) -> dict[str, Any]:
    """Somebody with an account, as it is shown."""
    return {
        "account": person.account,
        "name": person.name,
        "email": person.email,
        "language": person.language,
        "opened": person.opened,
        "open": person.open,
        "last_sign_in": person.last_sign_in,
        "awaits_first_sign_in": person.awaits,
        "factors": list(person.factors),
        "mandates": [mandate_shown(row.ident, copies.mandate_of_row(row)) for row in person.mandates],
        "in_cases": person.in_cases,
    }


def _for_administrators(request: HttpRequest) -> None:
    if not administers(who(request).name):
        raise ProblemError("role", "this is for administrators")


class _Seen:
    """How much of each case an account sees today."""

    def __init__(self, everywhere: Sight, by_case: dict[str, Sight]) -> None:
        self.everywhere = everywhere
        self.by_case = by_case

    def of(self, case: str) -> Sight:
        return max(self.everywhere, self.by_case.get(case, Sight.NOTHING))

    @property
    def whole(self) -> Q:
        """The cases whose whole file is seen."""
        if self.everywhere is Sight.FILE:
            return Q()
        return Q(case__in=[case for case, seen in self.by_case.items() if seen is Sight.FILE])


def _visible(account: str) -> tuple[QuerySet[CaseCopy], _Seen]:
    today = timezone.localdate()
    held = [m for m in copies.mandates_held(account) if m.covers(m.case, today)]
    by_case = {case: sight(m for m in held if m.case == case) for case in {m.case for m in held}}
    seen = _Seen(by_case.pop(EVERY_CASE, Sight.NOTHING), by_case)
    if seen.everywhere is not Sight.NOTHING:
        return CaseCopy.objects.all(), seen
    return CaseCopy.objects.filter(case__in=[c for c, s in by_case.items() if s is not Sight.NOTHING]), seen
