"""The one door: everything that is done in a case goes through `perform`. Start reading here.

Order of the checks, the same in code, tests and what is shown:

1. there is such an act, and the case has such an object;
2. the person has a mandate for this case today, in a role that may do the act, and for this person concerned; nobody
   decides a link whose words their mandates do not open;
3. nothing came in since the person looked; an act that cannot be undone must say what it was judged on. What the person
   concerned says, a remedy above all, is never turned away for that;
4. what was filled in can be taken;
5. it is the turn of the act: what serves the requesting state follows a grant that stands and could be given today, the
   case is not closed, and nothing is erased that a remedy or a ruling rests on;
6. the norms that bear on the act, judged now: not forbidden, ripe, its conditions met or attached, reasons given; a
   mandate opens no compartment it may not, and nobody gives one to the own account;
7. an act that gives the requesting state something and cannot be undone: a second person agrees, and the head of the
   journal is witnessed. A second person agrees to a departure, and to dismissing a link, as well.

What passes becomes entries. What does not is recorded too: who attempted what, and every obstacle. The door knows no
clock and no storage: moment, case and law are arguments, and whoever stores the entries does so in one transaction.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from rogatory.casefile.model import Asked
from rogatory.casefile.view import WHOLE
from rogatory.decision.bench import Sitting, judge_act, with_attested_treaties
from rogatory.intake.errors import CaseFileError
from rogatory.law.acts import ACTS, GRANT, REGISTER, TRANSMIT, Act, Role
from rogatory.law.corpus import Law
from rogatory.law.questions import Kind
from rogatory.law.ruling import Ruling
from rogatory.linkage.model import Screening
from rogatory.office.acts.doing import Doing, Fields, Kept, Letters
from rogatory.office.acts.erasing import erasing_obstacles
from rogatory.office.acts.inquiring import opened_obstacles, second_obstacles
from rogatory.office.acts.leaving import Leaving, holds_seized, leaving_obstacles
from rogatory.office.acts.objects import objects
from rogatory.office.acts.writing import writing_obstacles
from rogatory.office.against.beside import beside_obstacles
from rogatory.office.against.course import against_the_grant, course_obstacles
from rogatory.office.against.granting import granting_obstacles
from rogatory.office.against.guards import norm_obstacles
from rogatory.office.against.held import challenge_obstacles, hold_obstacles
from rogatory.office.effects import fields_of
from rogatory.office.errors import FormError, Hurdle, Obstacle, UnknownActError, UnknownObjectError
from rogatory.office.filing import (
    ACCEPT_MANDATE,
    CONFIRM,
    ERASE,
    EVERY_ACT,
    FIND,
    GIVE_MANDATE,
    NEVER_LATE,
    READ,
    SET_APART,
)
from rogatory.office.folds.answered import as_judged
from rogatory.office.folds.apart import whose
from rogatory.office.folds.dossier import BARRED, PROPOSED, Dossier, Entry, fold, mandate_of, raw
from rogatory.office.folds.linking import CaseLink, left_open_obstacles
from rogatory.office.folds.owed import departure_from
from rogatory.people.compartments import open_to
from rogatory.people.mandates import Actor, Mandate, is_register
from rogatory.states.record.holding import NOTHING_ON_RECORD, Record


@dataclass(frozen=True, slots=True)
class Attempt:
    """Somebody about to do something.

    Attributes:
        act: Identifier of the act.
        object: Identifier of its object; empty: the case.
        case: Identifier of the case.
        actor: Who, with all mandates.
        at: Moment, with its time zone; its day is the day of judging.
        form: What was filled in.
        seen: Number of the last entry the person had seen (`Dossier.head`); None: not told. Of a screening: the head of
            the case as it was matched.
        witnessed: Whether the head of the journal is witnessed as the office's policy asks.
        colleagues: Mandates of others who acted in this case: a proposal stands only while its proposer's does.
        screening: For `screen`: what matching the case with the registers gave. Whoever opens the door has it made,
            from the registers themselves and never from what somebody sent; None: the registers were not asked.
        kept: What the office keeps of the document the act is done to or sends, made in the same way; None: of none.
        letters: For `erase`: what the office keeps of the received documents of the case; None: of none.
        leaving: For `transmit`: what judging the package of items anew gave; None: none was planned.
        record: What is on record about states.
    """

    act: str
    object: str
    case: str
    actor: Actor
    at: datetime
    form: Mapping[str, Any]
    seen: int | None = None
    witnessed: bool = False
    colleagues: tuple[Mandate, ...] = ()
    screening: Screening | None = None
    kept: Kept | None = None
    letters: Letters | None = None
    leaving: Leaving | None = None
    record: Record = NOTHING_ON_RECORD


@dataclass(frozen=True, slots=True)
class NewEntry:
    """An entry to be written: as `dossier.Entry`, without its number, moment and case."""

    act: str
    object: str
    actor: str
    fields: Fields


@dataclass(frozen=True, slots=True)
class Done:
    """The act is done once its entry is written; or it waits for a second person, if the entry proposes it."""

    entry: NewEntry
    ruling: Ruling | None = None

    @property
    def waits(self) -> bool:
        """Whether a second person must agree before anything happens."""
        return self.entry.act == PROPOSED


@dataclass(frozen=True, slots=True)
class Barred:
    """The act cannot be done; every obstacle at once, and the entry that records the attempt."""

    entry: NewEntry
    obstacles: tuple[Obstacle, ...]
    ruling: Ruling | None = None


def perform(attempt: Attempt, dossier: Dossier | None, law: Law) -> Done | Barred:
    """Do an act, or say what stands against it.

    Args:
        attempt: Who would do what.
        dossier: The case as it stands; None only where the act registers it.
        law: The law in force here.

    Raises:
        UnknownActError: There is no such act.
        UnknownObjectError: The case has no such object.
        FormError: What was filled in cannot be taken.
        CaseFileError: The same, found by the reader of case files.
    """
    act = act_named(attempt.act)
    if (dossier is None) != (act is REGISTER) or is_register(attempt.case):
        raise UnknownObjectError("a case is registered once, and before anything else is done in it")
    if act is CONFIRM and dossier is not None:
        return _confirm(attempt, dossier, law)
    return _attempt(attempt, act, dossier, law)


def act_named(ident: str) -> Act:
    """The act called `ident`.

    Raises:
        UnknownActError: There is none.
    """
    act = EVERY_ACT.get(ident)
    if act is None:
        msg = f"there is no act {ident!r}; what no act does cannot be done"
        raise UnknownActError(msg)
    return act


def _attempt(
    attempt: Attempt, act: Act, dossier: Dossier | None, law: Law, *, second: Mapping[str, str] | None = None
) -> Done | Barred:
    obj = _object(attempt, act, dossier)
    mandate, barred = _mandate(attempt, act, obj, dossier)
    if mandate is None:
        return _barred(attempt, obj, barred)
    if act.of is Kind.LINK and dossier and (unread := _unread(attempt, dossier.links[obj])):
        return _barred(attempt, obj, unread)
    by = f"{mandate.role.value} {attempt.actor.account}"
    day = attempt.at.date()
    held = attempt.actor.mandates_for(attempt.case, day)
    doing = Doing(act, obj, attempt.form, dossier, attempt.case, day, by, attempt.seen, attempt.screening, held,
                  attempt.kept, attempt.letters or Letters())  # fmt: skip
    fields = fields_of(doing)
    ruling = _ruling(attempt, act, obj, dossier, law)
    departure = departure_from(ruling, dossier) if ruling and dossier else None
    obstacles = [*_stale(attempt, act, dossier), *(_turn(attempt, doing, dossier, law) if dossier else ())]
    obstacles += norm_obstacles(act, ruling, attempt.form, departure)
    obstacles += _of_the_act(attempt, act, obj, mandate, dossier, fields) if dossier else ()
    if needs_second(act) and not attempt.witnessed and not act.reversible:
        obstacles.append(unwitnessed(act))
    if obstacles:
        return _barred(attempt, obj, obstacles, ruling)
    fields |= {"role": mandate.role.value, "person": mandate.person} if mandate.person else {"role": mandate.role.value}
    if ruling is not None:
        fields |= {"verdict": ruling.verdict.word, "ruling": ruling.hash, "law": ruling.law}
    if needs_second(act) and second is None:
        proposed = {"act": act.id, "form": dict(attempt.form), "seen": attempt.seen}
        proposed |= _only(fields, "role", "ruling", "compartment")
        return Done(NewEntry(PROPOSED, obj, attempt.actor.account, proposed), ruling)
    entry = NewEntry(act.id, obj, attempt.actor.account, fields | dict(second or {}))
    _foldable(attempt, dossier, entry)
    return Done(entry, ruling)


def _turn(attempt: Attempt, doing: Doing, dossier: Dossier, law: Law) -> list[Obstacle]:
    """What stands against an act, or against sending a document by it, because of how the case stands."""

    def granting(measure: str) -> Ruling:
        return _judged(attempt, GRANT, measure or WHOLE, dossier, law)

    def on_a_notice(kind: str) -> Ruling:
        return _judged(attempt, doing.act, doing.object, dossier, law, kind=kind)

    found = hold_obstacles(doing.act, doing.object, dossier, attempt.at.date())
    found += beside_obstacles(doing.act, doing.form, dossier, on_a_notice)
    found += writing_obstacles(doing, lambda m: against_the_grant(doing.act, [m], dossier, granting))
    return course_obstacles(doing.act, doing.object, dossier, granting) + found


def _of_the_act(
    attempt: Attempt, act: Act, obj: str, mandate: Mandate, dossier: Dossier, fields: Fields
) -> Iterable[Obstacle]:
    """What stands against this act and no other."""
    on = attempt.at.date()
    if act is SET_APART and mandate.person and mandate.person not in whose(dossier.case, obj):
        return _of_another(mandate, whose(dossier.case, obj), obj)
    if act is READ and obj:
        return opened_obstacles(obj, dossier, attempt.actor.mandates_for(attempt.case, on))
    if act is ERASE:
        return erasing_obstacles(fields["erases"], dossier, fields.get("originals", ()), attempt.letters)
    if act is GIVE_MANDATE:
        return granting_obstacles(attempt.actor, mandate_of(attempt.case, fields["mandate"]), attempt.case, on)
    if act is FIND:
        return left_open_obstacles(attempt.form, dossier.links, attempt.actor.account)
    if act is TRANSMIT:
        return leaving_obstacles(attempt.form, attempt.leaving, seized=holds_seized(dossier, obj))
    return challenge_obstacles(act, obj, mandate, dossier, fields, on)


def needs_second(act: Act) -> bool:
    """Whether a second person must agree: the table says so, or it gives the requesting state what cannot be undone."""
    return bool(act.second_person) or (act.cooperates and not act.reversible)


def seconds(act: Act) -> frozenset[Role]:
    """Roles of which one must be the second person's."""
    return frozenset(act.second_person or act.by)


