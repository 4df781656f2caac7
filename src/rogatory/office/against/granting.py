"""What stands against giving a mandate: to oneself, or with a compartment that may not be opened so.

Who may open which compartment to whom is the table of `people.compartments`.
"""

from collections.abc import Iterator
from datetime import date

from rogatory.office.errors import Hurdle, Obstacle
from rogatory.people.compartments import RULES
from rogatory.people.mandates import EVERY_CASE, Actor, Mandate


def granting_obstacles(giver: Actor, given: Mandate, case: str, on: date) -> Iterator[Obstacle]:
    """Everything that stands against a mandate.

    Args:
        giver: Who gives it, with all mandates.
        given: The mandate.
        case: Identifier of the case; `EVERY_CASE` for one in the whole office.
        on: The day.
    """
    if given.account == giver.account:
        text = "nobody gives a mandate to the own account"
        yield Obstacle(Hurdle.SECOND_PERSON, text, "table of acts", "somebody else who may give it")
    for compartment in sorted(given.compartments, key=lambda c: c.value):
        rule, name = RULES[compartment], compartment.value
        if case == EVERY_CASE:
            text = f"the compartment {name} is opened for one case, and not for every case of the office"
            yield Obstacle(Hurdle.COMPARTMENT, text, rule.source, "a mandate for the case")
        elif given.role not in rule.by_grant | rule.by_role:
            text = f"the compartment {name} is not opened to: {given.role.value}"
            yield Obstacle(Hurdle.COMPARTMENT, text, rule.source)
        elif not giver.mandates_for(case, on, rule.granted_by):
            may = ", ".join(sorted(role.value for role in rule.granted_by))
            text = f"to open the compartment {name} to somebody is for: {may}"
            yield Obstacle(Hurdle.COMPARTMENT, text, rule.source, f"the grant given by: {may}")
