"""Third parties who intervene: they file observations, and see of a case what they filed themselves, and hearings.

The hearings are those in public, and those to which the court calls them.
"""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from django.http import Http404, HttpRequest, HttpResponse

from rogatory.law.acts import Role
from rogatory.office.dossier import Dossier, Entry
from rogatory.office.filing import INTERVENE
from rogatory.office.hearing import is_told
from rogatory.people.sight import Sight
from rogatory.registry.cases import door, journal
from rogatory.registry.defence import drafts, filings
from rogatory.registry.defence.course import hearing_row, hearing_text
from rogatory.registry.defence.opening import shown, speaks
from rogatory.registry.desk.reader import Reader
from rogatory.remedies.hearings import Hearing


@dataclass(frozen=True, slots=True)
class OwnFiling:
    """Observations somebody filed: the entry, when, the words (empty: erased), and the hearing they were filed for."""

    seq: int
    at: datetime
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


def own_entries(account: str, case: str) -> tuple[Dossier, list[Entry]]:
    """The case, to look up hearings in, and the entries by which somebody filed observations in it."""
    dossier = journal.dossier_of(case)
    return dossier, [e for e in dossier.entries if e.act == INTERVENE.id and e.actor == account]


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
        text = str(events[0]["text"]) if events else ""
        rows.append(OwnFiling(entry.seq, entry.at, text, hearing_text(hearing, language) if hearing else ""))
    open_ = drafts.of(account, case, filings.OBSERVATIONS)
    return shown(
        request, "observations", case=case, rows=rows, draft=open_, what=filings.OBSERVATIONS,
        hearings=[hearing_row(h, language) for h in known.values()],
    )  # fmt: skip
