"""What waits while the check of a notice is open.

No text writes this hold as a whole: it is policy of this system, in the light of rules that ask for each part. The
norms bear on each act all the same, and presume what nobody has raised; the check asks that a named person has looked.
"""

from rogatory.examination.notices.parts import PARTS, Part
from rogatory.law.acts import ARREST, GRANT, KEEP_NOTICE
from rogatory.law.packs.interpol import CONSTITUTION
from rogatory.law.sources import Cite, Source

WAIT = (ARREST, KEEP_NOTICE, GRANT)
"""The acts that wait: what uses a notice, or decides on a request beside which one stands, for what INTERPOL knows of
it must be known then. Consulting the state does not, by which the check may be answered."""
SOURCE = (
    Source(
        (
            Cite("Policy of this system", "a notice is checked before any use"),
            Cite("Parliamentary Assembly of the Council of Europe, Resolution 2509 (2023)", "points 1.2 and 17.4"),
        )
    )
    + CONSTITUTION.article("2(1)")
    + CONSTITUTION.article("3")
)
"""What says so."""
LIFTS = "an answer to every part by a named person, and a look at the notice and the warrant (`track-notice`)"
"""What would lift it."""


def says(open_: tuple[Part, ...]) -> str:
    """What stands against an act: the parts that are open, and nothing anybody answered."""
    return f"the check of the notice is open: {'; '.join(PARTS[part].says['en'] for part in open_)}"
