"""A whole request against registers of growing size: 50 persons and 5 proceedings, with every explanation.

Registers and names are made up. One in five entries tells of proceedings, one in ten of a relative; of the persons of
the request one in five is known, in another spelling.
"""

import gc
from collections.abc import Iterator
from datetime import date
from time import process_time

from bench import measure
from bench.register import MadeUp, register
from rogatory.casefile.model import CaseFile, Person, Request
from rogatory.casefile.parties import Identity, Party, Proceeding, Relation, Told
from rogatory.linkage.book import Book
from rogatory.linkage.model import Band
from rogatory.linkage.screening import screen
from rogatory.linkage.touching import Changes
from rogatory.registers.model import Known, RegisterEntry, RegisterKind

PERSONS, PROCEEDINGS = 50, 5
KNOWN = 10
"""Persons of the request that are planted."""
KINDS = tuple(RegisterKind)
HUB = 2_000
"""Persons of the one entry that is a hub: a judgment on as many, one of whom the request names."""
HUB_BORN = "1961-07-19"
SAMPLE = 20
"""Cases screened, of which the time of one is taken."""


def run(sizes: list[int], repeats: int) -> None:
    """Build each register and screen one request several times; the first time nothing of its names was read before."""
    rows = [("entries", "build s", "first CPU s", "best CPU s", "links", "must be examined", "counted")]
    for size in sizes:
        made = register(size)
        start = process_time()
        book = Book()
        for entry in entries(made):
            book.put(entry)
        build = process_time() - start
        case = request(made)
        gc.collect()
        seconds = []
        for _ in range(repeats):
            start = process_time()
            found = screen(case, book, date(2026, 1, 1))
            seconds.append(process_time() - start)
        timing = measure.Timing(tuple(seconds))
        must = sum(link.band is Band.MUST_EXAMINE for link in found.links)
        counted = sum(number for _, number in found.counted)
        rows.append((f"{len(book):,}", f"{build:.1f}", f"{seconds[0]:.2f}", f"{timing.best:.2f}",
                     str(len(found.links)), str(must), str(counted)))  # fmt: skip
    print(f"A request of {PERSONS} persons and {PROCEEDINGS} proceedings; {repeats} repetitions; load {measure.load()}")
    print(measure.table(rows))


def changed(open_cases: list[int], size: int) -> None:
    """One change of a register against more and more open cases: which it may touch, beside screening them all.

    A case names three persons and one proceeding; of every hundred cases one names somebody who is changed.
    """
    made = register(size)
    book = Book()
    for entry in entries(made):
        book.put(entry)
    came = next(e for e in entries(made) if e.id == "e7")
    rows = [("open cases", "touched", "found s", "ms a case", "screened s", "all screened s")]
    for number in open_cases:
        cases = [_small(made, i) for i in range(number)]
        start = process_time()
        changes = Changes([came], book.size)
        touched = [case for case in cases if changes.touch(case)]
        found = process_time() - start
        start = process_time()
        for case in touched[:SAMPLE]:
            screen(case, book, date(2026, 1, 1))
        each = (process_time() - start) / max(1, len(touched[:SAMPLE]))
        rows.append((f"{number:,}", str(len(touched)), f"{found:.2f}", f"{1e3 * found / number:.2f}",
                     f"{each * len(touched):.1f}", f"{each * number:.0f}"))  # fmt: skip
    print(f"One entry changed in registers of {len(book):,}; a screening taken from {SAMPLE} of those touched")
    print(measure.table(rows))


def _small(made: MadeUp, i: int) -> CaseFile:
    """A case of three persons, one in a hundred of whom the change is about."""
    told = [made.names[(3 * i + n) % len(made.names)] for n in range(100, 103)]
    if i % 100 == 0:
        told[0] = made.names[7]
    persons = tuple(
        Person(f"P{n}", name, identity=Identity((name,), (str(1950 + i % 50),))) for n, name in enumerate(told)
    )
    facts = (Proceeding("X", "KZ", (Told(_number(500_000 + i)),)),)
    return CaseFile(f"c{i}", "Made up", Request("mla", "KZ", "BE"), persons, proceedings=facts)


def _number(i: int) -> str:
    return f"{10 + i % 8}75{i % 100:02}1{i % 100:02}{i:06}"[:15].ljust(15, "0")


def entries(made: MadeUp) -> Iterator[RegisterEntry]:
    names = enumerate(made.names[:HUB])
    hub = tuple(Known(f"h{i}", Identity((name,), (HUB_BORN,) if i == 0 else ())) for i, name in names)
    ties = tuple(Relation("h0", "co-accused", known.id, "judgment") for known in hub[1:])
    yield RegisterEntry("hub", "findings", RegisterKind.FINDINGS, "a judgment on many", form="court", source="judgment",
                        persons=hub, relations=ties)  # fmt: skip
    for i, (name, year) in enumerate(zip(made.names, made.born, strict=True)):
        kind = KINDS[i % len(KINDS)]
        persons = [Known("p", Identity((name,), (str(year),)), "subject")]
        related: tuple[Relation, ...] = ()
        if i % 10 == 0:
            persons.append(Known("r", Identity((made.names[-1 - i],)), "relative"))
            related = (Relation("r", "sibling", "p", "file"),)
        told = (
            (Proceeding("f", "KZ", (Told(_number(i)),), parties=(Party("p", role="accused"),)),) if i % 5 == 0 else ()
        )
        yield RegisterEntry(f"e{i}", kind.value, kind, "entry", persons=tuple(persons), proceedings=told,
                            relations=related, source="file")  # fmt: skip


def request(made: MadeUp) -> CaseFile:
    """A request: names asked in another spelling with the year on record, and names of nobody in the register."""
    persons = []
    for i, asked in enumerate(made.asked[:KNOWN]):
        year = str(made.born[min(asked.entries)])
        persons.append(Person(f"P{i}", asked.name, identity=Identity((asked.name,), (year,))))
    words = [word for name in made.names[:2000] for word in name.split()[:1]]
    persons.append(Person("hub", made.names[0], identity=Identity((made.names[0],), (HUB_BORN,))))
    for i in range(len(persons), PERSONS):
        name = f"{words[i]} {words[-1 - i]}"
        persons.append(Person(f"P{i}", name, identity=Identity((name,), (str(1950 + i),))))
    parties = tuple(Party(p.id, role="accused") for p in persons)
    told = tuple(
        Proceeding(
            f"X{n}", "KZ", (Told(_number(5 * (n + 1) * (1 if n < PROCEEDINGS // 2 else 999_983))),), parties=parties
        )
        for n in range(PROCEEDINGS)
    )
    related = tuple(Relation("P0", "sibling", p.id, "request") for p in persons[1:10])
    return CaseFile(
        "made-up", "Made up", Request("mla", "KZ", "BE"), tuple(persons), proceedings=told, relations=related
    )
