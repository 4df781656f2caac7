"""The dossier: a case as the fold of what was done in it.

Nothing of a case is stored but its entries. What it holds on a day is found by folding the entries up to that day: so
the office can always say what it knew, and when.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from itertools import count
from typing import Any

from rogatory.casefile.model import CaseFile
from rogatory.intake.reading import read_case, read_values
from rogatory.law.acts import CLOSE, CONFIRM_LINK, DISMISS_LINK, GRANT, POSTPONE, REFUSE, REGISTER, SCREEN, Role
from rogatory.office.filing import (
    ACCEPT_MANDATE,
    DEPART,
    DRAFT_DOCUMENT,
    END_MANDATE,
    GIVE_MANDATE,
    INVITE_COUNSEL,
    READ,
    RECORD_ANSWER,
    RELEASE,
    REOPEN,
    SET_APART,
    SIGN_DOCUMENT,
)
from rogatory.office.folds.apart import Apart, Marks
from rogatory.office.folds.documents import Documents
from rogatory.office.folds.documents import Gathered as GatheredDocuments
from rogatory.office.folds.linking import Gathered, Links, LinkState
from rogatory.office.folds.remedying import gather
from rogatory.people.mandates import Compartment, Mandate, is_register
from rogatory.remedies.gathered import Gathered as GatheredRemedies
from rogatory.remedies.gathered import Told
from rogatory.remedies.hearings import Hearings
from rogatory.remedies.holds import Challenges
from rogatory.remedies.service import Service

BARRED = "attempt-barred"
"""What an entry records when an act was attempted and could not be done."""
PROPOSED = "proposed"
"""What an entry records when an act waits for its second person."""

_LEAVES_ALL = frozenset({BARRED, READ.id})
"""What entries record that take nothing from the case and add nothing."""

Json = Any
NEVER_HELD = "never"
LISTS = (
    "persons", "measures", "assurances", "items", "packages", "findings", "events", "treaties", "relations",
    "proceedings",
)  # fmt: skip
"""Parts of a case file that entries add to."""
_OWN_NAME = re.compile(r"(finding|remedy)-[0-9]+(-[0-9]+)?")
"""What `named` calls findings."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What was done, once, by somebody.

    Attributes:
        seq: Number in the journal, from 0, across all cases.
        at: Moment, with its time zone.
        case: Identifier of the case.
        act: Identifier of the act; `BARRED` for a barred attempt, `PROPOSED` for one that waits for a second person.
        object: Identifier of the object it was done to; empty: the case.
        actor: Public identifier of the account.
        fields: What it records: `adds` (parts of a case file), `ends` (findings no longer true, and from which day),
            `withdraws` (findings that were wrong), `reasons`, `role`, `ruling`, and what is particular to the act. A
            field lawfully erased is absent.
    """

    seq: int
    at: datetime
    case: str
    act: str
    object: str
    actor: str
    fields: Mapping[str, Json]


@dataclass(frozen=True, slots=True)
class Proposal:
    """An act that waits for its second person: the entry that proposed it, and what it would do."""

    entry: Entry
    act: str
    object: str


@dataclass(frozen=True, slots=True)
class Dossier:
    """A case as its entries make it.

    Attributes:
        case: The case file.
        entries: The entries folded, in order.
        mandates: Mandates given for this case and not ended, by identifier; their days still decide whether they hold.
        invitations: Mandates offered to counsel and not answered, by identifier.
        challenges: Remedies, stays, undertakings and restrictions, those that ended too.
        hearings: Hearings, by name.
        services: That persons were told of what was owed, by name, in the order in which it was recorded.
        proposals: Acts that wait for a second person, by identifier.
        departures: Rulings departed from with a second person's agreement, by hash.
        apart: What of the file stands in a compartment.
        documents: Documents of the case, by name.
        links: Links with what is already known, by name, each with where it stands and the entries that say so.
        decisions: The last decision on each measure, or on the request: `grant`, `refuse` or `postpone`.
        closed: Whether the case was closed and not reopened since.
    """

    case: CaseFile
    entries: tuple[Entry, ...]
    mandates: Mapping[str, Mandate]
    invitations: Mapping[str, Mandate]
    challenges: Challenges
    hearings: Hearings
    services: Mapping[str, Service]
    proposals: Mapping[str, Proposal]
    departures: Mapping[str, Entry]
    apart: Apart
    documents: Documents
    links: Links
    decisions: Mapping[str, str]
    closed: bool

    @property
    def remedies(self) -> Mapping[str, Entry]:
        """The entries of the remedies that run, by the name of each."""
        lodged = {remedy.entry: name for name, remedy in self.challenges.running.items()}
        return {lodged[e.seq]: e for e in self.entries if e.seq in lodged}

    @property
    def head(self) -> int:
        """Number of the last entry that changed the case; reading it does not."""
        return next((e.seq for e in reversed(self.entries) if changes(e)), self.entries[0].seq)


class EmptyDossierError(ValueError):
    """There is no entry that registers the request: an empty dossier is not a case without obstacles."""


def changes(entry: Entry) -> bool:
    """Whether an entry changes the case: a reading, a barred attempt or a screening without news is only recorded."""
    return entry.act not in _LEAVES_ALL and not (entry.act == SCREEN.id and not entry.fields.get("news"))


def known_on(entries: Iterable[Entry], day: date) -> tuple[Entry, ...]:
    """The entries of `day` and before: what the office had on file at its end (in the entries' own time zone)."""
    return tuple(e for e in entries if e.at.date() <= day)


def fold(entries: Sequence[Entry], *, as_text: bool = False) -> Dossier:
    """Make the case out of its entries.

    Args:
        entries: In order, the registration first.
        as_text: Read the case file as the text it would be, with every bound on size, depth and characters: for what
            comes in and is no entry yet.

    Raises:
        EmptyDossierError: The first entry does not register a request, or they are those of a register.
        CaseFileError: The entries do not make a case file; with every fault.
    """
    if not entries or entries[0].act != REGISTER.id or is_register(entries[0].case):
        msg = "a case begins with the registration of a request"
        raise EmptyDossierError(msg)
    kept = _Kept()
    for number, entry in enumerate(entries):
        kept.add(number, entry)
    decisions = {e.object: e.act for e in entries if e.act in (GRANT.id, REFUSE.id, POSTPONE.id)}
    file, name = raw(entries), entries[0].case
    case = read_case(json.dumps(file, ensure_ascii=False).encode(), name) if as_text else read_values(file, name)
    held = (kept.mandates, kept.invitations, kept.remedies.challenges, kept.remedies.hearings, kept.remedies.services)
    return Dossier(
        case,
        tuple(entries),
        *held,
        kept.proposals,
        kept.departures,
        _marked(entries),
        kept.documents.found,
        kept.links.found,
        decisions,
        _closed(entries),
    )


def grown(dossier: Dossier | None, *since: Entry) -> Dossier:
    """The same case with what followed; as folded anew, for less where that only records readings and attempts.

    Args:
        dossier: The case before; None: the first entry registers it.
        since: What was done next, in the form in which the journal gives it back.

    Raises:
        EmptyDossierError: See `fold`.
        CaseFileError: See `fold`.
    """
    if dossier is None:
        return fold(since)
    after = (*dossier.entries, *since)
    return replace(dossier, entries=after) if all(e.act in _LEAVES_ALL for e in since) else fold(after)


@dataclass(slots=True)
class _Kept:
    """What is gathered entry by entry."""

    mandates: dict[str, Mandate] = field(default_factory=dict)
    invitations: dict[str, Mandate] = field(default_factory=dict)
    remedies: GatheredRemedies = field(default_factory=GatheredRemedies)
    seqs: list[int] = field(default_factory=list)
    proposals: dict[str, Proposal] = field(default_factory=dict)
    departures: dict[str, Entry] = field(default_factory=dict)
    documents: GatheredDocuments = field(default_factory=GatheredDocuments)
    links: Gathered = field(default_factory=Gathered)

    def add(self, number: int, entry: Entry) -> None:
        """Take the entry at position `number` of its case."""
        fields = entry.fields
        self._document(number, entry)
        self.seqs.append(entry.seq)
        told = Told(entry.seq, entry.at, entry.actor, entry.object, fields)
        gather(self.remedies, number, entry.act, told, self.seqs)
        self.proposals.pop(fields.get("proposal", ""), None)
        match entry.act:
            case GIVE_MANDATE.id:
                self.mandates[named("mandate", number)] = mandate_of(entry.case, fields["mandate"])
            case END_MANDATE.id:
                self.mandates.pop(entry.object, None)
            case INVITE_COUNSEL.id:
                self.invitations[named("invitation", number)] = _offered(entry)
            case ACCEPT_MANDATE.id:
                offered = self.invitations.pop(entry.object)
                if fields["accepts"]:
                    self.mandates[named("mandate", number)] = replace(offered, since=entry.at.date())
            case DEPART.id:
                self.departures[fields["ruling"]] = entry
            case CLOSE.id:
                self.proposals.clear()
            case SCREEN.id | CONFIRM_LINK.id | DISMISS_LINK.id:
                self._link(number, entry)
            case _ if entry.act == PROPOSED:
                self.proposals[named("proposal", number)] = Proposal(entry, fields["act"], entry.object)

    def _document(self, number: int, entry: Entry) -> None:
        if "sends" in entry.fields:
            self.documents.sent(entry.seq, entry.act, entry.fields)
        elif entry.act == DRAFT_DOCUMENT.id:
            name = entry.object or named("document", number)
            self.documents.drafted(name, entry.seq, entry.at, entry.actor, entry.fields)
        elif entry.act == SIGN_DOCUMENT.id:
            self.documents.signed(entry.object, entry.seq, entry.actor, entry.fields)
        elif entry.act == RECORD_ANSWER.id:
            self.documents.answered(entry.object, entry.seq, entry.fields)

    def _link(self, number: int, entry: Entry) -> None:
        moved = frozenset({entry.object})
        if entry.act == SCREEN.id:
            moved = self.links.screened(number, entry.seq, entry.fields.get("screening", {}))
        else:
            state = LinkState.CONFIRMED if entry.act == CONFIRM_LINK.id else LinkState.DISMISSED
            self.links.decided(entry.seq, entry.actor, entry.object, state, entry.fields)
        # A dismissal is proposed on what its proposer had before them; once that has moved it is proposed no more.
        for ident in [i for i, p in self.proposals.items() if p.act == DISMISS_LINK.id and p.object in moved]:
            del self.proposals[ident]


def _closed(entries: Sequence[Entry]) -> bool:
    return [e.act for e in entries if e.act in (CLOSE.id, REOPEN.id)][-1:] == [CLOSE.id]


def _marked(entries: Sequence[Entry]) -> Apart:
    """What stands apart, in the order in which it was put there and taken out."""
    marks = Marks()
    for entry in entries:
        if changes(entry) and entry.act != PROPOSED:
            for part in ("file", "adds"):
                if part in entry.fields:
                    marks.add(entry.fields[part])
        if entry.act == SET_APART.id:
            marks.set_apart(entry.object, entry.fields["into"])
        elif entry.act == RELEASE.id:
            marks.release(entry.object, entry.fields["out-of"])
    return marks.made()


def named(what: str, number: int) -> str:
    """Identifier of what the entry at position `number` of its case brought about.

    >>> named("remedy", 12)
    'remedy-12'
    """
    return f"{what}-{number}"


def event_of(entries: Iterable[Entry]) -> dict[int, int]:
    """By number of its entry, the position among the events of the file of the first one an entry added."""
    found: dict[int, int] = {}
    before = 0
    for entry in entries:
        if not changes(entry) or entry.act == PROPOSED:
            continue
        added = entry.fields.get("file", entry.fields.get("adds", {})).get("events", ())
        if added:
            found[entry.seq] = before
        before += len(added)
    return found


def raw(entries: Sequence[Entry]) -> dict[str, Json]:
    """The case file as it would be written by hand, made out of the entries."""
    file = entries[0].fields.get("file", {})
    made: dict[str, Json] = {k: list(v) if k in LISTS else v for k, v in file.items()}
    ends: dict[str, str] = {}
    for entry in entries:
        if changes(entry) and entry.act != PROPOSED:
            for part, added in entry.fields.get("adds", {}).items():
                made.setdefault(part, []).extend(added)
            ends |= entry.fields.get("ends", {})
            ends |= dict.fromkeys(entry.fields.get("withdraws", ()), NEVER_HELD)
    made["findings"] = list(_ended(made.get("findings", []), ends))
    made["events"] = [
        {**e, "shows": list(_ended(e["shows"], ends))} if "shows" in e else e for e in made.get("events", [])
    ]
    return made


def numbered(file: Mapping[str, Json]) -> dict[str, Json]:
    """A case file in which every finding has an identifier, so that it can be withdrawn.

    A finding of the file that is called as the door itself calls what comes in later gets another identifier: the name
    of a remedy yet to be lodged must be free.
    """
    taken = {f.get("id") for f in _findings(file)}
    free = (ident for ident in map("f{}".format, count(1)) if ident not in taken)
    made = {**file, "findings": [_with_id(f, free) for f in file.get("findings", [])]}
    made["events"] = [
        {**e, "shows": [_with_id(f, free) for f in e["shows"]]} if e.get("shows") else e for e in file.get("events", [])
    ]
    return made


def _findings(file: Mapping[str, Json]) -> Iterator[Mapping[str, Json]]:
    yield from file.get("findings", [])
    for event in file.get("events", []):
        yield from event.get("shows", [])


def _with_id(finding: Mapping[str, Json], free: Iterator[str]) -> dict[str, Json]:
    ident = finding.get("id", "")
    return {**finding, "id": next(free) if not ident or _OWN_NAME.fullmatch(str(ident)) else ident}


def _ended(findings: Iterable[Mapping[str, Json]], ends: Mapping[str, str]) -> Iterator[dict[str, Json]]:
    for finding in findings:
        day = ends.get(finding.get("id", ""))
        if day is None:
            yield dict(finding)
        elif day != NEVER_HELD and finding.get("since", "") < day:
            yield {**finding, "until": day}
        # What was wrong, or ended on the day it began, held on no day; the entries still tell of it.


def _offered(entry: Entry) -> Mandate:
    """The mandate an invitation offers: of counsel, for the person concerned, from the day it is accepted."""
    told = entry.fields["invites"]
    return Mandate(told["account"], Role.COUNSEL, entry.case, entry.at.date(), told["person"])


def mandate_of(case: str, told: Mapping[str, Json]) -> Mandate:
    """The mandate an entry tells of.

    Raises:
        MandateError: It cannot be given so.
        ValueError: A role, compartment or day that does not exist.
        KeyError: The account, role or first day is missing.
    """
    return Mandate(
        account=told["account"],
        role=Role(told["role"]),
        case=case,
        since=date.fromisoformat(told["since"]),
        person=told.get("person", ""),
        until=date.fromisoformat(told["until"]) if told.get("until") else None,
        compartments=frozenset(Compartment(c) for c in told.get("compartments", ())),
    )
