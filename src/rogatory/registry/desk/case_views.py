"""Pages of one case: overview, file, examination, why, acts, journal. All of them read through the door."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from rogatory.law.acts import ACTS, NOTIFY
from rogatory.law.questions import Question
from rogatory.law.vocabulary import VOCABULARY
from rogatory.law.wording.language import Language
from rogatory.law.wording.questions import ask
from rogatory.office.dossier import Dossier, fold, known_on
from rogatory.office.errors import FormError, UnknownActError, UnknownObjectError
from rogatory.office.filing import EVERY_ACT, FIND
from rogatory.office.owed import owed
from rogatory.office.perform import Barred, objects
from rogatory.office.portion import portion
from rogatory.office.readings import readings
from rogatory.people.mandates import Actor
from rogatory.people.sight import Sight
from rogatory.registry.cases import copies, door
from rogatory.registry.desk import forms, showing
from rogatory.registry.desk.drawing import relations
from rogatory.registry.desk.standing import may_do, ruling_on, standing

TABS = (
    ("case", gettext_lazy("Overview")),
    ("case_file", gettext_lazy("File")),
    ("case_examination", gettext_lazy("Examination")),
    ("case_acts", gettext_lazy("Acts")),
    ("case_journal", gettext_lazy("Journal")),
    ("case_readings", gettext_lazy("Who has read it")),
)


def language() -> Language:
    """The language of the page, of those the law speaks."""
    code = (get_language() or "en")[:2]
    return Language(code) if code in {m.value for m in Language} else Language.EN


def opened(request: HttpRequest, case: str) -> tuple[Dossier, Sight]:
    """The case, read by the person signed in.

    Raises:
        Http404: There is none, or not for this person.
    """
    try:
        return door.look(request.user.public_id, case)  # type: ignore[union-attr]
    except door.NoSuchCaseError as error:
        raise Http404 from error


def page(request: HttpRequest, case: str, tab: str, template: str, **more: Any) -> HttpResponse:  # noqa: ANN401
    """A page of a case."""
    dossier, sight = opened(request, case)
    if sight is Sight.STATUS:
        return render(request, "desk/case_status.html", showing.status(dossier))
    day, apart = _day(request.GET.get("on", "")), dossier.apart
    if day is not None:
        known = known_on(dossier.entries, day)
        if not known:
            raise Http404
        dossier = fold(known)
    # Who reads today, and what stands apart today, decides what is seen, also of a past day.
    seen = portion(dossier, _actor(request, case).mandates_for(case, timezone.localdate()), apart)
    found = standing(dossier, seen, day or timezone.localdate(), language())
    context = {
        "on": day,
        "standing": found,
        "case": seen.case,
        "dossier": dossier,
        "tabs": [(reverse(name, args=[case]), title, name == tab) for name, title in TABS],
        "addresses": {"examination": reverse("case_examination", args=[case])},
        "sight": sight,
    }
    return render(request, template, {**context, **{k: v(found) if callable(v) else v for k, v in more.items()}})


def _day(text: str) -> date | None:
    """The past day a page is asked for; None: today, or what was written is no day."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day < timezone.localdate() else None


@login_required
@require_GET
def overview(request: HttpRequest, case: str) -> HttpResponse:
    """How the case stands, and the one thing to do now."""
    return page(
        request,
        case,
        "case",
        "desk/case_overview.html",
        next=lambda s: showing.next_step(s, language()),
        proposals=lambda s: showing.proposals(s, language()),
        owed=lambda s: showing.owed_rows(s, language()),
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
        drawing=lambda s: relations(s.seen.case),
        findings=lambda s: showing.findings(s.seen, language()),
    )


@login_required
@require_GET
def examination(request: HttpRequest, case: str) -> HttpResponse:
    """The questions that still matter, in the order to ask them."""
    return page(request, case, "case_examination", "desk/case_examination.html",
                asked=lambda s: showing.questions(s, language()))  # fmt: skip


