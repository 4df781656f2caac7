"""`rogatory screen`: what a case or a name meets, with the evidence, and what was looked through."""

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from rogatory.cli.page import Code
from rogatory.cli.screening import waterfall
from tests.cli.desk import rogatory, told

CASES = Path(__file__).parents[2] / "cases"
REQUEST = str(CASES / "examples/lawyer-and-brother.yaml")
PROTECTION = CASES / "registers/invented-protection.yaml"
KINDS = ("protection", "notices", "findings", "victims")
REGISTERS = tuple(word for kind in KINDS for word in ("--register", str(CASES / f"registers/invented-{kind}.yaml")))


def screen(*options: str) -> str:
    return told("screen", REQUEST, *REGISTERS, *options)


def values(*arguments: str) -> Any:
    result = rogatory("screen", *arguments, "--json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def test_what_must_be_examined_comes_first_with_band_and_number() -> None:
    text = screen()
    assert re.search(r"■ MUST BE EXAMINED: \d+ 1\. P1 meets invented-", text)
    assert "P1 meets invented-protection/G-2016-0417, a protection (granted)" in text


def test_names_are_laid_beside_each_other_with_what_was_done_to_them() -> None:
    text = screen()
    assert "«ORDABAYEVA GULNARA» | «ORDABAEVA Goulnara»" in text
    assert "GULNARA → Goulnara" in text


def test_the_way_to_the_brother_is_told_step_by_step_with_its_sources() -> None:
    text = screen()
    assert "-- sibling of -- Daniyar Ordabayev [invented-protection/G-2016-0417]" in text
    assert "(invented-protection/G-2016-0417: Interview of 3 May 2016, page 11)" in text
    assert "-- detained in -- уголовное дело № 157500121000917 [invented-victims/V-77]" in text
    assert "the weakest match" in text


def test_what_a_link_would_propose_is_told_with_its_law() -> None:
    assert "proceeding.relative_ill_treated: yes (substantial)" in screen()
    assert "UN Convention against Torture, Article 15" in screen()


def test_every_kind_of_register_is_accounted_for() -> None:
    text = screen()
    assert "grants of protection [invented-protection]: Entries looked through: 3, as of 2024-02-29." in text
    assert "earlier requests: Nothing was looked through: no register of this kind is kept here." in text


@pytest.mark.parametrize(("lang", "words"), [("fr", "À EXAMINER: "), ("nl", "TE ONDERZOEKEN: ")])
def test_it_is_told_in_three_languages_and_english_is_marked(lang: str, words: str) -> None:
    text = screen("--lang", lang)
    assert words in text
    assert {"fr": "[en anglais]", "nl": "[in het Engels]"}[lang] in text


def test_a_name_is_screened_without_a_case() -> None:
    found = values("--name", "Gulnara Ordabayeva", "--name", "Ордабаева Гульнара", "--born", "1974-04-14", *REGISTERS)
    by_person = {x["entry"]: x["band"] for x in found["links"] if x["by"] == "person"}
    assert by_person["G-2016-0417"] == by_person["N-2015-90417"] == "must be examined"
    assert ("path", "V-77") in {(x["by"], x["entry"]) for x in found["links"]}, "the brother, through the asylum file"


def test_who_is_not_found_is_told_as_what_was_looked_through() -> None:
    text = told("screen", "--name", "Zbigniew Testowy", *REGISTERS)
    assert "Nothing was found in what was looked through." in text
    assert "protected." not in text


def test_what_was_not_yet_known_on_a_day_is_left_out() -> None:
    arguments = (REQUEST, "--register", str(PROTECTION))
    early, late = (values(*arguments, "--known-at", day)["links"] for day in ("2016-08", "2016-10"))
    assert "G-2016-0417" not in {x["entry"] for x in early}
    assert "G-2016-0417" in {x["entry"] for x in late}


def test_json_holds_links_and_coverage() -> None:
    found = values(REQUEST, *REGISTERS)
    assert set(found) == {"case", "links", "counted", "coverage"}
    (link,) = (x for x in found["links"] if (x["object"], x["entry"], x["by"]) == ("P1", "G-2016-0417", "person"))
    assert (link["register"], link["with"], link["compartment"]) == ("invented-protection", "she", "asylum")
    assert {looked["kind"] for looked in found["coverage"]} == {
        "protection", "notices", "findings", "requests", "victims", "defenders",
    }  # fmt: skip


# --- what cannot be read --------------------------------------------------------------------------------------------


def complaint(*arguments: str) -> tuple[int, str]:
    result = rogatory("screen", *arguments)
    return result.exit_code, " ".join(result.stderr.split())


def test_a_register_with_a_fault_is_named_with_line_field_and_mend(tmp_path: Path) -> None:
    path = tmp_path / "broken.yaml"
    path.write_text(PROTECTION.read_text(encoding="utf-8").replace("form: refugee", "form: refuge"), encoding="utf-8")
    code, text = complaint(REQUEST, "--register", str(path))
    assert code == Code.BAD_INPUT
    assert "broken.yaml: line 10, entries[0].form: 'refuge'" in text
    assert "Did you mean refugee?" in text
    assert "Nothing was looked through." in text


def test_a_register_that_is_not_there_is_named() -> None:
    code, text = complaint(REQUEST, "--register", "nowhere.yaml")
    assert (code, "nowhere.yaml: cannot be read" in text) == (Code.BAD_INPUT, True)


def test_the_same_register_twice_is_a_mistake(tmp_path: Path) -> None:
    copy = tmp_path / "copy.yaml"
    shutil.copy(PROTECTION, copy)
    code, text = complaint("--name", "A B", "--register", str(PROTECTION), "--register", str(copy))
    assert (code, "is already read from" in text) == (Code.BAD_INPUT, True)


def test_without_a_register_nothing_is_looked_through_and_that_is_said() -> None:
    result = rogatory("screen", "--name", "Dana Serikova")
    assert result.exit_code == Code.NOTHING
    assert "no register of this kind is kept here" in " ".join(result.stdout.split())


@pytest.mark.parametrize("arguments", [(), ("case.yaml", "--name", "A B"), ("case.yaml", "--born", "1975")])
def test_a_file_or_a_name_and_not_both(arguments: tuple[str, ...]) -> None:
    assert complaint(*arguments)[0] == Code.BAD_INPUT


@pytest.mark.parametrize("name", ["", " ", "\u202e\u200b", "A" * 10_000, "١٢٣ \u0000", "Дана Dana 王"])
def test_strange_names_are_screened_and_steer_nothing(name: str) -> None:
    result = rogatory("screen", "--name", name, *REGISTERS)
    assert result.exit_code == 0, result.output
    assert "\u202e" not in result.stdout
    assert "\x00" not in result.stdout


# --- bars -----------------------------------------------------------------------------------------------------------


def test_each_bar_begins_where_the_one_before_ends_and_what_speaks_against_goes_back() -> None:
    rows = list(waterfall([("name", 20.0), ("birth", 10.0), ("place", -10.0)], ("together", 20.0)))
    bars = [row[43:] for row in rows]
    assert [row.split()[-2] for row in rows] == ["+20.0", "+10.0", "-10.0", "+20.0"]
    assert bars == ["█" * 20, " " * 20 + "█" * 10, " " * 20 + "░" * 10, "█" * 20]


def test_a_bar_below_nought_is_drawn_to_the_left_of_it() -> None:
    rows = list(waterfall([("name", -10.0), ("birth", 20.0)], ("together", 10.0)))
    assert [row[43:] for row in rows] == ["░" * 15, "█" * 30, " " * 15 + "█" * 15]
