"""Lawful erasure: which words of the record may go, who decides, and what they are kept for meanwhile.

A person may ask that what is held of them be erased (Directive (EU) 2016/680, Article 16(2)); what must be kept as
evidence is restricted instead (Article 16(3)(b)). So nothing goes while a remedy runs; what rulings rest on, findings,
persons and measures, goes only from a case that is closed; and what an office decided, promised, attempted or read
stays, for it is what others hold it to. The entry stays, its commitment and every receipt too; the value and its salt
go (`rogatory.registry.ledger.erasure`).

A received document goes as what rulings rest on: once its case is closed, no remedy runs, and no other case that is
open rests on it. Its bytes go, what was read in them and what was settled; its digest stays, with basis and reasons.

What was said of the items of a seizure stands in a stream of its own, and goes by the same act: an entry, or every word
of one review at once. A case goes as a whole only when nothing of its seizures is held, and no word of their reviews is
left.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from rogatory.casefile.model import Event
from rogatory.intake.errors import CaseFileError
from rogatory.law.acts import PROTECT, REGISTER, REPAIR
from rogatory.office.acts.doing import Letters
from rogatory.office.errors import Hurdle, Obstacle
from rogatory.office.filing import (
    ANSWER_ITEM,
    ATTACH,
    DECIDE_OBJECTION,
    DRAFT_DOCUMENT,
    ENTER,
    FIND,
    FIND_BREACH,
    LIFT_TAINT,
    LODGE_ALLEGATION,
    LOOK_AT_ITEM,
    OBJECT_TO_ITEM,
    ORDER_REPARATION,
    RECORD_ANSWER,
    REDACT_ITEM,
    REPORT_INCIDENT,
    SEVER_ITEMS,
    SUBMIT,
    TAINT_ITEM,
    TRACK_NOTICE,
)
from rogatory.office.folds.apart import event_name
from rogatory.office.folds.dossier import Dossier, Entry, fold
from rogatory.office.folds.originals import letter_name, originals_of
from rogatory.office.folds.protected import WORDS
from rogatory.office.folds.seizures import held

SOURCE = "Directive (EU) 2016/680, Art. 16"
ERASABLE: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        REGISTER.id: ("file",),
        ENTER.id: ("adds",),
        ATTACH.id: ("adds",),
        FIND.id: ("adds",),
        SUBMIT.id: ("adds", "text"),
        LODGE_ALLEGATION.id: ("adds", "identity"),
        FIND_BREACH.id: ("adds", "text", "gone"),
        ORDER_REPARATION.id: ("adds", "text"),
        REPAIR.id: ("text",),
        TRACK_NOTICE.id: ("text",),
        DRAFT_DOCUMENT.id: ("written",),
        RECORD_ANSWER.id: ("adds",),
        REPORT_INCIDENT.id: WORDS,
        PROTECT.id: (*WORDS, "adds"),
        ANSWER_ITEM.id: ("reasons", "authority"),
        LOOK_AT_ITEM.id: ("saw",),
        OBJECT_TO_ITEM.id: ("reasons",),
        DECIDE_OBJECTION.id: ("reasons",),
        SEVER_ITEMS.id: ("reasons",),
        TAINT_ITEM.id: ("reasons",),
        LIFT_TAINT.id: ("reasons",),
        REDACT_ITEM.id: ("reasons",),
    }
)
"""The fields whose words may be erased, by the act that wrote them. What is not named stays: of an answer to an item
what was answered, by whom and when, and the decisions of courts with their numbers."""
MOST_AT_ONCE = 50_000
"""Entries of a review whose words go by one act."""


def erasable(entry: Entry) -> tuple[str, ...]:
    """The fields of an entry that may be erased and are still there."""
    return tuple(name for name in ERASABLE.get(entry.act, ()) if name in entry.fields)


def erased(fields: Mapping[str, Any]) -> Mapping[int, tuple[str, ...]]:
    """What the fields of an entry of the act `erase` say is erased: names of fields, by number of their entry."""
    return {int(seq): tuple(names) for seq, names in fields["erases"].items()}


def erasing_obstacles(
    erases: Mapping[str, list[str]], dossier: Dossier, originals: Collection[str] = (), letters: Letters | None = None
) -> list[Obstacle]:
    """What stands against erasing fields and received documents of a case.

    Args:
        erases: Names of the fields, by number of their entry.
        dossier: The case.
        originals: Digests of the documents whose bytes go.
        letters: What the office keeps of the documents of the case; None: none.
    """
    letters = letters or Letters()
    found = [
        *_found(erases, dossier),
        *_of_originals(erases, originals, dossier, letters),
        *_of_seizures(erases, dossier, letters),
    ]
    return [Obstacle(hurdle, text, SOURCE, lifts) for hurdle, text, lifts in found]


def _of_originals(
    erases: Mapping[str, list[str]], originals: Collection[str], dossier: Dossier, letters: Letters
) -> Iterator[tuple[Hurdle, str, str]]:
    if originals and not dossier.closed:
        yield Hurdle.COURSE, "the case rests on this document, and is not closed", "closing the case"
    for digest in originals:
        if digest not in letters.kept:
            yield Hurdle.COURSE, f"{letter_name(digest)} was erased already", ""
        elif digest in letters.needed:
            text = f"another case that is not closed, or in which a remedy runs, rests on {letter_name(digest)} too"
            yield Hurdle.COURSE, text, "closing that case"
    left = (o for o in originals_of(dossier.entries).values() if o.digest in letters.kept - letters.needed)
    if any("file" in names for names in erases.values()) and (names := [o.name for o in left]):
        # Once the case is gone, nobody could erase them any more.
        yield Hurdle.COURSE, f"its received documents are kept: {', '.join(names)}", "erasing each of them first"


def _of_seizures(
    erases: Mapping[str, list[str]], dossier: Dossier, letters: Letters
) -> Iterator[tuple[Hurdle, str, str]]:
    if not dossier.closed and any(str(seq) in erases for seq in letters.said):
        yield Hurdle.COURSE, "what may leave rests on these words, and the case is not closed", "closing the case"
    if any("file" in names for names in erases.values()):
        # Once the case is gone, nobody could return, destroy or erase any of it.
        for name in held(dossier.entries):
            yield Hurdle.COURSE, f"its seizure {name} is still held", f"returning or destroying {name} first"
        for name in sorted(letters.reviews):
            text = f"the review of {name} holds words: reasons, objections"
            yield Hurdle.COURSE, text, f"erasing first what was said of the items of {name}"


def _found(erases: Mapping[str, list[str]], dossier: Dossier) -> Iterator[tuple[Hurdle, str, str]]:
    if dossier.remedies:
        waiting = ", ".join(dossier.remedies)
        yield Hurdle.COURSE, f"what a remedy may rest on is kept: {waiting} is not decided", "the decision of the court"
    signed = {d.changed: d.name for d in dossier.documents.values() if d.signed is not None}
    for name in (signed[int(seq)] for seq in erases if int(seq) in signed):
        text = f"{name} is signed, and what an office has signed is what others hold it to"
        yield Hurdle.COURSE, text, ""
    if not dossier.closed and any(_carries_rulings(e) for e in dossier.entries if str(e.seq) in erases):
        text = "rulings rest on these words, and the case is not closed"
        yield Hurdle.COURSE, text, "closing the case"
    if any("file" in names for names in erases.values()):
        # The whole case goes: nothing has to be readable afterwards.
        return
    try:
        after = fold([_without(entry, erases.get(str(entry.seq), ())) for entry in dossier.entries])
    except CaseFileError as error:
        text = f"without these words the case cannot be read: {error.faults[0].problem}"
        yield Hurdle.COURSE, text, "erasing what refers to them first"
        return
    if not _stand_as_before(dossier, after):
        # Events are set apart by their place in the file.
        text = "what is set apart further down in the file would no longer stand apart"
        yield Hurdle.COMPARTMENT, text, "erasing what stands behind it first"


def _carries_rulings(entry: Entry) -> bool:
    return bool(set(entry.fields.get("adds", {})) - {"events"}) or "file" in entry.fields


def _without(entry: Entry, names: tuple[str, ...] | list[str]) -> Entry:
    return replace(entry, fields={name: value for name, value in entry.fields.items() if name not in names})


def _stand_as_before(before: Dossier, after: Dossier) -> bool:
    def stands(dossier: Dossier) -> dict[Event, frozenset[object]]:
        return {e: dossier.apart.get(event_name(n), frozenset()) for n, e in enumerate(dossier.case.events)}

    old = stands(before)
    return all(old.get(event) == marks for event, marks in stands(after).items())
