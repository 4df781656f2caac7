"""Who works in the office: mandates for every case, given and ended by an administrator, who reads no case.

They are entries of the journal like everything else, under no case. An administrator cannot give a mandate to the own
account: whoever runs the system must not be able to open a case with it.
"""

from collections.abc import Iterable

from rogatory.law.acts import Role
from rogatory.office.dossier import BARRED, Entry, mandate_of, named
from rogatory.office.errors import FormError, Hurdle, Obstacle, UnknownActError, UnknownObjectError
from rogatory.office.filing import APPOINT, DISMISS, STAFFING
from rogatory.office.perform import Attempt, Barred, Done, NewEntry
from rogatory.office.plain import must_be_plain
from rogatory.people.mandates import EVERY_CASE, Mandate


def office_mandates(entries: Iterable[Entry]) -> dict[str, Mandate]:
    """The mandates the office's own entries have given and not ended, by identifier."""
    held: dict[str, Mandate] = {}
    for number, entry in enumerate(entries):
        if entry.act == APPOINT.id:
            held[named("mandate", number)] = mandate_of(EVERY_CASE, entry.fields["mandate"])
        elif entry.act == DISMISS.id:
            held.pop(entry.object, None)
    return held


def staff(attempt: Attempt, entries: Iterable[Entry]) -> Done | Barred:
    """Give or end a mandate for every case of the office.

    Args:
        attempt: Who would do what; its case is `EVERY_CASE`.
        entries: The office's own entries.

    Raises:
        UnknownActError: It is no act on the office.
        UnknownObjectError: There is no such mandate.
        FormError: What was filled in cannot be taken.
    """
    act = STAFFING.get(attempt.act)
    if act is None:
        msg = f"{attempt.act!r} is done in a case; name it"
        raise UnknownActError(msg)
    by = attempt.actor.mandates_for(EVERY_CASE, attempt.at.date(), act.by)
    if not by:
        return _barred(attempt, Obstacle(Hurdle.ROLE, f"to {act.title} is for: administrator", "table of acts"))
    role = {"role": Role.ADMINISTRATOR.value}
    if act is DISMISS:
        if attempt.object not in office_mandates(entries):
            msg = f"nobody holds a mandate {attempt.object!r} in the office"
            raise UnknownObjectError(msg)
        return Done(NewEntry(act.id, attempt.object, attempt.actor.account, role))
    must_be_plain(attempt.form)
    told = attempt.form.get("mandate") or {}
    try:
        mandate = mandate_of(EVERY_CASE, told)
    except (KeyError, TypeError, ValueError) as error:
        raise FormError("mandate", str(error), "Say account, role and first day") from error
    if mandate.account == attempt.actor.account:
        text = "nobody gives a mandate to the own account"
        return _barred(attempt, Obstacle(Hurdle.SECOND_PERSON, text, "table of acts", "another administrator"))
    fields = role | {"mandate": {k: v for k, v in told.items() if v}}
    return Done(NewEntry(act.id, mandate.account, attempt.actor.account, fields))


def found(account: str, since: str) -> NewEntry:
    """The first entry of all: the office's first administrator, appointed by nobody.

    Args:
        account: Public identifier of the account.
        since: First day, in ISO 8601.
    """
    mandate = {"account": account, "role": Role.ADMINISTRATOR.value, "since": since}
    return NewEntry(APPOINT.id, account, "", {"mandate": mandate, "role": "foundation of the office"})


def _barred(attempt: Attempt, obstacle: Obstacle) -> Barred:
    fields = {"act": attempt.act, "obstacles": [obstacle.as_json()]}
    return Barred(NewEntry(BARRED, attempt.object, attempt.actor.account, fields), (obstacle,))
