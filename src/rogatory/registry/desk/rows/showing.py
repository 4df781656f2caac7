"""What pages of a case show of its file, as plain rows: nothing here decides anything."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.functional import Promise

from rogatory.casefile.model import Finding
from rogatory.casefile.parties import Proceeding
from rogatory.law.acts import Act, Role
from rogatory.law.questions import Kind
from rogatory.law.vocabulary import VOCABULARY
from rogatory.law.wording.language import Language
from rogatory.law.wording.questions import clause, value_label
from rogatory.law.wording.terms import term
from rogatory.linkage.wording import role_word
from rogatory.office.acts.erasing import erasable
from rogatory.office.errors import Obstacle
from rogatory.office.filing import DECIDE_REMEDY, END_MANDATE, WITHDRAW_FINDING
from rogatory.office.folds.documents import seen as documents_seen
from rogatory.office.folds.dossier import Dossier
from rogatory.office.folds.owed import owed
from rogatory.office.seen.portion import STATUS_ACTS, Portion
from rogatory.office.words import hurdle_word, record_of, title_of
from rogatory.people.sight import Sight
from rogatory.received.repeats import Repeat
from rogatory.registry.accounts.models import Account
from rogatory.registry.desk.rows.acting import may_agree
from rogatory.registry.desk.rows.mail import REPEATS
from rogatory.registry.desk.rows.reader import Reader
from rogatory.registry.desk.rows.standing import Standing, norm_in_words


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A finding, for a table; the source is empty where it stands in a compartment that is not open."""

    id: str
    text: str
    about: str
    answer: str
    grade: str
    since: date | None
    until: date | None
    source: str
    apart: str
    closed: bool


def findings(seen: Portion, language: Language) -> list[FindingRow]:
    """The findings that are seen; of what stands apart perhaps without what it rests on."""
    whole = {f.id: f for f in seen.whole.findings}
    return [
        FindingRow(
            id=finding.id,
            text=clause(VOCABULARY[finding.question], language, finding.answer[0] if finding.answer else None),
            about=finding.about,
            answer=answer_text(finding, language),
            grade=term(finding.grade, language),
            since=finding.since,
            until=finding.until,
            source=finding.source,
            apart=finding.compartment.value if finding.compartment else "",
            # An answer the door itself has taken the place of is judged with no more, and still shown.
            closed=finding.source != whole.get(finding.id, finding).source and not finding.source,
        )
        for finding in seen.case.findings
    ]


def answer_text(finding: Finding, language: Language) -> str:
    """What was answered, in words."""
    if finding.unknown:
        return "?"
    if finding.number is not None:
        return str(finding.number)
    if finding.day is not None:
        return finding.day.isoformat()
    asked = VOCABULARY[finding.question]
    return ", ".join(value_label(asked, value, language) for value in finding.answer)


def measures(seen: Portion, language: Language) -> list[tuple[str, str, str, str]]:
    """The measures asked for: identifier, kind in words, what, and whom they touch by name."""
    names = {p.id: p.name for p in seen.case.persons}
    kind = VOCABULARY["measure.type"]
    return [
        (m.id, value_label(kind, m.type, language), m.text, ", ".join(names.get(p, p) for p in m.persons))
        for m in seen.case.measures
    ]


def proceedings(seen: Portion, language: Language) -> list[tuple[Proceeding, list[tuple[str, str]]]]:
    """The foreign proceedings of a file, each with who stands in them, by name, and in which role, in words."""
    names = {p.id: f"{p.id} ({p.name})" for p in seen.case.persons}
    return [
        (told, [(names.get(p.person, p.person) or p.name, role_word(p.role, language)) for p in told.parties])
        for told in seen.case.proceedings
    ]


@dataclass(frozen=True, slots=True)
class ProposalRow:
    """An act that waits for a second person: what, on what, by whom, when and why; and whether the reader may agree."""

    ident: str
    title: str
    object: str
    who: str
    at: datetime
    reasons: str
    mine: bool


def proposals(found: Standing, account: str, roles: frozenset[Role], language: Language) -> list[ProposalRow]:
    """The acts that wait for a second person, the oldest first."""
    waiting = found.dossier.proposals if found.seen.sight is Sight.FILE else {}
    names = names_of(p.entry.actor for p in waiting.values())
    seen = {e.seq: e.fields for e in found.seen.entries}
    return [
        ProposalRow(
            ident=ident,
            title=title_of(p.act, language),
            object=p.object,
            who=names.get(p.entry.actor, p.entry.actor),
            at=p.entry.at,
            reasons=seen.get(p.entry.seq, {}).get("reasons", ""),
            mine=may_agree(p.act, p.entry.actor, account, roles),
        )
        for ident, p in waiting.items()
    ]


