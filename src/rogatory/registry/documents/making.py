"""Pages that make drafts: of a document in every language wanted, anew from other facts, and of reminders."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from rogatory.letters.kinds import KINDS, PERSONS_LANGUAGES
from rogatory.letters.round_trip import BY_DAY
from rogatory.letters.wording import LetterError
from rogatory.office.errors import FormError, Obstacle
from rogatory.office.folds.aftermath import aftermath_of
from rogatory.office.folds.documents import Addressee, CaseDocument, Standing, family
from rogatory.office.folds.dossier import Dossier, named
from rogatory.office.folds.round_trips import REMINDERS, trip_of
from rogatory.office.perform import Barred
from rogatory.office.seen.portion import Portion
from rogatory.registry.desk.rows import showing
from rogatory.registry.desk.rows.reader import language
from rogatory.registry.desk.views import case as case_views
from rogatory.registry.documents import breaching, drafting, facts_form, forms, inputs, reminding
from rogatory.registry.documents.views import TAB, number, save, whole


@login_required
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, case: str) -> HttpResponse:
    """Choose a kind and its languages and fill in what it needs, once; then every draft is made, or made anew."""
    dossier, seen = whole(request, case)
    again = _again(request.POST if request.method == "POST" else request.GET, seen)
    filled = _filled(request, again, dossier, seen)
    wanted, error = _wanted(filled, dossier, seen), None
    obstacles: tuple[Obstacle, ...] = ()
    if request.method == "POST" and wanted is not None:
        answer, error, obstacles = _made(request, case, wanted, filled, (dossier, seen, again))
        if answer is not None:
            return answer
    response = case_views.page(
        request, case, TAB, "documents/new.html", kinds=_kinds(), wanted=wanted, error=error,
        chosen=_languages(filled, wanted, again), again=again,
        fields=_fields(wanted, filled, dossier, seen), persons=seen.case.persons, measures=seen.case.measures,
        obstacles=showing.obstacles(obstacles, language()), due=filled.get("due", ""), of=filled.get("of", ""),
        codes=PERSONS_LANGUAGES, addressee="\n".join(wanted.addressee) if wanted else "",
        decision=_inputs(wanted, filled, seen, dossier), asks_by_day=_awaits(wanted),
        may_be_missing=drafting.may_be_missing(wanted) if wanted else (), head=dossier.head,
    )  # fmt: skip
    response.status_code = 409 if obstacles else 422 if error else 200
    return response


def _again(told: Any, seen: Portion) -> tuple[CaseDocument, ...]:  # noqa: ANN401 - a query string or form
    """The drafts that are made anew, in each language; none: new ones are made.

    Raises:
        Http404: There is no such draft for this person.
    """
    name = told.get("again", "")
    if not name:
        return ()
    found = seen.documents.get(name)
    drafts = tuple(d for d in family(seen.documents, found) if d.standing is Standing.DRAFT) if found else ()
    if not drafts:
        raise Http404
    return drafts


def _filled(request: HttpRequest, again: tuple[CaseDocument, ...], dossier: Dossier, seen: Portion) -> QueryDict:
    """What was typed, and under it what is known already: of drafts made anew, or of the letter to be reminded of.

    What was sent from a form stands as it was sent: what was left empty there is meant to be empty.
    """
    posted = request.method == "POST"
    filled: QueryDict = (request.POST if posted else request.GET).copy()
    known: dict[str, str] = {}
    if again:
        known = _known_of(again[0], dossier)
        if "language" not in filled:
            filled.setlist("language", [d.language for d in again])
    elif filled.get("of") and filled.get("kind") in REMINDERS.values():
        trip = trip_of(seen.documents, filled.get("of", ""), timezone.localdate())
        known = reminding.facts(trip, dossier) if trip else {}
    elif breach := aftermath_of(dossier, seen.entries).breaches.get(filled.get("of", "")):
        known = breaching.facts(filled.get("kind", ""), breach, dossier, seen) if breach.found is not None else {}
    for part, value in known.items():
        if part not in filled and value and (part in _ABOUT or not posted):
            filled[part] = value
    return filled


_ABOUT = ("kind", "to", "measure", "person", "of")
"""What a draft is for: the same when it is made anew."""


def _known_of(found: CaseDocument, dossier: Dossier) -> dict[str, str]:
    text = drafting.text_of(dossier.case.id, found)
    about = {"kind": found.kind, "to": found.to.value, "measure": found.measure, "person": found.person,
             "of": found.of, "due": found.due.isoformat() if found.due else "",
             "addressee": "\n".join(text.addressee) if text else ""}  # fmt: skip
    return about | (inputs.typed(found.inputs) if found.is_decision else _as_typed(found.inputs.get("facts", {})))


def _made(
    request: HttpRequest,
    case: str,
    wanted: drafting.Wanted,
    told: QueryDict,
    about: tuple[Dossier, Portion, tuple[CaseDocument, ...]],
) -> tuple[HttpResponse | None, dict[str, str] | None, tuple[Obstacle, ...]]:
    """Make the drafts: where to go then, or what is wrong with what was typed, or what stands against it."""
    dossier, seen, again = about
    name = again[0].name if again else ""
    languages = _languages(told, wanted, again)
    if again:
        # Other facts are told in every language at once, or two drafts would say two things.
        languages = list(dict.fromkeys([*(d.language for d in again), *languages]))
    try:
        texts = drafting.in_each(wanted, languages, dossier, seen)
        form = drafting.form_of(wanted, texts) | _about(wanted, told)
        outcome = save(request, case, name, form, seen=number(told.get("seen", "")) if again else None)
    except FormError as problem:
        return None, {"field": problem.field, "problem": f"{problem.problem}. {problem.mend}"}, ()
    except LetterError as problem:
        return None, {"field": "", "problem": str(problem)}, ()
    if isinstance(outcome.result, Barred):
        return None, None, outcome.result.obstacles
    messages.success(request, _("Drafted, and recorded as entry %(seq)s.") % {"seq": outcome.seq})
    made = name or named("document", _position(request, case, outcome.seq))
    return HttpResponseRedirect(reverse("case_document", args=[case, made])), None, ()


@login_required
@require_POST
def remind(request: HttpRequest, case: str, document: str) -> HttpResponse:
    """Draft the reminder of a letter, in each language the letter left in: every fact is known, nothing is typed."""
    dossier, seen = whole(request, case)
    trip = trip_of(seen.documents, document, timezone.localdate())
    wanted = reminding.wanted(trip, dossier) if trip and trip.runs else None
    if trip is None or wanted is None:
        raise Http404
    if trip.draft is not None:
        return redirect("case_document", case, trip.draft.name)
    told = QueryDict(mutable=True)
    told.update({"of": trip.letter.name, "due": (wanted.typed or {}).get("answer_by", "")})
    told.setlist("language", reminding.languages(trip, wanted.kind))
    answer, error, obstacles = _made(request, case, wanted, told, (dossier, seen, ()))
    if answer is not None:
        return answer
    messages.error(request, error["problem"] if error else "; ".join(o.text for o in obstacles))
    where = f"?kind={wanted.kind}&to={wanted.to.value}&of={trip.letter.name}"
    return HttpResponseRedirect(reverse("document_new", args=[case]) + where)


def _languages(told: QueryDict, wanted: drafting.Wanted | None, again: tuple[CaseDocument, ...]) -> list[str]:
    """The languages wanted, of those the kind is worded in; the reader's own where none is chosen."""
    if wanted is None:
        return []
    able = drafting.kinds()[wanted.kind][1]
    chosen = [code for code in dict.fromkeys(told.getlist("language")) if code in able]
    return chosen or [d.language for d in again] or [wanted.language]


