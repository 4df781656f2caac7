"""An invented seizure through the whole pipeline: written as files, sealed, read in the cage, screened, tied."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from bench.seizure.papers import Paper, Seizure
from bench.seizure.writing import write
from rogatory.material.items import Digest
from rogatory.material.screens.found import Screen
from rogatory.sifting.ledger.beside import NEAR, SAME
from rogatory.sifting.ledger.ledger import Ledger
from rogatory.sifting.run.running import run
from rogatory.sifting.sealed.custody import Chain
from rogatory.sifting.sealed.sealing import Seizure as Kept
from rogatory.sifting.sealed.sealing import seal

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

    def tied(self, kind: str, one: Paper, other: Paper) -> bool:
        """Whether one paper is tied to another, or one of its copies to one of the other's."""
        left, right = (
            {copy for content in self.contents(paper) for copy in self._copies(content)} for paper in (one, other)
        )
        return bool(left & right) or any(to in right for content in left for to in self.ledger.tied(kind, content)[0])

    def _copies(self, content: Digest) -> set[Digest]:
        """It, and what has the same words or nearly the same."""
        found, waiting = {content}, [content]
        while waiting:
            at = waiting.pop()
            more = {c for kind in (SAME, NEAR) for side in self.ledger.tied(kind, at) for c in side} - found
            found |= more
            waiting += more
        return found
