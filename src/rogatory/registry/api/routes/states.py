"""Routes of states: what is on record about one, what follows from it in law, and putting something on record.

The entries are for everybody with a token: they rest on sources that can be cited and name nobody. What this office has
seen itself is for whoever sees the whole file of every case.
"""

from typing import Annotated, Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import File, Query, Router, Schema
from ninja.files import UploadedFile
from pydantic import Field

from rogatory.office.filing import ENTER_ON_RECORD, ON_RECORD
from rogatory.office.perform import Barred
from rogatory.people.mandates import EVERY_CASE, Actor
from rogatory.people.sight import Sight, sight
from rogatory.registry.api.access import to, who
from rogatory.registry.api.problems import ProblemError, barred
from rogatory.registry.api.tokens import Scope
from rogatory.registry.cases import copies
from rogatory.registry.desk.rows.reader import language
from rogatory.registry.indices import sets
from rogatory.registry.indices.views import WORKS_HERE
from rogatory.registry.shell.uploads import megabytes, too_large
from rogatory.registry.states import door, showing
from rogatory.registry.states.on_record import record_here
from rogatory.states.naming import name_in
from rogatory.states.record.entries import Entry

router = Router(tags=["states"], auth=to(Scope.READ))


class EntryShown(Schema):
    """An entry on record, with its source; `opens` are its questions, `renew_on` the day it is looked at again."""

    id: str
    kind: str
    on: str
    says: str
    source: str
    where: str
    read_on: str
    check: str
    opens: list[str]
    means: list[str]
    host: str
    reply: str
    replaces: str
    reasons: str
    renew_on: str
    due: bool


class FollowsShown(Schema):
    """A question the record opens in every open case of the state, with the norms in force that ask it."""

    question: str
    entries: list[str]
    norms: list[str]


class SeenShown(Schema):
    """One thing this office has seen of the state in a case of its own; `grounds` are norms."""

    on: str
    kind: str
    grounds: list[str]
    case: str


class StateShown(Schema):
    """A state: what stands on record, what no longer does, what follows, and what was seen here."""

    state: str
    name: str
    entries: list[EntryShown]
    gone: list[EntryShown]
    follows: list[FollowsShown]
    experience: list[SeenShown]


class StateListed(Schema):
    """A state with something on record, and how many entries stand."""

    state: str
    name: str
    entries: int
    due: int


class Putting(Schema):
    """What is put on record: the form of the act, and the entry it is done to."""

    entry: str = ""
    form: dict[str, Any] = Field(default_factory=dict)


class PutOn(Schema):
    """What was recorded: the entry of the journal, and what the entry of the record is called."""

    act: str
    entry: int
    record: str


class Described(Schema):
    """What a file is: a data set or `incidents`, `decisions`, `listed`, with edition, day of fetching, and licence.

    `take` names rows of a table, as `0,2`; one that proposes no question with the one it is to open, as
    `3:state.torture_reports`.
    """

    kind: str
    edition: str
    read_on: str
    licence: str
    take: str = ""
    confirm: bool = False


class Looked(Schema):
    """What would come of a file, or came of it: `entries` are those of the journal, none where nothing was done.

    `rows` propose entries on records, `values` of a release change; `refused` names each row and the mend.
    """

    file: int
    digest: str
    rows: list[dict[str, Any]]
    counts: dict[str, int]
    values: list[dict[str, Any]]
    refused: list[dict[str, Any]]
    entries: list[int]


@router.get("", response=list[StateListed], summary="States with something on record")
def states(request: HttpRequest) -> Any:  # noqa: ANN401
    """Every state with an entry that stands; one that is not listed is not cleared by that."""
    record, today, speech = record_here(), timezone.localdate(), language().value
    of = {state: record.of(state) for state in sorted({entry.state for entry in record.standing})}
    return [
        {"state": s, "name": name_in(s, speech), "entries": len(es), "due": sum(e.is_due(today) for e in es)}
        for s, es in of.items()
    ]


