"""An INTERPOL notice as its public service gives it, one value a line, each behind the name it has there."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rogatory.received.fields.dates import born
from rogatory.received.fields.sheet import Sheet, one_line
from rogatory.received.proposed import Field, Proposed

_LINE = re.compile(r"^(?P<name>[^:\n]{1,60}): (?P<value>[^\n]{1,400})$", re.MULTILINE)
_COUNTED = re.compile(r" \d{1,3}(?= |\Z)")
_NAMES = ("forename", "name")
_CODE = re.compile(r"[A-Z]{2}")
_WHY = "stands behind “{}” in the notice"


def is_notice(sheets: Sequence[Sheet]) -> bool:
    """Whether these pages are a notice of INTERPOL's public service."""
    names = {match["name"] for sheet in sheets[:1] for match in _LINE.finditer(sheet.plain)}
    return "entity id" in names and bool(names & set(_NAMES))


def notice(sheets: Sequence[Sheet]) -> Iterator[Proposed]:
    """What a notice tells, of the one person it is about."""
    told: set[tuple[Field, str]] = set()
    for sheet in sheets:
        lines = list(_LINE.finditer(sheet.plain))
        for one in (*_of_the_request(sheet, lines), *_of_the_person(sheet, lines)):
            if (one.field, one.value) not in told:
                told.add((one.field, one.value))
                yield one


def _of_the_request(sheet: Sheet, lines: list["re.Match[str]"]) -> Iterator[Proposed]:
    for line in lines:
        name = _COUNTED.sub("", line["name"])
        why = _WHY.format(line["name"])
        match name:
            case "entity id":
                yield sheet.proposed(Field.REFERENCE, line.span("value"), "", why)
            case "arrest warrants issuing country id" if _CODE.fullmatch(line["value"]):
                yield sheet.proposed(Field.STATE, line.span("value"), line["value"], why)
                kind = "a notice with a warrant of arrest"
                yield sheet.proposed(Field.KIND, line.span(), "red-notice", kind)
            case "arrest warrants charge" | "arrest warrants charge translation":
                yield sheet.proposed(Field.OFFENCE, line.span("value"), "", why)
            case _:
                pass


def _of_the_person(sheet: Sheet, lines: list["re.Match[str]"]) -> Iterator[Proposed]:
    named = [line for line in lines if line["name"] in _NAMES]
    if named:
        words = " ".join(line["value"] for line in sorted(named, key=lambda line: _NAMES.index(line["name"])))
        span = min(line.start("value") for line in named), max(line.end("value") for line in named)
        yield replace(sheet.proposed(Field.PERSON, span, one_line(words), _WHY.format("name")), about="1")
    for line in lines:
        why = _WHY.format(line["name"])
        if line["name"] == "date of birth" and (day := born(line["value"])) is not None:
            yield replace(sheet.proposed(Field.BIRTH, line.span("value"), day[0], why, day[1]), about="1")
        elif _COUNTED.sub("", line["name"]) == "nationalities" and _CODE.fullmatch(line["value"]):
            yield replace(sheet.proposed(Field.NATIONALITY, line.span("value"), line["value"], why), about="1")
