"""Lines of the journal and things of samples as pages and API show them to an auditor."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from rogatory.law.acts import Role
from rogatory.law.wording.terms import term
from rogatory.office.dossier import BARRED, PROPOSED
from rogatory.office.filing import CUSTODY, EVERY_ACT, MAIL, OVERSEEING, REVIEW, STAFFING
from rogatory.office.overseeing import Sample
from rogatory.office.protected import OF_THE_COMPARTMENT
from rogatory.office.words import record_of, title_of
from rogatory.oversight.sampling import drawn
from rogatory.people.mandates import EVERY_CASE, OVERSIGHT, is_mail, is_register, is_seizure, of_seizure_stream
from rogatory.registry.desk.reader import language
from rogatory.registry.ledger import overview
from rogatory.registry.ledger.reading import size
from rogatory.registry.oversight import facts

APART = "apart"
"""What stands in the place of an act of the compartment of protection."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A line as it is shown.

    Attributes:
        seq: Number of the entry.
        at: Moment.
        act: Identifier of the act.
        record: What the record says, in words.
        role: Role in words; empty: not told.
        where: `case`, `seizure`, `register`, `mail`, `office` or `oversight`.
        case: Another name of the case; empty: it is in none.
        hash: Hash of the entry in the journal, in hexadecimal.
    """

    seq: int
    at: datetime
    act: str
    record: str
    role: str
    where: str
    case: str
    hash: str


def line(found: overview.Line) -> Shown:
    """A line of the journal with another name in the place of the case."""
    where, case = _where(found.case)
    known = found.role in {role.value for role in Role}
    role = term(Role(found.role), language()) if known else found.role
    name = facts.pseudonym("case", case) if case else ""
    at = timezone.localtime(found.at)
    if found.act in OF_THE_COMPARTMENT:
        # That something is there, and no more: neither what, nor by whom, nor in which case.
        return Shown(found.seq, at, APART, _record(APART), "", where, "", found.hash)
    return Shown(found.seq, at, found.act, _record(found.act), role, where, name, found.hash)


def _record(act: str) -> str:
    told = {
        BARRED: _("attempt barred"),
        PROPOSED: _("act proposed, waits for a second person"),
        APART: _("something in the compartment of protection"),
    }
    return told.get(act) or record_of(act, language())


def _where(stream: str) -> tuple[str, str]:
    """Of which kind a stream is, and the case it belongs to."""
    if stream == EVERY_CASE:
        return "office", ""
    if stream == OVERSIGHT:
        return "oversight", ""
    if is_register(stream):
        return "register", ""
    if is_mail(stream):
        return "mail", ""
    return ("seizure", of_seizure_stream(stream)[0]) if is_seizure(stream) else ("case", stream)


def acts() -> list[tuple[str, str]]:
    """Every act that can stand in the journal, with its title."""
    known = {**EVERY_ACT, **STAFFING, **CUSTODY, **MAIL, **REVIEW, **OVERSEEING}
    found = [(act, title_of(act, language())) for act in known if act not in OF_THE_COMPARTMENT]
    return [(BARRED, _record(BARRED)), (PROPOSED, _record(PROPOSED)), *found]


def bounds(day: str) -> tuple[int, int]:
    """Numbers of the first entry of a day and of the one after its last; of no day, of the whole journal."""
    try:
        first = datetime.combine(date.fromisoformat(day), time(), timezone.get_current_timezone())
        following = first + timedelta(days=1)
    except (ValueError, OverflowError):
        return 0, size()
    return overview.first_since(first), overview.first_since(following)


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing of a sample: the line it is, the case it stands in, and what was seen in it.

    Attributes:
        name: What the sample calls it.
        line: The line; None: it is not there.
        case: Number of the case: who looks at what was drawn by lot must open it, and that is recorded.
        register: Of what was not shown: the register; empty: it is something else.
        remark: What was seen in it, when and by whom; None: nobody has looked yet.
    """

    name: str
    line: Shown | None
    case: str
    register: str
    remark: tuple[int, datetime, str, str] | None


def things(sample: Sample) -> list[Thing]:
    """The things of a sample, in the order of the lot."""
    numbers = {thing: int(thing.partition(":")[0]) for thing in sample.things}
    lines = overview.of_numbers(set(numbers.values()))
    found = []
    for thing, seq in numbers.items():
        there = lines.get(seq)
        case = _where(there.case)[1] if there else ""
        shown = line(there) if there else None
        found.append(Thing(thing, shown, case, thing.partition(":")[2], sample.remarks.get(thing)))
    return found


def same_again(sample: Sample) -> bool:
    """Whether the same is drawn again: from what there was at that moment, with the seed that was recorded."""
    population = [one for one in facts.population(sample.kind) if int(one.partition(":")[0]) < sample.upto]
    again = drawn(population, sample.seed, max(1, len(sample.things))) if population else ()
    return len(population) == sample.population and again == sample.things
