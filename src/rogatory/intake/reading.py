"""From the bytes of a case file to a case: every fault named with its line, field and mend; nothing half-read."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

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
)
from rogatory.casefile.view import WHOLE, View
from rogatory.intake.attested import check_treaties
from rogatory.intake.countries import checked_state
from rogatory.intake.days import first_day, last_day
from rogatory.intake.format import CasePart, DecidedPart, EventPart, FindingPart
from rogatory.intake.parties import read_identity, read_proceedings, read_relations
from rogatory.intake.shape import made
from rogatory.intake.tally import Tally
from rogatory.intake.words import Path, listed, shown
from rogatory.intake.yaml_source import Source, as_source, read_yaml
from rogatory.law.acts import ACTS, NOTICE_KINDS, Act
from rogatory.law.grades import Grade
from rogatory.law.questions import Form, Kind, Question
from rogatory.law.vocabulary import VOCABULARY
from rogatory.law.vocabulary.assurance import Risk
from rogatory.people.mandates import Compartment

_LISTS = {
    Kind.PERSON: "persons",
    Kind.MEASURE: "measures",
    Kind.ASSURANCE: "assurances",
    Kind.ITEM: "items",
    Kind.PACKAGE: "packages",
    Kind.PROCEEDING: "proceedings",
}
"""Kinds of object a file names, and the field they stand in."""
_NUMBER = re.compile(r"[0-9]{1,9}")
_TELLS_NOTHING = re.compile(r"[A-Za-z]{1,2}[0-9]{1,4}")
"""What the identifier of a protected person may look like."""


def _apart(name: str | None) -> Compartment | None:
    return Compartment(name) if name else None


def read_case(data: bytes, name: str) -> CaseFile:
    """Read a case file.

    Args:
        data: The bytes of the file.
        name: Its name, for messages.

    Raises:
        CaseFileError: With every fault found.
    """
    return _read(read_yaml(data, name), name)


def read_values(values: Mapping[str, object], name: str) -> CaseFile:
    """Read a case file out of plain values that were read before; four times as fast as out of text.

    Nothing is bounded here: size, depth and characters were looked at when the values came in.

    Raises:
        CaseFileError: With every fault found.
    """
    return _read(as_source(values), name)


def _read(source: Source, name: str) -> CaseFile:
    return made(source, CasePart, lambda part, tally: _Reader(part, tally).read(), name)


@dataclass(slots=True)
class _Reader:
    part: CasePart
    tally: Tally
    ids: dict[str, list[Kind]] = field(default_factory=dict)
    unsure: set[Kind] = field(default_factory=set)
    """Kinds of which an identifier is faulty: whether a reference to one leads somewhere cannot be told."""

    risks: dict[str, str] = field(default_factory=dict)
    """The risk each assurance answers, as far as it can be told."""

    def read(self) -> CaseFile:
        part, request = self.part, self.part.request
        self._collect_ids()
        findings = self._findings()
        case = CaseFile(
            id=part.id,
            title=part.title,
            request=Request(
                request.kind,
                checked_state(request.requesting_state, ("request", "requesting_state"), self.tally),
                checked_state(request.requested_state, ("request", "requested_state"), self.tally),
                self._day(request.received, ("request", "received"), last_day),
                request.authority,
                request.summary,
            ),
            persons=tuple(self._person(i) for i in range(len(part.persons))),
            measures=tuple(self._measure(i) for i in range(len(part.measures))),
            assurances=tuple(self._assurance(i) for i in range(len(part.assurances))),
            items=tuple(self._item(i) for i in range(len(part.items))),
            packages=tuple(part.packages),
            findings=findings,
            events=tuple(self._event(i) for i in range(len(part.events))),
            asked=tuple(
                Asked(act, a.on or "", self._day(a.at, ("acts", i, "at"), last_day), a.note)
                for i, a in enumerate(part.acts)
                if (act := self._act(a.act, ("acts", i, "act")))
            ),
            decided=self._decided(part.decided),
            treaty_rows=tuple(
                (t.state, t.instrument, t.status, t.since or "", t.until or "", t.source) for t in part.treaties
            ),
            relations=read_relations(part.relations, (), self._is_person, self.tally),
            proceedings=read_proceedings(part.proceedings, (), self._is_person, self.tally),
        )
        self._check_objects(case)
        check_treaties(part.treaties, case, self.tally)
        return case

    # --- objects and references -----------------------------------------------------------------------------------

    def _collect_ids(self) -> None:
        for kind, name in _LISTS.items():
            entries = getattr(self.part, name)
            if any(p[0] == name and (len(p) <= 2 or p[2] == "id") for p in self.tally.broken):  # noqa: PLR2004 - an entry
                self.unsure.add(kind)
            paths: list[Path] = [(name, i) if kind is Kind.PACKAGE else (name, i, "id") for i in range(len(entries))]
            for path, entry in zip(paths, entries, strict=True):
                ident = entry if isinstance(entry, str) else entry.id
                if ident == WHOLE:
                    self._say(path, f"{ident!r} is what the request itself is called", "Choose another identifier.")
                elif ident in self.ids:
                    self._say(path, f"the identifier {ident!r} stands twice", "Give each object its own.")
                self.ids.setdefault(ident, []).append(kind)
        assurances = enumerate(self.part.assurances)
        self.risks = {a.id: a.against for i, a in assurances if not self.tally.spoilt(("assurances", i))}

    def _ref(self, ident: str, kind: Kind, path: Path) -> None:
        kinds = self.ids.get(ident, [])
        if kind in kinds or kind in self.unsure:
            return
        have = [] if self.tally.full else [k for k, v in self.ids.items() if kind in v]
        other = f"; {ident!r} is the name of the {kinds[0].value}" if kinds else ""
        mend = self.tally.near(ident, have) or f"This file has: {listed(have)}."
        self._say(path, f"no {kind.value} is called {shown(ident)}{other}", mend)

    def _is_person(self, ident: str, path: Path) -> None:
        self._ref(ident, Kind.PERSON, path)

    def _refs(self, idents: list[str], kind: Kind, path: Path) -> tuple[str, ...]:
        seen: set[str] = set()
        for i, ident in enumerate(idents):
            if ident in seen:
                self._say((*path, i), f"{ident!r} stands twice", "Name each once.")
            seen.add(ident)
            self._ref(ident, kind, (*path, i))
        return tuple(idents)

    def _measure(self, i: int) -> Measure:
        m = self.part.measures[i]
        kinds = VOCABULARY["measure.type"].values
        if m.type not in kinds:
            mend = self.tally.near(m.type, kinds) or f"Write one of: {', '.join(kinds)}."
            self._say(("measures", i, "type"), f"{shown(m.type)} is not a type of measure", mend)
        return Measure(m.id, m.type, m.text, self._refs(m.persons, Kind.PERSON, ("measures", i, "persons")))

    def _person(self, i: int) -> Person:
        p = self.part.persons[i]
        if p.compartment == Compartment.PROTECTED_IDENTITY.value and not _TELLS_NOTHING.fullmatch(p.id):
            problem = f"{shown(p.id)} is what everybody reads in the place of a protected name"
            self._say(("persons", i, "id"), problem, "Choose a letter or two and a number, as W1.")
        who = read_identity(p.identity, p.name, ("persons", i, "identity"), self.tally) if p.identity else None
        return Person(p.id, p.name, p.note, _apart(p.compartment), who, tuple(p.languages))

    def _event(self, i: int) -> Event:
        e = self.part.events[i]
        if e.about:
            self._ref(e.about, Kind.PERSON, ("events", i, "about"))
        on = self._day(e.on, ("events", i, "on"), last_day) or date.min
        return Event(on, e.text, e.source, e.about or "", _apart(e.compartment))

    def _assurance(self, i: int) -> Assurance:
        a = self.part.assurances[i]
        given = self._day(a.given, ("assurances", i, "given"), first_day)
        persons = self._refs(a.persons, Kind.PERSON, ("assurances", i, "persons"))
        return Assurance(a.id, Risk(a.against), given, a.given_by, a.text, persons)

    def _item(self, i: int) -> Item:
        item = self.part.items[i]
        if item.package:
            self._ref(item.package, Kind.PACKAGE, ("items", i, "package"))
        if item.holder:
            self._ref(item.holder, Kind.PERSON, ("items", i, "holder"))
        return Item(item.id, item.text, item.package or "", item.holder or "", _apart(item.compartment))

    # --- acts and decision ----------------------------------------------------------------------------------------

    def _act(self, name: str, path: Path) -> Act | None:
        if name not in ACTS:
            mend = self.tally.near(name, ACTS) or f"The acts are: {', '.join(ACTS)}."
            self._say(path, f"{shown(name)} is not an act", mend)
            return None
        return ACTS[name]

    def _check_objects(self, case: CaseFile) -> None:
        """An act is done to an object of its own kind; where the file names none of that kind, to the request."""
        view = View(case, date.min)
        for i, asked in enumerate(self.part.acts):
            if asked.on and asked.act in ACTS:
                self._check_object(ACTS[asked.act], asked.on, ("acts", i, "on"), view)
        if case.decided and case.decided.object:
            self._check_object(case.decided.act, case.decided.object, ("decided", "object"), view)

    def _check_object(self, act: Act, ident: str, path: Path, view: View) -> None:
        objects = view.objects(act)
        if ident not in objects and act.of not in self.unsure:
            mend = self.tally.near(ident, objects) or f"This file has: {listed(objects)}."
            self._say(path, f"{act.id} has no object {shown(ident)}", mend)

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

    # --- findings -------------------------------------------------------------------------------------------------

    def _findings(self) -> tuple[Finding, ...]:
        """Those of the file and those that events show, in this order."""
        part = self.part
        places: list[tuple[FindingPart, Path, EventPart | None]] = [
            *((f, ("findings", i), None) for i, f in enumerate(part.findings)),
            *((f, ("events", i, "shows", n), e) for i, e in enumerate(part.events) for n, f in enumerate(e.shows)),
        ]
        names: set[str] = set()
        for f, path, _ in places:
            if f.id in names:
                self._say((*path, "id"), f"the finding identifier {f.id!r} stands twice", "Give each its own, or none.")
            names.update([f.id] if f.id else [])
        found = []
        number = 0
        for f, path, event in places:
            number += 1
            while not f.id and f"finding-{number}" in names:
                # A name that was given is never given again.
                number += 1
            found.append(self._finding(f, f.id or f"finding-{number}", path, event))
        return tuple(f for f in found if f)

    def _finding(self, f: FindingPart, ident: str, path: Path, event: EventPart | None) -> Finding | None:
        since, until, known = self._times(f, path, event)
        as_of = self._day(f.as_of, (*path, "as_of"), last_day)
        question = VOCABULARY.get(f.question)
        if question is None:
            mend = self.tally.near(f.question, VOCABULARY) or "`rogatory questions --all` lists the vocabulary."
            self._say((*path, "question"), f"{shown(f.question)} is not a question of the vocabulary", mend)
            return None
        self._check_about(f, question, path)
        answer = [f.answer] if isinstance(f.answer, str) else f.answer
        values, number, day = self._answer(answer, question, (*path, "answer"))
        return Finding(
            id=ident,
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
            known=known,
            as_of=as_of,
            source=f.source or (event.source if event else ""),
            by=f.by,
            conclusion=f.conclusion,
            note=f.note,
            compartment=_apart(f.compartment or (event.compartment if event else None)),
        )

    def _times(
        self, f: FindingPart, path: Path, event: EventPart | None
    ) -> tuple[date | None, date | None, date | None]:
        """From when, until when it is true, and since when known; what an event shows has its days from the event."""
        happened, learned = (event.on, event.known or event.on) if event else (None, None)
        on, told = (*path[:2], "on"), (*path[:2], "known" if event and event.known else "on")
        since = self._day(f.since or happened, (*path, "since") if f.since else on, first_day)
        until = self._day(f.until, (*path, "until"), first_day)
        known = self._day(f.known or learned, (*path, "known") if f.known else told, last_day)
        if since and until and until <= since:
            self._say((*path, "until"), f"until {until} does not come after since {since}", "Check both days.")
        return since, until, known

    def _check_about(self, f: FindingPart, question: Question, path: Path) -> None:
        kind = question.of
        if f.about and kind in _LISTS and kind is not Kind.PROCEEDING:
            self._ref(f.about, kind, (*path, "about"))
        elif f.about and f.about not in self.ids and not self.unsure:
            # Of the request, the proceedings or the remedies there is one: whom it touches may be said, and must exist.
            mend = self.tally.near(f.about, self.ids) or f"Leave `about` out; this file has: {listed(self.ids)}."
            self._say((*path, "about"), f"nothing is called {shown(f.about)}", mend)
        if kind is not Kind.ASSURANCE:
            if f.against:
                self._say((*path, "against"), f"{f.question} is not about an assurance", "Leave `against` out.")
            return
        if not f.about and not f.against and not self.tally.spoilt((*path, "against")):
            self._say((*path, "about"), f"{f.question} must say which assurance it is about",
                      "Add `about:` with an entry of `assurances`, or `against:` with the risk.")  # fmt: skip
        risk = self.risks.get(f.about or "")
        if f.against and risk and f.against != risk:
            self._say((*path, "against"), f"{f.about!r} is an assurance against {risk}",
                      "Leave `against` out, or name the assurance against that risk.")  # fmt: skip

    def _answer(
        self, answer: list[str], question: Question, path: Path
    ) -> tuple[tuple[str, ...], int | None, date | None]:
        if answer == ["unknown"]:
            return (), None, None
        if len(answer) != 1 and question.form is not Form.SOME_OF:
            values = question.values or ("a number" if question.form is Form.NUMBER else "a day",)
            self._say(path, f"{question.id} takes one answer", f"Write one of: {', '.join(values)}, or unknown.")
            return (), None, None
        match question.form:
            case Form.NUMBER:
                if _NUMBER.fullmatch(answer[0]):
                    return (), int(answer[0]), None
                problem = f"{question.id} is answered by a whole number ({question.unit})"
                self._say(path, f"{problem}, not by {shown(answer[0])}", "Write digits only, at most nine.")
            case Form.DAY:
                return (), None, self._day(answer[0], path, last_day)
            case _:
                self._check_values(answer, question, path)
        return tuple(answer), None, None

    def _check_values(self, answer: list[str], question: Question, path: Path) -> None:
        wrong = [a for a in answer if a not in question.values]
        if "unknown" in wrong and len(answer) > 1:
            self._say(path, "`unknown` stands beside another answer", "Write what is known, or `unknown` alone.")
        elif wrong:
            near = self.tally.near(wrong[0], (*question.values, "unknown"))
            mend = near or f"Write one of: {', '.join(question.values)}, or unknown."
            self._say(path, f"{shown(wrong[0])} does not answer {question.id}", mend)
        elif len(set(answer)) < len(answer):
            self._say(path, "an answer stands twice", "Write each once.")

    def _day(self, text: str | None, path: Path, side: Callable[[str], date]) -> date | None:
        if text is None:
            return None
        try:
            return side(text)
        except ValueError as error:
            self._say(path, str(error), "Correct the day.")
            return None

    def _say(self, path: Path, problem: str, mend: str) -> None:
        self.tally.say(path, problem, mend)


__all__ = ["read_case", "read_values"]
