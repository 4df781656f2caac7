"""From a document to a case: what was settled and nothing else, what it lacks, and whether it was asked before."""

from datetime import date

import pytest
from django.utils.translation import override

from rogatory.law.acts import Role
from rogatory.office.errors import FormError
from rogatory.office.perform import Barred
from rogatory.office.seen.in_the_making import letter_in
from rogatory.office.streams import mailroom
from rogatory.received.completeness import Content
from rogatory.registry.cases import door as cases
from rogatory.registry.cases import journal
from rogatory.registry.cases.models import CaseCopy
from rogatory.registry.cases.rebuild import differences, rebuild
from rogatory.registry.desk.rows import mail as mail_rows
from rogatory.registry.documents import drafting
from rogatory.registry.mailroom import door
from tests.registry.letters import DIGEST, LETTER, NEEDED, TOLD, added, registered_from, row, settled

pytestmark = pytest.mark.django_db


class TestRegistering:
    @pytest.fixture
    def registered(self, clerk, number) -> str:
        settled(clerk, number)
        return registered_from(clerk, number)

    def test_the_case_holds_what_was_settled_with_its_page_and_the_digest_of_the_letter(self, clerk, registered):
        dossier, _ = cases.look(clerk, registered)
        case = dossier.case
        assert (case.request.kind, case.request.requesting, case.request.requested) == ("mla", "KZ", "BE")
        assert case.request.authority == "Prosecutor General"
        (person,) = case.persons
        assert person.known_as.names == ("Aidar TESTBAYEV",)
        assert person.known_as.born == ("1975-05-05",)
        assert person.note == "letter letter.txt, page 1"
        (told,) = case.proceedings[0].references
        assert (told.text, told.where) == ("267500121000917", "letter letter.txt, page 1")
        assert [m.type for m in case.measures] == ["interview"]
        assert [(f.question, f.source) for f in case.findings] == [
            ("officials.present_or_requested", "letter letter.txt, page 2")
        ]
        assert dossier.entries[0].fields["documents"] == [DIGEST]
        assert DIGEST in case.events[0].source

    def test_a_decision_on_it_answers_the_letter_by_its_own_number_and_day(self, clerk, number):
        settled(clerk, number)
        more = [added("date of the letter", "2026-02-14"), added("treaty", "ETS-030")]
        door.handle(clerk, "settle-fields", number, {"settled": more})
        dossier, _ = cases.look(clerk, registered_from(clerk, number))
        letter = letter_in(dossier, drafting.everything(dossier))
        assert letter.reference == "267500121000917"
        assert letter.day == date(2026, 2, 14)
        assert (letter.treaty, letter.instruments) == ("ETS-030", ("ETS-030",))

    def test_what_was_turned_down_is_nowhere_in_it(self, clerk, number):
        door.handle(clerk, "settle-fields", number, {"settled": [added("person", "Nobody ATALL", "2")]})
        mark = next(m for m, s in door.look(clerk, number).mail.settled.items() if s.value == "Nobody ATALL")
        settled(clerk, number)
        door.handle(clerk, "settle-fields", number, {"settled": [row("turned-down", mark=mark)]})
        case = registered_from(clerk, number)
        assert [p.name for p in cases.look(clerk, case)[0].case.persons] == ["Aidar TESTBAYEV"]

    def test_nothing_is_registered_while_a_field_waits(self, clerk, number):
        assert door.look(clerk, number).proposed
        door.handle(clerk, "settle-fields", number, {"settled": NEEDED})
        with pytest.raises(AssertionError):
            registered_from(clerk, number)
        assert "wait to be confirmed" in door.look(clerk, number).obstacles[0].text
        assert CaseCopy.objects.count() == 0

    def test_a_missing_or_doubled_state_is_named(self, clerk, number):
        settled(clerk, number)
        door.handle(clerk, "settle-fields", number, {"settled": [added("requesting state", "RU")]})
        with pytest.raises(FormError, match="stand beside each other"):
            door.register(clerk, number, TOLD)

    def test_once(self, clerk, number, registered):
        with pytest.raises(FormError, match=registered):
            door.register(clerk, number, TOLD)
        again = door.receive(clerk, "copy.txt", LETTER).number
        assert door.look(clerk, again).cases == (registered,)
        result = door.handle(clerk, "settle-fields", again, {"settled": NEEDED}).result
        assert isinstance(result, Barred)

    def test_the_central_authority_settles_and_does_not_register(self, office, number):
        central = office.accounts[Role.CENTRAL_AUTHORITY]
        settled(central, number)
        outcome = door.register(central, number, TOLD)
        assert isinstance(outcome, cases.Outcome)
        assert isinstance(outcome.result, Barred)

    def test_looking_at_it_then_is_reading_the_case(self, office, number, registered):
        central = office.accounts[Role.CENTRAL_AUTHORITY]
        door.look(central, number)
        last = journal.entries_of(registered)[-1]
        assert (last.act, last.actor) == ("read", central)

    def test_no_case_names_a_document_that_is_not_kept(self, office):
        file = {"title": "x", "request": {"kind": "mla", "requesting_state": "DE", "requested_state": "BE"}}
        with pytest.raises(FormError, match="kept here"):
            office.do(Role.CLERK, "register", "", file=file, documents=["0" * 64])

    def test_copies_made_anew_are_the_same(self, registered):
        assert list(differences()) == []
        rebuild()
        assert list(differences()) == []


