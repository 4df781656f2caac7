"""What a case holds for one act on one object, on one day, as known on another: the readings the engine judges."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from rogatory.casefile.model import ON_RECORD, CaseFile, Finding
from rogatory.law.acts import Act
from rogatory.law.evidence import Answer, Standing, stand
from rogatory.law.grades import Grade
from rogatory.law.judging import Subject
from rogatory.law.proof import dispels, examined_thoroughly, left_arguable
from rogatory.law.questions import Kind, Question, Side
from rogatory.law.vocabulary import VOCABULARY
from rogatory.law.vocabulary.assurance import Risk

WHOLE = "request"
"""Identifier of the request as an object, and of its only measure or package where the file names none."""


@dataclass(frozen=True, slots=True)
class View:
    """A case on a day, as known on another."""

    case: CaseFile
    at: date
    known_at: date | None = None

    def objects(self, act: Act) -> tuple[str, ...]:
        """Identifiers of the objects `act` can be done to; the request itself where the file names none."""
        case = self.case
        named: tuple[str, ...] = {
            Kind.MEASURE: tuple(m.id for m in case.measures),
            Kind.PERSON: tuple(p.id for p in case.persons),
            Kind.ITEM: tuple(i.id for i in case.items),
            Kind.PACKAGE: case.packages,
        }.get(act.of, ())
        return named or (WHOLE,)

    def subjects(self, act: Act, obj: str) -> tuple[Subject, ...]:
        """One reading for each person the act touches. The file does not know its links: any of them is taken.

        Raises:
            KeyError: The case has no such object for this act; the message lists those it has.
        """
        if act.of is not Kind.LINK and obj not in self.objects(act):
            msg = f"{act.id} cannot be done to {obj!r}; this case has {', '.join(self.objects(act))}"
            raise KeyError(msg)
        return tuple(Subject(p, self._standings(act, obj, p)) for p in self._touched(act, obj))

    def _touched(self, act: Act, obj: str) -> tuple[str, ...]:
        everyone = tuple(p.id for p in self.case.persons) or ("",)
        if act.of is Kind.PERSON and obj != WHOLE:
            return (obj,)
        for measure in self.case.measures:
            if measure.id == obj and measure.persons:
                return measure.persons
        return everyone

    def _standings(self, act: Act, obj: str, person: str) -> dict[str, Standing]:
        answers: dict[str, list[Answer]] = {}
        questions: dict[str, Question] = {}
        for finding in self._findings(act, obj, person):
            question = VOCABULARY[finding.question]
            role = self._role(finding, person)
            if role is None:
                continue
            bound = question.against(role) if role else question
            questions[bound.slot] = bound
            answers.setdefault(bound.slot, []).append(_answer(finding))
        return {slot: stand(questions[slot], tuple(found), self.at) for slot, found in answers.items()}

    def _findings(self, act: Act, obj: str, person: str) -> Iterable[Finding]:
        for finding in (*self.case.findings, *self._implied(act, obj)):
            if finding.holds(self.at, self.known_at) and self._concerns(finding, act, obj, person):
                yield finding

    def _concerns(self, finding: Finding, act: Act, obj: str, person: str) -> bool:
        if not finding.about:
            return True
        kind = VOCABULARY[finding.question].of
        if kind is Kind.PERSON:
            return finding.about == person
        if kind in (Kind.MEASURE, Kind.ITEM, Kind.PACKAGE):
            # A finding about one item says nothing of another.
            return finding.about == obj if act.of is kind else self._of_any(finding, kind)
        return True

    def _of_any(self, finding: Finding, kind: Kind) -> bool:
        """Whether a finding about one object is read for an act on an object of another kind.

        With one such object it is; with several, only what protects is: that one measure was excessive matters to what
        is sent, that another was not says nothing.
        """
        of_kind = {Kind.MEASURE: self.case.measures, Kind.ITEM: self.case.items, Kind.PACKAGE: self.case.packages}[kind]
        question = VOCABULARY[finding.question]
        return len(of_kind) == 1 or (question.side is Side.PROTECTS and finding.answer == ("yes",))

    def _role(self, finding: Finding, person: str) -> str | None:
        """For findings about an assurance the risk it answers; None: it is not the assurance that counts."""
        if VOCABULARY[finding.question].of is not Kind.ASSURANCE:
            return ""
        if not finding.about:
            return finding.against.value if finding.against else None
        for assurance in self.case.assurances:
            if assurance.id == finding.about:
                counts = self._counting(assurance.against, person)
                return assurance.against.value if counts == assurance.id else None
        return None

    def _counting(self, risk: Risk, person: str) -> str | None:
        """The assurance against `risk` that counts: the latest given for this person by the day of judging."""
        given = [
            a
            for a in self.case.assurances
            if a.against is risk
            and (not a.persons or not person or person in a.persons)
            and (a.given_on is None or a.given_on <= self.at)
        ]
        return max(given, key=lambda a: a.given_on or date.min).id if given else None

    def _not_shown(self, finding: Finding) -> bool:
        """Whether a claim was examined thoroughly and did not reach its standard (`rogatory.law.proof`).

        Where an assurance was given the doubt is left standing for it to answer, and what was promised is then kept.
        """
        question = VOCABULARY[finding.question]
        if self.case.assurances or not left_arguable(question, finding.answer, finding.grade):
            return False
        same = [f for f in self.case.findings if (f.question, f.about) == (finding.question, finding.about)]
        if any(f.unknown or (f.answer == ("yes",) and f.grade >= question.standard) for f in same):
            return False
        return any(
            examined_thoroughly(f.question, f.answer, f.grade) and f.holds(self.at, self.known_at)
            for f in self.case.findings
        )

    def _implied(self, act: Act, obj: str) -> Iterable[Finding]:
        """What the file's entries say by themselves: a measure's type, an assurance given, what a conclusion means."""
        for finding in self.case.findings:
            answered = dispels(finding.question, finding.answer, finding.grade)
            if answered is not None:
                yield replace(finding, question=answered, answer=("yes",))
            elif self._not_shown(finding):
                yield replace(finding, id=f"{finding.id}.not-shown", answer=("no",), grade=Grade.ESTABLISHED)
        for measure in self.case.measures:
            if measure.id == obj if act.of is Kind.MEASURE else len(self.case.measures) == 1:
                yield Finding(f"{measure.id}.type", "measure.type", measure.id, (measure.type,))
        for assurance in self.case.assurances:
            ident = f"{assurance.id}.given"
            if not any(f.question == "assurance.given" and f.about == assurance.id for f in self.case.findings):
                yield Finding(ident, "assurance.given", assurance.id, ("yes",), since=assurance.given_on)


def _answer(finding: Finding) -> Answer:
    return Answer(
        finding=finding.id,
        values=finding.answer,
        grade=finding.grade,
        number=finding.number,
        day=finding.day,
        unknown=finding.unknown,
        as_of=finding.as_of,
        why=finding.source if finding.unknown and finding.by == ON_RECORD else "",
    )
