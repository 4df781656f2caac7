# ruff: noqa: PLC0415 - as in commands.py: Django is entered when a command runs
"""The commands that keep a registry: cases in, copies made anew, backups, and the office made up to be looked at."""

import os
import tempfile
from pathlib import Path
from typing import Annotated

import typer

from rogatory.cli.opening import open_case
from rogatory.cli.page import Code, Page, stop


def register(app: typer.Typer) -> None:
    """Add the commands to the command line."""
    app.command("rebuild")(rebuild)
    app.command("import-case")(import_case)
    app.command("backup")(backup)
    app.command("restore")(restore)


def _enter() -> None:
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
    _enter()
    from rogatory.registry.cases.rebuild import differences
    from rogatory.registry.cases.rebuild import rebuild as make

    with _Progress("Comparing" if check else "Rebuilding") as progress:
        found = list(differences(progress.tell)) if check else make(progress.tell)
    page = Page()
    for difference in found:
        page.line(str(difference))
    if found:
        page.line(f"{len(found)} differences." if check else f"{len(found)} cases could not be made anew.")
        raise typer.Exit(Code.NOTHING)
    page.line("The copies are what the journal makes of them.")


def import_case(
    file: Annotated[str, typer.Argument(metavar="FILE", help="Case file (YAML).")],
    *,
    as_: Annotated[str, typer.Option("--as", metavar="E-MAIL", help="Who registers it: address of an account.")],
) -> None:
    """Register a case file as a case, through the one door."""
    open_case(file)
    _enter()
    from rogatory.intake.yaml_source import read_yaml
    from rogatory.office.errors import FormError
    from rogatory.office.perform import Barred
    from rogatory.registry.accounts.models import Account
    from rogatory.registry.cases import door

    account = Account.objects.filter(email=as_.strip().lower(), is_active=True).first()
    if account is None:
        stop(Code.BAD_INPUT, f"--as: nobody here has the address {as_}.")
    try:
        told = read_yaml(Path(file).read_bytes(), file).value
        outcome = door.do(account.public_id, "register", "", form={"file": told})
    except FormError as error:
        stop(Code.BAD_INPUT, f"{file}: {error}")
    if isinstance(outcome.result, Barred):
        stop(Code.BAD_INPUT, *(f"{file}: {o.text} ({o.source})" for o in outcome.result.obstacles))
    Page().line(f"Registered as {outcome.case}.")


def backup(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Folder to make; it must not exist.")],
    *,
    keys: Annotated[
        Path | None, typer.Option("--keys", metavar="DIR", help="Copy the keys too, into this other folder.")
    ] = None,
) -> None:
    """Write database and files into a folder, while the office goes on working.

    The keys are not in it: whoever has them can speak for the journal and open sessions. Keep them elsewhere.
    """
    _enter()
    from rogatory.registry import backups

    try:
        made = backups.backup(folder)
        if keys is not None:
            backups.copy_keys(keys, folder)
    except (OSError, backups.BackupError) as error:
        stop(Code.BAD_INPUT, f"{folder}: {error}")
    Page().line(f"{made.entries} entries of the journal are in {folder}; the keys are {keys or 'not copied'}.")


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
    _enter()
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
        stop(Code.NOTHING, f"ALARM: {restored.alarm} Nothing can be appended.")


def serve_demo(port: int, folder: str) -> None:
    """Make up an office in `folder`, or in one that is thrown away, and serve it on this machine until told to stop."""
    with tempfile.TemporaryDirectory(prefix="rogatory-demo-") as thrown_away:
        data = Path(folder or thrown_away).absolute()
        # A demonstration never touches the office's own database, and asks for no second factor.
        os.environ.pop("DATABASE_URL", None)
        os.environ |= {
            "DJANGO_SETTINGS_MODULE": "rogatory.registry.settings",
            "ROGATORY_ADDRESS": f"http://localhost:{port}",
            "ROGATORY_DATA": str(data),
            "ROGATORY_UNSAFE_ONE_FACTOR": "yes",
        }
        from rogatory.registry import serving

        serving.make_secret(data)
        serving.set_up()
        _fill(Page())
        typer.echo(f"Serving at http://localhost:{port}; Ctrl+C ends it.")
        serving.serve("127.0.0.1", port, workers=2, threads=4, reload=False)


def _fill(page: Page) -> None:
    from rogatory.cli.demo import NAME, founding_case
    from rogatory.registry import demo, serving

    if serving.has_accounts():
        page.line("There is an office in this folder already; sign in as before.")
        return
    founding = founding_case()
    if founding is None:
        stop(Code.NOTHING, f"The founding case is not installed here ({NAME}). Install rogatory again.")
    made = demo.fill(founding, (founding.parent / "decided").glob("*.yaml"), lambda text: typer.echo(f"{text} ..."))
    page.line("Sign in with one of these addresses, all with the same password:", "bold")
    for role, address in made.people:
        page.line(f"  {address:42} {role.value}")
    page.line(f"Password: {made.password}", "bold")
    page.line("For demonstration only: these accounts have no second factor.")


class _Progress:
    """A line that grows while a long piece of work goes on."""

    def __init__(self, what: str) -> None:
        self._what = what

    def __enter__(self) -> "_Progress":
        """Begin."""
        return self

    def tell(self, done: int, of: int) -> None:
        """Show how far it is, on the error stream, every hundredth part."""
        if done == of or done % max(1, of // 100) == 0:
            typer.echo(f"\r{self._what}: {done} of {of}", err=True, nl=done == of)

    def __exit__(self, *_: object) -> None:
        """End."""
