"""The kinds of work there are: one table, with who may ask for which and how often the others come due."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum
from types import MappingProxyType
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from rogatory.law.acts import Role
from rogatory.registry.jobs import duties, orders, queue, seizures
from rogatory.registry.jobs.handle import Handle


class Lane(Enum):
    """Who waits for whom: within a lane one piece is done after the other, and no lane waits for another."""

    QUICK = "quick"
    """What must not wait: witnesses, subscribers."""
    READING = "reading"
    """What somebody at a desk waits for: documents that came in."""
    LONG = "long"
    """What may take hours."""
    SEIZURES = "seizures"
    """What may take days: reading what was seized, and what is built of it."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of work.

    Attributes:
        title: What it is, in words.
        run: Does it, and returns what came of it; must come out the same when it is done twice.
        counted: What its progress counts; None: it tells none.
        every: How long after it was done it is due again; None: it is done when somebody asks for it.
        asked_by: Roles of which one, held in every case of the office, lets ask for it here; none: it is asked for in a
            case.
        lane: In which lane it is done.
    """

    title: Promise
    run: Callable[[Handle], dict[str, Any]]
    counted: Promise | None = None
    every: timedelta | None = None
    asked_by: frozenset[Role] = frozenset()
    lane: Lane = Lane.LONG


AUDITOR, ADMINISTRATOR = Role.AUDITOR, Role.ADMINISTRATOR
DAY = timedelta(days=1)
KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        "deliver": Kind(
            _("Tell subscribers what happened"), duties.deliver, every=timedelta(seconds=10), lane=Lane.QUICK
        ),
        "witness": Kind(
            _("Have witnesses sign the journal"), duties.witness, every=timedelta(seconds=10), lane=Lane.QUICK
        ),
        "stamp": Kind(_("Have the journal's day stamped"), duties.stamp, every=DAY, lane=Lane.QUICK),
        "judge": Kind(_("Judge every open case anew"), duties.judge, _("Cases"), every=timedelta(hours=1)),
        "reassess": Kind(
            _("Judge open cases anew where the record of a state changed"),
            duties.reassess,
            _("Cases"),
            every=timedelta(seconds=10),
        ),
        "screen": Kind(_("Match open cases with the registers"), duties.screen, _("Cases"), every=timedelta(hours=1)),
        "remind": Kind(_("Remind by letter of time limits"), duties.remind, _("People"), every=timedelta(hours=1)),
        "read-mail": Kind(
            _("Read what came in"), duties.read_mail, _("Documents"), every=timedelta(seconds=5), lane=Lane.READING
        ),
        "tidy": Kind(_("Clear what has run out"), duties.tidy, every=DAY),
        "audit": Kind(_("Audit the journal"), orders.audit, _("Entries"), asked_by=frozenset({AUDITOR, ADMINISTRATOR})),
        "export": Kind(_("Export the journal"), orders.export, _("Entries"), asked_by=frozenset({AUDITOR})),
        "rebuild": Kind(
            _("Make the lists anew from the journal"), orders.rebuild, _("Cases"), asked_by=frozenset({ADMINISTRATOR})
        ),
        queue.READ_SEIZURE: Kind(_("Read a seizure"), seizures.read, _("Contents"), lane=Lane.SEIZURES),
        queue.BUILD_PACKAGE: Kind(_("Build a package"), seizures.build, lane=Lane.SEIZURES),
        queue.DESTROY_COPIES: Kind(_("Destroy copies of what was seized"), seizures.destroy, lane=Lane.SEIZURES),
    }
)
"""Every kind, by its name."""
DUTIES = tuple(name for name, kind in KINDS.items() if kind.every)
QUICK, READING, LONG, SEIZURES = (tuple(name for name, kind in KINDS.items() if kind.lane is lane) for lane in Lane)
