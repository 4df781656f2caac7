"""What a command opens before it works: the case file, the law, the acts and days named on the command line."""

import sys
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from rogatory.casefile.model import Asked, CaseFile
from rogatory.casefile.view import View
from rogatory.cli.page import Code, stop
from rogatory.decision.bench import NoDayError, Sitting, judge_act, with_attested_treaties
from rogatory.deployment.law_in_force import PackError, law_in_force
from rogatory.examination.recorded import with_record
from rogatory.examination.resting import resting_on
from rogatory.intake.days import last_day
from rogatory.intake.errors import CaseFileError
from rogatory.intake.reading import read_case
from rogatory.intake.yaml_source import LARGEST_BYTES
from rogatory.law.acts import ACTS, Act, acts_asked
from rogatory.law.conditions import Condition, atoms
from rogatory.law.corpus import Law
from rogatory.law.norms import Norm, Who
from rogatory.law.ruling import NormState, Ruling
from rogatory.states.record.holding import packaged_record
from rogatory.states.records import NOT_NAMED, TreatyDataError, UnknownInstrumentError

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Sought:
    """What the command line asks for.

    Attributes:
        acts: Names of the acts; empty: those the file asks for, or those worth judging for its kind.
        on: Object; empty: every object.
        as_of: Day at which facts, bonds and law are taken; empty: see `Sitting`.
        known_at: Day whose knowledge is used; empty: everything on file.
        house_rules: Whether the policies of this system are applied beside the law.
    """

    acts: tuple[str, ...] = ()
    on: str = ""
    as_of: str = ""
    known_at: str = ""
    house_rules: bool = True


Wanted = tuple[tuple[Asked, Sitting], ...]
"""Acts to judge, each with its day."""


def open_case(name: str) -> CaseFile:
    """Read the case file called `name`; `-` is the standard input."""
    try:
        return read_case(bytes_of(name), name)
    except CaseFileError as error:
        count = len(error.faults)
        what = "1 fault" if count == 1 else f"{count} faults"
        stop(Code.BAD_INPUT, *(f"{name}: {f}" for f in error.faults), f"{name} has {what}; nothing was judged.")
    except OSError as error:
        stop(Code.BAD_INPUT, f"{name}: cannot be read ({error.strerror}). Check the name of the case file.")


def bytes_of(name: str, largest: int = LARGEST_BYTES) -> bytes:
    """What stands in the file, or on the standard input; of what is larger than `largest`, enough to be refused.

    Raises:
        OSError: It cannot be read.
    """
    if name == STANDARD_INPUT:
        return sys.stdin.buffer.read(largest + 1)
    with Path(name).open("rb") as file:
        return file.read(largest + 1)


def open_law(*, house_rules: bool = True) -> Law:
    """The law in force, whole and sound, or no law at all."""
    try:
        law = law_in_force()
        for norm in law.norms:
            _check(norm, law)
        chosen = law if house_rules else law.without_house_rules()
        # What cannot be hashed cannot be named in a ruling.
        _ = chosen.hash
    except (PackError, ValueError, TypeError) as error:
        stop(Code.BAD_LAW, f"The law cannot be assembled: {error}", "Nothing was judged.")
    return chosen


def _check(norm: Norm, law: Law) -> None:
    """A norm may only ask what stands in the vocabulary, and rest on an instrument the matrix lists.

    Raises:
        ValueError: It asks, or rests on, something else.
    """
    if norm.bound.who is not Who.STATE and norm.bound.who is not Who.NO_TREATY:
        for instrument in norm.bound.by:
            try:
                law.treaties.bound(NOT_NAMED, instrument, date.min)
            except UnknownInstrumentError as error:
                msg = f"norm {norm.id}: {error}"
                raise ValueError(msg) from None
    cure, fulfilled = norm.cure, norm.fulfilled
    asked: list[Condition] = [norm.when, *(u.when for u in norm.unless)]
    asked += [cure.met] if cure else []
    asked += [cure.failed] if cure and cure.failed is not None else []
    asked += [fulfilled] if fulfilled is not None else []
    for atom in (a for c in asked for a in atoms(c)):
        if atom.question not in law.vocabulary:
            msg = f"norm {norm.id} asks {atom.question}, which is not in the vocabulary; mend or remove its pack"
            raise ValueError(msg)


def acts_named(names: Iterable[str]) -> tuple[Act, ...]:
    """The acts called so."""
    found = []
    for name in names:
        if name not in ACTS:
            stop(Code.NOTHING, f"There is no act {name!r}. {near(name, ACTS) or 'The acts are: ' + ', '.join(ACTS)}")
        found.append(ACTS[name])
    return tuple(found)


