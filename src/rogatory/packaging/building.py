"""Building a package: written aside, looked through, compared with the journal, and only then there, all at once.

In two steps. First the payload is laid out, and its digest (that of the payload manifest) goes into the journal with
the act that decides to send it. Then the package is built: the same payload, made anew, with the receipt of that entry.
A payload that is no longer the one the journal holds is not built.
"""

import hmac
import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from tempfile import mkdtemp

from rogatory.journal.checkpoint import Checkpoint
from rogatory.journal.leaf import canonical, commitment, parse
from rogatory.journal.note import NoteError, base64
from rogatory.journal.policy import Policy
from rogatory.journal.proof import Proof
from rogatory.material.items import Digest
from rogatory.material.redaction import RedactionError, leaks
from rogatory.packaging import crate, pages
from rogatory.packaging.forms import DRAWN, NoFormError, Shipped, shipped
from rogatory.packaging.net import Net
from rogatory.packaging.snapshot import Piece, Receipt, Snapshot, SnapshotError, Store

FIELD = "payload"
"""The field of the entry that commits to the payload: the SHA-256 of `manifest-sha256.txt`, in hexadecimal digits."""
_DATA = "data"
_PAGES_OF = 1_000
"""Papers and pictures of which small pages are kept while a package is laid out."""
_BAGIT = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"


@dataclass(frozen=True, slots=True)
class Built:
    """A package that was laid out or built.

    Attributes:
        payload: The digest that the journal commits to, in hexadecimal.
        files: Files of the payload.
        size: Their bytes.
        unshipped: Numbers of the pieces, from 1, that have no form in which they can leave, and why.
    """

    payload: str
    files: int
    size: int
    unshipped: dict[int, str]


def lay_out(snapshot: Snapshot) -> Built:
    """What a package would be: its digest, for the journal, and what has no form. Nothing of it is kept.

    Raises:
        SnapshotError: No package may be made of this snapshot.
    """
    with _aside(None) as folder:
        return _payload(snapshot, folder)[0]


def build(snapshot: Snapshot, out: Path, policy: Policy) -> Built:
    """Build a package: the folder `out`, whole, or nothing.

    Args:
        snapshot: What was decided, with the receipt of its entry in the journal.
        out: The folder to make.
        policy: The journals and witnesses whose word is taken.

    Raises:
        SnapshotError: No package may be made of this snapshot, or the receipt is not one of this payload.
        FileExistsError: There is something at `out`.
    """
    if out.exists() or out.is_symlink():
        raise FileExistsError(f"{out} is there already; a package is never written over")
    receipt = snapshot.receipt
    if receipt is None:
        raise SnapshotError(
            "receipt: there is none; lay the payload out, journal its digest, and build with the receipt"
        )
    with _aside(out) as folder:
        made, manifest = _payload(snapshot, folder)
        _acknowledged(snapshot, receipt, made.payload, policy)
        _write(folder, "manifest-sha256.txt", manifest)
        _write(folder, "bagit.txt", _BAGIT)
        oxum = f"{made.size}.{made.files}"
        told = f"External-Identifier: {snapshot.package}\nBagging-Date: {snapshot.at.date()}\nPayload-Oxum: {oxum}\n"
        _write(folder, "bag-info.txt", told.encode())
        _write(folder, "journal/receipt.tlog-proof", receipt.proof.encode())
        _write(folder, "journal/salt.txt", f"{base64(receipt.salt)}\n".encode())
        _write(folder, "tagmanifest-sha256.txt", _manifest(folder, tags=True))
        _settle(folder)
        folder.rename(out)
    return made


@contextmanager
def _aside(out: Path | None) -> Iterator[Path]:
    """A folder beside `out` that is gone afterwards, unless it was moved."""
    folder = Path(mkdtemp(prefix=".package-", dir=out.parent if out else None))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@dataclass
class _Laid:
    """The items as they were laid out: how each is listed, what has no form, and by piece the words it shows."""

    listed: list[crate.Listed] = field(default_factory=list)
    unshipped: dict[int, str] = field(default_factory=dict)
    words: list[tuple[int, str]] = field(default_factory=list)