class TestWhatARequestLacks:
    def lacks(self, clerk: str, number: int) -> dict[str, str]:
        return {one.what: one.article for one in mailroom.lacks(door.look(clerk, number).mail)}

    def test_nothing_is_said_before_its_kind_is_settled(self, clerk, number):
        assert self.lacks(clerk, number) == {}

    def test_each_item_is_told_with_its_article_until_somebody_has_seen_it(self, clerk, number):
        settled(clerk, number)
        door.handle(clerk, "settle-fields", number, {"settled": [added("treaty", "ETS-030")]})
        before = self.lacks(clerk, number)
        purpose = Content.OBJECT.value
        assert "14" in before[purpose]
        assert Content.AUTHORITY.value not in before, "what was confirmed is there"
        door.handle(clerk, "settle-fields", number, {"seen": [purpose]})
        assert before.keys() - self.lacks(clerk, number).keys() == {purpose}
        door.handle(clerk, "settle-fields", number, {"unseen": [purpose]})
        assert self.lacks(clerk, number) == before

    @pytest.mark.parametrize(("speech", "starts"), [("en", "the text of"), ("fr", "le texte"), ("nl", "de tekst")])
    def test_it_is_told_in_the_language_of_the_page(self, speech, starts):
        with override(speech):
            what, of = mail_rows.in_words(Content.LAW.value)
        assert what.startswith(starts)
        assert of == speech

    def test_words_of_an_unknown_instrument_stay_in_english_and_say_so(self):
        with override("fr"):
            assert mail_rows.in_words("what X-1 asks") == ("what X-1 asks", "en")

    def test_the_case_says_what_was_not_seen(self, clerk, number):
        settled(clerk, number)
        case = cases.look(clerk, registered_from(clerk, number))[0].case
        assert any(e.text.startswith("Not seen in the request: ") for e in case.events)

    def test_nothing_else_can_be_seen(self, clerk, number):
        with pytest.raises(FormError, match="nothing a request must hold"):
            door.handle(clerk, "settle-fields", number, {"seen": ["a nice seal"]})


class TestAskedBefore:
    def before(self, clerk: str, number: int) -> list[tuple[str, str]]:
        letter = door.look(clerk, number)
        return [(one.earlier, one.repeat.value) for one in door.before(clerk, letter).found]

    @pytest.fixture
    def case(self, clerk, number) -> str:
        settled(clerk, number)
        return registered_from(clerk, number)

    def again(self, clerk: str, data: bytes = b"Again. " + LETTER) -> int:
        number = door.receive(clerk, "again.txt", data).number
        settled(clerk, number)
        return number

    def test_nothing_was(self, clerk, number):
        assert self.before(clerk, number) == []

    def test_the_same_is_asked_again(self, clerk, case):
        assert self.before(clerk, self.again(clerk)) == [(case, "same request again")]

    def test_what_is_only_proposed_is_compared_too(self, clerk, case):
        number = door.receive(clerk, "again.txt", b"Again. " + LETTER).number
        assert [earlier for earlier, _ in self.before(clerk, number)] == [case]


class TestAttaching:
    def test_a_later_letter_is_attached_with_what_was_settled_in_it(self, clerk, number):
        settled(clerk, number)
        case = registered_from(clerk, number)
        later = door.receive(clerk, "supplement.txt", b"Supplement. " + LETTER).number
        settled(clerk, later)
        door.attach(clerk, later, case, "supplement of 3 March")
        dossier, _ = cases.look(clerk, case)
        assert [p.id for p in dossier.case.persons] == ["P1", "P2"]
        assert any(e.text == "A document came in: supplement of 3 March" for e in dossier.case.events)
        assert door.look(clerk, later).cases == (case,)
        assert list(differences()) == []

    def test_not_to_a_case_that_is_not_there(self, clerk, number):
        settled(clerk, number)
        with pytest.raises(cases.NoSuchCaseError):
            door.attach(clerk, number, "2026-999999", "supplement")
