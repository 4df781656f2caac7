"""What the forms of the acts of breach and reparation hold."""

from collections.abc import Mapping
from types import MappingProxyType

from rogatory.aftermath.money import Period
from rogatory.aftermath.reparation import Form
from rogatory.law.acts import REPAIR
from rogatory.letters.of_breach import Breached, Whose
from rogatory.office.filing import CLOSE_BREACH, DEMAND_RETURN, FIND_BREACH, ORDER_REPARATION
from rogatory.registry.api.forms.parts import Part

_AMOUNT = (
    Part("amount", "text", False, "digits as text, with a point before parts of a unit, as 1250.50; never a number"),
    Part("currency", "text", False, "code of ISO 4217, as EUR; no sum is ever converted"),
)
OF_THE_AFTERMATH: Mapping[str, tuple[Part, ...]] = MappingProxyType(
    {
        FIND_BREACH.id: (
            Part("kind", "text", True, f"one of {', '.join(one.value for one in Breached)}"),
            Part("whose", "text", True, f"one of {', '.join(one.value for one in Whose)}"),
            Part("of", "text", True, "what was breached, by its name in the case, as undertaking-3 or entry-12"),
            Part("text", "text", True, "what happened, in words"),
            Part("happened", "text", True, "first day of it"),
            Part("known", "text", False, "day on which it became known here; none: today"),
            Part("evidence", "words", True, "numbers of the entries of the case that show it"),
            Part("gone", "words", False, "what left and must come back"),
            Part("persons", "words", False, "persons it wrongs; none: everybody the case concerns"),
            Part("reasons", "text", True, "why it is a breach"),
        ),
        DEMAND_RETURN.id: (
            Part("document", "text", True, "signed letter of the kind breach"),
            Part("channel", "text", True, "how it is sent"),
            Part("on", "text", False, "day it was sent; none: today"),
        ),
        CLOSE_BREACH.id: (Part("reasons", "text", False, "why, where not everything that follows was done"),),
        ORDER_REPARATION.id: (
            Part("step", "text", False, "owed or ordered; none: ordered"),
            Part("of", "text", False, "reparation it is about, as reparation-4; none: a new one"),
            Part("kind", "text", False, f"of a new one: one of {', '.join(one.value for one in Form)}"),
            Part("breach", "text", False, "breach it is for, as breach-3"),
            Part("text", "text", False, "of a new one: what is owed, in words"),
            Part("ground", "text", False, "of a new one: decision or provision it rests on"),
            *_AMOUNT,
            Part("rate", "text", False, "simple interest, per cent for one period, as text; none: no interest"),
            Part("period", "text", False, f"one of {', '.join(one.value for one in Period)}"),
            Part("interest-since", "text", False, "day interest begins to run; the next day is the first it is for"),
            Part("interest-source", "text", False, "law or decision that sets the rate"),
            Part("ordered-by", "text", False, "of an order: court or body that ordered it"),
            Part("decision", "text", False, "of an order: number and day of the decision"),
            Part("on", "text", False, "day of the order; none: today"),
            Part("performs", "text", False, "of an order: who must perform it"),
            Part("until", "text", False, "of an order: last day to perform it"),
        ),
        REPAIR.id: (
            Part("of", "text", False, "what is performed, as reparation-4; none only where nothing is owed"),
            Part("text", "text", False, "what was done, in words"),
            Part("on", "text", False, "day of it; none: today"),
            *_AMOUNT,
            Part("proof", "text", False, "digest of a document kept in the case that proves it"),
            Part("whole", "text", False, "of what has no price: yes, where nothing is left to do"),
        ),
    }
)
"""The parts of each act of breach and reparation, in the order to fill them in."""
