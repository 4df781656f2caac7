"""The notice of a case, folded from its entries: its check, its copies, what was asked of the Commission.

The check is answered by findings that somebody entered (`find`), or took over from a link (`confirm-link`): what the
file came with, nobody in the office has answered. What was looked at outside the file, and what becomes of a deletion,
`track-notice` records. A notice may also stand beside a request for extradition, or have come before it: then the
bureau says so, or a document was attached that is one.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from typing import Any

from rogatory.examination.notices.checking import Answer, Known, Look, PartLine, check, open_parts
from rogatory.examination.notices.copies import Copy, Deletion, Place, places_open
from rogatory.examination.notices.holding import WAIT
from rogatory.examination.notices.parts import PARTS, Part, questions_of
from rogatory.examination.notices.requests import LIMIT_OF, Lodger, Request, Ruled, Wish
from rogatory.law.acts import NOTICE_KINDS, Act
from rogatory.law.grades import Grade
from rogatory.law.questions import Kind
from rogatory.law.time_limits import starting as table
from rogatory.law.vocabulary import notice
from rogatory.office.filing import ATTACH, FIND, TRACK_NOTICE
from rogatory.office.folds.dossier import Dossier, Entry, named
from rogatory.remedies.lodged import Outcome

OF_A_NOTICE = ("tracks",)
"""Field of an entry that tells of it: identifiers, days and words of tables; what is said in words stands in `text`."""
BESIDE = "notice"
"""Field of `attach` that says that the document is a notice or diffusion, and which of the two."""
COMPLAINT = "interpol-complaint"
"""The remedy of a person that is a request to the Commission too."""


class Step(Enum):
    """What `track-notice` records."""

    BESIDE = "notice-beside"
    """That a notice or diffusion stands beside the request for extradition of this case, or came before it."""
    IN_FORCE = "in-force"
    WARRANT = "warrant"
    CHANGED = "changed"
    COPY = "copy-found"
    NONE = "none-found"
    ASKED = "asked-to-delete"
    GONE = "gone"
    LODGED = "commission-asked"
    HEARD = "commission-admissible"
    RULED = "commission-decided"


_LOOKS = {Step.IN_FORCE: Part.IN_FORCE, Step.WARRANT: Part.WARRANT}


@dataclass(frozen=True, slots=True)
class Notice:
    """The notice of a case.

    Attributes:
        known: What was said of it.
        deletion: That it was deleted or refused, as the office first knew; None: nobody has said so.
        copies: The copies that were found, in order.
        empty: Places in which somebody looked and found none.
        requests: What was asked of the Commission beside the remedies of the case, in order.
        looked: Numbers of the entries by which a copy was found, or none.
        beside: Whether it stands beside a request, and is not what the case is about.
    """

    known: Known
    deletion: Deletion | None
    copies: tuple[Copy, ...]
    empty: tuple[Place, ...]
    requests: tuple[Request, ...]
    looked: tuple[int, ...] = ()
    beside: bool = False

    def lines(self, on: date) -> tuple[PartLine, ...]:
        """The parts of its check, as they stand on a day."""
        return check(self.known, on)

    @property
    def places_open(self) -> tuple[Place, ...]:
        """Of a notice that was deleted, the places nobody has looked through."""
        return places_open(self.copies, self.empty) if self.deletion else ()


@dataclass(frozen=True, slots=True)
class Start:
    """What starts a time limit of a notice.

    Attributes:
        rule: The rule.
        entry: Number of the entry it runs from.
        on: Day it runs from.
        about: The copy or request it is about; empty: the notice.
        done: Number of the entry by which it was met; None: it was not.
    """

    rule: str
    entry: int
    on: date
    about: str = ""
    done: int | None = None


class _Tracked:
    """What `track-notice` has recorded so far."""

    def __init__(self) -> None:
        self.copies: dict[str, Copy] = {}
        self.requests: dict[str, Request] = {}
        self.empty: dict[Place, None] = {}
        self.looks: list[Look] = []
        self.looked: list[int] = []
        self.changed = -1
        self.kind = ""

    def came(self, kind: str, entry: int) -> None:
        """A notice came beside the request; where there was one before, all is asked anew."""
        self.changed = entry if self.kind else self.changed
        self.kind = kind

    def take(self, number: int, entry: Entry) -> None:
        told: dict[str, Any] = entry.fields["tracks"]
        if told["step"] == Step.BESIDE.value:
            self.came(told["kind"], entry.seq)
            return
        step, on = Step(told["step"]), date.fromisoformat(told["on"])
        if step in _LOOKS:
            until = date.fromisoformat(told["until"]) if told.get("until") else None
            self.looks.append(Look(_LOOKS[step], entry.actor, on, entry.seq, until))
        elif step is Step.CHANGED:
            self.changed = entry.seq
        elif step is Step.LODGED:
            name = named("request", number)
            self.requests[name] = Request(name, Wish(told["wish"]), Lodger(told["lodger"]), on, entry.seq)
        elif step in (Step.COPY, Step.NONE):
            self._looked(named("copy", number), step, on, entry)
        elif told["of"] in self.copies:
            self.copies[told["of"]] = _copy_moved(self.copies[told["of"]], step, on, entry.seq)
        else:
            self.requests[told["of"]] = _request_moved(self.requests[told["of"]], step, told, entry)

    def _looked(self, name: str, step: Step, on: date, entry: Entry) -> None:
        self.looked.append(entry.seq)
        place = Place(entry.fields["tracks"]["place"])
        if step is Step.NONE:
            self.empty[place] = None
        else:
            self.copies[name] = Copy(name, place, _words(entry), on, entry.seq)


def notice_of(dossier: Dossier) -> Notice | None:
    """The notice a case is about, or that stands beside its request; None: there is none, as far as is recorded."""
    case, told = dossier.case, _Tracked()
    about = case.request.kind in NOTICE_KINDS
    for number, entry in enumerate(dossier.entries):
        if entry.act == TRACK_NOTICE.id:
            told.take(number, entry)
        elif entry.act == ATTACH.id and entry.fields.get(BESIDE) and not about:
            told.came(entry.fields[BESIDE], entry.seq)
    kind = case.request.kind if about else told.kind
    if not kind:
        return None
    persons = tuple(p.id for p in case.persons)
    known = Known(kind, persons, tuple(_answers(dossier, kind)), tuple(told.looks), told.changed)
    asked = tuple(told.requests.values())
    deletion = _deletion(dossier, asked)
    copies = tuple(told.copies.values())
    return Notice(known, deletion, copies, tuple(told.empty), asked, tuple(told.looked), not about)


def starts_of(dossier: Dossier) -> Iterator[Start]:
    """What starts time limits: each request to the Commission, a deletion, and each copy of what was deleted."""
    found = notice_of(dossier)
    if found is None:
        return
    for request in found.requests:
        answered = request.decided_by if request.heard_by is None else request.heard_by
        yield Start(table.CCF_ADMISSIBILITY, request.entry, request.on, request.ident, answered)
        if request.admissible and request.heard and request.heard_by is not None and request.wish in LIMIT_OF:
            rule = LIMIT_OF[request.wish]
            yield Start(rule, request.heard_by, request.heard, request.ident, request.decided_by)
    if found.deletion is None:
        return
    on, entry = found.deletion.on, found.deletion.entry
    looked = None if found.places_open else max(found.looked, default=entry)
    yield Start(table.COPIES_LOOKED, entry, on, "", looked)
    for copy in found.copies:
        asked = copy.gone_by if copy.asked_by is None else copy.asked_by
        yield Start(table.COPY_ASKED, copy.entry, max(copy.found, on), copy.ident, asked)
        if copy.asked is not None and copy.asked_by is not None:
            yield Start(table.COPY_GONE, copy.asked_by, copy.asked, copy.ident, copy.gone_by)


def _words(entry: Entry) -> str:
    return str(entry.fields.get("text", ""))


def _copy_moved(was: Copy, step: Step, on: date, entry: int) -> Copy:
    if step is Step.ASKED:
        return replace(was, asked=on, asked_by=entry)
    return replace(was, gone=on, gone_by=entry)


def _request_moved(was: Request, step: Step, told: dict[str, Any], entry: Entry) -> Request:
    on = date.fromisoformat(told["on"])
    if step is Step.HEARD:
        return replace(was, admissible=told["admissible"] == "yes", heard=on, heard_by=entry.seq)
    return replace(was, ruled=Ruled(told["ruled"]), decided=on, decided_by=entry.seq)


def _answers(dossier: Dossier, kind: str) -> Iterator[Answer]:
    """Answers to questions of the check that a named person gave, and that stand."""
    wanted = {q.id for rule in PARTS.values() for q in questions_of(rule, kind)}
    by_find = {named("finding", n): e for n, e in enumerate(dossier.entries) if e.act == FIND.id}
    by_link = {
        ident: (link.decided_by, e)
        for link in dossier.links.values()
        for ident in link.took
        for e in dossier.entries
        if e.seq == link.entries[-1]
    }
    for finding in dossier.case.findings:
        if finding.question not in wanted or finding.unknown or finding.until is not None:
            continue
        if (made := by_find.get(finding.id)) is not None:
            yield Answer(finding.question, finding.about, made.actor, made.at.date(), made.seq)
        elif finding.id in by_link:
            by, entry = by_link[finding.id]
            yield Answer(finding.question, finding.about, by, entry.at.date(), entry.seq)


def _deletion(dossier: Dossier, requests: tuple[Request, ...]) -> Deletion | None:
    """That it was deleted or refused: by a finding, by what the Commission decided, or by a remedy before it."""
    entries = dossier.entries
    by_find = {named("finding", n): e for n, e in enumerate(entries) if e.act == FIND.id}
    found: list[Deletion] = []
    for finding in dossier.case.findings:
        says = (finding.question, finding.answer) in (
            (notice.deleted.id, ("yes",)),
            (notice.ccf.id, ("not-compliant",)),
        )
        if says and finding.grade >= Grade.SUBSTANTIAL and finding.until is None:
            entry = by_find.get(finding.id, entries[0])
            found.append(Deletion(finding.known or entry.at.date(), entry.seq))
    found += [Deletion(r.decided, r.decided_by) for r in requests if r.deletes and r.decided and r.decided_by]
    days = {e.seq: e.at.date() for e in entries}
    found += [
        Deletion(days[r.decided], r.decided)
        for r in dossier.challenges.remedies.values()
        if r.kind.id == COMPLAINT and r.outcome in (Outcome.GRANTED, Outcome.PARTLY) and r.decided is not None
    ]
    return min(found, key=lambda d: (d.on, d.entry), default=None)


def open_for(act: Act, obj: str, dossier: Dossier, on: date) -> tuple[Part, ...]:
    """The parts of the check for which an act on an object waits on a day; none: it does not wait.

    Args:
        act: The act.
        obj: Identifier of its object.
        dossier: The case.
        on: The day.
    """
    found = notice_of(dossier) if act in WAIT else None
    if found is None or (found.beside and found.deletion):
        # Of one that was deleted nothing is checked any more: nothing rests on it (`beside`), and its copies go.
        return ()
    return open_parts(found.known, on, obj if act.of is Kind.PERSON else "")
