"""The public pages and files."""

import base64
import hashlib
import re
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone, translation
from django.utils.formats import date_format

from rogatory.decision.lawbook.book import html
from rogatory.deployment.law_in_force import law_in_force
from rogatory.law.wording.language import Language
from rogatory.office.streams.overseeing import Published
from rogatory.oversight.statistics.charts import chart
from rogatory.oversight.statistics.package import description, table_csv, whole
from rogatory.oversight.statistics.report import drawings, ordered, report
from rogatory.oversight.statistics.wording import dimension_word, say, subject_word
from rogatory.registry.ledger import keys, reading
from rogatory.registry.oversight import door
from rogatory.registry.public.labels import label
from rogatory.registry.public.opening import HOUR, language_of, page, public
from rogatory.typesetting.paper import Drawing, pdf

MINUTE = 60
CHECKPOINTS = 100
"""Checkpoints listed on a page."""
_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)


@public(MINUTE)
def index(request: HttpRequest) -> HttpResponse:
    """What there is: periods of numbers, the law, the journal."""
    published = sorted(door.stands().published.values(), key=lambda one: one.publication.period, reverse=True)
    return page(request, "public/index.html", {"published": published})


@public(HOUR)
def period(request: HttpRequest, name: str) -> HttpResponse:
    """The numbers of a period: each subject with its first table and chart."""
    found, language = _published(name), language_of(request)
    shown = [_shown(found, subject, language, first=True) for subject in found.publication.cubes]
    untold = [one["title"] for one in shown if not one["tables"]]
    subjects = [one for one in shown if one["tables"]]
    return page(request, "public/period.html", _of(found, language) | {"subjects": subjects, "untold": untold})


@public(HOUR)
def subject(request: HttpRequest, name: str, subject: str) -> HttpResponse:
    """The numbers of a period on one subject: a table and a chart by everything it is told by."""
    found, language = _published(name), language_of(request)
    if subject not in found.publication.cubes:
        raise Http404
    shown = _shown(found, subject, language, first=False)
    back = say("back", language, period=name)
    return page(request, "public/subject.html", _of(found, language) | {"subject": shown, "back": back})


@public(HOUR)
def table(_: HttpRequest, name: str, subject: str) -> HttpResponse:
    """The finest table of a subject as a file."""
    found = _published(name).publication
    if found.cubes.get(subject) is None:
        raise Http404
    return HttpResponse(table_csv(found, subject), content_type="text/csv; charset=utf-8")


@public(HOUR)
def datapackage(_: HttpRequest, name: str) -> HttpResponse:
    """What describes the tables of a period."""
    found = _published(name)
    return JsonResponse(description(found.publication, settings.OFFICE, found.at.isoformat()))


@public(HOUR)
def data(_: HttpRequest, name: str) -> HttpResponse:
    """All numbers of a period in one file."""
    found = _published(name)
    return JsonResponse(whole(found.publication, settings.OFFICE, found.at.isoformat()))


@public(HOUR)
def paper(request: HttpRequest, name: str) -> HttpResponse:
    """The report of a period as PDF."""
    found = _published(name)
    entry = reading.leaf_hash(found.seq) or b""
    return HttpResponse(_set(entry, name, language_of(request)), content_type="application/pdf")


@lru_cache(6)
def _set(_entry: bytes, name: str, language: Language) -> bytes:
    """Set once for each publication, by the digest of its entry, and language: numbers that were told do not change."""
    return report_pdf(_published(name), language)


def report_pdf(found: Published, language: Language) -> bytes:
    """The report of a publication, set as PDF/A."""
    sender = tuple(filter(None, (settings.OFFICE, *settings.OFFICE_LINES)))
    with translation.override(language.value):
        day = date_format(timezone.localtime(found.at), "j F Y")
        told = report(found.publication, language, label, sender, day)
        drawn = {place: Drawing(*one) for place, one in drawings(told, language).items()}
        return pdf(told, drawn)


