"""`rogatory replay`: the law beside what was decided, and honest about what could not be replayed."""

from pathlib import Path

from tests.cli.desk import BARRED, CASE, REFUGEE, rogatory, told, values

DECIDED = "decided: {{body: A court, on: 2025-03-04, result: {result}, act: grant, object: M1}}\n"


def decided(folder: Path, ident: str, added: str, result: str, more: str = "") -> None:
    text = CASE.replace("id: small", f"id: {ident}") + DECIDED.format(result=result) + more + added
    (folder / f"{ident}.yaml").write_text(text, encoding="utf-8")


def test_each_verdict_stands_beside_what_was_decided_and_errors_are_told_apart(tmp_path: Path) -> None:
    decided(tmp_path, "agrees", BARRED, "refuse")
    decided(tmp_path, "unsafe", "", "refuse")
    decided(tmp_path, "over-protective", BARRED, "grant")
    decided(tmp_path, "open", REFUGEE, "grant")
    text = told("replay", str(tmp_path))
    assert "✓ agrees grant refuse refuse ■ forbidden" in text
    assert "! unsafe grant refuse refuse ○ allowed" in text
    assert "- over-protective grant grant grant ■ forbidden" in text
    assert "✗ open grant grant grant ◔ not-ripe" in text
    assert "1 of 4 cases agree." in text
    assert "Unsafe errors (would allow what a body refused): 1: unsafe." in text
    assert "Over-protective errors (would refuse what was lawfully granted): 1: over-protective." in text


def test_cases_resting_on_a_body_s_conclusion_are_counted_apart(tmp_path: Path) -> None:
    decided(tmp_path, "facts", BARRED, "refuse")
    decided(tmp_path, "conclusion", BARRED.replace("answer: yes}", "answer: yes, conclusion: true}"), "refuse")
    text = told("replay", str(tmp_path))
    assert "✓ conclusion * grant" in text
    assert "counted apart: 1, of which 1 agree." in text


def test_what_cannot_be_replayed_is_reported_and_the_rest_is_replayed(tmp_path: Path) -> None:
    decided(tmp_path, "agrees", BARRED, "refuse")
    (tmp_path / "open.yaml").write_text(CASE, encoding="utf-8")
    (tmp_path / "broken.yml").write_text("id: [", encoding="utf-8")
    (tmp_path / "object.yaml").write_text(CASE + DECIDED.format(result="grant").replace("M1", "M9"), encoding="utf-8")
    (tmp_path / "notes.txt").write_text("no case", encoding="utf-8")
    (tmp_path / "folder.yaml").mkdir()
    result = rogatory("replay", str(tmp_path))
    assert result.exit_code == 2
    assert "1 of 1 cases agree." in result.stdout
    assert "Files that could not be replayed: 4; see the error stream." in result.stdout
    for said in (
        "small: nothing was decided",
        "broken.yml: line",
        "grant has no object 'M9'",
        "folder.yaml: cannot be",
    ):
        assert said in result.stderr
    assert "notes.txt" not in result.stderr


def test_nothing_replayed_is_no_agreement(tmp_path: Path) -> None:
    assert rogatory("replay", str(tmp_path)).exit_code == 1
    (tmp_path / "open.yaml").write_text(CASE, encoding="utf-8")
    assert rogatory("replay", str(tmp_path)).exit_code == 2


def test_json_holds_figures_cases_and_what_was_left_out(tmp_path: Path) -> None:
    decided(tmp_path, "agrees", BARRED, "refuse")
    document = values("replay", str(tmp_path))
    assert document["summary"]["agree"] == 1
    assert document["cases"][0]["verdict"] == "forbidden"
    assert document["not_replayed"] == []


def test_policies_of_this_system_do_not_count_against_courts(tmp_path: Path) -> None:
    text = CASE + "decided: {body: A court, on: 2025-03-04, result: grant, act: transmit, object: folder}\n"
    (tmp_path / "a.yaml").write_text(text + "findings: [{question: remedy.pending, answer: yes}]", encoding="utf-8")
    assert "✓ small transmit grant grant ○ allowed" in told("replay", str(tmp_path))
