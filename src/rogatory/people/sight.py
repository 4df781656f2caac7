"""Who sees what of a case: one table, by role."""

from collections.abc import Iterable
from enum import IntEnum
from types import MappingProxyType

from rogatory.law.acts import Role
from rogatory.people.mandates import Mandate


class Sight(IntEnum):
    """How much of a case is seen; a higher value sees more."""

    NOTHING = 0
    """Not even that the case exists."""
    STATUS = 1
    """Where the request stands, and what was sent."""
    OWN = 2
    """The file as it concerns one person: requests, rulings, findings about the person, what was done, who read it."""
    MATERIAL = 3
    """The material under review and the questions about it; not the investigation."""
    FILE = 4
    """The whole file, without the compartments a mandate does not open."""


SEES = MappingProxyType(
    {
        Role.CLERK: Sight.FILE,
        Role.CENTRAL_AUTHORITY: Sight.FILE,
        Role.PROSECUTOR: Sight.FILE,
        Role.INVESTIGATING_JUDGE: Sight.FILE,
        Role.COURT: Sight.FILE,
        Role.GOVERNMENT: Sight.FILE,
        Role.NOTICE_BUREAU: Sight.FILE,
        Role.REVIEWER: Sight.MATERIAL,
        Role.PRIVILEGE_OBSERVER: Sight.MATERIAL,
        Role.COUNSEL: Sight.OWN,
        Role.PERSON_CONCERNED: Sight.OWN,
        Role.INTERVENER: Sight.NOTHING,
        Role.LIAISON: Sight.STATUS,
        Role.AUDITOR: Sight.FILE,
        Role.ADMINISTRATOR: Sight.NOTHING,
        Role.CUSTODIAN: Sight.NOTHING,
        Role.STANDING_QUERY: Sight.NOTHING,
    }
)
"""What each role sees. A role that is missing here sees nothing, and a test fails."""


def sight(mandates: Iterable[Mandate]) -> Sight:
    """The most that any of `mandates` lets see; nothing without one."""
    return max((SEES.get(m.role, Sight.NOTHING) for m in mandates), default=Sight.NOTHING)
