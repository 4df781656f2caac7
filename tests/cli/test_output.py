"""What reaches a terminal, a pipe and another program."""

import json
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from rogatory.cli.page import Page, printable
from rogatory.decision.phrases import PHRASES
from rogatory.law.corpus import Law
from tests.cli.desk import BARRED, CASE, rogatory

FOUNDING = Path(__file__).parents[2] / "cases" / "founding.yaml"


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """The command in a process of its own, as an office runs it, its output in a pipe."""
    source = str(Path(find_spec("rogatory").origin or "").parents[1])  # type: ignore[union-attr]
    env = {**os.environ, "PYTHONPATH": source, **environment}
    env.pop("COLUMNS", None)
    return subprocess.run(
        [sys.executable, "-m", "rogatory", *arguments], capture_output=True, check=False, env={**env, **environment}
    )


def test_in_a_pipe_the_output_is_plain_text_of_a_hundred_columns() -> None:
    done = run("assess", str(FOUNDING))
    text = done.stdout.decode()
    assert (done.returncode, done.stderr) == (0, b"")
    assert "\x1b" not in text
    lines = text.splitlines()
    assert 90 < max(len(line) for line in lines) <= 100
    assert not any(line.endswith("…") for line in lines)


def test_the_width_follows_the_terminal() -> None:
    lines = run("demo", "--print", COLUMNS="60").stdout.decode().splitlines()
    assert max(len(line) for line in lines) > 60  # commands stay whole
    lines = run("assess", str(FOUNDING), "--brief", COLUMNS="60").stdout.decode().splitlines()
    assert max(len(line) for line in lines[:-2]) <= 60  # but for the hash


def test_a_stream_that_cannot_write_a_shape_does_not_fail() -> None:
    done = run("assess", str(FOUNDING), "--brief", "--lang", "fr", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"? INTERDIT" in done.stdout


def test_the_same_file_gives_the_same_bytes() -> None:
    first, second = (run("assess", str(FOUNDING), "--json", PYTHONHASHSEED=seed).stdout for seed in ("1", "2"))
    assert first == second
    assert json.loads(first)["case"] == "founding"


def test_the_version_is_told() -> None:
    assert run("--version").stdout.startswith(b"rogatory ")


@pytest.mark.parametrize("command", ["assess", "why", "questions", "whatif", "replay", "demo", "law", "schema"])
def test_every_command_has_help(command: str) -> None:
    result = rogatory(command, "--help")
    assert result.exit_code == 0
    assert "Usage:" in result.stdout


def test_the_exit_codes_stand_in_the_help() -> None:
    text = " ".join(rogatory("--help").stdout.split())
    assert "0 done (of a judgment: whatever the verdict); 1 nothing to judge" in text


def test_identifiers_are_never_broken(capsys: pytest.CaptureFixture[str]) -> None:
    page = Page()
    page.width = 30
    page.line("person.protection_against_requesting_state-and-a-long-tail and more", indent=2)
    assert "person.protection_against_requesting_state-and-a-long-tail" in capsys.readouterr().out


def test_what_could_steer_a_terminal_is_replaced_and_other_scripts_are_not() -> None:
    assert printable("a\x1b[31m\x9b\u202e\ud800b") == "a�[31m���b"
    assert printable("Жардемали é 雪\n\t") == "Жардемали é 雪\n\t"


def test_every_phrase_has_its_places_in_every_language() -> None:
    for key, said in PHRASES.items():
        places = {tuple(sorted(part.split("}")[0] for part in text.split("{")[1:])) for text in said}
        assert len(places) == 1, key
        assert all(said), key


def test_the_founding_case_in_the_law_in_force(law: Law) -> None:
    result = rogatory("assess", str(FOUNDING), "--act", "open-file", "--brief")
    assert "■ FORBIDDEN. The requested state may not give the requesting state access" in result.stdout
    assert law.hash in result.stdout.replace("\n", "")


def test_json_and_text_tell_the_same_verdicts() -> None:
    rulings = json.loads(rogatory("assess", "-", "--json", case=CASE + BARRED).stdout)["rulings"]
    text = rogatory("assess", "-", "--brief", case=CASE + BARRED).stdout
    assert ("■ FORBIDDEN" in text) == any(r["verdict"] == "forbidden" for r in rulings)