@public(HOUR)
def law(request: HttpRequest) -> HttpResponse:
    """The law book: every norm applied here, with its source."""
    text, style = _law_book(language_of(request))
    response = HttpResponse(text)
    response.headers["Content-Security-Policy"] = (
        f"default-src 'none'; style-src 'sha256-{style}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
    return response


@lru_cache(3)
def _law_book(language: Language) -> tuple[str, str]:
    """The book and the digest of its style, as a browser compares it."""
    text = html(law_in_force(), language)
    style = _STYLE.search(text)
    digest = hashlib.sha256(style[1].encode() if style else b"").digest()
    return text, base64.b64encode(digest).decode()


@public(MINUTE)
def journal(request: HttpRequest) -> HttpResponse:
    """The newest checkpoints of the journal, and what they are verified against."""
    verifier = keys.signer().verifier
    told = {"newest": reading.newest() or "", "points": reading.newest_sizes(CHECKPOINTS), "log": verifier.name}
    return page(request, "public/journal.html", told | {"key": str(verifier)})


@public(MINUTE)
def checkpoint(_: HttpRequest) -> HttpResponse:
    """The newest checkpoint with what witnesses said of it, as a signed note (C2SP tlog-checkpoint)."""
    return _note(reading.newest())


@public(HOUR)
def checkpoint_of(_: HttpRequest, size: int) -> HttpResponse:
    """The checkpoint of a size."""
    return _note(reading.note_of(size))


def _note(note: str | None) -> HttpResponse:
    if note is None:
        raise Http404
    return HttpResponse(note, content_type="text/plain; charset=utf-8")


@public(HOUR)
def consistency(_: HttpRequest, old: int, new: int) -> HttpResponse:
    """The proof that the journal of one size begins with that of another, hash by hash (RFC 6962, section 2.1.2)."""
    try:
        hashes = reading.consistency(old, new)
    except (IndexError, KeyError) as error:
        raise Http404 from error
    lines = "".join(f"{base64.b64encode(one).decode()}\n" for one in hashes)
    return HttpResponse(lines, content_type="text/plain; charset=utf-8")


@public(HOUR)
def policy(_: HttpRequest) -> HttpResponse:
    """The public key of the journal, its witnesses and their quorum (C2SP tlog-policy)."""
    return HttpResponse(keys.policy_text(), content_type="text/plain; charset=utf-8")


def _published(name: str) -> Published:
    found = door.stands().published.get(name)
    if found is None:
        raise Http404
    return found


def _of(found: Published, language: Language) -> dict[str, Any]:
    day = date_format(timezone.localtime(found.at), "j F Y")
    threshold, other = found.publication.threshold, label("state", "", language)
    return {
        "found": found,
        "period": found.publication.period,
        "title": f"{say('numbers', language)} {found.publication.period.name}",
        "entry": say("entry", language, seq=found.seq, day=day),
        "how_groups": say("how_groups", language, threshold=threshold, other=other),
        "too_few": say("too_few", language, threshold=threshold),
        "count_word": dimension_word("count", language),
    }


def _shown(found: Published, subject: str, language: Language, *, first: bool) -> dict[str, Any]:
    """A subject as a page shows it: by its first dimension, or by each."""
    cube = found.publication.cubes[subject]
    tables = []
    for dimension in (cube.dimensions[: 1 if first else None]) if cube else ():
        rows = ordered(found.publication, subject, dimension, language, label)
        drawn, what = chart(rows), dimension_word(dimension, language)
        left_out = say("left_out", language, n=drawn.left_out) if drawn.left_out else ""
        by = say("by", language, what=what.lower())
        tables.append({"dimension": dimension, "what": what, "by": by, "rows": rows, "chart": drawn, "left": left_out})
    title = subject_word(subject, language)
    return {"id": subject, "title": title, "total": cube.total if cube else None, "tables": tables}
