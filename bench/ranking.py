"""Reading in order: effort to find nearly all of a topic, beside ASReview on the same texts, from the same first paper.

The texts are public labelled sets that you name: the SGML files of Reuters-21578 and the folders of 20 news groups.
Beside topics that you name some are drawn by lot, on which nothing was tried. ASReview is run by a Python of its own
(`pip install -r bench/ranking.txt`, into an environment of its own); where it is not named, it is left out.
"""

import html
import json
import re
import resource
import subprocess
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from statistics import mean, stdev
from time import process_time

from scipy.stats import t  # type: ignore[import-untyped,unused-ignore]

from bench import measure
from rogatory.material.ranking import features, recall
from rogatory.material.ranking.reading import Reader

_TEXT = re.compile(r"<REUTERS.*?<TOPICS>(.*?)</TOPICS>.*?<TEXT.*?>(.*?)</TEXT>", re.DOTALL)
_MARK = re.compile(r"<[^>]*>")
_QUOTED = re.compile(r"\s*[>|:]|.*(writes|wrote|says):?\s*$")
_SHARES = (0.7, 0.8, 0.9, 0.95)
_LEAST, _MOST = 50, 1_000
"""Papers of a topic that may be drawn."""
_CONTROL, _SAMPLES = 300, 400


@dataclass(frozen=True)
class Asked:
    """What is looked for in a set.

    Attributes:
        texts: The set; nothing was tried on topics drawn by lot.
        topics: Topics, each with its papers.
        firsts: For each topic the papers that are known first, one for each reading.
    """

    texts: list[str]
    topics: dict[str, list[int]]
    firsts: dict[str, list[int]]


@dataclass(frozen=True)
class Read:
    """One reading.

    Attributes:
        effort: Papers read until each share was found; the most that may be read, where it was not.
        spent: Seconds until the last share, without making the rows.
    """

    effort: tuple[int, ...]
    spent: float


@dataclass(frozen=True)
class Given:
    """What is measured.

    Attributes:
        reuters: Folder of its SGML files; None: left out.
        news: Folder of 20 news groups; None: left out.
        topics: Topics of Reuters that are read whatever the lot.
        lot: So many more of each set.
        seed: Of the lot, and of the first papers.
        draws: First papers of each topic.
        most: Papers after which a reading ends.
        asreview: Python of its environment; empty: it is left out.
        kept: File in which what ASReview read is kept, or from which it is taken; None: it is run.
    """

    reuters: Path | None
    news: Path | None
    topics: Sequence[str]
    lot: int
    seed: int
    draws: int
    most: int
    asreview: str
    kept: Path | None


def run(given: Given) -> None:
    """Read by topic, by ours and by theirs: papers read until so much was found, and processor seconds."""
    random = Random(given.seed)
    for name, folder, reader, topics in (
        ("Reuters", given.reuters, _reuters, given.topics),
        ("20 news groups", given.news, _news, ()),
    ):
        if folder is None:
            continue
        asked = _asked(*reader(folder), topics, random, given)
        theirs = _theirs(name, asked, given)
        start = process_time()
        rows = features.rows(asked.texts)
        made = process_time() - start
        print(f"\n{name}: {len(asked.texts):,} texts; rows: ours {made:.1f} s", end="")
        print(f", ASReview {theirs.made:.1f} s" if theirs else "", f"; load {measure.load()}", flush=True)
        for topic, places in asked.topics.items():
            wanted = frozenset(places)
            ours = [_ours(rows, wanted, first, given.most) for first in asked.firsts[topic]]
            _print(topic, len(wanted), ours, made, theirs)
            _cover(rows, wanted, asked.firsts[topic][0], given)


def _asked(
    texts: list[str], labels: list[frozenset[str]], topics: Sequence[str], random: Random, given: Given
) -> Asked:
    counts = Counter(label for one in labels for label in one)
    able = sorted(label for label, n in counts.items() if _LEAST <= n <= _MOST and label not in topics)
    drawn = sorted(random.sample(able, given.lot))
    found = {topic: [place for place, one in enumerate(labels) if topic in one] for topic in (*topics, *drawn)}
    firsts = {topic: Random(f"{topic} 1").sample(places, given.draws) for topic, places in found.items()}
    return Asked(texts, found, firsts)


def _ours(rows: features.Rows, wanted: frozenset[int], first: int, most: int) -> Read:
    """Read from one that is known to be wanted, as theirs does."""
    answers, found = {first: True}, [True]
    reader = Reader(rows, first)
    start = process_time()
    while sum(found) < _SHARES[-1] * len(wanted) and len(found) < most:
        for place in reader.following(answers):
            answers[place] = place in wanted
            found.append(place in wanted)
    spent = process_time() - start
    return Read(_efforts(found, len(wanted), most), spent)


def _efforts(found: Iterable[bool], total: int, most: int) -> tuple[int, ...]:
    at, so_far = [most] * len(_SHARES), 0
    for read, is_it in enumerate(found, 1):
        so_far += is_it
        for which, share in enumerate(_SHARES):
            if so_far >= share * total:
                at[which] = min(at[which], read)
    return tuple(at)


@dataclass(frozen=True)
class _Theirs:
    made: float
    read: Mapping[str, Sequence[Read]]


