"""ASiC: a container of files with signatures over them. What is signed is read, and each signature is checked.

Checked is whether the files are those that were signed, and whether the signature was made with the key of the
certificate it brings. Not checked is whose certificate that is: no list of trust is asked, and no revocation. So the
best that is said of a signature is that it is whole, never that it is valid.
"""

from collections.abc import Iterator
from posixpath import normpath
from urllib.parse import unquote

from cryptography.x509 import Certificate

from rogatory.extraction import signed_cms, signed_xml
from rogatory.extraction.archive import Archive
from rogatory.extraction.checked import Checked
from rogatory.extraction.found import Found, Purse, UnreadableError
from rogatory.extraction.markup import local, xml

EXTENDED = "application/vnd.etsi.asic-e+zip"
SIMPLE = "application/vnd.etsi.asic-s+zip"
_META = "META-INF/"
_SIGNATURE = "It is a signature: what it says of the files is told with the container."
_MOST = 20
"""Signatures that are checked."""


def read(data: bytes, purse: Purse) -> Found:
    """Read a container: each file that may be signed a part, each signature checked, and kept."""
    archive = Archive(data, purse)
    files = [info for info in archive.files if not info.filename.startswith(_META) and info.filename != "mimetype"]
    names = [info.filename for info in files]
    signatures = list(_signatures(archive, names))[:_MOST]
    facts: list[tuple[str, str]] = []
    for checked in signatures:
        facts += _facts(checked)
    if not signatures:
        facts.append(("signature", "none was found in the container"))
    signed = {name for checked in signatures for name in checked.covers}
    facts += [("not signed", name) for name in names if name not in signed]
    lacks = [f"The signature {one.name} does not fit: {one.words}." for one in signatures if one.broken]
    lacks += [f"The name {name} stands for two files." for name in archive.twice()]
    held = [info for info in archive.files if _is_signature(info.filename)]
    inner = [*(archive.inner(info) for info in files), *(archive.inner(info, _SIGNATURE) for info in held)]
    return Found(inner=inner, facts=facts, lacks=lacks)


def _is_signature(name: str) -> bool:
    return name.startswith(_META) and "signature" in name.lower() and name.lower().endswith((".xml", ".p7s"))


def _facts(checked: Checked) -> Iterator[tuple[str, str]]:
    yield "signature", f"{checked.name}: {checked.words}, trust in the certificate not decided"
    for name in checked.covers:
        yield "signed", name
    if checked.certificate:
        yield "certificate", _told(checked.certificate)
    if checked.time:
        yield "signing time as the signer tells it", checked.time


def _told(certificate: Certificate) -> str:
    first, last = certificate.not_valid_before_utc.date(), certificate.not_valid_after_utc.date()
    names = f"{certificate.subject.rfc4514_string()}; issued by {certificate.issuer.rfc4514_string()}"
    return f"{names}; valid from {first} to {last}"


def _signatures(archive: Archive, names: list[str]) -> Iterator[Checked]:
    manifests = list(_manifests(archive))
    for info in archive.files:
        if not _is_signature(info.filename):
            continue
        try:
            signature = archive.unpacked(info)
            if info.filename.lower().endswith(".xml"):
                yield from signed_xml.check(info.filename, signature, archive.get)
            else:
                yield _of_cms(info.filename, signature, archive, names, manifests)
        except UnreadableError as error:
            yield Checked(info.filename, why=error.says.rstrip("."))


def _of_cms(
    name: str, signature: bytes, archive: Archive, names: list[str], manifests: list[tuple[str, str]]
) -> Checked:
    """A CMS signature: over the manifest that names it, or over the one file of the container."""
    manifest = next((path for path, target in manifests if target == name), None)
    if manifest:
        told = archive.get(manifest) or b""
        fits, covers = signed_xml.references_fit(xml(told), archive.get)
        return signed_cms.check(name, signature, told, covers, fits)
    if len(names) == 1:
        return signed_cms.check(name, signature, archive.get(names[0]) or b"", (names[0],), True)
    return Checked(name, why="nothing tells over which files it was made")


def _manifests(archive: Archive) -> Iterator[tuple[str, str]]:
    for info in archive.files:
        name = info.filename
        if name.startswith(f"{_META}ASiCManifest") and name.endswith(".xml"):
            try:
                root = xml(archive.unpacked(info))
            except UnreadableError:
                continue
            for element in root.iter():
                if local(element) == "SigReference":
                    yield name, normpath(unquote(element.get("URI", "")))
