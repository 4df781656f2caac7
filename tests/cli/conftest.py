"""The law of these tests is made up, except where a test asks for the law in force."""

from pathlib import Path

import pytest

from rogatory.cli import opening
from tests.cli import offices
from tests.cli.desk import SMALL_LAW


@pytest.fixture(autouse=True)
def small_law(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if "law" not in request.fixturenames:
        monkeypatch.setattr(opening, "law_in_force", lambda: SMALL_LAW)


@pytest.fixture(scope="session")
def demonstration_made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of a demonstration, to be copied."""
    return offices.made_once(tmp_path_factory)
