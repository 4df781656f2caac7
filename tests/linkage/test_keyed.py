"""Registers by keys in a table give the same screening as registers in memory. All names are invented."""

from collections import Counter
from dataclasses import replace
from heapq import nlargest

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rogatory.casefile.model import CaseFile, Person
from rogatory.casefile.parties import Identity, Party, Proceeding, Relation, Told
from rogatory.linkage.book import Book
from rogatory.linkage.keyed import Keyed, borne_in, keys_of
from rogatory.linkage.keys import LIMIT
from rogatory.linkage.model import Screening
from rogatory.linkage.screening import screen
from rogatory.names.skeleton import word_skeleton
from rogatory.registers.model import Known, Register, RegisterEntry, RegisterKind
from tests.linkage.founding import ALL, KNOWN, NAMED, NUMBER, REQUEST, TODAY


class Dictionary:
    """The table of keys as a database would answer from it."""

    def __init__(self, entries: list[RegisterEntry]) -> None:
        self.told = dict(enumerate(entries, 1))
        self.rows: dict[str, list[tuple[int, int]]] = {}
        self.words: Counter[str] = Counter()
        for number, entry in self.told.items():
            self.words += borne_in(entry)
            for key, part in sorted(keys_of(entry)):
                self.rows.setdefault(key, []).append((number, part))

    def counted(self, keys, most):
        return {key: min(most, len(self.rows[key])) for key in keys if key in self.rows}

    def best(self, lookups, most):
        best: dict[tuple[tuple[int, int], int], float] = {}
        for one in lookups:
            for at in self.rows.get(one.key, ())[:LIMIT]:
                best[at, one.place] = max(one.bits, best.get((at, one.place), 0.0))
        gained: Counter[tuple[int, int]] = Counter()
        for (at, _), bits in best.items():
            gained[at] += bits  # type: ignore[assignment]
        return nlargest(most, gained, key=lambda at: (gained[at], -at[0], -at[1]))

    def under(self, keys):
        return [(key, *at) for key in keys for at in self.rows.get(key, ())]

    def entries(self, numbers):
        return {number: self.told[number] for number in numbers}

    def borne(self, words):
        return {word: self.words[word] for word in words if word in self.words}

    def known(self, register, at):
        return sum(e.register == register and e.learned <= at for e in self.told.values())


def both(case: CaseFile, entries: list[RegisterEntry], **more: object) -> tuple[Screening, Screening]:
    """A case screened against registers in memory, and in a table."""
    kinds = dict.fromkeys((e.register, e.kind) for e in entries)
    heads = [Register(ident, kind, as_of="2026-01-31") for ident, kind in kinds]
    book = Book(replace(h, entries=tuple(e for e in entries if e.register == h.id)) for h in heads)
    without = more.get("without", frozenset())
    seen = [e for e in entries if e.register not in without]  # type: ignore[operator]
    table = Dictionary(seen)
    table.words = Dictionary(entries).words
    return (
        screen(case, book, TODAY, ALL, **more),  # type: ignore[arg-type]
        screen(case, Keyed(table, heads), TODAY, ALL, **more),  # type: ignore[arg-type]
    )


GIVEN = ("Ruslan", "Меруерт", "Farhad", "Zeynep", "Оксана", "Viktor", "حسن", "Hüseyin", "Aħmed", "Daniyar", "Khadija")
FAMILY = ("Ospanov", "Бектуров", "Sadykova", "Haddad", "Ткаченко", "Yıldırım", "رحمانی", "Petrenko", "Khahanov", "Chen")
NAMES = tuple(f"{one} {other}" for one in GIVEN for other in FAMILY)
SPELT = (*NAMES, "Hassan Rahmani", "Meruyert Bekturova", "Oxana Tkachenko", "Хусейн Йылдырым", "Sadyqova Farhod", "…")
NUMBERS = (NUMBER, "187500121000008", "2016/123 E.", "197500121000077")


def test_the_founding_pattern_is_met_the_same() -> None:
    memory, table = both(NAMED, list(KNOWN))
    assert {x.entry for x in memory.links} >= {"A-1", "N-1", "V-7"}
    assert memory == table


