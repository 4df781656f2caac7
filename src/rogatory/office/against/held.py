"""What stands against an act because something is challenged, stayed, promised or kept back."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from rogatory.aftermath.breaches import HOLD, holding
from rogatory.examination.inquiries.holding import LIFTS, SAYS, SOURCE
from rogatory.examination.notices.holding import LIFTS as CHECK_LIFTS
from rogatory.examination.notices.holding import SOURCE as CHECKED
from rogatory.examination.notices.holding import says as check_says
from rogatory.law.acts import DESTROY_MATERIAL, PROTECT, Act, Role
from rogatory.law.sources import Basis
from rogatory.office.acts.hearing import hearing_obstacles
from rogatory.office.acts.inquiring import INQUIRING, inquiry_obstacles
from rogatory.office.acts.mending import MENDING, mending_obstacles
from rogatory.office.acts.protecting import protecting_obstacles
from rogatory.office.acts.seizing import seizure_obstacles
from rogatory.office.acts.serving import moving_obstacles, service_obstacles
from rogatory.office.errors import Hurdle, Obstacle
from rogatory.office.filing import (
    ACCEPT_MANDATE,
    CLOSE_BREACH,
    END_MANDATE,
    END_UNDERTAKING,
    EXTEND_LIMIT,
    INVITE_COUNSEL,
    LIFT_STAY,
    LODGE_REMEDY,
    ORDER_STAY,
    RECORD_SERVICE,
    REPORT_INCIDENT,
    SET_HEARING,
    SUSPEND_LIMIT,
    WITHDRAW_REMEDY,
)
from rogatory.office.folds.aftermath import aftermath_of
from rogatory.office.folds.answered import nobody_knows_how_long
from rogatory.office.folds.dossier import Dossier
from rogatory.office.folds.inquiries import inquiries_holding
from rogatory.office.folds.limits import windows
from rogatory.office.folds.notices import open_for
from rogatory.people.mandates import Mandate
from rogatory.remedies.holds import Body, Ending, Hold, Undertaking, holds_on

_TABLE = "table of acts"
_MANDATES = "mandates of the case"


def holds(act: str, dossier: Dossier, on: date) -> Iterator[Hold]:
    """What closes an act on a day: remedies that run, stays, undertakings, what is kept from a person, open breaches.

    Args:
        act: Identifier of the act.
        dossier: The case.
        on: The day.
    """
    yield from holds_on(act, dossier.challenges, on)
    for breach, text in holding(act, aftermath_of(dossier).breaches):
        yield Hold(breach.ident, text, HOLD, CLOSE_BREACH.id)


def hold_obstacles(act: Act, obj: str, dossier: Dossier, on: date) -> list[Obstacle]:
    """What closes an act on an object on a day, as obstacles; allegations and the check of a notice too.

    What is said of an allegation names nobody, and no two of them tell more than one.
    """
    found = [Obstacle(Hurdle.HOLD, h.text, h.source, h.lifts) for h in holds(act.id, dossier, on)]
    for standing in dict.fromkeys(a.standing for a in inquiries_holding(act, obj, dossier)):
        found.append(Obstacle(Hurdle.HOLD, SAYS[standing], f"{SOURCE} ({Basis.POLICY.value})", LIFTS[standing]))
    if open_ := open_for(act, obj, dossier, on):
        found.append(Obstacle(Hurdle.HOLD, check_says(open_), f"{CHECKED} ({Basis.POLICY.value})", CHECK_LIFTS))
    return found


def challenge_obstacles(
    act: Act, obj: str, mandate: Mandate, dossier: Dossier, fields: Mapping[str, Any], on: date
) -> list[Obstacle]:
    """What stands against an act on a remedy, stay, undertaking, hearing or mandate, for whoever does it.

    Args:
        act: The act.
        obj: Identifier of its object.
        mandate: The mandate it is done under.
        dossier: The case.
        fields: What it would record.
        on: The day.
    """
    if act in (SUSPEND_LIMIT, EXTEND_LIMIT):
        return moving_obstacles(act, obj, mandate, dossier)
    if act is RECORD_SERVICE:
        return service_obstacles(obj, mandate, dossier, fields)
    if act is SET_HEARING:
        return hearing_obstacles(fields, dossier)
    if act in MENDING:
        return list(mending_obstacles(act, obj, mandate, dossier, fields, on))
    if act is DESTROY_MATERIAL:
        return list(seizure_obstacles(act, dossier))
    if act in (PROTECT, REPORT_INCIDENT):
        return protecting_obstacles(act, obj, mandate, dossier, fields, on)
    if act in INQUIRING:
        return list(inquiry_obstacles(act, obj, mandate, dossier, fields))
    return list(_against(act, obj, mandate, dossier, fields, on))


def _against(
    act: Act, obj: str, mandate: Mandate, dossier: Dossier, fields: Mapping[str, Any], on: date
) -> Iterator[Obstacle]:
    found = dossier.challenges
    if act in (WITHDRAW_REMEDY, LODGE_REMEDY):
        name = obj if act is WITHDRAW_REMEDY else fields["lodges"].get("of", "")
        yield from _of_another(mandate, found.remedies[name].person, name) if name else ()
    elif act is ORDER_STAY:
        yield from _not_the_court(mandate, Body(fields["stays"]["body"]))
    elif act is LIFT_STAY:
        yield from _not_the_court(mandate, found.stays[obj].body)
    elif act is END_UNDERTAKING:
        yield from _binds(mandate, found.undertakings[obj], dossier, on)
    elif act is INVITE_COUNSEL and fields["invites"]["account"] == mandate.account:
        yield Obstacle(Hurdle.MANDATE, "nobody gives a mandate to the own account", _MANDATES, "another account")
    elif act is END_MANDATE:
        yield from _not_own_counsel(mandate, dossier.mandates[obj])
    elif act is ACCEPT_MANDATE and dossier.invitations[obj].account != mandate.account:
        yield Obstacle(Hurdle.MANDATE, "this mandate was offered to somebody else", _MANDATES)


def _of_another(mandate: Mandate, person: str, name: str) -> Iterator[Obstacle]:
    if mandate.person and mandate.person != person:
        text = f"{name} was lodged for another person"
        yield Obstacle(Hurdle.MANDATE, text, _MANDATES, f"a mandate for {person}")


def _not_the_court(mandate: Mandate, body: Body) -> Iterator[Obstacle]:
    if body.is_of_the_state and mandate.role is not Role.COURT:
        yield Obstacle(Hurdle.ROLE, f"what a {body.value} orders and lifts, the court enters itself", _TABLE)


def _binds(mandate: Mandate, promise: Undertaking, dossier: Dossier, on: date) -> Iterator[Obstacle]:
    """What keeps a promise from ending: its own rule."""
    source = "Policy of this system, an undertaking binds"
    match promise.ending:
        case Ending.REMEDIES_END if dossier.remedies:
            waiting = ", ".join(dossier.remedies)
            yield Obstacle(Hurdle.HOLD, f"it binds while a remedy runs: {waiting}", source, "the end of every remedy")
        case Ending.REMEDIES_END if windows(dossier, on):
            text = "it binds while a remedy can still be lodged"
            yield Obstacle(Hurdle.HOLD, text, source, "service on everybody, and the end of the time to lodge one")
        case Ending.REMEDIES_END if nobody_knows_how_long(dossier):
            text = "nobody has said whether the last ruling on a remedy can still be challenged"
            yield Obstacle(Hurdle.HOLD, text, source, "an answer to the question remedy.period_running")
        case Ending.ON_A_DAY if promise.until is not None and on < promise.until:
            yield Obstacle(Hurdle.HOLD, f"it binds until {promise.until}", source, "that day")
        case Ending.BY_COURT if mandate.role is not Role.COURT:
            yield Obstacle(Hurdle.ROLE, "only a court releases this undertaking", source)
        case _:
            pass


def _not_own_counsel(mandate: Mandate, ended: Mandate) -> Iterator[Obstacle]:
    if mandate.person and (ended.role is not Role.COUNSEL or ended.person != mandate.person):
        text = "the person concerned and counsel end a mandate of that person's counsel, and no other"
        yield Obstacle(Hurdle.MANDATE, text, _MANDATES, "the office that gave it")
