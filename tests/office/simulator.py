"""A whole office in memory: people in every role, a clock, and cases as lists of entries."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

import yaml

from rogatory.law.acts import Role
from rogatory.law.corpus import Law
from rogatory.linkage.model import Screening
from rogatory.office.folds.dossier import Dossier, Entry, fold
from rogatory.office.folds.originals import originals_of
from rogatory.office.folds.owed import due
from rogatory.office.perform import Attempt, Barred, Done, perform
from rogatory.people.mandates import (
    EVERY_CASE,
    ONLY_FOR_A_CASE,
    ONLY_FOR_A_PERSON,
    ONLY_FOR_A_REGISTER,
    Actor,
    Mandate,
    stream_of,
)

PROOF = "d" * 64
"""Digest of the document that proves every service."""
START = datetime(2026, 3, 2, 9, tzinfo=UTC)
SEEN_NOW = -1


def simple_file() -> dict[str, Any]:
    """A request for one interview, with nothing said of anything."""
    text = """
        id: simple
        title: One interview for Germany
        request: {kind: mla, requesting_state: DE, requested_state: BE, received: "2026-03-01"}
        persons: [{id: P1, name: A. B.}]
        measures: [{id: interview, type: interview, persons: [P1]}]
        packages: [record]
        """
    # The base loader: words stay words.
    return yaml.load(text, yaml.BaseLoader)  # type: ignore[no-any-return]  # noqa: S506


@dataclass
class Office:
    """An office, its people and one case."""

    law: Law
    case: str = "case-1"
    entries: list[Entry] = field(default_factory=list)
    now: datetime = START
    witnessed: bool = True

    def __post_init__(self) -> None:
        self.people = {role: [self._actor(role, n) for n in (1, 2)] for role in Role}

    def _actor(self, role: Role, n: int) -> Actor:
        account = f"{role.name.lower()}-{n}"
        case = self.case if role in ONLY_FOR_A_CASE else EVERY_CASE
        case = stream_of("protection") if role in ONLY_FOR_A_REGISTER else case
        person = "P1" if role in ONLY_FOR_A_PERSON else ""
        return Actor(account, (Mandate(account, role, case, date(2026, 1, 1), person),))

    @property
    def dossier(self) -> Dossier:
        return fold(self.entries)

    @property
    def colleagues(self) -> tuple[Mandate, ...]:
        return tuple(m for actors in self.people.values() for a in actors for m in a.mandates)

    def register(self, file: dict[str, Any]) -> Done | Barred:
        return self.do(Role.CLERK, "register", file=file)

    def do(
        self, who: Role | Actor, act: str, obj: str = "", *, seen: int | None = SEEN_NOW, person: int = 1,
        screening: Screening | None = None, **form: Any,
    ) -> Done | Barred:  # fmt: skip
        """Attempt an act; what comes of it is entered either way."""
        actor = who if isinstance(who, Actor) else self.people[who][person - 1]
        dossier = self.dossier if self.entries else None
        head = dossier.head if dossier and seen == SEEN_NOW else None if seen == SEEN_NOW else seen
        told = (form, head, self.witnessed, self.colleagues, screening)
        attempt = Attempt(act, obj, self.case, actor, self.now, *told)
        result = perform(attempt, dossier, self.law)
        entry = result.entry
        self.entries.append(
            Entry(len(self.entries), self.now, self.case, entry.act, entry.object, entry.actor, entry.fields)
        )
        self.now += timedelta(minutes=1)
        return result

    def tell(self, *, later: int = 0) -> None:
        """Everybody is told of everything that is owed, by a bailiff, which is proved; then so many days pass."""
        if not originals_of(self.entries):
            assert isinstance(self.do(Role.CLERK, "attach", text="acknowledgements", documents=[PROOF]), Done)
        for notice in due(self.dossier, self.now.date()):
            told: dict[str, Any] = {
                "told-of": notice.ident,
                "on": self.now.date().isoformat(),
                "language": "French",
                "proof": PROOF,
            }
            assert isinstance(self.do(Role.COURT, "notify", notice.person, manner="in-person", **told), Done)
        self.now += timedelta(days=later)

    def answer(self, question: str, answer: str, about: str = "", **form: Any) -> None:
        result = self.do(Role.PROSECUTOR, "find", question=question, answer=answer, about=about, source="test", **form)
        assert isinstance(result, Done), result


def hurdles(result: Done | Barred) -> set[str]:
    assert isinstance(result, Barred), result
    return {o.hurdle.value for o in result.obstacles}
