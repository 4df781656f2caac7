"""What several tests share."""

import gc

import pytest
from hypothesis import settings

from rogatory.deployment.law_in_force import law_in_force
from rogatory.law.corpus import Law

# How long a machine takes is measured in bench/, not here.
settings.register_profile("rogatory", parent=settings(), deadline=None)
settings.load_profile("rogatory")


@pytest.fixture(scope="session")
def law() -> Law:
    """The law in force: every built-in pack, the vocabulary and the treaty matrix."""
    return law_in_force()


def pytest_collection_finish() -> None:
    """What was imported stays, and is looked through no more."""
    gc.collect()
    gc.freeze()
