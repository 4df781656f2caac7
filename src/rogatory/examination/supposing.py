"""Supposing: the same case with another answer, to see what an inquiry would be worth before it is made.

A supposed answer takes the place of every finding on its question, for the object it is about and for no other. It
holds on every day and was always known; nothing else in the file changes.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches

from rogatory.casefile.model import CaseFile, Finding
from rogatory.law.grades import Grade
from rogatory.law.questions import Form, Kind, Question
from rogatory.law.vocabulary import VOCABULARY
from rogatory.law.vocabulary.assurance import Risk

_MANY = (Kind.PERSON, Kind.MEASURE, Kind.ITEM, Kind.PACKAGE)
"""Kinds of which a case may hold several, so that a finding can be about one of them."""
_GIVEN = "assurance.given"
_MEASURE_TYPE = "measure.type"


class SupposedError(ValueError):
    """An answer cannot be supposed.

    Attributes:
        problem: What is wrong.
        mend: What to write instead.
    """

    def __init__(self, problem: str, mend: str) -> None:
        """Name the problem and its mend."""
        self.problem = problem
        self.mend = mend
        super().__init__(f"{problem}. {mend}")


@dataclass(frozen=True, slots=True)
class Supposed:
    """One answer to suppose.

    Attributes:
        question: The question, bound to the risk for questions about an assurance.
        finding: The answer as a finding; its `about` says which object it concerns, empty for all of its kind.
    """

    question: Question
    finding: Finding

    @property
    def slot(self) -> str:
        """The question with its role."""
        return self.question.slot


def supposed(case: CaseFile, text: str, *, about: str = "", grade: Grade = Grade.ESTABLISHED) -> Supposed:
    """Read `QUESTION=VALUE`, as `person.refugee_here=yes` or `assurance.specific@death-penalty=no`.

    Args:
        case: The case it is supposed in.
        text: The question and its answer: a value, several with commas, a number, a day, or `unknown`.
        about: Identifier of the person, measure, item, package or assurance it is about; left aside for questions
            about anything else. Empty: every object of the kind.
        grade: Grade to which it is shown.

    Raises:
        SupposedError: No such question, object, risk or value.
    """
    slot, equals, value = (part.strip() for part in text.partition("="))
    if not equals or not slot or not value:
        raise SupposedError(f"{text!r} is no answer", "Write QUESTION=VALUE, as person.opposition=yes.")
    ident, _, role = slot.partition("@")
    question = VOCABULARY.get(ident)
    if question is None:
        raise SupposedError(f"{ident!r} is not a question of the vocabulary", _near(ident))
    if ident == _MEASURE_TYPE and value == "unknown":
        raise SupposedError("the type of a measure stands in its entry", f"Write one of: {', '.join(question.values)}.")
    about = about if _is_about(case, about, question) else ""
    risk = _risk(case, question, role, about)
    bound = question.against(risk.value) if risk else question
    finding = Finding(_name(bound, about), ident, about, against=None if about else risk, grade=grade, by="supposed")
    return Supposed(bound, _answered(finding, question, value))


def suppose(case: CaseFile, answer: Supposed) -> CaseFile:
    """The case with `answer` in the place of what was found on that question."""
    if answer.question.id == _MEASURE_TYPE and answer.finding.answer:
        case = _retyped(case, answer)
    kept = tuple(f for finding in case.findings for f in _left_of(case, finding, answer))
    return replace(case, findings=(*kept, *_added(case, answer)))


def kinds_of(case: CaseFile) -> dict[str, Kind]:
    """The objects of the case by identifier, with their kind."""
    return {
        **dict.fromkeys((p.id for p in case.persons), Kind.PERSON),
        **dict.fromkeys((m.id for m in case.measures), Kind.MEASURE),
        **dict.fromkeys((i.id for i in case.items), Kind.ITEM),
        **dict.fromkeys(case.packages, Kind.PACKAGE),
        **dict.fromkeys((a.id for a in case.assurances), Kind.ASSURANCE),
    }


def _is_about(case: CaseFile, about: str, question: Question) -> bool:
    if not about:
        return False
    objects = kinds_of(case)
    if about not in objects:
        raise SupposedError(f"this case has no {about!r}", f"It has: {', '.join(objects) or 'no named object'}.")
    return objects[about] is question.of


def _risk(case: CaseFile, question: Question, role: str, about: str) -> Risk | None:
    risks = ", ".join(r.value for r in Risk)
    if question.of is not Kind.ASSURANCE:
        if role:
            raise SupposedError(f"{question.id} is not asked of a risk", f"Write {question.id}=VALUE.")
        return None
    of_entry = next((a.against for a in case.assurances if a.id == about), None)
    if not role and of_entry:
        return of_entry
    if role not in {r.value for r in Risk}:
        raise SupposedError(f"{question.id} must say against which risk", f"Write {question.id}@RISK, of: {risks}.")
    if of_entry and of_entry.value != role:
        raise SupposedError(f"{about} is an assurance against {of_entry.value}, not {role}", "Name one of the two.")
    return Risk(role)


def _answered(finding: Finding, question: Question, text: str) -> Finding:
    """The finding with the answer written in `text`."""
    if text == "unknown":
        return replace(finding, unknown=True)
    match question.form:
        case Form.NUMBER:
            if not (text.isascii() and text.isdigit()):
                raise SupposedError(f"{question.id} is answered by a whole number ({question.unit})", "Write one.")
            return replace(finding, number=int(text))
        case Form.DAY:
            try:
                return replace(finding, day=date.fromisoformat(text))
            except ValueError:
                problem = f"{text!r} does not answer {question.id}"
                raise SupposedError(problem, "Write a day as 2019-10-01.") from None
        case _:
            return replace(finding, answer=_values(question, text))


def _values(question: Question, text: str) -> tuple[str, ...]:
    values = tuple(dict.fromkeys(v.strip() for v in text.split(",") if v.strip()))
    wrong = next((v for v in values if v not in question.values), None)
    if wrong is not None or not values:
        raise SupposedError(
            f"{wrong or text!r} does not answer {question.id}",
            f"Write one of: {', '.join(question.values)}, or unknown.",
        )
    if len(values) > 1 and question.form is not Form.SOME_OF:
        raise SupposedError(f"{question.id} takes one answer", f"Write one of: {', '.join(question.values)}.")
    return values


def _left_of(case: CaseFile, finding: Finding, answer: Supposed) -> Iterator[Finding]:
    """What stays of a finding beside the supposed answer."""
    about, question = answer.finding.about, answer.question
    if finding.question != question.id:
        yield finding
    elif question.of is Kind.ASSURANCE:
        same_risk = _risk_of(case, finding) == question.role
        if not same_risk or (about and finding.about and finding.about != about):
            yield finding
    elif about and finding.about != about:
        # What was found about all of them goes on holding of the others.
        others = [i for i, kind in kinds_of(case).items() if kind is question.of and i != about]
        yield from [finding] if finding.about else [replace(finding, id=f"{finding.id}.{o}", about=o) for o in others]


def _risk_of(case: CaseFile, finding: Finding) -> str:
    entry = next((a.against for a in case.assurances if a.id == finding.about), finding.against)
    return entry.value if entry else ""


def _added(case: CaseFile, answer: Supposed) -> Iterator[Finding]:
    yield answer.finding
    if answer.question.id == _GIVEN and not answer.finding.about:
        # An entry says by itself that its assurance was given, unless a finding about it says otherwise.
        for entry in case.assurances:
            if entry.against.value == answer.question.role:
                yield replace(answer.finding, id=_name(answer.question, entry.id), about=entry.id, against=None)


def _retyped(case: CaseFile, answer: Supposed) -> CaseFile:
    """A measure's type stands in its entry, not in a finding."""
    about, (value, *_) = answer.finding.about, answer.finding.answer
    measures = (replace(m, type=value) if about in ("", m.id) else m for m in case.measures)
    return replace(case, measures=tuple(measures))


def _name(question: Question, about: str) -> str:
    return ".".join(part for part in ("supposed", question.slot, about) if part)


def _near(ident: str) -> str:
    close = get_close_matches(ident, list(VOCABULARY), n=3, cutoff=0.6)
    return f"Did you mean {' or '.join(close)}?" if close else "`rogatory questions --all` lists the vocabulary."
