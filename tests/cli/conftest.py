"""The law of these tests is made up, except where a test asks for the law in force."""

import pytest

from rogatory.cli import opening
from tests.cli.desk import SMALL_LAW


@pytest.fixture(autouse=True)
def small_law(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if "law" not in request.fixturenames:
        monkeypatch.setattr(opening, "law_in_force", lambda: SMALL_LAW)
