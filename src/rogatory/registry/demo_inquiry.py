"""The allegation of the founding case, played as it would have been: lodged, taken up by somebody apart, under way.

Of her it says what public sources say of the case (`cases/founding.yaml`). What officials do here is invented.
"""

from collections.abc import Callable
from typing import Any

from rogatory.law.acts import Role
from rogatory.office.folds.inquiries import allegations_of
from rogatory.registry.cases import door
from rogatory.states.record.entries import Method

ALLEGED = (
    "She is watched and harassed in Belgium. The charges of this request are those behind her refugee status, and in"
    " the same proceedings her brother was arbitrarily detained and tortured."
)
SOURCE = "Invented: a neighbour of the family, who wrote to an association and gave a telephone number"
STEPS = (
    (
        "hearing",
        "Counsel was called; she will be heard with an interpreter. She handed over photographs of two cars.",
        "",
    ),
    (
        "evidence",
        "The photographs and the notes of the police on the beat are in a file of their own, page 1 to 14.",
        "",
    ),
    ("state-account", "Asking that state would tell it where she can be found.", "left out"),
)


def investigate(do: Callable[..., Any], account: str, case: str) -> None:
    """Have it alleged by counsel, taken up by a prosecutor who had no part in the request, and the first steps taken.

    Args:
        do: Does an act: role, act, case, object, and what is filled in.
        account: The prosecutor who had no part in the request.
        case: Number of the case.
    """
    methods = [Method.CO_OPTING.value, Method.DISTANCE.value]
    do(Role.COUNSEL, "lodge-allegation", case, "P1", text=ALLEGED, methods=methods, torture=True)
    _as(account, case, "investigate-repression", "P1")
    name = next(reversed(allegations_of(door.look(account, case)[0])))
    for step, text, left_out in STEPS:
        _as(account, case, "inquire", name, step=step, text=text, **({"left-out": True} if left_out else {}))
    do(Role.COUNSEL, "submit", case, "P1", text="The number plates of the two cars.", inquiry=name)


def allege_with_a_source(do: Callable[..., Any], case: str) -> None:
    """Have an association allege something about a case in which everybody is invented, for a source it protects."""
    text = "An association writes that the family at home was told what would happen if she does not return."
    methods = [Method.DISTANCE.value]
    do(Role.CLERK, "lodge-allegation", case, "P1", text=text, methods=methods, source=SOURCE)


def _as(account: str, case: str, act: str, obj: str, **form: Any) -> None:  # noqa: ANN401
    dossier, _sight = door.look(account, case)
    door.do(account, act, case, obj, form, seen=dossier.head)
