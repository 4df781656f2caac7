"""Tables of the UN Treaty Collection as rows of treaty status: the day in force by the treaty's own rule."""

import re
from datetime import date

import pytest

from rogatory.states.indices.reading import IndexDataError
from rogatory.states.participants import IN_FORCE_AFTER, IN_FORCE_AFTER_MONTHS, read_by_year, read_participants
from rogatory.states.treaties import Precision, Standing, Status, packaged_matrix

MATRIX = packaged_matrix()
READ = date(2099, 3, 1)
HEAD = 'Participant,Signature,"Accession(a), Succession(d), Ratification"\n'


def read(instrument, *rows):
    text = HEAD + "".join(f"{row}\n" for row in rows)
    return read_participants(text.encode(), MATRIX.instrument(instrument), READ, "invented for this test")


CASES = [
    ("UNCAT", "Kazakhstan,,26 Aug 1998 a", date(1998, 9, 25), Precision.DAY),
    ("ICCPR", "Kazakhstan,2 Dec 2003,30 Nov 2004", date(2005, 2, 28), Precision.DAY),
    ("ICCPR-OP1", "Kazakhstan,,31 Dec 1998 a", date(1999, 3, 31), Precision.DAY),
    ("REFUGEE-1951", "Kazakhstan,,15 Jan 1999 a", date(1999, 4, 15), Precision.DAY),
    ("REFUGEE-1967", "Kazakhstan,,15 Jan 1999 a", date(1999, 1, 15), Precision.DAY),
    ("UNCAT", "Belarus,19 Dec 1985,13 Mar 1987", date(1987, 6, 26), Precision.DAY),
    ("UNCAT", "Bosnia and Herzegovina,,1 Sep 1993 d", date(1993, 9, 1), Precision.LATEST),
    ("UNCAT", "Türkiye 12,25 Jan 1988,2 Aug 1988", date(1988, 9, 1), Precision.DAY),
]


@pytest.mark.parametrize(("instrument", "row", "since", "precision"), CASES, ids=lambda v: str(v)[:30])
def test_who_joined_is_bound_from_the_day_the_treaty_says(instrument, row, since, precision):
    [status] = read(instrument, row).rows
    assert (status.status, status.since, status.precision) == (Status.PARTY, since, precision)
    assert (status.as_of, status.source) == ("2099-03-01", "invented for this test")


def test_who_only_signed_is_not_bound():
    [status] = read("UNCAT", "India,14 Oct 1997,").rows
    assert (status.status, status.since) == (Status.SIGNED, None)


def test_the_rows_are_attested_and_answer_before_the_packaged_ones():
    matrix = MATRIX.with_rows(read("UNCAT", "Kazakhstan,,26 Aug 1998 a").rows)
    bond = matrix.bound("KZ", "UNCAT", date(2099, 5, 1))
    assert (bond.standing, bond.confirmed, bond.source) == (Standing.BOUND, True, "invented for this test")


def test_the_rules_give_the_days_of_the_packaged_rows():
    """Where the package holds a deposit with its day in force, the rule here leads from one to the other."""
    deposits = [
        (row, date.fromisoformat(told[1]))
        for row in MATRIX.rows
        if row.instrument in {*IN_FORCE_AFTER, *IN_FORCE_AFTER_MONTHS} and row.precision is Precision.DAY
        if (told := re.match(r"deposited (\d{4}-\d{2}-\d{2})$", row.note))
    ]
    for row, day in deposits:
        [made] = read(row.instrument, f"Belgium,,{day.day} {day:%b %Y}").rows
        assert made.since == row.since, row
    assert len(deposits) > 500


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("Ruritania,,26 Aug 1998 a", "'Ruritania' names no state"),
        ("Kazakhstan,,in August", "'in August' is no day"),
        ("Kazakhstan,,31 Feb 1998", "is no day of the calendar"),
        ("Kazakhstan,,", "has neither signed nor joined"),
    ],
)
def test_a_row_that_cannot_be_read_is_told_and_the_others_are_read(row, why):
    found = read("UNCAT", row, "Belarus,19 Dec 1985,13 Mar 1987")
    assert [(r.row, why in r.why) for r in found.refused] == [(2, True)]
    assert len(found.rows) == 1


def test_a_treaty_whose_rule_is_not_known_is_refused():
    with pytest.raises(ValueError, match="when ETS-030 comes into force for a state is not known here"):
        read("ETS-030", "Kazakhstan,,26 Aug 1998 a")


def test_another_table_is_refused():
    with pytest.raises(IndexDataError, match="no column participant"):
        read_participants(b"State,Day\nKZ,1\n", MATRIX.instrument("UNCAT"), READ, "x")


YEARS = "instrument,iso2,member,state party,year ratification or accession,signatory,no action,status,note\n"
KNOWN = {"cat": MATRIX.instrument("UNCAT")}


def by_year(*rows):
    return read_by_year((YEARS + "".join(f"{row}\n" for row in rows)).encode(), KNOWN, READ, "invented for this test")


def test_a_year_alone_binds_by_the_end_of_the_next_at_the_latest():
    party, signed, none = by_year(
        "cat,DZ,Algeria,1,1989,0,0,state party,",
        "cat,IN,India,0,,1,0,signatory state,",
        "cat,IR,Iran,0,,0,1,no action,",
    ).rows
    assert (party.since, party.precision) == (date(1990, 12, 31), Precision.LATEST)
    assert (signed.status, none.status) == (Status.SIGNED, Status.NONE)


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("cat,KZ,Kazakhstan,0,2009,0,1,state party,", "says otherwise than its flags"),
        ("cat,KZ,Kazakhstan,1,2009,1,0,state party,", "exactly one is 1"),
        ("cat,KZ,Kazakhstan,1,,0,0,state party,", "a party has one"),
        ("crc,KZ,Kazakhstan,1,1994,0,0,state party,", "instrument 'crc' is none of cat"),
    ],
)
def test_a_row_that_contradicts_itself_is_told_and_not_taken(row, why):
    found = by_year(row)
    assert found.rows == []
    assert why in found.refused[0].why
