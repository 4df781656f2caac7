"""The audit: every commitment, every hash, the root and every signature, recomputed from what is stored."""

import json
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Any

from django.db import DatabaseError

from rogatory.journal import leaf, tree
from rogatory.journal.checkpoint import Checkpoint as Point
from rogatory.journal.checkpoint import open_checkpoint
from rogatory.journal.leaf import Leaf, LeafError
from rogatory.journal.note import NoteError, Verifier, base64
from rogatory.journal.proof import HEAD, Proof
from rogatory.registry.ledger import keys, originals, store, timestamps
from rogatory.registry.ledger.damage import Damage, Report
from rogatory.registry.ledger.guards import TOMBSTONE
from rogatory.registry.ledger.models import Burial, Cosignature, Entry, Erasure, Head, Original

_TOLD_EVERY = 1_000
_AFTER_ALL = 2**63
_BURIAL = ("digest", "entry", "tombstone")


def audit(known: Iterable[str] = (), tell: Callable[[int, int], None] = lambda done, of: None) -> Report:
    """Recompute the whole journal.

    Args:
        known: Checkpoints or receipts that somebody else kept, as text. Against these neither a journal that was cut
            short can stand, nor one that whoever has its key wrote anew.
        tell: Is told now and then how many entries are done, and of how many.
    """
    report = Report()
    try:
        log, policy = keys.signer().verifier, keys.policy()
    except ValueError as error:
        report.add(Damage.KEY, -1, f"the journal's key or policy cannot be read: {error}")
        return report
    if log not in policy.logs:
        report.add(Damage.KEY, -1, "the policy names another key than the one that signs")
    try:
        with store.snapshot():
            walk, size = _Walk(report, log, list(policy.witnesses.values()), known), Entry.objects.count()
            for row in store.walk("entry", store.ENTRY):
                walk.entry(row)
                if not walk.next % _TOLD_EVERY:
                    tell(walk.next, max(size, walk.next))
            walk.end()
            tell(walk.next, walk.next)
            for text in store.contradictions():
                report.add(Damage.DATABASE, -1, f"the database contradicts itself: {text}")
    except (DatabaseError, TypeError, ValueError, AttributeError) as error:
        report.add(Damage.DATABASE, -1, f"what is stored cannot be read: {error}")
    return report


class _Beside:
    """Rows of another table, walked through beside the entries; the first column is the key."""

    def __init__(self, table: str, columns: Sequence[str]) -> None:
        self._rows = store.walk(table, columns)
        self._next = next(self._rows, None)

    def upto(self, key: int) -> list[Any]:
        """The rows whose key is at most this one and were not given yet."""
        found = []
        while self._next is not None and self._next[0] <= key:
            found.append(self._next)
            self._next = next(self._rows, None)
        return found