def _theirs(name: str, asked: Asked, given: Given) -> _Theirs | None:
    kept = given.kept.with_name(f"{given.kept.name}-{name.replace(' ', '-')}") if given.kept else None
    if kept and kept.exists():
        lines = kept.read_text(encoding="utf-8").splitlines()
    elif given.asreview:
        with tempfile.TemporaryDirectory() as folder:
            told = Path(folder, "asked.json")
            questions = {n: {"wanted": places, "firsts": asked.firsts[n]} for n, places in asked.topics.items()}
            told.write_text(json.dumps({"texts": asked.texts, "questions": questions, "most": given.most}))
            program = Path(__file__).with_name("ranking_asreview.py")
            done = subprocess.run(  # noqa: S603 - the program that was named
                [given.asreview, program, told], check=True, stdout=subprocess.PIPE, text=True
            )
        lines = done.stdout.splitlines()
        if kept:
            kept.write_text(done.stdout, encoding="utf-8")
    else:
        return None
    first, *draws = (json.loads(line) for line in lines)
    read: dict[str, list[Read]] = {}
    for draw in draws:
        # Only what was read from the same first papers is beside ours.
        if draw["first"] in asked.firsts.get(draw["name"], ()):
            efforts = _efforts(map(bool, draw["found"]), len(asked.topics[draw["name"]]), given.most)
            read.setdefault(draw["name"], []).append(Read(efforts, draw["spent"]))
    return _Theirs(first["made"], read)


def _print(topic: str, total: int, ours: Sequence[Read], made: float, theirs: _Theirs | None) -> None:
    print(f"{topic} ({total}): read until 70, 80, 90, 95 %; {len(ours)} first papers")
    print(f"  ours     {_row(ours)}; {made + mean(one.spent for one in ours):.1f} s with rows")
    beside = theirs.read.get(topic) if theirs else None
    if theirs and beside:
        seconds = theirs.made + mean(one.spent for one in beside)
        ratio = seconds / (made + mean(one.spent for one in ours))
        print(
            f"  ASReview {_row(beside)}; {seconds:.1f} s with rows, {ratio:.1f} times ours; {len(beside)} first papers"
        )
        pairs = zip(ours, beside, strict=False)
        print(f"  ours less theirs at 95 %: {_told([a.effort[-1] - b.effort[-1] for a, b in pairs])}", flush=True)


def _row(read: Sequence[Read]) -> str:
    *before, last = zip(*(one.effort for one in read), strict=True)
    return ", ".join([*(f"{mean(column):.0f}" for column in before), _told(last)])


def _told(values: Sequence[float]) -> str:
    """The mean, and the interval in which it lies with 95 % (Student)."""
    if len(values) < 2:
        return f"{mean(values):.0f}"
    off = float(t.ppf(0.975, len(values) - 1)) * stdev(values) / len(values) ** 0.5
    return f"{mean(values):.0f} [{mean(values) - off:.0f}, {mean(values) + off:.0f}]"


def _cover(rows: features.Rows, wanted: frozenset[int], first: int, given: Given) -> None:
    """How often the intervals of both samples hold the truth, and how often the advice is right, where it may stop."""
    answers, marks, reader = {first: True}, [share * len(wanted) for share in (0.5, 0.8, 0.95)], Reader(rows, first)
    held: Counter[str] = Counter()
    reached = wrong = 0
    while marks and len(answers) < given.most:
        answers |= {place: place in wanted for place in reader.following(answers)}
        if sum(answers.values()) < marks[0]:
            continue
        del marks[0]
        read, found = frozenset(answers), sum(answers.values())
        truth, unread = found / len(wanted), [p for p in range(rows.shape[0]) if p not in read]
        for seed in range(_SAMPLES):
            control = {place: place in wanted for place in recall.sample(range(rows.shape[0]), _CONTROL, seed)}
            missed = {place: place in wanted for place in recall.sample(unread, _CONTROL, seed)}
            for name, told in (
                ("control", recall.recall(control, read)),
                ("elusion", recall.elusion(missed, len(unread), found)),
            ):
                held[name] += told.least <= truth <= told.most
                advised = recall.advise(told, 0.8, read=len(read), found=found).reached
                reached += advised
                wrong += advised and truth < 0.8
        held["of"] += _SAMPLES
    if held["of"]:
        share = ", ".join(f"{name} {held[name] / held['of']:.3f}" for name in ("control", "elusion"))
        print(f"  intervals of 95 % hold the truth: {share}; 80 % said to be reached {reached} times, {wrong} wrongly")


def _reuters(folder: Path) -> tuple[list[str], list[frozenset[str]]]:
    texts, labels = [], []
    for path in sorted(folder.glob("*.sgm")):
        for topics, text in _TEXT.findall(path.read_text("latin-1")):
            told = html.unescape(_MARK.sub(" ", text)).strip()
            if len(told) > 20:
                texts.append(told)
                labels.append(frozenset(re.findall("<D>(.*?)</D>", topics)))
    return texts, labels


def _news(folder: Path) -> tuple[list[str], list[frozenset[str]]]:
    """Each message with its subject, without its other headers and without what it quotes."""
    texts, labels = [], []
    for path in sorted(folder.glob("*/*/*")):
        head, _, body = path.read_text("latin-1").partition("\n\n")
        subject = next((line[8:].strip() for line in head.splitlines() if line.lower().startswith("subject:")), "")
        lines = [line for line in body.splitlines() if not _QUOTED.match(line)]
        texts.append("\n".join([subject, *lines]).strip() or "empty")
        labels.append(frozenset({path.parent.name}))
    return texts, labels


def many(texts: int, words: int) -> None:
    """Learning anew and scoring every one of very many texts."""
    random = Random(5)
    start = process_time()
    rows = features.rows(_made(random, texts, words))
    print(f"{texts:,} texts of {words} words, {rows.nnz:,} entries; rows in {process_time() - start:.0f} s")
    reader = Reader(rows, 0)
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
