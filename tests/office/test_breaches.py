"""Breach and reparation, done at the door: what is found, what follows, what is held, and what is owed and paid."""

from datetime import date, timedelta
from typing import Any

import pytest

from rogatory.aftermath.breaches import HELD, Standing, for_the_record
from rogatory.aftermath.following import State, Step
from rogatory.aftermath.reparation import Stage, total
from rogatory.law.acts import ACTS, Role
from rogatory.office.against.held import holds
from rogatory.office.errors import FormError, UnknownObjectError
from rogatory.office.folds.aftermath import aftermath_of, following
from rogatory.office.folds.owed import owed
from rogatory.office.perform import Barred, Done
from rogatory.office.seen.portion import portion
from rogatory.people.mandates import Mandate
from tests.office.simulator import PROOF, Office, hurdles, simple_file

FOUND: dict[str, Any] = {
    "kind": "unlawful-disclosure",
    "whose": "own-authority",
    "of": "entry-0",
    "text": "The file was opened to the requesting state while an appeal ran.",
    "happened": "2026-02-01",
    "known": "2026-03-01",
    "evidence": ["0"],
    "gone": ["a copy of the file"],
    "reasons": "The appeal suspended it.",
}
OWED: dict[str, Any] = {"kind": "compensation", "ground": "ECHR Art. 41", "text": "Non-pecuniary damage"}
ORDERED: dict[str, Any] = {
    **OWED,
    "amount": "5000",
    "currency": "EUR",
    "on": "2026-03-02",
    "until": "2026-06-30",
    "ordered-by": "Court of first instance",
    "decision": "12/2026, 2 March 2026",
    "performs": "Federal Public Service Justice",
    "rate": "5",
    "period": "year-365",
    "interest-since": "2026-03-02",
    "interest-source": "the judgment",
}
COURT, MINISTRY, GOVERNMENT = Role.COURT, Role.CENTRAL_AUTHORITY, Role.GOVERNMENT


@pytest.fixture
def office(law):
    made = Office(law)
    file = simple_file()
    file["persons"].append({"id": "P2", "name": "C. D."})
    assert isinstance(made.register(file), Done)
    return made


@pytest.fixture
def breached(office):
    assert isinstance(office.do(COURT, "find-breach", persons=["P1"], **FOUND), Done)
    return office


def breach(office, name="breach-1"):
    return aftermath_of(office.dossier).breaches[name]


def reparation(office):
    return next(iter(aftermath_of(office.dossier).reparations.values()))


def states(office, on=None):
    on = on or office.now.date()
    return {f.rule.step: f.state(on) for f in following(office.dossier, breach(office), on)}


class TestFound:
    def test_the_entry_says_what_whose_when_and_on_what_it_rests(self, breached):
        found = breach(breached)
        assert (found.standing, found.of, found.evidence, found.persons) == (Standing.FOUND, "entry-0", (0,), ("P1",))
        assert (found.happened, found.known) == (date(2026, 2, 1), date(2026, 3, 1))
        assert found.by == "court court-1"

    def test_a_human_says_why(self, office):
        assert hurdles(office.do(COURT, "find-breach", **{**FOUND, "reasons": ""})) == {"reasons"}

    @pytest.mark.parametrize(
        ("more", "problem"),
        [
            ({"kind": "theft"}, "is none"),
            ({"kind": "use-beyond-limits"}, "is never that of the own-authority"),
            ({"kind": "act-while-held", "whose": "requesting-state"}, "is never that of the requesting-state"),
            ({"of": "undertaking-9"}, "is nothing of this case"),
            ({"of": ""}, "it is missing"),
            ({"text": " "}, "it is missing"),
            ({"happened": "soon"}, "is no day"),
            ({"happened": "2099-01-01"}, "has not come yet"),
            ({"known": "2026-01-01"}, "before 2026-02-01"),
            ({"evidence": []}, "nothing shows it yet"),
            ({"evidence": ["99"]}, "no entry '99'"),
            ({"persons": ["P9"]}, "no person 'P9'"),
        ],
    )
    def test_what_is_no_breach_says_why(self, office, more, problem):
        with pytest.raises(FormError, match=problem):
            office.do(COURT, "find-breach", **{**FOUND, **more})

    @pytest.mark.parametrize(
        ("kind", "whose", "questions"),
        [
            ("unlawful-disclosure", "own-authority", {"reparation.harm_established"}),
            ("use-beyond-limits", "requesting-state", {"reparation.harm_established", "aftermath.use_beyond_limits"}),
            ("broken-assurance", "requesting-state", {"reparation.harm_established", "state.breaks_its_assurances"}),
        ],
    )
    def test_it_answers_the_questions_the_law_asks(self, office, kind, whose, questions):
        before = {f.question for f in office.dossier.case.findings}
        assert isinstance(office.do(COURT, "find-breach", **{**FOUND, "kind": kind, "whose": whose}), Done)
        assert {f.question for f in office.dossier.case.findings} - before == questions

    def test_the_record_of_the_state_takes_in_what_the_state_did_and_nothing_else(self, breached):
        assert for_the_record("DE", "case-1", aftermath_of(breached.dossier).breaches) == ()
        breached.do(COURT, "find-breach", **{**FOUND, "kind": "broken-assurance", "whose": "requesting-state"})
        (told,) = for_the_record("DE", "case-1", aftermath_of(breached.dossier).breaches)
        assert (told.breach, told.entry, told.closed) == ("breach-2", 2, None)


