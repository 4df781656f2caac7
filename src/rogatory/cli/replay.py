"""`rogatory replay`: decided cases, the verdict the law leads to beside what was really decided."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from rogatory.casefile.view import View
from rogatory.cli.opening import open_law
from rogatory.cli.page import QUIET, SHAPES, Code, Page, complain, print_json, progress, stop
from rogatory.intake.errors import CaseFileError
from rogatory.intake.reading import read_case
from rogatory.intake.yaml_source import LARGEST_BYTES
from rogatory.law.corpus import Law
from rogatory.oversight.replay import FOUR, NotDecidedError, Replayed, Summary, as_json, replay_case, summarise
from rogatory.states.records import TreatyDataError

ENDINGS = (".yaml", ".yml")


def run(folder: str, *, json_only: bool) -> Code:
    """Replay every case file of a folder; the exit code."""
    files = _files(folder)
    law = open_law()
    done: list[Replayed] = []
    failed: list[tuple[str, list[str]]] = []
    for number, path in enumerate(files, 1):
        progress(number, len(files))
        try:
            done.append(_replay(law, path))
        except CaseFileError as error:
            failed.append((str(path), [str(f) for f in error.faults]))
        except (NotDecidedError, TreatyDataError) as error:
            failed.append((str(path), [str(error)]))
        except OSError as error:
            failed.append((str(path), [f"cannot be read ({error.strerror})"]))
    progress(0, 0)
    complain(*(f"{name}: {problem}" for name, problems in failed for problem in problems))
    if not done:
        stop(Code.BAD_INPUT if failed else Code.NOTHING, f"{folder}: no decided case to replay.")
    if json_only:
        print_json(as_json(done) | {"not_replayed": [{"file": n, "problems": p} for n, p in failed]})
    else:
        _print(Page(), done, len(failed))
    return Code.BAD_INPUT if failed else Code.DONE


def _files(folder: str) -> list[Path]:
    place = Path(folder)
    if not place.is_dir():
        stop(Code.BAD_INPUT, f"{folder}: is not a folder. Name the folder that holds the decided cases.")
    try:
        return sorted(p for p in place.iterdir() if p.suffix.lower() in ENDINGS)
    except OSError as error:
        stop(Code.BAD_INPUT, f"{folder}: cannot be read ({error.strerror}).")


def _replay(law: Law, path: Path) -> Replayed:
    with path.open("rb") as file:
        case = read_case(file.read(LARGEST_BYTES + 1), str(path))
    decided = case.decided
    if decided and decided.object:
        objects = View(case, decided.on).objects(decided.act)
        if decided.object not in objects:
            msg = f"decided.object: {decided.act.id} has no object {decided.object!r}, only {', '.join(objects)}"
            raise NotDecidedError(msg)
    return replay_case(law, case)


def _print(page: Page, done: Sequence[Replayed], failed: int) -> None:
    width = max(len(r.case.id) for r in done)
    page.row(f"  {'case':{width}}   {'act':21}  {'decided':10}  {'expected':10}  verdict", "bold")
    for r in done:
        apart = "*" if r.decided.known_only_from else " "
        mark, style = _mark(r)
        page.row(
            f"{mark} {r.case.id:{width}} {apart} {r.decided.act.id:21}  {r.decided.result:10}  {r.expected:10}"
            f"  {SHAPES[r.verdict]} {r.verdict.word}",
            style,
        )
    summary = summarise(done)
    page.line()
    page.line("✓ agrees, ! unsafe error, - over-protective error, ✗ other disagreement;", QUIET)
    page.line(
        "* rests on a body's own conclusion; expected differs from decided where the law has changed since", QUIET
    )
    _print_tables(page, summary)
    _print_figures(page, done, summary, failed)


def _mark(r: Replayed) -> tuple[str, str]:
    if r.agrees:
        return "✓", ""
    if r.unsafe:
        return "!", "bold red"
    return ("-", "yellow") if r.over_protective else ("✗", "yellow")


def _print_tables(page: Page, summary: Summary) -> None:
    page.heading("Expected (down) and reached (across)")
    page.row(f"  {'':12}{''.join(f'{c:>12}' for c in FOUR)}")
    for expected in FOUR:
        counts = [summary.table[(expected, got)] for got in FOUR]
        if any(counts):
            page.row(f"  {expected:12}{''.join(f'{n:>12}' for n in counts)}")


def _print_figures(page: Page, done: Sequence[Replayed], summary: Summary, failed: int) -> None:
    agree = sum(r.agrees for r in done)
    page.heading("Agreement")
    page.line(f"{agree} of {summary.cases} cases agree.", indent=2)
    page.line(
        f"Balanced accuracy (mean over the classes of the share each gets right): {summary.three:.1%} over refuse,"
        f" examine, cooperate; {summary.four:.1%} with conditions apart.",
        indent=2,
    )
    apart = Counter(r.agrees for r in done if r.decided.known_only_from)
    page.line(
        f"Cases resting on a body's own conclusion, counted apart: {len(summary.apart)}, of which {apart[True]} agree.",
        indent=2,
    )
    if summary.three_on_facts is not None and summary.apart:
        page.line(f"Balanced accuracy of the others, on facts alone: {summary.three_on_facts:.1%}.", indent=2)
    _print_errors(page, "Unsafe errors (would allow what a body refused)", summary.unsafe)
    _print_errors(page, "Over-protective errors (would refuse what was lawfully granted)", summary.over_protective)
    if failed:
        page.line(f"Files that could not be replayed: {failed}; see the error stream.", "bold", indent=2)


def _print_errors(page: Page, what: str, cases: Sequence[str]) -> None:
    page.line(f"{what}: {len(cases)}{': ' + ', '.join(cases) if cases else ''}.", indent=2, hang=2)
