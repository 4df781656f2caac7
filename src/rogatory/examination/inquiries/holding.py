"""What waits while an allegation waits or is investigated.

Nothing that decides for the requesting state, or gives it what cannot be taken back, is done while it may itself be
the repression alleged. No text writes this hold: it is policy of this system, in the light of texts that do say that
every allegation is investigated and that a remedy must not come too late.
"""

from rogatory.casefile.model import CaseFile
from rogatory.examination.inquiries.allegations import Allegation, Standing
from rogatory.law.acts import (
    ADMIT_OFFICIALS,
    CONSENT_OTHER_USE,
    EXECUTE,
    GRANT,
    HEAR_REQUESTING_STATE,
    INTERVIEW,
    OPEN_FILE,
    SURRENDER,
    TRANSFER_WITNESS,
    TRANSIT,
    TRANSMIT,
    Act,
)
from rogatory.law.questions import Kind
from rogatory.law.sources import Cite, Source

WAIT = (
    GRANT, HEAR_REQUESTING_STATE, OPEN_FILE, EXECUTE, ADMIT_OFFICIALS, INTERVIEW, TRANSFER_WITNESS, TRANSMIT, SURRENDER,
    TRANSIT, CONSENT_OTHER_USE,
)  # fmt: skip
"""The acts that wait. Arrest does not, which a judge weighs against flight; nor consulting, by which the state is asked
for its account; nor what keeps or reads evidence inside this state. The norms bear on each of them all the same."""
SOURCE = Source(
    (
        Cite("Policy of this system", "acts wait while an allegation of repression is open"),
        Cite("Parliamentary Assembly of the Council of Europe, Resolution 2509 (2023)", "points 15.1 and 17.4"),
        Cite("European Convention on Human Rights", "Art. 13", "ETS 005"),
    )
)
"""What says so."""
SAYS = {
    Standing.WAITS: "an allegation of repression or torture waits to be taken up, or refused with reasons",
    Standing.RUNS: "an allegation of repression or torture is being investigated",
}
"""What stands against an act, naming nobody."""
LIFTS = {
    Standing.WAITS: "an inquiry that is opened and concluded, or a refusal with reasons by two people",
    Standing.RUNS: "the reasoned conclusion of the inquiry",
}
"""What would lift it."""


def holds(allegation: Allegation, act: Act, obj: str, case: CaseFile) -> bool:
    """Whether an act on an object waits for an allegation.

    Args:
        allegation: The allegation.
        act: The act.
        obj: Identifier of its object; empty: the case.
        case: The case file.
    """
    if act not in WAIT or not allegation.standing.is_open:
        return False
    if act.of is Kind.PERSON:
        return allegation.person in ("", obj)
    if act.of is not Kind.MEASURE:
        return True
    if allegation.concerns:
        return obj in allegation.concerns
    of = next((m.persons for m in case.measures if m.id == obj), ())
    return not of or allegation.person in ("", *of)