@router.post("/data", auth=to(Scope.ACT), response=Looked, summary="Look at a file about states, or confirm it")
def look_at(request: HttpRequest, told: Query[Described], file: Annotated[UploadedFile | None, File()] = None) -> Any:  # noqa: ANN401
    """What would come of a file, row by row; nothing comes of it without `confirm`.

    With it a release comes in, in your name, or of a table each row of `take` is entered on the record of its state.
    """
    if too_large(request):
        raise ProblemError("request", f"the file is larger than {megabytes()} MB")
    if file is None:
        raise ProblemError("form", "there is no file; send it as multipart/form-data, in the field `file`")
    account = who(request).name
    if not any(m.role in WORKS_HERE for m in copies.mandates_held(account, EVERY_CASE)):
        raise ProblemError("role", "files about states are brought in by a clerk or the central authority")
    cited = {"edition": told.edition, "read_on": told.read_on, "licence": told.licence}
    made = sets.keep(account, told.kind, file.name or "table", file.read(), cited)
    looked = sets.preview(made)
    entries: list[int] = []
    if told.confirm:
        rows = [one.strip().partition(":") for one in told.take.split(",") if one.strip()]
        bears = {int(n): question for n, _, question in rows if n.isdecimal() and question}
        entries, stood = sets.confirm(account, made, {int(n) for n, _, _ in rows if n.isdecimal()}, bears)
        if stood:
            return barred(stood, entries[-1] if entries else 0)
    return _looked(made.pk, made.digest, looked, entries)


@router.get("/{state}", response=StateShown, summary="What is on record about a state, and what follows from it")
def state(request: HttpRequest, state: str) -> Any:  # noqa: ANN401
    """The entries with sources and replies, the questions they open, and what this office has seen itself."""
    state, record, today, speech = _known(state), record_here(), timezone.localdate(), language()
    account = who(request).name
    held = Actor(account, copies.mandates_held(account, EVERY_CASE)).mandates_for(EVERY_CASE, today)
    seen = showing.seen_here(state, speech) if sight(held) is Sight.FILE else []
    return {
        "state": state,
        "name": name_in(state, speech.value),
        "entries": [_entry(row.entry, row.due) for row in showing.rows(record, state, today, speech)],
        "gone": [_entry(row.entry, row.due) for row in showing.gone(record, state, today, speech)],
        "follows": [
            {"question": f.question, "entries": list(f.entries), "norms": [norm for norm, _, _ in f.norms]}
            for f in showing.follows(record, state, speech)
        ],
        "experience": [
            {"on": s.on.isoformat(), "kind": s.kind, "grounds": [norm for norm, _ in s.grounds], "case": s.case}
            for s in seen
        ],
    }


@router.post(
    "/{state}/acts/{act}", auth=to(Scope.ACT), response=PutOn, summary="Put something on the record of a state"
)
def put(request: HttpRequest, state: str, act: str, told: Putting) -> Any:  # noqa: ANN401
    """`enter-on-record`, `answer-on-record`, `replace-on-record`; then the open cases of the state are judged anew."""
    if act not in ON_RECORD:
        raise ProblemError("unknown", f"{act!r} is not done to the record of a state")
    entry = "" if act == ENTER_ON_RECORD.id else told.entry
    kept = door.put(who(request).name, act, _known(state), entry, told.form)
    if isinstance(kept.result, Barred):
        return barred(kept.result.obstacles, kept.seq)
    return {"act": act, "entry": kept.seq, "record": kept.result.entry.object}


def _looked(number: int, digest: str, looked: sets.Preview, entries: list[int]) -> dict[str, Any]:
    return {
        "file": number,
        "digest": digest,
        "rows": [
            {"row": r.number, "place": r.proposal.place, "state": r.proposal.state, "on": r.proposal.on,
             "says": r.proposal.says, "opens": list(r.proposal.bears), "look": list(r.proposal.look),
             "standing": r.standing.id if r.standing else "", "same": r.same}
            for r in looked.rows
        ],
        "counts": dict(looked.counts),
        "values": [
            {"what": c.what.value, "state": c.state, "indicator": c.indicator, "year": c.year, "before": c.before,
             "after": c.after, "row": c.row}
            for c in looked.changes
        ],
        "refused": [{"row": r.row, "why": r.why} for r in looked.refused],
        "entries": entries,
    }  # fmt: skip


def _known(state: str) -> str:
    """The state, if it is one.

    Raises:
        ProblemError: It is none.
    """
    if name_in(state, "en") == state:
        raise ProblemError("unknown", f"there is no state {state!r}; write its two letters")
    return state


def _entry(entry: Entry, due: bool) -> dict[str, Any]:
    words = ("id", "on", "says", "source", "where", "host", "reply", "replaces", "reasons")
    told: dict[str, Any] = {name: getattr(entry, name) for name in words}
    return told | {
        "kind": entry.kind.value,
        "read_on": entry.read_on.isoformat(),
        "check": entry.check.value,
        "opens": list(entry.bears),
        "means": sorted(means.value for means in entry.means),
        "renew_on": entry.renew_on.isoformat(),
        "due": due,
    }
