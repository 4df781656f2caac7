"""A snapshot as a file: what a review has recorded, and what is to be sent of it.

The file clears nothing. It holds the answers, the edges and what was found, and every item is judged anew by the law
in force when the file is read; an item that is not cleared then stops the package.
"""

from base64 import b64decode
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import numpy as np
import yaml
from pydantic import ValidationError

from rogatory.casefile.model import CaseFile
from rogatory.casefile.view import View
from rogatory.decision.bench import context, with_attested_treaties
from rogatory.intake.errors import CaseFileError
from rogatory.intake.reading import read_case
from rogatory.law.acts import CLEAR_ITEM
from rogatory.law.corpus import Law
from rogatory.law.judging import Subject
from rogatory.law.questions import Kind
from rogatory.material import cleared
from rogatory.material.clearing import Clearing, Setting, Severed, clear
from rogatory.material.items import Digest, ItemId
from rogatory.material.provenance import Bond, Numbers, Provenance, numbered
from rogatory.material.questions import Given, Kin
from rogatory.material.record import AnswerError, Look, Record
from rogatory.material.redaction import Passage
from rogatory.material.standing import Known, Raised, columns
from rogatory.material.taint import Lift, LiftError, Origin, taints
from rogatory.packaging.filed import PieceForm, RedactedForm, ReviewForm, SnapshotForm
from rogatory.packaging.snapshot import Decision, Licence, Piece, Receipt, Redacted, Snapshot, SnapshotError
from rogatory.packaging.withheld import Ground, count
from rogatory.sifting.sealed.store import Store as Shelves


class Folder:
    """The contents of a seizure, in the store it was sealed into."""

    def __init__(self, folder: Path) -> None:
        """Open it.

        Raises:
            SnapshotError: There is none.
        """
        if not folder.is_dir():
            raise SnapshotError(f"contents: {folder} is no folder; name the store the items were sealed into")
        self._shelves = Shelves(folder)

    def read(self, digest: Digest) -> bytes:
        """The bytes of a content."""
        with self._shelves.open(digest) as content:
            return content.read()


def read(path: Path, law: Law) -> Snapshot:
    """Read a snapshot, and judge what it would send.

    Args:
        path: The file, YAML or JSON.
        law: The law in force.

    Raises:
        SnapshotError: It cannot be read, or something it would send is not cleared; each line says one reason.
    """
    form = _form(path)
    review = form.review
    places = {ItemId(one.item): place for place, one in enumerate(review.items)}
    if len(places) < len(review.items):
        raise SnapshotError("review.items: an item stands there twice")
    judged = _judged(review, places, law, _case(path.parent / review.case))
    pieces = [_piece(one, review, places, judged) for one in form.pieces]
    wrong = [error for error in pieces if isinstance(error, str)]
    if wrong:
        raise SnapshotError("\n".join(wrong))
    sent = {one.item for one in form.pieces}
    withheld = [place for place, one in enumerate(review.items) if one.item not in sent]
    return Snapshot(
        form.package,
        form.recipient,
        form.reference,
        Decision(form.decision.reference, form.decision.authority, form.decision.on),
        form.at,
        form.head,
        {name: Licence(one.name, one.text) for name, one in form.licences.items()},
        tuple(piece for piece in pieces if isinstance(piece, Piece)),
        Folder(path.parent / form.contents),
        _counts(judged, withheld),
        # A withheld item may be a copy of one that leaves, where a court has said so: its words are no secret then.
        tuple({Digest(text) for place in withheld if (text := review.items[place].text) and not judged.cleared[place]}),
        form.permitted,
        tuple(_redacted(one, review, places) for one in review.redacted),
    )


def with_receipt(snapshot: Snapshot, proof: str, salt: str) -> Snapshot:
    """The snapshot with the receipt of its entry.

    Args:
        snapshot: The snapshot.
        proof: The text of the receipt (C2SP tlog-proof).
        salt: The salt of the field `payload`, in Base 64.

    Raises:
        SnapshotError: The salt is none.
    """
    try:
        return replace(snapshot, receipt=Receipt(proof, b64decode(salt.strip(), validate=True)))
    except ValueError as error:
        raise SnapshotError(f"salt: no Base 64 ({error})") from error


def _form(path: Path) -> SnapshotForm:
    try:
        told = yaml.safe_load(path.read_bytes())
        return SnapshotForm.model_validate(_plain(told))
    except OSError as error:
        raise SnapshotError(f"{path}: cannot be read ({error.strerror})") from error
    except ValidationError as error:
        lines = [f"{'.'.join(map(str, one['loc'])) or path.name}: {one['msg']}" for one in error.errors()]
        raise SnapshotError("\n".join(lines)) from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise SnapshotError(f"{path}: it is neither YAML nor JSON ({error})") from error


