"""A notice beside a request for extradition: what bears on an act that would rest on it too.

The norms on notices bear on requests that are notices. An arrest in a case of extradition may rest on the notice all
the same, and the notice may be kept on record there: so the act is judged a second time, as it would be in a case of
that notice, and both must let it be done. Where the notice was deleted or refused, nothing rests on it any more. An
arrest that is said to rest on the request alone is judged by what bears on the request.
"""

from collections.abc import Callable, Mapping
from typing import Any

from rogatory.law.acts import ARREST, KEEP_NOTICE, Act
from rogatory.law.packs.interpol import CCF
from rogatory.law.ruling import Ruling
from rogatory.office.against.guards import norm_obstacles
from rogatory.office.errors import FormError, Hurdle, Obstacle
from rogatory.office.folds.dossier import Dossier
from rogatory.office.folds.notices import notice_of

RESTS_ON, ON_THE_REQUEST = "rests-on", "request"
"""Field of `arrest`, and the one word it takes: that the arrest rests on the request alone."""
_GONE = "the notice beside the request was deleted or refused, and nothing rests on it"


def beside_obstacles(
    act: Act, form: Mapping[str, Any], dossier: Dossier, ruled: Callable[[str], Ruling]
) -> list[Obstacle]:
    """What stands against an act because it would rest on the notice beside the request; none where it does not.

    Source: PACE Resolution 2509 (2023), points 1.2 and 17.4, and INTERPOL's rules as the norms on notices cite them;
    that an act beside a notice is judged so is policy of this system.

    Args:
        act: The act.
        form: What was filled in.
        dossier: The case.
        ruled: The ruling of the day on this act, were the case about a notice of the kind it is given.
    """
    if act not in (ARREST, KEEP_NOTICE) or alone(act, form):
        return []
    found = notice_of(dossier)
    if found is None or not found.beside:
        return []
    against = norm_obstacles(act, ruled(found.known.kind), form, None)
    if found.deletion:
        lifts = "an arrest that is said to rest on the request alone" if act is ARREST else ""
        against.insert(0, Obstacle(Hurdle.HOLD, _GONE, str(CCF.article("3")), lifts))
    return against


def alone(act: Act, form: Mapping[str, Any]) -> bool:
    """Whether an arrest is said to rest on the request alone.

    Raises:
        FormError: It is said to rest on something else.
    """
    told = str(form.get(RESTS_ON) or "")
    if act is ARREST and told not in ("", ON_THE_REQUEST):
        raise FormError(RESTS_ON, f"{told!r} is none", f"Write {ON_THE_REQUEST}, or leave it out: then on both")
    return act is ARREST and told == ON_THE_REQUEST
