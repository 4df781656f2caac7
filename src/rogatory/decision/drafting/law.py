"""The part of a draft that applies the law: each norm with its text, its source, and why it applies."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from rogatory.decision.bench import side_by_side
from rogatory.decision.documents.document import Block, Heading, Listing, Paragraph
from rogatory.decision.drafting.parts import Draft, findings_of, joined, on_file, supporting
from rogatory.decision.phrases import say as phrase
from rogatory.law.acts import GRANT, REFUSE
from rogatory.law.codegen import TRUE
from rogatory.law.conditions import Test
from rogatory.law.explanation import Reason
from rogatory.law.formulas import Verdict
from rogatory.law.leading import facts
from rogatory.law.norms import Effect
from rogatory.law.questions import Question
from rogatory.law.ruling import NormState, Ruling
from rogatory.law.sources import Basis, Check
from rogatory.law.vocabulary import VOCABULARY
from rogatory.law.wording import (
    ask,
    basis_word,
    clause,
    effect_word,
    english_only,
    leaf_text,
    say_norm,
    term,
    test_title,
    that,
    value_label,
)
from rogatory.law.wording.titles import cite_words, source_words


@dataclass
class _Applied:
    """A norm with the measures for which it stands so, for the same reasons."""

    state: NormState
    lines: tuple[str, ...]
    measures: list[str] = field(default_factory=list)


def law(draft: Draft) -> Iterator[Block]:
    """The norms that carry the rulings, what they ask, what is open, and what all of it rests on."""
    yield Heading(draft.say("head.law"))
    yield Paragraph(" ".join(_day(draft)))
    for measure in draft.deciding.measures:
        yield Paragraph(_side(draft, measure.id))
    granting = [r for r in draft.rulings if r.act is GRANT]
    yield from _norms(draft, "head.applies", (n for r in granting for n in _of(r, open_=False)), granting)
    yield from _norms(draft, "head.open", (n for r in granting for n in _of(r, open_=True)), granting)
    refusing = [r for r in draft.rulings if r.act is REFUSE and r.verdict is not Verdict.ALLOWED]
    yield from _norms(draft, "head.refusing", (n for r in refusing for n in r.leading()), refusing)
    yield from _duties(draft, granting)
    yield from _asked(draft, granting)
    yield from _rests(draft)


def _day(draft: Draft) -> Iterator[str]:
    for at, known in dict.fromkeys((r.at, r.known_at) for r in draft.rulings):
        yield draft.say("law.day", day=at)
        if known:
            yield draft.say("law.known", day=known)


def _side(draft: Draft, measure: str) -> str:
    grant, refuse = (draft.deciding.ruling(act, measure) for act in (GRANT, REFUSE))
    if grant is None or refuse is None:
        return draft.say("law.no-ruling", measure=draft.named(measure))
    word = phrase(f"side.{side_by_side(grant, refuse).word}", draft.language)
    return draft.say("law.side", measure=draft.named(measure), word=word)


def _of(ruling: Ruling, *, open_: bool) -> Iterator[NormState]:
    return (n for n in ruling.leading() if (n.code != TRUE) == open_)


def _norms(draft: Draft, heading: str, states: Iterable[NormState], rulings: Iterable[Ruling]) -> Iterator[Block]:
    wanted = {id(s) for s in states}
    applied: dict[tuple[str, tuple[str, ...]], _Applied] = {}
    for ruling in rulings:
        for state in ruling.leading():
            if id(state) in wanted:
                lines = tuple(_lines(draft, state))
                entry = applied.setdefault((state.norm.id, lines), _Applied(state, lines))
                entry.measures.append(_where(draft, ruling, state))
    if applied:
        yield Heading(draft.say(heading), 2)
    for place, entry in enumerate(applied.values(), 1):
        yield from _norm(draft, entry, f"{heading.removeprefix('head.')[0].upper()}{place}")


def _where(draft: Draft, ruling: Ruling, state: NormState) -> str:
    touched = joined(draft.person(p) for p in state.touches if p)
    return f"{draft.named(ruling.object)} ({touched})" if touched else draft.named(ruling.object)


def _norm(draft: Draft, entry: _Applied, number: str) -> Iterator[Block]:
    state, norm, language = entry.state, entry.state.norm, draft.language
    measures = joined(entry.measures)
    text = draft.say(
        "law.norm", text=say_norm(norm, language), effect=effect_word(norm.effect, language), measures=measures
    )
    parts = [text, draft.say("law.basis", basis=basis_word(norm.basis, language))]
    if state.duty_open:
        parts.append(draft.say("law.duty"))
    if norm.check is not Check.VERIFIED:
        parts.append(draft.say("law.check", check=term(norm.check, language)))
    if not state.confirmed:
        parts.append(draft.say("law.status"))
    yield Paragraph(" ".join(parts), number, f"{source_words(norm.source, language)} [{norm.id}]")
    yield Paragraph(draft.say("law.because" if state.code == TRUE else "law.open"))
    yield Listing(entry.lines)
    if norm.cure is not None and state.code == TRUE:
        yield Paragraph(draft.say("law.cure", text=english_only(norm.cure.obtain, language)))


def _lines(draft: Draft, state: NormState) -> Iterator[str]:
    """Why it applies: the legal tests met, then the facts, each with the findings that show it."""
    for test in _tests(state.because.responsible()):
        yield draft.say(
            "law.test", test=test_title(test, draft.language), source=cite_words(test.source.cites[0], draft.language)
        )
    for fact in facts(state.because, state.situation):
        yield _fact(draft, state, fact)
    carrying = findings_of(state)
    also = set(supporting(state)) - set(carrying)
    if numbers := [number for ident, number in draft.numbers.items() if ident in also]:
        yield draft.say("law.also", facts=", ".join(numbers))
    yield draft.say("law.binds", why=english_only(state.binds_because.rstrip("."), draft.language) + ".")


def _tests(reason: Reason) -> Iterator[Test]:
    """The outermost legal tests that hold or are open; an exception that is excluded tells nothing."""
    if isinstance(reason.condition, Test):
        if not reason.denied:
            yield reason.condition
        return
    for part in reason.parts:
        yield from _tests(part)


def _fact(draft: Draft, state: NormState, fact: Reason) -> str:
    numbers = [draft.numbers[i] for i in on_file(state, fact) if i in draft.numbers]
    if not numbers:
        slot = getattr(fact.condition, "slot", "")
        numbers = [draft.say("law.presumed" if slot in state.situation.presumptions else "law.nothing")]
    text = leaf_text(fact.condition, draft.language, denied=fact.denied)
    return draft.say("law.fact", text=text, facts=", ".join(numbers))


def _duties(draft: Draft, rulings: Iterable[Ruling]) -> Iterator[Block]:
    """What is owed and held as a right, which decides nothing and is not left unsaid."""
    owed = {
        n.norm.id: f"{say_norm(n.norm, draft.language)} [{cite_words(n.norm.source.cites[0], draft.language)}]"
        for r in rulings
        for n in r.norms
        if n.code == TRUE and n.norm.effect in (Effect.OBLIGES, Effect.ENTITLES)
    }
    if owed:
        yield Heading(draft.say("head.duties"), 2)
        yield Listing(tuple(owed.values()))


def _asked(draft: Draft, rulings: Iterable[Ruling]) -> Iterator[Block]:
    """Conditions the law demands, and the questions that still matter."""
    conditions: dict[str, None] = {}
    questions: dict[str, list[str]] = {}
    for ruling in rulings:
        for condition in ruling.conditions:
            text = english_only(condition.text, draft.language)
            kept = f"{condition.norm}; {draft.say('law.kept')}" if condition.obtained else condition.norm
            conditions[draft.say("law.condition", text=text, norm=kept)] = None
        for question in ruling.questions:
            text = ask(_question(question.slot), draft.language)
            questions.setdefault(text, []).append(draft.named(ruling.object))
    if conditions:
        yield Heading(draft.say("head.curing"), 2)
        yield Listing(tuple(conditions))
    if questions:
        yield Heading(draft.say("head.questions"), 2)
        yield Listing(tuple(draft.say("law.question", question=q, measures=joined(m)) for q, m in questions.items()))


def _rests(draft: Draft) -> Iterator[Block]:
    """Norms not fully verified, policies, presumptions and conflicts: what a reader must be told on the face of it."""
    yield Heading(draft.say("head.rests"), 2)
    states = [n for r in draft.rulings for n in r.leading()]
    doubtful = {n.norm.id: _doubt(draft, n) for n in states if n.unverified}
    if doubtful:
        yield Paragraph(draft.say("rests.unverified"))
        yield Listing(tuple(doubtful.values()))
    else:
        yield Paragraph(draft.say("rests.all-verified"))
    policies = {
        n.norm.id: f"{n.norm.id}: {cite_words(n.norm.source.cites[0], draft.language)}"
        for n in states
        if n.norm.basis is Basis.POLICY
    }
    if policies:
        yield Paragraph(draft.say("rests.policy"))
        yield Listing(tuple(policies.values()))
    opened = dict.fromkeys(_opened(draft, *told) for r in draft.rulings for told in r.opened)
    if opened:
        yield Paragraph(draft.say("rests.record"))
        yield Listing(tuple(opened))
    presumed = _presumptions(draft)
    if presumed:
        yield Paragraph(draft.say("rests.presumptions"))
        yield Listing(presumed)
    conflicts = tuple(dict.fromkeys(_conflict(draft, slot) for r in draft.rulings for slot in r.conflicts))
    yield Paragraph(draft.say("rests.conflicts" if conflicts else "rests.no-conflicts"))
    if conflicts:
        yield Listing(conflicts)


def _opened(draft: Draft, slot: str, entries: str) -> str:
    """A question the record of the requesting state makes live, and the entries that do."""
    told = {"that": that(_question(slot), draft.language), "entries": english_only(entries, draft.language)}
    return draft.say("rests.opened", **told)


def _doubt(draft: Draft, state: NormState) -> str:
    told = [term(state.norm.check, draft.language)]
    if not state.confirmed:
        told.append(phrase("check.status", draft.language))
    return f"{state.norm.id}: {'; '.join(told)} ({cite_words(state.norm.source.cites[0], draft.language)})"


def _presumptions(draft: Draft) -> tuple[str, ...]:
    """Each presumption once; with what it was taken for, where that was not everything decided on."""
    taken: dict[str, dict[str, None]] = {}
    for ruling in draft.rulings:
        for slot in ruling.presumptions:
            taken.setdefault(_presumed(draft, slot), {})[ruling.object] = None
    every = {ruling.object for ruling in draft.rulings}
    return tuple(
        text if set(of) == every else draft.say("rests.for", text=text, of=joined(map(draft.named, of)))
        for text, of in taken.items()
    )


def _presumed(draft: Draft, slot: str) -> str:
    question = _question(slot)
    if question.presumed is None:
        return draft.say("rests.presumed-nothing", text=clause(question, draft.language))
    value = value_label(question, question.presumed, draft.language)
    return draft.say("rests.presumed", text=clause(question, draft.language), value=value)


def _conflict(draft: Draft, slot: str) -> str:
    """A question with the numbers of the findings that speak of it, on either side."""
    asked = slot.partition("@")[0]
    numbers = ", ".join(draft.numbers[f.id] for f in draft.findings if f.question == asked)
    text = clause(_question(slot), draft.language)
    return draft.say("law.fact", text=text, facts=numbers) if numbers else text


def _question(slot: str) -> Question:
    ident, _, role = slot.partition("@")
    return VOCABULARY[ident].against(role) if role else VOCABULARY[ident]
