"""`python -m bench`: measure the engine beside others, on the law in force, and in bulk; and check that readers agree.

These are measurements, never tests: nothing fails because a machine is slow. It fails if two readers of the law differ.
"""

import argparse
from pathlib import Path

from bench import (
    agreement,
    answers,
    bars,
    candidates,
    cluster,
    coverage,
    docket,
    ingest,
    journal,
    judging,
    kept_registers,
    law_in_force,
    letters,
    letters_in,
    likeness,
    link_keys,
    material,
    measure,
    names,
    oversight,
    pages,
    paper,
    persons,
    proceedings,
    ranking,
    record,
    registers,
    screening,
    screens,
    taint,
)


def main() -> int:
    """Run what the command line asks for; everything, if it asks for nothing."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    _commands(parser)
    asked = parser.parse_args()
    wanted = (
        [asked.command] if asked.command else ["judging", "law-in-force", "docket", "journal", "pages", "agreement"]
    )
    print(measure.machine())
    differences = 0
    for name in wanted:
        print(f"\n=== {name}", flush=True)
        given = parser.parse_args([name]) if asked.command is None else asked
        match name:
            case "judging":
                judging.run(given.norms, given.cases, given.repeats)
            case "law-in-force":
                law_in_force.run(given.files, given.repeats)
            case "docket":
                docket.run(given.cases, given.repeats)
            case "journal":
                journal.run(given.entries, given.seconds)
            case "pages":
                pages.run(given.cases, given.users)
            case "answers" | "coverage" | "ingest" | "likeness" | "material" | "ranking" | "screens" | "taint":
                _material(name, given)
            case "intake" | "letters" | "oversight" | "paper":
                _documents(name, given)
            case (
                "bars"
                | "candidates"
                | "names"
                | "persons"
                | "proceedings"
                | "record"
                | "registers"
                | "kept-registers"
                | "screening"
            ):
                _linkage(name, given)
            case _:
                differences = _agree(name, given)
    print(f"\nload      {measure.load()}")
    return 1 if differences else 0


def _agree(name: str, given: argparse.Namespace) -> int:
    """What fails where two differ: readers of the law, or seizures read by one process and by many."""
    if name == "cluster":
        return cluster.run(given.folder, given.papers, given.machines, given.kills)
    return agreement.run(given.random, given.real)


def _documents(name: str, given: argparse.Namespace) -> None:
    """What is measured of letters and decisions."""
    match name:
        case "intake":
            letters_in.run(given.repeats)
        case "letters":
            letters.run(given.formats, given.only, given.seed, given.errors, given.jobs)
        case "oversight":
            oversight.run(given.cases)
        case _:
            paper.run(given.repeats)


def _material(name: str, given: argparse.Namespace) -> None:
    """What is measured of seized material."""
    if name == "material":
        material.run(given.folder, given.megabytes, given.items, given.repeats)
    elif name == "answers":
        answers.run(given.items, given.answers)
    elif name == "coverage":
        coverage.run(given.folder, given.sample, given.seed, given.listed)
    elif name == "ingest":
        ingest.run(given.folder, given.sample, given.processes, given.kept, beside=not given.ours_alone)
    elif name == "screens":
        screens.run(given.seed, given.rounds, given.folder)
    elif name == "likeness":
        likeness.run(given.texts, given.words, given.repeats)
    elif name == "ranking":
        if given.folder:
            ranking.run(
                ranking.Given(
                    given.folder, given.news, given.topics, given.lot, given.seed, given.draws, given.most,
                    given.asreview, given.kept,
                )
            )  # fmt: skip
        ranking.many(given.texts, given.words)
    else:
        taint.run(given.items, given.edges, given.loop, given.solver)


def _linkage(name: str, given: argparse.Namespace) -> None:
    """What is measured of linkage, and of the record of states."""
    match name:
        case "bars":
            bars.run(given.sizes, given.pairs)
        case "candidates":
            candidates.run(given.sizes, given.pairs)
            if given.postgresql:
                link_keys.run(given.postgresql, given.pairs)
        case "names":
            names.run(given.folder)
        case "persons":
            persons.run(given.file, given.positives, given.negatives)
        case "record":
            record.run(given.cases)
        case "registers":
            registers.run(given.entries)
        case "kept-registers":
            kept_registers.run(given.entries, given.repeats)
        case "screening":
            screening.run(given.entries, given.repeats)
            screening.changed(given.open_cases, min(given.entries))
        case _:
            proceedings.run(given.register, given.requests)


def _commands(parser: argparse.ArgumentParser) -> None:
    commands = parser.add_subparsers(dest="command", metavar="command")
    one = commands.add_parser("judging", help="our readers and outside engines on the same random norms and cases")
    one.add_argument("--norms", type=int, default=60)
    one.add_argument("--cases", type=int, default=10_000)
    one.add_argument("--repeats", type=int, default=7)
    two = commands.add_parser("law-in-force", help="outcomes, reasons, rulings and questionnaires under the real law")
    two.add_argument("--files", type=int, default=2_000)
    two.add_argument("--repeats", type=int, default=5)
    three = commands.add_parser("docket", help="re-assess a docket after one state's record changed")
    three.add_argument("--cases", type=int, nargs="+", default=[10_000, 100_000, 1_000_000])
    three.add_argument("--repeats", type=int, default=9)
    five = commands.add_parser("journal", help="appends beside the disk, proofs and audits, and pymerkle")
    five.add_argument("--entries", type=int, default=1_000_000)
    five.add_argument("--seconds", type=float, default=6)
    nine = commands.add_parser("proceedings", help="proceedings looked up among many made-up ones, and told apart")
    nine.add_argument("--register", type=int, default=100_000)
    nine.add_argument("--requests", type=int, default=20)
    eight = commands.add_parser("names", help="pair sets of names in a folder that you name, beside other matchers")
    eight.add_argument("folder", type=Path)
    six = commands.add_parser("pages", help="pages of the registry at more and more cases, on the database asked for")
    six.add_argument("--cases", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    six.add_argument("--users", type=int, default=20)
    _of_registers(commands)
    _of_documents(commands)
    _of_cluster(commands)
    _of_material(commands)
    _of_reviews(commands)
    four = commands.add_parser("agreement", help="every reader against every other on random cases")
    four.add_argument("--random", type=int, default=100_000)
    four.add_argument("--real", type=int, default=10_000)


def _of_registers(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    one = commands.add_parser("candidates", help="searches of registers by name, at more and more entries")
    one.add_argument("--sizes", type=int, nargs="+", default=[10_000, 100_000, 1_000_000])
    one.add_argument("--pairs", type=Path, help="folder of pair sets; without it, common and made-up names")
    one.add_argument("--postgresql", type=int, nargs="+", help="the keys in PostgreSQL too, at so many entries")
    five = commands.add_parser("bars", help="the bars of a name alone, chosen on one half of names and tried on others")
    five.add_argument("pairs", type=Path, help="folder of pair sets")
    five.add_argument("--sizes", type=int, nargs="+", default=[100_000, 1_000_000])
    seven = commands.add_parser("record", help="open cases judged anew, told and journaled when a record changed")
    seven.add_argument("--cases", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    two = commands.add_parser("registers", help="made-up registers brought in by every importer, and written out")
    two.add_argument("--entries", type=int, default=50_000)
    three = commands.add_parser("screening", help="a whole request against registers, with every explanation")
    three.add_argument("--entries", type=int, nargs="+", default=[10_000, 100_000])
    three.add_argument("--repeats", type=int, default=5)
    three.add_argument("--open-cases", type=int, nargs="+", default=[100, 1_000, 10_000])
    five = commands.add_parser("kept-registers", help="registers as the registry keeps them, on the database asked for")
    five.add_argument("--entries", type=int, nargs="+", default=[100_000])
    five.add_argument("--repeats", type=int, default=3)
    four = commands.add_parser("persons", help="persons by name and day of birth, on labelled records that you name")
    four.add_argument("file", type=Path)
    four.add_argument("--positives", type=int, default=1_500)
    four.add_argument("--negatives", type=int, default=815)


def _of_documents(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    three = commands.add_parser("intake", help="a text of ten pages and scanned pages, from bytes to proposed fields")
    three.add_argument("--repeats", type=int, default=3)
    four = commands.add_parser("oversight", help="public numbers, pages and alarms at more and more cases")
    four.add_argument("--cases", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    one = commands.add_parser("paper", help="decisions set as PDF and DOCX, and read back")
    one.add_argument("--repeats", type=int, default=20)
    two = commands.add_parser("letters", help="fields read in the invented letters of the tests, beside what they tell")
    two.add_argument("--formats", nargs="+", default=list(letters.READERS), choices=list(letters.READERS))
    two.add_argument("--only", type=int, nargs="*", default=[], help="numbers of letters")
    two.add_argument("--seed", default=letters.SEED, help="another word makes other letters of the same sorts")
    two.add_argument("--jobs", type=int, default=1, help="so many letters are read at once")
    two.add_argument("--errors", type=Path, help="file to list every fault in")


def _of_cluster(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    one = commands.add_parser("cluster", help="a seizure read by a cluster of Ray of which machines are killed")
    one.add_argument("folder", type=Path, nargs="?", help="files to seal and read; without it, made-up ones")
    one.add_argument("--papers", type=int, default=400, help="so many made-up letters, and as many papers")
    one.add_argument("--machines", type=int, default=2)
    one.add_argument("--kills", type=int, default=1, help="machines killed, each replaced by another")


def _of_material(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    three = commands.add_parser("material", help="sealing, also of a folder that you name, memory at many contents")
    three.add_argument("folder", type=Path, nargs="?", help="files to seal")
    three.add_argument("--megabytes", type=int, default=800, help="of made-up files to seal")
    three.add_argument("--items", type=int, default=1_000_000, help="contents of a made-up ledger")
    three.add_argument("--repeats", type=int, default=3)
    six = commands.add_parser("coverage", help="files with text, by ours and by extractous, in a folder that you name")
    six.add_argument("folder", type=Path, help="files to read")
    six.add_argument("--sample", type=int, default=0, help="so many of them, by lot; 0: all")
    six.add_argument("--seed", type=int, default=1)
    six.add_argument("--listed", type=Path, help="file in which to list what extractous found and ours did not")
    one = commands.add_parser("screens", help="recall and precision of every screen on invented seizures")
    one.add_argument("--seed", type=int, default=1)
    one.add_argument("--rounds", type=int, default=4, help="how often each kind of paper stands in each language")
    one.add_argument(
        "--folder", type=Path, help="where the seizures are written as files, sealed, read and screened too"
    )
    two = commands.add_parser("taint", help="taint over millions of bonds, and a million items on all four questions")
    two.add_argument("--items", type=int, default=1_000_000)
    two.add_argument("--edges", type=int, default=5_000_000)
    two.add_argument("--loop", type=int, default=100_000, help="items for the Python loop")
    two.add_argument("--solver", type=int, default=20_000, help="items for clingo")
    four = commands.add_parser("likeness", help="texts nearly the same: signatures beside datasketch, the whole search")
    four.add_argument("--texts", type=int, default=3_000)
    four.add_argument("--words", type=int, default=250, help="in the middle; texts are shorter and longer by half")
    four.add_argument("--repeats", type=int, default=3)
    _of_ranking(commands)


def _of_ranking(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    one = commands.add_parser("ranking", help="papers read until a topic is found, beside ASReview; a million scored")
    one.add_argument("folder", type=Path, nargs="?", help="SGML files of Reuters-21578")
    one.add_argument("--news", type=Path, help="20 news groups: a folder for each half, in it one for each group")
    one.add_argument("--topics", nargs="+", default=["coffee", "ship", "crude"])
    one.add_argument("--lot", type=int, default=4, help="so many topics more of each set, by lot")
    one.add_argument("--seed", type=int, default=2026, help="of the lot")
    one.add_argument("--draws", type=int, default=5, help="papers that are known first, each in a reading of its own")
    one.add_argument("--most", type=int, default=6_000, help="papers after which a reading ends")
    one.add_argument("--asreview", default="", help="the Python of its environment")
    one.add_argument("--kept", type=Path, help="file that keeps what ASReview read, or has it")
    one.add_argument("--texts", type=int, default=1_000_000)
    one.add_argument("--words", type=int, default=100)


def _of_ingest(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    one = commands.add_parser("ingest", help="reading a folder that you name, stage by stage, beside kreuzberg alone")
    one.add_argument("folder", type=Path, help="files to seal and read")
    one.add_argument("--sample", type=int, default=0, help="so many of them, by lot; 0: all")
    one.add_argument("--processes", type=int, default=1, help="how many read at once")
    one.add_argument("--kept", type=Path, help="a folder that is not there yet, in which the seizure stays")
    one.add_argument("--ours-alone", action="store_true", help="without kreuzberg beside it")


def _of_reviews(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    _of_ingest(commands)
    one = commands.add_parser("answers", help="what an answer of a review costs, by how many items there are")
    one.add_argument("--items", type=int, nargs="+", default=[100, 10_000, 1_000_000])
    one.add_argument("--answers", type=int, default=50, help="how many are measured at each size")
