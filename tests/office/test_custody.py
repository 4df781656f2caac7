"""A register and who asks it: what its custodian does, what is answered to whom, and what nobody can ask unseen."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rogatory.casefile.parties import Identity
from rogatory.law.acts import Role
from rogatory.linkage.model import Link
from rogatory.office.errors import FormError, UnknownActError, UnknownObjectError
from rogatory.office.filing import CUSTODY
from rogatory.office.folds.dossier import Entry
from rogatory.office.perform import Attempt, Barred, Done, NewEntry
from rogatory.office.streams.custody import (
    Batch,
    Beside,
    Custody,
    Limits,
    Query,
    batch_of,
    custody_of,
    keep,
    over_the_limit,
)
from rogatory.office.streams.register_answers import (
    ALARM,
    Answer,
    AnswerForm,
    Word,
    alarm,
    answer,
    answer_form,
    hits,
    log,
)
from rogatory.people.mandates import EVERY_CASE, ONLY_FOR_A_CASE, Actor, Compartment, Mandate, stream_of
from rogatory.registers.model import Known, RegisterEntry, RegisterKind
from tests.office.links import COUNTED, LOOK, OPENS, a_link
from tests.office.simulator import START, hurdles

STREAM = stream_of("protection")
CASE = "2026-000012"
ASK = {"case": CASE, "purpose": "screening before the decision", "names": ["A. B."]}


def entry(ident: str = "17", **more: Any) -> RegisterEntry:
    told: dict[str, Any] = {"register": "protection", "kind": RegisterKind.PROTECTION, "source": "decision 17"}
    return RegisterEntry(ident, title="a grant", persons=(Known("X1", Identity(("G. H.",))),), **{**told, **more})


def batch(*entries: RegisterEntry) -> Batch:
    return batch_of(entries or (entry(),), "protection", RegisterKind.PROTECTION)


class Office:
    """A register in memory, and everybody at its door."""

    def __init__(self, stream: str = STREAM) -> None:
        self.stream = stream
        self.entries: list[Entry] = []
        self.now = START

    def do(self, role: Role | Actor, act: str, beside: Beside | None = None, **form: Any) -> Done | Barred:
        actor = role if isinstance(role, Actor) else self.actor(role)
        result = keep(Attempt(act, "", self.stream, actor, self.now, form), self.entries, beside)
        self.write(result.entry)
        return result

    def write(self, new: NewEntry) -> None:
        told = (new.act, new.object, new.actor, new.fields)
        self.entries.append(Entry(len(self.entries), self.now, self.stream, *told))
        self.now += timedelta(minutes=1)

    def actor(self, role: Role, case: str = EVERY_CASE, opens: Iterable[Compartment] = ()) -> Actor:
        account = f"{role.name.lower()}-1"
        where = self.stream if role is Role.CUSTODIAN else CASE if role in ONLY_FOR_A_CASE else case
        person = "P1" if role in (Role.COUNSEL, Role.PERSON_CONCERNED) else ""
        return Actor(account, (Mandate(account, role, where, START.date(), person, compartments=frozenset(opens)),))

    def ask(self, role: Role | Actor = Role.PROSECUTOR, *, there: bool = True, **form: Any) -> Done | Barred:
        return self.do(role, "query-register", Beside(case_there=there), **{**ASK, **form})

    @property
    def custody(self) -> Custody:
        return custody_of(self.entries)


@pytest.fixture
def register() -> Office:
    made = Office()
    assert isinstance(made.do(Role.ADMINISTRATOR, "open-register", kind="protection", title="Grants"), Done)
    return made


class TestOpening:
    def test_an_administrator_opens_it_and_says_what_it_holds(self, register):
        custody = register.custody
        assert (custody.register, custody.kind, custody.title) == ("protection", RegisterKind.PROTECTION, "Grants")
        assert (custody.limits, custody.changed) == (Limits(), None)

    @pytest.mark.parametrize("role", [r for r in Role if r is not Role.ADMINISTRATOR])
    def test_nobody_else_does(self, role):
        assert hurdles(Office().do(role, "open-register", kind="protection", title="Grants")) == {"role"}

    def test_once(self, register):
        with pytest.raises(UnknownObjectError, match="opened once"):
            register.do(Role.ADMINISTRATOR, "open-register", kind="protection", title="Grants")

    @pytest.mark.parametrize("act", [a for a in CUSTODY if a != "open-register"])
    def test_before_anything_else(self, act):
        with pytest.raises(UnknownObjectError):
            Office().do(Role.CUSTODIAN, act)

    @pytest.mark.parametrize(
        ("form", "field"),
        [
            ({"kind": "secrets"}, "kind"),
            ({"title": " "}, "title"),
            ({"per_day": 0}, "per_day"),
            ({"per_case": "many"}, "per_case"),
            ({"per_case": True}, "per_case"),
        ],
    )
    def test_what_cannot_be_taken_is_told_by_its_place(self, form, field):
        with pytest.raises(FormError) as error:
            Office().do(Role.ADMINISTRATOR, "open-register", **{"kind": "protection", "title": "Grants", **form})
        assert error.value.field == field

    @pytest.mark.parametrize("stream", ["2026-000012", "", "register:", "register:Protection", "register:" + "x" * 31])
    def test_it_is_called_as_no_case_is(self, stream):
        with pytest.raises(UnknownObjectError, match="a register is called"):
            Office(stream).do(Role.ADMINISTRATOR, "open-register", kind="protection", title="Grants")

    def test_what_is_done_in_a_case_is_not_done_here(self, register):
        with pytest.raises(UnknownActError):
            register.do(Role.PROSECUTOR, "grant")


class TestWhatComesIn:
    def test_an_import_is_recorded_by_count_digest_and_source(self, register):
        came = Beside(batch=batch(entry("1"), entry("2")))
        done = register.do(Role.CUSTODIAN, "import-entries", came, source="export of 1 March 2026")
        assert done.entry.object == ""
        assert set(done.entry.fields) == {"role", "count", "digest", "source"}
        assert register.custody.changed == START.date()

    def test_an_entry_is_put_with_its_words_and_never_shows_by_its_fields_that_it_detects_fishing(self, register):
        honest = register.do(Role.CUSTODIAN, "put-entry", Beside(batch=batch()))
        watching = register.do(Role.CUSTODIAN, "put-entry", Beside(batch=batch(entry("18"))), canary=True)
        assert honest.entry.fields.keys() == watching.entry.fields.keys()
        assert (honest.entry.fields["marks"], watching.entry.fields["marks"]) == ({"canary": False}, {"canary": True})
        assert honest.entry.fields["entry"]["id"] == "17"

    def test_a_wrong_entry_is_ended_with_reasons_and_not_deleted(self, register):
        there = Beside(stands=True)
        assert hurdles(register.do(Role.CUSTODIAN, "end-entry", there, entry="17")) == {"reasons"}
        done = register.do(Role.CUSTODIAN, "end-entry", there, entry="17", reasons="entered twice")
        assert (done.entry.fields["entry"], done.entry.object) == ("17", "")
        with pytest.raises(UnknownObjectError):
            register.do(Role.CUSTODIAN, "end-entry", entry="17", reasons="entered twice")

    @pytest.mark.parametrize("act", ["import-entries", "put-entry", "end-entry"])
    def test_only_its_own_custodian(self, register, act):
        other = Actor("c", (Mandate("c", Role.CUSTODIAN, stream_of("notices"), START.date()),))
        for actor in (other, *(register.actor(r) for r in Role if r is not Role.CUSTODIAN)):
            assert hurdles(register.do(actor, act, Beside(batch=batch(), stands=True), entry="17")) == {"role"}

    @pytest.mark.parametrize(
        ("entries", "field"),
        [
            ([], "entries"),
            ([entry(""), entry("2")], "entries[0].id"),
            ([entry("1"), entry("1")], "entries[1].id"),
            ([entry("1"), entry("2", register="notices")], "entries[1].register"),
            ([entry(kind=RegisterKind.VICTIMS)], "entries[0].register"),
            ([entry(source=" ")], "entries[0].source"),
        ],
    )
    def test_a_fault_is_told_by_its_place_before_the_journal_is_held(self, entries, field):
        with pytest.raises(FormError) as error:
            batch_of(entries, "protection", RegisterKind.PROTECTION)
        assert error.value.field == field

    @given(st.permutations(["1", "2", "3", "4"]))
    def test_the_digest_is_that_of_the_entries_in_any_order(self, order):
        assert batch(*map(entry, order)).digest == batch(*map(entry, "1234")).digest

    def test_and_another_when_a_word_is_another(self):
        assert batch(entry(note="x")).digest != batch().digest

    @pytest.mark.parametrize("beside", [None, Beside(), Beside(batch=batch(entry("1"), entry("2")))])
    def test_one_is_put_at_a_time(self, register, beside):
        with pytest.raises(FormError, match="Give one entry"):
            register.do(Role.CUSTODIAN, "put-entry", beside)

    def test_an_import_says_where_it_comes_from(self, register):
        with pytest.raises(FormError, match="source"):
            register.do(Role.CUSTODIAN, "import-entries", Beside(batch=batch()))


INSIDE = (Role.CLERK, Role.CENTRAL_AUTHORITY, Role.PROSECUTOR, Role.INVESTIGATING_JUDGE, Role.COURT, Role.GOVERNMENT,
          Role.STANDING_QUERY)  # fmt: skip


class TestAsking:
    @pytest.mark.parametrize("role", INSIDE)
    def test_for_a_case_and_a_purpose_by_those_who_work_on_it(self, register, role):
        told = register.ask(role).entry.fields
        assert told == {**ASK, "role": role.value, "form": "graded"}

    @pytest.mark.parametrize("role", [r for r in Role if r not in INSIDE])
    def test_those_outside_ask_none_and_the_custodian_reads_it_without_asking(self, register, role):
        result = register.ask(role)
        assert hurdles(result) == {"role"}
        assert (result.entry.fields["act"], result.entry.fields["case"]) == ("query-register", CASE)

    def test_without_a_case_or_a_mandate_for_it_the_answer_is_one_and_the_same(self, register):
        elsewhere = register.actor(Role.PROSECUTOR, "2026-000013")
        told = {
            register.ask(elsewhere).obstacles,
            register.ask(there=False).obstacles,
            register.ask(case="").obstacles,
            register.ask(Actor("nobody")).obstacles,
        }
        assert len(told) == 1

    @pytest.mark.parametrize(
        ("form", "field"),
        [
            ({"purpose": " "}, "purpose"),
            ({"names": []}, "names"),
            ({"names": ["A. B.", " "]}, "names"),
            ({"names": ["A. B."] * 201}, "names"),
        ],
    )
    def test_what_is_missing_is_told_by_its_place(self, register, form, field):
        with pytest.raises(FormError) as error:
            register.ask(**form)
        assert error.value.field == field

    def test_what_was_asked_for_stands_in_no_name_of_the_entry(self, register):
        new = register.ask().entry
        assert (new.object, new.act) == ("", "query-register")
        assert not any("A. B." in name for name in new.fields)


class TestHowOften:
    def test_no_more_in_a_day_than_the_register_allows_and_what_is_barred_is_recorded(self):
        office = Office()
        office.do(Role.ADMINISTRATOR, "open-register", kind="protection", title="Grants", per_day=2)
        assert [isinstance(office.ask(case=f"2026-{n:06}"), Done) for n in range(3)] == [True, True, False]
        assert office.entries[-1].fields["obstacles"][0]["hurdle"] == "limit"
        assert isinstance(office.ask(Role.COURT), Done), "another account has its own count"
        office.now += timedelta(days=1)
        assert isinstance(office.ask(), Done)

    def test_nor_for_one_case(self):
        office = Office()
        office.do(Role.ADMINISTRATOR, "open-register", kind="protection", title="Grants", per_case=1)
        assert isinstance(office.ask(), Done)
        assert hurdles(office.ask()) == {"limit"}
        assert isinstance(office.ask(case="2026-000013"), Done)

    def test_standing_queries_are_counted_by_case_alone(self):
        office = Office()
        office.do(Role.ADMINISTRATOR, "open-register", kind="protection", title="Grants", per_day=1, per_case=2)
        asked = [office.ask(Role.STANDING_QUERY, case=c) for c in ("a", "b", "a", "a")]
        assert [isinstance(result, Done) for result in asked] == [True, True, True, False]

    @given(st.lists(st.sampled_from(["a", "b", "c"]), max_size=12), st.integers(1, 5), st.integers(1, 5))
    def test_however_one_asks(self, cases, per_day, per_case):
        custody = Custody("r", RegisterKind.NOTICES, "R", Limits(per_day, per_case), None, ())
        done: list[Query] = []
        for n, case in enumerate(cases):
            now = Custody("r", RegisterKind.NOTICES, "R", custody.limits, None, tuple(done))
            if not list(over_the_limit(now, "me", Role.PROSECUTOR, case, START.date())):
                done.append(Query(f"query-{n}", START.date(), "me", "prosecutor", case))
        assert len(done) <= per_day
        assert all(sum(q.case == case for q in done) <= per_case for case in "abc")


class TestTheAnswer:
    def held(self, role: Role, *opens: Compartment) -> tuple[Mandate, ...]:
        return (Mandate("a", role, CASE, START.date(), compartments=frozenset(opens)),)

    @pytest.mark.parametrize("kind", RegisterKind)
    def test_a_clerk_gets_one_of_two_words_from_every_register_that_stands_apart(self, kind):
        held = self.held(Role.CLERK, *OPENS)
        form = answer_form(held, kind)
        apart = kind in (RegisterKind.PROTECTION, RegisterKind.VICTIMS, RegisterKind.DEFENDERS)
        assert form is (AnswerForm.GRADED if apart else AnswerForm.WORDS)
        if apart:
            assert answer([a_link(kind)], form, held) == Answer(Word.CONSULT)
            assert answer([a_link(kind, COUNTED)], form, held) == Answer(Word.NOTHING_TO_ADD)

    def test_who_may_open_the_compartment_gets_class_and_words(self):
        held = self.held(Role.PROSECUTOR, Compartment.ASYLUM)
        form = answer_form(held, RegisterKind.PROTECTION)
        link = a_link(band=LOOK)
        assert answer([link], form, held) == Answer(Word.CONSULT, (link,))

    def test_an_entry_that_stands_further_apart_than_its_register_stays_closed(self):
        held = self.held(Role.PROSECUTOR, Compartment.ASYLUM)
        link = a_link(compartment=Compartment.PROTECTED_IDENTITY)
        assert answer([link], AnswerForm.WORDS, held) == Answer(Word.CONSULT)

    def test_the_query_says_in_which_form_it_is_answered(self, register):
        office = register
        opened = office.actor(Role.PROSECUTOR, CASE, OPENS)
        assert [office.ask(who).entry.fields["form"] for who in (opened, Role.PROSECUTOR)] == ["words", "graded"]

    def test_nothing_to_add_is_never_worded_as_no_protection(self):
        assert "protection" not in Word.NOTHING_TO_ADD.value


class TestFishing:
    LINKS: tuple[Link, ...] = (a_link(), a_link(entry="99"), a_link(band=COUNTED, entry="98"))

    def test_an_entry_nobody_can_honestly_ask_for_tells_of_the_query(self, register):
        query = register.ask().entry
        met = hits(self.LINKS, {"98", "99"})
        assert met == ("99",)
        name = register.custody.queries[-1].name
        register.write(alarm(query, name, met))
        told = register.entries[-1]
        assert (told.act, told.object, told.actor) == (ALARM, name, "prosecutor-1")
        assert told.fields == {"role": "prosecutor", "case": CASE, "purpose": ASK["purpose"], "entries": ["99"]}

    def test_and_is_answered_like_any_other(self):
        held = (Mandate("a", Role.CLERK, CASE, START.date()),)
        assert answer(self.LINKS[1:2], AnswerForm.GRADED, held) == answer(self.LINKS[:1], AnswerForm.GRADED, held)


class TestWhoReadsItsEntries:
    @pytest.fixture
    def used(self, register):
        register.do(Role.CUSTODIAN, "put-entry", Beside(batch=batch()), canary=True)
        query = register.ask().entry
        register.write(alarm(query, "query-2", ["17"]))
        return register

    def seen(self, office: Office, mandate: Mandate) -> list[Entry]:
        return list(log(office.entries, (mandate,), START.date()))

    def test_its_custodian_reads_all(self, used):
        assert self.seen(used, Mandate("c", Role.CUSTODIAN, STREAM, START.date())) == used.entries

    def test_an_auditor_reads_that_it_was_asked_and_no_word_of_it(self, used):
        seen = self.seen(used, Mandate("a", Role.AUDITOR, EVERY_CASE, START.date()))
        assert [e.act for e in seen] == [e.act for e in used.entries]
        assert not [word for word in ("G. H.", "A. B.", "'17'", "canary'", "screening") if word in repr(seen)]

    @pytest.mark.parametrize(
        "mandate",
        [
            Mandate("c", Role.CUSTODIAN, stream_of("notices"), START.date()),
            Mandate("a", Role.AUDITOR, CASE, START.date()),
            Mandate("a", Role.ADMINISTRATOR, EVERY_CASE, START.date()),
            Mandate("a", Role.COURT, EVERY_CASE, START.date()),
            Mandate("c", Role.CUSTODIAN, STREAM, START.date() + timedelta(days=1)),
        ],
        ids=lambda m: f"{m.role.value} of {m.case or 'every case'}",
    )
    def test_nobody_else_reads_anything(self, used, mandate):
        assert self.seen(used, mandate) == []
