"""What the forms of the acts of the compartment of protection hold, for programs."""

from collections.abc import Mapping
from types import MappingProxyType

from rogatory.aftermath.pressure import Pressure, Referral
from rogatory.aftermath.protection import Status, Step
from rogatory.law.acts import PROTECT
from rogatory.office.filing import REPORT_INCIDENT
from rogatory.registry.api.forms.parts import Part

OF_PROTECTION: Mapping[str, tuple[Part, ...]] = MappingProxyType(
    {
        REPORT_INCIDENT.id: (
            Part("kind", "text", True, f"one of {', '.join(k.value for k in Pressure)}"),
            Part("text", "text", True, "what happened, in words"),
            Part("since", "text", True, "first day"),
            Part("until", "text", False, "last day (included); none: it goes on, or nobody knows"),
            Part("place", "text", False, "where"),
            Part("state", "text", False, "state it is said to be done for, in two letters; none: not said"),
            Part("for-request", "flag", False, "whether it is said to serve this request"),
            Part("evidence", "words", False, "digests of documents the case keeps that show it"),
        ),
        PROTECT.id: (
            Part("step", "text", True, f"one of {', '.join(s.value for s in Step)}"),
            Part("text", "text", True, "what was arranged, whom to call, where, why, or what was done, in words"),
            Part("seen-to", "text", False, "who sees to it, or said so"),
            Part("until", "text", False, "of a measure: last day; none: until it is ended"),
            Part("status", "text", False, f"of the status: one of {', '.join(s.value for s in Status)}"),
            Part("of", "text", False, "of the end of a measure, or of an answer: its name, as measure-3 or incident-4"),
            Part("to", "text", False, f"of an answer: where it goes on, one of {', '.join(r.value for r in Referral)}"),
            Part("alleges", "text", False, "of an incident that goes to an inquiry: what is read there"),
            Part("in-place", "text", False, "whether the person is protected now: yes or no; none: not said"),
        ),
    }
)
"""The parts of each act of the compartment, in the order to fill them in."""
