"""What a text tells that may not leave is found, however it is written; what that state told us itself is not."""

from datetime import date

import pytest

from rogatory.decision.documents.catalogue import STATE
from rogatory.decision.releasing.citable import GROUNDS
from rogatory.decision.releasing.common_words import COMMON, TELLING
from rogatory.decision.releasing.confidential import confidential
from rogatory.decision.releasing.days_told import days_told, months_told
from rogatory.decision.releasing.leaks import Confidential, Secret, leaks
from rogatory.linkage.date_words import folded
from tests.decision.drafts import founding, invented


def known(*texts: str, kind: str = "finding", told: tuple[str, ...] = ()) -> Confidential:
    return Confidential(tuple(Secret(kind, "findings[0]", text) for text in texts), told)


def how(text: str, confidential_: Confidential) -> set[str]:
    return {leak.how for leak in leaks(text, confidential_)}


class TestHowItIsFound:
    @pytest.mark.parametrize(
        ("secret", "text", "found"),
        [
            ("Archyde after Belga", "as Archyde after Belga had it", "as written"),
            ("It stands in Archyde.", "ARCHYDE wrote of it", "word"),
            ("Жәрдемәлі", "We know Zhardemali well", "other spelling"),
            ("Zhardemali", "Мы знаем Жардемали", "other spelling"),
            ("محمود", "Mahmoud is known to us", "other spelling"),
            ("王建国", "我们知道王建国先生", "word"),
            ("file 2013/44-781", "number 201344781 is closed", "number"),
            ("file 2013/44-781", "number 2 0 1 3 4 4 7 8 1", "number"),
            ("2018-11-20", "the opinion of 20 November 2018", "day"),
            ("2018-11-20", "l'avis du 20 novembre 2018", "day"),
            ("2018-11-20", "20.11.2018", "day"),
            ("2018-11-20", "in November 2018", "month"),
            ("2018-11-20", "29 آبان 1397", "day"),
            ("the identity of whoever told us this", "ask for the identity of whoever told us", "part"),
        ],
    )
    def test_in_each_form(self, secret, text, found):
        assert found in how(text, known(secret))

    @pytest.mark.parametrize("word", ["refugee", "asile", "vluchteling", "беженец", "brother", "torturée", "avukat"])
    def test_words_that_tell_are_found_whatever_the_file_holds(self, word):
        assert how(f"Because of the {word}", known()) == {"telling word"}

    def test_a_name_of_two_common_words_is_found_as_a_whole(self):
        assert how("It is March Law.", known("March Law", kind="identity")) == {"as written"}
        assert how("The law of March applies.", known("March Law", kind="identity")) == set()


class TestWhatIsNoSecret:
    def test_their_own_words_are_taken_off_exactly(self):
        theirs = known("Zhardemali", told=("Жардемали",))
        assert how("Жардемали", theirs) == set()
        assert how("Zhardemali", theirs) == {"word"}

    def test_their_own_phrase_days_and_numbers_are_taken_off(self):
        theirs = known("case 778812 of 3 May 2017 at Almaty", told=("Our case 778812 of 3 May 2017 at Almaty",))
        assert how("case 778812 of 3 May 2017 at Almaty", theirs) == set()

    def test_their_words_in_another_order_beside_ours_tell_more(self):
        theirs = known("Akmetov was seen with Berova", told=("Akmetov and Berova",))
        assert "as written" in how("Akmetov was seen with Berova", theirs)

    def test_a_letter_that_was_read_counts_with_its_text_alone(self, law):
        deciding = invented(law)
        letter = type(deciding.letter)(
            authority="Court of Tirana", persons=(("P1", "Arben Invented"),), text="Court of Tirana"
        )
        told = confidential(type(deciding)(deciding.case, law, (), letter, deciding.office))
        assert "word" in how("Arben", told)

    @pytest.mark.parametrize(
        "text",
        [
            "We regret that we cannot do what you ask, and remain ready to help.",
            "Please let us know by 3 March 2031 whether you still need this.",
            "Nous vous remercions pour votre lettre.",
            "Wij danken u voor uw brief.",
        ],
    )
    def test_a_harmless_sentence_is_left_alone_in_the_founding_case(self, law, text):
        assert leaks(text, confidential(founding(law))) == ()


class TestTheFoundingCase:
    @pytest.mark.parametrize(
        "text",
        [
            "She has been recognised since October 2013.",
            "See Opinion 67/2018.",
            "The register tells otherwise.",
            "Her brother was tortured.",
            "Le Soir has written of it.",
            "The indictments chamber of 06/02/2024 held so.",
            "Counsel submits that the charges justified her status as refugee.",
            "KAZ 001 / 0720 / OBS 086",
        ],
    )
    def test_what_would_tell_of_it_is_found(self, law, text):
        assert leaks(text, confidential(founding(law)))

    def test_everything_of_the_case_is_gathered(self, law):
        kinds = {secret.kind for secret in confidential(founding(law)).secrets}
        assert {
            "finding", "person", "event", "relation", "proceeding", "submission", "link", "undertaking",
            "runningremedy", "choice", "decided", "measure", "request", "told", "timelimit",
        } <= kinds  # fmt: skip


class TestDays:
    @pytest.mark.parametrize(
        ("text", "day"),
        [
            ("2013-10-05", date(2013, 10, 5)),
            ("05/10/2013", date(2013, 10, 5)),
            ("10/05/2013", date(2013, 10, 5)),
            ("5-10-13", date(2013, 10, 5)),
            ("20131005", date(2013, 10, 5)),
            ("October 5th, 2013", date(2013, 10, 5)),
            ("le 5 octobre 2013", date(2013, 10, 5)),
            ("5 oktober 2013", date(2013, 10, 5)),
            ("5 Ekim 2013", date(2013, 10, 5)),
            ("٥ أكتوبر ٢٠١٣", date(2013, 10, 5)),
        ],
    )
    def test_written_in_any_form(self, text, day):
        assert day in days_told(text)

    @pytest.mark.parametrize("text", ["October 2013", "octobre 2013", "2013-10", "10/2013", "октябрь 2013"])
    def test_months_without_a_day(self, text):
        assert (2013, 10) in months_told(text)

    @pytest.mark.parametrize("text", ["", "Art. 18(21)", "31 February 2013", "2013", "page 5 of 10"])
    def test_what_is_no_day(self, text):
        assert days_told(text) == frozenset()


def test_no_word_that_tells_stands_in_a_sentence_of_ours():
    telling = {word for words in TELLING.values() for word in words}
    texts = [text for words in STATE.values() for text in words.values()]
    texts += [name for ground in GROUNDS.values() for name in ground.name.values()]
    ours = {word.strip(".,;:()«»“”") for text in texts for word in folded(text).split()}
    assert telling & ours == set()
    assert telling & COMMON == set()
