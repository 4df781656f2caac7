"""What others measure of states, on a real database: a release comes in, is replaced, and is never changed."""

import hashlib
from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone

from rogatory.law.acts import Role
from rogatory.office.errors import FormError
from rogatory.office.folds.dossier import BARRED
from rogatory.office.perform import Barred, Done
from rogatory.people.mandates import index_stream
from rogatory.registry.cases import journal
from rogatory.registry.indices import door
from rogatory.registry.indices.models import Measured, Release
from tests.registry.office import Registry

pytestmark = pytest.mark.django_db

READ = date(2026, 3, 2)
TABLE = (
    "Country,Country_OLD,Year,UN_Code_N,PTS_A,PTS_H,PTS_S\n"
    "Kazakhstan,Kazakhstan,2097,398,3,NA,2\nKazakhstan,Kazakhstan,2098,398,4,3,3\nAlgeria,Algeria,2098,12,2,2,2\n"
)  # invented


@pytest.fixture
def office():
    return Registry.opened()


def bring(office, text=TABLE, role=Role.CENTRAL_AUTHORITY, **changed):
    told: dict[str, Any] = {"edition": "PTS-2099", "read_on": READ, "licence": "as its makers ask"} | changed
    return door.bring(office.accounts[role], "pts", text.encode("cp1252"), "pts-2099.csv", **told)


def test_a_release_comes_in_with_its_digest_edition_and_licence_in_the_journal(office):
    came = bring(office)
    assert isinstance(came.result, Done)
    [entry] = journal.entries_of(index_stream("pts"))
    assert {part: entry.fields[part] for part in ("edition", "read_on", "licence", "file", "digest")} == {
        "edition": "PTS-2099", "read_on": "2026-03-02", "licence": "as its makers ask", "file": "pts-2099.csv",
        "digest": hashlib.sha256(TABLE.encode("cp1252")).hexdigest(),
    }  # fmt: skip
    assert (entry.fields["states"], entry.fields["values"], entry.fields["refused"]) == (2, 8, 0)
    [held] = door.held("KZ")
    told = [(v.indicator, v.year, str(v.point), v.row) for v in held.values]
    assert told == [("PTS_A", 2097, "3", 2), ("PTS_S", 2097, "2", 2), ("PTS_A", 2098, "4", 3), ("PTS_H", 2098, "3", 3),
                    ("PTS_S", 2098, "3", 3)]  # fmt: skip
    assert {v.edition for v in held.values} == {held.edition}
    assert (held.edition.version, held.edition.licence, held.seq) == ("PTS-2099", "as its makers ask", came.seq)


def test_a_state_that_is_not_in_it_has_no_value_and_the_release_says_so(office):
    bring(office)
    [held] = door.held("BE")
    assert held.values == ()


def test_a_later_release_replaces_it_and_the_earlier_stays_as_it_was(office):
    first = bring(office)
    before = list(Measured.objects.filter(came_in=first.seq).values())
    second = bring(office, TABLE.replace("2098,398,4", "2098,398,5"), edition="PTS-2100")
    assert [r.replaced for r in Release.objects.order_by("came_in")] == [second.seq, None]
    assert list(Measured.objects.filter(came_in=first.seq).values()) == before
    [held] = door.held("KZ")
    assert {v.edition.version for v in held.values} == {"PTS-2100"}, "no value of one release beside the other's"


def test_what_cannot_be_read_of_it_is_told_and_the_rest_comes_in(office):
    came = bring(office, f"{TABLE}Ruritania,Ruritania,2098,999,2,2,2\n")
    assert [r.row for r in came.reading.refused] == [5]
    assert came.result.entry.fields["refused"] == 1
    assert len(door.held("KZ")[0].values) == 5


def test_who_may_not_is_barred_and_that_is_recorded(office):
    others = [role for role in Role if role not in (Role.CENTRAL_AUTHORITY, Role.GOVERNMENT)]
    for role in others:
        assert isinstance(bring(office, role=role).result, Barred), role
    assert [e.act for e in journal.entries_of(index_stream("pts"))] == [BARRED] * len(others)
    assert not Release.objects.exists()
    assert not Measured.objects.exists()


REFUSED = {
    "another table": ({"text": "a,b\n1,2\n"}, "is it the table of Political Terror Scale"),
    "nothing in it": ({"text": TABLE[:53]}, "no value in it could be read"),
    "no edition": ({"edition": " "}, "name the version"),
    "no licence": ({"licence": ""}, "name the version of the data set and the licence"),
    "fetched tomorrow": ({"read_on": timezone.localdate() + timedelta(days=2)}, "still to come"),
}


@pytest.mark.parametrize(("changed", "why"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_cited_or_read_is_refused_and_nothing_is_written(office, changed, why):
    with pytest.raises(FormError, match=why):
        bring(office, **changed)
    assert journal.entries_of(index_stream("pts")) == ()


def test_the_same_file_does_not_come_in_twice(office):
    bring(office)
    with pytest.raises(FormError, match="stands already"):
        bring(office, edition="PTS-2099 again")


def test_a_data_set_nobody_knows(office):
    with pytest.raises(FormError, match="there is no data set 'wdi'"):
        door.bring(office.accounts[Role.CENTRAL_AUTHORITY], "wdi", b"x", "x", edition="1", read_on=READ, licence="l")
