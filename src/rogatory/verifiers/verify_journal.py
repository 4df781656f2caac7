# ruff: noqa: D102, D103, PLR2004, T201, TRY301 - short, for any reader and any Python
"""Verify an exported journal, or one receipt, with nothing but Python 3.9 or newer.

    python verify_journal.py [--policy FILE] [--known FILE]... FOLDER | FILE.tlog-proof

FOLDER is an export, FILE.tlog-proof a receipt. The policy says whose keys are trusted (C2SP tlog-policy); without it an
export is verified by the keys it names itself. Known is a checkpoint or receipt you kept: the journal must contain it.
Each violation is a line: VIOLATION, its kind, its place, what is wrong. Exit code 0: none; 1: some. Checked are the
entries' hashes and the tree over them (RFC 6962), tiles (C2SP tlog-tiles), the signatures of log and witnesses (C2SP
tlog-checkpoint, tlog-cosignature), and that each value shown is the one its entry committed to: HMAC-SHA-256(salt,
"rogatory/journal/v1", newline, field, newline, value). A value may be missing only if a later entry, its tombstone,
erased it, or if the export says that it shows a selection. Time stamps are not checked.
"""

import hmac
import json
import re
import sys
from binascii import a2b_base64, b2a_base64
from functools import reduce
from hashlib import sha256, sha512
from pathlib import Path
from typing import Any

Key = tuple[str, bytes, bytes]  # name, key id, type and public key
P, ORDER = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493  # Ed25519 (RFC 8032, 5.1), slow and short
D = -121665 * pow(121666, -1, P) % P
BASE = (15112221349535400772501151409588531511454012693041857206046113283949847762202, 4 * pow(5, -1, P) % P)


def times(s: int, p: tuple[int, int]) -> tuple[int, int]:
    double = times(s >> 1, plus(p, p)) if s else (0, 1)
    return plus(double, p) if s & 1 else double


def plus(p: tuple[int, int], q: tuple[int, int]) -> tuple[int, int]:
    k = D * p[0] * q[0] * p[1] * q[1]
    x, y = p[0] * q[1] + q[0] * p[1], p[1] * q[1] + p[0] * q[0]
    return x * pow(1 + k, -1, P) % P, y * pow(1 - k, -1, P) % P


