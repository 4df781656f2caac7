"""Every act of keeping a file, a register or the office, every obstacle and every link is worded in three languages."""

import pytest

from rogatory.law.wording.language import Language
from rogatory.linkage.model import Band
from rogatory.office.errors import Hurdle
from rogatory.office.filing import CUSTODY, FILING, MAIL, ON_RECORD, OVERSEEING
from rogatory.office.folds.linking import LinkState
from rogatory.office.folds.links_seen import LinkSeen
from rogatory.office.streams.link_words import WORDED, closed_link, link_word
from rogatory.office.streams.register_answers import Word
from rogatory.office.words import HURDLES, hurdle_word, record_of, title_of


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(
    "act", [*CUSTODY, *MAIL, *ON_RECORD, *OVERSEEING, "attach", "screen", "confirm-link", "dismiss-link"]
)
def test_an_act_is_titled_and_recorded(act, language):
    for text in (title_of(act, language), record_of(act, language)):
        assert text
        assert "[" not in text, "an English text passed on"


def test_every_obstacle_is_worded():
    assert set(HURDLES) == set(Hurdle)
    assert all(len({hurdle_word(h, language) for language in Language}) == 3 for h in Hurdle)


@pytest.mark.parametrize("words", [LinkState, Band, Word])
def test_every_state_band_and_answer_is_worded(words):
    assert set(WORDED[words]) == set(words)
    assert all(link_word(member, language) for member in words for language in Language)


@pytest.mark.parametrize("language", Language)
def test_no_answer_says_that_there_is_no_protection(language):
    told = [link_word(word, language) for word in Word]
    told += [closed_link(LinkSeen("link-1-1", s, b, (1,), None), language) for s in LinkState for b in Band]
    assert not [text for text in told if "protect" in text or "bescherm" in text or "asyl" in text or "asiel" in text]


def test_acts_of_the_case_are_not_acts_on_a_register_or_on_mail():
    assert not (CUSTODY.keys() | MAIL.keys() | ON_RECORD.keys()) & FILING.keys()
