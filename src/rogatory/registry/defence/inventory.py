"""What was taken, item by item, for the person and counsel: what becomes of each, and an objection in three steps."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from rogatory.material.items import ItemId
from rogatory.material.wall import Sifted
from rogatory.office.errors import FormError, Obstacle, UnknownObjectError
from rogatory.office.filing import OBJECT_TO_ITEM
from rogatory.office.folds.seizures import Seized, certificate_of, seizures_of
from rogatory.office.perform import Barred
from rogatory.office.review.folded import Objection
from rogatory.registry.cases import door
from rogatory.registry.defence.opening import Opened, at_the_door, opened, shown
from rogatory.registry.defence.wording import day, law_language, say
from rogatory.registry.ledger import reading
from rogatory.registry.review import listing, opening, words
from rogatory.registry.review.opening import Here

SHOWN = 40
"""Items on a page: light enough for a telephone on a bad line."""
MOST = 200
"""Items of one objection; of more, one makes several."""
LONGEST = 20_000
"""Characters of the reasons."""


@dataclass(frozen=True, slots=True)
class Piece:
    """An item as its owner sees it.

    Attributes:
        item: What it is called.
        number: Its number in the list.
        name: Its name; where it was taken from somebody else: its number, in words.
        where: What it lay in.
        kind: What it is, in a plain word; empty: it is not told.
        size: Its bytes.
        stands: What becomes of it, in a plain sentence.
        why: Why it is not sent: the reason, and its source.
        hides: What is said of redacted forms: of those made of it, or, where it is one, of what it hides.
    """

    item: str
    number: int
    name: str
    where: tuple[str, ...]
    kind: str
    size: int
    stands: str
    why: tuple[tuple[str, str], ...]
    hides: tuple[str, ...] = ()


def taken(found: Opened) -> dict[str, Seized]:
    """The seizures of which whoever stands here is told: what was theirs, or what an inventory lists for them."""
    told = seizures_of(found.seen.entries)
    return {name: one for name, one in told.items() if _theirs(found, one)}


def _theirs(found: Opened, one: Seized) -> bool:
    return one.holder in found.persons or any(given.person in found.persons for given in one.inventories)


@dataclass(frozen=True)
class Taken:
    """A seizure, as its owner sees it: the case, the seizure, and the places of the items that are listed for them."""

    found: Opened
    here: Here
    places: Sequence[int]

    @property
    def seized(self) -> Seized:
        """The seizure."""
        return self.here.told.seized

    def pieces(self, places: Sequence[int]) -> list[Piece]:
        """Some of its items."""
        if not places:
            return []
        with self.here.looking() as looking:
            return [self._piece(row) for row in listing.rows(self.here, looking, places)]

    def _piece(self, row: listing.Row) -> Piece:
        language = self.found.language
        name = row.name if row.opened else say("inventory.unnamed", language, number=row.number)
        made = self.here.told.review.redacted.get(row.item)
        if made and (source := self.here.hung.places.get(ItemId(made.source))) is not None:
            name = say("inventory.form", language, number=listing.number_of(self.here, source))
        kind = say(f"inventory.k_{words.kind_of(self.here.hung.of.media[row.place])}", language) if row.opened else ""
        return Piece(row.item, row.number, name, row.where, kind, row.size, self._stands(row), self._why(row),
                     self._hides(row))  # fmt: skip

    def _hides(self, row: listing.Row) -> tuple[str, ...]:
        """That something of it was hidden, and on which grounds; what was hidden is told by what it was made of."""
        language, found = self.found.language, list[str]()
        for item, one in self.here.told.review.redacted.items():
            place = self.here.hung.places.get(ItemId(item))
            if place is None or row.item not in (item, one.source):
                continue
            why = ", ".join(say(f"inventory.h_{ground.name.lower()}", language) for ground in one.grounds)
            if row.item == item:
                found.append(say("inventory.hides", language, why=why))
            else:
                found.append(say("inventory.formed", language, number=listing.number_of(self.here, place), why=why))
        return tuple(found)

    def _stands(self, row: listing.Row) -> str:
        language, clearing = self.found.language, self.here.clearing
        if listing.pending(self.here, row.item):
            return say("inventory.s_objected", language)
        if any(row.item in one.upheld for one in self.here.told.objections.get(row.item, ())):
            return say("inventory.s_upheld", language)
        if clearing is not None and clearing.cleared[row.place]:
            return say("inventory.s_free", language)
        if row.opened and self.here.sifted[row.place] is Sifted.PRIVILEGED:
            return say("inventory.s_secret", language)
        still = clearing is None or any(one.ground.open for one in clearing.of(row.place))
        return say("inventory.s_waits" if still else "inventory.s_stays", language)

    def _why(self, row: listing.Row) -> tuple[tuple[str, str], ...]:
        clearing, spoken = self.here.clearing, law_language(self.found.language)
        if clearing is None or not row.opened:
            return ()
        told = ((one.ground.in_words(spoken), str(one.ground.source)) for one in clearing.of(row.place))
        return tuple(dict.fromkeys(told))


def taken_here(request: HttpRequest, case: str, seizure: str, *, to_keep: bool = False) -> Taken:
    """A seizure of which whoever is signed in is told.

    Args:
        request: Who looks.
        case: Number of the case.
        seizure: What the seizure is called in it.
        to_keep: Whether a list is made to be kept, which must not be empty for want of the ledger.

    Raises:
        Http404: There is none for this person; or the ledger cannot be reached, and a list is to be kept.
    """
    found = opened(request, case)
    if seizure not in taken(found):
        raise Http404
    dossier, _sight = door.look(found.account, case)
    here = opening.of(request, dossier, seizure, found.held)
    if here.absent and to_keep:
        raise Http404
    told = here.told.seized
    items = here.hung.of.items
    places = [p for p in range(len(items)) if any(told.listed_for(person, items[p]) for person in found.persons)]
    return Taken(found, here, places)


@at_the_door
@require_GET
def inventory(request: HttpRequest, case: str) -> HttpResponse:
    """What was taken in this case: sealed when, opened when and before whom, until when one may object.

    Raises:
        Http404: Nothing of it is told to whoever looks.
    """
    found = opened(request, case)
    told = taken(found)
    if not told:
        raise Http404
    rows = [_row(found, one) for one in told.values()]
    return shown(request, "inventory", opened=found, tab="file", rows=rows)


def _row(found: Opened, one: Seized) -> dict[str, Any]:
    until = [given.until for given in one.inventories if given.person in found.persons]
    spoken = law_language(found.language)
    gone = [e for e in found.dossier.entries if e.seq in one.gone and "certificate" in e.fields]
    return {
        "seized": one, "until": day(max(until)) if until else "", "sealed": day(one.at),
        "opened": day(one.opened.at) if one.opened else "",
        "certificates": [certificate_of(e, one).text(spoken.value) for e in gone], "spoken": spoken.value,
    }  # fmt: skip


@at_the_door
@require_GET
def items(request: HttpRequest, case: str, seizure: str) -> HttpResponse:
    """The items, piece by piece, each with what becomes of it; those to object to are marked here (step 1)."""
    told = taken_here(request, case, seizure)
    page = Paginator(told.places, SHOWN).get_page(request.GET.get("page"))
    pieces = told.pieces(list(page.object_list))
    opened_ = frozenset(told.here.gate.opened)
    unnamed = sum(1 for place in told.places if place not in opened_)
    # Each reason stands once below the list; the pieces name it by its number.
    reasons = {reason: number for number, reason in enumerate(dict.fromkeys(r for p in pieces for r in p.why), 1)}
    return shown(
        request, "inventory_items", opened=told.found, tab="file", seized=told.seized, page=page,
        pieces=[(piece, [reasons[reason] for reason in piece.why]) for piece in pieces], reasons=reasons,
        unnamed=unnamed, absent=told.here.absent, wrong="wrong" in request.GET, objections=_own(told),
        law_words=say("file.law_words", told.found.language),
    )  # fmt: skip


def _own(told: Taken) -> list[Objection]:
    """The objections of the own persons."""
    return [one for one in told.here.told.review.objections.values() if one.person in told.found.persons]


@at_the_door
@require_GET
def table(request: HttpRequest, case: str, seizure: str) -> HttpResponse:
    """The list as a table, to be kept."""
    told = taken_here(request, case, seizure, to_keep=True)
    language = told.found.language
    out = io.StringIO()
    writer = csv.writer(out)
    heads = ("number", "piece", "where", "kind", "size", "stands", "why")
    writer.writerow([*(say(f"inventory.{head}", language) for head in heads), "SHA-256"])
    for piece in told.pieces(told.places):
        why = " ".join(f"{says} ({source})" for says, source in piece.why)
        digest = told.here.hung.of.content[told.here.hung.places[ItemId(piece.item)]] or ""
        cells = (piece.name, " / ".join(piece.where), piece.kind)
        stands = " ".join((piece.stands, *piece.hides))
        writer.writerow([piece.number, *map(_cell, cells), piece.size, stands, why, digest])
    response = HttpResponse("\ufeff" + out.getvalue(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{case}-{seizure}.csv"'
    return response


def _cell(text: str) -> str:
    """A cell no program takes for a formula: names come from strangers."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t")) else text


