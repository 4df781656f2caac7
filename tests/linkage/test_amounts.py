"""Amounts of money, in the ways they are written, compared to the last unit."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rogatory.linkage.amounts import amounts

WRITTEN = {
    "blanks": ("KZT 1 200 000 000", "KZT:1200000000"),
    "hard blanks": ("1\u00a0200\u00a0000 тенге", "KZT:1200000"),
    "commas": ("USD 1,234,567.89", "USD:1234567.89"),
    "dots": ("1.234.567,89 EUR", "EUR:1234567.89"),
    "a Swiss stroke": ("1'000'000 CHF", "CHF:1000000"),
    "milliards": ("6 млрд долларов США", "USD:6000000000"),
    "a point as of decimals": ("7.5 billion dollars", "USD:7500000000"),
    "a comma as of decimals": ("12,5 million euros", "EUR:12500000"),
    "a point as of thousands": ("5.000 TL", "TRY:5000"),
    "three figures behind the point, and a scale": ("1.275 млрд тенге", "KZT:1275000000"),
    "thousands": ("500 тыс. рублей", "RUB:500000"),
    "Turkish": ("10 milyon Türk Lirası", "TRY:10000000"),
    "Chinese": ("3亿元", "CNY:300000000"),
    "Chinese, ten thousands": ("300万美元", "USD:3000000"),
    "Chinese, the currency first": ("人民币500万元", "CNY:5000000"),
    "in words too": ("1 000 000 (один миллион) тенге", "KZT:1000000"),
    "a dollar cut short": ("6 млрд дол. США", "USD:6000000000"),
    "French": ("2,5 milliards de tenges", "KZT:2500000000"),
    "a sign": ("$7.5bn", "USD:7500000000"),
    "figures of Arabic script": ("٥٠٠٠ USD", "USD:5000"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "key"), WRITTEN.values(), ids=WRITTEN)
def test_an_amount_is_read_however_it_is_written(text, key):
    (read,) = amounts(text)
    assert read.key == key
    assert read.raw in text


@pytest.mark.parametrize("text", ["", "6 млрд", "in 2009", "Art. 176 CC", "0 USD", "EUR", "two dollars", "tl"])
def test_what_names_no_sum_or_no_currency_is_no_amount(text):
    assert amounts(text) == ()


def test_a_text_may_hold_several():
    assert [a.key for a in amounts("334 млн. долларов США и 2 млрд тенге")] == ["USD:334000000", "KZT:2000000000"]


def test_what_was_read_into_it_is_said():
    (read,) = amounts("5.000 TL")
    assert read.steps == ("the sign in 5.000 divides thousands", "tl read as TRY")


def test_a_round_amount_has_few_figures():
    told = {"6 млрд долларов": 1, "KZT 1 200 000 000": 2, "USD 1,234,567.89": 9, "EUR 100": 1}
    assert {text: amounts(text)[0].figures for text in told} == told


@given(st.one_of(st.text(max_size=60), st.text("0123456789 .,'млрдKZTUSD$€млн亿元tl\u00a0", max_size=60)))
def test_any_text_is_read_without_fault(text):
    for read in amounts(text):
        assert read.value > 0
        assert read.figures > 0
        assert read.raw in text


@given(st.integers(1, 10**12))
def test_grouping_does_not_matter(value):
    told = {f"{value} EUR", f"{value:,} EUR", f"EUR {value:,}".replace(",", " "), f"{value:,} EUR".replace(",", ".")}
    assert {a.key for text in told for a in amounts(text)} == {f"EUR:{value}"}


HARD = {
    "figures": "1" * 100_000,
    "groups": "1 234" * 20_000,
    "currencies": "usd " * 25_000,
    "scales": "1 млн " * 15_000,
    "blanks": "usd" + " " * 100_000 + "1",
}


@pytest.mark.parametrize("text", HARD.values(), ids=HARD)
def test_no_text_makes_it_slow(text):
    began = time.process_time()
    amounts(text)
    assert time.process_time() - began < 10, "many times what it takes: only a search without bound reaches it"
