"""What several tests share."""

import pytest

from rogatory.deployment.law_in_force import law_in_force
from rogatory.law.corpus import Law


@pytest.fixture(scope="session")
def law() -> Law:
    """The law in force: every built-in pack, the vocabulary and the treaty matrix."""
    return law_in_force()