def _payload(snapshot: Snapshot, folder: Path) -> tuple[Built, bytes]:
    """Write the payload and look through it; what was made, and the payload manifest."""
    if faults := snapshot.faults():
        raise SnapshotError("\n".join(faults))
    laid = _laid(snapshot, folder)
    listed = laid.listed
    told = {
        crate.INVENTORY: canonical(crate.inventory(snapshot, listed, len(laid.unshipped))) + b"\n",
        crate.CRATE: canonical(crate.crate(snapshot, listed)) + b"\n",
        crate.CASE: canonical(crate.case(snapshot, listed)) + b"\n",
        **{crate.licence_file(one.licence): crate.licence_text(snapshot.licences[one.licence]) for one in listed},
    }
    if caught := [*_caught(snapshot, laid.words, told), *_seen(snapshot)]:
        raise SnapshotError("\n".join(caught))
    for name, data in told.items():
        _write(folder, f"{_DATA}/{name}", data)
    manifest = _manifest(folder, tags=False)
    size = sum(one.size for one in listed) + sum(map(len, told.values()))
    return Built(sha256(manifest).hexdigest(), len(listed) + len(told), size, laid.unshipped), manifest


def _laid(snapshot: Snapshot, folder: Path) -> _Laid:
    laid = _Laid()
    for number, piece in enumerate(snapshot.pieces, 1):
        try:
            form = _shipped(piece, snapshot.store)
        except NoFormError as error:
            laid.unshipped[number] = str(error)
            continue
        laid.words += [(number, words) for words in _words(piece, form, snapshot.store)]
        # By the place in the package, not in the seizure: a gap would tell that something stood there.
        file = f"items/{len(laid.listed) + 1:06}.{form.ending}"
        _write(folder, f"{_DATA}/{file}", form.data)
        digest = sha256(form.data).hexdigest()
        original = piece.cleared.content
        laid.listed.append(crate.Listed(file, digest, len(form.data), form.media, form.form, original, piece.licence))
    if not laid.listed:
        raise SnapshotError("pieces: none of them has a form in which it can leave")
    return laid


def _caught(snapshot: Snapshot, words: Sequence[tuple[int, str]], told: Mapping[str, bytes]) -> Iterator[str]:
    """What stands in the way: words of what is withheld, or of what is hidden in a redacted form."""
    net = _net(snapshot)
    for number in dict.fromkeys(number for number, said in words if net.catches(said)):
        yield f"piece {number}: words of what is withheld stand in item {snapshot.pieces[number - 1].cleared.item}"
    for name, data in told.items():
        if net.catches(data.decode()):
            yield f"{name}: words of what is withheld stand in what the package says of itself"
    said = {f"{number} {place}": text for place, (number, text) in enumerate(words)}
    earlier = {
        f"before {place}": _text(snapshot.store, one.text) for place, one in enumerate(snapshot.before) if one.text
    }
    now = snapshot.leaving
    for one in (*now, *snapshot.left):
        if one.text is None or not one.passages:
            continue
        try:
            found = leaks(_text(snapshot.store, one.text), one.passages, {**said, **(earlier if one in now else {})})
        except RedactionError as error:
            raise SnapshotError(f"redacted form {one.version}: {error}") from error
        for (where, place), passage in dict.fromkeys(((*leak.sibling.split(),), leak.passage) for leak in found):
            what = f"shows passage {passage + 1}, hidden in the redacted form {one.version}"
            if where == "before":
                yield f"item {snapshot.before[int(place)].item}, which has left already, {what}"
            else:
                yield f"piece {where}: item {snapshot.pieces[int(where) - 1].cleared.item} {what}"


def _shipped(piece: Piece, store: Store) -> Shipped:
    data = _read(store, piece.cleared.content)
    text = piece.text
    return shipped(data, piece.media, None if text is None else lambda: _read(store, text))


def _words(piece: Piece, form: Shipped, store: Store) -> Iterator[str]:
    """The words of a piece as it leaves; of what leaves as pixels, those that were read in it."""
    if form.media == "text/plain":
        yield form.data.decode()
    if piece.text is not None:
        yield _read(store, piece.text).decode(errors="replace")


