"""The rules as data and in words: nothing unsourced, nothing unworded, and the page in step."""

import re
from datetime import UTC, date, datetime
from importlib import import_module
from pathlib import Path

import pytest

from rogatory.law.sources import Check, Instrument
from rogatory.law.time_limits.computing import limit
from rogatory.law.time_limits.deadline import Event, How, State, What
from rogatory.law.time_limits.moving import Grant, extend, resume, suspend
from rogatory.law.time_limits.printing import HEADINGS
from rogatory.law.time_limits.rules import _INSTRUMENTS, PARTS, RECKONINGS, RULES, Nature, Unit, cited, rule
from rogatory.law.time_limits.wording import WORDS, day_said, explain, rule_said, state_said
from rogatory.law.wording.language import Language
from tests.law.time_limits.printed import PAGE, expected

DATA = Path(__file__).parents[3] / "src" / "rogatory" / "law" / "time_limits" / "data"
LANGUAGES = {language.value for language in Language}


def test_no_rule_stands_twice_and_every_part_has_a_heading():
    assert sum(map(len, PARTS.values())) == len(RULES) >= 80
    assert set(PARTS) == set(HEADINGS)


@pytest.mark.parametrize("known", [*RULES.values(), *RECKONINGS.values()], ids=lambda known: known.id)
def test_what_is_said_is_said_in_every_language_and_doubts_are_named(known):
    assert set(known.says) == LANGUAGES
    assert all(known.says.values())
    assert set(known.official) <= LANGUAGES
    if known.check is Check.PARTLY:
        assert known.note, "what was not checked is said"


def test_every_key_of_the_rules_has_words():
    assert {known.starts for known in RULES.values()} <= set(WORDS["starts"])
    assert {known.by for known in RULES.values()} | {
        known.extension.by for known in RULES.values() if known.extension
    } <= set(WORDS["by"])
    assert {ground for known in RULES.values() for ground in known.suspended_by} == set(WORDS["ground"])
    assert {nature.value for nature in Nature} == set(WORDS["nature"])
    assert {state.value for state in State} == set(WORDS["state"])
    assert {unit.value for unit in Unit} == set(WORDS["unit"]) == set(WORDS["unit-one"])
    assert {what.value for what in What} <= set(WORDS["step"])


def test_every_word_stands_in_every_language_with_the_same_slots():
    for section, keys in WORDS.items():
        if section in ("months", "weekdays"):
            assert {len(names.split()) for names in keys.values()} == {12 if section == "months" else 7}
            continue
        for key, words in keys.items():
            assert set(words) == LANGUAGES, (section, key)
            slots = {frozenset(re.findall(r"\{(\w+)\}", text)) for text in words.values()}
            assert len(slots) == 1, (section, key)


def test_the_convention_that_does_not_reach_criminal_matters_is_not_used():
    sources = {str(known.source) for known in RULES.values()}
    sources |= {str(source) for way in RECKONINGS.values() for source in way.sources.values()}
    assert not any("ETS 076" in source or "Calculation of Time" in source for source in sources)
    assert "ETS 076" not in (DATA / "instruments.toml").read_text(encoding="utf-8")


def test_an_instrument_is_cited_as_the_law_packs_cite_it():
    packs = import_module("rogatory.law.packs.library").__package__
    named: dict[str, Instrument] = {}
    for path in (DATA.parents[1] / "packs").glob("*.py"):
        module = import_module(f"{packs}.{path.stem}")
        named |= {value.id: value for value in vars(module).values() if isinstance(value, Instrument)}
    shared = named.keys() & _INSTRUMENTS.keys()
    assert len(shared) >= 9
    for key in shared:
        assert (named[key].title, named[key].ref) == (_INSTRUMENTS[key]["title"], _INSTRUMENTS[key].get("ref", ""))


def test_a_source_that_is_not_in_the_data_is_refused():
    with pytest.raises(ValueError, match="not in instruments"):
        cited("ETS-076 Art. 3")


