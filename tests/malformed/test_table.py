"""Every malformed file is refused in one line that names file, line, field, problem and mend; nothing is judged."""

from pathlib import Path

import pytest
import yaml

from rogatory.intake import yaml_source
from rogatory.intake.reading import read_case
from tests.cli.desk import rogatory
from tests.malformed.foreign import AS_JSON, FOREIGN, FULL
from tests.malformed.sound import NAMES, SOUND, Foreign, changes, faults_of, says, spoilt

LONGEST = 1_000
"""Characters a message has at most, whatever stands in the file."""
SPOILT = [spoilt(change) for table in NAMES for change in changes(table)]
EVERY = [*SPOILT, *FOREIGN]


def names(rows: list[Foreign]) -> list[str]:
    return [row.name for row in rows]


def test_the_table_is_long_and_names_each_failure_once() -> None:
    assert len(EVERY) >= 300
    assert len(set(names(EVERY))) == len(EVERY)


def test_the_file_that_is_spoilt_is_sound() -> None:
    assert faults_of(SOUND.encode()) == []


@pytest.mark.parametrize("row", SPOILT, ids=names(SPOILT))
def test_one_mistake_is_one_fault_with_line_field_problem_and_mend(row: Foreign) -> None:
    (fault,) = faults_of(row.data)
    assert says(fault, row.said), fault
    assert len(fault) < LONGEST


@pytest.mark.parametrize("row", FOREIGN, ids=names(list(FOREIGN)))
def test_what_is_no_case_file_is_refused_for_what_it_is(row: Foreign) -> None:
    assert says(faults_of(row.data)[0], row.said), faults_of(row.data)[0]


def test_the_parser_written_in_python_refuses_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_source, "_Loader", yaml.SafeLoader)
    for row in SPOILT[::4]:
        assert [fault for fault in faults_of(row.data) if not says(fault, row.said)] == [], row.name
    # What it says of broken YAML is its own, and so is the line where it noticed.
    assert [row.name for row in FOREIGN if not faults_of(row.data)] == []


@pytest.mark.parametrize("row", EVERY, ids=names(EVERY))
def test_the_command_says_so_and_nothing_else(row: Foreign, tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_bytes(row.data)
    for options in ((), ("--json",)):
        result = rogatory("assess", str(path), *options)
        assert (result.exit_code, result.stdout) == (2, "")
        first, *_, last = result.stderr.splitlines()
        assert says(first, f"{path}: {row.said}")
        assert last.startswith(f"{path} has ")
        assert last.endswith("; nothing was judged.")
        assert "Traceback" not in result.stderr


@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbf" + SOUND.encode(),
        SOUND.replace("\n", "\r\n").encode(),
        b"---\n" + SOUND.encode() + b"...\n",
        b"%YAML 1.1\n---\n" + SOUND.encode(),
        b"# A comment\n\n" + SOUND.encode(),
        AS_JSON,
        FULL,
        SOUND.replace("A sound file", "Ré\u202fé 写 \U0001f600").encode(),
        SOUND.replace("A sound file", '"A\\tfile\\u0007"').encode(),
        SOUND.replace("name: C.D.", "name: 'null'").encode(),
        SOUND.replace("authority: Prosecutor General", "authority: ''").encode(),
        SOUND.replace("requested_state: BE", "requested_state: NO").encode(),
        SOUND.replace("requesting_state: KZ", "requesting_state: SU").encode(),
    ],
    ids=[
        "a byte order mark", "line ends of Windows", "marks of a document", "a version of YAML", "comments", "JSON",
        "as large as may be", "letters of all scripts", "control characters as escapes",
        "a person called null", "an empty text in quotes", "Norway", "a state that has ended",
    ],
)  # fmt: skip
@pytest.mark.parametrize("loader", [yaml_source._Loader, yaml.SafeLoader], ids=["C", "Python"])
def test_what_looks_odd_and_is_sound_is_read(data: bytes, loader: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_source, "_Loader", loader)
    assert faults_of(data) == []


def test_a_finding_without_a_name_gets_one_that_nobody_else_has() -> None:
    text = SOUND.replace("  - question: arrest.since", "  - id: finding-2\n    question: arrest.since")
    names = [finding.id for finding in read_case(text.encode(), "case.yaml").findings]
    assert names[:3] == ["status", "finding-3", "finding-2"]
    assert len(set(names)) == len(names)
