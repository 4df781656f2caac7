"""The order of reading over a ledger: what is given out, what the samples tell, and that nothing is cleared by it."""

from hashlib import sha256
from random import Random

import pytest

from rogatory.material.items import Content, Digest, State, item, seizure_id
from rogatory.material.questions import Asked, Kin, Together
from rogatory.material.ranking.answers import AnswersError, mattering, read_answers
from rogatory.material.record import Record
from rogatory.sifting.budget import BUDGET
from rogatory.sifting.ledger.ledger import Ledger
from rogatory.sifting.run.ranking import How, Wanted, of_contents, rank
from rogatory.sifting.stages import Stage
from rogatory.sifting.visited.visiting import Done, Visit
from tests.material.review import ANSWERS, given

KIN = Kin({}, {})
SCOPE = Wanted(Asked.SCOPE, batch=10, control=60, seed=4)


def texts():
    random = Random(3)
    for number in range(300):
        words = [f"w{int(random.paretovariate(1)) % 500}" for _ in range(30)] + [f"n{number}"]
        yield " ".join([*words, *(("grain", "silo", "harvest") if number % 10 == 0 else ())])


@pytest.fixture
def ledger(tmp_path):
    """A ledger of 300 read texts, of which every tenth is about grain."""
    made = Ledger(tmp_path / "ledger.sqlite3")
    told = {Digest(sha256(text.encode()).hexdigest()): text for text in texts()}
    items = [(item(seizure_id("S"), b"%d" % n, one), Content(one, "0" * 64, 9), "") for n, one in enumerate(told)]
    made.take("S", b"r" * 32, items)
    tasks = made.lease("test", 300, 0, 1)
    done = {Stage.EXTRACT: Done(Stage.EXTRACT, State.OK)}
    made.record("test", [Visit(task, "text/plain", dict(done), told[task.content]) for task in tasks], BUDGET)
    yield made
    made.close()


def answered(ledger, contents):
    return {one: "grain" in ledger.text(one) for one in contents}


def read_on(ledger, folder, rounds):
    """So many rounds by people who answer everything they are given, the control sample first."""
    answers: dict[Digest, bool] = {}
    for _ in range(rounds):
        found = rank(ledger, folder, SCOPE, answers)
        answers |= answered(ledger, (*found.control, *found.next))
    return found, answers


def test_what_matters_is_found_early_and_the_control_sample_tells_so(ledger, tmp_path):
    found, _ = read_on(ledger, tmp_path, 9)
    assert found.of == 300
    assert found.read < 120
    assert found.found >= 27
    share = found.shares[How.CONTROL]
    assert share.least <= found.found / 30 <= share.most
    assert "a human's decision" in found.advice[How.CONTROL].says


def test_what_was_given_out_is_given_out_again_until_it_is_answered(ledger, tmp_path):
    first = rank(ledger, tmp_path, SCOPE, {})
    again = rank(ledger, tmp_path, SCOPE, {})
    assert (first.next, first.control) == (again.next, again.control)
    assert len(first.next) == 10
    answers = answered(ledger, first.next[:4])
    later = rank(ledger, tmp_path, SCOPE, answers)
    assert later.next[:6] == first.next[4:]
    assert len(later.next) == 10


def test_answers_in_the_control_sample_are_not_known_to_the_order(ledger, tmp_path):
    first = rank(ledger, tmp_path, SCOPE, {})
    found = rank(ledger, tmp_path, SCOPE, answered(ledger, first.control))
    assert found.read < 20 < len(first.control)
    assert found.shares[How.CONTROL].estimate < 0.5


def test_a_sample_counts_as_far_as_it_was_read_from_its_beginning(ledger, tmp_path):
    first = rank(ledger, tmp_path, SCOPE, {})
    picked = answered(ledger, first.control[1:])
    assert How.CONTROL not in rank(ledger, tmp_path, SCOPE, picked).shares


def test_an_elusion_sample_is_drawn_from_what_is_unread(ledger, tmp_path):
    _, answers = read_on(ledger, tmp_path, 9)
    thinking = Wanted(Asked.SCOPE, batch=1, control=60, elusion=40, seed=4)
    drawn = rank(ledger, tmp_path, thinking, answers).elusion
    assert not {*drawn} & {*ledger.drawn("scope", "order")}
    after = rank(ledger, tmp_path, SCOPE, answers | answered(ledger, drawn))
    assert after.shares[How.ELUSION].most >= after.found / 30 >= after.shares[How.ELUSION].least


def test_rows_are_made_once_and_anew_when_a_text_has_changed(ledger, tmp_path):
    rank(ledger, tmp_path, SCOPE, {})
    (kept,) = tmp_path.glob("rows-*.npz")
    made = kept.stat().st_mtime_ns
    rank(ledger, tmp_path, SCOPE, {})
    assert kept.stat().st_mtime_ns == made
    ledger.retry(Stage.EXTRACT, state=State.OK)
    (task, *_) = ledger.lease("test", 1, 0, 1)
    ledger.record("test", [Visit(task, "text/plain", {Stage.EXTRACT: Done(Stage.EXTRACT, State.OK)}, "new")], BUDGET)
    assert ledger.rows_kept() == ""


def test_what_lies_in_two_places_matters_if_it_does_in_one(ledger):
    (content, *_) = ledger.with_texts()
    (one,) = ledger.items(content=content)
    assert of_contents(ledger, {one.ident: True, content: False}) == {content: True}


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        (["yes"], "line 1"),
        (["content,matters", f"{'a' * 64},perhaps"], "line 2"),
        ([f"{'a' * 64},yes", f"{'a' * 64},no"], "line 2: aaa"),
        (["abc,yes"], "64 digits"),
    ],
)
def test_what_is_no_answer_is_refused_with_its_line(lines, says):
    with pytest.raises(AnswersError, match=says):
        read_answers(lines)


def test_answers_come_from_a_table_or_from_the_review():
    assert read_answers(["content,matters", f"{'a' * 64}, Yes", "", f"{'b' * 64},no"]) == {
        "a" * 64: True,
        "b" * 64: False,
    }
    record = Record()
    for name, asked, values in (
        ("in", Asked.SCOPE, {"item.relevance": "in-scope"}),
        ("out", Asked.SCOPE, {"item.relevance": "out-of-scope"}),
        ("unclear", Asked.SCOPE, {"item.relevance": "unknown"}),
        ("free", Asked.PRIVILEGE, ANSWERS[Asked.PRIVILEGE]),
    ):
        record.answer(given(name, asked, values=values, together=Together.ALONE), KIN)
    names = ("in", "out", "unclear", "free", "unread")
    assert mattering(record, Asked.SCOPE, names) == {"in": True, "out": False}
    assert mattering(record, Asked.PRIVILEGE, names) == {"free": False}
