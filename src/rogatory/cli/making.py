"""Making the documents of a case without an office: decision, text for the state that asks, letters."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import typer
import yaml

from rogatory.casefile.model import CaseFile
from rogatory.cli.opening import day_named, open_case, open_law
from rogatory.cli.page import HEADING, QUIET, Code, Page, complain, stop
from rogatory.decision.bench import Sitting, judge_case, with_attested_treaties
from rogatory.decision.deciding import Choice, Deciding, Letter, Office, Outcome, Submission
from rogatory.decision.documents.document import LANGUAGES, Document
from rogatory.decision.drafting.full import draft
from rogatory.decision.drafting.unready import unready
from rogatory.decision.releasing.confidential import confidential
from rogatory.decision.releasing.releasable import LeakError, own_words, releasable
from rogatory.decision.releasing.state_text import for_requesting_state
from rogatory.law.acts import GRANT, POSTPONE, REFUSE
from rogatory.law.wording.language import Language
from rogatory.letters.kinds import KINDS, Head, To, write
from rogatory.letters.to_state import ToState
from rogatory.letters.wording import LetterError
from rogatory.office.errors import FormError
from rogatory.office.seen.in_the_making import filled_in
from rogatory.registry.documents import facts_form
from rogatory.typesetting.paper import pdf
from rogatory.typesetting.text import PaperError
from rogatory.typesetting.word import docx

Told = Mapping[str, Any]
_FROM_THE_DECISION: Mapping[str, Callable[[ToState], object]] = {
    "acknowledgement": lambda state: replace(state, deciding=replace(state.deciding, choices=())).acknowledgement(),
    "refusal": lambda state: state.refusal(alternatives=True),
    "partial-execution": lambda state: state.partial_execution(),
}
"""Letters that need no facts beside the decision and the letter it answers."""


def make(case: str, out: Path, with_: str, languages: list[str] | None, at: str) -> None:
    """Make the documents of a case: see `documents.documents`.

    Args:
        case: Name of the case file.
        out: Folder in which the documents are written.
        with_: Name of the file of what no case file holds; empty: none.
        languages: Languages; None: all of them.
        at: Day of judging, as typed; empty: the file's last day.
    """
    told, file = _told(with_), open_case(case)
    day = day_named(at, "--at") or file.last_day()
    if day is None:
        stop(Code.BAD_INPUT, "--at: the file names no day; say as of which day to judge.")
    try:
        deciding = _deciding(file, told, day)
        made = list(_all(deciding, told, languages or [*LANGUAGES, "ru"], day))
    except (FormError, LetterError, LeakError, ValueError) as error:
        stop(Code.BAD_INPUT, f"{with_ or case}: {error}")
    out.mkdir(parents=True, exist_ok=True)
    page = Page()
    for document in made:
        name = f"{document.kind}.{document.language}"
        try:
            (out / f"{name}.pdf").write_bytes(pdf(document))
            (out / f"{name}.docx").write_bytes(docx(document))
        except PaperError as error:
            complain(f"{name}: {error}")
            raise typer.Exit(Code.BAD_INPUT) from error
        page.line(f"{name}: {document.title}", HEADING)
    page.line(f"{len(made)} documents, each as PDF and DOCX, in {out}", QUIET)
    for lack in unready(deciding):
        page.line(f"Before the decision can be signed: {lack}")


def _told(name: str) -> Told:
    if not name:
        return {}
    try:
        read = yaml.load(Path(name).read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 - strings, lists and maps only
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        stop(Code.BAD_INPUT, f"{name}: cannot be read ({error})")
    if not isinstance(read, dict):
        stop(Code.BAD_INPUT, f"{name}: it is not a mapping; write office, letter, choices, answers, inputs, letters")
    return read


def _deciding(case: CaseFile, told: Told, day: date) -> Deciding:
    law = open_law()
    letter, office = told.get("letter", {}), told.get("office", {})
    if letter.get("received"):
        case = replace(case, request=replace(case.request, received=date.fromisoformat(letter["received"])))
    measures = {m.id: m.text for m in case.measures} | letter.get("measures", {})
    return Deciding(
        case,
        with_attested_treaties(law, case),
        judge_case(law, replace(case, asked=()), Sitting(at=day), (GRANT, REFUSE, POSTPONE)),
        letter=Letter(
            letter.get("authority", case.request.authority),
            letter.get("reference", ""),
            date.fromisoformat(letter["day"]) if letter.get("day") else None,
            letter.get("treaty", ""),
            tuple(letter.get("instruments", ())),
            tuple(letter.get("persons", {p.id: p.name for p in case.persons}).items()),
            tuple(measures.items()),
        ),
        office=Office(
            tuple(office.get("authority", ("The requested authority",))), office.get("number", case.id),
            office.get("place", ""), day, tuple(office.get("signatory", ())),
        ),
        choices=tuple(
            Choice(measure, Outcome(c["outcome"]), c.get("reasons", ""), c.get("by", ""), c.get("office", ""))
            for measure, c in told.get("choices", {}).items()
        ),
        submissions=tuple(
            Submission(ident, s.get("by", ""), None, s.get("text", ""), s.get("answer", ""), s.get("answered_by", ""))
            for ident, s in told.get("submissions", {}).items()
        ),
        **filled_in(told.get("inputs", {})),
    )  # fmt: skip


def _all(deciding: Deciding, told: Told, languages: list[str], day: date) -> Iterator[Document]:
    """The documents, in the order of the procedure; the letters after the decision."""
    known = confidential(deciding)
    parts = releasable(deciding, known)
    for language in (Language(code) for code in languages if code in LANGUAGES):
        yield draft(deciding, language)
        yield for_requesting_state(parts, language)
    for name, facts in told.get("letters", {}).items():
        kind = KINDS.get(name)
        if kind is None:
            raise LetterError(f"there is no letter {name!r}; there are {', '.join(KINDS)}")
        if name in _FROM_THE_DECISION and not facts:
            state = ToState(deciding, told.get("office", {}).get("contact", ""))
            read, head = _FROM_THE_DECISION[name](state), state.head
            yield from (write(kind, read, code, head) for code in languages if code in kind.languages)
            continue
        typed = {k: "\n".join(v) if isinstance(v, list) else v for k, v in facts.items()}
        read = facts_form.read(kind.facts, typed, lambda text: own_words(text, known))
        head = _head(deciding, typed, day, leaves=To.REQUESTING_STATE in kind.to)
        yield from (write(kind, read, code, head) for code in languages if code in kind.languages)


def _head(deciding: Deciding, typed: Mapping[str, str], day: date, *, leaves: bool) -> Head:
    if leaves:
        return ToState(deciding, "").head
    office = deciding.office
    addressee = tuple(typed.get("addressee", "").splitlines()) or ("",)
    return Head(office.authority, addressee, office.place, day, office.number, None, office.signatory)
