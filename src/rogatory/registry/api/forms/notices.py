"""What the form of the act on a notice holds, for programs."""

from collections.abc import Mapping
from types import MappingProxyType

from rogatory.examination.notices.copies import Place
from rogatory.examination.notices.requests import Lodger, Ruled, Wish
from rogatory.law.acts import NOTICE_KINDS
from rogatory.office.filing import TRACK_NOTICE
from rogatory.office.folds.notices import Step
from rogatory.registry.api.forms.parts import Part

OF_NOTICES: Mapping[str, tuple[Part, ...]] = MappingProxyType(
    {
        TRACK_NOTICE.id: (
            Part("step", "text", True, f"one of {', '.join(s.value for s in Step)}"),
            Part("kind", "text", False, f"of a notice beside a request: one of {', '.join(NOTICE_KINDS)}"),
            Part("of", "text", False, "copy or request it is about, as copy-7 or request-9"),
            Part("place", "text", False, f"of a copy found, or none: one of {', '.join(p.value for p in Place)}"),
            Part("wish", "text", False, f"asked of the Commission: one of {', '.join(w.value for w in Wish)}"),
            Part("lodger", "text", False, f"who asked it: one of {', '.join(x.value for x in Lodger)}"),
            Part("admissible", "text", False, "what the Commission said: yes or no"),
            Part("ruled", "text", False, f"what it decided: one of {', '.join(r.value for r in Ruled)}"),
            Part("text", "text", False, "its number, what was seen or changed; of a copy, in which file or state"),
            Part("until", "text", False, "of a notice in force: last day of it, where an end was found"),
            Part("on", "text", False, "day of it; none: today"),
            Part("compartment", "text", False, "the compartment the words are set apart in"),
        ),
    }
)
"""The parts of the act on a notice, in the order to fill them in."""
