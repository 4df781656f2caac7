"""Reading what others measure of states: every value with its place, nothing filled in, nothing blended.

The tables are invented, in the shape in which the makers of the data sets give them out.
"""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rogatory.states.indices.catalogue import Better, Coding, catalogue
from rogatory.states.indices.coding import code_of
from rogatory.states.indices.reading import Edition, IndexDataError, read, rows_of, sheet_of

TODAY = date(2026, 3, 2)
SHAPES = {
    "vdem": (
        ("country_name,country_text_id,country_id,year,v2x_clphy,v2x_clphy_codelow,v2x_clphy_codehigh,v2cltort\n"
        "Kazakhstan,KAZ,121,2098,0.4,0.3,0.5,-1.25\nKosovo,XKX,43,2098,,,,0.5\n"),
        [("v2x_clphy", "KZ", 2098, "0.4", "0.3", "0.5"), ("v2cltort", "KZ", 2098, "-1.25", None, None),
         ("v2cltort", "XK", 2098, "0.5", None, None)],
    ),
    "fitw": (
        (",,,,,,,,\nCountry/Territory,Region,C/T,Edition,Status,PR rating,CL rating,F1,Total\n"
        "Belarus,Eurasia,c,2099,NF,7,6,0,9\nCrimea,Eurasia,t,2099,NF,7,6,0,2\n"),
        [("Status", "BY", 2098, "not free", None, None), ("Total", "BY", 2098, "9", None, None),
         ("PR rating", "BY", 2098, "7", None, None), ("CL rating", "BY", 2098, "6", None, None),
         ("F1", "BY", 2098, "0", None, None)],
    ),
    "pts": (
        ("Country,Country_OLD,Year,COW_Code_A,COW_Code_N,WordBank_Code_A,UN_Code_N,Region,PTS_A,PTS_H,PTS_S\n"
        "C\xf4te d'Ivoire,C\xf4te d'Ivoire,2098,CDI,437,CIV,384,ssa,4,NA,3\n"
        "Algeria,Algeria,2098,ALG,615,DZA,12,mena,2,2,2\n"),
        [("PTS_A", "CI", 2098, "4", None, None), ("PTS_S", "CI", 2098, "3", None, None),
         ("PTS_A", "DZ", 2098, "2", None, None), ("PTS_H", "DZ", 2098, "2", None, None),
         ("PTS_S", "DZ", 2098, "2", None, None)],
    ),
    "ciri": (
        "CTRY,YEAR,CIRI,COW,PHYSINT,DISAP,KILL,POLPRIS,TORT,INJUD\nTurkey,2098,1,640,3,2,-999,0,1,\n",
        [("TORT", "TR", 2098, "1", None, None), ("DISAP", "TR", 2098, "2", None, None),
         ("POLPRIS", "TR", 2098, "0", None, None), ("PHYSINT", "TR", 2098, "3", None, None)],
    ),
    "cirights": (
        "country,year,physint,disap,kill,polpris,tort,injud\nTajikistan,2098,3,,1,0,1,0\n",
        [("tort", "TJ", 2098, "1", None, None), ("kill", "TJ", 2098, "1", None, None),
         ("polpris", "TJ", 2098, "0", None, None), ("injud", "TJ", 2098, "0", None, None),
         ("physint", "TJ", 2098, "3", None, None)],
    ),
    "latent": (
        "Entity,Year,Human rights protection\nRussia,2098,-1.5\n",
        [("Human rights protection", "RU", 2098, "-1.5", None, None)],
    ),
    "latent-full": (
        "YEAR,CIRI,COW,theta_mean,theta_sd,country_name\n2098,1,705,-0.5,0.25,Kazakhstan\n2098,2,347,0.5,NA,Kosovo\n",
        [("theta_mean", "KZ", 2098, "-0.5", "-0.75", "-0.25"), ("theta_mean", "XK", 2098, "0.5", None, None)],
    ),
    "wjp": (
        ('Country,Abbreviation,Overall Score,Year,Factor 1:Constraints on Government Powers,'
        '"Factor 8:Criminal\nJustice",8.4 Criminal justice is impartial,8.41 not this one\n'
        "Kyrgyz Republic,KGZ,0.5,2098,0.4,0.3,0.2,0.9\n"),
        [("Overall Score", "KG", 2098, "0.5", None, None), ("Factor 1", "KG", 2098, "0.4", None, None),
         ("Factor 8", "KG", 2098, "0.3", None, None), ("8.4", "KG", 2098, "0.2", None, None)],
    ),
    "cdpd": (
        "Country,Year,COWCODE,Deathpenalty,CDPD_version\nKAZAKHSTAN,2098,705,0,9\nBELARUS,2098,370,4.0,9\n",
        [("Deathpenalty", "KZ", 2098, "abolished", None, None), ("Deathpenalty", "BY", 2098, "kept", None, None)],
    ),
}  # fmt: skip


def edition(name, version="v9"):
    return Edition(name, version, TODAY, "as its makers ask")


def reading(name, text):
    dataset = catalogue()[name]
    return read(dataset, rows_of(dataset, text.encode(dataset.encoding)), edition(name))


def told(value):
    point = value.word or str(value.point)
    return (value.indicator, value.state, value.year, point, *(b and str(b) for b in (value.low, value.high)))


def test_every_data_set_has_a_sample_in_its_shape():
    assert SHAPES.keys() == catalogue().keys()


@pytest.mark.parametrize(("name", "text", "values"), [(n, *s) for n, s in SHAPES.items()], ids=SHAPES)
def test_each_value_is_read_with_its_state_and_the_year_it_describes(name, text, values):
    found = reading(name, text)
    assert sorted(map(told, found.values)) == sorted(values)
    assert found.refused == []
    assert {value.edition for value in found.values} == {edition(name)}


