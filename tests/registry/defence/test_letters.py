"""The letters that came in, at the defence door: who opens them, how they are shown, and that it is recorded."""

import io
import zipfile
from typing import Any

import pytest

from rogatory.law.acts import Role
from rogatory.office.folds.originals import letter_name
from rogatory.registry.mailroom import door as mailroom
from rogatory.registry.mailroom import in_case
from tests.registry.defence.conftest import Door
from tests.registry.letters import DIGEST, LETTER, registered_from, settled

PERSON, COUNSEL, THIRD = Role.PERSON_CONCERNED, Role.COUNSEL, Role.INTERVENER
NAME = letter_name(DIGEST)
AT = f"/letters/{NAME}"


@pytest.fixture
def begun(door: Door, settings: Any) -> Door:
    """A case that began with a letter, about one person."""
    settings.STATE = "BE"
    clerk = door.office.accounts[Role.CLERK]
    number = mailroom.receive(clerk, "letter.txt", LETTER).number
    settled(clerk, number)
    door.case = registered_from(clerk, number)
    for role in (PERSON, COUNSEL, THIRD):
        door.office.mandate(role, door.case)
    return door


class TestALetter:
    @pytest.mark.parametrize("who", [PERSON, COUNSEL])
    def test_is_opened_from_the_file_with_its_words_and_kept_as_it_came(self, begun, who):
        assert begun.at(AT) in begun.get(who, "/file")
        assert "Mr Aidar TESTBAYEV" in begun.get(who, AT)
        answer = begun.client(who).get(begun.at(f"{AT}/original"))
        assert answer.content == LETTER
        assert answer["Content-Type"] == "application/octet-stream"

    def test_that_it_was_opened_is_in_the_record(self, begun):
        begun.get(COUNSEL, AT)
        assert (begun.entries[-1].act, begun.entries[-1].object) == ("read", NAME)
        assert "an original letter" in begun.get(PERSON, "/seen")

    def test_is_in_what_one_takes_along(self, begun):
        answer = begun.client(PERSON).get(begun.at("/download/zip"))
        with zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content))) as packed:
            assert packed.read(f"letters/{NAME}") == LETTER

    @pytest.mark.parametrize("where", ["", "/original", f"/pages/{DIGEST}/1"])
    def test_is_not_there_for_a_third_party(self, begun, where):
        begun.get(THIRD, AT + where, status=404)

    def test_that_stands_apart_is_the_persons_own_and_stays_open_to_them(self, begun):
        begun.do(Role.CLERK, "set-apart", NAME, into="asylum")
        assert "Mr Aidar TESTBAYEV" in begun.get(PERSON, AT)
        with pytest.raises(in_case.NoSuchLetterError):
            in_case.original(begun.office.accounts[Role.PROSECUTOR], begun.case, NAME)

    @pytest.mark.parametrize("other", ["letter-0000000000000000", "elsewhere"])
    def test_that_the_case_does_not_have_is_not_there(self, begun, other):
        begun.get(PERSON, f"/letters/{other}", status=404)
