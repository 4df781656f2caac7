"""A supposed answer takes the place of what was found on its question, for its object and no other."""

from datetime import date

import pytest

from rogatory.casefile.model import Assurance, CaseFile, Finding, Item, Measure, Person, Request
from rogatory.casefile.view import View
from rogatory.examination.supposing import SupposedError, suppose, supposed
from rogatory.law.acts import EXECUTE, GRANT
from rogatory.law.grades import Grade
from rogatory.law.vocabulary import VOCABULARY
from rogatory.law.vocabulary.assurance import Risk

AT = date(2025, 3, 3)
CASE = CaseFile(
    "case", "A case", Request("mla", "KZ", "BE"),
    persons=(Person("P1", "A.B."), Person("P2", "C.D.")),
    measures=(Measure("M1", "search", persons=("P1",)), Measure("M2", "interview", persons=("P2",))),
    assurances=(Assurance("letter", Risk.DEATH_PENALTY, date(2024, 1, 1)),),
    items=(Item("I1"),),
)  # fmt: skip


def with_findings(*findings: Finding) -> CaseFile:
    return CaseFile(CASE.id, CASE.title, CASE.request, CASE.persons, CASE.measures, CASE.assurances, CASE.items,
                    findings=findings)  # fmt: skip


def after(case: CaseFile, text: str, *, about: str = "", grade: Grade = Grade.ESTABLISHED) -> CaseFile:
    return suppose(case, supposed(case, text, about=about, grade=grade))


def shown(case: CaseFile, slot: str, obj: str = "M1") -> dict[str, str]:
    """The values shown on a question, with their grade, for the person the measure touches."""
    (subject,) = View(case, AT).subjects(EXECUTE, obj)
    standing = subject.standings.get(slot)
    return {} if standing is None else {v: g.name.lower() for v, g in standing.shown.items()}


def test_the_answer_stands_in_the_place_of_every_earlier_one() -> None:
    found = Finding("f", "person.opposition", "P1", ("no",))
    case = after(with_findings(found, Finding("g", "person.opposition", "", ("no",))), "person.opposition=yes")
    assert shown(case, "person.opposition") == {"yes": "established"}
    assert shown(case, "person.opposition", "M2") == {"yes": "established"}


def test_an_answer_about_one_person_leaves_what_was_found_about_the_others() -> None:
    everyone = Finding("f", "person.opposition", "", ("yes",), grade=Grade.SUBSTANTIAL)
    case = after(
        with_findings(everyone, Finding("g", "person.opposition", "P2", ("yes",))), "person.opposition=no", about="P1"
    )
    assert shown(case, "person.opposition") == {"no": "established"}
    assert shown(case, "person.opposition", "M2") == {"yes": "established"}
    assert [f.id for f in case.findings] == ["f.P2", "g", "supposed.person.opposition.P1"]


def test_findings_on_other_questions_stay() -> None:
    other = Finding("f", "state.transnational_repression", answer=("yes",))
    assert other in after(with_findings(other), "person.opposition=yes").findings


def test_the_object_is_left_aside_for_questions_about_something_else() -> None:
    answer = supposed(CASE, "state.transnational_repression=yes", about="P1")
    assert answer.finding.about == ""


def test_an_answer_holds_on_every_day_and_was_always_known() -> None:
    finding = supposed(CASE, "person.opposition=yes").finding
    assert finding.holds(date(1950, 1, 1), date(1950, 1, 1))


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("person.opposition=unknown", "unknown", True),
        ("arrest.since=2024-02-29", "day", date(2024, 2, 29)),
        ("request.protected_ground= race , religion ", "answer", ("race", "religion")),
        ("measure.observer=bar", "answer", ("bar",)),
    ],
)
def test_answers_of_every_form_are_read(text: str, field: str, value: object) -> None:
    assert getattr(supposed(CASE, text).finding, field) == value


def test_the_grade_is_the_one_named() -> None:
    case = after(CASE, "person.opposition=yes", grade=Grade.ARGUABLE)
    assert shown(case, "person.opposition") == {"yes": "arguable"}


