"""The full text of a decision, drafted from its rulings: what it tells, and what keeps it from being signed."""

from dataclasses import replace
from datetime import date

import pytest

from rogatory.decision.deciding import Choice, Outcome, Submission, TimeLimit, Told
from rogatory.decision.drafting.full import draft
from rogatory.decision.drafting.unready import unready
from rogatory.intake.reading import read_case
from rogatory.law.wording import Language
from tests.approved.documents import as_text
from tests.decision.drafts import LICENCE, founding, invented, judged

REASONS = ("It is owed.", "A. Magistrate", "prosecutor's office")
READY = {
    "limits": (TimeLimit("Appeal", "the person", "15 days", "notice", date(2025, 6, 17), True, "Act of 1878"),),
    "told": (Told("The person concerned", "the full text"),),
}


def text(deciding, language=Language.EN) -> str:
    return as_text(draft(deciding, language))


def choices(outcome: Outcome, *measures: str) -> tuple[Choice, ...]:
    return tuple(Choice(m, outcome, *REASONS) for m in measures or ("bank", "talk"))


@pytest.fixture(scope="module")
def full(law):
    return text(founding(law))


class TestTheFoundingCase:
    @pytest.mark.parametrize(
        "told",
        [
            "Prosecutor General's Office of the Republic of Kazakhstan (Kazakhstan) asks Belgium",
            "18-2-345/17",
            "The letter is dated 20 November 2017.",
            "United Nations Convention against Transnational Organized Crime",
            "the requested state must refuse",
            "[echr-18-ulterior-purpose]",
            "How far this norm was checked: partly verified.",
            "Policies of this system, and no law:",
            "Presumptions taken, because nothing on file raises the question:",
            "Her brother was tortured in these very proceedings",
            "Not yet answered.",
            "The seized papers stay protected",
            "Register of protection",
            "decided by The deciding magistrate, central authority.",
            "Nothing is sent, shown or opened to the requesting state while a remedy that suspends runs",
            "Belgium, Code of Criminal Procedure, Art. 423",
            "Opinion 67/2018",
            "Known to the office from 21 January 2025.",
        ],
    )
    def test_it_tells(self, full, told):
        assert told in full

    def test_each_fact_a_norm_rests_on_is_told_with_its_number(self, full):
        line = next(
            line for line in full.splitlines() if line.startswith("- the request concerns the same proceedings")
        )
        number = line.rsplit("(", 1)[1].rstrip(")")
        assert f"{number}. The case: the request concerns the same proceedings or charges" in full

    def test_an_argument_without_answer_keeps_it_from_being_signed(self, law, full):
        assert unready(founding(law)) == ("The argument of Counsel for B.J. (S3) has no answer.",)
        assert "Why this draft cannot be signed yet" in full

    @pytest.mark.parametrize(("language", "mark"), [(Language.FR, "[en anglais]"), (Language.NL, "[in het Engels]")])
    def test_what_exists_in_english_only_is_marked(self, law, language, mark):
        assert mark in text(founding(law), language)

    def test_the_same_decision_gives_the_same_document(self, law):
        assert draft(founding(law)) == draft(founding(law))


class TestEachOutcome:
    @pytest.mark.parametrize(
        ("outcome", "title"),
        [
            (Outcome.GRANT, "granted"),
            (Outcome.PARTLY, "granted in part"),
            (Outcome.CONDITIONS, "granted under conditions"),
            (Outcome.POSTPONE, "postponed"),
            (Outcome.REFUSE, "refused"),
        ],
    )
    def test_is_in_the_title(self, law, outcome, title):
        made = draft(invented(law, *choices(outcome)))
        assert made.title == f"Decision on a request of Albania: {title}"

    def test_several_are_a_grant_in_part(self, law):
        made = invented(law, *choices(Outcome.GRANT, "bank"), *choices(Outcome.REFUSE, "talk"))
        assert made.outcome is Outcome.PARTLY

    def test_per_measure_and_person(self, law):
        talk = (
            Choice("talk", Outcome.GRANT, *REASONS, person="P1"),
            Choice("talk", Outcome.REFUSE, *REASONS, person="P2"),
        )
        told = text(invented(law, *choices(Outcome.GRANT, "bank"), *talk))
        assert "An interview as a witness (Arben Invented (P1)): granted." in told
        assert "An interview as a witness (Besa Invented (P2)): refused." in told

    def test_a_condition_is_a_licence(self, law):
        told = text(invented(law, *choices(Outcome.CONDITIONS, "bank"), licences=(LICENCE,)))
        assert "For Statements of one account: The investigating judge of the requesting state may use it for" in told
        assert "Until 30 June 2027, that day included." in told
        assert "It is used only in the proceedings your request names." in told


class TestUnready:
    def ready(self, law, **parts):
        office = replace(invented(law).office, signatory=("A. Magistrate",))
        return invented(law, *choices(Outcome.POSTPONE), office=office, **(READY | parts))

    def test_nothing_keeps_a_whole_decision(self, law):
        assert unready(self.ready(law)) == ()

    @pytest.mark.parametrize(
        ("parts", "told"),
        [
            ({"choices": ()}, "nothing is decided"),
            ({"choices": (Choice("bank", Outcome.POSTPONE, "", "A"),)}, "no reasons are given"),
            ({"choices": (Choice("bank", Outcome.POSTPONE, "So."),)}, "nobody is named who decides"),
            ({"rulings": ()}, "was not judged"),
            ({"submissions": (Submission("S", "Counsel", None, "No."),)}, "The argument of Counsel (S) has no answer."),
            ({"choices": choices(Outcome.CONDITIONS)}, "no condition is attached"),
            ({"licences": (replace(LICENCE, until=None),)}, "does not say until when"),
            ({"licences": (replace(LICENCE, who=" "),)}, "does not say who may use it"),
            ({"licences": (replace(LICENCE, uses=()),)}, "does not say the limits of use"),
            ({"own_words": "She is a refugee."}, "tell what may not leave"),
            ({"limits": ()}, "No remedy with its time limit is named."),
            ({"told": ()}, "Nobody is named who is told."),
        ],
    )
    def test_what_keeps_it(self, law, parts, told):
        found = unready(replace(self.ready(law), **parts))
        assert any(told in sentence for sentence in found), found

    def test_a_choice_against_its_ruling_needs_a_second_person(self, law):
        granted = replace(founding(law), choices=choices(Outcome.GRANT, "search", "interview"))
        assert sum("the ruling is: forbidden" in s for s in unready(granted)) == 2
        departing = tuple(replace(c, departure="New facts.", agreed_by="B. Second") for c in granted.choices)
        assert not any("the ruling is" in s for s in unready(replace(granted, choices=departing)))

    @pytest.mark.parametrize("language", Language)
    def test_in_every_language(self, law, language):
        assert unready(founding(law), language)


def test_a_case_without_measures_is_decided_as_a_whole(law):
    asked = "id: x\ntitle: X\nrequest: {kind: extradition, requesting_state: TR, requested_state: BE}\n"
    case = read_case(asked.encode(), "x.yaml")
    base = invented(law)
    deciding = judged(law, case, date(2025, 6, 2), letter=base.letter, office=base.office)
    assert "surrender of the person: not decided yet." in text(deciding)


def test_evidence_that_conflicts_is_named(law):
    findings = """
findings:
  - {question: offence.no_dual_criminality, about: bank, answer: yes, source: one}
  - {question: offence.no_dual_criminality, about: bank, answer: no, source: other}
"""
    assert "The evidence conflicts here." in text(invented(law, findings=findings))
