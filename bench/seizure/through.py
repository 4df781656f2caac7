"""An invented seizure through the whole pipeline: written as files, sealed, read in the cage, screened, tied."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from bench.seizure.papers import Paper, Seizure
from bench.seizure.writing import write
from rogatory.material.items import Digest
from rogatory.material.screens.found import Screen
from rogatory.sifting.custody import Chain
from rogatory.sifting.ledger import Ledger
from rogatory.sifting.running import run
from rogatory.sifting.sealing import Seizure as Kept
from rogatory.sifting.sealing import seal

MOMENT = datetime(2026, 1, 1, tzinfo=UTC)


class Through:
    """A seizure that went through, and what the machine says of each paper."""

    def __init__(self, seizure: Seizure, folder: Path) -> None:
        """Write it, seal it, read it, screen it."""
        write(seizure, folder)
        kept = Kept(folder / "s")
        seal(kept, "S", [folder / "seized"], Chain(kept.custody, lambda: MOMENT).acknowledge)
        self.ledger = Ledger(kept.ledger)
        self.ledger.look_for(seizure.configuration)
        self.counts = run(kept)
        box = [paper.name for paper in seizure.papers if paper.form == "mbox"]
        sealed = {entry.path: entry.item("S").content for entry in kept.entries()}
        archive = sealed.get(b"seized/archive.mbox")
        inside = {int(i.path): i.content for i in self.ledger.items(parent=archive)} if archive else {}
        self._first = {
            paper.name: inside[box.index(paper.name)]
            if paper.name in box
            else sealed[f"seized/{paper.name}.{paper.form}".encode()]
            for paper in seizure.papers
        }

    def contents(self, paper: Paper) -> Iterator[Digest]:
        """The content of a paper, and those that lay in it."""
        waiting = [self._first[paper.name]]
        while waiting:
            if content := waiting.pop():
                yield content
                waiting += [item.content for item in self.ledger.items(parent=content)]

    def screens(self, paper: Paper) -> frozenset[Screen]:
        """The screens that stopped at a paper, or at what lay in it."""
        return frozenset(hit.screen for content in self.contents(paper) for hit in self.ledger.hits(content))

    def letters(self, paper: Paper) -> int:
        """How many characters were read in it."""
        return sum(len(self.ledger.text(content)) for content in self.contents(paper))
