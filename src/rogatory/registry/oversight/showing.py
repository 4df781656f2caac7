"""Lines of the journal as pages and API show them to an auditor."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from rogatory.law.acts import Role
from rogatory.law.wording.terms import term
from rogatory.office.filing import CUSTODY, EVERY_ACT, MAIL, OVERSEEING, REVIEW, STAFFING
from rogatory.office.folds.dossier import BARRED, PROPOSED
from rogatory.office.folds.protected import OF_THE_COMPARTMENT
from rogatory.office.words import record_of, title_of
from rogatory.people.mandates import EVERY_CASE, OVERSIGHT, is_mail, is_register, is_seizure, of_seizure_stream
from rogatory.registry.desk.rows.reader import language
from rogatory.registry.ledger import overview
from rogatory.registry.ledger.reading import size
from rogatory.registry.oversight import facts

APART = "apart"
"""What stands in the place of an act of the compartment of protection."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A line as it is shown.

    Attributes:
        seq: Number of the entry.
        at: Moment.
        act: Identifier of the act.
        record: What the record says, in words.
        role: Role in words; empty: not told.
        where: `case`, `seizure`, `register`, `mail`, `office` or `oversight`.
        case: Another name of the case; empty: it is in none.
        hash: Hash of the entry in the journal, in hexadecimal.
    """

    seq: int
    at: datetime
    act: str
    record: str
    role: str
    where: str
    case: str
    hash: str


def line(found: overview.Line) -> Shown:
    """A line of the journal with another name in the place of the case."""
    where, case = where_of(found.case)
    known = found.role in {role.value for role in Role}
    role = term(Role(found.role), language()) if known else found.role
    name = facts.pseudonym("case", case) if case else ""
    at = timezone.localtime(found.at)
    if found.act in OF_THE_COMPARTMENT:
        # That something is there, and no more: neither what, nor by whom, nor in which case.
        return Shown(found.seq, at, APART, _record(APART), "", where, "", found.hash)
    return Shown(found.seq, at, found.act, _record(found.act), role, where, name, found.hash)


def _record(act: str) -> str:
    told = {
        BARRED: _("attempt barred"),
        PROPOSED: _("act proposed, waits for a second person"),
        APART: _("something in the compartment of protection"),
    }
    return told.get(act) or record_of(act, language())


def where_of(stream: str) -> tuple[str, str]:
    """Of which kind a stream is, and the case it belongs to."""
    if stream == EVERY_CASE:
        return "office", ""
    if stream == OVERSIGHT:
        return "oversight", ""
    if is_register(stream):
        return "register", ""
    if is_mail(stream):
        return "mail", ""
    return ("seizure", of_seizure_stream(stream)[0]) if is_seizure(stream) else ("case", stream)


def acts() -> list[tuple[str, str]]:
    """Every act that can stand in the journal, with its title."""
    known = {**EVERY_ACT, **STAFFING, **CUSTODY, **MAIL, **REVIEW, **OVERSEEING}
    found = [(act, title_of(act, language())) for act in known if act not in OF_THE_COMPARTMENT]
    return [(BARRED, _record(BARRED)), (PROPOSED, _record(PROPOSED)), *found]


def bounds(day: str) -> tuple[int, int]:
    """Numbers of the first entry of a day and of the one after its last; of no day, of the whole journal."""
    try:
        first = datetime.combine(date.fromisoformat(day), time(), timezone.get_current_timezone())
        following = first + timedelta(days=1)
    except (ValueError, OverflowError):
        return 0, size()
    return overview.first_since(first), overview.first_since(following)
