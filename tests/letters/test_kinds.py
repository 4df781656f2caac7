"""Every letter, in every language it is worded in."""

import os
from dataclasses import fields, replace
from pathlib import Path

import pytest

from rogatory.decision.documents.document import LANGUAGES, Document, Heading, Listing, Paragraph, Table
from rogatory.law.vocabulary import measure
from rogatory.law.vocabulary.assurance import Risk
from rogatory.letters import kinds
from rogatory.letters.facts import Measure, Missing, Step
from rogatory.letters.kinds import KINDS, Kind, To, facts_of, write
from rogatory.letters.wording import LetterError
from tests.letters.readability import reading_ease, said, sentences
from tests.letters.samples import FACTS, facts, head, leaving

APPROVED = Path(__file__).parent / "approved"
APPROVE = os.environ.get("ROGATORY_APPROVE") == "1"
EVERY = [(kind, language) for kind in KINDS.values() for language in kind.languages]
TOLD = [(step, holds) for step in Step for holds in (True, False)]
PERSONS = [(k, language, *told) for k, language in EVERY if k.to == (To.PERSON,) for told in TOLD]
FACTS_OF_EACH = [(kind, field.name) for kind in KINDS.values() for field in fields(kind.facts)]
MOST_WORDS = 420
"""What fits on one page under a letterhead, in 10-point type."""


def short(value: object) -> str:
    return str(getattr(value, "id", getattr(value, "value", value)))


def letter(kind: Kind, language: str, **other: object) -> Document:
    return write(kind, facts(kind, **other), language, head(kind.to[0]))


def plain(document: Document) -> str:
    lines = [f"# {document.title}", "", " | ".join((*document.addressee, document.place, document.day)), ""]
    for block in document.blocks:
        match block:
            case Heading(text=text):
                lines.append(f"## {text}")
            case Paragraph(text=text, source=source, binding=binding):
                lines.append(f"{'! ' if binding else ''}{text}{f' [{source}]' if source else ''}")
            case Listing(items=items):
                lines += [f"- {item}" for item in items]
            case Table(head=head, rows=rows):
                lines += [" | ".join(row) for row in (head, *rows)]
        lines.append("")
    return "\n".join(lines)


@pytest.mark.parametrize(("kind", "language"), EVERY, ids=short)
def test_a_letter_reads_as_approved(kind, language):
    made = plain(letter(kind, language))
    file = APPROVED / f"{kind.id}.{language}.txt"
    if APPROVE:
        file.write_text(made, "utf-8")
    assert made == file.read_text("utf-8"), "set ROGATORY_APPROVE=1, then read the difference"


@pytest.mark.parametrize(("kind", "language"), EVERY, ids=short)
def test_a_letter_is_one_page_to_read(kind, language):
    texts = said(letter(kind, language))
    assert sum(len(text.split()) for text in texts) <= MOST_WORDS
    assert "{" not in "".join(texts)


FLOORS = {"en": 80, "fr": 80, "nl": 80, "ru": 80}


@pytest.mark.parametrize(("kind", "language", "step", "holds"), PERSONS, ids=short)
def test_a_letter_to_a_person_is_plain(kind, language, step, holds):
    texts = said(letter(kind, language, step=step, holds=holds))
    assert reading_ease(texts, language) >= FLOORS[language]
    assert max(map(len, sentences(texts))) <= 25


def test_what_a_person_is_told_of_sending_depends_on_whether_a_remedy_stops_it():
    one, other = (plain(letter(kinds.NOTICE_TO_PERSON, "en", holds=holds)) for holds in (True, False))
    assert "Nothing is sent" in one
    assert "Nothing is sent" not in other
    assert "does not stop the sending by itself" in other


