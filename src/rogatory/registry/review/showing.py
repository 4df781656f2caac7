"""One item as a reviewer reads it: what it says, why screens stopped at it, what is beside it, its four questions."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.http import Http404
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from rogatory.law.wording.terms import term
from rogatory.material.items import ItemId, State
from rogatory.material.provenance import Bond
from rogatory.material.questions import ASKED, Asked, Given
from rogatory.material.record import Look
from rogatory.material.wall import Part
from rogatory.registry.desk.rows.reader import language
from rogatory.registry.desk.rows.showing import names_of
from rogatory.registry.review import answering, listing, pictures, words
from rogatory.registry.review.answering import AskForm
from rogatory.registry.review.listing import Mark, Row
from rogatory.registry.review.marking import Marked, Reason, Run, marked
from rogatory.registry.review.opening import Here
from rogatory.sifting.ledger.beside import Lying
from rogatory.sifting.ledger.looking import Looking
from rogatory.sifting.run import hanging
from rogatory.sifting.stages import Stage

_FIRST, MOST_BESIDE = 6, 200
"""Items of a kind that are named beside one at first, and where one asks for all of the kind; beyond, how many more."""
WHY, DECIDE = "why", "decide"
"""What is shown of an item where one asks for it, beside all of a kind: why it may not leave; what else is decided."""
_BEGINNING = 2_000
"""Characters in which the text of a message tells its metadata."""
_HEADS = ("from", "to", "cc", "bcc", "date", "subject")


@dataclass(frozen=True, slots=True)
class Said:
    """An answer in words: what, by whom, in which role, when, by what authority, why.

    Attributes:
        number: Its number in the review.
        values: Each question of the law with its answer, in words.
        withholds: Whether it withholds.
        by: Who, by name.
        role: In which role.
        given: The answer.
        mine: Whether whoever looks gave it.
    """

    number: int
    values: tuple[tuple[str, str], ...]
    withholds: bool
    by: str
    role: str
    given: Given
    mine: bool


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """One of the four questions of an item.

    Attributes:
        place: Its place, from 1: the key that leads to it.
        asked: The question.
        title: Its name.
        says: What is asked.
        source: Why, and of whom.
        mark: How it stands.
        reasons: What screens found that bears on it.
        standing: The answer that stands, of two the first; None: none does.
        second: The answer of the second look that stands beside it; None: none does.
        settled_by: Where both differ: in which roles a third person settles that; empty: they do not.
        history: Every answer, in order.
        form: To answer it; None: whoever looks may not.
        opens: Whether it is the one to answer now.
    """

    place: int
    asked: Asked
    title: Promise
    says: Promise
    source: str
    mark: Mark
    reasons: Sequence[Reason]
    standing: Said | None
    second: Said | None
    settled_by: Sequence[str]
    history: Sequence[Said]
    form: AskForm | None
    opens: bool = False


@dataclass(frozen=True, slots=True)
class Other:
    """An item beside: its place, name, what ties it, and how its questions stand."""

    row: Row
    tie: Promise | str = ""
    share: int = 0
    here: bool = False


@dataclass(frozen=True, slots=True)
class Why:
    """One reason why an item may not leave: in words, its source, whether it is open, and the items it came through."""

    says: str
    source: str
    open: bool
    through: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class ObjectionRow:
    """An objection to an item: whose, when, why, and how the court decided of this item.

    Attributes:
        number: Its number in the review.
        person: Whose.
        at: When.
        reasons: Why.
        waits: Whether it is undecided.
        upheld: Whether the item stays because of it.
        decision: The reasons of the decision; empty: there is none.
    """

    number: int
    person: str
    at: datetime
    reasons: str
    waits: bool
    upheld: bool
    decision: str


@dataclass(frozen=True, slots=True)
class Found:
    """An item as it is shown.

    Attributes:
        row: The item, as far as it may be told.
        line: As it lies in the ledger; None: no more may be told than that it is there.
        marked: What was read in it, with the reasons.
        chunk: Which page of the text is shown, from 0.
        heads: Its metadata: what, and the value with its marks.
        runs: The text shown, with its marks.
        pages: How many pages can be drawn; 0: none.
        questions: The four questions.
        groups: What hangs together with it, by how: title and items, and how many more there are.
        objections: The person's objections.
        looked: Who looked at it, where no machine read it; None: nobody.
        unread: Whether somebody must.
        sifted: How far it is through the sift for privilege.
        stages: How each stage ended that did not end well: what, and why.
        reasons: For how many reasons it may not leave today; 0: it may, where `judged`.
        why: The reasons, where one asks for them.
        judged: Whether it may be told if it may leave: not to whoever answers without the first answer.
        origin: What says that it comes, or may come, from ill-treatment, and on what that rests.
        others: Items a court may decide of together with it: those beside it.
        origins: Items marked as origins of taint.
        hides: Of a redacted form, the grounds on which something is hidden.
        why_hidden: And the reasons for it.
    """

    row: Row
    line: Lying | None = None
    marked: Marked | None = None
    chunk: int = 0
    heads: tuple[tuple[Promise, list[list[Run]]], ...] = ()
    runs: Sequence[Run] = ()
    pages: int = 0
    questions: tuple[QuestionRow, ...] = ()
    groups: tuple[tuple[str, Promise, Sequence[Other], int], ...] = ()
    objections: Sequence[ObjectionRow] = ()
    looked: Look | None = None
    unread: bool = False
    sifted: Promise | str = ""
    stages: tuple[tuple[Promise, Promise, str], ...] = ()
    reasons: int = 0
    why: tuple[Why, ...] = ()
    judged: bool = False
    origin: tuple[tuple[str, str], ...] = ()
    others: tuple[Row, ...] = ()
    origins: tuple[Row, ...] = ()
    hides: tuple[Promise, ...] = ()
    why_hidden: str = ""


def item(
    here: Here, looking: Looking, ident: str, chunk: int, filled: AskForm | None = None, opened: str = ""
) -> Found:
    """An item as it may be shown.

    Args:
        here: The seizure.
        looking: Its ledger.
        ident: What the item is called.
        chunk: Which page of the text, from 0.
        filled: An answer that could not be taken, with what is wrong with it; None: nothing was filled in.
        opened: What one asks for beside: `WHY`, `DECIDE`, or how others hang together with it.

    Raises:
        Http404: There is none, or not even that it is there may be told.
    """
    place = here.place(ident, Part.STATE)
    (row,) = listing.rows(here, looking, [place])
    line = looking.lying(ItemId(ident))
    if not row.opened:
        return Found(row)
    if line is None:
        raise Http404
    found = marked(looking, line)
    chunk = min(chunk, found.chunks - 1)
    record, groups = here.told.record, tuple(_groups(here, looking, place, opened))
    origins = [here.hung.places[o] for one in here.told.review.origins if (o := ItemId(one.item)) in here.hung.places]
    seen = [one for one in dict.fromkeys(origins) if here.gate.tells(one, Part.TEXT)]
    return Found(
        row, line, found, chunk,
        _heads(found),
        found.text(chunk), pages_of(looking, line),
        _questions(here, ident, found, filled),
        groups, _objections(here, ident), record.looked(ident),
        here.hung.of.state[place] is not State.OK,
        "" if here.blind(ident, Asked.PRIVILEGE) else words.SIFTED[here.sifted[place]],
        _stages(looking, line),
        len(here.clearing.of(place)) if here.clearing and _judged(here, place) else 0,
        tuple(_why(here, looking, place)) if opened == WHY else (), _judged(here, place),
        tuple((one.why, one.source) for one in here.told.review.origins if one.item == ident),
        tuple({o.row.item: o.row for _, _, others, _ in groups for o in others if not o.here}.values()),
        tuple(listing.rows(here, looking, seen)),
        *_hides(here, ident),
    )  # fmt: skip


def _hides(here: Here, ident: str) -> tuple[tuple[Promise, ...], str]:
    one = here.told.review.redacted.get(ident)
    return (tuple(words.WHYS[why] for why in one.grounds), one.reasons) if one else ((), "")


def _judged(here: Here, place: int) -> bool:
    # It would tell the answers.
    return here.clearing is not None and not any(here.blind(here.hung.of.items[place], asked) for asked in Asked)


def _why(here: Here, looking: Looking, place: int) -> Iterator[Why]:
    if here.clearing is None or not _judged(here, place):
        return
    for one in here.clearing.of(place):
        through = [p for step in one.by for p in (step.start, step.end) if p != place]
        seen = [p for p in dict.fromkeys(through) if here.gate.tells(p, Part.LIKENESS)]
        yield Why(
            one.ground.in_words(language()), str(one.ground.source), one.ground.open,
            tuple(listing.rows(here, looking, seen)),
        )  # fmt: skip


def _objections(here: Here, ident: str) -> list[ObjectionRow]:
    names = {person.id: person.name for person in here.dossier.case.persons}
    return [
        ObjectionRow(
            one.number, names.get(one.person, one.person), one.at, one.reasons, ident in one.undecided,
            ident in one.upheld, next((d.reasons for d in reversed(one.decided) if ident in d.items), ""),
        )
        for one in here.told.objections.get(ident, ())
    ]  # fmt: skip


def _heads(found: Marked) -> tuple[tuple[Promise, list[list[Run]]], ...]:
    """The metadata of a message, where its text does not begin with it."""
    beginning = found.reading.text[:_BEGINNING]
    subject = found.reading.fields.get("subject", ())
    if all(value in beginning for value in (*subject, *found.reading.fields.get("from", ()))):
        return ()
    return tuple((words.FIELDS[name], told) for name in _HEADS if (told := found.head(name)))


def _questions(here: Here, ident: str, found: Marked, filled: AskForm | None) -> tuple[QuestionRow, ...]:
    rows = [_question(here, ident, asked, found, filled) for asked in Asked]
    now = filled.asked if filled else next((row.asked for row in rows if row.form and row.mark.open), None)
    return tuple(replace(row, opens=row.asked is now) for row in rows)


def _question(here: Here, ident: str, asked: Asked, found: Marked, filled: AskForm | None) -> QuestionRow:
    record, place = here.told.record, list(Asked).index(asked) + 1
    told = [] if here.blind(ident, asked) else list(record.history(ident, asked))
    names = names_of({given.by for _number, given in told})
    history = [said(number, given, names, here.account) for number, given in told]
    mark = listing.mark(here, ident, asked)
    may = here.roles & (ASKED[asked].by | ASKED[asked].claimed_by)
    stand = [next(one for one in history if one.number == n) for n in record.numbers(ident, asked)] if history else []
    settled_by: list[str] = []
    if told and record.differs(ident, asked):
        settled_by = sorted(term(role, language()) for role in ASKED[asked].settles)
        may = here.roles if here.told.sample.settles(ident, asked, here.account, here.roles) else frozenset()
    form = filled if filled and filled.asked is asked else answering.form(here, here.hung.places[ItemId(ident)], asked)
    return QuestionRow(
        place, asked, words.ASKED[asked], words.QUESTIONS[asked], ASKED[asked].source, mark, found.of(asked),
        stand[0] if stand else None, stand[1] if stand[1:] else None, settled_by, history, form if may else None,
    )  # fmt: skip


def said(number: int, given: Given, names: Mapping[str, str], account: str) -> Said:
    """An answer in words."""
    spoken = language()
    values = tuple(
        (str(words.CLAUSES[slot]), words.value_word(slot, value, spoken)) for slot, value in given.values.items()
    )
    return Said(
        number, values, given.withholds, names.get(given.by, given.by), term(given.role, spoken), given,
        given.by == account,
    )  # fmt: skip


def pages_of(looking: Looking, line: Lying) -> int:
    """How many pages of an item can be drawn; 0: none."""
    if line.item.content is None or not pictures.drawable(line.media):
        return 0
    told = [facts.get("pages") for stage, *_, facts in looking.results(line.item.content) if stage is Stage.EXTRACT]
    # A paper that could not be opened has no pages here; a picture is one, though no stage counts it.
    return next((n for n in told if isinstance(n, int) and n > 0), int(line.media.startswith("image/")))


def _stages(looking: Looking, line: Lying) -> tuple[tuple[Promise, Promise, str], ...]:
    if line.item.content is None:
        return ()
    return tuple(
        (words.STAGES[stage], words.STATES[state], says)
        for stage, _version, _config, state, says, _facts in looking.results(line.item.content)
        if not state.whole
    )


def _groups(
    here: Here, looking: Looking, place: int, wanted: str
) -> Iterable[tuple[str, Promise, Sequence[Other], int]]:
    ident, family = ItemId(here.hung.of.items[place]), here.hung.family(place)
    inside = _ends(here, place, Bond.CONTAINS)
    near: list[tuple[str, int]] = [
        (line.item.ident, round(share * 100)) for line, share in hanging.near_duplicates_of(looking, ident)
    ]
    shares: dict[str, int] = dict(near)
    told: tuple[tuple[str, Promise, list[str]], ...] = (
        ("family", _("Family: a message with all that is attached"), _idents(here, family)),
        ("thread", _("Thread"), [line.item.ident for line in hanging.thread_of(looking, ident)]),
        (
            "same",
            _("Duplicates: the same bytes or words"),
            [x.item.ident for x in hanging.duplicates_of(looking, ident)],
        ),
        ("near", _("Nearly the same"), [one for one, _share in near]),
        ("inside", _("Lies in it"), _idents(here, inside if not {*inside} <= {*family} else ())),
        ("quotes", _("Quotes"), _idents(here, _ends(here, place, Bond.QUOTES))),
        ("redacted", _("Redacted forms, and what they were made of"), _idents(here, _ends(here, place, Bond.REDACTED))),
    )
    for name, title, idents in told:
        places = [here.hung.places[one] for one in dict.fromkeys(idents) if one in here.hung.places]
        opened = [one for one in places if here.gate.tells(one, Part.LIKENESS)]
        if [one for one in opened if one != place]:
            most = MOST_BESIDE if wanted in (name, DECIDE) else _FIRST
            # Of a long thread what stands around the item.
            start = max(0, min(opened.index(place) - most // 2, len(opened) - most)) if place in opened else 0
            rows = listing.rows(here, looking, opened[start : start + most])
            yield (
                name,
                title,
                [Other(r, "", shares.get(r.item, 0), r.place == place) for r in rows],
                len(opened) - len(rows),
            )


def _ends(here: Here, place: int, wanted: Bond) -> list[int]:
    return [
        other
        for bond, forward, other in here.hung.bound(place)
        if bond is wanted and (forward or wanted in (Bond.QUOTES, Bond.REDACTED))
    ]


def _idents(here: Here, places: Iterable[int]) -> list[str]:
    return [here.hung.of.items[place] for place in places]
