"""A case is matched with the registers kept here: each is asked, on the record, before anything is looked up."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from django.utils import timezone

from rogatory.linkage.graded import consulted
from rogatory.linkage.links import in_order
from rogatory.linkage.model import Link, Looked, Screening
from rogatory.linkage.screening import screen
from rogatory.linkage.subjects import asked, subjects
from rogatory.office.folds.dossier import Dossier
from rogatory.office.perform import Barred
from rogatory.office.streams.custody import MOST_NAMES
from rogatory.registers.model import Register
from rogatory.registry.registers import door, elsewhere, store
from rogatory.registry.registers.custodians import Custodian

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
    answers = {
        r.id: _elsewhere(r, kept, dossier)
        for r in door.registers()
        if r.id not in refused and (kept := elsewhere.kept(r.id))
    }
    left_out = frozenset(refused) | answers.keys()
    with store.source(why.keys() - left_out) as (registers, state):
        found = screen(dossier.case, registers, timezone.localdate(at), without=left_out)
    graded = [link for some, _ in answers.values() for link in some]
    links = in_order([*(link for link in found.links if link.register not in left_out), *graded])
    counted = tuple((register, n) for register, n in found.counted if register not in left_out)
    coverage = tuple(_covered(line, refused, answers) for line in found.coverage)
    weak = tuple(one for one in found.weak if one.register not in left_out)
    return Screening(links, counted, coverage, state, weak)


def _elsewhere(register: Register, kept: Custodian, dossier: Dossier) -> tuple[tuple[Link, ...], Looked]:
    """Ask the service of a custodian elsewhere; one that cannot be asked has looked through nothing."""
    case = dossier.case
    names = tuple(dict.fromkeys(form for subject in subjects(case) for form in asked(subject)))
    try:
        answer = elsewhere.answer(kept, case.id, PURPOSE, case)
    except elsewhere.NotAskedError as error:
        return (), Looked(register.id, register.kind, None, "", (), str(error))
    looked = Looked(register.id, register.kind, answer.entries, answer.as_of, names)
    return consulted(register, case, answer.about), looked


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


def _covered(line: Looked, refused: dict[str, str], answers: Mapping[str, tuple[object, Looked]]) -> Looked:
    if line.register in answers:
        return answers[line.register][1]
    why = refused.get(line.register)
    return replace(line, entries=None, problem=NOT_ASKED.format(why=why)) if why else line
