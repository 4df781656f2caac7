# ruff: noqa: ANN401, D103, PLR2004, T201 - short, for any reader and any Python
"""Verify a package of seized material, with nothing but Python 3.9 or newer and the package.

    python bag.py [--policy FILE] [--journal FOLDER] PACKAGE

PACKAGE is the folder, or the ZIP file of it. The policy (C2SP tlog-policy) says whose journal is trusted, and how many
witnesses must have signed; without it nobody vouches for the signatures, and that is said. With an export of the
journal, its entry is compared with that of the receipt. Each fault is a line: FAULT, its place, what is wrong. Exit
code 0: none; 1: some. Checked are the bag (BagIt 1.0, RFC 8493) to the last byte, the listing in RO-Crate 1.1 and in
CASE, that every item has use limits that are there, that what is withheld is told by ground and count alone, and that
the journal holds this very payload: HMAC-SHA-256(salt, "rogatory/journal/v1", newline, "payload", newline, the digest
of manifest-sha256.txt as JSON) stands in an entry that is in the signed tree (RFC 6962, C2SP tlog-proof).
"""

import base64
import hashlib
import hmac
import io
import json
import re
import sys
import zipfile
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

Files = Mapping[str, bytes]
Fault = tuple[str, str]  # place, what is wrong
DIGEST = "[0-9a-f]{64}"
NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}"
TAGS = ["bag-info.txt", "bagit.txt", "journal/receipt.tlog-proof", "journal/salt.txt", "manifest-sha256.txt"]
GROUNDS = [
    "protected by law",
    "outside what was asked for",
    "more than is needed",
    "not decided",
    "no form in which it can be handed over",
]
FORMS = {"as it is": ["txt"], "text": ["txt"], "pixels": ["pdf", "png"]}
MEDIA = {"txt": "text/plain", "pdf": "application/pdf", "png": "image/png"}


