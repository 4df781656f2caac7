"""Which confirmed links raise an allegation by themselves.

Where a link was confirmed that says that the person was tortured, that somebody near was in the same proceedings, that
a UN body has spoken, or that a notice was withdrawn, an act of repression appears from the file, and the duty to
investigate does not wait for a complaint (PACE Resolution 2509 (2023), points 1.2 and 15.1; UN Convention against
Torture, Article 12).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from rogatory.states.record.entries import Method


@dataclass(frozen=True, slots=True)
class Raises:
    """What an answer a link has brought lets appear: the methods, and whether torture or other ill-treatment."""

    methods: tuple[Method, ...] = ()
    torture: bool = False


_REQUEST = Raises((Method.CO_OPTING,))
_TORTURE = Raises((), torture=True)
RAISES: Mapping[str, Raises] = MappingProxyType(
    {
        "proceeding.same_as_protection": _REQUEST,
        "notice.deleted_or_refused": _REQUEST,
        "proceeding.un_body_has_spoken": _REQUEST,
        "person.past_ill_treatment": _TORTURE,
        "person.relative_ill_treated": Raises((Method.DISTANCE,), torture=True),
        "proceeding.relative_ill_treated": Raises((Method.DISTANCE,), torture=True),
        "proceeding.co_accused_ill_treated": _TORTURE,
    }
)
"""Questions which, answered by what a confirmed link has brought, raise an allegation."""


def raised_by(questions: Iterable[str]) -> Raises | None:
    """What a link raises that has answered these questions; None: nothing."""
    found = [RAISES[q] for q in questions if q in RAISES]
    if not found:
        return None
    methods = dict.fromkeys(m for one in found for m in one.methods)
    return Raises(tuple(m for m in Method if m in methods), any(one.torture for one in found))