class TestAlleged:
    def test_counsel_alleges_one_and_somebody_must_answer(self, office):
        assert isinstance(office.do(Role.COUNSEL, "submit", "P1", kind="breach", text="They passed it on."), Done)
        found = breach(office)
        assert (found.standing, found.persons, found.text) == (Standing.ALLEGED, ("P1",), "They passed it on.")
        assert not list(holds("grant", office.dossier, office.now.date())), "what is only alleged holds nothing"
        assert "breach-1" in str(office.do(MINISTRY, "close"))
        assert hurdles(office.do(MINISTRY, "close-breach", "breach-1")) == {"reasons"}
        assert isinstance(office.do(MINISTRY, "close-breach", "breach-1", reasons="Nothing left the office."), Done)
        assert breach(office).standing is Standing.NOT_FOUND
        assert [n.person for n in owed(office.dossier, office.now.date()) if n.act == "close-breach"] == ["P1"]

    def test_what_was_alleged_is_found_under_the_same_name(self, office):
        office.do(Role.COUNSEL, "submit", "P1", kind="breach", text="They passed it on.")
        assert isinstance(office.do(COURT, "find-breach", "breach-1", persons=["P1"], **FOUND), Done)
        assert (breach(office).alleged, breach(office).found) == (1, 2)
        assert breach(office).standing is Standing.FOUND

    def test_another_person_concerned_learns_nothing_of_it(self, breached):
        def seen(person):
            held = [Mandate(f"counsel-{person}", Role.COUNSEL, "case-1", date(2026, 1, 1), person)]
            told = portion(breached.dossier, held)
            return aftermath_of(breached.dossier, told.entries).breaches, {f.question for f in told.case.findings}

        assert set(seen("P1")[0]) == {"breach-1"}
        assert "reparation.harm_established" in seen("P1")[1]
        assert seen("P2")[0] == {}
        assert "reparation.harm_established" not in seen("P2")[1]


class TestHolds:
    def test_nothing_more_is_done_for_that_state_until_it_is_closed(self, breached):
        on = breached.now.date()
        held = {act for act in ACTS if any(h.of == "breach-1" for h in holds(act, breached.dossier, on))}
        assert held == set(HELD)
        assert {"grant", "transmit", "surrender", "open-file"} <= held
        assert not held & {"refuse", "consult", "notify", "return-item", "repair"}

    def test_no_departure_lifts_it(self, breached):
        assert "hold" in hurdles(breached.do(Role.PROSECUTOR, "grant", "interview", reasons="They insist."))


class TestFollows:
    def test_what_follows_has_a_last_day_from_when_it_was_known(self, breached):
        assert states(breached) == dict.fromkeys(Step, State.OPEN)
        late = states(breached, date(2027, 1, 1))
        assert late.pop(Step.ANSWER) is State.OPEN, "nothing was demanded, so no answer is late"
        assert set(late.values()) == {State.OVERDUE}

    def test_the_person_and_the_court_are_told_before_it_is_closed_whatever_reasons_are_given(self, breached):
        barred = breached.do(COURT, "close-breach", "breach-1", reasons="It is old.")
        assert isinstance(barred, Barred)
        assert [(o.hurdle.value, o.text.split(" has")[0]) for o in barred.obstacles] == [
            ("notice", "P1"), ("notice", "the court")]  # fmt: skip

    def test_the_authorities_themselves_do_not_close_their_own(self, breached):
        assert "role" in hurdles(breached.do(MINISTRY, "close-breach", "breach-1", reasons="It is old."))

    def test_a_breach_that_is_closed_is_closed_once(self, office):
        office.do(Role.COUNSEL, "submit", "P1", kind="breach", text="They passed it on.")
        office.do(COURT, "close-breach", "breach-1", reasons="No.")
        with pytest.raises(UnknownObjectError):
            office.do(COURT, "close-breach", "breach-1", reasons="No.")

    def test_a_demand_is_a_letter(self, breached):
        with pytest.raises(FormError, match="it is missing"):
            breached.do(MINISTRY, "demand-return", "breach-1")