def _seen(snapshot: Snapshot) -> Iterator[str]:
    """Pages and pictures that show what is hidden on a page of a redacted form."""
    now = {piece.cleared.item: (piece.cleared.content, piece.media) for piece in snapshot.pieces}
    earlier = {one.item: (one.content, one.media) for one in snapshot.before}
    drawn = lru_cache(_PAGES_OF)(lambda content: pages.small(_read(snapshot.store, content)))
    for form in (*snapshot.leaving, *snapshot.left):
        content, media = {**earlier, **now}[form.version]
        if media not in DRAWN or not (hidden := pages.hidden(drawn(form.content), drawn(content))):
            continue
        others = {**earlier, **now} if form in snapshot.leaving else now
        for item, (other, kind) in others.items():
            if item == form.version or kind not in DRAWN:
                continue
            shown = (one.page for one in hidden for page in drawn(other) if pages.shows(one, page))
            if number := next(shown, 0):
                when = "" if item in now else ", which has left already,"
                what = f"shows page {number}, of which something is hidden in the redacted form {form.version}"
                yield f"item {item}{when} {what}"


def _read(store: Store, digest: Digest) -> bytes:
    """The bytes of a content, if they are those of its digest."""
    try:
        data = store.read(digest)
    except OSError as error:
        raise SnapshotError(f"content {digest}: cannot be read ({error.strerror or error})") from error
    if sha256(data).hexdigest() != digest:
        raise SnapshotError(f"content {digest}: these are other bytes; the store is damaged or was changed")
    return data


def _text(store: Store, digest: Digest) -> str:
    return _read(store, digest).decode(errors="replace")


def _net(snapshot: Snapshot) -> Net:
    # Of an original that leaves in redacted form the rest is no secret; what is hidden is.
    forms = (*snapshot.leaving, *snapshot.left)
    whole = {one.text for one in forms}
    texts = [_text(snapshot.store, digest) for digest in snapshot.withheld_texts if digest not in whole]
    for one in forms:
        text = _text(snapshot.store, one.text) if one.text else ""
        texts += [text[passage.start : passage.end] for passage in one.passages]
    return Net.of(texts, snapshot.permitted)


def _acknowledged(snapshot: Snapshot, receipt: Receipt, payload: str, policy: Policy) -> Checkpoint:
    """Refuse a receipt that is not one of this payload, or that nobody trusted has signed."""
    try:
        proof = Proof.parse(receipt.proof)
        if proof.extra is None:
            raise SnapshotError("receipt: its entry is not enclosed")
        leaf, found = parse(proof.extra), proof.verify(proof.extra, policy)
    except (NoteError, ValueError) as error:
        raise SnapshotError(f"receipt: {error}") from error
    made = base64(commitment(receipt.salt, FIELD, canonical(payload)))
    if not hmac.compare_digest(leaf.fields.get(FIELD, ""), made):
        raise SnapshotError(
            f"receipt: entry {leaf.seq} commits to another payload; this one has the digest {payload}. Items, texts, "
            "use limits or the program that draws pages have changed: journal the new payload"
        )
    if leaf.object != snapshot.package:
        raise SnapshotError(f"receipt: entry {leaf.seq} is of {leaf.object!r}, not of package {snapshot.package!r}")
    return found


def _manifest(folder: Path, *, tags: bool) -> bytes:
    """A manifest of the payload, or of the tag files (RFC 8493, 2.1.3 and 2.2.1), in the order of names."""
    lines = []
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        name = path.relative_to(folder).as_posix()
        if name.startswith(f"{_DATA}/") is not tags:
            # Read again, because what counts is what lies there.
            lines.append(f"{sha256(path.read_bytes()).hexdigest()}  {name}\n")
    return "".join(sorted(lines, key=lambda line: line[66:])).encode()


def _write(folder: Path, name: str, data: bytes) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _settle(folder: Path) -> None:
    """Folders to the disk, so that after a power cut there is the whole package or none."""
    for path in (folder, *(path for path in folder.rglob("*") if path.is_dir())):
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
