"""Pages of one case: overview, file, examination, why, acts, journal. All of them read through the door."""

from contextlib import suppress
from datetime import date
from typing import Any

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from rogatory.law.acts import ACTS, Act, Role
from rogatory.law.questions import Kind
from rogatory.law.wording import request_word
from rogatory.law.wording.questions import ask
from rogatory.office.acts.objects import objects
from rogatory.office.errors import FormError, UnknownActError, UnknownObjectError
from rogatory.office.filing import DEPART, EVERY_ACT, FIND, SIGN_DOCUMENT
from rogatory.office.folds.documents import OF_DOCUMENTS
from rogatory.office.folds.dossier import Dossier, fold, known_on
from rogatory.office.folds.readings import readings
from rogatory.office.folds.withheld import restrictions
from rogatory.office.perform import Barred, needs_second
from rogatory.office.seen.portion import portion
from rogatory.office.words import title_of
from rogatory.people.mandates import Actor
from rogatory.people.sight import Sight
from rogatory.registry.cases import after, door
from rogatory.registry.desk.forms import filling
from rogatory.registry.desk.forms import offered as forms
from rogatory.registry.desk.forms.act_form import ActForm
from rogatory.registry.desk.rows import acting, examining, inquiries, limits, reasons, showing
from rogatory.registry.desk.rows.drawing import relations
from rogatory.registry.desk.rows.reader import Reader, language
from rogatory.registry.desk.rows.standing import Standing, may_do, row, ruling_on, standing
from rogatory.registry.desk.rows.tabs import addresses, back_at, tabs
from rogatory.registry.desk.rows.timeline import ONLY, days_of, timeline
from rogatory.registry.ledger import reading
from rogatory.registry.mailroom import in_case
from rogatory.registry.states.on_record import as_judged
from rogatory.registry.states.showing import opened as asked_by_records
from rogatory.states.naming import name_in


def opened(request: HttpRequest, case: str) -> tuple[Dossier, Sight]:
    """The case, read by the person signed in.

    Raises:
        Http404: There is none, or not for this person.
    """
    try:
        return door.look(request.user.public_id, case)  # type: ignore[union-attr]
    except door.NoSuchCaseError as error:
        raise Http404 from error


def page(
    request: HttpRequest,
    case: str,
    tab: str,
    template: str,
    *,
    read: tuple[Dossier, Sight] | None = None,
    **more: Any,  # noqa: ANN401
) -> HttpResponse:
    """A page of a case; parts that are functions are given how the case stands.

    Args:
        request: Who looks, and where.
        case: Identifier of the case.
        tab: Which of its pages.
        template: Name of the template.
        read: The case, where this person has just opened it and nothing was done since; None: it is opened.
        more: What the template is given besides.
    """
    dossier, sight = read or opened(request, case)
    if sight is Sight.STATUS:
        return render(request, "desk/case_status.html", showing.status(dossier, language()))
    day, apart = _day(request.GET.get("on", "")), dossier.apart
    reader = Reader.of(request)
    held = [m for m in reader.mandates if m.covers(case, reader.today)]
    kept = restrictions(dossier, held, reader.today)
    days = days_of(dossier.entries) if sight is Sight.FILE else []
    if day is not None:
        known = known_on(dossier.entries, day)
        if not known:
            raise Http404
        dossier = fold(known)
    # Who reads today, and what stands apart or is kept back today, decides what is seen, also of a past day.
    seen = portion(dossier, held, apart, kept)
    found = standing(dossier, seen, day or reader.today, language())
    told = dossier.case.request
    context = {
        "on": day,
        "days": days,
        "standing": found,
        "case": seen.case,
        "dossier": dossier,
        "tabs": tabs(case, tab, sight, told.kind),
        "addresses": addresses(case, sight),
        "kind": request_word(told.kind, language()),
        "requesting": name_in(told.requesting, language().value),
        "requested": name_in(told.requested, language().value),
        "sight": sight,
        "reader": reader,
    }
    return render(request, template, {**context, **{k: v(found) if callable(v) else v for k, v in more.items()}})


