"""The text for the requesting state: rendered from releasable values, and from nothing else.

This module imports neither the case nor its rulings; a test sees to it.
"""

from collections.abc import Iterable, Iterator

from rogatory.decision.documents.catalogue import say_to_state
from rogatory.decision.documents.document import Block, Document, Heading, Listing, Paragraph
from rogatory.decision.releasing.releasable import NotReleasableError, Part, Releasable
from rogatory.law.wording import Language

KIND = "decision-for-requesting-state"
"""What the document is (`Document.kind`)."""

_SECTIONS = (
    ("request", (Part.LETTER, Part.ASKED)),
    ("decision", (Part.DECIDED,)),
    ("grounds", (Part.GROUND,)),
    ("conditions", (Part.CONDITION,)),
    ("missing", (Part.MISSING,)),
    ("answer", (Part.ANSWER,)),
    ("own", (Part.OWN_WORDS,)),
)
"""The headings in their order, and what stands under each."""
_LISTED = (Part.ASKED, Part.CONDITION, Part.MISSING)
_BEFORE = {Part.ASKED: "request.asks", Part.MISSING: "missing.intro"}


def for_requesting_state(parts: Iterable[Releasable], language: Language = Language.EN) -> Document:
    """The text for the requesting state, in `language`.

    Raises:
        NotReleasableError: One of the values is none that may leave.
    """
    told = tuple(parts)
    for part in told:
        if type(part) is not Releasable:
            raise NotReleasableError(f"{type(part).__name__} may not go to the requesting state; only a Releasable may")

    def lines(part: Part) -> tuple[str, ...]:
        return tuple(p.text(language) for p in told if p.part is part)

    theirs, ours = lines(Part.THEIR_REFERENCE), lines(Part.OUR_REFERENCE)
    references = [("reference.theirs", number) for number in theirs] + [("reference.ours", number) for number in ours]
    return Document(
        kind=KIND,
        language=language.value,
        title=next(iter(lines(Part.OUTCOME)), say_to_state("head.request", language)),
        sender=lines(Part.OFFICE),
        addressee=lines(Part.AUTHORITY),
        place=next(iter(lines(Part.PLACE)), ""),
        day=next(iter(lines(Part.DAY)), ""),
        case=next(iter(ours), ""),
        references=tuple((say_to_state(key, language), number) for key, number in references),
        blocks=tuple(_blocks({part: lines(part) for part in Part}, language)),
        signatory=lines(Part.SIGNATORY),
    )


def _blocks(lines: dict[Part, tuple[str, ...]], language: Language) -> Iterator[Block]:
    for heading, parts in _SECTIONS:
        if any(lines[part] for part in parts):
            yield Heading(say_to_state(f"head.{heading}", language))
        for part in parts:
            yield from _part(part, lines[part], language)
    for text in lines[Part.CLOSING]:
        yield Paragraph(text)


def _part(part: Part, lines: tuple[str, ...], language: Language) -> Iterator[Block]:
    if not lines:
        return
    if part in _BEFORE:
        yield Paragraph(say_to_state(_BEFORE[part], language))
    if part in _LISTED:
        yield Listing(lines)
    elif part is Part.DECIDED:
        yield from (Paragraph(text, str(place), binding=True) for place, text in enumerate(lines, 1))
    else:
        yield from map(Paragraph, lines)
