"""What runs by itself: each piece done by one worker, again after a kill, kept with its failure, and daily judged."""

import threading
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import yaml
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.db import connection, connections
from django.test import Client
from django.utils import timezone

from rogatory.law.acts import Role
from rogatory.registry.cases import copies, door, judging
from rogatory.registry.cases.models import CaseCopy
from rogatory.registry.cases.rebuild import differences
from rogatory.registry.jobs import kinds, orders, queue, watch
from rogatory.registry.jobs.kinds import DUTIES, KINDS, Kind
from rogatory.registry.jobs.models import Job, State
from rogatory.registry.jobs.worker import Worker
from rogatory.registry.ledger.models import Entry
from tests.registry.office import FOUNDING, Registry, founding_file

pytestmark = pytest.mark.django_db(transaction=True)
NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
EVERY = tuple(KINDS)


def asked(kind: str = "audit", by: str = "somebody00000000", at: datetime = NOW) -> Job:
    return Job.objects.create(kind=kind, asked_by=by, asked_at=at, next_at=at)


def work_of(monkeypatch, run) -> None:
    """From now on an audit is this."""
    told = {**KINDS, "audit": Kind(KINDS["audit"].title, run, asked_by=KINDS["audit"].asked_by)}
    monkeypatch.setattr("rogatory.registry.jobs.worker.KINDS", told)


