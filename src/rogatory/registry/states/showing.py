"""What the pages and routes of states show: entries in words, treaties, what follows in law, and our own experience."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from itertools import groupby
from typing import Any

from django.conf import settings
from django.db.models import Count

from rogatory.deployment.law_in_force import law_in_force
from rogatory.examination.recorded import entries_behind
from rogatory.law.norms import Norm
from rogatory.law.vocabulary import VOCABULARY
from rogatory.law.wording import say_norm
from rogatory.law.wording.language import Language
from rogatory.law.wording.questions import clause
from rogatory.law.wording.terms import term
from rogatory.office.folds.answered import linked_behind
from rogatory.office.folds.dossier import BARRED, Dossier
from rogatory.office.folds.experience import OWN, Seen, questions_of
from rogatory.office.words import record_of
from rogatory.registry.desk.rows.reader import Reader
from rogatory.registry.desk.rows.showing import names_of
from rogatory.registry.states import door, models, words
from rogatory.registry.states.on_record import record_here
from rogatory.states.naming import name_in
from rogatory.states.record.entries import Entry, Means
from rogatory.states.record.holding import Record
from rogatory.states.records import Standing
from rogatory.states.treaties import packaged_matrix

LATELY = 50
"""Things done to a record that are shown, the newest first."""
MOST = 100
"""Things of our own experience shown, the newest first."""


@dataclass(frozen=True, slots=True)
class EntryRow:
    """An entry of the record in words.

    Attributes:
        entry: The entry.
        kind: What it is.
        means: By what it was done; empty: it is no act of transnational repression.
        method: The methods of the Resolution that is.
        opens: The questions it opens, as clauses.
        check: How far the source was read.
        host: Where it happened; empty: not told.
        due: Whether it is to be looked at again.
        own: Whether own cases say it; nobody replaces that, or answers it.
    """

    entry: Entry
    kind: str
    means: str
    method: str
    opens: tuple[str, ...]
    check: str
    host: str
    due: bool
    own: bool


def rows(record: Record, state: str, on: date, language: Language) -> list[EntryRow]:
    """What stands on record about a state, the newest first."""
    return [_row(entry, on, language) for entry in record.of(state)]


def gone(record: Record, state: str, on: date, language: Language) -> list[EntryRow]:
    """What stood on it and was replaced or withdrawn, the last first."""
    standing = {entry.id for entry in record.of(state)}
    found = [entry for entry in record.entries if entry.state == state and entry.id not in standing]
    return [_row(entry, on, language) for entry in reversed(found)]


def _row(entry: Entry, on: date, language: Language) -> EntryRow:
    means = [m for m in Means if m in entry.means]
    return EntryRow(
        entry=entry,
        kind=str(words.KINDS[entry.kind]),
        means=", ".join(str(words.MEANS[m]) for m in means),
        method=", ".join(dict.fromkeys(str(words.METHODS[m.method]) for m in means)),
        opens=tuple(clause(VOCABULARY[question], language) for question in entry.bears),
        check=term(entry.check, language),
        host=name_in(entry.host, language.value) if entry.host else "",
        due=entry.is_due(on),
        own=entry.id.startswith(OWN),
    )


@dataclass(frozen=True, slots=True)
class Follows:
    """What follows in law from a question the record opens: the norms that ask it, each with what it says."""

    question: str
    says: str
    entries: tuple[str, ...]
    norms: tuple[tuple[str, str, str], ...]


def follows(record: Record, state: str, language: Language) -> list[Follows]:
    """The questions the record of a state opens in its cases, and the norms in force here that they touch."""
    return [
        Follows(
            question,
            clause(VOCABULARY[question], language),
            tuple(entry.id for entry in entries),
            tuple((n.id, say_norm(n, language), str(n.source.cites[0])) for n in _asking(question)),
        )
        for question, entries in record.opens(state).items()
    ]


@dataclass(frozen=True, slots=True)
class Opened:
    """A question that records make live in a case.

    Attributes:
        says: The question, as a clause.
        words: The entries, as the ruling cites them.
        states: The states whose records do, each by its code.
        cases: The closed cases of this office behind them that the reader may know of.
    """

    says: str
    words: str
    states: tuple[str, ...]
    cases: tuple[str, ...]


def opened(
    dossier: Dossier, on: date, told: Iterable[tuple[str, str]], reader: Reader, speech: Language
) -> list[Opened]:
    """What the records make live in a ruling, as it tells it (`Ruling.opened`), with what of it the reader may look up.

    Args:
        dossier: The case.
        on: Day of the ruling.
        told: Questions and the words of their entries.
        reader: Who reads.
        speech: The language.
    """
    record, behind, found = record_here(), linked_behind(dossier), []
    for slot, said in told:
        question = slot.partition("@")[0]
        entries = entries_behind(question, dossier.case, record, on, behind)
        states = tuple(dict.fromkeys(e.state for e in entries)) or (dossier.case.request.requesting,)
        clause_ = clause(VOCABULARY[question], speech)
        found.append(Opened(clause_, said, states, _cases_behind(question, entries, reader)))
    return found


def _cases_behind(question: str, entries: Iterable[Entry], reader: Reader) -> tuple[str, ...]:
    own = [e.id.removeprefix(OWN).partition("-") for e in entries if e.id.startswith(OWN)]
    if not own:
        return ()
    rows = models.Experience.objects.filter(counted__isnull=False, state__in=[s.upper() for s, _, _ in own])
    told = rows.order_by("case").values_list("state", "kind", "asks", "case")
    wanted = {(state.upper(), kind) for state, _, kind in own}
    cases = {case for state, kind, asks, case in told if (state, kind) in wanted and question in asks.split()}
    return tuple(sorted(reader.cases().filter(case__in=cases).values_list("case", flat=True))) if cases else ()


@cache
def _asking(question: str) -> tuple[Norm, ...]:
    return tuple(norm for norm in law_in_force().norms if question in questions_of(norm))


@dataclass(frozen=True, slots=True)
class TreatyRow:
    """A treaty that binds a state today, or may.

    Attributes:
        instrument: Its identifier.
        title: Its title.
        confirmed: Whether status and day were read in a source of about a year.
        as_of: How old the evidence is; empty: it has no date.
        why: Since when, and what is to be confirmed.
        both: Whether it binds the state this office belongs to as well.
        reserved: What was reserved or declared; empty: nothing is noted, which proves nothing.
    """

    instrument: str
    title: str
    confirmed: bool
    as_of: str
    why: str
    both: bool
    reserved: str


def treaties(state: str, on: date) -> list[TreatyRow]:
    """The listed treaties known to bind a state on a day, in the order of the list."""
    matrix, found = packaged_matrix(), []
    for ident, listed in matrix.instruments.items():
        bond = matrix.bound(state, ident, on)
        if bond.standing is not Standing.BOUND:
            continue
        ours = bool(settings.STATE) and matrix.bound(settings.STATE, ident, on).standing is Standing.BOUND
        noted = matrix.reservation(state, ident, on)
        text = noted.text if noted else ""
        found.append(TreatyRow(ident, listed.title, bond.confirmed, bond.as_of, bond.why, ours, text))
    return found


@dataclass(frozen=True, slots=True)
class SeenRow:
    """One thing seen in a case of this office; the case is empty for whoever may not see it."""

    on: date
    kind: str
    grounds: tuple[tuple[str, str], ...]
    case: str


def experience(state: str, reader: Reader, language: Language) -> tuple[list[SeenRow], Mapping[str, int]]:
    """What this office has seen of a state: the things themselves, and how many there are of each kind.

    Numbers alone would tell somebody of a case they may not know of; so all of it is for whoever sees every file.
    """
    if not reader.sees_every_file:
        return [], {}
    found = models.Experience.objects.filter(state=state).order_by()
    counts = dict(found.values_list("kind").annotate(Count("seq", distinct=True)))
    return seen_here(state, language), {str(words.SEEN[s]): counts[s.value] for s in Seen if s.value in counts}


def seen_here(state: str, language: Language) -> list[SeenRow]:
    """What this office has seen of a state, the newest first; for whoever sees every file."""
    found = models.Experience.objects.filter(state=state)[: MOST * 3]
    return [_seen(group, language) for group in _by_entry(found)][:MOST]


def _by_entry(found: Iterable[models.Experience]) -> Iterable[list[models.Experience]]:
    return (list(group) for _, group in groupby(found, key=lambda row: (row.seq, row.kind)))


def _seen(group: list[models.Experience], language: Language) -> SeenRow:
    known: dict[str, Any] = {norm.id: norm for norm in law_in_force().norms}
    first = group[0]
    grounds = tuple((row.about, say_norm(known[row.about], language)) for row in group if row.about in known)
    return SeenRow(first.on, str(words.SEEN[Seen(first.kind)]), grounds, first.case)


@dataclass(frozen=True, slots=True)
class LogRow:
    """Something done to a record, or tried: when, what, to which entry, and by whom."""

    at: datetime
    what: str
    entry: str
    who: str
    barred: bool


def log(state: str, language: Language) -> list[LogRow]:
    """What was done to the record of a state here, the newest first."""
    told = door.log(state, LATELY)
    names = names_of(actor for actor, _, _, _ in told)
    return [
        LogRow(at, record_of(act, language), entry, names.get(actor, actor), act == BARRED)
        for actor, act, entry, at in told
    ]
