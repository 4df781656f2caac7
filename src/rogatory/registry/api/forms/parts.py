"""One part of the form of an act."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a form.

    Attributes:
        name: Its name in the form.
        kind: `text`, `words` (a list of them), `rows`, `mapping`, `number`, `numbers` or `flag`.
        required: Whether the act is not done without.
        says: What it says.
    """

    name: str
    kind: str
    required: bool
    says: str
