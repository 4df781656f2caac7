"""Mandates: by what right somebody acts in a case or reads it.

Nobody reaches a case by being known to the system. A mandate names the account, the role it acts in, the case (or every
case of the office), for whom, and from when to when. Asylum data, privileged papers and protected identities stand in
compartments of their own, which a mandate must open one by one.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum

from rogatory.law.acts import Role


class Compartment(Enum):
    """What stands apart from the rest of a file."""

    ASYLUM = "asylum"
    """What comes from an asylum file. It never reaches the state of origin (Directive 2013/32/EU Art. 30; asylum
    confidentiality)."""
    PRIVILEGED = "privileged"
    """Papers over which privilege is claimed, until a court has decided that it does not cover them."""
    PROTECTED_IDENTITY = "protected-identity"
    """Who a protected person, witness or source is. Everybody else reads the identifier as a pseudonym."""
    PROTECTION = "protection"
    """How a person is protected, and what was reported to be done to that person: whoever knows of it could undo it."""


EVERY_CASE = ""
"""As the case of a mandate: every case of the office."""
_OF_A_REGISTER = "register:"
_OF_THE_MAIL = "mail:"
_OF_A_SEIZURE = "seizure:"
_OF_AN_INDEX = "index:"
OVERSIGHT = "oversight:"
"""Where a case's number stands: the name under which the entries of oversight are kept. No case is called so."""
_OF_A_STATE = "state:"


def stream_of(register: str) -> str:
    """Where a case's number stands: the name under which the entries of a register are kept. No case is called so.

    >>> stream_of("protection")
    'register:protection'
    """
    return f"{_OF_A_REGISTER}{register}"


def register_of(stream: str) -> str:
    """The identifier of the register whose entries are kept under this name.

    >>> register_of("register:protection")
    'protection'
    """
    return stream.removeprefix(_OF_A_REGISTER)


def is_register(case: str) -> bool:
    """Whether this is the name of a register's own entries, and of no case."""
    return case.startswith(_OF_A_REGISTER)


def mail_stream(number: int) -> str:
    """Where a case's number stands: the name under which the entries of a received document are kept.

    >>> mail_stream(12)
    'mail:12'
    """
    return f"{_OF_THE_MAIL}{number}"


def mail_of_stream(stream: str) -> int:
    """The number of the received document whose entries are kept under this name.

    >>> mail_of_stream("mail:12")
    12
    """
    return int(stream.removeprefix(_OF_THE_MAIL))


def is_mail(case: str) -> bool:
    """Whether this is the name of a received document's own entries, and of no case."""
    return case.startswith(_OF_THE_MAIL)


def seizure_stream(case: str, seizure: str) -> str:
    """Where a case's number stands: the name under which the entries of the review of a seizure are kept.

    >>> seizure_stream("2026-000001", "S-1")
    'seizure:2026-000001:S-1'
    """
    return f"{_OF_A_SEIZURE}{case}:{seizure}"


def of_seizure_stream(stream: str) -> tuple[str, str]:
    """The case and the seizure whose review keeps its entries under this name.

    >>> of_seizure_stream("seizure:2026-000001:S-1")
    ('2026-000001', 'S-1')
    """
    case, _, seizure = stream.removeprefix(_OF_A_SEIZURE).rpartition(":")
    return case, seizure


def is_seizure(case: str) -> bool:
    """Whether this is the name of the entries of a seizure's review, and of no case."""
    return case.startswith(_OF_A_SEIZURE)


def index_stream(dataset: str) -> str:
    """Where a case's number stands: the name under which it is kept which releases of a data set came in.

    >>> index_stream("pts")
    'index:pts'
    """
    return f"{_OF_AN_INDEX}{dataset}"


def index_of_stream(stream: str) -> str:
    """The data set whose releases keep their entries under this name.

    >>> index_of_stream("index:pts")
    'pts'
    """
    return stream.removeprefix(_OF_AN_INDEX)


def is_index(case: str) -> bool:
    """Whether this is the name of the entries of a data set about states, and of no case."""
    return case.startswith(_OF_AN_INDEX)


def state_stream(state: str) -> str:
    """Where a case's number stands: the name under which the entries of the record of a state are kept.

    >>> state_stream("KZ")
    'state:KZ'
    """
    return f"{_OF_A_STATE}{state}"


def state_of_stream(stream: str) -> str:
    """The state whose record keeps its entries under this name.

    >>> state_of_stream("state:KZ")
    'KZ'
    """
    return stream.removeprefix(_OF_A_STATE)


