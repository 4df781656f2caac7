"""The main job on the founding case: in short, or day by day with a word on what is seen and what to try next."""

import textwrap
from collections.abc import Iterable
from datetime import date, timedelta
from importlib.resources import files
from pathlib import Path
from shlex import quote

from rogatory.casefile.model import CaseFile
from rogatory.cli.assess import Together, lead, pairs, print_headline, together
from rogatory.cli.opening import Heard, Sought, hear, open_case, open_law, wanted
from rogatory.cli.page import QUIET, Code, Page, stop
from rogatory.decision.phrases import label, say
from rogatory.law.acts import GRANT
from rogatory.law.wording import Language

NAME = "founding.yaml"
LINES_FOR_A_DAY = 22
"""A day fits on the smallest screen, with two lines to spare."""
NORMS_NAMED = 2
SOON_AFTER = timedelta(days=1)
"""An event that comes so soon after the day judged is what was done with the act."""


def run() -> Code:
    """Judge the founding case at its key dates; the exit code."""
    path = founding_case()
    if path is None:
        stop(Code.NOTHING, f"The founding case is not installed here ({NAME}). Install rogatory again.")
    case = open_case(str(path))
    law = open_law()
    heard = hear(law, case, wanted(case, Sought()))
    page = Page()
    page.line(f"{case.title}", "bold")
    page.line(case.request.summary)
    days = sorted({r.at for r in heard.rulings})
    page.line(f"Judged below on {len(days)} days, each time with what was known then.", QUIET)
    for day in days:
        _print_day(page, heard, day)
    if case.decided:
        page.line(f"What the court held ({case.decided.body}): {case.decided.text}", "italic")
    _print_next(page, _shown(path))
    return Code.DONE


def in_short(page: Page, path: Path) -> None:
    """Judge granting and refusing on the last key date, and say why, and what the court held."""
    case = open_case(str(path))
    heard = hear(open_law(), case, wanted(case, Sought()))
    day = max(r.at for r in heard.rulings)
    rulings = [r for r in heard.rulings if r.at == day]
    page.line(case.title, "bold")
    page.line(f"On {_written(day)}, with what was known then:")
    for group in together([r for r in rulings if r.act is GRANT]):
        _print_group(page, heard, group, room=5)
    for word in dict.fromkeys(side.word for _, side in pairs(rulings)):
        page.line(f"{label('side', Language.EN)} {say(f'side.{word}', Language.EN)}.", "bold")
    if case.decided:
        _print_short(page, f"What the court held: {case.decided.text}", lines=3)
    page.line("Day by day: rogatory demo --print", QUIET)
    page.line()


def founding_case() -> Path | None:
    """Where the founding case is: in the installed package, or in the source tree beside it; None if in neither."""
    package = Path(str(files("rogatory")))
    places = (package / "data" / NAME, package.parents[1] / "cases" / NAME)
    return next((p for p in places if p.is_file()), None)


def _shown(path: Path) -> str:
    """The shortest name a shell here understands."""
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)


def _print_day(page: Page, heard: Heard, day: date) -> None:
    case, rulings = heard.case, [r for r in heard.rulings if r.at == day]
    page.line()
    page.line(f"── {_written(day)} ".ljust(min(page.width, 72), "─"), "bold")
    used = 2
    for text in _happened(case, day):
        used += _print_short(page, text, lines=2)
    notes = dict.fromkeys(a.note for a in case.asked if a.at == day and a.note)
    for note in notes:
        used += _print_short(page, note, lines=2)
    for group in together(rulings):
        used += _print_group(page, heard, group, room=LINES_FOR_A_DAY - used)
    for word in dict.fromkeys(side.word for _, side in pairs(rulings)):
        page.line(f"{label('side', Language.EN)} {say(f'side.{word}', Language.EN)}.")
    for event in case.events:
        if day < event.on <= day + SOON_AFTER:
            page.line(f"What then happened, on {_written(event.on)}: {event.text}", "italic")


def _written(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _happened(case: CaseFile, day: date) -> list[str]:
    return [e.text for e in case.events if e.on == day][:2]


def _print_group(page: Page, heard: Heard, group: Together, *, room: int) -> int:
    """The headline always; the reason and the norms while there is room. The lines used."""
    print_headline(page, group, Language.EN)
    ruling, used = group.ruling, 2
    carrying = heard.resting_on(ruling)
    if room > used:
        used += _print_short(page, lead(ruling, carrying, Language.EN), lines=2, indent=2)
    for state in carrying[:NORMS_NAMED]:
        if room > used:
            used += _print_short(page, f"{state.norm.id}: {state.norm.source.cites[0]}", lines=1, indent=4)
    for question in ruling.questions[:NORMS_NAMED]:
        if room > used:
            used += _print_short(page, f"Open: {question.text}?", lines=1, indent=4)
    return used


def _print_short(page: Page, text: str, *, lines: int, indent: int = 0) -> int:
    """Print as much as fits on `lines` lines, and say with three points that more was said. The lines used."""
    kept = textwrap.shorten(text, (page.width - indent) * lines - 8, placeholder=" ...") if text else ""
    if kept:
        page.line(kept, QUIET if indent > 2 else "", indent=indent)  # noqa: PLR2004 - the norms, deeper in
    return lines if kept else 0


def _print_next(page: Page, path: str) -> None:
    page.heading("What you saw")
    page.line("■ forbidden, ◔ not ripe, ◆ only under conditions, ◇ at discretion, ○ allowed.")
    page.line(
        "Each verdict follows from norms with their sources, applied to what was on file that day. An unanswered"
        " question never counts as a no: where it can still bar the act, the act is not ripe."
    )
    page.heading("Try next")
    for command, what in _next(path):
        page.item("-", f"{what}:")
        page.row(f"      {command}")


def _next(path: str) -> Iterable[tuple[str, str]]:
    path = quote(path)
    return (
        (f"rogatory assess {path}", "the rulings with their norms, conditions and open questions"),
        (f"rogatory why {path} transmit", "the tree of reasons, down to the finding and its source"),
        (f"rogatory questions {path}", "what still matters, in the order to ask it"),
        (
            f"rogatory whatif {path} --act interview --answer proceeding.same_as_protection=yes",
            "what an answer would change, before anybody asks for it",
        ),
        (f"rogatory assess {path} --lang fr", "the same in French; nl for Dutch"),
        ("rogatory law list", "every norm applied"),
    )
