"""Every letter, in every language it is worded in."""

import os
from dataclasses import fields
from pathlib import Path

import pytest

from rogatory.decision.document import Document, Heading, Listing, Paragraph, Table
from rogatory.law.vocabulary import measure
from rogatory.letters import kinds
from rogatory.letters.facts import Measure, Step
from rogatory.letters.kinds import KINDS, Kind, To, facts_of, write
from rogatory.letters.wording import LetterError
from tests.letters.readability import reading_ease, said, sentences
from tests.letters.samples import FACTS, facts, head

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


FLOORS = {"en": 65, "fr": 65, "nl": 60, "ru": 60}


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
    if field in FACTS[kind.id]:
        with pytest.raises(LetterError, match=rf"{kind.id}: missing {field}$"):
            facts_of(kind, values)
    value = FACTS[kind.id].get(field)
    if isinstance(value, str | tuple):
        with pytest.raises(LetterError, match=rf"{kind.id}: missing {field}$"):
            letter(kind, "en", **{field: type(value)()})


def test_measures_are_those_of_the_vocabulary():
    assert {m.value for m in Measure} == set(measure.type_.values)
