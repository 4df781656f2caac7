"""Third parties who intervene: they file observations and report incidents, and see what they filed, and hearings.

What they report of a danger stands in the compartment of protection, which is not open to them. The hearings are those
in public, and those to which the court calls them.
"""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from django.http import Http404, HttpRequest, HttpResponse

from rogatory.law.acts import Role
from rogatory.office.acts.hearing import is_told
from rogatory.office.filing import INTERVENE, REPORT_INCIDENT
from rogatory.office.folds.dossier import Dossier, Entry
from rogatory.people.mandates import AT_THE_DEFENCE_DOOR
from rogatory.people.sight import Sight
from rogatory.registry.cases import door, journal
from rogatory.registry.defence import drafts, filings
from rogatory.registry.defence.course import hearing_row, hearing_text
from rogatory.registry.defence.opening import shown, speaks
from rogatory.registry.desk.rows.reader import Reader
from rogatory.remedies.hearings import Hearing


@dataclass(frozen=True, slots=True)
class OwnFiling:
    """What somebody filed: the entry, when, what it is, the words (empty: erased), and the hearing it was filed for."""

    seq: int
    at: datetime
    what: str
    text: str
    hearing: str


def allowed(request: HttpRequest, case: str) -> str:
    """The account of whoever may intervene in a case today.

    Raises:
        Http404: Nobody who asks; that a stranger tried is recorded.
    """
    reader = Reader.of(request)
    if not any(m.case == case and m.role is Role.INTERVENER for m in reader.mandates):
        if reader.sight(case) is Sight.NOTHING:
            with suppress(door.NoSuchCaseError):
                door.look(reader.account, case)
        raise Http404
    return reader.account


def is_third(request: HttpRequest, case: str) -> bool:
    """Whether whoever is signed in stands in a case as a third party, and as nobody else at this door."""
    held = {m.role for m in Reader.of(request).mandates if m.case == case}
    return held & AT_THE_DEFENCE_DOOR == {Role.INTERVENER}


def stands_for(request: HttpRequest, case: str) -> str:
    """The person concerned a third party stands for in a case; empty: the only one there is.

    Raises:
        Http404: There are several, and its mandate names none: it is not told who they are.
    """
    named = (m.person for m in Reader.of(request).mandates if m.case == case and m.role is Role.INTERVENER)
    person = next((p for p in named if p), "")
    if not person and len(journal.dossier_of(case).case.persons) != 1:
        raise Http404
    return person


def own_entries(account: str, case: str) -> tuple[Dossier, list[Entry]]:
    """The case, to look up hearings in, and the entries by which somebody filed something in it as a third party."""
    dossier, acts = journal.dossier_of(case), (INTERVENE.id, REPORT_INCIDENT.id)
    third = Role.INTERVENER.value
    return dossier, [
        e for e in dossier.entries if e.act in acts and e.actor == account and e.fields.get("role") == third
    ]


def hearings_of(request: HttpRequest, case: str) -> list[Hearing]:
    """The hearings of a case whoever is signed in may know of, in the order of their days."""
    return _told(request, journal.dossier_of(case))


def _told(request: HttpRequest, dossier: Dossier) -> list[Hearing]:
    held = [m for m in Reader.of(request).mandates if m.case == dossier.case.id]
    return sorted((h for h in dossier.hearings.values() if is_told(h, dossier, held)), key=lambda h: h.at)


def observations(request: HttpRequest, case: str) -> HttpResponse:
    """The page of a case for a third party."""
    account, language = allowed(request, case), speaks(request)
    dossier, entries = own_entries(account, case)
    known = {h.ident: h for h in _told(request, dossier)}
    rows = []
    for entry in reversed(entries):
        hearing = known.get(entry.fields.get("for-hearing", ""))
        events = entry.fields.get("adds", {}).get("events", ())
        text = str(events[0]["text"]) if events else str(entry.fields.get("text", ""))
        what = filings.OBSERVATIONS if entry.act == INTERVENE.id else filings.INCIDENT
        told = hearing_text(hearing, language) if hearing else ""
        rows.append(OwnFiling(entry.seq, entry.at, filings.title_of(what, language), text, told))
    may_report = False
    with suppress(Http404):
        may_report = stands_for(request, case) is not None
    can = [
        (what, filings.title_of(what, language), filings.hint_of(what, language), drafts.of(account, case, what))
        for what in (filings.OBSERVATIONS, *((filings.INCIDENT,) if may_report else ()))
    ]
    return shown(
        request, "observations", case=case, rows=rows, can=can,
        hearings=[hearing_row(h, language) for h in known.values()],
    )  # fmt: skip
