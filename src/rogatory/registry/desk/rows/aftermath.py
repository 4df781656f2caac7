"""Breach and reparation of a case as plain rows, as far as somebody sees them: for the page, the API and the work."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from rogatory.aftermath.breaches import Breach, Standing
from rogatory.aftermath.following import Follow, State, Step
from rogatory.aftermath.money import Money
from rogatory.aftermath.reparation import Form, Reparation, Stage
from rogatory.letters.kinds import BREACH, NOTICE_TO_PERSON
from rogatory.letters.of_breach import Breached, Whose
from rogatory.office.folds import documents
from rogatory.office.folds.aftermath import TOLD_BY, aftermath_of, demand, following, letters_of
from rogatory.office.folds.dossier import Dossier
from rogatory.office.seen.portion import Portion

BREACHED = {
    Breached.DISCLOSURE: _("unlawful disclosure"),
    Breached.USE: _("use beyond limits"),
    Breached.ASSURANCE: _("a broken assurance or promise"),
    Breached.WHILE_HELD: _("an act done while it was held"),
}
WHOSE = {Whose.REQUESTING_STATE: _("the requesting state"), Whose.OWN: _("an authority of this state")}
STANDINGS = {
    Standing.ALLEGED: _("alleged, to be answered"),
    Standing.FOUND: _("found"),
    Standing.CLOSED: _("closed"),
    Standing.NOT_FOUND: _("not found"),
}
STEPS = {
    Step.TELL_PERSON: _("the person concerned is told"),
    Step.TELL_COURT: _("the court is told"),
    Step.TELL_SUPERVISOR: _("the authority that supervises data protection is told"),
    Step.DEMAND: _("return, and no further use, are demanded of the requesting state"),
    Step.ANSWER: _("the requesting state answers every point"),
    Step.REPARATION: _("reparation is decided"),
}
STATES = {State.DONE: _("done"), State.OPEN: _("open"), State.OVERDUE: _("overdue")}
FORMS = {
    Form.RESTITUTION: _("restitution"),
    Form.COMPENSATION: _("compensation"),
    Form.REHABILITATION: _("rehabilitation"),
    Form.SATISFACTION: _("satisfaction"),
    Form.NON_REPETITION: _("guarantees of non-repetition"),
}
STAGES = {
    Stage.OWED: _("owed, not ordered yet"),
    Stage.ORDERED: _("ordered"),
    Stage.PARTLY: _("performed in part"),
    Stage.PERFORMED: _("performed"),
}


@dataclass(frozen=True, slots=True)
class FollowRow:
    """One thing that follows a breach.

    Attributes:
        follow: It.
        says: What it is, in words.
        state: How it stands.
        word: The same, in words.
        person: Name of the person who is told; empty: of every other step.
        address: Where it is done, or stands; empty: nowhere.
        prepared: Whether a letter for it is drafted or signed, and has not left.
    """

    follow: Follow
    says: str | Promise
    state: str
    word: str | Promise
    person: str
    address: str
    prepared: bool


@dataclass(frozen=True, slots=True)
class BreachRow:
    """A breach in words, with the persons it wrongs that are seen; `follows` is empty while it is only alleged."""

    breach: Breach
    standing: str | Promise
    kind: str | Promise
    whose: str | Promise
    persons: tuple[str, ...]
    names: tuple[str, ...]
    follows: tuple[FollowRow, ...]

    @property
    def overdue(self) -> int:
        """How many things are overdue."""
        return sum(row.state == State.OVERDUE.value for row in self.follows)


@dataclass(frozen=True, slots=True)
class ReparationRow:
    """A reparation in words, with what is owed of it today."""

    reparation: Reparation
    name: str
    form: str | Promise
    stage: str | Promise
    standing: str
    owed: Money | None
    interest: Money | None
    overdue: bool


def breaches(dossier: Dossier, seen: Portion, on: date) -> list[BreachRow]:
    """The breaches of a case that are seen, those somebody must do something about first, then the newest first."""
    names = {p.id: p.name for p in seen.case.persons}
    found = [b for b in aftermath_of(dossier, seen.entries).breaches.values() if _is_seen(b.persons, seen)]
    rows = [_breach(b, dossier, on, names) for b in reversed(found)]
    return sorted(rows, key=lambda row: not row.breach.waits)


def reparations(dossier: Dossier, seen: Portion, on: date) -> list[ReparationRow]:
    """What persons are owed that is seen, in the order in which it came."""
    names = {p.id: p.name for p in seen.case.persons}
    found = aftermath_of(dossier, seen.entries).reparations.values()
    return [_reparation(r, names, on) for r in found if _is_seen((r.person,), seen)]


def _is_seen(persons: tuple[str, ...], seen: Portion) -> bool:
    return not seen.persons or bool(seen.persons & set(persons))


def _breach(breach: Breach, dossier: Dossier, on: date, names: dict[str, str]) -> BreachRow:
    # How far what follows has come is told of the case as it is: a step is not open because somebody does not see it.
    rows = tuple(_follow(f, breach, dossier, on, names) for f in following(dossier, breach, on))
    return BreachRow(
        breach,
        STANDINGS[breach.standing],
        BREACHED[breach.kind] if breach.kind else "",
        WHOSE[breach.whose] if breach.whose else "",
        tuple(p for p in breach.persons if p in names),
        tuple(names[p] for p in breach.persons if p in names),
        tuple(row for row in rows if not row.follow.person or row.follow.person in names),
    )


def _follow(follow: Follow, breach: Breach, dossier: Dossier, on: date, names: dict[str, str]) -> FollowRow:
    state, step = follow.state(on), follow.rule.step
    draft = next((d for d in _letters(step, breach, dossier, follow.person) if not d.sent), None)
    return FollowRow(
        follow, STEPS[step], state.value, STATES[state], names.get(follow.person, ""),
        _address(step, breach, dossier, on, follow) if state is not State.DONE else "", draft is not None,
    )  # fmt: skip


def _letters(step: Step, breach: Breach, dossier: Dossier, person: str) -> Iterator[documents.CaseDocument]:
    kind = {**TOLD_BY, Step.DEMAND: BREACH.id, Step.TELL_PERSON: NOTICE_TO_PERSON.id}.get(step, "")
    yield from (d for d in letters_of(dossier, breach, kind) if d.person in ("", person))


def _address(step: Step, breach: Breach, dossier: Dossier, on: date, follow: Follow) -> str:
    """Where a step is taken: the letter prepared, the page that makes it, the letter to be answered, an act."""
    case = dossier.case.id
    prepared = [d for d in _letters(step, breach, dossier, follow.person) if not d.sent]
    if prepared:
        return reverse("case_document", args=[case, prepared[0].name])
    if step is Step.ANSWER:
        trip = demand(dossier, breach, on)
        return reverse("document_answer", args=[case, trip.letter.name]) if trip else ""
    if step is Step.REPARATION:
        person = next(iter(breach.persons), "")
        return reverse("case_act", args=[case, "order-reparation"]) + f"?object={person}&breach={breach.ident}"
    kind = {**TOLD_BY, Step.DEMAND: BREACH.id, Step.TELL_PERSON: NOTICE_TO_PERSON.id}[step]
    person = f"&person={follow.person}" if follow.person else ""
    return reverse("document_new", args=[case]) + f"?kind={kind}&of={breach.ident}{person}"


def _reparation(one: Reparation, names: dict[str, str], on: date) -> ReparationRow:
    left, stage = one.balance(on), one.stage(on)
    return ReparationRow(
        one, names.get(one.person, one.person), FORMS[one.form], STAGES[stage], stage.value,
        left.owed if left else None, left.interest if left else None, one.overdue(on),
    )  # fmt: skip