def test_the_page_is_in_step_with_the_data():
    assert PAGE.read_text(encoding="utf-8") == expected(), "run python -m tests.law.time_limits.printed"


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("known", [known for known in RULES.values() if known.n], ids=lambda known: known.id)
def test_every_limit_explains_itself(known, language):
    for day in (date(2026, 12, 23), date(2021, 12, 23)):
        if not known.governs(day):
            continue
        lines = explain(limit(known, Event(day)), language)
        assert str(known.source) in lines[0].replace("\u00a0", " ")
        assert not any("{" in line or "  " in line for line in lines)
        sure = known.check is Check.VERIFIED is known.reckoning.check
        assert sure == (lines[-1] not in {words[language.value] for words in WORDS["check"].values()})


TOLD = """\
Seize the indictments chamber against the refusal to lift the measure: 15 days from service or notice. \
[Belgium, Code of Criminal Procedure, Art. 28sexies par. 4 (1808)]
The letter was posted on Tuesday 10 November 2026; it counts from the third working day after that, \
Monday 16 November 2026. [Belgium, Judicial Code, Art. 53bis (numac 1967101052)]
Whether that day itself counts is unclear; in the narrower reading it does: the first day is \
Monday 16 November 2026. [Belgium, Judicial Code, Art. 2, 52 (numac 1967101052)]
The period ends on Monday 30 November 2026. [Belgium, Judicial Code, Art. 2, 52 (numac 1967101052)]
Two readings: act by Monday 30 November 2026; others treat the time as running until Tuesday 1 December 2026.
Last day: Monday 30 November 2026.
The rule was checked against its text only in part."""


def test_a_limit_is_explained_line_by_line():
    found = limit(rule("be-28sexies-recourse"), Event(date(2026, 11, 10), How.POSTED))
    assert "\n".join(explain(found, Language.EN)) == TOLD


def test_what_moved_it_is_told_in_its_place():
    found = limit(rule("eio-recognise"), Event(date(2026, 11, 2)))
    found = extend(found, Grant(date(2026, 11, 30), date(2026, 12, 15), "vertaling niet klaar"))
    lines = explain(found, Language.NL)
    assert lines[-2].startswith("Verlengd op maandag 30 november 2026 tot dinsdag 15 december 2026 door de uitvoerende")
    assert "vertaling niet klaar" in lines[-2]
    assert lines[-1] == "Laatste dag: dinsdag 15 december 2026."
    held = suspend(
        limit(rule("be-eaw-council-chamber"), Event(date(2026, 11, 2))), date(2026, 11, 10), "postponement-at-request"
    )
    assert "suspendu" in explain(held, Language.FR)[-2]
    again = explain(resume(held, date(2026, 11, 17)), Language.FR)
    assert (
        again[-3].replace("\u00a0", " ")
        == "Il reprend le mardi 17 novembre 2026, après 7 jours : il finit le mardi 24 novembre 2026."
    )


def test_a_limit_that_does_not_run_says_so():
    lines = explain(limit(rule("be-61quater-appeal"), Event(None, How.NOT_SERVED)), Language.EN)
    assert lines[1].startswith("Nothing was served, so the time does not run.")
    assert lines[2] == "No last day: not running: not served."
    assert state_said(State.NOT_SERVED, Language.NL) == "loopt niet: niet betekend of ter kennis gebracht"


def test_the_french_article_melts_into_de():
    assert "à compter du dépôt." in rule_said(rule("be-28sexies-chamber"), Language.FR)
    assert "à compter de l'ordonnance." in rule_said(rule("be-135-appeal"), Language.FR)
    assert "la fin d'un délai d'un mois à compter de" in rule_said(rule("be-61ter-earliest"), Language.FR)


def test_days_and_rules_are_said_as_people_say_them():
    assert day_said(datetime(2026, 3, 1, 9, 5, tzinfo=UTC), Language.FR) == "dimanche 1er mars 2026, 09:05"
    assert rule_said(rule("be-61ter-earliest"), Language.EN) == (
        "No request for access to the file before the end of one month from the start of the prosecution."
    )
    assert rule_said(rule("echr-rule-39"), Language.NL).endswith(
        "uiterlijk: één werkdag vóór de geplande verwijdering."
    )
    assert "the time set" in rule_said(rule("be-51-set-by-judge"), Language.EN)