def _confirm(attempt: Attempt, dossier: Dossier, law: Law) -> Done | Barred:
    """The second person agrees: the act is judged anew, now, for the one who proposed it."""
    proposal = dossier.proposals.get(attempt.object)
    if proposal is None:
        msg = f"nothing called {attempt.object!r} waits for a second person in this case"
        raise UnknownObjectError(msg)
    act = act_named(proposal.act)
    mandates = attempt.actor.mandates_for(attempt.case, attempt.at.date(), seconds(act))
    if not mandates:
        return _barred(attempt, attempt.object, [_no_role(act, sorted(r.value for r in seconds(act)))])
    if attempt.actor.account == proposal.entry.actor:
        text = "the second person must be somebody other than the one who proposed the act"
        return _barred(attempt, attempt.object, [Obstacle(Hurdle.SECOND_PERSON, text, "table of acts")])
    link = dossier.links[proposal.object] if act.of is Kind.LINK else None
    if against := _unread(attempt, link) if link else second_obstacles(act, attempt.actor.account, dossier):
        return _barred(attempt, attempt.object, against)
    second = {"second": attempt.actor.account, "second-role": mandates[0].role.value, "proposal": attempt.object}
    # In the role held now: a mandate that has ended since takes the proposal with it.
    account = proposal.entry.actor
    proposer = Actor(account, tuple(m for m in attempt.colleagues if m.account == account))
    anew = replace(attempt, act=act.id, object=proposal.object, form=proposal.entry.fields["form"], actor=proposer)
    result = _attempt(anew, act, dossier, law, second=second)
    if isinstance(result, Barred):
        # Whoever tried to agree attempted it; the proposal goes on waiting, and its proposer is named beside.
        told = {**result.entry.fields, "proposed-by": account}
        return replace(result, entry=replace(result.entry, actor=attempt.actor.account, fields=told))
    return result


