"""The rows behind the treaty matrix: what is refused, with its place and mend, and what the package holds."""

from datetime import date

import pytest

from rogatory.law.sources import Check
from rogatory.states import tables
from rogatory.states.records import both_sides, read_status
from rogatory.states.tables import is_listed_state, state_name
from rogatory.states.treaties import Precision, Status, TreatyDataError, TreatyStatus, packaged_matrix

MATRIX = packaged_matrix()


def party(state: str, instrument: str, since: date = date(2015, 3, 1)) -> TreatyStatus:
    return TreatyStatus(
        state,
        instrument,
        Status.PARTY,
        since,
        precision=Precision.DAY,
        as_of="2025-02-03",
        source="treaty office",
    )


# --- Malformed rows -----------------------------------------------------------------------------------

GOOD = {
    "state": "KZ",
    "instrument": "ETS-141",
    "status": "party",
    "from": "2015-04-01",
    "status_check": "verified",
    "date_check": "general",
    "as_of": "2023-10",
    "source": "treaty office",
}


def test_a_row_may_leave_out_its_precision() -> None:
    assert read_status(GOOD, where="case file, treaty 1").precision is Precision.DAY
    assert read_status(GOOD | {"from": "2015"}, where="x").precision is Precision.YEAR


@pytest.mark.parametrize(
    ("spoilt", "complaint"),
    [
        ({"state": "Kazakhstan"}, "two capital letters"),
        ({"state": "ZZ"}, "not named"),
        ({"instrument": ""}, "'instrument' is empty"),
        ({"status": "ratified"}, r"'status' is 'ratified'; write one of \['party'"),
        ({"from": "2015-13-01"}, "'from' is '2015-13-01', which is no day; write YYYY-MM-DD"),
        ({"from": "", "precision": "day"}, "give both or neither"),
        ({"from": "2015-04-02", "precision": "year"}, "'from' is a year alone"),
        ({"precision": "about"}, "'precision' is 'about'"),
        ({"to": "2020-01-01"}, "write status denounced"),
        ({"status": "denounced"}, "needs 'to'"),
        ({"status": "denounced", "to": "2015-04-01"}, "'to' must lie after 'from'"),
        ({"status_check": "sure"}, "'status_check' is 'sure'"),
        ({"date_check": "partly"}, "either verified or general"),
        ({"source": ""}, "needs its 'source'"),
        ({"as_of": "last year"}, "'as_of' must be"),
        ({"as_of": "2023-13"}, "'as_of' must be"),
        ({"until": "2020-01-01"}, r"unknown fields \['until'\]"),
    ],
)
def test_a_malformed_row_is_refused_with_its_place_and_mend(spoilt: dict[str, str], complaint: str) -> None:
    with pytest.raises(TreatyDataError, match=rf"^case file, treaty 1: .*{complaint}"):
        read_status(GOOD | spoilt, where="case file, treaty 1")


def test_a_missing_field_is_named() -> None:
    with pytest.raises(TreatyDataError, match="line 7: the field 'status' is missing"):
        read_status({k: v for k, v in GOOD.items() if k != "status"}, where="line 7")


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        (party("KZ", "ETS-1411"), "no instrument has the id 'ETS-1411'"),
        (party("KZ", "ETS-141", date(1990, 1, 1)), "in force only since 1993-09-01"),
        (party("FR", "BILATERAL:BE-KZ"), "one of the two states"),
    ],
)
def test_a_row_that_does_not_fit_the_list_is_refused(row: TreatyStatus, complaint: str) -> None:
    with pytest.raises(TreatyDataError, match=complaint):
        MATRIX.with_rows([row])


def test_both_sides_need_a_bilateral_treaty() -> None:
    with pytest.raises(TreatyDataError, match="not a bilateral treaty"):
        both_sides(party("BE", "ETS-030"))


# --- The packaged data --------------------------------------------------------------------------------


def test_every_state_of_the_rows_has_a_name_and_every_row_survives_writing_and_reading() -> None:
    for row in MATRIX.rows:
        assert is_listed_state(row.state), row
        assert state_name(row.state) != row.state or row.state == "INTERPOL"
        assert read_status(row.as_fields(), where="again") == row


def test_a_verified_row_never_rests_on_general_knowledge() -> None:
    for row in MATRIX.rows:
        assert (row.status_check is Check.VERIFIED) <= (row.source != "general knowledge"), row


def test_every_instrument_has_a_kind_and_a_depositary() -> None:
    for listed in MATRIX.instruments.values():
        assert listed.kinds
        assert listed.depositary
        assert listed.not_before > date.min


@pytest.mark.parametrize("line", ["BE,ECHR", "BE,ECHR,party,more"])
def test_a_line_with_too_few_or_too_many_fields_is_named(line: str) -> None:
    with pytest.raises(TreatyDataError, match=r"list\.csv line 3: not 3 fields"):
        list(tables._records("list.csv", f"state,instrument,status\nKZ,ECHR,none\n{line}\n"))


@pytest.mark.parametrize(
    ("spoilt", "complaint"),
    [({"kind": "rights+duties"}, r"unknown kind \['duties'\]"), ({"opened": "1957"}, "YYYY-MM-DD")],
)
def test_a_malformed_instrument_is_named(spoilt: dict[str, str], complaint: str) -> None:
    good = {"id": "X", "title": "A treaty", "kind": "rights", "depositary": "A", "opened": "", "in_force": ""}
    assert tables._instrument("line 2", good).not_before == date.min
    with pytest.raises(TreatyDataError, match=f"line 2: .*{complaint}"):
        tables._instrument("line 2", good | spoilt)
