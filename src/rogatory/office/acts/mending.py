"""What the acts of breach and reparation write down: from the form to the fields, and what stands against them."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from rogatory.aftermath.breaches import ONLY_OF, Standing
from rogatory.aftermath.following import in_the_way, left_open
from rogatory.aftermath.money import MoneyError, Period, money, rate
from rogatory.aftermath.reparation import Form, Reparation, Stage
from rogatory.law.acts import Act, Role
from rogatory.law.vocabulary import remedy, state
from rogatory.letters.of_breach import Breached, Whose
from rogatory.office.acts import parts
from rogatory.office.acts.doing import Doing, Fields
from rogatory.office.acts.plain import words
from rogatory.office.errors import FormError, Hurdle, Obstacle
from rogatory.office.filing import CLOSE_BREACH, DEMAND_RETURN, FIND_BREACH, ORDER_REPARATION
from rogatory.office.folds.aftermath import TOLD_BY, aftermath_of, known
from rogatory.office.folds.dossier import Dossier, named
from rogatory.office.folds.originals import originals_of
from rogatory.people.mandates import Mandate

MENDING = frozenset({FIND_BREACH, DEMAND_RETURN, CLOSE_BREACH, ORDER_REPARATION})
"""Acts of breach and reparation beside `repair`, on which norms bear."""
_PROVES: Mapping[tuple[Breached, Whose], str] = {
    (Breached.USE, Whose.REQUESTING_STATE): remedy.use_breach.id,
    (Breached.DISCLOSURE, Whose.REQUESTING_STATE): remedy.use_breach.id,
    (Breached.ASSURANCE, Whose.REQUESTING_STATE): state.breaks_promises.id,
}
"""The question a breach of the requesting state's answers: what the law then makes of it, the norms say."""


def breaches_for(act: Act, dossier: Dossier) -> tuple[str, ...]:
    """The breaches an act can be done to; the empty one is a breach yet to be found."""
    found = aftermath_of(dossier).breaches
    if act is FIND_BREACH:
        return ("", *(b.ident for b in found.values() if b.standing is Standing.ALLEGED))
    if act is DEMAND_RETURN:
        return tuple(b.ident for b in found.values() if b.is_open)
    return tuple(b.ident for b in found.values() if b.waits)


def _breach(doing: Doing) -> Fields:
    """A breach that is found: what, whose, when, since when known, and on which entries of the case it rests."""
    kind, whose = parts.word(doing.form, "kind", Breached), parts.word(doing.form, "whose", Whose)
    if ONLY_OF.get(kind, whose) is not whose:
        raise FormError("whose", f"{kind.value} is never that of the {whose.value}", f"Write {ONLY_OF[kind].value}")
    happened, known_on = parts.day(doing, "happened", today=False), parts.day(doing, "known")
    if known_on < happened:
        raise FormError("known", f"{known_on} is before {happened}, when it happened", "Write when it became known")
    text, persons = parts.text(doing.form, "text", "Say what happened, in a sentence or two"), _persons(doing)
    told: Fields = {
        "kind": kind.value,
        "whose": whose.value,
        "of": _breached(doing),
        "happened": happened.isoformat(),
        "known": known_on.isoformat(),
        "persons": persons,
        "evidence": _evidence(doing),
    }
    gone = words(doing.form.get("gone"), "gone")
    # That somebody official found it, with reasons, is what the question of harm asks for.
    proved = (remedy.harm_done.id, *([_PROVES[kind, whose]] if (kind, whose) in _PROVES else []))
    apart = {"compartment": str(doing.form["compartment"])} if doing.form.get("compartment") else {}
    source = f"journal; {doing.by}"
    event = {"on": doing.today, "text": f"A breach was found: {text}", "source": source, **apart}
    findings = [
        {"id": f"{named('finding', doing.number)}-{place}", "question": question, "answer": "yes",
         "since": happened.isoformat(), "known": doing.today, "source": text, "by": doing.by, **apart}
        for place, question in enumerate(proved, start=1)
    ]  # fmt: skip
    adds = {"events": [event], "findings": findings}
    return {"breach": told, "text": text, "notice-owed": persons, "adds": adds, **({"gone": gone} if gone else {})}


