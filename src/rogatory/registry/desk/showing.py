"""What pages of a case show, as plain rows: nothing here decides anything."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from rogatory.casefile.model import CaseFile, Finding
from rogatory.decision.phrases import say
from rogatory.law.acts import ACTS, Act
from rogatory.law.conditions import Atom, Test
from rogatory.law.explanation import Reason
from rogatory.law.formulas import Verdict
from rogatory.law.reading import Situation
from rogatory.law.ruling import NormState, Ruling
from rogatory.law.sources import Check
from rogatory.law.vocabulary import VOCABULARY
from rogatory.law.wording import act_record, act_title, basis_word, effect_word, leaf_text, say_norm
from rogatory.law.wording.language import Language
from rogatory.law.wording.questions import ask, clause, value_label
from rogatory.law.wording.terms import term
from rogatory.office.dossier import BARRED, PROPOSED, Dossier, Entry
from rogatory.office.filing import EVERY_ACT
from rogatory.office.owed import owed
from rogatory.office.portion import Portion
from rogatory.people.sight import Sight
from rogatory.registry.accounts.models import Account
from rogatory.registry.desk.standing import Row, Standing, carrying, row, ruling_on


@dataclass(frozen=True, slots=True)
class NextStep:
    """The one thing to do now: what, why, and the act or page where."""

    title: str
    text: str
    page: str
    query: str = ""


def next_step(found: Standing, language: Language) -> NextStep:
    """The one thing to do now in a case."""
    if found.seen.sight is not Sight.FILE:
        return NextStep("own", "", "case_acts")
    if found.dossier.proposals:
        return NextStep("confirm", "", "case_acts")
    if found.questions:
        first = found.questions[0].question
        asked = VOCABULARY[first.slot.partition("@")[0]]
        return NextStep("answer", ask(asked, language), "case_examination")
    return NextStep("decide", "", "case_acts")


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


def owed_rows(found: Standing, language: Language) -> list[NoticeRow]:
    """The notices still owed that the reader sees: those to the own persons, or all of them."""
    seen = {e.seq: e.fields for e in found.seen.entries}
    return [
        NoticeRow(
            ident=n.ident,
            title=act_record(ACTS[n.act], language) if n.act in ACTS else EVERY_ACT[n.act].records,
            departs_from=_title(n.departs_from, language) if n.departs_from in EVERY_ACT else n.departs_from,
            person=n.person,
            since=n.since,
            reasons=seen[n.entry.seq].get("reasons", ""),
            source=n.source,
            bars=n.bars,
        )
        for n in owed(found.dossier, found.on)
        if n.entry.seq in seen and (not found.seen.persons or n.person in found.seen.persons)
    ]


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """A question that still matters, for a list."""

    text: str
    help: str
    person: str
    query: str
    decides: tuple[tuple[str, str], ...]
    why: str
    matters: int
    duty: bool


def questions(found: Standing, language: Language) -> list[QuestionRow]:
    """The questions that still matter, in the order to ask them."""
    rows = []
    for item in found.questions:
        slot, _, against = item.question.slot.partition("@")
        asked = VOCABULARY[slot]
        query = f"question={slot}&against={against}&about={item.question.person}"
        decides = dict.fromkeys((d.answer, d.verdict) for d in item.decides)
        rows.append(
            QuestionRow(
                text=ask(asked.against(against) if against else asked, language),
                help=asked.help,
                person=item.question.person,
                query=query,
                decides=tuple(decides),
                why=item.question.why,
                matters=len(item.matters_to),
                duty=item.duty,
            )
        )
    return rows


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
            closed=finding.source != whole[finding.id].source and not finding.source,
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


@dataclass(frozen=True, slots=True)
class ActRow:
    """An act somebody's roles allow, on one object, with the ruling on it; None where no norm bears on it."""

    act: Act
    title: str
    object: str
    row: Row | None
    obstacles: tuple[str, ...]


def acts(found: Standing, able: Sequence[tuple[Act, tuple[str, ...]]], language: Language) -> dict[str, list[ActRow]]:
    """The acts in two groups: those the law leaves open, and those it bars, each with what stands in the way."""
    groups: dict[str, list[ActRow]] = {"open": [], "barred": []}
    case = found.dossier.case
    for act, objects in able:
        # Where no norm tells the objects apart, one row; the object is chosen on the act's page.
        for obj in objects if act.id in ACTS else ("",):
            if act.id in ACTS and not found.seen.sees_ruling(act, obj):
                continue
            judged = row(case, ruling_on(case, act.id, obj, found.on), language) if act.id in ACTS else None
            barred = judged is not None and judged.ruling.verdict in (Verdict.FORBIDDEN, Verdict.NOT_RIPE)
            title = act_title(act, language) if act.id in ACTS else act.title
            why = tuple(_obstacle(n, language) for n in carrying(case, judged.ruling)[:3]) if judged and barred else ()
            groups["barred" if barred else "open"].append(ActRow(act, title, obj, judged, why))
    return groups


def _obstacle(state: NormState, language: Language) -> str:
    return f"{say_norm(state.norm, language)} ({state.norm.source})"


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """An entry of the journal, in words."""

    seq: int
    at: datetime
    title: str
    object: str
    who: str
    role: str
    act: str
    reasons: str
    obstacles: tuple[Mapping[str, str], ...]
    second: str
    barred: bool
    waits: bool


def timeline(entries: Sequence[Entry], language: Language, hidden: Mapping[str, str]) -> list[TimelineRow]:
    """The entries, the newest first, with the names of those who acted; of `hidden` accounts what stands there."""
    names = _names(name for e in entries for name in (e.actor, e.fields.get("second", ""))) | dict(hidden)
    return [_entry(e, names, language) for e in reversed(entries)]