class TestTaking:
    def test_what_is_due_is_taken_the_longest_waiting_first(self):
        later, first = asked(at=NOW - timedelta(hours=1)), asked(at=NOW - timedelta(hours=2))
        asked(at=NOW + timedelta(seconds=1))
        taken = []
        while job := queue.claim("w", EVERY, NOW):
            taken.append(job.pk)
            queue.finish(job, {}, None, NOW)
        assert taken == [first.pk, later.pk]

    def test_many_workers_never_take_the_same(self):
        for number in range(24):
            asked(by=f"a{number}")
        taken: list[int] = []
        barrier = threading.Barrier(6)

        def take(name: str) -> None:
            barrier.wait()
            for _ in range(12):
                job = queue.claim(name, EVERY, NOW)
                if job is not None:
                    taken.append(job.pk)
                    if connection.vendor == "sqlite":
                        queue.finish(job, {}, None, NOW)
            connections.close_all()

        threads = [threading.Thread(target=take, args=(f"w{n}",)) for n in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(taken) == len(set(taken)) > 6
        if connection.vendor == "postgresql":
            assert len(taken) == 24

    def test_on_sqlite_one_piece_is_done_at_a_time_in_each_lane(self):
        asked()
        asked(by="another")
        Job.objects.create(kind="deliver", asked_at=NOW, next_at=NOW)
        assert queue.claim("w1", kinds.LONG, NOW)
        assert (queue.claim("w2", kinds.LONG, NOW) is None) == (connection.vendor == "sqlite")
        assert queue.claim("w2", kinds.QUICK, NOW), "what is quick is not kept waiting by what is long"

    def test_one_person_waits_for_one_of_a_kind(self):
        first = queue.ask("audit", "a", NOW)
        assert queue.ask("audit", "a", NOW).pk == first.pk
        assert queue.ask("audit", "b", NOW).pk != first.pk
        assert queue.ask("rebuild", "a", NOW).pk != first.pk

    def test_each_duty_is_there_once_however_many_workers_begin(self):
        for _ in range(3):
            queue.ensure(DUTIES, NOW)
        assert sorted(Job.objects.values_list("kind", flat=True)) == sorted(DUTIES)


class TestAfterAKill:
    def test_what_a_worker_left_is_taken_again_when_it_has_been_silent(self):
        asked()
        assert queue.claim("killed", EVERY, NOW)
        assert queue.claim("next", EVERY, NOW + queue.LEASE) is None
        again = queue.claim("next", EVERY, NOW + queue.LEASE + timedelta(seconds=1))
        assert again
        assert (again.worker, again.tries, again.error) == ("next", 2, queue.KILLED)

    def test_a_sign_of_life_keeps_it(self):
        asked()
        job = queue.claim("slow", EVERY, NOW)
        assert job
        assert queue.beat(job, 5, 10, NOW + queue.LEASE)
        assert queue.claim("next", EVERY, NOW + queue.LEASE + timedelta(seconds=20)) is None

    def test_nothing_is_kept_of_a_worker_that_lost_the_piece(self):
        asked()
        lost = queue.claim("slow", EVERY, NOW)
        late = NOW + queue.LEASE * 2
        taken = queue.claim("next", EVERY, late)
        assert lost
        assert taken
        assert not queue.beat(lost, 9, 9, late)
        queue.finish(lost, {"from": "slow"}, None, late)
        queue.fail(lost, "slow", late)
        stored = Job.objects.get()
        assert (stored.state, stored.worker, stored.result, stored.error) == ("running", "next", {}, queue.KILLED)

    def test_what_kills_its_worker_every_time_is_given_up(self):
        asked()
        at = NOW
        for _ in range(queue.MOST_TRIES):
            assert queue.claim("w", EVERY, at)
            at += queue.LEASE * 2
        assert queue.claim("w", EVERY, at) is None
        assert Job.objects.get().state == State.FAILED
        assert Job.objects.get().error == queue.KILLED

    def test_a_worker_told_to_stop_gives_back_what_it_was_at(self):
        asked()
        queue.claim("w", EVERY, NOW)
        queue.give_back("w", NOW)
        job = Job.objects.get()
        assert (job.state, job.tries) == ("waiting", 0)
        assert queue.claim("other", EVERY, NOW)


class TestFailing:
    def test_a_failure_keeps_its_kind_and_place_and_never_what_it_quoted(self, monkeypatch):
        def fails(handle):
            msg = "no file of B.J. in /home/registrar"
            raise LookupError(msg)

        work_of(monkeypatch, fails)
        asked()
        Worker().once()
        job = Job.objects.get(kind="audit")
        assert job.error.startswith("LookupError at test_jobs.py:")
        assert "B.J." not in job.error
        assert (job.state, job.tries) == ("waiting", 1)

    def test_each_try_comes_after_twice_the_time_and_asked_work_is_given_up(self):
        asked()
        at, waits = NOW, []
        for _ in range(queue.MOST_TRIES):
            job = queue.claim("w", EVERY, at)
            assert job
            queue.fail(job, "it cannot", at)
            stored = Job.objects.get()
            waits.append((stored.next_at - at).total_seconds())
            at = stored.next_at
        assert waits == [10, 20, 40, 80, 160]
        assert Job.objects.get().state == State.FAILED
        queue.again(Job.objects.get(), at)
        assert queue.claim("w", EVERY, at)

    def test_a_duty_is_never_given_up_and_never_put_off_for_long(self):
        queue.ensure(["witness"], NOW)
        at = NOW
        for _ in range(30):
            job = queue.claim("w", EVERY, at)
            assert job
            queue.fail(job, "nobody answers", at)
            assert Job.objects.get().next_at - at <= queue.LONGEST_WAIT
            at = Job.objects.get().next_at
        job = queue.claim("w", EVERY, at)
        assert job
        queue.finish(job, {"cosigned": 1}, timedelta(seconds=10), at)
        stored = Job.objects.get()
        assert (stored.error, stored.tries, stored.next_at - at) == ("", 0, timedelta(seconds=10))

    def test_one_failing_piece_holds_up_no_other(self, monkeypatch):
        work_of(monkeypatch, lambda handle: 1 / 0)
        asked()
        Registry.opened()
        Worker().once()
        assert Job.objects.get(kind="audit").error.startswith("ZeroDivisionError")
        assert {kind: Job.objects.get(kind=kind).error for kind in DUTIES} == dict.fromkeys(DUTIES, "")


class TestDuties:
    def test_everything_due_is_done_and_then_nothing_is(self):
        Registry.opened()
        assert Worker().once() == len(DUTIES)
        assert Worker().once() == 0
        assert not Job.objects.exclude(error="").exists()

    def test_progress_is_seen_from_outside_while_the_work_is_in_a_transaction(self, monkeypatch):
        seen: list[tuple[int, int]] = []

        def slow(handle):
            handle.tell(3, 7)
            for _ in range(100):
                if seen:
                    break
                threading.Event().wait(0.1)
            return {}

        def look():
            for _ in range(100):
                job = Job.objects.filter(kind="audit", done=3).first()
                if job:
                    seen.append((job.done, job.of))
                    break
                threading.Event().wait(0.05)
            connections.close_all()

        work_of(monkeypatch, slow)
        asked()
        outside = threading.Thread(target=look)
        outside.start()
        Worker().once()
        outside.join()
        assert seen == [(3, 7)]
        done = Job.objects.get(kind="audit")
        assert (done.state, done.done, done.of) == ("done", 3, 7)

    def test_sessions_that_have_run_out_are_cleared_with_what_is_kept_of_them(self):
        for days in (-1, 1):
            session = SessionStore()
            session["of"] = "somebody"
            session.save()
            Session.objects.filter(pk=session.session_key).update(expire_date=timezone.now() + timedelta(days=days))
        Worker().once()
        assert Session.objects.count() == 1
        assert Job.objects.get(kind="tidy").result["sessions"] == 1

    def test_old_results_go_with_their_files(self, settings, tmp_path):
        settings.DATA = tmp_path
        file = orders.file_of(7)
        file.parent.mkdir()
        file.write_bytes(b"PK")
        old = asked()
        Job.objects.filter(pk=old.pk).update(state=State.DONE, ended_at=NOW)
        assert orders.forget_files(timezone.now()) == 0
        assert orders.forget_files(timezone.now() + orders.FETCHED_FOR + timedelta(minutes=1)) == 1
        Worker().once()
        assert not Job.objects.filter(pk=old.pk).exists() or timezone.now() - NOW < timedelta(days=30)


def decided(name: str) -> dict[str, Any]:
    path = FOUNDING.parent / "decided" / f"{name}.yaml"
    return yaml.load(path.read_text("utf-8"), yaml.BaseLoader)  # type: ignore[no-any-return]  # noqa: S506


class TestJudgingByTheMerePassingOfDays:
    """Shakurov's case: what cleared in 2026 has aged a year later."""

    YEAR_LATER = date(2027, 11, 24)

    @pytest.fixture
    def office(self) -> Registry:
        return Registry.opened()

    def registered(self, office: Registry) -> str:
        at = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
        form = {"file": decided("shakurov-v-russia")}
        return door.do(office.accounts[Role.CLERK], "register", "", form=form, at=at).case

    def test_the_list_says_how_the_case_stands_and_on_which_day(self, office):
        case = self.registered(office)
        before = CaseCopy.objects.get(case=case)
        assert (before.grant, before.judged_on) == ("not-ripe", date(2026, 11, 24))
        entries = Entry.objects.count()

        told: list[tuple[int, int]] = []
        assert judging.judge_again(self.YEAR_LATER, lambda done, of: told.append((done, of))) == 1
        after = CaseCopy.objects.get(case=case)
        assert (after.grant, after.judged_on) == ("forbidden", self.YEAR_LATER)
        assert (after.head, after.changed_at) == (before.head, before.changed_at), "nothing was done in the case"
        assert Entry.objects.count() == entries, "and nothing is recorded"
        assert told == [(1, 1)]
        assert list(differences()) == []

    def test_done_twice_it_is_done_once(self, office):
        self.registered(office)
        assert judging.judge_again(self.YEAR_LATER) == 1
        assert judging.judge_again(self.YEAR_LATER) == 0

    def test_a_closed_case_stays_as_it_was_closed(self, office):
        case = self.registered(office)
        office.do(Role.CENTRAL_AUTHORITY, "close", case)
        closed = CaseCopy.objects.get(case=case)
        assert judging.judge_again(self.YEAR_LATER) == 0
        assert CaseCopy.objects.get(case=case).judged_on == closed.judged_on

    def test_an_act_done_meanwhile_is_not_overwritten(self, office, monkeypatch):
        case = self.registered(office)
        judge = copies.judged

        def judged(dossier, on):
            made = judge(dossier, on)
            if on == self.YEAR_LATER:
                CaseCopy.objects.filter(case=case).update(head=9999, grant="conditional")
            return made

        monkeypatch.setattr(copies, "judged", judged)
        judging.judge_again(self.YEAR_LATER)
        assert CaseCopy.objects.get(case=case).grant == "conditional"

    def test_the_worker_does_it_once_a_day(self, office):
        case = office.register(founding_file())
        CaseCopy.objects.update(judged_on=None, grant="allowed")
        Worker().once()
        copy = CaseCopy.objects.get(case=case)
        assert (copy.grant, copy.judged_on) == ("forbidden", timezone.localdate())
        duty = Job.objects.get(kind="judge")
        assert duty.result == {"judged": 1, "on": timezone.localdate().isoformat()}


class TestWatching:
    def test_ready_says_whether_a_worker_is_at_work(self, client):
        assert client.get("/health/ready").json() == {"status": "ready", "worker": "not at work"}
        Worker().once()
        assert client.get("/health/ready").json() == {"status": "ready", "worker": "at work"}
        Job.objects.update(beat_at=timezone.now() - watch.SILENT)
        answer = client.get("/health/ready")
        assert (answer.status_code, answer.json()["worker"]) == (200, "not at work")

    def test_the_figures_tell_what_waits_what_fails_and_how_long(self):
        asked(at=NOW - timedelta(minutes=5))
        failing = asked(by="b")
        Job.objects.filter(pk=failing.pk).update(error="it cannot", beat_at=NOW - timedelta(seconds=7), next_at=NOW)
        found = dict(line.split() for line in watch.lines(NOW) if not line.startswith("#"))
        assert found["rogatory_work_due"] == "2"
        assert found["rogatory_work_failing"] == "1"
        assert found["rogatory_work_running"] == "0"
        assert found["rogatory_work_oldest_seconds"] == "300.0"
        assert found["rogatory_work_silent_seconds"] == "7.0"

    def test_they_stand_beside_the_counts_of_requests(self):
        text = Client().get("/metrics").content.decode()
        assert "rogatory_work_due 0\n" in text
        assert "# TYPE rogatory_work_due gauge" in text
