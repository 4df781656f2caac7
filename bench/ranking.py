"""Reading in order: effort to find nearly all of a topic, beside ASReview on the same texts and in the same run.

The texts are a public labelled set that you name: a folder of the SGML files of Reuters-21578. ASReview is a program of
its own (`pip install -r bench/ranking.txt`, into an environment of its own); where it is not named, it is left out.
"""

import csv
import html
import re
import resource
import sqlite3
import subprocess
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from time import process_time

from bench import measure
from rogatory.material.ranking import features, reading

_TEXT = re.compile(r"<REUTERS.*?<TOPICS>(.*?)</TOPICS>.*?<TEXT.*?>(.*?)</TEXT>", re.DOTALL)
_MARK = re.compile(r"<[^>]*>")
_SHARES = (0.7, 0.8, 0.9, 0.95)


def run(folder: Path, topics: list[str], asreview: str, seeds: int) -> None:
    """Read by topic, by ours and by theirs: papers read until so much was found, and processor seconds."""
    texts, labels = _reuters(folder)
    start = process_time()
    rows = features.rows(texts)
    made = process_time() - start
    print(f"{len(texts):,} texts; rows in {made:.1f} s; papers read until 70, 80, 90, 95 %; {measure.load()}")
    for topic in topics:
        wanted = [topic in one for one in labels]
        start = process_time()
        efforts = [_ours(rows, wanted, seed) for seed in range(seeds)]
        each = (process_time() - start) / seeds
        middle = [sorted(column)[seeds // 2] for column in zip(*efforts, strict=True)]
        print(
            f"{topic} ({sum(wanted)}): ours {middle}, {made + each:.1f} s with rows, {each:.1f} s without", flush=True
        )
        if asreview:
            found, spent = _theirs(asreview, texts, wanted)
            print(f"{' ' * len(topic)} ASReview {found}, {spent:.1f} s", flush=True)


def _ours(rows: features.Rows, wanted: Sequence[bool], seed: int) -> list[int]:
    """Papers read until each share was found; the first is one that is known to be wanted, as theirs has one."""
    random = Random(seed)
    answers = {random.choice([place for place, is_it in enumerate(wanted) if is_it]): True}
    total, at = sum(wanted), [0] * len(_SHARES)
    reader = reading.Reader(rows, seed)
    while 0 in at:
        for place in reader.following(answers):
            answers[place] = wanted[place]
            found = sum(answers.values()) if wanted[place] else 0
            for which, share in enumerate(_SHARES):
                if not at[which] and found >= share * total:
                    at[which] = len(answers)
    return at


def _theirs(program: str, texts: Sequence[str], wanted: Sequence[bool]) -> tuple[list[int], float]:
    total = sum(wanted)
    with tempfile.TemporaryDirectory() as name:
        table, project = Path(name, "texts.csv"), Path(name, "out.asreview")
        with table.open("w", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(["title", "abstract", "included"])
            writer.writerows(["", text, int(is_it)] for text, is_it in zip(texts, wanted, strict=True))
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(  # noqa: S603 - the program that was named
            [program, "simulate", table, "-o", project, "--n-prior-included", "1", "--n-prior-excluded", "0",
             "--seed", "0", "--n-stop", str(_enough(total))], check=True, capture_output=True,
        )  # fmt: skip
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        at = [0] * len(_SHARES)
        for read, found in enumerate(_labels(project, Path(name)), 1):
            for which, share in enumerate(_SHARES):
                if not at[which] and found >= share * total:
                    at[which] = read
    return at, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _enough(total: int) -> int:
    return 2 * total + 200


def _labels(project: Path, folder: Path) -> Iterator[int]:
    """How many had been found after each paper that was read."""
    with zipfile.ZipFile(project) as packed:
        inside = next(name for name in packed.namelist() if name.endswith("results.db"))
        packed.extract(inside, folder)
    with sqlite3.connect(folder / inside) as kept:
        found = 0
        for (label,) in kept.execute("SELECT label FROM results ORDER BY rowid"):
            found += int(label or 0)
            yield found


def _reuters(folder: Path) -> tuple[list[str], list[set[str]]]:
    texts, labels = [], []
    for path in sorted(folder.glob("*.sgm")):
        for topics, text in _TEXT.findall(path.read_text("latin-1")):
            told = html.unescape(_MARK.sub(" ", text)).strip()
            if len(told) > 20:
                texts.append(told)
                labels.append(set(re.findall("<D>(.*?)</D>", topics)))
    return texts, labels


def many(texts: int, words: int) -> None:
    """Learning anew and scoring every one of very many texts."""
    random = Random(5)
    start = process_time()
    rows = features.rows(_made(random, texts, words))
    print(f"{texts:,} texts of {words} words, {rows.nnz:,} entries; rows in {process_time() - start:.0f} s")
    reader = reading.Reader(rows, 0)
    answers = {place: place % 3 == 0 for place in random.sample(range(texts), 2_000)}
    start = process_time()
    reader.following(answers)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"learned anew over {len(answers):,} answers and scored all: {process_time() - start:.1f} s; {memory:,.0f} MiB"
    )


def _made(random: Random, texts: int, words: int) -> Iterator[str]:
    """Texts whose words are as frequent as words are: the n-th about 1/n as often as the first."""
    for _ in range(texts):
        yield " ".join(f"w{int(200_000 ** random.random())}" for _ in range(words))
