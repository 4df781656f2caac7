"""A seizure as whoever is signed in may see it: every page of the review begins here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from django.http import Http404, HttpRequest

from rogatory.law.acts import Role
from rogatory.material.screens.found import Hit
from rogatory.material.standing import sifts
from rogatory.material.wall import Part, Sifted, Standing
from rogatory.office.dossier import Dossier
from rogatory.people.mandates import Mandate
from rogatory.people.sight import Sight
from rogatory.registry.desk import case_views
from rogatory.registry.desk.reader import Reader
from rogatory.registry.review import shelf
from rogatory.registry.review.gate import Gate
from rogatory.registry.review.hung import Hung, hung
from rogatory.registry.review.told import Told, told
from rogatory.sifting.looking import Looking
from rogatory.sifting.sealing import Seizure

_KEPT = 4


@dataclass(frozen=True, eq=False)
class Here:
    """A seizure, and who stands before it.

    Attributes:
        case: Number of the case.
        name: Name of the seizure.
        account: Who looks.
        held: Their mandates that hold for the case today.
        seizure: Where it is kept.
        hung: Its items, as far as they were read.
        told: Its review, as the journal has it.
    """

    case: str
    name: str
    account: str
    held: tuple[Mandate, ...]
    seizure: Seizure
    hung: Hung
    told: Told

    @property
    def roles(self) -> frozenset[Role]:
        """Roles held in the case."""
        return frozenset(m.role for m in self.held)

    @cached_property
    def sifted(self) -> tuple[Sifted, ...]:
        """How far each item is through the sift for privilege."""
        return _sifted(self.hung, self.told)

    @cached_property
    def gate(self) -> Gate:
        """What may be told of each item."""
        alike = {sifted: Standing(sifted, own=self.told.own) for sifted in Sifted}
        return Gate(self.held, [alike[sifted] for sifted in self.sifted])

    @property
    def stops(self) -> Mapping[str, Sequence[Hit]] | None:
        """What screens found, by item; None: they have not gone through the seizure."""
        return None

    def hits(self, item: str) -> Sequence[Hit] | None:
        """What screens found in an item; None: they have not gone through the seizure."""
        return None if self.stops is None else self.stops.get(item, ())

    def stopped(self, item: str, screen: str) -> bool:
        """Whether a screen stopped at an item."""
        return any(hit.screen.value == screen for hit in self.hits(item) or ())

    def wants_second(self, item: str) -> bool:
        """Whether an item is chosen for a second review, by somebody else than the first."""
        return self.told.sample.waits_for(item, self.account)

    def looking(self) -> Looking:
        """The ledger, to be asked.

        Raises:
            Http404: Nothing was read yet.
        """
        try:
            return Looking(self.seizure.ledger)
        except FileNotFoundError as error:
            raise Http404 from error

    def place(self, item: str, part: Part = Part.TEXT) -> int:
        """The place of an item of which this part may be told.

        Raises:
            Http404: There is none, or not for this person: which of the two is not told.
        """
        place = self.hung.places.get(item)
        if place is None or not self.gate.tells(place, part):
            raise Http404
        return place


@lru_cache(_KEPT)
def _sifted(found: Hung, review: Told) -> tuple[Sifted, ...]:
    return sifts(found.of.items, review.record, review.known(found.of.unread), found.of.provenance)


def held_by(request: HttpRequest, case: str) -> tuple[Mandate, ...]:
    """The mandates of whoever is signed in that hold for a case today."""
    reader = Reader.of(request)
    return tuple(m for m in reader.mandates if m.covers(case, reader.today))


def here(request: HttpRequest, case: str, seizure: str) -> Here:
    """Open a seizure; that the case is looked at is recorded.

    Raises:
        Http404: There is none, or not for this person.
    """
    dossier, sight = case_views.opened(request, case)
    if sight < Sight.MATERIAL:
        raise Http404
    return of(request, dossier, seizure)


def of(request: HttpRequest, dossier: Dossier, seizure: str) -> Here:
    """The same in a case that was opened already.

    Raises:
        Http404: There is none, or not for this person.
    """
    case = dossier.case.id
    try:
        kept = shelf.seizure(case, seizure)
    except shelf.NoSuchSeizureError as error:
        raise Http404 from error
    found = Here(
        case, seizure, Reader.of(request).account, held_by(request, case), kept, hung(kept), told(dossier, seizure)
    )
    if found.gate.nothing:
        raise Http404
    return found
