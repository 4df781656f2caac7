"""What of a case stands apart, and the case as those see it who may not open that.

A safeguard must bite whoever looks: what stands apart is judged with like everything else, and the answers findings
give are seen with the rulings that rest on them. Its words are not: text, source, author, note. In the place of a
protected name stands the identifier, in every text of the file.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from typing import Any

from rogatory.casefile.model import CaseFile, Event, Finding, Item, Person
from rogatory.law.vocabulary import material
from rogatory.law.vocabulary.confidential import FROM_AN_ASYLUM_FILE
from rogatory.people.compartments import open_to
from rogatory.people.mandates import Compartment, Mandate

Apart = Mapping[str, frozenset[Compartment]]
"""Where things stand: by the identifier of a person, item or finding, or `event_name` of an event. What is not named
stands in the file."""

_CLAIMS = ("claimed", "confirmed")
_SHORTEST_NAME = 4
"""Letters of a part of a name that is masked alone; the whole name always is."""
_DIGITS_OF_A_YEAR = 4
"""A year alone tells nobody apart, and stands in many a text."""
_NO_WORDS = frozenset({"id", "state", "sex", "nationalities", "person", "role"})
"""Parts of an identity, of proceedings and of a party that are identifiers, codes or kinds."""


def event_name(number: int) -> str:
    """What the event at position `number` of the file is called where it is set apart.

    >>> event_name(3)
    'event-3'
    """
    return f"event-{number}"


@dataclass(slots=True)
class Marks:
    """Gathers, entry by entry, what stands apart.

    Only the court takes something out again, so a claim of privilege that was once on file counts until then, whoever
    has answered otherwise meanwhile.
    """

    found: dict[str, set[Compartment]] = field(default_factory=dict)
    events: int = 0
    items: list[str] = field(default_factory=list)
    all_claimed: bool = False

    def add(self, parts: Mapping[str, Any]) -> None:
        """What an entry adds to the file, each part with its own mark."""
        for person in parts.get("persons", ()):
            self._mark(person["id"], person.get("compartment"))
        for item in parts.get("items", ()):
            self.items.append(item["id"])
            self._mark(item["id"], item.get("compartment"))
            self._mark(item["id"], Compartment.PRIVILEGED.value if self.all_claimed else None)
        for finding in parts.get("findings", ()):
            self._finding(finding, None)
        for event in parts.get("events", ()):
            self._mark(event_name(self.events), event.get("compartment"))
            self.events += 1
            for finding in event.get("shows", ()):
                self._finding(finding, event.get("compartment"))

    def set_apart(self, ident: str, compartment: str) -> None:
        """Something was put into a compartment."""
        self._mark(ident, compartment)

    def release(self, ident: str, compartment: str) -> None:
        """The court has taken something out of a compartment."""
        self.found.get(ident, set()).discard(Compartment(compartment))

    def made(self) -> Apart:
        """Everything that stands apart now."""
        return {ident: frozenset(marks) for ident, marks in self.found.items() if marks}

    def _mark(self, ident: str, compartment: str | None) -> None:
        if compartment:
            self.found.setdefault(ident, set()).add(Compartment(compartment))

    def _finding(self, told: Mapping[str, Any], of_event: str | None) -> None:
        question, answer = told["question"], told["answer"]
        self._mark(told.get("id", ""), told.get("compartment") or of_event)
        if question in FROM_AN_ASYLUM_FILE:
            self._mark(told.get("id", ""), Compartment.ASYLUM.value)
        given = answer if isinstance(answer, list) else [answer]
        if question == material.privilege.id and any(word in _CLAIMS for word in given):
            self.all_claimed |= not told.get("about")
            for item in [told["about"]] if told.get("about") else self.items:
                self._mark(item, Compartment.PRIVILEGED.value)


@dataclass(frozen=True, slots=True)
class Veil:
    """What lies between a reader and a case.

    Attributes:
        case: The case as it is.
        apart: What of it stands apart.
        held: The reader's mandates that hold for the case today.
    """

    case: CaseFile
    apart: Apart
    held: tuple[Mandate, ...] = ()

    def closed(self, ident: str, own: Iterable[str]) -> frozenset[Compartment]:
        """The compartments in which something stands that this reader may not open; none: it is seen."""
        return frozenset(c for c in self.apart.get(ident, ()) if not open_to(self.held, c, frozenset(own)))

    def of_finding(self, finding: Finding) -> frozenset[Compartment]:
        """The same of a finding: in its own compartments, and in those of the item it is about."""
        if not (self.apart.get(finding.id) or self.apart.get(finding.about)):
            return frozenset()
        own = whose(self.case, finding.id)
        return self.closed(finding.id, own) | self.closed(finding.about, own)

    def of_event(self, number: int, event: Event) -> frozenset[Compartment]:
        """The same of the event at position `number` of the file."""
        return self.closed(event_name(number), whose(self.case, event_name(number)))

    def of_item(self, item: Item) -> frozenset[Compartment]:
        """The same of an item."""
        return self.closed(item.id, whose(self.case, item.id))

    def of_words(self, compartment: str | None, about: str) -> bool:
        """Whether words somebody put into `compartment` (None: into none) about `about` are closed to the reader."""
        if not compartment:
            return False
        return not open_to(self.held, Compartment(compartment), whose(self.case, about))

    @property
    def hidden(self) -> tuple[Person, ...]:
        """The persons whose names the reader may not see."""
        protected = Compartment.PROTECTED_IDENTITY
        return tuple(p for p in self.case.persons if protected in self.closed(p.id, (p.id,)))

    def text(self, told: str) -> str:
        """A text of the case with identifiers in the place of names that are not seen.

        A part of a name counts too if it has four letters or more: rather a word too many. So do the other forms of
        the name, and days of birth and numbers of identity that say more than a year.
        """
        for person in self.hidden:
            telling = "|".join(rf"(?<!\w){re.escape(n)}(?!\w)" for n in _telling(person) if n)
            told = re.sub(telling, person.id, told, flags=re.I) if telling else told
        return told

    def over(self) -> CaseFile:
        """The case file as the reader sees it."""
        case, text = self.case, self.text
        hidden = {p.id for p in self.hidden}
        return replace(
            case,
            title=text(case.title),
            request=replace(case.request, authority=text(case.request.authority), summary=text(case.request.summary)),
            persons=tuple(self._person(p) for p in case.persons),
            measures=tuple(replace(m, text=text(m.text)) for m in case.measures),
            assurances=tuple(replace(a, text=text(a.text), given_by=text(a.given_by)) for a in case.assurances),
            items=tuple(self._item(i) for i in case.items),
            findings=tuple(self._finding(f) for f in case.findings),
            events=tuple(self._event(n, e) for n, e in enumerate(case.events)),
            # A relation says who somebody is, and so do the proceedings in which somebody is named.
            relations=tuple(replace(r, source=text(r.source)) for r in case.relations if not hidden & {r.of, r.to}),
            proceedings=tuple(_masked(p, text) for p in case.proceedings),
        )

    def _person(self, person: Person) -> Person:
        closed = self.closed(person.id, (person.id,))
        if not closed:
            who = _masked(person.identity, self.text) if person.identity else None
            return replace(person, name=self.text(person.name), note=self.text(person.note), identity=who)
        return Person(person.id, self.text(person.name), "", _one(closed))

    def _item(self, item: Item) -> Item:
        closed = self.of_item(item)
        return replace(item, text="" if closed else self.text(item.text), compartment=_one(closed) or item.compartment)

    def _finding(self, finding: Finding) -> Finding:
        closed = self.of_finding(finding)
        if closed:
            return replace(finding, source="", note="", by="", compartment=_one(closed))
        return replace(finding, source=self.text(finding.source), note=self.text(finding.note))

    def _event(self, number: int, event: Event) -> Event:
        closed = self.of_event(number, event)
        if closed:
            return replace(event, text="", source="", compartment=_one(closed))
        return replace(event, text=self.text(event.text), source=self.text(event.source))


def _telling(person: Person) -> Iterator[str]:
    """What a text may tell a protected person by, the longest first, so that no rest of it is left."""
    who = person.known_as
    whole = [person.name, *who.names]
    parts = [w for name in whole for w in re.findall(r"\w+", name) if len(w) >= _SHORTEST_NAME]
    numbers = [number.rpartition(":")[2] for number in who.numbers]
    numbers += [day for day in who.born if sum(c.isdigit() for c in day) > _DIGITS_OF_A_YEAR]
    yield from sorted({*whole, *parts, *who.numbers, *numbers}, key=lambda told: (-len(told), told))


def _masked(part: Any, text: Callable[[str], str]) -> Any:  # noqa: ANN401 - an identity, proceedings, or what they hold
    """The same with every word masked."""
    if isinstance(part, str):
        return text(part)
    if isinstance(part, tuple):
        return tuple(_masked(one, text) for one in part)
    told = (f.name for f in fields(part) if f.name not in _NO_WORDS)
    return replace(part, **{name: _masked(getattr(part, name), text) for name in told})


def _one(closed: frozenset[Compartment]) -> Compartment | None:
    return min(closed, key=lambda c: c.value, default=None)


def pseudonyms(veil: Veil, mandates: Sequence[tuple[str, str]]) -> dict[str, str]:
    """By account, the identifier that stands in the place of a name the reader may not see.

    Args:
        veil: What lies between the reader and the case.
        mandates: Account and person of the mandates persons concerned ever held in the case.
    """
    hidden = {p.id for p in veil.hidden}
    return {account: person for account, person in mandates if person in hidden}


def whose(case: CaseFile, ident: str) -> frozenset[str]:
    """The persons concerned whose own something is: of what names nobody, the only one there is; none: it is open."""
    persons = frozenset(p.id for p in case.persons)
    about = next((f.about for f in case.findings if f.id == ident), "")
    about = about or next((e.about for n, e in enumerate(case.events) if event_name(n) == ident), "")
    named = {ident, about, *(i.holder for i in case.items if i.id in (ident, about))} & persons
    return frozenset(named) or (persons if len(persons) == 1 else frozenset())


def nameable(case: CaseFile) -> tuple[str, ...]:
    """What can be set apart: persons, items, findings and events, by identifier."""
    named = [*(p.id for p in case.persons), *(i.id for i in case.items), *(f.id for f in case.findings)]
    return tuple(dict.fromkeys([*named, *map(event_name, range(len(case.events)))]))
