"""Keys of names in a table: what they find there, with a dictionary in the place of the index. All are invented."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rogatory.linkage.candidates import UnreadableNameError
from rogatory.linkage.keys import COUNTED, LIMIT, Question, keys

GIVEN = ("Daniyar", "Saltanat", "Ruslan", "Meruert", "Farhad", "Zeynep", "Oksana", "Viktor", "Hassan", "Lihua")
FAMILY = ("Ospanov", "Bekturov", "Sadykova", "Haddad", "Tkachenko", "Yildirim", "Rahmani", "Petrenko", "Chen", "Volkov")


class Table:
    """The table of keys as a database would answer from it."""

    def __init__(self, names):
        self.entries = len(names)
        self.rows: dict[str, list[str]] = {}
        for name in names:
            for key in keys(name):
                self.rows.setdefault(key, []).append(name)

    def ask(self, *names):
        question = Question(names)
        counts = {key: min(COUNTED, len(self.rows[key])) for key in question.counted if key in self.rows}
        best: dict[tuple[str, int], float] = {}
        for lookup in question.lookups(counts, self.entries):
            for name in self.rows.get(lookup.key, ())[:LIMIT]:
                best[name, lookup.place] = max(lookup.bits, best.get((name, lookup.place), 0.0))
        gained: dict[str, float] = {}
        for (name, _), bits in best.items():
            gained[name] = gained.get(name, 0.0) + bits
        return sorted(gained, key=gained.__getitem__, reverse=True)


PLANTED = (
    "Төлеген Жәрдембеков",
    "عبد الرحمن التكريني",
    "陈宇航",
    "심도윤",
    "Лідія Олександрівна Марченко",
    "שלמה בן-דרור",
)


@pytest.fixture(scope="module")
def table():
    return Table([*(f"{g} {f}" for g in GIVEN for f in FAMILY), *PLANTED])


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("Tulegen Zhardembekov", PLANTED[0]),
        ("JARDEMBEKOV, Tolegen", PLANTED[0]),
        ("Abdulrahman al-Tikrini", PLANTED[1]),
        ("Chen Yuhang", PLANTED[2]),
        ("Sim Do-yun", PLANTED[3]),
        ("Marchenko Lidiya", PLANTED[4]),
        ("Lidiia Oleksandrivna Martchenko", PLANTED[4]),
        ("Shlomo Ben Dror", PLANTED[5]),
        ("Zhardembekov", PLANTED[0]),
    ],
)
def test_a_name_is_found_by_its_keys_in_another_script_order_and_spelling(table, asked, found):
    assert found in table.ask(asked)[:5]


def test_what_any_form_of_the_name_finds_is_found(table):
    assert {PLANTED[0], PLANTED[2]} <= set(table.ask("Chen Yuhang", "Tulegen Zhardembekov")[:10])


def test_a_common_word_is_looked_up_only_beside_another():
    many = Table([f"Muhammad {GIVEN[k % 10]} {k}" for k in range(3 * COUNTED)] + ["Muhammad Qizilqumov"])
    assert many.ask("Мухаммад Кизилкумов")[0] == "Muhammad Qizilqumov"
    question = Question(["Muhammad Qizilqumov"])
    lookups = question.lookups({"MT": COUNTED, "KSLKMF": 1}, many.entries)
    assert "MT" not in {lookup.key for lookup in lookups}
    assert {"KSLKMF MT", "KSLKMF"} <= {lookup.key for lookup in lookups}


def test_few_keys_stand_for_a_name():
    assert keys("Saltanat Bekturova") == {"SLTNT", "BKTRF", "BKTRF SLTNT"}
    assert max(len(keys(name)) for name in PLANTED) <= 60


@pytest.mark.parametrize("name", ["", "---", "\u202e\u200b"])
def test_a_name_without_letters_has_no_keys_and_cannot_be_asked(name):
    assert keys(name) == frozenset()
    with pytest.raises(UnreadableNameError):
        Question([name])


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.text(st.sampled_from("abdeghijklmnoprstuvyzжқүшнعمدرחש陳志도"), min_size=1, max_size=8),
        min_size=1,
        max_size=5,
    ),
    st.randoms(use_true_random=False),
)
def test_a_name_finds_itself_whatever_its_order(words, random):
    name = " ".join(words)
    table = Table([name, "Ruslan Volkov"])
    assert name in table.ask(name)
    if all(word.isascii() and len(word) > 2 for word in words):
        assert name in table.ask(" ".join(random.sample(words, len(words))))


@pytest.mark.parametrize("name", ["b" * 10_000, "Иванов Петр " * 2_000, "陈" * 10_000])
def test_a_name_of_any_length_has_few_keys(name):
    assert 0 < len(keys(name)) <= 60
    assert len(Question([name]).lookups(dict.fromkeys(keys(name), 5), 100)) <= 4_000
