"""Who sees what stands apart from the rest of a file, and who may let somebody see it: one table.

Everybody who is not named is kept out. A grant stands in a mandate for one case, is given by somebody else than its
holder, and opens nothing in a role this table does not name. Why each line reads as it does: decision 0015.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from rogatory.law.acts import Role
from rogatory.people.mandates import EVERY_CASE, ONLY_FOR_A_PERSON, Compartment, Mandate

_R = Role


@dataclass(frozen=True, slots=True)
class Rule:
    """How one compartment is opened.

    Attributes:
        by_role: Roles that see it by what they are for, without a grant.
        by_grant: Roles that see it with a grant in a mandate for the case. No other role can hold one.
        granted_by: Roles that may give the grant, never to themselves.
        source: Where this comes from.
    """

    by_role: frozenset[Role]
    by_grant: frozenset[Role]
    granted_by: frozenset[Role]
    source: str


RULES: Mapping[Compartment, Rule] = MappingProxyType(
    {
        Compartment.ASYLUM: Rule(
            frozenset(),
            frozenset(
                {_R.CENTRAL_AUTHORITY, _R.PROSECUTOR, _R.INVESTIGATING_JUDGE, _R.COURT, _R.GOVERNMENT, _R.AUDITOR}
            ),
            frozenset({_R.CENTRAL_AUTHORITY, _R.COURT}),
            "Directive 2013/32/EU, Articles 30 and 48",
        ),
        Compartment.PRIVILEGED: Rule(
            frozenset({_R.PRIVILEGE_OBSERVER, _R.COURT}),
            frozenset({_R.INVESTIGATING_JUDGE, _R.REVIEWER}),
            frozenset({_R.COURT}),
            "ECHR, Article 8; Sallinen v. Finland, Wieser and Bicos v. Austria",
        ),
        Compartment.PROTECTED_IDENTITY: Rule(
            frozenset(),
            frozenset({_R.PROSECUTOR, _R.INVESTIGATING_JUDGE, _R.COURT}),
            frozenset({_R.COURT}),
            "ECHR, Articles 2, 3 and 8; Code of Criminal Procedure (BE), Articles 75bis, 86bis to 86ter",
        ),
        Compartment.PROTECTION: Rule(
            frozenset(),
            frozenset({_R.CENTRAL_AUTHORITY, _R.PROSECUTOR, _R.INVESTIGATING_JUDGE, _R.COURT, _R.GOVERNMENT}),
            frozenset({_R.CENTRAL_AUTHORITY, _R.COURT}),
            "ECHR, Articles 2, 3 and 8; PACE Resolution 2509 (2023), point 17.11",
        ),
    }
)
"""The rule of each compartment. Who stands beside a person concerned sees that person's own, in each of them."""


def open_to(held: Iterable[Mandate], compartment: Compartment, own: frozenset[str] = frozenset()) -> bool:
    """Whether one of the mandates lets see what stands in `compartment`.

    Args:
        held: Mandates that hold for the case today.
        compartment: Where it stands.
        own: Persons concerned whose own it is; empty: nobody's in particular.
    """
    rule = RULES[compartment]
    return any(
        m.role in rule.by_role
        or (m.role in ONLY_FOR_A_PERSON and m.person in own)
        or (compartment in m.compartments and m.role in rule.by_grant and m.case != EVERY_CASE)
        for m in held
    )
