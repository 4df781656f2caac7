"""The mailroom: what came in is kept as it came, nothing of it is taken over without a named human, and it becomes a
case.
"""

import hashlib
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from rogatory.extraction import reading as extraction
from rogatory.law.acts import Role
from rogatory.office.errors import FormError
from rogatory.office.perform import Barred, Done
from rogatory.office.streams.mailroom import mark_of
from rogatory.received.pages import Part
from rogatory.registry.cases import journal
from rogatory.registry.jobs.worker import Worker
from rogatory.registry.ledger import originals
from rogatory.registry.ledger.models import Original
from rogatory.registry.mailroom import door, reading
from rogatory.registry.mailroom.models import Received
from tests.registry.letters import (
    LETTER,
    NEEDED,
    STRANGERS,
    TOLD,
    added,
    entries,
    row,
    settled,
    whole,
)

pytestmark = pytest.mark.django_db


class TestReceiving:
    def test_the_original_is_kept_untouched_and_the_journal_names_it_by_digest_alone(self, clerk):
        kept = door.receive(clerk, "../../letter\x07.txt", LETTER)
        (entry,) = entries(kept.number)
        assert entry.fields == {
            "role": "registry clerk",
            "digest": hashlib.sha256(LETTER).hexdigest(),
            "size": len(LETTER),
        }
        assert originals.bytes_of(entry.fields["digest"]) == LETTER
        assert door.look(clerk, kept.number).row.name == "letter.txt"

    def test_it_is_kept_before_anything_is_read_in_it(self, clerk, monkeypatch):
        def breaks(*_: object) -> None:
            raise ZeroDivisionError

        monkeypatch.setattr(extraction, "read", breaks)
        door.receive(clerk, "letter.txt", LETTER)
        row_ = Received.objects.get()
        assert row_.state == "waiting"
        assert originals.bytes_of(row_.digest) == LETTER
        assert [e.act for e in entries(row_.pk)] == ["receive"]

    @pytest.mark.parametrize("change", [{"data": b"other"}, {"size": 1}])
    def test_no_original_is_changed(self, number, change):
        with pytest.raises(DatabaseError), transaction.atomic():
            Original.objects.update(**change)

    def test_nor_deleted(self, number):
        with pytest.raises(DatabaseError), transaction.atomic():
            Original.objects.all().delete()
        assert Original.objects.count() == 1

    def test_the_same_bytes_are_kept_once_and_told(self, clerk, number):
        again = door.receive(clerk, "copy.txt", LETTER).number
        assert Original.objects.count() == 1
        assert door.look(clerk, again).same == (number,)

    def test_the_central_authority_receives_too(self, office):
        assert isinstance(door.receive(office.accounts[Role.CENTRAL_AUTHORITY], "a", LETTER).result, Done)

    @pytest.mark.parametrize("role", [role for role in STRANGERS if role is not Role.STANDING_QUERY])
    def test_nobody_else_does_and_the_attempt_is_recorded(self, office, role):
        kept = door.receive(office.accounts[role], "letter.txt", LETTER)
        assert isinstance(kept.result, Barred)
        assert (Original.objects.count(), Received.objects.count()) == (0, 0)
        assert journal.entries_of("")[-1].act == "attempt-barred"

    def test_nothing_empty_and_nothing_too_large(self, clerk, settings):
        settings.MOST_BYTES = 10
        for data in (b"", b"12345678901"):
            with pytest.raises(FormError):
                door.receive(clerk, "letter.txt", data)
        assert Received.objects.count() == 0


