"""What went wrong in the case of one's own, how it is put right, and what one is owed, in plain words."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from rogatory.aftermath.breaches import Breach, Standing
from rogatory.aftermath.following import State
from rogatory.office.folds.aftermath import demand
from rogatory.registry.defence.opening import Opened, at_the_door, opened, shown
from rogatory.registry.defence.wording import day, say
from rogatory.registry.desk.rows.aftermath import BreachRow, ReparationRow, breaches, reparations


@dataclass(frozen=True, slots=True)
class Wrong:
    """Something that went wrong: what, in whose words, how far it has come, and what one can do.

    `gone` is what left and must come back, `asked` what the other state was told and what came back, line by line, and
    `dues` what one is owed for it; while it is only alleged, all of that is empty.
    """

    name: str
    title: str
    text: str
    steps: tuple[str, ...]
    note: str
    gone: tuple[str, ...]
    asked: tuple[str, ...]
    dues: tuple["Due", ...]
    found: bool


@dataclass(frozen=True, slots=True)
class Due:
    """What one is owed: in which form, in whose words, and how it stands, line by line; and for which breach."""

    title: str
    text: str
    lines: tuple[str, ...]
    breach: str


@at_the_door
@require_GET
def aftermath(request: HttpRequest, case: str) -> HttpResponse:
    """What went wrong with what is one's own, what was demanded and came back, what one is owed, what one can do."""
    found = opened(request, case)
    here = wrongs(found)
    others = [due for due in dues(found) if due.breach not in {one.name for one in here}]
    return shown(request, "aftermath", opened=found, tab="case", wrongs=here, dues=others)


def wrongs(found: Opened) -> list[Wrong]:
    """What went wrong with what is one's own, what waits first."""
    return [_wrong(row, found) for row in breaches(found.dossier, found.seen, found.on)]


def dues(found: Opened) -> list[Due]:
    """What one is owed, in the order in which it came."""
    return [_due(row, found) for row in reparations(found.dossier, found.seen, found.on)]


def _wrong(row: BreachRow, found: Opened) -> Wrong:
    breach, language = row.breach, found.language
    if breach.kind is None or breach.whose is None:
        title = say("aftermath.alleged", language, day=day(breach.since))
    else:
        what, who = say(f"wrong.{breach.kind.value}", language), say(f"whose.{breach.whose.value}", language)
        title = say("aftermath.found", language, what=what, who=who, day=day(breach.happened or breach.since))
    note = say(f"aftermath.{_NOTES[breach.standing]}", language)
    is_found = breach.found is not None
    asked = tuple(_asked(breach, found)) if is_found else ()
    own = tuple(due for due in dues(found) if due.breach == breach.ident)
    steps = tuple(_steps(row, language))
    return Wrong(breach.ident, title, breach.text, steps, note, breach.gone, asked, own, is_found)


def _asked(breach: Breach, found: Opened) -> Iterator[str]:
    """What the other state was told about it, by when it must answer, and what came back."""
    trip, language = demand(found.dossier, breach, found.on), found.language
    if trip is None:
        yield say("aftermath.not_asked", language)
        return
    exchange = trip.standing.exchange
    yield say("aftermath.asked", language, day=day(exchange.sent.day))
    told = len(exchange.sent.points) - len(exchange.open) - len(exchange.declined)
    if exchange.answers:
        last = exchange.answers[-1].day
        yield say("aftermath.answered", language, day=day(last), count=told, all=len(exchange.sent.points))
    if exchange.open and exchange.settled is None:
        late = not exchange.answers and exchange.due < found.on
        yield say(f"aftermath.{'no_answer' if late else 'answer_by'}", language, day=day(exchange.due))


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
    if one.order:
        lines.append(say("aftermath.ordered_by", language, who=one.order.by, day=day(one.order.on)))
    if row.owed and row.owed.amount:
        lines.append(say("aftermath.left", language, sum=str(row.owed)))
    lines += [say("aftermath.paid", language, sum=str(p.sum), day=day(p.on)) for p in one.paid(found.on)]
    if one.order and row.standing != "performed":
        key = "aftermath.late" if row.overdue else "aftermath.until"
        lines.append(say(key, language, day=day(one.order.until), who=one.order.performs))
    return Due(say(f"form.{one.form.value}", language), one.text, tuple(lines), one.breach)
