"""A state's record: what stands on it, which questions it opens, and when somebody looks at it again."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from rogatory.law.sources import Check
from rogatory.states.record.entries import RENEWED_AFTER, Entry, Kind, Means, Method, RecordError
from rogatory.states.record.holding import Record, packaged_record, weighed

READ = date(2026, 3, 2)
TNR, TORTURE = "state.transnational_repression", "state.torture_reports"
FACT = Entry(
    "x-1", "KZ", Kind.REPORT, "2025", "something is reported", "A report, 2025", "example.invalid", READ,
    Check.VERIFIED, (TNR,), frozenset({Means.NOTICES}),
)  # fmt: skip


def fact(ident, **changed):
    return replace(FACT, id=ident, **changed)


class TestEntries:
    @pytest.mark.parametrize(
        ("changed", "why"),
        [
            ({"says": " "}, "say says"),
            ({"source": ""}, "say source"),
            ({"state": "KAZ"}, "no code of two capital letters"),
            ({"host": "be"}, "no code of two capital letters"),
            ({"on": "last year"}, "write YYYY, YYYY-MM or YYYY-MM-DD"),
            ({"bears": ()}, "opens none is no entry"),
        ],
    )
    def test_what_cannot_be_cited_is_no_entry(self, changed, why):
        with pytest.raises(RecordError, match=why):
            fact("x", **changed)

    def test_every_means_is_one_of_the_four_methods_of_the_resolution(self):
        assert {means.method for means in Means} == set(Method)

    @pytest.mark.parametrize("kind", Kind)
    def test_each_kind_is_looked_at_again_in_its_time(self, kind):
        one = fact("x", kind=kind)
        last = READ + timedelta(days=RENEWED_AFTER[kind])
        assert (one.is_due(last - timedelta(days=1)), one.is_due(last)) == (False, True)

    def test_or_in_a_time_of_its_own(self):
        one = fact("x", expires=READ + timedelta(days=30))
        assert (one.is_due(READ + timedelta(days=29)), one.is_due(READ + timedelta(days=30))) == (False, True)


class TestTheRecord:
    def test_what_stands_opens_its_questions_the_newest_first(self):
        record = Record((fact("old", on="2023"), fact("new", bears=(TNR, TORTURE)), fact("other", state="BY")))
        opened = record.opens("KZ")
        assert [e.id for e in opened[TNR]] == ["new", "old"]
        assert [e.id for e in opened[TORTURE]] == ["new"]

    def test_a_state_with_nothing_on_record_opens_nothing_and_is_not_cleared_by_that(self):
        assert Record((FACT,)).opens("FR") == {}

    def test_it_is_taken_as_it_was_known_on_a_day(self):
        later = fact("later", bears=(TORTURE,), entered=READ + timedelta(days=5))
        record = Record((FACT, later))
        assert list(record.known(READ - timedelta(days=1)).opens("KZ")) == []
        assert list(record.known(READ + timedelta(days=4)).opens("KZ")) == [TNR]
        assert list(record.known(READ + timedelta(days=5)).opens("KZ")) == [TORTURE, TNR]

    def test_an_entry_is_replaced_and_both_can_be_read(self):
        record = Record((FACT,)).with_entries([fact("x-2", replaces="x-1", says="it was otherwise")])
        assert [e.id for e in record.of("KZ")] == ["x-2"]
        assert [e.id for e in record.entries] == ["x-1", "x-2"]

    def test_what_was_withdrawn_opens_nothing(self):
        taken_back = fact("x-2", replaces="x-1", withdrawn="the report was taken back by its makers")
        assert Record((FACT, taken_back)).opens("KZ") == {}

    def test_what_is_overdue_still_opens_its_question_and_says_so(self):
        later = READ + timedelta(days=RENEWED_AFTER[Kind.REPORT])
        record = Record((FACT,))
        assert record.due(later) == (FACT,)
        assert weighed(record.opens("KZ"), later)[TNR].endswith("record x-1), to be renewed")
        assert weighed(record.opens("KZ"), READ)[TNR] == FACT.cited

    def test_what_it_is_done_by_is_told_for_each_means_even_where_there_is_none(self):
        told = Record((FACT,)).by_means("KZ")
        assert told.keys() == set(Means)
        assert [e.id for e in told[Means.NOTICES]] == ["x-1"]

    @pytest.mark.parametrize(
        ("more", "why"),
        [
            (FACT, "stands twice"),
            (fact("x-2", replaces="x-9"), "no earlier entry x-9 of KZ"),
            (fact("x-2", replaces="x-1", state="BY"), "no earlier entry x-1 of BY"),
            (fact("x-2", bears=("person.refugee_status",)), "is no question about a state"),
        ],
    )
    def test_entries_that_do_not_fit_together_are_refused(self, more, why):
        with pytest.raises(RecordError, match=why):
            Record((FACT, more))


class TestWhatComesWithTheProgram:
    def test_every_entry_says_where_it_was_read_and_none_claims_more_than_was_read(self):
        record = packaged_record()
        assert len(record.standing) == len(record.entries) > 0
        assert {entry.check for entry in record.entries} <= {Check.PARTLY, Check.VERIFIED}
        assert all(entry.where and entry.read_on <= date(2026, 12, 31) for entry in record.entries)

    def test_the_state_of_the_founding_case_is_on_it(self):
        assert TNR in packaged_record().opens("KZ")
