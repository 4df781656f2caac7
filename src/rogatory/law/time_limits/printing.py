"""The rules as tables in Markdown, printed from the data: what `docs/time-limits.md` holds."""

from collections.abc import Iterator, Mapping
from typing import Final

from rogatory.law.time_limits.rules import PARTS, RECKONINGS, Reckoning, Rule
from rogatory.law.time_limits.wording import period_said, word
from rogatory.law.wording.language import Language

HEADINGS: Final[Mapping[str, str]] = {
    "orders": "European Investigation Order, property on its way abroad",
    "criminal": "Belgian criminal procedure",
    "civil": "Belgian civil and administrative procedure",
    "surrender": "Extradition and the European arrest warrant",
    "international": "Strasbourg and INTERPOL",
    "data": "Personal data",
    "house": "Days set in the case",
}
"""What the parts of the rules are called."""
_EN = Language.EN


def tables() -> str:
    """Every way of counting and every rule, part by part, with sources and what was not checked."""
    return "\n".join(_lines())


def _lines() -> Iterator[str]:
    yield from ("## Ways of counting", "")
    yield from _table(
        ("id", "what", "first day", "months", "hours", "closed last day", "checked"), map(_way, RECKONINGS.values())
    )
    yield from (f"- `{way.id}`: {way.note}" for way in RECKONINGS.values() if way.note)
    for part, rules in PARTS.items():
        yield from ("", f"## {HEADINGS[part]}", "")
        yield from _table(
            ("rule", "what is to be done", "time", "counted by", "moved by", "source", "checked"), map(_row, rules)
        )
        yield from (f"- `{rule.id}`: {rule.note}" for rule in rules if rule.note)


def _table(head: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> Iterator[str]:
    for cells in (head, ("---",) * len(head), *rows):
        yield f"| {' | '.join(cells)} |"
    yield ""


def _way(way: Reckoning) -> tuple[str, ...]:
    moves = "moves to the next open day" if way.rolls else "does not move"
    least = f"; at least {way.least_working_days} working days" if way.least_working_days else ""
    return (
        f"`{way.id}`",
        way.says["en"],
        way.first.value,
        way.months.value,
        way.hours.value,
        moves + least,
        way.check.value,
    )


def _row(rule: Rule) -> tuple[str, ...]:
    starts = word("starts", rule.starts, _EN)
    when = f"{period_said(rule, _EN)} {'before' if rule.before else 'from'} {starts}"
    force = [f"events from {rule.since}"] * bool(rule.since) + [f"events before {rule.until}"] * bool(rule.until)
    told = "; ".join([when, *force])
    return (
        f"`{rule.id}`",
        rule.says["en"],
        told,
        f"`{rule.reckoning.id}`",
        _moved(rule),
        str(rule.source),
        rule.check.value,
    )


def _moved(rule: Rule) -> str:
    told = [word("ground", key, _EN) for key in rule.suspended_by]
    if rule.vacation:
        told.append("judicial vacation")
    if extension := rule.extension:
        most = word("unit", extension.unit.value, _EN).format(n=f"{extension.most} more")
        most = {0: "no number set", -1: "as long again"}.get(extension.most, most)
        told.append(f"extension by {word('by', extension.by, _EN)} ({most})")
    return "; ".join(told) or ("nothing: the right is lost" if rule.forfeiture else "")
