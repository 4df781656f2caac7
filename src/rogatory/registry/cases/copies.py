"""Keeping the reading copies: made of a dossier, in the transaction that wrote the entry."""

import unicodedata
from datetime import date
from typing import Any

from django.db.models import QuerySet

from rogatory.casefile.model import CaseFile
from rogatory.decision.bench import Sitting, judge_case
from rogatory.deployment.law_in_force import law_in_force
from rogatory.law.acts import ACTS, CLOSE, NOTICE_KINDS, Role
from rogatory.office.apart import Veil
from rogatory.office.dossier import Dossier
from rogatory.people.mandates import EVERY_CASE, Compartment, Mandate
from rogatory.registry.accounts.models import Account
from rogatory.registry.cases.models import CaseCopy, MandateCopy


def folded(text: str) -> str:
    """`text` for searching: small letters, no accents, so that both databases find the same.

    >>> folded("Décision Ülo")
    'decision ulo'
    """
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in parts if not unicodedata.combining(c))


def copy_case(dossier: Dossier, on: date) -> None:
    """Bring the copy of a case, and of the mandates given in it, up to its entries."""
    CaseCopy.objects.update_or_create(case=dossier.case.id, defaults=row_of(dossier, on))
    copy_mandates(dossier.case.id, dict(dossier.mandates))


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
        "grant": granting(case, on),
        "judged_on": on,
        "remedies": len(dossier.remedies),
        "waiting": len(dossier.proposals),
        "closed": is_closed(dossier),
    }


def is_closed(dossier: Dossier) -> bool:
    """Whether the case is closed; what is closed is not judged anew by the passing of days."""
    return any(e.act == CLOSE.id for e in dossier.entries)


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


def mandates_held(account: str, case: str | None = None) -> tuple[Mandate, ...]:
    """The mandates of an account: all of them, or those that may cover `case`; none while the account is closed."""
    found = _of_open_accounts().filter(account=account)
    if case is not None:
        found = found.filter(case__in=(EVERY_CASE, case))
    return tuple(mandate_of_row(row) for row in found)


def mandates_in(case: str) -> tuple[Mandate, ...]:
    """The mandates of everybody whose account is open that may cover `case`."""
    return tuple(mandate_of_row(row) for row in _of_open_accounts().filter(case__in=(EVERY_CASE, case)))


def _of_open_accounts() -> QuerySet[MandateCopy]:
    closed = Account.objects.filter(is_active=False).values("public_id")
    return MandateCopy.objects.exclude(account__in=closed)


def granting(case: CaseFile, on: date) -> str:
    """The verdict word on granting (on keeping a notice), the strictest over its objects."""
    act = ACTS["keep-notice" if case.request.kind in NOTICE_KINDS else "grant"]
    rulings = judge_case(law_in_force(), case, Sitting(at=on), (act,))
    return max(r.verdict for r in rulings).word


def mandate_of_row(row: MandateCopy) -> Mandate:
    """The mandate a row tells of."""
    return Mandate(
        account=row.account,
        role=Role(row.role),
        case=row.case,
        since=row.since,
        person=row.person,
        until=row.until,
        compartments=frozenset(Compartment(c) for c in row.compartments),
    )


def _searched(case: CaseFile) -> str:
    parts = [case.id, case.title, case.request.authority, case.request.summary, case.request.requesting]
    parts += [f"{p.id} {p.name}" for p in case.persons]
    parts += [m.text for m in case.measures]
    return "\n".join(parts)