def _plain(value: object) -> object:
    """What YAML makes of days and moments, as text again."""
    match value:
        case datetime() | date():
            return value.isoformat()
        case dict():
            return {key: _plain(one) for key, one in value.items()}
        case list():
            return [_plain(one) for one in value]
        case _:
            return value


def _case(path: Path) -> CaseFile:
    try:
        return read_case(path.read_bytes(), path.name)
    except OSError as error:
        raise SnapshotError(f"review.case: {path} cannot be read ({error.strerror})") from error
    except CaseFileError as error:
        raise SnapshotError("\n".join(f"review.case: {fault}" for fault in error.faults)) from error


def _judged(review: ReviewForm, places: Mapping[ItemId, int], law: Law, case: CaseFile) -> Clearing:
    names = [ItemId(one.item) for one in review.items]
    kin = _kin(review)
    try:
        bonds = [(places[_id(e.source)], e.bond, places[_id(e.target)]) for e in review.edges]
        bonds += [(places[_id(r.version)], Bond.REDACTED, places[_id(r.of)]) for r in review.redacted]
        edges = Provenance.of(len(names), bonds)
        found = taints(
            edges,
            [Origin(places[_id(o.item)], o.why, o.source) for o in review.origins],
            [
                Lift(places[_id(x.item)], places[_id(x.origin)], x.by, x.role, x.reasons, x.decision, x.on)
                for x in review.lifts
            ],
        )
        known = Known(
            [place for place, one in enumerate(review.items) if one.unread],
            [Raised(one.item, one.asked, one.after) for one in review.raised],
            review.objections,
            review.nothing_lodged,
        )
        severed = [Severed(places[_id(s.item)], places[_id(s.of)], s.reasons, s.decision) for s in review.severed]
        told = columns(numbered(names), _record(review, kin), known, _families(review), found.level)
    except KeyError as error:
        raise SnapshotError(f"review: item {error.args[0]} stands nowhere in review.items") from error
    except (AnswerError, LiftError) as error:
        raise SnapshotError(f"review: {error}") from error
    return clear(_setting(review, law, case), told, edges, severed)


def _setting(review: ReviewForm, law: Law, case: CaseFile) -> Setting:
    law = with_attested_treaties(law, case)
    view = View(case, review.on)
    subjects = [
        Subject(one.person, {s: v for s, v in one.standings.items() if not s.startswith(f"{Kind.ITEM.value}.")})
        for one in view.subjects(CLEAR_ITEM, view.objects(CLEAR_ITEM)[0])
    ]
    return Setting(law.program(CLEAR_ITEM, context(case, review.on)), tuple(subjects), review.on, review.remedy)


def _record(review: ReviewForm, kin: Kin) -> Record:
    record = Record()
    for look in review.looks:
        record.look(Look(look.item, look.by, look.role, look.saw, look.on))
    for one in review.answers:
        record.answer(Given(**dict(one)), kin)
    return record


def _kin(review: ReviewForm) -> Kin:
    families: dict[str, set[str]] = {}
    for one in review.items:
        families.setdefault(one.family or one.item, set()).add(one.item)
    whole = {item: frozenset(items) for items in families.values() for item in items}
    return Kin({one.item: one.content for one in review.items}, whole)


def _families(review: ReviewForm) -> Numbers:
    first: dict[str, int] = {}
    told = [first.setdefault(one.family or one.item, place) for place, one in enumerate(review.items)]
    return np.array(told, np.int32)


def _piece(one: PieceForm, review: ReviewForm, places: Mapping[ItemId, int], judged: Clearing) -> Piece | str:
    place = places.get(_id(one.item))
    if place is None:
        return f"pieces: item {one.item} stands nowhere in review.items"
    item = review.items[place]
    try:
        taken = cleared.take(judged, place, _id(one.item), Digest(item.content))
    except cleared.NotClearedError as error:
        return f"pieces: {error}"
    return Piece(taken, item.media, one.licence, Digest(item.text) if item.text else None)


def _redacted(one: RedactedForm, review: ReviewForm, places: Mapping[ItemId, int]) -> Redacted:
    text = review.items[places[_id(one.of)]].text
    if text is None:
        raise SnapshotError(f"review.redacted: item {one.of} has no text in which passages could be hidden")
    passages = tuple(Passage(p.start, p.end, p.reason) for p in one.passages)
    original = review.items[places[_id(one.of)]]
    return Redacted(_id(one.version), _id(one.of), Digest(original.content), Digest(text), passages)


def _counts(judged: Clearing, withheld: list[int]) -> dict[Ground, int]:
    """How many items do not leave, each under one ground."""
    left = np.zeros(len(judged.cleared), np.bool_)
    left[withheld] = True
    return count(judged, left)


def _id(text: str) -> ItemId:
    return ItemId(text)
