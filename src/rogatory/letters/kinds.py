"""The kinds of letters: to whom each goes, in which languages, on what it rests, and how it is written.

Read the table top to bottom and you have read what an office can say to the outside.
"""

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from datetime import date
from enum import Enum
from types import MappingProxyType, NoneType
from typing import Final, get_args, get_origin, get_type_hints

from rogatory.decision.documents.document import LANGUAGES, Document
from rogatory.decision.releasing.releasable import Releasable
from rogatory.letters import facts as f
from rogatory.letters.of_breach import NoticeOfBreach
from rogatory.letters.wording import LetterError, Text, blocks_of, check, day_in, fill, said, text_of

PERSONS_LANGUAGES: Final = (*LANGUAGES, "ru")
"""Languages of a letter to a person concerned."""


class To(Enum):
    """Whom a letter is for."""

    REQUESTING_STATE = "requesting state"
    PERSON = "person concerned"
    COUNSEL = "counsel"
    PROTECTION = "authority that granted protection"
    BAR = "head of the bar"
    COURT = "court"
    SUPERVISOR = "authority that supervises data protection"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of letter.

    Attributes:
        id: Its name in the code and in `Document.kind`.
        to: Whom it may go to; where one of them is the requesting state, its facts hold only what may leave.
        facts: The facts it needs.
        source: What it rests on; `policy` where no text asks for it.
        languages: Languages it is worded in (ISO 639-1).
        awaits: Whether an answer is awaited, by the day its facts name; a reminder awaits none of its own.
        text: Whose text it is worded in; empty: its own.
    """

    id: str
    to: tuple[To, ...]
    facts: type
    source: str
    languages: tuple[str, ...] = LANGUAGES
    awaits: bool = False
    text: str = ""

    def worded(self, language: str) -> Text:
        """Its text in one of its languages."""
        return text_of(self.text or self.id, language)


@dataclass(frozen=True, slots=True)
class Head:
    """What stands around a letter; of one to the requesting state, each text a `Releasable`.

    Attributes:
        sender: Name and address of the authority, line by line.
        addressee: Whom it goes to, line by line.
        place: Where it is given.
        day: Day it is dated.
        case: Number of the case as it may be shown to the addressee.
        theirs: Number of the addressee; None: none is known.
        signatory: Name and office of who signs; empty until somebody does.
    """

    sender: tuple[str | Releasable, ...]
    addressee: tuple[str | Releasable, ...]
    place: str | Releasable
    day: date
    case: str | Releasable
    theirs: str | Releasable | None = None
    signatory: tuple[str | Releasable, ...] = ()


_STATE = (To.REQUESTING_STATE,)
ACKNOWLEDGEMENT = Kind(
    "acknowledgement", _STATE, f.Acknowledgement,
    "Directive 2014/41/EU Art. 16(1), form within a week; between other states policy",
)  # fmt: skip
SUPPLEMENTS = Kind(
    "supplements", _STATE, f.Supplements,
    "ETS 024 Art. 13; ETS 141 Art. 28; CETS 198 Art. 38; UNTOC Art. 18(16); UNCAC Art. 46(16)", awaits=True,
)  # fmt: skip
ASSURANCE = Kind(
    "assurance", _STATE, f.AssuranceAsked,
    "Othman (Abu Qatada) v. the United Kingdom, 8139/09, 17 January 2012, par. 187-189", awaits=True,
)  # fmt: skip
CONSULTATION_OF_PROTECTION = Kind(
    "consultation-of-protection", (To.PROTECTION,), f.ConsultationOfProtection,
    "Directive 2013/32/EU Art. 30 and 48; Refugee Convention Art. 33", awaits=True,
)  # fmt: skip
CONSULTATION_OF_BAR = Kind(
    "consultation-of-bar", (To.BAR,), f.ConsultationOfBar,
    "ECHR Art. 8; Code of Criminal Procedure (Belgium) Art. 39bis(9); between other offices policy", awaits=True,
)  # fmt: skip
POSTPONEMENT = Kind(
    "postponement", _STATE, f.Postponement,
    "ETS 182 Art. 7; ETS 141 Art. 19; UNTOC Art. 18(25)-(26); UNCAC Art. 46(25)-(26)",
)  # fmt: skip
REFUSAL = Kind(
    "refusal", _STATE, f.Refusal, "ETS 030 Art. 19; ETS 141 Art. 30; UNTOC Art. 18(23); UNCAC Art. 46(23)",
)  # fmt: skip
PARTIAL_EXECUTION = Kind(
    "partial-execution", _STATE, f.PartialExecution,
    "ETS 030 Art. 19; ETS 182 Art. 7(2); ETS 141 Art. 20; UNTOC Art. 18(26)",
)  # fmt: skip
NOTICE_TO_PERSON = Kind(
    "notice-to-person", (To.PERSON,), f.NoticeToPerson,
    "ECHR Art. 13; Constitutional Court of Belgium, judgment 1/2022", PERSONS_LANGUAGES,
)  # fmt: skip
NOTICE_TO_COUNSEL = Kind(
    "notice-to-counsel", (To.COUNSEL,), f.NoticeToCounsel,
    "ECHR Art. 6 and 13; Constitutional Court of Belgium, judgment 1/2022",
)  # fmt: skip
BREACH = Kind(
    "breach", _STATE, f.Breach,
    "UNTOC Art. 18(19); UNCAC Art. 46(19); ETS 030 Art. 6(2); the limits set in the decision", awaits=True,
)  # fmt: skip
BREACH_TO_COURT = Kind(
    "breach-to-court", (To.COURT,), NoticeOfBreach,
    "ECHR Art. 6(1) and 13; whose court it is, the law of this state says", text="notice-of-breach",
)  # fmt: skip
BREACH_TO_SUPERVISOR = Kind(
    "breach-to-supervisor", (To.SUPERVISOR,), NoticeOfBreach, "Directive (EU) 2016/680 Art. 30(1), (3)",
    text="notice-of-breach",
)  # fmt: skip
REMINDER = Kind("reminder", _STATE, f.Reminder, "policy")
REMINDER_OF_CONSULTATION = Kind(
    "reminder-of-consultation", (To.PROTECTION, To.BAR), f.ReminderOfConsultation, "policy", text="reminder"
)

KINDS: Mapping[str, Kind] = MappingProxyType({k.id: k for k in list(vars().values()) if isinstance(k, Kind)})
"""Every kind by its name, in the order of the procedure."""


def write(kind: Kind, facts: object, language: str, head: Head) -> Document:
    """The letter as a document, a draft until somebody signs it.

    Args:
        kind: Which letter.
        facts: Its facts, of the class `kind.facts`.
        language: ISO 639-1, one of `kind.languages`.
        head: What stands around it.

    Raises:
        LetterError: The facts are of another letter, one is empty, or the letter is not worded in that language.
    """
    if type(facts) is not kind.facts:
        raise LetterError(f"{kind.id}: needs {kind.facts.__name__}, not {type(facts).__name__}")
    if language not in kind.languages:
        raise LetterError(f"{kind.id}: not worded in {language!r}; the languages are {', '.join(kind.languages)}")
    unsaid = facts.lacks if isinstance(facts, f.Notice) else ()
    if lacks := [*_empty(facts), *unsaid, *(f"head.{name}" for name in _NEEDED if not getattr(head, name))]:
        raise LetterError(f"{kind.id}: missing {', '.join(lacks)}")
    if To.REQUESTING_STATE in kind.to and (held := _held(head)):
        raise LetterError(f"{kind.id}: {', '.join(held)} may not go to the requesting state unless it is a Releasable")
    text = kind.worded(language)
    return Document(
        kind.id,
        language,
        fill(text.title, facts, text),
        tuple(said(line, text) for line in head.sender),
        tuple(said(line, text) for line in head.addressee),
        said(head.place, text),
        day_in(head.day, language),
        said(head.case, text),
        ((text.words["head"]["theirs"], said(head.theirs, text)),) if head.theirs else (),
        tuple(blocks_of(text, facts)),
        tuple(said(line, text) for line in head.signatory),
    )


_NEEDED = ("sender", "addressee", "case")


def _held(head: Head) -> list[str]:
    """Names of the parts of a head that hold a text nobody has cleared for the requesting state."""
    parts = {field.name: getattr(head, field.name) for field in fields(head)}
    return [
        f"head.{name}" for name, part in parts.items() if str in map(type, part if isinstance(part, tuple) else (part,))
    ]


def facts_of(kind: Kind, values: Mapping[str, object]) -> object:
    """The facts of a letter from values by name.

    Raises:
        LetterError: A fact is missing, or one is named that the letter does not have; the message names all of them.
    """
    known = fields(kind.facts)
    missing = [field.name for field in known if field.default is MISSING and field.name not in values]
    if missing or (foreign := sorted(values.keys() - {field.name for field in known})):
        told = f"missing {', '.join(missing)}" if missing else f"has no fact {', '.join(foreign)}"
        raise LetterError(f"{kind.id}: {told}")
    return kind.facts(**values)


def _empty(facts: object, place: str = "") -> Iterator[str]:
    """Names of the facts that must be there and are empty, those of rows too."""
    if not is_dataclass(facts):
        return
    for field in fields(facts):
        value, name = getattr(facts, field.name), f"{place}{field.name}"
        if isinstance(value, tuple):
            if not value and field.default is MISSING:
                yield name
            for number, row in enumerate(value):
                yield from _blank(row, f"{name}[{number}]")
        elif value is not None:
            yield from _blank(value, name)
        elif NoneType not in get_args(field.type):
            yield name


def _blank(value: object, name: str) -> Iterator[str]:
    match value:
        case f.Row():
            yield from _empty(value, f"{name}.")
        case Releasable() if not all(words.strip() for _, words in value.words):
            yield name
        case str() if not value.strip():
            yield name


_MAY_LEAVE = (Releasable, date, bool, int)


def _may_leave(hint: object) -> bool:
    """Whether a fact of this type can be in a letter to the requesting state."""
    if get_origin(hint) is tuple:
        return all(_may_leave(part) for part in get_args(hint) if part is not Ellipsis)
    if isinstance(hint, type) and issubclass(hint, f.Row):
        return all(map(_may_leave, get_type_hints(hint).values()))
    if NoneType in get_args(hint):
        return all(_may_leave(part) for part in get_args(hint) if part is not NoneType)
    return hint in _MAY_LEAVE or (isinstance(hint, type) and issubclass(hint, Enum))


def _checked() -> None:
    """Every text against its facts, and every letter to the requesting state against what may leave."""
    for kind in KINDS.values():
        hints = get_type_hints(kind.facts)
        if To.REQUESTING_STATE in kind.to and (held := [n for n, hint in hints.items() if not _may_leave(hint)]):
            raise LetterError(f"{kind.id}: {held} may not go to the requesting state")
        for language in kind.languages:
            check(kind.worded(language), kind.facts, f"{kind.id}.{language}.toml")


_checked()
