"""Pages of the review: the seizures of a case, their items in a list, one item, its pages as pictures."""

from typing import Any
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from rogatory.material.items import ItemId, State
from rogatory.material.questions import Asked
from rogatory.material.wall import Seen
from rogatory.office.filing import DECIDE_OBJECTION, LOOK_AT_ITEM, REDACT_ITEM
from rogatory.people.sight import Sight
from rogatory.registry.desk.rows.standing import Standing
from rogatory.registry.desk.views import case as case_views
from rogatory.registry.desk.views.letters import as_image
from rogatory.registry.jobs import queue
from rogatory.registry.review import listing, opening, overview, pictures, showing, words, working
from rogatory.registry.review.answering import AskForm
from rogatory.registry.review.opening import Here
from rogatory.registry.review.readable import called
from rogatory.registry.review.told import seized
from rogatory.sifting.ledger.placing import is_begun

TAB = "case_material"
_STATES = tuple((s.value, words.STATES[s]) for s in State if s is not State.OK)
AGAIN = 20
"""Seconds after which the page of the progress is looked at again by a browser without a script."""


@login_required
@require_GET
def material(request: HttpRequest, case: str) -> HttpResponse:
    """The seizures of a case: counts for everybody who may know of the material, names for nobody outside the wall."""

    def glances(found: Standing) -> list[overview.Glance]:
        if found.seen.sight < Sight.MATERIAL:
            raise Http404
        return [overview.glance(opening.of(request, found.dossier, name)) for name in seized(found.dossier)]

    def packages(found: Standing) -> list[working.Package]:
        return working.packages(request, found.dossier)

    return case_views.page(request, case, TAB, "review/material.html", glances=glances, packages=packages,
                           states=_STATES)  # fmt: skip


@login_required
@require_GET
def progress(request: HttpRequest, case: str, seizure: str) -> HttpResponse:
    """How far reading is; it looks again by itself as long as something is left, with a script or without."""
    where = opening.kept(request, case, seizure)
    found = overview.progress(where)
    did = working.work(queue.READ_SEIZURE, called(case, seizure))
    part = bool(request.htmx)  # type: ignore[attr-defined]
    template = "review/standing.html" if part else "review/progress.html"
    told = {"case": case, "number": case, "name": seizure, "progress": found, "work": did,
            "absent": found is None and is_begun(where)}  # fmt: skip
    response = render(request, template, told)
    if ((found and found.counts.waiting) or did.waits or did.runs) and not part:
        response["Refresh"] = str(AGAIN)
    return response


@login_required
@require_GET
def items(request: HttpRequest, case: str, seizure: str) -> HttpResponse:
    """The items of a seizure, found by filters and by words, among those of which one may know."""
    here = opening.here(request, case, seizure)
    sought = listing.Sought.of(request.GET.dict())
    with here.looking() as looking:
        places = listing.found(here, looking, sought)
        page = Paginator(places, listing.SHOWN).get_page(request.GET.get("page"))
        rows = listing.rows(here, looking, list(page.object_list))
    kinds = {words.kind_of(here.hung.of.media[place]) for place in here.gate.opened}
    context = {
        **frame(here), "page": page, "rows": rows, "sought": sought, "query": urlencode(sought.query),
        "states": _STATES,
        "kinds": [(kind, word) for kind, word in words.KINDS.items() if kind in kinds],
        "asked": [(a.value, words.ASKED[a]) for a in Asked],
        "screens": [(s.value, w) for s, w in words.SCREENS.items() if any(s in f for f in here.hung.stopped.values())],
    }  # fmt: skip
    return render(request, "review/items.html", context)


@login_required
@require_GET
def item(request: HttpRequest, case: str, seizure: str, item: str) -> HttpResponse:
    """One item: what it says and why screens stopped at it, what hangs together with it, its four questions."""
    here = opening.here(request, case, seizure)
    place = here.hung.places.get(ItemId(item))
    if place is None or here.gate.levels[place] is not Seen.LISTED:
        here.read(item)
    return shown(request, here, item)


def shown(
    request: HttpRequest, here: Here, item: str, status: int = 200, *, filled: AskForm | None = None, opened: str = "",
    **more: Any,  # noqa: ANN401
) -> HttpResponse:  # fmt: skip
    """The page of an item, or, where no more may be told, of that it is there.

    Args:
        request: Who looks.
        here: The seizure.
        item: Identifier of the item.
        status: Of the answer.
        filled: An answer that could not be taken; None: nothing was filled in.
        opened: What is shown beside (`showing.item`); empty: what the address asks for.
        more: What else the page shows.
    """
    sought = listing.Sought.of(request.GET.dict())
    opened = opened or request.GET.get("open", "")
    with here.looking() as looking:
        found = showing.item(here, looking, item, _number(request.GET.get("text", "1")) - 1, filled, opened)
        beside = listing.beside(here, looking, found.row.place, sought)
    query = urlencode(sought.query)
    context = {
        **frame(here), "found": found, "opened": opened, "row": found.row, "beside": beside, "sought": sought,
        "review_keys": True,
        "query": query, "tail": f"?{query}" if query else "", "sheet": _number(request.GET.get("sheet", "1")),
        "decides": bool(here.roles & set(DECIDE_OBJECTION.by)), "looks": bool(here.roles & set(LOOK_AT_ITEM.by)),
        "redacts": bool(here.roles & set(REDACT_ITEM.by)) and not found.hides,
        **more,
    }  # fmt: skip
    return render(request, "review/item.html" if found.row.opened else "review/listed.html", context, status=status)


@login_required
@require_GET
def page_image(request: HttpRequest, case: str, seizure: str, item: str, page: int) -> HttpResponse:
    """A page as a picture, drawn in the cage; nothing of the file itself reaches the browser."""
    here = opening.here(request, case, seizure)
    content = here.hung.of.content[here.read(item)]
    if content is None:
        raise Http404
    width = pictures.WIDTHS["large" in request.GET]
    try:
        return as_image(pictures.page(here.seizure, content, page, width))
    except pictures.NoPictureError as error:
        raise Http404 from error


def frame(here: Here) -> dict[str, Any]:
    """What every page of a seizure shows around it."""
    back = reverse("case_material", args=[here.case])
    return {"here": here, "case": here.case, "back": back, "of": len(here.hung)}


def _number(text: str) -> int:
    """A number of the address, from 1."""
    return int(text) if text.isascii() and text.isdecimal() and 0 < int(text) < 100_000 else 1  # noqa: PLR2004 - pages
