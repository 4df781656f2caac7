"""Which band a link falls in: what it asks of the office, by what was met and how surely.

The bars are low on purpose: a link too many costs somebody minutes, a link too few may cost somebody all. No band is a
statement about a person.
"""

from rogatory.linkage.evidence import Closeness
from rogatory.linkage.model import Band
from rogatory.linkage.paths import Tie
from rogatory.linkage.proposals import Met
from rogatory.registers.model import RegisterKind

SETTLED = (Closeness.IDENTICAL, Closeness.SAME_FACTS)
"""Classes in which two proceedings count as one."""
_GONE = ("withdrawn", "deleted", "refused")
_NEAR = ("relative", "co-accused", "associate")
"""Roles of persons who stand in an entry beside the one it is about."""


def grave(kind: RegisterKind, status: str) -> bool:
    """Whether an entry is one before which nothing is done unexamined; a status that is not said counts as one that is.

    A notice that stands and a request that was executed are known here for the reader, and bar nothing.
    """
    match kind:
        case RegisterKind.NOTICES:
            return status in _GONE
        case RegisterKind.REQUESTS:
            return status == "refused"
        case RegisterKind.PROTECTION | RegisterKind.FINDINGS:
            return status != "refused"
        case RegisterKind.VICTIMS | RegisterKind.DEFENDERS:
            return True


def band_of_person(met: Met, *, settles: bool, compared: Band) -> Band:
    """The band of a link by person.

    Args:
        met: What was met.
        settles: Whether the evidence settles that the two are one.
        compared: Band of the comparison: of a name alone, whether it is rare and complete, or common, or a trace.
    """
    if not settles and compared is not Band.MUST_EXAMINE:
        return compared
    about = met.role not in (*_NEAR, "party")
    heavy = met.kind in (RegisterKind.PROTECTION, RegisterKind.VICTIMS)
    return Band.MUST_EXAMINE if grave(met.kind, met.status) and (about or (settles and heavy)) else Band.LOOK


def band_of_proceeding(met: Met) -> Band:
    """The band of a link by proceedings."""
    protection = met.kind is RegisterKind.PROTECTION
    if met.same in SETTLED or (met.same is Closeness.CONNECTED and protection):
        return Band.MUST_EXAMINE if grave(met.kind, met.status) else Band.LOOK
    if met.same is Closeness.CONNECTED or (met.same is Closeness.SIMILAR and protection):
        return Band.LOOK
    return Band.COUNTED


def band_of_path(met: Met, steps: float) -> Band:
    """The band of a link by path, over so many relations."""
    near = steps <= 1 and met.tie is Tie.RELATIVE and met.kind in (RegisterKind.VICTIMS, RegisterKind.FINDINGS)
    if grave(met.kind, met.status) and (met.kind is RegisterKind.PROTECTION or met.same in SETTLED or near):
        return Band.MUST_EXAMINE
    return Band.LOOK
