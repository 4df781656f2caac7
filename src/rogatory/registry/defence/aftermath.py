"""What went wrong in the case of one's own, how it is put right, and what one is owed, in plain words."""

from collections.abc import Iterator
from dataclasses import dataclass

from rogatory.aftermath.breaches import Standing
from rogatory.aftermath.following import State
from rogatory.registry.defence.opening import Opened
from rogatory.registry.defence.wording import day, say
from rogatory.registry.desk.aftermath_rows import BreachRow, ReparationRow, breaches, reparations


@dataclass(frozen=True, slots=True)
class Wrong:
    """Something that went wrong: what, in whose words, how far it has come, and what one can do."""

    title: str
    text: str
    steps: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Due:
    """What one is owed: in which form, in whose words, and how it stands, line by line."""

    title: str
    text: str
    lines: tuple[str, ...]


def wrongs(found: Opened) -> list[Wrong]:
    """What went wrong with what is one's own, what waits first."""
    return [_wrong(row, found.language) for row in breaches(found.dossier, found.seen, found.on)]


def dues(found: Opened) -> list[Due]:
    """What one is owed, in the order in which it came."""
    return [_due(row, found) for row in reparations(found.dossier, found.seen, found.on)]


def _wrong(row: BreachRow, language: str) -> Wrong:
    breach = row.breach
    if breach.kind is None or breach.whose is None:
        title = say("aftermath.alleged", language, day=day(breach.since))
    else:
        what, who = say(f"wrong.{breach.kind.value}", language), say(f"whose.{breach.whose.value}", language)
        title = say("aftermath.found", language, what=what, who=who, day=day(breach.happened or breach.since))
    note = say(f"aftermath.{_NOTES[breach.standing]}", language)
    return Wrong(title, breach.text, tuple(_steps(row, language)), note)


_NOTES = {
    Standing.ALLEGED: "note_alleged",
    Standing.FOUND: "note_found",
    Standing.CLOSED: "note_closed",
    Standing.NOT_FOUND: "note_not_found",
}


def _steps(row: BreachRow, language: str) -> Iterator[str]:
    for line in row.follows:
        follow, says = line.follow, say(f"step.{line.follow.rule.step.value}", language)
        if follow.done and line.state == State.DONE.value:
            yield say("aftermath.done", language, what=says, day=day(follow.done.on))
        elif follow.due:
            yield say(f"aftermath.{line.state}", language, what=says, day=day(follow.due))
        else:
            yield say("aftermath.waits", language, what=says)


def _due(row: ReparationRow, found: Opened) -> Due:
    one, language = row.reparation, found.language
    lines = [say(f"stage.{row.standing}", language)]
    if row.owed and row.owed.amount:
        lines.append(say("aftermath.left", language, sum=str(row.owed)))
    lines += [say("aftermath.paid", language, sum=str(p.sum), day=day(p.on)) for p in one.paid(found.on)]
    if one.order and row.standing != "performed":
        key = "aftermath.late" if row.overdue else "aftermath.until"
        lines.append(say(key, language, day=day(one.order.until), who=one.order.performs))
    return Due(say(f"form.{one.form.value}", language), one.text, tuple(lines))
