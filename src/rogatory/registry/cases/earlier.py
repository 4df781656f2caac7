"""Requests made before, to be compared with one that came in: looked up by names and numbers.

Nobody reads a case here, and each is cut down to what whoever looks may see: what stands in a compartment that is
closed to them takes no part, and of a case that is like nothing is told.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils import timezone

from rogatory.office.folds.documents import CaseDocument
from rogatory.office.folds.round_trips import trips
from rogatory.office.seen.portion import portion
from rogatory.office.streams.from_letter import asked_in
from rogatory.people.mandates import Actor
from rogatory.people.sight import Sight
from rogatory.received.repeats import Asked
from rogatory.registry.cases import copies, journal
from rogatory.registry.cases.models import CaseCopy

MOST = 30
"""Cases compared with one request, those changed last first; whoever is screened later is matched with all."""
SHORTEST = 3
"""Letters of a part of a name, or signs of a number, that is looked for."""


def alike(request: Asked, account: str) -> tuple[list[Asked], int]:
    """Cases that name a person or a number of a request, or hold its document; and how many were looked through.

    Args:
        request: The request that came in.
        account: Public identifier of the account that looks.
    """
    day = timezone.localdate()
    numbers: set[str] = set()
    for digest in request.digests:
        numbers |= set(copies.cases_of_document(digest))
    for words in filter(None, _wanted(request)):
        found = CaseCopy.objects.all()
        for word in words:
            found = found.filter(search__contains=word)
        numbers |= set(found.order_by("-changed_at").values_list("case", flat=True)[:MOST])
    told: list[Asked] = []
    for case in sorted(numbers, reverse=True)[:MOST]:
        dossier = journal.dossier_of(case)
        held = Actor(account, copies.mandates_held(account, case)).mandates_for(case, day)
        seen = portion(dossier, held)
        if seen.sight is Sight.FILE:
            refused = "refuse" in dossier.decisions.values()
            told.extend(asked_in(seen.case, copies.documents_of(dossier.entries), refused=refused))
    return told, CaseCopy.objects.count()


@dataclass(frozen=True, slots=True)
class Waiting:
    """A letter of the office that waits for an answer: its case, the case's title, and the letter."""

    case: str
    title: str
    letter: CaseDocument


def waiting_in(case: str, account: str) -> list[Waiting]:
    """The letters of a case that wait for an answer, as far as somebody sees them; none of a case they do not see.

    Args:
        case: Number of the case; there may be none of that number.
        account: Public identifier of the account that looks.
    """
    day, dossier = timezone.localdate(), journal.dossier_if_any(case)
    if dossier is None or not CaseCopy.objects.filter(case=case).exists():
        return []
    seen = portion(dossier, Actor(account, copies.mandates_held(account, case)).mandates_for(case, day))
    if seen.sight is not Sight.FILE:
        return []
    return [Waiting(case, seen.case.title, trip.letter) for trip in trips(seen.documents, day) if trip.runs]


def _wanted(request: Asked) -> Iterable[list[str]]:
    """Sets of words of which a case must hold all: those of a name, or a number."""
    for _, identity in request.persons:
        for name in identity.names:
            yield [word for word in copies.folded(name).replace(",", " ").split() if len(word) >= SHORTEST]
    for number in request.letters:
        if len(number) >= SHORTEST:
            yield [copies.folded(number)]
