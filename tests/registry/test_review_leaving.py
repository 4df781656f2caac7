"""Transmission: a package of cleared items is planned, sent by two people, and built; what comes late bars it."""

from datetime import timedelta

import pyrage
import pytest
from django.conf import settings as settings_
from django.utils import timezone

from rogatory.law.acts import Role
from rogatory.office.errors import FormError
from rogatory.office.perform import Done
from rogatory.packaging.snapshot import SnapshotError
from rogatory.registry.cases import door, journal
from rogatory.registry.ledger import keys
from rogatory.registry.review import judging, leaving
from rogatory.registry.review.models import PlannedPackage
from rogatory.verifiers import bag
from tests.office.simulator import hurdles
from tests.registry.granted import Granted

pytestmark = pytest.mark.django_db
ACCOUNTS, COPY, LETTER = (f"desk/{n}" for n in ("accounts/2024.txt", "accounts/copy.txt", "letters/to-client.txt"))
SECRET = b"say nothing before I have read the file"


@pytest.fixture(scope="module")
def once(office_once, shelf, django_db_blocker):
    """A case with a seizure of which the accounts are cleared, and the letter to a client is not."""
    with django_db_blocker.unblock(), pytest.MonkeyPatch().context() as patch:
        patch.setattr(settings_, "MATERIAL", shelf / "material")
        made = Granted(office_once, shelf)
        made.seizing.all_four(ACCOUNTS, COPY)
        yield made


@pytest.fixture
def granted(once, settings, shelf):
    settings.MATERIAL = shelf / "material"
    return once


