"""The commands and their options, one function each: what can be asked of the program on the command line.

The rooms that do the work are entered when a command runs, so that `--version` and `--help` stay quick.
"""

from enum import Enum
from typing import TYPE_CHECKING, Annotated

import typer

from rogatory import __version__
from rogatory.cli import deadline, documents, intake, journal, link, material_case, package_case, registers, states

if TYPE_CHECKING:
    from rogatory.cli.opening import Sought
    from rogatory.law.wording import Language


class LanguageName(Enum):
    """Languages in which rulings are printed."""

    EN = "en"
    """English."""
    FR = "fr"
    """French."""
    NL = "nl"
    """Dutch."""


class BookForm(Enum):
    """Forms of the law book."""

    HTML = "html"
    """One page for a browser or a printer."""
    MARKDOWN = "markdown"
    """Plain text with marks."""


EXIT_CODES = """Exit codes: 0 done (of a judgment: whatever the verdict); 1 nothing to judge, or nothing found (no such
norm, act or object); 2 bad input (the file and line, the field and the mend stand on the error stream); 3 the law
cannot be assembled (a pack from outside is broken). With `assess --exit-verdict`: 10 allowed, 11 discretionary, 12
conditional, 13 not ripe, 14 forbidden."""

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
law_app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="The norms applied.")
schema_app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Formats as JSON Schema.")
app.add_typer(law_app, name="law")
app.add_typer(schema_app, name="schema")
app.add_typer(journal.app, name="journal")
app.add_typer(link.app, name="link")
app.add_typer(package_case.app, name="package")
app.add_typer(material_case.app, name="material")
app.add_typer(registers.commands, name="register")
app.add_typer(states.app, name="states")
app.command("witness")(journal.witness)
app.command("intake")(intake.intake)
app.command("documents")(documents.documents)
app.command("deadline")(deadline.deadline)

File = Annotated[str, typer.Argument(metavar="FILE", help="Case file (YAML); - reads the standard input.")]
Acts = Annotated[list[str] | None, typer.Option("--act", metavar="ACT", help="Act to judge; may be repeated.")]
On = Annotated[str, typer.Option("--on", metavar="OBJECT", help="Only this person, measure, item or package.")]
AsOf = Annotated[str, typer.Option("--as-of", metavar="DATE", help="Take facts, treaties and law as of this day.")]
KnownAt = Annotated[str, typer.Option("--known-at", metavar="DATE", help="Use only what was known on this day.")]
Lang = Annotated[LanguageName, typer.Option("--lang", help="Language of the text.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON and nothing else.")]
WithoutHouse = Annotated[
    bool, typer.Option("--without-house-rules", help="Apply the law alone, without the policies of this system.")
]


def _print_version(asked: bool) -> None:
    """Print name and version, then leave."""
    if asked:
        typer.echo(f"rogatory {__version__}")
        raise typer.Exit


