"""What somebody is in an entry, where a file of others does not say it."""

from collections.abc import Mapping
from types import MappingProxyType

from rogatory.registers.model import RegisterKind

FAMILY = ("sibling", "parent", "child", "spouse", "relative")
"""Kinds of relation within a family."""
_MAIN: Mapping[RegisterKind, str] = MappingProxyType(
    {
        RegisterKind.PROTECTION: "protected",
        RegisterKind.DEFENDERS: "protected",
        RegisterKind.VICTIMS: "victim",
        RegisterKind.FINDINGS: "applicant",
    }
)


def main_role(kind: RegisterKind) -> str:
    """What somebody is whom an entry of that kind of register is about."""
    return _MAIN.get(kind, "subject")


def role_beside(relation: str) -> str:
    """What somebody is who stands beside that person, in a relation.

    >>> role_beside("sibling"), role_beside("lawyer")
    ('relative', 'associate')
    """
    return "relative" if relation in FAMILY else "co-accused" if relation == "co-accused" else "associate"
