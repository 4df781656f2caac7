"""The exhibits of a bundle: what was received, what was signed and what was filed, each under a number of its own.

Nothing is left out in silence. What has no page that can be shown is named on a slip, with why and with its digest, so
that the original can be asked for; what stands apart is named as withheld, where the law lets tell that it is there.
"""

from collections.abc import Iterator
from contextlib import suppress

from django.utils import timezone
from django.utils.translation import gettext as _

from rogatory.extraction import reading as extraction
from rogatory.extraction.found import UnreadableError
from rogatory.office.folds.apart import event_name
from rogatory.office.folds.dossier import Dossier, event_of
from rogatory.office.folds.originals import letter_name
from rogatory.office.folds.withheld import TOLD
from rogatory.office.seen.portion import Portion
from rogatory.people.mandates import Compartment
from rogatory.received.pages import Page, Part, State
from rogatory.registry.cases.door import NoSuchCaseError
from rogatory.registry.chambers import rows
from rogatory.registry.chambers.views import names
from rogatory.registry.desk.rows.mail import STATES
from rogatory.registry.desk.rows.reader import language
from rogatory.registry.documents import store
from rogatory.registry.mailroom import in_case, reading
from rogatory.remedies.hearings import Hearing
from rogatory.typesetting.bundle import Exhibit, Picture, Piece, Section, Slip

WIDE = 1_240
"""Pixels across a page: 150 to the inch on A4."""
LONGEST = 200_000
"""Characters of one text that are printed; a slip says that there is more."""


def exhibits_for(account: str, dossier: Dossier, seen: Portion, hearing: Hearing) -> tuple[Exhibit, ...]:
    """The exhibits of a hearing for somebody, of what they may see; opening each received document is recorded."""
    return (*_letters(account, dossier, seen), *_documents(dossier, seen), *_filed(dossier, seen, hearing))


def _letters(account: str, dossier: Dossier, seen: Portion) -> Iterator[Exhibit]:
    for one in in_case.listed(seen.originals):
        name, entry = one.seen.original.name, _("Journal entry %(seq)s") % {"seq": one.seen.original.entry}
        if one.seen.shut:
            if _may_be_told(one.seen.shut):
                yield _withheld(name, entry)
            continue
        digest = f"SHA-256 {one.seen.original.digest}"
        opened = None
        with suppress(in_case.NoSuchLetterError, NoSuchCaseError):
            opened = in_case.letter(account, dossier.case.id, name)
        if opened is None:
            erased = _("It was erased by journal entry %(seq)s.") % {"seq": one.erased}
            why = erased if one.erased is not None else _("It cannot be opened here.")
            yield Exhibit(name, "", digest, (Slip(why),))
            continue
        came = f"{timezone.localdate(opened.row.at):%Y-%m-%d}"
        pieces = [*_pieces(opened), *_shut_parts(opened, dossier)]
        yield Exhibit(opened.row.name, came, digest, tuple(pieces) or (Slip(_("Nothing in it can be shown.")),))


def _may_be_told(shut: frozenset[Compartment]) -> bool:
    return bool(shut) and shut <= TOLD.keys()


def _withheld(title: str, told: str) -> Exhibit:
    return Exhibit(title, "", told, (_withheld_slip(),))


def _withheld_slip() -> Slip:
    return Slip(_("Withheld: it stands apart, and is not open to whoever made this bundle."))


def _shut_parts(opened: in_case.Opened, dossier: Dossier) -> Iterator[Piece]:
    """That a part of a document stands apart, where it may be told; neither its name nor its digest."""
    apart = [dossier.apart.get(letter_name(part), frozenset()) for part in opened.seen.shut_parts]
    if any(_may_be_told(shut) for shut in apart):
        yield Section(_("A part of it"))
        yield _withheld_slip()


def _pieces(opened: in_case.Opened) -> Iterator[Piece]:
    """The parts of a received document: pictures of pages, text that has none, and slips."""
    if opened.part is None:
        yield Slip(_("It has not been read, so that no page of it can be shown."))
        return
    for place, part in enumerate(opened.part.walk()):
        if place:
            yield Section(part.name)
        yield from _part(opened, part)


def _part(opened: in_case.Opened, part: Part) -> Iterator[Piece]:
    left = LONGEST
    for page in part.pages:
        picture = _picture(opened, part, page)
        if picture is not None:
            yield picture
            continue
        yield from _paragraphs(page.text[:left])
        left = max(0, left - len(page.text))
    if not left:
        yield Slip(_("It goes on; no more of a text is printed than %(count)s characters.") % {"count": f"{LONGEST:,}"})
    if not part.state.whole and not (part.state is State.EMPTY and (part.pages or part.parts)):
        why = f"{STATES[part.state]}. {part.says}".strip()
        size = _("%(media)s, %(size)s bytes") % {"media": part.media, "size": f"{part.size:,}"}
        shown = _("More of it is in the original") if part.pages else _("No page of it can be shown")
        yield Slip(f"{shown}: {why}\n{size}\nSHA-256 {part.digest}")


def _picture(opened: in_case.Opened, part: Part, page: Page) -> Picture | None:
    if not page.width:
        return None
    with suppress(LookupError):
        return Picture(reading.image(opened.row, part.digest, page.number, WIDE), page.text[:2_000])
    return None


def _paragraphs(text: str) -> Iterator[str]:
    return (told for paragraph in text.split("\n\n") if (told := paragraph.strip()))


def _documents(dossier: Dossier, seen: Portion) -> Iterator[Exhibit]:
    """What was signed in the case."""
    for document in seen.documents.values():
        if document.signed is None:
            continue
        pdf = store.pdf_of(dossier.case.id, document)
        pages: tuple[Piece, ...] = tuple(_drawn(pdf)) if pdf else ()
        slip = Slip(_("No page of it can be shown: its text was erased, or it is damaged."))
        title = document.title or document.kind
        yield Exhibit(title, document.name, f"SHA-256 {document.paper}", pages or (slip,))


def _drawn(pdf: bytes) -> Iterator[Picture]:
    """The pages of a file of our own; drawn in the cage all the same."""
    for number in range(1, 1_000):
        try:
            yield Picture(extraction.image(pdf, (), number, WIDE))
        except UnreadableError:
            return


def _filed(dossier: Dossier, seen: Portion, hearing: Hearing) -> Iterator[Exhibit]:
    """What was filed for the hearing, in words."""
    places = event_of(dossier.entries)
    for one in rows.said(dossier, seen, names(dossier), hearing.ident, language()):
        filed, entry = f"{timezone.localdate(one.at):%Y-%m-%d}", _("Journal entry %(seq)s") % {"seq": one.seq}
        text = tuple(_paragraphs(one.text[:LONGEST]))
        shut = dossier.apart.get(event_name(places[one.seq]), frozenset()) if one.seq in places else frozenset()
        if text:
            yield Exhibit(one.what, f"{one.who}, {filed}", entry, text)
        elif not shut:
            yield Exhibit(one.what, f"{one.who}, {filed}", entry, (Slip(_("Its words were erased.")),))
        elif _may_be_told(shut):
            yield _withheld(one.what, entry)