@app.callback(epilog=EXIT_CODES)
def rogatory(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Judge incoming requests for criminal cooperation by the law that binds the requested state."""


def _sought(acts: list[str] | None, on: str, as_of: str, known_at: str, *, law_alone: bool) -> "Sought":
    """What the command line asks for."""
    from rogatory.cli.opening import Sought

    return Sought(tuple(acts or ()), on, as_of, known_at, house_rules=not law_alone)


def _language(name: LanguageName) -> "Language":
    """The language in which the law speaks."""
    from rogatory.law.wording import Language

    return Language[name.name]


def _leave(code: int) -> None:
    """Leave with `code` unless all is well.

    Raises:
        typer.Exit: The code is not 0.
    """
    if code:
        raise typer.Exit(int(code))


@app.command()
def assess(
    file: File,
    *,
    acts: Acts = None,
    on: On = "",
    as_of: AsOf = "",
    known_at: KnownAt = "",
    lang: Lang = LanguageName.EN,
    json: Json = False,
    without_house_rules: WithoutHouse = False,
    brief: Annotated[bool, typer.Option("--brief", help="Only the verdicts.")] = False,
    exit_verdict: Annotated[
        bool,
        typer.Option("--exit-verdict", help="Exit with 10 plus the verdict on the act that is held back most."),
    ] = False,
) -> None:
    """Judge a request: what must, may or may not be done.

    Each ruling comes with the norms it rests on, their sources, the conditions, the questions that still matter and
    what was presumed. Without --act the acts the file asks for are judged, or those its kind suggests; an act takes the
    day the file gives it, else the last day the file speaks of.
    """
    from rogatory.cli.assess import run

    sought = _sought(acts, on, as_of, known_at, law_alone=without_house_rules)
    _leave(run(file, sought, _language(lang), as_json=json, brief=brief, exit_verdict=exit_verdict))


@app.command()
def why(
    file: File,
    act: Annotated[str, typer.Argument(metavar="ACT", help="Act to explain.")],
    *,
    on: On = "",
    norm: Annotated[str, typer.Option("--norm", metavar="ID", help="Only this norm, also where it has no say.")] = "",
    every: Annotated[bool, typer.Option("--all", help="Also the norms that do not apply, and why not.")] = False,
    as_of: AsOf = "",
    known_at: KnownAt = "",
    lang: Lang = LanguageName.EN,
    json: Json = False,
    without_house_rules: WithoutHouse = False,
) -> None:
    """Explain an act: each norm, down to the finding.

    ✓ it holds, ? it is not known, ✗ it does not hold. Every leaf names the question, the findings with their sources,
    a presumption, what made the question live, and a conflict of evidence.
    """
    from rogatory.cli.why import run

    sought = _sought([act], on, as_of, known_at, law_alone=without_house_rules)
    _leave(run(file, sought, _language(lang), norm=norm, every=every, as_json=json))


@app.command()
def questions(
    file: Annotated[str, typer.Argument(metavar="FILE", help="Case file (YAML); - reads the standard input.")] = "",
    *,
    acts: Acts = None,
    on: On = "",
    every: Annotated[
        bool, typer.Option("--all", help="Print the whole vocabulary instead of a case's questions.")
    ] = False,
    kind: Annotated[
        str, typer.Option("--kind", metavar="KIND", help="With --all: questions about this kind of object.")
    ] = "",
    as_of: AsOf = "",
    known_at: KnownAt = "",
    lang: Lang = LanguageName.EN,
    json: Json = False,
    without_house_rules: WithoutHouse = False,
) -> None:
    """List the questions that still matter, in order.

    With --all instead of a case: the whole vocabulary, as somebody needs it who writes a case file.
    """
    if every == bool(file) or (kind and not every):
        raise typer.BadParameter("give a case FILE, or --all (with --kind) for the vocabulary, not both")
    from rogatory.cli.questions import run, run_vocabulary

    if every:
        _leave(run_vocabulary(kind, _language(lang), as_json=json))
        return
    sought = _sought(acts, on, as_of, known_at, law_alone=without_house_rules)
    _leave(run(file, sought, _language(lang), as_json=json))


@app.command()
def whatif(
    file: File,
    *,
    answers: Annotated[
        list[str],
        typer.Option("--answer", metavar="QUESTION=VALUE", help="Answer to suppose; may be repeated."),
    ],
    about: Annotated[str, typer.Option("--about", metavar="ID", help="Object the answers are about.")] = "",
    grade: Annotated[
        str, typer.Option("--grade", metavar="GRADE", help="alleged, arguable, substantial or established.")
    ] = "established",
    acts: Acts = None,
    on: On = "",
    as_of: AsOf = "",
    known_at: KnownAt = "",
    lang: Lang = LanguageName.EN,
    json: Json = False,
    without_house_rules: WithoutHouse = False,
) -> None:
    """Suppose answers and show what they would change.

    A supposed answer takes the place of every finding on its question. Questions about an assurance name the risk, as
    assurance.specific@death-penalty=no.
    """
    from rogatory.cli.whatif import run

    sought = _sought(acts, on, as_of, known_at, law_alone=without_house_rules)
    _leave(run(file, answers, sought, _language(lang), about=about, grade=grade, as_json=json))


@app.command()
def screen(
    file: Annotated[str, typer.Argument(metavar="FILE", help="Case file (YAML); - reads the standard input.")] = "",
    *,
    names: Annotated[
        list[str] | None,
        typer.Option("--name", metavar="NAME", help="Screen a name instead; may be repeated for its other forms."),
    ] = None,
    born: Annotated[
        list[str] | None, typer.Option("--born", metavar="DAY", help="With --name: day of birth, as written.")
    ] = None,
    registers: Annotated[
        list[str] | None, typer.Option("--register", metavar="FILE", help="Register (YAML); may be repeated.")
    ] = None,
    known_at: KnownAt = "",
    lang: Lang = LanguageName.EN,
    json: Json = False,
) -> None:
    """Match a case, or a name, with registers: by person, by proceedings, by relatives a source tells of.

    Every link comes with its evidence in bits, the raw words, the way there, what is missing, and what it would propose
    to the examination. That nothing is found is told as what was looked through.
    """
    if bool(names) == bool(file) or (born and not names):
        raise typer.BadParameter("give a case FILE, or --name (with --born), not both")
    from rogatory.cli.screening import named, run

    case = named(names, born or []) if names else file
    _leave(run(case, registers or [], _language(lang), known_at=known_at, as_json=json))


@app.command()
def replay(
    folder: Annotated[str, typer.Argument(metavar="DIR", help="Folder of decided cases (YAML).")],
    *,
    json: Json = False,
) -> None:
    """Replay decided cases beside what was decided.

    The law is applied as it now stands and without the policies of this system. A file that is no decided case is
    reported on the error stream; the others are replayed.
    """
    from rogatory.cli.replay import run

    _leave(run(folder, json_only=json))


@app.command()
def demo(
    *,
    print_: Annotated[
        bool, typer.Option("--print", help="Only judge the founding case, on each of its key dates.")
    ] = False,
    once: Annotated[bool, typer.Option("--once", help="Make the office, and do not serve it.")] = False,
    port: Annotated[int, typer.Option("--port", min=1, max=65535, help="Port to listen at.")] = 8000,
    folder: Annotated[
        str, typer.Option("--folder", metavar="DIR", help="Data folder; without it one that is thrown away.")
    ] = "",
) -> None:
    """Judge the founding case, and open an office to sign in to with it.

    The office has people in every role, some cases, and work that waits. It is served on this machine alone until
    Ctrl+C, and thrown away then unless it has a folder of its own.
    """
    if once and print_:
        raise typer.BadParameter("give --print or --once, not both")
    if not print_:
        from rogatory.cli.demo_office import open_office

        _leave(open_office(port, folder, serve=not once))
        return
    from rogatory.cli.demo import run

    _leave(run())


@law_app.command("list")
def law_list(
    *,
    act: Annotated[str, typer.Option("--act", metavar="ACT", help="Norms that bear on this act.")] = "",
    kind: Annotated[str, typer.Option("--kind", metavar="KIND", help="Norms that concern this kind of request.")] = "",
    pack: Annotated[str, typer.Option("--pack", metavar="PACK", help="Norms of this pack.")] = "",
    check: Annotated[
        str, typer.Option("--check", metavar="LEVEL", help="Norms checked so far: verified, partly or general.")
    ] = "",
    lang: Lang = LanguageName.EN,
    json: Json = False,
) -> None:
    """List the norms applied."""
    from rogatory.cli.lawbook import run_list

    _leave(run_list(act, kind, pack, check, _language(lang), as_json=json))


@law_app.command("show")
def law_show(
    ident: Annotated[str, typer.Argument(metavar="ID", help="Norm to show.")],
    *,
    lang: Lang = LanguageName.EN,
    json: Json = False,
) -> None:
    """Show one norm in full."""
    from rogatory.cli.lawbook import run_show

    _leave(run_show(ident, _language(lang), as_json=json))


@law_app.command("book")
def law_book(
    form: Annotated[BookForm, typer.Option("--format", help="Form of the book.")] = BookForm.MARKDOWN,
    out: Annotated[
        str, typer.Option("--out", metavar="FILE", help="File to write; without it the book is printed.")
    ] = "",
    lang: Lang = LanguageName.EN,
) -> None:
    """Write every norm into one book."""
    from rogatory.cli.lawbook import run_book

    _leave(run_book(form.value, out, _language(lang)))


@law_app.command("hash")
def law_hash(json: Json = False, without_house_rules: WithoutHouse = False) -> None:
    """Print the hash that names exactly this law."""
    from rogatory.cli.lawbook import run_hash

    _leave(run_hash(house_rules=not without_house_rules, as_json=json))


@schema_app.command("case")
def schema_case() -> None:
    """Print the JSON Schema of the case file.

    It holds the vocabulary, so that an editor completes questions, answers and acts.
    """
    from rogatory.cli.schema import run

    _leave(run("case"))


@schema_app.command("register")
def schema_register() -> None:
    """Print the JSON Schema of a register."""
    from rogatory.cli.schema import run

    _leave(run("register"))


@schema_app.command("mapping")
def schema_mapping() -> None:
    """Print the JSON Schema of a mapping, by which the columns of a table become entries of a register."""
    from rogatory.cli.schema import run

    _leave(run("mapping"))
