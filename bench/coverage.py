"""Text obtained: ours beside extractous (Tika), on the same files, in the same run.

A file counts for a reader that found any word in it: three letters or more. What Tika writes where a recording says
nothing of itself, a line with `null` alone, is none. Tika reads what lies in a container into one text, with the names
it has there; so for ours the members and their names count for the file they lay in. What only looks like words among
bytes (`strings`) does not count, neither what Tika finds where it reads as plain text what is enciphered or of no known
kind: it is said apart. Letters in pictures are read by neither. In processor seconds of
everything that takes part.
"""

import importlib
import json
import os
import random
import re
import resource
import signal
import sqlite3
import tempfile
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from bench import measure
from bench.material import apart, files_of, seal_of
from rogatory.extraction import kinds
from rogatory.material.items import Digest, Item, Kind
from rogatory.sifting.budget import BUDGET
from rogatory.sifting.ledger.ledger import Ledger
from rogatory.sifting.ledger.placing import opened
from rogatory.sifting.run.supervising import Hand, Supervisor
from rogatory.sifting.sealed.sealing import Seizure
from rogatory.sifting.stages import Stage, ciphered

_NOTHING = re.compile(r"^\s*null\s*$", re.MULTILINE)
_PLAIN = re.compile("TextAndCSVParser|TXTParser")
_NO_TEXT = frozenset((kinds.OCTETS, ciphered.PGP))
_A_WORD = re.compile(r"[^\W\d_]{3,}")
_MEMORY = 6 << 30
"""Bytes for extractous, three times what ours may take."""
_SECONDS = 120
_MOST_WORDS = 20_000
_MOST_LISTED = 400


@dataclass
class Found:
    """What a reader found in a file.

    Attributes:
        words: The words, in small letters.
        state: How it ended.
        media: Its kind, by ours.
        strings: Whether all that was found only looks like words.
        plain: Whether it was read as plain text.
    """

    words: frozenset[str] = frozenset()
    state: str = ""
    media: str = ""
    strings: bool = False
    plain: bool = False

    @property
    def text(self) -> bool:
        """Whether there is a word in it."""
        return bool(self.words) and not self.strings


def run(folder: Path, sample: int, seed: int, listed: Path | None) -> None:
    """Read the files of a folder with both, and tell where which found words.

    Args:
        folder: Files.
        sample: How many of them, by lot; 0: all.
        seed: Another number draws others.
        listed: File in which to list every file one of both found nothing in; None: it is not listed.
    """
    with tempfile.TemporaryDirectory() as work:
        folder = drawn(folder, sample, seed, Path(work) / "drawn") if sample else folder
        files = files_of(folder)
        tika, tika_spent, ends = _tika(files, Path(work))
        seizure = seal_of(folder, Path(work) / "ours")
        spent, _, _, status = apart(partial(_read, seizure))
        ours, stages = _ours(seizure, folder), _in_stages(seizure)
    if status:
        raise RuntimeError("reading was broken off")
    alike = [path for path in files if tika[path].words and tika[path].plain and ours[path].media in _NO_TEXT]
    for path in alike:
        tika[path].strings = True
    both = Counter((tika[path].text, ours[path].text) for path in files)
    count = len(files)
    print(measure.table([
        ("of the files", "with text", "documents", "processor s", "a second", "ended"),
        ("extractous", f"{both[True, True] + both[True, False]:,}", f"{count:,}", f"{tika_spent:,.1f}",
         f"{count / tika_spent:,.1f}", f"{ends} times by a file"),
        ("ours", f"{both[True, True] + both[False, True]:,}", f"{count:,}", f"{spent:,.1f}", f"{count / spent:,.1f}",
         "never"),
        ("ours, reading alone", "", f"{count:,}", f"{stages:,.1f}", f"{count / stages:,.1f}", ""),
        ("both", f"{both[True, True]:,}", "", "", "", ""),
        ("only extractous", f"{both[True, False]:,}", "", "", "", ""),
        ("only ours", f"{both[False, True]:,}", "", "", "", ""),
        ("one of both", f"{count - both[False, False]:,}", "", "", f"{tika_spent / spent:,.1f} times", ""),
    ]))  # fmt: skip
    print(f"of extractous, {len(alike):,} files do not count: it read as plain text what is enciphered or no text.")
    print("reading alone: what the stages spend, without the processes' start, the cage, the ledger and the index;")
    less = [path for path in files if tika[path].text and ours[path].text and _share(tika[path], ours[path]) < 1 / 2]
    gap = [path for path in files if tika[path].text and not ours[path].text]
    print(f"where both found text, ours holds less than half of the words of extractous in {len(less):,} files;")
    print(f"of the {len(gap):,} files only extractous found text in, {sum(ours[path].strings for path in gap):,} gave"
          " what looks like words.\n")  # fmt: skip
    kinds = Counter(ours[path].media for path in gap).most_common()
    print(measure.table([("only extractous found text in", "files"), *((kind, str(many)) for kind, many in kinds)]))
    if listed:
        listed.write_text("".join(_line(path, folder, tika[path], ours[path]) for path in [*gap, *less]))


