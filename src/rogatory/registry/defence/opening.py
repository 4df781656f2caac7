"""Who stands at the defence door, in which language, and a case as they see it."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.utils.translation.trans_real import parse_accept_lang_header

from rogatory.law.acts import Role
from rogatory.office.folds.apart import Veil
from rogatory.office.folds.dossier import Dossier, Entry
from rogatory.office.folds.withheld import Withheld, as_told, restrictions, withheld
from rogatory.office.seen.portion import Portion, portion
from rogatory.people.mandates import ONLY_FOR_A_PERSON, Mandate
from rogatory.people.sight import Sight
from rogatory.registry.cases import door
from rogatory.registry.defence.models import Chosen
from rogatory.registry.defence.wording import LANGUAGES, law_language
from rogatory.registry.desk.rows.reader import Reader

_P = ParamSpec("_P")
View = Callable[Concatenate[HttpRequest, _P], HttpResponse]


@dataclass(frozen=True)
class Opened:
    """A case as somebody at this door sees it.

    Attributes:
        dossier: The case, as far as these persons may be told of it (`office.folds.withheld`).
        withheld: What is kept from them, as far as that may be told.
        seen: What of it is seen.
        held: The mandates it is seen by, all of them beside a person concerned.
        account: Who looks.
        on: The day.
        language: Language of the page.
    """

    dossier: Dossier
    seen: Portion
    held: tuple[Mandate, ...]
    account: str
    on: date
    language: str
    withheld: tuple[Withheld, ...]

    @property
    def case(self) -> str:
        """Number of the case."""
        return self.dossier.case.id

    @property
    def persons(self) -> frozenset[str]:
        """Identifiers of the own persons."""
        return self.seen.persons

    @property
    def is_the_person(self) -> bool:
        """Whether the reader is the person concerned; otherwise counsel."""
        return any(m.role is Role.PERSON_CONCERNED for m in self.held)

    @property
    def name(self) -> str:
        """The own persons, by name."""
        return ", ".join(p.name for p in self.seen.case.persons)

    @property
    def veil(self) -> Veil:
        """What lies between the reader and the case."""
        return Veil(self.dossier.case, self.dossier.apart, self.held)

    def is_own(self, entry: Entry) -> bool:
        """Whether an entry was made for an own person, by that person or counsel."""
        roles = {r.value for r in ONLY_FOR_A_PERSON}
        return entry.fields.get("role") in roles and entry.fields.get("person") in self.persons


def opened(request: HttpRequest, case: str) -> Opened:
    """The case as whoever is signed in sees it beside a person concerned; that they look is recorded.

    Raises:
        Http404: There is none for this person, or they see it in another role, for which there is the desk.
    """
    reader = Reader.of(request)
    held = tuple(m for m in reader.mandates if m.case == case and m.role in ONLY_FOR_A_PERSON)
    if not held:
        if reader.sight(case) is Sight.NOTHING:
            with suppress(door.NoSuchCaseError):
                door.look(reader.account, case)
        raise Http404
    try:
        dossier, _sight = door.look(reader.account, case)
    except door.NoSuchCaseError as error:
        raise Http404 from error
    today, kept = reader.today, restrictions(dossier, held, reader.today)
    seen, told = portion(dossier, held, kept=kept), as_told(dossier, kept)
    return Opened(told, seen, held, reader.account, today, speaks(request), withheld(dossier, held, today))


def speaks(request: HttpRequest) -> str:
    """The language of whoever is at this door: the one chosen here, or else that of the account or the browser."""
    known: str | None = getattr(request, "_speaks", None)
    if known is None:
        account = request.user
        if account.is_authenticated:
            chosen = Chosen.objects.filter(account=account.public_id).values_list("language", flat=True).first()
            known = chosen or account.language
        else:
            known = _before_sign_in(request)
        setattr(request, "_speaks", known)  # noqa: B010 - a request has no such attribute for the type checker
    return known


def _before_sign_in(request: HttpRequest) -> str:
    """The language chosen in this browser, or the first one it asks for that is spoken here."""
    asked = parse_accept_lang_header(request.headers.get("Accept-Language", ""))
    wanted = (request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, ""), *(code.partition("-")[0] for code, _q in asked))
    return next((code for code in wanted if code in LANGUAGES), settings.LANGUAGE_CODE)


def at_the_door(view: "View[_P]") -> "View[_P]":
    """A page of this door: for who is signed in, in the language they chose."""

    @wraps(view)
    def spoken(request: HttpRequest, *args: _P.args, **kwargs: _P.kwargs) -> HttpResponse:
        with translation.override(speaks(request)):
            response = view(request, *args, **kwargs)
        response.headers.setdefault("Content-Language", speaks(request))
        return response

    return login_required(spoken)  # type: ignore[return-value]


def shown(request: HttpRequest, template: str, *, status: int = 200, **context: Any) -> HttpResponse:  # noqa: ANN401
    """A page of this door."""
    told = {"speaks": speaks(request), "languages": LANGUAGES, **context}
    if isinstance(found := context.get("opened"), Opened):
        told |= {"case": found.case, "law_speaks": law_language(found.language).value}
    return render(request, f"defence/{template}.html", told, status=status)