class _Walk:
    """One walk over all entries in their order, with everything that hangs on them beside."""

    def __init__(self, report: Report, log: Verifier, witnesses: list[Verifier], known: Iterable[str]) -> None:
        self.report, self.log, self.witnesses = report, log, witnesses
        self.known = self._opened(known)
        self.next = 0
        self.peaks: list[bytes] = []
        # Right of a gap no hash can be recomputed any more; what each entry says still can.
        self.whole = True
        self.misplaced: dict[int, int] = {}
        self.unshown: list[tuple[int, str]] = []
        self.tombstones: dict[tuple[int, str], int] = {}
        self.burials: dict[tuple[str, int], int] = {}
        self.brought: dict[str, int] = {}
        self.secrets = _Beside("secret", store.SECRET)
        self.nodes = _Beside("node", store.NODE)
        self.points = _Beside("checkpoint", store.CHECKPOINT)
        self.lines: dict[int, list[tuple[str, str]]] = {}
        for size, witness, line in Cosignature.objects.order_by("witness").values_list("size", "witness", "line"):
            self.lines.setdefault(size, []).append((witness, line))
        self.signed: dict[int, str] = {}
        self.last = 0

    def _opened(self, known: Iterable[str]) -> dict[int, set[bytes]]:
        found: dict[int, set[bytes]] = {}
        for text in known:
            try:
                point, _ = open_checkpoint(Proof.parse(text).note if text.startswith(HEAD) else text, self.log)
                found.setdefault(point.size, set()).add(point.root)
            except NoteError as error:
                self.report.add(Damage.CHECKPOINT, -1, f"what somebody kept is no checkpoint of this journal: {error}")
        return found

    # --- each entry

    def entry(self, row: Any) -> None:  # noqa: ANN401 - a row
        """Check one entry and whatever belongs to it."""
        seq, case, act, thing, actor, time, data, stored = row
        if seq != self.next:
            self.report.add(Damage.DROPPED, self.next, f"entries {self.next} to {seq - 1} are not there")
            self.whole = False
        hashed = tree.leaf_hash(data)
        if hashed != stored:
            self.report.add(Damage.ALTERED, seq, f"entry {seq} does not have the hash it was appended with")
        try:
            read = leaf.parse(data)
        except LeafError:
            self.report.add(Damage.ALTERED, seq, f"entry {seq} is no leaf")
        else:
            if read.seq != seq:
                self.misplaced[seq] = read.seq
            elif (read.case, read.act, read.object, read.actor, read.time) != (case, act, thing, actor, _written(time)):
                self.report.add(Damage.ALTERED, seq, f"the columns of entry {seq} do not say what its leaf says")
            self._secrets(seq, read)
        if self.whole and (added := tree.grow(seq, self.peaks, hashed)):
            self._nodes(seq, added)
        self.next = seq + 1
        for size, root, note in self.points.upto(self.next):
            self._point(size, root, note)
        if self.next in self.known:
            self._known(self.known.pop(self.next))

    def _secrets(self, seq: int, read: Leaf) -> None:
        shown = set()
        for number, field, salt, value in self.secrets.upto(seq):
            said = base64(leaf.commitment(salt, field, value))
            if number == seq and field in read.fields:
                shown.add(field)
            # HMAC takes a salt and the same with zeros behind for one key, so its length is looked at too.
            if number != seq or read.fields.get(field) != said or len(salt) != leaf.SALT_BYTES:
                text = f"field {field!r} of entry {number} does not fit the commitment in its leaf"
                self.report.add(Damage.SECRET, number, text)
            elif read.act == TOMBSTONE and field == "erased":
                for erased, fields in json.loads(value).items():
                    self.tombstones.update({(int(erased), name): seq for name in fields})
            elif read.act == TOMBSTONE and field == "originals":
                self.burials.update(dict.fromkeys(json.loads(value).items(), seq))
            elif read.act == originals.BROUGHT and field == "digest":
                self.brought[json.loads(value)] = seq
        self.unshown += [(seq, field) for field in read.fields if field not in shown]

    def _nodes(self, seq: int, added: Sequence[bytes]) -> None:
        first = tree.position((1, seq >> 1))
        expected = list(enumerate(added, first))
        stored = self.nodes.upto(first + len(added) - 1)
        for place in {place for place, _ in set(stored) ^ set(expected)} if stored != expected else ():
            self.report.add(Damage.NODE, place, f"the hash at place {place} of the tree is not the right one")

    def _point(self, size: int, root: bytes, note: str) -> None:
        self.last = max(self.last, size)
        try:
            signed, _ = open_checkpoint(note, self.log)
        except NoteError as error:
            self.report.add(Damage.CHECKPOINT, size, f"the checkpoint of size {size} does not verify: {error}")
            return
        if Point(self.log.name, size, root) != signed or note.count("\n— ") != 1:
            self.report.add(Damage.CHECKPOINT, size, f"the row of checkpoint {size} does not say what its note says")
        elif self.whole and size == self.next and root != tree.fold(self.peaks):
            self.report.add(
                Damage.FORKED, size, f"the log signed another history of {size} entries than the one stored"
            )
        for witness, line in self.lines.pop(size, []):
            try:
                _, by = open_checkpoint(f"{note}{line}\n", self.log, self.witnesses)
            except NoteError:
                by = []
            if [key.name for key in by] != [witness] or "\n" in line:
                self.report.add(
                    Damage.COSIGNATURE, size, f"a line of {witness!r} under checkpoint {size} is not its own"
                )

    def _known(self, roots: Iterable[bytes]) -> None:
        for root in roots:
            if self.whole and root != tree.fold(self.peaks):
                text = f"somebody holds a checkpoint of another history of {self.next} entries"
                self.report.add(Damage.FORKED, self.next, text)

    # --- what can only be said once every entry was read

    def end(self) -> None:
        """Check the end of the journal and what hangs beyond it."""
        report = self.report
        report.size, report.root = self.next, tree.fold(self.peaks)
        self._known(self.known.pop(0, ()) if not self.next else ())
        for size in sorted(self.known):
            if size:
                text = f"somebody holds a checkpoint of {size} entries; here are {self.next}"
                report.add(Damage.ROLLED_BACK, size, text)
        self._misplaced()
        for number, field, *_ in self.secrets.upto(_AFTER_ALL):
            report.add(Damage.SECRET, number, f"field {field!r} belongs to entry {number}, which is not there")
        for place, _ in self.nodes.upto(_AFTER_ALL) if self.whole else ():
            report.add(Damage.NODE, place, f"node {place} belongs to no tree of {self.next} entries")
        self._ends()
        for size in self.lines:
            report.add(Damage.COSIGNATURE, size, f"a cosignature of size {size} belongs to no checkpoint")
        self._erasures()
        self._originals()
        timestamps.audit(report)

    def _ends(self) -> None:
        before = self.last
        for size, root, note in self.points.upto(_AFTER_ALL):
            self._point(size, root, note)
        head = Head.objects.filter(id=1).first()
        end = max(self.last, head.size if head else 0)
        if end > self.next:
            self.report.add(Damage.TRUNCATED, self.next, f"entries {self.next} to {end - 1} are not there")
        elif self.whole and self.next and (head is None or bytes(head.peaks) != b"".join(self.peaks)):
            self.report.add(Damage.HEAD, self.next, "the stored end of the journal is not its end")
        elif self.next != (head.size if head else 0):
            self.report.add(Damage.HEAD, self.next, "the stored end of the journal is before its end")
        if before != self.next and self.last == before:
            self.report.add(Damage.CHECKPOINT, self.next, f"the last {self.next - before} entries have no checkpoint")

    def _misplaced(self) -> None:
        for seq, said in self.misplaced.items():
            if self.misplaced.get(said) == seq:
                if seq < said:
                    self.report.add(Damage.SWAPPED, seq, f"entries {seq} and {said} stand in each other's place")
            elif said not in self.misplaced and said < self.next:
                self.report.add(Damage.DUPLICATED, seq, f"entry {said} stands a second time in place {seq}")
            else:
                self.report.add(Damage.DROPPED, seq, f"in place {seq} stands what was entry {said}")

    def _erasures(self) -> None:
        missing = set(self.unshown)
        for seq, field in self.unshown:
            if (seq, field) in self.tombstones:
                self.report.erased.append((seq, field, self.tombstones[seq, field]))
            else:
                self.report.add(Damage.MISSING, seq, f"field {field!r} of entry {seq} is gone without a tombstone")
        rows = Erasure.objects.values_list("seq", "field", "tombstone")
        recorded = {(seq, field): tombstone for seq, field, tombstone in rows}
        for seq, field in sorted(recorded.keys() | self.tombstones.keys()):
            if recorded.get((seq, field)) != self.tombstones.get((seq, field)):
                text = f"the erasure of field {field!r} of entry {seq} is not recorded as its tombstone says"
                self.report.add(Damage.ERASURE, seq, text)
            elif (seq, field) not in missing:
                text = f"field {field!r} of entry {seq} is still there although it was erased"
                self.report.add(Damage.ERASURE, seq, text)

    def _originals(self) -> None:
        """Check that what came in is there as it came, or was lawfully erased."""
        for digest, size, data in Original.objects.values_list("digest", "size", "data").iterator(chunk_size=1):
            self._original(digest, size, bytes(data))
        kept = dict(Original.objects.values_list("digest", "entry"))
        recorded = {(digest, entry): stone for digest, entry, stone in Burial.objects.values_list(*_BURIAL)}
        for digest, entry in sorted(recorded.keys() | self.burials.keys()):
            stone = self.burials.get((digest, entry))
            if recorded.get((digest, entry)) != stone:
                text = f"the erasure of the original {digest} is not recorded as its tombstone says"
                self.report.add(Damage.ERASURE, entry, text)
            elif kept.get(digest) == entry:
                self.report.add(Damage.ERASURE, entry, f"the original {digest} is still there although it was erased")
            elif stone is not None:
                self.report.originals.append((digest, stone))
        last: dict[str, int] = {}
        for (digest, _), stone in self.burials.items():
            last[digest] = max(stone, last.get(digest, -1))
        for digest, seq in self.brought.items():
            if digest not in kept and last.get(digest, -1) < seq:
                text = f"the original {digest} that came in with entry {seq} is gone without a tombstone"
                self.report.add(Damage.MISSING, seq, text)

    def _original(self, digest: str, size: int, data: bytes) -> None:
        if originals.digest_of(data) != digest or len(data) != size:
            seq = self.brought.get(digest, -1)
            self.report.add(Damage.ALTERED, seq, f"the original {digest} is not what came in")


def _written(time: Any) -> str:  # noqa: ANN401 - a column that may have been damaged
    """A moment as a leaf writes it; SQLite keeps text, in UTC, with a fraction of a second only where there is one."""
    if isinstance(time, str):
        whole, _, fraction = time.partition(".")
        return f"{whole.replace(' ', 'T')}.{fraction or '000000'}Z" if fraction != "000000" else ""
    return leaf.moment(time) if isinstance(time, datetime) and time.tzinfo else ""
