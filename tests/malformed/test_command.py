"""What is no file at all, and what an office sees that runs the command on a malformed one."""

import io
import os
from pathlib import Path
from typing import Any

import pytest

from rogatory.intake.yaml_source import LARGEST_BYTES
from tests.cli.desk import rogatory
from tests.malformed.command import run
from tests.malformed.foreign import FOREIGN
from tests.malformed.sound import NAMES, SOUND, Foreign, changes, says, spoilt

EVERY = [*(spoilt(change) for name in NAMES for change in changes(name)), *FOREIGN]
SAMPLE = EVERY[:: len(EVERY) // 12][:12]


@pytest.mark.parametrize("row", SAMPLE, ids=[row.name for row in SAMPLE])
def test_in_a_process_of_its_own_there_is_no_traceback(row: Foreign, tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_bytes(row.data)
    done = run("assess", str(path), "--json")
    assert (done.returncode, done.stdout) == (2, b"")
    lines = done.stderr.decode().splitlines()
    assert says(lines[0], f"{path}: {row.said}")
    assert "Traceback" not in done.stderr.decode()


@pytest.mark.parametrize(
    "arguments",
    [
        ("assess", "FILE"),
        ("assess", "FILE", "--act", "grant", "--as-of", "2025"),
        ("why", "FILE", "grant"),
        ("questions", "FILE"),
        ("whatif", "FILE", "--answer", "person.opposition=yes"),
    ],
    ids=" ".join,
)
def test_every_command_that_reads_a_case_refuses_it_alike(arguments: tuple[str, ...], tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_text(SOUND.replace("kind: mla", "kind: mlaa"), encoding="utf-8")
    for options in ((), ("--json",)):
        result = rogatory(*(str(path) if word == "FILE" else word for word in arguments), *options)
        assert (result.exit_code, result.stdout) == (2, "")
        assert "line 4, request.kind: 'mlaa' is not allowed here. Did you mean mla?" in result.stderr


def test_a_folder_of_malformed_cases_is_replayed_without_them(tmp_path: Path) -> None:
    for number, row in enumerate(EVERY):
        (tmp_path / f"{number:03}.yaml").write_bytes(row.data)
    result = rogatory("replay", str(tmp_path))
    assert (result.exit_code, result.stdout) == (2, "")
    lines = result.stderr.splitlines()
    for number, row in enumerate(EVERY):
        assert any(says(line, f"{tmp_path}/{number:03}.yaml: {row.said}") for line in lines), row.name


def refused(path: str) -> str:
    """What the command says of a path, on the error stream alone."""
    result = rogatory("assess", path, "--json")
    assert (result.exit_code, result.stdout) == (2, "")
    return result.stderr


@pytest.mark.parametrize("name", ["nowhere.yaml", "nowhere/case.yaml", "a" * 5_000, "case.yaml/inside.yaml"])
def test_a_file_that_is_not_there(name: str, tmp_path: Path) -> None:
    (tmp_path / "case.yaml").write_text(SOUND, encoding="utf-8")
    assert "cannot be read (" in refused(str(tmp_path / name))


def test_a_folder(tmp_path: Path) -> None:
    assert "cannot be read (" in refused(str(tmp_path))


def test_a_link_that_leads_to_itself(tmp_path: Path) -> None:
    (tmp_path / "case.yaml").symlink_to("case.yaml")
    assert "cannot be read (" in refused(str(tmp_path / "case.yaml"))


def test_a_file_nobody_may_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Whoever runs these tests with all rights may read every file; so the refusal is made.
    def forbidden(*_: Any, **__: Any) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", forbidden)
    assert "cannot be read (Permission denied). Check the name of the case file." in refused(str(tmp_path / "case"))


class Counting(io.BytesIO):
    """A file that says how much was read of it."""

    def __init__(self, data: bytes) -> None:
        super().__init__(data)
        self.taken = 0

    def read(self, size: int | None = -1) -> bytes:
        data = super().read(size)
        self.taken += len(data)
        return data


@pytest.mark.parametrize("surplus", [1, 2, 1_000_000])
def test_of_a_file_too_large_no_more_is_read_than_shows_it(surplus: int, monkeypatch: pytest.MonkeyPatch) -> None:
    file = Counting(b"#" * (LARGEST_BYTES + surplus))
    monkeypatch.setattr(Path, "open", lambda *_, **__: file)
    assert "case.yaml: the file has more than 1,000,000 bytes." in refused("case.yaml")
    assert file.taken == LARGEST_BYTES + 1


@pytest.mark.parametrize("name", ["/dev/zero", "-"])
def test_a_file_without_end(name: str) -> None:
    done = run("assess", name, standard_input=Path("/dev/zero"))
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"the file has more than 1,000,000 bytes" in done.stderr


def test_nothing_on_the_standard_input() -> None:
    assert refused("-").startswith("-: the file is empty.")


def test_a_name_that_would_steer_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "case\x1b[2J.yaml"
    path.write_text("id: a", encoding="utf-8")
    assert "\x1b" not in refused(str(path))


def test_a_name_that_is_not_utf_8(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/\xff.yaml"
    done = run("assess", os.fsdecode(name))
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"Traceback" not in done.stderr
