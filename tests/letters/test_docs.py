"""The page about letters says what the tables say."""

import re
from pathlib import Path

from rogatory.law.vocabulary import VOCABULARY
from rogatory.letters.kinds import KINDS
from rogatory.letters.round_trip import RULES

PAGE = (Path(__file__).parents[2] / "docs" / "letters.md").read_text("utf-8")


def test_every_kind_stands_on_the_page_as_it_is():
    rows = [
        f"| `{kind.id}` | {', '.join(to.value for to in kind.to)} | {' '.join(kind.languages).upper()}"
        f" | {'yes' if kind.awaits else 'no'} | {kind.source} |"
        for kind in KINDS.values()
    ]
    assert [line for line in PAGE.splitlines() if line in rows] == rows


def test_every_rule_stands_on_the_page_as_it_is():
    rows = [
        f"| `{kind}` | {rule.days} | {rule.grace} | {rule.again} | {rule.reminders} |" for kind, rule in RULES.items()
    ]
    assert [line for line in PAGE.splitlines() if line in rows] == rows


def test_the_questions_behind_the_factors_of_an_assurance_are_those_of_the_vocabulary():
    rows = [line for line in PAGE.splitlines() if re.match(r"\| \d+ ", line)]
    assert len(rows) == 11  # Othman par. 189
    named = {name for row in rows for name in re.findall(r"`([a-z_.]+)`", row)}
    assert named
    assert named <= set(VOCABULARY)
