"""What is on record about the state that asks, at this door: the entries of the desk, each with its source."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from rogatory.law.vocabulary import VOCABULARY
from rogatory.law.wording.questions import clause
from rogatory.registry.defence.opening import at_the_door, opened, shown
from rogatory.registry.defence.wording import law_language
from rogatory.registry.states.on_record import record_here
from rogatory.states.naming import name_in
from rogatory.states.record.entries import Entry


@dataclass(frozen=True, slots=True)
class Line:
    """An entry, with the questions it opens as clauses."""

    entry: Entry
    opens: tuple[str, ...]


@at_the_door
@require_GET
def record(request: HttpRequest, case: str) -> HttpResponse:
    """What stands on record about the requesting state; what was seen in other cases is not for this door."""
    found = opened(request, case)
    state, law = found.dossier.case.request.requesting, law_language(found.language)
    rows = [Line(e, tuple(clause(VOCABULARY[q], law) for q in e.bears)) for e in record_here().of(state)]
    name = name_in(state, found.language)
    return shown(request, "record", opened=found, tab="case", rows=rows, state=name, law=law.value)