@at_the_door
@require_http_methods(["GET", "POST"])
def object_(request: HttpRequest, case: str, seizure: str) -> HttpResponse:
    """Object to items: say why (step 2), read it once more and send it (step 3)."""
    told = taken_here(request, case, seizure)
    listed = frozenset(told.places)
    named = [told.here.hung.places.get(ItemId(item)) for item in (request.POST or request.GET).getlist("item")]
    places = [place for place in dict.fromkeys(named) if place is not None and place in listed][:MOST]
    if not places:
        back = reverse("defence_inventory_items", args=[case, seizure])
        return HttpResponseRedirect(f"{back}?wrong")
    step, text = request.POST.get("step", ""), request.POST.get("text", "").replace("\x00", "")[:LONGEST]
    problem, obstacles = "", tuple[Obstacle, ...]()
    if step == "send" and text.strip():
        done = _send(told, places, text)
        if isinstance(done, int):
            return HttpResponseRedirect(reverse("defence_inventory_receipt", args=[case, seizure, done]))
        problem, obstacles = done
    empty = bool(step and step != "change" and not text.strip())
    checks = step in ("check", "send") and not empty
    return shown(
        request, "inventory_object", status=409 if obstacles else 422 if problem or empty else 200,
        opened=told.found, tab="file", seized=told.seized, pieces=told.pieces(places), text=text, empty=empty,
        checks=checks, problem=problem, obstacles=obstacles,
    )  # fmt: skip