def drawn(folder: Path, count: int, seed: int, place: Path) -> Path:
    """So many files of a folder by lot, copied to a place under the names they have."""
    files = files_of(folder)
    for path in random.Random(seed).sample(files, min(count, len(files))):
        copy = place / path.relative_to(folder)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(path.read_bytes())
    return place


def _share(tika: Found, ours: Found) -> float:
    return len(tika.words & ours.words) / len(tika.words)


def _line(path: Path, folder: Path, tika: Found, ours: Found) -> str:
    missing = " ".join(sorted(tika.words - ours.words))[:_MOST_LISTED]
    shares = f"{len(tika.words & ours.words)}/{len(tika.words)}"
    return f"{ours.media}\t{ours.state}\t{shares}\t{path.relative_to(folder)}\t{missing}\n"


def _words(text: str) -> frozenset[str]:
    return frozenset(list(dict.fromkeys(word.lower() for word in _A_WORD.findall(text)))[:_MOST_WORDS])


def _read(seizure: Seizure) -> None:
    """Seal acknowledged, each content read; neither what ties it to others is looked for, nor is it screened."""
    receipt, ledger = seizure.opened(), opened(seizure, begin=True)
    ledger.begin(receipt.seizure, receipt.root)
    ledger.take(receipt.seizure, receipt.root,
                ((entry.item(receipt.seizure), entry.content, entry.says) for entry in seizure.entries()))  # fmt: skip
    with closing(Supervisor(seizure.store, ledger, replace(BUDGET, ocr=False), Hand())) as supervisor:
        supervisor.work(1)
    ledger.close()


def _in_stages(seizure: Seizure) -> float:
    """Processor seconds of all stages over all contents."""
    with closing(sqlite3.connect(seizure.ledger)) as ledger:
        (found,) = ledger.execute("SELECT SUM(seconds) FROM results").fetchone()
    return float(found)


def _ours(seizure: Seizure, folder: Path) -> dict[Path, Found]:
    ledger = Ledger(seizure.ledger)
    found = {}
    for entry in seizure.entries():
        if entry.kind is Kind.FILE and entry.content:
            path = folder.parent / os.fsdecode(entry.path)
            found[path] = _below(ledger, entry.content.sha256)
    ledger.close()
    return found


def _below(ledger: Ledger, content: Digest) -> Found:
    """What was found in a content and in everything that lay in it."""
    words: set[str] = set()
    only_strings, found_strings, seen, waiting = True, False, {content}, [content]
    while waiting:
        one = waiting.pop()
        results = {row[0]: row for row in ledger.results(one)}
        by: Any = results[Stage.EXTRACT][5].get("by") if Stage.EXTRACT in results else ""
        text = _words(ledger.text(one))
        if by == "strings":
            found_strings |= bool(text)
        else:
            words |= text
            only_strings &= not text
        members: list[Item] = ledger.items(parent=one)
        for member in members:
            named = _words(os.fsdecode(member.path))
            words |= named
            only_strings &= not named
            if member.content and member.content not in seen:
                seen.add(member.content)
                waiting.append(member.content)
    first = {row[0]: row for row in ledger.results(content)}
    media = str(first[Stage.IDENTIFY][5].get("media", "")) if Stage.IDENTIFY in first else ""
    state = ledger.state(content)
    return Found(frozenset(words), state.value if state else "", media, only_strings and found_strings)


def _tika(files: list[Path], work: Path) -> tuple[dict[Path, Found], float, int]:
    """extractous over each file, in a process begun again where a file ends it."""
    spent = 0.0
    ends = start = 0
    told, out = work / "at", work / "found"
    out.touch()
    while start < len(files):
        cost, _, _, status = apart(partial(_extract, files, start, told, out))
        spent += cost
        at = int(told.read_text() or 0)
        ends += status != 0
        start = at + 1 if status else len(files)
    found = {path: Found(state="ended") for path in files}
    with out.open(encoding="utf-8") as lines:
        for line in lines:
            number, state, words, plain = json.loads(line)
            found[files[number]] = Found(frozenset(words), state, plain=plain)
    return found, spent, ends


def _extract(files: list[Path], first: int, told: Path, out: Path) -> None:
    os.environ["PATH"] = ""  # it would start Tesseract
    extractous: Any = importlib.import_module("extractous")  # in the process it may end
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    reader = extractous.Extractor().set_extract_string_max_length(BUDGET.text)
    with out.open("a", encoding="utf-8") as file:
        for number in range(first, len(files)):
            told.write_text(str(number))
            signal.alarm(_SECONDS)
            try:
                text, about = reader.extract_file_to_string(str(files[number]))
                text, state, plain = _NOTHING.sub("", text), "ok", _PLAIN.search(str(about)) is not None
            except Exception as error:
                text, state, plain = "", type(error).__name__, False
            file.write(json.dumps([number, state, sorted(_words(text)), plain]) + "\n")
            file.flush()