def _day(text: str) -> date | None:
    """The past day a page is asked for; None: today, or what was written is no day."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day < timezone.localdate() else None


def _roles(request: HttpRequest, case: str) -> tuple[str, frozenset[Role]]:
    reader = Reader.of(request)
    return reader.account, reader.roles(case)


@login_required
@require_GET
def overview(request: HttpRequest, case: str) -> HttpResponse:
    """How the case stands, and the one thing to do now."""
    account, roles = _roles(request, case)
    return page(
        request,
        case,
        "case",
        "desk/case_overview.html",
        next=lambda s: acting.next_step(s, account, roles, language()),
        proposals=lambda s: showing.proposals(s, account, roles, language()),
        owed=lambda s: showing.owed_rows(s, language()),
        before=lambda s: showing.before_rows(s, Reader.of(request)),
        alleged=lambda s: inquiries.open_ones(s.dossier, s.seen),
        limits=lambda s: limits.near(limits.rows(s.dossier, s.seen, s.on, language())),
    )


@login_required
@require_GET
def file(request: HttpRequest, case: str) -> HttpResponse:
    """What the file holds."""
    return page(
        request,
        case,
        "case_file",
        "desk/case_file.html",
        drawing=lambda s: relations(s.seen.case, language()),
        measures=lambda s: showing.measures(s.seen, language()),
        proceedings=lambda s: showing.proceedings(s.seen, language()),
        findings=lambda s: showing.findings(s.seen, language()),
        letters=lambda s: in_case.listed(s.seen.originals),
    )


@login_required
@require_GET
def examination(request: HttpRequest, case: str) -> HttpResponse:
    """The questions that still matter, one in focus to answer here; and what an answer would change.

    Asked by htmx for the part `preview`, what the answer chosen would change, and nothing else.
    """
    told = request.GET
    _account, roles = _roles(request, case)
    may_answer = bool(roles & set(FIND.by)) and not told.get("on")
    wanted = told.get("ask") or (f"{_slot(told)}:{told['about']}" if "about" in told else "")
    asked: list[examining.QuestionRow] = []

    def rows(found: Standing) -> list[examining.QuestionRow]:
        asked.extend(examining.questions(found, language(), wanted))
        return asked

    def focus(found: Standing) -> Any:  # noqa: ANN401
        here = next((q for q in asked if q.here), None)
        if here is None:
            return None
        form = _find_form(here, found.dossier, told) if may_answer else None
        return {"row": here, "form": form, "norms": examining.waiting_norms(found, here, language())}

    def previewed(found: Standing) -> examining.Preview | None:
        answer = ",".join(told.getlist("answer"))
        here = f"{_slot(told)}:{told.get('about', '')}"
        if not answer or not may_answer or not any(q.here and q.key == here for q in asked):
            return None
        return examining.preview(found, _slot(told), told.get("about", ""), answer, told.get("grade", ""), language())

    part = request.htmx and told.get("part") == "preview"  # type: ignore[attr-defined]
    template = "desk/preview.html" if part else "desk/case_examination.html"
    return page(request, case, "case_examination", template, asked=rows, focus=focus, preview=previewed)


def _slot(told: Any) -> str:  # noqa: ANN401 - a query string
    question, against = told.get("question", ""), told.get("against", "")
    return f"{question}@{against}" if against else question


def _find_form(here: examining.QuestionRow, dossier: Dossier, told: Any) -> ActForm:  # noqa: ANN401
    asked = filling.asked(here.question, here.against)
    first = {"question": here.question, "against": here.against, "about": here.person, "seen": dossier.head}
    kept = {k: told.get(k) for k in ("answer", "grade", "source", "since", "as_of", "note") if told.get(k)}
    return forms.FindForm(initial={**first, **kept}, asked=asked, language=language())


@login_required
@require_GET
def why(request: HttpRequest, case: str, act: str, obj: str) -> HttpResponse:
    """The whole reasoning of one ruling; asked by htmx for one norm, its tree of reasons alone."""
    if act not in ACTS:
        raise Http404
    wanted = request.GET.get("norm", "")
    part = bool(request.htmx and wanted)  # type: ignore[attr-defined]
    _account, roles = _roles(request, case)

    def reasoning(found: Standing) -> Any:  # noqa: ANN401
        try:
            ruling = found.seen.told(ruling_on(as_judged(found.dossier, found.on), act, obj, found.on))
        except KeyError as error:
            raise Http404 from error
        if not found.seen.sees_ruling(ACTS[act], obj):
            raise Http404
        told = found.seen.sees_reasons(ACTS[act], obj)
        made = reasons.reasons(found.seen, ruling, language(), told=told, wanted=wanted)
        made["opened"] = asked_by_records(found.dossier, found.on, ruling.opened, Reader.of(request), language())
        trees = (n for n in (*made.get("carrying", ()), *made.get("beside", ())) if n["tree"])
        departs = bool(roles & set(DEPART.by)) and ACTS[act].reversible and not ruling.verdict.allows
        return {**made, "shown": next(trees, None), "departs": departs, "act": act}

    return page(request, case, "case", "desk/why_tree.html" if part else "desk/case_why.html", why=reasoning)


@login_required
@require_GET
def acts(request: HttpRequest, case: str) -> HttpResponse:
    """What may be done here, stage by stage, and what is barred, with every obstacle."""
    reader = Reader.of(request)
    actor = Actor(reader.account, reader.mandates)
    return page(request, case, "case_acts", "desk/case_acts.html",
                stages=lambda s: acting.by_stage(s, may_do(s.dossier, actor, s.on), language()))  # fmt: skip


@login_required
@require_GET
def journal(request: HttpRequest, case: str) -> HttpResponse:
    """Everything that was done, with who did it; by htmx, how the case stood on the day chosen."""
    only = request.GET.get("only", "")
    part = request.htmx and "part" in request.GET  # type: ignore[attr-defined]
    return page(request, case, "case_journal", "desk/as_of.html" if part else "desk/case_journal.html",
                only=only if only in ONLY else "all", onlys=ONLY,
                entries=lambda s: timeline(s.seen.entries, language(), s.seen.names, only))  # fmt: skip


@login_required
@require_GET
def read_by(request: HttpRequest, case: str) -> HttpResponse:
    """Who has read the case, by role: owed to the defence."""
    return page(request, case, "case_readings", "desk/case_readings.html",
                readings=lambda s: readings(s.seen.entries))  # fmt: skip


@login_required
@require_GET
def receipt(request: HttpRequest, case: str, seq: int) -> HttpResponse:
    """The receipt of an entry (`.tlog-proof`): it proves, without us, that the entry stands in the journal.

    It holds who acted, so it is for those who see in the journal that the entry was made, and by whom.
    """
    dossier, sight = opened(request, case)
    reader = Reader.of(request)
    held = [m for m in reader.mandates if m.covers(case, reader.today)]
    seen = portion(dossier, held, kept=restrictions(dossier, held, reader.today))
    if sight is Sight.STATUS or seq not in {e.seq for e in seen.entries if e.actor}:
        raise Http404
    try:
        text = reading.receipt(seq)
    except reading.NoReceiptError as error:
        raise Http404 from error
    response = HttpResponse(text, content_type="text/plain; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{case}-{seq}.tlog-proof"'
    return response


def act(request: HttpRequest, case: str, act: str) -> HttpResponse:
    """Fill in an act and do it; to sign, one proves once more who one is."""
    return _signing(request, case, act) if act == SIGN_DOCUMENT.id else _act(request, case, act)


@login_required
def _act(request: HttpRequest, case: str, act: str) -> HttpResponse:
    known = EVERY_ACT.get(act)
    if known is None or act in ("register", "read"):
        raise Http404
    told = request.POST if request.method == "POST" else request.GET
    if elsewhere := _elsewhere(known, told, request.method or ""):
        return HttpResponseRedirect(reverse(elsewhere, args=[case]))
    try:
        dossier, sight = opened(request, case)
    except Http404:
        if request.method == "POST":
            record_stranger(request, case, act, told.get("object", ""))
        raise
    try:
        options = filling.options(known.id, dossier, told)
    except KeyError as error:
        raise Http404 from error
    form = forms.form_for(known)(
        request.POST or None, request.FILES or None,
        initial={**told.dict(), "seen": dossier.head}, **options,
    )  # fmt: skip
    status, read = 200, (dossier, sight)
    if request.method == "POST":
        if form.is_valid():
            done = carry_out(request, case, act, form)
            if done is not None:
                return done
            read = opened(request, case)
        if sight is Sight.STATUS and not hasattr(form, "obstacles"):
            # Who sees no more than where a request stands is shown no form; what there is not is not there.
            raise Http404
        status = 422
    obj = told.get("object", "")
    asked = options.get("asked")
    extra = {
        "form": form,
        "act": known,
        "title": getattr(form, "title", "") or title_of(known.id, language()),
        "object": obj,
        "objects": lambda s: showing.objects_named(known, objects(known, dossier), s.seen, dossier, language()),
        "obstacles": showing.obstacles(getattr(form, "obstacles", ()), language()),
        "question": ask(asked, language()) if asked else "",
        "help": asked.help if asked else "",
        "judged": lambda s: judged(s, known, obj),
        "second": needs_second(known),
    }
    response = page(request, case, "case_acts", "desk/case_act.html", read=read, **extra)
    response.status_code = 409 if extra["obstacles"] else status
    return response


_signing = login_required(reauthentication_required(_act))


def _elsewhere(act: Act, told: Any, method: str) -> str:  # noqa: ANN401 - a query string or form
    """The page on which an act is filled in, where it is not the page of the act."""
    if act is FIND and not told.get("question"):
        return "case_examination"
    if act.id in OF_DOCUMENTS and method == "GET":
        return "case_documents"
    # A link is decided where its evidence stands.
    return "case_links" if act.of is Kind.LINK and method == "GET" else ""


def judged(found: Standing, act: Act, obj: str) -> Any:  # noqa: ANN401
    """The ruling on the act in hand, for the page where it is filled in; None where no norm bears on it."""
    on = obj or next((o for o in objects(act, found.dossier)), "")
    if act.id not in ACTS or not found.seen.sees_ruling(act, on):
        return None
    told = found.seen.sees_reasons(act, on)
    ruling = found.seen.told(ruling_on(as_judged(found.dossier, found.on), act.id, on, found.on))
    return row(found.dossier.case, ruling, language(), reasons=told)


def record_stranger(request: HttpRequest, case: str, act: str, obj: str) -> None:
    """Record an attempt in a case that is not there for this person; the answer does not tell whether it exists."""
    with suppress(door.NoSuchCaseError, FormError):
        # Seen was nothing, so that it stays barred whatever mandate comes in meanwhile.
        door.do(request.user.public_id, act, case, obj, seen=-1)  # type: ignore[union-attr]


def carry_out(request: HttpRequest, case: str, act: str, form: ActForm) -> HttpResponse | None:
    """Do the act; None if it was barred or cannot be taken, with the reasons in the form."""
    told = form.cleaned_data
    try:
        outcome = door.do(
            request.user.public_id, act, case, told.get("object", ""), form.told(), seen=told.get("seen"),  # type: ignore[union-attr]
        )  # fmt: skip
    except FormError as error:
        form.add_error(error.field if error.field in form.fields else None, f"{error.problem}. {error.mend}")
        return None
    except (UnknownObjectError, UnknownActError) as error:
        form.add_error(None, str(error))
        return None
    if isinstance(outcome.result, Barred):
        form.obstacles = outcome.result.obstacles  # type: ignore[attr-defined]
        return None
    if outcome.result.waits:
        messages.info(request, _("Proposed. A second person must agree before anything happens."))
    else:
        after.then(act, request.user.public_id, case, outcome.seq)  # type: ignore[union-attr]
        messages.success(request, _("Done, and recorded as entry %(seq)s of the journal.") % {"seq": outcome.seq})
    return HttpResponseRedirect(reverse(back_at(act), args=[case]))
