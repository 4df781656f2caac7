"""Receipts of what was filed at this door: a page to keep, and the proof that it stands in the journal."""

from dataclasses import dataclass
from datetime import datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET

from rogatory.law.acts import Role
from rogatory.office.filing import INTERVENE, LODGE_ALLEGATION, LODGE_REMEDY, REPORT_INCIDENT, SUBMIT
from rogatory.office.folds.dossier import BARRED, Entry
from rogatory.registry.defence import filings, intervening
from rogatory.registry.defence.course import in_words
from rogatory.registry.defence.opening import Opened, at_the_door, opened, shown, speaks
from rogatory.registry.desk.rows.reader import Reader
from rogatory.registry.ledger import reading
from rogatory.remedies.kinds import WITHOUT_A_NAME

FIELDS_OF_WORDS = ("adds", "lodges", "reports", "text", "place", "submits", "items", "for-hearing", "basis")
"""Fields of an entry in which somebody's own words stand."""


@dataclass(frozen=True, slots=True)
class Sent:
    """Something that was sent: the entry, when, what it is in words, and its kind."""

    seq: int
    at: datetime
    text: str
    what: str


def sent(entry: Entry, language: str) -> Sent:
    """An entry as something that was sent."""
    what = what_of(entry)
    return Sent(entry.seq, entry.at, filings.title_of(what, language) if what else in_words(entry, language), what)


def what_of(entry: Entry) -> str:
    """What was filed: kind of remedy or of submission; empty: nothing, it is another act."""
    if entry.act == LODGE_REMEDY.id:
        return str(entry.fields.get("lodges", {}).get("kind") or WITHOUT_A_NAME.id)
    if entry.act == SUBMIT.id:
        return str(entry.fields.get("submits") or "statement")
    told = {
        INTERVENE.id: filings.OBSERVATIONS,
        LODGE_ALLEGATION.id: filings.ALLEGATION,
        REPORT_INCIDENT.id: filings.INCIDENT,
    }
    return told.get(entry.act, "")


def of_case(found: Opened) -> list[Entry]:
    """The entries of which this reader gets receipts, the newest first: made for the own persons by them or counsel."""
    own = {e.seq for e in found.seen.entries if e.actor and e.act not in (BARRED, "read") and found.is_own(e)}
    return [e for e in reversed(found.dossier.entries) if e.seq in own]


def _entry(request: HttpRequest, case: str, seq: int) -> Entry:
    """An entry of which whoever asks gets a receipt.

    Raises:
        Http404: There is none.
    """
    reader = Reader.of(request)
    if any(m.case == case and m.role is Role.INTERVENER for m in reader.mandates):
        entries = intervening.own_entries(intervening.allowed(request, case), case)[1]
    else:
        entries = of_case(opened(request, case))
    entry = next((e for e in entries if e.seq == seq), None)
    if entry is None:
        raise Http404
    return entry


@at_the_door
@require_GET
def receipt(request: HttpRequest, case: str, seq: int) -> HttpResponse:
    """The receipt as a page: what, when, and what is closed from that moment."""
    entry, language = _entry(request, case, seq), speaks(request)
    told, closes = sent(entry, language), filings.closes(what_of(entry), language)
    try:
        proof = reading.receipt(seq)
    except reading.NoReceiptError:
        proof = ""
    return shown(request, "receipt", case=case, sent=told, closes=closes, proof=proof, back=_back(case))


def _back(case: str) -> str:
    return reverse("defence_case", args=[case])


@at_the_door
@require_GET
def proof(request: HttpRequest, case: str, seq: int) -> HttpResponse:
    """The proof to keep: it shows, without us, that the entry stands in the journal."""
    _entry(request, case, seq)
    try:
        text = reading.receipt(seq)
    except reading.NoReceiptError as error:
        raise Http404 from error
    return _file(text, f"{case}-{seq}.tlog-proof")


@at_the_door
@require_GET
def words(request: HttpRequest, case: str, seq: int) -> HttpResponse:
    """The words that were sent, with what opens the entry's commitment to them."""
    return _file(openings(_entry(request, case, seq)), f"{case}-{seq}.txt")


def openings(entry: Entry) -> str:
    """The lines that open the fields of an entry in which somebody's own words stand."""
    return "".join(reading.opening(entry.seq, name) for name in FIELDS_OF_WORDS if name in entry.fields)


def _file(text: str, name: str) -> HttpResponse:
    response = HttpResponse(text, content_type="text/plain; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
