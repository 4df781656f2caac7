"""The list of cases: filters, search and order, all of them in the address; and the same as a table to take along."""

import csv
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from django.contrib.auth.decorators import login_required
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET
from django.views.decorators.vary import vary_on_headers

from rogatory.law.acts import GRANT, KEEP_NOTICE, KINDS, NOTIFY, REGISTER
from rogatory.law.formulas import Verdict
from rogatory.law.wording import request_word, verdict_word
from rogatory.office.filing import DECIDE_REMEDY, FIND
from rogatory.registry.cases import limits_due
from rogatory.registry.cases.copies import folded
from rogatory.registry.cases.models import CaseCopy, LimitCopy
from rogatory.registry.desk.rows.paging import CasePages
from rogatory.registry.desk.rows.reader import Reader, language
from rogatory.states.naming import codes_named, name_in

PAGE = 50
"""Cases on a page."""
MOST_ROWS = 10_000
"""Cases in a table to take along."""
ORDERS = {
    "changed": ("-changed_at", "case"),
    "waiting": ("changed_at", "case"),
    "received": ("-received", "case"),
    "number": ("case",),
}
"""Orders of the list by the name they have in the address."""
FIELDS = ("q", "state", "kind", "grant", "open", "waits", "limits", "sort")
"""What the address may say."""
WAITS = ("agree", "remedies", "notify", "examine", "decide")
"""Kinds of work that can be asked for."""
LATE = "late"
"""Asks for cases in which a time limit is overdue; a number, for those in which one ends within so many days."""
WITHIN = (2, 5, 10, 30)
"""Days within which a time limit ends that can be chosen."""
LONGEST = 366
"""Days that can be asked for at most."""


class Row:
    """A case in the list: of one whose file is not seen, its number and states alone."""

    def __init__(self, copy: CaseCopy, limit: LimitCopy | None, today: date, *, whole: bool) -> None:
        self.copy, self.whole = copy, whole
        self.left = limit.days_left(today) if limit and whole else None
        speech = language().value
        self.requesting, self.requested = name_in(copy.requesting, speech), name_in(copy.requested, speech)
        self.kind = request_word(copy.kind, language())


@login_required
@require_GET
@vary_on_headers("HX-Request")
def cases(request: HttpRequest) -> HttpResponse:
    """The cases, filtered, searched and ordered; asked by htmx, the rows alone."""
    reader = Reader.of(request)
    told = {name: request.GET.get(name, "").strip() for name in FIELDS}
    found = chosen(reader, told).order_by(*ORDERS.get(told["sort"], ORDERS["changed"]))
    page = CasePages(found, PAGE, searched=bool(told["q"])).get_page(request.GET.get("page"))
    next_limits = _next_limits([c.case for c in page if reader.sees_file(c.case)])
    context = {
        "page": page,
        "rows": [Row(c, next_limits.get(c.case), reader.today, whole=reader.sees_file(c.case)) for c in page],
        "told": told,
        "narrowed": any(told[name] for name in FIELDS if name != "sort"),
        "address": request.GET.urlencode(),
        "kinds": [(k, request_word(k, language())) for k in KINDS],
        "grants": [(v.word, verdict_word(v, language())) for v in sorted(Verdict, reverse=True)],
        "waits": list(zip(WAITS, _waits_words(), strict=True)),
        "limits": [(LATE, _("overdue")), *((str(n), _("ends within %(n)s days") % {"n": n}) for n in WITHIN)],
        "orders": list(zip(ORDERS, _order_words(), strict=True)),
        "may_register": reader.in_role(*REGISTER.by),
        "may_take": reader.sees_every_file or bool(reader.files),
    }
    part = request.htmx and not request.htmx.boosted  # type: ignore[attr-defined]
    return render(request, "desk/cases_found.html" if part else "desk/cases.html", context)


