"""Oversight at the door: what happened is counted, numbers are told once, alarms and samples have somebody's name."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from rogatory.law.acts import Role
from rogatory.office.errors import FormError, UnknownActError, UnknownObjectError
from rogatory.office.perform import Barred, Done
from rogatory.oversight.sampling import Kind, drawn, interval
from rogatory.people.mandates import OVERSIGHT
from rogatory.registers.reading import read_register
from rogatory.registry.cases import door as cases
from rogatory.registry.cases import journal
from rogatory.registry.cases.models import HappeningCopy
from rogatory.registry.cases.rebuild import differences, rebuild
from rogatory.registry.ledger import overview, reading
from rogatory.registry.oversight import door, facts, watching
from rogatory.registry.oversight import drawn as drawn_things
from rogatory.registry.registers import door as registers
from tests.office.simulator import simple_file
from tests.registry.meeting import CASES, lawyer_file
from tests.registry.office import DAY, Registry

pytestmark = pytest.mark.django_db
LATER = timezone.now() + timedelta(days=800)
THIS_YEAR = str(timezone.localdate().year)


@pytest.fixture
def office(office_once: Registry, db: None) -> Registry:
    return office_once


def request(state: str = "DE", person: str = "A. B.") -> dict[str, Any]:
    file = simple_file()
    file["request"] |= {"requesting_state": state}
    file["persons"][0] |= {"name": person}
    return file


def refused(office: Registry, **asked: str) -> str:
    """A case of somebody who is a refugee from the requesting state, refused."""
    case = office.register(request(**asked))
    for question, about in (("person.refugee_here", "P1"), ("proceeding.same_as_protection", "")):
        office.do(Role.PROSECUTOR, "find", case, question=question, answer="yes", about=about, source="the register")
    done = office.do(Role.PROSECUTOR, "refuse", case, "interview", reasons="a refugee").result
    assert isinstance(done, Done), done.obstacles
    return case


def told(case: str) -> list[tuple[str, str]]:
    rows = HappeningCopy.objects.filter(case=case).exclude(subject="named")
    return list(rows.values_list("subject", "told"))


def act(office: Registry, role: Role, act: str, obj: str = "", **form: Any) -> Any:
    return door.do(office.accounts[role], act, obj, form)


class TestCounting:
    def test_what_is_done_in_a_case_is_counted_with_it(self, office):
        case = refused(office, state="KZ")
        office.mandate(Role.COUNSEL, case)
        office.do(Role.COUNSEL, "lodge-remedy", case, "P1", text="appeal", kind="challenge")
        office.do(Role.COURT, "decide-remedy", case, "", outcome="dismissed", final=True, reasons="unfounded")
        assert told(case) == [
            ("requests", "KZ|mla"),
            ("decisions", f"refuse|KZ|echr-protection|mla|{span_since(case)}"),
            ("remedies-lodged", "challenge|KZ"),
            ("remedies-ended", "dismissed|challenge|KZ"),
        ]

    def test_and_the_same_is_made_anew_from_the_journal(self, office):
        refused(office, state="KZ")
        before = list(
            HappeningCopy.objects.order_by("case", "seq", "told").values_list("case", "seq", "told", "number")
        )
        assert list(differences()) == []
        HappeningCopy.objects.all().delete()
        assert {d.what for d in differences()} == {"what happened"}
        assert rebuild() == []
        after = list(HappeningCopy.objects.order_by("case", "seq", "told").values_list("case", "seq", "told", "number"))
        assert after == before

    def test_somebody_who_stands_apart_is_known_again_by_nobody(self, office):
        case = office.register(request(person="Anna Invented"))
        assert HappeningCopy.objects.filter(case=case, subject="named").count() == 1
        office.do(Role.CLERK, "set-apart", case, "P1", into="protected-identity")
        assert HappeningCopy.objects.filter(case=case, subject="named").count() == 0
        assert list(differences()) == []


def span_since(case: str) -> str:
    return HappeningCopy.objects.get(case=case, subject="decisions").told.rpartition("|")[2]


class TestPublishing:
    def test_numbers_of_a_period_that_is_over_are_told_once(self, office):
        for _ in range(5):
            office.register(request("KZ"))
        auditor = office.accounts[Role.AUDITOR]
        first = door.do(auditor, "publish-statistics", THIS_YEAR, at=LATER)
        assert isinstance(first.result, Done)
        found = door.stands().published[THIS_YEAR]
        assert (found.seq, found.by) == (first.seq, auditor)
        assert found.publication.rows("requests", "state", "kind") == {("KZ", "mla"): 5}
        assert found.publication.rows("decisions", "outcome") == {}
        for again in (THIS_YEAR, f"{THIS_YEAR}-Q1"):
            barred = door.do(auditor, "publish-statistics", again, at=LATER).result
            assert isinstance(barred, Barred)
            assert "was published" in barred.obstacles[0].text

    def test_nor_of_one_that_is_not_over(self, office):
        barred = act(office, Role.CENTRAL_AUTHORITY, "publish-statistics", THIS_YEAR).result
        assert isinstance(barred, Barred)
        assert "is not over" in barred.obstacles[0].text
        assert door.stands().published == {}

    @pytest.mark.parametrize("role", [r for r in Role if r not in (Role.AUDITOR, Role.CENTRAL_AUTHORITY)])
    def test_by_nobody_else(self, office, role):
        barred = act(office, role, "publish-statistics", "kept for ever?").result
        assert isinstance(barred, Barred)
        assert barred.obstacles[0].hurdle.value == "role"
        assert "kept for ever?" not in str(journal.entries_of(OVERSIGHT)[-1])


class TestSamples:
    def test_are_drawn_by_lot_and_can_be_drawn_again(self, office):
        case = office.register()
        for n in range(30):
            HappeningCopy.objects.create(
                case=case, seq=n, on=timezone.localdate(), subject="departed", told="court|grant"
            )
        seed = journal.mark_of(journal.size() - 1).hex()
        kept = act(office, Role.AUDITOR, "draw-sample", kind="departures", size=4)
        (sample,) = door.stands().samples.values()
        assert (sample.seq, sample.seed, sample.population) == (kept.seq, seed, 30)
        assert sample.things == drawn((str(n) for n in range(30)), seed, 4)
        thing = sample.things[0]
        act(
            office,
            Role.AUDITOR,
            "look-at-sample",
            sample.name,
            thing=thing,
            verdict="agreed",
            remark="reasons are given",
        )
        looked = door.stands().samples[sample.name].remarks[thing]
        assert (looked.by, looked.agreed, looked.remark) == (office.accounts[Role.AUDITOR], True, "reasons are given")
        with pytest.raises(UnknownObjectError):
            act(office, Role.AUDITOR, "look-at-sample", sample.name, thing="99", verdict="agreed", remark="x")
        with pytest.raises(FormError, match="verdict"):
            act(office, Role.AUDITOR, "look-at-sample", sample.name, thing=thing, verdict="fine", remark="x")

    @pytest.mark.parametrize(
        ("found", "of", "low", "high"),
        # The exact interval of Clopper and Pearson, as tables of it have it.
        [
            (0, 10, 0, 0.3085),
            (1, 10, 0.0025, 0.4450),
            (5, 10, 0.1871, 0.8129),
            (10, 10, 0.6915, 1),
            (3, 200, 0.0031, 0.0432),
        ],
    )
    def test_tell_between_which_shares_of_all_it_lies(self, found, of, low, high):
        assert interval(found, of) == pytest.approx((low, high), abs=0.00006)

    @pytest.mark.parametrize(
        ("form", "field"),
        [({"kind": "persons", "size": 3}, "kind"), ({"kind": "departures", "size": 0}, "size"),
         ({"kind": "departures", "size": True}, "size"), ({"kind": "departures", "size": "3"}, "size"), ({}, "kind")],
    )  # fmt: skip
    def test_of_something_else_are_none(self, office, form, field):
        with pytest.raises(FormError, match=field):
            act(office, Role.AUDITOR, "draw-sample", **form)

    def test_of_what_was_not_shown_tell_link_by_link_what_was_compared_and_no_name(self, office):
        told = read_register((CASES / "registers" / "invented-protection.yaml").read_bytes(), "protection")
        keeper = {"account": office.accounts[Role.CUSTODIAN], "role": Role.CUSTODIAN.value, "since": DAY}
        office.do(Role.ADMINISTRATOR, "appoint", "", mandate={**keeper, "register": told.id})
        about = {"kind": told.kind.value, "title": told.title}
        registers.keep(office.accounts[Role.ADMINISTRATOR], "open-register", told.id, about)
        source = {"source": "the file"}
        registers.keep(office.accounts[Role.CUSTODIAN], "import-entries", told.id, source, entries=told.entries)
        case = office.register(lawyer_file())
        seq = office.do(Role.CENTRAL_AUTHORITY, "screen", case).seq
        office.do(Role.CENTRAL_AUTHORITY, "screen", case)
        assert facts.population(Kind.NOT_SHOWN) == [f"{seq}:{told.id}:1"]
        assert facts.count(Kind.NOT_SHOWN) == 1
        assert list(differences()) == []
        act(office, Role.AUDITOR, "draw-sample", kind="not-shown", size=5)
        (sample,) = door.stands().samples.values()
        (thing,) = drawn_things.things(sample, door.stands())
        shown = dict(thing.facts)
        assert shown["Register"] == told.id
        assert shown["Person or proceedings of the case"] == "P1"
        compared = shown["What was compared, and for how many bits it speaks"]
        assert [part.rpartition(" ")[0] for part in compared.split(", ")] == [
            "day of birth",
            "name",
            "nationality",
            "sex",
        ]
        assert case not in str(thing)
        assert "Ордабаева" not in str(journal.entries_of(case)[-1].fields["weak"])

    def test_of_nothing_say_so(self, office):
        assert isinstance(act(office, Role.AUDITOR, "draw-sample", kind="dismissals", size=3).result, Barred)


class TestAlarms:
    def test_are_acknowledged_by_name_with_reasons_and_ring_again_on_something_new(self, office):
        for _ in range(5):
            office.register(request("KZ"))
        (alarm,) = (a for a in watching.alarms(timezone.now()) if a.rule == "burst")
        with pytest.raises(FormError, match="reasons"):
            act(office, Role.AUDITOR, "acknowledge-alarm", alarm.key)
        kept = act(office, Role.AUDITOR, "acknowledge-alarm", alarm.key, reasons="one letter in five copies")
        told = door.stands().acknowledged[alarm.key]
        assert (told.seq, told.digest, told.reasons) == (kept.seq, alarm.digest, "one letter in five copies")
        office.register(request("KZ"))
        (now,) = (a for a in watching.alarms(timezone.now()) if a.rule == "burst")
        assert now.key == alarm.key
        assert now.digest != told.digest
        with pytest.raises(UnknownObjectError):
            act(office, Role.AUDITOR, "acknowledge-alarm", "burst-000000000000", reasons="x")

    def test_ring_for_who_opens_many_cases_and_does_nothing_in_them(self, office):
        for _ in range(20):
            case = office.register()
            for role in (Role.GOVERNMENT, Role.PROSECUTOR, Role.AUDITOR):
                cases.look(office.accounts[role], case)
            office.do(
                Role.PROSECUTOR, "find", case, question="person.refugee_here", answer="no", about="P1", source="s"
            )
        (alarm,) = (a for a in watching.alarms(timezone.now()) if a.rule == "readings")
        assert dict(alarm.facts)["roles"] == "government"
        assert office.accounts[Role.GOVERNMENT] not in str(alarm)
        assert len(alarm.entries) == 20


class TestAskingWho:
    def test_takes_reasons_and_is_recorded(self, office):
        case = office.register()
        seq = reading.size() - 1
        act(office, Role.AUDITOR, "ask-who", str(seq), reasons="the alarm of today")
        assert door.stands().asked[seq][1:] == (office.accounts[Role.AUDITOR], "the alarm of today")
        assert overview.who(seq) == office.accounts[Role.CLERK]
        assert overview.of_numbers([seq])[seq].role == "registry clerk"
        assert facts.pseudonym("case", case) != facts.pseudonym("account", case)
        with pytest.raises(UnknownObjectError):
            act(office, Role.AUDITOR, "ask-who", "9" * 20, reasons="x")
        with pytest.raises(UnknownActError):
            act(office, Role.AUDITOR, "grant", "0")


def test_entries_since_a_moment_are_found_by_halving(office):
    office.register()
    moments = [m for n in range(reading.size()) if (m := overview.moment_of(n))]
    for n, moment in enumerate(moments):
        assert overview.first_since(moment) == moments.index(moment)
        assert overview.first_since(moment + timedelta(microseconds=1)) >= n + 1
    assert overview.first_since(timezone.now() + timedelta(days=1)) == reading.size()
