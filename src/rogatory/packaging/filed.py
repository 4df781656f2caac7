"""The file of a snapshot: which words stand in it, and of what shape. What they mean is for whoever reads it."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, StringConstraints

from rogatory.law.acts import Role
from rogatory.material.provenance import Bond
from rogatory.material.questions import Asked, Together

Hex = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
Name = Annotated[str, StringConstraints(min_length=1)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class ItemForm(_Strict):
    """An item: what it is called, its bytes, and the first item of its family (itself where it is alone)."""

    item: Hex
    content: Hex
    media: str = ""
    text: Hex | None = None
    family: Hex | None = None
    unread: bool = False


class AnswerForm(_Strict):
    """An answer to one of the four questions, as `material.questions.Given`."""

    items: tuple[Hex, ...]
    asked: Asked
    values: Mapping[str, str]
    by: str
    role: Role
    authority: str
    ground: str
    on: date
    together: Together = Together.ALONE
    supersedes: frozenset[int] = frozenset()
    second: frozenset[str] = frozenset()


class LookForm(_Strict):
    """Somebody looked at what no machine read."""

    item: Hex
    by: str
    role: Role
    saw: str
    on: date


class EdgeForm(_Strict):
    """How two items hang together: *source, bond, target*."""

    source: Hex
    bond: Bond
    target: Hex


class OriginForm(_Strict):
    """An item that comes, or may come, from ill-treatment."""

    item: Hex
    why: str
    source: str


class LiftForm(_Strict):
    """A judge's decision that an item is not tainted by an origin."""

    item: Hex
    origin: Hex
    by: str
    role: Role
    reasons: str
    decision: str
    on: date


class SeveredForm(_Strict):
    """A court's decision that an item carries nothing of another."""

    item: Hex
    of: Hex
    reasons: Name
    decision: Name


class PassageForm(_Strict):
    """Characters of a text that are hidden, the last exclusive, and why."""

    start: int
    end: int
    reason: Name


class RedactedForm(_Strict):
    """That an item is the redacted form of another, and what is hidden in it."""

    version: Hex
    of: Hex
    passages: tuple[PassageForm, ...]


class RaisedForm(_Strict):
    """A screen found something in an item, after so many answers of the whole review."""

    item: Hex
    asked: Asked
    after: int


class ReviewForm(_Strict):
    """Everything a review has recorded, item by item.

    `remedy`: whether one runs or can still be lodged; null: not known. `objections`: by item, whether it is still
    undecided. `nothing_lodged`: whether the time to object is over.
    """

    case: Name
    on: date
    remedy: bool | None
    items: tuple[ItemForm, ...]
    answers: tuple[AnswerForm, ...] = ()
    looks: tuple[LookForm, ...] = ()
    raised: tuple[RaisedForm, ...] = ()
    objections: Mapping[Hex, bool] = {}
    nothing_lodged: bool = False
    edges: tuple[EdgeForm, ...] = ()
    origins: tuple[OriginForm, ...] = ()
    lifts: tuple[LiftForm, ...] = ()
    severed: tuple[SeveredForm, ...] = ()
    redacted: tuple[RedactedForm, ...] = ()


class PieceForm(_Strict):
    """An item to be sent, and its use limits."""

    item: Hex
    licence: Name


class LicenceForm(_Strict):
    """Use limits."""

    name: Name
    text: Name


class DecisionForm(_Strict):
    """The decision under which it is sent."""

    reference: Name
    authority: Name
    on: date


class SnapshotForm(_Strict):
    """The file. `contents` is the folder of the store, `case` the case file; both from the file's own folder."""

    v: Literal[1]
    package: Name
    recipient: Name
    reference: str
    decision: DecisionForm
    at: AwareDatetime
    head: Name
    contents: Name
    licences: Mapping[str, LicenceForm]
    pieces: tuple[PieceForm, ...]
    permitted: tuple[str, ...] = ()
    review: ReviewForm
