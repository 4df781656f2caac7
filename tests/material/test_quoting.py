"""What quotes what."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rogatory.material.quoting import looked_up, passages, quotes, runs, said

RECORD = (
    "On the third day the investigator read the statement aloud, and the brother signed every page of it without"
    " having been allowed to sit down. No lawyer was there. He was told that his mother would be next."
)
ANSWER = "I do not think that we should send this to anybody before the hearing, whatever the bank says about it."
OTHER = "The rent of the flat in the old town is due on the first, and the keys are with the neighbour on the left."


def quoted(text):
    return "\n".join(f"> {line}" for line in text.split(", "))


@pytest.mark.parametrize(
    ("one", "of", "does"),
    [
        pytest.param(f"{ANSWER}\n\n{quoted(RECORD)}", RECORD, True, id="below an answer, behind marks"),
        pytest.param(f"{ANSWER}\n\nOn Monday A. B. wrote:\n{RECORD}", RECORD, True, id="below the line of a program"),
        pytest.param(f"{ANSWER}\n{RECORD}\n{OTHER}", RECORD, True, id="taken in whole without any mark"),
        pytest.param(f"{OTHER}\n{quoted(RECORD[:100])}", RECORD, True, id="a marked passage of it"),
        pytest.param(RECORD, f"{ANSWER}\n\n{quoted(RECORD)}", False, id="what is quoted does not quote"),
        pytest.param(ANSWER, OTHER, False, id="two strangers"),
        pytest.param(f"Thank you. {ANSWER}", "Thank you.", False, id="too little is said to be quoted"),
        pytest.param(f"{ANSWER}\n> Thank you.", f"Thank you. {OTHER}", False, id="too little is marked"),
        pytest.param("", RECORD, False, id="nothing quotes nothing"),
        pytest.param(RECORD, "", False, id="nothing is not quoted"),
    ],
)
def test_one_quotes_another(one, of, does):
    assert quotes(said(one), said(of)) is does


@pytest.mark.parametrize(
    "line",
    [
        "-----Original Message-----", "On 3 March 2026, A. B. <a@b.example> wrote:", "Le mardi, A. B. a écrit :",
        "Op dinsdag schreef A. B. het volgende:", "Am Dienstag schrieb A. B.:", "вторник, А. Б. пишет:",
        "Salı günü A. B. şunu yazdı:", "-------- Пересылаемое сообщение --------", "Begin forwarded message:",
    ],
)  # fmt: skip
def test_the_line_of_a_program_announces_what_is_quoted(line):
    assert passages(f"Hello\n{line}\n{RECORD}")[-1].endswith(RECORD)


def test_layout_and_marks_make_no_difference_to_runs():
    assert runs(quoted(RECORD)).tolist() == runs(RECORD).tolist()


@given(st.lists(st.sampled_from("abcdefghijklmnopqrstuvwxyz"), min_size=16, max_size=40), st.text(), st.text())
def test_two_texts_that_share_sixteen_words_in_a_row_meet(shared, before, after):
    told = " ".join(shared)
    one, other = looked_up(runs(f"{before} \n {told}")), looked_up(runs(f"{told} \n {after}"))
    assert set(one.tolist()) & set(other.tolist())
