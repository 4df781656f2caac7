"""What a decider changed from the draft is shown, and what went is named."""

from dataclasses import replace

import pytest

from rogatory.decision.documents.changes import Changes, What, changes
from rogatory.decision.documents.document import Document, Heading, Listing, Paragraph, Table
from rogatory.decision.drafting.full import draft
from tests.decision.drafts import founding

BLOCKS = (
    Heading("The law"),
    Paragraph("No help is given to persecution.", "A1", "ECHR, Art. 18 [echr-18-ulterior-purpose]"),
    Paragraph("Counsel: the charges are those of the asylum file.", "D1"),
    Paragraph("Answer: accepted, as the documents show."),
    Listing(("first reason", "second reason")),
    Table(("day", "what"), (("1 May", "search"),)),
    Paragraph("The search: refused.", "1", binding=True),
)


def document(*blocks) -> Document:
    return Document("decision", "en", "Decision", (), (), "", "", "", blocks=blocks)


def changed(*blocks) -> Changes:
    return changes(document(*BLOCKS), document(*blocks))


def test_the_same_text_changes_nothing():
    assert changed(*BLOCKS).none


def test_spacing_is_no_change():
    spaced = [replace(b, text=b.text.replace(" ", "  ")) if isinstance(b, Paragraph) else b for b in BLOCKS]
    assert changed(*spaced).none


def test_an_added_and_a_removed_line():
    found = changed(*BLOCKS[:3], Paragraph("Costs are borne by the state."), *BLOCKS[4:])
    assert found.added == ("Costs are borne by the state.",)
    assert found.removed == ("Answer: accepted, as the documents show.",)


def test_a_reworded_line_word_by_word():
    found = changed(*BLOCKS[:-1], Paragraph("The search: granted.", "1", binding=True))
    (line,) = found.reworded
    assert [(p.how, p.text) for p in line.pieces] == [
        ("same", "The search:"), ("removed", "refused."), ("added", "granted."),
    ]  # fmt: skip
    assert not found.gone


def test_an_item_of_a_list_and_a_row_of_a_table_are_lines():
    found = changed(*BLOCKS[:4], Listing(("first reason",)), Table(("day", "what"), ()), BLOCKS[-1])
    assert found.removed == ("second reason", "1 May | search")


def test_a_line_that_moved_says_the_same():
    found = changed(*BLOCKS[:2], BLOCKS[3], BLOCKS[2], *BLOCKS[4:])
    assert found.none


@pytest.mark.parametrize(
    ("without", "what", "number"),
    [(1, What.NORM, "echr-18-ulterior-purpose"), (2, What.ARGUMENT, "D1"), (6, What.ORDER, "1")],
)
def test_what_must_not_go_unseen_is_named(without, what, number):
    found = changed(*(b for place, b in enumerate(BLOCKS) if place != without))
    assert [(g.what, g.number) for g in found.gone] == [(what, number)]


def test_a_norm_whose_source_stands_in_the_text_after_a_word_processor_is_still_there():
    flat = Paragraph(f"{BLOCKS[1].text} {BLOCKS[1].source}")
    assert changed(BLOCKS[0], flat, *BLOCKS[2:]).none


def test_the_whole_draft_of_the_founding_case_emptied_names_every_norm_and_argument(law):
    full = draft(founding(law))
    gone = changes(full, replace(full, blocks=())).gone
    assert {g.number for g in gone if g.what is What.ARGUMENT} == {"D1", "D2", "D3"}
    assert "echr-18-ulterior-purpose" in {g.number for g in gone if g.what is What.NORM}
    assert sum(g.what is What.ORDER for g in gone) == 3
