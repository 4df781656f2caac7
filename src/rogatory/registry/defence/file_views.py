"""The file one may read, what is kept from one, and who has read or received what."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from rogatory.law.acts import COOPERATING
from rogatory.office.filing import READ
from rogatory.office.folds.documents import SENDERS
from rogatory.office.folds.readings import Reading, readings
from rogatory.people.sight import Sight
from rogatory.registry.defence.course import act_word, in_words, role_word
from rogatory.registry.defence.filings import measure_word
from rogatory.registry.defence.opening import Opened, at_the_door, opened, shown
from rogatory.registry.defence.wording import day, law_language, say
from rogatory.registry.desk.rows import showing
from rogatory.registry.mailroom import in_case

_PORTIONS = {Sight.FILE: "all", Sight.OWN: "own", Sight.MATERIAL: "material"}
_GIVES = frozenset({"transmit", "open-file", "surrender", "transit"})


@at_the_door
@require_GET
def file(request: HttpRequest, case: str) -> HttpResponse:
    """The file as it may be read, and what is kept from the reader."""
    found = opened(request, case)
    return shown(request, "file", opened=found, tab="file", **of_file(found))


def of_file(found: Opened) -> dict[str, Any]:
    """The file in rows, for the page and for the copy one takes along."""
    case, language = found.seen.case, found.language
    return {
        "persons": [(p.name, p.note) for p in case.persons],
        "measures": [measure_word(m.type, m.text, language) for m in case.measures],
        "events": [e for e in case.events if e.text],
        "findings": [f for f in showing.findings(found.seen, law_language(language)) if not f.closed],
        "items": [(i.id, i.text) for i in case.items],
        "assurances": [a.text for a in case.assurances if a.text],
        "letters": _letters(found),
        "documents": [(d.name, d.title, d.sent[-1].on) for d in found.seen.documents.values() if d.sent],
        "withheld": [_withheld(w, language) for w in found.withheld],
        "others": len(found.dossier.case.persons) > len(found.persons),
        "summary": case.request.summary,
        "law_words": say("file.law_words", language),
    }


def _letters(found: Opened) -> list[tuple[str, str, bool]]:
    """The letters one may open: what each is called in the case and by who sent it, and whether it is whole."""
    listed = in_case.listed(found.seen.originals)
    return [(o.seen.original.name, o.row.name, not o.seen.shut_parts) for o in listed if o.row and o.erased is None]


def _withheld(told: Any, language: str) -> dict[str, Any]:  # noqa: ANN401 - a `Withheld`
    key = {"file": "secret"}.get(told.what, told.what)
    days = {"until": day(told.until), "review": day(told.review)} if told.until else {}
    return {
        "what": say(f"file.{key}", language),
        "count": told.count,
        "source": told.source,
        "until": say(f"file.{key}_until", language, **days),
    }


@dataclass(frozen=True, slots=True)
class Seen:
    """That somebody read or received something: when, who, what."""

    at: datetime
    who: str
    what: str
    barred: bool = False


@at_the_door
@require_GET
def seen(request: HttpRequest, case: str) -> HttpResponse:
    """Who has read what, and what was sent to whom."""
    found = opened(request, case)
    return shown(request, "seen", opened=found, tab="seen", read=read_by(found), sent=sent_to(found))


def read_by(found: Opened) -> list[Seen]:
    """Who has read the case, or tried something in it and was stopped; the newest first."""
    return [_read(r, found.language) for r in readings(found.seen.entries)]


def _read(told: Reading, language: str) -> Seen:
    who = role_word(told.role.value if told.role else "", language) or say("role.nobody", language)
    if told.barred:
        tried = say("seen.opens", language) if told.act == READ.id else act_word(told.act, language)
        return Seen(told.at, who, say("seen.barred", language, what=tried), barred=True)
    if told.letter:
        return Seen(told.at, who, say("seen.letter", language))
    return Seen(told.at, who, say(f"seen.{_PORTIONS.get(told.portion, 'status')}", language))


def sent_to(found: Opened) -> list[Seen]:
    """What was sent or given to somebody, as far as the reader sees it; the newest first."""
    gives = {a.id for a in COOPERATING} & _GIVES
    return [
        Seen(e.at, role_word(e.fields.get("role"), found.language), _sent(e, found.language))
        for e in reversed(found.seen.entries)
        if e.act in gives or (e.act in SENDERS and ("sends" in e.fields or e.act == "consult"))
    ]


def _sent(entry: Any, language: str) -> str:  # noqa: ANN401 - an entry
    to = entry.fields.get("sends", {}).get("to", "requesting-state")
    whom = {"person": "seen.you", "counsel": "role.counsel", "requesting-state": "seen.other_state"}.get(to)
    return say("seen.sent_to", language, what=in_words(entry, language), to=say(whom, language) if whom else to)
