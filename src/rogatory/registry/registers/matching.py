"""A case is matched with the registers kept here: each is asked, on the record, before anything is looked up."""

from dataclasses import replace
from datetime import datetime

from django.utils import timezone

from rogatory.linkage.model import Looked, Screening
from rogatory.linkage.screening import screen
from rogatory.office.custody import MOST_NAMES
from rogatory.office.dossier import Dossier
from rogatory.office.perform import Barred
from rogatory.registers.model import Register
from rogatory.registry.registers import door, store

PURPOSE = "matching of the case with what is already known"
NOT_ASKED = "it could not be asked: {why}"


def match(account: str, dossier: Dossier, at: datetime) -> Screening:
    """Match a case with every register, in the name of an account; what may not be asked is told as not looked through.

    Args:
        account: Public identifier of the account.
        dossier: The case, as the door has read it.
        at: Moment.
    """
    # Whoever may not ask is told so by the register, and by the door to the case after it.
    why = {r.id: _asked(account, r, dossier, at) for r in door.registers()}
    refused = {register: told for register, told in why.items() if told}
    with store.source(why.keys() - refused.keys()) as (registers, state):
        found = screen(dossier.case, registers, timezone.localdate(at), without=frozenset(refused))
    links = tuple(link for link in found.links if link.register not in refused)
    counted = tuple((register, n) for register, n in found.counted if register not in refused)
    coverage = tuple(_covered(line, refused) for line in found.coverage)
    return Screening(links, counted, coverage, state)


def _asked(account: str, register: Register, dossier: Dossier, at: datetime) -> str:
    """Ask one register on the record; why it could not be, or nothing."""
    case = dossier.case
    names = door.names_of(case)
    for start in range(0, len(names), MOST_NAMES):
        part = names[start : start + MOST_NAMES]
        seq, result, _ = door.recorded(account, register.id, case.id, PURPOSE, part, at)
        if isinstance(result, Barred):
            return "; ".join(o.text for o in result.obstacles)
        if start == 0:
            door.told_on(account, register.id, seq, result, case, at)
    return ""


def _covered(line: Looked, refused: dict[str, str]) -> Looked:
    why = refused.get(line.register)
    return replace(line, entries=None, problem=NOT_ASKED.format(why=why)) if why else line