def sha(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


# --- The bag ---------------------------------------------------------------------------------------


def bag(files: Files) -> Iterator[Fault]:
    """Every file is the one the manifests name, and no other is there."""
    payload = sorted(name for name in files if name.startswith("data/"))
    for name in sorted(set(files) - set(payload) - {*TAGS, "tagmanifest-sha256.txt"}):
        yield name, "this file belongs to no package"
    for manifest, names in (("manifest-sha256.txt", payload), ("tagmanifest-sha256.txt", TAGS)):
        if files.get(manifest, b"") == "".join(f"{sha(files.get(n, b''))}  {n}\n" for n in names).encode():
            continue
        lines = files.get(manifest, b"").decode("utf-8", "replace").split("\n")
        stated = {line[66:]: line[:64] for line in lines if line}
        for name in sorted({*names, *stated}):
            if name not in files:
                yield name, "it is missing"
            elif name not in stated:
                yield name, f"{manifest} does not name it"
            elif stated[name] != sha(files[name]):
                yield name, f"it was changed: {manifest} states another digest"
        yield manifest, "not the list of the files that are there, in the order of their names"
    if files.get("bagit.txt") != b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n":
        yield "bagit.txt", "no declaration of BagIt 1.0"


# --- What the package says of itself ---------------------------------------------------------------


def contents(files: Files) -> Iterator[Fault]:
    """Inventory, RO-Crate and CASE tell of the same files, and of nothing else."""
    told = canonical(files, "data/package.json")
    keys = ["at", "decision", "head", "licences", "package", "pieces", "recipient", "reference", "v", "withheld"]
    if sorted(told) != keys or told["v"] != 1 or not re.fullmatch(NAME, str(told["package"])):
        yield "data/package.json", "no inventory of a package, version 1"
        return
    size, count = sum(len(d) for n, d in files.items() if n.startswith("data/")), sum(n[:5] == "data/" for n in files)
    info = f"External-Identifier: {told['package']}\nBagging-Date: {told['at'][:10]}\nPayload-Oxum: {size}.{count}\n"
    if files.get("bag-info.txt") != info.encode():
        yield "bag-info.txt", "it tells something else than the inventory and the payload"
    limits = {f"licences/{name}.txt" for name in told["licences"]}
    listed = {"package.json", "ro-crate-metadata.json", "case.jsonld", *limits}
    for number, piece in enumerate(told["pieces"], 1):
        listed.add(piece["file"])
        yield from item(number, piece, told, files)
    there = {name[5:] for name in files if name.startswith("data/")}
    for name in sorted(there ^ listed):
        yield f"data/{name}", "it is not in the inventory" if name in there else "the inventory names it, it is missing"
    for name in sorted(limits & there):
        if len(files[f"data/{name}"].split(b"\n\n", 1)[-1].strip()) < 3:
            yield f"data/{name}", "use limits without words"
    if {piece["licence"] for piece in told["pieces"]} != set(told["licences"]):
        yield "data/package.json", "use limits that bind no item, or an item without"
    if [sorted(one) for one in told["withheld"]] != [["count", "ground"]] * len(GROUNDS) or any(
        one["ground"] != ground or type(one["count"]) is not int or one["count"] < 0
        for one, ground in zip(told["withheld"], GROUNDS)  # noqa: B905 - Python 3.9
    ):
        yield "data/package.json", "what is withheld is told by ground and count, and nothing else"
    yield from crate(told, listed, files)
    yield from case(told, files)


def item(number: int, piece: Any, told: Any, files: Files) -> Iterator[Fault]:
    data, ending = files.get(f"data/{piece['file']}", b""), piece["file"].rpartition(".")[2]
    if sorted(piece) != ["file", "form", "licence", "media", "original", "sha256", "size"]:
        yield piece["file"], "the inventory tells more or less of it than of an item"
    if piece["file"] != f"items/{number:06}.{ending}" or ending not in FORMS.get(piece["form"], []):
        yield piece["file"], "an item has a number for a name, and the ending of its form"
    if (piece["sha256"], piece["size"], piece["media"]) != (sha(data), len(data), MEDIA.get(ending)):
        yield piece["file"], "it is not the file of the inventory"
    if not re.fullmatch(DIGEST, piece["original"]) or (piece["form"] == "as it is" and piece["original"] != sha(data)):
        yield piece["file"], "the digest of what was judged does not fit"
    if piece["licence"] not in told["licences"] or f"data/licences/{piece['licence']}.txt" not in files:
        yield piece["file"], "no use limits: it must not be used"


def crate(told: Any, listed: set[str], files: Files) -> Iterator[Fault]:
    place = "data/ro-crate-metadata.json"
    graph = canonical(files, place)["@graph"]
    nodes = {node["@id"]: node for node in graph}
    head, root = nodes.get("ro-crate-metadata.json", {}), nodes.get("./", {})
    if head.get("conformsTo") != {"@id": "https://w3id.org/ro/crate/1.1"} or head.get("about") != {"@id": "./"}:
        yield place, "no RO-Crate 1.1"
    parts = {part["@id"] for part in root.get("hasPart", [])}
    if parts != listed - {"ro-crate-metadata.json"} or len(graph) != len(nodes) or set(nodes) != {*listed, "./"}:
        yield place, "it lists other files than the inventory"
    if root.get("identifier") != told["package"] or not root.get("license"):
        yield place, "another package, or one without use limits"
    for piece in told["pieces"]:
        node = nodes.get(piece["file"], {})
        stated = node.get("sha256"), node.get("contentSize"), node.get("encodingFormat")
        if stated != (piece["sha256"], str(piece["size"]), piece["media"]):
            yield place, f"{piece['file']} is another file here"
        if node.get("license") != {"@id": f"licences/{piece['licence']}.txt"}:
            yield place, f"{piece['file']} has other use limits here"


def case(told: Any, files: Files) -> Iterator[Fault]:
    place = "data/case.jsonld"
    nodes = canonical(files, place)["@graph"]
    marks = {n["@id"]: n["marking:definition"]["marking:termsOfUse"] for n in nodes if "marking:definition" in n}
    found = {}
    for node in nodes:
        if node["@type"] == "observable:File":
            file, content = node["core:hasFacet"]
            digest = content["observable:hash"][0]["types:hashValue"]["@value"]
            found[file["observable:fileName"]] = digest, marks.get(node["core:objectMarking"]["@id"], "")
    for piece in told["pieces"]:
        text = files.get(f"data/licences/{piece['licence']}.txt", b"").decode("utf-8", "replace")
        if found.pop(piece["file"], None) != (piece["sha256"], text.partition("\n\n")[2].strip()):
            yield place, f"{piece['file']} is another file here, or has other use limits"
    for name in sorted(found):
        yield place, f"{name} is in no inventory"


def canonical(files: Files, name: str) -> Any:
    """JSON in the one form it is written in, so that nothing can stand in it twice or unseen."""
    value = json.loads(files[name].decode())
    if (json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n").encode() != files[name]:
        raise ValueError(f"{name}: not in canonical form")
    return value


# --- The journal -----------------------------------------------------------------------------------


def journal(files: Files, policy: str, export: "Path | None") -> Iterator[Fault]:
    """The entry of the receipt commits to this payload, and is in a tree that the journal has signed."""
    place, told = "journal/receipt.tlog-proof", canonical(files, "data/package.json")
    head, _, note = files[place].decode().partition("\n\n")
    lines = head.split("\n")
    if lines[0] != "c2sp.org/tlog-proof@v1" or lines[1][:6] != "extra " or not re.fullmatch("index [0-9]+", lines[2]):
        yield place, "no receipt that encloses its entry"
        return
    leaf, index, path = unbase64(lines[1][6:]), int(lines[2][6:]), [unbase64(line) for line in lines[3:]]
    entry = json.loads(leaf.decode())
    salt = unbase64(files["journal/salt.txt"].decode()[:-1])
    value = json.dumps(sha(files["manifest-sha256.txt"])).encode()
    made = hmac.new(salt, b"rogatory/journal/v1\npayload\n" + value, "sha256").digest()
    if len(salt) != 32 or files["journal/salt.txt"][-1:] != b"\n" or len(files["journal/salt.txt"]) != 45:
        yield "journal/salt.txt", "no salt"
    if entry["fields"].get("payload") != base64.b64encode(made).decode():
        yield place, "the entry commits to another payload than this one"
    if entry["object"] != told["package"] or entry["seq"] != index:
        yield place, "the entry is of another package, or stands elsewhere"
    origin, size, root, signers = checkpoint(note, policy)
    if climb(hashlib.sha256(b"\x00" + leaf).digest(), index, size, path) != root:
        yield place, "the entry is not in the journal: its proof does not lead to the signed root"
    if policy and not reaches(policy, signers):
        yield place, "too few witnesses have signed, or none that is trusted"
    before = checkpoint(told["head"], policy)
    if before[0] != origin or before[1] > index or (before[1] == size and before[2] != root):
        yield "data/package.json", "the head of the journal is not one from before the entry"
    if export is not None:
        yield from exported(export, index, leaf)
    told_by = origin if policy else f"{origin} (nobody vouches for its key: give a policy)"
    print(f"entry {index} of {size} in {told_by}: {entry['act']} {entry['object']} at {entry['time']}")


def exported(export: Path, index: int, leaf: bytes) -> Iterator[Fault]:
    """The same entry stands in an export of the journal, which verify_journal.py verifies."""
    parts = re.findall("...", f"{index // 256:03}".zfill(-(-len(f"{index // 256:03}") // 3) * 3))
    stem = export.joinpath("tile", "entries", *(f"x{part}" for part in parts[:-1]), parts[-1])
    full = [stem, *sorted(stem.parent.glob(f"{stem.name}.p/*"), key=lambda p: int(p.name), reverse=True)]
    data = next((path.read_bytes() for path in full if path.is_file()), b"")
    for _ in range(index % 256):
        data = data[2 + int.from_bytes(data[:2], "big") :]
    if data[2 : 2 + int.from_bytes(data[:2], "big")] != leaf:
        yield str(export), f"entry {index} of this journal is not that of the receipt"


def unbase64(text: str) -> bytes:
    data = base64.b64decode(text, validate=True)
    if base64.b64encode(data).decode() != text:
        raise ValueError(f"{text[:20]}: not the one Base 64 form of its bytes")
    return data


def climb(node: bytes, index: int, size: int, path: list[bytes]) -> bytes:
    """The root a proof leads to (RFC 9162, 2.1.3.2)."""
    last = size - 1
    if index > last:
        return b""
    for sibling in path:
        if last == 0:
            return b""
        if index & 1 or index == last:
            node = hashlib.sha256(b"\x01" + sibling + node).digest()
            while index and not index & 1:
                index, last = index >> 1, last >> 1
        else:
            node = hashlib.sha256(b"\x01" + node + sibling).digest()
        index, last = index >> 1, last >> 1
    return node if last == 0 else b""


def keys(policy: str) -> "dict[tuple[str, bytes], tuple[str, int, bytes]]":
    """By name and key id: what the policy calls it, its type and the key."""
    found = {}
    for words in map(str.split, policy.splitlines()):
        if words and words[0] in ("log", "witness"):
            name, stated, coded = words[1 if words[0] == "log" else 2].split("+", 2)
            data = unbase64(coded)
            if sha(f"{name}\n".encode() + data)[:8] != stated or len(data) != 33:
                raise ValueError(f"{name}: the policy has no Ed25519 key of it")
            found[name, bytes.fromhex(stated)] = words[1] if words[0] == "witness" else "", data[0], data[1:]
    return found


def checkpoint(note: str, policy: str) -> "tuple[str, int, bytes, list[str]]":
    """Name of the journal, size, root, and which trusted witnesses signed. With a policy its log must have signed."""
    text, _, signed = note.rpartition("\n\n")
    lines, known, witnesses, logs = text.split("\n"), keys(policy), [], []
    if len(lines) != 3 or not re.fullmatch("0|[1-9][0-9]*", lines[1]) or not signed.endswith("\n"):
        raise ValueError("no checkpoint of a journal")
    for line in signed[:-1].split("\n"):
        dash, name, coded = line.split(" ")
        blob = unbase64(coded)
        called, kind, key = known.get((name, blob[:4]), ("", 0, b""))
        if dash != "\u2014":
            raise ValueError("no line of a signature")
        if kind == 4:
            stamp = f"cosignature/v1\ntime {int.from_bytes(blob[4:12], 'big')}\n{text}\n"
            verify(key, stamp.encode(), blob[12:], name)
            witnesses.append(called)
        elif kind == 1:
            verify(key, f"{text}\n".encode(), blob[4:], name)
            logs.append(name)
    if policy and lines[0] not in logs:
        raise ValueError(f"{lines[0]}: the checkpoint is not signed by a journal of the policy")
    return lines[0], int(lines[1]), unbase64(lines[2]), witnesses


def reaches(policy: str, signers: "list[str]") -> bool:
    """Whether these witnesses reach the quorum; groups are named before they are used."""
    holds = dict.fromkeys((*signers, "none"), True)
    for words in map(str.split, policy.splitlines()):
        if words[:1] == ["group"]:
            least = {"any": 1, "all": len(words) - 3}.get(words[2]) or int(words[2])
            holds[words[1]] = sum(holds.get(member, False) for member in words[3:]) >= least
        elif words[:1] == ["quorum"]:
            return holds.get(words[1], False)
    return False


# Ed25519 (RFC 8032, section 6), with points as four numbers: slow, and nothing to install.
Q, GROUP = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493
CURVE, ROOT = -121665 * pow(121666, -1, Q) % Q, pow(2, (Q - 1) // 4, Q)
Point = tuple[int, int, int, int]


def add(a: Point, b: Point) -> Point:
    m, n = (a[1] - a[0]) * (b[1] - b[0]) % Q, (a[1] + a[0]) * (b[1] + b[0]) % Q
    c, d = 2 * a[3] * b[3] * CURVE % Q, 2 * a[2] * b[2] % Q
    e, f, g, h = n - m, d - c, d + c, n + m
    return e * f % Q, g * h % Q, f * g % Q, e * h % Q


def multiply(scalar: int, point: Point) -> Point:
    result = (0, 1, 1, 0)
    while scalar:
        if scalar & 1:
            result = add(result, point)
        point, scalar = add(point, point), scalar >> 1
    return result


def expand(data: bytes) -> Point:
    y, sign = int.from_bytes(data, "little") & (1 << 255) - 1, data[31] >> 7
    square = (y * y - 1) * pow(CURVE * y * y + 1, -1, Q) % Q
    x = pow(square, (Q + 3) // 8, Q)
    x = x if x * x % Q == square else x * ROOT % Q
    if len(data) != 32 or y >= Q or x * x % Q != square or (x == 0 and sign):
        raise ValueError("no point of the curve")
    x = x if x & 1 == sign else Q - x
    return x, y, 1, x * y % Q


def verify(key: bytes, message: bytes, signature: bytes, name: str) -> None:
    if len(signature) != 64 or int.from_bytes(signature[32:], "little") >= GROUP:
        raise ValueError(f"{name}: no signature")
    base = expand((4 * pow(5, -1, Q) % Q).to_bytes(32, "little"))
    h = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % GROUP
    left = multiply(int.from_bytes(signature[32:], "little"), base)
    right = add(expand(signature[:32]), multiply(h, expand(key)))
    if (left[0] * right[2] - right[0] * left[2]) % Q or (left[1] * right[2] - right[1] * left[2]) % Q:
        raise ValueError(f"{name}: the signature does not verify")


# --- Reading and saying ----------------------------------------------------------------------------


def read(place: Path) -> "dict[str, bytes]":
    """The files of a package. Of a ZIP file every byte must follow from them."""
    if place.is_dir():
        paths = sorted(path for path in place.rglob("*") if path.is_symlink() or not path.is_dir())
        if any(path.is_symlink() or not path.is_file() for path in paths):
            raise ValueError("there is something that is no file; nothing in a package is a link")
        return {path.relative_to(place).as_posix(): path.read_bytes() for path in paths}
    whole = place.read_bytes()
    with zipfile.ZipFile(io.BytesIO(whole)) as packed:
        if any(one.compress_type or one.file_size > len(whole) for one in packed.infolist()):
            raise ValueError("the ZIP file was packed by another program")
        files = {name: packed.read(name) for name in packed.namelist()}
    if packed_again(files) != whole:
        raise ValueError("the ZIP file holds more than its files, or was packed by another program")
    return files


def packed_again(files: Files) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as packed:
        for name in sorted(files):
            told = zipfile.ZipInfo(name)
            told.create_system = 3
            packed.writestr(told, files[name])
    return out.getvalue()


def faults(files: Files, policy: str = "", export: "Path | None" = None) -> Iterator[Fault]:
    """Everything that is wrong with a package."""
    found = list(bag(files))
    yield from found
    if found:
        return  # what the rest would say follows from this
    for check in (contents, partial(journal, policy=policy, export=export)):
        try:
            yield from check(files)
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
            yield "package", f"it does not read: {error!r}"


def main(arguments: "list[str]") -> int:
    given = dict(zip(arguments[:-1:2], arguments[1:-1:2]))  # noqa: B905 - Python 3.9
    if len(arguments) % 2 == 0 or set(given) - {"--policy", "--journal"}:
        print(__doc__)
        return 1
    try:
        policy = Path(given["--policy"]).read_text("utf-8") if "--policy" in given else ""
        export = Path(given["--journal"]) if "--journal" in given else None
        found = list(faults(files := read(Path(arguments[-1])), policy, export))
    except (OSError, ValueError, LookupError, RuntimeError, EOFError, zipfile.BadZipFile) as error:
        found, files = [(arguments[-1], f"it does not read: {error}")], {}
    for place, wrong in found[:100]:
        print(f"FAULT {place}: {wrong}")
    print(
        f"{len(found)} faults" if found else f"verified: {sum(name.startswith('data/items/') for name in files)} items"
    )
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
