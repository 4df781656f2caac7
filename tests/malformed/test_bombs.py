"""A file made to take time or memory takes neither."""

import json
from pathlib import Path

import pytest
import yaml

from rogatory.intake import yaml_source
from rogatory.intake.errors import CaseFileError
from rogatory.intake.reading import read_case
from rogatory.intake.tally import MOST_FAULTS
from tests.malformed.bombs import BOMBS, HEAD, many
from tests.malformed.command import ONE_AFTER_ANOTHER, Run, measure

MOST_SECONDS = 2.0
MOST_MEBIBYTES = 200
LONGEST_ANSWER = 100_000


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """What the command takes for a small file with one fault."""
    path = tmp_path_factory.mktemp("usual") / "case.yaml"
    path.write_text("id: a\n", encoding="utf-8")
    return measure("-m", "rogatory", "assess", str(path))


def test_bombs_are_refused_in_little_time_and_memory(usual: Run, tmp_path: Path) -> None:
    names = {f"{number:02}.yaml": name for number, name in enumerate(BOMBS)}
    for file, name in names.items():
        (tmp_path / file).write_bytes(BOMBS[name])
    run = measure(str(ONE_AFTER_ANOTHER), str(tmp_path))
    told = json.loads(run.output)
    assert {names[file] for file in told} == set(BOMBS)
    for file, one in told.items():
        assert one["code"] == 2, names[file]
        assert one["seconds"] < MOST_SECONDS, names[file]
        assert one["said"].startswith(f"{tmp_path / file}: "), names[file]
        assert len(one["said"]) < LONGEST_ANSWER, names[file]
    # The peak of a process that reads all of them is at least that of each.
    assert run.mebibytes - usual.mebibytes < MOST_MEBIBYTES


@pytest.mark.parametrize("name", list(BOMBS)[::6])
def test_in_a_process_of_its_own_a_bomb_is_refused_too(name: str, usual: Run, tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_bytes(BOMBS[name])
    run = measure("-m", "rogatory", "assess", str(path), "--json")
    assert (run.code, run.output, "Traceback" in run.complaint) == (2, "", False)
    assert run.mebibytes - usual.mebibytes < MOST_MEBIBYTES
    assert run.seconds < MOST_SECONDS


def test_a_file_of_a_hundred_mebibytes_is_refused_almost_unread(usual: Run, tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    with path.open("wb") as file:
        file.write(HEAD.encode())
        file.truncate(100 * 2**20)
    run = measure("-m", "rogatory", "assess", str(path))
    assert (run.code, "more than 1,000,000 bytes" in run.complaint) == (2, True)
    assert run.mebibytes - usual.mebibytes < 10
    assert run.seconds < MOST_SECONDS


@pytest.mark.parametrize("name", BOMBS)
def test_the_parser_written_in_python_refuses_bombs_too(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_source, "_Loader", yaml.SafeLoader)
    # It is slow; what it is given here is a tenth of each bomb.
    data = BOMBS[name]
    with pytest.raises(CaseFileError):
        read_case(data if len(data) > yaml_source.LARGEST_BYTES else data[: len(data) // 10], "case.yaml")


def test_of_very_many_faults_the_first_are_told_and_the_others_counted() -> None:
    with pytest.raises(CaseFileError) as refused:
        read_case(many("f#: 1\n", 1_000), "case.yaml")
    *told, last = refused.value.faults
    assert [fault.field for fault in told] == [f"f{i}" for i in range(MOST_FAULTS)]
    assert str(last) == "900 further faults. Mend these first, then read it again."


def test_a_file_at_the_limits_is_read() -> None:
    persons = many("- {id: P#, name: x}\n", 1_000, "persons:\n")
    findings = many("- {question: person.opposition, about: P#, answer: yes}\n", 1_000, "findings:\n")
    case = read_case(persons + findings.removeprefix(HEAD.encode()), "case.yaml")
    assert (len(case.persons), len(case.findings)) == (1_000, 1_000)
