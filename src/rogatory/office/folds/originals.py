"""The received documents of a case, and who may open one as it came.

A case begins with a document, and others are attached to it (`register`, `attach`); the entries name them, and what
each holds inside, by digest. Whoever judges the case looks at the original with the facts that were read from it, page
by page. On an image nothing can be left out or masked, so a document is shut as a whole

- to whoever may not open a compartment in which it stands itself, or in which something stands that came into the file
  with it;
- to whoever may not see the name of a person of the case, whichever document names that person;
- to who stands beside one of several persons concerned: it may tell of the others.

A part of it (an attachment) can stand apart alone: then the rest is seen, and not the bytes of the whole.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from rogatory.law.acts import REGISTER
from rogatory.office.errors import Hurdle, Obstacle
from rogatory.office.filing import ATTACH
from rogatory.office.folds.apart import Veil, event_name, whose
from rogatory.office.folds.dossier import Dossier, Entry, changes
from rogatory.people.mandates import Compartment, Mandate
from rogatory.people.sight import Sight, sight

SOURCE = "decision 0015 of this system"
_LETTERS = 16
"""Digits of a digest by which a document is called: enough for one case, and short enough to be read."""


@dataclass(frozen=True, slots=True)
class Original:
    """A received document a case rests on.

    Attributes:
        name: What it is called in the case (`letter_name`).
        digest: SHA-256 of its bytes, in small hexadecimal digits.
        entry: Number of the entry it came into the case with.
        began: Whether the case began with it.
        parts: Digests of what it holds inside.
        brought: What came into the file with it, by the names by which it can be set apart.
    """

    name: str
    digest: str
    entry: int
    began: bool
    parts: tuple[str, ...]
    brought: frozenset[str]


@dataclass(frozen=True, slots=True)
class OriginalSeen:
    """A received document as somebody sees it.

    Attributes:
        original: The document.
        shut: The compartments that keep it shut; none: it may be opened.
        shut_parts: Digests of those of its parts that are shut alone.
    """

    original: Original
    shut: frozenset[Compartment]
    shut_parts: frozenset[str]


def letter_name(digest: str) -> str:
    """What a received document, or a part of one, is called in its case.

    >>> letter_name("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    'letter-e3b0c44298fc1c14'
    """
    return f"letter-{digest[:_LETTERS]}"


def originals_of(entries: Iterable[Entry]) -> dict[str, Original]:
    """The received documents of a case by name, in the order in which they came."""
    found: dict[str, Original] = {}
    events = 0
    for entry in entries:
        came = _came(entry)
        first, events = events, events + sum(1 for part, _ in came if part == "events")
        if entry.act not in (REGISTER.id, ATTACH.id):
            continue
        numbers = iter(range(first, events))
        brought = frozenset(event_name(next(numbers)) if part == "events" else ident for part, ident in came)
        for digest in entry.fields.get("documents", ()):
            name, parts = letter_name(digest), tuple(entry.fields.get("parts", ()))
            before = found.get(name)
            if before is None:
                began = entry.act == REGISTER.id
                found[name] = Original(name, digest, entry.seq, began, parts, brought)
            else:
                found[name] = Original(
                    name, digest, before.entry, before.began, tuple(dict.fromkeys((*before.parts, *parts))),
                    before.brought | brought,
                )  # fmt: skip
    return found


def _came(entry: Entry) -> list[tuple[str, str]]:
    """What an entry brought into the file: of which kind, and its identifier; in the order of the file."""
    if not changes(entry):
        return []
    told: Mapping[str, list[Mapping[str, str]]] = entry.fields.get("file") or entry.fields.get("adds") or {}
    parts = ("persons", "items", "findings", "events")
    return [(part, str(one.get("id", ""))) for part in parts for one in told.get(part, ())]


def nameable_originals(entries: Iterable[Entry]) -> tuple[str, ...]:
    """The documents of a case, and their parts, by the names by which they can be set apart."""
    found = originals_of(entries).values()
    return tuple(dict.fromkeys(name for o in found for name in (o.name, *map(letter_name, o.parts))))


def unseen_originals(entries: Iterable[Entry], seen: Mapping[str, OriginalSeen]) -> frozenset[str]:
    """The names of documents and parts that are not among those somebody sees."""
    shown = {name for one in seen.values() for name in (one.original.name, *map(letter_name, one.original.parts))}
    return frozenset(nameable_originals(entries)) - shown


def originals_seen(dossier: Dossier, veil: Veil, persons: frozenset[str]) -> dict[str, OriginalSeen]:
    """The received documents of a case that somebody sees, by name; what is shut to who sees a part is not there.

    Args:
        dossier: The case.
        veil: What lies between the reader and the case.
        persons: Identifiers of the own persons; empty: nobody in particular.
    """
    level = sight(veil.held)
    others = frozenset(p.id for p in dossier.case.persons) - persons
    if level is not Sight.FILE and not (level is Sight.OWN and not others):
        return {}
    seen = {name: _seen(original, veil) for name, original in originals_of(dossier.entries).items()}
    return {name: one for name, one in seen.items() if level is Sight.FILE or not one.shut}


def _seen(original: Original, veil: Veil) -> OriginalSeen:
    shut = set(_closed(veil, (original.name, *original.brought)))
    if veil.hidden:
        shut.add(Compartment.PROTECTED_IDENTITY)
    parts = frozenset(part for part in original.parts if any(_closed(veil, (letter_name(part),))))
    return OriginalSeen(original, frozenset(shut), parts)


def _closed(veil: Veil, names: Iterable[str]) -> Iterator[Compartment]:
    for name in names:
        if veil.apart.get(name):
            yield from veil.closed(name, whose(veil.case, name))


def opening_obstacles(name: str, dossier: Dossier, held: tuple[Mandate, ...]) -> list[Obstacle]:
    """What stands against opening a document of a case as it came.

    Args:
        name: What it is called in the case.
        dossier: The case.
        held: The mandates of whoever would open it that hold for the case today.
    """
    persons = frozenset(m.person for m in held if m.person) if sight(held) is Sight.OWN else frozenset[str]()
    seen = originals_seen(dossier, Veil(dossier.case, dossier.apart, held), persons).get(name)
    if seen is None:
        return [Obstacle(Hurdle.MANDATE, "this document is not for a mandate of this kind", "mandates of the case")]
    if not seen.shut:
        return []
    names = ", ".join(sorted(c.value for c in seen.shut))
    text = f"this document stands apart: {names}"
    return [Obstacle(Hurdle.COMPARTMENT, text, SOURCE, "a mandate that opens it")]
