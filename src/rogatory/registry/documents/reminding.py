"""A reminder, made of the letter it reminds of and of what came back: nothing in it is typed."""

from django.conf import settings
from django.utils import timezone

from rogatory.law.wording.language import Language
from rogatory.letters.kinds import KINDS
from rogatory.letters.points import word_of
from rogatory.office.folds.dossier import Dossier
from rogatory.office.folds.round_trips import REMINDERS, Trip, next_due
from rogatory.registry.documents import drafting


def facts(trip: Trip, dossier: Dossier) -> dict[str, str]:
    """The facts of the reminder, as they are typed.

    What the letter itself said is said again: the number it named, and the office that waits.
    """
    letter, exchange = trip.letter, trip.standing.exchange
    said = letter.inputs.get("facts", {})
    speech = Language(letter.language) if letter.language in {m.value for m in Language} else Language.EN
    here = ", ".join(line for line in (settings.OFFICE or "Rogatory", *settings.OFFICE_LINES) if line)
    return {
        # An authority here that gave the matter no number of its own knows it by ours.
        "reference": said.get("reference") or said.get("granted") or dossier.case.id,
        "sent": exchange.sent.day.isoformat(),
        "was_due": exchange.due.isoformat(),
        "open": "\n".join(word_of(letter.kind, point, speech) for point in trip.standing.open),
        "answer_by": next_due(letter.kind, timezone.localdate()).isoformat(),
        "office": said.get("office") or said.get("contact") or here,
    }


def wanted(trip: Trip, dossier: Dossier) -> drafting.Wanted | None:
    """The reminder; None: letters of this kind have none."""
    letter = trip.letter
    kind = REMINDERS.get(letter.to)
    if kind is None:
        return None
    text = drafting.text_of(dossier.case.id, letter)
    lines = text.addressee if text else drafting.addressee_of(letter.to, letter.person, dossier, letter.language)
    return drafting.Wanted(
        kind, letter.language, letter.to, letter.measure, letter.person, tuple(lines), facts(trip, dossier)
    )


def languages(trip: Trip, kind: str) -> list[str]:
    """The languages of a reminder: those the letter left in, as far as reminders are worded in them."""
    left = [d.language for d in trip.letters if d.sent and d.language in KINDS[kind].languages]
    return left or [KINDS[kind].languages[0]]
