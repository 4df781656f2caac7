"""The decision of the founding case, in both texts and every language, as approved text.

`make approve` rewrites them; the reviewer then reads `git diff`, the second text as the requesting state would.
"""

import os
from pathlib import Path

import pytest

from rogatory.decision.drafting.full import draft
from rogatory.decision.releasing.confidential import confidential
from rogatory.decision.releasing.leaks import leaks
from rogatory.decision.releasing.releasable import releasable
from rogatory.decision.releasing.state_text import for_requesting_state
from rogatory.law.wording import Language
from tests.approved.documents import as_text
from tests.decision.drafts import founding

TEXTS = Path(__file__).parent / "texts"
APPROVE = os.environ.get("ROGATORY_APPROVE") == "1"


def approved(name: str, made: str) -> None:
    file = TEXTS / name
    if APPROVE:
        file.write_text(made, "utf-8")
    assert made == file.read_text("utf-8"), "run `make approve`, then read the difference"


@pytest.mark.parametrize("language", Language)
def test_the_full_text_is_as_approved(law, language):
    approved(f"founding-decision-full-{language.value}.md", as_text(draft(founding(law), language)))


@pytest.mark.parametrize("language", Language)
def test_the_text_for_the_requesting_state_is_as_approved_and_leaks_nothing(law, language):
    deciding = founding(law)
    known = confidential(deciding)
    made = as_text(for_requesting_state(releasable(deciding, known), language))
    assert leaks(made, known) == ()
    approved(f"founding-decision-state-{language.value}.md", made)
