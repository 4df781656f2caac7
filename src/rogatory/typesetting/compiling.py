"""typst, kept warm: data in, PDF out, the same bytes for the same data.

Fonts are those inside typst, which have Latin, Greek, Cyrillic and Arabic letters; an office that prints other scripts
names a folder of further ones. Fonts of the machine are never used, or two machines would print two files.
"""

import json
import os
import re
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from functools import lru_cache
from importlib.resources import files as package
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType
from typing import Any, Final

import typst

from rogatory.typesetting.text import PaperError

FONTS: Final = "ROGATORY_FONTS"
"""Setting with a folder of fonts beside those of typst; without it there are none."""

_MISSING: Final = re.compile(r"the (?:text|codepoint) `\"((?:[^\"\\]|\\.)*)\"`")
_ESCAPE: Final = re.compile(r"\\u\{([0-9a-f]+)\}")
_lock: Final = threading.Lock()


class NoFontError(PaperError):
    """Characters that no font has.

    Attributes:
        missing: The characters, each with those it would have been drawn with.
    """

    def __init__(self, missing: tuple[str, ...], places: Mapping[str, str] | None = None) -> None:
        """Name each character, and its place where it is known."""
        known = places or {}
        named = [
            f"{known.get(text, 'somewhere')}: no font has {' '.join(f'{one} (U+{ord(one):04X})' for one in text)}"
            for text in missing
        ]
        super().__init__(f"{'; '.join(named)}. Put a font that has it into a folder and name the folder in {FONTS}.")
        self.missing = missing


def compiled(
    template: str,
    given: Mapping[str, Any],
    day: date,
    standards: list[Any],
    *,
    tags: bool = True,
    files: Mapping[str, bytes] = MappingProxyType({}),
) -> bytes:
    """What a template makes of data.

    Args:
        template: Name of the template beside this module.
        given: The data, as JSON; the template never reads it as markup.
        day: Day written into the file.
        standards: What the file must conform to, in typst's words.
        tags: Whether the file tells what is heading, paragraph and table.
        files: Pictures the template names, by their names.

    Raises:
        NoFontError: No font has a character.
        PaperError: The data cannot be set; says what typst says.
    """
    data = json.dumps(given, ensure_ascii=False)
    try:
        with _lock, _beside(files) as compiler:
            made = compiler.compile(
                _template(template),
                format="pdf",
                sys_inputs={"document": data},
                pdf_standards=standards,
                timestamp=datetime.combine(day, time(), UTC),
                pdf_tags=tags,
            )
    except typst.TypstError as error:
        found = {_ESCAPE.sub(lambda one: chr(int(one[1], 16)), one) for one in _MISSING.findall(str(error.diagnostic))}
        if found:
            raise NoFontError(tuple(sorted(found))) from error
        msg = f"it cannot be set: {error.message}"
        raise PaperError(msg) from error
    if not isinstance(made, bytes):
        msg = "typst gave no file"
        raise PaperError(msg)
    return made


@lru_cache
def _template(name: str) -> bytes:
    return package("rogatory.typesetting").joinpath(name).read_bytes()


@contextmanager
def _beside(files: Mapping[str, bytes]) -> Iterator[typst.Compiler]:
    """The compiler, with files beside the template for as long as it sets it."""
    if not files:
        yield _compiler()
        return
    with TemporaryDirectory() as folder:
        for name, data in files.items():
            Path(folder, name).write_bytes(data)
        yield typst.Compiler(root=folder, font_paths=_fonts(os.environ.get(FONTS)), ignore_system_fonts=True)


@lru_cache(1)
def _compiler() -> typst.Compiler:
    return typst.Compiler(font_paths=_fonts(os.environ.get(FONTS)), ignore_system_fonts=True)


@lru_cache(1)
def _fonts(folder: str | None) -> typst.Fonts:
    """Kept: reading the fonts takes longer than setting a page."""
    return typst.Fonts(include_system_fonts=False, font_paths=[folder] if folder else [])
