"""Where the ledger of a seizure is kept: in its folder, or in PostgreSQL, which the folder then remembers."""

from rogatory.sifting.database import LedgerError
from rogatory.sifting.ledger import Ledger
from rogatory.sifting.sealing import Seizure

_KINDS = ("postgresql://", "postgres://")


def opened(seizure: Seizure, address: str = "", *, begin: bool = False) -> Ledger:
    """The ledger of a seizure, where it was begun.

    Args:
        seizure: The seizure.
        address: Where PostgreSQL is, as `postgresql://user@host/name`; empty: a ledger is begun in the folder.
        begin: Whether it is begun where there is none.

    Raises:
        LedgerError: There is none, it is in PostgreSQL and nobody says where, or it cannot be reached.
        SealError: There is no seizure in the folder.
    """
    elsewhere = seizure.folder / "ledger.elsewhere"
    if seizure.ledger.exists():
        return Ledger(seizure.ledger)
    if not (begin or elsewhere.exists()):
        raise LedgerError(f"{seizure.folder}: nothing was read yet; run `rogatory material run` first")
    if not address:
        if elsewhere.exists():
            raise LedgerError(f"{seizure.folder}: its ledger is in PostgreSQL; say where: ROGATORY_LEDGER")
        return Ledger(seizure.ledger)
    if not address.startswith(_KINDS):
        raise LedgerError(f"{address.partition(':')[0]}: no place for a ledger; say postgresql://USER@HOST/NAME")
    try:
        from rogatory.sifting.postgres import Postgres  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise LedgerError(f"PostgreSQL cannot be spoken with ({error}); install rogatory[postgres]") from error
    ledger = Ledger(Postgres(address, seizure.ident()))
    elsewhere.touch()  # it does not say where: an address may hold a password
    return ledger


def is_begun(seizure: Seizure) -> bool:
    """Whether there is a ledger of a seizure, in its folder or elsewhere: whether reading it was begun."""
    return seizure.ledger.exists() or is_elsewhere(seizure)


def is_elsewhere(seizure: Seizure) -> bool:
    """Whether the ledger of a seizure is in PostgreSQL, and not in its folder."""
    return not seizure.ledger.exists() and (seizure.folder / "ledger.elsewhere").exists()


def bring_home(seizure: Seizure, address: str) -> None:
    """Bring the ledger from PostgreSQL into the folder of the seizure, where the review reads it.

    Broken off, nothing has changed. What PostgreSQL holds is left there.

    Args:
        seizure: The seizure; nothing of it may be left to be read.
        address: Where PostgreSQL is.

    Raises:
        LedgerError: The ledger is not there, or something is still to be read.
    """
    if seizure.ledger.exists():
        raise LedgerError(f"{seizure.folder}: its ledger is here already")
    ledger = opened(seizure, address)
    try:
        if not ledger.finished():
            raise LedgerError(f"{seizure.folder}: it is still being read; run `rogatory material run` to the end first")
        coming = seizure.folder / "ledger.coming"
        for left in seizure.folder.glob("ledger.coming*"):
            left.unlink()
        ledger.copy(coming)
    finally:
        ledger.close()
    coming.rename(seizure.ledger)
    (seizure.folder / "ledger.elsewhere").unlink()
