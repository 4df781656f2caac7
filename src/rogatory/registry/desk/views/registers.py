"""Pages of the registers: those kept here, and for its custodian what one holds, what comes in, and who asked."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NoReturn

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from rogatory.intake.errors import CaseFileError
from rogatory.law.acts import Role
from rogatory.law.wording.language import said
from rogatory.law.wording.terms import term
from rogatory.linkage.wording import REGISTERS, status_word
from rogatory.office.errors import FormError, Obstacle, UnknownObjectError
from rogatory.office.filing import END_ENTRY, IMPORT_ENTRIES, OPEN_REGISTER, PUT_ENTRY
from rogatory.office.folds.dossier import BARRED, Entry
from rogatory.office.perform import Barred
from rogatory.office.streams.register_answers import ALARM
from rogatory.office.words import record_of
from rogatory.people.mandates import stream_of
from rogatory.registers.model import Register, RegisterKind
from rogatory.registry.desk.rows import showing
from rogatory.registry.desk.rows.reader import Reader, language
from rogatory.registry.desk.views.office import administers
from rogatory.registry.registers import door, incoming
from rogatory.registry.registers.made_up import made_up_entry
from rogatory.registry.shell.uploads import megabytes, too_large

SHOWN = 50
"""Entries of a register shown at once; the search finds the others."""
LATELY = 100
"""Entries of its journal shown, the newest first."""


FORMATS = {
    "register": gettext_lazy("our own format (YAML)"),
    "interpol": gettext_lazy("public notices of INTERPOL (JSON)"),
    "ftm": gettext_lazy("FollowTheMoney (JSON lines)"),
    "table": gettext_lazy("a table with a mapping (CSV and YAML)"),
}
"""The formats of `incoming.FORMATS`, in the language of the page."""


class OpenForm(forms.Form):
    """Opening a register."""

    register = forms.RegexField(
        r"^[a-z0-9][a-z0-9-]{0,29}$", label=gettext_lazy("Identifier"),
        help_text=gettext_lazy("Small letters, digits and hyphens, at most thirty: protection-be"),
        error_messages={"invalid": gettext_lazy("Write small letters, digits and hyphens, at most thirty.")},
    )  # fmt: skip
    kind = forms.ChoiceField(label=gettext_lazy("What it holds"))
    title = forms.CharField(label=gettext_lazy("Title"), max_length=200)

    def __init__(self, *args: Any, **more: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **more)
        kinds = [(kind.value, said(REGISTERS[kind], language())) for kind in RegisterKind]
        self.fields["kind"].choices = kinds  # type: ignore[attr-defined]


class ImportForm(forms.Form):
    """Bringing a file into a register."""

    file = forms.FileField(label=gettext_lazy("File"))
    format = forms.ChoiceField(label=gettext_lazy("Format"), choices=list(FORMATS.items()))
    mapping = forms.FileField(label=gettext_lazy("Mapping (of a table)"), required=False)
    source = forms.CharField(label=gettext_lazy("Where the entries come from"), max_length=400)


class MadeUpForm(forms.Form):
    """Putting in an entry that is made up."""

    entry = forms.CharField(
        label=gettext_lazy("Entry"), max_length=120, help_text=gettext_lazy("An identifier like those of the others")
    )
    title = forms.CharField(
        label=gettext_lazy("Title"), max_length=200, help_text=gettext_lazy("As the other entries are called")
    )
    names = forms.CharField(
        label=gettext_lazy("Names of somebody who does not exist"), widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("One form a line"),
    )  # fmt: skip
    born = forms.CharField(label=gettext_lazy("Day of birth"), max_length=40, required=False)


class EndForm(forms.Form):
    """Ending an entry."""

    entry = forms.CharField(
        label=gettext_lazy("Entry"), max_length=120, help_text=gettext_lazy("Its identifier, as the list above has it")
    )
    reasons = forms.CharField(label=gettext_lazy("Reasons"), widget=forms.Textarea(attrs={"rows": 3}))


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """A register in the list: what it holds, whether the reader keeps it, whether its page is open to them."""

    register: Register
    kind: str
    mine: bool
    opens: bool


@dataclass(frozen=True, slots=True)
class LogRow:
    """Something that was done to a register, or asked of it: what, by whom, in which role, for which case."""

    seq: int
    at: datetime
    title: str
    who: str
    role: str
    case: str
    purpose: str
    count: str
    obstacles: tuple[str, ...]
    alarm: bool


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
            barred = _obstacles(kept)
            if kept is not None and not barred:
                messages.success(request, _("Opened. Now appoint its custodian, under Administration."))
                return redirect("registers")
    reader = Reader.of(request)
    mine = {m.case for m in reader.mandates if m.role is Role.CUSTODIAN}
    rows = [
        RegisterRow(r, said(REGISTERS[r.kind], language()), keeps := stream_of(r.id) in mine, keeps or audits(reader))
        for r in door.registers()
    ]
    context = {"rows": rows, "form": form if runs else None, "obstacles": showing.obstacles(barred, language())}
    return render(request, "desk/registers.html", context, status=_status(request, barred))


def audits(reader: Reader) -> bool:
    """Whether somebody sees, of every register, what was done to it and who asked."""
    return reader.in_role(Role.AUDITOR)


def _status(request: HttpRequest, barred: Any) -> int:  # noqa: ANN401
    """What a page answers: done, barred, or what was filled in cannot be taken."""
    return 200 if request.method == "GET" else 409 if barred else 422


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
    make = MadeUpForm(request.POST if act == PUT_ENTRY.id else None)
    came = Came()
    if request.method == "POST":
        if not keeps:
            _refuse(account, act, register)
        form = {IMPORT_ENTRIES.id: bring, PUT_ENTRY.id: make}.get(act, end)
        if not left(request, form) and form.is_valid():
            came = _done(form, account, act, found)
        if came.kept is not None and not came.barred:
            text = _("Done, and recorded as entry %(seq)s: %(count)s entries.")
            messages.success(request, text % {"seq": came.kept.seq, "count": came.kept.count})
            if not came.left_out:
                return redirect("one_register", register)
    try:
        custody, entries = door.log(account, register)
    except door.NoSuchRegisterError as error:
        raise Http404 from error
    wanted = request.GET.get("q", "").strip()
    held = door.held_entries(account, register, wanted, SHOWN + 1) if keeps else []
    context = {
        "register": found, "kind": said(REGISTERS[found.kind], language()), "keeps": keeps, "custody": custody,
        "rows": _log(entries), "wanted": wanted, "bring": bring, "end": end, "make": make,
        "made_up": door.made_up(account, register) if keeps else [], "left_out": came.left_out,
        "held": [(e, status_word(e.status, language()), canary) for e, canary in held[:SHOWN]],
        "more": len(held) > SHOWN, "shown": SHOWN,
        "obstacles": showing.obstacles(came.barred, language()),
    }  # fmt: skip
    status = 200 if came.kept and not came.barred else _status(request, came.barred)
    return render(request, "desk/register_one.html", context, status=status)


def left(request: HttpRequest, form: forms.Form) -> bool:
    """Whether a file that was sent is too large to be taken; the form then says so."""
    if too_large(request):
        form.errors.pop("file", None)
        most = _("It is larger than %(most)s MB. Import it on the command line.")
        form.add_error("file", most % {"most": megabytes()})
    return too_large(request)


def _log(entries: Sequence[Entry]) -> list[LogRow]:
    """What was done lately, the newest first."""
    lately = list(reversed(entries[-LATELY:]))
    names = showing.names_of(e.actor for e in lately)
    roles = {role.value: term(role, language()) for role in Role}
    return [
        LogRow(
            e.seq, e.at, record_of(e.act, language()), names.get(e.actor, e.actor),
            roles.get(e.fields.get("role", ""), ""), e.fields.get("case", ""), e.fields.get("purpose", ""),
            str(e.fields.get("count", "")), tuple(o["text"] for o in e.fields.get("obstacles", ())),
            e.act in (BARRED, ALARM),
        )
        for e in lately
    ]  # fmt: skip


def _refuse(account: str, act: str, register: str) -> NoReturn:
    """Record an attempt by somebody who does not keep the register; whether it exists is not told."""
    if act in (IMPORT_ENTRIES.id, PUT_ENTRY.id, END_ENTRY.id):
        with suppress(FormError, UnknownObjectError, door.NoSuchRegisterError):
            door.keep(account, act, register)
    raise Http404


@dataclass(frozen=True, slots=True)
class Came:
    """What came of something filled in: what the door says (None: it cannot be taken), and what of a file was left."""

    kept: door.Kept | None = None
    left_out: tuple[str, ...] = ()

    @property
    def barred(self) -> tuple[Obstacle, ...]:
        """What stood in the way."""
        return _obstacles(self.kept)


def _obstacles(kept: door.Kept | None) -> tuple[Obstacle, ...]:
    return kept.result.obstacles if kept is not None and isinstance(kept.result, Barred) else ()


def _done(form: forms.Form, account: str, act: str, register: Register) -> Came:
    """Do what a custodian filled in."""
    told = form.cleaned_data
    if act == END_ENTRY.id:
        return Came(_kept(form, account, act, register.id, {"entry": told["entry"], "reasons": told["reasons"]}))
    if act == PUT_ENTRY.id:
        return Came(_put(form, account, register))
    mapping = told["mapping"].read() if told["mapping"] else b""
    try:
        read = incoming.read_file(told["file"].read(), told["file"].name, told["format"], register, mapping)
    except (CaseFileError, FormError) as error:
        form.add_error("file", str(error))
        return Came()
    left_out = tuple(str(out) for out in read.report.left_out)
    if not read.register.entries:
        form.add_error("file", _("Nothing in it could be taken; nothing came in."))
        return Came(None, left_out)
    return Came(_kept(form, account, act, register.id, {"source": told["source"]}, read.register.entries), left_out)


def _put(form: forms.Form, account: str, register: Register) -> door.Kept | None:
    """Put in an entry that is made up."""
    told = form.cleaned_data
    try:
        entry = made_up_entry(register, told["entry"], told["title"], told["names"].splitlines(), told["born"])
    except FormError as error:
        form.add_error(error.field, f"{error.problem}. {error.mend}")
        return None
    return _kept(form, account, PUT_ENTRY.id, register.id, {"canary": True}, [entry])


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
