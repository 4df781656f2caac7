"""Whoever runs the machine asks whether it works, and reads its log."""

import json
import logging

import pytest
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client

from rogatory.registry.shell.metrics import Counts
from rogatory.registry.shell.record import JsonFormatter
from tests.registry.shell.conftest import PASSWORD

pytestmark = pytest.mark.django_db


@pytest.fixture
def lines():
    """The log, as it is written."""
    written: list[dict[str, object]] = []

    class Keep(logging.Handler):
        def emit(self, record):
            written.append(json.loads(JsonFormatter().format(record)))

    handler = Keep()
    logging.getLogger().addHandler(handler)
    yield written
    logging.getLogger().removeHandler(handler)


def test_the_registry_lives_and_is_ready(client):
    assert client.get("/health/live").json() == {"status": "live"}
    assert client.get("/health/ready").json()["status"] == "ready"


def test_a_database_of_another_version_is_not_ready(client):
    MigrationRecorder(connection).record_unapplied("accounts", "0002_cache")
    answer = client.get("/health/ready")
    assert answer.status_code == 503
    assert answer.json()["because"] == "1 changes of the database are to be applied"


def test_counts_are_for_this_machine_or_the_token(client, settings):
    client.get("/account/login/")
    counts = client.get("/metrics").content.decode()
    assert 'rogatory_requests_total{route="account/login/",status="2xx"}' in counts
    assert 'rogatory_request_seconds_count{route="account/login/"}' in counts

    assert client.get("/metrics", headers={"X-Forwarded-For": "192.0.2.1"}).status_code == 403
    assert Client(REMOTE_ADDR="192.0.2.1").get("/metrics").status_code == 403
    settings.METRICS_TOKEN = "told to the collector"  # noqa: S105
    bearer = {"Authorization": "Bearer told to the collector"}
    assert Client(REMOTE_ADDR="192.0.2.1", headers=bearer).get("/metrics").status_code == 200
    assert Client(REMOTE_ADDR="192.0.2.1", headers={"Authorization": "Bearer"}).get("/metrics").status_code == 403


def test_the_counts_of_all_workers_are_told_together():
    counts = Counts(["cases"])
    for worker in (1, 2, 66):
        counts.take_slot(worker)
        counts.add("cases", 200, 0.1)
    counts.add("no such address", 404, 7.0)
    text = counts.text()
    assert 'rogatory_requests_total{route="cases",status="2xx"} 3' in text
    assert 'rogatory_request_seconds_bucket{route="cases",le="0.05"} 0' in text
    assert 'rogatory_request_seconds_bucket{route="cases",le="0.2"} 3' in text
    assert 'rogatory_requests_total{route="(none)",status="4xx"} 1' in text


def test_a_line_of_the_log_names_the_account_by_its_public_id_only(client, account, lines, settings):
    settings.ROGATORY_UNSAFE_ONE_FACTOR = True
    client.post("/account/login/", {"login": account.email, "password": PASSWORD})
    client.get("/account/sessions/?q=Abdurakhmanov")
    client.get("/nowhere/Abdurakhmanov")

    whole = json.dumps(lines)
    for personal in ("Abdurakhmanov", "registrar", "Janssens", "127.0.0.1"):
        assert personal not in whole
    [line] = [line for line in lines if line.get("route") == "account/sessions/"]
    assert line["account"] == account.public_id
    assert line["status"] == 200
    assert line["method"] == "GET"
    assert line["ms"] > 0


@pytest.mark.urls("tests.registry.shell.specimen")
def test_the_line_of_a_failure_names_its_place_and_not_what_it_quoted(lines):
    answer = Client(raise_request_exception=False).get("/fail/Abdurakhmanov")
    [failure] = [line for line in lines if "error" in line]
    assert failure["error"] == "RuntimeError"
    assert failure["request"] == answer["X-Request-ID"]
    assert "specimen.py" in failure["where"][-1]
    assert "secret address" not in json.dumps(lines)
    assert "Abdurakhmanov" not in json.dumps(lines)


def test_a_proxy_may_name_the_request_but_not_write_into_the_log(client):
    assert client.get("/health/live", headers={"X-Request-ID": "proxy-0001"})["X-Request-ID"] == "proxy-0001"
    assert client.get("/health/live", headers={"X-Request-ID": 'a"b\tc and more'})["X-Request-ID"] != 'a"b\tc and more'
