"""What was seized, as a case knows it: sealed, opened, listed for the person, given back or destroyed.

A seal is recorded before anything is opened: the root of its manifest stands in the case, and whoever holds the root
finds any change. Nothing of a seizure is parsed before the act that opens the seal. What is answered of its items
stands in a stream of its own (`office.review`), because there may be a million of them.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from rogatory.casefile.model import CaseFile
from rogatory.law.acts import DESTROY_MATERIAL, OPEN_SEAL, RETURN_MATERIAL
from rogatory.material.certificates import Certificate, Fate
from rogatory.material.items import Content, Digest
from rogatory.office.filing import GIVE_INVENTORY, SEAL_MATERIAL
from rogatory.office.folds.dossier import Entry

SEIZING = frozenset({SEAL_MATERIAL.id, OPEN_SEAL.id, GIVE_INVENTORY.id, RETURN_MATERIAL.id, DESTROY_MATERIAL.id})
"""Acts on a seizure as a whole, in the case itself."""
OF_A_SEIZURE = ("seals", "opens", "inventory", "certificate")
"""Fields of their entries; each holds what one of them records."""
NAME = re.compile("[A-Z][A-Za-z0-9-]{0,29}")
"""What a seizure may be called in its case, as `S-1`: it is also the name of a folder."""
ENTIRE = "the seizure as a whole"
"""What a certificate says where it covers everything that was sealed."""


@dataclass(frozen=True, slots=True)
class Opened:
    """That the seal was opened.

    Attributes:
        entry: Number of the entry.
        at: When.
        by: Account of whoever opened it.
        present: Who was there, in words: the delegate of the bar where a lawyer's papers were taken.
        ground: The decision or provision it rests on.
    """

    entry: int
    at: datetime
    by: str
    present: str
    ground: str


@dataclass(frozen=True, slots=True)
class Inventory:
    """That a person was given the inventory, and a time to object item by item.

    Attributes:
        entry: Number of the entry.
        person: The person concerned.
        until: Last day to object (inclusive). What is objected to later is decided all the same.
        items: Items it lists, by identifier; empty: all of the seizure.
    """

    entry: int
    person: str
    until: date
    items: frozenset[str] = frozenset()

    def lists(self, item: str) -> bool:
        """Whether an item is among what it lists."""
        return not self.items or item in self.items


@dataclass(frozen=True, slots=True)
class Seized:
    """One seizure of a case.

    Attributes:
        ident: What it is called in the case, as `S-1`.
        root: Root of its manifest, in 64 small hexadecimal digits.
        entries: Lines of the manifest.
        files: Lines that have bytes.
        volume: Bytes of all of them together.
        unreadable: Lines of what is there and could not be read.
        holder: Who it was taken from: a person concerned, by identifier, or in words.
        place: Number of the entry that records the seal.
        at: When that was.
        opened: That the seal was opened; None: it is whole, and nothing is parsed.
        inventories: To whom the inventory was given, in order.
        gone: Numbers of the entries by which something of it was returned or destroyed.
        whole_gone: Whether all of it was: nothing more is done to its items.
    """

    ident: str
    root: str
    entries: int
    files: int
    volume: int
    unreadable: int
    holder: str
    place: int
    at: datetime
    opened: Opened | None = None
    inventories: tuple[Inventory, ...] = ()
    gone: tuple[int, ...] = ()
    whole_gone: bool = False

    def time_to_object_is_over(self, persons: Iterable[str], on: date) -> bool:
        """Whether everybody who must be asked was, and the last day to object has passed.

        Who must be asked is the holder, where it is a person concerned; where it is not, everybody whom the case
        concerns. What nobody was asked for is not known, and nothing of it is cleared.

        Args:
            persons: The persons concerned of the case.
            on: The day.
        """
        everybody = frozenset(persons)
        asked = {one.person: one.until for one in self.inventories if not one.items}
        needed = {self.holder} if self.holder in everybody else everybody
        return bool(needed) and needed <= asked.keys() and all(one.until < on for one in self.inventories)

    def listed_for(self, person: str, item: str) -> bool:
        """Whether a person concerned may speak of an item: it was theirs, or an inventory they were given lists it."""
        return person == self.holder or any(one.person == person and one.lists(item) for one in self.inventories)


def seizures_of(entries: Iterable[Entry]) -> dict[str, Seized]:
    """The seizures of a case by what they are called, folded from its entries in their order."""
    found: dict[str, Seized] = {}
    for entry in entries:
        told = entry.fields
        match entry.act:
            case SEAL_MATERIAL.id if "seals" in told:
                seals = told["seals"]
                found[seals["seizure"]] = Seized(
                    seals["seizure"], seals["root"], seals["entries"], seals["files"], seals["bytes"],
                    seals["unreadable"], seals["holder"], entry.seq, entry.at,
                )  # fmt: skip
            case OPEN_SEAL.id if "opens" in told:
                opened = Opened(entry.seq, entry.at, entry.actor, told["opens"]["present"], told["opens"]["ground"])
                found[entry.object] = replace(found[entry.object], opened=opened)
            case GIVE_INVENTORY.id if "inventory" in told:
                _listed(found, entry, told["inventory"])
            case RETURN_MATERIAL.id | DESTROY_MATERIAL.id if "certificate" in told:
                was = found[entry.object]
                all_ = told["certificate"]["things"] == [ENTIRE]
                found[entry.object] = replace(was, gone=(*was.gone, entry.seq), whole_gone=was.whole_gone or all_)
            case _:
                pass
    return found


def _listed(found: dict[str, Seized], entry: Entry, told: Mapping[str, Any]) -> None:
    was = found[told["seizure"]]
    given = Inventory(entry.seq, entry.object, date.fromisoformat(told["until"]), frozenset(told.get("items", ())))
    found[was.ident] = replace(was, inventories=(*was.inventories, given))


def certificate_of(entry: Entry, seized: Seized) -> Certificate:
    """The certificate an entry gives, for its holder.

    Args:
        entry: One by which something was returned or destroyed.
        seized: The seizure.

    Raises:
        CertificateError: It says too little; the door lets none such in.
    """
    told = entry.fields["certificate"]
    destroyed = entry.act == DESTROY_MATERIAL.id
    witness = entry.fields.get("second") if destroyed else told.get("witness")
    return Certificate(
        f"{entry.case}/{seized.ident}/{entry.seq}",
        Fate.DESTROYED if destroyed else Fate.RETURNED,
        f"{entry.case}:{seized.ident}",
        tuple(Content(Digest(one["sha256"]), one["blake3"], one["size"]) for one in told["contents"]),
        tuple(told["things"]),
        told["holder"],
        f"{entry.fields['role']} {entry.actor}",
        witness or "",
        entry.at,
        told["ground"],
        told.get("method", ""),
        told.get("kept", ""),
    )


def of_others_seizures(entries: Sequence[Entry], persons: frozenset[str], case: CaseFile) -> frozenset[int]:
    """The entries about seizures of which persons concerned learn nothing: taken from another, and not listed for them.

    Args:
        entries: The entries of the case.
        persons: The own persons of whoever reads.
        case: The case file.
    """
    others = frozenset(p.id for p in case.persons) - persons
    foreign = {
        s.ident
        for s in seizures_of(entries).values()
        if s.holder in others and not any(one.person in persons for one in s.inventories)
    }
    return frozenset(e.seq for e in entries if foreign and _seizure(e) in foreign)


def _seizure(entry: Entry) -> str:
    """The seizure an entry is about, done, barred or proposed; empty: none."""
    if str(entry.fields.get("act", entry.act)) not in SEIZING:
        return ""
    told = entry.fields.get("seals") or entry.fields.get("inventory") or entry.fields.get("form") or {}
    return str(told.get("seizure") or entry.object)


def sealed_so(seized: Mapping[str, Seized], ident: str, root: str) -> Seized | None:
    """The seizure of this name if it is sealed with this root; None: there is none, or with another root.

    Who asks twice for the same seal gets the receipt of the first.
    """
    was = seized.get(ident)
    return was if was is not None and was.root == root else None


def openable(entries: Sequence[Entry]) -> tuple[str, ...]:
    """What the seizures are called whose seal is whole."""
    return tuple(s.ident for s in seizures_of(entries).values() if s.opened is None and not s.whole_gone)


def held(entries: Sequence[Entry]) -> tuple[str, ...]:
    """What the seizures are called of which something is still there."""
    return tuple(s.ident for s in seizures_of(entries).values() if not s.whole_gone)
