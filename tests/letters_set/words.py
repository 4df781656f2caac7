"""The words of a language, from the tables beside this module."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent / "words"
_HELD = "--"
"""The line behind which the phrases of held-out letters stand."""


@dataclass(frozen=True)
class Words:
    """Phrases of a language, by what they say."""

    language: str
    sections: dict[str, tuple[tuple[str, ...], tuple[str, ...]]]

    def phrases(self, key: str, *, held_out: bool) -> tuple[str, ...]:
        """Phrases for letters of one half; those of all letters where the halves are not told apart."""
        free, held = self.sections[key]
        return held if held_out and held else free

    def has(self, key: str) -> bool:
        """Whether the language has phrases for that."""
        return key in self.sections

    def rows(self, key: str) -> list[tuple[str, tuple[str, ...]]]:
        """A table of `name = value ; value`."""
        made = []
        for line in self.sections[key][0]:
            name, _, values = line.partition(" = ")
            made.append((name, tuple(v.strip() for v in values.split(" ; "))))
        return made

    def row(self, key: str, name: str) -> tuple[str, ...]:
        """The values of one name of a table; of `*`, where it has none of that name."""
        rows = dict(reversed(self.rows(key)))
        return rows.get(name) or rows["*"]


@cache
def words(language: str, *, blind: bool = False) -> Words:
    """The words of a language (ISO 639-1).

    Args:
        language: Which.
        blind: Those of the blind letters: names and authorities no other letter has, and all phrases with some more.
    """
    sections = _sections(_FOLDER / f"{language}.txt")
    if not blind:
        return Words(language, sections)
    merged: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
        key: (free + held, ()) for key, (free, held) in sections.items()
    }
    for key, (own, _) in _sections(_FOLDER / "blind" / f"{language}.txt").items():
        merged[key] = (own + (() if key in _REPLACED else merged[key][0]), ())
    return Words(language, merged)


_REPLACED = ("names", "authorities")


def _sections(path: Path) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    sections = {}
    for part in path.read_text(encoding="utf-8").split("== ")[1:]:
        key, *lines = part.strip().splitlines()
        cut = lines.index(_HELD) if _HELD in lines else len(lines)
        sections[key] = tuple(lines[:cut]), tuple(lines[cut + 1 :])
    return sections
