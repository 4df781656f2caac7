"""The pages on which files about states are brought in: what came in, and what would come of one, row by row."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from rogatory.law.acts import Role
from rogatory.law.questions import Kind as Of
from rogatory.law.vocabulary import VOCABULARY
from rogatory.law.wording.questions import clause
from rogatory.office.errors import FormError
from rogatory.office.filing import ENTER_ON_RECORD, IMPORT_INDEX
from rogatory.registry.desk.rows import showing
from rogatory.registry.desk.rows.reader import Reader, language
from rogatory.registry.indices import sets
from rogatory.registry.indices.models import Original
from rogatory.registry.shell.uploads import megabytes, too_large

WORKS_HERE = (Role.CLERK, Role.CENTRAL_AUTHORITY)
"""Who brings files in here. Whoever else may do the acts does them by the API, the command line or a state's page."""
LATELY = 30
"""Files told of, the newest first."""


class FileForm(forms.Form):
    """A file, what it is, and under what licence it was fetched."""

    kind = forms.ChoiceField(label=gettext_lazy("What it is"))
    file = forms.FileField(label=gettext_lazy("The file, as its makers give it out"))
    edition = forms.CharField(
        label=gettext_lazy("Its edition"), max_length=400, help_text=gettext_lazy("In its makers' words: v15, 2026")
    )
    read_on = forms.DateField(
        label=gettext_lazy("Day it was fetched"), widget=forms.DateInput(attrs={"type": "date"})
    )  # fmt: skip
    licence = forms.CharField(
        label=gettext_lazy("Its licence"), max_length=400, help_text=gettext_lazy("As it was read there")
    )

    def __init__(self, *args: Any, **more: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **more)
        tables = {
            "incidents": _("Table of incidents (CSV): entries on records"),
            "decisions": _("Decisions of UN bodies (JSON): entries on records"),
            "listed": _("Sanctions lists (FollowTheMoney): entries on records"),
        }
        choices = [(key, tables.get(key, title)) for key, title in sets.kinds()]
        self.fields["kind"].choices = choices  # type: ignore[attr-defined]
        self.fields["read_on"].initial = timezone.localdate


@login_required
@require_http_methods(["GET", "POST"])
def data(request: HttpRequest) -> HttpResponse:
    """The files that came in; a new one is kept, read, and shown before anything comes of it."""
    reader = _reader(request)
    form = FileForm(request.POST, request.FILES) if request.method == "POST" else FileForm()
    if request.method == "POST":
        if too_large(request):
            form.errors.pop("file", None)
            form.add_error("file", _("It is larger than %(most)s MB. Use the command line.") % {"most": megabytes()})
        elif form.is_valid():
            told, file = form.cleaned_data, form.cleaned_data["file"]
            filled = {**told, "read_on": told["read_on"].isoformat()}
            try:
                made = sets.keep(reader.account, told["kind"], file.name, file.read(), filled)
            except FormError as error:
                form.add_error(error.field if error.field in form.fields else None, f"{error.problem}. {error.mend}")
            else:
                return redirect("data_one", made.pk)
    rows = Original.objects.defer("packed")[:LATELY]
    names = showing.names_of(account for row in rows for account in (row.by, row.confirmed_by) if account)
    context = {
        "form": form, "most": megabytes(), "titles": dict(form.fields["kind"].choices),  # type: ignore[attr-defined]
        "rows": [(row, names.get(row.by, row.by), names.get(row.confirmed_by, row.confirmed_by)) for row in rows],
    }  # fmt: skip
    return render(request, "states/data.html", context, status=422 if form.errors else 200)


@login_required
@require_http_methods(["GET", "POST"])
def one(request: HttpRequest, number: int) -> HttpResponse:
    """What would come of a file, row by row, and doing it; or the file as it came."""
    reader = _reader(request)
    original = get_object_or_404(Original, pk=number)
    if "file" in request.GET:
        name = content_disposition_header(as_attachment=True, filename=original.name) or "attachment"
        kept = sets.bytes_of(original)
        return HttpResponse(kept, content_type="application/octet-stream", headers={"Content-Disposition": name})
    problem, barred, status = "", (), 200
    if request.method == "POST":
        try:
            made, barred = _confirmed(request, reader, original)
        except FormError as error:
            problem, status = f"{error.problem}. {error.mend}", 422
        else:
            if made:
                messages.success(request, _("Done, and recorded. The open cases concerned are judged anew."))
                return redirect("data_one", number)
            status = 409
    names = showing.names_of(account for account in (original.by, original.confirmed_by) if account)
    table = original.kind in sets.TABLES
    context = {
        "original": original, "table": table, "preview": sets.preview(original), "problem": problem,
        "by": names.get(original.by, original.by), "most": sets.MOST,
        "confirmed_by": names.get(original.confirmed_by, original.confirmed_by),
        "obstacles": showing.obstacles(barred, language()),
        "may": reader.in_role(*(ENTER_ON_RECORD if table else IMPORT_INDEX).by),
        "questions": [(q.id, clause(q, language())) for q in VOCABULARY.values() if q.of is Of.STATE],
    }  # fmt: skip
    return render(request, "states/data_one.html", context, status=status)


def _confirmed(request: HttpRequest, reader: Reader, original: Original) -> Any:  # noqa: ANN401
    take = {int(n) for n in request.POST.getlist("take") if n.isdecimal()}
    bears = {n: told for n in take if (told := request.POST.get(f"bears-{n}", ""))}
    return sets.confirm(reader.account, original, take, bears)


def _reader(request: HttpRequest) -> Reader:
    reader = Reader.of(request)
    if not reader.in_role(*WORKS_HERE):
        raise Http404
    return reader