class TestReading:
    def test_a_small_letter_is_read_at_once(self, clerk, number):
        assert door.look(clerk, number).row.state == "read"
        assert "TESTBAYEV" in whole(clerk, number).pages[0].text

    def test_a_large_one_by_the_worker(self, clerk, monkeypatch):
        monkeypatch.setattr(reading, "AT_ONCE", 10)
        number = door.receive(clerk, "letter.txt", LETTER).number
        assert door.look(clerk, number).part is None
        Worker().once()
        assert door.look(clerk, number).row.state == "read"

    def test_one_that_cannot_be_read_ends_in_a_state_with_a_name_and_a_human_must_look(self, clerk):
        number = door.receive(clerk, "letter.pdf", b"%PDF-1.7 and then nothing").number
        assert not whole(clerk, number).state.whole
        door.handle(clerk, "settle-fields", number, {"settled": NEEDED})
        assert door.look(clerk, number).obstacles[0].text.startswith("nobody has looked at")
        assert isinstance(door.register(clerk, number, TOLD), tuple)
        door.handle(clerk, "settle-fields", number, {"looked": [whole(clerk, number).digest]})
        assert door.look(clerk, number).obstacles == []

    def test_reading_that_fails_again_and_again_is_given_up_and_a_human_looks_until_somebody_asks(
        self, clerk, number, monkeypatch
    ):
        def breaks(*_: object) -> None:
            raise ZeroDivisionError

        monkeypatch.setattr(extraction, "read", breaks)
        door.handle(clerk, "read-again", number)
        for _ in range(reading.MOST_TRIES):
            assert door.read(number) is False
        assert Received.objects.get().state == "failed"
        assert whole(clerk, number).state.value == "crashed"
        assert "nobody has looked at" in door.look(clerk, number).obstacles[0].text
        monkeypatch.undo()
        door.handle(clerk, "read-again", number)
        assert door.look(clerk, number).row.state == "read"

    def test_reading_whose_worker_was_killed_is_begun_again_and_not_before(self, clerk, number):
        Received.objects.update(state="reading", began_at=timezone.now())
        assert door.read(number) is False
        Received.objects.update(began_at=timezone.now() - reading.LEASE)
        assert door.read(number) is True

    def test_one_that_fails_keeps_none_waiting(self, clerk, monkeypatch):
        monkeypatch.setattr(reading, "AT_ONCE", 0)
        numbers = [door.receive(clerk, f"{n}.txt", data).number for n, data in enumerate((b"poison", LETTER))]
        read = extraction.read

        def breaks(name: str, data: bytes, *rest: Any) -> Part:
            if data == b"poison":
                raise ZeroDivisionError
            return read(name, data, *rest)

        monkeypatch.setattr(extraction, "read", breaks)
        Worker().once()
        assert [door.look(clerk, n).row.state for n in numbers] == ["waiting", "read"]

    def test_what_was_settled_stays_settled_when_it_is_read_again(self, clerk, number):
        settled(clerk, number)
        before = door.look(clerk, number)
        door.handle(clerk, "read-again", number)
        after = door.look(clerk, number)
        assert after.mail.settled == before.mail.settled
        assert after.row.unsettled == 0


class TestSettling:
    def test_what_is_settled_names_who_and_holds_the_words_and_their_place(self, clerk, number):
        first = door.look(clerk, number).proposed[0]
        door.handle(clerk, "settle-fields", number, {"settled": [row("confirmed", mark=mark_of(first))]})
        one = door.look(clerk, number).mail.settled[mark_of(first)]
        assert (one.by, one.value, one.raw, one.page) == (clerk, first.value, first.raw, first.place.page)

    def test_the_last_word_counts(self, clerk, number):
        mark = mark_of(door.look(clerk, number).proposed[0])
        for how in (row("confirmed", mark=mark), row("turned-down", mark=mark)):
            door.handle(clerk, "settle-fields", number, {"settled": [how]})
        assert not door.look(clerk, number).mail.settled[mark].how.counts

    @pytest.mark.parametrize(
        "wrong",
        [
            added("requesting state", "Kazakhstan"),
            added("date of birth", "5.5.75", "1"),
            added("date of birth", "1975-05-05"),
            added("measure asked for", "a search"),
            added("colour", "red"),
            added("person", "", "1"),
            row("confirmed", mark="nothing"),
            row("approved", mark="nothing"),
            {**added("requesting state", "KZ"), "page": -1},
        ],
        ids=lambda told: "-".join(map(str, told.values())),
    )
    def test_what_cannot_be_taken_names_its_place_and_the_mend(self, clerk, number, wrong):
        with pytest.raises(FormError) as refused:
            door.handle(clerk, "settle-fields", number, {"settled": [*NEEDED, wrong]})
        assert refused.value.field.startswith(f"settled[{len(NEEDED)}]")
        assert refused.value.mend
        assert [e.act for e in entries(number)] == ["receive"]

    @pytest.mark.parametrize("role", STRANGERS)
    def test_nobody_else_settles_anything(self, office, number, role):
        with pytest.raises(door.NoSuchMailError):
            door.handle(office.accounts[role], "settle-fields", number, {"settled": NEEDED})
        assert entries(number)[-1].act == "attempt-barred"

    @pytest.mark.parametrize("role", STRANGERS)
    def test_nobody_else_sees_that_it_is_there(self, office, number, role):
        account = office.accounts[role]
        for look in (door.look, door.original):
            with pytest.raises(door.NoSuchMailError):
                look(account, number)
        with pytest.raises(door.NoSuchMailError):
            door.letters(account)

    def test_a_mandate_for_one_case_opens_no_mail(self, office, number):
        account = office.accounts[Role.LIAISON]
        case = office.register()
        told = {"account": account, "role": Role.CLERK.value, "since": "2026-01-01"}
        office.do(Role.CLERK, "give-mandate", case, mandate=told)
        with pytest.raises(door.NoSuchMailError):
            door.look(account, number)

    def test_put_away_with_reasons_and_not_without(self, clerk, number):
        assert isinstance(door.handle(clerk, "put-away", number, {}).result, Barred)
        assert isinstance(door.handle(clerk, "put-away", number, {"reasons": "advertising"}).result, Done)
        assert list(door.letters(clerk)) == []
        assert len(door.letters(clerk, waiting=False)) == 1
