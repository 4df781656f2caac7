"""Pages of the registers: those kept here, and for its custodian what one holds, what comes in, and who asked."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from rogatory.intake.errors import CaseFileError
from rogatory.law.wording.language import said
from rogatory.linkage.wording import REGISTERS
from rogatory.office.errors import FormError, Obstacle, UnknownObjectError
from rogatory.office.filing import END_ENTRY, IMPORT_ENTRIES, OPEN_REGISTER
from rogatory.office.perform import Barred
from rogatory.office.words import record_of
from rogatory.registers.model import Register, RegisterKind
from rogatory.registry.desk import showing
from rogatory.registry.desk.office_views import administers
from rogatory.registry.desk.reader import language
from rogatory.registry.registers import door, incoming

SHOWN = 50
"""Entries of a register shown at once; the search finds the others."""
LATELY = 100
"""Entries of its journal shown, the newest first."""
MOST_BYTES = 20_000_000
"""Size of a file that is taken here, in bytes; larger ones come in on the command line."""


class OpenForm(forms.Form):
    """Opening a register."""

    register = forms.RegexField(r"^[a-z0-9][a-z0-9-]{0,29}$", label=gettext_lazy("Identifier"))
    kind = forms.ChoiceField(label=gettext_lazy("What it holds"))
    title = forms.CharField(label=gettext_lazy("Title"), max_length=200)

    def __init__(self, *args: Any, **more: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **more)
        kinds = [(kind.value, said(REGISTERS[kind], language())) for kind in RegisterKind]
        self.fields["kind"].choices = kinds  # type: ignore[attr-defined]


class ImportForm(forms.Form):
    """Bringing a file into a register."""

    file = forms.FileField(label=gettext_lazy("File"))
    format = forms.ChoiceField(label=gettext_lazy("Format"), choices=list(incoming.FORMATS.items()))
    mapping = forms.FileField(label=gettext_lazy("Mapping (of a table)"), required=False)
    source = forms.CharField(label=gettext_lazy("Where the entries come from"), max_length=400)


class EndForm(forms.Form):
    """Ending an entry."""

    entry = forms.CharField(label=gettext_lazy("Entry"), max_length=120)
    reasons = forms.CharField(label=gettext_lazy("Reasons"), widget=forms.Textarea(attrs={"rows": 3}))


@login_required
@require_http_methods(["GET", "POST"])
def registers(request: HttpRequest) -> HttpResponse:
    """The registers kept here, without what they hold; an administrator opens one more."""
    account = request.user.public_id  # type: ignore[union-attr]
    runs = administers(account)
    form = OpenForm(request.POST or None)
    barred: tuple[Obstacle, ...] = ()
    if request.method == "POST":
        if not runs:
            raise Http404
        if form.is_valid():
            told = {"kind": form.cleaned_data["kind"], "title": form.cleaned_data["title"]}
            kept = _kept(form, account, OPEN_REGISTER.id, form.cleaned_data["register"], told)
            if kept is not None and not isinstance(kept.result, Barred):
                messages.success(request, _("Opened. Now appoint its custodian, under Administration."))
                return redirect("registers")
            barred = kept.result.obstacles if kept is not None and isinstance(kept.result, Barred) else ()
    rows = [(r, said(REGISTERS[r.kind], language()), door.keeps(account, r.id)) for r in door.registers()]
    context = {"rows": rows, "form": form if runs else None, "obstacles": showing.obstacles(barred, language())}
    return render(request, "desk/registers.html", context, status=422 if request.method == "POST" else 200)


@login_required
@require_http_methods(["GET", "POST"])
def register(request: HttpRequest, register: str) -> HttpResponse:
    """One register: its journal as far as the reader may see it; for its custodian, what it holds and what comes in."""
    account = request.user.public_id  # type: ignore[union-attr]
    found = next((r for r in door.registers() if r.id == register), None)
    if found is None:
        raise Http404
    keeps = door.keeps(account, register)
    act = request.POST.get("act", "")
    bring = ImportForm(request.POST if act == IMPORT_ENTRIES.id else None, request.FILES or None)
    end = EndForm(request.POST if act == END_ENTRY.id else None)
    barred: tuple[Obstacle, ...] = ()
    left_out: list[str] = []
    if request.method == "POST":
        if not keeps:
            raise Http404
        form = bring if act == IMPORT_ENTRIES.id else end
        if form.is_valid():
            kept, left_out = _done(form, account, act, found)
            if kept is not None and not isinstance(kept.result, Barred):
                text = _("Done, and recorded as entry %(seq)s: %(count)s entries.")
                messages.success(request, text % {"seq": kept.seq, "count": kept.count})
                if not left_out:
                    return redirect("one_register", register)
            barred = kept.result.obstacles if kept is not None and isinstance(kept.result, Barred) else ()
    try:
        custody, entries = door.log(account, register)
    except door.NoSuchRegisterError as error:
        raise Http404 from error
    wanted = request.GET.get("q", "").strip()
    rows = [(e.seq, e.at, record_of(e.act, language()), e) for e in reversed(entries[-LATELY:])]
    context = {
        "register": found, "kind": said(REGISTERS[found.kind], language()), "keeps": keeps, "custody": custody,
        "rows": rows, "wanted": wanted, "bring": bring, "end": end, "left_out": left_out,
        "held": door.held_entries(account, register, wanted, SHOWN) if keeps else [],
        "obstacles": showing.obstacles(barred, language()),
    }  # fmt: skip
    failed = request.method == "POST" and not left_out
    return render(request, "desk/register_one.html", context, status=422 if failed else 200)


def _done(form: forms.Form, account: str, act: str, register: Register) -> tuple[door.Kept | None, list[str]]:
    """Do what a custodian filled in; what of a file was left out, with the reason."""
    told = form.cleaned_data
    if act == END_ENTRY.id:
        return _kept(form, account, act, register.id, {"entry": told["entry"], "reasons": told["reasons"]}), []
    if told["file"].size > MOST_BYTES:
        form.add_error("file", _("It is larger than 20 MB. Import it on the command line."))
        return None, []
    mapping = told["mapping"].read() if told["mapping"] else b""
    try:
        read = incoming.read_file(told["file"].read(), told["file"].name, told["format"], register, mapping)
    except (CaseFileError, FormError) as error:
        form.add_error("file", str(error))
        return None, []
    if not read.register.entries:
        form.add_error("file", _("Nothing in it could be taken; nothing came in."))
        return None, [str(out) for out in read.report.left_out]
    kept = _kept(form, account, act, register.id, {"source": told["source"]}, read.register.entries)
    return kept, [str(out) for out in read.report.left_out]


def _kept(
    form: forms.Form, account: str, act: str, register: str, told: dict[str, Any], entries: Any = ()  # noqa: ANN401
) -> door.Kept | None:  # fmt: skip
    """Do an act on a register; None if it cannot be taken, with the reason in the form."""
    try:
        return door.keep(account, act, register, told, entries=entries)
    except FormError as error:
        form.add_error(error.field if error.field in form.fields else None, f"{error.problem}. {error.mend}")
    except UnknownObjectError as error:
        form.add_error(None, str(error))
    return None
