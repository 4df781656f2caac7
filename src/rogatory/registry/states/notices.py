"""What My work tells of the record of states: rulings that stand differently since it changed, and what to renew.

Read from the copies, in a fixed number of queries however many cases there are.
"""

import json
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db.models import Exists, OuterRef
from django.utils import timezone

from rogatory.law.formulas import Verdict
from rogatory.law.wording.language import Language
from rogatory.law.wording.terms import term
from rogatory.office.filing import REPLACE_ON_RECORD
from rogatory.office.words import title_of
from rogatory.registry.cases.models import CaseCopy, SeenCopy
from rogatory.registry.desk.rows.reader import Reader
from rogatory.registry.states.models import Reassessed
from rogatory.registry.states.on_record import put_here
from rogatory.states.naming import name_in
from rogatory.states.record.entries import Entry

SHOWN = 12
TOLD_FOR = timedelta(days=60)
"""How long a case that stands differently is told of, unless it is opened before."""
_VERDICTS = {verdict.word: verdict for verdict in Verdict}


@dataclass(frozen=True, slots=True)
class Ruled:
    """One ruling that stands differently: act, title and object, verdicts before and after in words, and norms."""

    act: str
    title: str
    object: str
    before: str
    after: str
    norms: tuple[str, ...]

    @property
    def same(self) -> bool:
        """Whether the verdict is the same, and only what it waits for is not."""
        return self.before == self.after


@dataclass(frozen=True, slots=True)
class Notice:
    """A case that stands differently because the record of its state changed.

    Attributes:
        copy: The case.
        state: The state, two letters.
        name: The state by its name.
        rulings: What stands differently.
        entries: What the entries of the record are called that make its questions live now.
    """

    copy: CaseCopy
    state: str
    name: str
    rulings: tuple[Ruled, ...]
    entries: tuple[str, ...]


def notices(reader: Reader, language: Language) -> list[Notice]:
    """The open cases the reader sees as a whole that stand differently, and that the reader has not opened since."""
    seen = SeenCopy.objects.filter(account=reader.account, case=OuterRef("case"), seq__gt=OuterRef("seq"))
    cases = reader.whole_cases().filter(closed=False)
    lately = Reassessed.objects.filter(at__gte=timezone.now() - TOLD_FOR, case__in=cases.values("case"))
    rows = list(lately.exclude(Exists(seen))[:SHOWN])
    copies = CaseCopy.objects.in_bulk({row.case for row in rows}) if rows else {}
    return [_notice(row, copies[row.case], language) for row in rows if row.case in copies]


def to_renew(reader: Reader) -> list[Entry]:
    """The entries to look at again, for whoever may replace them; the longest overdue first."""
    if not reader.in_role(*REPLACE_ON_RECORD.by):
        return []
    return list(put_here().due(reader.today)[:SHOWN])


def _notice(row: Reassessed, copy: CaseCopy, language: Language) -> Notice:
    told: dict[str, Any] = json.loads(row.told)
    rulings = tuple(
        Ruled(
            r["act"],
            title_of(r["act"], language),
            "" if r["object"] == "request" else r["object"],
            term(_VERDICTS[r["before"]], language),
            term(_VERDICTS[r["after"]], language),
            tuple(r["norms"]),
        )
        for r in told["rulings"]
    )
    entries = tuple(dict.fromkeys(entry for names in told["questions"].values() for entry in names))
    return Notice(copy, row.state, name_in(row.state, language.value), rulings, entries)
