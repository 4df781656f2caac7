"""Tables of others as proposals for a state's record: what is proposed, what is not, and what a person must look at.

Every row is invented, in the shape of the real thing.
"""

import json
from datetime import date

import pytest

from rogatory.states.indices.reading import Edition, IndexDataError
from rogatory.states.record.decisions import read_decisions
from rogatory.states.record.entries import Means, RecordError
from rogatory.states.record.incidents import read_incidents
from rogatory.states.record.listed import read_listed
from rogatory.states.record.proposed import TNR, TORTURE, UNFAIR, UNHEARD

READ = date(2026, 11, 23)
EDITION = Edition("invented", "2099", READ, "invented")
HEAD = (
    "incident_id,year,month,origin_country,host_country,incident_type,co_opted_institution,mass_event,persons_count,"
    "terrorism_label,outcome,source_publisher,source_url,source_date,invented\n"
)


def incidents(*rows):
    return read_incidents((HEAD + "".join(f"{row}\n" for row in rows)).encode(), EDITION)


class TestIncidents:
    def test_each_row_is_proposed_with_its_means_its_host_and_its_source(self):
        found = incidents(
            "inv-1,2099,5,KZ,BE,detention,interpol_notice,0,1,1,released,Invented publisher,example.invalid,2099-05-10",
            "inv-2,2099,,KZ,FR,unlawful_deportation,extradition,1,4,0,,Invented publisher,example.invalid/2,,1",
            "inv-3,2099,9,KZ,,assault,none,0,,0,,Invented publisher,example.invalid/3,2099-09-12,1",
        )
        assert [(p.on, p.host, *sorted(m.value for m in p.means)) for p in found.proposals] == [
            ("2099-05", "BE", "notices"), ("2099", "FR", "legal assistance"), ("2099-09", "", "physical"),
        ]  # fmt: skip
        assert {p.bears for p in found.proposals} == {(TNR,)}
        assert found.proposals[0].says == (
            "detention of one person, through interpol notice, under an accusation of terrorism, "
            "outcome as told: released"
        )
        assert found.refused == []

    def test_by_what_a_state_was_used_is_not_guessed(self):
        [proposal] = incidents("i,2099,1,KZ,BE,detention,none,0,1,0,,P,example.invalid,,1").proposals
        assert proposal.means == frozenset()
        assert "the table does not tell" in proposal.look[0]

    def test_a_person_enters_it_and_it_is_then_an_entry_with_that_day(self):
        [proposal] = incidents("i,2099,1,KZ,BE,assault,none,0,1,0,,P,example.invalid,,1").proposals
        entry = proposal.entered("kz-inv-1", READ)
        assert (entry.read_on, entry.bears, entry.means) == (READ, (TNR,), frozenset({Means.PHYSICAL}))

    @pytest.mark.parametrize(
        ("row", "why"),
        [
            ("i,2099,1,Ruritania,BE,assault,none,0,1,0,,P,u,,1", "origin_country 'Ruritania' names no state"),
            ("i,2099,13,KZ,BE,assault,none,0,1,0,,P,u,,1", "month '13' is no month"),
            ("i,99,1,KZ,BE,assault,none,0,1,0,,P,u,,1", "year '99' is no year"),
            ("i,2099,1,KZ,BE,slander,none,0,1,0,,P,u,,1", "incident_type 'slander' is not known: write one of"),
            ("i,2099,1,KZ,BE,assault,none,0,0,0,,P,u,,1", "persons_count '0' is no number of persons"),
            ("i,2099,1,KZ,BE,assault,none,0,1,0,,P,,,1", "say who tells it, and where"),
            ("i,2099,1,KZ,BE,assault,none,0,1,0,,P,u,May,1", "source_date 'May' is no day"),
        ],
    )
    def test_a_row_that_cannot_be_taken_is_told_and_the_others_are_read(self, row, why):
        found = incidents(row, "j,2099,1,KZ,BE,assault,none,0,1,0,,P,u,,1")
        [refused] = found.refused
        assert (refused.row, len(found.proposals)) == (2, 1)
        assert why in refused.why

    @pytest.mark.parametrize(
        ("data", "why"),
        [
            (b"a,b\n1,2\n", "there is no column incident_id, year"),
            (b"", "there is no column"),
            (b"\xff\xfe", "byte 0"),
            (HEAD.encode() + b'"never closed\n', "no table of values"),
        ],
    )
    def test_what_is_no_such_table_is_refused_as_a_whole(self, data, why):
        with pytest.raises(IndexDataError, match=why):
            read_incidents(data, EDITION)


def decided(**changed):
    one = {
        "body": "CAT", "communication_no": "9999/2099", "symbol": "CAT/C/99/D/9999/2099", "state_party": "KZ",
        "decision_date": "2099-05-05", "outcome": "violation", "articles": ["1"], "substantive_issues": ["invented"],
    }  # fmt: skip
    return {key: value for key, value in (one | changed).items() if value is not None}


