"""What the reader cannot know is refused by the bench: a case that names no day, objects and rows made in code."""

from dataclasses import replace
from datetime import date

import pytest

from rogatory.casefile.model import Asked
from rogatory.decision.bench import NoDayError, Sitting, judge_case
from rogatory.intake.reading import read_case
from rogatory.law.acts import GRANT
from rogatory.law.corpus import Law
from rogatory.states.records import TreatyDataError
from tests.cli.desk import rogatory
from tests.malformed.sound import SOUND

NO_DAY = "id: timeless\ntitle: A case without a day\nrequest: {kind: mla, requesting_state: KZ, requested_state: BE}\n"


def test_a_case_that_names_no_day(law: Law) -> None:
    case = read_case(NO_DAY.encode(), "case.yaml")
    with pytest.raises(NoDayError, match="timeless names no day; say as of which day to judge"):
        judge_case(law, case, Sitting())
    assert judge_case(law, case, Sitting(at=date(2025, 3, 3)))


@pytest.mark.usefixtures("law")
@pytest.mark.parametrize("options", [(), ("--json",)])
def test_the_command_asks_for_the_day(options: tuple[str, ...]) -> None:
    result = rogatory("assess", "-", *options, case=NO_DAY)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "timeless names no day; say as of which day to judge" in result.stderr
    assert "Add --as-of 2019-10-01, or `received:` to the file." in result.stderr


def test_a_treaty_status_in_a_case_that_names_no_day() -> None:
    row = "treaties: [{state: KZ, instrument: ETS-030, status: none, source: Gazette}]\n"
    result = rogatory("assess", "-", "--as-of", "2025", case=NO_DAY + row)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "-: line 4, treaties: a treaty status is attested as of the last day the file speaks of" in result.stderr


def test_an_object_the_case_does_not_have(law: Law) -> None:
    case = replace(read_case(SOUND.encode(), "case.yaml"), asked=(Asked(GRANT, "M9"),))
    with pytest.raises(KeyError, match="grant cannot be done to 'M9'; this case has search, interview"):
        judge_case(law, case, Sitting())


@pytest.mark.parametrize(
    "row",
    [
        ("KZ", "ETS-0300", "party", "2001-01-01", "", "Gazette"),
        ("KZ", "ETS-030", "ratified", "2001-01-01", "", "Gazette"),
        ("KZ", "ETS-030", "party", "2001-02-30", "", "Gazette"),
        ("KZ", "ETS-030", "denounced", "2001-01-01", "2000-01-01", "Gazette"),
        ("kz", "ETS-030", "party", "2001-01-01", "", "Gazette"),
        ("KZ", "ETS-030", "party", "2001-01-01", "", ""),
    ],
)
def test_a_treaty_status_that_cannot_stand(row: tuple[str, str, str, str, str, str], law: Law) -> None:
    case = replace(read_case(SOUND.encode(), "case.yaml"), treaty_rows=(row,))
    with pytest.raises(TreatyDataError):
        judge_case(law, case, Sitting())


def test_what_the_reader_lets_through_the_bench_takes(law: Law) -> None:
    assert judge_case(law, read_case(SOUND.encode(), "case.yaml"), Sitting())
