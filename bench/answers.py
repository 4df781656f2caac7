"""What one answer costs at the door, by how many items a seizure has: its journal entry and its copies included.

The seizure is written into its ledger and into the copies as reading and answering would write them, four answers for
each item; what is measured is the processor time of answers after that, each at the one door, by a reviewer without a
grant (who is asked of each item whether it and what it carries is sifted), and of readings that are recorded.
"""

import sqlite3
from collections.abc import Callable
from hashlib import sha256
from time import process_time
from typing import Any

from bench import measure
from bench.pages import set_up

ANSWERED = ("privilege", "scope", "origin", "proportionality")


def run(sizes: list[int], answers: int) -> None:
    """Measure so many answers at each size."""
    set_up()
    from tests.registry.office import Registry  # noqa: PLC0415 - the settings are read only now

    office = Registry.opened()
    rows: list[tuple[str, ...]] = [("items", "answers standing", "ms an answer", "ms a reading")]
    for size in sizes:
        made = _Seizure(office, size)
        answer, reading = made.cost(answers)
        rows.append((f"{size:,}", f"{made.standing():,}", f"{answer * 1000:.1f}", f"{reading * 1000:.1f}"))
        print("  ".join(rows[-1]), flush=True)
    print(measure.table(rows))


class _Seizure:
    """One seizure of a case, with every item answered."""

    def __init__(self, office: Any, size: int) -> None:  # noqa: ANN401 - an office of the tests
        self.office = office
        self.case = office.register()
        self.size = size
        self._sealed()
        self.items = [sha256(f"{self.case} item {n}".encode()).hexdigest() for n in range(size)]
        self._read()
        self._answered()

    def _sealed(self) -> None:
        from rogatory.law.acts import Role  # noqa: PLC0415
        from rogatory.registry.cases import door  # noqa: PLC0415

        seal = {"seizure": "S-1", "root": "1" * 64, "entries": self.size, "holder": "P1"}
        self.office.do(Role.PROSECUTOR, "seal-material", self.case, **seal)
        seen = door.look(self.office.accounts[Role.CLERK], self.case)[0].head
        told = {"present": "the delegate of the bar", "ground": "order 12"}
        self.office.do(Role.COURT, "open-seal", self.case, "S-1", seen=seen, **told)

    def _read(self) -> None:
        from rogatory.registry.review.shelf import place  # noqa: PLC0415
        from rogatory.sifting.ledger.ledger import Ledger  # noqa: PLC0415

        folder = place(self.case, "S-1")
        folder.mkdir(parents=True)
        (folder / "seizure.json").write_text('{"seizure": "bench"}')
        Ledger(folder / "ledger.sqlite3").close()
        with sqlite3.connect(folder / "ledger.sqlite3") as db:
            # Every tenth item is a copy of the one before it.
            contents = [sha256(f"{n - (n % 10 == 9)}".encode()).hexdigest() for n in range(self.size)]
            db.executemany("INSERT OR IGNORE INTO contents (sha256, blake3, size, media, state, root, depth, due) "
                           "VALUES (?, '', 9, 'text/plain', 'ok', '', 0, '')", ((c,) for c in contents))  # fmt: skip
            db.executemany("INSERT INTO items (ident, parent, path, ordinal, kind, content) "
                           "VALUES (?, 'seizure', ?, 0, 'file', ?)",
                           ((i, i.encode(), c) for i, c in zip(self.items, contents, strict=True)))  # fmt: skip

    def _answered(self) -> None:
        from django.db import transaction  # noqa: PLC0415
        from django.utils import timezone  # noqa: PLC0415
        from tests.registry.seizing import CLEAN  # noqa: PLC0415

        from rogatory.registry.review.models import AnswerCopy, SeizureCopy  # noqa: PLC0415

        row, at = SeizureCopy.objects.get(case=self.case), timezone.now()
        with transaction.atomic():
            for start in range(0, self.size, 2_500):
                AnswerCopy.objects.bulk_create(
                    AnswerCopy(seizure=row, item=item, asked=asked, number=4 * n + place + 1, entry=0,
                               values=CLEAN[asked], role="court", by="x", together="one item", at=at)
                    for n, item in enumerate(self.items[start : start + 2_500], start)
                    for place, asked in enumerate(ANSWERED)
                )  # fmt: skip
        SeizureCopy.objects.filter(pk=row.pk).update(answers=4 * self.size)

    def standing(self) -> int:
        from rogatory.registry.review.models import AnswerCopy  # noqa: PLC0415

        return AnswerCopy.objects.count()

    def cost(self, answers: int) -> tuple[float, float]:
        """Seconds of the processor for one answer, and for one reading that is recorded."""
        from tests.registry.seizing import CLEAN  # noqa: PLC0415

        from rogatory.law.acts import Role  # noqa: PLC0415
        from rogatory.registry.review.door import open_item  # noqa: PLC0415

        step = self.size // answers
        chosen = [n * step for n in range(answers)]

        def answer(n: int) -> None:
            form = {"item": self.items[n], "asked": "scope", "values": CLEAN["scope"], "reasons": "read again",
                    "supersedes": [4 * n + 2]}  # fmt: skip
            done = self.office.do(Role.REVIEWER, "answer-item", self.case, "S-1", **form)
            assert done.result.entry.act == "answer-item", done.result

        account = self.office.accounts[Role.REVIEWER]
        return (
            _each(answer, chosen),
            _each(lambda n: open_item(account, self.case, "S-1", self.items[n]), chosen),
        )


def _each(do: Callable[[int], object], chosen: list[int]) -> float:
    do(chosen[0] + 1)  # what is made once is not counted
    start = process_time()
    for n in chosen:
        do(n)
    return (process_time() - start) / len(chosen)