def what_can_be_breached(dossier: Dossier) -> tuple[str, ...]:
    """Names of what a breach can be of: assurances, promises, what holds an act, what was granted or sent, entries."""
    case, challenges = dossier.case, dossier.challenges
    held = (*challenges.undertakings, *challenges.stays, *challenges.remedies, *challenges.secrecies)
    parts = (*(a.id for a in case.assurances), *(m.id for m in case.measures), *(i.id for i in case.items))
    return (*held, *parts, *case.packages, *dossier.documents, *(f"entry-{e.seq}" for e in dossier.entries))


def _breached(doing: Doing) -> str:
    """What was breached, by the name it has in the case."""
    told = str(doing.form.get("of") or "")
    if told not in what_can_be_breached(doing.the_case):
        problem = f"{told!r} is nothing of this case" if told else "it is missing"
        mend = "Name the assurance, package, measure, document, remedy, stay or undertaking, or an entry, as entry-12"
        raise FormError("of", problem, mend)
    return told


def _evidence(doing: Doing) -> list[int]:
    """The entries that show it. What is not in the case shows nothing yet: attach it first."""
    told = words(doing.form.get("evidence"), "evidence")
    there = {str(entry.seq) for entry in doing.the_case.entries}
    if not told or (strange := [one for one in told if one not in there]):
        problem = f"there is no entry {strange[0]!r} in this case" if told else "nothing shows it yet"
        raise FormError("evidence", problem, "Name entries of this case by their number; attach what came in first")
    return [int(one) for one in dict.fromkeys(told)]


def _persons(doing: Doing) -> list[str]:
    """The persons it wrongs: those named, or everybody the case concerns."""
    everybody = [p.id for p in doing.the_case.case.persons]
    told = words(doing.form.get("persons"), "persons")
    if strange := [p for p in told if p not in everybody]:
        raise FormError("persons", f"the case has no person {strange[0]!r}", f"Name of: {', '.join(everybody)}")
    return list(dict.fromkeys(told)) or everybody


def _demanded(doing: Doing) -> Fields:
    """The demand is the letter it sends."""
    if not doing.form.get("document"):
        raise FormError("document", "it is missing", "Draft and sign a letter of the kind breach; then name it")
    return {}


def _closed(doing: Doing) -> Fields:
    return {"notice-owed": list(aftermath_of(doing.the_case).breaches[doing.object].persons)}


def _ordered(doing: Doing) -> Fields:
    """What is owed, or its order: in which form, on what ground, by whom, until when, and how much."""
    form, there = doing.form, aftermath_of(doing.the_case)
    before = _named(doing, there.reparations)
    about: Fields = {"of": before.ident} if before else {}
    kind = before.form if before else parts.word(doing.form, "kind", Form)
    about["form"] = kind.value
    breach = str(form.get("breach") or (before.breach if before else ""))
    if breach and (breach not in there.breaches or doing.object not in there.breaches[breach].persons):
        raise FormError("breach", f"{breach!r} wrongs nobody of that name", f"Name of: {', '.join(there.breaches)}")
    about |= {"breach": breach} if breach else {}
    about["ground"] = (
        before.ground if before else parts.text(doing.form, "ground", "Name the decision or provision it rests on")
    )
    text = before.text if before else parts.text(doing.form, "text", "Say what is owed, in a sentence")
    about |= _sum(doing)
    if str(form.get("step") or "ordered") == "ordered":
        about |= _order(doing, kind, before)
    elif before:
        raise FormError("step", f"{before.ident} is owed already", "Order it")
    word = "ordered" if "order" in about else "said to be owed"
    event = {"on": doing.today, "text": f"Reparation was {word} ({kind.value}): {text}", "source": doing.by,
             "about": doing.object}  # fmt: skip
    return {"reparation": about, "text": text, "adds": {"events": [event]}}


