"""What a link asks of the office, by what was met and how surely."""

import pytest

from rogatory.linkage.bands import band_of_path, band_of_person, band_of_proceeding
from rogatory.linkage.evidence import Closeness
from rogatory.linkage.model import Band, By
from rogatory.linkage.paths import Tie
from rogatory.linkage.proposals import Met
from rogatory.registers.model import RegisterKind

K, MUST, LOOK, COUNTED = RegisterKind, Band.MUST_EXAMINE, Band.LOOK, Band.COUNTED


@pytest.mark.parametrize(
    ("kind", "status", "role", "settled", "question"),
    [
        (K.PROTECTION, "granted", "protected", MUST, MUST),
        (K.PROTECTION, "", "protected", MUST, MUST),
        (K.PROTECTION, "ended", "protected", MUST, MUST),
        (K.PROTECTION, "refused", "applicant", LOOK, LOOK),
        (K.PROTECTION, "granted", "relative", MUST, LOOK),
        (K.NOTICES, "withdrawn", "subject", MUST, MUST),
        (K.NOTICES, "published", "subject", LOOK, LOOK),
        (K.NOTICES, "withdrawn", "co-accused", LOOK, LOOK),
        (K.FINDINGS, "adopted", "applicant", MUST, MUST),
        (K.REQUESTS, "refused", "subject", MUST, MUST),
        (K.REQUESTS, "executed", "subject", LOOK, LOOK),
        (K.VICTIMS, "", "victim", MUST, MUST),
        (K.DEFENDERS, "", "protected", MUST, MUST),
    ],
)
def test_by_person(kind: RegisterKind, status: str, role: str, settled: Band, question: Band) -> None:
    met = Met(kind, "", status, By.PERSON, role)
    assert band_of_person(met, settles=True, compared=MUST) is settled
    assert band_of_person(met, settles=False, compared=MUST) is question, "a rare and complete name is a question"
    assert band_of_person(met, settles=False, compared=LOOK) is LOOK
    assert band_of_person(met, settles=False, compared=COUNTED) is COUNTED


@pytest.mark.parametrize(
    ("kind", "status", "bands"),
    [
        (K.PROTECTION, "granted", (MUST, MUST, MUST, LOOK, COUNTED)),
        (K.NOTICES, "withdrawn", (MUST, MUST, LOOK, COUNTED, COUNTED)),
        (K.NOTICES, "published", (LOOK, LOOK, LOOK, COUNTED, COUNTED)),
        (K.FINDINGS, "", (MUST, MUST, LOOK, COUNTED, COUNTED)),
        (K.REQUESTS, "refused", (MUST, MUST, LOOK, COUNTED, COUNTED)),
        (K.VICTIMS, "", (MUST, MUST, LOOK, COUNTED, COUNTED)),
    ],
)
def test_by_proceedings(kind: RegisterKind, status: str, bands: tuple[Band, ...]) -> None:
    found = tuple(band_of_proceeding(Met(kind, "", status, By.PROCEEDING, same=same)) for same in Closeness)
    assert found == bands


@pytest.mark.parametrize(
    ("kind", "tie", "steps", "same", "band"),
    [
        (K.PROTECTION, Tie.ASSOCIATE, 2, Closeness.NONE, MUST),
        (K.VICTIMS, Tie.RELATIVE, 1, Closeness.NONE, MUST),
        (K.VICTIMS, Tie.RELATIVE, 2, Closeness.NONE, LOOK),
        (K.VICTIMS, Tie.RELATIVE, 2, Closeness.SAME_FACTS, MUST),
        (K.VICTIMS, Tie.CO_ACCUSED, 1, Closeness.NONE, LOOK),
        (K.FINDINGS, Tie.RELATIVE, 1, Closeness.NONE, MUST),
        (K.DEFENDERS, Tie.RELATIVE, 1, Closeness.NONE, LOOK),
    ],
)
def test_by_path(kind: RegisterKind, tie: Tie, steps: float, same: Closeness, band: Band) -> None:
    assert band_of_path(Met(kind, "", "granted", By.PATH, "victim", tie, same), steps) is band