def files(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


class TestSent:
    def test_planned_sent_by_two_built_encrypted_and_verified(self, granted, tmp_path):
        key = pyrage.x25519.Identity.generate()
        payload = granted.plan(to=[str(key.to_public())])
        assert isinstance(granted.send(payload), Done)
        sent = journal.entries_of(granted.case)[-1]
        assert (sent.act, sent.object, sent.fields["payload"]) == ("transmit", "pack", payload)
        made = granted.build(tmp_path / "pack")
        assert made.payload == payload
        there = files(tmp_path / "pack")
        assert len([name for name in there if name.startswith("data/items/")]) == 2
        assert not any(SECRET in data for data in there.values())
        policy = settings_.DATA / keys.POLICY
        assert bag.main(["--policy", str(policy), str(tmp_path / "pack")]) == 0
        assert pyrage.decrypt((tmp_path / "pack.age").read_bytes(), [key])

    def test_the_use_limits_and_the_decision_stand_in_it(self, granted, tmp_path):
        granted.send(granted.plan())
        granted.build(tmp_path / "pack")
        told = files(tmp_path / "pack")
        assert b"in these proceedings and in no others" in told["data/licences/proceedings.txt"]
        grant = next(e.seq for e in journal.entries_of(granted.case) if e.act == "grant")
        assert f"{granted.case}/{grant}".encode() in told["data/package.json"]

    def test_nothing_is_built_that_no_act_has_sent(self, granted, tmp_path):
        payload = granted.plan()
        with pytest.raises(leaving.NotPlannedError):
            granted.build(tmp_path / "pack")
        told = {"payload": payload, "reasons": "as was granted"}
        door.do(granted.office.accounts[Role.PROSECUTOR], "transmit", granted.case, "pack", told, seen=granted.head())
        with pytest.raises(leaving.NotPlannedError):
            granted.build(tmp_path / "pack")


class TestNotCleared:
    def test_an_item_that_is_withheld_is_not_planned(self, granted):
        with pytest.raises(leaving.WithheldError, match="1 withheld"):
            granted.plan([granted.seizing.item(LETTER)])

    def test_words_of_what_is_withheld_stop_the_plan(self, granted):
        seizing = granted.seizing
        quoting = seizing.item(ACCOUNTS)
        # Nothing but its words: the plan is stopped though nobody has seen that one quotes the other.
        withheld = {"item.relevance": "out-of-scope"}
        seizing.answer(Role.COURT, "scope", seizing.item(COPY), values=withheld, supersedes=[6])
        decided = {"item": quoting, "of": seizing.item(COPY), "decision": "KI 8", "reasons": "a blank form"}
        seizing.do(Role.COURT, "sever-items", **decided)
        with pytest.raises(SnapshotError, match="words of what is withheld"):
            granted.plan([quoting])

    def test_a_payload_that_was_not_planned_is_not_sent(self, granted):
        granted.plan()
        assert hurdles(granted.send("0" * 64)) == {"course"}
        assert hurdles(granted.send("")) == {"course"}

    def test_a_package_of_seized_items_that_was_never_planned_is_not_sent(self, granted):
        assert hurdles(granted.send("")) == {"course"}
        assert not PlannedPackage.objects.exists()

    def test_nothing_is_planned_before_the_request_is_granted(self, granted):
        granted.do(Role.COURT, "postpone", "search", reasons="own proceedings")
        with pytest.raises(FormError, match="no decision grants"):
            granted.plan()

    def test_who_plans_has_a_mandate_for_it(self, granted):
        for role in (Role.CLERK, Role.REVIEWER, Role.COUNSEL, Role.LIAISON):
            with pytest.raises(leaving.NotPlannedError):
                leaving.plan(granted.office.accounts[role], granted.case, "pack", {})
        assert not PlannedPackage.objects.exists()


class TestLate:
    """What comes in between the plan and the act, and between the act and the package."""

    def objected(self, granted):
        told = {"item": granted.seizing.item(ACCOUNTS), "reasons": "another client's"}
        assert isinstance(granted.seizing.do(Role.COUNSEL, "object-to-item", **told).result, Done)

    def remedy(self, granted):
        granted.office.do(Role.CLERK, "lodge-remedy", granted.case, "P1", text="third-party opposition")

    def answered(self, granted):
        item = granted.seizing.item(ACCOUNTS)
        over = {"item.relevance": "out-of-scope"}
        granted.seizing.answer(Role.COURT, "scope", item, values=over, supersedes=[2])

    def tainted(self, granted):
        told = {"item": granted.seizing.item(ACCOUNTS), "source": "a report", "reasons": "he was beaten"}
        granted.seizing.do(Role.COURT, "taint-item", **told)

    LATE = ("objected", "remedy", "answered", "tainted")

    @pytest.mark.parametrize("late", LATE)
    def test_before_the_act_it_bars_the_act(self, granted, late):
        payload = granted.plan()
        getattr(self, late)(granted)
        assert "norm" in hurdles(granted.send(payload))

    @pytest.mark.parametrize("late", LATE)
    def test_before_the_second_person_it_bars_the_second_person(self, granted, late):
        told = {"payload": granted.plan(), "reasons": "as was granted"}
        account = granted.office.accounts[Role.PROSECUTOR]
        proposed = door.do(account, "transmit", granted.case, "pack", told, seen=granted.head()).result
        assert isinstance(proposed, Done)
        assert proposed.waits
        getattr(self, late)(granted)
        assert "norm" in hurdles(granted.agree())

    @pytest.mark.parametrize("late", LATE)
    def test_after_the_act_nothing_is_built_any_more(self, granted, late, tmp_path):
        assert isinstance(granted.send(granted.plan()), Done)
        getattr(self, late)(granted)
        with pytest.raises(leaving.WithheldError):
            granted.build(tmp_path / "pack")
        assert not (tmp_path / "pack").exists()

    def test_an_answer_about_something_else_changes_nothing(self, granted, tmp_path):
        payload = granted.plan()
        assert isinstance(granted.send(payload), Done)
        granted.seizing.answer(Role.PRIVILEGE_OBSERVER, "privilege", granted.seizing.item(LETTER))
        assert granted.build(tmp_path / "pack").payload == payload

    def test_while_the_time_to_object_runs_nothing_is_planned(self, granted):
        until = (timezone.localdate() + timedelta(days=9)).isoformat()
        granted.do(Role.COURT, "give-inventory", "P1", seizure="S-1", until=until)
        with pytest.raises(leaving.WithheldError, match="nothing is cleared"):
            granted.plan()

    def test_what_comes_in_while_it_is_judged_is_seen_under_the_lock(self, granted):
        payload = granted.plan()
        found = judging.judged_anew(granted.case, "pack", payload, timezone.now())
        assert not judging.moved(found, granted.case, granted.head()).moved
        self.objected(granted)
        assert judging.moved(found, granted.case, granted.head()).moved
        assert not found.leaving.withheld, "it was judged before"
