"""The documents of a case: what is drafted, signed and sent, as the entries tell of them.

An entry holds the digest of a text and what the text is for; the words stand in a store of their own (decision 0023). A
letter to whom a norm protects or binds is sent by the act that norm bears on: what supplements a request by
`ask-completion`, whatever else tells the requesting state something by `consult`, what tells the person concerned by
`notify`. A breach is put to the requesting state by `demand-return`, which no open breach closes. Only what no norm
bears on is sent by `send-document`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import Enum
from types import MappingProxyType
from typing import Any

from rogatory.decision.releasing.translation import Translation
from rogatory.law.acts import ASK_COMPLETION, CONSULT, NOTIFY, Act
from rogatory.letters.kinds import BREACH
from rogatory.office.filing import DEMAND_RETURN, DRAFT_DOCUMENT, RECORD_ANSWER, SEND_DOCUMENT, SIGN_DOCUMENT
from rogatory.people.compartments import open_to
from rogatory.people.mandates import Compartment, Mandate
from rogatory.people.sight import Sight


class Addressee(Enum):
    """Whom a document is for."""

    REQUESTING_STATE = "requesting-state"
    """The authority of the requesting state. Reads what may leave, and nothing else."""
    PERSON = "person"
    """A person concerned."""
    COUNSEL = "counsel"
    """Counsel of a person concerned."""
    AUTHORITY = "authority"
    """An authority of the requested state or of a third one: the one that granted protection, the bar."""
    FILE = "file"
    """Nobody: it is kept in the file."""


class Standing(Enum):
    """How far a document has come."""

    DRAFT = "draft"
    SIGNED = "signed"
    SENT = "sent"


DECISION = "decision"
"""Kind of the full text of a decision."""
FOR_THE_STATE = "decision-for-requesting-state"
"""Kind of its text for the requesting state, made of what may leave."""
RECEIPT = frozenset({"acknowledgement"})
"""Kinds that tell the requesting state no more than that something came in: no norm bears on that."""
SUPPLEMENTS = frozenset({"supplements"})
"""Kinds that ask the requesting state to complete its request."""
SENDERS: Mapping[str, Act] = MappingProxyType(
    {act.id: act for act in (SEND_DOCUMENT, ASK_COMPLETION, CONSULT, NOTIFY, DEMAND_RETURN)}
)
"""Acts by which a document is sent."""
OF_DOCUMENTS = frozenset({DRAFT_DOCUMENT.id, SIGN_DOCUMENT.id, SEND_DOCUMENT.id, RECORD_ANSWER.id})
"""Acts on documents, and on nothing else."""


@dataclass(frozen=True, slots=True)
class Sent:
    """That a document was sent: by which entry and act, to whom, by which channel, on which day."""

    entry: int
    act: str
    to: str
    channel: str
    on: date


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back on a document.

    Attributes:
        entry: Number of the entry.
        on: Day it came.
        received: Digest of what was received; empty: nothing was.
        points: What of what was asked it answers.
        declined: What of it will not be answered, or is answered with a no.
        over: Whether a person decided that nothing is waited for any more.
    """

    entry: int
    on: date
    received: str
    points: tuple[str, ...] = ()
    declined: tuple[str, ...] = ()
    over: bool = False


