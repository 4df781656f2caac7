"""7z archives, where the extra `archives` is installed. Members pass through memory, never a disk."""

import importlib
from importlib.util import find_spec
from typing import Any

from rogatory.material.items import Kind, State
from rogatory.sifting.stages.subject import EndedError, Subject

py7zr: Any = importlib.import_module("py7zr") if find_spec("py7zr") else None
"""None where the extra `archives` is not installed. It is loaded before the cage is closed."""
if py7zr and find_spec("psutil"):
    importlib.import_module("psutil")  # py7zr would load it in the cage, where it may lie beyond what can be read


def walk(subject: Subject, members: Any) -> None:  # noqa: ANN401 - `Members`, which imports this
    """Send the members.

    Raises:
        EndedError: What reads such archives is not installed, it is encrypted, or larger than is read as a whole.
    """
    if py7zr is None:
        raise EndedError(State.UNSUPPORTED, "7z archives need the extra `archives` of rogatory.")
    subject.file.seek(0)
    try:
        with py7zr.SevenZipFile(subject.file, "r") as archive:
            if archive.needs_password():
                raise EndedError(State.ENCRYPTED, "It is encrypted: it needs its password.")
            listed = archive.list()
            if sum(info.uncompressed for info in listed) > subject.budget.whole:
                raise EndedError(State.PARTIAL, "Its members are larger than can be unpacked in memory.")
            factory = py7zr.io.BytesIOFactory(subject.budget.whole)
            archive.extract(targets=[info.filename for info in listed if not info.is_directory], factory=factory)
    except (py7zr.exceptions.ArchiveError, py7zr.exceptions.PasswordRequired) as error:
        state = State.ENCRYPTED if isinstance(error, py7zr.exceptions.PasswordRequired) else State.CRASH
        raise EndedError(state, f"It cannot be opened ({type(error).__name__}).") from error
    for info in listed:
        name = info.filename.encode("utf-8", "surrogateescape")
        if info.is_directory:
            members.note(name, Kind.FOLDER)
        elif info.filename in factory.products:
            file = factory.products[info.filename]
            file.seek(0)
            members.send(name, iter((file.read(),)))
        else:
            members.note(name, Kind.UNREADABLE, "It could not be unpacked.")