def _object(attempt: Attempt, act: Act, dossier: Dossier | None) -> str:
    if dossier is None:
        return ""
    known = objects(act, dossier)
    if attempt.object in known:
        return attempt.object
    if not attempt.object and len(known) == 1:
        return known[0]
    has = ", ".join(k for k in known if k) or "none"
    msg = f"{act.id} cannot be done to {attempt.object!r}; this case has: {has}"
    raise UnknownObjectError(msg)


def _mandate(attempt: Attempt, act: Act, obj: str, dossier: Dossier | None) -> tuple[Mandate | None, list[Obstacle]]:
    day = attempt.at.date()
    if act is ACCEPT_MANDATE and dossier and dossier.invitations[obj].account == attempt.actor.account:
        return dossier.invitations[obj], []
    found = attempt.actor.mandates_for(attempt.case, day, act.by)
    if not found:
        if not attempt.actor.mandates_for(attempt.case, day):
            text = "there is no mandate for this case on this day"
            return None, [Obstacle(Hurdle.MANDATE, text, "mandates of the case", "a mandate registered for this case")]
        return None, [_no_role(act, [r.value for r in act.by])]
    fitting = [m for m in found if act.of is not Kind.PERSON or not m.person or m.person == obj]
    if not fitting:
        text = f"the mandate is for {found[0].person}, not for {obj}"
        return None, [Obstacle(Hurdle.MANDATE, text, "mandates of the case", f"a mandate for {obj}")]
    return fitting[0], []


