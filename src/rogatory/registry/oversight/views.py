"""The pages of oversight: everything that was done, alarms, samples, and the numbers that can be published."""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from rogatory.law.acts import Role
from rogatory.law.wording import request_word
from rogatory.law.wording.terms import term
from rogatory.office.errors import FormError, Obstacle, UnknownObjectError
from rogatory.office.filing import ACKNOWLEDGE_ALARM, ASK_WHO, DRAW_SAMPLE, LOOK_AT_SAMPLE, PUBLISH_STATISTICS
from rogatory.office.folds.protected import OF_THE_COMPARTMENT
from rogatory.office.perform import Barred
from rogatory.office.streams.overseeing import Acknowledged
from rogatory.oversight.alarms.model import Alarm
from rogatory.oversight.sampling import MOST, Kind
from rogatory.oversight.statistics.publishing import Period
from rogatory.registry.accounts.models import Account
from rogatory.registry.desk.rows.reader import language
from rogatory.registry.ledger import overview, reading
from rogatory.registry.oversight import door, drawn, facts, showing, watching, words
from rogatory.states.naming import name_in

View = Callable[..., HttpResponse]
PAGE = 50
"""Lines on a page."""
FIELDS = ("act", "role", "day")
"""What the address of the list may say."""
WATCHERS = frozenset(ACKNOWLEDGE_ALARM.by)
AUDITORS = frozenset({Role.AUDITOR})
NOTHING: tuple[str, tuple[Obstacle, ...]] = ("", ())
"""No fault in what was filled in, and nothing that stands against the act."""


def only(roles: frozenset[Role]) -> Callable[[View], View]:
    """A page that is there for whoever holds one of these roles in every case, and for nobody else."""

    def made(view: View) -> View:
        @wraps(view)
        def looked(request: HttpRequest, *args: Any, **more: Any) -> HttpResponse:  # noqa: ANN401
            if roles.isdisjoint(door.roles_of(_me(request))):
                raise Http404
            return view(request, *args, **more)

        return login_required(looked)

    return made


@only(AUDITORS)
@require_GET
def happened(request: HttpRequest) -> HttpResponse:
    """Everything that was done, the newest first: when, what, in which role, in a case that has another name here."""
    told = {name: request.GET.get(name, "").strip() for name in FIELDS}
    first, end = showing.bounds(told["day"])
    before = request.GET.get("before", "")
    if before.isascii() and before.isdigit():
        end = min(end, int(before[:15]))
    found = overview.lines(first, end, PAGE + 1, act=told["act"], role=told["role"], apart=OF_THE_COMPARTMENT)
    shown, more = found[:PAGE], len(found) > PAGE
    context = {
        "tab": "happened",
        "told": told,
        "lines": [showing.line(one) for one in shown],
        "next": shown[-1].seq if more else None,
        "acts": showing.acts(),
        "roles": [(role.value, term(role, language())) for role in Role],
        "count": reading.size(),
        "ringing": _ringing(),
    }
    return render(request, "oversight/happened.html", context)


@only(AUDITORS)
@require_http_methods(["GET", "POST"])
def entry(request: HttpRequest, seq: int) -> HttpResponse:
    """One entry: its place in the journal; who made it and in which case, once somebody asked with reasons."""
    found = overview.of_numbers([seq]).get(seq)
    if found is None:
        raise Http404
    fault, barred = NOTHING
    if request.method == "POST":
        fault, barred = _done(request, ASK_WHO.id, str(seq), {"reasons": request.POST.get("reasons", "")})
        if not fault and not barred:
            return redirect("oversight_entry", seq)
    asked = door.stands().asked.get(seq)
    context = {"tab": "happened", "line": showing.line(found), "asked": asked, "fault": fault, "obstacles": barred}
    if asked:
        account = overview.who(seq)
        context |= {"who": _name(account), "case": found.case, "asker": _name(asked[1])}
    return render(request, "oversight/entry.html", context, status=_status(fault, barred))


@only(WATCHERS)
@require_http_methods(["GET", "POST"])
def alarms(request: HttpRequest) -> HttpResponse:
    """The alarms that ring: why, since when, by which rule; and those somebody has acknowledged."""
    (fault, barred), key = NOTHING, request.POST.get("alarm", "")
    if request.method == "POST":
        fault, barred = _done(request, ACKNOWLEDGE_ALARM.id, key, {"reasons": request.POST.get("reasons", "")})
        if not fault and not barred:
            return redirect("oversight_alarms")
    acknowledged, now = door.stands().acknowledged, timezone.now()
    rows = [_alarm(alarm, acknowledged.get(alarm.key), now) for alarm in watching.alarms(now)]
    context = {
        "tab": "alarms",
        "ringing": [row for row in rows if not row["acknowledged"]],
        "quiet": [row for row in rows if row["acknowledged"]],
        "rules": [(words.TITLES[rule], words.rule_word(rule)) for rule in words.TITLES],
        "fault": fault,
        "at": key,
        "obstacles": barred,
    }
    return render(request, "oversight/alarms.html", context, status=_status(fault, barred))


def _alarm(alarm: Alarm, last: Acknowledged | None, now: datetime) -> dict[str, Any]:
    """An alarm as the page shows it, with what somebody last said of it."""
    quiet = last is not None and last.quiets(alarm, now)
    return {
        "it": alarm,
        "title": words.TITLES[alarm.rule],
        "rule": words.rule_word(alarm.rule),
        "facts": [(words.FACTS.get(name, name), *_fact(alarm, name, value)) for name, value in alarm.facts if value],
        "acknowledged": last if quiet else None,
        "before": None if quiet else last,
        "goes_on": last is not None and last.digest == alarm.digest,
        "by": _name(last.by) if last else "",
        "entries": alarm.entries[:12],
    }


