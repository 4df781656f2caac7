"""The numbers of a period as a document: what the office reports each year, in one language."""

from collections.abc import Callable, Iterator

from rogatory.decision.documents.document import Block, Document, Heading, Paragraph, Table
from rogatory.law.wording.language import Language
from rogatory.oversight.statistics.charts import chart, svg
from rogatory.oversight.statistics.publishing import Publication
from rogatory.oversight.statistics.wording import dimension_word, say, subject_word

Label = Callable[[str, str, Language], str]
"""Words a value of a dimension in a language."""


def report(found: Publication, language: Language, label: Label, sender: tuple[str, ...], day: str) -> Document:
    """The report.

    Args:
        found: The numbers as they were published.
        language: Language of the report.
        label: Words the values.
        sender: Name and address of the office, line by line; may be empty.
        day: Day of the publication, written out.
    """
    blocks: list[Block] = [Heading(say("how", language))]
    other = label("state", "", language)
    blocks += [
        Paragraph(say("how_events", language)),
        Paragraph(say("how_groups", language, threshold=found.threshold, other=other)),
        Paragraph(say("how_not", language)),
    ]
    for subject in found.cubes:
        blocks += _subject(found, subject, language, label)
    return Document(
        kind="report",
        language=language.value,
        title=say("yearly", language, period=found.period.name),
        sender=sender,
        addressee=(),
        place="",
        day=day,
        case="",
        references=((say("period", language), f"{found.period.first.isoformat()} – {found.period.last.isoformat()}"),),
        blocks=tuple(blocks),
        draft=False,
    )


def _subject(found: Publication, subject: str, language: Language, label: Label) -> Iterator[Block]:
    yield Heading(subject_word(subject, language))
    cube = found.cubes[subject]
    if cube is None:
        yield Paragraph(say("too_few", language, threshold=found.threshold))
        return
    yield Paragraph(f"{say('all', language)}: {cube.total}")
    for dimension in cube.dimensions:
        rows = ordered(found, subject, dimension, language, label)
        what = dimension_word(dimension, language)
        head = (what, dimension_word("count", language))
        yield Table(head, tuple((name, str(count)) for name, count in rows), say("by", language, what=what.lower()))


def drawings(document: Document, language: Language) -> dict[int, tuple[str, str]]:
    """By place among the blocks of a report, what is drawn of a table, as SVG, and what it shows in words."""
    found = {}
    for place, block in enumerate(document.blocks):
        if isinstance(block, Table):
            drawn = chart([(name, int(count)) for name, count in block.rows])
            bars = ", ".join(f"{bar.label} {bar.count}" for bar in drawn.bars)
            left = f" {say('left_out', language, n=drawn.left_out)}" if drawn.left_out else ""
            found[place] = svg(drawn), f"{say('chart', language)} {block.caption}: {bars}.{left}"
    return found


def ordered(
    found: Publication, subject: str, dimension: str, language: Language, label: Label
) -> list[tuple[str, int]]:
    """The rows of a table by one dimension, in words, the largest first."""
    rows = [(label(dimension, value, language), n) for (value,), n in found.rows(subject, dimension).items()]
    return sorted(rows, key=lambda row: (-row[1], row[0]))
