"""The registers that come with the program: the invented ones meet the invented request, the others name nobody."""

import re
from pathlib import Path

import pytest

from rogatory.intake.reading import read_case
from rogatory.linkage.evidence import Closeness
from rogatory.linkage.proceedings import compare_proceedings
from rogatory.registers.model import Register
from rogatory.registers.reading import read_register

CASES = Path(__file__).parents[2] / "cases"
FILES = sorted((CASES / "registers").glob("*.yaml"))
INVENTED = [path for path in FILES if path.stem.startswith("invented-")]
FOUNDING = [path for path in FILES if path.stem.startswith("founding-")]
INITIALS = re.compile(r"(?:[A-Z]\.)+")


def register(path: Path) -> Register:
    return read_register(path.read_bytes(), path.name)


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_each_is_read_and_called_as_its_file(path):
    assert register(path).id == path.stem
    assert path in INVENTED or path in FOUNDING


@pytest.mark.parametrize("path", INVENTED, ids=lambda p: p.stem)
def test_the_invented_request_meets_each_by_its_proceedings_and_by_no_same_spelling(path):
    case = read_case((CASES / "examples" / "lawyer-and-brother.yaml").read_bytes(), "case.yaml")
    (asked,) = case.proceedings
    first = register(path).entries[0]
    assert compare_proceedings(asked, first.proceedings[0]).closeness is Closeness.IDENTICAL
    spelt = {*case.persons[0].known_as.names, *(party.name for party in asked.parties)}
    assert not spelt & {name for person in first.persons for name in person.identity.names}


@pytest.mark.parametrize("path", FOUNDING, ids=lambda p: p.stem)
def test_of_the_founding_case_there_are_initials_and_sources_it_cites(path):
    founding = (CASES / "founding.yaml").read_text(encoding="utf-8")
    cited = " ".join(founding.split())
    for entry in register(path).entries:
        assert all(INITIALS.fullmatch(name) for person in entry.persons for name in person.identity.names)
        told = [entry.source, *(p.source for p in entry.proceedings), *(r.source for r in entry.relations)]
        assert [part for source in told for part in source.split("; ") if part not in cited] == []
