"""How well the fields of a request are read: invented letters in each format, beside what they tell."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from time import perf_counter

from tests.letters_set import COUNT, LANGUAGES, SCANNED, SEED, Letter, letter, paper
from tests.letters_set.scoring import Score, as_text, score, total

from bench import measure
from rogatory.extraction.reading import read
from rogatory.received.pages import Part
from rogatory.received.proposed import Field
from rogatory.received.proposing import propose

Scores = dict[tuple[Field, str, bool], Score]
"""By field, language of the letter (`two` for one with its translation) and whether it is held out."""


def run(formats: Iterable[str], only: Iterable[int], seed: str, errors: Path | None, jobs: int = 1) -> None:
    """Read every letter in every format and tell what was right.

    Args:
        formats: Names of `READERS`.
        only: Numbers of the letters; empty: all, as scans those of `SCANNED`.
        seed: What the letters are made from.
        errors: Where each fault is written, line by line; None: nowhere.
        jobs: How many letters are read at once.
    """
    wanted = set(only)
    told: list[str] = []
    for name in formats:
        start = perf_counter()
        chosen = sorted(wanted or (SCANNED if name == "scan" else range(1, COUNT + 1)))
        scores: Scores = defaultdict(Score)
        with ProcessPoolExecutor(jobs) as pool:
            for of_one in pool.map(partial(_of_one, name, seed), chosen):
                for key, one in of_one.items():
                    scores[key].add(one)
        print(f"\n--- {name}: {len(chosen)} letters, {perf_counter() - start:.1f} s")
        print(measure.table(_table(scores)))
        told += [f"{name} {error}" for one in scores.values() for error in one.errors]
    if errors is not None:
        errors.write_text("\n".join(told) + "\n", encoding="utf-8")


def _of_one(name: str, seed: str, number: int) -> Scores:
    return measured([letter(number, seed)], READERS[name], scanned=name == "scan")


def measured(chosen: Iterable[Letter], read: Callable[[Letter], Part], *, scanned: bool = False) -> Scores:
    """What was right in these letters."""
    made: Scores = defaultdict(Score)
    for of_these in chosen:
        language = of_these.languages[0] if len(of_these.languages) == 1 else "two"
        for of, one in score(of_these, propose(read(of_these)), scanned=scanned).items():
            made[of, language, of_these.held_out].add(one)
    return made


def _table(scores: Scores) -> list[tuple[str, ...]]:
    """Precision and recall in hundredths, for each field and language; the halves apart and together."""
    tongues = (*LANGUAGES, "two")
    rows: list[tuple[str, ...]] = [("field", *tongues, "open", "held out", "all", "right", "wrong", "missed")]
    for of in Field:
        mine = {key: one for key, one in scores.items() if key[0] is of}
        cells = [_cell(one for (_, t, _), one in mine.items() if t == tongue) for tongue in tongues]
        halves = [_cell(one for (_, _, held), one in mine.items() if held is half) for half in (False, True)]
        every = total(mine.values())
        counts = (str(every.right), str(every.wrong), str(every.missed))
        rows.append((of.name.lower(), *cells, *halves, _cell(mine.values()), *counts))
    return rows


def _cell(scores: Iterable[Score]) -> str:
    one = total(scores)
    return f"{100 * one.precision:.0f}/{100 * one.recall:.0f}"


def _reader(ending: str, made: Callable[[Letter], bytes]) -> Callable[[Letter], Part]:
    def file(letter: Letter) -> Part:
        if letter.data:
            return read(f"{letter.name}.json", letter.data.encode())
        return read(f"{letter.name}.{ending}", made(letter))

    return file


__all__ = ["READERS", "SEED", "measured", "run"]

READERS: dict[str, Callable[[Letter], Part]] = {
    "text": as_text,
    "pdf": _reader("pdf", paper.pdf),
    "docx": _reader("docx", paper.docx),
    "odt": _reader("odt", paper.odt),
    "eml": _reader("eml", paper.eml),
    "scan": _reader("pdf", paper.scan),
}
"""How a letter becomes pages, by the name of the format."""