def _send(told: Taken, places: Sequence[int], text: str) -> int | tuple[str, tuple[Obstacle, ...]]:
    """Make the objection: the number of the entry, or what is wrong with it and what stands against it."""
    form = {"items": [told.here.hung.of.items[place] for place in places], "reasons": text.strip()}
    try:
        outcome = door.do(told.found.account, OBJECT_TO_ITEM.id, told.here.case, told.here.name, form)
    except (FormError, UnknownObjectError) as error:
        return str(error), ()
    except door.NoSuchCaseError as error:
        raise Http404 from error
    return ("", outcome.result.obstacles) if isinstance(outcome.result, Barred) else outcome.seq


@at_the_door
@require_GET
def receipt(request: HttpRequest, case: str, seizure: str, seq: int) -> HttpResponse:
    """The receipt of an objection, as a page to keep."""
    told, objection = _objection(request, case, seizure, seq)
    try:
        proof = reading.receipt(seq)
    except reading.NoReceiptError:
        proof = ""
    places = [place for item in objection.items if (place := told.here.hung.places.get(ItemId(item))) is not None]
    return shown(
        request, "inventory_receipt", opened=told.found, tab="file", seized=told.seized, objection=objection,
        pieces=told.pieces(sorted(places)), proof=proof,
    )  # fmt: skip


@at_the_door
@require_GET
def receipt_proof(request: HttpRequest, case: str, seizure: str, seq: int) -> HttpResponse:
    """The proof to keep: it shows, without us, that the objection stands in the journal."""
    _objection(request, case, seizure, seq)
    try:
        text = reading.receipt(seq)
    except reading.NoReceiptError as error:
        raise Http404 from error
    response = HttpResponse(text, content_type="text/plain; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{case}-{seq}.tlog-proof"'
    return response


def _objection(request: HttpRequest, case: str, seizure: str, seq: int) -> tuple[Taken, Objection]:
    told = taken_here(request, case, seizure)
    objection = next((one for one in _own(told) if one.entry == seq), None)
    if objection is None:
        raise Http404
    return told, objection
