"""Letters in: from the bytes of a file to the fields it proposes, in processor seconds of one core.

A clerk waits for it: the targets are less than two seconds for a text of ten pages, less than five for a scanned page.
"""

import io
from collections.abc import Callable, Iterable
from statistics import median
from time import perf_counter, process_time

import pypdfium2  # type: ignore[import-untyped] # it ships no types
from tests.letters_set import LANGUAGES, Letter, letters, paper

from bench import measure
from rogatory.extraction import wire
from rogatory.extraction.limits import LIMITS
from rogatory.extraction.reading import told
from rogatory.extraction.sandbox import sandbox
from rogatory.received.pages import Part
from rogatory.received.proposing import propose

_INSIDE = "rogatory.extraction.inside"
_BOX = sandbox(_INSIDE)


def run(repeats: int) -> None:
    """Measure a text of ten pages, and a scanned page in each language."""
    _part(b"so that the process has started")
    rows: list[tuple[str, ...]] = [
        ("file", "pages", "lines", "state", "reading s", "proposing s", "together s", "clock s")
    ]
    rows.append(_row("text, 10 pages", _ten_pages(), repeats))
    for language in LANGUAGES:
        letter = next(one for one in letters() if one.languages == (language,) and not one.data)
        rows.append(_row(f"scan, 1 page, {language}", _first_page(letter), repeats))
    print(measure.table(rows))
    print("reading: processor seconds in the sandbox; proposing: here; each the median of the repetitions.")


def _row(name: str, data: bytes, repeats: int) -> tuple[str, ...]:
    inside, here, clock = [], [], []
    for _ in range(repeats):
        start = perf_counter()
        part, seconds = _part(data)
        before = process_time()
        propose(part)
        inside.append(seconds)
        here.append(process_time() - before)
        clock.append(perf_counter() - start)
    spent = (median(inside), median(here), median(inside) + median(here), median(clock))
    lines = sum(len(page.lines) for page in part.pages)
    return (name, str(len(part.pages)), str(lines), part.state.value, *(f"{one:.2f}" for one in spent))


def _part(data: bytes) -> tuple[Part, float]:
    """What is read in a file, and the processor seconds that took in the sandbox."""
    outcome = _BOX.run(f"{_INSIDE}:read", told(LIMITS, name="letter", lost=[]), data, LIMITS)
    return wire.part_of(outcome.answers[-1]["part"]), outcome.seconds


def _ten_pages() -> bytes:
    return _bound(paper.pdf, (one for one in letters() if not one.data), 10)


def _first_page(letter: Letter) -> bytes:
    return _bound(paper.scan, [letter], 1)


def _bound(made: Callable[[Letter], bytes], chosen: Iterable[Letter], count: int) -> bytes:
    """The first pages of letters, as one PDF."""
    bound = pypdfium2.PdfDocument.new()
    for letter in chosen:
        source = pypdfium2.PdfDocument(made(letter))
        bound.import_pages(source, list(range(min(len(source), count - len(bound)))))
        if len(bound) == count:
            break
    out = io.BytesIO()
    bound.save(out)
    return out.getvalue()
