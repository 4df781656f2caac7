"""What pages of the chambers show, as plain rows: the words of a case as its reader may see them, and no others."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from rogatory.law.acts import Role
from rogatory.law.wording.language import Language
from rogatory.law.wording.terms import term
from rogatory.office.filing import INTERVENE, SUBMIT
from rogatory.office.folds.dossier import Dossier, Entry, event_of
from rogatory.office.seen.portion import Portion
from rogatory.office.words import title_of
from rogatory.remedies.hearings import Hearing, Standing
from rogatory.remedies.holds import Stay
from rogatory.remedies.lodged import Remedy
from rogatory.remedies.secrecy import Secrecy


@dataclass(frozen=True, slots=True)
class RemedyRow:
    """A remedy: what it is, in words; the acts it closes, with the source; how long it runs; its hearing."""

    remedy: Remedy
    title: str
    text: str
    closes: tuple[tuple[tuple[str, ...], str, str], ...]
    days: int
    hearing: Hearing | None


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody says: who, in which role, for whom, when, the words (empty: not to be read here), and for what."""

    who: str
    role: str
    person: str
    at: datetime
    text: str
    what: str
    seq: int


@dataclass(frozen=True, slots=True)
class HeldBy:
    """Something that holds acts: what, the acts in words, the words, since when, until when, and what would end it."""

    ident: str
    what: str
    acts: tuple[str, ...]
    text: str
    since: datetime
    until: date | None
    ends: str
    source: str


def words_of(seen: Portion) -> Mapping[int, Mapping[str, Any]]:
    """The fields of the entries that are seen, by number."""
    return {entry.seq: entry.fields for entry in seen.entries}


def remedy_rows(dossier: Dossier, seen: Portion, on: date, language: Language) -> list[RemedyRow]:
    """The remedies of a case that are seen, those that run first, the oldest first."""
    found = [
        remedy_row(remedy, dossier, seen, on, language)
        for remedy in dossier.challenges.remedies.values()
        if remedy.entry in words_of(seen)
    ]
    return sorted(found, key=lambda row: (not row.remedy.runs, row.remedy.lodged))


def remedy_row(remedy: Remedy, dossier: Dossier, seen: Portion, on: date, language: Language) -> RemedyRow:
    """One remedy as it is shown."""
    return RemedyRow(
        remedy,
        remedy.kind.says[language.value],
        text_of(remedy.ident, remedy.entry, dossier, seen),
        tuple(
            (tuple(title_of(act.id, language) for act in closing.acts), str(closing.source), closing.basis.value)
            for closing in remedy.kind.closes
        ),
        ((remedy.ended or on) - remedy.lodged.date()).days,
        next(
            (h for h in dossier.hearings.values() if remedy.ident in h.about and h.standing is not Standing.CANCELLED),
            None,
        ),
    )


def text_of(ident: str, entry: int, dossier: Dossier, seen: Portion) -> str:
    """The words of what was lodged or promised: of its finding, or of its event; empty where they may not be read."""
    finding = next((f for f in seen.case.findings if f.id == ident), None)
    place = event_of(dossier.entries).get(entry)
    return finding.source if finding else seen.case.events[place].text if place is not None else ""


def said(dossier: Dossier, seen: Portion, names: Mapping[str, str], hearing: str, language: Language) -> list[Said]:
    """What was filed for a hearing, or, where none is named, everything submitted in the case."""
    told = words_of(seen)
    found = (e for e in dossier.entries if e.seq in told and e.act in (SUBMIT.id, INTERVENE.id))
    if hearing:
        found = (e for e in found if e.fields.get("for-hearing") == hearing)
    return list(_said(found, dossier, seen, names, language))


def _said(
    entries: Iterable[Entry], dossier: Dossier, seen: Portion, names: Mapping[str, str], language: Language
) -> Iterator[Said]:
    told, events = words_of(seen), event_of(dossier.entries)
    for entry in entries:
        fields = told[entry.seq]
        role = next((r for r in Role if r.value == fields.get("role")), None)
        yield Said(
            seen.names.get(entry.actor, names.get(entry.actor, entry.actor)),
            term(role, language) if role else "",
            entry.object,
            entry.at,
            seen.case.events[events[entry.seq]].text if entry.seq in events else "",
            str(entry.fields.get("submits", "statement" if entry.act == SUBMIT.id else "observations")),
            entry.seq,
        )


def stays(found: Iterable[Stay], seen: Portion, on: date, language: Language) -> list[HeldBy]:
    """The orders that acts wait that hold on a day."""
    told = words_of(seen)
    return [
        HeldBy(
            s.ident,
            s.body.value,
            acts_in_words(s.acts, language),
            str(told[s.entry].get("text", "")),
            s.since,
            s.until,
            "",
            s.source,
        )
        for s in found
        if s.holds(on) and s.entry in told
    ]


def undertakings(dossier: Dossier, seen: Portion, language: Language) -> list[HeldBy]:
    """The undertakings that bind."""
    told = words_of(seen)
    return [
        HeldBy(
            u.ident, u.role, acts_in_words(u.acts, language),
            text_of(f"finding-{_position(u.ident)}", u.entry, dossier, seen), u.since, u.until, u.ending.value, "",
        )
        for u in dossier.challenges.undertakings.values()
        if u.binds and u.entry in told
    ]  # fmt: skip


def restrictions(found: Iterable[Secrecy], seen: Portion, on: date) -> list[Secrecy]:
    """What is kept from a person on a day."""
    told = words_of(seen)
    return [s for s in found if s.holds(on) and s.entry in told]


def acts_in_words(acts: Iterable[str], language: Language) -> tuple[str, ...]:
    """What the acts do, in words."""
    return tuple(title_of(act, language) for act in acts)


def _position(ident: str) -> str:
    return ident.rpartition("-")[2]
