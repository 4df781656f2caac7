"""FollowTheMoney: which of its schemas and properties a register has a place for, and what its words mean.

Schemas and properties are those of followthemoney 4 (followthemoney.tech). Words of relations and roles are free text
there: those listed are read, and of the others the relation is kept without its kind.
"""

from collections.abc import Mapping
from types import MappingProxyType

NOTE_KEYWORD = "rogatory-register-entry"
"""Marks the note in which an entry travels whole."""

PERSON = "Person"
CASE = "CourtCase"
CASE_PARTY = "CourtCaseParty"
NAMES = ("name", "alias", "weakAlias", "previousName")
"""Properties that hold whole names, the one shown first."""
PARTS_OF_NAMES = ("firstName", "secondName", "middleName", "fatherName", "lastName")
"""Properties that hold parts of a name, in their order; `fatherName` is the patronymic."""
NATIONALITIES = ("nationality", "citizenship")
PLACES = ("birthPlace", "address")
NUMBERS: Mapping[str, str] = MappingProxyType(
    {
        "idNumber": "ZZ:",
        "passportNumber": "ZZ:passport:",
        "socialSecurityNumber": "ZZ:social-security:",
        "taxNumber": "ZZ:tax:",
        "innCode": "RU:inn:",
    }
)
"""Properties that hold numbers, and what stands before each: of the others FollowTheMoney does not say which state."""
SOURCES = ("sourceUrl", "publisher")
NOTES = ("summary", "notes")

READ: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        PERSON: frozenset(
            (*NAMES, *PARTS_OF_NAMES, *NATIONALITIES, *PLACES, *NUMBERS, *SOURCES, *NOTES, "birthDate", "birthCountry",
             "gender")
        ),
        CASE: frozenset(
            ("name", "caseNumber", "court", "country", "category", "fileDate", "status", "summary", *SOURCES)
        ),
        CASE_PARTY: frozenset(("party", "case", "role")),
        "Family": frozenset(("person", "relative", "relationship", *SOURCES)),
        "Associate": frozenset(("person", "associate", "relationship", *SOURCES)),
        "Representation": frozenset(("agent", "client", "role", *SOURCES)),
        "UnknownLink": frozenset(("subject", "object", "role", *SOURCES)),
        "Sanction": frozenset(
            ("entity", "authority", "authorityId", "unscId", "provisions", "reason", "country", "listingDate",
             "startDate", *SOURCES)
        ),
        "Identification": frozenset(("holder", "type", "country", "number")),
        "Passport": frozenset(("holder", "type", "country", "number", "passportNumber")),
        "Mention": frozenset(("resolved", "name")),
        "Note": frozenset(("entity", "keywords", "description", "name")),
        **dict.fromkeys(("LegalEntity", "Company", "Organization", "PublicBody"), frozenset(("name",))),
    }
)  # fmt: skip
"""Schemas that are read, and their properties that are."""
BODIES = ("LegalEntity", "Company", "Organization", "PublicBody")
"""Schemas of parties that are no persons; of them the name is taken."""
ENDS: Mapping[str, tuple[str, str, str]] = MappingProxyType(
    {
        "Family": ("relative", "person", "relationship"),
        "Associate": ("associate", "person", "relationship"),
        "Representation": ("agent", "client", "role"),
        "UnknownLink": ("subject", "object", "role"),
    }
)
"""Schemas of relations: whose word it is, to whom, and the property that holds the word."""

RELATIONS: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("brother", "sister", "sibling", "half-brother", "half-sister", "twin"), "sibling"),
        **dict.fromkeys(("father", "mother", "parent", "stepfather", "stepmother"), "parent"),
        **dict.fromkeys(("son", "daughter", "child", "stepson", "stepdaughter"), "child"),
        **dict.fromkeys(("wife", "husband", "spouse", "partner"), "spouse"),
        **dict.fromkeys(("lawyer", "attorney", "counsel", "legal representative"), "lawyer"),
        **dict.fromkeys(("co-accused", "co-defendant", "accomplice"), "co-accused"),
        **{word: word for word in ("client", "employer", "employee", "witness", "relative", "associate")},
    }
)
"""What words of relations mean."""
IF_NOT_SAID: Mapping[str, str] = MappingProxyType({"Family": "relative"})
"""The kind of a relation whose word is not known, by schema; of every other `associate`."""
ROLES: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("accused", "defendant", "charged", "indicted"), "accused"),
        **dict.fromkeys(("suspect", "wanted", "under investigation"), "suspect"),
        **dict.fromkeys(("convicted", "convict", "sentenced"), "convicted"),
        **dict.fromkeys(("victim", "injured party", "civil party"), "victim"),
        **dict.fromkeys(("detained", "detainee", "imprisoned"), "detained"),
        "witness": "witness",
        "third-party": "third-party",
    }
)
"""What words of roles in proceedings mean."""
SEXES: Mapping[str, str] = MappingProxyType({"female": "f", "male": "m", "other": "x"})
