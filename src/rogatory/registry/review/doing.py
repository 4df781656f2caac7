"""What is done from the page of an item, through the one door: answers, looks, decisions on objections, taking back."""

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from rogatory.material.questions import Asked, Together
from rogatory.material.wall import Part
from rogatory.office.errors import FormError, Obstacle, UnknownObjectError
from rogatory.office.filing import ANSWER_ITEM, DECIDE_OBJECTION, LIFT_TAINT, LOOK_AT_ITEM, SEVER_ITEMS, TAINT_ITEM
from rogatory.office.perform import Barred
from rogatory.registry.cases import door
from rogatory.registry.desk.rows import showing as case_showing
from rogatory.registry.desk.rows.reader import language
from rogatory.registry.review import answering, listing, opening, showing, views, words
from rogatory.registry.review.answering import Told
from rogatory.registry.review.listing import Sought
from rogatory.registry.review.opening import Here

OTHERS = {act.id: act for act in (LOOK_AT_ITEM, DECIDE_OBJECTION, SEVER_ITEMS, TAINT_ITEM, LIFT_TAINT)}
"""What is done to an item beside answering, each with a form of a few fields."""
_FIELDS = ("saw", "reasons", "of", "origin", "decision", "source")


class RefusedError(Exception):
    """The door did not take it.

    Attributes:
        wrong: What is wrong with what was filled in; empty: it was barred.
        obstacles: What bars it.
    """

    def __init__(self, wrong: str, obstacles: Sequence[Obstacle] = ()) -> None:
        self.wrong, self.obstacles = wrong, obstacles
        super().__init__(wrong)


@login_required
@require_POST
def answer(request: HttpRequest, case: str, seizure: str, item: str) -> HttpResponse:
    """Answer a question of an item, of its duplicates or of its family; what that covers is shown before it is done."""
    here = opening.here(request, case, seizure)
    place, told = here.place(item), request.POST.dict()
    asked = next((one for one in Asked if one.value == told.get("asked")), None)
    if asked is None:
        raise Http404
    try:
        given = answering.read(asked, told)
        covers = answering.covered(here, place, given.together)
        if given.together is not Together.ALONE and "covers" not in told:
            return _shown_first(request, here, place, given, covers)
        perform(here, ANSWER_ITEM.id, given.form([here.hung.of.items[one] for one in covers]))
    except ValueError as error:
        return _again(request, here, item, asked, told, RefusedError(str(error)))
    except RefusedError as error:
        return _again(request, here, item, asked, told, error)
    return _on(request, here, place, asked)


@login_required
@require_POST
def take_back(request: HttpRequest, case: str, seizure: str, item: str) -> HttpResponse:
    """Take one's own answer back: what stood before stands again, by a further answer that says so."""
    here = opening.here(request, case, seizure)
    here.place(item)
    asked = next((one for one in Asked if one.value == request.POST.get("asked")), None)
    back = answering.taken_back(here, item, asked) if asked else None
    if asked is None or back is None:
        raise Http404
    try:
        perform(here, ANSWER_ITEM.id, back[0].form(back[1]))
    except RefusedError as error:
        return _again(request, here, item, asked, {}, error)
    messages.success(request, _("Taken back. The answer before it stands again, or none does."))
    return HttpResponseRedirect(_address(request, here, item, f"q-{asked.value}"))