# --- assurances ---------------------------------------------------------------------------------------------------


def assurance(case: CaseFile, slot: str) -> dict[str, str]:
    return shown(case, slot)


def test_an_assurance_is_supposed_against_a_risk_whether_or_not_a_letter_is_on_file() -> None:
    case = after(CASE, "assurance.specific@ill-treatment=yes")
    assert assurance(case, "assurance.specific@ill-treatment") == {"yes": "established"}
    assert assurance(case, "assurance.specific@death-penalty") == {}


def test_what_was_found_about_the_letter_gives_way() -> None:
    found = (Finding("f", "assurance.specific", "letter", ("no",)),
             Finding("g", "assurance.specific", answer=("no",), against=Risk.DEATH_PENALTY),
             Finding("h", "assurance.specific", answer=("no",), against=Risk.LIFE_SENTENCE))  # fmt: skip
    case = after(with_findings(*found), "assurance.specific@death-penalty=yes")
    assert assurance(case, "assurance.specific@death-penalty") == {"yes": "established"}
    assert assurance(case, "assurance.specific@life-sentence") == {"no": "established"}


def test_the_letter_named_says_which_risk_is_meant() -> None:
    answer = supposed(CASE, "assurance.specific=yes", about="letter")
    assert answer.slot == "assurance.specific@death-penalty"
    assert assurance(suppose(CASE, answer), "assurance.specific@death-penalty") == {"yes": "established"}


def test_a_letter_on_file_can_be_supposed_never_given() -> None:
    assert assurance(CASE, "assurance.given@death-penalty") == {"yes": "established"}
    case = after(CASE, "assurance.given@death-penalty=no")
    assert assurance(case, "assurance.given@death-penalty") == {"no": "established"}


# --- the type of a measure ----------------------------------------------------------------------------------------


def test_the_type_of_a_measure_is_supposed_in_its_entry() -> None:
    case = after(CASE, "measure.type=interview", about="M1")
    assert [m.type for m in case.measures] == ["interview", "interview"]
    assert shown(case, "measure.type") == {"interview": "established"}
    assert [m.type for m in after(CASE, "measure.type=freezing").measures] == ["freezing", "freezing"]


# --- what cannot be supposed --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "about", "said"),
    [
        ("person.opposition", "", "is no answer. Write QUESTION=VALUE"),
        ("=yes", "", "is no answer"),
        ("person.opposition=", "", "is no answer"),
        ("person.oposition=yes", "", "Did you mean person.opposition"),
        ("xyzzy=yes", "", "`rogatory questions --all` lists the vocabulary"),
        ("person.opposition=maybe", "", "Write one of: yes, no, or unknown."),
        ("person.opposition=yes,no", "", "takes one answer"),
        ("person.opposition=,", "", "does not answer"),
        ("person.opposition=yes", "P9", "this case has no 'P9'. It has: P1, P2, M1, M2, I1, letter."),
        ("person.opposition@death-penalty=yes", "", "is not asked of a risk"),
        ("assurance.specific=yes", "", "must say against which risk"),
        ("assurance.specific@everything=yes", "", "of: ill-treatment, death-penalty"),
        ("assurance.specific@life-sentence=yes", "letter", "letter is an assurance against death-penalty"),
        ("arrest.since=soon", "", "Write a day as 2019-10-01."),
        ("measure.type=unknown", "", "stands in its entry"),
    ],
)
def test_what_cannot_be_supposed_is_refused_with_its_mend(text: str, about: str, said: str) -> None:
    with pytest.raises(SupposedError) as refused:
        supposed(CASE, text, about=about)
    assert said in str(refused.value)


def test_every_question_can_be_supposed_unknown() -> None:
    for question in VOCABULARY.values():
        if question.id == "measure.type":
            continue
        role = "@use-limits" if question.of.value == "assurance" else ""
        case = after(CASE, f"{question.id}{role}=unknown")
        assert View(case, AT).subjects(GRANT, "M1")
