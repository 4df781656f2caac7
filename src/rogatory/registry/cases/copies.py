"""Keeping the reading copies: made of a dossier, in the transaction that wrote the entry."""

import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from django.utils import timezone

from rogatory.casefile.model import CaseFile
from rogatory.decision.bench import Sitting, judge_case
from rogatory.deployment.law_in_force import law_in_force
from rogatory.law.acts import ACTS, NOTICE_KINDS, REGISTER, Role
from rogatory.law.ruling import Ruling
from rogatory.office.acts.hearing import times_moved
from rogatory.office.filing import ATTACH, EVERY_ACT
from rogatory.office.folds.answered import screened_to
from rogatory.office.folds.apart import Veil
from rogatory.office.folds.days import Day, days_after
from rogatory.office.folds.dossier import BARRED, PROPOSED, Dossier, Entry, Proposal
from rogatory.office.folds.limits import limits
from rogatory.office.folds.linking import undecided
from rogatory.office.folds.owed import owed
from rogatory.office.perform import NewEntry, seconds
from rogatory.office.streams.staffing import Staff
from rogatory.people.mandates import EVERY_CASE, Compartment, Mandate, stream_of
from rogatory.registry.cases import mandates
from rogatory.registry.cases.models import (
    CaseCopy,
    DayCopy,
    DocumentCopy,
    HearingCopy,
    InvitationCopy,
    LimitCopy,
    MandateCopy,
    RemedyCopy,
    SeenCopy,
)
from rogatory.registry.states import experience
from rogatory.registry.states.on_record import as_judged
from rogatory.states.naming import name_in

Row = dict[str, Any]
_OF_A_REMEDY = ("kind", "lodged", "register")
_OF_A_HEARING = ("chamber", "place", "at", "standing", "public", "moved")
_OF_A_LIMIT = ("rule", "by", "nature", "person", "last_day", "last_moment", "moved")
DECISIONS = frozenset({"grant", "refuse", "postpone", "keep-notice"})
"""Acts that decide on a request."""


def folded(text: str) -> str:
    """`text` for searching: small letters, no accents, so that both databases find the same.

    >>> folded("Décision Ülo")
    'decision ulo'
    """
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in parts if not unicodedata.combining(c))


def copy_case(dossier: Dossier, on: date) -> None:
    """Bring the copy of a case, and of the mandates given in it, up to its entries."""
    case = dossier.case.id
    CaseCopy.objects.update_or_create(case=case, defaults=row_of(dossier, on))
    copy_mandates(case, dict(dossier.mandates))
    there, days = set(days_copied(case)), set(days_that_matter(dossier))
    if there != days:
        DayCopy.objects.filter(case=case).delete()
        DayCopy.objects.bulk_create(DayCopy(case=case, on=d.on, what=d.what, about=d.about) for d in sorted(days))
    known, documents = documents_copied(case), documents_of(dossier.entries)
    if known != documents:
        DocumentCopy.objects.filter(case=case).delete()
        DocumentCopy.objects.bulk_create(
            DocumentCopy(case=case, digest=digest, seq=seq, began=began) for digest, (seq, began) in documents.items()
        )
    offered = {ident: m.account for ident, m in dossier.invitations.items()}
    if offered != invitations_copied(case):
        InvitationCopy.objects.filter(case=case).delete()
        InvitationCopy.objects.bulk_create(InvitationCopy(case=case, ident=i, account=a) for i, a in offered.items())
    _copy_docket(dossier)
    copy_limits(dossier)
    experience.copy(dossier)


def copy_limits(dossier: Dossier) -> None:
    """Bring the copies of the time limits of a case up to its entries."""
    case, run = dossier.case.id, limits_of(dossier)
    if run != limits_copied(case):
        LimitCopy.objects.filter(case=case).delete()
        LimitCopy.objects.bulk_create(LimitCopy(case=case, ident=i, **row) for i, row in run.items())


