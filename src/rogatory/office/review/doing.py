"""What is done to the items of a seizure: each act with its place in the table, the wall, and what it records.

Order of the checks:

1. there is such an act, and a mandate for the case today in a role that may do it;
2. the seizure is not wholly gone, its seal is open, and the case is not closed; the person objects all the same;
3. what was filled in can be taken, and the items are there;
4. of another's items the person and counsel say nothing, and learn nothing;
5. the wall: whoever answers, looks or marks has the item opened to them; the court and the observer by what they are,
   a reviewer by a grant of the court, or once it was sifted;
6. the answer itself: by whom, for what, and over which answers (`material.questions`).

Nothing here waits for a remedy: what is answered while one runs is answered, and leaves no sooner. However many items
there are, only what was looked up of those named is needed.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, NamedTuple

from rogatory.law.acts import Act, Role
from rogatory.material.questions import ASKED, Asked, Given, Kin, Stands, Together, against
from rogatory.material.wall import Part, Sifted, Standing, tells
from rogatory.office.acts import parts
from rogatory.office.acts.plain import must_be_plain
from rogatory.office.errors import FormError, Hurdle, Obstacle, UnknownActError, UnknownObjectError
from rogatory.office.filing import (
    ANSWER_ITEM,
    DECIDE_OBJECTION,
    LIFT_TAINT,
    LOOK_AT_ITEM,
    OBJECT_TO_ITEM,
    OPEN_ITEM,
    REDACT_ITEM,
    REVIEW,
    SEVER_ITEMS,
    TAINT_ITEM,
)
from rogatory.office.folds.dossier import BARRED
from rogatory.office.folds.seizures import Seized
from rogatory.office.perform import Attempt, Barred, Done, NewEntry
from rogatory.office.review import redacting
from rogatory.office.review.folded import Objection
from rogatory.people.mandates import ONLY_FOR_A_PERSON, Mandate

SOURCE = "the review of seized material"
MOST_ITEMS = 10_000
"""Items in one act: a family or a row of duplicates, and no more."""
Fields = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Beside:
    """What whoever opens the door looked up, in the same transaction: of the items named, and of no others.

    Attributes:
        seized: The seizure; None: the case has none of this name.
        closed: Whether the case is closed.
        there: The items named that are in the seizure.
        kin: Their bytes and families.
        stands: For an answer, by item the answers to that question that stand, each with its number.
        second: For an answer, the items of which it would be the second look, of which the first was not told.
        answers: Answers given so far in the whole review.
        sifted: Tells of an item how far it is through the sift for privilege, with all that it carries.
        objections: Objections made so far.
        objection: For a decision, the objection it names; None: there is none of this number.
        origins: Those of the items named that are marked as origins of taint.
        links: Names of the links of the case that were confirmed.
        made: The redacted form that was made beforehand of what is filled in; None: none was made yet.
    """

    seized: Seized | None
    closed: bool = False
    there: frozenset[str] = frozenset()
    kin: Kin = field(default_factory=lambda: Kin({}, {}))
    stands: Stands = field(default_factory=dict)
    second: frozenset[str] = frozenset()
    answers: int = 0
    sifted: Callable[[str], Sifted] = lambda _: Sifted.NOT_YET
    objections: int = 0
    objection: Objection | None = None
    origins: frozenset[str] = frozenset()
    links: frozenset[str] = frozenset()
    made: redacting.Made | None = None


class Named(NamedTuple):
    """What an attempt names.

    Attributes:
        seizure: The seizure, as it is called in the case.
        items: The items it is done to.
        others: Items it names beside: the origin of taint, the item it is severed of.
        asked: For an answer: which question; None: it is none, or no such question is there.
        objection: For a decision: the number of the objection; 0: none.
    """

    seizure: str
    items: tuple[str, ...]
    others: tuple[str, ...]
    asked: Asked | None
    objection: int


def named_in(act: str, obj: str, form: Mapping[str, Any]) -> Named:
    """What an attempt names, for whoever looks it up; what cannot be taken is left out, and refused by `handle`.

    Args:
        act: Identifier of the act.
        obj: The seizure, as `S-1`; or with one item, as `S-1/ITEM`.
        form: What was filled in: `items`, or `item`.
    """
    seizure, _, one = obj.partition("/")
    told = form.get("items") or form.get("item") or one or ()
    items = (told,) if isinstance(told, str) else tuple(told) if isinstance(told, list | tuple) else ("",)
    # What is no list of words names nothing that is there.
    items = tuple(i if isinstance(i, str) else "" for i in items) if len(items) <= MOST_ITEMS else ("",)
    of = form.get("of") or form.get("origin")
    known = {asked.value: asked for asked in Asked}
    number = form.get("objection")
    return Named(
        seizure,
        items,
        (of,) if isinstance(of, str) else (),
        known.get(str(form.get("asked") or "")) if act == ANSWER_ITEM.id else None,
        number if act == DECIDE_OBJECTION.id and isinstance(number, int) and not isinstance(number, bool) else 0,
    )


def handle(attempt: Attempt, beside: Beside) -> Done | Barred:
    """Do something to items of a seizure, or say what stands against it.

    Args:
        attempt: Who would do what; its case is the number of the case, its object the seizure (`named_in`). Forms: to
            answer `asked`, `values`, `together`, `supersedes`, `reasons`, perhaps `authority`; to look `saw`; to object
            `reasons`; to decide `objection`, `upheld`, `reasons`, perhaps only some `items`; to sever `of`, `decision`,
            `reasons`; to taint `reasons` and `source` or `link`; to lift `origin`, `decision`, `reasons`; to redact
            `passages`, `areas` (`redacting.marks_of`), `reasons`; to open perhaps `part`.
        beside: What was looked up.

    Raises:
        UnknownActError: It is no act on items.
        UnknownObjectError: The case has no such seizure.
        FormError: What was filled in cannot be taken.
    """
    act = REVIEW.get(attempt.act)
    if act is None:
        raise UnknownActError(f"{attempt.act!r} is not done to items of a seizure")
    must_be_plain(attempt.form)
    named = named_in(act.id, attempt.object, attempt.form)
    mandates, barred = _mandates(attempt, act, named)
    if barred:
        return _barred(attempt, named, *barred)
    if beside.seized is None or not any(_knows(m, beside.seized) for m in mandates):
        raise UnknownObjectError(f"the case has no seizure {named.seizure!r}")
    if turn := _turn(act, beside, beside.seized):
        return _barred(attempt, named, *turn)
    named = _decided_items(named, beside) if act is DECIDE_OBJECTION else named
    if not named.items:
        raise FormError("items", "there is none", "Name the item")
    # What a person may not speak of is refused before it is looked for: that it is there is not told.
    allowed = [m for m in mandates if _is_theirs(m, named, act, beside.seized)]
    if not allowed:
        text = f"an item named is not among those {mandates[0].person} may speak of"
        return _barred(attempt, named, Obstacle(Hurdle.MANDATE, text, SOURCE, "an inventory that lists it"))
    mandate = next((m for m in allowed if _opens(m, named, act, beside)), None)
    if mandate is None:
        return _barred(attempt, named, _walled(allowed[0]))
    _are_there(named, beside)
    told = _EFFECTS[act.id](attempt, named, mandate, beside)
    fields = {"role": mandate.role.value, "items": list(named.items), **told}
    fields |= {"person": mandate.person} if mandate.person else {}
    return Done(NewEntry(act.id, _one_of(named), attempt.actor.account, fields))


def _mandates(attempt: Attempt, act: Act, named: Named) -> tuple[tuple[Mandate, ...], tuple[Obstacle, ...]]:
    day = attempt.at.date()
    roles = frozenset(act.by)
    if named.asked is not None:
        roles &= ASKED[named.asked].by | ASKED[named.asked].claimed_by
    if held := attempt.actor.mandates_for(attempt.case, day, roles):
        return held, ()
    if not attempt.actor.mandates_for(attempt.case, day):
        text = "there is no mandate for this case on this day"
        return (), (Obstacle(Hurdle.MANDATE, text, "mandates of the case", "a mandate registered for this case"),)
    who = ", ".join(sorted(role.value for role in roles))
    what = f"to answer of an item its {named.asked.value}" if named.asked else f"to {act.title}"
    return (), (Obstacle(Hurdle.ROLE, f"{what} is for: {who}", "table of acts"),)


def _turn(act: Act, beside: Beside, seized: Seized) -> list[Obstacle]:
    """What stands against it because of how the seizure and the case stand; of an objection nothing does."""
    found = []
    if seized.opened is None:
        found.append(("the seal is whole: nothing of the seizure is read", "the act that opens the seal"))
    if act is not OBJECT_TO_ITEM and seized.whole_gone:
        found.append(("the seizure was returned or destroyed", ""))
    if act not in (OBJECT_TO_ITEM, DECIDE_OBJECTION, OPEN_ITEM) and beside.closed:
        found.append(("the case is closed", "reopening the case"))
    return [Obstacle(Hurdle.COURSE, text, SOURCE, lifts) for text, lifts in found]


def _knows(mandate: Mandate, seized: Seized) -> bool:
    """Whether it is told that the seizure is there: beside a person, of one who held it or was given an inventory."""
    theirs = mandate.person == seized.holder or any(one.person == mandate.person for one in seized.inventories)
    return mandate.role not in ONLY_FOR_A_PERSON or theirs


def _is_theirs(mandate: Mandate, named: Named, act: Act, seized: Seized) -> bool:
    """Whether a mandate for a person concerned reaches these items; every other mandate does."""
    if mandate.role not in ONLY_FOR_A_PERSON:
        return True
    if act is OBJECT_TO_ITEM:
        return all(seized.listed_for(mandate.person, item) for item in named.items)
    return mandate.person == seized.holder


def _are_there(named: Named, beside: Beside) -> None:
    there = beside.there if beside.objection is None else beside.objection.items
    missing = [item for item in (*named.items, *named.others) if item not in there]
    if missing:
        raise FormError("items", f"the seizure has no item {missing[0][:64]!r}", "Name it as the review calls it")
    if len(set(named.items)) < len(named.items):
        raise FormError("items", "one stands twice", "Name each once")


def _opens(mandate: Mandate, named: Named, act: Act, beside: Beside) -> bool:
    """Whether what they say is open to whoever holds this mandate: nobody speaks of what they may not read."""
    if act is OBJECT_TO_ITEM:
        return True  # it is listed for them; what it says they need not have seen
    own = frozenset({beside.seized.holder}) if beside.seized else frozenset()
    seen: set[Sifted] = {beside.sifted(item) for item in (*named.items, *named.others)}
    return all(tells((mandate,), Standing(sifted, own=own), Part.TEXT) for sifted in seen)


def _walled(mandate: Mandate) -> Obstacle:
    lifts = "the sift of the observer or the court" + (
        ", or a grant of the court" if mandate.role is Role.REVIEWER else ""
    )
    text = f"what it says is not open to the {mandate.role.value}"
    return Obstacle(Hurdle.COMPARTMENT, text, "ECHR, Article 8; Saber v. Norway; decision 0026 of this system", lifts)


def _answered(attempt: Attempt, named: Named, mandate: Mandate, beside: Beside) -> Fields:
    form = attempt.form
    if named.asked is None:
        kinds = ", ".join(one.value for one in Asked)
        raise FormError("asked", f"{form.get('asked')!r} is no question", f"Write one of: {kinds}")
    values = form.get("values")
    if not isinstance(values, Mapping) or not all(isinstance(v, str) for v in values.values()):
        raise FormError("values", "they are missing", "Give an answer by the identifier of each part of the question")
    together = {one.value: one for one in Together}.get(str(form.get("together") or Together.ALONE.value))
    if together is None:
        ways = ", ".join(one.value for one in Together)
        raise FormError("together", f"{form.get('together')!r} is no such way", f"Write one of: {ways}")
    over = form.get("supersedes") or []
    if not isinstance(over, list | tuple) or not all(isinstance(n, int) and not isinstance(n, bool) for n in over):
        raise FormError("supersedes", "it is no list of numbers", "Name the answers that stand, by number")
    authority = str(form.get("authority") or "").strip() or f"mandate of {mandate.since.isoformat()}"
    reasons = parts.text(form, "reasons", "Say why it is answered so")
    # A second look replaces nothing, whatever it names: its answer stands beside the first.
    second = beside.second & frozenset(named.items)
    replaced = {n for item in named.items if item not in second for n, _ in beside.stands.get(item, ())}
    aside = {n for item in second for n, _ in beside.stands.get(item, ())} - replaced
    given = Given(
        named.items, named.asked, dict(values), attempt.actor.account, mandate.role, authority, reasons,
        attempt.at.date(), together, frozenset(over) - aside, second,
    )  # fmt: skip
    if problem := against(given, beside.kin, beside.stands):
        raise FormError("answer", problem, "Look at the item again, and answer what stands now")
    answers: Fields = {"number": beside.answers + 1, "asked": given.asked.value, "values": dict(given.values),
               "together": together.value, "supersedes": sorted(given.supersedes)}  # fmt: skip
    if second:
        same = (item for item in second if all(one.values == given.values for _, one in beside.stands[item]))
        answers |= {"second": sorted(second), "agrees": sorted(same)}
    return {"answers": answers, "authority": authority, "reasons": reasons}


def _looked(attempt: Attempt, named: Named, mandate: Mandate, beside: Beside) -> Fields:
    _one(named)
    return {"saw": parts.text(attempt.form, "saw", "Say what it is that was seen")}


def _objected(attempt: Attempt, named: Named, mandate: Mandate, beside: Beside) -> Fields:
    return {
        "number": beside.objections + 1,
        "reasons": parts.text(attempt.form, "reasons", "Say why it must not be sent"),
    }


def _decided_items(named: Named, beside: Beside) -> Named:
    if beside.objection is None:
        raise FormError("objection", f"there is no objection {named.objection}", "Name it by its number")
    left = beside.objection.undecided
    items = named.items or tuple(sorted(left))
    if not items or not left.issuperset(items):
        raise FormError("items", "nothing of them waits for a decision", "Name items of the objection not decided yet")
    return named._replace(items=items)


def _decided(attempt: Attempt, named: Named, mandate: Mandate, beside: Beside) -> Fields:
    upheld = attempt.form.get("upheld")
    if not isinstance(upheld, bool):
        raise FormError("upheld", f"{upheld!r} is no decision", "Write true where the items stay, else false")
    decides = {"objection": named.objection, "upheld": upheld}
    return {"decides": decides, "reasons": parts.text(attempt.form, "reasons", "Give the reasons of the decision")}


def _severed(attempt: Attempt, named: Named, mandate: Mandate, beside: Beside) -> Fields:
    return _ruled(attempt, named, "of", "Name the item of which it carries nothing")


def _tainted(attempt: Attempt, named: Named, mandate: Mandate, beside: Beside) -> Fields:
    form, link = attempt.form, str(attempt.form.get("link") or "").strip()
    if link and link not in beside.links:
        raise FormError("link", f"the case has no confirmed link {link!r}", "Confirm it first, or name other material")
    source = link or parts.text(form, "source", "Say on what it rests: a link of the case, a screen, a document")
    return {"source": source, "reasons": parts.text(form, "reasons", "Say what speaks for ill-treatment")}


def _lifted(attempt: Attempt, named: Named, mandate: Mandate, beside: Beside) -> Fields:
    told = _ruled(attempt, named, "origin", "Name the item that taints it")
    if told["of"] not in beside.origins:
        raise FormError("origin", "it is not marked as an origin of taint", "Name the item that was marked")
    return told


def _ruled(attempt: Attempt, named: Named, field: str, mend: str) -> Fields:
    """A court's decision on two items, with its number and its reasons."""
    _one(named)
    if not named.others:
        raise FormError(field, "it is missing", mend)
    if field == "of" and named.others[0] == named.items[0]:
        raise FormError(field, "it is the same item", mend)
    decision = parts.text(attempt.form, "decision", "Give the number of the decision")
    return {
        "of": named.others[0],
        "decision": decision,
        "reasons": parts.text(attempt.form, "reasons", "Give the reasons"),
    }