def decisions(*told):
    return read_decisions(json.dumps(list(told)).encode(), EDITION)


class TestDecisions:
    @pytest.mark.parametrize(
        ("told", "bears"),
        [
            ({"articles": ["2", "16"]}, (TORTURE,)),
            ({"articles": ["13"]}, (UNHEARD,)),
            ({"body": "CCPR", "articles": ["7", "14"]}, (TORTURE, UNFAIR)),
            ({"body": "WGAD", "outcome": "arbitrary", "articles": None, "categories": ["II", "III"]}, (UNFAIR,)),
            ({"articles": ["3"]}, ()),
        ],
        ids=str,
    )
    def test_what_was_found_opens_what_its_articles_are_about(self, told, bears):
        [proposal] = decisions(decided(**told)).proposals
        assert proposal.bears == bears

    def test_what_opens_no_question_by_itself_is_entered_only_with_one_a_person_names(self):
        [proposal] = decisions(decided(articles=["3"])).proposals
        assert "which question it opens" in proposal.look[0]
        with pytest.raises(RecordError, match="opens none"):
            proposal.entered("x", READ)
        assert proposal.entered("x", READ, bears=[TNR]).bears == (TNR,)

    def test_that_interim_measures_were_not_kept_is_said(self):
        told = decided(interim_measures={"requested": True, "complied": False})
        assert decisions(told).proposals[0].says.endswith("interim measures were asked for and not kept")

    def test_a_decision_that_finds_nothing_is_told_and_proposes_nothing(self):
        found = decisions(decided(outcome="inadmissible"))
        assert (found.proposals, found.refused) == ([], [])
        assert "'inadmissible' opens no question" in found.passed_over[0].why

    @pytest.mark.parametrize(
        ("told", "why"),
        [
            ("text", "body, symbol, state_party, decision_date, outcome: missing"),
            (decided(symbol=None), "symbol: missing"),
            (decided(outcome=3), "outcome: missing, or no text"),
            (decided(articles="1"), "articles is no list"),
            (decided(state_party="XX"), "'XX' names no state"),
            (decided(decision_date="soon"), "decision_date 'soon' is no day"),
        ],
    )
    def test_one_that_cannot_be_taken_is_told_and_the_others_are_read(self, told, why):
        found = decisions(decided(), told)
        assert len(found.proposals) == 1
        assert found.refused[0].row == 2
        assert why in found.refused[0].why

    @pytest.mark.parametrize("data", [b"{}", b"[", b"\xff", b"[" * 100_000])
    def test_what_is_no_list_is_refused(self, data):
        with pytest.raises(IndexDataError):
            read_decisions(data, EDITION)


def entity(ident, schema, **properties):
    return {"id": ident, "schema": schema, "properties": properties}


LISTED = (
    entity("p1", "Person", name=["Invented Example"], country=["kz"]),
    entity("p2", "Person", name=["Invented Other"], country=["kz"], topics=["wanted"]),
    entity("b1", "PublicBody", name=["Invented Agency"], jurisdiction=["kz"], country=["be"]),
    entity("s1", "Sanction", entity=["p1"], authority=["Invented authority"], program=["Invented"], startDate=["2098"]),
    entity("s2", "Sanction", entity=["b1"], authority=["Invented authority"], program=["Invented"],
           startDate=["2099-05-05T00:00:00"]),
)  # fmt: skip


def listed(*entities):
    return read_listed("\n".join(map(json.dumps, entities)).encode(), EDITION)


class TestListed:
    def test_a_state_gets_a_count_by_authority_and_programme_and_no_name(self):
        [proposal] = listed(*LISTED).proposals
        assert proposal.says == "1 person and 1 body of the state on the list of Invented authority under 'Invented'"
        assert (proposal.state, proposal.on, proposal.bears) == ("KZ", "2099-05-05", ())
        assert "Example" not in repr(proposal)

    def test_that_somebody_is_wanted_proposes_nothing(self):
        assert listed(LISTED[1]).proposals == []

    def test_what_a_line_lacks_is_told_with_its_number(self):
        found = listed(entity("s", "Sanction", entity=["p1"]), LISTED[0], {"id": 1}, entity("s3", "Sanction",
                       entity=["gone"], authority=["A"]))  # fmt: skip
        assert [(r.row, r.why.split(":")[0]) for r in found.refused] == [
            (3, "it is no entity"), (1, "a sanction without authority"),
        ]  # fmt: skip
        assert "not in the file" in found.passed_over[0].why

    def test_a_line_that_is_no_json_does_not_stop_the_others(self):
        found = read_listed(b"{\n" + "\n".join(map(json.dumps, LISTED)).encode(), EDITION)
        assert (len(found.refused), len(found.proposals)) == (1, 1)
