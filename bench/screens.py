"""Recall and precision of every screen on invented seizures, on texts rules were tried on and on others."""

from collections import Counter
from pathlib import Path
from time import process_time

from bench.seizure.papers import LANGUAGES, Seizure, made
from bench.seizure.writing import write
from rogatory.material.screens.found import Screen
from rogatory.material.screens.screening import screen


def run(seed: int, rounds: int, folder: Path | None) -> None:
    """Measure on the open texts and on the blind ones; write both as files where a folder is named."""
    for texts in ("open", "blind"):
        seizure = made(texts, seed, rounds)
        print(f"\n{texts} texts, seed {seed}: {len(seizure.papers)} papers in {len(LANGUAGES)} languages")
        _measure(seizure)
        if folder is not None:
            print(f"  written as {write(seizure, folder / texts)} files to {folder / texts}")


def _measure(seizure: Seizure) -> None:
    right: Counter[Screen] = Counter()
    stopped: Counter[Screen] = Counter()
    owed: Counter[Screen] = Counter()
    missed: Counter[str] = Counter()
    needless: Counter[str] = Counter()
    withheld = needed = letters = 0
    start = process_time()
    for paper in seizure.papers:
        found = {hit.screen for hit in screen(paper.reading, seizure.configuration)}
        letters += len(paper.reading.text)
        right.update(found & paper.truth)
        stopped.update(found)
        owed.update(paper.truth)
        missed.update(f"{paper.kind} ({one.value})" for one in paper.truth - found)
        needless.update(f"{paper.kind} ({one.value})" for one in found - paper.truth)
        needed += bool(paper.truth)
        withheld += bool(paper.truth and found)
    seconds = process_time() - start
    print(f"  {'screen':22} {'owed':>5} {'recall':>7} {'stopped':>8} {'precision':>10}")
    for one in Screen:
        precision = f"{right[one] / stopped[one]:10.3f}" if stopped[one] else f"{'-':>10}"
        recall = f"{right[one] / owed[one]:7.3f}" if owed[one] else f"{'-':>7}"
        print(f"  {one.value:22} {owed[one]:5} {recall} {stopped[one]:8} {precision}")
    print(f"  of papers that must be withheld, stopped by some screen: {withheld}/{needed}")
    for told, counted in (("missed", missed), ("stopped needlessly", needless)):
        print(f"  {told}: {', '.join(f'{kind} {n}' for kind, n in counted.most_common()) or 'nothing'}")
    print(f"  {seconds:.2f} s of processor time, {letters / 1e6 / seconds:.2f} MB of text a second")
