"""`rogatory why`: every statement can be asked why, down to the finding."""

import pytest

from rogatory.cli import opening
from rogatory.deployment.law_in_force import assemble
from rogatory.law.acts import GRANT
from rogatory.law.conditions import ALWAYS
from rogatory.law.norms import BELGIUM, Bound, Effect, Norm, Who
from rogatory.law.packs import Pack
from tests.cli.desk import BARRED, CASE, REFUGEE, SMALL_LAW, SOURCE, told, values


def why(*options: str, added: str = BARRED) -> str:
    return told("why", "-", *options, case=CASE + added)


def test_the_reasons_go_down_to_the_finding_and_its_source() -> None:
    text = why("grant", "--on", "M1")
    assert "[person.refugee_here] status: yes (established), Decision of 2013" in text
    assert "✓ yes: no exception: the status was withdrawn" in text
    assert "Binds because: binds every state" in text


def test_only_the_parts_that_settle_a_norm_are_told() -> None:
    assert "[person.refugee_here]" not in why("grant", "--on", "M1", added=REFUGEE)
    assert "? not known: the request concerns the same proceedings" in why("grant", "--on", "M1", added=REFUGEE)


def test_what_made_a_question_live_and_what_was_presumed_are_told() -> None:
    assert "nothing on file; Asked because the person holds or seeks protection" in why("interview", added=REFUGEE)
    assert "presumed, nothing on file raises it" in why("grant", "--on", "M1")


def test_a_conflict_of_evidence_is_told_at_the_leaf() -> None:
    both = BARRED + "  - {question: proceeding.same_as_protection, answer: no}\n"
    assert "the evidence conflicts" in why("grant", "--on", "M1", added=both)


def test_why_not_is_told_of_norms_that_do_not_apply() -> None:
    assert "death-penalty: forbids; does not apply" not in why("grant", "--on", "M1")
    text = why("grant", "--on", "M1", "--all")
    assert "death-penalty: forbids; does not apply" in text
    assert "✗ no: the offence can be punished by death" in text


def test_a_cure_is_told_with_the_norm_it_answers() -> None:
    added = "findings: [{question: penalty.death_possible, answer: yes}, {question: assurance.specific, "
    text = why("grant", added=added + "against: death-penalty, answer: yes}]")
    assert "death-penalty: forbids; applies for P1; answered by a condition in place" in text
    assert "Answered if: ✓ yes: the assurance is specific" in text


@pytest.mark.parametrize(
    ("act", "norm", "reason"),
    [
        ("execute", "death-penalty", "death-penalty does not bear on execute; it bears on grant."),
        ("grant", "death-penalty", "does not apply"),
    ],
)
def test_a_norm_asked_for_by_name_is_explained_also_where_it_has_no_say(act: str, norm: str, reason: str) -> None:
    assert reason in why(act, "--on", "M1", "--norm", norm)


def test_a_norm_that_does_not_bind_or_concern_the_request_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    says = {"en": "Made up."}
    elsewhere = Norm("elsewhere", SOURCE, (GRANT,), Effect.OBLIGES, ALWAYS, says, bound=Bound(Who.STATE, ("CH",)))
    warrants = Norm("warrants", SOURCE, (GRANT,), Effect.OBLIGES, ALWAYS, says, kinds=("eaw",), bound=BELGIUM)
    pack = Pack("outside", "From outside", (elsewhere, warrants))
    monkeypatch.setattr(opening, "law_in_force", lambda: assemble((*SMALL_LAW.packs, pack)))
    assert "elsewhere does not bind here: it is law of CH." in why("grant", "--norm", "elsewhere")
    assert "warrants does not concern requests of kind mla; it concerns eaw." in why("grant", "--norm", "warrants")


def test_where_no_norm_has_a_say_that_is_told() -> None:
    assert "Nothing that binds stands against it" in why("execute", "--on", "M2")


def test_json_holds_the_trees_of_the_norms_told_and_no_others() -> None:
    ruling = values("why", "-", "grant", "--on", "M1", case=CASE + BARRED)["rulings"][0]
    assert [n["id"] for n in ruling["norms"]] == ["charges-behind-protection"]
    assert ruling["norms"][0]["because"]["state"] == "true"


@pytest.mark.parametrize("language", ["fr", "nl"])
def test_the_reasons_are_told_in_the_reader_s_language(language: str) -> None:
    text = why("grant", "--on", "M1", "--all", "--lang", language)
    assert {"fr": "✗ non : l'infraction", "nl": "✗ neen: "}[language] in text
    assert "nothing on file" not in text
