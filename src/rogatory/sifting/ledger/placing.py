"""Where the ledger of a seizure is kept: in its folder, or in PostgreSQL, which the folder then remembers."""

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from rogatory.sifting.ledger.database import Database, LedgerError, Lite
from rogatory.sifting.ledger.ledger import Ledger
from rogatory.sifting.ledger.looking import Looking
from rogatory.sifting.sealed.sealing import Seizure

if TYPE_CHECKING:
    from rogatory.sifting.ledger.postgres import Postgres

_KINDS = ("postgresql://", "postgres://")
Stamp = tuple[tuple[int, int], ...]


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
    ledger = Ledger(_kept(seizure, address, begin=begin))
    if not seizure.ledger.exists():
        _elsewhere(seizure).touch()  # it does not say where: an address may hold a password
    return ledger


def looked_at(seizure: Seizure, address: str = "") -> Looking:
    """The ledger of a seizure, where it was begun, for reading alone.

    Args:
        seizure: The seizure.
        address: Where PostgreSQL is, if its ledger is there.

    Raises:
        LedgerError: There is none, it is in PostgreSQL and nobody says where, or it cannot be reached.
        SealError: There is no seizure in the folder.
    """
    return Looking(_kept(seizure, address, look=True))


def stamp(seizure: Seizure, address: str = "") -> Stamp:
    """What changes with every change of a ledger that pages show; empty: reading was not begun.

    Args:
        seizure: The seizure.
        address: Where PostgreSQL is, if its ledger is there.

    Raises:
        LedgerError: It is in PostgreSQL, and cannot be reached.
        SealError: There is no seizure in the folder.
    """
    if is_elsewhere(seizure):
        with closing(_postgres(seizure, address, look=True)) as found:
            return (found.stamp(),)
    files = (seizure.ledger, seizure.ledger.with_name(f"{seizure.ledger.name}-wal"))
    return tuple((s.st_mtime_ns, s.st_size) for s in (path.stat() for path in files if path.exists()))


def is_begun(seizure: Seizure) -> bool:
    """Whether there is a ledger of a seizure, in its folder or elsewhere: whether reading it was begun."""
    return seizure.ledger.exists() or is_elsewhere(seizure)


def is_elsewhere(seizure: Seizure) -> bool:
    """Whether the ledger of a seizure is in PostgreSQL, and not in its folder."""
    return not seizure.ledger.exists() and _elsewhere(seizure).exists()


def bring_home(seizure: Seizure, address: str) -> None:
    """Bring the ledger from PostgreSQL into the folder of the seizure.

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
    _elsewhere(seizure).unlink()


def _kept(seizure: Seizure, address: str, *, begin: bool = False, look: bool = False) -> Database:
    """The database of a ledger: a file in the folder, or PostgreSQL."""
    elsewhere = _elsewhere(seizure).exists()
    if seizure.ledger.exists() or (begin and not address and not elsewhere):
        return Lite(seizure.ledger, look=look)
    if not (begin or elsewhere):
        raise LedgerError(f"{seizure.folder}: nothing was read yet; run `rogatory material run` first")
    return _postgres(seizure, address, begin=begin, look=look)


def _postgres(seizure: Seizure, address: str, *, begin: bool = False, look: bool = False) -> "Postgres":
    if not address:
        raise LedgerError(f"{seizure.folder}: its ledger is in PostgreSQL; say where: ROGATORY_LEDGER")
    if not address.startswith(_KINDS):
        raise LedgerError(f"{address.partition(':')[0]}: no place for a ledger; say postgresql://USER@HOST/NAME")
    try:
        from rogatory.sifting.ledger.postgres import Postgres  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise LedgerError(f"PostgreSQL cannot be spoken with ({error}); install rogatory[postgres]") from error
    return Postgres(address, seizure.ident(), begin=begin, look=look)


def _elsewhere(seizure: Seizure) -> Path:
    return seizure.folder / "ledger.elsewhere"
