"""Pages of the mailroom: what came in, what was read in it side by side with its pages, and the case it becomes."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from rogatory.office.errors import FormError, Obstacle, UnknownObjectError
from rogatory.office.filing import (
    ANSWER_SENDER,
    CONFIRM,
    ERASE_DOCUMENT,
    LODGE_ALLEGATION,
    PUT_AWAY,
    READ_AGAIN,
    SETTLE_FIELDS,
)
from rogatory.office.perform import Barred
from rogatory.office.streams.from_letter import Told
from rogatory.office.streams.mailroom import How
from rogatory.people.mandates import EVERY_CASE
from rogatory.received.proposed import Field
from rogatory.registry.api.routes.mail import as_saved
from rogatory.registry.cases import door as cases
from rogatory.registry.desk.rows import mail as mail_rows
from rogatory.registry.desk.rows import showing
from rogatory.registry.desk.rows.reader import Reader, language
from rogatory.registry.desk.views import outsiders
from rogatory.registry.documents.forms import kind_word
from rogatory.registry.mailroom import door, erasing
from rogatory.registry.mailroom.models import Reading
from rogatory.registry.shell.uploads import megabytes, too_large

_ON_A_PAGE = (SETTLE_FIELDS.id, READ_AGAIN.id, PUT_AWAY.id, ANSWER_SENDER.id, ERASE_DOCUMENT.id, CONFIRM.id)
WIDTH = 1200
"""Pixels in the width of a page as it is shown."""


class UploadForm(forms.Form):
    """Bringing documents in."""

    file = forms.FileField(label=gettext_lazy("Document"))


class AddForm(forms.Form):
    """A field the document tells and nothing proposed."""

    field = forms.ChoiceField(label=gettext_lazy("Field"), choices=[(f.value, mail_rows.FIELDS[f]) for f in Field])
    value = forms.CharField(label=gettext_lazy("Value"), max_length=2000)
    about = forms.CharField(
        label=gettext_lazy("Of which person"), max_length=4, required=False,
        help_text=gettext_lazy("1 for the first person of the document, 2 for the second; empty: of none"),
    )  # fmt: skip
    page = forms.IntegerField(label=gettext_lazy("Page"), min_value=1, required=False)


class CaseForm(forms.Form):
    """What a clerk says of the request beside what the document says."""

    title = forms.CharField(
        label=gettext_lazy("Title of the case"), max_length=400, required=False,
        help_text=gettext_lazy("Empty: made of the requesting state and the persons"),
    )  # fmt: skip
    received = forms.DateField(label=gettext_lazy("Day it came in"), widget=forms.DateInput(attrs={"type": "date"}))
    requested = forms.CharField(label=gettext_lazy("Requested state"), max_length=2)
    summary = forms.CharField(
        label=gettext_lazy("What is asked, in words"), required=False, widget=forms.Textarea(attrs={"rows": 3})
    )


class AttachForm(forms.Form):
    """A case the document belongs to, and what it is there."""

    case = forms.CharField(label=gettext_lazy("Number of the case"), max_length=40)
    text = forms.CharField(
        label=gettext_lazy("What the document is"), max_length=400,
        help_text=gettext_lazy("A supplement, an answer to a question, an assurance"),
    )  # fmt: skip


@login_required
@require_http_methods(["GET", "POST"])
def mail(request: HttpRequest) -> HttpResponse:
    """What came in and waits; whoever works here brings more in."""
    account = _me(request)
    form = UploadForm(request.POST, request.FILES) if request.method == "POST" else UploadForm()
    barred: Sequence[Obstacle] = ()
    if request.method == "POST":
        answer, barred = _received(request, account, form)
        if answer is not None:
            return answer
    everything = request.GET.get("all") == "yes"
    try:
        found = door.letters(account, waiting=not everything, page=request.GET.get("page", 1))
    except door.NoSuchMailError as error:
        raise Http404 from error
    names = showing.names_of(one.row.by for one in found)
    context = {
        "rows": [(one, names.get(one.row.by, one.row.by)) for one in found], "all": everything, "form": form,
        "page": found, "works_here": door.works_here(account),
        "most": megabytes(), "obstacles": showing.obstacles(barred, language()),
    }  # fmt: skip
    status = 409 if barred else 422 if form.errors else 200
    return render(request, "desk/mail.html", context, status=status)


def _received(request: HttpRequest, account: str, form: UploadForm) -> tuple[HttpResponse | None, Sequence[Obstacle]]:
    """Keep what was brought: where to go then, or what stands against it."""
    if too_large(request):
        form.errors.pop("file", None)
        form.add_error("file", _("It is larger than %(most)s MB. Bring it in in parts.") % {"most": megabytes()})
        return None, ()
    last = 0
    for file in request.FILES.getlist("file"):
        try:
            kept = door.receive(account, file.name or "", file.read())
        except FormError as error:
            form.add_error("file", f"{file.name}: {error.problem}. {error.mend}")
            return None, ()
        if isinstance(kept.result, Barred):
            if not door.works_here(account):
                raise Http404
            return None, kept.result.obstacles
        last = kept.number
    if not last:
        form.is_valid()
        return None, ()
    messages.success(request, _("Kept as it came in, and recorded."))
    many = len(request.FILES.getlist("file")) > 1
    return redirect("mail") if many else redirect("letter", last), ()


@login_required
@require_http_methods(["GET", "POST"])
def letter(request: HttpRequest, number: int) -> HttpResponse:
    """A document: its pages on one side, what was read in it on the other, each to be settled."""
    account = _me(request)
    problem, status = "", 200
    add = AddForm(auto_id="add-%s")
    if request.method == "POST":
        act = request.POST.get("act", "")
        if act not in (*_ON_A_PAGE, LODGE_ALLEGATION.id):
            raise Http404
        add = AddForm(request.POST if request.POST.get("how") == How.ADDED.value else None, auto_id="add-%s")
        do = outsiders.lodged if act == LODGE_ALLEGATION.id else _handled
        answer, problem, status = do(request, account, act, number)
        if answer is not None:
            return answer
    try:
        found = door.look(account, number)
    except (door.NoSuchMailError, cases.NoSuchCaseError) as error:
        raise Http404 from error
    focus = request.POST.get("mark") or request.GET.get("field") or mail_rows.first_open(found)
    shown, of = mail_rows.pages(found, focus)
    context = {
        "letter": found, "groups": mail_rows.groups(found, focus), "pages": shown, "of": of, "focus": focus,
        "pages_at": f"{reverse('letter', args=[number])}/pages",
        "parts": mail_rows.parts(found), "add": add, "problem": problem, "width": WIDTH,
        "names": showing.names_of({found.row.by, *(s.by for s in found.mail.settled.values())}),
        "several": mail_rows.several(found),
        "left": mail_rows.left(found), "needed": mail_rows.needed(found), "wanting": mail_rows.wanting(found),
        "seen": mail_rows.seen(found), "works_here": door.works_here(account),
        **_erasure(request, account, found),
        **_before(account, found),
        **outsiders.shown(request, found),
    }  # fmt: skip
    return render(request, "desk/letter.html", context, status=status)


def _erasure(request: HttpRequest, account: str, found: door.Letter) -> dict[str, Any]:
    """The erasure of a document of no case: what waits, who proposed it, and what whoever looks may do about it."""
    waits, gone = found.mail.leaving, found.row.state == Reading.ERASED
    return {
        "leaving": waits,
        "proposed_by": next(iter(showing.names_of({waits.by}).values()), waits.by) if waits else "",
        "may_agree": waits is not None and waits.by != account and erasing.agrees_here(account),
        "may_propose": not (found.cases or gone)
        and not Reader.of(request).roles(EVERY_CASE).isdisjoint(ERASE_DOCUMENT.by),
    }


def _before(account: str, found: door.Letter) -> dict[str, Any]:
    """Requests made before that a document repeats, among how many was looked, and letters of ours it may answer."""
    looked = door.before(account, found)
    rows = [(mail_rows.REPEATS[one.repeat], one.earlier, one.reasons) for one in looked.found]
    answers = [(one, kind_word(one.waiting.letter.kind)) for one in door.may_answer(account, found, looked)]
    return {"before": {"rows": rows, "among": looked.among}, "answers": answers}


def _handled(request: HttpRequest, account: str, act: str, number: int) -> tuple[HttpResponse | None, str, int]:
    """Do what was filled in: where to go then, or what is wrong with it and how to answer."""
    try:
        kept = door.handle(account, act, number, _form(request.POST, act))
    except (door.NoSuchMailError, UnknownObjectError) as error:
        raise Http404 from error
    except FormError as error:
        return None, f"{error.problem}. {error.mend}", 422
    if isinstance(kept.result, Barred):
        return None, "; ".join(o.text for o in kept.result.obstacles), 409
    if act == PUT_AWAY.id:
        return redirect("mail"), "", 302
    if act == CONFIRM.id:
        # What was erased is not for the court any more.
        messages.success(request, _("The document is erased. Its digest stays, with basis and reasons."))
        return redirect("my_work"), "", 302
    try:
        following = mail_rows.first_open(door.look(account, number), request.POST.get("mark", ""))
    except cases.NoSuchCaseError as error:
        raise Http404 from error
    where = f"?field={following}#f-{following}" if following else "#then"
    return HttpResponseRedirect(reverse("letter", args=[number]) + where), "", 302


def _form(told: Mapping[str, Any], act: str) -> dict[str, Any]:
    """What was filled in on the page, as the door takes it."""
    if act != SETTLE_FIELDS.id:
        return {part: told[part] for part in ("basis", "reasons", "text") if part in told}
    for part in ("looked", "seen", "unseen"):
        if told.get(part):
            return {part: [told[part]]}
    how = told.get("how", "")
    if how == How.ADDED.value:
        page = str(told.get("page") or "0")
        row = {part: told.get(part, "") for part in ("field", "value", "about")}
        return {"settled": [{**row, "how": how, "page": int(page) if page.isdecimal() else 0}]}
    row = {"mark": told.get("mark", ""), "how": how}
    if "proceedings" in told:
        row["about"] = told["proceedings"].strip()
    if how == How.MENDED.value or (how == How.CONFIRMED.value and told.get("value") != told.get("read")):
        # Whoever changed the words and then confirmed has mended them.
        row = {**row, "how": How.MENDED.value, "value": told.get("value", "")}
    return {"settled": [row]}


@login_required
@require_http_methods(["GET", "POST"])
def filed(request: HttpRequest, number: int) -> HttpResponse:
    """The end of a document: a case is registered from what was settled, or it is attached to one."""
    account = _me(request)
    try:
        found = door.look(account, number)
    except (door.NoSuchMailError, cases.NoSuchCaseError) as error:
        raise Http404 from error
    came_in = timezone.localdate(found.row.at)
    attaches = request.POST.get("to") in ("attach", "answer")
    first = {"received": came_in, "requested": settings.STATE}
    new = CaseForm(request.POST if request.method == "POST" and not attaches else None, initial=first, auto_id="new-%s")
    meant = {"case": found.row.meant_for}
    old = AttachForm(request.POST if attaches else None, initial=meant, auto_id="old-%s")
    barred: Sequence[Obstacle] = ()
    form = old if attaches else new
    if request.method == "POST" and form.is_valid():
        answer, barred = _filed(request, number, found.row.name, form)
        if answer is not None:
            return answer
    context = {
        "letter": found, "new": new, "old": old, "form": form,
        "obstacles": showing.obstacles(barred, language()),
        "left": mail_rows.left(found),
        "groups": mail_rows.groups(found, ""),
        **_before(account, found),
    }  # fmt: skip
    status = 409 if barred else 422 if form.is_bound and form.errors else 200
    return render(request, "desk/letter_filed.html", context, status=status)


def _filed(
    request: HttpRequest, number: int, name: str, form: forms.Form
) -> tuple[HttpResponse | None, Sequence[Obstacle]]:
    told = form.cleaned_data
    try:
        if isinstance(form, AttachForm):
            came = door.attach(_me(request), number, told["case"].strip(), told["text"])
        else:
            rest = (told["requested"].upper(), told["title"], told["summary"])
            came = door.register(_me(request), number, Told(name, told["received"].isoformat(), *rest))
    except FormError as error:
        form.add_error(error.field if error.field in form.fields else None, f"{error.problem}. {error.mend}")
        return None, ()
    except cases.NoSuchCaseError:
        form.add_error("case", _("There is no such case, or it is not for you."))
        return None, ()
    if not isinstance(came, cases.Outcome):
        # Nothing was attempted in a case: the page says what is left to do.
        form.add_error(None, _("Something is left to do in the document first."))
        return None, ()
    if isinstance(came.result, Barred):
        return None, came.result.obstacles
    messages.success(request, _("The document belongs to case %(number)s.") % {"number": came.case})
    if request.POST.get("to") == "answer":
        # Attached it is; that it answers, and what, is for a human to say, with both before their eyes.
        digest = door.look(_me(request), number).row.digest
        where = reverse("document_answer", args=[came.case, request.POST.get("document", "")])
        return HttpResponseRedirect(f"{where}?received={digest}"), ()
    return redirect("case", came.case), ()


@login_required
@require_GET
def original(request: HttpRequest, number: int) -> HttpResponse:
    """The bytes as they came, to be saved."""
    try:
        name, data = door.original(_me(request), number)
    except (door.NoSuchMailError, cases.NoSuchCaseError) as error:
        raise Http404 from error
    return as_saved(name, data)


@login_required
@require_GET
def page_image(request: HttpRequest, number: int, part: str, page: int) -> HttpResponse:
    """A page as an image; made here, so that nothing of the file itself reaches the browser."""
    try:
        data = door.image(_me(request), number, part, page, WIDTH)
    except (door.NoSuchMailError, cases.NoSuchCaseError) as error:
        raise Http404 from error
    response = HttpResponse(data, content_type="image/png")
    # The page of a document never changes; it is kept by this browser alone.
    response.headers["Cache-Control"] = "private, max-age=3600"
    return response


def _me(request: HttpRequest) -> str:
    account: str = request.user.public_id  # type: ignore[union-attr]
    return account
