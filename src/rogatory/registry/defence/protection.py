"""How one is protected, and what one reported: what was done about each, in plain words."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from rogatory.aftermath.pressure import Incident
from rogatory.registry.defence.opening import Opened, at_the_door, opened, shown
from rogatory.registry.defence.wording import day, say
from rogatory.registry.desk.rows.protection import PersonRow, compartment


@dataclass(frozen=True, slots=True)
class Reported:
    """Something that was reported: what, in whose words, and what was done about it."""

    name: str
    title: str
    text: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Guarded:
    """How one person is protected: each thing in a sentence, with the words of whoever wrote it."""

    name: str
    lines: tuple[tuple[str, str], ...]
    reported: tuple[Reported, ...]


@at_the_door
@require_GET
def protection(request: HttpRequest, case: str) -> HttpResponse:
    """How the own persons are protected, what was reported, and what was done about it."""
    found = opened(request, case)
    rows = compartment(found.dossier, found.seen, found.held).persons
    own = [_guarded(row, found) for row in rows]
    return shown(request, "protection", opened=found, tab="case", rows=own, several=len(own) > 1)


def _guarded(row: PersonRow, found: Opened) -> Guarded:
    reported = tuple(_reported(one, found.language) for one in row.incidents)
    return Guarded(row.name, tuple(_lines(row, found)), reported)


def _lines(row: PersonRow, found: Opened) -> Iterator[tuple[str, str]]:
    language, told = found.language, row.protection
    if told.standings:
        last = told.standings[-1]
        yield say(f"guard.{last.status.value}", language, day=day(last.on)), last.text
    if told.contact:
        yield say("guard.contact", language), told.contact
    if told.address:
        yield say("guard.address", language), told.address
    for one in told.measures:
        if one.runs(found.on):
            key = "guard.measure_until" if one.until else "guard.measure"
            yield say(key, language, **({"day": day(one.until)} if one.until else {})), one.text


def _reported(one: Incident, language: str) -> Reported:
    title = say("guard.title_of_one", language, what=say(f"pressure.{one.kind.value}", language), day=day(one.since))
    lines = [
        say(f"refers.{a.to.value}", language, day=day(a.on)) + (f" {a.text}" if a.text else "") for a in one.answers
    ]
    return Reported(one.ident, title, one.text, tuple(lines) or (say("guard.waits", language),))
