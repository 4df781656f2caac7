"""`rogatory assess`: what an office reads first."""

import pytest

from rogatory.law.formulas import Verdict
from rogatory.law.wording import Language
from tests.cli.desk import BARRED, CASE, REFUGEE, rogatory, told, values


def assessed(added: str = "", *options: str) -> str:
    return told("assess", "-", *options, case=CASE + added)


def test_a_barred_act_says_so_in_a_sentence_and_names_the_norm_with_source_and_basis() -> None:
    text = assessed(BARRED, "--act", "grant", "--on", "M1")
    assert "■ FORBIDDEN. The requested state may not grant the request (M1)." in text
    assert "charges-behind-protection (forbids; applies for P1): No help with the charges a refugee fled from." in text
    assert "Made-up Convention, Art. 1 (MC 1). Basis: text." in text


def test_granting_and_refusing_stand_side_by_side_before_the_rulings() -> None:
    text = assessed(BARRED)
    assert text.index("■ must refuse (M1)") < text.index("may not grant the request (M1)")
    assert "○ must grant (M2)" in text


def test_without_both_granting_and_refusing_nothing_stands_side_by_side() -> None:
    assert "side by side" not in assessed("", "--act", "grant")


def test_an_open_question_makes_the_act_not_ripe_and_is_asked_with_what_made_it_live() -> None:
    text = assessed(REFUGEE, "--act", "interview", "--on", "M1")
    assert "◔ NOT RIPE. The requested state may not yet put the foreign questions to the person (M1)." in text
    assert "[proceeding.same_as_protection]" in text
    assert "Asked because the person holds or seeks protection. Decides alone: yes → forbidden; no → allowed." in text


def test_a_ruling_that_rests_on_general_knowledge_alone_says_so_on_its_face() -> None:
    text = assessed("findings: [{question: penalty.death_possible, about: P1, answer: yes}]", "--act", "grant")
    assert "Rests on law not fully checked: death-penalty." in text
    assert "Basis: text; from general knowledge only." in text


def test_a_bar_that_was_checked_carries_the_ruling_whatever_the_rest() -> None:
    death = "  - {question: penalty.death_possible, answer: yes}\n"
    refused = "  - {question: assurance.specific, against: death-penalty, answer: no}\n"
    text = assessed(BARRED + death + refused, "--act", "grant", "--on", "M1")
    assert "Stands on law that was checked (charges-behind-protection), whatever the rest." in text


def test_a_policy_of_this_system_never_passes_for_law() -> None:
    pending = "findings: [{question: remedy.pending, answer: yes}]"
    text = assessed(pending, "--act", "transmit")
    assert "Rests on policies of this system alone, not on law: wait-for-appeals." in text
    without = assessed(pending, "--act", "transmit", "--without-house-rules")
    assert "○ ALLOWED" in without
    assert "By the law alone, without the policies of this system." in without


def test_what_would_lift_the_bar_is_told_of_a_forbidden_act_only_of_the_bars_it_meets() -> None:
    barred = "findings: [{question: penalty.death_possible, answer: yes}, {question: assurance.specific, "
    refused = barred + "against: death-penalty, answer: no}]"
    assert "What would lift the bar - To obtain: an assurance against the death penalty (death-penalty)" in assessed(
        refused, "--act", "grant"
    )


def test_a_condition_in_place_is_to_be_kept() -> None:
    given = "findings: [{question: penalty.death_possible, answer: yes}, {question: assurance.specific, "
    text = assessed(given + "against: death-penalty, answer: yes}]", "--act", "grant")
    assert "◆ CONDITIONAL. The requested state may grant the request, only under conditions (M1)." in text
    assert "Conditions to obtain: 0; to keep: 1." in text
    assert "In place, to keep: the sentence is followed (death-penalty)" in text


def test_presumptions_are_told_where_the_verdict_rests_on_them() -> None:
    text = assessed("", "--act", "grant")
    assert "Presumed no, because nothing on file raises it: measure.own_proceedings_affected," in text
    barred = assessed(BARRED, "--act", "grant", "--on", "M1")
    assert "Presumptions taken, none of which the bar hangs on: 3" in barred


def test_conflicting_evidence_is_told() -> None:
    both = BARRED + "  - {question: proceeding.same_as_protection, answer: no}\n"
    assert "The evidence conflicts on: proceeding.same_as_protection." in assessed(both, "--act", "grant")


def test_rulings_that_say_the_same_of_several_objects_are_told_once() -> None:
    assert assessed("", "--act", "grant", "--brief").count("grant the request") == 1
    assert len(values("assess", "-", "--act", "grant", case=CASE)["rulings"]) == 2


