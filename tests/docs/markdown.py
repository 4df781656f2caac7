"""Reading the documentation: its pages, tables, code blocks and links."""

import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
SOURCE = ROOT / "src" / "rogatory"

BLOCK = re.compile(r"^```(\w*)\n(.*?)^```", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")


def read(path: Path) -> str:
    """The text of a page."""
    return path.read_text(encoding="utf-8")


def pages() -> list[Path]:
    """The README and every page under docs/."""
    return [ROOT / "README.md", *sorted(DOCS.rglob("*.md"))]


def place(path: Path) -> str:
    """Where a page is, as a reader names it."""
    return str(path.relative_to(ROOT))


def section(page: str, heading: str) -> str:
    """What stands under a heading, down to the next one of the same rank or above."""
    rank = len(heading.partition(" ")[0])
    start = page.index(f"\n{heading}\n") + len(heading) + 2
    end = re.compile(rf"^#{{1,{rank}}} ", re.MULTILINE).search(page, start)
    return page[start : end.start() if end else len(page)]


def rows(page: str, heading: str = "") -> list[tuple[str, ...]]:
    """The rows of the tables under a heading (or of the whole page), without their heads."""
    text = section(page, heading) if heading else page
    found: list[tuple[str, ...]] = []
    head = True
    for line in text.splitlines():
        if not line.startswith("|"):
            head = True
        elif set(line) <= set("|-: "):
            head = False
        elif not head:
            found.append(cells(line))
    return found


def cells(line: str) -> tuple[str, ...]:
    """The cells of one row."""
    return tuple(cell.strip() for cell in line.strip().strip("|").split("|"))


def blocks(page: str, language: str) -> list[str]:
    """The code blocks of a page in one language."""
    return [text for name, text in BLOCK.findall(page) if name == language]


def links(page: str) -> Iterator[str]:
    """Where the links of a page lead."""
    yield from LINK.findall(BLOCK.sub("", page))
