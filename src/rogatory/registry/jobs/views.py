"""The pages of the work that runs by itself: what is due, what was asked for, how far it is, and what came of it."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.db.models import Count
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from rogatory.law.acts import Role
from rogatory.people.mandates import EVERY_CASE, Actor
from rogatory.registry.cases import copies, limits_due
from rogatory.registry.jobs import orders, queue, watch
from rogatory.registry.jobs.kinds import ADMINISTRATOR, AUDITOR, KINDS
from rogatory.registry.jobs.models import Job, State
from rogatory.registry.jobs.words import DAMAGES
from rogatory.registry.ledger import reading

MOST = 50
"""How many pieces that were asked for are listed."""
BAR_AFTER = 1
"""Seconds before a bar is drawn: what is done sooner needs none."""


@login_required
@require_http_methods(["GET", "POST"])
def jobs(request: HttpRequest) -> HttpResponse:
    """What runs by itself, and what one may ask for."""
    roles = _watching(request)
    mine = {name: kind for name, kind in KINDS.items() if not kind.asked_by.isdisjoint(roles)}
    if request.method == "POST":
        if request.POST.get("kind") not in mine:
            raise Http404
        return redirect("job", queue.ask(request.POST["kind"], _me(request), timezone.now()).pk)
    seen = Job.objects.all() if ADMINISTRATOR in roles else Job.objects.filter(asked_by=_me(request))
    context = {
        "may": mine.items(),
        "duties": [_shown(job) for job in seen.filter(asked_by="").order_by("pk")],
        "asked": [_shown(job) for job in seen.exclude(asked_by="").order_by("-asked_at", "-pk")[:MOST]],
        "alarm": reading.alarm(),
        "at_work": watch.at_work(timezone.now()),
        **_overdue(roles),
    }
    return render(request, "jobs/jobs.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def job(request: HttpRequest, number: int) -> HttpResponse:
    """One piece of work: how far it is, or what came of it."""
    found = _mine(request, number)
    if request.method == "POST":
        if ADMINISTRATOR not in _watching(request):
            raise Http404
        queue.again(found, timezone.now())
        return redirect("job", number)
    context = {"job": _shown(found), "damages": _damages(found), "before": _before(found)}
    alone = request.headers.get("HX-Request") == "true"
    return render(request, "jobs/standing.html" if alone else "jobs/job.html", context)


@login_required
@require_GET
def fetch(request: HttpRequest, number: int) -> FileResponse:
    """What was exported, for whoever asked for it, while they may still ask for it."""
    found = _mine(request, number)
    kind, path = KINDS[found.kind], orders.file_of(number)
    asker = found.asked_by == _me(request) and not kind.asked_by.isdisjoint(_watching(request))
    if found.kind != "export" or found.state != State.DONE or not asker or not path.is_file():
        raise Http404
    return FileResponse(path.open("rb"), as_attachment=True, filename=f"journal-{found.result['entries']}.zip")


def _overdue(roles: frozenset[Role]) -> dict[str, Any]:
    """How many time limits are overdue in the office; to an auditor, who sees every file, in which cases."""
    found = limits_due.overdue(timezone.now())
    if AUDITOR not in roles:
        return {"overdue": found.count(), "overdue_in": ()}
    cases = found.order_by("case").values_list("case").annotate(n=Count("pk"))
    return {"overdue": sum(n for _, n in cases), "overdue_in": cases[:MOST]}


def _shown(job: Job) -> dict[str, Any]:
    kind = KINDS[job.kind]
    now = timezone.now()
    long = job.began_at is not None and (now - job.began_at).total_seconds() >= BAR_AFTER
    fetchable = job.kind == "export" and job.state == State.DONE and orders.file_of(job.pk).is_file()
    return {
        "it": job, "title": kind.title, "counted": kind.counted, "duty": kind.every is not None,
        "bar": job.state == State.RUNNING and long and job.of > 0, "fetchable": fetchable,
    }  # fmt: skip


def _damages(job: Job) -> list[tuple[Any, list[int]]]:
    """Each kind of damage that was found, with where; nowhere, if it is of the whole."""
    places: dict[str, list[int]] = {}
    for found in job.result.get("found", ()):
        places.setdefault(found["kind"], []).extend([found["place"]] if found["place"] >= 0 else [])
    return [(DAMAGES[kind], numbers) for kind, numbers in places.items()]


def _before(job: Job) -> int:
    """How many pieces are taken before this one."""
    if job.state != State.WAITING:
        return 0
    waiting = queue.due(KINDS, timezone.now()).filter(state=State.WAITING, next_at__lt=job.next_at).count()
    return waiting + Job.objects.filter(state=State.RUNNING).count()


def _mine(request: HttpRequest, number: int) -> Job:
    """The piece of this number: for whoever asked for it, and for administrators."""
    roles = _watching(request)
    found = Job.objects.filter(pk=number, kind__in=KINDS).first()
    if found is None or not (ADMINISTRATOR in roles or found.asked_by == _me(request)):
        raise Http404
    return found


def _watching(request: HttpRequest) -> frozenset[Role]:
    """The roles held in every case of the office that let look here.

    Raises:
        Http404: There is none: the page is not for this person.
    """
    account = _me(request)
    held = Actor(account, copies.mandates_held(account, EVERY_CASE)).mandates_for(EVERY_CASE, timezone.localdate())
    roles = frozenset(m.role for m in held) & {ADMINISTRATOR, AUDITOR}
    if not roles:
        raise Http404
    return roles


def _me(request: HttpRequest) -> str:
    account: str = request.user.public_id  # type: ignore[union-attr]
    return account