_NAMED = "person_named"
"""The fact `person` of a letter, the name it tells, as it is typed: beside `person`, whom the document is about."""


def _facts(told: QueryDict) -> dict[str, str]:
    """What was typed, by the names of the facts."""
    typed = {part: value for part, value in told.items() if isinstance(value, str)}
    return {**typed, "person": typed.get(_NAMED, "")}


def _as_typed(facts: Mapping[str, str]) -> dict[str, str]:
    """The same, by the names of the fields."""
    return {_NAMED if name == "person" else name: value for name, value in facts.items()}


def _awaits(wanted: drafting.Wanted | None) -> bool:
    """Whether a day for an answer can be set that the letter itself does not name."""
    return wanted is not None and wanted.kind in BY_DAY


def _kinds() -> list[tuple[str, str, list[tuple[str, str]], tuple[str, ...]]]:
    return [
        (kind, forms.kind_word(kind), [(to.value, str(forms.ADDRESSEES[to])) for to in to_], languages)
        for kind, (to_, languages) in drafting.kinds().items()
    ]


def _wanted(told: QueryDict, dossier: Dossier, seen: Portion) -> drafting.Wanted | None:
    """What is to be drafted; None: nothing is chosen yet."""
    kind, known = told.get("kind", ""), drafting.kinds()
    if kind not in known:
        return None
    to_, languages = known[kind]
    to = next((a for a in to_ if a.value == told.get("to")), to_[0])
    person = told.get("person", "")
    if not person and to in (Addressee.PERSON, Addressee.COUNSEL):
        person = next((p.id for p in seen.case.persons), "")
    code = next((c for c in told.getlist("language") if c in languages), language().value)
    lines = tuple(line.strip() for line in told.get("addressee", "").splitlines() if line.strip())
    return drafting.Wanted(
        kind=kind,
        language=code if code in languages else languages[0],
        to=to,
        measure=told.get("measure", ""),
        person=person,
        addressee=lines or drafting.addressee_of(to, person, dossier, code),
        typed=_facts(told),
        inputs=inputs.read(told),
    )


