"""A seizure as whoever is signed in may see it: every page of the review begins here."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

from django.http import Http404, HttpRequest

from rogatory.deployment.law_in_force import law_in_force
from rogatory.law.acts import Role
from rogatory.material.clearing import Clearing
from rogatory.material.items import ItemId
from rogatory.material.questions import ASKED, Asked
from rogatory.material.screens.found import Screen
from rogatory.material.standing import sifts
from rogatory.material.wall import Part, Sifted, Standing
from rogatory.office.errors import FormError, UnknownObjectError
from rogatory.office.folds.dossier import Dossier
from rogatory.office.review.judging import MissingItemError, judged, known_of, setting_of
from rogatory.people.mandates import Mandate
from rogatory.people.sight import Sight
from rogatory.registry.desk.rows.reader import Reader
from rogatory.registry.desk.views import case as case_views
from rogatory.registry.review import shelf
from rogatory.registry.review.door import NotOpenError, open_item
from rogatory.registry.review.gate import Gate
from rogatory.registry.review.hung import NOTHING, Hung, hung
from rogatory.registry.review.readable import looking_at
from rogatory.registry.review.told import Told, seized, told
from rogatory.registry.states.on_record import record_here
from rogatory.sifting.ledger.database import LedgerError
from rogatory.sifting.ledger.looking import Looking
from rogatory.sifting.sealed.sealing import Seizure

_KEPT = 4


@dataclass(frozen=True, eq=False)
class Here:
    """A seizure, and who stands before it.

    Attributes:
        dossier: The case.
        account: Who looks.
        on: The day.
        held: Their mandates that hold for the case today.
        seizure: Where it is kept.
        hung: Its items, as far as they were read.
        told: Its review, as the journal has it.
        absent: Whether its ledger cannot be reached: then of its items nothing is known here.
    """

    dossier: Dossier
    account: str
    on: date
    held: tuple[Mandate, ...]
    seizure: Seizure
    hung: Hung
    told: Told
    absent: bool = False

    @property
    def case(self) -> str:
        """Number of the case."""
        return self.dossier.case.id

    @property
    def name(self) -> str:
        """What the seizure is called in the case."""
        return self.told.seized.ident

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
        own = frozenset({self.told.seized.holder})
        alike = {sifted: Standing(sifted, own=own) for sifted in Sifted}
        return Gate(self.held, [alike[sifted] for sifted in self.sifted])

    @cached_property
    def clearing(self) -> Clearing | None:
        """Which items may leave today, and why the others may not; None: it cannot be told, and nothing may."""
        record = record_here()
        key = (self.dossier.head, self.on, self.hung, record)
        if key not in self.told.judged:
            raised = self.hung.raised(self.told.answered)
            persons = [person.id for person in self.dossier.case.persons]
            setting = setting_of(self.dossier, law_in_force(), self.on, record)
            try:
                made = judged(setting, self.told.seized, persons, self.told.review, self.hung.of, raised)
            except MissingItemError:
                return None
            self.told.judged.clear()
            self.told.judged[key] = made
        return self.told.judged[key]

    @cached_property
    def reopened(self) -> frozenset[tuple[str, Asked]]:
        """Items and questions that were answered before a screen found something that bears on them."""
        number = self.told.record.number
        raised = self.hung.raised(self.told.answered)
        return frozenset((r.item, r.asked) for r in raised if 0 < number(r.item, r.asked) <= r.after)

    def waits(self, item: str, asked: Asked) -> bool:
        """Whether a question of an item is to be answered, to be answered again, or to be settled by whoever looks."""
        return (
            not self.told.record.number(item, asked)
            or (item, asked) in self.reopened
            or self.told.sample.settles(item, asked, self.account, self.roles)
        )

    def stopped(self, place: int) -> frozenset[Screen]:
        """The screens that stopped at an item."""
        content = self.hung.of.content[place]
        return self.hung.stopped.get(content, frozenset()) if content else frozenset()

    def wants_second(self, item: str) -> bool:
        """Whether an item is chosen for a second review, by somebody else than the first."""
        mine = [asked for asked, ask in ASKED.items() if self.roles & ask.by]
        return self.told.sample.waits_for(item, self.account, mine)

    def blind(self, item: str, asked: Asked) -> bool:
        """Whether whoever looks is to answer this as the second person, without the first answer."""
        return self.told.sample.blind(item, asked, self.account, self.roles)

    def looking(self) -> Looking:
        """The ledger, to be asked.

        Raises:
            Http404: Nothing was read yet, or it cannot be reached.
        """
        try:
            return looking_at(self.seizure)
        except LedgerError as error:
            raise Http404 from error

    def place(self, item: str, part: Part = Part.TEXT) -> int:
        """The place of an item of which this part may be told.

        Raises:
            Http404: There is none, or not for this person: which of the two is not told.
        """
        place = self.hung.places.get(ItemId(item))
        if place is None or not self.gate.tells(place, part):
            raise Http404
        return place

    def read(self, item: str) -> int:
        """The place of an item that is opened; that it is, or that it was tried, is recorded.

        Raises:
            Http404: There is none, or not for this person.
        """
        try:
            open_item(self.account, self.case, self.name, item)
        except (NotOpenError, FormError, UnknownObjectError) as error:
            raise Http404 from error
        return self.place(item)


@lru_cache(_KEPT)
def _sifted(found: Hung, review: Told) -> tuple[Sifted, ...]:
    # Objections bear on no sift: whether the time for them is over is nothing to it.
    known = known_of(review.review, found.of, found.raised(review.answered), nothing_lodged=False)
    return sifts(found.places, review.record, known, found.of.provenance)


def here(request: HttpRequest, case: str, seizure: str) -> Here:
    """Open a seizure; that the case is looked at is recorded.

    Raises:
        Http404: There is none, or not for this person.
    """
    dossier, sight = case_views.opened(request, case)
    if sight < Sight.MATERIAL:
        raise Http404
    return of(request, dossier, seizure)


def kept(request: HttpRequest, case: str, seizure: str) -> Seizure:
    """Where a seizure is kept, for numbers that tell of no item: whoever may know of the material gets them.

    Raises:
        Http404: There is none, or not for this person.
    """
    dossier, sight = case_views.opened(request, case)
    if sight < Sight.MATERIAL or seizure not in seized(dossier):
        raise Http404
    return Seizure(shelf.place(case, seizure))


def of(request: HttpRequest, dossier: Dossier, seizure: str, held: tuple[Mandate, ...] | None = None) -> Here:
    """The same in a case that was opened already.

    Args:
        request: Who looks.
        dossier: The case.
        seizure: What the seizure is called in it.
        held: The mandates that count at this door; None: all that hold for the case today.

    Raises:
        Http404: There is none, or not for this person.
    """
    found = seized(dossier).get(seizure)
    if found is None:
        raise Http404
    reader = Reader.of(request)
    if held is None:
        held = tuple(m for m in reader.mandates if m.covers(dossier.case.id, reader.today))
    where = Seizure(shelf.place(dossier.case.id, seizure))
    # Nothing is shown of what a ledger holds before an act of the case has opened the seal.
    review = told(dossier, found)
    items, absent = NOTHING, False
    if found.opened:
        try:
            items = hung(where, review.review.redacted)
        except LedgerError:
            absent = True
    made = Here(dossier, reader.account, reader.today, held, where, items, review, absent)
    if made.gate.nothing:
        raise Http404
    return made
