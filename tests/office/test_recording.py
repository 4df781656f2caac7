"""The record of a state at the door: a fact is put on it, a reply stands beside it, a later entry replaces it."""

from datetime import timedelta
from typing import Any

import pytest

from rogatory.law.acts import Role
from rogatory.office.errors import FormError, UnknownActError, UnknownObjectError
from rogatory.office.folds.dossier import BARRED, Entry
from rogatory.office.perform import Attempt, Barred, Done
from rogatory.office.streams.recording import put, record_with, recorded
from rogatory.people.mandates import ONLY_FOR_A_CASE, ONLY_FOR_A_REGISTER, Actor, Mandate, state_stream, stream_of
from rogatory.states.record.entries import Entry as Fact
from rogatory.states.record.holding import NOTHING_ON_RECORD, Record
from tests.office.simulator import START, hurdles

TNR, TORTURE = "state.transnational_repression", "state.torture_reports"
FORM: dict[str, Any] = {
    "kind": "report", "on": "2025", "says": "something is reported", "source": "A report", "where": "example.invalid",
    "read_on": "2026-03-01", "check": "verified", "bears": [TNR], "means": ["notices"],
}  # fmt: skip
MAY = (Role.CENTRAL_AUTHORITY, Role.GOVERNMENT)


class Office:
    """The record of one state, and everybody at its door."""

    def __init__(self, state: str = "KZ") -> None:
        self.stream = state_stream(state)
        self.entries: list[Entry] = []
        self.now = START

    @property
    def record(self) -> Record:
        return record_with(NOTHING_ON_RECORD, filter(None, map(recorded, self.entries)))

    def do(self, act: str, entry: str = "", role: Role = Role.CENTRAL_AUTHORITY, **form: Any) -> Done | Barred:
        case = stream_of("x") if role in ONLY_FOR_A_REGISTER else "c-1" if role in ONLY_FOR_A_CASE else ""
        person = "P1" if role in (Role.COUNSEL, Role.PERSON_CONCERNED) else ""
        actor = Actor("somebody", (Mandate("somebody", role, case, START.date(), person),))
        result = put(Attempt(act, entry, self.stream, actor, self.now, form), self.entries, self.record)
        new = result.entry
        self.entries.append(
            Entry(len(self.entries), self.now, self.stream, new.act, new.object, new.actor, dict(new.fields))
        )
        self.now += timedelta(days=1)
        return result

    def fact(self, name: str) -> Fact:
        return next(fact for fact in self.record.entries if fact.id == name)


@pytest.fixture
def office() -> Office:
    made = Office()
    assert isinstance(made.do("enter-on-record", **FORM), Done)
    return made


class TestEntering:
    def test_a_fact_stands_on_record_with_its_source_and_opens_its_questions(self, office):
        (fact,) = office.record.opens("KZ")[TNR]
        assert (fact.id, fact.cited) == ("kz-1", "something is reported (A report, 2025; record kz-1)")
        assert fact.known_on == START.date()

    @pytest.mark.parametrize("role", Role)
    def test_who_may(self, role):
        done = Office().do("enter-on-record", role=role, **FORM)
        assert isinstance(done, Done) if role in MAY else hurdles(done) == {"role"}

    @pytest.mark.parametrize(
        ("wrong", "field"),
        [
            ({"kind": "own experience"}, "kind"),
            ({"kind": "rumour"}, "kind"),
            ({"says": ""}, "says"),
            ({"says": "x" * 2001}, "says"),
            ({"on": "lately"}, "entry"),
            ({"bears": []}, "entry"),
            ({"bears": ["person.opposition"]}, "entry"),
            ({"bears": "state.torture_reports"}, "bears"),
            ({"means": ["magic"]}, "entry"),
            ({"host": "Belgium"}, "entry"),
            ({"read_on": "2026-03-09"}, "read_on"),
            ({"read_on": "soon"}, "read_on"),
            ({"check": "perhaps"}, "check"),
            ({"expires": "2026-01-01"}, "expires"),
        ],
    )
    def test_what_cannot_be_cited_is_not_taken(self, wrong, field):
        with pytest.raises(FormError) as caught:
            Office().do("enter-on-record", **{**FORM, **wrong})
        assert caught.value.field == field

    @pytest.mark.parametrize(("act", "entry"), [("enter-on-record", "kz-1"), ("replace-on-record", "kz-9"),
                                                ("answer-on-record", "")])  # fmt: skip
    def test_each_act_is_done_to_its_own(self, office, act, entry):
        with pytest.raises(UnknownObjectError):
            office.do(act, entry, **FORM)

    def test_nor_is_there_any_state_or_act(self, office):
        with pytest.raises(UnknownObjectError):
            Office("XQ").do("enter-on-record", **FORM)
        with pytest.raises(UnknownActError):
            office.do("grant", **FORM)


class TestAnswering:
    def test_the_reply_of_the_state_stands_beside_and_the_fact_opens_what_it_opened(self, office):
        office.do("answer-on-record", "kz-1", reply="It denies it.", source="Note verbale", on="2026-03-02")
        office.do("answer-on-record", "kz-1", reply="It denies it again.", source="A letter", on="2026-03-03")
        fact = office.fact("kz-1")
        assert fact.reply == "It denies it. (Note verbale, 2026-03-02); It denies it again. (A letter, 2026-03-03)"
        assert list(office.record.opens("KZ")) == [TNR]

    def test_a_reply_still_to_come_is_none(self, office):
        with pytest.raises(FormError, match="still to come"):
            office.do("answer-on-record", "kz-1", reply="It will deny it.", source="A letter", on="2027-01-01")


class TestReplacing:
    def test_a_later_entry_stands_in_its_place_and_both_can_be_read(self, office):
        told = {**FORM, "says": "more is reported", "bears": [TNR, TORTURE], "reasons": "a second report"}
        office.do("replace-on-record", "kz-1", **told)
        assert [e.id for e in office.record.of("KZ")] == ["kz-2"]
        assert office.fact("kz-1").says == "something is reported"
        assert (office.fact("kz-2").replaces, office.fact("kz-2").reasons) == ("kz-1", "a second report")
        assert set(office.record.opens("KZ")) == {TNR, TORTURE}

    def test_renewing_is_looking_again_and_the_fact_keeps_its_day(self, office):
        first = office.fact("kz-1").known_on
        office.do("replace-on-record", "kz-1", **{**FORM, "read_on": "2026-03-03", "reasons": "it still stands"})
        assert office.record.first_read(office.fact("kz-2")) == first
        assert office.fact("kz-2").renew_on > office.fact("kz-1").renew_on

    def test_what_was_wrong_stands_no_more(self, office):
        office.do("replace-on-record", "kz-1", **{**FORM, "withdrawn": True, "reasons": "the source was withdrawn"})
        assert office.record.opens("KZ") == {}
        assert office.fact("kz-2").withdrawn == "the source was withdrawn"

    def test_without_reasons_it_is_barred_and_the_attempt_recorded(self, office):
        assert hurdles(office.do("replace-on-record", "kz-1", **FORM)) == {"reasons"}
        assert (office.entries[-1].act, office.entries[-1].object) == (BARRED, "kz-1")
        assert [e.id for e in office.record.of("KZ")] == ["kz-1"]

    def test_no_name_is_used_twice(self, office):
        office.do("replace-on-record", "kz-1", **{**FORM, "withdrawn": True, "reasons": "wrong"})
        office.do("enter-on-record", **FORM)
        assert [e.id for e in office.record.entries] == ["kz-1", "kz-2", "kz-3"]
