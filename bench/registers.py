"""Registers brought in and written out: entries a second of processor time, by kind of file."""

import json
from collections.abc import Callable
from itertools import count
from random import Random
from time import process_time

from rogatory.registers.ftm import read_ftm
from rogatory.registers.ftm_writing import write_ftm
from rogatory.registers.imported import Imported
from rogatory.registers.interpol import read_notices
from rogatory.registers.mapping import read_mapping
from rogatory.registers.model import Register, RegisterKind
from rogatory.registers.table import read_table

PARTS = ["ба", "ге", "ди", "жо", "қу", "лә", "мү", "нө", "ры", "са", "ті", "шұ"]
MAPPING = read_mapping(
    b"columns: {No: id, Name: person.names, Born: person.born, Brother: person2.names, Case: proceeding.references}\n"
    b"fixed: {title: A grant, source: An extract, person2.is: sibling}\n",
    "mapping",
)


def run(entries: int) -> None:
    """Bring made-up registers in by every importer, and write one out."""
    random, numbers = Random(7), count(1)
    rows = [(next(numbers), _name(random), random.randrange(1940, 2005), _name(random)) for _ in range(entries)]
    protection = Register("bench", RegisterKind.PROTECTION)
    table = "No,Name,Born,Brother,Case\n" + "".join(f"G{n},{a},{y},{b},№ 15750012{n:07}\n" for n, a, y, b in rows)
    taken = _measured("a table", table, lambda data: read_table(data, "t", MAPPING, protection))
    begun = process_time()
    written = "\n".join(write_ftm(taken.register.entries))
    _told("written as FollowTheMoney", entries, process_time() - begun, len(written))
    _measured("our own FollowTheMoney", written, lambda data: read_ftm(data, "f", protection))
    theirs = "\n".join(json.dumps(_person(n, name, born)) for n, name, born, _ in rows)
    _measured("FollowTheMoney of others", theirs, lambda data: read_ftm(data, "f", protection))
    notices = json.dumps([_notice(n, name, born) for n, name, born, _ in rows])
    _measured("notices", notices, lambda data: read_notices(data, "n", Register("bench", RegisterKind.NOTICES)))


def _measured(name: str, text: str, read: Callable[[bytes], Imported]) -> Imported:
    data = text.encode()
    begun = process_time()
    imported = read(data)
    _told(name, imported.report.taken, process_time() - begun, len(data))
    return imported


def _told(name: str, entries: int, seconds: float, size: int) -> None:
    print(f"{name:26} {entries:9,} entries {size / 1e6:7.1f} MB {seconds:7.2f} s {entries / seconds:9,.0f}/s")


def _name(random: Random) -> str:
    return " ".join("".join(random.choices(PARTS, k=3)).capitalize() for _ in range(2))


def _person(number: int, name: str, born: int) -> dict[str, object]:
    properties = {"name": [name], "birthDate": [str(born)], "nationality": ["kz"], "gender": ["male"]}
    return {"id": f"p{number}", "schema": "Person", "properties": properties}


def _notice(number: int, name: str, born: int) -> dict[str, object]:
    warrant = {"issuing_country_id": "KZ", "charge": "Fraud"}
    forename, _, family = name.partition(" ")
    return {
        "entity_id": f"2031/{number}", "forename": forename, "name": family, "date_of_birth": f"{born}/01/01",
        "nationalities": ["KZ"], "sex_id": "M", "arrest_warrants": [warrant],
    }  # fmt: skip
