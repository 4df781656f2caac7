"""A question answered by a whole number takes digits and nothing that some language would take for a number."""

from dataclasses import replace

import pytest

from rogatory.intake import reading
from rogatory.law.questions import Form
from rogatory.law.vocabulary import VOCABULARY
from tests.malformed.sound import SOUND, faults_of

MONTHS = replace(VOCABULARY["arrest.since"], id="arrest.months", form=Form.NUMBER, values=(), unit="months")


@pytest.fixture(autouse=True)
def a_question_with_a_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "VOCABULARY", {**VOCABULARY, MONTHS.id: MONTHS})


def answered(answer: str) -> list[str]:
    old = "  - question: arrest.since\n    answer: 2025-03-01"
    return faults_of(SOUND.replace(old, f"  - question: arrest.months\n    answer: {answer}").encode())


@pytest.mark.parametrize("answer", ["0", "12", "012", "[12]", "unknown", "'12'", "999999999"])
def test_digits_are_a_number(answer: str) -> None:
    assert answered(answer) == []


@pytest.mark.parametrize(
    "answer",
    [
        "twelve",
        "1_000",
        "1,000",
        "-1",
        "+1",
        "1.0",
        "1e3",
        "0x1F",
        "0o17",
        ".inf",
        ".nan",
        "²",
        "٣",
        "½",
        "yes",
        "9" * 10,
    ],
)
def test_nothing_else_is(answer: str) -> None:
    (fault,) = answered(answer)
    assert fault.startswith(
        "line 48, findings[2].answer: arrest.months is answered by a whole number (months), not by "
    )
    assert fault.endswith("Write digits only, at most nine.")


@pytest.mark.parametrize("answer", ["[]", "[1, 2]", "[12, unknown]"])
def test_one_number_is_taken(answer: str) -> None:
    assert answered(answer) == [
        "line 48, findings[2].answer: arrest.months takes one answer. Write one of: a number, or unknown."
    ]