def _fields(
    wanted: drafting.Wanted | None,
    told: QueryDict,
    dossier: Dossier,
    seen: Portion,
) -> list[facts_form.FactField]:
    """The facts of the letter chosen, with what is known already."""
    if wanted is None or wanted.kind not in KINDS:
        return []
    kind = KINDS[wanted.kind]
    known = drafting.known(kind, dossier, seen)
    typed = {name: value for name, value in _facts(told).items() if name in known}
    if _NAMED not in told:
        typed.pop("person", None)
    shown = facts_form.form_of(kind.facts, known | typed)
    told_as = [replace(field, label=str(forms.FACTS.get(field.name, field.label))) for field in shown]
    return [replace(field, name=_NAMED) if field.name == "person" else field for field in told_as]


def _inputs(wanted: drafting.Wanted | None, told: QueryDict, seen: Portion, dossier: Dossier) -> dict[str, Any] | None:
    """What a decision is made of beside the file; None: no decision is drafted."""
    if wanted is None or wanted.kind in KINDS:
        return None
    made = drafting.making(dossier, seen, {}, wanted.measure)
    typed = {"told": drafting.told_first(dossier), **{k: v for k, v in told.items() if isinstance(v, str)}}
    return {
        "submissions": [
            (s, f"{inputs.ANSWER}{s.id}", typed.get(f"{inputs.ANSWER}{s.id}", "")) for s in made.submissions
        ],
        "typed": {part.replace("-", "_"): typed.get(part, "") for part in inputs.PARTS},
        "uses": drafting.uses(wanted.language),
        "decided": [(c.measure, c.outcome.value, c.by) for c in made.choices],
    }


def _about(wanted: drafting.Wanted, told: QueryDict) -> dict[str, Any]:
    """What a draft is for, as the door takes it."""
    awaits = wanted.kind in REMINDERS.values() or (wanted.kind in KINDS and KINDS[wanted.kind].awaits)
    # The last day for an answer is the one the letter itself names.
    named_day = told.get("answer_by") or told.get("return_by") if awaits else ""
    given = {
        "to": wanted.to.value,
        "measure": wanted.measure,
        "person": wanted.person,
        "of": told.get("of"),
        "due": named_day or told.get("due"),
    }
    return {part: value for part, value in given.items() if value}


def _position(request: HttpRequest, case: str, seq: int) -> int:
    """Position of an entry among those of its case, by which what it made is called."""
    dossier, _sight = case_views.opened(request, case)
    return next(n for n, e in enumerate(dossier.entries) if e.seq == seq)