def _order(doing: Doing, kind: Form, before: Reparation | None) -> Fields:
    if kind is Form.COMPENSATION and not doing.form.get("amount"):
        raise FormError("amount", "it is missing", "Compensation is ordered in money: amount and currency")
    on, until = parts.day(doing, "on"), parts.day(doing, "until", past=False, today=False)
    if until < on:
        raise FormError("until", f"{until} is before {on}, the day of the order", "Write the last day to perform it")
    told = {
        "on": on.isoformat(),
        "until": until.isoformat(),
        "by": parts.text(doing.form, "ordered-by", "Say which court or body ordered it"),
        "source": parts.text(doing.form, "decision", "Give number and day of the decision"),
        "performs": parts.text(doing.form, "performs", "Say who must perform it"),
    }
    currency = str(doing.form.get("currency") or "")
    if before and (paid := next((p.sum for p in before.performances if p.sum), None)) and paid.currency != currency:
        raise FormError("currency", f"{paid} was paid already; no sum is converted", f"Order it in {paid.currency}")
    return {"order": told, **_interest(doing)}


def _sum(doing: Doing) -> Fields:
    if not doing.form.get("amount") and not doing.form.get("currency"):
        return {}
    try:
        found = money(doing.form.get("amount"), doing.form.get("currency"))
    except MoneyError as error:
        raise FormError("amount", str(error), "Write amount and currency, as 1250.50 and EUR") from error
    return {"sum": {"amount": str(found.amount), "currency": found.currency}}


def _interest(doing: Doing) -> Fields:
    told = doing.form.get("rate")
    if not told:
        return {}
    if not doing.form.get("amount"):
        raise FormError("rate", "there is no sum it is interest on", "Give the sum, or leave the rate out")
    try:
        found = rate(told)
    except MoneyError as error:
        raise FormError("rate", str(error), "Write per cent for one period, as 5.75") from error
    period = parts.word(doing.form, "period", Period)
    since = parts.day(doing, "interest-since", past=False, today=False)
    source = parts.text(doing.form, "interest-source", "Name the law or decision that sets the rate")
    return {"interest": {"rate": str(found), "period": period.value, "since": since.isoformat(), "source": source}}


def repaired(doing: Doing) -> Fields:
    """What of reparation was performed, with what proves it; nothing where none was said to be owed.

    Raises:
        FormError: It is not said of which reparation, nothing kept in the case proves it, or too much was paid.
    """
    there = aftermath_of(doing.the_case).reparations
    one = _named(doing, there)
    waiting = [r.ident for r in there.values() if r.person == doing.object and r.stage(doing.on) is not Stage.PERFORMED]
    if one is None:
        if waiting:
            raise FormError("of", "it is missing", f"Name what is performed: {', '.join(waiting)}")
        return {}
    if one.ident not in waiting:
        raise FormError("of", f"{one.ident} is performed already", "Nothing of it is owed any more")
    on = parts.day(doing, "on")
    told: Fields = {"of": one.ident, "on": on.isoformat(), "proof": _proof(doing), **_sum(doing)}
    if "sum" in told:
        _fits(one, money(told["sum"]["amount"], told["sum"]["currency"]).currency)
        paid = money(told["sum"]["amount"], told["sum"]["currency"])
        left = one.balance(on)
        if left is not None and left.owed.amount < paid.amount:
            raise FormError("amount", f"{paid} is more than the {left.owed} owed on {on}", "Write what was paid of it")
    elif one.ordered:
        raise FormError("amount", "it is missing", f"Write how much of the {one.ordered} was paid")
    elif str(doing.form.get("whole") or "") == "yes":
        told["whole"] = True
    return {"performs": told, "text": parts.text(doing.form, "text", "Say what was done, in a sentence")}