def test_what_may_not_be_asked_is_neither_met_nor_led_through() -> None:
    memory, table = both(NAMED, list(KNOWN), without=frozenset({"asylum"}))
    assert {x.register for x in table.links} == {"notices", "tortured"}
    assert memory == table


def test_an_empty_table_has_looked_through_nothing() -> None:
    memory, table = both(NAMED, [])
    assert memory == table
    assert not table.links


@pytest.mark.parametrize("word", ["Ahmad", "Khahan", "Hahn", "Мұхаммед", "Ospanov", "Ha"])
def test_a_word_is_as_common_in_the_table_as_in_memory(word: str) -> None:
    names = ("Ahmad Khahan", "Amad Hahn", "Akhmad Kahan", "Ahahn Hakahan", "Mukhammed Ospanov", "Мухамед Оспанов", "Ha")
    entries = [entry(i, (name, names[-1 - i])) for i, name in enumerate(names)]
    table = Keyed(Dictionary(entries), ())
    book = Book([Register("r", RegisterKind.NOTICES, entries=tuple(entries))])
    bearers = book._names.bearers(word_skeleton(word))
    assert table.rarity(word_skeleton(word)) == book.rarity(word_skeleton(word))
    assert bearers > 0


def entry(number: int, names: tuple[str, ...], **more: object) -> RegisterEntry:
    who = (Known("p", Identity(names, born=("1975-04-12",)), "subject"),)
    kind = RegisterKind.NOTICES
    return RegisterEntry(f"E{number}", "r", kind, "notice", persons=who, source="s", **more)  # type: ignore[arg-type]


persons = st.builds(
    lambda names, born, number: Identity(tuple(names), (born,) if born else (), numbers=number),
    st.lists(st.sampled_from(SPELT), min_size=1, max_size=2),
    st.sampled_from(["", "1975-04-12", "1981"]),
    st.sampled_from([(), ("KZ 750412300123",)]),
)
told = st.builds(
    lambda number, official, party: Proceeding(
        "x", "KZ", (Told(number),) if number else (), officials=(official,) if official else (),
        parties=(Party(name=party, role="accused"),) if party else (),
    ),
    st.sampled_from(["", *NUMBERS]), st.sampled_from(["", *NAMES[:6]]), st.sampled_from(["", *NAMES[:20]]),
)  # fmt: skip


@st.composite
def registers(draw: st.DrawFn) -> list[RegisterEntry]:
    made = []
    for i in range(draw(st.integers(0, 12))):
        kind = draw(st.sampled_from(tuple(RegisterKind)))
        who = tuple(Known(f"p{n}", one, "subject") for n, one in enumerate(draw(st.lists(persons, max_size=2))))
        tie = (Relation("p0", "sibling", "p1", "file"),) if len(who) > 1 else ()
        facts = tuple(replace(x, id=f"f{n}") for n, x in enumerate(draw(st.lists(told, max_size=2))))
        made.append(RegisterEntry(f"E{i}", kind.value, kind, "entry", against=("KZ",), persons=who, relations=tie,
                                  proceedings=facts, source="file", status="withdrawn"))  # fmt: skip
    return made


@st.composite
def requests(draw: st.DrawFn) -> CaseFile:
    who = tuple(Person(f"P{n}", "x", identity=one) for n, one in enumerate(draw(st.lists(persons, max_size=3))))
    facts = tuple(replace(x, id=f"X{n}") for n, x in enumerate(draw(st.lists(told, max_size=2))))
    return CaseFile("c", "c", REQUEST, persons=who, proceedings=facts)


@given(requests(), registers())
@settings(max_examples=40)
def test_every_screening_is_the_same_from_a_table_as_from_memory(case: CaseFile, entries: list[RegisterEntry]) -> None:
    """But for how many were too weak to be shown: each comes upon some of them that the other does not."""
    memory, table = both(case, entries)
    assert memory.links == table.links
    assert memory.coverage == table.coverage
