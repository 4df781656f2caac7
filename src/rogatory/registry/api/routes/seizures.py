"""Routes of what was seized: the seizures of a case, what stands of one item, and the plan of a package.

To seal, open, answer, object, decide and send are acts.
"""

from datetime import datetime
from typing import Any

from django.http import HttpRequest
from ninja import Router, Schema
from pydantic import Field

from rogatory.material.questions import Asked
from rogatory.office.filing import SEAL_MATERIAL
from rogatory.packaging.snapshot import SnapshotError
from rogatory.registry.api.access import to, who
from rogatory.registry.api.opening import numbered, opened
from rogatory.registry.api.problems import ProblemError
from rogatory.registry.api.tokens import Scope
from rogatory.registry.review import copies, leaving
from rogatory.registry.review.door import NotOpenError, open_item
from rogatory.registry.review.models import ObjectionCopy, SeizureCopy
from rogatory.registry.review.told import told
from rogatory.sifting.ledger.database import LedgerError
from rogatory.sifting.sealed.sealing import SealError

router = Router(tags=["seizures"], auth=to(Scope.READ))


class SeizureShown(Schema):
    """A seizure: its seal, whether that was opened, and how much was done to its items; nothing of what they say."""

    seizure: str
    root: str
    entries: int
    files: int
    bytes: int
    unreadable: int
    holder: str
    sealed: int = Field(description="Number of the entry that is the receipt of the seal.")
    opened: int | None = Field(description="Number of the entry that opened the seal; null: it is whole.")
    gone: list[int]
    answers: int
    objections: int


class AnswerStanding(Schema):
    """An answer to one of the four questions that stands; a later one names its `number` in `supersedes`.

    Two stand where somebody has looked a second time: a second look replaces nothing, whatever it names, and where both
    differ a third person settles it by an answer that names both.

    `values` is empty where the caller is to answer as the second person, without the first answer.
    """

    asked: str
    number: int
    entry: int
    values: dict[str, str]
    role: str
    at: datetime
    together: str


class ObjectionShown(Schema):
    """An objection to the item; `decided` is null while it withholds undecided."""

    number: int
    person: str
    entry: int
    decided: int | None
    upheld: bool


class ItemShown(Schema):
    """What stands of an item: how far it is through the sift, its answers, its objections."""

    item: str
    sifted: str
    answers: list[AnswerStanding]
    objections: list[ObjectionShown]
    looked_at: bool
    origin_of_taint: bool


class Limits(Schema):
    """Use limits, in the words of the decision."""

    name: str
    text: str


class PlanAsked(Schema):
    """What is to leave: by item, or `*` for all that is cleared, the name of its licence."""

    seizure: str
    items: dict[str, str]
    licences: dict[str, Limits]
    recipient: str
    reference: str = ""
    to: list[str] = Field(default_factory=list, description="Public keys of the recipient (age, SSH).")
    permitted: list[str] = Field(default_factory=list)


class Planned(Schema):
    """A plan: `transmit` names its `payload`."""

    package: str
    payload: str
    items: int


@router.get("/cases/{case}/seizures", response=list[SeizureShown], summary="What was seized")
def seizures(request: HttpRequest, case: str) -> Any:  # noqa: ANN401
    """The seizures of a case that the caller may know of."""
    found = opened(who(request).name, case)
    seen = {e.fields["seals"]["seizure"] for e in found.portion.entries
            if e.act == SEAL_MATERIAL.id and "seals" in e.fields}  # fmt: skip
    rows = SeizureCopy.objects.filter(case=case, ident__in=seen).order_by("ident")
    return [_seizure(row) for row in rows]


@router.get("/cases/{case}/seizures/{seizure}/items/{item}", response=ItemShown, summary="What stands of an item")
def item(request: HttpRequest, case: str, seizure: str, item: str) -> Any:  # noqa: ANN401
    """An item that is open to the caller; that it was opened is recorded, once in fifteen minutes."""
    account = who(request).name
    found = opened(account, case)
    try:
        sifted = open_item(account, case, seizure, item)
    except NotOpenError as error:
        raise ProblemError("unknown", "there is no such item, or it is not open to you") from error
    row = SeizureCopy.objects.get(case=case, ident=seizure)
    stands = copies.standing(row, [item])
    sample, roles = (
        told(found.dossier, copies.seized_of(row)).sample,
        frozenset(m.role for m in found.actor.mandates_for(case, found.on)),
    )

    def blind(asked: Asked) -> bool:
        return sample.blind(item, asked, account, roles)

    return {
        "item": item,
        "sifted": "" if blind(Asked.PRIVILEGE) else sifted.value,
        "answers": [
            {"asked": asked.value, "number": one.number, "entry": one.entry,
             "values": {} if blind(asked) else dict(one.given.values), "role": one.given.role.value,
             "at": one.at, "together": one.given.together.value}
            for asked in Asked if (key := (item, asked)) in stands for one in stands[key].all
        ],
        "objections": list(
            ObjectionCopy.objects.filter(seizure=row, item=item).order_by("number")
            .values("number", "person", "entry", "decided", "upheld")
        ),
        "looked_at": bool(copies.marked(row, [item], copies.LOOKED)),
        "origin_of_taint": bool(copies.marked(row, [item], copies.ORIGIN)),
    }  # fmt: skip


@router.post("/cases/{case}/packages/{package}/plan", auth=to(Scope.ACT), response=Planned, summary="Plan a package")
def plan(request: HttpRequest, case: str, package: str, told: PlanAsked) -> Any:  # noqa: ANN401
    """Judge and lay out a package. What is withheld is told by counts and grounds, never by item."""
    try:
        row = leaving.plan(who(request).name, numbered(case), package, told.dict())
    except leaving.NotPlannedError as error:
        raise ProblemError("unknown", "there is no such case or package for you") from error
    except (leaving.WithheldError, SnapshotError, SealError, LedgerError) as error:
        raise ProblemError("barred", str(error)) from error
    return {"package": row.package, "payload": row.payload, "items": len(row.told["items"])}


def _seizure(row: SeizureCopy) -> dict[str, Any]:
    found = copies.seized_of(row)
    return {
        "seizure": found.ident, "root": found.root, "entries": found.entries, "files": found.files,
        "bytes": found.volume, "unreadable": found.unreadable, "holder": found.holder, "sealed": found.place,
        "opened": found.opened.entry if found.opened else None, "gone": list(found.gone), "answers": row.answers,
        "objections": row.objections,
    }  # fmt: skip
