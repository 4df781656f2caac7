"""`rogatory law`: the norms applied, in a list, in full and as a book."""

from pathlib import Path

import pytest

from rogatory.law.corpus import Law
from rogatory.law.wording import Language
from tests.cli.desk import SMALL_LAW, rogatory, told, values


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ([], ["charges-behind-protection", "death-penalty", "own-proceedings", "weigh-the-record", "must-assist",
              "wait-for-appeals"]),
        (["--act", "transmit"], ["charges-behind-protection", "wait-for-appeals"]),
        (["--check", "general"], ["death-penalty"]),
        (["--pack", "made-up-house"], ["wait-for-appeals"]),
        (["--kind", "eaw", "--act", "refuse"], ["must-assist"]),
    ],
)  # fmt: skip
def test_the_list_is_narrowed_by_act_kind_pack_and_check(options: list[str], found: list[str]) -> None:
    assert [n["id"] for n in values("law", "list", *options)] == found


def test_the_list_names_packs_effects_and_doubts() -> None:
    text = told("law", "list")
    assert "made-up: A made-up convention" in text
    assert "death-penalty: forbids; grant; general" in text
    assert "6 of 6 norms." in text


def test_a_list_without_a_norm_is_nothing_found_in_json_too() -> None:
    result = rogatory("law", "list", "--act", "close", "--json")
    assert (result.exit_code, result.stdout) == (1, "[]\n")


def test_a_norm_is_shown_with_its_conditions_in_words() -> None:
    text = told("law", "show", "charges-behind-protection")
    assert "Source: Made-up Convention, Art. 1 (MC 1)" in text
    assert "It applies when: - all of these hold: - the requested state has recognised the person as a refugee" in text
    assert "Unless the status was withdrawn:" in text
    assert "Answered if: - the assurance is specific" in told("law", "show", "death-penalty")
    assert "Fulfilled when:" in told("law", "show", "weigh-the-record")
    assert "Remarque : [en anglais] Made up." in told("law", "show", "charges-behind-protection", "--lang", "fr")


def test_json_of_a_norm_holds_what_the_page_says() -> None:
    norm = values("law", "show", "death-penalty")
    assert (norm["id"], norm["pack"], norm["check"]) == ("death-penalty", "made-up", "general")
    assert norm["cure"]["keep"] == "the sentence is followed"


def test_every_norm_in_force_can_be_shown_in_every_language(law: Law) -> None:
    for language in Language:
        for norm in law.norms[::25]:
            assert norm.id in told("law", "show", norm.id, "--lang", language.value)


def test_a_norm_in_force_is_shown_with_the_situations_it_was_tested_in(law: Law) -> None:
    assert any("Tested in:" in told("law", "show", norm.id) for norm in law.norms[:3])


@pytest.mark.parametrize(("form", "begins"), [("markdown", "# "), ("html", "<!")])
def test_the_book_is_printed_or_written(form: str, begins: str, tmp_path: Path) -> None:
    printed = rogatory("law", "book", "--format", form)
    assert printed.exit_code == 0
    assert printed.stdout.lower().startswith(begins)
    path = tmp_path / "book"
    written = rogatory("law", "book", "--format", form, "--out", str(path))
    assert (written.exit_code, written.stdout) == (0, "")
    assert path.read_text(encoding="utf-8").strip() == printed.stdout.strip()


def test_the_hash_names_the_law_applied() -> None:
    assert told("law", "hash") == SMALL_LAW.hash
    without = values("law", "hash", "--without-house-rules")
    assert without["law-hash"] == SMALL_LAW.without_house_rules().hash
    assert [p["id"] for p in without["packs"]] == ["made-up"]
