"""The norms as entries of the law book, and who uses which test and question."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from rogatory.decision.lawbook.parts import Chapter, Entry, Field, Row, Span, Text, joined, plain
from rogatory.law.acts import KINDS
from rogatory.law.conditions import Atom, Condition, Test, children
from rogatory.law.corpus import Law
from rogatory.law.norms import Norm
from rogatory.law.packs import Pack
from rogatory.law.wording import Language, Line, act_title, outline, request_word, term
from rogatory.law.wording.book import word


def conditions_of(norm: Norm) -> Iterator[Condition]:
    """Every condition a norm holds: its own, its exceptions', its cure's, that of its fulfilment."""
    yield norm.when
    for exception in norm.unless:
        yield exception.when
    if norm.cure is not None:
        yield norm.cure.met
        if norm.cure.failed is not None:
            yield norm.cure.failed
    if norm.fulfilled is not None:
        yield norm.fulfilled


class Writer:
    """Writes the parts of one law in one language.

    Attributes:
        law: The law.
        lang: The language.
        situations: Names of the situations that test each norm or legal test, by identifier.
        tests: Every legal test the law draws on, by identifier, in the order met.
        users_of_test: Anchors of the norms and tests that name each test.
        users_of_question: Anchors of the norms and tests that name each question.
    """

    def __init__(self, law: Law, lang: Language, situations: Mapping[str, Sequence[str]]) -> None:
        """Take the law and see who uses what."""
        self.law = law
        self.lang = lang
        self.situations = situations
        self.tests: dict[str, Test] = {}
        self.users_of_test: dict[str, list[str]] = defaultdict(list)
        self.users_of_question: dict[str, list[str]] = defaultdict(list)
        for norm in law.norms:
            for condition in conditions_of(norm):
                self._note(condition, f"n-{norm.id}")
        for trigger in law.triggers:
            self._note(trigger.when, "")

    def pack(self, pack: Pack) -> Chapter:
        """The chapter of one pack."""
        intro = []
        if pack.house:
            intro.append(plain(word("house", self.lang)))
        if pack.jurisdiction:
            intro.append(plain(word("jurisdiction", self.lang).format(pack.jurisdiction)))
        before, _, after = word("pack", self.lang).partition("{}")
        title = (Span(before), Span(pack.title, english=self.lang is not Language.EN), *plain(after))
        return Chapter(f"pack-{pack.id}", title, tuple(intro), (), tuple(self.norm(n) for n in pack.norms))

    def norm(self, norm: Norm) -> Entry:
        """The entry of one norm."""
        own = norm.says.get(self.lang.value)
        lead = plain(own) if own else self.english(norm.says["en"])
        fields = (*self._effect(norm), *self._source(norm), *self._conditions(norm), *self._rest(norm))
        return Entry(f"n-{norm.id}", (Span(norm.id, code=True),), lead, fields)

    def rows(self, condition: Condition) -> tuple[Row, ...]:
        """The outline of a condition; questions and tests point to where they are printed."""
        return tuple(
            Row(line.indent, self._linked(line))
            for line in outline(condition, self.lang, vocabulary=self.law.vocabulary)
        )

    def tested(self, ident: str) -> Field:
        """The situations that test a norm or legal test, one a line; *none* where nothing does."""
        rows = tuple(Row(0, (Span(line, code=True),)) for line in self.situations.get(ident, ()))
        return Field(word("situations", self.lang), () if rows else plain(word("none", self.lang)), rows)

    def english(self, text: str) -> Text:
        """An English text; marked in a book of another language."""
        if self.lang is Language.EN or not text:
            return plain(text)
        return (Span(word("mark-english", self.lang) + " "), Span(text, english=True))

    def _effect(self, norm: Norm) -> Iterator[Field]:
        acts = joined([(Span(act_title(a, self.lang), f"a-{a.id}"),) for a in norm.bears_on], "; ")
        yield Field(word("effect", self.lang), joined([plain(term(norm.effect, self.lang)), acts], " → "))
        kinds = word("kinds-all", self.lang)
        if set(norm.kinds) != set(KINDS):
            kinds = ", ".join(request_word(k, self.lang) for k in norm.kinds)
        yield Field(word("kinds", self.lang), plain(kinds))

    def _source(self, norm: Norm) -> Iterator[Field]:
        yield Field(word("source", self.lang), plain(str(norm.source)))
        yield Field(word("basis", self.lang), plain(term(norm.basis, self.lang)))
        yield Field(word("check", self.lang), plain(term(norm.check, self.lang)))
        bound = term(norm.bound.who, self.lang)
        if norm.bound.by:
            bound = word("bound-by", self.lang).format(who=bound, by=", ".join(norm.bound.by))
        yield Field(word("bound", self.lang), plain(bound))
        days = []
        if norm.since is not None:
            days.append(word("force-since", self.lang).format(norm.since.isoformat()))
        if norm.until is not None:
            days.append(word("force-until", self.lang).format(norm.until.isoformat()))
        yield Field(word("force", self.lang), plain(", ".join(days) or word("force-always", self.lang)))
        if norm.standard:
            yield Field(word("standard", self.lang), self.english(norm.standard))

    def _conditions(self, norm: Norm) -> Iterator[Field]:
        yield Field(word("when", self.lang), (), self.rows(norm.when))
        for exception in norm.unless:
            text = self.english(exception.text)
            if exception.source is not None:
                text = (*text, Span(f" [{exception.source}]"))
            yield Field(word("unless", self.lang), text, self.rows(exception.when))
        if norm.cure is not None:
            yield Field(word("cure", self.lang), self.english(norm.cure.obtain))
            yield Field(word("cure-met", self.lang), (), self.rows(norm.cure.met))
            if norm.cure.keep is not None:
                yield Field(word("cure-keep", self.lang), self.english(norm.cure.keep))
            if norm.cure.failed is not None:
                yield Field(word("cure-failed", self.lang), (), self.rows(norm.cure.failed))
        if norm.fulfilled is not None:
            yield Field(word("fulfilled", self.lang), (), self.rows(norm.fulfilled))
        yield Field(word("on-unknown", self.lang), plain(term(norm.on_unknown, self.lang)))

    def _rest(self, norm: Norm) -> Iterator[Field]:
        for key, text in (("lifts", norm.lifts), ("limit", norm.limit)):
            if text:
                yield Field(word(key, self.lang), self.english(text))
        if norm.releases:
            yield Field(word("releases", self.lang), plain(word("releases-text", self.lang)))
        if norm.note:
            yield Field(word("note", self.lang), self.english(norm.note))
        yield self.tested(norm.id)

    def _linked(self, line: Line) -> Text:
        match line.node:
            case Atom(question=ident):
                return (Span(line.text), Span(" "), Span(ident, f"q-{ident}", code=True))
            case Test(id=ident):
                return (Span(line.text), Span(" "), Span(ident, f"t-{ident}", code=True))
            case _:
                return plain(line.text)

    def _note(self, condition: Condition, user: str) -> None:
        """Book what `condition` names itself to `user`, and what its tests name to those tests."""
        match condition:
            case Atom(question=ident):
                _add(self.users_of_question[ident], user)
            case Test():
                _add(self.users_of_test[condition.id], user)
                if condition.id not in self.tests:
                    self.tests[condition.id] = condition
                    self._note(condition.body, f"t-{condition.id}")
            case _:
                for part in children(condition):
                    self._note(part, user)


def _add(users: list[str], user: str) -> None:
    if user and user not in users:
        users.append(user)