def is_state(case: str) -> bool:
    """Whether this is the name of the entries of a state's record, and of no case."""
    return case.startswith(_OF_A_STATE)


ONLY_FOR_A_CASE = frozenset(
    {Role.COUNSEL, Role.PERSON_CONCERNED, Role.LIAISON, Role.PRIVILEGE_OBSERVER, Role.INTERVENER}
)
"""Roles outside the office: their mandate always names a case."""
ONLY_FOR_A_PERSON = frozenset({Role.COUNSEL, Role.PERSON_CONCERNED})
"""Roles that stand beside a person concerned: their mandate names that person."""
PERHAPS_FOR_A_PERSON = frozenset({Role.INTERVENER})
"""Roles that may stand for one person concerned, whose incidents they then report; they see nothing of the case."""
AT_THE_DEFENCE_DOOR = ONLY_FOR_A_PERSON | {Role.INTERVENER}
"""Roles that have a door of their own: the person concerned, counsel, and third parties who intervene."""
ONLY_FOR_A_REGISTER = frozenset({Role.CUSTODIAN})
"""Roles that keep one register: their mandate names it (`stream_of`), and no case."""
PERHAPS_FOR_A_REGISTER = frozenset({Role.STANDING_QUERY})
"""Roles that may be held for one register: another office asks it from elsewhere, about cases that are not here."""


class MandateError(ValueError):
    """A mandate that cannot be given as it is written."""


@dataclass(frozen=True, slots=True)
class Mandate:
    """The right of one account to act in one role.

    Attributes:
        account: Public identifier of the account.
        role: The role.
        case: Identifier of the case; `EVERY_CASE` for every case of the office; of a custodian, and of
            another office that asks from elsewhere, `stream_of` a register.
        person: Identifier of the person concerned it is held for; empty where it is for nobody.
        since: First day (inclusive).
        until: First day it no longer holds (exclusive); None: until it is ended.
        compartments: Compartments it is to open; whether it does, `compartments.open_to` says.

    Raises:
        MandateError: The role needs a case, a person or a register and none is named, it is none of a custodian and
            names a register, or it ends before it begins.
    """

    account: str
    role: Role
    case: str
    since: date
    person: str = ""
    until: date | None = None
    compartments: frozenset[Compartment] = frozenset()

    def __post_init__(self) -> None:
        if self.role in ONLY_FOR_A_CASE and self.case == EVERY_CASE:
            msg = f"a mandate of {self.role.value} is for one case: name it"
            raise MandateError(msg)
        of_a_register = is_register(self.case) and self.role not in PERHAPS_FOR_A_REGISTER
        if (self.role in ONLY_FOR_A_REGISTER) != of_a_register:
            need = "leave the register out" if is_register(self.case) else "name the register"
            msg = f"a mandate of {self.role.value}: {need}"
            raise MandateError(msg)
        if (self.role in ONLY_FOR_A_PERSON) != bool(self.person) and self.role not in PERHAPS_FOR_A_PERSON:
            need = "name the person concerned" if not self.person else "leave the person out"
            msg = f"a mandate of {self.role.value}: {need}"
            raise MandateError(msg)
        if self.until is not None and self.until <= self.since:
            msg = f"the mandate ends on {self.until} and begins on {self.since}: give a later end"
            raise MandateError(msg)

    def covers(self, case: str, on: date) -> bool:
        """Whether it holds for `case` on the day `on`; one for every case is for no other stream."""
        holds = self.since <= on and (self.until is None or on < self.until)
        other = (is_register, is_mail, is_seizure, is_index, is_state)
        of_a_case = case != OVERSIGHT and not any(of(case) for of in other)
        return holds and (self.case == case or (self.case == EVERY_CASE and of_a_case))


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody at the door.

    Attributes:
        account: Public identifier of the account; the journal knows nobody by another name.
        mandates: All mandates of the account, past ones too.
    """

    account: str
    mandates: tuple[Mandate, ...] = ()

    def mandates_for(self, case: str, on: date, roles: Iterable[Role] = tuple(Role)) -> tuple[Mandate, ...]:
        """Mandates that cover `case` on the day `on` in one of `roles`, those for this case alone first."""
        wanted = frozenset(roles)
        found = [m for m in self.mandates if m.account == self.account and m.role in wanted and m.covers(case, on)]
        return tuple(sorted(found, key=lambda m: m.case == EVERY_CASE))
