"""The inventory as a paper that whoever was searched can keep, show to anybody and hold against what comes back."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.defaultfilters import filesizeformat
from django.utils import timezone
from django.views.decorators.http import require_GET

from rogatory.decision.documents.document import Block, Document, Heading, Listing, Paragraph, Table
from rogatory.material.items import ItemId
from rogatory.registry.defence.inventory import Piece, Taken, taken_here
from rogatory.registry.defence.opening import at_the_door
from rogatory.registry.defence.wording import day, law_language, say
from rogatory.typesetting.compiling import NoFontError
from rogatory.typesetting.paper import pdf

MOST = 1_000
"""Pieces on the paper; of a longer list the table has the rest, and the paper says so."""
_UNDRAWN = "\N{REPLACEMENT CHARACTER}"


@at_the_door
@require_GET
def paper(request: HttpRequest, case: str, seizure: str) -> HttpResponse:
    """The list as PDF/A, in the language of whoever reads."""
    told = taken_here(request, case, seizure, to_keep=True)
    response = HttpResponse(_set(document(told, case)), content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{case}-{seizure}.pdf"'
    return response


def document(told: Taken, case: str) -> Document:
    """The inventory as a document.

    Args:
        told: The seizure, as its owner sees it.
        case: Number of the case.
    """
    language = told.found.language
    sender = tuple(filter(None, (settings.OFFICE, *settings.OFFICE_LINES)))
    name = say("inventory.seizure", language, name=told.seized.ident)
    return Document(
        "inventory", language, name, sender, (), "", day(timezone.localdate()), case, blocks=tuple(_blocks(told)),
        draft=False,
    )  # fmt: skip


def _blocks(told: Taken) -> Iterator[Block]:
    language, one = told.found.language, told.seized
    pieces = told.pieces(told.places[:MOST])
    yield Paragraph(say("inventory.sealed", language, day=day(one.at), seq=one.place))
    if one.opened:
        present = one.opened.present
        yield Paragraph(say("inventory.opened", language, day=day(one.opened.at), present=present))
    until = [given.until for given in one.inventories if given.person in told.found.persons]
    if until:
        yield Paragraph(say("inventory.until", language, day=day(max(until))), binding=True)
    reasons = {reason: number for number, reason in enumerate(dict.fromkeys(r for p in pieces for r in p.why), 1)}
    heads = ("number", "piece", "kind", "stands", "why")
    rows = tuple(_row(piece, [reasons[reason] for reason in piece.why]) for piece in pieces)
    yield Table(tuple(say(f"inventory.{head}", language) for head in heads), rows)
    if (rest := len(told.places) - len(pieces)) > 0:
        yield Paragraph(say("inventory.rest", language, count=rest))
    if reasons:
        yield Heading(say("inventory.reasons_of", language))
        if law_language(language).value != language:
            yield Paragraph(say("file.law_words", language))
        yield Listing(tuple(f"{says} ({source})" for says, source in reasons), ordered=True)
    yield Heading(say("inventory.root", language))
    yield Paragraph(say("inventory.root_text", language))
    yield Paragraph(one.root)
    yield Table((say("inventory.number", language), "SHA-256"), tuple(_digests(told, pieces)))


def _row(piece: Piece, why: Sequence[int]) -> tuple[str, ...]:
    name = " / ".join((*piece.where, piece.name))
    kind = ", ".join(filter(None, (piece.kind, filesizeformat(piece.size))))
    stands = " ".join((piece.stands, *piece.hides))
    return str(piece.number), name, kind, stands, ", ".join(map(str, why))


def _digests(told: Taken, pieces: Iterable[Piece]) -> Iterator[tuple[str, str]]:
    hung = told.here.hung
    for piece in pieces:
        yield str(piece.number), hung.of.content[hung.places[ItemId(piece.item)]] or "–"


def _set(made: Document) -> bytes:
    """On paper. A file may be called in a script that no font here has: such a letter is then shown as not known."""
    try:
        return pdf(made)
    except NoFontError as error:
        undrawn = str.maketrans(dict.fromkeys("".join(error.missing), _UNDRAWN))
        return pdf(replace(made, blocks=tuple(_drawn(block, undrawn) for block in made.blocks)))


def _drawn(block: Block, undrawn: dict[int, str]) -> Block:
    if not isinstance(block, Table):
        return block
    return replace(block, rows=tuple(tuple(cell.translate(undrawn) for cell in row) for row in block.rows))