@login_required
@require_POST
def other(request: HttpRequest, case: str, seizure: str, item: str, act: str) -> HttpResponse:
    """Say what was seen in an item no machine read; decide an objection; what else courts decide of items."""
    here = opening.here(request, case, seizure)
    here.place(item)
    if act not in OTHERS:
        raise Http404
    told = request.POST
    form: dict[str, Any] = {"items": [item], **{name: told[name] for name in _FIELDS if told.get(name, "").strip()}}
    if act == DECIDE_OBJECTION.id:
        number = told.get("objection", "")
        form |= {"objection": int(number) if number.isascii() and number.isdecimal() else 0,
                 "upheld": {"yes": True, "no": False}.get(told.get("upheld", ""))}  # fmt: skip
    try:
        perform(here, act, form)
    except RefusedError as error:
        opened = "" if act in (LOOK_AT_ITEM.id, DECIDE_OBJECTION.id) else showing.DECIDE
        return views.shown(request, here, item, 409 if error.obstacles else 422, wrong=error.wrong, opened=opened,
                           obstacles=case_showing.obstacles(error.obstacles, language()))  # fmt: skip
    messages.success(request, _("Done, and recorded."))
    return HttpResponseRedirect(_address(request, here, item))


def perform(here: Here, act: str, form: Mapping[str, Any]) -> None:
    """Do something to items, at the door.

    Raises:
        Http404: There is no such case or seizure for this person.
        RefusedError: It was barred, or cannot be taken.
    """
    try:
        result = door.do(here.account, act, here.case, here.name, form).result
    except FormError as error:
        raise RefusedError(f"{error.problem}. {error.mend}") from error
    except (UnknownObjectError, door.NoSuchCaseError) as error:
        raise Http404 from error
    if isinstance(result, Barred):
        raise RefusedError("", result.obstacles)


def _again(
    request: HttpRequest, here: Here, item: str, asked: Asked, told: Mapping[str, str], why: RefusedError
) -> HttpResponse:
    filled = answering.form(here, here.place(item), asked, told, why.wrong)
    return views.shown(request, here, item, 409 if why.obstacles else 422, filled=filled,
                       obstacles=case_showing.obstacles(why.obstacles, language()))  # fmt: skip


def _shown_first(request: HttpRequest, here: Here, place: int, given: Told, covers: list[int]) -> HttpResponse:
    """What an answer would cover, item by item, before it is given; over which answers is settled here."""
    if any(not here.gate.tells(one, Part.TEXT) for one in covers):
        raise Http404
    with here.looking() as looking:
        rows = listing.rows(here, looking, covers)
    over = answering.standing(here, covers, given.asked)
    differ = {q.shape for row in rows for q in row.marks if q.asked is given.asked}
    context = {
        **views.frame(here), "rows": rows, "given": given, "told": request.POST, "over": ",".join(map(str, over)),
        "way": answering.TOGETHER[given.together], "title": words.ASKED[given.asked],
        "answer": answering.in_words(given.values), "differ": len(differ) > 1,
        "item": here.hung.of.items[place], "stopped": {r.place: here.stopped(r.place) for r in rows},
    }  # fmt: skip
    return render(request, "review/covers.html", context)


def _on(request: HttpRequest, here: Here, place: int, asked: Asked) -> HttpResponse:
    """On to the next question of the item that waits, and after the last to the next item that does."""
    again = opening.of(request, here.dossier, here.name)
    item = here.hung.of.items[place]
    if here.blind(item, asked) and again.told.record.differs(item, asked):
        messages.warning(request, _("The first answer was another one. Both stand until a third person settles it."))
    mine = listing.answerable(again.roles)
    left = [one for one in mine if not again.told.record.number(item, one)]
    if left:
        return HttpResponseRedirect(_address(request, here, item, f"q-{left[0].value}"))
    onward = next(listing.to_do(again, place), None)
    messages.success(
        request, _("Item %(n)s is answered; %(asked)s was the last.") % {"n": place + 1, "asked": words.ASKED[asked]}
    )
    return HttpResponseRedirect(_address(request, here, item if onward is None else here.hung.of.items[onward]))


def _address(request: HttpRequest, here: Here, item: str, at: str = "") -> str:
    query = urlencode(Sought.of(request.GET.dict()).query)
    address = reverse("material_item", args=[here.case, here.name, item])
    return f"{address}{query and f'?{query}'}{at and f'#{at}'}"