def limits_of(dossier: Dossier) -> dict[str, Row]:
    """The time limits of a case that run and were not met, by name, as their copies tell them."""
    return {
        one.ident[:200]: {
            "rule": one.deadline.rule.id,
            "by": one.deadline.rule.by,
            "nature": one.deadline.rule.nature.value,
            "person": one.person[:80],
            "last_day": one.deadline.last_day,
            "last_moment": one.deadline.last_moment,
            "moved": one.deadline.moved,
        }
        for one in limits(dossier)
        if one.done is None and one.deadline.last_day is not None
    }


def limits_copied(case: str) -> dict[str, Row]:
    """The same, as the copies tell it."""
    return {r.pop("ident"): r for r in LimitCopy.objects.filter(case=case).values("ident", *_OF_A_LIMIT)}


def docket_of(dossier: Dossier) -> tuple[dict[str, Row], dict[str, Row]]:
    """The remedies that run and the hearings of a case, by name, as their copies tell them."""
    running = {
        r.ident: {"kind": r.kind.id, "lodged": r.lodged, "register": r.register[:100]}
        for r in dossier.challenges.running.values()
    }
    hearings = {
        h.ident: {
            "chamber": h.chamber[:200],
            "place": h.place[:200],
            "at": h.at,
            "standing": h.standing.value,
            "public": h.public,
            "moved": times_moved(h.ident, dossier),
        }
        for h in dossier.hearings.values()
    }
    return running, hearings


def docket_copied(case: str) -> tuple[dict[str, Row], dict[str, Row]]:
    """The same, as the copies tell it."""
    return (
        {r.pop("ident"): r for r in RemedyCopy.objects.filter(case=case).values("ident", *_OF_A_REMEDY)},
        {h.pop("ident"): h for h in HearingCopy.objects.filter(case=case).values("ident", *_OF_A_HEARING)},
    )


def _copy_docket(dossier: Dossier) -> None:
    case, made = dossier.case.id, docket_of(dossier)
    (remedies, hearings), (were, had) = made, docket_copied(case)
    if remedies != were:
        RemedyCopy.objects.filter(case=case).delete()
        RemedyCopy.objects.bulk_create(RemedyCopy(case=case, ident=i, **row) for i, row in remedies.items())
    if hearings != had:
        HearingCopy.objects.filter(case=case).delete()
        HearingCopy.objects.bulk_create(HearingCopy(case=case, ident=i, **row) for i, row in hearings.items())


def invitations_copied(case: str) -> dict[str, str]:
    """The mandates offered to counsel in a case and not answered: by identifier, the account."""
    return dict(InvitationCopy.objects.filter(case=case).values_list("ident", "account"))


def invitations_of(account: str) -> tuple[tuple[str, str], ...]:
    """The mandates offered to an account and not answered: case and identifier of each."""
    found = InvitationCopy.objects.filter(account=account).order_by("case", "ident")
    return tuple(found.values_list("case", "ident"))


def documents_of(entries: Iterable[Entry]) -> dict[str, tuple[int, bool]]:
    """The received documents of a case by digest: the entry each came with, and whether the case began with it."""
    found: dict[str, tuple[int, bool]] = {}
    for entry in entries:
        if entry.act in (REGISTER.id, ATTACH.id):
            for digest in entry.fields.get("documents", ()):
                found.setdefault(digest, (entry.seq, entry.act == REGISTER.id))
    return found


def documents_copied(case: str) -> dict[str, tuple[int, bool]]:
    """The same, as the copies tell it."""
    rows = DocumentCopy.objects.filter(case=case).values_list("digest", "seq", "began")
    return {digest: (seq, began) for digest, seq, began in rows}


def cases_of_document(digest: str) -> tuple[str, ...]:
    """Numbers of the cases a received document belongs to, in the order in which it came to them."""
    return tuple(DocumentCopy.objects.filter(digest=digest).values_list("case", flat=True))


