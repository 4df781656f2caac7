"""Which time limits of a case somebody sees, and who of the office answers for each."""

from collections.abc import Collection, Iterable, Mapping
from types import MappingProxyType

from rogatory.law.acts import Role
from rogatory.law.time_limits.rules import Nature
from rogatory.office.folds.dossier import Dossier
from rogatory.office.folds.limits import limits, limits_of
from rogatory.office.folds.withheld import as_told
from rogatory.people.sight import Sight
from rogatory.remedies.deadlines import Limit
from rogatory.remedies.secrecy import Secrecy

_OFFICE = (Role.CENTRAL_AUTHORITY, Role.PROSECUTOR, Role.INVESTIGATING_JUDGE)
ANSWERS_FOR: Mapping[str, tuple[Role, ...]] = MappingProxyType(
    {
        "office": _OFFICE,
        "consultation": _OFFICE,
        "author": (Role.PROSECUTOR, Role.INVESTIGATING_JUDGE),
        "prosecutor": (Role.PROSECUTOR,),
        "judge": (Role.INVESTIGATING_JUDGE,),
        "court": (Role.COURT,),
        "state": (Role.CENTRAL_AUTHORITY,),
        "bureau": (Role.NOTICE_BUREAU, Role.CENTRAL_AUTHORITY),
        "body": (Role.CENTRAL_AUTHORITY, Role.NOTICE_BUREAU),
        "authority": (Role.CENTRAL_AUTHORITY,),
        "person": (Role.COUNSEL, Role.PERSON_CONCERNED),
        "third-party": (Role.COUNSEL, Role.PERSON_CONCERNED),
    }
)
"""Who answers for a time limit, by whom its rule binds (`Rule.by`). For what somebody outside has to do, the central
authority looks after it; for what binds a person, that person and counsel."""
WARNED_OF = frozenset({Nature.REMEDY, Nature.DUTY, Nature.LIBERTY})
"""Limits of which somebody is warned: not of the day before which nothing can be asked."""


def limits_seen(
    dossier: Dossier, sight: Sight, persons: Iterable[str] = (), kept: Collection[Secrecy] = ()
) -> tuple[Limit, ...]:
    """The time limits of a case that somebody sees, in the order of what starts them.

    Args:
        dossier: The case, as it stands or stood.
        sight: How much of it is seen. With the whole file all of them are; beside a person that person's own, and those
            others must keep towards that person; otherwise none.
        persons: The own persons.
        kept: What keeps something from them today (`withheld.restrictions`).
    """
    if sight is Sight.FILE:
        return limits(dossier)
    if sight is not Sight.OWN:
        return ()
    told = as_told(dossier, kept)
    found = {one.ident: one for person in sorted(persons) for one in limits_of(told, person)}
    return tuple(sorted(found.values(), key=lambda one: (one.entry, one.ident)))
