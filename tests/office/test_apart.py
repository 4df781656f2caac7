"""What stands apart: put there, taken out, opened by a grant; and judged with all the same."""

from typing import Any

import pytest

from rogatory.law.acts import ACTS, Role
from rogatory.law.vocabulary import VOCABULARY
from rogatory.law.vocabulary.confidential import FROM_AN_ASYLUM_FILE
from rogatory.office.errors import FormError
from rogatory.office.perform import Barred, Done
from rogatory.office.seen.portion import portion
from rogatory.people.mandates import ONLY_FOR_A_REGISTER, Compartment, Mandate
from tests.office import oracle
from tests.office.simulator import START, Office, hurdles

A, PRIVILEGED = Compartment.ASYLUM, Compartment.PRIVILEGED
ASYLUM_WORDS = ("refugee", "asylum", "subsidiary_protection", "protection_granted", "danger_33_2", "unhcr", "1f")


def held(role: Role, person: str = "", *compartments: Compartment) -> tuple[Mandate, ...]:
    return (Mandate("reader", role, "case-1", START.date(), person, compartments=frozenset(compartments)),)


def file() -> dict[str, Any]:
    return {
        "title": "About Jane Doevsky and others",
        "request": {
            "kind": "mla", "requesting_state": "DE", "requested_state": "BE", "received": "2026-03-01",
            "summary": "Ask DOEVSKY, and whoever knows her",
        },
        "persons": [
            {"id": "P1", "name": "A. B."},
            {"id": "W1", "name": "Jane Doevsky", "note": "lives at the sea", "compartment": "protected-identity"},
        ],
        "measures": [{"id": "search", "type": "search", "persons": ["P1"]}],
        "items": [
            {"id": "notebook", "text": "letters to counsel", "holder": "P1"},
            {"id": "phone", "text": "a telephone"},
        ],
        "events": [
            {"on": "2026-02-01", "text": "told of the brother", "source": "interview 12", "compartment": "asylum",
             "about": "P1", "shows": [{"question": "proceeding.relative_ill_treated", "answer": "yes"}]},
        ],
        "findings": [
            {"question": "person.practises_law", "about": "P1", "answer": "yes", "source": "the bar", "by": "a clerk",
             "note": "told in confidence", "compartment": "asylum"},
        ],
    }  # fmt: skip


@pytest.fixture
def office(law):
    made = Office(law)
    assert isinstance(made.register(file()), Done)
    return made


def seen(office, role, person="", *compartments):
    return portion(office.dossier, held(role, person, *compartments)).case


class TestWhatIsEntered:
    def test_anything_can_be_put_into_a_compartment(self, office):
        closed, opened = seen(office, Role.PROSECUTOR), seen(office, Role.PROSECUTOR, "", A)
        assert [(e.text, e.source) for e in closed.events] == [("", "")]
        assert [(f.source, f.note, f.by) for f in closed.findings] == [("", "", "")] * 2
        assert opened.events[0].text == "told of the brother"
        assert {f.source for f in opened.findings} == {"the bar", "interview 12"}

    def test_an_answer_stays_seen_and_is_judged_with(self, office):
        assert [f.answer for f in seen(office, Role.PROSECUTOR).findings] == [("yes",), ("yes",)]

    def test_a_statement_for_the_person_may_stand_apart_and_its_author_still_reads_it(self, office):
        office.do(Role.COUNSEL, "submit", "P1", text="what she fled from", compartment="asylum")
        assert seen(office, Role.CLERK).events[-1].text == ""
        assert "what she fled from" in seen(office, Role.COUNSEL, "P1").events[-1].text

    def test_reasons_may_stand_apart(self, office):
        office.do(Role.CENTRAL_AUTHORITY, "postpone", "search", reasons="her interview says so", compartment="asylum")
        last = office.entries[-1]
        assert last.act == "postpone", last.fields
        closed = portion(office.dossier, held(Role.PROSECUTOR)).entries[-1]
        assert "reasons" not in closed.fields
        opened = portion(office.dossier, held(Role.PROSECUTOR, "", A)).entries[-1]
        assert opened.fields["reasons"] == "her interview says so"

    def test_questions_answered_out_of_an_asylum_file_need_no_mark(self):
        assert FROM_AN_ASYLUM_FILE <= VOCABULARY.keys()
        named = {q for q in VOCABULARY if any(word in q for word in ASYLUM_WORDS)}
        assert named <= FROM_AN_ASYLUM_FILE

    @pytest.mark.parametrize("form", [{"compartment": "secret"}, {"compartment": ["asylum"]}, {"compartment": 1}])
    def test_a_compartment_there_is_not_is_named(self, office, form):
        with pytest.raises(FormError, match="no compartment"):
            office.do(Role.COUNSEL, "submit", "P1", text="a statement", **form)


