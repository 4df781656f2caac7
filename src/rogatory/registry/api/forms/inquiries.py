"""What the forms of the acts on allegations hold, for programs."""

from collections.abc import Mapping
from types import MappingProxyType

from rogatory.law.acts import INVESTIGATE_REPRESSION
from rogatory.office.acts.inquiring import GRADES, STEPS_TO_TAKE
from rogatory.office.filing import CONCLUDE_INQUIRY, DECIDE_DISCLOSURE, INQUIRE, LODGE_ALLEGATION
from rogatory.registry.api.forms.parts import Part
from rogatory.states.record.entries import Method

_METHODS = Part("methods", "words", False, f"by what it was done, some of: {', '.join(m.value for m in Method)}")
_TORTURE = Part("torture", "flag", False, "whether torture or other ill-treatment is alleged")
_CONCERNS = Part("concerns", "words", False, "identifiers of the measures it concerns; none: the whole request")
OF_INQUIRIES: Mapping[str, tuple[Part, ...]] = MappingProxyType(
    {
        LODGE_ALLEGATION.id: (
            Part("text", "text", True, "what is alleged, in words"),
            _METHODS,
            _TORTURE,
            _CONCERNS,
            Part(
                "source", "text", False, "who the source is, where that must be protected; only the custodian opens it"
            ),
            Part("on", "text", False, "of one that came on paper: the day it was lodged; none: now"),
            Part("compartment", "text", False, "the compartment it is set apart in"),
        ),
        INVESTIGATE_REPRESSION.id: (
            Part("allegation", "text", False, "name of the allegation that is taken up; none: the only one that waits"),
            _METHODS,
            _TORTURE,
            _CONCERNS,
        ),
        INQUIRE.id: (
            Part("step", "text", True, f"one of {', '.join(STEPS_TO_TAKE)}"),
            Part("text", "text", True, "what was done, and where the evidence is; or why it is left out"),
            Part("left-out", "flag", False, "whether it is left out"),
            Part("on", "text", False, "the day; none: today"),
        ),
        CONCLUDE_INQUIRY.id: (
            Part("outcome", "text", True, "concluded; or refused, of one that was not taken up"),
            Part("grade", "text", False, f"of one that is concluded: how far it was shown, one of {', '.join(GRADES)}"),
        ),
        DECIDE_DISCLOSURE.id: (Part("answer", "text", True, "yes, or no"),),
    }
)
"""The parts of each act on an allegation, in the order to fill them in."""
