"""What a change of the record of a state does to its open cases: which rulings stand differently, and why.

All cases are packed first; then the change is made in all of them at once (`law.bulk`), and each ruling that stands
differently is told with the norms that do. In bulk a verdict is three-valued: the exact pass is made when somebody
looks at the case, and may find that the change decides nothing.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from rogatory.casefile.model import ON_RECORD, CaseFile
from rogatory.decision.bench import context, view_of, with_attested_treaties
from rogatory.law import bulk
from rogatory.law.acts import Act, acts_asked
from rogatory.law.corpus import Law
from rogatory.law.evidence import NOTHING, Standing
from rogatory.office.folds.answered import answered, asked_by
from rogatory.office.folds.dossier import Dossier
from rogatory.office.folds.experience import Lived
from rogatory.states.record.holding import Record

Json = Any
REASSESSED = "record-reassessed"
"""As the act of the entry that says it, in the stream of the state."""
MOST = 2_000
"""Rulings told in one entry; there are as many entries as it takes."""
_BETWEEN = " "


@dataclass(frozen=True, slots=True)
class Way:
    """Rulings that stand differently in the same way.

    Attributes:
        act: The act.
        before: Verdict before, as its word.
        after: Verdict after; it may be the same.
        norms: Identifiers of the norms that apply, do not, or are open, where they were something else before.
        rulings: Case and object of each.
    """

    act: str
    before: str
    after: str
    norms: tuple[str, ...]
    rulings: tuple[tuple[str, str], ...]

    def as_json(self) -> dict[str, Json]:
        """The way in plain values."""
        return {
            "act": self.act,
            "before": self.before,
            "after": self.after,
            "norms": list(self.norms),
            "rulings": [list(ruling) for ruling in self.rulings],
        }


class Reassessment:
    """The open cases of a state, packed to be judged with the record as it was and as it is."""

    def __init__(self, law: Law, state: str, before: Record, after: Record, on: date) -> None:
        """None packed yet.

        Args:
            law: The law in force.
            state: The requesting state.
            before: The record as it was.
            after: The record as it is.
            on: Day of judging.
        """
        self.law, self.state, self.before, self.after, self.on = law, state, before, after, on
        self.looked = 0
        """Cases packed, or found untouched."""
        self.touched: list[str] = []
        """Cases in which a question is live that was not, or the reverse."""
        self._dockets: dict[tuple[str, tuple[object, ...]], bulk.Docket] = {}
        self._older: dict[str, set[str]] = {}
        self._told: dict[tuple[str, tuple[object, ...]], dict[tuple[str, str], dict[str, Standing]]] = {}
        """What is put in place of what was on file, by docket, then by requesting state and question."""

    def add(self, dossier: Dossier) -> None:
        """Pack a case, if the change touches it: of the state itself, or of another that it may stand behind."""
        self.looked += 1
        told = answered(dossier, self.on)
        was, is_ = (asked_by(dossier, told, record, self.on) for record in (self.before, self.after))
        opened, closed = _live(is_) - _live(was), _live(was) - _live(is_)
        if not opened and not closed:
            return
        self.touched.append(was.id)
        law, requesting = with_attested_treaties(self.law, was), was.request.requesting
        seen = view_of(law, was, self.on)
        known = {f.question for f in was.findings}
        # In a case of the state itself every question its record opens is opened; in others each has its own.
        own = opened if requesting == self.state else frozenset()
        put = closed | (opened - own)
        then = view_of(law, is_, self.on) if put else None
        for slot in own:
            self._older.setdefault(slot, set())
        for act in acts_asked(was.request.kind):
            docket = self._docket(act, was, law)
            for obj in seen.objects(act):
                key, subjects = f"{was.id}{_BETWEEN}{obj}", seen.subjects(act, obj)
                docket.add(bulk.Entry(key, context(was, self.on), subjects, self.on))
                for slot in own & known:
                    self._older[slot].add(key)
                standings = then.subjects(act, obj)[0].standings if then else {}
                for slot in put:
                    where = self._told.setdefault((act.id, was.treaty_rows), {})
                    where.setdefault((requesting, slot), {})[key] = standings.get(slot, NOTHING)

    def _docket(self, act: Act, case: CaseFile, law: Law) -> bulk.Docket:
        kept = self._dockets.get((act.id, case.treaty_rows))
        if kept is None:
            kept = self._dockets[act.id, case.treaty_rows] = bulk.Docket(law, act)
        return kept

    def changed(self) -> tuple[Way, ...]:
        """Make the change in all cases; the ways in which rulings stand differently, the worst verdict first.

        Where several questions were opened, one ruling may be told once for each.
        """
        found: list[Way] = []
        for (act, rows), docket in self._dockets.items():
            reopened = [docket.open(self.state, slot, keys) for slot, keys in sorted(self._older.items())]
            put = self._told.get((act, rows), {})
            reopened += [docket.put(state, slot, told) for (state, slot), told in sorted(put.items())]
            found += [_way(act, way) for ways in reopened for way in ways]
        return tuple(found)

    def entries(self) -> Mapping[str, list[str]]:
        """The questions that are live now and were not, or the reverse, with the entries that make or made them so."""
        now, then = (record.known(self.on).opens(self.state) for record in (self.after, self.before))
        slots = self._older.keys() | {slot for told in self._told.values() for _, slot in told}
        found = {slot: now.get(slot) or then.get(slot, ()) for slot in slots}
        return {question: [entry.id for entry in found[question]] for question in sorted(found)}


def fields_of(
    reassessment: Reassessment, ways: Iterable[Way], upto: int, own: Iterable[Lived] = ()
) -> list[dict[str, Json]]:
    """What the entries of a reassessment record: at least one entry, and no more than `MOST` rulings in each.

    Args:
        reassessment: What was judged anew.
        ways: The ways in which rulings stand differently.
        upto: Number of the journal's entry up to which the record was taken.
        own: What own cases say of the state, as it was taken.
    """
    head: dict[str, Json] = {
        "upto": upto,
        "looked": reassessment.looked,
        "touched": len(reassessment.touched),
        "questions": dict(reassessment.entries()),
        "own": [[one.kind, one.question, one.last.isoformat()] for one in own],
    }
    pieces = list(_pieces(ways)) or [[]]
    return [{**head, "ways": [way.as_json() for way in piece]} for piece in pieces]


def rulings_told(fields: Mapping[str, Json]) -> Iterator[tuple[str, dict[str, Json]]]:
    """The rulings an entry tells of, each with its case: act, object, verdicts and norms."""
    for way in fields.get("ways", ()):
        told = {part: way[part] for part in ("act", "before", "after", "norms")}
        for case, obj in way["rulings"]:
            yield case, {**told, "object": obj}


def _pieces(ways: Iterable[Way]) -> Iterator[list[Way]]:
    piece: list[Way] = []
    room = MOST
    for way in ways:
        rest = way.rulings
        while rest:
            piece.append(Way(way.act, way.before, way.after, way.norms, rest[:room]))
            rest, room = rest[room:], room - len(rest[:room])
            if not room:
                yield piece
                piece, room = [], MOST
    if piece:
        yield piece


def _way(act: str, told: bulk.Reopened) -> Way:
    rulings = tuple((case, obj) for case, _, obj in (key.partition(_BETWEEN) for key in told.keys))
    return Way(act, told.before.word, told.after.word, told.norms, rulings)


def _live(case: CaseFile) -> frozenset[str]:
    return frozenset(f.question for f in case.findings if f.by == ON_RECORD)
