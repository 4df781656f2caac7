"""What the pages of the mailroom show of a document, as plain rows: nothing here decides anything."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from rogatory.law.acts import KINDS
from rogatory.law.vocabulary.measure import type_ as measure_type
from rogatory.law.wording import request_word
from rogatory.law.wording.language import Language
from rogatory.law.wording.questions import value_label
from rogatory.letters.points import content_word
from rogatory.office.folds.originals import letter_name
from rogatory.office.streams.mailroom import OF_A_PERSON, OF_PROCEEDINGS, How, Settled, lacks, mark_of, unsettled
from rogatory.received.completeness import Content, Missing, Need
from rogatory.received.contents import BY_INSTRUMENT
from rogatory.received.pages import Page, Part, State
from rogatory.received.proposed import Field, Proposed
from rogatory.received.repeats import Repeat
from rogatory.registry.desk.rows.reader import language
from rogatory.registry.mailroom.door import Letter
from rogatory.registry.mailroom.in_case import Opened
from rogatory.states.naming import name_in

MOST_PAGES = 30
"""Pages of a document shown at once, around the one in focus."""
FIELDS: Mapping[Field, Promise] = MappingProxyType(
    {
        Field.STATE: _("requesting state"),
        Field.AUTHORITY: _("requesting authority"),
        Field.REFERENCE: _("reference"),
        Field.DATE: _("date of the letter"),
        Field.PERSON: _("name"),
        Field.BIRTH: _("date of birth"),
        Field.NATIONALITY: _("nationality"),
        Field.NUMBER: _("identity number"),
        Field.OFFENCE: _("offence"),
        Field.ARTICLE: _("article"),
        Field.TREATY: _("treaty"),
        Field.MEASURE: _("measure asked for"),
        Field.DEADLINE: _("deadline"),
        Field.OFFICIALS: _("presence of officials"),
        Field.CONFIDENTIALITY: _("confidentiality"),
        Field.LANGUAGE: _("language"),
        Field.KIND: _("kind of request"),
    }
)
"""The fields in words."""
HOWS: Mapping[How, Promise] = MappingProxyType(
    {
        How.CONFIRMED: _("confirmed"),
        How.MENDED: _("mended"),
        How.TURNED_DOWN: _("turned down"),
        How.ADDED: _("added"),
    }
)
"""What became of a field, in words."""
STATES: Mapping[State, Promise] = MappingProxyType(
    {
        State.READ: _("read"),
        State.EMPTY: _("holds no text"),
        State.PARTIAL: _("partly read"),
        State.HELD: _("kept unread"),
        State.ENCRYPTED: _("encrypted"),
        State.UNSUPPORTED: _("of a kind that is not read here"),
        State.DAMAGED: _("damaged"),
        State.TOO_LARGE: _("too large to be read"),
        State.TIMED_OUT: _("reading took too long"),
        State.OUT_OF_MEMORY: _("reading needed too much memory"),
        State.CRASHED: _("reading failed"),
    }
)
"""How reading a part ended, in words."""


@dataclass(frozen=True, slots=True)
class FieldRow:
    """A field of a document: what is proposed, from which words, and what became of it.

    Attributes:
        mark: What it is known by; empty: nobody has read or added it, and a case needs it.
        field: Which.
        title: That in words.
        value: The value that counts, or that is proposed.
        raw: The words it was read from.
        why: By which rule.
        doubts: What speaks against it.
        page: Number of the page; 0: not said.
        part: Digest of the part.
        how: What became of it, in words; empty: it waits.
        turned_down: Whether it is not in the document.
        by: Account that settled it.
        here: Whether it is in focus.
        about: Of a field of proceedings, of which; empty: of the first.
    """

    mark: str
    field: Field
    title: Promise
    value: str
    raw: str
    why: str
    doubts: tuple[str, ...]
    page: int
    part: str
    how: str
    turned_down: bool
    by: str
    here: bool
    about: str = ""

    @property
    def of_proceedings(self) -> bool:
        """Whether it may be of one of several proceedings."""
        return self.field in OF_PROCEEDINGS

    @property
    def choices(self) -> list[tuple[str, str]]:
        """The values it can have, each in words; none: it is written freely."""
        return choices(self.field)

    @property
    def says(self) -> str:
        """The value in words."""
        if self.field in (Field.STATE, Field.NATIONALITY):
            return name_in(self.value, language().value)
        return dict(self.choices).get(self.value, self.value)

    @property
    def by_hand(self) -> bool:
        """Whether it was read too badly to be proposed, and waits for somebody to read it on the page."""
        return not (self.how or self.value)

    @property
    def counts(self) -> bool:
        """Whether somebody settled it, and it is in the document."""
        return bool(self.how) and not self.turned_down


def choices(field: Field) -> list[tuple[str, str]]:
    """The values a field can have, each in words; none: any."""
    match field:
        case Field.KIND:
            return [(kind, request_word(kind, language())) for kind in KINDS]
        case Field.MEASURE:
            return [(value, value_label(measure_type, value, language())) for value in measure_type.values]
        case Field.OFFICIALS | Field.CONFIDENTIALITY:
            return [("asked", str(_("asked")))]
        case _:
            return []


@dataclass(frozen=True, slots=True)
class Group:
    """The fields of the request, or of one of its persons; `about` is the person's number, empty: of the request."""

    about: str
    rows: list[FieldRow]

    @property
    def counts(self) -> bool:
        """Whether one of them counts."""
        return any(row.counts for row in self.rows)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A box on a page, in thousandths of its width, and of which field."""

    mark: str
    here: bool
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class PageRow:
    """A page of a part: as an image with boxes, or as text with the words in focus between two others."""

    part: Part
    page: Page
    height: int
    boxes: list[Drawn]
    before: str
    words: str
    after: str

    @property
    def ident(self) -> str:
        """Where on the page it stands."""
        return f"p-{self.part.digest[:12]}-{self.page.number}"


@dataclass(frozen=True, slots=True)
class PartRow:
    """A part of a document, how deep it lies, how its reading ended, and whether somebody must look at it still."""

    part: Part
    depth: int
    state: Promise
    wants_look: bool
    looked: bool

    @property
    def called(self) -> str:
        """What the part is called where it is set apart."""
        return letter_name(self.part.digest)


def groups(letter: Letter | Opened, focus: str) -> list[Group]:
    """The fields of a document: those of the request first, then person by person, each in the order of the letter."""
    settled = dict(letter.mail.settled)
    rows = [(p.about, _proposed(p, settled.pop(mark_of(p), None), focus)) for p in letter.proposed]
    rows += [(s.about, _settled(s, focus)) for s in settled.values()]
    order = sorted({about for about, row in rows if row.field in OF_A_PERSON}, key=lambda a: (len(a), a))
    found = [Group("", [row for about, row in rows if row.field not in OF_A_PERSON])]
    found += [Group(a, [row for about, row in rows if about == a and row.field in OF_A_PERSON]) for a in order]
    return [group for group in found if group.rows]


def several(letter: Letter) -> bool:
    """Whether it names more than one reference, which may be those of several proceedings."""
    told = [row for group in groups(letter, "") for row in group.rows if not row.turned_down]
    return len({row.value for row in told if row.field is Field.REFERENCE}) > 1


def needed(letter: Letter) -> list[FieldRow]:
    """Fields a case needs of which none counts or waits: somebody must look for them in the document."""
    there = {row.field for group in groups(letter, "") for row in group.rows if not row.turned_down}
    wanted = [f for f in (Field.KIND, Field.STATE, Field.AUTHORITY, Field.MEASURE) if f not in there]
    return [FieldRow("", f, FIELDS[f], "", "", "", (), 0, "", "", False, "", False) for f in wanted]


NEEDS: Mapping[Need, Promise] = MappingProxyType(
    {
        Need.REQUIRED: _("required"),
        Need.IF_POSSIBLE: _("as far as possible"),
        Need.IF_NEEDED: _("where the case calls for it"),
    }
)
"""How firmly an instrument asks for something, in words."""
REPEATS: Mapping[Repeat, Promise] = MappingProxyType(
    {
        Repeat.SAME_LETTER: _("The same letter came before"),
        Repeat.AFTER_REFUSAL: _("Asked again after a refusal"),
        Repeat.OTHER_STATE: _("Asked before by another state"),
        Repeat.SAME_REQUEST: _("The same was asked before"),
        Repeat.FURTHER: _("A further request in the same proceedings"),
    }
)
"""How a request stands to an earlier one, in words."""


@dataclass(frozen=True, slots=True)
class Wanting:
    """Something the instruments ask for and nobody has seen in a document: how firmly, and where each asks."""

    content: Content | None
    what: str
    speech: str
    need: Promise
    articles: str


def in_words(what: str) -> tuple[str, str]:
    """What a request must hold in the language of the page, and that language; in English where no words are known."""
    said = content_word(what, language())
    return (said, language().value) if said is not None else (what, Language.EN.value)


def seen(letter: Letter) -> list[tuple[Content, str, str]]:
    """What somebody has seen in a request, each in words, and the language of these."""
    return [(content, *in_words(content.value)) for content in sorted(letter.mail.seen, key=lambda one: one.value)]


def wanting(letter: Letter) -> list[Wanting]:
    """What a request lacks, each once, with every article that asks for it, the firmest need first."""
    by: dict[str, list[Missing]] = {}
    for one in lacks(letter.mail):
        by.setdefault(one.what, []).append(one)
    order = list(Need)
    rows = [(min(order.index(m.need) for m in told), what, told) for what, told in by.items()]
    return [
        Wanting(told[0].content, *_lacked(told[0]), NEEDS[order[firm]], "; ".join(m.article for m in told if m.article))
        for firm, _what, told in sorted(rows, key=lambda row: row[0])
    ]


def _lacked(one: Missing) -> tuple[str, str]:
    """What a request lacks in words, also where the list of an instrument is not known here; and their language."""
    if one.content is not None or not one.instrument:
        return in_words(one.what)
    known = one.instrument in BY_INSTRUMENT
    text = (
        _("what %(instrument)s asks of a request of this kind: it has no list here")
        if known
        else _("what %(instrument)s asks of a request: it is not known here")
    )
    return str(text % {"instrument": one.instrument}), language().value


def left(letter: Letter) -> list[str]:
    """What is left to do before a case can be made of a document, in words."""
    found: list[str | Promise] = []
    if letter.part is None:
        found.append(_("It has not been read yet."))
    elif waiting := [row for row in parts(letter) if row.wants_look]:
        names = ", ".join(f"{row.part.name} ({row.state})" for row in waiting[:5])
        found.append(_("Somebody must look at what could not be read: %(names)s.") % {"names": names})
    if count := len(unsettled(letter.proposed, letter.mail)):
        text = ngettext_lazy("%(n)s field waits to be settled.", "%(n)s fields wait to be settled.", "n")
        found.append(text % {"n": count})
    if letter.mail.away:
        found.append(_("It was put away: %(why)s.") % {"why": letter.mail.away})
    return [str(text) for text in found]


def _proposed(p: Proposed, s: Settled | None, focus: str) -> FieldRow:
    mark = mark_of(p)
    return FieldRow(
        mark, p.field, FIELDS[p.field], s.value if s else p.value, p.raw, p.why, p.doubts, p.place.page, p.place.part,
        str(HOWS[s.how]) if s else "", s is not None and not s.how.counts, s.by if s else "", mark == focus,
        s.about if s else p.about,
    )  # fmt: skip


def _settled(s: Settled, focus: str) -> FieldRow:
    return FieldRow(
        s.mark, s.field, FIELDS[s.field], s.value, s.raw, "", (), s.page, s.part, str(HOWS[s.how]), not s.how.counts,
        s.by, s.mark == focus, s.about,
    )  # fmt: skip


def first_open(letter: Letter, after: str = "") -> str:
    """The mark of the field to settle next: the one after `after`, or the first that waits; empty: none waits."""
    marks = [row.mark for group in groups(letter, "") for row in group.rows if not row.how or row.mark == after]
    if after in marks:
        place = marks.index(after)
        marks = marks[place + 1 :] + [m for m in marks[:place] if m != after]
    return marks[0] if marks else ""


def pages(letter: Letter | Opened, focus: str) -> tuple[list[PageRow], int]:
    """The pages of a document around the field in focus, and how many there are in all."""
    if letter.part is None:
        return [], 0
    by_page: dict[tuple[str, int], list[Proposed]] = {}
    for p in letter.proposed:
        by_page.setdefault((p.place.part, p.place.page), []).append(p)
    every = [(part, page) for part in letter.part.walk() for page in part.pages]
    at = next((p.place for p in letter.proposed if mark_of(p) == focus), None)
    here = next(
        (n for n, (part, page) in enumerate(every) if at and (at.part, at.page) == (part.digest, page.number)), 0
    )
    first = max(0, min(here - MOST_PAGES // 2, len(every) - MOST_PAGES))
    shown = every[first : first + MOST_PAGES]
    rows = [_page(part, page, by_page.get((part.digest, page.number), ()), focus) for part, page in shown]
    return rows, len(every)


def _page(part: Part, page: Page, told: Iterable[Proposed], focus: str) -> PageRow:
    ratio = page.height / page.width if page.width else 0
    found, boxes = list(told), []
    for p in found:
        for b in p.place.boxes:
            size = (b.left * 1000, b.top * 1000 * ratio, (b.right - b.left) * 1000, (b.bottom - b.top) * 1000 * ratio)
            boxes.append(Drawn(mark_of(p), mark_of(p) == focus, *(round(n, 1) for n in size)))
    before, words, after = page.text, "", ""
    for p in found:
        if mark_of(p) == focus:
            start, end = p.place.start, p.place.end
            before, words, after = page.text[:start], page.text[start:end], page.text[end:]
    return PageRow(part, page, round(1000 * ratio), boxes, before, words, after)


def parts(letter: Letter | Opened) -> list[PartRow]:
    """The document and what it holds, the outermost first."""

    def walk(part: Part, depth: int) -> Iterable[PartRow]:
        looked = part.digest in letter.mail.looked
        yield PartRow(part, depth, STATES[part.state], not part.state.whole and not looked, looked)
        for inner in part.parts:
            yield from walk(inner, depth + 1)

    return list(walk(letter.part, 0)) if letter.part else []