def test_the_sheet_that_is_the_table_is_found_behind_an_index():
    dataset = catalogue()["fitw"]
    table = rows_of(dataset, SHAPES["fitw"][0].encode())
    assert sheet_of(dataset, [[["Index"], ["About"]], table]) is table
    with pytest.raises(IndexDataError, match="no sheet has headings"):
        sheet_of(dataset, [[["Index"]]])


def test_what_is_missing_is_counted_and_never_filled_in():
    found = reading("ciri", SHAPES["ciri"][0])
    assert found.missing == {"KILL": 1, "INJUD": 1}
    assert "KILL" not in {value.indicator for value in found.values}


def test_a_territory_is_no_state_and_is_counted():
    assert reading("fitw", SHAPES["fitw"][0]).left_out == 1


def test_which_indicators_a_table_lacks_is_told():
    assert "v2x_jucon" in reading("vdem", SHAPES["vdem"][0]).absent


HEAD = "CTRY,YEAR,TORT\n"
REFUSED = {
    "a state nobody knows": ("Ruritania,2098,1\n", "'Ruritania' names no state that is known"),
    "a state that is no more": ("Soviet Union,2098,1\n", "names no state that is known"),
    "a year that is none": ("Turkey,98a,1\n", "'98a' is no year"),
    "a value beyond the scale": ("Turkey,2098,3\n", "it lies outside 0 to 2"),
    "no number": ("Turkey,2098,often\n", "it is no number"),
    "an infinite number": ("Turkey,2098,Infinity\n", "it is no number"),
    "the same twice, otherwise": ("Turkey,2098,1\nTurkey,2098,2\n", "stands in row 2 too, with another value"),
}


@pytest.mark.parametrize(("row", "why"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_read_is_told_with_its_place_and_the_rest_is_read(row, why):
    found = reading("ciri", f"{HEAD}{row}Belarus,2098,0\n")
    [refused] = found.refused
    assert why in refused.why
    assert refused.row == row.count("\n") + 1
    assert ("TORT", "BY", 2098, "0", None, None) in map(told, found.values)


def test_the_same_row_twice_is_one_value():
    found = reading("ciri", f"{HEAD}Turkey,2098,1\nTurkey,2098,1\n")
    assert (len(found.values), found.refused) == (1, [])


NO_TABLE = {
    "another table": ("country,score\nX,1\n", "no row of headings has 'CTRY' and 'YEAR'"),
    "nothing": ("", "no row of headings"),
    "no column that is read": ("CTRY,YEAR,GDP\nTurkey,2098,1\n", "none of its columns"),
    "a quote that is never closed": (f'{HEAD}"Turkey,2098,1\n', "no table of values"),
}


@pytest.mark.parametrize(("text", "why"), NO_TABLE.values(), ids=NO_TABLE)
def test_what_is_no_table_of_the_data_set_is_refused_as_a_whole(text, why):
    with pytest.raises(IndexDataError, match=why):
        reading("ciri", text)


def test_a_table_in_another_encoding_is_refused_with_the_byte():
    dataset = catalogue()["ciri"]
    with pytest.raises(IndexDataError, match="byte 0: it is no text in utf-8"):
        rows_of(dataset, b"\xff\xfe")


@pytest.mark.parametrize(("version", "licence"), [("", "CC0"), ("v9", " ")])
def test_a_release_that_cannot_be_cited_is_refused(version, licence):
    with pytest.raises(IndexDataError, match="name the version"):
        Edition("ciri", version, TODAY, licence)


def test_a_release_of_one_data_set_is_not_that_of_another():
    dataset = catalogue()["ciri"]
    with pytest.raises(IndexDataError, match="the edition is of 'pts'"):
        read(dataset, rows_of(dataset, HEAD.encode()), edition("pts"))


@given(st.lists(st.lists(st.text(max_size=8), max_size=4), max_size=6))
def test_whatever_stands_in_a_table_each_value_lies_on_its_scale(rows):
    dataset = catalogue()["ciri"]
    found = read(dataset, [["CTRY", "YEAR", "TORT"], *rows], edition("ciri"))
    assert all(value.point is not None and Decimal(0) <= value.point <= Decimal(2) for value in found.values)


CODES = [
    ("KAZ", Coding.ALPHA3, "KZ"),
    ("kaz", Coding.ALPHA3, "KZ"),
    ("ROM", Coding.ALPHA3, "RO"),
    ("4", Coding.NUMERIC, "AF"),
    ("705", Coding.COW, "KZ"),
    ("", Coding.COW, None),
    ("265", Coding.COW, None),
    ("kz", Coding.ALPHA2, "KZ"),
    ("Türkiye", Coding.NAME, "TR"),
    ("Viet Nam", Coding.NAME, "VN"),
    ("Iran, Islamic Rep.", Coding.NAME, "IR"),
    ("TRINIDAD  and Tobago", Coding.NAME, "TT"),
    ("XYZ", Coding.ALPHA3, None),
    ("", Coding.NAME, None),
    ("", Coding.NUMERIC, None),
    ("Korea", Coding.NAME, None),
]


@pytest.mark.parametrize(("text", "coding", "code"), CODES)
def test_a_state_is_known_by_its_codes_and_names_and_never_guessed(text, coding, code):
    assert code_of(text, coding) == code


def test_both_ends_of_a_scale_are_told_for_each_indicator():
    for dataset in catalogue().values():
        for one in dataset.indicators.values():
            assert (one.better is Better.NONE) == bool(one.words), (dataset.id, one.column)