def _fits(one: Reparation, currency: str) -> None:
    owed = one.ordered or one.sum
    if owed is None or owed.currency != currency:
        problem = f"{one.ident} is owed in {owed.currency}" if owed else f"no money was ordered of {one.ident}"
        raise FormError("currency", problem, "No sum is converted: write what was paid of what was ordered")


def _proof(doing: Doing) -> str:
    proof = str(doing.form.get("proof") or "").strip()
    kept = [d for o in originals_of(doing.the_case.entries).values() for d in (o.digest, *o.parts)]
    if proof not in kept:
        problem = f"the case keeps no document {proof[:16]!r}" if proof else "it is missing"
        raise FormError("proof", problem, "Attach what proves it first, with the act `attach`; then name its digest")
    return proof


def _named(doing: Doing, there: Mapping[str, Reparation]) -> Reparation | None:
    """The reparation an act names; None: it names none."""
    told = str(doing.form.get("of") or "")
    if not told:
        return None
    known_of = [r.ident for r in there.values() if r.person == doing.object]
    if told not in known_of:
        raise FormError("of", f"{told!r} is not owed to {doing.object}", f"Name of: {', '.join(known_of) or 'none'}")
    return there[told]


EFFECTS: Mapping[str, Callable[[Doing], Fields]] = MappingProxyType(
    {
        FIND_BREACH.id: _breach,
        DEMAND_RETURN.id: _demanded,
        CLOSE_BREACH.id: _closed,
        ORDER_REPARATION.id: _ordered,
    }
)
"""What each act of breach and reparation records; of `repair`, see `repaired`."""


def mending_obstacles(
    act: Act, obj: str, mandate: Mandate, dossier: Dossier, fields: Mapping[str, Any], on: date
) -> Iterator[Obstacle]:
    """What stands against an act of breach and reparation, for whoever does it.

    Args:
        act: The act.
        obj: Identifier of its object.
        mandate: The mandate it is done under.
        dossier: The case.
        fields: What it would record.
        on: The day.
    """
    if act is CLOSE_BREACH:
        yield from _against_closing(obj, mandate, dossier, fields, on)
    elif act is ORDER_REPARATION:
        yield from _against_the_court(mandate, dossier, fields["reparation"].get("of", ""))


def _against_closing(
    obj: str, mandate: Mandate, dossier: Dossier, fields: Mapping[str, Any], on: date
) -> Iterator[Obstacle]:
    breach = aftermath_of(dossier).breaches[obj]
    if breach.whose is Whose.OWN and mandate.role is not Role.COURT:
        text = "a breach by an authority of this state is closed by a court, and not by the authorities themselves"
        yield Obstacle(Hurdle.ROLE, text, "ECHR Art. 13; policy of this system", "the court")
    done = known(dossier, breach, on)
    for follow in in_the_way(breach, done):
        step = follow.rule.step
        whom = follow.person or "the court"
        lifts = f"notify {whom}, with day, language and manner" if follow.person else f"a letter {TOLD_BY[step]}, sent"
        yield Obstacle(Hurdle.NOTICE, f"{whom} has not been told of {obj}", follow.rule.source, lifts)
    if not fields.get("reasons") and (left_open(breach, done) or breach.standing is Standing.ALLEGED):
        text = "not everything that follows was done, or nothing was found: a human must say why it is closed"
        yield Obstacle(Hurdle.REASONS, text, "duty to give reasons", "reasons")


def _against_the_court(mandate: Mandate, dossier: Dossier, of: str) -> Iterator[Obstacle]:
    """What a court ordered, a court changes."""
    before = aftermath_of(dossier).reparations.get(of)
    if before is None or before.order is None or mandate.role is Role.COURT:
        return
    entry = next(e for e in dossier.entries if e.seq == before.orders[-1].entry)
    if entry.fields.get("role") == Role.COURT.value:
        text = f"{of} was ordered by a court, and a court alone changes that"
        yield Obstacle(Hurdle.ROLE, text, "ECHR Art. 6(1)", "the court")
