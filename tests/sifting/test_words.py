"""Situations in which texts and their words are written down, and what that costs the file."""

import zlib
from contextlib import closing

import pytest

from rogatory.sifting.ledger.database import Lite
from rogatory.sifting.ledger.packing import packed, unpacked


def test_contents_that_come_in_any_order_are_written_once(tmp_path):
    """The largest are read first, so their numbers come in no order; each step back would be a part to be merged."""
    with closing(Lite(tmp_path / "ledger.sqlite3")) as ledger:
        come = [(number, f"a contract of the year {number}") for number in (7, 3, 12, 1, 9)]
        with ledger.together():
            ledger.index([], come)
        parts = ledger.execute("SELECT COUNT(DISTINCT segid) FROM words_idx").fetchone()
        found = ledger.execute("SELECT rowid FROM words WHERE words MATCH 'contract' ORDER BY rowid").fetchall()

    assert parts == (1,)
    assert [number for (number,) in found] == [1, 3, 7, 9, 12]


@pytest.mark.parametrize("text", ["", "a", "Zoë wrote: γειά σου \U0001f600 " * 40_000])
def test_a_text_is_packed_as_zlib_packs_so_what_either_wrote_the_other_reads(text):
    assert zlib.decompress(packed(text)).decode() == unpacked(zlib.compress(text.encode())) == text
