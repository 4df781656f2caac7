"""How persons, measures and what they say are called in a decision; shared by the parts of a draft."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from rogatory.casefile.model import Finding, Measure
from rogatory.decision.deciding import Deciding
from rogatory.decision.documents.catalogue import day_in_words, say
from rogatory.law.acts import GRANT, POSTPONE, REFUSE
from rogatory.law.leading import facts
from rogatory.law.questions import Form
from rogatory.law.ruling import NormState, Ruling
from rogatory.law.vocabulary import VOCABULARY
from rogatory.law.wording import Language, clause, that, unit_word, value_label
from rogatory.law.wording.questions import either
from rogatory.states.naming import name_in

DECISIONS = (GRANT, REFUSE, POSTPONE)
"""Acts whose rulings a decision is drafted from."""


@dataclass(frozen=True)
class Draft:
    """A draft being written: the decision and the language, and what its parts call things.

    Attributes:
        deciding: The decision.
        language: The language.
    """

    deciding: Deciding
    language: Language

    def say(self, key: str, **values: object) -> str:
        """A sentence of the full text."""
        return say(key, self.language, **values)

    def day(self, day: date | None) -> str:
        """A day in words, or that it is not known."""
        return day_in_words(day, self.language) if day else self.say("course.undated")

    def state(self, code: str) -> str:
        """The name of a state."""
        return name_in(code, self.language.value)

    def person(self, ident: str) -> str:
        """A person concerned, by the name shown; one whose name is the identifier, by that alone."""
        person = next((p for p in self.deciding.case.persons if p.id == ident), None)
        return f"{person.name} ({ident})" if person and person.name not in ("", ident) else ident

    def measure(self, measure: Measure) -> str:
        """A measure in the words of the file; without any, in those of the law."""
        return measure.text or value_label(VOCABULARY["measure.type"], measure.type, self.language)

    def named(self, ident: str) -> str:
        """Whatever an identifier of the case names: a person, a measure, an item, an assurance; else itself."""
        case = self.deciding.case
        if any(p.id == ident for p in case.persons):
            return self.person(ident)
        for measure in self.deciding.measures:
            if measure.id == ident:
                return self.measure(measure)
        texts = {i.id: i.text for i in case.items} | {a.id: a.text for a in case.assurances}
        return texts.get(ident) or ident

    @cached_property
    def rulings(self) -> tuple[Ruling, ...]:
        """The rulings on granting, refusing and postponing, in the order they came."""
        return tuple(r for r in self.deciding.rulings if r.act in DECISIONS)

    @cached_property
    def carried(self) -> frozenset[str]:
        """Identifiers of the findings the norms that carry the rulings rest on, or could."""
        return frozenset(f for r in self.rulings for n in r.leading() for f in supporting(n))

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """The findings that hold on the day of a ruling, as known then: what the rulings rest on first."""
        days = {(r.at, r.known_at) for r in self.rulings} or {(self.deciding.office.day, None)}
        held = [f for f in self.deciding.case.findings if any(f.holds(at, known) for at, known in days)]
        return tuple(sorted(held, key=lambda f: f.id not in self.carried))

    @cached_property
    def numbers(self) -> dict[str, str]:
        """The number under which each finding is told, by its identifier."""
        return {f.id: f"F{place}" for place, f in enumerate(self.findings, 1)}

    def clause(self, finding: Finding) -> str:
        """What a finding says, as a clause."""
        question, language = VOCABULARY[finding.question], self.language
        if finding.unknown:
            return self.say("fact.asked", that=that(question, language))
        if question.form is Form.YES_NO:
            if finding.answer == ("no",):
                return self.say("fact.excluded", that=that(question, language))
            return clause(question, language)
        if finding.number is not None:
            return clause(question, language, f"{finding.number} {unit_word(question.unit, language)}".strip())
        if finding.day is not None:
            return clause(question, language, day_in_words(finding.day, language))
        return clause(
            question, language, either((value_label(question, v, language) for v in finding.answer), language)
        )


def findings_of(state: NormState) -> tuple[str, ...]:
    """Identifiers of the findings behind the facts that make a norm apply."""
    return tuple(
        dict.fromkeys(ident for fact in facts(state.because, state.situation) for ident in on_file(state, fact))
    )


def supporting(state: NormState) -> tuple[str, ...]:
    """Identifiers of the findings behind the facts, and of those from which the same would follow without them."""
    leaves = [r for r in state.because.responsible().leaves() if r.code == state.code and not r.denied]
    others = (ident for leaf in leaves for ident in on_file(state, leaf))
    return tuple(dict.fromkeys((*findings_of(state), *others)))


def on_file(state: NormState, fact: object) -> tuple[str, ...]:
    """Identifiers of the findings on the question of one fact."""
    slot = getattr(getattr(fact, "condition", None), "slot", "")
    standing = state.situation.standings.get(slot)
    return standing.findings if standing else ()


def joined(texts: Iterable[str]) -> str:
    """Texts one after another, each once."""
    return "; ".join(dict.fromkeys(texts))
