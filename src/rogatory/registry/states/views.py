"""The pages of states: which have something on record, and for each state all there is, and what follows from it."""

from dataclasses import dataclass
from typing import Any

from django import forms as django_forms
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from rogatory.office.errors import FormError, Obstacle, UnknownObjectError
from rogatory.office.filing import ANSWER_ON_RECORD, ENTER_ON_RECORD, ON_RECORD, REPLACE_ON_RECORD
from rogatory.office.perform import Barred
from rogatory.registry.desk.rows import showing as desk
from rogatory.registry.desk.rows.reader import Reader, language
from rogatory.registry.indices.views import WORKS_HERE
from rogatory.registry.states import door, forms, showing, timeline, words
from rogatory.registry.states.on_record import put_here, record_here
from rogatory.states.naming import name_in, states_named
from rogatory.states.record.entries import Entry


@dataclass(frozen=True, slots=True)
class StateRow:
    """A state in the list.

    Attributes:
        code: Two letters.
        name: Its name.
        entries: How many entries stand on its record.
        last: Day, month or year of the newest; empty: there is none.
        due: How many are to be looked at again.
        cases: How many cases the reader may know of it has here.
    """

    code: str
    name: str
    entries: int
    last: str
    due: int
    cases: int


@login_required
@require_GET
def states(request: HttpRequest) -> HttpResponse:
    """The states with something on record or with cases here; the others by a search."""
    reader, speech = Reader.of(request), language()
    record, wanted = record_here(), request.GET.get("q", "").strip().casefold()
    asked = reader.cases().order_by().values_list("requesting").annotate(Count("case"))
    cases: dict[str, int] = dict(asked)
    found = []
    for code, name in states_named(speech.value):
        of = record.of(code)
        if (of or code in cases) if not wanted else (wanted in name.casefold() or wanted == code.casefold()):
            due = sum(entry.is_due(reader.today) for entry in of)
            found.append(StateRow(code, name, len(of), of[0].on if of else "", due, cases.get(code, 0)))
    rows = sorted(found, key=lambda row: (-bool(row.entries), row.name))
    brings = reader.in_role(*WORKS_HERE)
    shown = {"rows": rows, "wanted": request.GET.get("q", "").strip(), "brings": brings}
    return render(request, "states/states.html", shown)


@login_required
@require_http_methods(["GET", "POST"])
def state(request: HttpRequest, state: str) -> HttpResponse:
    """One state: what is on record, what the state answers, treaties, our own experience, and what follows in law."""
    if name_in(state, "en") == state:
        raise Http404
    reader, speech = Reader.of(request), language()
    may = reader.in_role(*ENTER_ON_RECORD.by)
    act, on = request.POST.get("act", ""), request.POST.get("entry") or request.GET.get("entry", "")
    chosen = next((e for e in put_here().of(state) if e.id == on), None)
    filled = _forms(request, act, chosen)
    barred: tuple[Obstacle, ...] = ()
    if request.method == "POST":
        if act not in ON_RECORD:
            raise Http404
        form = filled[act]
        # Whoever may not is told so by the door, which records the attempt.
        if form.is_valid() or not may:
            barred, done = _put(reader.account, act, state, on, form)
            if done:
                messages.success(request, _("On record. The open cases of this state are judged anew."))
                return redirect("one_state", state)
    context = {
        **_shown(state, reader), "may": may, "chosen": chosen, "forms": filled,
        "enter": filled[ENTER_ON_RECORD.id], "answer": filled[ANSWER_ON_RECORD.id],
        "replace": filled[REPLACE_ON_RECORD.id], "obstacles": desk.obstacles(barred, speech),
    }  # fmt: skip
    status = 200 if request.method == "GET" else 409 if barred else 422
    return render(request, "states/state.html", context, status=status)


def _forms(request: HttpRequest, act: str, chosen: Entry | None) -> dict[str, Any]:
    speech = language()

    def sent(of: str) -> Any:  # noqa: ANN401
        return request.POST if request.method == "POST" and act == of else None

    first = _as_it_stands(chosen) if chosen else {}
    return {
        ENTER_ON_RECORD.id: forms.FactForm(sent(ENTER_ON_RECORD.id), language=speech, prefix="enter"),
        ANSWER_ON_RECORD.id: forms.ReplyForm(sent(ANSWER_ON_RECORD.id), prefix="answer"),
        REPLACE_ON_RECORD.id: forms.ReplaceForm(
            sent(REPLACE_ON_RECORD.id), language=speech, prefix="replace", initial=first
        ),
    }


def _as_it_stands(entry: Entry) -> dict[str, Any]:
    """What an entry says, to begin with where it is looked at again; the day of reading is a new one."""
    told: dict[str, Any] = {name: getattr(entry, name) for name in ("says", "on", "source", "where", "host")}
    return told | {
        "kind": entry.kind.value, "check": entry.check.value, "bears": list(entry.bears),
        "means": [means.value for means in entry.means],
    }  # fmt: skip


def _put(account: str, act: str, state: str, entry: str, form: django_forms.Form) -> tuple[tuple[Obstacle, ...], bool]:
    """Do an act on the record; what stands against it, and whether it is done."""
    told = form.told() if form.is_valid() else {}  # type: ignore[attr-defined]
    try:
        kept = door.put(account, act, state, "" if act == ENTER_ON_RECORD.id else entry, told)
    except FormError as error:
        form.add_error(error.field if error.field in form.fields else None, f"{error.problem}. {error.mend}")
        return (), False
    except UnknownObjectError as error:
        raise Http404 from error
    barred = kept.result.obstacles if isinstance(kept.result, Barred) else ()
    return barred, not barred


def _shown(state: str, reader: Reader) -> dict[str, Any]:
    speech, record = language(), record_here()
    day, sees = reader.today, reader.sees_every_file
    seen, counts = showing.experience(state, reader, speech)
    return {
        "state": state,
        "name": name_in(state, speech.value),
        "ours": name_in(settings.STATE, speech.value) if settings.STATE else "",
        "rows": showing.rows(record, state, day, speech),
        "gone": showing.gone(record, state, day, speech),
        "drawing": timeline.drawn(record.of(state), day, words.KINDS),
        "follows": showing.follows(record, state, speech),
        "treaties": (bound := showing.treaties(state, day)),
        "unsure": sum(not one.confirmed for one in bound),
        "seen": seen,
        "counts": counts,
        "sees_experience": sees,
        "cases": _counted(reader.cases().filter(requesting=state)),
        "log": showing.log(state, speech) if sees else [],
    }


def _counted(cases: Any) -> dict[str, int]:  # noqa: ANN401 - a query of copies
    """How many cases of a state the reader may know of, and how many of them are open."""
    return {"all": cases.count(), "open": cases.filter(closed=False).count()} if cases.exists() else {}