@dataclass(frozen=True, slots=True)
class CaseDocument:
    """A document of a case.

    Attributes:
        name: What it is called, as `document-12`.
        kind: What it is, in the word of the code the text itself has.
        language: ISO 639-1.
        to: Whom it is for.
        title: Its title; empty: erased.
        text: Digest of its words as they stand; empty: erased.
        measure: Measure it is about; empty: the request.
        person: Person concerned it is about or for; empty: nobody alone.
        decides: The decisions it tells of, by measure (`request`: the request as a whole), as identifiers of acts; of
            a letter, none.
        inputs: What it is made of beside the file: of a decision answers to the defence, licences, time limits, who is
            told; of a letter its `facts`, as they were typed.
        asks: What it asks, point by point (`letters.round_trip.Sent`); empty: nobody noted it, or it is erased.
        first: Name of the first of the documents drafted by one act from the same facts, each in a language of its
            own; of that one, its own name.
        of: Name of the document it follows, the letter a reminder reminds of, or of the breach it tells of; empty:
            none.
        due: Last day on which an answer is in time; None: none is asked, or without a day.
        apart: Compartments its drafter could read from: whoever may not open all of them does not read it.
        drafted: Number of the entry that made it.
        changed: Number of the entry that changed its words last.
        drafter: Account that changed it last.
        at: Moment of the last change.
        signer: Account that signed it; empty: nobody has.
        signed: Number of the entry by which it was signed; None: it is a draft.
        paper: Digest of the signed PDF; empty: it is a draft.
        code: Code by which anybody can ask whether it is ours; empty: it is a draft.
        sent: Each time it was sent.
        answers: Answers to it.
        translation: Its translation into the language of the requesting state; None: there is none, or it is erased.
    """

    name: str
    kind: str
    language: str
    to: Addressee
    title: str
    text: str
    measure: str
    person: str
    decides: Mapping[str, str]
    inputs: Mapping[str, Any]
    asks: tuple[str, ...]
    first: str
    of: str
    due: date | None
    apart: frozenset[Compartment]
    drafted: int
    changed: int
    drafter: str
    at: datetime
    signer: str = ""
    signed: int | None = None
    paper: str = ""
    code: str = ""
    sent: tuple[Sent, ...] = ()
    answers: tuple[Answer, ...] = ()
    translation: Translation | None = None

    @property
    def standing(self) -> Standing:
        """How far it has come."""
        if self.sent:
            return Standing.SENT
        return Standing.DRAFT if self.signed is None else Standing.SIGNED

    @property
    def is_decision(self) -> bool:
        """Whether it is a decision, and no letter."""
        return self.kind in (DECISION, FOR_THE_STATE)

    @property
    def sender(self) -> Act:
        """The act by which it is sent."""
        return sending_act(self.kind, self.to)


Documents = Mapping[str, CaseDocument]
"""Documents of a case by name, in the order in which they were made."""


def sending_act(kind: str, to: Addressee) -> Act:
    """The act by which a document of a kind is sent to somebody.

    >>> sending_act("supplements", Addressee.REQUESTING_STATE).id, sending_act("notice-to-person", Addressee.PERSON).id
    ('ask-completion', 'notify')
    >>> [sending_act(kind, Addressee.REQUESTING_STATE).id for kind in ("acknowledgement", "refusal")]
    ['send-document', 'consult']
    """
    if to in (Addressee.PERSON, Addressee.COUNSEL):
        return NOTIFY
    if to is not Addressee.REQUESTING_STATE or kind in RECEIPT:
        return SEND_DOCUMENT
    if kind == BREACH.id:
        return DEMAND_RETURN
    return ASK_COMPLETION if kind in SUPPLEMENTS else CONSULT


def digest_in(fields: Mapping[str, Any], document: CaseDocument) -> str:
    """Digest of the words an entry gave a draft; empty: it gave it none, or they are erased."""
    about, written = fields.get("drafts", {}), fields.get("written", {})
    if about.get("language") == document.language:
        return str(written.get("text", ""))
    return str(written.get("also", {}).get(document.language, {}).get("text", ""))


def digests_of(fields: Mapping[str, Any]) -> tuple[str, ...]:
    """Digests of all the words an entry gave drafts, in every language; none once they are erased."""
    written = fields.get("written", {})
    return tuple(told["text"] for told in (written, *written.get("also", {}).values()) if "text" in told)


def family(documents: Documents, found: CaseDocument) -> tuple[CaseDocument, ...]:
    """A document with those drafted with it from the same facts in other languages, in the order of their making."""
    return tuple(d for d in documents.values() if d.first == found.first)


