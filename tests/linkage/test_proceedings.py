"""Two proceedings compared: the class, what it rests on, and what is asked without telling what is known."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rogatory.casefile.parties import Identity, Party, Proceeding, Told
from rogatory.linkage.evidence import Closeness, Family, total
from rogatory.linkage.pieces import BITS
from rogatory.linkage.proceedings import PersonLikeness, by_identities, compare_proceedings
from rogatory.linkage.read_proceeding import blocking_keys, read_proceeding
from tests.linkage.build import proceedings, some

IDENTICAL, SAME_FACTS, CONNECTED = Closeness.IDENTICAL, Closeness.SAME_FACTS, Closeness.CONNECTED
SIMILAR, NONE = Closeness.SIMILAR, Closeness.NONE


def exact(left, right):
    """Persons as a register knows them that compares to the letter: no bits but for the same name."""
    if left.name and left.name == right.name:
        return PersonLikeness(12.0, "The same name.", settled=True)
    return PersonLikeness(-8.0)


def compared(left, right, same=exact):
    return compare_proceedings(proceedings("L", **left), proceedings("R", **right), same)


A, B, C = "Dana Ospanova", "Erlan Serikov", "Marat Bekov"
CLASSES = {
    "the same number": (
        some(references=["ЕРДР № 187500121000008"]), some(references=["18 7500 12 1 000008"]), IDENTICAL),
    "the same number, everything else another": (
        some(references=["ЕРДР № 187500121000008"], period=("2001", "2002"), parties=[A]),
        some(references=["187500121000008"], period=("2012", "2013"), parties=[B]), IDENTICAL),
    "the same opinion": (some(references=["Opinion No. 67/2030"]), some(references=["A/HRC/WGAD/2030/67"]), IDENTICAL),
    "the next number": (some(references=["187500121000008"]), some(references=["187500121000009"]), NONE),
    "the next number, and little else": (
        some(references=["187500121000008"], articles=["ст. 189 УК РК"]),
        some(references=["187500121000009"], articles=["ст. 189 УК РК"]), NONE),
    "a number of another state": (
        some(references=["уголовное дело № 678540"], state="RU"), some(references=["уголовное дело № 678540"]), NONE),
    "a party and the amount": (
        some(parties=[A], amounts=["KZT 1 234 567 890"]), some(parties=[A, B], amounts=["1.234.567.890 тенге"]),
        SAME_FACTS),
    "a party, the body, the article then and now, the time": (
        some(parties=[A], bodies=("КНБ РК",), articles=["ст. 235 УК РК 1997 г."], period=("2005", "2009"),
             offences=["Создание организованной группы"]),
        some(parties=[A], bodies=("National Security Committee",), articles=["Art. 262 CC 2014"], period=("2008", ""),
             offences=["organised criminal group"], officials=("X Y",)), CONNECTED),
    "a party, an official and the body": (
        some(parties=[A], officials=("A. Investigator",), bodies=("Антикоррупционная служба",)),
        some(parties=[A], officials=("A. Investigator",), bodies=("Anti-Corruption Agency",)), CONNECTED),
    "two parties and the victim": (
        some(parties=[A, B], victims=("АО «Акмола Инвест»",)),
        some(parties=[B, A], victims=("Akmola Invest JSC",)), SAME_FACTS),
    "two parties alone": (some(parties=[A, B]), some(parties=[B, A, C]), CONNECTED),
    "two parties and a round sum": (
        some(parties=[A, B], amounts=["6 млрд тенге"]), some(parties=[B, A], amounts=["KZT 6 billion"]), CONNECTED),
    "a party alone": (some(parties=[A]), some(parties=[A]), CONNECTED),
    "severed": (some(related=["ЕРДР 187500121000008"]), some(references=["ЕРДР 187500121000008"]), CONNECTED),
    "severed, told on the other side": (
        some(references=["ЕРДР 187500121000008"]), some(related=["ЕРДР 187500121000008"]), CONNECTED),
    "severed from the same": (
        some(related=["ЕРДР 187500121000008"], references=["ЕРДР 197500121000011"]),
        some(related=["ЕРДР 187500121000008"], references=["ЕРДР 207500121000333"]), CONNECTED),
    "alike in body, article and time": (
        some(bodies=("КНБ РК",), articles=["ст. 189 УК РК 2014"], period=("2016", "2017"), offences=["растрата"]),
        some(bodies=("KNB",), articles=["Art. 189 CC (2014)"], period=("2015", "2016"), offences=["embezzlement"]),
        SIMILAR),
    "alike, and at another time": (
        some(bodies=("КНБ РК",), articles=["ст. 189 УК РК 2014"], period=("2016", "2017")),
        some(bodies=("KNB",), articles=["Art. 189 CC (2014)"], period=("2019", "2020")), NONE),
    "a Turkish number and its office": (
        some(state="TR", references=["2016/12345 soruşturma"], bodies=("Ankara Cumhuriyet Başsavcılığı",)),
        some(state="TR", references=["investigation no. 2016/012345, Ankara Chief Public Prosecutor's Office"]),
        IDENTICAL),
    "a Turkish number without its office": (
        some(state="TR", references=["2016/12345 soruşturma"]),
        some(state="TR", references=["Ankara Cumhuriyet Başsavcılığı 2016/12345 Sor."]), SIMILAR),
    "a Turkish number without its office, and a party": (
        some(state="TR", references=["2016/12345 soruşturma"], parties=[A]),
        some(state="TR", references=["Ankara Cumhuriyet Başsavcılığı 2016/12345 Sor."], parties=[A]), SAME_FACTS),
    "a Turkish number of two offices": (
        some(state="TR", references=["2016/12345 soruşturma"], bodies=("İzmir Cumhuriyet Başsavcılığı",)),
        some(state="TR", references=["2016/12345 soruşturma"], bodies=("Ankara Cumhuriyet Başsavcılığı",)), NONE),
    "a form not known": (
        some(state="UZ", references=["Case 4711-B"]), some(state="UZ", references=["case 4711-b"]), SIMILAR),
    "nothing told": (some(), some(), NONE),
    "nothing told on one side": (some(), some(references=["187500121000008"], parties=[A], amounts=["5 EUR"]), NONE),
}  # fmt: skip


@pytest.mark.parametrize(("left", "right", "closeness"), CLASSES.values(), ids=CLASSES)
def test_the_class_follows_from_the_evidence(left, right, closeness):
    match = compared(left, right)
    assert match.closeness is closeness, [(e.family.name, e.bits, e.says) for e in match.evidence]
    assert compared(right, left).closeness is closeness
    assert compared(right, left).bits == pytest.approx(match.bits)


def pieces(match, family):
    return [e for e in match.evidence if e.family is family]


def test_a_prosecutor_general_of_another_state_is_another():
    here, there = some(bodies=("Генеральная прокуратура",)), some(bodies=("Prosecutor General's Office",), state="RU")
    assert compared(here, there).evidence == ()
    assert compared(here, some(bodies=("Prosecutor General's Office",))).bits == BITS.body


def test_each_piece_shows_both_words_and_what_was_made_of_them():
    match = compared(
        some(references=["2016/012345 soruşturma"], state="TR"), some(references=["2016/12345 Sor."], state="TR")
    )
    (piece,) = match.evidence
    assert (piece.left.text, piece.right.text) == ("2016/012345", "2016/12345")
    assert piece.left.where == "letter, p. 2"
    assert piece.steps == ("left: leading zeros dropped",)
    assert piece.bits == BITS.maybe_number


def test_a_small_number_without_its_office_says_little():
    match = compared(
        some(references=["2016/7 soruşturma"], state="TR"), some(references=["2016/7 soruşturma"], state="TR")
    )
    assert match.bits == 3
    assert match.closeness is NONE


def test_a_number_one_figure_apart_is_no_evidence_and_must_be_looked_up():
    match = compared(some(references=["187500121000008"]), some(references=["187500121000009"]))
    (piece,) = match.evidence
    assert piece.bits == 0
    assert "look at the originals" in piece.says


def test_in_a_list_of_a_thousand_numbers_the_same_one_is_found():
    many = [f"ЕРДР {157500121000000 + i}" for i in range(1, 1000)]
    match = compared(some(references=many), some(references=[*reversed(many[:60]), "ЕРДР 207500121000333"]))
    assert match.closeness is IDENTICAL
    apart = compared(some(references=many), some(references=[f"ЕРДР {207500121000000 + i}" for i in range(1, 60)]))
    assert apart.closeness is NONE


def test_two_numbers_of_one_register_speak_against_unless_they_are_linked():
    left, right = some(references=["ЕРДР 187500121000008"]), some(references=["ЕРДР 207500121000333"])
    assert compared(left, right).bits == BITS.other_number
    linked = compared(left | some(related=["ЕРДР 207500121000333"]), right)
    assert linked.bits == BITS.linked
    assert linked.closeness is CONNECTED


def test_letters_and_opinions_may_be_several_and_one_is_worth_less_than_a_case():
    here, there = some(references=["Opinion No. 67/2030"]), some(references=["Opinion No. 11/2031"])
    assert compared(here, there).evidence == ()
    assert compared(here, here).bits == BITS.same_other
    assert (
        compared(some(references=["ЕРДР 187500121000008"]), some(references=["187500121000008"])).bits == BITS.same_case
    )


def test_absence_is_no_evidence_and_contradiction_is():
    full = some(
        parties=[A, B], amounts=["USD 1,234,567"], victims=("Akmola Invest",), articles=["ст. 189 УК РК"],
        bodies=("КНБ",), period=("2005", "2009"), officials=("A. Investigator",), references=["187500121000008"],
    )  # fmt: skip
    for name in full:
        without = {key: value for key, value in full.items() if key != name}
        family = [e for e in compared(full, without).evidence if e.bits < 0]
        assert family == [], name
    disjoint = compared(full, full | some(period=("2015", "2016")))
    assert [e.family for e in disjoint.evidence if e.bits < 0] == [Family.PERIOD]
    assert disjoint.evidence[-1].bits == BITS.disjoint


def test_somebody_of_the_same_name_and_another_day_of_birth_speaks_against():
    def contradicting(left, right):
        return PersonLikeness(-5.0, "Born in 1968, born in 1990.", contradicted=left.name == right.name)

    match = compared(some(parties=[A]), some(parties=[A]), contradicting)
    assert [(e.bits, e.says) for e in match.evidence] == [(BITS.contradicted, "Born in 1968, born in 1990.")]
    assert match.closeness is NONE


def test_no_party_counts_twice_nor_for_more_than_its_most():
    match = compared(some(parties=[A]), some(parties=[A, A]))
    assert [e.bits for e in match.evidence] == [BITS.party]


def test_parties_are_paired_so_that_the_most_is_explained():
    def near(left, right):
        bits = {("a", "x"): 9.0, ("a", "y"): 8.0, ("b", "x"): 8.0, ("b", "y"): -5.0}
        return PersonLikeness(bits.get((left.name, right.name), bits.get((right.name, left.name), -9.0)))

    match = compared(some(parties=["a", "b"]), some(parties=["x", "y"]), near)
    assert match.bits == 16, "a with y and b with x, though a with x alone is stronger"


def test_names_are_compared_across_scripts_where_nothing_else_is_given():
    match = compare_proceedings(
        proceedings("L", parties=["Жәрдемәлі Дана"], officials=("Е. Серіков",)),
        proceedings("R", parties=["Dana JARDEMALI"]),
    )
    (party,) = pieces(match, Family.PARTY)
    assert party.bits > 5
    assert any("Жәрдемәлі" in step for step in party.steps)


def test_a_name_alone_connects_nothing_and_two_do():
    one = compare_proceedings(proceedings("L", parties=["Дана Оспанова"]), proceedings("R", parties=[A]))
    assert one.closeness is SIMILAR
    two = compare_proceedings(proceedings("L", parties=["Дана Оспанова", B]), proceedings("R", parties=[B, C, A]))
    assert two.closeness is CONNECTED


def known(name, *born):
    return lambda party: Identity((name,), born) if party.person else None


def test_whoever_is_the_same_beyond_doubt_connects():
    left = Proceeding("L", "KZ", parties=(Party("P1"), Party(name=B)))
    right = Proceeding("R", "KZ", parties=(Party("K1", role="protected"),))
    same = by_identities(known("Дана Оспанова", "1968-03-05"), known("OSPANOVA Dana", "5 March 1968"))
    match = compare_proceedings(left, right, same)
    assert match.closeness is CONNECTED
    (party,) = match.evidence
    assert (party.left.text, party.right.text, party.bits) == ("P1", "K1 (protected)", BITS.party)
    assert any("1968" in step for step in party.steps)


def test_whoever_was_born_on_another_day_speaks_against():
    left, right = Proceeding("L", parties=(Party("P1"),)), Proceeding("R", parties=(Party("K1"),))
    same = by_identities(known("Дана Оспанова", "1968-03-05"), known("OSPANOVA Dana", "1994-11-17"))
    match = compare_proceedings(left, right, same)
    assert match.bits < 0
    assert match.closeness is NONE
    alone = by_identities(known("Дана Оспанова"), known("OSPANOVA Dana"))
    assert compare_proceedings(left, right, alone).closeness is SIMILAR, "by the name alone"
    stranger = by_identities(known("Дана Оспанова"), known("Marat Bekov"))
    assert compare_proceedings(left, right, stranger).evidence == ()


def test_one_number_outweighs_another_day_of_birth():
    def who(name, born):
        return lambda _: Identity((name,), (born,), numbers=("KZ:680305450010",))

    left, right = Proceeding("L", parties=(Party("P1"),)), Proceeding("R", parties=(Party("K1"),))
    same = by_identities(who("Дана Оспанова", "1968-03-05"), who("OSPANOVA Dana", "1994-11-17"))
    assert compare_proceedings(left, right, same).bits > 0


def test_a_round_amount_says_little():
    bits = {
        text: compared(some(amounts=[text]), some(amounts=[text])).bits
        for text in ("6 млрд долларов", "1,2 млрд тенге", "334 млн долларов", "12,345 EUR", "KZT 1 234 567 890")
    }
    assert list(bits.values()) == [0.5, 1.0, 2.5, 6.0, 6.0]


def test_families_of_many_pieces_have_a_most():
    amounts = ["USD 1,234,567", "USD 7,654,321", "EUR 1,111,222"]
    victims = ("Akmola Invest", "Second Fund of Aktau", "Third Firm of Oral")
    match = compared(some(amounts=amounts, victims=victims), some(amounts=amounts, victims=victims))
    assert total(pieces(match, Family.AMOUNT)) == BITS.amounts
    assert total(pieces(match, Family.VICTIM)) == BITS.victims


class TestWhatIsMissing:
    def test_is_asked_of_the_requesting_state_in_words_that_rest_on_its_request_alone(self):
        left = some(parties=[A], amounts=["USD 1,234,567"])
        known = some(
            parties=[A, "Secret Witness"], amounts=["USD 1,234,567"], references=["ЕРДР 187500121000008"],
            bodies=("КНБ РК",), officials=("Hidden Investigator",), period=("2005", "2009"), articles=["ст. 189 УК РК"],
            victims=("Akmola Invest",), offences=["растрата"],
        )  # fmt: skip
        asked = [m for m in compared(left, known).missing if m.of == "requesting state"]
        other = [
            m
            for m in compared(left, some(parties=[A], amounts=["USD 1,234,567"])).missing
            if m.of == "requesting state"
        ]
        assert asked == other, "what is known here changes nothing of what is asked"
        assert asked[0].what == "the number of the case in the Unified Register of Pre-Trial Investigations (ERDR)"

    def test_is_the_copy_of_a_page_where_a_number_is_one_figure_apart(self):
        left, right = (
            some(references=["187500121000008"], parties=[A]),
            some(references=["187500121000009"], parties=[A]),
        )
        missing = compared(left, right).missing
        assert missing[0].what == "a copy of the page on which the number of the case stands"
        assert "000009" not in str(missing)

    def test_is_the_office_where_several_give_the_same_number(self):
        left = some(state="TR", references=["2016/12345 soruşturma"], parties=[A])
        assert "which office or court gave the number of the case" in [m.what for m in compared(left, left).missing]

    def test_is_the_number_of_the_register_where_that_has_none(self):
        left, right = some(references=["187500121000008"], parties=[A]), some(parties=[A])
        assert "register" in [m.of for m in compared(left, right).missing]

    @pytest.mark.parametrize("same", [some(references=["187500121000008"]), some()])
    def test_is_nothing_where_it_is_settled_or_there_is_nothing(self, same):
        assert compared(same, same).missing == ()


PIECES = [
    some(references=["ЕРДР 187500121000008"]),
    some(references=["2016/12345 soruşturma"]),
    some(references=["Opinion No. 67/2030"]),
    some(related=["ЕРДР 197500121000011"]),
    some(parties=[A]),
    some(parties=[B]),
    some(officials=("A. Investigator",)),
    some(bodies=("КНБ РК",)),
    some(bodies=("Ankara Cumhuriyet Başsavcılığı",)),
    some(bodies=("İzmir Cumhuriyet Başsavcılığı",)),
    some(articles=["ст. 189 УК РК"]),
    some(articles=["ст. 235 УК РК 1997"]),
    some(offences=["embezzlement from a bank"]),
    some(offences=["растрата средств"]),
    some(victims=("Akmola Invest",)),
    some(amounts=["USD 1,234,567"]),
    some(amounts=["6 EUR"]),
    some(references=["ЕРДР 197500121000011"]),
    some(references=["ЕРДР 187500121000009"]),
    some(references=["2016/12345"]),
]  # fmt: skip
SOME = st.lists(st.sampled_from(PIECES), max_size=6, unique_by=id)


def merged(*parts):
    whole: dict[str, tuple[object, ...]] = {}
    for part in parts:
        for name, value in part.items():
            whole[name] = (*whole.get(name, ()), *value)
    return whole


@given(SOME, SOME, st.sampled_from(PIECES))
def test_a_piece_told_on_both_sides_never_lowers_the_bits(left, right, piece):
    before = compared(merged(*left), merged(*right))
    after = compared(merged(*left, piece), merged(*right, piece))
    assert after.bits >= before.bits - 1e-9


@given(SOME, SOME)
def test_the_class_is_the_same_from_both_sides(left, right):
    one, other = compared(merged(*left), merged(*right)), compared(merged(*right), merged(*left))
    assert one.closeness is other.closeness
    assert one.bits == pytest.approx(other.bits)
    assert [e.bits for e in one.evidence] == sorted((e.bits for e in one.evidence), reverse=True)


TEXT = st.text(max_size=30)


@given(
    st.builds(
        Proceeding,
        id=TEXT,
        state=st.sampled_from(["", "KZ", "TR", "??"]),
        references=st.lists(st.builds(Told, TEXT), max_size=3).map(tuple),
        bodies=st.lists(TEXT, max_size=2).map(tuple),
        officials=st.lists(TEXT, max_size=2).map(tuple),
        offences=st.lists(st.builds(Told, TEXT), max_size=2).map(tuple),
        articles=st.lists(st.builds(Told, TEXT), max_size=2).map(tuple),
        period=st.tuples(TEXT, TEXT),
        opened=TEXT,
        parties=st.lists(st.builds(Party, TEXT, TEXT, TEXT), max_size=3).map(tuple),
        victims=st.lists(TEXT, max_size=2).map(tuple),
        amounts=st.lists(st.builds(Told, TEXT), max_size=2).map(tuple),
        related=st.lists(st.builds(Told, TEXT), max_size=2).map(tuple),
    )
)
def test_whatever_is_told_is_compared_without_fault(told):
    match = compare_proceedings(told, told)
    assert match.closeness in Closeness
    blocking_keys(read_proceeding(told))
