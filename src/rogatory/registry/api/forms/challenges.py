"""What the forms of acts on remedies, stays, promises, restrictions, hearings and counsel hold, for programs."""

from collections.abc import Mapping
from types import MappingProxyType

from rogatory.office.filing import (
    ACCEPT_MANDATE,
    DECIDE_REMEDY,
    INTERVENE,
    INVITE_COUNSEL,
    KEEP_BACK,
    LODGE_REMEDY,
    ORDER_STAY,
    RECORD_HEARING,
    REFER_REMEDY,
    REGISTER_REMEDY,
    SET_HEARING,
    UNDERTAKE,
)
from rogatory.registry.api.forms.parts import Part
from rogatory.remedies.hearings import Attendance
from rogatory.remedies.holds import Body, Ending
from rogatory.remedies.kinds import REMEDIES, Capacity
from rogatory.remedies.lodged import Outcome

HEARING = Part("hearing", "text", False, "name of the hearing it is for")
_TEXT = Part("text", "text", True, "what is said, in its own words")
_ON = Part("on", "text", False, "the day, not later than today; none: today")
_OUTCOMES = ", ".join(o.value for o in Outcome if o is not Outcome.WITHDRAWN)
_AS = ", ".join(a.value for a in Attendance)

OF_CHALLENGES: Mapping[str, tuple[Part, ...]] = MappingProxyType(
    {
        LODGE_REMEDY.id: (
            _TEXT,
            Part("kind", "text", False, f"one of {', '.join(REMEDIES)}; none: a challenge"),
            Part("capacity", "text", False, f"as what: {', '.join(c.value for c in Capacity)}"),
            Part("on", "text", False, "of one that came on paper: the day it was lodged; none: now"),
            Part(
                "against",
                "words",
                False,
                "identifiers of measures, items, packages or ended inquiries; none: the request",
            ),
            Part("of", "text", False, "name of the remedy whose ruling it is against"),
        ),
        REGISTER_REMEDY.id: (Part("number", "text", True, "its number in the court's register"), _ON),
        REFER_REMEDY.id: (
            Part("to", "text", False, "of a question: the court"),
            Part("question", "text", False, "what is asked; with it, to is required"),
            Part("answer", "text", False, "what the court answered to the question that waits"),
            _ON,
        ),
        DECIDE_REMEDY.id: (
            Part("outcome", "text", True, f"one of {_OUTCOMES}"),
            Part("part", "text", False, "the part that is decided, in words; the rest goes on running"),
            Part("text", "text", False, "what was held"),
            HEARING,
            Part("final", "flag", False, "nothing further can be lodged"),
        ),
        ORDER_STAY.id: (
            Part("body", "text", True, f"who ordered it: {', '.join(b.value for b in Body)}"),
            Part("acts", "words", True, "identifiers of the acts that wait"),
            Part("source", "text", True, "where the order stands: its number and day"),
            Part("text", "text", False, "the order in its words"),
            Part("until", "text", False, "first day it no longer holds; none: until it is lifted"),
        ),
        UNDERTAKE.id: (
            _TEXT,
            Part("acts", "words", False, "identifiers of the acts it promises not to do; none: what cannot be undone"),
            Part("ending", "text", False, f"how it ends: {', '.join(e.value for e in Ending)}; none: by a court"),
            Part("until", "text", False, "of one that ends on a day: the first day it may be ended"),
        ),
        KEEP_BACK.id: (
            Part("what", "text", False, "notices, or file; none: notices"),
            Part("basis", "text", True, "the provision that allows it"),
            Part("review", "text", True, "day by which it is looked at again"),
            Part("until", "text", True, "first day it no longer holds"),
        ),
        SET_HEARING.id: (
            Part("chamber", "text", True, "the chamber"),
            Part("at", "text", True, "when, with its time zone: 2026-03-01T09:00+01:00"),
            Part("place", "text", False, "where"),
            Part("about", "words", False, "names of the remedies it is about"),
            Part("public", "flag", False, "anybody may listen"),
            Part("called", "rows", False, f"who is called: who, as ({_AS}); mandate, of a third party"),
        ),
        RECORD_HEARING.id: (
            Part("came", "rows", True, f"who was there: who, as ({_AS})"),
            Part("record", "text", True, "what was said and asked"),
        ),
        INTERVENE.id: (_TEXT, Part("basis", "text", True, "the provision that lets the third party be heard"), HEARING),
        INVITE_COUNSEL.id: (Part("account", "text", True, "account of the counsel"),),
        ACCEPT_MANDATE.id: (Part("answer", "text", False, "accept, or decline; none: accept"),),
    }
)
"""The parts of each, in the order to fill them in."""
