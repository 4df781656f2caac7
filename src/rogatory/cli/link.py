# ruff: noqa: PLC0415 - a command imports what it needs when it runs, so that --version stays quick
"""`rogatory link`: how names are linked, and how well."""

from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from rogatory.cli.page import HEADING, QUIET, Code, Page, complain, print_json, progress, stop

if TYPE_CHECKING:
    from rogatory.names.measuring import Measured, Scored

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="How names are linked, and how well.")

_COLUMNS = ("pairs", "one person", "F1", "at", "AUC", "recall", "precision", "alerts")


@app.callback()
def link() -> None:
    """How names are linked, and how well."""


@app.command("bench")
def bench(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Folder of tables of name pairs (*.tsv).")],
    json: Annotated[bool, typer.Option("--json", help="Print JSON and nothing else.")] = False,
) -> None:
    """Measure how well pairs of names are told to be one person's, by set and by script.

    A table has the columns left, right and same, with tabs between; same is 1 for one person and 0 for two. A table
    that cannot be read is reported on the error stream; the others are measured.
    """
    from rogatory.names.likeness import BAR
    from rogatory.names.measuring import by_script, gap, measure

    scored, failed = _scored(folder)
    if not scored:
        stop(Code.BAD_INPUT if failed else Code.NOTHING, f"{folder}: no table of name pairs (*.tsv) to measure.")
    sets = {name: measure(found, BAR) for name, found in scored.items()}
    groups = by_script((one for found in scored.values() for one in found), BAR)
    if json:
        print_json(_as_json(sets, groups, gap(groups), BAR) | {"not_measured": failed})
    else:
        _print(Page(), sets, groups, gap(groups), BAR)
    raise typer.Exit(Code.BAD_INPUT if failed else Code.DONE)


def _scored(folder: Path) -> tuple[dict[str, "tuple[Scored, ...]"], list[str]]:
    """By name of the table, its pairs with their scores; and what is wrong with the others."""
    from rogatory.names.compare import compare
    from rogatory.names.measuring import PairsError, read_pairs, score

    if not folder.is_dir():
        stop(Code.BAD_INPUT, f"{folder}: is not a folder. Name the folder that holds the tables of name pairs.")
    files = sorted(folder.glob("*.tsv"))
    found: dict[str, tuple[Scored, ...]] = {}
    failed = []
    for number, path in enumerate(files, 1):
        progress(number, len(files))
        try:
            pairs = read_pairs(path.read_bytes().decode(), path.name)
            found[path.stem] = score(pairs, lambda left, right: compare(left, right).score)
        except PairsError as error:
            failed.append(str(error))
        except UnicodeDecodeError as error:
            failed.append(f"{path.name}: byte {error.start} is not UTF-8; save the table as UTF-8")
        except OSError as error:
            failed.append(f"{path.name}: cannot be read ({error.strerror})")
    progress(0, 0)
    complain(*failed)
    return found, failed


def _as_json(
    sets: "Mapping[str, Measured]", groups: "Mapping[str, Measured]", apart: tuple[str, str, float] | None, bar: float
) -> dict[str, Any]:
    """What was measured, as JSON values."""
    return {
        "bar": bar,
        "sets": {name: asdict(found) for name, found in sets.items()},
        "scripts": {name: asdict(found) for name, found in groups.items()},
        "gap": None if apart is None else {"best": apart[0], "worst": apart[1], "recall": apart[2]},
    }


def _print(
    page: Page,
    sets: "Mapping[str, Measured]",
    groups: "Mapping[str, Measured]",
    apart: tuple[str, str, float] | None,
    bar: float,
) -> None:
    """What was measured, as tables."""
    width = max(map(len, (*sets, *groups)))
    for title, rows in (("By set", sets), ("By script, all sets together", groups)):
        page.heading(title)
        page.row(f"  {'':{width}}{''.join(f'{column:>11}' for column in _COLUMNS)}", HEADING)
        for name, found in rows.items():
            page.row(f"  {name:{width}}{''.join(f'{_cell(value):>11}' for value in asdict(found).values())}")
    page.line()
    page.line(f"F1 at the bar that suits the set best; recall, precision and alerts at the shipped bar {bar}.", QUIET)
    page.line("alerts: share of the pairs of two persons that reach it.", QUIET)
    if apart is None:
        page.line("Too few scripts with enough pairs to compare them.")
    else:
        page.line(f"Gap between scripts: {apart[2]:.3f} of recall, from {apart[0]} (best) to {apart[1]} (worst).")


def _cell(value: float | None) -> str:
    """A figure, or that there is none."""
    return "-" if value is None else str(value) if isinstance(value, int) else f"{value:.3f}"
