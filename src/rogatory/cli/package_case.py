# ruff: noqa: PLC0415 - a command imports what it needs when it runs, so that --version stays quick
"""`rogatory package plan-for`, `build-for`: what leaves of a case of the office on this machine."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from rogatory.cli.material_case import _As, _Case, _enter
from rogatory.cli.opening import bytes_of
from rogatory.cli.package import _unshipped, app
from rogatory.cli.page import QUIET, Code, Page, stop

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["app"]  # with these commands in it

_Package = Annotated[str, typer.Argument(metavar="PACKAGE", help="The package, as the case calls it.")]


@app.command("plan-for")
def plan_for(
    case: _Case,
    package: _Package,
    plan: Annotated[str, typer.Argument(metavar="PLAN", help="What is to leave, to whom, on which limits (YAML).")],
    *,
    as_: _As,
) -> None:
    """Judge and lay out a package of a case, keep its plan, and print the digest that the act `transmit` must name."""
    import yaml

    account = _enter(as_)
    from rogatory.registry.review import leaving

    try:
        told = yaml.load(bytes_of(plan), yaml.BaseLoader)  # noqa: S506 - the base loader makes words, lists and maps
    except (OSError, yaml.YAMLError) as error:
        stop(Code.BAD_INPUT, f"{plan}: {error}")
    if not isinstance(told, dict):
        stop(Code.BAD_INPUT, f"{plan}: there is no plan in it.")
    row = _tried(case, lambda: leaving.plan(account, case, package, told))
    Page().line(row.payload)


@app.command("build-for")
def build_for(
    case: _Case,
    package: _Package,
    out: Annotated[Path, typer.Argument(metavar="FOLDER", help="Folder to make; it must not exist.")],
    *,
    as_: _As,
) -> None:
    """Build a package that an act of the case has sent, and encrypt it to the keys its plan names, as FOLDER.age."""
    account = _enter(as_)
    from rogatory.registry.review import leaving

    made = _tried(case, lambda: leaving.build(account, case, package, out))
    _unshipped(made)
    page = Page()
    page.line(f"{made.files} files, {made.size:,} bytes in {out}; payload {made.payload}")
    page.line(f"Verify with: rogatory package verify {out}", QUIET)


def _tried(case: str, work: "Callable[[], Any]") -> Any:  # noqa: ANN401 - whatever was made
    from rogatory.office.errors import FormError
    from rogatory.packaging.envelope import EnvelopeError
    from rogatory.packaging.snapshot import SnapshotError
    from rogatory.registry.review.leaving import NotPlannedError, WithheldError
    from rogatory.sifting.ledger.database import LedgerError
    from rogatory.sifting.sealed.sealing import SealError

    try:
        return work()
    except NotPlannedError:
        stop(Code.BAD_INPUT, f"{case}: there is no such case or package for you, or no act has sent it.")
    except WithheldError as error:
        told = [f"{count:,} withheld: {ground}" for ground, count in error.grounds.items()] or ["nothing is cleared"]
        stop(Code.NOTHING, *told, "No package was made.")
    except (FormError, SnapshotError, EnvelopeError, SealError, LedgerError, OSError) as error:
        stop(Code.BAD_INPUT, *str(error).splitlines(), "No package was made.")
