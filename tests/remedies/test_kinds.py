"""The table of remedies: complete, sourced, and honest about what only policy closes."""

import pytest

from rogatory.law.acts import ACTS, KINDS, ON_WHAT_WAS_SEIZED
from rogatory.law.sources import Basis
from rogatory.remedies.kinds import IRREVERSIBLE, REMEDIES, WITHOUT_A_NAME, Capacity, open_in

KINDS_OF_REMEDY = list(REMEDIES.values())


@pytest.mark.parametrize("kind", KINDS_OF_REMEDY, ids=[k.id for k in KINDS_OF_REMEDY])
class TestEachKind:
    def test_is_called_something_in_four_languages(self, kind):
        assert set(kind.says) == {"en", "fr", "nl", "ru"}
        assert all(kind.says.values())

    def test_closes_acts_of_the_table_and_says_why(self, kind):
        for closing in kind.closes:
            assert closing.acts
            assert all(act is {**ACTS, **ON_WHAT_WAS_SEIZED}[act.id] for act in closing.acts)
            assert str(closing.source)

    def test_what_no_text_stops_says_that_it_is_policy(self, kind):
        for closing in kind.closes:
            said = str(closing.source).startswith("Policy of this system")
            assert said == (closing.basis is Basis.POLICY)

    def test_can_be_lodged_by_somebody_for_some_request(self, kind):
        assert kind.capacities
        assert set(kind.kinds) <= set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("requested", ["BE", "FR", "INTERPOL"])
class TestEveryRequest:
    def test_has_a_remedy_for_the_person(self, kind, requested):
        assert any(Capacity.PERSON in remedy.capacities for remedy in open_in(kind, requested))

    def test_of_which_one_holds_what_cannot_be_undone(self, kind, requested):
        held = {act for remedy in open_in(kind, requested) for act in remedy.closed}
        assert {act.id for act in IRREVERSIBLE} <= held


class TestWhatIsWhere:
    def test_belgian_remedies_are_for_belgium(self):
        assert "lifting" in {r.id for r in open_in("mla", "BE")}
        assert "lifting" not in {r.id for r in open_in("mla", "FR")}

    def test_the_directive_itself_stops_transmission(self):
        (by_law,) = [c for c in REMEDIES["eio-challenge"].closes if c.basis is Basis.TEXT]
        assert [a.id for a in by_law.acts] == ["transmit"]
        assert "13(2)" in str(by_law.source)

    def test_a_remedy_without_a_name_is_taken_and_holds(self):
        assert WITHOUT_A_NAME.open_in("mla", "FR")
        assert WITHOUT_A_NAME.closed >= {a.id for a in IRREVERSIBLE}

    @pytest.mark.parametrize("kind", ["lifting", "regularity", "eio-challenge", "challenge", "appeal", "cassation"])
    def test_what_is_against_the_seizure_keeps_its_seal_closed(self, kind):
        assert "open-seal" in REMEDIES[kind].closed

    @pytest.mark.parametrize("kind", ["file-access", "data-protection", "strasbourg", "third-party-opposition"])
    def test_what_is_against_something_else_does_not(self, kind):
        assert "open-seal" not in REMEDIES[kind].closed

    def test_what_somebody_claims_is_given_to_nobody_else_meanwhile(self):
        assert [k.id for k in KINDS_OF_REMEDY if "return-material" in k.closed] == ["third-party-opposition"]

    def test_a_data_protection_complaint_keeps_the_data_and_does_not_stop_a_surrender(self):
        assert REMEDIES["data-protection"].closed == {"transmit", "open-file"}