@login_required
@require_GET
def cases_table(request: HttpRequest) -> HttpResponse:
    """The same cases as a table (CSV), those whose file is seen."""
    reader = Reader.of(request)
    told = {name: request.GET.get(name, "").strip() for name in FIELDS}
    found = chosen(reader, told) & reader.whole_cases()
    rows = found.order_by(*ORDERS.get(told["sort"], ORDERS["changed"]))[:MOST_ROWS]
    response = HttpResponse("".join(_lines(rows)), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="cases.csv"'
    return response


def chosen(reader: Reader, told: Mapping[str, str]) -> QuerySet[CaseCopy]:
    """The cases an address asks for, of those the reader may know of.

    What is filtered or searched in a file counts for cases whose file is seen alone: a list must not answer by what it
    leaves out.
    """
    found = reader.cases()
    if any(told[name] for name in ("grant", "open", "waits", "limits")):
        found = found & reader.whole_cases()
    for word in folded(told["q"]).split():
        seen = Q(search__contains=word)
        found = found.filter(
            seen if reader.sees_every_file else Q(case__contains=word) | Q(case__in=reader.files) & seen
        )
    if told["state"]:
        found = found.filter(requesting__in=codes_named(told["state"]) or {told["state"].upper()})
    for name in ("kind", "grant"):
        if told[name]:
            found = found.filter(**{name: told[name]})
    if told["open"]:
        found = found.filter(closed=False)
    if told["limits"]:
        found = found.filter(case__in=_limits(told["limits"]).values("case"))
    return _waiting(reader, found, told["waits"])


def _limits(asked: str) -> QuerySet[LimitCopy]:
    """The time limits an address asks for; what it says wrongly is as if it asked for those that are overdue."""
    now, within = timezone.now(), int(asked) if asked.isascii() and asked.isdecimal() and len(asked) < 4 else -1  # noqa: PLR2004 - as many digits as a year has days
    return limits_due.ending(now, within) if 0 <= within <= LONGEST else limits_due.overdue(now)


def _next_limits(cases: list[str]) -> dict[str, LimitCopy]:
    """By case the time limit with which somebody is late longest, or of which a warning is due next."""
    now = timezone.now()
    found = limits_due.overdue(now) | limits_due.ending(now, limits_due.WARNED)
    return {row.case: row for row in found.filter(case__in=cases).order_by("-last_day")}


def _waiting(reader: Reader, found: QuerySet[CaseCopy], what: str) -> QuerySet[CaseCopy]:
    work = {
        "agree": (None, Q(waiting__gt=0)),
        "remedies": (DECIDE_REMEDY.by, Q(remedies__gt=0)),
        "notify": (NOTIFY.by, Q(notices__gt=0)),
        "examine": (FIND.by, Q(decided="", grant="not-ripe")),
        "decide": ((*GRANT.by, *KEEP_NOTICE.by), Q(decided="") & ~Q(grant="not-ripe")),
    }
    if what == "me":
        mine = [q for roles, q in work.values() if roles is None or reader.all_roles & set(roles)]
        whole = Q()
        for q in mine:
            whole |= q
        return found.filter(whole, closed=False)
    if what in work:
        return found.filter(work[what][1], closed=False)
    return found


def _waits_words() -> tuple[str, ...]:
    return (
        _("for a second person"),
        _("for the court: a remedy"),
        _("for a notice to the person"),
        _("for answers"),
        _("for a decision"),
    )


def _order_words() -> tuple[str, ...]:
    return (_("changed last first"), _("waiting longest first"), _("received last first"), _("by number"))


class _Echo:
    def write(self, text: str) -> str:
        return text


def _lines(rows: QuerySet[CaseCopy]) -> Iterator[str]:
    write = csv.writer(_Echo(), lineterminator="\r\n").writerow
    yield "\ufeff"
    yield write(["number", "kind", "requesting", "requested", "received", "title", "persons", "granting", "decided",
                 "questions", "remedies", "waiting", "closed", "changed"])  # fmt: skip
    for c in rows.iterator(500):
        told: list[Any] = [
            c.case, c.kind, c.requesting, c.requested, c.received or "", c.title, c.persons, c.grant, c.decided,
            c.questions, c.remedies, c.waiting, "yes" if c.closed else "no", c.changed_at.isoformat(),
        ]  # fmt: skip
        yield write([_plain(value) for value in told])


def _plain(value: object) -> object:
    """A cell no spreadsheet takes for a formula."""
    return f"'{value}" if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r") else value
