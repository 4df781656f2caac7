"""The words of the defence door: the same in four languages, every act has some, and they are easy to read."""

import re
from string import Formatter

import pytest

from rogatory.law.acts import ACTS, COOPERATING, KINDS, Role
from rogatory.office.filing import FILING
from rogatory.registry.defence.course import BODIES, NOT_TOLD, OUTCOMES
from rogatory.registry.defence.filings import CAPACITIES, SAYS
from rogatory.registry.defence.wording import LANGUAGES, table
from rogatory.remedies.kinds import REMEDIES
from tests.letters.readability import reading_ease

PLAIN = 70
"""Reading ease from which a text is fairly easy, by Flesch and who fitted his formula; 60 is plain language."""
NAMES = ("did.", "act.", "role.", "body.", "kind.", "capacity.", "outcome.", "tab.", "filing.", "remedy.",
         "wrong.", "whose.", "step.", "form.", "stage.")  # fmt: skip
"""Words shown one by one, and not as text that is read on."""


def slots(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_words_with_the_same_places(language):
    said, english = table(language), table("en")
    assert set(said) == set(english)
    assert {key for key in said if slots(said[key]) != slots(english[key])} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_left_unsaid(language):
    # Where the law is worded in the reader's language, nothing has to be said of that.
    assert {key for key, text in table(language).items() if not text} == (
        set() if language == "ru" else {"file.law_words"}
    )


def test_everything_that_can_happen_has_words():
    said = set(table("en"))
    needed = {f"did.{act}" for act in (*ACTS, *FILING) if act not in NOT_TOLD}
    needed |= {f"act.{act.id}" for act in COOPERATING} | {f"kind.{kind}" for kind in KINDS}
    needed |= {f"role.{role.name.lower()}" for role in Role} | {f"remedy.{kind}" for kind in REMEDIES}
    needed |= {f"filing.{what}" for what in SAYS} | {f"capacity.{word}" for word in CAPACITIES.values()}
    needed |= {f"body.{word}" for word in BODIES.values()} | {f"outcome.{word}" for word in OUTCOMES.values()}
    assert needed - said == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_are_plain_language(language):
    texts = [re.sub(r"{\w+}", "", text) for key, text in table(language).items() if not key.startswith(NAMES)]
    ease = reading_ease([text for text in texts if text], language)
    print(f"{language}, what is read on: {ease:.1f}")
    assert ease >= PLAIN, f"{language}: {ease:.1f}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_so_is_what_happened_and_what_can_be_filed(language):
    for part in ("did.", "remedy.", "filing."):
        ease = reading_ease([text for key, text in table(language).items() if key.startswith(part)], language)
        print(f"{language}, {part[:-1]}: {ease:.1f}")
        assert ease >= PLAIN, f"{language}, {part}: {ease:.1f}"


def test_no_words_of_the_office_are_used():
    jargon = re.compile(
        r"\b(entity|user|submit|transmission|requesting state|dossier|compartment|target)\b", re.IGNORECASE
    )
    assert [text for text in table("en").values() if jargon.search(text)] == []
