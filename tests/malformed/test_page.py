"""docs/bad-input.md: its example says what the command says, and its limits are those of the reader."""

from pathlib import Path

import pytest
import yaml

from rogatory.intake import format as form
from rogatory.intake import tally, yaml_source
from tests.cli.desk import rogatory
from tests.docs.markdown import DOCS, blocks, read, rows
from tests.malformed.foreign import FULL
from tests.malformed.sound import SOUND, faults_of

PAGE = read(DOCS / "bad-input.md")
VALUES = sum(isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent) for event in yaml.parse(SOUND))
"""Values and names of fields in the sound file."""


def test_the_page_can_be_read_in_one_sitting() -> None:
    assert len(PAGE.splitlines()) <= 60


def test_the_example_says_what_the_command_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (example,), (said,) = blocks(PAGE, "yaml"), blocks(PAGE, "text")
    Path("letter.yaml").write_text(example, encoding="utf-8")
    for options in ((), ("--json",)):
        result = rogatory("assess", "letter.yaml", *options)
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr == said


def test_the_limits_are_those_of_the_reader() -> None:
    limits = [int(number.replace(",", "")) for number, _ in rows(PAGE, "## Limits")]
    assert limits == [
        yaml_source.LARGEST_BYTES, yaml_source.MOST_NODES, yaml_source.DEEPEST, 4_000, 80, form.MOST_OBJECTS,
        form.MOST_TREATIES,
    ]  # fmt: skip
    assert f"more than {tally.MOST_FAULTS} faults" in PAGE


@pytest.mark.parametrize(
    ("within", "beyond"),
    [
        (FULL, FULL + b"#"),
        (
            _ := SOUND.replace("notes: For readers.", "notes: " + "x" * 4_000).encode(),
            _.replace(b"notes: ", b"notes: x"),
        ),
        (_ := SOUND.replace("id: sound", "id: " + "x" * 80).encode(), _.replace(b"id: x", b"id: xx")),
        *(
            (
                SOUND.replace(name, name + entry * (most - held)).encode(),
                SOUND.replace(name, name + entry * (most - held + 1)).encode(),
            )
            for name, entry, most, held in [
                ("\nacts:\n", "  - act: open-file\n", form.MOST_OBJECTS, 2),
                ("\nsources:\n", "  - x\n", yaml_source.MOST_NODES, VALUES),
            ]
        ),
    ],
    ids=["bytes", "characters of a text", "characters of an identifier", "acts", "values"],
)
def test_at_a_limit_a_file_is_read_and_beyond_it_is_not(within: bytes, beyond: bytes) -> None:
    assert faults_of(within) == []
    assert len(faults_of(beyond)) == 1


def test_twelve_levels_are_read_and_thirteen_are_not() -> None:
    for depth, said in ((11, "text was expected, not a list"), (12, "nesting deeper than 12")):
        (fault,) = faults_of(SOUND.replace("title: A sound file", f"title: {'[' * depth}{']' * depth}").encode())
        assert said in fault