def _redacted(attempt: Attempt, named: Named, mandate: Mandate, beside: Beside) -> Fields:
    _one(named)
    marks = redacting.marks_of(attempt.form)
    reasons = parts.text(attempt.form, "reasons", "Say why it is hidden")
    # Whether it may be done at all is asked before it is made; what then records it names what was made.
    return {**(redacting.told(marks, beside.made) if beside.made else {}), "reasons": reasons}


def _read(attempt: Attempt, named: Named, mandate: Mandate, beside: Beside) -> Fields:
    _one(named)
    return {"sifted": beside.sifted(named.items[0]).value}


def _one(named: Named) -> None:
    if len(named.items) != 1:
        raise FormError("items", "there are several", "Name one item")


_Effect = Callable[[Attempt, Named, Mandate, Beside], Fields]
_EFFECTS: Mapping[str, _Effect] = MappingProxyType(
    {
        ANSWER_ITEM.id: _answered,
        LOOK_AT_ITEM.id: _looked,
        OBJECT_TO_ITEM.id: _objected,
        DECIDE_OBJECTION.id: _decided,
        SEVER_ITEMS.id: _severed,
        TAINT_ITEM.id: _tainted,
        LIFT_TAINT.id: _lifted,
        REDACT_ITEM.id: _redacted,
        OPEN_ITEM.id: _read,
    }
)


def _barred(attempt: Attempt, named: Named, *obstacles: Obstacle) -> Barred:
    told: Fields = {"act": attempt.act, "obstacles": [o.as_json() for o in obstacles]}
    return Barred(NewEntry(BARRED, _one_of(named), attempt.actor.account, told), obstacles)


def _one_of(named: Named) -> str:
    """The object of an entry: the item, where it is one."""
    return named.items[0][:64] if len(named.items) == 1 else ""
