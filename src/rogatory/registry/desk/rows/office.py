"""What an office is: facts that stand in its configuration, its keys and its law. Nothing here is changed by a page."""

from dataclasses import dataclass

from django.conf import settings
from django.db import connection

from rogatory import __version__
from rogatory.deployment.law_in_force import law_in_force
from rogatory.registry.ledger import keys, reading


@dataclass(frozen=True, slots=True)
class OfficeFacts:
    """The facts of the office.

    Attributes:
        name: Name of the office; empty: nobody told it.
        state: ISO 3166-1 code of the requested state; empty: nobody told it.
        address: Public address.
        time_zone: Time zone that its days follow.
        journal: Name of its journal for ever.
        key: Public key of the journal, as verifiers take it.
        entries: Entries under the newest signed checkpoint.
        witnesses: Names of the witnesses its policy knows.
        quorum: The witness or group without which no checkpoint counts; `none`: no witness is asked for.
        data: Folder of keys and files.
        database: Kind of database.
        version: Version of the program.
        law: Hash of the law in force.
        norms: How many norms it has.
        mail: Whether letters are sent.
        providers: Names of the identity providers through which people may sign in.
        one_factor: Whether a password alone is enough: for demonstrations only.
    """

    name: str
    state: str
    address: str
    time_zone: str
    journal: str
    key: str
    entries: int
    witnesses: tuple[str, ...]
    quorum: str
    data: str
    database: str
    version: str
    law: str
    norms: int
    mail: bool
    providers: tuple[str, ...]
    one_factor: bool


def office_facts() -> OfficeFacts:
    """The facts of this office, as they are now."""
    verifier, policy, law = keys.signer().verifier, keys.policy(), law_in_force()
    told = [app for provider in settings.SOCIALACCOUNT_PROVIDERS.values() for app in provider["APPS"]]
    return OfficeFacts(
        name=settings.OFFICE,
        state=settings.STATE,
        address=settings.ADDRESS,
        time_zone=settings.TIME_ZONE,
        journal=verifier.name,
        key=str(verifier),
        entries=reading.size(),
        witnesses=tuple(policy.witnesses),
        quorum=policy.quorum,
        data=str(settings.DATA),
        database={"sqlite": "SQLite", "postgresql": "PostgreSQL"}.get(connection.vendor, connection.vendor),
        version=__version__,
        law=law.hash,
        norms=len(law.norms),
        mail=settings.SENDS_MAIL,
        providers=tuple(app["name"] for app in told),
        one_factor=settings.ROGATORY_UNSAFE_ONE_FACTOR,
    )
