"""Recall and precision of every screen on invented seizures, on texts rules were tried on and on others.

As a perfect reading has the papers; and, where a folder is named, as files that are sealed, read in the cage, screened
and tied: what is then lost was not read, or is not told by a file.
"""

from collections import Counter
from collections.abc import Callable, Collection
from math import sqrt
from pathlib import Path
from time import process_time

from bench.seizure.papers import MAILS, SETS, Paper, Seizure, made
from bench.seizure.through import Through
from rogatory.material.provenance import Bond
from rogatory.material.screens.found import Screen
from rogatory.material.screens.screening import screen
from rogatory.sifting.ledger.beside import QUOTES, REPLIES


def run(seed: int, rounds: int, folder: Path | None) -> None:
    """Measure on each set of texts; as files too where a folder is named."""
    for texts in SETS:
        seizure = made(texts, seed, rounds)
        languages = {paper.language for paper in seizure.papers}
        print(f"\n{texts} texts, seed {seed}: {len(seizure.papers)} papers in {len(languages)} languages")
        start = process_time()
        _measure(seizure, lambda paper: {hit.screen for hit in screen(paper.reading, seizure.configuration)})  # noqa: B023 - asked at once
        seconds, letters = process_time() - start, sum(len(paper.reading.text) for paper in seizure.papers)
        print(f"  {seconds:.2f} s of processor time, {letters / 1e6 / seconds:.2f} MB of text a second")
        if folder is not None:
            through = Through(seizure, folder / texts)
            states = ", ".join(f"{state.value} {count}" for state, count in through.counts.states.items())
            print(f"the same as files, sealed and read: {through.counts.contents} contents ({states})")
            _measure(seizure, through.screens)
            _bonds(seizure, through)


def _bonds(seizure: Seizure, through: Through) -> None:
    """Of the bonds between papers, how many were found."""
    papers = {paper.name: paper for paper in seizure.papers}
    for kind, bond, able in ((QUOTES, Bond.QUOTES, None), (REPLIES, Bond.REPLIES, MAILS)):
        owed = [
            (paper, papers[other])
            for paper in seizure.papers
            for tie, other in paper.tied
            if tie is bond and (able is None or papers[other].form in able)
        ]
        found = sum(through.tied(kind, one, other) for one, other in owed)
        print(f"  {bond.value}: {found} of {len(owed)} found")


def _measure(seizure: Seizure, screens: Callable[[Paper], Collection[Screen]]) -> None:
    right: Counter[Screen] = Counter()
    stopped: Counter[Screen] = Counter()
    owed: Counter[Screen] = Counter()
    missed: Counter[str] = Counter()
    needless: Counter[str] = Counter()
    withheld = needed = 0
    for paper in seizure.papers:
        found = frozenset(screens(paper))
        right.update(found & paper.truth)
        stopped.update(found)
        owed.update(paper.truth)
        missed.update(f"{paper.kind} ({one.value})" for one in paper.truth - found)
        needless.update(f"{paper.kind} ({one.value})" for one in found - paper.truth)
        needed += bool(paper.truth)
        withheld += bool(paper.truth and found)
    print(f"  {'screen':22} {'owed':>5} {'recall':>7} {'stopped':>8} {'precision':>10}")
    for one in Screen:
        precision = f"{right[one] / stopped[one]:10.3f}" if stopped[one] else f"{'-':>10}"
        recall = f"{right[one] / owed[one]:7.3f} {_within(right[one], owed[one])}" if owed[one] else f"{'-':>7}"
        print(f"  {one.value:22} {owed[one]:5} {recall} {stopped[one]:8} {precision}")
    print(f"  of papers that must be withheld, stopped by some screen: {withheld}/{needed}")
    for told, counted in (("missed", missed), ("stopped needlessly", needless)):
        print(f"  {told}: {', '.join(f'{kind} {n}' for kind, n in counted.most_common()) or 'nothing'}")


def _within(right: int, of: int) -> str:
    """The interval of 95 % of a share (Wilson). Rounds repeat a text: it is narrower than the truth."""
    share, z = right / of, 1.96
    middle, width = share + z * z / (2 * of), z * sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    return f"[{(middle - width) / (1 + z * z / of):.2f}, {(middle + width) / (1 + z * z / of):.2f}]"