def named_in(act: str, obj: str, form: Mapping[str, Any]) -> str:
    """Name of the document an act would be done to or would send; empty: none."""
    return obj if act in OF_DOCUMENTS else str(form.get("document") or "") if act in SENDERS else ""


def seen(documents: Documents, sight: Sight, held: Iterable[Mandate], persons: frozenset[str]) -> Documents:
    """The documents somebody sees.

    Whoever sees the file sees every one they could have drafted. The person concerned and counsel see what was sent to
    them; the requesting state's liaison what was sent to that state.
    """
    held = tuple(held)
    return {name: found for name, found in documents.items() if _sees(found, sight, held, persons)}


def _sees(document: CaseDocument, sight: Sight, held: tuple[Mandate, ...], persons: frozenset[str]) -> bool:
    match sight:
        case Sight.FILE:
            own = frozenset({document.person})
            return all(open_to(held, compartment, own) for compartment in document.apart)
        case Sight.OWN:
            theirs = document.to in (Addressee.PERSON, Addressee.COUNSEL) and document.person in persons
            return bool(document.sent) and theirs
        case Sight.STATUS:
            return bool(document.sent) and document.to is Addressee.REQUESTING_STATE
        case _:
            return False


@dataclass(slots=True)
class Gathered:
    """Documents, gathered entry by entry."""

    found: dict[str, CaseDocument] = field(default_factory=dict)

    def drafted(self, name: str, seq: int, at: datetime, actor: str, fields: Mapping[str, Any]) -> None:
        """A draft was made, or its words were changed; perhaps in several languages at once."""
        written, about = fields.get("written", {}), fields["drafts"]
        before = self.found.get(name)
        first = before.first if before else name
        texts = [(name, about["language"], written)]
        texts += [(also, code, written.get("also", {}).get(code, {})) for code, also in about.get("also", {}).items()]
        for one, language, told in texts:
            before = self.found.get(one)
            self.found[one] = CaseDocument(
                name=one,
                kind=about["kind"],
                language=language,
                to=Addressee(about["to"]),
                title=str(told.get("title", "")),
                text=str(told.get("text", "")),
                measure=about.get("measure", ""),
                person=about.get("person", ""),
                decides=about.get("decides", {}),
                inputs=written.get("inputs", {}),
                asks=tuple(written.get("asks", ())),
                first=first,
                of=about.get("of", ""),
                due=date.fromisoformat(about["due"]) if about.get("due") else None,
                apart=frozenset(Compartment(c) for c in about.get("apart", ()))
                | (before.apart if before else frozenset()),
                drafted=before.drafted if before else seq,
                changed=seq,
                drafter=actor,
                at=at,
                translation=Translation.of_plain(told["translation"]) if "translation" in told else None,
            )

    def signed(self, name: str, seq: int, actor: str, fields: Mapping[str, Any]) -> None:
        """A draft was signed: its words are locked."""
        told = fields["signs"]
        self.found[name] = replace(
            self.found[name],
            signer=actor,
            signed=seq,
            text=told["text"],
            code=told["code"],
            paper=fields["paper"].removeprefix("sha256:"),
        )

    def sent(self, seq: int, act: str, fields: Mapping[str, Any]) -> None:
        """A signed document was sent."""
        told = fields["sends"]
        found = self.found[told["document"]]
        sent = Sent(seq, act, told["to"], told["channel"], date.fromisoformat(told["on"]))
        self.found[found.name] = replace(found, sent=(*found.sent, sent))

    def answered(self, name: str, seq: int, fields: Mapping[str, Any]) -> None:
        """An answer came in."""
        found, told = self.found[name], fields["answer"]
        answer = Answer(
            seq, date.fromisoformat(told["on"]), str(told.get("received", "")), tuple(told.get("points", ())),
            tuple(told.get("declined", ())), bool(told.get("over")),
        )  # fmt: skip
        self.found[name] = replace(found, answers=(*found.answers, answer))
