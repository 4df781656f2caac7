"""A store, a journal with a witness, and a snapshot of cleared items: what the tests of packages start from."""

import io
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from hashlib import sha256

import numpy as np
from PIL import Image

from rogatory.journal import tree
from rogatory.journal.checkpoint import Checkpoint, with_lines
from rogatory.journal.leaf import canonical, commitment, moment, write
from rogatory.journal.note import Signer, Type
from rogatory.journal.policy import Policy
from rogatory.journal.proof import Proof
from rogatory.material.cleared import take
from rogatory.material.clearing import Clearing
from rogatory.material.items import Digest, item_id, seizure_id
from rogatory.packaging.building import FIELD, build, lay_out
from rogatory.packaging.snapshot import Decision, Licence, Piece, Receipt, Snapshot
from rogatory.packaging.withheld import Ground

AT = datetime(2026, 11, 3, 9, 30, tzinfo=UTC)
LIMITS = {
    "evidence": Licence("Evidence in this case only", "To be used as evidence in case 2026/17, and in no other."),
    "spoken-to": Licence("Not shown to others", "Not to be shown to anybody but the court. To be returned in 2027."),
}
LETTER = "Dear colleague,\nthe invoices of March are attached, as you asked.\n"
WITHHELD = "What my client told me in the cell stays between us: she fled by the northern road in April.\n"
LOG = Signer("rogatory.example/journal", Type.LOG, bytes(32))
WITNESS = Signer("witness.bar.example/w1", Type.WITNESS, bytes(range(32)))
POLICY = f"log {LOG.verifier}\nwitness bar {WITNESS.verifier}\nquorum bar\n"


def picture(kind="JPEG", size=(120, 80), colour="#405060", **told):
    out = io.BytesIO()
    Image.new("RGB", size, colour).save(out, kind, **told)
    return out.getvalue()


@dataclass
class Shelf:
    """Contents by digest."""

    kept: dict[str, bytes] = field(default_factory=dict)

    def put(self, data):
        data = data.encode() if isinstance(data, str) else data
        digest = Digest(sha256(data).hexdigest())
        self.kept[digest] = data
        return digest

    def read(self, digest):
        if digest not in self.kept:
            raise FileNotFoundError(2, "no such content")
        return self.kept[digest]


@dataclass
class Journal:
    """A journal in memory."""

    leaves: list[bytes] = field(default_factory=list)

    def append(self, act, thing, fields):
        names = ("u1", act, thing, "case-1")
        self.leaves.append(write(len(self.leaves), moment(AT), names, fields))
        return len(self.leaves) - 1

    def hashes(self, nodes):
        """The hashes of complete nodes."""
        leaves = [tree.leaf_hash(leaf) for leaf in self.leaves]

        def of(level, index):
            if level == 0:
                return leaves[index]
            return tree.node_hash(of(level - 1, 2 * index), of(level - 1, 2 * index + 1))

        return [of(*node) for node in nodes]

    def checkpoint(self, *, log=LOG, witness=WITNESS):
        root = tree.fold(self.hashes(tree.complete(0, len(self.leaves))) if self.leaves else [])
        made = Checkpoint(log.verifier.name, len(self.leaves), root)
        return with_lines(made.signed(log), [witness.sign(made.text, 1_793_700_000)] if witness else [])

    def receipt(self, index, **signers):
        path = tree.inclusion(index, len(self.leaves), self.hashes)
        return str(Proof(index, tuple(path), self.checkpoint(**signers), self.leaves[index]))


def clearing(count, withheld=()):
    return Clearing(np.array([i not in withheld for i in range(count)]), {})


def pieces(shelf, *told):
    """Cleared items, each told as data, media type, and what differs: licence, text that was read."""
    found = []
    judged = clearing(len(told))
    for place, (data, media, *rest) in enumerate(told):
        more = dict(rest[0]) if rest else {}
        text = more.get("text")
        digest = shelf.put(data)
        cleared = take(judged, place, item_id(seizure_id("s1"), f"{place}".encode()), digest)
        licence = more.get("licence", "evidence")
        found.append(Piece(cleared, media, licence, None if text is None else shelf.put(text)))
    return tuple(found)


def snapshot(*told, withheld=(WITHHELD,), journal=None, **changed):
    """A snapshot of these items; without any, of a letter, a photo and a paper."""
    shelf = Shelf()
    told = told or (
        (LETTER, "text/plain"),
        (picture(exif=b"Exif\0\0taken by A. B."), "image/jpeg", {"licence": "spoken-to"}),
        (picture("PDF", title="a secret title"), "application/pdf"),
    )
    journal = journal or a_journal()
    values = {
        "package": "P-2026-17",
        "recipient": "Prosecutor's Office of Ruritania",
        "reference": "RR 4/2026",
        "decision": Decision("2026/311", "Court of Brussels", date(2026, 11, 2)),
        "at": AT,
        "head": journal.checkpoint(),
        "licences": LIMITS,
        "pieces": pieces(shelf, *told),
        "store": shelf,
        "withheld": {Ground.PROTECTED: 2, Ground.OUTSIDE: 31},
        "withheld_texts": tuple(map(shelf.put, withheld)),
    }
    return Snapshot(**{**values, **changed})


def a_journal():
    journal = Journal()
    for number in range(5):
        journal.append("read-item", f"i{number}", {})
    return journal


def receipted(made, journal=None, *, payload=None, thing=None, later=3, **signers):
    """The snapshot with the receipt of an entry that commits to its payload."""
    journal = journal or a_journal()
    salt = bytes(range(100, 132))
    payload = payload or lay_out(made).payload
    index = journal.append("transmit", thing or made.package, {FIELD: commitment(salt, FIELD, canonical(payload))})
    for number in range(later):
        journal.append("read-item", f"j{number}", {})
    return replace(made, receipt=Receipt(journal.receipt(index, **signers), salt))


def built(out, made=None, **told):
    """A package in the folder `out`."""
    build(receipted(made or snapshot(), **told), out, Policy.parse(POLICY))
    return out


def files(folder):
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}