def near(word: str, words: Iterable[str]) -> str:
    """What may have been meant by `word`; empty if nothing is close."""
    known = list(words)
    # Part of a name finds the names that hold it; only then is it taken for a slip.
    holding = sorted((w for w in known if word and word.lower() in w.lower()), key=lambda w: not w.startswith(word))
    close = holding[:5] or get_close_matches(word, known, 3, 0.6)
    return f"Did you mean {' or '.join(close)}?" if close else ""


def day_named(text: str, option: str) -> date | None:
    """The day given to `option`; None if none was. A month or a year is taken at its last day."""
    if not text:
        return None
    try:
        return last_day(text)
    except ValueError as error:
        stop(Code.BAD_INPUT, f"{option}: {error}.")


def wanted(case: CaseFile, sought: Sought) -> Wanted:
    """The acts to judge, each on its object and day."""
    sitting = Sitting(day_named(sought.as_of, "--as-of"), day_named(sought.known_at, "--known-at"))
    view = View(case, date.min)
    if sought.acts:
        asked = tuple(a for act in acts_named(sought.acts) for a in _of_act(case, act, sought))
    else:
        asked = case.asked or tuple(Asked(a) for a in acts_asked(case.request.kind))
        if sought.on:
            asked = tuple(replace(a, on=sought.on) for a in asked if _can_be_on(view, a, sought.on))
            if not asked:
                stop(Code.NOTHING, f"No act of {case.id} to judge on {sought.on!r}. {_objects(view)}")
    for a in asked:
        if a.on and a.on not in view.objects(a.act):
            has = f"this case has {', '.join(view.objects(a.act))}"
            code = Code.NOTHING if sought.on else Code.BAD_INPUT
            stop(code, f"{case.id}: {a.act.id} cannot be done to {a.on!r}; {has}.")
    return tuple((a, _sitting(case, a, sitting)) for a in asked)


def _of_act(case: CaseFile, act: Act, sought: Sought) -> tuple[Asked, ...]:
    """An act named on the command line, on the days the file gives it unless a day was named too."""
    in_file = tuple(a for a in case.asked if a.act is act and (not sought.on or a.on in ("", sought.on)))
    if sought.as_of or not in_file:
        return (Asked(act, sought.on),)
    return tuple(replace(a, on=sought.on or a.on) for a in in_file)


def _can_be_on(view: View, asked: Asked, obj: str) -> bool:
    return obj in view.objects(asked.act) and asked.on in ("", obj)


def _objects(view: View) -> str:
    found = dict.fromkeys(o for act in ACTS.values() for o in view.objects(act))
    return f"This case has: {', '.join(found)}."


def _sitting(case: CaseFile, asked: Asked, sitting: Sitting) -> Sitting:
    """The day is fixed before anything is supposed: an answer supposed must not move it."""
    return sitting if sitting.at or asked.at else replace(sitting, at=case.last_day())


@dataclass(frozen=True, slots=True)
class Heard:
    """A case that was judged.

    Attributes:
        case: The case.
        law: The law applied, with the treaty statuses attested in the file.
        rulings: The rulings, in the order of the acts.
    """

    case: CaseFile
    law: Law
    rulings: tuple[Ruling, ...]

    @property
    def several_days(self) -> bool:
        """Whether the rulings are not all of one day, so that each has to name its own."""
        return len({r.at for r in self.rulings}) > 1

    def resting_on(self, ruling: Ruling) -> tuple[NormState, ...]:
        """The norms that carry a ruling."""
        return resting_on(self.law.program(ruling.act, ruling.context), ruling)


def _on_record(case: CaseFile, day: date | None) -> CaseFile:
    """The case with what the record that comes with the program opens on a day; None: no day is known."""
    return with_record(case, packaged_record(), day) if day else case


def hear(law: Law, case: CaseFile, acts: Wanted) -> Heard:
    """Judge `acts`."""
    try:
        law = with_attested_treaties(law, case)
        files = [(_on_record(case, sitting.at or asked.at), asked, sitting) for asked, sitting in acts]
        rulings = tuple(r for file, asked, sitting in files for r in judge_act(law, file, asked, sitting))
        return Heard(_on_record(case, max((r.at for r in rulings), default=None)), law, rulings)
    except NoDayError as error:
        stop(Code.BAD_INPUT, f"{error}. Add --as-of 2019-10-01, or `received:` to the file.")
    except TreatyDataError as error:
        stop(Code.BAD_INPUT, f"{error}")
