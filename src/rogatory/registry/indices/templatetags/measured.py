"""What others measure of a state, for the page of the state."""

from dataclasses import dataclass

from django import template

from rogatory.registry.indices import door
from rogatory.registry.indices.charts import HIGH, WIDE, Panel, panel
from rogatory.registry.indices.door import Held

register = template.Library()


@dataclass(frozen=True, slots=True)
class Shown:
    """A release as the page shows it: with a panel for each indicator that has a value of the state."""

    held: Held
    panels: tuple[Panel, ...]

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of a panel."""
        return WIDE, HIGH


@register.simple_tag
def measured_of(state: str) -> list[Shown]:
    """Every release that stands here, with what it says of a state; none: nothing was brought in."""
    found = []
    for held in door.held(state):
        made = (panel(one, held.values) for one in held.dataset.indicators.values())
        found.append(Shown(held, tuple(p for p in made if p is not None)))
    return found
