"""The page about letters says what the tables say."""

from pathlib import Path

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
