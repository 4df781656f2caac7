"""A sound case file that uses every field, and what is done to it."""

import re
from dataclasses import dataclass
from pathlib import Path

from rogatory.intake.errors import CaseFileError
from rogatory.intake.reading import read_case

TABLES = Path(__file__).parent / "tables"
NAMES = ("shape", "values", "references", "days")
"""The tables of mistakes."""
REPEATED = re.compile(r"«(.+?)×(\d+)»")
SOUND = """\
id: sound
title: A sound file
request:
  kind: mla
  requesting_state: KZ
  requested_state: BE
  received: 2025-03-03
  authority: Prosecutor General
  summary: Search and interview.
persons:
  - id: P1
    name: A.B.
  - id: P2
    name: C.D.
    note: Her brother.
measures:
  - id: search
    type: search
    text: Her home.
    persons: [P1]
  - id: interview
    type: interview
assurances:
  - id: use
    against: use-limits
    given: 2025-03-03
    given_by: Ministry of Justice
    text: These proceedings only.
    persons: [P1]
items:
  - id: laptop
    text: A computer.
    package: parcel
packages: [parcel]
findings:
  - id: status
    question: person.refugee_here
    about: P1
    answer: yes
    since: 2019-06-14
    known: 2019-07
    source: Decision of the asylum authority
  - question: request.protected_ground
    answer: [political-opinion, religion]
    grade: substantial
    as_of: 2024-11
  - question: arrest.since
    answer: 2025-03-01
  - question: assurance.specific
    about: use
    answer: no
  - question: assurance.specific
    against: death-penalty
    answer: unknown
  - question: person.opposition
    about: P2
    answer: yes
    since: 2010
    until: 2015
    conclusion: true
    by: The registry
    note: Until the party was dissolved.
events:
  - on: 2025-04-02
    text: She asks for access to the file.
    source: Application on file
    known: 2025-04-03
    shows:
      - question: remedy.pending
        answer: yes
acts:
  - act: execute
    on: search
    at: 2025-04-10
    note: Planned.
  - act: open-file
decided:
  body: Court of Appeal
  citation: 2025/1
  on: 2025-05
  result: refuse
  expect: [forbidden]
  act: grant
  object: search
  text: She is a refugee.
  sources: [The judgment]
treaties:
  - state: KZ
    instrument: BILATERAL:BE-KZ
    status: party
    since: 2001-01-01
    source: Official Gazette
notes: For readers.
sources:
  - The file
relations:
  - of: P2
    kind: sibling
    to: P1
    source: The request, page 3
proceedings:
  - id: bank
    state: KZ
    references:
      - text: No. 127512345000001
        where: The request, page 1
    bodies: [Investigation service, District court]
    officials: [E. F.]
    offences:
      - text: Embezzlement
    articles:
      - text: Art. 176(4)(b) CC
    period:
      first: 2005
      last: 2009-02
    opened: 2012
    places: [Almaty]
    parties:
      - person: P1
        role: accused
      - name: G. H.
    victims: [A bank]
    amounts:
      - text: KZT 1 200 000 000
    related:
      - text: No. 117512345000002
    source: The request
"""
WITH_IDENTITY = SOUND.replace(
    "    note: Her brother.\n",
    """\
    note: Her brother.
    identity:
      names: [Ц. Д., C. Dovich]
      born: [1968-03-05, c. 1968]
      sex: m
      nationalities: [KZ]
      places: [Almaty]
      numbers: ["KZ:680305450010"]
""",
)
"""The sound file with what else can be said of a person."""


@dataclass(frozen=True, slots=True)
class Foreign:
    """Bytes that are no sound case file.

    Attributes:
        name: The failure.
        data: The bytes.
        said: The first message, without the name of the file: line, field, problem, mend. "…" stands for words that
            are not ours, or that grow with the law.
    """

    name: str
    data: bytes
    said: str


@dataclass(frozen=True, slots=True)
class Change:
    """One mistake in the sound file.

    Attributes:
        name: The failure.
        old: Lines taken out, with those around them.
        new: Lines put in, with those around them.
        said: What is said of it.
    """

    name: str
    old: str
    new: str
    said: str

    def fits(self, text: str) -> bool:
        """Whether the lines taken out stand in the text once."""
        return f"\n{text}".count(f"\n{self.old}") == 1

    def made(self, text: str) -> str:
        """The text with the mistake."""
        return f"\n{text}".replace(f"\n{self.old}", f"\n{self.new}")[1:]


def changes(table: str) -> list[Change]:
    """The mistakes of a table.

    An entry: its name behind `==`, lines of the sound file taken out (`-`), put in (`+`) or left to show where (a
    space), and what is said of it behind `!`. `«x×5»` is xxxxx.
    """
    text = (TABLES / f"{table}.txt").read_text(encoding="utf-8")
    found = [_entry(block.splitlines()) for block in text.split("\n== ")[1:]]
    assert [change.name for change in found if not change.fits(SOUND)] == []
    return found


def _entry(lines: list[str]) -> Change:
    old = "".join(f"{line[1:]}\n" for line in lines[1:] if line[:1] in (" ", "-"))
    new = "".join(f"{line[1:]}\n" for line in lines[1:] if line[:1] in (" ", "+"))
    (said,) = (line[2:] for line in lines[1:] if line.startswith("! "))
    return Change(lines[0], old, REPEATED.sub(lambda found: found[1] * int(found[2]), new), said)


def spoilt(change: Change) -> Foreign:
    """The sound file with one mistake."""
    return Foreign(change.name, change.made(SOUND).encode(), change.said)


def faults_of(data: bytes) -> list[str]:
    """What the reader says of a file; empty if it is sound."""
    try:
        read_case(data, "case.yaml")
    except CaseFileError as error:
        return [str(fault) for fault in error.faults]
    return []


def says(line: str, said: str) -> bool:
    """Whether a message says what is expected."""
    return re.fullmatch(".*".join(re.escape(part) for part in said.split("…")), line) is not None
