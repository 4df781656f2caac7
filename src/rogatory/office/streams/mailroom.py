"""The mailroom at the door: what came in, what a clerk makes of what was read in it, and what then becomes a case.

A received document has a stream of entries of its own (`people.mandates.mail_stream`), which is no case. It is seen by
whoever holds a mandate as clerk or central authority in every case of the office, and by nobody else: it may be about
a person of whom no case exists yet.

What was read in it proposes fields (`received.proposed`). A proposal is nothing until somebody settles it: confirms it,
mends it, or turns it down; what the document tells and nobody read is added. Each field that is settled stands in the
entry with its value, the words it was read from, their place, and who settled it. The last word on a field counts.

What could not be read a human looks at, and says so, before a case is made of it. What belongs to none may be erased.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from types import MappingProxyType
from typing import Any

from rogatory.law.acts import KINDS, Act, Role
from rogatory.law.vocabulary.measure import type_ as measure_type
from rogatory.office.acts.plain import must_be_plain, rows, words
from rogatory.office.errors import FormError, Hurdle, Obstacle, UnknownActError, UnknownObjectError
from rogatory.office.filing import CONFIRM, ERASE_DOCUMENT, MAIL, PUT_AWAY, READ_AGAIN, RECEIVE, SETTLE_FIELDS
from rogatory.office.folds.dossier import BARRED, Entry
from rogatory.office.perform import Attempt, Barred, Done, NewEntry
from rogatory.office.streams.outside import ANSWERS, answer_of
from rogatory.office.streams.unattached import Leaving, agree, leaving, propose
from rogatory.people.mandates import EVERY_CASE, is_mail, mail_of_stream
from rogatory.received.completeness import Content, Missing, missing, told_by
from rogatory.received.pages import Part
from rogatory.received.proposed import Field, Proposed

Json = Any
SOURCE = "rules on received documents"
LONGEST = 2_000
"""Characters of the value of a field."""
_NUMBER = re.compile(r"0|[1-9]\d?")
_DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_FORMS: Mapping[Field, tuple[re.Pattern[str], str]] = MappingProxyType(
    {
        Field.STATE: (re.compile("[A-Z]{2}|INTERPOL"), "Write two capital letters (KZ), or INTERPOL"),
        Field.NATIONALITY: (re.compile("[A-Z]{2}"), "Write two capital letters (KZ)"),
        Field.DATE: (_DAY, "Write it as 2026-03-01, or 2026-03, or 2026"),
        Field.BIRTH: (_DAY, "Write it as 1975-05-03, or 1975-05, or 1975"),
        Field.DEADLINE: (re.compile(rf"{_DAY.pattern}|P\d+[DWMY]"), "Write a day (2026-03-01), or days (P30D)"),
        Field.NUMBER: (
            re.compile(r"[A-Z]{2}:(\w[\w-]{0,40}:)?[^:]{1,80}"),
            "Write it behind the state that gave it, as KZ:680305450012",
        ),
        Field.MEASURE: (re.compile("|".join(measure_type.values)), f"Write one of: {', '.join(measure_type.values)}"),
        Field.KIND: (re.compile("|".join(KINDS)), f"Write one of: {', '.join(KINDS)}"),
        Field.OFFICIALS: (re.compile("asked"), "Write: asked"),
        Field.CONFIDENTIALITY: (re.compile("asked"), "Write: asked"),
        Field.LANGUAGE: (re.compile("[a-z]{2,3}"), "Write two small letters (ru)"),
    }
)
OF_A_PERSON = frozenset({Field.PERSON, Field.BIRTH, Field.NATIONALITY, Field.NUMBER})
"""Fields that say of which person they speak."""
OF_PROCEEDINGS = frozenset({Field.REFERENCE, Field.OFFENCE, Field.ARTICLE})
"""Fields that may say of which proceedings they speak, by number: a letter may be about several."""
THE_LETTER = "0"
"""Number by which a reference is that of the letter itself, and of no proceedings."""


class How(Enum):
    """What became of a field."""

    CONFIRMED = "confirmed"
    MENDED = "mended"
    """The document says it, and it was misread."""
    TURNED_DOWN = "turned-down"
    """The document does not say it."""
    ADDED = "added"
    """The document says it, and nothing proposed it."""

    @property
    def counts(self) -> bool:
        """Whether the value becomes a part of the case."""
        return self is not How.TURNED_DOWN


@dataclass(frozen=True, slots=True)
class Settled:
    """A field somebody settled.

    Attributes:
        mark: What it is known by: `mark_of` its proposal; of an added one its own.
        how: What became of it.
        field: Which.
        value: The value that counts, in the form `received.proposed.Field` says.
        raw: The words it was read from; empty where it was added.
        about: Of which person of the letter, or of which proceedings (`OF_PROCEEDINGS`); empty: none, or the first.
        part: Digest of the part it stands in; empty: not said.
        page: Number of the page; 0: not said.
        by: Public identifier of the account that settled it.
        entry: Number of the entry that says so.
    """

    mark: str
    how: How
    field: Field
    value: str
    raw: str
    about: str
    part: str
    page: int
    by: str
    entry: int


@dataclass(frozen=True, slots=True)
class Mail:
    """A received document, as its entries make it.

    Attributes:
        number: Its number.
        digest: SHA-256 of its bytes, in small hexadecimal digits.
        size: In bytes.
        by: Public identifier of the account that received it.
        at: Moment.
        settled: The fields somebody settled, by mark, in the order in which they were first settled.
        looked: Parts that could not be read whole and somebody looked at, by digest.
        seen: What somebody has seen in it of what its instruments ask a request to hold.
        away: Why it was put away; empty: it was not.
        leaving: Its erasure, proposed and not agreed yet; None: none is.
    """

    number: int
    digest: str
    size: int
    by: str
    at: datetime
    settled: Mapping[str, Settled] = field(default_factory=dict)
    looked: frozenset[str] = frozenset()
    seen: frozenset[Content] = frozenset()
    away: str = ""
    leaving: Leaving | None = None

    def values(self, *fields: Field) -> list[str]:
        """The values of these fields that count, each once, in order."""
        return list(dict.fromkeys(s.value for s in self.settled.values() if s.how.counts and s.field in fields))


@dataclass(frozen=True, slots=True)
class Beside:
    """What whoever opens the door looked up beside the entries of the stream, in the same transaction.

    Attributes:
        digest: For `receive`: SHA-256 of the bytes.
        size: For `receive`: their number.
        proposed: What reading it proposes.
        parts: Digests of the document and of what it holds.
        cases: Numbers of the cases it belongs to.
        erased: Whether its bytes and what was read in them were erased.
    """

    digest: str = ""
    size: int = 0
    proposed: Sequence[Proposed] = ()
    parts: frozenset[str] = frozenset()
    cases: tuple[str, ...] = ()
    erased: bool = False


def mark_of(proposed: Proposed) -> str:
    """What a proposal is known by: the same for the same field read from the same place, however often it is read."""
    place = proposed.place
    told = (proposed.field.value, proposed.about, proposed.value, place.part, place.page, place.start, place.end)
    return hashlib.sha256("\x1f".join(map(str, told)).encode()).hexdigest()[:16]


def mail_of(entries: Iterable[Entry]) -> Mail:
    """A received document, folded from the entries of its stream in their order.

    Raises:
        UnknownObjectError: No entry says that it was received.
    """
    found = list(entries)
    if not found or found[0].act != RECEIVE.id:
        raise UnknownObjectError("no such document was received")
    first, settled, looked, seen, away = found[0], dict[str, Settled](), set[str](), set[str](), ""
    for entry in found[1:]:
        if entry.act == SETTLE_FIELDS.id:
            settled |= {s.mark: s for s in _told(entry)}
            looked |= set(entry.fields.get("looked", ()))
            seen = (seen | set(entry.fields.get("seen", ()))) - set(entry.fields.get("unseen", ()))
        elif entry.act == PUT_AWAY.id:
            away = entry.fields.get("reasons", "")
        elif entry.act == READ_AGAIN.id:
            away = ""
    came = (mail_of_stream(first.case), first.fields["digest"], first.fields["size"], first.actor, first.at)
    return Mail(*came, settled, frozenset(looked), frozenset(map(Content, seen)), away, leaving(found))


def _told(entry: Entry) -> Iterator[Settled]:
    for row in entry.fields.get("settled", ()):
        rest = (row["value"], row["raw"], row["about"], row["part"], row["page"], entry.actor, entry.seq)
        yield Settled(row["mark"], How(row["how"]), Field(row["field"]), *rest)


def unread(part: Part, looked: Iterable[str] = ()) -> list[Part]:
    """The parts of a document that were not read whole and that nobody has looked at yet."""
    seen = frozenset(looked)
    return [p for p in part.walk() if not p.state.whole and p.digest not in seen]


def unsettled(proposed: Iterable[Proposed], mail: Mail) -> list[Proposed]:
    """The proposals nobody has settled yet."""
    return [p for p in proposed if mark_of(p) not in mail.settled]


def lacks(mail: Mail) -> tuple[Missing, ...]:
    """What its instruments ask for and nobody has confirmed or seen in a document.

    Empty where no one kind of request is settled: what a request must hold depends on it.
    """
    kinds = mail.values(Field.KIND)
    if len(kinds) != 1:
        return ()
    told = told_by(s.field for s in mail.settled.values() if s.how.counts)
    return missing(kinds[0], mail.values(Field.TREATY), told | mail.seen, mail.values(Field.MEASURE))


def filing_obstacles(mail: Mail, part: Part | None, proposed: Iterable[Proposed]) -> list[Obstacle]:
    """What stands against making a case of a document, or attaching it to one.

    Args:
        mail: The document.
        part: What was read in it; None: it is not read yet.
        proposed: What that proposes.
    """
    found = []
    if part is None:
        found.append(_course("it has not been read yet", "reading it"))
    elif left := unread(part, mail.looked):
        names = ", ".join(f"{p.name} ({p.state.value})" for p in left[:5])
        found.append(_course(f"nobody has looked at what could not be read: {names}", "looking at each, and saying so"))
    if open_ := unsettled(proposed, mail):
        text = f"{len(open_)} fields wait to be confirmed, mended or turned down"
        found.append(_course(text, "settling each of them"))
    if mail.away:
        found.append(_course("it was put away", "having it read again"))
    return found


def _course(text: str, lifts: str) -> Obstacle:
    return Obstacle(Hurdle.COURSE, text, SOURCE, lifts)


def handle(attempt: Attempt, entries: Sequence[Entry], beside: Beside) -> Done | Barred:
    """Receive a document, settle its fields, answer its sender, have it read again, put it away, erase it; or why not.

    Args:
        attempt: Who would do what; its case is `mail_stream` the number. Forms: to settle `settled`, a list of rows
            with `mark` and `how`, for a mended one `value`, for an added one `field`, `value` and perhaps `about`,
            `part`, `page` and `raw`; `looked`, digests of parts looked at; `seen` or `unseen`, what it holds of what a
            request must hold (`received.contents.Content`). To put away `reasons`; to erase `basis` as well. The court
            agrees to the erasure that waits by `confirm`.
        entries: The entries of its stream, in order; none: it is about to be received.
        beside: What was looked up beside them.

    Raises:
        UnknownActError: It is no act on a received document.
        UnknownObjectError: There is no such document, or it was received already.
        FormError: What was filled in cannot be taken.
    """
    act = CONFIRM if attempt.act == CONFIRM.id else MAIL.get(attempt.act)
    if act is None:
        msg = f"{attempt.act!r} is not done to a received document"
        raise UnknownActError(msg)
    if not is_mail(attempt.case) or (act is RECEIVE) == bool(entries):
        raise UnknownObjectError("a document is received once, and before anything else is done to it")
    must_be_plain(attempt.form)
    held = attempt.actor.mandates_for(EVERY_CASE, attempt.at.date(), act.by)
    if not held:
        return _barred(attempt, _nobody(act))
    if beside.cases and act not in ANSWERS:
        text = f"it belongs to {', '.join(beside.cases)}"
        return _barred(attempt, _course(text, "entering in the case what came to light since"))
    if beside.erased:
        return _barred(attempt, _course("it was erased", ""))
    role = held[0].role
    match act:
        case _ if act is RECEIVE:
            return _done(attempt, role, digest=beside.digest, size=beside.size)
        case _ if act is PUT_AWAY:
            reasons = str(attempt.form.get("reasons") or "").strip()
            if not reasons:
                return _barred(attempt, Obstacle(Hurdle.REASONS, "say why it belongs to no case", SOURCE, "reasons"))
            return _done(attempt, role, reasons=reasons)
        case _ if act in (READ_AGAIN, *ANSWERS):
            return _done(attempt, role, **answer_of(act, attempt.form))
        case _ if act in (ERASE_DOCUMENT, CONFIRM):
            made = propose(attempt, role) if act is ERASE_DOCUMENT else agree(attempt, leaving(entries))
            return _barred(attempt, made) if isinstance(made, Obstacle) else Done(made)
        case _:
            return _settled(attempt, role, mail_of(entries), beside)


def _settled(attempt: Attempt, role: Role, mail: Mail, beside: Beside) -> Done:
    known = {mark_of(p): p for p in beside.proposed}
    found = enumerate(rows(attempt.form.get("settled"), "settled"))
    told = [_row(row, f"settled[{n}]", mail, known, f"added-{_added(mail) + n + 1}") for n, row in found]
    looked = words(attempt.form.get("looked"), "looked")
    if strange := [digest for digest in looked if digest not in beside.parts]:
        raise FormError("looked", f"the document holds no part {strange[0]!r}", "Name parts by their digests")
    seen = {part: words(attempt.form.get(part), part) for part in ("seen", "unseen")}
    for part, contents in seen.items():
        if strange := sorted(set(contents) - {content.value for content in Content}):
            raise FormError(part, f"{strange[0]!r} is nothing a request must hold", "Name it as the list has it")
    if not told and not looked and not any(seen.values()):
        raise FormError("settled", "nothing is settled", "Confirm, mend, turn down or add at least one field")
    return _done(attempt, role, settled=told, looked=looked, **{part: c for part, c in seen.items() if c})


def _added(mail: Mail) -> int:
    """The last number an added field was given."""
    return max((int(m.removeprefix("added-")) for m in mail.settled if m.startswith("added-")), default=0)


def _row(row: Mapping[str, Json], where: str, mail: Mail, known: Mapping[str, Proposed], new: str) -> dict[str, Json]:
    try:
        how = How(row.get("how"))
    except ValueError as error:
        choices = ", ".join(h.value for h in How)
        raise FormError(f"{where}.how", f"{row.get('how')!r} is nothing to do", f"Write one of: {choices}") from error
    if how is How.ADDED:
        return _written(new, how, _field(row, where), row, where)
    mark = str(row.get("mark") or "")
    if mark in known:
        base = _of_proposal(known[mark])
    elif mark in mail.settled:
        base = _of_settled(mail.settled[mark])
    else:
        raise FormError(f"{where}.mark", f"nothing called {mark!r} was read in it", "Look at the document again")
    value = row.get("value") if how is How.MENDED else base["value"]
    about = base["about"]
    if Field(base["field"]) in OF_PROCEEDINGS:
        about = row.get("about", mail.settled[mark].about if mark in mail.settled else about)
    return _written(mark, how, Field(base["field"]), {**base, "value": value, "about": about}, where)


def _of_proposal(p: Proposed) -> dict[str, Json]:
    of = {"field": p.field.value, "value": p.value, "raw": p.raw, "about": p.about}
    return {**of, "part": p.place.part, "page": p.place.page}


def _of_settled(s: Settled) -> dict[str, Json]:
    of = {"field": s.field.value, "value": s.value, "raw": s.raw, "about": s.about}
    return {**of, "part": s.part, "page": s.page}


def _field(row: Mapping[str, Json], where: str) -> Field:
    try:
        return Field(row.get("field"))
    except ValueError as error:
        choices = ", ".join(f.value for f in Field)
        raise FormError(f"{where}.field", f"{row.get('field')!r} is no field", f"Write one of: {choices}") from error


def _written(mark: str, how: How, of: Field, row: Mapping[str, Json], where: str) -> dict[str, Json]:
    """A row as the entry holds it.

    Raises:
        FormError: Its value has not the form of its field, or nobody is named whom it is about.
    """
    value, about, page = str(row.get("value") or "").strip(), str(row.get("about") or "").strip(), row.get("page") or 0
    if how.counts:
        if not value or len(value) > LONGEST:
            raise FormError(f"{where}.value", "it is missing or too long", "Write what the document says")
        form, mend = _FORMS.get(of, (None, ""))
        if form is not None and not form.fullmatch(value):
            raise FormError(f"{where}.value", f"{value!r} is no {of.value}", mend)
        if of in OF_A_PERSON and not about:
            raise FormError(f"{where}.about", "nobody is named", "Say whom it is about: 1 for the first person, 2 …")
        if of in OF_PROCEEDINGS and about and not _NUMBER.fullmatch(about):
            mend = "Write 1 for the first, 2 for the second …; 0 for the number of the letter itself"
            raise FormError(f"{where}.about", f"{about!r} is no number of proceedings", mend)
    if not isinstance(page, int) or isinstance(page, bool) or page < 0:
        raise FormError(f"{where}.page", f"{page!r} is no page", "Write the number of the page, from 1")
    told = {"mark": mark, "how": how.value, "field": of.value, "value": value, "about": about, "page": page}
    return {**told, "raw": str(row.get("raw") or ""), "part": str(row.get("part") or "")}


def _nobody(act: Act) -> Obstacle:
    who = ", ".join(role.value for role in act.by)
    return Obstacle(Hurdle.ROLE, f"to {act.title} is for a mandate in the office, as: {who}", "table of acts")


def _done(attempt: Attempt, role: Role, **fields: Json) -> Done:
    return Done(NewEntry(attempt.act, "", attempt.actor.account, {"role": role.value, **fields}))


def _barred(attempt: Attempt, *obstacles: Obstacle) -> Barred:
    told = {"act": attempt.act, "obstacles": [o.as_json() for o in obstacles]}
    return Barred(NewEntry(BARRED, "", attempt.actor.account, told), obstacles)
