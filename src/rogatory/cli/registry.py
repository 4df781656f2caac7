# ruff: noqa: PLC0415 - as in commands.py: Django is entered when a command runs
"""The commands that keep a registry: cases in, copies made anew, backups."""

import os
from pathlib import Path
from typing import Annotated

import typer

from rogatory.cli.opening import bytes_of
from rogatory.cli.page import Code, Page, complain, progress, stop


def register(app: typer.Typer) -> None:
    """Add the commands to the command line."""
    app.command("rebuild")(rebuild)
    app.command("import-case")(import_case)
    app.command("backup")(backup)
    app.command("restore")(restore)


def enter() -> None:
    """Load the settings of the registry, and its tables with them."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rogatory.registry.settings")
    django.setup()


def rebuild(
    *, check: Annotated[bool, typer.Option("--check", help="Change nothing; report what differs.")] = False
) -> None:
    """Make the reading copies anew from the journal.

    They are what lists and searches read; what a case holds is always made of its entries. With --check nothing is
    changed, and the exit code is 1 if something differs.
    """
    enter()
    from rogatory.registry.cases.rebuild import differences
    from rogatory.registry.cases.rebuild import rebuild as make

    found = list(differences(progress)) if check else make(progress)
    progress(0, 0)
    page = Page()
    for difference in found:
        page.line(str(difference))
    if found:
        page.line(f"{len(found)} differences." if check else f"{len(found)} cases could not be made anew.")
        raise typer.Exit(Code.NOTHING)
    page.line("The copies are what the journal makes of them.")


def import_case(
    files: Annotated[list[str], typer.Argument(metavar="FILE...", help="Case files (YAML); - is the standard input.")],
    *,
    as_: Annotated[str, typer.Option("--as", metavar="E-MAIL", help="Who registers them: address of an account.")],
) -> None:
    """Register case files as cases, through the one door, one after the other.

    A file that cannot be taken is named, with what is wrong, and does not stop the others; the exit code is then 2.
    """
    enter()
    from rogatory.registry.accounts.models import Account
    from rogatory.registry.ledger.append import JournalClosedError

    account = Account.objects.filter(email=as_.strip().lower(), is_active=True).first()
    if account is None:
        stop(Code.BAD_INPUT, f"--as: nobody here has the address {as_}.")
    page, taken = Page(), 0
    for done, file in enumerate(files):
        progress(done, len(files))
        try:
            case = _import(file, account.public_id)
        except JournalClosedError as error:
            stop(Code.NOTHING, f"Nothing can be registered: {error}.", f"{taken} of {len(files)} were.")
        progress(0, 0)
        if case:
            taken += 1
            page.line(f"Registered as {case}: {file}")
    if len(files) > 1:
        page.line(f"{taken} of {len(files)} case files were registered.")
    if taken < len(files):
        raise typer.Exit(Code.BAD_INPUT)


def _import(file: str, account: str) -> str:
    """Register one file; the number of the case, or nothing after saying what is wrong."""
    from rogatory.intake.errors import CaseFileError
    from rogatory.intake.reading import read_case
    from rogatory.intake.yaml_source import read_yaml
    from rogatory.office.errors import FormError
    from rogatory.office.perform import Barred
    from rogatory.registry.cases import door

    try:
        data = bytes_of(file)
        read_case(data, file)
        outcome = door.do(account, "register", "", form={"file": read_yaml(data, file).value})
    except CaseFileError as error:
        complain(*(f"{file}: {fault}" for fault in error.faults))
    except OSError as error:
        complain(f"{file}: cannot be read ({error.strerror}).")
    except FormError as error:
        complain(f"{file}: {error}")
    else:
        if not isinstance(outcome.result, Barred):
            return outcome.case
        complain(*(f"{file}: {o.text} ({o.source})" for o in outcome.result.obstacles))
    return ""


def backup(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Folder to make; it must not exist.")],
    *,
    keys: Annotated[
        Path | None, typer.Option("--keys", metavar="DIR", help="Copy the keys too, into this other folder.")
    ] = None,
    material: Annotated[
        bool, typer.Option("--material", help="Copy the seizures too, with their ledgers; they may be very large.")
    ] = False,
) -> None:
    """Write database and files into a folder, while the office goes on working.

    The keys are not in it: whoever has them can speak for the journal and open sessions. Keep them elsewhere. Nor are
    the seizures without --material; it is told what must be copied otherwise. If one of them is not kept as it should
    be, that is told, and the exit code is 1.
    """
    enter()
    from rogatory.registry import backups

    try:
        made = backups.backup(folder, progress, material=material)
        progress(0, 0)
        if keys is not None:
            backups.copy_keys(keys, folder)
    except (OSError, backups.BackupError) as error:
        stop(Code.BAD_INPUT, f"{folder}: {error}")
    page = Page()
    page.line(f"{made.entries} entries of the journal are in {folder}; the keys are {keys or 'not copied'}.")
    for line in made.left_out:
        page.line(line)
    if made.wrong:
        stop(Code.NOTHING, "Seizures are not kept as they should be:", *made.wrong)


def restore(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="What `rogatory backup` made.")],
    *,
    known: Annotated[
        list[Path] | None,
        typer.Option("--known", metavar="FILE", help="Checkpoint or receipt somebody kept; may be repeated."),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask before the present database is replaced.")] = False,
) -> None:
    """Put back what was backed up, in place of the present database. Stop the registry first.

    The journal is then audited against every checkpoint that is known: that of the database replaced, that of the last
    backup made here, and those given. If it is shorter, or another one, an alarm is raised, nothing can be appended,
    and the exit code is 1.
    """
    enter()
    from rogatory.registry import backups

    if not yes and not typer.confirm("The present database is replaced. Go on?"):
        raise typer.Exit(Code.NOTHING)
    try:
        texts = [path.read_text("utf-8") for path in known or ()]
        restored = backups.restore(folder, texts)
    except (OSError, UnicodeDecodeError, backups.BackupError) as error:
        stop(Code.BAD_INPUT, f"{folder}: {error}")
    page = Page()
    page.line(f"{restored.entries} entries of the journal are restored.")
    for line in restored.damage:
        page.line(line)
    if restored.alarm:
        complain(*restored.wrong)
        stop(Code.NOTHING, f"ALARM: {restored.alarm} Nothing can be appended.")
    if restored.wrong:
        stop(Code.NOTHING, "Seizures are not kept as they should be; bring their copies back:", *restored.wrong)