class TestPrivilege:
    @pytest.mark.parametrize("word", ["claimed", "confirmed"])
    def test_a_claim_puts_the_item_apart_by_itself(self, office, word):
        office.answer("item.privilege", word, "notebook")
        texts = {role: [i.text for i in seen(office, role).items] for role in Role if role.name in (
            "PROSECUTOR", "CLERK", "REVIEWER", "COURT", "PRIVILEGE_OBSERVER", "AUDITOR")}  # fmt: skip
        assert {role for role, found in texts.items() if found[0]} == {Role.COURT, Role.PRIVILEGE_OBSERVER}
        assert all(found[1] == "a telephone" for found in texts.values())

    def test_who_claims_it_reads_it_and_who_stands_beside_another_does_not(self, office):
        office.answer("item.privilege", "claimed", "notebook")
        assert [i.text for i in seen(office, Role.COUNSEL, "P1").items] == ["letters to counsel", "a telephone"]
        assert [i.id for i in seen(office, Role.COUNSEL, "W1").items] == ["phone"]

    def test_a_claim_over_everything_covers_what_comes_later(self, office):
        office.answer("item.privilege", "claimed")
        office.do(Role.CLERK, "enter", adds={"items": [{"id": "disk", "text": "a disk"}]})
        assert [i.text for i in seen(office, Role.PROSECUTOR).items] == ["", "", ""]

    def test_no_answer_of_an_investigator_lifts_it(self, office):
        office.answer("item.privilege", "claimed", "notebook")
        claim = office.dossier.case.findings[-1].id
        office.answer("item.privilege", "none", "notebook", replaces=claim)
        assert seen(office, Role.PROSECUTOR).items[0].text == ""
        assert "role" in hurdles(
            office.do(Role.PROSECUTOR, "release", "notebook", reasons="x", **{"out-of": "privileged"})
        )

    def test_the_court_lifts_it_with_reasons(self, office):
        office.answer("item.privilege", "claimed", "notebook")
        assert "reasons" in hurdles(office.do(Role.COURT, "release", "notebook", **{"out-of": "privileged"}))
        told = {"out-of": "privileged", "reasons": "not written to counsel"}
        assert isinstance(office.do(Role.COURT, "release", "notebook", **told), Done)
        assert seen(office, Role.PROSECUTOR).items[0].text == "letters to counsel"
        with pytest.raises(LookupError):
            office.do(Role.COURT, "release", "notebook", **told)


class TestProtectedIdentities:
    def test_a_pseudonym_stands_in_the_place_of_the_name_wherever_it_is_written(self, office):
        closed = seen(office, Role.CLERK)
        assert [(p.name, p.note) for p in closed.persons] == [("A. B.", ""), ("W1", "")]
        assert (closed.title, closed.request.summary) == ("About W1 and others", "Ask W1, and whoever knows her")

    def test_only_the_grant_and_the_person_open_it(self, office):
        readers = [
            (role, p)
            for role in sorted(set(Role) - ONLY_FOR_A_REGISTER, key=lambda r: r.name)
            for p in (("P1", "W1") if role.name in ("COUNSEL", "PERSON_CONCERNED") else ("",))
        ]
        sees = {(r.name, p) for r, p in readers if any(x.name == "Jane Doevsky" for x in seen(office, r, p).persons)}
        assert sees == {("COUNSEL", "W1"), ("PERSON_CONCERNED", "W1")}
        granted = seen(office, Role.COURT, "", Compartment.PROTECTED_IDENTITY)
        assert (granted.persons[1].name, granted.title) == ("Jane Doevsky", "About Jane Doevsky and others")

    def test_other_forms_of_the_name_birth_and_numbers_are_masked_and_no_relation_tells_who_it_is(self, law):
        told = file()
        told["persons"][1]["identity"] = {
            "names": ["Жанна Доевская"], "born": ["1968-03-05", "1968"], "numbers": ["KZ:680305450010"],
        }  # fmt: skip
        told["persons"][0]["identity"] = {"names": ["Anna B."], "places": ["at the Доевская estate"]}
        told["relations"] = [{"of": "W1", "kind": "sibling", "to": "P1", "source": "interview"}]
        told["proceedings"] = [
            {
                "id": "case", "state": "KZ", "parties": [{"person": "W1", "role": "witness"}, {"name": "ДОЕВСКАЯ Ж."}],
                "offences": [{"text": "told by Жанна Доевская, born 1968-03-05, in 1968", "where": "680305450010.pdf"}],
            }
        ]  # fmt: skip
        office = Office(law)
        assert isinstance(office.register(told), Done)
        closed, opened = (seen(office, Role.COURT, "", *given) for given in ((), (Compartment.PROTECTED_IDENTITY,)))
        assert [p.identity.places if p.identity else None for p in closed.persons] == [("at the W1 estate",), None]
        assert closed.relations == ()
        (case,) = closed.proceedings
        assert [(p.person, p.name, p.role) for p in case.parties] == [("W1", "", "witness"), ("", "W1 Ж.", "")]
        assert [(o.text, o.where) for o in case.offences] == [("told by W1, born W1, in 1968", "W1.pdf")]
        assert (case.id, case.state) == ("case", "KZ")
        assert (opened.persons[1].identity, len(opened.relations)) == (office.dossier.case.persons[1].identity, 1)
        assert opened.proceedings == office.dossier.case.proceedings

    def test_who_somebody_is_stands_apart_with_the_note(self, law):
        told = file()
        told["persons"][0] |= {"compartment": "asylum", "note": "n", "identity": {"names": ["Anna B."]}}
        office = Office(law)
        office.register(told)
        assert next((p.name, p.note, p.identity) for p in seen(office, Role.CLERK).persons) == ("A. B.", "", None)
        assert seen(office, Role.COURT, "", A).persons[0].identity.names == ("A. B.", "Anna B.")

    def test_what_they_do_is_told_under_the_pseudonym(self, office):
        told = {"account": "jane", "role": "person concerned", "person": "W1", "since": "2026-01-01"}
        office.do(Role.CLERK, "give-mandate", mandate=told)
        assert portion(office.dossier, held(Role.CLERK)).names == {"jane": "W1"}
        assert portion(office.dossier, held(Role.COURT, "", Compartment.PROTECTED_IDENTITY)).names == {}

    def test_an_identifier_that_tells_the_name_is_refused(self, law):
        told = file()
        told["persons"] = [{"id": "jane-doevsky", "name": "Jane Doevsky", "compartment": "protected-identity"}]
        with pytest.raises(FormError, match="everybody reads in the place of a protected name"):
            Office(law).register({**told, "measures": [], "events": [], "findings": [], "items": []})


