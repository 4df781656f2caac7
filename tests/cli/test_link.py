"""`rogatory link bench`: pair sets measured, and honest about what could not be read."""

import json
from pathlib import Path

from tests.cli.desk import rogatory, told

HEAD = "left\tright\tsame\n"


def table(folder: Path, name: str, rows: str) -> None:
    (folder / name).write_text(HEAD + rows, encoding="utf-8")


def test_sets_and_scripts_are_measured(tmp_path: Path) -> None:
    table(tmp_path, "brothers.tsv", "Иван Жуков\tIvan Zhukov\t1\nИван Жуков\tMaxim Zhukov\t0\n")
    text = told("link", "bench", str(tmp_path))
    assert "brothers 2 1 1.000 1.000 1.000 1.000 1.000 0.000" in text
    assert "Cyrillic 2 1 1.000" in text
    assert "Too few scripts with enough pairs to compare them." in text


def test_programs_get_json_with_the_gap(tmp_path: Path) -> None:
    table(tmp_path, "cyrillic.tsv", "Иван Жуков\tIvan Zhukov\t1\n" * 30)
    table(tmp_path, "arabic.tsv", "خالد\tKhalid\t1\n" * 15 + "خالد\tYusuf\t1\n" * 15)
    result = rogatory("link", "bench", str(tmp_path), "--json")
    values = json.loads(result.stdout)
    assert result.exit_code == 0
    assert values["gap"] == {"best": "Cyrillic", "worst": "Arabic", "recall": 0.5}
    assert values["sets"]["arabic"]["recall"] == 0.5
    assert values["sets"]["arabic"]["auc"] is None
    assert values["not_measured"] == []


def test_what_cannot_be_read_is_reported_and_the_rest_is_measured(tmp_path: Path) -> None:
    table(tmp_path, "good.tsv", "Иван\tIvan\t1\n")
    table(tmp_path, "label.tsv", "Иван\tIvan\tyes\n")
    (tmp_path / "latin1.tsv").write_bytes((HEAD + "Müller\tMueller\t1\n").encode("latin-1"))
    (tmp_path / "folder.tsv").mkdir()
    (tmp_path / "notes.txt").write_text("no table", encoding="utf-8")
    result = rogatory("link", "bench", str(tmp_path))
    assert result.exit_code == 2
    assert "good" in result.stdout
    for said in (
        "label.tsv line 2: same is 'yes'; write 1 for one person, 0 for two",
        "latin1.tsv: byte 17 is not UTF-8; save the table as UTF-8",
        "folder.tsv: cannot be read",
    ):
        assert said in result.stderr


def test_a_folder_that_is_none_and_one_without_tables_are_told(tmp_path: Path) -> None:
    missing = rogatory("link", "bench", str(tmp_path / "nowhere"))
    assert missing.exit_code == 2
    assert "is not a folder" in missing.stderr
    empty = rogatory("link", "bench", str(tmp_path))
    assert empty.exit_code == 1
    assert "no table of name pairs" in empty.stderr
