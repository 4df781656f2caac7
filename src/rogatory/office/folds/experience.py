"""What this office has seen of a state in its own cases: read from what was done and found in them, typed in by nobody.

It stands on the page of the state, each thing with its case for whoever may see that case. Once its case is closed,
what speaks against the state opens the matching question in other cases of the state, as an entry of its record does,
and answers none (decision 0038). What it says there names no case.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from types import MappingProxyType

from rogatory.aftermath.breaches import for_the_record
from rogatory.casefile.model import Asked, Finding
from rogatory.decision.bench import Sitting, judge_act, with_attested_treaties
from rogatory.examination.recorded import named_behind
from rogatory.law.acts import CLOSE, GRANT, REFUSE
from rogatory.law.codegen import TRUE
from rogatory.law.conditions import Condition, atoms
from rogatory.law.corpus import Law
from rogatory.law.grades import Grade
from rogatory.law.norms import Norm
from rogatory.law.questions import Kind as Of
from rogatory.law.questions import Side
from rogatory.law.sources import Check
from rogatory.law.vocabulary import VOCABULARY, remedy, request, state
from rogatory.letters.of_breach import Breached
from rogatory.office.filing import FIND, FIND_BREACH
from rogatory.office.folds.aftermath import aftermath_of
from rogatory.office.folds.answered import as_judged, linked_behind
from rogatory.office.folds.dossier import Dossier, Entry, named
from rogatory.states.record.entries import Entry as Fact
from rogatory.states.record.entries import Kind


class Seen(Enum):
    """What was seen."""

    REFUSED = "refused"
    """A request was refused; on which grounds stands beside it."""
    REPEATED = "repeated"
    """A request repeats one that was refused."""
    STEERED = "steered"
    """A request of this state was steered by another."""
    THROUGH = "through"
    """It asked through another state: a request of that state was steered by it."""
    KEPT = "kept"
    """It has kept assurances, as a case found."""
    BROKEN = "broken"
    """It has broken an assurance, as a case found."""
    BEYOND = "beyond"
    """What was handed over was used beyond its limits."""


OF_FINDINGS: Mapping[str, Seen] = MappingProxyType(
    {
        request.repeated.id: Seen.REPEATED,
        request.proxy.id: Seen.STEERED,
        state.keeps_promises.id: Seen.KEPT,
        state.breaks_promises.id: Seen.BROKEN,
        remedy.use_breach.id: Seen.BEYOND,
    }
)
"""Questions that, once answered yes and more than arguably, tell something of the requesting state."""
OF_BREACHES: Mapping[Breached, Seen] = MappingProxyType(
    {Breached.ASSURANCE: Seen.BROKEN, Breached.USE: Seen.BEYOND, Breached.DISCLOSURE: Seen.BEYOND}
)
"""Breaches found of the state itself that do; what its papers were given to others for is use beyond limits too."""
MOST_GROUNDS = 3
OWN = "own-"
"""How entries that come of own experience are called; entries put on record begin with the state."""
ASKS: Mapping[Seen, str] = MappingProxyType(
    {
        Seen.REPEATED: state.transnational_repression.id,
        Seen.THROUGH: state.transnational_repression.id,
        Seen.BROKEN: state.breaks_promises.id,
        Seen.BEYOND: state.breaks_promises.id,
    }
)
"""Questions that what was seen opens in other cases (PACE Resolution 2509 (2023), point 17.7; policy, decision 0038).
Assurances kept open none: nobody is protected by asking it."""
OF_GROUNDS: Mapping[str, str] = MappingProxyType(
    {
        request.persecution_purpose.id: state.transnational_repression.id,
        request.political_conduct_charged.id: state.transnational_repression.id,
    }
)
"""Questions that a refusal opens where its ground asks them and the case has answered them yes. A question about the
state itself opens itself so; a refusal on any other ground opens none."""
SAYS: Mapping[Seen, str] = MappingProxyType(
    {
        Seen.REFUSED: "a request of it was refused on a ground that says this",
        Seen.REPEATED: "a request of it repeated one that was refused",
        Seen.THROUGH: "it asked through another state",
        Seen.BROKEN: "it broke an assurance",
        Seen.BEYOND: "it used what was handed over beyond its limits",
    }
)


@dataclass(frozen=True, slots=True, order=True)
class Experience:
    """One thing seen.

    Attributes:
        on: Day on which the office knew it.
        seq: Number of the journal's entry that tells it.
        kind: What, as `Seen` calls it.
        state: The state it is seen of, two letters.
        about: Of a refusal the norm that stood against granting, of a steered request the other state; empty: nothing
            more is told.
        asks: Questions it opens in other cases once it counts, in one text with spaces; empty: none.
        counted: Day from which it counts: when its case was closed; None: the case is open.
    """

    on: date
    seq: int
    kind: str
    state: str
    about: str = ""
    asks: str = ""
    counted: date | None = None


@dataclass(frozen=True, slots=True, order=True)
class Lived:
    """What the closed cases of this office say of a state towards one question.

    Attributes:
        state: The state.
        kind: What was seen, as `Seen` calls it.
        question: Identifier of the question it opens.
        last: Day on which the newest of it began to count.
    """

    state: str
    kind: str
    question: str
    last: date


def lived(told: Iterable[Experience]) -> tuple[Lived, ...]:
    """What counts of what was seen: for each state, kind and question the newest day."""
    found: dict[tuple[str, str, str], date] = {}
    for one in told:
        for question in one.asks.split() if one.counted else ():
            key, day = (one.state, one.kind, question), max(one.on, one.counted or one.on)
            found[key] = max(found.get(key, day), day)
    return tuple(sorted(Lived(*key, day) for key, day in found.items()))


def as_entries(found: Iterable[Lived]) -> tuple[Fact, ...]:
    """What counts, as entries of the records of states: one for each state and kind. None names a case or a number."""
    by_kind: dict[tuple[str, str], list[Lived]] = {}
    for one in found:
        by_kind.setdefault((one.state, one.kind), []).append(one)
    return tuple(_fact(*key, some) for key, some in sorted(by_kind.items()))


def _fact(of: str, kind: str, some: Collection[Lived]) -> Fact:
    last = max(one.last for one in some)
    return Fact(
        id=f"{OWN}{of.lower()}-{kind}", state=of, kind=Kind.EXPERIENCE, on=last.isoformat(), says=SAYS[Seen(kind)],
        source="closed cases of this office", where="the journal of this office", read_on=last, check=Check.VERIFIED,
        bears=tuple(one.question for one in some), expires=date.max, entered=last,
    )  # fmt: skip


def experience_of(dossier: Dossier, law: Law) -> tuple[Experience, ...]:
    """What a case tells of its requesting state, and of one that steered it, in order.

    Args:
        dossier: The case.
        law: The law in force here, for the grounds of a refusal as of its day.
    """
    counted, mine = _closed_on(dossier), dossier.case.request.requesting
    told = set(_found(dossier)) | set(_breached(dossier))
    for entry in dossier.entries:
        if entry.act == REFUSE.id:
            day, refused = entry.at.date(), Seen.REFUSED.value
            grounds = _grounds(dossier, entry, law)
            told |= {Experience(day, entry.seq, refused, mine, about, asks) for about, asks in grounds.items()}
    return tuple(sorted(replace(one, counted=counted) for one in told))


def _closed_on(dossier: Dossier) -> date | None:
    closing = [e.at.date() for e in dossier.entries if e.act == CLOSE.id]
    return closing[-1] if dossier.closed and closing else None


def _found(dossier: Dossier) -> Iterable[Experience]:
    entries = {named("finding", n): e for n, e in enumerate(dossier.entries) if e.act == FIND.id}
    # What the finding of a breach answers on the way is told by the breach.
    of_breaches = tuple(f"{named('finding', n)}-" for n, e in enumerate(dossier.entries) if e.act == FIND_BREACH.id)
    mine = dossier.case.request.requesting
    behind = tuple(dict.fromkeys(b.state for b in (*named_behind(dossier.case), *linked_behind(dossier))))
    for finding in dossier.case.findings:
        if finding.question in OF_FINDINGS and _shown(finding) and not finding.id.startswith(of_breaches):
            entry, kind = entries.get(finding.id, dossier.entries[0]), OF_FINDINGS[finding.question]
            day = finding.known or entry.at.date()
            others = behind if kind is Seen.STEERED else ()
            for other in others or ("",):
                yield Experience(day, entry.seq, kind.value, mine, other, ASKS.get(kind, ""))
            for other in others:
                through = Seen.THROUGH
                yield Experience(day, entry.seq, through.value, other, mine, ASKS[through])


def _breached(dossier: Dossier) -> Iterable[Experience]:
    breaches, mine = aftermath_of(dossier).breaches, dossier.case.request.requesting
    for told in for_the_record(mine, dossier.case.id, breaches):
        if told.kind in OF_BREACHES:
            kind = OF_BREACHES[told.kind]
            yield Experience(told.known, told.entry, kind.value, mine, "", ASKS[kind])


def _shown(finding: Finding) -> bool:
    return finding.answer == ("yes",) and finding.grade > Grade.ARGUABLE and finding.until is None


def _grounds(dossier: Dossier, refused: Entry, law: Law) -> Mapping[str, str]:
    """The norms that stood against granting what was refused, as known on that day, each with the questions it opens.

    One empty name where none did.
    """
    day = refused.at.date()
    case = as_judged(dossier, day)
    asked, sitting = Asked(GRANT, refused.object), Sitting(at=day, known_at=day)
    try:
        rulings = tuple(judge_act(with_attested_treaties(law, case), case, asked, sitting))
    except KeyError:
        return {"": ""}
    found = {n.norm.id: n.norm for r in rulings for n in r.leading() if n.code == TRUE}
    yes = {f.question for f in case.findings if _shown(f) and f.holds(day, day)}
    return {ident: _asks(norm, yes) for ident, norm in list(found.items())[:MOST_GROUNDS]} or {"": ""}


def _asks(norm: Norm, yes: Collection[str]) -> str:
    asked = {q for q in questions_of(norm) if q in yes}
    found = {q for q in asked if VOCABULARY[q].of is Of.STATE and VOCABULARY[q].side is Side.PROTECTS}
    return " ".join(sorted(found | {OF_GROUNDS[q] for q in asked if q in OF_GROUNDS}))


def questions_of(norm: Norm) -> frozenset[str]:
    """The questions a norm asks: in its condition, its exceptions, and what fulfils or cures it."""
    asked: list[Condition] = [norm.when, *(u.when for u in norm.unless)]
    cure = (norm.cure.met, norm.cure.failed) if norm.cure else ()
    asked += [condition for condition in (norm.fulfilled, *cure) if condition is not None]
    return frozenset(atom.question for condition in asked for atom in atoms(condition))
