"""Webhooks: what is told, to whom, and what happens when nobody listens. The listener is a real server."""

import json
import threading
from collections.abc import Iterator
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar

import pytest
from django.utils import timezone

from rogatory.law.acts import Role
from rogatory.registry.api import webhooks
from rogatory.registry.api.models import Subscription
from rogatory.registry.cases.models import MandateCopy
from rogatory.registry.jobs.models import Job
from rogatory.registry.jobs.worker import Worker
from rogatory.registry.ledger.models import Entry
from tests.registry.api import Program
from tests.registry.office import Registry, founding_file

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> Registry:
    return Registry.opened()


class Listener(BaseHTTPRequestHandler):
    heard: ClassVar[list[tuple[dict[str, str], bytes]]] = []
    answers: ClassVar[list[int]] = []

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        status = self.answers.pop(0) if self.answers else 204
        if status < 300:
            self.heard.append(({k.lower(): v for k, v in self.headers.items()}, body))
        self.send_response(status)
        if status == 302:
            self.send_header("Location", "/elsewhere")
        self.end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        pass


@pytest.fixture
def listener() -> Iterator[str]:
    Listener.heard.clear()
    Listener.answers.clear()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Listener)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/told"
    server.shutdown()
    server.server_close()
    thread.join()


def subscribed(office: Registry, role: Role, url: str, *acts: str) -> str:
    answer = Program.of(office, role).post("/webhooks", {"url": url, "acts": list(acts)})
    assert answer.status_code == 201, answer.content
    secret: str = answer.json()["secret"]
    return secret


def events() -> list[dict[str, Any]]:
    return [json.loads(body) for _, body in Listener.heard]


class TestWhatIsTold:
    def test_each_act_once_in_order_and_nothing_of_the_case(self, office, listener):
        subscribed(office, Role.CLERK, listener)
        case = office.register(founding_file())
        office.do(Role.PROSECUTOR, "grant", case, "search", reasons="asked")
        done = webhooks.deliver()
        assert (done.delivered, done.failed) == (2, 0)
        assert [e["type"] for e in events()] == ["rogatory.act.register", "rogatory.act.attempt-barred"]
        assert all(set(e["data"]) == {"case", "act", "entry"} for e in events())
        text = b"".join(body for _, body in Listener.heard).decode()
        assert "B.J." not in text
        assert "KZ" not in text
        assert webhooks.deliver().delivered == 0

    def test_an_event_is_a_cloud_event(self, office, listener):
        subscribed(office, Role.CLERK, listener)
        case = office.register()
        webhooks.deliver()
        ((headers, body),) = Listener.heard
        event = json.loads(body)
        assert headers["content-type"] == "application/cloudevents+json"
        assert event["specversion"] == "1.0"
        assert (event["id"], event["subject"]) == (headers["webhook-id"], case)
        assert event["source"].endswith("/api/v1")
        assert event["time"].endswith("+00:00")

    def test_the_signature_shows_that_it_is_ours_and_unchanged(self, office, listener):
        secret = subscribed(office, Role.CLERK, listener)
        office.register()
        webhooks.deliver()
        ((headers, body),) = Listener.heard
        parts = secret, headers["webhook-id"], headers["webhook-timestamp"]
        assert webhooks.signature(*parts, body) == headers["webhook-signature"]
        assert webhooks.signature(*parts, body + b" ") != headers["webhook-signature"]

    def test_only_the_acts_asked_for(self, office, listener):
        subscribed(office, Role.CLERK, listener, "lodge-remedy")
        case = office.register()
        office.do(Role.CLERK, "lodge-remedy", case, "P1", text="appeal")
        webhooks.deliver()
        assert [e["data"]["act"] for e in events()] == ["lodge-remedy"]

    def test_readings_are_not_told_unless_asked_for(self, office, listener):
        subscribed(office, Role.CLERK, listener)
        office.head(Role.COURT, office.register())
        webhooks.deliver()
        assert [e["data"]["act"] for e in events()] == ["register"]

    def test_what_was_rolled_back_is_not_told(self, office, listener):
        subscribed(office, Role.CLERK, listener)
        before = Entry.objects.count()
        with pytest.raises(Exception, match="it is not said"):
            office.do(Role.CLERK, "lodge-remedy", office.register(), "P1")
        webhooks.deliver()
        assert [e["data"]["entry"] for e in events()] == [before]