def _fact(alarm: Alarm, name: str, value: str) -> tuple[str, str]:
    """A fact in words, and where it is looked at; empty: nowhere by itself."""
    if name in ("state", "earlier state"):
        return name_in(value, language().value), ""
    if name == "kind":
        return request_word(value, language()), ""
    if name == "earlier":
        of_a_case = value in alarm.cases
        return value, reverse("case", args=[value]) if of_a_case else reverse("case_link", args=[alarm.cases[0], value])
    return str(words.FOUND_BY.get(value, value)) if name == "found by" else value, ""


@only(AUDITORS)
@require_http_methods(["GET", "POST"])
def samples(request: HttpRequest) -> HttpResponse:
    """The samples drawn so far, and the drawing of another."""
    fault, barred = NOTHING
    if request.method == "POST":
        size = request.POST.get("size", "")
        number = int(size) if size.isascii() and size.isdigit() and len(size) < 4 else 0  # noqa: PLR2004
        fault, barred = _done(request, DRAW_SAMPLE.id, "", {"kind": request.POST.get("kind", ""), "size": number})
        if not fault and not barred:
            return redirect("oversight_samples")
    found = reversed(list(door.stands().samples.values()))
    context = {
        "tab": "samples",
        "samples": [(one, words.KINDS[one.kind], _name(one.by), drawn.share(one)) for one in found],
        "kinds": [(kind.value, words.KINDS[kind], facts.count(kind)) for kind in Kind],
        "most": MOST,
        "fault": fault,
        "obstacles": barred,
    }
    return render(request, "oversight/samples.html", context, status=_status(fault, barred))


@only(AUDITORS)
@require_http_methods(["GET", "POST"])
def sample(request: HttpRequest, name: str) -> HttpResponse:
    """One sample: what was drawn, whether the lot falls the same again, and what was seen in each thing."""
    found = door.stands().samples.get(name)
    if found is None:
        raise Http404
    (fault, barred), at = NOTHING, request.POST.get("thing", "")
    if request.method == "POST":
        told = {"thing": at, "verdict": request.POST.get("verdict", ""), "remark": request.POST.get("remark", "")}
        fault, barred = _done(request, LOOK_AT_SAMPLE.id, name, told)
        if not fault and not barred:
            return redirect("oversight_sample", name)
    context = {
        "tab": "samples",
        "sample": found,
        "kind": words.KINDS[found.kind],
        "things": [(one, _name(one.looked.by) if one.looked else "") for one in drawn.things(found, door.stands())],
        "again": drawn.same_again(found),
        "share": drawn.share(found),
        "fault": fault,
        "at": at,
        "obstacles": barred,
    }
    return render(request, "oversight/sample.html", context, status=_status(fault, barred))


@only(frozenset(PUBLISH_STATISTICS.by))
@require_http_methods(["GET", "POST"])
def numbers(request: HttpRequest) -> HttpResponse:
    """The periods that were published, and those that could be."""
    fault, barred = NOTHING
    if request.method == "POST":
        fault, barred = _done(request, PUBLISH_STATISTICS.id, request.POST.get("period", ""), {})
        if not fault and not barred:
            return redirect("oversight_numbers")
    published = door.stands().published
    context = {
        "tab": "numbers",
        "published": [(one, _name(one.by)) for one in published.values()],
        "open": _could_be_published(published),
        "fault": fault,
        "obstacles": barred,
    }
    return render(request, "oversight/numbers.html", context, status=_status(fault, barred))


def _could_be_published(published: Mapping[str, Any]) -> list[str]:
    """Years and quarters that are over, in which something was written, and of which nothing was told."""
    begun, today = overview.moment_of(0), timezone.localdate()
    if begun is None:
        return []
    years = range(timezone.localdate(begun).year, today.year + 1)
    periods = [Period(year, quarter) for year in years for quarter in range(5)]
    told = [one.publication.period for one in published.values()]
    return [
        p.name
        for p in periods
        if p.closed(today) and p.end > timezone.localdate(begun) and not any(p.overlaps(q) for q in told)
    ]


def _done(request: HttpRequest, act: str, obj: str, form: dict[str, Any]) -> tuple[str, tuple[Obstacle, ...]]:
    """Do it; what cannot be taken, in a sentence, or what stands against it."""
    try:
        result = door.do(_me(request), act, obj, form).result
    except FormError as error:
        return f"{error.problem}. {error.mend}", ()
    except UnknownObjectError:
        return _("It is not there any more. Look at the page again."), ()
    return "", result.obstacles if isinstance(result, Barred) else ()


def _status(fault: str, barred: tuple[Obstacle, ...]) -> int:
    return 422 if fault else 409 if barred else 200


def _ringing() -> int:
    """How many alarms ring that nobody has acknowledged."""
    known, now = door.stands().acknowledged, timezone.now()
    return sum(1 for a in watching.alarms(now) if a.key not in known or not known[a.key].quiets(a, now))


def _name(account: str) -> str:
    return Account.objects.filter(public_id=account).values_list("full_name", flat=True).first() or account


def _me(request: HttpRequest) -> str:
    account: str = request.user.public_id  # type: ignore[union-attr]
    return account
