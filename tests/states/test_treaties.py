"""The treaty matrix: who is bound by what, on which day, and how surely."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rogatory.law.sources import Check
from rogatory.states.records import both_sides
from rogatory.states.treaties import (
    ListedInstrument,
    Precision,
    Standing,
    Status,
    TreatyDataError,
    TreatyMatrix,
    TreatyStatus,
    UnknownInstrumentError,
    bilateral_id,
    packaged_matrix,
)

MATRIX = packaged_matrix()
BOUND, NOT_BOUND, UNCONFIRMED = Standing.BOUND, Standing.NOT_BOUND, Standing.UNCONFIRMED
SPRING_2018 = date(2018, 4, 1)  # when the letter rogatory behind this system was to be executed


def attested(state: str, instrument: str, **more: object) -> TreatyStatus:
    row = TreatyStatus(
        state,
        instrument,
        Status.PARTY,
        date(2015, 3, 1),
        precision=Precision.DAY,
        status_check=Check.VERIFIED,
        date_check=Check.VERIFIED,
        as_of="2025-02-03",
        source="treaty office, list printed 2025-02-03",
    )
    return replace(row, **more)  # type: ignore[arg-type]


# --- Belgium and Kazakhstan ---------------------------------------------------------------------------


def test_the_1959_convention_is_not_between_belgium_and_kazakhstan() -> None:
    bond = MATRIX.between("BE", "KZ", "ETS-030", SPRING_2018)
    assert bond.standing is NOT_BOUND
    assert bond.confirmed
    assert "Kazakhstan was not a party to ETS-030" in bond.why
    assert MATRIX.bound("BE", "ETS-030", SPRING_2018).standing is BOUND


def test_the_laundering_convention_is_between_them_but_its_first_day_has_to_be_confirmed() -> None:
    bond = MATRIX.between("BE", "KZ", "ETS-141", SPRING_2018)
    assert bond.standing is BOUND
    assert not bond.confirmed
    assert "2015-04-01 at the latest" in bond.why
    assert "To be confirmed with the depositary (Council of Europe)" in bond.why


def test_between_the_ratification_law_and_the_latest_possible_day_it_is_unconfirmed() -> None:
    assert MATRIX.between("BE", "KZ", "ETS-141", date(2012, 1, 1)).standing is UNCONFIRMED
    assert MATRIX.between("BE", "KZ", "ETS-141", date(1993, 8, 31)).standing is NOT_BOUND


def test_the_bases_of_assistance_between_them_in_2018() -> None:
    bonds = {bond.instrument: bond for bond in MATRIX.assistance_treaties_between("BE", "KZ", SPRING_2018)}
    assert {"ETS-141", "UNTOC", "UNCAC", "VIENNA-1988"} <= set(bonds)
    assert not {"ETS-030", "ETS-182", "ETS-185", "CETS-198", "EIO-DIRECTIVE", "BILATERAL:BE-KZ"} & set(bonds)
    assert all(bond.standing is not NOT_BOUND for bond in bonds.values())


def test_a_bilateral_treaty_that_nobody_looked_for_stays_open() -> None:
    first, *_ = MATRIX.assistance_treaties_between("BE", "UZ", SPRING_2018)
    assert first.instrument == "BILATERAL:BE-UZ"
    assert first.standing is UNCONFIRMED
    first, *_ = MATRIX.extradition_treaties_between("BE", "KZ", SPRING_2018)
    assert first.instrument == "BILATERAL-EXTRADITION:BE-KZ"
    assert first.standing is UNCONFIRMED


def test_the_press_report_of_2019_on_a_bilateral_treaty_no_longer_answers_in_2026() -> None:
    assert MATRIX.between("BE", "KZ", "BILATERAL:BE-KZ", SPRING_2018).standing is NOT_BOUND
    assert MATRIX.between("BE", "KZ", "BILATERAL:BE-KZ", date(2026, 1, 1)).standing is UNCONFIRMED


def test_what_each_of_the_two_reserved() -> None:
    declared = MATRIX.reservation("KZ", "ETS-141", SPRING_2018)
    assert declared is not None
    assert declared.text_held
    assert "32(2)" in declared.text
    on_file = MATRIX.reservation("BE", "ETS-185", SPRING_2018)
    assert on_file is not None
    assert not on_file.text_held
    assert MATRIX.reservation("KZ", "UNCAT", SPRING_2018) is None


# --- Beginnings, ends, gaps ---------------------------------------------------------------------------


def test_russia_and_the_echr_the_day_before_and_on_16_september_2022() -> None:
    before = MATRIX.bound("RU", "ECHR", date(2022, 9, 15))
    after = MATRIX.bound("RU", "ECHR", date(2022, 9, 16))
    assert (before.standing, before.confirmed) == (BOUND, True)
    assert (after.standing, after.confirmed) == (NOT_BOUND, True)
    assert "no longer bound by ECHR since 2022-09-16" in after.why
    assert MATRIX.bound("RU", "ECHR", date(1998, 5, 4)).standing is NOT_BOUND


@pytest.mark.parametrize(
    ("on", "standing"),
    [
        (date(1953, 9, 2), NOT_BOUND),
        (date(1967, 4, 21), BOUND),
        (date(1970, 6, 12), BOUND),
        (date(1970, 6, 13), NOT_BOUND),
        (date(1974, 11, 27), NOT_BOUND),
        (date(1974, 11, 28), BOUND),
    ],
)
def test_greece_left_the_echr_and_came_back(on: date, standing: Standing) -> None:
    assert MATRIX.bound("GR", "ECHR", on).standing is standing


def test_a_treaty_binds_from_its_entry_into_force_for_the_state_and_not_from_the_deposit() -> None:
    assert MATRIX.bound("BE", "ECHR-P13", date(2003, 9, 30)).standing is NOT_BOUND
    assert MATRIX.bound("BE", "ECHR-P13", date(2003, 10, 1)).standing is BOUND


def test_within_a_year_known_only_as_a_year_the_answer_is_unconfirmed() -> None:
    days = (date(2023, 12, 31), date(2024, 6, 1), date(2025, 1, 1))
    assert [MATRIX.bound("BE", "OPCAT", on).standing for on in days] == [NOT_BOUND, UNCONFIRMED, BOUND]


def test_a_protocol_not_yet_in_force_when_the_evidence_was_made_is_unconfirmed() -> None:
    bond = MATRIX.bound("HR", "CETS-223", date(2024, 1, 1))
    assert bond.standing is UNCONFIRMED
    assert "from which day is not known" in bond.why


def test_the_refugee_convention_binds_the_united_states_through_the_protocol() -> None:
    assert MATRIX.bound("US", "REFUGEE-1951", date(1968, 10, 31)).standing is NOT_BOUND
    assert MATRIX.bound("US", "REFUGEE-1951", date(1968, 11, 1)).standing is BOUND


# --- What is not known --------------------------------------------------------------------------------


def test_a_missing_pair_is_unconfirmed_and_never_a_no() -> None:
    bond = MATRIX.bound("AD", "CETS-212", SPRING_2018)
    assert (bond.standing, bond.confirmed, bond.source) == (UNCONFIRMED, False, "")
    assert "that is not a no" in bond.why


@pytest.mark.parametrize("code", ["ZZ", "JP", "be", ""])
def test_a_state_not_named_or_not_held_is_unconfirmed(code: str) -> None:
    assert MATRIX.bound(code, "UNCAT", SPRING_2018).standing is UNCONFIRMED
    assert MATRIX.between("BE", code, "UNCAT", SPRING_2018).standing is UNCONFIRMED
    assert not MATRIX.mutual_trust("BE", code, SPRING_2018)


def test_general_knowledge_answers_but_never_confirms() -> None:
    bound, absent = (MATRIX.bound(s, "ETS-099", SPRING_2018) for s in ("BE", "KZ"))
    assert (bound.standing, absent.standing) == (BOUND, NOT_BOUND)
    assert not bound.confirmed
    assert not absent.confirmed
    assert "the status is general knowledge" in absent.why


def test_evidence_confirms_for_about_a_year_after_its_date() -> None:
    fresh, stale = (MATRIX.bound("KZ", "ICCPR", day) for day in (date(2023, 8, 26), date(2023, 8, 27)))
    assert (fresh.standing, fresh.confirmed) == (BOUND, True)
    assert (stale.standing, stale.confirmed) == (BOUND, False)
    assert "2022-08-25" in stale.why


def test_an_absence_seen_long_ago_no_longer_answers() -> None:
    assert MATRIX.bound("UZ", "ICPPED", date(2018, 1, 1)).standing is NOT_BOUND
    assert MATRIX.bound("UZ", "ICPPED", date(2025, 1, 1)).standing is UNCONFIRMED


def test_an_unknown_instrument_is_an_error_that_names_near_ones() -> None:
    with pytest.raises(UnknownInstrumentError, match=r"'ETS-30' .*near: .*ETS-030"):
        MATRIX.bound("BE", "ETS-30", SPRING_2018)
    with pytest.raises(KeyError, match="alphabetical"):
        MATRIX.bound("BE", "BILATERAL:KZ-BE", SPRING_2018)


def test_a_moment_is_not_a_day() -> None:
    with pytest.raises(TypeError, match="give a date"):
        MATRIX.bound("BE", "ECHR", datetime(2018, 4, 1, tzinfo=UTC))


# --- Europe, and the organisation ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("a", "b", "on", "trust"),
    [
        ("BE", "ES", date(2018, 4, 1), True),
        ("BE", "KZ", date(2018, 4, 1), False),
        ("GB", "IE", date(2010, 1, 1), True),
        ("GB", "IE", date(2021, 1, 1), False),
        ("GB", "IE", date(2020, 1, 31), True),
        ("GB", "IE", date(2020, 2, 1), False),
        ("BE", "ES", date(2003, 12, 31), False),
        ("BE", "PL", date(2004, 4, 30), False),
        ("BE", "PL", date(2004, 5, 1), True),
        ("BE", "HR", date(2013, 6, 30), False),
        ("BE", "NO", date(2018, 4, 1), False),
        ("BE", "INTERPOL", date(2018, 4, 1), False),
    ],
)
def test_mutual_trust_is_for_members_of_the_union_on_that_day(a: str, b: str, on: date, trust: bool) -> None:
    assert MATRIX.mutual_trust(a, b, on) is trust


def test_the_investigation_order_leaves_out_denmark_and_ireland() -> None:
    on = date(2019, 10, 1)
    assert MATRIX.between("BE", "ES", "EIO-DIRECTIVE", on).standing is BOUND
    assert MATRIX.between("BE", "ES", "EIO-DIRECTIVE", date(2017, 5, 21)).standing is NOT_BOUND
    assert {MATRIX.bound(s, "EIO-DIRECTIVE", on).standing for s in ("DK", "IE", "KZ")} == {NOT_BOUND}


def test_twenty_seven_members_in_2021_and_twenty_eight_in_2019() -> None:
    states = {row.state for row in MATRIX.rows}
    for on, members in ((date(2021, 1, 1), 27), (date(2019, 1, 1), 28), (date(1958, 1, 1), 6)):
        assert sum(MATRIX.bound(s, "EU", on).standing is BOUND for s in states) == members


def test_no_treaty_binds_interpol_and_its_own_rules_do() -> None:
    for instrument in MATRIX.instruments:
        expected = BOUND if instrument == "INTERPOL-RULES" else NOT_BOUND
        assert MATRIX.bound("INTERPOL", instrument, SPRING_2018).standing is expected
    assert MATRIX.assistance_treaties_between("BE", "INTERPOL", SPRING_2018) == ()


# --- Rows added with evidence -------------------------------------------------------------------------


def test_an_added_bilateral_treaty_wins_over_the_packaged_row() -> None:
    treaty = attested("BE", "BILATERAL:BE-KZ", since=date(2024, 7, 1))
    matrix = MATRIX.with_rows(both_sides(treaty))
    bond = matrix.between("KZ", "BE", bilateral_id("KZ", "BE"), date(2025, 5, 1))
    assert (bond.standing, bond.confirmed) == (BOUND, True)
    assert matrix.between("BE", "KZ", "BILATERAL:BE-KZ", date(2024, 6, 30)).standing is NOT_BOUND
    assert matrix.assistance_treaties_between("BE", "KZ", date(2025, 5, 1))[0] == bond
    assert MATRIX.between("BE", "KZ", "BILATERAL:BE-KZ", date(2024, 7, 1)).standing is not BOUND


def test_one_side_of_a_bilateral_treaty_is_not_enough() -> None:
    matrix = MATRIX.with_rows([attested("BE", "BILATERAL:BE-UZ")])
    assert matrix.between("BE", "UZ", "BILATERAL:BE-UZ", date(2025, 1, 1)).standing is UNCONFIRMED
    assert matrix.bound("FR", "BILATERAL:BE-UZ", date(2025, 1, 1)).standing is NOT_BOUND


def test_an_attested_day_replaces_a_packaged_guess() -> None:
    matrix = MATRIX.with_rows([attested("KZ", "ETS-141", since=date(2015, 2, 1))])
    before, on_the_day = (matrix.bound("KZ", "ETS-141", date(2015, *md)) for md in ((1, 31), (2, 1)))
    assert (before.standing, before.confirmed) == (NOT_BOUND, True)
    assert (on_the_day.standing, on_the_day.confirmed) == (BOUND, True)
    assert on_the_day.source == "treaty office, list printed 2025-02-03"


def test_an_attested_absence_keeps_the_period_that_had_ended() -> None:
    absent = attested("RU", "ECHR", status=Status.NONE, since=None, precision=None)
    matrix = MATRIX.with_rows([absent])
    assert matrix.bound("RU", "ECHR", date(2010, 1, 1)).standing is BOUND
    today = matrix.bound("RU", "ECHR", date(2025, 6, 1))
    assert (today.standing, today.confirmed) == (NOT_BOUND, True)


def test_an_attested_absence_replaces_a_packaged_party_that_had_not_ended() -> None:
    absent = attested("RU", "ETS-182", status=Status.NONE, since=None, precision=None)
    assert MATRIX.with_rows([absent]).bound("RU", "ETS-182", date(2025, 3, 1)).standing is NOT_BOUND


def test_an_attested_absence_limited_in_time_says_nothing_outside_it() -> None:
    absent = attested("AD", "CETS-212", status=Status.NONE, since=date(2016, 1, 1), until=date(2019, 1, 1))
    matrix = MATRIX.with_rows([absent])
    days = (date(2015, 6, 1), date(2017, 6, 1), date(2019, 6, 1))
    assert [matrix.bound("AD", "CETS-212", on).standing for on in days] == [
        UNCONFIRMED,
        NOT_BOUND,
        UNCONFIRMED,
    ]


def test_a_later_addition_wins_over_an_earlier_one() -> None:
    first = MATRIX.with_rows([attested("KZ", "ETS-141", since=date(2015, 2, 1))])
    second = first.with_rows([attested("KZ", "ETS-141", since=date(2015, 4, 1))])
    assert second.bound("KZ", "ETS-141", date(2015, 3, 1)).standing is NOT_BOUND


def test_the_hash_names_the_edition() -> None:
    row = attested("KZ", "ETS-141")
    again = TreatyMatrix(MATRIX.instruments.values(), reversed(MATRIX.rows))
    assert len(MATRIX.hash) == 64
    assert again.hash == MATRIX.hash
    assert MATRIX.with_rows([]).hash == MATRIX.hash
    assert MATRIX.with_rows([row]).hash != MATRIX.hash
    assert MATRIX.with_rows([row]).hash == MATRIX.with_rows([row]).hash


@pytest.mark.parametrize("part", ["source", "as_of"])
def test_an_addition_needs_its_evidence(part: str) -> None:
    row = attested("KZ", "ETS-141", status_check=Check.GENERAL, **{part: ""})
    with pytest.raises(TreatyDataError, match="KZ, ETS-141: give 'source'"):
        MATRIX.with_rows([row])


def test_additions_that_contradict_each_other_are_refused() -> None:
    rows = [attested("KZ", "ETS-141"), attested("KZ", "ETS-141", since=date(2016, 1, 1))]
    with pytest.raises(TreatyDataError, match="two rows"):
        MATRIX.with_rows(rows)


# --- Properties ---------------------------------------------------------------------------------------

STATES = st.sampled_from([*sorted({row.state for row in MATRIX.rows}), "ZZ", "JP"])
INSTRUMENTS = st.sampled_from([*MATRIX.instruments, "BILATERAL:BE-KZ", "BILATERAL-EXTRADITION:FR-KZ"])
DAYS = st.dates(date(1950, 1, 1), date(2035, 12, 31))


@given(a=STATES, b=STATES, instrument=INSTRUMENTS, on=DAYS)
def test_between_is_symmetric_and_never_stronger_than_its_weaker_side(
    a: str, b: str, instrument: str, on: date
) -> None:
    bond = MATRIX.between(a, b, instrument, on)
    assert bond == MATRIX.between(b, a, instrument, on)
    sides = {MATRIX.bound(a, instrument, on).standing, MATRIX.bound(b, instrument, on).standing}
    weakest = next(s for s in (NOT_BOUND, UNCONFIRMED, BOUND) if s in sides)
    assert bond.standing is weakest
    assert not (bond.confirmed and bond.standing is UNCONFIRMED)
    assert bond.why.endswith(".")


PERIODS = st.lists(st.integers(1, 9000), min_size=1, max_size=6, unique=True).map(sorted)


@settings(max_examples=60)
@given(ends=PERIODS)
def test_each_day_of_a_history_is_answered_by_its_own_period(ends: list[int]) -> None:
    start = date(1990, 1, 1)
    listed = ListedInstrument("X-1", "A treaty", frozenset({"other"}), "nobody", start)
    days = [start + timedelta(n) for n in ends]
    pairs = list(zip(days[::2], days[1::2], strict=False))
    rows = [TreatyStatus("BE", "X-1", Status.DENOUNCED, begin, end, Precision.DAY, source="s") for begin, end in pairs]
    if len(days) % 2:
        rows.append(TreatyStatus("BE", "X-1", Status.PARTY, days[-1], None, Precision.DAY, source="s"))
    matrix = TreatyMatrix([listed], rows)
    for n, day in enumerate(days):
        inside = BOUND if n % 2 == 0 else NOT_BOUND
        outside = NOT_BOUND if n % 2 == 0 else BOUND
        assert matrix.bound("BE", "X-1", day).standing is inside
        assert matrix.bound("BE", "X-1", day - timedelta(1)).standing is outside
