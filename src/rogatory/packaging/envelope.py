"""The envelope: a package as one file that nobody but the recipient opens (age, with X25519 or SSH keys)."""

import os
from collections.abc import Sequence
from pathlib import Path
from tempfile import mkdtemp
from zipfile import ZIP_STORED, ZipFile, ZipInfo

import pyrage

_UNIX = 3


class EnvelopeError(ValueError):
    """A key that is none, or a package that cannot be encrypted to it."""


def enclose(folder: Path, recipients: Sequence[str], out: Path) -> None:
    """Encrypt a package to the keys of its recipient.

    Inside is a ZIP file, unpacked and in the order of names, so that the verifier can tell every byte of it.

    Args:
        folder: The package.
        recipients: Public keys (`age1...`, `ssh-ed25519 ...`, `ssh-rsa ...`); each of them opens it.
        out: The file to make.

    Raises:
        EnvelopeError: There is no key, or one of them is none.
        FileExistsError: There is something at `out`.
    """
    if not recipients:
        raise EnvelopeError("no key of the recipient: without one nobody could open the package")
    keys = [_key(recipient) for recipient in recipients]
    if out.exists() or out.is_symlink():
        raise FileExistsError(f"{out} is there already; a package is never written over")
    aside = Path(mkdtemp(prefix=".envelope-", dir=out.parent))
    plain, sealed = aside / "package.zip", aside / "package.age"
    try:
        _packed(folder, plain)
        with plain.open("rb") as source, sealed.open("xb") as target:
            pyrage.encrypt_io(source, target, keys)
            target.flush()
            os.fsync(target.fileno())
        sealed.rename(out)
    finally:
        plain.unlink(missing_ok=True)
        sealed.unlink(missing_ok=True)
        aside.rmdir()


def enclosed_plainly(folder: Path, out: Path) -> None:
    """The same file that is encrypted, as it is; for whoever hands it over by a way that keeps it from others.

    Args:
        folder: The package.
        out: The file to make.

    Raises:
        FileExistsError: There is something at `out`.
    """
    _packed(folder, out)


def _key(text: str) -> object:
    kind = pyrage.ssh if text.startswith("ssh-") else pyrage.x25519
    try:
        return kind.Recipient.from_str(text.strip())
    except pyrage.RecipientError as error:
        raise EnvelopeError(f"{text[:20]!r} is no public key of age or SSH: {error}") from error


def _packed(folder: Path, out: Path) -> None:
    paths = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    with ZipFile(out, "x", ZIP_STORED) as packed:
        for name in sorted(paths):
            # The day it was written and the system it was written on are no business of the recipient.
            told = ZipInfo(name)
            told.create_system = _UNIX
            packed.writestr(told, paths[name].read_bytes())
