"""Asking a register that is kept elsewhere, at the service of its custodian: request in, graded answer out.

It is asked on the record here before, and there before it answers. What could not be asked was not looked through: that
is told as such, and never as nothing found.
"""

from http.client import HTTPException

from django.conf import settings

from rogatory.casefile.model import CaseFile
from rogatory.client import Client, Refused
from rogatory.linkage.wording import UNREACHABLE
from rogatory.office.streams.register_answers import Answer, Word
from rogatory.registers.writing import asked_values
from rogatory.registry.registers.custodians import Custodian

SECONDS = 20
"""How long the service of a custodian may take."""


class NotAskedError(LookupError):
    """The service of a custodian could not be asked; the message says why, and nothing of what the register holds."""


def kept(register: str) -> Custodian | None:
    """Where a register is kept, if it is kept elsewhere."""
    found: Custodian | None = settings.CUSTODIANS.get(register)
    return found


def answer(custodian: Custodian, case: str, purpose: str, about: CaseFile) -> Answer:
    """What the custodian answers.

    Args:
        custodian: Where the register is kept.
        case: Number of the case it is asked for, here.
        purpose: What the answer is needed for.
        about: Who and what is asked for.

    Raises:
        NotAskedError: There is no answer.
    """
    office = settings.OFFICE or settings.ADDRESS
    asked = asked_values(about)
    persons = asked.pop("persons")
    try:
        client = Client(custodian.address, custodian.token, timeout=SECONDS)
        told = client.ask(custodian.register, case, purpose, persons, office=office, **asked)
        about_ = tuple(sorted((str(object_), str(mark)) for object_, mark in told["about"].items()))
        return Answer(Word(told["word"]), about=about_, entries=int(told["entries"]), as_of=str(told["as_of"]))
    except Refused as error:
        raise NotAskedError(_refusal(error)) from error
    except (OSError, HTTPException, ValueError, KeyError, TypeError, AttributeError) as error:
        # It does not answer, or what answers is no such service.
        raise NotAskedError(UNREACHABLE[0]) from error


def _refusal(error: Refused) -> str:
    if error.status >= 500:  # noqa: PLR2004 - statuses of a server that fails
        return UNREACHABLE[0]
    why = "; ".join(str(o.get("text", "")) for o in error.obstacles) or f"the service refused ({error.kind})"
    return f"not asked: {why}"