def test_brief_tells_the_verdicts_and_nothing_behind_them() -> None:
    text = assessed(BARRED, "--brief")
    assert "■ FORBIDDEN" in text
    assert "Basis:" not in text


def test_only_acts_that_can_be_done_to_the_object_are_judged_on_it() -> None:
    rulings = values("assess", "-", "--on", "folder", case=CASE)["rulings"]
    assert [(r["act"], r["object"]) for r in rulings] == [("transmit", "folder")]


def test_json_carries_rulings_with_their_reasons_and_the_side_by_side_word() -> None:
    document = values("assess", "-", "--act", "grant", "--act", "refuse", case=CASE + BARRED)
    assert document["case"] == "small"
    assert [r["verdict"] for r in document["rulings"]] == ["forbidden", "allowed", "allowed", "forbidden"]
    assert "because" in document["rulings"][0]["norms"][0]
    assert document["side_by_side"][0] == {
        "object": "M1", "at": "2025-03-03", "grant": "forbidden", "refuse": "allowed", "word": "must-refuse",
    }  # fmt: skip


DATED = """\
findings:
  - {question: person.refugee_here, about: P1, answer: yes, since: 2020-01-01, known: 2024-05-01}
  - {question: proceeding.same_as_protection, answer: yes, known: 2024-05-01}
"""


def test_the_day_and_what_was_known_then_are_chosen_apart() -> None:
    grant = ("--act", "grant", "--on", "M1", "--brief")
    assert "■ FORBIDDEN" in assessed(DATED, *grant)
    assert "○ ALLOWED" in assessed(DATED, *grant, "--as-of", "2019-12-31")
    assert "■ FORBIDDEN" in assessed(DATED, *grant, "--as-of", "2023-06-30")
    unknown = assessed(DATED, *grant, "--as-of", "2023-06-30", "--known-at", "2023-06-30")
    assert "○ ALLOWED" in unknown
    assert "With what was known on" not in unknown
    assert "With what was known on 2023-01-31." in assessed(
        DATED, *grant, "--as-of", "2023-06", "--known-at", "2023-01"
    )


def test_an_act_takes_the_day_the_file_gives_it_unless_a_day_is_named() -> None:
    asked = DATED + "acts: [{act: grant, on: M1, at: 2021-01-01}, {act: grant, on: M1, at: 2024-06-01}]\n"
    text = assessed(asked, "--act", "grant", "--brief")
    assert "○ ALLOWED. The requested state may grant the request (M1), as of 2021-01-01." in text
    assert "■ FORBIDDEN. The requested state may not grant the request (M1), as of 2024-06-01." in text
    assert "Judged as of 2024-07-31." in assessed(asked, "--act", "grant", "--as-of", "2024-07")


@pytest.mark.parametrize(
    ("added", "acts", "code"),
    [
        ("", ["grant"], 10),
        ("findings: [{question: measure.own_proceedings_affected, answer: yes}]", ["grant"], 11),
        (REFUGEE, ["grant"], 13),
        (BARRED, ["grant"], 14),
        # That a refusal is forbidden is no danger to anybody.
        ("", ["grant", "refuse"], 10),
        ("", ["refuse"], 14),
    ],
)
def test_the_exit_code_tells_the_verdict_only_if_asked(added: str, acts: list[str], code: int) -> None:
    arguments = ["assess", "-", *(o for act in acts for o in ("--act", act))]
    assert rogatory(*arguments, case=CASE + added).exit_code == 0
    assert rogatory(*arguments, "--exit-verdict", case=CASE + added).exit_code == code


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("added", ["", REFUGEE, BARRED])
def test_every_language_tells_the_same_rulings(language: Language, added: str) -> None:
    text = assessed(added, "--lang", language.value)
    assert text.count("■") == assessed(added).count("■")
    assert "{" not in text


def test_french_and_dutch_use_their_own_words_and_mark_what_exists_in_english_only() -> None:
    french = assessed(BARRED, "--act", "grant", "--on", "M1", "--lang", "fr")
    assert "■ INTERDIT. L'État requis ne peut pas faire droit à la demande (M1)." in french
    assert "Pas d'aide aux poursuites que le réfugié a fuies." in french
    dutch = assessed("findings: [{question: penalty.death_possible, answer: yes}]", "--act", "grant", "--lang", "nl")
    assert "[in het Engels] Nobody is exposed to the death penalty." in dutch


def test_interpol_acts_in_its_own_name() -> None:
    notice = CASE.replace("mla", "red-notice").replace("requested_state: BE", "requested_state: INTERPOL")
    assert "INTERPOL may keep the notice on record" in told("assess", "-", "--act", "keep-notice", case=notice)


def test_every_verdict_has_a_word_a_shape_and_an_exit_code() -> None:
    assert [10 + v for v in Verdict] == [10, 11, 12, 13, 14]
