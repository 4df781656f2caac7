"""`rogatory deadline`: a time limit counted before your eyes."""

import pytest

from tests.cli.desk import rogatory


def test_the_time_limits_are_listed():
    result = rogatory("deadline", "--lang", "nl")
    assert result.exit_code == 0
    assert "be-423-cassation" in result.output
    assert "Cassatieberoep aantekenen" in result.output


def test_a_time_limit_is_counted_step_by_step():
    result = rogatory("deadline", "be-eaw-appeal", "--from", "2026-05-22", "--as-of", "2026-05-27")
    assert result.exit_code == 0
    assert "Monday 25 May 2026 is a public holiday (Pentecost Monday)." in " ".join(result.output.split())
    assert "Last day: Tuesday 26 May 2026." in result.output
    assert "Wednesday 27 May 2026: over" in result.output


def test_service_is_told():
    posted = rogatory("deadline", "be-61quater-appeal", "--from", "2026-11-23", "--served", "posted")
    assert "Last day: Thursday 10 December 2026." in posted.output
    shown = rogatory(
        "deadline", "be-61quater-appeal", "--from", "2026-11-23", "--served", "posted", "--received", "2026-12-01"
    )
    assert "Last day: Wednesday 16 December 2026." in shown.output
    void = rogatory("deadline", "be-61quater-appeal", "--served", "void", "--lang", "fr")
    assert "ne court pas" in void.output


def test_without_a_day_there_is_no_last_day():
    result = rogatory("deadline", "be-61quater-appeal", "--as-of", "2099-01-01")
    assert "No last day: day not known." in result.output
    assert "2099: day not known" in result.output


def test_a_moment_is_taken_to_the_hour():
    result = rogatory("deadline", "eio-provisional-measure", "--from", "2026-11-30T10:20+01:00")
    assert "Last day: Tuesday 1 December 2026, 11:00." in result.output


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("eaw-appeal",), "be-eaw-appeal"),
        (("be-eaw-appeal", "--from", "2027-02-30"), "--from 2027-02-30: day is out of range"),
        (("be-eaw-appeal", "--from", "2027-02-03T10:00"), "no time zone"),
        (("be-eaw-appeal", "--as-of", "soon"), "--as-of soon"),
        (("be-423-cassation", "--from", "2026-11-02", "--served", "posted"), "does not run from service"),
        (("echr-application", "--from", "2021-11-02"), "from 2022-02-01 on"),
        (("be-51-set-by-judge", "--from", "2021-11-02"), "whoever sets it"),
    ],
)
def test_bad_input_is_answered_with_the_mend(arguments, said):
    result = rogatory("deadline", *arguments)
    assert result.exit_code == 2
    assert said in " ".join(result.stderr.split())