def point(data: bytes) -> tuple[int, int]:
    y = int.from_bytes(data, "little") & (1 << 255) - 1
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P)
    x = x if (x * x - square) % P == 0 else x * pow(2, (P - 1) // 4, P) % P
    x = x if x & 1 == data[31] >> 7 else P - x
    if y >= P or (x * x - square) % P or x >= P:
        raise ValueError("no point of the curve")
    return x, y


def check_signature(key: bytes, message: bytes, signature: bytes, name: str) -> None:
    s, h = int.from_bytes(signature[32:], "little"), sha512(signature[:32] + key + message).digest()
    r = point(signature[:32]) if len(signature) == 64 and s < ORDER else None
    if r is None or times(s, BASE) != plus(r, times(int.from_bytes(h, "little") % ORDER, point(key))):
        raise ValueError(f"the signature of {name} does not verify")


def unbase64(text: str) -> bytes:
    data = a2b_base64(text)
    if b2a_base64(data, newline=False).decode() != text:
        raise ValueError("not the one Base 64 form of its bytes")
    return data


def read_key(vkey: str) -> Key:
    name, stated, coded = vkey.split("+", 2)
    data = unbase64(coded)
    if len(data) != 33 or data[0] not in (1, 4) or sha256(f"{name}\n".encode() + data).hexdigest()[:8] != stated:
        raise ValueError("no Ed25519 key of a log (1) or a witness (4)")
    return name, bytes.fromhex(stated), data


def read_checkpoint(note: str, keys: list[Key], strict: bool) -> tuple[int, bytes, list[Key]]:
    """Size, root and the keys that signed. Strict: a line of an unknown key is wrong, because nobody can check it."""
    text, _, lines = note.rpartition("\n\n")
    if not (found := re.fullmatch(r"([^\n]+)\n(0|[1-9][0-9]*)\n([^\n]{44})", text)) or not lines.endswith("\n"):
        raise ValueError("no checkpoint")
    by = []
    for line in lines[:-1].split("\n"):
        dash, name, coded = line.split(" ")
        blob = unbase64(coded)
        key = next((k for k in keys if k[:2] == (name, blob[:4])), None)
        if dash != "\u2014" or (key is None and strict):
            raise ValueError(f"a line of {name!r}, of which no key is known")
        if key is not None:
            witness = key[2][0] == 4
            time = f"cosignature/v1\ntime {int.from_bytes(blob[4:12], 'big')}\n" if witness else ""
            check_signature(key[2][1:], f"{time}{text}\n".encode(), blob[12:] if witness else blob[4:], name)
            by.append(key)
    if not any(key[0] == found[1] and key[2][0] == 1 for key in by):
        raise ValueError("not signed by the log")
    return int(found[2]), unbase64(found[3]), by


def read_policy(text: str) -> tuple[list[Key], Any]:
    """Keys, and a function that says whether some keys reach the quorum."""
    keys: list[Key] = []
    rules: dict[str, Any] = {"none": lambda _: True}
    for line in text.splitlines():
        kind, *words = line.split() or ["#"]
        if kind in ("log", "witness"):
            keys.append(read_key(words[kind == "witness"]))
        if kind == "witness":
            rules[words[0]] = lambda by, key=keys[-1]: key in by
        elif kind == "group":
            least = {"any": 1, "all": len(words) - 2}.get(words[1]) or int(words[1])
            rules[words[0]] = lambda by, n=least, m=[rules[name] for name in words[2:]]: sum(one(by) for one in m) >= n
        elif kind == "quorum":
            rules["quorum"] = rules[words[0]]
    return keys, rules["quorum"]


def read_proof(text: str) -> tuple[int, list[bytes], str, bytes]:
    """Number of the entry, inclusion proof, checkpoint and the entry itself."""
    head, _, note = text.partition("\n\n")
    found = re.fullmatch(r"c2sp\.org/tlog-proof@v1\nextra (\S+)\nindex (0|[1-9][0-9]*)((?:\n[^\n]{44})*)", head)
    if not found:
        raise ValueError("no .tlog-proof that encloses its entry")
    return int(found[2]), [unbase64(line) for line in found[3].split()], note, unbase64(found[1])


def node(left: bytes, right: bytes) -> bytes:
    return sha256(b"\x01" + left + right).digest()


def climb(leaf: bytes, index: int, size: int, path: list[bytes]) -> bytes:
    """The root an inclusion proof leads to (RFC 6962, section 2.1.1)."""
    if bool(path) != (size > 1) or not 0 <= index < size:
        raise ValueError("the proof is not one for this entry")
    left = 1 << (size - 1).bit_length() - 1 if path else 0
    if path and index < left:
        return node(climb(leaf, index, left, path[:-1]), path[-1])
    return node(path[-1], climb(leaf, index - left, size - left, path[:-1])) if path else leaf


def tile_path(index: int, width: int) -> str:
    parts = re.findall("...", str(index).zfill(-(-len(f"{index:03}") // 3) * 3))
    return "/".join([f"x{part}" for part in parts[:-1]] + parts[-1:]) + (f".p/{width}" if width < 256 else "")


class Verification:
    """One run: whom it trusts, and what it found."""

    def __init__(self, policy: str, known: list[str]) -> None:
        self.keys, self.quorum = read_policy(policy or "quorum none")
        self.known, self.counts = known, dict[str, int]()

    def say(self, kind: str, place: object, text: str) -> None:
        self.counts[kind] = self.counts.get(kind, 0) + 1
        if self.counts[kind] <= 100:
            print(f"VIOLATION {kind} {place}: {text}")

    def receipt(self, text: str) -> None:
        index, path, note, leaf = read_proof(text)
        size, root, by = read_checkpoint(note, self.keys, strict=False)
        if not self.quorum(by):
            self.say("cosignature", size, "the quorum of witnesses is not reached")
        if climb(sha256(b"\x00" + leaf).digest(), index, size, path) != root:
            self.say("receipt", index, "the proof does not lead from the entry to the root")
        print(f"entry {index} of {size}, root {root.hex()}\n{leaf.decode()}")

    def export(self, folder: Path) -> None:
        self.folder, self.whole = folder, True
        self.misplaced, self.unshown, self.tombstones = dict[int, int](), dict[Any, None](), dict[Any, int]()
        self.signed()
        places = ((s, tile_path(s // 256, min(256, self.size - s))) for s in range(0, self.size, 256))
        self.tree(b"".join(self.bundle(start, place) for start, place in places))
        for seq, said in self.misplaced.items():
            again = "duplicated" if said not in self.misplaced and said < self.size else "dropped"
            self.say("swapped" if self.misplaced.get(said) == seq else again, seq, f"here stands entry {said}")
        withheld = [key for key in self.unshown if key not in self.tombstones]
        for seq, field in withheld if not self.selected else ():
            self.say("missing", seq, f"field {field} is gone without a tombstone")
        for (seq, field), tombstone in sorted(self.tombstones.items()):
            if (seq, field) in self.unshown:
                print(f"ERASED {seq} {field}: lawful tombstone {tombstone}")
            else:
                self.say("erasure", seq, f"field {field} is still there although entry {tombstone} erased it")
        print(f"{self.size} entries; {len(withheld) * self.selected} values withheld")

    def read(self, name: str) -> bytes:
        return (self.folder / name).read_bytes() if (self.folder / name).is_file() else b""

    def signed(self) -> None:
        """Read the keys and every checkpoint."""
        text = self.read("manifest.json").decode()
        found = re.fullmatch(r'\{"disclosure":"(all|selected)","log":"([^"]+)","v":1,"witnesses":\[(.*)\]\}\n', text)
        if not found:
            raise ValueError("manifest.json does not read")
        self.selected = found[1] == "selected"
        own = [read_key(found[2]), *map(read_key, json.loads(f"[{found[3]}]"))]
        if self.keys and own[0] not in self.keys:
            raise ValueError("the export is not of the log of the policy")
        print("log", found[2], "" if self.keys else "(named by the export itself: compare it with the published)")
        self.size, root, by = read_checkpoint(self.read("checkpoint").decode(), own, strict=True)
        if not self.quorum(by):
            self.say("cosignature", self.size, "the quorum of witnesses is not reached")
        self.roots = {self.size: {root}}
        older = [(path.name, path.read_bytes()) for path in sorted((self.folder / "checkpoints").glob("*"))]
        for name, data in [*older, *(("", text.encode()) for text in self.known)]:
            try:
                note = read_proof(data.decode())[2] if data.startswith(b"c2sp.org/") else data.decode()
                size, root, _ = read_checkpoint(note, own, strict=name != "")
                self.roots.setdefault(size, set()).add(root)
                if name not in ("", str(size)):
                    raise ValueError(f"it is of size {size}")
            except ValueError as error:
                self.say("checkpoint", name or "known", str(error))

    def bundle(self, start: int, place: str) -> bytes:
        """Check the entries of one bundle and their values; their hashes."""
        data, leaves, at, wanted = self.read(f"tile/entries/{place}"), [], 0, min(256, self.size - start)
        while at < len(data):
            end = at + 2 + int.from_bytes(data[at : at + 2], "big")
            leaves.append(data[at + 2 : end])
            at = end
        if at != len(data) or len(leaves) != wanted:
            less = "truncated" if start + wanted == self.size else "dropped"
            more = "altered" if at != len(data) else "duplicated"
            self.say(
                less if len(leaves) < wanted and at == len(data) else more,
                start,
                f"the bundle has {len(leaves)} entries instead of {wanted}",
            )
            self.whole = self.whole and len(leaves) >= wanted
        read = []
        for seq, leaf in enumerate(leaves[:wanted], start):
            try:
                said = json.loads(leaf.decode())
                read.append((said["act"], dict(said["fields"])))
                if said["seq"] != seq:
                    self.misplaced[seq] = said["seq"]
            except (ValueError, LookupError, TypeError):
                self.say("altered", seq, "the entry does not read")
                read.append(("", {}))
        self.values(start, read, self.read(f"secrets/{place}").decode(errors="replace"))
        return b"".join(sha256(b"\x00" + leaf).digest() for leaf in leaves[:wanted])

    def values(self, start: int, leaves: list[tuple[str, dict[str, str]]], text: str) -> None:
        before = (-1, "")
        self.unshown.update({(start + i, field): None for i, leaf in enumerate(leaves) for field in leaf[1]})
        for line in text.split("\n")[: -1 if text.endswith("\n") or not text else None]:
            try:
                number, field, salt, value = line.split("\t")
                seq, (act, fields) = int(number), leaves[int(number) - start]
                made = hmac.digest(unbase64(salt), f"rogatory/journal/v1\n{field}\n{value}".encode(), "sha256")
                # HMAC takes a salt and the same with zeros behind for one key, so the salt has its 32 bytes exactly.
                fits = b2a_base64(made, newline=False).decode() == fields[field] and salt[43:] == "="
                if number != str(seq) or not before < (seq, field) or not fits:
                    raise ValueError("not in order, or not what the entry committed to")
                before = seq, field
                del self.unshown[before]
                if (act, field) == ("journal.erase", "originals"):
                    for digest in json.loads(value):
                        print(f"ERASED original {digest}: lawful tombstone {seq}")
                if (act, field) == ("journal.erase", "erased"):
                    erased = json.loads(value).items()
                    self.tombstones.update({(int(i), name): seq for i, names in erased for name in names})
            except (ValueError, LookupError):
                self.say("secret", line.partition("\t")[0], "a value does not fit its entry")

    def tree(self, hashes: bytes) -> None:
        """Check the roots and the tiles."""
        levels = [hashes]
        while len(row := levels[-1]) >= 64:
            levels.append(b"".join(node(row[i : i + 32], row[i + 32 : i + 64]) for i in range(0, len(row) - 63, 64)))
        for size, roots in sorted(self.roots.items()):
            if size > self.size:
                self.say("rolled-back", size, f"a checkpoint of {size} entries was signed; here are {self.size}")
            peaks = [row[32 * (size >> i) - 32 : 32 * (size >> i)] for i, row in enumerate(levels) if size >> i & 1]
            root = reduce(lambda right, left: node(left, right), peaks) if peaks else sha256(b"").digest()
            if size <= self.size and self.whole and roots != {root}:
                self.say("forked", size, f"another history of {size} entries was signed")
        for level in range(0, len(levels), 8) if self.whole else ():
            for index, start in enumerate(range(0, len(levels[level]), 8192)):
                row = levels[level][start : start + 8192]
                tile = self.read(name := f"tile/{level // 8}/{tile_path(index, len(row) // 32)}")
                if tile != row:
                    self.say("tile", name, "not the hashes of the tree")
                for i in range(0, len(row), 32) if level == 0 and len(tile) == len(row) != 0 and tile != row else ():
                    if tile[i : i + 32] != row[i : i + 32]:
                        self.say("altered", (start + i) // 32, "the entry does not have the hash in its tile")


def main(arguments: list[str]) -> int:
    options: dict[str, list[str]] = {"--policy": [], "--known": []}
    try:
        *words, target = arguments or [""]
        for option, file in zip(words[::2], words[1::2]):  # noqa: B905 - Python 3.9
            options[option].append(Path(file).read_bytes().decode())
        run = Verification("".join(options["--policy"]), options["--known"])
        run.export(Path(target)) if Path(target).is_dir() else run.receipt(Path(target).read_bytes().decode())
    except (ValueError, LookupError, TypeError, AttributeError, OSError) as error:
        print(f"VIOLATION unreadable -: {error!r}\n{__doc__ if len(arguments) < 1 else ''}")
        return 1
    print("verified" if not run.counts else f"{sum(run.counts.values())} violations")
    return 1 if run.counts else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
