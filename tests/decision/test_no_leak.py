"""The text for the requesting state tells nothing that may not leave, whatever the case holds.

Confidential words are planted in every field of the case and of what stands beside it. Some hundred texts, in three
languages, are made on every run; `ROGATORY_LONG=1` makes 10,000. That the search can fail is tried on texts that leak.
"""

import os
import random
from dataclasses import replace
from datetime import date

import pytest

from rogatory.decision.documents.catalogue import day_in_words
from rogatory.decision.documents.document import Document, Paragraph
from rogatory.decision.releasing.confidential import confidential
from rogatory.decision.releasing.leaks import Secret, document_leaks, leaks
from rogatory.decision.releasing.releasable import releasable
from rogatory.decision.releasing.state_text import for_requesting_state
from rogatory.law.wording import Language
from rogatory.linkage.date_words import folded
from rogatory.names.romanising import readings
from tests.approved.documents import as_text
from tests.decision.drafts import founding, invented
from tests.decision.planting import planted

TEXTS = 10_000 if os.environ.get("ROGATORY_LONG") == "1" else 400
BLOCKS = 10
RUSSIAN = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"


@pytest.fixture(scope="module")
def rulings(law):
    """Rulings with every kind of ground: of the founding case, and of requests that fail by their own papers."""
    papers = (
        "findings: [{question: offence.no_dual_criminality, answer: yes}, {question: request.defective, answer: yes}]"
    )
    return (*founding(law).rulings, *invented(law, findings=papers).rulings, *invented(law).rulings)


def made(deciding, language=Language.EN) -> Document:
    return for_requesting_state(releasable(deciding, confidential(deciding)), language)


@pytest.fixture(scope="module")
def filled(law, rulings):
    """A text, what may not be in it, and the words planted there."""
    deciding, words = planted(law, rulings, 12)
    return made(deciding), confidential(deciding), sorted(set(words))


@pytest.mark.parametrize("block", range(BLOCKS))
def test_nothing_planted_is_in_any_text(law, rulings, block):
    for seed in range(block, TEXTS // len(Language) + 1, BLOCKS):
        deciding, words = planted(law, rulings, seed)
        known = confidential(deciding)
        parts = releasable(deciding, known)
        latin = [r.latin for w in words if not w.isdigit() for r in readings(w) if len(r.latin) > 5]
        for document in (for_requesting_state(parts, language) for language in Language):
            text = as_text(document)
            plain, digits = folded(text), "".join(c for c in text if c.isdigit())
            # A search of its own first, which knows nothing of how `leaks` searches.
            found = [w for w in words if folded(w) in (digits if w.isdigit() else plain)]
            found += [spelling for spelling in latin if spelling in plain]
            assert not found, f"seed {seed}: {found}"
            assert document_leaks(document, known) == (), f"seed {seed}"


@pytest.mark.parametrize("block", range(5))
def test_the_text_is_the_same_whatever_is_kept_from_it(law, rulings, block):
    for seed in range(block, TEXTS // 20, 5):
        texts = {made(planted(law, rulings, seed, secrets)[0]) for secrets in (1, 2)}
        assert len(texts) == 1, f"seed {seed}"


class TestTheSearchCanFail:
    """A renderer that lets one value through is caught: each value of a filled case, in each form."""

    @staticmethod
    def missed(filled, told):
        """What is not found in the text that tells it."""
        document, known, _ = filled
        leaky = {
            value: as_text(replace(document, blocks=(*document.blocks, Paragraph(words))))
            for value, words in told.items()
        }
        return [value for value, text in leaky.items() if not leaks(text, known)]

    def test_every_planted_value_let_through_is_caught(self, filled):
        write = (str, str.upper, lambda text: text.replace(" ", "\n"), lambda text: f"({text})")
        values = [secret for secret in filled[1].secrets if planted_value(secret)]
        told = {secret: write[place % len(write)](secret.text) for place, secret in enumerate(values)}
        assert len(told) > 200
        assert self.missed(filled, told) == []

    def test_every_class_of_value_is_there_to_be_caught(self, filled):
        kinds = {secret.kind.removeprefix("asylum ").removeprefix("privileged ") for secret in filled[1].secrets}
        kinds = {kind.removeprefix("protected-identity ") for kind in kinds}
        assert {
            "finding", "person", "identity", "measure", "assurance", "item", "event", "decided", "relation", "case",
            "proceeding", "party", "told", "choice", "submission", "link", "undertaking", "runningremedy", "licence",
            "timelimit", "register entry", "request",
        } <= kinds  # fmt: skip

    def test_each_planted_word_alone_is_caught(self, filled):
        told = {word: f"About {word} we say nothing." for word in filled[2][::2]}
        assert self.missed(filled, told) == []

    def test_each_planted_word_in_latin_letters_is_caught(self, filled):
        told = {
            (word, reading.latin): f"About {reading.latin} too."
            for word in filled[2][1::4]
            for reading in readings(word)[:2]
            if not word.isdigit() and len(reading.latin) > 3
        }
        assert len(told) > 100
        assert self.missed(filled, told) == []

    @pytest.mark.parametrize(
        "write",
        [
            date.isoformat,
            lambda d: f"{d.day}.{d.month}.{d.year}",
            lambda d: f"{d.month}/{d.day}/{d.year}",
            lambda d: f"{d:%d%m%Y}",
            lambda d: f"{d.day}/{d.month}/{d.year % 100:02}",
            lambda d: day_in_words(d, Language.EN),
            lambda d: day_in_words(d, Language.FR),
            lambda d: day_in_words(d, Language.NL).upper(),
            lambda d: f"{d.day} {RUSSIAN.split()[d.month - 1]} {d.year} г.",
            lambda d: f"on the {d.day}th of {d:%B}, {d.year}",
            lambda d: f"{d:%B} {d.year}",
        ],
    )
    def test_each_day_in_each_form_is_caught(self, filled, write):
        days = [s for s in filled[1].secrets if len(s.text) == 10 and s.text[4] == s.text[7] == "-"][:20]
        assert days
        assert self.missed(filled, {s: write(date.fromisoformat(s.text)) for s in days}) == []

    def test_each_number_with_any_spacing_is_caught(self, filled):
        chance = random.Random(3)
        told = {
            number: "".join(digit + chance.choice(("", "", " ", "-", ".")) for digit in number)
            for number in filled[2]
            if number.isdigit()
        }
        assert told
        assert self.missed(filled, told) == []


def planted_value(secret: Secret) -> bool:
    """Whether the value was planted, and is no word of the vocabulary, identifier or small number of ours."""
    fixed = (".question", ".answer", ".type", ".kind", ".requesting", ".requested", ".measure", ".person")
    ours = {"m0", "m1", "m2", "p0", "p1"}
    return not any(part in secret.place for part in fixed) and secret.text not in ours
