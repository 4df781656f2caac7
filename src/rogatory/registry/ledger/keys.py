"""The journal's own key and the policy on its witnesses, both files in the data folder.

`journal-key` holds the private key with the name of the log, as the note tools of Go write theirs; whoever has it can
speak for the journal. `journal-policy` (C2SP tlog-policy) holds the public key, the witnesses with their addresses, and
the quorum: it is the file to hand to whoever wants to verify.
"""

import os
import secrets
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from rogatory.journal.note import Signer, Type
from rogatory.journal.policy import Policy

KEY = "journal-key"
POLICY = "journal-policy"


class NoKeyError(Exception):
    """The data folder has no key: nothing was ever set up there."""


def make_keys(folder: Path, origin: str = "rogatory.example/journal") -> Signer:
    """Make the journal's key and a policy without witnesses.

    Args:
        folder: The data folder; it must exist.
        origin: Name of the log for ever: an address of the office without scheme, as C2SP tlog-checkpoint advises.

    Raises:
        FileExistsError: There is a key; a journal never gets a second one in its place.
    """
    signer = Signer(origin, Type.LOG, secrets.token_bytes(32))
    write_private(folder / KEY, signer)
    with (folder / POLICY).open("x", encoding="utf-8") as file:
        file.write(f"# Whose word is taken on this journal (C2SP tlog-policy).\nlog {signer.verifier}\nquorum none\n")
    return signer


def write_private(path: Path, signer: Signer) -> None:
    """Write a private key so that only its owner can read it.

    Raises:
        FileExistsError: There is such a file.
    """
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(signer.private() + "\n")


def signer() -> Signer:
    """The key that signs checkpoints.

    Raises:
        NoKeyError: There is none.
    """
    return _signer(*_found(KEY))


def policy() -> Policy:
    """The policy on witnesses, read anew once the file has changed.

    Raises:
        NoKeyError: There is none.
        PolicyError: It cannot be read.
    """
    return _policy(*_found(POLICY))


def policy_text() -> str:
    """The policy as its file says it: for whoever verifies.

    Raises:
        NoKeyError: There is none.
    """
    return Path(_found(POLICY)[0]).read_text("utf-8")


def _found(name: str) -> tuple[str, int]:
    path = os.path.join(settings.DATA, name)  # noqa: PTH118 - on the way of every append
    try:
        return path, os.stat(path).st_mtime_ns  # noqa: PTH116
    except FileNotFoundError:
        msg = f"{path} is missing. Run `rogatory init`, or restore it from where the office keeps it."
        raise NoKeyError(msg) from None


@lru_cache(maxsize=2)
def _signer(path: str, _changed: int) -> Signer:
    return Signer.parse(Path(path).read_text("utf-8"))


@lru_cache(maxsize=2)
def _policy(path: str, _changed: int) -> Policy:
    return Policy.parse(Path(path).read_text("utf-8"))
