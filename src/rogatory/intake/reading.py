"""From the bytes of a case file to a case: every fault named with its line, field and mend; nothing half-read."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from typing import Any

from pydantic import ValidationError

from rogatory.casefile.model import (
    Asked,
    Assurance,
    CaseFile,
    Decided,
    Event,
    Finding,
    Item,
    Measure,
    Person,
    Request,
)  # fmt: skip
from rogatory.intake.days import first_day, last_day
from rogatory.intake.errors import CaseFileError, Fault
from rogatory.intake.format import CasePart, DecidedPart, EventPart, FindingPart, Part
from rogatory.intake.yaml_source import Path, Source, read_yaml
from rogatory.law.acts import ACTS, NOTICE_KINDS, Act
from rogatory.law.grades import Grade
from rogatory.law.questions import Form, Kind, Question
from rogatory.law.vocabulary import VOCABULARY
from rogatory.law.vocabulary.assurance import Risk


def read_case(data: bytes, name: str) -> CaseFile:
    """Read a case file.

    Args:
        data: The bytes of the file.
        name: Its name, for messages.

    Raises:
        CaseFileError: With every fault found.
    """
    source = read_yaml(data, name)
    try:
        part = CasePart.model_validate(source.value)
    except ValidationError as error:
        raise CaseFileError(name, tuple(_fault(e, source) for e in error.errors(include_url=False))) from None
    reader = _Reader(part, source)
    case = reader.read()
    if reader.faults:
        raise CaseFileError(name, tuple(sorted(reader.faults, key=lambda f: f.line)))
    return case


_MENDS = {
    "missing": ("`{last}` is missing", "Add it there."),
    "extra_forbidden": (
        "`{last}` is not a field of a case file",
        "Remove it, or look it up in `rogatory schema case`.",
    ),
    "string_type": ("text was expected", "Write a word or sentence; quote it if it holds a colon."),
    "list_type": ("a list was expected", "Begin each entry with `- `."),
    "model_type": ("a mapping was expected", "Write `field: value` lines."),
    "dict_type": ("a mapping was expected", "Write `field: value` lines."),
}


def _fault(error: Any, source: Source) -> Fault:  # noqa: ANN401 - pydantic's own dictionary
    path = tuple(p for p in error["loc"] if not (isinstance(p, str) and p in {"str", "list[str]"}))
    last = str(path[-1]) if path else "the file"
    if not path:
        return Fault(1, "", "a case file was expected", "Begin with `id:`, `title:` and `request:`.")
    if error["type"] in _MENDS:
        problem, mend = (text.format(last=last) for text in _MENDS[error["type"]])
        if error["type"] == "extra_forbidden":
            mend = _near(last, _siblings(path)) or mend
    elif error["type"] == "literal_error":
        problem, mend = (
            f"{error['input']!r} is not allowed here",
            f"Write one of: {error['ctx']['expected']}.",
        )
    elif error["type"] == "string_pattern_mismatch":
        problem, mend = (
            f"{error['input']!r} has the wrong form",
            _FORMS.get(error["ctx"]["pattern"], "See the schema."),
        )
    else:
        problem, mend = str(error["msg"]), "See `rogatory schema case`."
    return Fault(source.line(path), _dotted(path), problem, mend)


_FORMS = {
    r"^([A-Z]{2}|INTERPOL)$": "Write two capital letters (BE, KZ), ZZ if the state is not named, or INTERPOL.",
    r"^\d{4}(-\d{2}(-\d{2})?)?$": "Write a day as 2019-10-01, or 2019-10 or 2019 if no more is known.",
    r"^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$": "Use letters, digits, dots, dashes and underscores, at most 80.",
}


def _siblings(path: Path) -> list[str]:
    models: dict[str, type[Part]] = {
        "findings": FindingPart,
        "shows": FindingPart,
        "events": EventPart,
        "decided": DecidedPart,
    }
    named = [models[p] for p in path[:-1] if isinstance(p, str) and p in models]
    return list((named[-1] if named else CasePart).model_fields)


def _near(word: str, words: Iterable[str], what: str = "Did you mean") -> str:
    close = get_close_matches(word, list(words), n=3, cutoff=0.6)
    return f"{what} {' or '.join(close)}?" if close else ""


def _dotted(path: Path) -> str:
    text = ""
    for part in path:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else str(part)
    return text


@dataclass(slots=True)
class _Reader:
    part: CasePart
    source: Source
    faults: list[Fault] = field(default_factory=list)
    ids: dict[str, Kind] = field(default_factory=dict)
    counter: int = 0

    def read(self) -> CaseFile:
        part = self.part
        self._collect_ids()
        findings = [self._finding(f, ("findings", i), None) for i, f in enumerate(part.findings)]
        for i, event in enumerate(part.events):
            findings += [self._finding(f, ("events", i, "shows", n), event) for n, f in enumerate(event.shows)]
        self._unique([f.id for f in findings if f], "finding")
        return CaseFile(
            id=part.id,
            title=part.title,
            request=Request(
                part.request.kind, part.request.requesting_state, part.request.requested_state,
                self._day(part.request.received, ("request", "received"), last_day), part.request.authority,
                part.request.summary,
            ),
            persons=tuple(Person(p.id, p.name, p.note) for p in part.persons),
            measures=tuple(self._measure(i) for i in range(len(part.measures))),
            assurances=tuple(
                Assurance(a.id, Risk(a.against), self._day(a.given, ("assurances", i, "given"), first_day), a.given_by,
                          a.text, tuple(self._refs(a.persons, Kind.PERSON, ("assurances", i, "persons"))))
                for i, a in enumerate(part.assurances)
            ),
            items=tuple(Item(i.id, i.text, i.package or "") for i in part.items),
            packages=tuple(part.packages),
            findings=tuple(f for f in findings if f),
            events=tuple(
                Event(self._day(e.on, ("events", i, "on"), last_day) or date.min, e.text, e.source)
                for i, e in enumerate(part.events)
            ),
            asked=tuple(
                Asked(act, a.on or "", self._day(a.at, ("acts", i, "at"), last_day), a.note)
                for i, a in enumerate(part.acts)
                if (act := self._act(a.act, ("acts", i, "act")))
            ),
            decided=self._decided(part.decided),
            treaty_rows=tuple(
                (t.state, t.instrument, t.status, t.since or "", t.until or "", t.source) for t in part.treaties
            ),
        )  # fmt: skip

    def _collect_ids(self) -> None:
        part = self.part
        named: list[tuple[str, Kind, Path]] = [
            *((p.id, Kind.PERSON, ("persons", i)) for i, p in enumerate(part.persons)),
            *((m.id, Kind.MEASURE, ("measures", i)) for i, m in enumerate(part.measures)),
            *((a.id, Kind.ASSURANCE, ("assurances", i)) for i, a in enumerate(part.assurances)),
            *((x.id, Kind.ITEM, ("items", i)) for i, x in enumerate(part.items)),
            *((p, Kind.PACKAGE, ("packages", i)) for i, p in enumerate(part.packages)),
        ]
        for ident, kind, path in named:
            if ident in self.ids:
                self._say(path, f"the identifier {ident!r} stands twice", "Give each object its own.")
            self.ids[ident] = kind

    def _unique(self, idents: list[str], what: str) -> None:
        seen: set[str] = set()
        for ident in idents:
            if ident in seen:
                self._say(
                    (f"{what}s",),
                    f"the {what} identifier {ident!r} stands twice",
                    "Give each its own, or none.",
                )
            seen.add(ident)

    def _measure(self, i: int) -> Measure:
        m = self.part.measures[i]
        kinds = VOCABULARY["measure.type"].values
        if m.type not in kinds:
            self._say(
                ("measures", i, "type"),
                f"{m.type!r} is not a type of measure",
                f"Write one of: {', '.join(kinds)}.",
            )
        return Measure(m.id, m.type, m.text, tuple(self._refs(m.persons, Kind.PERSON, ("measures", i, "persons"))))

    def _refs(self, idents: list[str], kind: Kind, path: Path) -> Iterable[str]:
        for i, ident in enumerate(idents):
            if self.ids.get(ident) is not kind:
                have = [k for k, v in self.ids.items() if v is kind]
                self._say(
                    (*path, i),
                    f"no {kind.value} is called {ident!r}",
                    f"This file has: {', '.join(have) or 'none'}.",
                )
        return idents

    def _act(self, name: str, path: Path) -> Act | None:
        if name not in ACTS:
            mend = _near(name, ACTS) or f"The acts are: {', '.join(ACTS)}."
            self._say(path, f"{name!r} is not an act", mend)
            return None
        return ACTS[name]

    def _decided(self, d: DecidedPart | None) -> Decided | None:
        if d is None:
            return None
        usual = "keep-notice" if self.part.request.kind in NOTICE_KINDS else "grant"
        act = self._act(d.act or usual, ("decided", "act"))
        on = self._day(d.on, ("decided", "on"), last_day)
        if act is None or on is None:
            return None
        taken = tuple(dict.fromkeys(
            f.question for f in (*self.part.findings, *(s for e in self.part.events for s in e.shows)) if f.conclusion
        ))  # fmt: skip
        return Decided(d.body, d.citation, on, d.result, act, d.object or "", tuple(d.expect), d.text,
                       tuple(d.sources), taken, d.superseded)  # fmt: skip

    def _finding(self, f: FindingPart, path: Path, event: EventPart | None) -> Finding | None:
        question = VOCABULARY.get(f.question)
        if question is None:
            mend = _near(f.question, VOCABULARY) or "`rogatory questions --all` lists the vocabulary."
            self._say((*path, "question"), f"{f.question!r} is not a question of the vocabulary", mend)
            return None
        self.counter += 1
        self._check_about(f, question, path)
        happened = event.on if event else None
        since = self._day(f.since or happened, (*path, "since"), first_day)
        until = self._day(f.until, (*path, "until"), first_day)
        if since and until and until <= since:
            self._say((*path, "until"), f"until {until} does not come after since {since}", "Check both days.")
        answer = [f.answer] if isinstance(f.answer, str) else f.answer
        values, number, day = self._answer(answer, question, (*path, "answer"))
        return Finding(
            id=f.id or f"finding-{self.counter}",
            question=f.question,
            about=f.about or "",
            answer=values,
            number=number,
            day=day,
            unknown=answer == ["unknown"],
            against=Risk(f.against) if f.against else None,
            grade=Grade.named(f.grade),
            since=since,
            until=until,
            known=self._day(f.known or (event.known if event else None) or happened, (*path, "known"), last_day),
            as_of=self._day(f.as_of, (*path, "as_of"), last_day),
            source=f.source or (event.source if event else ""),
            by=f.by,
            conclusion=f.conclusion,
            note=f.note,
        )

    def _check_about(self, f: FindingPart, question: Question, path: Path) -> None:
        many = (Kind.PERSON, Kind.MEASURE, Kind.ITEM, Kind.PACKAGE, Kind.ASSURANCE)
        if f.about and question.of in many and self.ids.get(f.about) is not question.of:
            have = [k for k, v in self.ids.items() if v is question.of]
            self._say((*path, "about"), f"{f.question} is about a {question.of.value}, and {f.about!r} is none",
                      f"This file has: {', '.join(have) or 'none; leave `about` out'}.")  # fmt: skip
        if question.of is Kind.ASSURANCE and not f.about and not f.against:
            self._say(path, f"{f.question} must say which assurance it is about",
                      "Add `about:` with an entry of `assurances`, or `against:` with the risk.")  # fmt: skip

    def _answer(
        self, answer: list[str], question: Question, path: Path
    ) -> tuple[tuple[str, ...], int | None, date | None]:
        if answer == ["unknown"]:
            return (), None, None
        match question.form:
            case Form.NUMBER:
                if len(answer) == 1 and answer[0].isdigit():
                    return (), int(answer[0]), None
                self._say(
                    path,
                    f"{question.id} is answered by a whole number ({question.unit})",
                    "Write one number.",
                )
            case Form.DAY:
                return (), None, self._day(answer[0], path, last_day) if len(answer) == 1 else None
            case _:
                self._check_values(answer, question, path)
        return tuple(answer), None, None

    def _check_values(self, answer: list[str], question: Question, path: Path) -> None:
        wrong = [a for a in answer if a not in question.values]
        if wrong:
            near = _near(wrong[0], question.values)
            self._say(path, f"{wrong[0]!r} does not answer {question.id}",
                      near or f"Write one of: {', '.join(question.values)}, or unknown.")  # fmt: skip
        if len(answer) != 1 and question.form is not Form.SOME_OF:
            self._say(path, f"{question.id} takes one answer", f"Write one of: {', '.join(question.values)}.")

    def _day(self, text: str | None, path: Path, side: Callable[[str], date]) -> date | None:
        if text is None:
            return None
        try:
            return side(text)
        except ValueError as error:
            self._say(path, str(error), "Correct the day.")
            return None

    def _say(self, path: Path, problem: str, mend: str) -> None:
        self.faults.append(Fault(self.source.line(path), _dotted(path), problem, mend))
