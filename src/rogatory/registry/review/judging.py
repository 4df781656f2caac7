"""A seizure judged for what may leave: on the fold of its case and of its review, never on copies.

What an act that sends rests on is judged before the journal is held, as it takes its time; under the lock the door asks
whether anything came in since (`moved`).
"""

from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import datetime

from django.utils import timezone

from rogatory.deployment.law_in_force import law_in_force
from rogatory.material.clearing import Clearing
from rogatory.material.items import ItemId
from rogatory.office.acts.leaving import Leaving
from rogatory.office.folds.dossier import Dossier, fold
from rogatory.office.folds.seizures import seizures_of
from rogatory.office.review.folded import Review, review_of
from rogatory.office.review.judging import judged, setting_of
from rogatory.people.mandates import seizure_stream
from rogatory.registry.cases import journal
from rogatory.registry.review.models import PlannedPackage, SeizureCopy
from rogatory.registry.review.readable import ledger_of, readable
from rogatory.registry.review.redacting import bring_in
from rogatory.registry.states.on_record import record_here
from rogatory.sifting.ledger.database import LedgerError
from rogatory.sifting.ledger.ledger import Ledger
from rogatory.sifting.run.hanging import Hung, hung, raised
from rogatory.sifting.sealed.sealing import SealError


@dataclass(frozen=True, slots=True)
class Judged:
    """What judging a package anew gave, before the journal was held.

    Attributes:
        leaving: The outcome.
        seizure: The seizure it is made of; empty: none was planned.
        head: Number of the last entry that changed the case then.
        review: Number of the last entry that changed the review then.
    """

    leaving: Leaving
    seizure: str = ""
    head: int = -1
    review: int = -1


@dataclass(frozen=True, slots=True)
class Seen:
    """A seizure as it was judged on one day, on the entries up to some number."""

    dossier: Dossier
    hung: Hung
    clearing: Clearing
    review: Review
    places: Mapping[str, int]


def judged_anew(case: str, package: str, payload: str, at: datetime) -> Judged:
    """What stands against sending a package as it was planned, judged now; before the journal is held.

    Args:
        case: Number of the case.
        package: The package.
        payload: The digest named; empty: none.
        at: Moment.
    """
    plans = {row.payload: row for row in PlannedPackage.objects.filter(case=case, package=package)}
    row = plans.get(payload)
    if row is None:
        return Judged(Leaving(frozenset(plans), {}))
    told = row.told
    try:
        found = readable(case, told["seizure"])
        review = SeizureCopy.objects.get(case=case, ident=told["seizure"]).head
        with closing(ledger_of(found)) as ledger:
            seen = seen_as(case, told["seizure"], ledger, at)
    except (SealError, LedgerError) as error:
        return Judged(Leaving(frozenset(plans), {str(error): len(told["items"])}))
    leaving = Leaving(frozenset(plans), withheld(seen, told["items"]))
    return Judged(leaving, told["seizure"], seen.dossier.head, review)


def seen_as(case: str, seizure: str, ledger: Ledger, at: datetime, *, upto: int | None = None) -> Seen:
    """A seizure as it is judged on the day of `at`, on the entries up to the number `upto`; None: all."""
    entries = [e for e in journal.entries_of(case) if upto is None or e.seq <= upto]
    stream = (e for e in journal.each_of(seizure_stream(case, seizure)) if upto is None or e.seq <= upto)
    dossier, review = fold(entries), review_of(stream)
    if missing := [one for item, one in review.redacted.items() if ledger.lying(ItemId(item)) is None]:
        bring_in(readable(case, seizure), ledger, missing)
    there = hung(ledger)
    setting = setting_of(dossier, law_in_force(), timezone.localdate(at), record_here())
    screens = raised(ledger, [moment.timestamp() for moment in review.answered])
    persons = [person.id for person in dossier.case.persons]
    clearing = judged(setting, seizures_of(entries)[seizure], persons, review, there, screens)
    return Seen(dossier, there, clearing, review, there.places)


def withheld(seen: Seen, chosen: Iterable[Iterable[str]]) -> dict[str, int]:
    """How many of the items chosen are withheld, by ground in words; what is no longer in the ledger counts as one."""
    found: dict[str, int] = {}
    for item, _ in chosen:
        place = seen.places.get(item)
        grounds = (
            ["it is not in the ledger any more"] if place is None else [w.ground.says for w in seen.clearing.of(place)]
        )
        for ground in grounds:
            found[ground] = found.get(ground, 0) + 1
    return found


def moved(found: Judged, case: str, head: int) -> Leaving:
    """The same, with whether the case or the review has changed since; only with the journal locked.

    Args:
        found: What was judged before.
        case: Number of the case.
        head: Number of the last entry that changed the case.
    """
    if not found.seizure:
        return found.leaving
    review = SeizureCopy.objects.get(case=case, ident=found.seizure).head
    return replace(found.leaving, moved=(head, review) != (found.head, found.review))