def cases_of_documents(digests: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The same of several documents, by digest; those of no case are left out."""
    found: dict[str, tuple[str, ...]] = {}
    for digest, case in DocumentCopy.objects.filter(digest__in=list(digests)).values_list("digest", "case"):
        found[digest] = (*found.get(digest, ()), case)
    return found


def needed_beside(digest: str, case: str) -> bool:
    """Whether a case beside this one rests on a document, and is not closed or has a remedy that runs."""
    others = DocumentCopy.objects.filter(digest=digest).exclude(case=case).values("case")
    return CaseCopy.objects.filter(case__in=others).exclude(closed=True, remedies=0).exists()


def documents_in_cases() -> Any:  # noqa: ANN401 - a query
    """Digests of all documents that belong to a case, for use inside a query."""
    return DocumentCopy.objects.values("digest")


def begun_from(digests: Iterable[str]) -> tuple[str, ...]:
    """Numbers of the cases registered from one of these documents."""
    found = DocumentCopy.objects.filter(digest__in=list(digests), began=True)
    return tuple(found.values_list("case", flat=True).distinct())


def forget(case: str) -> None:
    """Drop every copy of a case."""
    for copy in (CaseCopy, MandateCopy, DayCopy, SeenCopy, DocumentCopy, RemedyCopy, HearingCopy, InvitationCopy,
                 LimitCopy):  # fmt: skip
        copy.objects.filter(case=case).delete()
    experience.forget(case)


def days_copied(case: str) -> list[Day]:
    """The days that matter in a case, as its copies tell them."""
    return [Day(*row) for row in DayCopy.objects.filter(case=case).values_list("on", "what", "about")]


def copy_seen(case: str, seen: Mapping[str, int]) -> None:
    """Bring along up to which entry each account knows a case."""
    SeenCopy.objects.bulk_create(
        [SeenCopy(account=account, case=case, seq=seq) for account, seq in seen.items()],
        update_conflicts=True, unique_fields=["account", "case"], update_fields=["seq"],
    )  # fmt: skip


def seen_by(entries: Iterable[Entry]) -> dict[str, int]:
    """The last entry of each account in a case; what the journal itself wrote, as a tombstone, is nobody's."""
    return {at_the_door(e): e.seq for e in entries if e.act in EVERY_ACT or e.act in (BARRED, PROPOSED)}


def at_the_door(entry: Entry | NewEntry) -> str:
    """The account that made the entry: of an act by two people, the second."""
    return entry.fields.get("second") or entry.actor


def copy_barred(case: str, at: datetime) -> None:
    """A barred attempt changes nothing in a case but that it was made."""
    CaseCopy.objects.filter(case=case).update(barred_at=at)


def row_of(dossier: Dossier, on: date) -> dict[str, Any]:
    """The copy of a case, column by column, as of the day `on`; of what stands apart it holds nothing."""
    case, entries = dossier.case, dossier.entries
    seen = Veil(case, dossier.apart).over()
    return {
        "title": seen.title[:400],
        "kind": case.request.kind,
        "requesting": case.request.requesting,
        "requested": case.request.requested,
        "received": case.request.received,
        "persons": ", ".join(p.name for p in seen.persons)[:400],
        "search": folded(_searched(seen)),
        "opened_at": entries[0].at,
        "changed_at": next(e.at for e in reversed(entries) if e.seq == dossier.head),
        "head": dossier.head,
        "decided": next(reversed(last_decisions(entries).values()), ""),
        "notices": len(owed(dossier, timezone.localdate(entries[-1].at))),
        "proposals": [_waiting(ident, p) for ident, p in dossier.proposals.items()],
        "barred_at": next((e.at for e in reversed(entries) if e.act == BARRED), None),
        **judged(dossier, on),
        "remedies": len(dossier.remedies),
        "links": len(undecided(dossier.links)),
        "screened": screened_to(dossier),
        "waiting": len(dossier.proposals),
        "closed": dossier.closed,
    }


def judged(dossier: Dossier, on: date) -> dict[str, Any]:
    """What a copy says of the ruling on the request, as of the day `on`."""
    rulings, decided = on_the_request(as_judged(dossier, on), on), last_decisions(dossier.entries)
    return {
        "grant": max(r.verdict for r in rulings).word,
        "questions": len({(q.slot, q.person) for r in rulings for q in r.questions}),
        "against": any(not r.verdict.allows and decided.get(r.object) == r.act.id for r in rulings),
        "judged_on": on,
    }


def days_that_matter(dossier: Dossier) -> tuple[Day, ...]:
    """The days a copy tells: those after the last change of the case."""
    changed = next(e.at for e in reversed(dossier.entries) if e.seq == dossier.head)
    return days_after(dossier, timezone.localdate(changed))


def copy_mandates(case: str, held: dict[str, Mandate]) -> None:
    """Bring the copies of the mandates of a case, or of the office (`EVERY_CASE`), up to `held`."""
    # A mandate does not change once it is given: it is there or not. Two queries, however many there are.
    there = set(MandateCopy.objects.filter(case=case).values_list("ident", flat=True))
    if gone := there - held.keys():
        MandateCopy.objects.filter(case=case, ident__in=gone).delete()
    MandateCopy.objects.bulk_create(
        MandateCopy(
            case=case,
            ident=ident,
            account=mandate.account,
            role=mandate.role.value,
            person=mandate.person,
            since=mandate.since,
            until=mandate.until,
            compartments=sorted(c.value for c in mandate.compartments),
        )
        for ident, mandate in held.items()
        if ident not in there
    )


def copy_staff(staff: Staff) -> None:
    """Bring along who works in the office, and who keeps which register."""
    copy_mandates(EVERY_CASE, dict(staff.mandates))
    for stream in streams() | {m.case for m in staff.custodians.values()}:
        copy_mandates(stream, {ident: m for ident, m in staff.custodians.items() if m.case == stream})


def streams() -> set[str]:
    """Where registers whose custodians are copied keep their entries."""
    return set(MandateCopy.objects.filter(case__startswith=stream_of("")).values_list("case", flat=True))


def mandates_held(account: str, case: str | None = None) -> tuple[Mandate, ...]:
    """The mandates of an account: all of them, or those that may cover `case`; none while the account is closed."""
    return mandates.given(account, None if case is None else (EVERY_CASE, case))


def mandates_of(cases: Iterable[str]) -> tuple[Mandate, ...]:
    """The mandates of everybody whose account is open that may cover one of these cases."""
    return mandates.given(None, (EVERY_CASE, *cases))


def mandates_in(case: str) -> tuple[Mandate, ...]:
    """The mandates of everybody whose account is open that may cover `case`."""
    return mandates.given(None, (EVERY_CASE, case))


def on_the_request(case: CaseFile, on: date) -> tuple[Ruling, ...]:
    """The rulings on granting (on keeping a notice), for each of its objects, judged as the door judges."""
    act = ACTS["keep-notice" if case.request.kind in NOTICE_KINDS else "grant"]
    return judge_case(law_in_force(), case, Sitting(at=on), (act,))


def last_decisions(entries: Iterable[Entry]) -> dict[str, str]:
    """The last decision on each object (the request itself where none is named), the latest decision last."""
    found: dict[str, str] = {}
    for entry in entries:
        if entry.act in DECISIONS:
            found.pop(entry.object, None)
            found[entry.object] = entry.act
    return found


def _waiting(ident: str, proposal: Proposal) -> dict[str, Any]:
    roles = sorted(role.value for role in seconds(EVERY_ACT[proposal.act]))
    return {"ident": ident, "act": proposal.act, "object": proposal.object, "by": proposal.entry.actor, "roles": roles}


def mandate_of_row(row: MandateCopy) -> Mandate:
    """The mandate a row tells of."""
    return _mandate((row.account, row.role, row.case, row.since, row.person, row.until, tuple(row.compartments)))


@lru_cache(4096)
def _mandate(told: tuple[Any, ...]) -> Mandate:
    """A mandate of what a row tells: made once, for those of the whole office are read whenever one acts."""
    account, role, case, since, person, until, compartments = told
    return Mandate(account, Role(role), case, since, person, until, frozenset(Compartment(c) for c in compartments))


def _searched(case: CaseFile) -> str:
    parts = [case.id, case.title, case.request.authority, case.request.summary, case.request.requesting]
    parts += dict.fromkeys(name_in(case.request.requesting, language) for language in ("en", "fr", "nl"))
    parts += [f"{p.id} {p.name}" for p in case.persons]
    parts += [m.text for m in case.measures]
    parts += [told.text for p in case.proceedings for told in p.references]
    return "\n".join(parts)