class TestReparation:
    def test_owed_ordered_and_performed_in_two_parts(self, breached):
        assert isinstance(
            breached.do(GOVERNMENT, "order-reparation", "P1", step="owed", breach="breach-1", **OWED), Done
        )
        assert reparation(breached).stage(breached.now.date()) is Stage.OWED
        assert isinstance(breached.do(COURT, "order-reparation", "P1", of="reparation-2", **ORDERED), Done)
        assert states(breached)[Step.REPARATION] is State.DONE
        breached.do(Role.CLERK, "attach", text="a receipt of the bank", documents=[PROOF])
        paid = {"of": "reparation-2", "proof": PROOF, "currency": "EUR", "text": "a transfer"}
        assert isinstance(breached.do(GOVERNMENT, "repair", "P1", amount="2000", **paid), Done)
        today = breached.now.date()
        assert str(reparation(breached).balance(today).owed) == "3000.00 EUR"
        assert reparation(breached).stage(today) is Stage.PARTLY
        breached.now += timedelta(days=73)
        due = reparation(breached).balance(breached.now.date()).owed
        assert str(due) == "3030.00 EUR"
        with pytest.raises(FormError, match=r"more than the 3030\.00 EUR owed"):
            breached.do(GOVERNMENT, "repair", "P1", amount="3030.01", **paid)
        assert isinstance(breached.do(GOVERNMENT, "repair", "P1", amount=str(due.amount), **paid), Done)
        assert reparation(breached).stage(date(2027, 1, 1)) is Stage.PERFORMED
        with pytest.raises(FormError, match="performed already"):
            breached.do(GOVERNMENT, "repair", "P1", amount="1", **paid)
        sums = total([reparation(breached)], breached.now.date()).sums["EUR"]
        told = [str(s) for s in (sums.owed, sums.ordered, sums.performed, sums.left)]
        assert told == ["5000.00 EUR", "5000.00 EUR", "5030.00 EUR", "0.00 EUR"]

    def test_an_apology_is_performed_as_a_whole(self, office):
        order = {k: v for k, v in ORDERED.items() if k not in ("amount", "currency", "rate")}
        order |= {"kind": "satisfaction", "text": "An apology in writing"}
        assert isinstance(office.do(COURT, "order-reparation", "P1", **order), Done)
        office.do(Role.CLERK, "attach", text="the letter", documents=[PROOF])
        made = {"of": "reparation-1", "proof": PROOF, "text": "The minister wrote."}
        office.do(GOVERNMENT, "repair", "P1", **made)
        assert reparation(office).stage(office.now.date()) is Stage.PARTLY
        assert reparation(office).overdue(date(2026, 7, 1))
        office.do(GOVERNMENT, "repair", "P1", whole="yes", **made)
        assert reparation(office).stage(office.now.date()) is Stage.PERFORMED
        assert not reparation(office).overdue(date(2026, 7, 1))

    @pytest.mark.parametrize(
        ("more", "problem"),
        [
            ({"kind": "money"}, "is none"),
            ({"amount": ""}, "ordered in money|is no amount"),
            ({"amount": "5,000"}, "is no amount"),
            ({"currency": "EURO"}, "is no currency"),
            ({"rate": "five"}, "is no rate"),
            ({"period": "moon"}, "is none"),
            ({"interest-since": ""}, "it is missing"),
            ({"interest-source": ""}, "it is missing"),
            ({"until": "2026-03-01"}, "is before"),
            ({"on": "2099-01-01"}, "has not come yet"),
            ({"performs": ""}, "it is missing"),
            ({"decision": ""}, "it is missing"),
            ({"ground": ""}, "it is missing"),
            ({"breach": "breach-9"}, "wrongs nobody"),
            ({"of": "reparation-9"}, "is not owed"),
        ],
    )
    def test_what_is_no_order_says_why(self, office, more, problem):
        with pytest.raises(FormError, match=problem):
            office.do(COURT, "order-reparation", "P1", **{**ORDERED, **more})

    @pytest.mark.parametrize(
        ("more", "problem"),
        [
            ({"of": ""}, "it is missing"),
            ({"of": "reparation-9"}, "is not owed"),
            ({"proof": ""}, "it is missing"),
            ({"proof": "0" * 64}, "keeps no document"),
            ({"amount": "", "currency": ""}, "it is missing"),
            ({"currency": "USD"}, "owed in EUR"),
            ({"text": ""}, "it is missing"),
        ],
    )
    def test_what_is_no_performance_says_why(self, office, more, problem):
        office.do(COURT, "order-reparation", "P1", **ORDERED)
        office.do(Role.CLERK, "attach", text="a receipt", documents=[PROOF])
        told = {"of": "reparation-1", "proof": PROOF, "amount": "1", "currency": "EUR", "text": "a transfer"}
        with pytest.raises(FormError, match=problem):
            office.do(GOVERNMENT, "repair", "P1", **{**told, **more})

    def test_what_a_court_ordered_a_court_changes(self, office):
        office.do(COURT, "order-reparation", "P1", **ORDERED)
        change = {**ORDERED, "of": "reparation-1", "amount": "1"}
        assert hurdles(office.do(GOVERNMENT, "order-reparation", "P1", **change)) == {"role"}
        assert isinstance(office.do(COURT, "order-reparation", "P1", **{**change, "amount": "9000"}), Done)
        assert str(reparation(office).ordered) == "9000.00 EUR"

    def test_where_nothing_is_owed_repairing_stays_what_it_was(self, office):
        assert isinstance(office.do(GOVERNMENT, "repair", "P1"), Done)
