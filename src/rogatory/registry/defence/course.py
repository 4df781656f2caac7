"""A case in plain words for whom it concerns: what happened, where it stands, what is closed, what comes next.

Everything follows from the entries the reader sees, by the tables of words, and never from what the office wrote for
itself. Reasons are shown as they were given.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from rogatory.law.acts import COOPERATING, ON_WHAT_WAS_SEIZED, Act, Role
from rogatory.office.acts.hearing import is_told
from rogatory.office.acts.objects import objects
from rogatory.office.against.held import holds
from rogatory.office.filing import READ
from rogatory.office.folds.aftermath import aftermath_of
from rogatory.office.folds.dossier import BARRED, PROPOSED, Entry
from rogatory.office.folds.inquiries import inquiries_holding
from rogatory.office.folds.notices import open_for
from rogatory.office.folds.seizures import held
from rogatory.registry.defence.opening import Opened
from rogatory.registry.defence.wording import day, say, table
from rogatory.remedies.hearings import Hearing
from rogatory.remedies.hearings import Standing as HearingStanding
from rogatory.remedies.holds import Body
from rogatory.remedies.lodged import Outcome, Remedy

BODIES: Mapping[Body, str] = MappingProxyType(
    {
        Body.COURT: "court",
        Body.CONSTITUTIONAL: "constitutional",
        Body.STRASBOURG: "strasbourg",
        Body.UN_COMMITTEE: "un",
        Body.LUXEMBOURG: "luxembourg",
        Body.FILES_COMMISSION: "ccf",
    }
)
"""How the words call a body."""
OUTCOMES: Mapping[Outcome, str] = MappingProxyType(
    {
        Outcome.GRANTED: "granted",
        Outcome.PARTLY: "partly",
        Outcome.DISMISSED: "dismissed",
        Outcome.INADMISSIBLE: "inadmissible",
        Outcome.STRUCK_OUT: "struck",
        Outcome.WITHDRAWN: "withdrawn",
    }
)
"""How the words call an outcome."""
NOT_TOLD = frozenset({READ.id, "draft-document", "sign-document"})
"""Acts of which the course says nothing: who reads stands on a page of its own, and a draft is nothing yet."""


@dataclass(frozen=True, slots=True)
class Happened:
    """One thing that happened, in words.

    Attributes:
        seq: Number of the entry.
        at: Moment.
        text: What happened.
        role: By which office; empty: it is not told.
        reasons: The reasons given; empty: none are told.
        barred: Whether it was tried and barred.
        own: Whether it is the reader's own, of which there is a receipt.
    """

    seq: int
    at: datetime
    text: str
    role: str
    reasons: str
    barred: bool
    own: bool


def course(found: Opened) -> list[Happened]:
    """What happened, the newest first."""
    return [
        Happened(
            entry.seq,
            entry.at,
            in_words(entry, found.language),
            role_word(entry.fields.get("role"), found.language) if entry.act not in (BARRED, PROPOSED) else "",
            str(entry.fields.get("reasons", "")) if entry.act not in (BARRED, PROPOSED) else "",
            entry.act == BARRED,
            found.is_own(entry) and bool(entry.actor) and entry.act != BARRED,
        )
        for entry in reversed(found.seen.entries)
        if entry.act not in NOT_TOLD and not (entry.act == BARRED and entry.fields.get("act") in NOT_TOLD)
    ]


def in_words(entry: Entry, language: str) -> str:
    """What an entry records, in a sentence."""
    if entry.act in (BARRED, PROPOSED):
        key = "case.tried" if entry.act == BARRED else "case.proposed"
        return say(key, language, what=act_word(str(entry.fields.get("act", "")), language))
    return table(language).get(f"did.{entry.act.removeprefix('journal.')}") or table(language)["did.enter"]


def act_word(act: str, language: str) -> str:
    """An act as a thing that can be done or closed; one without words of its own is `another step`."""
    return table(language).get(f"act.{act}") or table(language)["act.other"]


def role_word(role: object, language: str) -> str:
    """The office somebody acted for; empty: it is not told."""
    known = next((r for r in Role if r.value == role), None)
    return say(f"role.{known.name.lower()}", language) if known else ""


@dataclass(frozen=True, slots=True)
class Closed:
    """Acts that are closed, in words, and everything that closes them."""

    acts: tuple[str, ...]
    why: tuple[str, ...]


def closed(found: Opened) -> list[Closed]:
    """What is closed today; acts that are closed by the same things together."""
    by: dict[tuple[str, ...], list[str]] = {}
    # Where nothing was seized, nobody asks whether it may be opened.
    more = ON_WHAT_WAS_SEIZED.values() if held(found.dossier.entries) else ()
    for act in (*COOPERATING, *more):
        why = dict.fromkeys(_because(h.of, found) for h in holds(act.id, found.dossier, found.on))
        if waits(act, found):
            why.setdefault(say("case.by_inquiry", found.language))
        if unchecked(act, found):
            why.setdefault(say("case.by_notice", found.language))
        if why:
            by.setdefault(tuple(why), []).append(act_word(act.id, found.language))
    return [Closed(tuple(dict.fromkeys(acts)), why) for why, acts in by.items()]


def unchecked(act: Act, found: Opened) -> bool:
    """Whether an act, on something in the case, waits for the check of a notice."""
    return any(open_for(act, obj, found.dossier, found.on) for obj in objects(act, found.dossier))


def waits(act: Act, found: Opened) -> bool:
    """Whether an act, on something in the case, waits for an allegation that is open."""
    return any(inquiries_holding(act, obj, found.dossier) for obj in objects(act, found.dossier))


def _because(name: str, found: Opened) -> str:
    challenges, language = found.dossier.challenges, found.language
    if name in challenges.remedies and challenges.remedies[name].person in found.persons:
        remedy = challenges.remedies[name]
        return say("case.by_remedy", language, kind=remedy.kind.says[language], day=day(remedy.lodged.date()))
    if name in challenges.stays:
        return say("case.by_stay", language, body=say(f"body.{BODIES[challenges.stays[name].body]}", language))
    if name in challenges.undertakings:
        promise = challenges.undertakings[name]
        role, text = role_word(promise.role, language), _promised(promise.entry, promise.text, found)
        return say("case.by_promise_text" if text else "case.by_promise", language, role=role, text=text)
    breach = aftermath_of(found.dossier).breaches.get(name)
    if breach is not None and found.persons & set(breach.persons):
        return say("case.by_breach", language)
    # A remedy of somebody else, or a restriction: that there is one may be told, and not whose or why.
    return say("case.by_other", language)


def _promised(entry: int, text: str, found: Opened) -> str:
    """The words of a promise, unless they stand apart."""
    made = next((e for e in found.dossier.entries if e.seq == entry), None)
    if made is None or made.fields.get("compartment") or len(found.dossier.case.persons) > len(found.persons):
        return ""
    return found.veil.text(text)


@dataclass(frozen=True, slots=True)
class RemedyRow:
    """An own remedy: its name, what it is in words, how it stands, and whether it can be taken back."""

    name: str
    entry: int
    text: str
    standing: str
    runs: bool


def remedies(found: Opened) -> list[RemedyRow]:
    """The remedies of the own persons, the newest first."""
    own = [r for r in found.dossier.challenges.remedies.values() if r.person in found.persons]
    return [
        RemedyRow(r.ident, r.entry, remedy_word(r, found.language), _stands(r, found.language), r.runs)
        for r in reversed(own)
    ]


def remedy_word(remedy: Remedy, language: str) -> str:
    """A remedy in words, with its day."""
    return say("case.remedy", language, kind=remedy.kind.says[language], day=day(remedy.lodged.date()))


def _stands(remedy: Remedy, language: str) -> str:
    if remedy.outcome is None:
        return say("case.remedy_runs", language)
    return say("case.remedy_ended", language, outcome=say(f"outcome.{OUTCOMES[remedy.outcome]}", language))


@dataclass(frozen=True, slots=True)
class HearingRow:
    """A hearing: its name, when and before whom, where, and what else is to be known of it."""

    name: str
    text: str
    place: str
    note: str
    comes: bool


def hearings(found: Opened) -> list[HearingRow]:
    """The hearings about the own remedies, or about no remedy in particular, in the order of their days."""
    mine = sorted((h for h in found.dossier.hearings.values() if is_own_hearing(h, found)), key=lambda h: h.at)
    return [hearing_row(h, found.language) for h in mine]


def is_own_hearing(hearing: Hearing, found: Opened) -> bool:
    """Whether a hearing is told to this reader."""
    return is_told(hearing, found.dossier, found.held)


def hearing_text(hearing: Hearing, language: str) -> str:
    """When a hearing is, and before whom."""
    return say("case.hearing", language, when=day(hearing.at), chamber=hearing.chamber)


def hearing_row(hearing: Hearing, language: str) -> HearingRow:
    """A hearing, in words."""
    note = {HearingStanding.CANCELLED: "case.hearing_cancelled", HearingStanding.HELD: "case.hearing_held"}.get(
        hearing.standing, "case.hearing_public" if hearing.public else ""
    )
    return HearingRow(
        hearing.ident,
        hearing_text(hearing, language),
        say("case.hearing_place", language, place=hearing.place) if hearing.place else "",
        say(note, language) if note else "",
        hearing.standing is HearingStanding.SET,
    )


def stands(found: Opened) -> list[str]:
    """Where the case stands, in sentences."""
    dossier, language = found.dossier, found.language
    if dossier.closed:
        return [say("case.closed", language)]
    decided = set(_decisions(found))
    if not decided:
        return [say("case.examined", language)]
    if len(decided) > 1:
        return [say("case.part", language)]
    (decision,) = decided
    return [say({"grant": "case.granted", "refuse": "case.refused"}.get(decision, "case.postponed"), language)]


def comes_next(found: Opened) -> list[str]:
    """What comes next, in sentences."""
    return [say(f"case.next_{what}", found.language) for what in _next(found)]


def _next(found: Opened) -> Iterator[str]:
    if found.dossier.closed:
        yield "closed"
        return
    if any(r.runs and r.person in found.persons for r in found.dossier.challenges.remedies.values()):
        yield "remedy"
    decided = set(_decisions(found))
    if not decided:
        yield "examined"
    yield from ({"grant": "granted", "refuse": "refused", "postpone": "postponed"}[d] for d in sorted(decided))


def _decisions(found: Opened) -> list[str]:
    """The decisions on what touches the own persons."""
    own = {m.id for m in found.seen.case.measures}
    return [act for obj, act in found.dossier.decisions.items() if obj in own or obj in ("", "request")]
