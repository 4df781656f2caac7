"""Sealing for a case: the registry's journal gives the receipt, and nothing is read before an act opens the seal."""

from collections.abc import Callable, Sequence
from pathlib import Path

from rogatory.material.sealed import Receipt, Sealed
from rogatory.office.errors import Obstacle
from rogatory.office.filing import SEAL_MATERIAL
from rogatory.office.folds.seizures import Seized, sealed_so
from rogatory.office.perform import Barred
from rogatory.registry.cases import door
from rogatory.registry.review import copies
from rogatory.registry.review.models import SeizureCopy
from rogatory.registry.review.readable import called, journal_name
from rogatory.registry.review.shelf import place
from rogatory.sifting.sealed.sealing import Progress, SealError, Seizure
from rogatory.sifting.sealed.sealing import seal as seal_folder


class SealBarredError(Exception):
    """What stands against recording a seal.

    Attributes:
        obstacles: All of it.
    """

    def __init__(self, obstacles: Sequence[Obstacle]) -> None:
        self.obstacles = tuple(obstacles)
        super().__init__("; ".join(one.text for one in self.obstacles))


def seal(
    account: str,
    case: str,
    seizure: str,
    sources: Sequence[Path],
    *,
    holder: str,
    seen: Callable[[Progress], None] = lambda progress: None,
) -> tuple[Sealed, Receipt]:
    """Seal folders and files for a case; the entry of `seal-material` in the journal is the receipt.

    Broken off at any moment it goes on where it was, and sealed before it gives the first receipt.

    Args:
        account: Public identifier of whoever seals.
        case: Number of the case.
        seizure: What it is called there, as `S-1`.
        sources: Folders and files.
        holder: Who it was taken from: a person of the case by identifier, or in words.
        seen: Told how far it is, from time to time.

    Raises:
        NoSuchCaseError: There is no such case for this person.
        SealBarredError: The seal cannot be recorded for this person, or in this case.
        SealError: A source is not there or was changed.
        FormError: The seizure, or the holder, is not called so.
    """

    def acknowledge(sealed: Sealed) -> Receipt:
        if was := _sealed_before(case, seizure, sealed.root.hex()):
            return _receipt(sealed, was)
        form = {"seizure": seizure, "root": sealed.root.hex(), "entries": sealed.size, "files": sealed.files,
                "bytes": sealed.volume, "unreadable": sealed.unreadable, "holder": holder}  # fmt: skip
        outcome = door.do(account, SEAL_MATERIAL.id, case, form=form)
        if isinstance(outcome.result, Barred):
            raise SealBarredError(outcome.result.obstacles)
        was = _sealed_before(case, seizure, sealed.root.hex())
        if was is None:
            raise SealError("the journal holds another seal of this name")
        return _receipt(sealed, was)

    return seal_folder(Seizure(place(case, seizure)), called(case, seizure), sources, acknowledge, seen=seen)


def _sealed_before(case: str, seizure: str, root: str) -> Seized | None:
    row = SeizureCopy.objects.filter(case=case, ident=seizure).first()
    return sealed_so({seizure: copies.seized_of(row)}, seizure, root) if row else None


def _receipt(sealed: Sealed, was: Seized) -> Receipt:
    return Receipt(sealed.seizure, sealed.root, sealed.size, journal_name(), was.place, was.at)
