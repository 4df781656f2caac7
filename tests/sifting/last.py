"""In the cage: the last reader of the ladder, asked alone."""

from io import FileIO

from rogatory.sifting.budget import BUDGET
from rogatory.sifting.stages import fallback
from rogatory.sifting.stages.subject import EndedError, Subject
from rogatory.sifting.visited import inside

READABLE, PAIRS = inside.READABLE, inside.PAIRS


def call(values, data, answer):
    """Read the bytes and answer with the text, or why there is none."""
    with FileIO("/dev/null") as nothing:
        subject = Subject(nothing, len(data), BUDGET, lambda *_: None)
        subject.data = data
        try:
            ended = fallback.read(subject)
        except EndedError as error:
            ended = error.ended
    answer({"state": ended.state.value, "text": ended.text})
