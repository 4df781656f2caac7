"""What is made ready once an act was done, by whoever did it: never part of the act, and never in its way.

A later app says what it makes ready; the doors people and programs come by ask here. What could not be made is not
there: whoever looks finds it among what is still to be done.
"""

from collections.abc import Callable

AFTER: dict[str, Callable[[str, str, int], None]] = {}
"""By act, what is made ready: given the account, the case and the number of the entry."""


def then(act: str, account: str, case: str, seq: int) -> None:
    """Make ready what follows an act that was done."""
    if act in AFTER:
        AFTER[act](account, case, seq)
