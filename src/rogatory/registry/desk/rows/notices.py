"""The notice of a case in words: its check part by part, its copies, what was asked of the Commission, days left."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from rogatory.examination.notices.copies import Copy
from rogatory.examination.notices.requests import Request
from rogatory.examination.notices.wording import word
from rogatory.office.folds.dossier import Dossier
from rogatory.office.folds.limits import limits
from rogatory.office.folds.notices import COMPLAINT, Notice, Step, notice_of
from rogatory.office.seen.portion import Portion
from rogatory.people.sight import Sight
from rogatory.registry.desk.rows.limits import moment
from rogatory.remedies.deadlines import Limit, rule_of

DONE, OPEN, OVERDUE = "done", "open", "overdue"
"""How a part, a copy or a request stands in a list."""


@dataclass(frozen=True, slots=True)
class PartRow:
    """A part of the check.

    Attributes:
        part: Its identifier.
        says: What it asks.
        state: `DONE` or `OPEN`.
        on: Day of the last answer; None: there is none.
        by: Who answered, by name or account; empty: nobody, or it is not told.
        waits: What it waits for: identifier of a question, and the person it is about (empty: the request).
        unseen: Whether somebody must still look at the notice or the warrant.
        source: What asks for it.
        check: How far that was read.
    """

    part: str
    says: str
    state: str
    on: date | None
    by: tuple[str, ...]
    waits: tuple[tuple[str, str], ...]
    unseen: bool
    source: str
    check: str


@dataclass(frozen=True, slots=True)
class Followed:
    """A copy, or a request to the Commission.

    Attributes:
        ident: What the door calls it.
        what: The place, or what is asked, in words.
        kind: The same as an identifier.
        text: Which file or state, or who lodged it; empty: it is not told.
        stands: How it stands, in words.
        state: `DONE`, `OPEN` or `OVERDUE`.
        on: Day of the last step.
        until: Last day of what comes next; None: nothing runs.
        left: Days left, below 0 after it; None: nothing runs.
        remedy: Whether it is a remedy of the case, which has a page of its own.
        next: Steps that may come next; empty: it is done, or moves elsewhere.
    """

    ident: str
    what: str
    kind: str
    text: str
    stands: str
    state: str
    on: date
    until: date | None = None
    left: int | None = None
    remedy: bool = False
    next: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NoticeRows:
    """The notice of a case.

    Attributes:
        notice: The notice.
        parts: Its check.
        deleted: Day its deletion was known; None: nobody has said that it was deleted.
        copies: Its copies.
        places: Places nobody has looked through since, in words.
        looked: Last day to look through them; None: it does not run.
        requests: What was asked of the Commission.
    """

    notice: Notice
    parts: tuple[PartRow, ...]
    deleted: date | None
    copies: tuple[Followed, ...]
    places: tuple[str, ...]
    looked: date | None
    requests: tuple[Followed, ...]

    @property
    def open(self) -> int:
        """How many parts of the check are open."""
        return sum(row.state == OPEN for row in self.parts)


def rows(
    dossier: Dossier, seen: Portion, on: date, language: str, names: Mapping[str, str] | None = None
) -> NoticeRows | None:
    """The notice of a case as somebody sees it; None: there is none, or it is not seen.

    Args:
        dossier: The case.
        seen: What of it is seen.
        on: The day as of which it stands.
        language: Language of the words: en, fr, nl or ru.
        names: Names of accounts, where officials are named; None: they are not, and nothing anybody wrote is told.
    """
    found = notice_of(dossier)
    if found is None or seen.sight not in (Sight.FILE, Sight.OWN):
        return None
    said = {e.seq: str(e.fields.get("text", "")) for e in seen.entries} if names is not None else {}
    running = [one for one in limits(dossier) if one.done is None]
    known = found.deletion.on if found.deletion else None
    places = found.places_open
    looked = next((x for x in running if rule_of(x.ident) == "house-copies-looked-for"), None)
    parts = tuple(
        PartRow(
            line.rule.part.value, line.rule.says[language], OPEN if line.is_open else DONE, line.on,
            tuple(names.get(a, a) for a in line.by) if names is not None else (),
            line.waits if names is not None else (), line.unseen, str(line.rule.source), line.rule.check.value,
        )
        for line in found.lines(on)
    )  # fmt: skip
    copies = tuple(
        _followed(
            Followed(c.ident, word(c.place, language), c.place.value, said.get(c.entry, ""),
                     word(c.state(known), language), DONE if c.gone or known is None else OPEN,
                     c.gone or c.asked or c.found, next=_of_copy(c) if known else ()), running, on)
        for c in found.copies
    )  # fmt: skip
    return NoticeRows(
        found, parts, known, copies, tuple(word(p, language) for p in places),
        looked.deadline.last_day if looked else None, tuple(_requests(found, dossier, running, on, language)),
    )  # fmt: skip


def _requests(found: Notice, dossier: Dossier, running: list[Limit], on: date, language: str) -> list[Followed]:
    made = [
        _followed(
            Followed(r.ident, word(r.wish, language), r.wish.value, word(r.lodger, language),
                     word(r.ruled, language) if r.ruled else _stands(r.admissible, language),
                     OPEN if r.is_open else DONE, r.decided or r.heard or r.on, next=_of_request(r)), running, on)
        for r in found.requests
    ]  # fmt: skip
    for remedy in dossier.challenges.remedies.values():
        if remedy.kind.id == COMPLAINT:
            ended = remedy.decided is not None
            says = remedy.kind.says.get(language, remedy.kind.says["en"])
            stands, state = (_ENDED, DONE) if ended else (_LODGED, OPEN)
            one = Followed(
                remedy.ident, says, COMPLAINT, "", stands[language], state, remedy.lodged.date(), remedy=True
            )
            made.append(_followed(one, running, on))
    return made


def _of_copy(copy: Copy) -> tuple[str, ...]:
    asked = () if copy.asked else (Step.ASKED.value,)
    return () if copy.gone else (*asked, Step.GONE.value)


def _of_request(request: Request) -> tuple[str, ...]:
    heard = (Step.HEARD.value,) if request.admissible is None else ()
    return (*heard, Step.RULED.value) if request.is_open else ()


_LODGED = {"en": "lodged", "fr": "introduite", "nl": "ingediend", "ru": "подана"}
_ENDED = {"en": "decided", "fr": "tranchée", "nl": "beslist", "ru": "решена"}
_HEARD = {"en": "admissible", "fr": "recevable", "nl": "ontvankelijk", "ru": "принята"}
_NOT_HEARD = {"en": "not admissible", "fr": "irrecevable", "nl": "niet ontvankelijk", "ru": "не принята"}


def _stands(admissible: bool | None, language: str) -> str:
    return (_LODGED if admissible is None else _HEARD if admissible else _NOT_HEARD)[language]


def _followed(one: Followed, running: list[Limit], on: date) -> Followed:
    """With what comes next, and whether it is late."""
    own = [x for x in running if x.about == one.ident and x.deadline.last_day is not None]
    if not own:
        return one
    next_ = min(own, key=lambda x: x.deadline.last_day or date.max)
    until = next_.deadline.last_day or on
    late = next_.is_overdue(moment(on))
    return replace(one, until=until, left=(until - on).days, state=OVERDUE if late else one.state)