def _of_another(mandate: Mandate, others: frozenset[str], obj: str) -> list[Obstacle]:
    if not others:
        return []
    text = f"{obj} is not {mandate.person}'s own"
    return [Obstacle(Hurdle.MANDATE, text, "mandates of the case", f"a mandate for {', '.join(sorted(others))}")]


def _no_role(act: Act, roles: list[str]) -> Obstacle:
    return Obstacle(Hurdle.ROLE, f"to {act.title} is for: {', '.join(roles)}", "table of acts")


def _stale(attempt: Attempt, act: Act, dossier: Dossier | None) -> list[Obstacle]:
    if dossier is None or attempt.seen == dossier.head or act in NEVER_LATE:
        return []
    if attempt.seen is None:
        if act.reversible:
            return []
        text = "an act that cannot be undone must say what the person had seen of the case"
        return [Obstacle(Hurdle.STALE, text, "one door", f"look at entry {dossier.head} and judge again")]
    came = [e.act for e in dossier.entries if e.seq > attempt.seen]
    text = f"something came in since the case was looked at: {', '.join(dict.fromkeys(came)) or 'another head'}"
    return [Obstacle(Hurdle.STALE, text, "one door", f"look at entry {dossier.head} and judge again")]


def unwitnessed(act: Act) -> Obstacle:
    """That an act which cannot be undone waits until the journal is witnessed."""
    text = f"to {act.title} cannot be undone, and no witness has signed the journal as it now stands"
    return Obstacle(Hurdle.WITNESS, text, "one door", "signatures of the witnesses the office's policy asks for")


def _unread(attempt: Attempt, link: CaseLink) -> list[Obstacle]:
    """Nobody decides a link, or agrees to its dismissal, whose words the own mandates do not open.

    What bars is told in the same words for every compartment: which one it is would tell what the link is about.
    """
    held = attempt.actor.mandates_for(attempt.case, attempt.at.date())
    if link.compartment is None or open_to(held, link.compartment):
        return []
    text = "the words of this link are not open to you, and nobody decides what they have not read"
    lifts = "a decision by somebody whose mandate opens them"
    return [Obstacle(Hurdle.COMPARTMENT, text, "decision 0020 of this system", lifts)]


def _ruling(attempt: Attempt, act: Act, obj: str, dossier: Dossier | None, law: Law) -> Ruling | None:
    if dossier is None or act.id not in ACTS:
        return None
    return _judged(attempt, act, obj, dossier, law)


def _judged(attempt: Attempt, act: Act, obj: str, dossier: Dossier, law: Law, *, kind: str = "") -> Ruling:
    case = as_judged(dossier, attempt.at.date(), attempt.record)
    case = replace(case, request=replace(case.request, kind=kind or case.request.kind))
    law = with_attested_treaties(law, case)
    (ruling,) = judge_act(law, case, Asked(act, obj), Sitting(at=attempt.at.date()))
    return ruling


def _foldable(attempt: Attempt, dossier: Dossier | None, entry: NewEntry) -> None:
    """Refuse what would make the case unreadable: the entries with this one must still fold."""
    if entry.act == READ.id:
        return  # it leaves the case as it is
    before = dossier.entries if dossier else ()
    seq = before[-1].seq + 1 if before else 0
    made = Entry(seq, attempt.at, attempt.case, entry.act, entry.object, entry.actor, entry.fields)
    after = (*before, made)
    # As text once more only what has changed: a file that came in so is no other for being read or decided on.
    changed = not before or raw(after) != raw(before)
    try:
        fold(after, as_text=changed)
    except CaseFileError as error:
        fault = error.faults[0]
        raise FormError(fault.field, fault.problem, fault.mend) from error


def _barred(attempt: Attempt, obj: str, obstacles: list[Obstacle], ruling: Ruling | None = None) -> Barred:
    told: Fields = {"act": attempt.act, "obstacles": [o.as_json() for o in obstacles]}
    if ruling is not None:
        told |= {"verdict": ruling.verdict.word, "ruling": ruling.hash, "law": ruling.law}
    return Barred(NewEntry(BARRED, obj, attempt.actor.account, told), tuple(obstacles), ruling)


def _only(fields: Fields, *names: str) -> Fields:
    return {name: fields[name] for name in names if name in fields}
