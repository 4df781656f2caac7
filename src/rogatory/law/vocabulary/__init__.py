"""The vocabulary: every question the law asks, each defined once.

Written for someone who maps the facts of a case without having read the norms: `rogatory questions --all` prints it.
Modules follow the objects: person, risk, state, proceeding, request, notice, assurance, measure, material, remedy, hearing.
"""

from collections.abc import Mapping
from types import MappingProxyType, ModuleType

from rogatory.law.questions import Question
from rogatory.law.vocabulary import (
    assurance,
    hearing,
    material,
    measure,
    notice,
    person,
    proceeding,
    remedy,
    request,
    risk,
    state,
)

SECTIONS: tuple[ModuleType, ...] = (
    request, proceeding, state, person, risk, notice, assurance, measure, material, remedy, hearing,
)  # fmt: skip


def _collect() -> dict[str, Question]:
    table: dict[str, Question] = {}
    for section in SECTIONS:
        for value in vars(section).values():
            if isinstance(value, Question):
                if value.id in table:
                    msg = f"question {value.id} is defined twice"
                    raise ValueError(msg)
                table[value.id] = value
    return table


VOCABULARY: Mapping[str, Question] = MappingProxyType(_collect())
"""Every question by its identifier, in the order of the sections."""
