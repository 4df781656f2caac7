"""Acts of oversight at the door: numbers published, alarms acknowledged, samples drawn and looked at, names asked for.

They stand in a stream of their own (`people.mandates.OVERSIGHT`) and change no case. Whoever acts holds a mandate for
every case of the office. What a stream of entries comes to, `overseen` folds.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from types import MappingProxyType
from typing import Any

from rogatory.office.acts.plain import must_be_plain
from rogatory.office.errors import FormError, Hurdle, Obstacle, UnknownActError, UnknownObjectError
from rogatory.office.filing import (
    ACKNOWLEDGE_ALARM,
    ASK_WHO,
    DRAW_SAMPLE,
    LOOK_AT_SAMPLE,
    OVERSEEING,
    PUBLISH_STATISTICS,
)
from rogatory.office.folds.dossier import BARRED, Entry, named
from rogatory.office.perform import Attempt, Barred, Done, NewEntry
from rogatory.oversight.alarms.model import RULES, Alarm
from rogatory.oversight.sampling import MOST, Kind, drawn
from rogatory.oversight.statistics.publishing import Period, Publication, as_json, from_json
from rogatory.people.mandates import EVERY_CASE

Fields = dict[str, Any]
SOURCE = "rules on oversight"
LONGEST = 4_000
"""Characters of reasons and remarks."""
VERDICTS: Mapping[Any, bool] = MappingProxyType({"agreed": True, "not-agreed": False})
"""What is said of a thing of a sample: whether it was right as it was done."""
_NUMBER = re.compile("[0-9]{1,15}")
AGAIN = "decision 0027 of this system"


@dataclass(frozen=True, slots=True)
class Published:
    """Numbers as they were published: under which entry, when, by whom."""

    seq: int
    at: datetime
    by: str
    publication: Publication


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """That somebody said what came of an alarm.

    Attributes:
        seq: Number of the entry.
        at: Moment.
        by: Account.
        digest: What the alarm rested on then: it rings again once it rests on something else.
        reasons: What came of it.
    """

    seq: int
    at: datetime
    by: str
    digest: str
    reasons: str

    def quiets(self, alarm: Alarm, now: datetime) -> bool:
        """Whether the alarm rests: on the same facts, and not for so long that what goes on must be looked at again."""
        days = RULES[alarm.rule].get("rests")
        return self.digest == alarm.digest and (days is None or now - self.at < timedelta(days=days))


@dataclass(frozen=True, slots=True)
class Looked:
    """What somebody found of a thing of a sample.

    Attributes:
        seq: Number of the entry.
        at: Moment.
        by: Account.
        agreed: Whether it was right as it was done; None: that was not said.
        remark: Why.
    """

    seq: int
    at: datetime
    by: str
    agreed: bool | None
    remark: str


@dataclass(frozen=True, slots=True)
class Sample:
    """A sample.

    Attributes:
        name: What it is called, as `sample-3`.
        seq: Number of the entry that drew it.
        at: Moment.
        by: Account that asked for it.
        kind: What it is drawn of.
        seed: With what it was drawn.
        upto: Number of entries of the journal at that moment: what came later was not there to be drawn.
        population: How many there were to draw from.
        things: What was drawn, in the order of the lot.
        remarks: By thing, what was found of it; the last word counts.
    """

    name: str
    seq: int
    at: datetime
    by: str
    kind: Kind
    seed: str
    upto: int
    population: int
    things: tuple[str, ...]
    remarks: Mapping[str, Looked]

    @property
    def judged(self) -> tuple[int, int]:
        """In how many things somebody did not agree, and of how many it was said."""
        said = [one.agreed for one in self.remarks.values() if one.agreed is not None]
        return said.count(False), len(said)


@dataclass(frozen=True, slots=True)
class Overseen:
    """What the acts of oversight come to.

    Attributes:
        published: By name of the period.
        acknowledged: By alarm, the last word.
        samples: By name.
        asked: Entries of which an auditor asked who did it, each with the entry that asked and the reasons.
    """

    published: Mapping[str, Published]
    acknowledged: Mapping[str, Acknowledged]
    samples: Mapping[str, Sample]
    asked: Mapping[int, tuple[int, str, str]]


def overseen(entries: Iterable[Entry]) -> Overseen:
    """Fold the entries of oversight, in their order."""
    published: dict[str, Published] = {}
    acknowledged: dict[str, Acknowledged] = {}
    samples: dict[str, Sample] = {}
    asked: dict[int, tuple[int, str, str]] = {}
    for number, entry in enumerate(entries):
        told = entry.fields
        match entry.act:
            case PUBLISH_STATISTICS.id:
                found = from_json(told["publication"])
                published[entry.object] = Published(entry.seq, entry.at, entry.actor, found)
            case ACKNOWLEDGE_ALARM.id:
                reasons = str(told.get("reasons", ""))
                acknowledged[entry.object] = Acknowledged(entry.seq, entry.at, entry.actor, told["digest"], reasons)
            case DRAW_SAMPLE.id:
                name = named("sample", number)
                samples[name] = _sample(name, entry)
            case LOOK_AT_SAMPLE.id:
                remark = Looked(entry.seq, entry.at, entry.actor, told.get("agreed"), str(told.get("remark", "")))
                before = samples[entry.object]
                samples[entry.object] = replace(before, remarks={**before.remarks, told["thing"]: remark})
            case ASK_WHO.id:
                asked[int(entry.object)] = (entry.seq, entry.actor, str(told.get("reasons", "")))
            case _:
                pass
    return Overseen(published, acknowledged, samples, asked)


def _sample(name: str, entry: Entry) -> Sample:
    told = entry.fields
    return Sample(
        name, entry.seq, entry.at, entry.actor, Kind(told["kind"]), told["seed"], told["upto"], told["population"],
        tuple(told["things"]), {},
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Beside:
    """What whoever opens the door has looked up, and never taken from a form.

    Attributes:
        publish: The numbers of a period, in groups.
        alarms: The alarms that ring, by key: the digest of what each rests on.
        population: All there is to draw a sample of a kind from.
        seed: With what a sample is drawn.
        size: Number of entries of the journal.
    """

    publish: Callable[[Period], Publication]
    alarms: Mapping[str, str]
    population: Callable[[Kind], Sequence[str]]
    seed: str = ""
    size: int = 0


@dataclass(slots=True)
class _Doing:
    attempt: Attempt
    before: Overseen
    beside: Beside
    obstacles: list[Obstacle] = field(default_factory=list)

    @property
    def today(self) -> date:
        return self.attempt.at.date()

    def words(self, name: str, mend: str) -> str:
        found = str(self.attempt.form.get(name) or "").strip()
        if not found:
            raise FormError(name, "it is missing", mend)
        if len(found) > LONGEST:
            raise FormError(name, f"it is longer than {LONGEST:,} characters", "Write less")
        return found


def handle(attempt: Attempt, entries: Iterable[Entry], beside: Beside) -> Done | Barred:
    """Do an act of oversight, or say what stands against it.

    Args:
        attempt: Who would do what. Objects: of a publication the period, of an acknowledgement the alarm, of a look the
            sample, of a question who acted the number of the entry. Forms: to acknowledge and to ask `reasons`; to draw
            `kind` and `size`; to look `thing` and `remark`.
        entries: The entries of oversight, in order.
        beside: What is looked up beside them.

    Raises:
        UnknownActError: It is no act of oversight.
        UnknownObjectError: There is no such alarm, sample, thing or entry.
        FormError: What was filled in cannot be taken.
    """
    act = OVERSEEING.get(attempt.act)
    if act is None:
        raise UnknownActError(f"{attempt.act!r} is no act of oversight")
    must_be_plain(attempt.form)
    held = attempt.actor.mandates_for(EVERY_CASE, attempt.at.date(), act.by)
    if not held:
        roles = ", ".join(role.value for role in act.by)
        # What somebody typed as an object would stand in the journal for ever.
        return _barred(attempt, "", [Obstacle(Hurdle.ROLE, f"to {act.title} is for: {roles}", "table of acts")])
    doing = _Doing(attempt, overseen(entries), beside)
    obj, fields = _EFFECTS[act.id](doing)
    if doing.obstacles:
        return _barred(attempt, obj, doing.obstacles)
    return Done(NewEntry(act.id, obj, attempt.actor.account, {"role": held[0].role.value, **fields}))


def _publish(doing: _Doing) -> tuple[str, Fields]:
    """The numbers of a period that is over and of which nothing was told yet; after that they are as they are."""
    try:
        period = Period.named(doing.attempt.object)
    except ValueError as error:
        raise FormError("object", f"{doing.attempt.object!r} is no period", "Write 2026, or 2026-Q1") from error
    told = [one for one in doing.before.published.values() if one.publication.period.overlaps(period)]
    if not period.closed(doing.today):
        text = f"{period.name} is not over: what still happens in it would be told by the difference"
        doing.obstacles.append(Obstacle(Hurdle.COURSE, text, AGAIN, f"the end of {period.last}"))
    elif told:
        text = f"{told[0].publication.period.name} was published, and has days in common with {period.name}"
        doing.obstacles.append(Obstacle(Hurdle.COURSE, text, AGAIN))
    if doing.obstacles:
        return period.name, {}
    return period.name, {"publication": as_json(doing.beside.publish(period))}


def _acknowledge(doing: _Doing) -> tuple[str, Fields]:
    reasons = doing.words("reasons", "Say what you found, and what was done about it")
    digest = doing.beside.alarms.get(doing.attempt.object)
    if digest is None:
        raise UnknownObjectError(f"no alarm {doing.attempt.object!r} rings")
    return doing.attempt.object, {"digest": digest, "reasons": reasons}


def _draw(doing: _Doing) -> tuple[str, Fields]:
    told, size = doing.attempt.form.get("kind"), doing.attempt.form.get("size")
    if told not in {kind.value for kind in Kind}:
        names = ", ".join(kind.value for kind in Kind)
        raise FormError("kind", f"{told!r} is nothing to draw from", f"Write one of: {names}")
    if not isinstance(size, int) or isinstance(size, bool) or not 1 <= size <= MOST:
        raise FormError("size", f"{size!r} is no size of a sample", f"Write a number from 1 to {MOST}")
    population = doing.beside.population(Kind(told))
    if not population:
        text = "nothing of this kind was done yet"
        doing.obstacles.append(Obstacle(Hurdle.COURSE, text, SOURCE))
        return "", {}
    seed = doing.beside.seed
    things = drawn(population, seed, size)
    return "", {"kind": told, "seed": seed, "upto": doing.beside.size, "population": len(population),
                "things": list(things)}  # fmt: skip


def _look(doing: _Doing) -> tuple[str, Fields]:
    sample = doing.before.samples.get(doing.attempt.object)
    thing = str(doing.attempt.form.get("thing") or "")
    if sample is None or thing not in sample.things:
        raise UnknownObjectError(f"there is no {thing!r} in a sample {doing.attempt.object!r}")
    verdict = doing.attempt.form.get("verdict")
    if verdict not in VERDICTS:
        raise FormError("verdict", f"{verdict!r} is no verdict", f"Write one of: {', '.join(VERDICTS)}")
    remark = doing.words("remark", "Say why, if only that nothing is to be said")
    return sample.name, {"thing": thing, "agreed": VERDICTS[verdict], "remark": remark}


def _ask(doing: _Doing) -> tuple[str, Fields]:
    reasons = doing.words("reasons", "Say why you must know who it was")
    number = doing.attempt.object
    if not _NUMBER.fullmatch(number) or int(number) >= doing.beside.size:
        raise UnknownObjectError(f"there is no entry {number!r}")
    return str(int(number)), {"reasons": reasons}


_EFFECTS: Mapping[str, Callable[[_Doing], tuple[str, Fields]]] = MappingProxyType(
    {
        PUBLISH_STATISTICS.id: _publish,
        ACKNOWLEDGE_ALARM.id: _acknowledge,
        DRAW_SAMPLE.id: _draw,
        LOOK_AT_SAMPLE.id: _look,
        ASK_WHO.id: _ask,
    }
)


def _barred(attempt: Attempt, obj: str, obstacles: list[Obstacle]) -> Barred:
    fields = {"act": attempt.act, "obstacles": [o.as_json() for o in obstacles]}
    return Barred(NewEntry(BARRED, obj, attempt.actor.account, fields), tuple(obstacles))
