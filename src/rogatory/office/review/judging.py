"""Judging what may leave of a seizure: what was answered, objected and decided, what hangs together, and the law."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Protocol

from rogatory.casefile.view import View
from rogatory.decision.bench import context, with_attested_treaties
from rogatory.law.acts import CLEAR_ITEM
from rogatory.law.corpus import Law
from rogatory.law.judging import Subject
from rogatory.law.questions import Kind
from rogatory.material.clearing import Clearing, Setting, Severed, clear
from rogatory.material.provenance import Numbers, Provenance
from rogatory.material.standing import Known, Raised, columns
from rogatory.material.taint import Lift, Origin, taints
from rogatory.office.folds.answered import as_judged, nobody_knows_how_long
from rogatory.office.folds.dossier import Dossier
from rogatory.office.folds.limits import windows
from rogatory.office.folds.seizures import Seized
from rogatory.office.review.folded import Review, Ruled
from rogatory.states.record.holding import NOTHING_ON_RECORD, Record

ERASED = "erased"
"""In place of reasons whose words are gone: the decision stands all the same."""


class Hung(Protocol):
    """What the ledger of a seizure says of its items (`sifting.run.hanging`)."""

    @property
    def places(self) -> Mapping[str, int]:
        """Place of each item by its identifier, in order."""

    @property
    def family(self) -> Numbers:
        """For each item the place of the first of its family."""

    @property
    def provenance(self) -> Provenance:
        """How they hang together."""

    @property
    def unread(self) -> Numbers:
        """Places of those no machine read wholly."""


def remedy_of(dossier: Dossier, on: date) -> bool | None:
    """Whether a remedy runs in a case, or can still be lodged; None: nobody knows, which withholds.

    While somebody has not been told of a ruling, or nobody has said how long it can be challenged, it can be.
    """
    if dossier.remedies or windows(dossier, on):
        return True
    return None if nobody_knows_how_long(dossier) else False


def setting_of(dossier: Dossier, law: Law, on: date, record: Record = NOTHING_ON_RECORD) -> Setting:
    """What a case brings to the judging of its items on a day: the norms, what is on file of whom, and the remedies."""
    case = as_judged(dossier, on, record)
    view = View(case, on)
    subjects = [
        Subject(one.person, {s: v for s, v in one.standings.items() if not s.startswith(f"{Kind.ITEM.value}.")})
        for one in view.subjects(CLEAR_ITEM, view.objects(CLEAR_ITEM)[0])
    ]
    program = with_attested_treaties(law, case).program(CLEAR_ITEM, context(case, on))
    return Setting(program, tuple(subjects), on, remedy_of(dossier, on))


def known_of(review: Review, hung: Hung, raised: Iterable[Raised], *, nothing_lodged: bool) -> Known:
    """What is known of the items beside the answers.

    Args:
        review: What was done to them.
        hung: What the ledger says of them.
        raised: What screens found, and after how many answers (`Review.answered`).
        nothing_lodged: Whether everybody was asked and the time to object is over (`Seized`).
    """
    there = hung.places
    pending = {item: left for item, left in review.pending().items() if item in there}
    return Known(hung.unread, list(raised), pending, nothing_lodged, [i for i in review.upheld() if i in there])


class MissingItemError(LookupError):
    """The ledger no longer has an item that was marked as coming from ill-treatment: what it tainted is not known."""


def judged(
    setting: Setting, seized: Seized, persons: Iterable[str], review: Review, hung: Hung, raised: Iterable[Raised]
) -> Clearing:
    """Which items of a seizure may leave, and why every other one is withheld.

    Args:
        setting: What the case brings (`setting_of`), of the day of judging.
        seized: The seizure.
        persons: The persons concerned of the case.
        review: What was done to its items.
        hung: What the ledger says of them.
        raised: What screens found.

    Raises:
        MissingItemError: An origin of taint is not in the ledger any more.
    """
    over = seized.time_to_object_is_over(persons, setting.on)
    known = known_of(review, hung, raised, nothing_lodged=over)
    places = hung.places
    found = taints(hung.provenance, _origins(review, places), _lifts(review, places))
    told = columns(places, review.record, known, hung.family, found.level)
    return clear(setting, told, hung.provenance, _severed(review, places))


def _origins(review: Review, places: Mapping[str, int]) -> list[Origin]:
    if missing := next((one.item for one in review.origins if one.item not in places), None):
        raise MissingItemError(missing)
    return [Origin(places[one.item], one.why or ERASED, one.source) for one in review.origins]


def _lifts(review: Review, places: Mapping[str, int]) -> list[Lift]:
    return [
        Lift(places[one.item], places[one.of], one.by, one.role, one.reasons or ERASED, one.decision, one.at.date())
        for one in _there(review.lifts, places)
    ]


def _severed(review: Review, places: Mapping[str, int]) -> list[Severed]:
    return [
        Severed(places[one.item], places[one.of], one.reasons or ERASED, one.decision)
        for one in _there(review.severed, places)
    ]


def _there(ruled: Iterable[Ruled], places: Mapping[str, int]) -> Iterable[Ruled]:
    return (one for one in ruled if one.item in places and one.of in places)
