"""The last reader, where it is installed: it starts in the cage, reads there, and what it cannot read is a state."""

import pytest

from rogatory.extraction.limits import LIMITS
from rogatory.extraction.sandbox import sandbox
from rogatory.sifting.stages import fallback
from rogatory.sifting.stages.extract import ladder
from rogatory.sifting.visited import inside


@pytest.fixture(scope="module")
def cage():
    made = sandbox("tests.sifting.last")
    yield made
    made.close()


def asked(cage, data):
    return dict(cage.run("tests.sifting.last:call", {}, data, LIMITS).answers[-1])


def test_it_reads_in_the_cage_or_is_not_asked(cage):
    if fallback.extractous:
        assert "Words of a page" in asked(cage, b"<html><body>Words of a page.</body></html>")["text"]
        assert asked(cage, b"PK\3\4 no archive at all")["state"] == "crash"
        assert set(fallback.NEEDED) <= set(inside.READABLE)
    else:
        assert "extractous" not in ladder("image/vnd.dwg")
        assert not set(fallback.NEEDED) & set(inside.READABLE)


def test_it_comes_last():
    for media in fallback.KINDS:
        assert ladder(media)[-1] == "extractous" or fallback.extractous is None
    assert "extractous" not in ladder("application/octet-stream")
