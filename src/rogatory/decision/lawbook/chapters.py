"""The chapters of the law book, derived from norms, acts, tests, triggers and vocabulary; nothing is written twice."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum

from rogatory.decision.lawbook.norms import Writer
from rogatory.decision.lawbook.parts import Chapter, Entry, Field, Span, Table, Text, joined, plain
from rogatory.law.acts import ACTS, Act
from rogatory.law.corpus import Law
from rogatory.law.formulas import Verdict
from rogatory.law.grades import Grade
from rogatory.law.norms import Effect, OnUnknown
from rogatory.law.questions import Form, Kind, Question
from rogatory.law.sources import Basis, Check, Cite
from rogatory.law.wording import (
    Language,
    act_record,
    act_title,
    ask,
    term,
    test_title,
    unit_word,
    value_label,
    verdict_gloss,
    why_live,
)
from rogatory.law.wording.book import SHAPES, word


def chapters(law: Law, lang: Language, tests: Mapping[str, Sequence[str]]) -> tuple[Chapter, ...]:
    """Every chapter of the book, in order."""
    writer = Writer(law, lang, tests)
    packs = [c for c in (writer.pack(p) for p in law.packs) if c.entries]
    return (
        _reading(lang),
        _acts(law, lang),
        *packs,
        _tests(writer),
        _live(writer),
        *_vocabulary(writer),
        _sources(writer),
    )


def _reading(lang: Language) -> Chapter:
    verdicts = tuple(
        (plain(f"{SHAPES[v.name]} {term(v, lang)}"), plain(verdict_gloss(v, lang))) for v in reversed(Verdict)
    )
    heads = (word("word", lang), word("meaning", lang))

    def listed(key: str, members: type[Enum]) -> Table:
        return Table(word(key, lang), (word("word", lang),), tuple((plain(term(m, lang)),) for m in members))

    intro = ("reading-unknown", "reading-excluded", "reading-grade", "reading-check")
    return Chapter(
        "reading",
        plain(word("reading", lang)),
        tuple(plain(word(key, lang)) for key in intro),
        (
            Table(word("verdicts", lang), heads, verdicts),
            listed("effect", Effect),
            listed("on-unknown", OnUnknown),
            listed("basis", Basis),
            listed("check", Check),
            listed("grades", Grade),
        ),
    )


def _acts(law: Law, lang: Language) -> Chapter:
    keys = ("id", "act", "stage", "object", "by", "second", "undone", "record", "norms-count")
    known = dict(ACTS)
    for norm in law.norms:
        known.update({act.id: act for act in norm.bears_on})
    rows = tuple(_act_row(act, law, lang) for act in known.values())
    table = Table("", tuple(word(k, lang) for k in keys), rows, tuple(f"a-{act.id}" for act in known.values()))
    return Chapter("acts", plain(word("acts", lang)), (plain(word("acts-intro", lang)),), (table,))


def _act_row(act: Act, law: Law, lang: Language) -> tuple[Text, ...]:
    bearing = sum(act in norm.bears_on for norm in law.norms)
    second = ", ".join(term(role, lang) for role in act.second_person) or "–"
    return (
        (Span(act.id, code=True),),
        plain(act_title(act, lang)),
        plain(term(act.stage, lang)),
        plain(term(act.of, lang)),
        plain(", ".join(term(role, lang) for role in act.by)),
        plain(second),
        plain(word("yes" if act.reversible else "no", lang)),
        plain(act_record(act, lang)),
        plain(str(bearing)),
    )


def _tests(writer: Writer) -> Chapter:
    entries = []
    for test in writer.tests.values():
        entries.append(
            Entry(
                f"t-{test.id}",
                (Span(test.id, code=True),),
                plain(_sentence(test_title(test, writer.lang))),
                (
                    Field(word("source", writer.lang), plain(str(test.source))),
                    Field(word("when", writer.lang), (), writer.rows(test.body)),
                    Field(word("used-by", writer.lang), _users(writer, writer.users_of_test[test.id])),
                    writer.tested(test.id),
                ),
            )
        )
    intro = (plain(word("tests-intro", writer.lang)),)
    return Chapter("tests", plain(word("tests", writer.lang)), intro, (), tuple(entries))


def _live(writer: Writer) -> Chapter:
    lang = writer.lang
    entries = []
    for trigger in writer.law.triggers:
        question = writer.law.slot_question(trigger.slot)
        fields = (
            Field(word("because", lang), plain(why_live(trigger, lang))),
            Field(word("when", lang), (), writer.rows(trigger.when)),
        )
        title = (Span(trigger.slot, f"q-{question.id}", code=True),)
        entries.append(Entry("", title, plain(ask(question, lang)), fields))
    return Chapter("live", plain(word("live", lang)), (plain(word("live-intro", lang)),), (), tuple(entries))


def _vocabulary(writer: Writer) -> Iterator[Chapter]:
    for kind in Kind:
        entries = tuple(_question(q, writer) for q in writer.law.vocabulary.values() if q.of is kind)
        if entries:
            title = word("vocabulary", writer.lang).format(term(kind, writer.lang))
            yield Chapter(f"questions-{kind.value}", plain(title), (), (), entries)


def _question(question: Question, writer: Writer) -> Entry:
    lang = writer.lang
    presumed = (
        word("never-presumed", lang) if question.presumed is None else value_label(question, question.presumed, lang)
    )
    fields = [
        Field(word("answer", lang), _answer(question, lang)),
        Field(word("side", lang), plain(term(question.side, lang))),
        Field(word("proof", lang), plain(term(question.standard, lang))),
        Field(word("presumed", lang), plain(presumed)),
        Field(word("asking", lang), plain(term(question.cost, lang))),
    ]
    if question.renew_after is not None:
        fields.append(Field(word("ages", lang), plain(word("ages-text", lang).format(question.renew_after))))
    fields += [
        Field(word("help", lang), writer.english(question.help)),
        Field(word("used-by", lang), _users(writer, writer.users_of_question[question.id])),
    ]
    return Entry(f"q-{question.id}", (Span(question.id, code=True),), plain(ask(question, lang)), tuple(fields))


def _answer(question: Question, lang: Language) -> Text:
    form = plain(term(question.form, lang))
    if question.form is Form.YES_NO:
        return form
    if not question.values:
        return joined([form, plain(unit_word(question.unit, lang))], " · ")
    values = joined([(Span(v, code=True), Span(f" {value_label(question, v, lang)}")) for v in question.values], "; ")
    return joined([form, values], ": " if lang is not Language.FR else " : ")


def _users(writer: Writer, idents: Sequence[str]) -> Text:
    links = [(Span(i.partition("-")[2], i, code=True),) for i in idents]
    return joined(links) or plain(word("none", writer.lang))


def _sources(writer: Writer) -> Chapter:
    index: dict[str, dict[Cite, list[str]]] = defaultdict(lambda: defaultdict(list))
    for cite, user in _cited(writer):
        users = index[cite.instrument][cite]
        if user not in users:
            users.append(user)
    entries = tuple(
        Entry("", plain(instrument), (), tuple(_places(index[instrument], writer)))
        for instrument in sorted(index, key=lambda name: (name.casefold(), name))
    )
    return Chapter("sources", plain(word("sources", writer.lang)), (), (), entries)


def _places(places: Mapping[Cite, list[str]], writer: Writer) -> Iterator[Field]:
    for cite in sorted(places, key=lambda c: (_natural(c.place), c.ref)):
        place = cite.place or word("whole", writer.lang)
        yield Field(f"{place} ({cite.ref})" if cite.ref else place, _users(writer, places[cite]))


def _cited(writer: Writer) -> Iterator[tuple[Cite, str]]:
    """Each citation with the anchor of the norm or test that rests on it."""
    for norm in writer.law.norms:
        sources = [norm.source, *(e.source for e in norm.unless if e.source is not None)]
        yield from ((cite, f"n-{norm.id}") for source in sources for cite in source.cites)
    for test in writer.tests.values():
        yield from ((cite, f"t-{test.id}") for cite in test.source.cites)


def _natural(place: str) -> tuple[tuple[int, str], ...]:
    """Sorts Art. 9 before Art. 10."""
    runs: list[str] = [""]
    for letter in place:
        if runs[-1] and runs[-1][-1].isdigit() == letter.isdigit():
            runs[-1] += letter
        else:
            runs.append(letter)
    return tuple((int(run), "") if run.isdecimal() else (0, run) for run in runs if run)


def _sentence(clause: str) -> str:
    return clause[:1].upper() + clause[1:] + "."