@dataclass(frozen=True, slots=True)
class ProposalRow:
    """An act that waits for a second person: what, on what, proposed by whom, when and why."""

    ident: str
    title: str
    object: str
    who: str
    at: datetime
    reasons: str


def proposals(found: Standing, language: Language) -> list[ProposalRow]:
    """The acts that wait for a second person, the oldest first."""
    waiting = found.dossier.proposals if found.seen.sight is Sight.FILE else {}
    names = _names(p.entry.actor for p in waiting.values())
    seen = {e.seq: e.fields for e in found.seen.entries}
    return [
        ProposalRow(
            ident=ident,
            title=_title(p.act, language),
            object=p.object,
            who=names.get(p.entry.actor, p.entry.actor),
            at=p.entry.at,
            reasons=seen.get(p.entry.seq, {}).get("reasons", ""),
        )
        for ident, p in waiting.items()
    ]


def _title(act: str, language: Language) -> str:
    return act_title(ACTS[act], language) if act in ACTS else EVERY_ACT[act].title


def reasons(case: CaseFile, ruling: Ruling, language: Language, *, told: bool, wanted: str = "") -> dict[str, Any]:
    """A ruling with its norms; the verdict alone where their reasons tell of others.

    Args:
        case: The case.
        ruling: The ruling.
        language: Language.
        told: Whether the reasons may be seen.
        wanted: Identifier of a norm whose tree of reasons is shown; empty: of those the ruling rests on.
    """
    if not told:
        return {"row": row(case, ruling, language, reasons=False), "hash": ruling.hash, "law": ruling.law}
    carried = {n.norm.id for n in carrying(case, ruling)}
    norms = [
        {
            "id": n.norm.id,
            "says": say_norm(n.norm, language),
            "source": str(n.norm.source),
            "effect": effect_word(n.norm.effect, language),
            "basis": basis_word(n.norm.basis, language),
            "check": "" if n.norm.check is Check.VERIFIED else term(n.norm.check, language),
            "state": n.state,
            "binds": n.binds_because,
            "confirmed": n.confirmed,
            "carries": n.norm.id in carried,
            "tree": _tree(n.because.responsible(), n.situation, language)
            if n.code and (n.norm.id == wanted if wanted else n.norm.id in carried)
            else None,
            "open": bool(n.code),
        }
        for n in ruling.norms
        if n.code or n.norm.id in carried
    ]
    norms.sort(key=lambda n: (not n["carries"], n["state"] != "true"))
    shown = row(case, ruling, language)
    return {
        "row": shown,
        "norms": norms,
        "silent": sum(1 for n in ruling.norms if not n.code),
        "conditions": ruling.conditions,
        "presumptions": [clause(VOCABULARY[p.partition("@")[0]], language) for p in ruling.presumptions],
        "conflicts": ruling.conflicts,
        "hash": ruling.hash,
        "law": ruling.law,
        "day": say("as-of", language, at=ruling.at),
    }


@dataclass(frozen=True, slots=True)
class Node:
    """One step of a reason: how it stands, in words, and on what it rests."""

    state: str
    mark: str
    text: str
    source: str
    findings: tuple[str, ...]
    presumed: bool
    parts: tuple["Node", ...]


MARKS = {"true": "✓", "unknown": "?", "false": "✗"}
"""Mark of each state; the word stands beside it."""


def _tree(why: Reason, situation: Situation, language: Language) -> Node:
    condition = why.condition
    findings: tuple[str, ...] = ()
    presumed = False
    if isinstance(condition, Atom):
        standing = situation.standings.get(condition.slot)
        findings = standing.findings if standing else ()
        presumed = condition.slot in situation.presumptions
    return Node(
        state=why.state,
        mark=MARKS[why.state],
        text=leaf_text(condition, language, denied=why.denied),
        source=str(condition.source) if isinstance(condition, Test) else "",
        findings=findings,
        presumed=presumed,
        parts=tuple(_tree(part, situation, language) for part in why.parts),
    )


def status(dossier: Dossier) -> dict[str, Any]:
    """What a requesting state's liaison sees: that the request is registered, whether it was decided, what was sent."""
    shown = {"register", "grant", "refuse", "postpone", "transmit", "ask-completion", "close", "surrender"}
    rows = [(e.at, EVERY_ACT[e.act].records) for e in dossier.entries if e.act in shown]
    return {"number": dossier.case.id, "rows": rows}


def _entry(entry: Entry, names: Mapping[str, str], language: Language) -> TimelineRow:
    fields = entry.fields
    done = fields.get("act", entry.act) if entry.act in (BARRED, PROPOSED) else entry.act
    act = EVERY_ACT.get(done)
    title = done if act is None else act_record(act, language) if act.id in ACTS else act.records
    return TimelineRow(
        seq=entry.seq,
        at=entry.at,
        title=title,
        object=entry.object,
        who=names.get(entry.actor, entry.actor),
        role=fields.get("role", ""),
        act=done,
        reasons=fields.get("reasons", ""),
        obstacles=tuple(fields.get("obstacles", ())),
        second=names.get(fields.get("second", ""), ""),
        barred=entry.act == BARRED,
        waits=entry.act == PROPOSED,
    )


def _names(accounts: Iterable[str]) -> dict[str, str]:
    wanted = {a for a in accounts if a}
    return dict(Account.objects.filter(public_id__in=wanted).values_list("public_id", "full_name"))
