"""Filing something in three steps: choose; write, kept as one writes; check and send, with a receipt at once."""

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from rogatory.office.errors import FormError, Obstacle, UnknownObjectError
from rogatory.office.perform import Barred
from rogatory.registry.cases import door
from rogatory.registry.defence import drafts, filings, intervening
from rogatory.registry.defence.models import Draft
from rogatory.registry.defence.opening import Opened, at_the_door, opened, shown, speaks
from rogatory.registry.desk.rows.reader import Reader


@dataclass(frozen=True)
class Filing:
    """Something that is being filed: what, in which case, by whom; `found` is None for a third party.

    `person` is the person concerned a third party stands for; empty: none in particular.
    """

    case: str
    what: str
    account: str
    language: str
    fields: tuple[filings.Field, ...]
    found: Opened | None
    person: str = ""

    def at(self, step: str) -> str:
        """Address of a step."""
        return reverse(f"defence_{step}", args=[self.case, self.what])

    @property
    def told(self) -> dict[str, Any]:
        """What every page of it shows."""
        return {
            "case": self.case,
            "what": self.what,
            "title": filings.title_of(self.what, self.language),
            "hint": filings.hint_of(self.what, self.language),
            "opened": self.found,
        }


def _filing(request: HttpRequest, case: str, what: str) -> Filing:
    account, language = Reader.of(request).account, speaks(request)
    if what == filings.OBSERVATIONS:
        intervening.allowed(request, case)
        known = intervening.hearings_of(request, case)
        return Filing(case, what, account, language, filings.observation_fields(language, known), None)
    if what == filings.INCIDENT and intervening.is_third(request, case):
        account = intervening.allowed(request, case)
        person = intervening.stands_for(request, case)
        return Filing(case, what, account, language, filings.incident_fields(language), None, person)
    found = opened(request, case)
    if what not in filings.can_file(found):
        raise Http404
    return Filing(case, what, account, language, filings.fields(what, found), found)


@at_the_door
@require_GET
def choose(request: HttpRequest, case: str) -> HttpResponse:
    """The first step: what to send."""
    found = opened(request, case)
    kinds = [(k.id, filings.title_of(k.id, found.language), filings.hint_of(k.id, found.language))
             for k in filings.kinds(found)]  # fmt: skip
    says = [(s, filings.title_of(s, found.language), filings.hint_of(s, found.language)) for s in filings.SAYS]
    return shown(request, "choose", opened=found, tab="send", kinds=kinds, says=says, drafts=of_case(found))


def of_case(found: Opened) -> list[tuple[Draft, str]]:
    """The open drafts of a case, each with what it is in words."""
    kept = drafts.open_in(found.account, found.case)
    return [(d, filings.title_of(d.what, found.language)) for d in kept if d.what in filings.can_file(found)]


@at_the_door
@require_http_methods(["GET", "POST"])
def write(request: HttpRequest, case: str, what: str) -> HttpResponse:
    """The second step: write. Whatever is sent here is kept; the script of the page asks for no page in answer."""
    filing = _filing(request, case, what)
    draft = drafts.of(filing.account, case, what)
    if request.method != "POST":
        return _written(request, filing, draft, checked="wrong" in request.GET)
    draft = drafts.keep(filing.account, case, what, filings.read(request.POST, filing.fields))
    if request.POST.get("step") == "kept":
        return JsonResponse({"kept": True})
    return HttpResponseRedirect(filing.at("check" if request.POST.get("step") == "check" else "write"))


def _written(request: HttpRequest, filing: Filing, draft: Draft | None, *, checked: bool) -> HttpResponse:
    kept = draft.fields if draft else {}
    rows = filings.filled(kept, filing.fields, filing.language, checked=checked)
    return shown(
        request, "write", status=422 if any(r.wrong for r in rows) else 200, **filing.told, tab="send",
        rows=rows, draft=draft,
    )  # fmt: skip


@at_the_door
@require_http_methods(["GET", "POST"])
def check(request: HttpRequest, case: str, what: str) -> HttpResponse:
    """The third step: read it once more, and send it."""
    filing = _filing(request, case, what)
    if request.method == "POST" and (seq := drafts.sent_as(filing.account, case, what, request.POST.get("draft", ""))):
        # The button was pressed twice, or the answer to the first press was lost on the way.
        return HttpResponseRedirect(reverse("defence_receipt", args=[case, seq]))
    draft = drafts.of(filing.account, case, what)
    if draft is None:
        return HttpResponseRedirect(filing.at("write"))
    rows = filings.filled(draft.fields, filing.fields, filing.language, checked=True)
    if any(row.wrong for row in rows):
        return HttpResponseRedirect(f"{filing.at('write')}?wrong")
    problem = ""
    obstacles: tuple[Obstacle, ...] = ()
    if request.method == "POST" and drafts.claim(draft):
        done = _send(filing, draft)
        if isinstance(done, int):
            return HttpResponseRedirect(reverse("defence_receipt", args=[case, done]))
        problem, obstacles = done
    closes = filings.closes(what, filing.language)
    return shown(
        request, "check", status=409 if obstacles else 422 if problem else 200, **filing.told, tab="send", rows=rows,
        draft=draft, closes=closes, problem=problem, obstacles=obstacles,
    )  # fmt: skip


def _send(filing: Filing, draft: Draft) -> int | tuple[str, tuple[Obstacle, ...]]:
    """File a draft: the number of the entry, or what is wrong with it and what stands against it."""
    person = filings.person_of(draft.fields, filing.found) if filing.found else filing.person
    told = filings.as_told(filing.what, draft.fields)
    try:
        outcome = door.do(filing.account, filings.act_of(filing.what), filing.case, person, told)
    except (FormError, UnknownObjectError) as error:
        drafts.release(draft)
        return str(error), ()
    except door.NoSuchCaseError as error:
        drafts.release(draft)
        raise Http404 from error
    if isinstance(outcome.result, Barred):
        drafts.release(draft)
        return "", outcome.result.obstacles
    drafts.sent(draft, outcome.seq)
    return outcome.seq


@at_the_door
@require_http_methods(["POST"])
def forget(request: HttpRequest, case: str, what: str) -> HttpResponse:
    """Throw a draft away."""
    filing = _filing(request, case, what)
    drafts.forget(filing.account, case, what)
    where = "defence_case" if filing.found is None else "defence_choose"
    return HttpResponseRedirect(reverse(where, args=[case]))