class TestSettingApartLater:
    def test_whoever_works_on_the_file_can_and_past_days_are_closed_with_it(self, office):
        office.do(Role.CLERK, "set-apart", "phone", into="privileged")
        assert seen(office, Role.PROSECUTOR).items[1].text == ""
        from rogatory.office.folds.dossier import fold

        before = fold(office.entries[:1])
        assert portion(before, held(Role.PROSECUTOR), office.dossier.apart).case.items[1].text == ""

    def test_events_too(self, office):
        office.do(Role.CLERK, "enter", adds={"events": [{"on": "2026-03-01", "text": "said in the asylum interview"}]})
        office.do(Role.CLERK, "set-apart", "event-1", into="asylum")
        assert [e.text for e in seen(office, Role.CLERK).events] == ["", ""]


class TestGrants:
    @pytest.mark.parametrize(
        ("giver", "role", "compartment", "stands"),
        [
            (Role.CLERK, "prosecutor", "asylum", "compartment"),
            (Role.CLERK, "registry clerk", "asylum", "compartment"),
            (Role.CENTRAL_AUTHORITY, "prosecutor", "asylum", ""),
            (Role.CENTRAL_AUTHORITY, "registry clerk", "asylum", "compartment"),
            (Role.CENTRAL_AUTHORITY, "requesting-state liaison", "asylum", "compartment"),
            (Role.COURT, "INTERPOL bureau or Commission", "asylum", "compartment"),
            (Role.COURT, "independent privilege observer", "asylum", "compartment"),
            (Role.CENTRAL_AUTHORITY, "material reviewer", "privileged", "compartment"),
            (Role.COURT, "material reviewer", "privileged", ""),
            (Role.COURT, "prosecutor", "privileged", "compartment"),
            (Role.COURT, "prosecutor", "protected-identity", ""),
            (Role.COURT, "auditor", "protected-identity", "compartment"),
        ],
    )
    def test_who_may_open_what_to_whom(self, office, giver, role, compartment, stands):
        told = {"account": "somebody", "role": role, "since": "2026-01-01", "compartments": [compartment]}
        result = office.do(giver, "give-mandate", mandate=told)
        assert (hurdles(result) if isinstance(result, Barred) else set()) == ({stands} if stands else set())

    @pytest.mark.parametrize("giver", [Role.CLERK, Role.CENTRAL_AUTHORITY, Role.COURT])
    def test_nobody_gives_a_mandate_to_the_own_account(self, office, giver):
        told = {"account": office.people[giver][0].account, "role": "court", "since": "2026-01-01"}
        assert "second-person" in hurdles(office.do(giver, "give-mandate", mandate=told))


def test_what_stands_apart_bars_like_everything_else(office):
    """The ruling on a file in compartments is that on the same file without them."""
    told = {"question": "person.refugee_here", "answer": "yes", "about": "P1", "source": "a decision"}
    office.do(Role.PROSECUTOR, "find", **told)
    office.answer("proceeding.same_as_protection", "yes")
    apart = oracle.ruling_on(office.law, office.dossier, ACTS["grant"], "search", office.now.date())
    assert apart.verdict.word == "forbidden"
