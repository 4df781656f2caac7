"""What is looked into at this door: the allegations about one's own persons, step by step, and how they ended."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from rogatory.registry.defence.opening import Opened, at_the_door, opened, shown
from rogatory.registry.defence.wording import day, say
from rogatory.registry.desk.rows import inquiries as inquiry_rows
from rogatory.registry.desk.rows.limits import moment


@dataclass(frozen=True, slots=True)
class Line:
    """An allegation in plain words, with the days it must be dealt with by."""

    row: inquiry_rows.InquiryRow
    told: str
    due: str


@at_the_door
@require_GET
def inquiries(request: HttpRequest, case: str) -> HttpResponse:
    """Every allegation about the own persons: who told, what is done, until when, how it ended, what one can do."""
    found = opened(request, case)
    return shown(request, "inquiries", opened=found, tab="case", rows=lines(found))


def lines(found: Opened) -> list[Line]:
    """The allegations about the own persons, those that are open first."""
    rows = inquiry_rows.rows(found.dossier, found.seen, found.held, moment(found.on), found.language)
    return [Line(row, _told(row, found.language), _due(row, found.language)) for row in rows]


def _told(row: inquiry_rows.InquiryRow, language: str) -> str:
    values: dict[str, Any] = {"day": day(row.one.lodged.date())}
    return (
        say("inquiry.found", language, **values)
        if row.one.link
        else say("inquiry.told", language, who=row.origin, **values)
    )


def _due(row: inquiry_rows.InquiryRow, language: str) -> str:
    if row.next is None:
        return ""
    _says, last, left = row.next
    key = "inquiry.late" if left < 0 else "inquiry.until"
    return say(key, language, day=day(last), **({} if left < 0 else {"days": left}))
