"""Who works in the office: accounts, and mandates for every case, kept by administrators, who read no case.

They are entries of the journal like everything else, under no case. An entry names an account by its public identifier
and holds neither name nor address. Whoever runs the system must not be able to open a case with it:

- nobody gives a mandate to the own account;
- nor to an account whose link for the first sign-in they had in hand, and nobody gives such a link to an account they
  gave a mandate, because they could be that account's owner (only an office that has one administrator appoints its
  second one so);
- the same holds for whoever keeps a register: custodians are appointed here, each for one register;
- nobody closes the own account or takes away its own second factors;
- an administrator without an end stays, whatever is done.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from rogatory.law.acts import Act, Role
from rogatory.office.acts.plain import must_be_plain
from rogatory.office.against.granting import granting_obstacles
from rogatory.office.errors import FormError, Hurdle, Obstacle, UnknownActError, UnknownObjectError
from rogatory.office.filing import (
    APPOINT,
    CLOSE_ACCOUNT,
    DISMISS,
    NEW_LINK,
    OPEN_ACCOUNT,
    REOPEN_ACCOUNT,
    RESET_FACTORS,
    STAFFING,
)
from rogatory.office.folds.dossier import BARRED, Entry, mandate_of, named
from rogatory.office.perform import Attempt, Barred, Done, NewEntry
from rogatory.people.mandates import EVERY_CASE, Mandate, is_register, stream_of

SOURCE = "office rules"
REGISTER_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,29}")
"""What a register may be called."""
ANOTHER = "another administrator; an office that has one appoints a second one first"
NEEDS_REASONS: Mapping[str, str] = {
    CLOSE_ACCOUNT.id: "why the account is closed",
    REOPEN_ACCOUNT.id: "why the account is opened again",
    RESET_FACTORS.id: "how it was made sure who asks",
}
"""What the reasons of an act must say."""


@dataclass(frozen=True, slots=True)
class Staff:
    """The people of the office, as its own entries make them.

    Attributes:
        mandates: Mandates for every case given and not ended, by identifier.
        custodians: Mandates for registers given and not ended, by identifier; their case is `stream_of` the register.
        closed: Accounts that are closed.
        linked: For an account, who gave it its last link for the first sign-in; an account that the office was founded
            with has none.
        given: For a mandate, who gave it; empty for the one the office was founded with.
    """

    mandates: Mapping[str, Mandate]
    custodians: Mapping[str, Mandate]
    closed: frozenset[str]
    linked: Mapping[str, str]
    given: Mapping[str, str]

    def administrators(self, on: date) -> frozenset[str]:
        """Accounts that may administer the office on the day `on`."""
        return frozenset(m.account for m in self._administering(on).values())

    def lasting_without(self, on: date, *, mandate: str = "", account: str = "") -> bool:
        """Whether some administrator without an end is left on the day `on` when this mandate or account is gone."""
        left = self._administering(on)
        return any(m.until is None for ident, m in left.items() if ident != mandate and m.account != account)

    def alone(self, account: str, second: str, on: date) -> bool:
        """Whether nobody but `account`, and the `second` one it brings in, administers the office on the day `on`."""
        return self.administrators(on) <= {account, second}

    def roles_from(self, giver: str, account: str) -> frozenset[Role]:
        """The roles in which `account` holds mandates that `giver` gave."""
        held = {**self.mandates, **self.custodians}
        return frozenset(m.role for i, m in held.items() if m.account == account and self.given.get(i) == giver)

    def _administering(self, on: date) -> dict[str, Mandate]:
        return {
            ident: m
            for ident, m in self.mandates.items()
            if m.role is Role.ADMINISTRATOR and m.covers(EVERY_CASE, on) and m.account not in self.closed
        }


def staff_of(entries: Iterable[Entry]) -> Staff:
    """The people of the office, folded from its own entries in their order."""
    held: dict[str, Mandate] = {}
    keeping: dict[str, Mandate] = {}
    closed: set[str] = set()
    linked: dict[str, str] = {}
    given: dict[str, str] = {}
    for number, entry in enumerate(entries):
        match entry.act:
            case APPOINT.id:
                mandate = _mandate_of(entry.fields["mandate"])
                (keeping if is_register(mandate.case) else held)[named("mandate", number)] = mandate
                given[named("mandate", number)] = entry.actor
            case DISMISS.id:
                held.pop(entry.object, None)
                keeping.pop(entry.object, None)
            case OPEN_ACCOUNT.id | NEW_LINK.id:
                linked[entry.object] = entry.actor
            case CLOSE_ACCOUNT.id:
                closed.add(entry.object)
            case REOPEN_ACCOUNT.id:
                closed.discard(entry.object)
            case _:
                pass
    return Staff(held, keeping, frozenset(closed), linked, given)


def _mandate_of(told: Mapping[str, Any]) -> Mandate:
    """The mandate an entry of the office tells of: for every case, or for the register it names.

    Raises:
        ValueError: It names something no register is called by, or as `dossier.mandate_of` says.
        KeyError: A part is missing.
    """
    register = str(told.get("register") or "")
    if register and not REGISTER_ID.fullmatch(register):
        msg = f"no register is called {register!r}: small letters, digits and hyphens, thirty at most"
        raise ValueError(msg)
    return mandate_of(stream_of(register) if register else EVERY_CASE, told)


def staff(attempt: Attempt, entries: Iterable[Entry]) -> Done | Barred:
    """Open, close or mend an account, or give or end a mandate for every case of the office.

    Args:
        attempt: Who would do what; its case is `EVERY_CASE`, its object an account, or the mandate to end.
        entries: The office's own entries.

    Raises:
        UnknownActError: It is no act on the office.
        UnknownObjectError: There is no such mandate, or no account is named.
        FormError: What was filled in cannot be taken.
    """
    act = STAFFING.get(attempt.act)
    if act is None:
        msg = f"{attempt.act!r} is done in a case; name it"
        raise UnknownActError(msg)
    if not attempt.actor.mandates_for(EVERY_CASE, attempt.at.date(), act.by):
        return _barred(attempt, Obstacle(Hurdle.ROLE, f"to {act.title} is for: administrator", "table of acts"))
    must_be_plain(attempt.form)
    office = staff_of(entries)
    match act.id:
        case APPOINT.id:
            return _appoint(attempt, office)
        case DISMISS.id:
            return _dismiss(attempt, office)
        case _:
            return _account(attempt, act, office)


def found(account: str, since: str) -> NewEntry:
    """The first entry of all: the office's first administrator, appointed by nobody.

    Args:
        account: Public identifier of the account.
        since: First day, in ISO 8601.
    """
    mandate = {"account": account, "role": Role.ADMINISTRATOR.value, "since": since}
    return NewEntry(APPOINT.id, account, "", {"mandate": mandate, "role": "foundation of the office"})


def _appoint(attempt: Attempt, office: Staff) -> Done | Barred:
    told = attempt.form.get("mandate") or {}
    try:
        mandate = _mandate_of(told)
    except (KeyError, TypeError, ValueError) as error:
        raise FormError("mandate", str(error), "Say account, role, first day; of a custodian the register") from error
    me = attempt.actor.account
    if mandate.account in office.closed:
        raise FormError("mandate.account", "the account is closed", "Open it again first")
    if mandate.account == me:
        return _needs_another(attempt, "nobody gives a mandate to the own account")
    if against := tuple(granting_obstacles(attempt.actor, mandate, EVERY_CASE, attempt.at.date())):
        return _barred(attempt, *against)
    second = mandate.role is Role.ADMINISTRATOR and office.alone(me, mandate.account, attempt.at.date())
    if office.linked.get(mandate.account) == me and not second:
        return _needs_another(attempt, "who gave an account its link for the first sign-in gives it no mandate")
    return _done(attempt, mandate.account, mandate={k: v for k, v in told.items() if v})


def _dismiss(attempt: Attempt, office: Staff) -> Done | Barred:
    ended = office.mandates.get(attempt.object) or office.custodians.get(attempt.object)
    if ended is None:
        msg = f"nobody holds a mandate {attempt.object!r} in the office"
        raise UnknownObjectError(msg)
    if ended.role is Role.ADMINISTRATOR and not office.lasting_without(attempt.at.date(), mandate=attempt.object):
        return _needs_another(attempt, "no administrator without an end would be left")
    return _done(attempt, attempt.object)


def _account(attempt: Attempt, act: Act, office: Staff) -> Done | Barred:
    account, me = attempt.object, attempt.actor.account
    if not account:
        msg = f"to {act.title}: name the account"
        raise UnknownObjectError(msg)
    if (account in office.closed) != (act is REOPEN_ACCOUNT):
        state = "closed" if account in office.closed else "open"
        raise FormError("object", f"the account is {state}", "Look at it again")
    reasons = str(attempt.form.get("reasons") or "").strip()
    if act.id in NEEDS_REASONS and not reasons:
        text = f"to {act.title}, say {NEEDS_REASONS[act.id]}"
        return _barred(attempt, Obstacle(Hurdle.REASONS, text, SOURCE, "reasons"))
    if account == me:
        return _needs_another(attempt, f"nobody does this to the own account: {act.title}")
    if act is CLOSE_ACCOUNT and not office.lasting_without(attempt.at.date(), account=account):
        return _needs_another(attempt, "no administrator without an end would be left")
    if act is NEW_LINK and (roles := office.roles_from(me, account)):
        second = roles == {Role.ADMINISTRATOR} and office.alone(me, account, attempt.at.date())
        if not second:
            return _needs_another(attempt, "who gave an account a mandate gives it no link for the first sign-in")
    return _done(attempt, account, **({"reasons": reasons} if reasons else {}))


def _done(attempt: Attempt, obj: str, **fields: Any) -> Done:  # noqa: ANN401 - as an entry holds them
    told = {"role": Role.ADMINISTRATOR.value, **fields}
    return Done(NewEntry(attempt.act, obj, attempt.actor.account, told))


def _needs_another(attempt: Attempt, text: str) -> Barred:
    return _barred(attempt, Obstacle(Hurdle.SECOND_PERSON, text, SOURCE, ANOTHER))


def _barred(attempt: Attempt, *obstacles: Obstacle) -> Barred:
    fields = {"act": attempt.act, "obstacles": [o.as_json() for o in obstacles]}
    return Barred(NewEntry(BARRED, attempt.object, attempt.actor.account, fields), obstacles)
