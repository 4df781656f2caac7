# ruff: noqa: PLC0415 - as in commands.py: Django is entered when a command runs
"""The commands of the registers an office keeps: opened, filled, listed and asked, each through their door."""

import os
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

from rogatory.cli.opening import bytes_of
from rogatory.cli.page import Code, Page, complain, print_json, stop

if TYPE_CHECKING:
    from rogatory.office.perform import Barred, Done

commands = typer.Typer(help="Registers of what is already known: what is kept, what comes in, and who asks.")
_As = Annotated[str, typer.Option("--as", metavar="E-MAIL", help="Who does it: address of an account.")]
_Register = Annotated[str, typer.Option("--register", metavar="ID", help="Identifier of the register.")]
_SHOWN = 50


def _enter(as_: str) -> str:
    """Load the registry, and find who acts."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rogatory.registry.settings")
    django.setup()
    from rogatory.registry.accounts.models import Account

    account = Account.objects.filter(email=as_.strip().lower(), is_active=True).first()
    if account is None:
        stop(Code.BAD_INPUT, f"--as: nobody here has the address {as_}.")
    return str(account.public_id)


@commands.command("list")
def list_(*, as_: _As, json: Annotated[bool, typer.Option("--json", help="JSON instead of text.")] = False) -> None:
    """List the registers kept here, without what they hold."""
    account = _enter(as_)
    from rogatory.registry.registers import door

    found = [
        {"register": r.id, "kind": r.kind.value, "title": r.title, "as_of": r.as_of, "keeps": door.keeps(account, r.id)}
        for r in door.registers()
    ]
    if json:
        print_json(found)
        return
    page = Page()
    for told in found:
        day = f"last change {told['as_of']}" if told["as_of"] else "nothing has come in"
        page.line(
            f"{told['register']}  {told['kind']}: {told['title']}; {day}{'; kept by you' if told['keeps'] else ''}"
        )
    if not found:
        page.line("No register is kept here. An administrator opens one: rogatory register open.")


@commands.command("open")
def open_(
    register: Annotated[str, typer.Argument(metavar="ID", help="Small letters, digits and hyphens.")],
    *,
    kind: Annotated[str, typer.Option("--kind", help="protection, notices, findings, requests, victims, defenders.")],
    title: Annotated[str, typer.Option("--title", help="What it is called.")],
    as_: _As,
) -> None:
    """Open a register; for administrators. Its custodian is appointed as everybody is, and keeps it alone."""
    account = _enter(as_)
    _keep(account, "open-register", register, {"kind": kind, "title": title})
    Page().line(f"Opened: {register}. Appoint its custodian: role register custodian, register {register}.")


@commands.command("import")
def import_(
    file: Annotated[str, typer.Argument(metavar="FILE", help="The file; - is the standard input.")],
    *,
    register: _Register,
    as_: _As,
    format_: Annotated[
        str, typer.Option("--format", help="register (our YAML), interpol, ftm, or table with a mapping.")
    ] = "register",
    mapping: Annotated[str, typer.Option("--mapping", metavar="FILE", help="Of a table: which column is what.")] = "",
    source: Annotated[str, typer.Option("--source", help="Where the entries come from; else the file's name.")] = "",
) -> None:
    """Bring the entries of a file into a register; for its custodian.

    What cannot be taken is named with its place and the mend, and the rest comes in. Entries that are there already are
    replaced; none is deleted. The exit code is 2 if something was left out.
    """
    account = _enter(as_)
    from rogatory.intake.errors import CaseFileError
    from rogatory.office.errors import FormError
    from rogatory.registers.imported import LARGEST_BYTES
    from rogatory.registry.registers import door, incoming

    found = next((r for r in door.registers() if r.id == register), None)
    if found is None or not door.keeps(account, register):
        stop(Code.BAD_INPUT, f"There is no register {register!r} here that {as_} keeps.")
    try:
        rules = bytes_of(mapping) if mapping else b""
        read = incoming.read_file(bytes_of(file, LARGEST_BYTES), file, format_, found, rules)
    except (CaseFileError, FormError) as error:
        stop(Code.BAD_INPUT, str(error))
    except OSError as error:
        stop(Code.BAD_INPUT, f"{error.filename}: cannot be read ({error.strerror}). Check its name.")
    report = read.report
    for out in report.left_out:
        complain(f"left out: {out}")
    if report.more_left_out:
        complain(f"left out: {report.more_left_out} more")
    page = Page()
    for unused in report.unused:
        page.line(f"not carried over: {unused.what} ({unused.times} times, first {unused.place})")
    if not read.register.entries:
        stop(Code.BAD_INPUT, f"{file}: nothing in it could be taken; nothing came in.")
    kept = _keep(account, "import-entries", register, {"source": source or file}, read.register.entries)
    page.line(f"{kept.count} entries came into {register} (entry {kept.seq} of the journal).")
    if report.left_out or report.more_left_out:
        raise typer.Exit(Code.BAD_INPUT)


@commands.command("put-made-up")
def put_made_up(
    entry: Annotated[str, typer.Argument(metavar="ENTRY", help="An identifier like those of the others.")],
    *,
    register: _Register,
    title: Annotated[str, typer.Option("--title", help="As the other entries are called.")],
    name: Annotated[list[str], typer.Option("--name", help="A form of the invented name; may stand several times.")],
    born: Annotated[str, typer.Option("--born", help="Day of birth, as it is written.")] = "",
    as_: _As,
) -> None:
    """Put in an entry of somebody who does not exist, to tell when somebody is fishing; for the register's custodian.

    No case meets it. Whoever asks for it is told of to the custodian and the auditor.
    """
    account = _enter(as_)
    from rogatory.office.errors import FormError
    from rogatory.registry.registers import door
    from rogatory.registry.registers.made_up import made_up_entry

    found = next((r for r in door.registers() if r.id == register), None)
    if found is None:
        stop(Code.BAD_INPUT, f"There is no register {register!r} here.")
    try:
        made = made_up_entry(found, entry, title, name, born)
    except FormError as error:
        stop(Code.BAD_INPUT, str(error))
    kept = _keep(account, "put-entry", register, {"canary": True}, [made])
    Page().line(f"{entry} was put into {register} (entry {kept.seq} of the journal).")


@commands.command("made-up")
def made_up(
    *,
    register: _Register,
    as_: _As,
    json: Annotated[bool, typer.Option("--json", help="JSON instead of text.")] = False,
) -> None:
    """List the entries that are made up, and how often each was asked for; for the register's custodian.

    The exit code is 1 if one was.
    """
    account = _enter(as_)
    from rogatory.registry.registers import door

    try:
        found = door.made_up(account, register)
    except door.NoSuchRegisterError:
        stop(Code.BAD_INPUT, f"There is no register {register!r} here that {as_} keeps.")
    if json:
        rows = [{"entry": m.entry.id, "met": m.met, "last": m.last.isoformat() if m.last else ""} for m in found]
        print_json(rows)
    else:
        page = Page()
        for m in found:
            names = " · ".join(name for known in m.entry.persons for name in known.identity.names)
            alarm = f"■ ASKED FOR {m.met} TIMES, last {m.last:%Y-%m-%d %H:%M}" if m.last else "asked for by nobody"
            page.line(f"{m.entry.id}  {m.entry.title}: {names}; {alarm}")
        if not found:
            page.line("No entry of it is made up. Put one in: rogatory register put-made-up.")
    if any(m.met for m in found):
        raise typer.Exit(Code.NOTHING)


@commands.command("query")
def query(
    *,
    register: _Register,
    case: Annotated[str, typer.Option("--case", metavar="NUMBER", help="The case it is asked for.")],
    purpose: Annotated[str, typer.Option("--purpose", help="What the answer is needed for.")],
    name: Annotated[list[str], typer.Option("--name", help="A form of the name; may stand several times.")],
    born: Annotated[str, typer.Option("--born", help="Day of birth, as it is written.")] = "",
    as_: _As,
) -> None:
    """Ask a register about a person, for a case and a purpose; the query is recorded before it is answered.

    Whoever may not open the compartment of the register is told to consult, or that it has nothing to add. That is
    never to say that somebody is not protected.
    """
    account = _enter(as_)
    from rogatory.casefile.model import CaseFile, Person, Request
    from rogatory.casefile.parties import Identity
    from rogatory.office.errors import FormError
    from rogatory.office.perform import Barred
    from rogatory.registry.registers import door

    who = Identity(tuple(name), born=(born,) if born else ())
    about = CaseFile("query", "query", Request("mla", "ZZ", "ZZ"), persons=(Person("P1", name[0], identity=who),))
    try:
        done = door.ask(account, register, case, purpose, about)
    except door.NoSuchRegisterError:
        stop(Code.BAD_INPUT, f"There is no register {register!r} here.")
    except FormError as error:
        stop(Code.BAD_INPUT, str(error))
    if isinstance(done.result, Barred) or done.answer is None:
        _stop_barred(done.result)
    page = Page()
    page.line(f"{register}: {done.answer.word.value} (entry {done.seq} of the journal).")
    for link in done.answer.links:
        page.line(f"{link.band.value}: {link.says}")


def _keep(account: str, act: str, register: str, form: dict[str, Any], entries: Any = ()) -> Any:  # noqa: ANN401
    from rogatory.office.errors import FormError, UnknownObjectError
    from rogatory.office.perform import Barred
    from rogatory.registry.registers import door

    try:
        kept = door.keep(account, act, register, form, entries=entries)
    except (FormError, UnknownObjectError) as error:
        stop(Code.BAD_INPUT, str(error))
    except door.NoSuchRegisterError:
        stop(Code.BAD_INPUT, f"There is no register {register!r} here.")
    if isinstance(kept.result, Barred):
        _stop_barred(kept.result)
    return kept


def _stop_barred(result: "Done | Barred") -> NoReturn:
    from rogatory.office.perform import Barred

    told = [f"{o.text} ({o.source})" for o in result.obstacles] if isinstance(result, Barred) else []
    stop(Code.NOTHING, "Not done, and recorded:", *told)
