"""Public pages: anybody looks, nobody is asked who they are, and the files say what they hold."""

import csv
import hashlib
import io
import json
from typing import Any

import pdfua
import pikepdf
import pypdfium2  # type: ignore[import-untyped] # it ships no types
import pytest
from django.test import Client
from django.urls import reverse
from typer.testing import CliRunner

from rogatory.cli import app
from rogatory.law.acts import Role
from rogatory.law.wording.language import Language
from rogatory.oversight.statistics.subjects import SUBJECTS
from rogatory.oversight.statistics.wording import dimension_word, say, subject_word, value_word
from rogatory.registry.ledger import reading
from rogatory.registry.oversight import door
from rogatory.registry.public import urls
from tests.registry.office import Registry
from tests.registry.test_oversight import LATER, THIS_YEAR, request

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(office_once: Registry, db: None) -> Registry:
    """An office that has published the numbers of this year: requests of two states, too little of anything else."""
    for state in ["KZ"] * 6 + ["TR"] * 5 + ["DE"] * 2:
        office_once.register(request(state))
    door.do(office_once.accounts[Role.AUDITOR], "publish-statistics", THIS_YEAR, at=LATER)
    return office_once


def got(address: str, **more: Any) -> Any:
    return Client().get(address, **more)


def address(route: str) -> str:
    for part, value in {"str:name": THIS_YEAR, "str:subject": "requests", "int:size": str(reading.size()),
                        "int:old": "1", "int:new": str(reading.size())}.items():  # fmt: skip
        route = route.replace(f"<{part}>", value)
    return f"/public/{route}"


@pytest.mark.parametrize("route", [str(p.pattern) for p in urls.urlpatterns])
def test_every_address_answers_anybody_the_same_without_a_cookie(office, route):
    answer = got(address(route))
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"].startswith("public, max-age=")
    assert not answer.cookies
    assert Client().post(address(route)).status_code == 405
    assert len(answer.content) < (5_000_000 if route == "law" else 100_000)


def test_nothing_of_a_case_is_told(office):
    for route in (str(p.pattern) for p in urls.urlpatterns):
        text = got(address(route)).content.decode(errors="replace")
        assert "A. B." not in text, route
        assert f"{THIS_YEAR}-0000" not in text, route


@pytest.mark.parametrize("name", ["1999", "9999", "nonsense", "2026-Q9", "..", "%2e%2e"])
def test_what_was_not_published_is_not_there(office, name):
    assert got(f"/public/numbers/{name}").status_code == 404
    assert got(f"/public/numbers/{name}/requests.csv").status_code == 404
    assert got(f"/public/numbers/{THIS_YEAR}/{name}").status_code == 404


def test_of_too_few_cases_there_is_no_file(office):
    assert got(f"/public/numbers/{THIS_YEAR}/decisions.csv").status_code == 404
    assert "fewer than 5 cases" in got(f"/public/numbers/{THIS_YEAR}/decisions?language=en").content.decode()


def test_each_table_is_what_its_description_says(office):
    package = json.loads(got(reverse("public_datapackage", args=[THIS_YEAR])).content)
    assert {r["name"] for r in package["resources"]} | set(package["not-told"]) == set(SUBJECTS)
    (resource,) = package["resources"]
    data = got(f"/public/numbers/{THIS_YEAR}/{resource['path']}").content
    assert (resource["bytes"], resource["hash"]) == (len(data), f"sha256:{hashlib.sha256(data).hexdigest()}")
    rows = list(csv.DictReader(io.StringIO(data.decode())))
    fields = [field["name"] for field in resource["schema"]["fields"]]
    assert all(list(row) == fields for row in rows)
    keys = [tuple(row[name] for name in resource["schema"]["primaryKey"]) for row in rows]
    assert len(set(keys)) == len(keys)
    assert sum(int(row["count"]) for row in rows) == 13
    assert all(int(row["count"]) >= package["threshold"] for row in rows)
    assert {row["state"] for row in rows} < {"KZ", "TR", "(other)"}


def test_a_chart_stands_beside_a_table_that_says_the_same(office):
    text = got(f"/public/numbers/{THIS_YEAR}/requests?language=en").content.decode()
    assert text.count("<svg") == text.count("<table") == 2
    assert '<text x="244"' in text


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "Requests registered"), ("fr", "Demandes enregistrées"), ("nl", "Geregistreerde verzoeken")],
)
def test_pages_and_report_speak_three_languages(office, tmp_path, language, words):
    text = got(f"/public/numbers/{THIS_YEAR}?language={language}").content.decode()
    assert f'<html lang="{language}">' in text
    assert words in text
    paper = got(f"/public/numbers/{THIS_YEAR}/report.pdf?language={language}").content
    pages = pypdfium2.PdfDocument(paper)
    assert words in "".join(page.get_textpage().get_text_bounded() for page in pages)
    # Each drawing is told in words too, and the whole can be read aloud.
    with pikepdf.open(io.BytesIO(paper)) as document:
        told = [str(o.Alt) for o in document.objects if isinstance(o, pikepdf.Dictionary) and "/Alt" in o]
    speaks = Language(language)
    assert [text.startswith(say("chart", speaks)) for text in told] == [True, True]
    assert f"{value_word('kind', 'mla', speaks)} 13" in told[1]
    (tmp_path / "report.pdf").write_bytes(paper)
    assert list(pdfua.validate(str(tmp_path / "report.pdf")).findings) == []


def test_the_report_is_written_on_the_command_line(office, tmp_path):
    out = tmp_path / "report.pdf"
    told = CliRunner().invoke(app, ["report", THIS_YEAR, "--out", str(out), "--lang", "nl"])
    assert told.exit_code == 0, told.output
    assert out.read_bytes() == got(f"/public/numbers/{THIS_YEAR}/report.pdf?language=nl").content
    assert CliRunner().invoke(app, ["report", "1999", "--out", str(out)]).exit_code == 1
    assert CliRunner().invoke(app, ["report", THIS_YEAR, "--out", str(tmp_path / "no" / "x.pdf")]).exit_code == 2


def test_every_subject_and_dimension_is_worded():
    for subject in SUBJECTS.values():
        assert len({subject_word(subject.id, language) for language in Language}) == 3
        for name in subject.dimensions:
            assert all(dimension_word(name, language) != name for language in Language)


def test_a_checkpoint_can_be_held_against_a_later_one(office):
    before = reading.size()
    old = got(f"/public/journal/checkpoint/{before}").content.decode()
    office.register()
    assert got("/public/journal/checkpoint").content.decode() != old
    assert got(f"/public/journal/consistency/{before}/{reading.size()}").content.count(b"\n") > 0
    assert got(f"/public/journal/consistency/{reading.size()}/{reading.size() + 9}").status_code == 404
    assert got("/public/journal/checkpoint/999999").status_code == 404
