"""Things of samples, one by one: what a human needs to judge each, without a word of whom it is about.

Shown are codes and numbers of the entry alone. The case is told once an auditor has asked with reasons, which is an
entry; what it holds is then read in the case, which is recorded as everybody's reading is.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from rogatory.linkage.evidence import Family
from rogatory.linkage.wording import FAMILIES
from rogatory.office.streams.overseeing import Looked, Overseen, Sample
from rogatory.office.words import title_of
from rogatory.oversight.sampling import Kind, drawn, interval
from rogatory.registry.desk.rows.reader import language
from rogatory.registry.ledger import overview
from rogatory.registry.oversight import door, facts, words
from rogatory.registry.oversight.showing import Shown, line, where_of

Facts = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing of a sample.

    Attributes:
        name: What the sample calls it.
        line: The line of the journal it is in; None: it is not there.
        case: Number of the case; empty: nobody has asked for it yet, or it is in none.
        facts: What is told of it, each with its name; empty: nothing that would tell of no person.
        looked: What was found; None: nobody has looked yet.
    """

    name: str
    line: Shown | None
    case: str
    facts: Facts
    looked: Looked | None

    @property
    def register(self) -> str:
        """Of what was not shown the register; empty: it is something else."""
        return self.name.split(":")[1] if ":" in self.name else ""


def things(sample: Sample, stands: Overseen) -> list[Thing]:
    """The things of a sample, in the order of the lot."""
    numbers = {thing: int(thing.partition(":")[0]) for thing in sample.things}
    lines = overview.of_numbers(set(numbers.values()))
    told = door.told_of(set(numbers.values()))
    found = []
    for thing, seq in numbers.items():
        there = lines.get(seq)
        case = where_of(there.case)[1] if there and seq in stands.asked else ""
        known = list(_FACTS[sample.kind](thing, told.get(seq, {})))
        found.append(Thing(thing, line(there) if there else None, case, known, sample.remarks.get(thing)))
    return found


def same_again(sample: Sample) -> bool:
    """Whether the same is drawn again: from what there was at that moment, with the seed that was recorded."""
    population = [one for one in facts.population(sample.kind) if int(one.partition(":")[0]) < sample.upto]
    again = drawn(population, sample.seed, max(1, len(sample.things))) if population else ()
    return len(population) == sample.population and again == sample.things


def share(sample: Sample) -> tuple[int, int, float, float] | None:
    """In how many things somebody did not agree, of how many, and between which shares of all that lies, in per cent.

    None: it was said of none yet.
    """
    wrong, of = sample.judged
    if not of:
        return None
    low, high = interval(wrong, of)
    return wrong, of, 100 * low, 100 * high


def _weak(thing: str, fields: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    __, register, place = thing.split(":")
    yield _("Register"), register
    kept = fields.get("weak")
    of_it = [one for one in kept if one["register"] == register] if isinstance(kept, list) else []
    if len(of_it) < int(place):
        yield _("What was compared"), _("the screening did not keep it: look at the case")
        return
    one = of_it[int(place) - 1]
    yield _("Met by"), str(words.FOUND_BY.get(one["by"], one["by"]))
    yield _("Person or proceedings of the case"), one["object"]
    place_of = {"en": 0, "fr": 1, "nl": 2}[language().value]
    pieces = [f"{FAMILIES[Family(family)][place_of]} {bits}" for family, bits in one["bits"]]
    yield _("What was compared, and for how many bits it speaks"), ", ".join(pieces) or "–"
    if one["needed"]:
        yield _("Bits from which it would have been shown"), one["needed"]


def _bulk(_thing: str, fields: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    told = fields.get("answers")
    if isinstance(told, Mapping):
        yield _("Question"), str(told.get("asked", ""))
        yield _("Answer"), ", ".join(f"{part}: {value}" for part, value in dict(told.get("values", {})).items())
        yield _("Answered at once, as"), str(told.get("together", ""))
    items = fields.get("items")
    if isinstance(items, list):
        yield _("Items"), str(len(items))


def _departed(_thing: str, fields: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    yield _("Departed from the ruling on"), title_of(str(fields.get("departs-from", "")), language())
    yield _("Second person"), str(fields.get("second-role") or "–")
    yield _("Reasons"), _("given, in the case") if fields.get("reasons") else _("none")


def _dismissed(_thing: str, fields: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    yield _("Reasons"), _("given, in the case") if fields.get("reasons") else _("none")


_FACTS = {
    Kind.NOT_SHOWN: _weak,
    Kind.BULK_ANSWERS: _bulk,
    Kind.DEPARTURES: _departed,
    Kind.DISMISSALS: _dismissed,
}
