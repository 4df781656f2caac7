"""The letters that came in, as they came: page by page, and the bytes to keep.

Which of them one may open the case decides (`office.folds.originals`); each opening is recorded in it. A page is a
picture made in the cage, and a link: a bad connection fetches one when it is wanted. The words that were read stand
beside it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from rogatory.registry.api.routes.mail import as_saved
from rogatory.registry.cases.door import NoSuchCaseError
from rogatory.registry.defence.opening import at_the_door, opened, shown
from rogatory.registry.desk.views.letters import WIDTH, as_image
from rogatory.registry.mailroom import in_case

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a letter: of which part (name and digest), its number from 1, and the words that were read on it.

    Attributes:
        drawn: Whether there is a picture of it; otherwise the words are all there is.
    """

    name: str
    part: str
    number: int
    words: str
    drawn: bool


@at_the_door
@require_GET
def letter(request: HttpRequest, case: str, letter: str) -> HttpResponse:
    """A letter: its pages, and the way to the bytes as they came."""
    found = opened(request, case)
    came = _there(lambda: in_case.letter(found.account, case, letter))
    pages = [
        Page(part.name, part.digest, page.number, page.text, bool(page.width))
        for part in (came.part.walk() if came.part else ())
        for page in part.pages
    ]
    return shown(request, "letter", opened=found, tab="file", letter=came, pages=pages)


@at_the_door
@require_GET
def original(request: HttpRequest, case: str, letter: str) -> HttpResponse:
    """The bytes as they came, to be kept."""
    found = opened(request, case)
    return as_saved(*_there(lambda: in_case.original(found.account, case, letter)))


@at_the_door
@require_GET
def page_image(request: HttpRequest, case: str, letter: str, part: str, page: int) -> HttpResponse:
    """A page as a picture."""
    found = opened(request, case)
    return as_image(_there(lambda: in_case.image(found.account, case, letter, part, page, WIDTH)))


def _there(look: Callable[[], _T]) -> _T:
    try:
        return look()
    except (in_case.NoSuchLetterError, NoSuchCaseError) as error:
        raise Http404 from error