@dataclass(frozen=True, slots=True)
class NoticeRow:
    """A notice that is owed: of what, to whom, since when, why it was done, and whether anything stays barred."""

    ident: str
    title: str
    departs_from: str
    person: str
    since: date
    reasons: str
    source: str
    bars: bool


def before_rows(found: Standing, reader: Reader) -> list[tuple[Promise, str, tuple[str, ...]]]:
    """The requests this one was found to repeat when it was registered: how, the case, and why.

    Without its number and the reasons where the reader does not see that case; nothing to whoever sees no whole file.
    """
    if found.seen.sight is not Sight.FILE:
        return []
    told = found.dossier.entries[0].fields.get("before", ())
    rows = [(REPEATS[Repeat(row["how"])], str(row["case"]), tuple(row["reasons"])) for row in told]
    return [(how, case, why) if reader.sees_file(case) else (how, "", ()) for how, case, why in rows]


def owed_rows(found: Standing, language: Language) -> list[NoticeRow]:
    """The notices still owed that the reader sees: those to the own persons, or all of them."""
    seen = {e.seq: e.fields for e in found.seen.entries}
    return [
        NoticeRow(
            ident=n.ident,
            title=record_of(n.act, language),
            departs_from=title_of(n.departs_from, language) if n.departs_from else "",
            person=n.person,
            since=n.since,
            reasons=seen[n.entry.seq].get("reasons", ""),
            source=n.source,
            bars=n.bars,
        )
        for n in owed(found.dossier, found.on)
        if n.entry.seq in seen and (not found.seen.persons or n.person in found.seen.persons)
    ]


def status(dossier: Dossier, language: Language) -> dict[str, Any]:
    """What a requesting state's liaison sees: that the request is registered, whether it was decided, what was sent."""
    rows = [(e.at, record_of(e.act, language)) for e in dossier.entries if e.act in STATUS_ACTS]
    sent = documents_seen(dossier.documents, Sight.STATUS, (), frozenset()).values()
    return {"number": dossier.case.id, "rows": rows, "sent": list(sent)}


@dataclass(frozen=True, slots=True)
class ObstacleRow:
    """An obstacle in words: the kind of obstacle, what stands against the act, its source, what would lift it."""

    kind: str
    text: str
    source: str
    lifts: str
    norm: str


def obstacles(found: Iterable[Obstacle], language: Language) -> list[ObstacleRow]:
    """The obstacles in the language of the page; what the law says in its own words, what the office says in ours."""
    rows = []
    for o in found:
        said = norm_in_words(o.norm, language)
        kind = hurdle_word(o.hurdle, language)
        english = "" if language is not Language.EN and not o.norm else o.text
        rows.append(ObstacleRow(kind, said or english, o.source, o.lifts if language is Language.EN else "", o.norm))
    return rows


def objects_named(
    act: Act, objects: Iterable[str], seen: Portion, dossier: Dossier, language: Language
) -> list[tuple[str, str]]:
    """What an act can be done to, each identifier with words a reader knows it by."""
    words = _words(act, seen, dossier, language)
    return [(o, f"{o}: {words[o]}" if words.get(o) else o) for o in objects if o]


def _words(act: Act, seen: Portion, dossier: Dossier, language: Language) -> Mapping[str, str]:
    if act is WITHDRAW_FINDING:
        return {f.id: f"{f.text}: {f.answer}" for f in findings(seen, language)}
    if act is DECIDE_REMEDY:
        return {f.id: f.source for f in seen.case.findings if f.id in dossier.remedies}
    if act is END_MANDATE:
        names = names_of(m.account for m in dossier.mandates.values()) | dict(seen.names)
        return {i: f"{names.get(m.account, m.account)}, {term(m.role, language)}" for i, m in dossier.mandates.items()}
    if act.of is Kind.PERSON:
        return {p.id: p.name for p in seen.case.persons}
    if act.of is Kind.MEASURE:
        return {m.id: m.text or m.type for m in seen.case.measures}
    return {i.id: i.text for i in seen.case.items} if act.of is Kind.ITEM else {}


def erasables(dossier: Dossier, language: Language) -> list[tuple[int, str]]:
    """The entries whose words may be erased: the number of each, with the same, what it records and its day."""
    return [
        (e.seq, f"{e.seq} · {record_of(e.act, language)} · {e.at:%Y-%m-%d}") for e in dossier.entries if erasable(e)
    ]


def names_of(accounts: Iterable[str]) -> dict[str, str]:
    """Names of accounts as they are shown to colleagues."""
    wanted = {a for a in accounts if a}
    return dict(Account.objects.filter(public_id__in=wanted).values_list("public_id", "full_name"))
