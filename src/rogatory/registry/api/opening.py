"""A case as a route opens it: read through the door, and cut down to what the caller's mandate shows."""

import re
from dataclasses import dataclass, replace
from datetime import date

from django.utils import timezone

from rogatory.casefile.model import Asked, CaseFile
from rogatory.casefile.view import WHOLE
from rogatory.decision.bench import Sitting, judge_act, judge_case, with_attested_treaties
from rogatory.deployment.law_in_force import law_in_force
from rogatory.law.acts import ACTS, Act
from rogatory.law.ruling import Ruling
from rogatory.office.folds.answered import seen_by_the_door
from rogatory.office.folds.dossier import Dossier, fold, known_on
from rogatory.office.folds.withheld import restrictions
from rogatory.office.seen.portion import Portion, portion
from rogatory.people.mandates import Actor
from rogatory.registry.api.problems import ProblemError
from rogatory.registry.cases import copies, door
from rogatory.registry.states.on_record import as_judged

CASE_NUMBER = re.compile(r"[A-Za-z0-9._-]{1,40}")
EARLIEST, LATEST = date(1950, 1, 1), date(2150, 1, 1)
"""Days a case can be judged at: before the instruments nothing binds, and nobody knows the law of the next century."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A case that was opened: the dossier to judge by, and the portion to show."""

    dossier: Dossier
    portion: Portion
    actor: Actor
    on: date

    @property
    def etag(self) -> str:
        """The head of the case, as an entity tag."""
        return f'"{self.dossier.head}"'


def numbered(case: str) -> str:
    """`case`, if it can be a case's number.

    Raises:
        NoSuchCaseError: It cannot.
    """
    if not CASE_NUMBER.fullmatch(case):
        raise door.NoSuchCaseError(case)
    return case


def opened(account: str, case: str, on: date | None = None) -> Opened:
    """The case, read by an account; the reading is recorded.

    Args:
        account: Public identifier of the account.
        case: Identifier of the case.
        on: A past day, to see the case as it stood at its end; None, or a day to come: as it stands now. What of it is
            seen is decided by the mandates of today either way.

    Raises:
        NoSuchCaseError: There is none, or not for this account.
        ProblemError: The office did not have the case on that day.
    """
    dossier, _ = door.look(account, numbered(case))
    actor = Actor(account, copies.mandates_held(account, case))
    today = timezone.localdate()
    held = actor.mandates_for(case, today)
    kept = restrictions(dossier, held, today)
    if on is not None and on < today:
        entries = known_on(dossier.entries, on)
        if not entries:
            raise ProblemError("unknown", f"on {on} the office did not have this case")
        dossier = fold(entries)
    else:
        on = today
    return Opened(dossier, portion(dossier, held, kept=kept), actor, on)


def as_known(found: Opened, known: date | None) -> CaseFile:
    """The case file, as it is judged, as the office had it at the end of the day `known`.

    Raises:
        ProblemError: The office did not have the case on that day.
    """
    if known is None:
        return as_judged(found.dossier, found.on)
    entries = known_on(found.dossier.entries, known)
    if not entries:
        raise ProblemError("unknown", f"on {known} the office did not have this case")
    return as_judged(fold(entries), found.on)


def day(told: date | None, name: str, *, default: date | None) -> date | None:
    """A day that was asked for, or `default`.

    Raises:
        ProblemError: It is out of range.
    """
    if told is not None and not EARLIEST <= told <= LATEST:
        raise ProblemError("form", f"{name} is {told}; give a day from {EARLIEST} to {LATEST}")
    return told or default


def rulings(case: CaseFile, at: date, known: date | None) -> tuple[Ruling, ...]:
    """The rulings on the acts worth judging in a case, each act once for each object."""
    return judge_case(law_in_force(), seen_by_the_door(replace(case, asked=())), Sitting(at, known))


def ruling(case: CaseFile, act: Act, obj: str, at: date, known: date | None) -> Ruling:
    """The ruling on one act on one object.

    Raises:
        ProblemError: The case has no such object for this act.
    """
    law = with_attested_treaties(law_in_force(), case)
    try:
        (found,) = judge_act(law, seen_by_the_door(case), Asked(act, obj or WHOLE), Sitting(at, known))
    except KeyError as error:
        raise ProblemError("unknown", str(error.args[0])) from error
    return found


def act_judged(ident: str) -> Act:
    """The act called `ident`, if norms bear on it.

    Raises:
        ProblemError: They do not, or there is none.
    """
    if ident not in ACTS:
        raise ProblemError("unknown", f"there is no ruling on an act {ident!r}")
    return ACTS[ident]
