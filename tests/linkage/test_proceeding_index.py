"""Proceedings looked up among many, and parties paired with parties."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rogatory.casefile.parties import Party
from rogatory.linkage.assignment import assign
from rogatory.linkage.proceeding_index import Candidates, ProceedingIndex
from rogatory.linkage.read_proceeding import blocking_keys, read_proceeding, reference_keys, victim_key
from tests.linkage.build import proceedings, some


class TestKeys:
    def test_whoever_shares_a_number_in_any_form_shares_a_key(self):
        left = read_proceeding(proceedings(references=["ЕРДР № 187500121000008", "2016/12345"]))
        for text in ("18-7500-12-1-000008", "18750О121000008", "INTERPOL file 2016/012345"):
            assert reference_keys(left) & reference_keys(read_proceeding(proceedings(references=[text]))), text
        related = read_proceeding(proceedings(related=["187500121000008"]))
        assert reference_keys(left) & reference_keys(related)
        assert not reference_keys(left) & reference_keys(read_proceeding(proceedings(references=["187500121000009"])))

    @pytest.mark.parametrize(
        ("left", "right"),
        [
            (some(parties=["Жәрдемәлі Дана"]), some(parties=["Dana Jardemali"])),
            (some(officials=("Серіков Ерлан",)), some(officials=("Yerlan SERIKOV",))),
            (some(victims=("АО «Акмола Инвест»",)), some(victims=("Akmola Invest JSC",))),
            (some(amounts=["1 234 567 тенге"]), some(amounts=["KZT 1,234,567"])),
        ],
    )  # fmt: skip
    def test_whoever_may_be_alike_shares_another(self, left, right):
        one, other = (blocking_keys(read_proceeding(proceedings(**told))) for told in (left, right))
        assert one & other

    def test_a_round_amount_and_a_bank_without_a_name_are_no_keys(self):
        assert (
            blocking_keys(read_proceeding(proceedings(amounts=["6 млрд долларов"], victims=("the bank",))))
            == frozenset()
        )
        assert victim_key("АО Банк") == "", "a bank like any other"

    def test_whoever_is_told_by_an_identifier_is_looked_up_by_the_names_given_for_it(self):
        read = read_proceeding(replace(proceedings(), parties=(Party(person="P1"),)))
        assert blocking_keys(read) == frozenset()
        assert blocking_keys(read, names_of=lambda party: ["Dana Ospanova"])

    def test_a_word_of_a_name_left_out_hides_nobody(self):
        full, short = (
            blocking_keys(read_proceeding(proceedings(parties=[n])))
            for n in ("Dana Ospanova Marat", "Ospanova D. Dana")
        )
        assert full & short


class TestOffice:
    AUTHORITIES = ("Ankara Cumhuriyet Başsavcılığı", "Ankara 2. Ağır Ceza Mahkemesi")

    @pytest.mark.parametrize(
        ("number", "office"), [("2016/123 E.", "tr.assize@nkr#2"), ("2016/123 soruşturma", "prosecutor@nkr#")]
    )
    def test_of_several_authorities_the_one_gave_a_number_that_gives_such(self, number, office):
        read = read_proceeding(proceedings(state="TR", references=[number], bodies=self.AUTHORITIES))
        assert [one.office for one, _ in read.references] == [office]
        assert read.references[0][0].steps == ("office taken from the authorities named",)


class TestIndex:
    def test_a_shared_number_comes_first_and_is_never_left_out(self):
        index = ProceedingIndex()
        for i in range(5):
            index.add(read_proceeding(proceedings(f"R{i}", parties=["Dana Ospanova"])))
        index.add(read_proceeding(proceedings("R5", references=["18 7500 12 1 000008"], parties=["Dana Ospanova"])))
        asked = read_proceeding(proceedings(references=["ЕРДР 187500121000008"], parties=["Ospanova Dana"]))
        found = index.candidates(asked, most=2)
        assert (found.places, found.left_out) == ((5, 0, 1), 3)

    def test_what_is_rare_counts_for_more_than_what_many_share(self):
        index = ProceedingIndex()
        for i in range(9):
            index.add(read_proceeding(proceedings(f"R{i}", victims=("Akmola Invest",))))
        rare = index.add(read_proceeding(proceedings("R9", parties=["Dana Ospanova"])))
        asked = read_proceeding(proceedings(victims=("Akmola Invest JSC",), parties=["Дана Оспанова"]))
        assert index.candidates(asked, most=1).places == (rare,)

    def test_whoever_was_found_elsewhere_is_compared_too(self):
        index = ProceedingIndex()
        index.add(read_proceeding(proceedings(parties=["Marat Bekov"])))
        place = index.add(read_proceeding(proceedings(parties=["Somebody Else"])))
        found = index.candidates(read_proceeding(proceedings(parties=["Marat Bekov"])), also=[place], most=0)
        assert (found.places, found.left_out) == ((place,), 1)

    def test_what_was_taken_out_is_found_no_more_and_nobody_gets_its_place(self):
        index = ProceedingIndex()
        told = proceedings(references=["187500121000008"], parties=["Marat Bekov"])
        place = index.add(read_proceeding(told))
        index.remove(place)
        assert index.candidates(read_proceeding(told)) == Candidates(())
        assert index.add(read_proceeding(told)) == place + 1

    def test_what_a_crowd_shares_is_passed_over(self):
        index = ProceedingIndex(crowd=2)
        for _ in range(3):
            index.add(read_proceeding(proceedings(victims=("Akmola Invest",))))
        assert index.candidates(read_proceeding(proceedings(victims=("Akmola Invest",)))) == Candidates(())

    def test_nothing_shared_gives_nobody(self):
        index = ProceedingIndex()
        assert index.candidates(read_proceeding(proceedings(parties=["Dana Ospanova"]))).places == ()
        index.add(read_proceeding(proceedings(parties=["Marat Bekov"])))
        assert index.candidates(read_proceeding(proceedings(parties=["Dana Ospanova"]))).places == ()

    def test_persons_of_an_entry_are_found_by_the_names_given_for_them(self):
        index = ProceedingIndex()
        index.add(
            read_proceeding(replace(proceedings(), parties=(Party(person="K1"),))), names_of=lambda _: ["Dana Ospanova"]
        )
        assert index.candidates(read_proceeding(proceedings(parties=["Ospanova, Dana"]))).places == (0,)


def best(weights, rows, columns):
    """The greatest sum there is, by trying everything."""
    if not rows:
        return 0.0
    first, rest = rows[0], rows[1:]
    left_out = best(weights, rest, columns)
    taken = (weights.get((first, c), 0) + best(weights, rest, columns - {c}) for c in columns)
    return max([left_out, *taken])


@given(st.dictionaries(st.tuples(st.integers(0, 4), st.integers(0, 4)), st.integers(-3, 9), max_size=25))
def test_the_pairing_explains_the_most_there_is_to_explain(weights):
    made = assign(weights)
    assert len(set(made.values())) == len(made)
    assert all(weights[pair] > 0 for pair in made.items())
    assert sum(weights[pair] for pair in made.items()) == best(weights, list(range(5)), frozenset(range(5)))


def test_fifty_parties_are_paired_and_a_thousand_still_answered():
    everybody = {(i, j): 1.0 + (i * 7 + j * 13) % 50 for i in range(50) for j in range(50)}
    assert len(assign(everybody)) == 50
    assert len(assign({(i, j): 1.0 + (i == j) for i in range(300) for j in range(300)})) == 300