@pytest.mark.parametrize(("kind", "field"), FACTS_OF_EACH, ids=short)
def test_a_missing_fact_is_named_and_never_a_blank(kind, field):
    values = {name: value for name, value in FACTS[kind.id].items() if name != field}
    if field in ("conditions", "ways", "granted", "limits", "gone"):  # those may be empty
        return
    if field in FACTS[kind.id]:
        with pytest.raises(LetterError, match=rf"{kind.id}: missing {field}$"):
            facts_of(kind, values)
    with pytest.raises(LetterError, match=rf"{kind.id}: missing {field}$"):
        letter(kind, "en", **{field: None})
    value = FACTS[kind.id].get(field)
    if isinstance(value, str | tuple):
        with pytest.raises(LetterError, match=rf"{kind.id}: missing {field}$"):
            letter(kind, "en", **{field: type(value)()})


def test_measures_are_those_of_the_vocabulary():
    assert {m.value for m in Measure} == set(measure.type_.values)


def test_one_full_stop_ends_a_sentence_and_a_name_in_initials():
    assert "concerns A.B. Before" in plain(letter(kinds.ASSURANCE, "en"))


def test_a_fact_of_another_letter_is_named():
    with pytest.raises(LetterError, match=r"acknowledgement: has no fact asylum_file$"):
        facts_of(kinds.ACKNOWLEDGEMENT, {**FACTS["acknowledgement"], "asylum_file": "CG-13/00001"})
    with pytest.raises(LetterError, match="needs Acknowledgement, not Supplements"):
        write(kinds.ACKNOWLEDGEMENT, facts(kinds.SUPPLEMENTS), "en", head(To.REQUESTING_STATE))
    with pytest.raises(LetterError, match="not worded in 'ru'; the languages are en, fr, nl"):
        letter(kinds.ACKNOWLEDGEMENT, "ru")


def test_a_row_with_a_blank_is_named():
    blank = (Missing(leaving("facts"), leaving(" ")),)
    with pytest.raises(LetterError, match=r"supplements: missing missing\[0\]\.article$"):
        letter(kinds.SUPPLEMENTS, "en", missing=blank)
    with pytest.raises(LetterError, match=r"acknowledgement: missing asked\[1\]$"):
        letter(kinds.ACKNOWLEDGEMENT, "en", asked=(leaving("search"), leaving("")))


def test_conditions_are_named_only_where_there_are_some():
    assert "under these conditions" in plain(letter(kinds.PARTIAL_EXECUTION, "en"))
    assert "under these conditions" not in plain(letter(kinds.PARTIAL_EXECUTION, "en", conditions=()))


@pytest.mark.parametrize("risk", Risk)
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_assurance_is_asked_for_one_risk_and_fits_one_page(risk, language):
    document = letter(kinds.ASSURANCE, language, risk=risk)
    asked, factors = (block for block in document.blocks if isinstance(block, Listing))
    assert asked.items
    assert len(factors.items) == 11  # Othman par. 189 has eleven
    assert sum(len(text.split()) for text in said(document)) <= MOST_WORDS


def test_each_step_is_told_to_the_person_and_to_counsel_in_words_of_its_own():
    for kind in (kinds.NOTICE_TO_PERSON, kinds.NOTICE_TO_COUNSEL):
        for language in kind.languages:
            assert len({plain(letter(kind, language, step=step)) for step in Step}) == len(Step)


def test_a_head_nobody_cleared_does_not_go_to_the_requesting_state():
    mixed = replace(head(To.REQUESTING_STATE), sender=("Asylum office",), theirs="12-3/2026")
    with pytest.raises(LetterError, match=r"head.sender, head.theirs may not go to the requesting state"):
        write(kinds.ACKNOWLEDGEMENT, facts(kinds.ACKNOWLEDGEMENT), "en", mixed)


@pytest.mark.parametrize("kind", [kinds.NOTICE_TO_PERSON, kinds.NOTICE_TO_COUNSEL], ids=short)
@pytest.mark.parametrize("step", Step)
def test_nobody_is_told_of_what_was_done_without_the_remedies(kind, step):
    if step is Step.REFUSED:
        text = plain(letter(kind, "en", step=step, ways=()))
        assert "while" not in text
        assert "Remedies" not in text
    else:
        with pytest.raises(LetterError, match="missing ways"):
            letter(kind, "en", step=step, ways=())
