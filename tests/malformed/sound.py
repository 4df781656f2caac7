"""A sound case file that uses every field, and what is done to it."""

from dataclasses import dataclass

from rogatory.intake.errors import CaseFileError
from rogatory.intake.reading import read_case

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
"""


@dataclass(frozen=True, slots=True)
class Spoilt:
    """The sound file with one thing wrong.

    Attributes:
        name: The failure.
        old: What stands in the sound file (exactly once).
        new: What stands there instead.
        said: The whole message, without the name of the file: line, field, problem, mend.
    """

    name: str
    old: str
    new: str
    said: str

    @property
    def data(self) -> bytes:
        """The file."""
        assert SOUND.count(self.old) == 1, f"{self.old!r} stands {SOUND.count(self.old)} times in the sound file"
        return SOUND.replace(self.old, self.new).encode()


@dataclass(frozen=True, slots=True)
class Foreign:
    """Bytes that are no case file at all.

    Attributes:
        name: The failure.
        data: The bytes.
        said: The whole message, without the name of the file.
    """

    name: str
    data: bytes
    said: str


def faults_of(data: bytes) -> list[str]:
    """What the reader says of a file; empty if it is sound."""
    try:
        read_case(data, "case.yaml")
    except CaseFileError as error:
        return [str(fault) for fault in error.faults]
    return []