@login_required
@require_GET
def why(request: HttpRequest, case: str, act: str, obj: str) -> HttpResponse:
    """The whole reasoning of one ruling."""
    if act not in ACTS:
        raise Http404

    def reasons(found: Any) -> Any:  # noqa: ANN401
        try:
            ruling = ruling_on(found.dossier.case, act, obj, found.on)
        except KeyError as error:
            raise Http404 from error
        if not found.seen.sees_ruling(ACTS[act], obj):
            raise Http404
        told = found.seen.sees_reasons(ACTS[act], obj)
        return showing.reasons(found.dossier.case, ruling, language(), told=told, wanted=request.GET.get("norm", ""))

    return page(request, case, "case", "desk/case_why.html", why=reasons)


@login_required
@require_GET
def acts(request: HttpRequest, case: str) -> HttpResponse:
    """What may be done here by this person, and what is barred, with every obstacle."""
    actor = _actor(request, case)
    return page(request, case, "case_acts", "desk/case_acts.html",
                groups=lambda s: showing.acts(s, may_do(s.dossier, actor, s.on), language()))  # fmt: skip


@login_required
@require_GET
def journal(request: HttpRequest, case: str) -> HttpResponse:
    """Everything that was done, in order, with who did it."""
    return page(request, case, "case_journal", "desk/case_journal.html",
                entries=lambda s: showing.timeline(s.seen.entries, language(), s.seen.names))  # fmt: skip


@login_required
@require_GET
def read_by(request: HttpRequest, case: str) -> HttpResponse:
    """Who has read the case, by role: owed to the defence."""
    return page(request, case, "case_readings", "desk/case_readings.html",
                readings=lambda s: readings(s.seen.entries))  # fmt: skip


@login_required
def act(request: HttpRequest, case: str, act: str) -> HttpResponse:
    """Fill in an act and do it."""
    known = EVERY_ACT.get(act)
    if known is None or act in ("register", "read"):
        raise Http404
    dossier, _sight = opened(request, case)
    told = request.POST if request.method == "POST" else request.GET
    try:
        options = _options(known.id, dossier, told)
    except KeyError as error:
        raise Http404 from error
    form = forms.form_for(known)(
        request.POST or None, request.FILES or None,
        initial={**told.dict(), "seen": dossier.head}, **options,
    )  # fmt: skip
    status = 200
    if request.method == "POST":
        if form.is_valid():
            done = _do(request, case, act, form)
            if done is not None:
                return done
        status = 422
    obj = told.get("object", "")
    on_what = [o for o in objects(known, dossier) if o]
    asked = options.get("asked")
    extra = {"form": form, "act": known, "object": obj, "objects": on_what, "obstacles": getattr(form, "obstacles", ()),
             "question": ask(asked, language()) if asked else "", "help": asked.help if asked else ""}  # fmt: skip
    response = page(request, case, "case_acts", "desk/case_act.html", **extra)
    response.status_code = 409 if extra["obstacles"] else status
    return response


def _do(request: HttpRequest, case: str, act: str, form: forms.ActForm) -> HttpResponse | None:
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
        messages.success(request, _("Done, and recorded as entry %(seq)s of the journal.") % {"seq": outcome.seq})
    back = "case_examination" if act == FIND.id else "case"
    return HttpResponseRedirect(reverse(back, args=[case]))


def _options(act: str, dossier: Dossier, told: Any) -> dict[str, Any]:  # noqa: ANN401
    if act == FIND.id:
        return {"asked": _asked(told.get("question", ""), told.get("against", "")), "language": language()}
    if act == NOTIFY.id:
        person = told.get("object", "")
        return {"notices": [n for n in owed(dossier, timezone.localdate()) if not person or n.person == person]}
    if act == "give-mandate":
        return {"persons": [p.id for p in dossier.case.persons]}
    if act in ACTS:
        obj = told.get("object", "") or objects(ACTS[act], dossier)[0]
        ruling = ruling_on(dossier.case, act, obj, timezone.localdate())
        return {"conditions": [(c.norm, c.text) for c in ruling.conditions if not c.obtained]}
    return {}


def _asked(question: str, against: str) -> Question:
    asked = VOCABULARY[question]
    return asked.against(against) if against else asked


def _actor(request: HttpRequest, case: str) -> Actor:
    account: str = request.user.public_id  # type: ignore[union-attr]
    return Actor(account, copies.mandates_held(account, case))
