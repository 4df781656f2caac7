"""Asking the witnesses: for their cosignatures, and whether one of them knows more than this database."""

import urllib.error
import urllib.request
from dataclasses import dataclass
from enum import Enum

from django.db import transaction
from django.db.models import Max

from rogatory.journal.checkpoint import Checkpoint as Point
from rogatory.journal.note import Note, NoteError, Verifier, base64
from rogatory.journal.tree import EMPTY_ROOT
from rogatory.registry.ledger import keys, reading
from rogatory.registry.ledger.append import lock
from rogatory.registry.ledger.models import Checkpoint, Cosignature, Head

_LARGEST_ANSWER = 1 << 16
_OK, _CONFLICT, _INCONSISTENT = 200, 409, 422


class State(Enum):
    """How a witness answered."""

    COSIGNED = "cosigned"
    """It saw the newest checkpoint and signed it."""
    UNREACHABLE = "unreachable"
    """It did not answer, or not as the protocol says: no harm, and no cosignature."""
    REFUSED = "refused"
    """It does not know this log or its key."""
    ALARM = "alarm"
    """It knows a longer journal or another history. Nothing is appended any more."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of asking one witness.

    Attributes:
        witness: Its name in the policy.
        state: How it answered.
        text: A sentence on it.
    """

    witness: str
    state: State
    text: str


def ask(*, timeout: float = 5) -> list[Outcome]:
    """Have every witness of the policy that has an address cosign the newest checkpoint.

    To be called after commits, and before anything is appended when the program starts: a witness that knows a longer
    journal means that a backup was restored over it, or that it was rewritten. Then the journal is closed.

    Args:
        timeout: Seconds to wait for each witness.

    Raises:
        NotCommittedError: A transaction is open.
        NoKeyError: The data folder holds no key.
    """
    reading.refuse_inside_transaction()
    policy = keys.policy()
    outcomes = []
    for name, url in policy.urls.items():
        outcome = _ask(name, policy.witnesses[name], url, timeout)
        if outcome.state is State.ALARM:
            _close(outcome.text)
        outcomes.append(outcome)
    return outcomes


def lag() -> dict[str, int]:
    """How many of the newest entries each witness of the policy that has an address has not signed yet.

    Raises:
        NoKeyError: The data folder holds no key.
    """
    policy, size = keys.policy(), reading.size()
    names = {name: policy.witnesses[name].name for name in policy.urls}
    signed = Cosignature.objects.filter(witness__in=names.values()).values("witness").annotate(size=Max("size"))
    known = {row["witness"]: row["size"] for row in signed}
    return {name: size - known.get(key, 0) for name, key in names.items()}


def _newest() -> tuple[int, str]:
    """Size and note of the newest checkpoint; an empty journal signs one of size 0, for a witness may know better."""
    point = Checkpoint.objects.order_by("-size").first()
    if point is not None:
        return point.size, point.note
    signer = keys.signer()
    return 0, Point(signer.verifier.name, 0, EMPTY_ROOT).signed(signer)


def _ask(name: str, key: Verifier, url: str, timeout: float) -> Outcome:
    size, note = _newest()
    cosigned = Cosignature.objects.filter(witness=key.name, size__lte=size).order_by("-size")
    old = cosigned.values_list("size", flat=True).first() or 0
    try:
        status, body = _post(url, old, size, note, timeout)
        if status == _CONFLICT:
            known = int(body)
            if known > size:
                text = f"witness {name} knows {known} entries of this journal, its database only {size}"
                return Outcome(name, State.ALARM, f"{text}: a backup was restored, or entries were taken away")
            if known == old == size:
                return Outcome(name, State.ALARM, f"witness {name} knows another history of {size} entries")
            old = known
            status, body = _post(url, old, size, note, timeout)
        if status == _CONFLICT and int(body) == size:
            return Outcome(name, State.ALARM, f"witness {name} knows another history of {size} entries")
        if status == _INCONSISTENT:
            return Outcome(name, State.ALARM, f"witness {name} knows another history of {old} entries")
        if status != _OK:
            return Outcome(name, State.REFUSED, f"witness {name} answered {status}: {body.strip()[:200]}")
        return _take(name, key, size, note, body)
    except (OSError, ValueError) as error:
        return Outcome(name, State.UNREACHABLE, f"witness {name} could not be asked: {error}")


def _post(url: str, old: int, size: int, note: str, timeout: float) -> tuple[int, str]:
    proof = reading.consistency(old, size)
    body = "\n".join([f"old {old}", *map(base64, proof), "", note]).encode()
    request = urllib.request.Request(f"{url}/add-checkpoint", body)  # noqa: S310 - the address stands in the policy
    try:
        with urllib.request.urlopen(request, timeout=timeout) as answer:  # noqa: S310
            return answer.status, answer.read(_LARGEST_ANSWER).decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read(_LARGEST_ANSWER).decode()


def _take(name: str, key: Verifier, size: int, note: str, body: str) -> Outcome:
    signed = Note.parse(note + body)
    if key not in signed.signers([key]):
        msg = "it sent no signature of its own key"
        raise NoteError(msg)
    if size:
        mine = (line for line in Note.parse(note + body).lines if _is_of(line, signed.text, key))
        Cosignature.objects.get_or_create(size=size, witness=key.name, defaults={"line": next(mine)})
    return Outcome(name, State.COSIGNED, f"witness {name} cosigned {size} entries")


def _is_of(line: str, text: str, key: Verifier) -> bool:
    return key in Note(text, (line,)).signers([key])


def _close(text: str) -> None:
    with transaction.atomic():
        lock(closed=True)
        Head.objects.update(alarm=text)