class TestWhoIsTold:
    def test_no_more_than_the_mandates_of_the_day_of_delivery(self, office, listener):
        subscribed(office, Role.CLERK, listener)
        office.register()
        row = MandateCopy.objects.get(case="", account=office.accounts[Role.CLERK])
        office.do(Role.ADMINISTRATOR, "dismiss", "", row.ident)
        webhooks.deliver()
        assert events() == []

    def test_an_administrator_is_told_of_the_office_and_of_no_case(self, office, listener):
        subscribed(office, Role.ADMINISTRATOR, listener)
        office.register()
        told = {"account": office.accounts[Role.COUNSEL], "role": "auditor", "since": "2026-01-01"}
        office.do(Role.ADMINISTRATOR, "appoint", "", mandate=told)
        webhooks.deliver()
        assert [(e["data"]["act"], e["subject"]) for e in events()] == [("appoint", "office")]

    def test_counsel_is_not_told_of_the_whole_case(self, office, listener):
        case = office.register()
        office.mandate(Role.COUNSEL, case)
        subscribed(office, Role.COUNSEL, listener)
        office.do(Role.CLERK, "lodge-remedy", case, "P1", text="appeal")
        webhooks.deliver()
        assert events() == []


class TestWhenNobodyListens:
    def test_it_is_tried_again_later_and_nothing_is_lost(self, office, listener):
        subscribed(office, Role.CLERK, listener)
        case = office.register()
        office.do(Role.CLERK, "lodge-remedy", case, "P1", text="appeal")
        Listener.answers[:] = [204, 500]
        now = timezone.now()
        done = webhooks.deliver(now=now)
        assert (done.delivered, done.failed) == (0, 1)
        row = Subscription.objects.get()
        assert (row.failures, row.last_error) == (1, "answered 500")
        assert timedelta(seconds=9) < row.next_at - now < timedelta(seconds=13)
        assert webhooks.deliver(now=now + timedelta(seconds=5)).delivered == 0
        webhooks.deliver(now=now + timedelta(seconds=20))
        assert [e["data"]["act"] for e in events()] == ["register", "lodge-remedy"]
        assert Subscription.objects.get().failures == 0

    def test_the_pauses_grow_up_to_six_hours(self, office):
        subscribed(office, Role.CLERK, "http://127.0.0.1:9/nobody")
        office.register()
        now, pauses = timezone.now(), []
        for _ in range(14):
            webhooks.deliver(now=now)
            following = Subscription.objects.get().next_at
            pauses.append(following - now)
            now = following
        assert pauses[0] < timedelta(seconds=13)
        assert pauses[5] > timedelta(minutes=5)
        assert timedelta(hours=6) <= pauses[-1] <= timedelta(hours=7.5)

    @pytest.mark.django_db(transaction=True)
    def test_it_holds_up_nobody_else(self, office, listener):
        subscribed(office, Role.CLERK, "http://127.0.0.1:9/nobody")
        subscribed(office, Role.CLERK, listener)
        office.register()
        Worker().once()
        assert Job.objects.get(kind="deliver").result == {"delivered": 1, "failed": 1}

    def test_no_redirect_is_followed(self, office, listener):
        subscribed(office, Role.CLERK, listener)
        office.register()
        Listener.answers[:] = [302]
        assert webhooks.deliver().failed == 1
        assert events() == []


class TestSubscriptions:
    @pytest.mark.parametrize(
        "url",
        [
            "",
            "x",
            "ftp://a.example",
            "http://a.example/h",
            "https://u:p@a.example",
            "https://[",
            "https://a b",
            "https://",
        ],
    )
    def test_an_address_nothing_is_sent_to(self, office, url):
        answer = Program.of(office, Role.CLERK).post("/webhooks", {"url": url})
        assert (answer.status_code, answer.json()["faults"][0]["field"]) == (422, "url")

    def test_acts_that_do_not_exist(self, office):
        answer = Program.of(office, Role.CLERK).post("/webhooks", {"url": "https://a.example", "acts": ["fly"]})
        assert answer.status_code == 422

    def test_they_are_one_s_own_and_the_secret_is_told_once(self, office):
        secret = subscribed(office, Role.CLERK, "https://a.example/h")
        mine, other = Program.of(office, Role.CLERK), Program.of(office, Role.COURT)
        (row,) = mine.get("/webhooks").json()
        assert secret not in mine.get("/webhooks").content.decode()
        assert other.get("/webhooks").json() == []
        assert other.delete(f"/webhooks/{row['id']}").status_code == 404
        assert mine.delete(f"/webhooks/{row['id']}").status_code == 204
        assert mine.delete(f"/webhooks/{2**70}").status_code == 404

    def test_not_more_than_twenty(self, office):
        program = Program.of(office, Role.CLERK)
        statuses = [program.post("/webhooks", {"url": "https://a.example"}).status_code for _ in range(21)]
        assert statuses == [201] * 20 + [422]
