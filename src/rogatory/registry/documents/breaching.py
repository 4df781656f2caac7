"""The letters a breach asks for: what each of them says is known from the breach, and the one to the court is drafted.

They are drafts: whoever signs one reads it first. A letter for which something is not known, who helps the person free
of charge above all, is not drafted by itself; its page is filled in as far as the case tells.
"""

from collections.abc import Iterator

from django.conf import settings
from django.utils import timezone
from django.utils.translation import get_language

from rogatory.aftermath.breaches import Breach
from rogatory.aftermath.following import Follow
from rogatory.letters.facts import Remedy, Step
from rogatory.letters.kinds import (
    BREACH,
    BREACH_TO_COURT,
    BREACH_TO_SUPERVISOR,
    KINDS,
    NOTICE_TO_COUNSEL,
    NOTICE_TO_PERSON,
)
from rogatory.letters.of_breach import Breached, Whose
from rogatory.letters.round_trip import due_after
from rogatory.letters.wording import LetterError
from rogatory.office.errors import FormError
from rogatory.office.filing import DRAFT_DOCUMENT
from rogatory.office.folds.aftermath import TOLD_BY, aftermath_of, following, letters_of
from rogatory.office.folds.documents import Addressee
from rogatory.office.folds.dossier import Dossier
from rogatory.office.seen.portion import Portion, portion
from rogatory.people.mandates import Actor
from rogatory.registry.cases import door
from rogatory.registry.cases.copies import mandates_held
from rogatory.registry.documents import drafting
from rogatory.registry.documents.editing import CELLS

_TO_COURT = frozenset({BREACH_TO_COURT.id, BREACH_TO_SUPERVISOR.id})


def facts(kind: str, breach: Breach, dossier: Dossier, seen: Portion) -> dict[str, str]:
    """What a letter about a breach says, as it is typed, with its addressee; what is not known is left out.

    Args:
        kind: Kind of the letter.
        breach: A breach that was found, as it is seen.
        dossier: The case.
        seen: What of it whoever writes sees.
    """
    if kind == BREACH.id:
        return _demand(breach)
    if kind in _TO_COURT:
        return _to_authority(kind, breach, dossier, seen)
    if kind in (NOTICE_TO_PERSON.id, NOTICE_TO_COUNSEL.id):
        return _to_person(breach, dossier)
    return {}


def _demand(breach: Breach) -> dict[str, str]:
    due = due_after(BREACH.id, timezone.localdate()).isoformat()
    return {"broken": breach.text, "sent": "\n".join(breach.gone), "return_by": due}


def _to_authority(kind: str, breach: Breach, dossier: Dossier, seen: Portion) -> dict[str, str]:
    names = {p.id: p.name for p in seen.case.persons}
    return {
        "state": dossier.case.request.requesting,
        "breached": (breach.kind or Breached.DISCLOSURE).value,
        "whose": (breach.whose or Whose.OWN).value,
        "happened": breach.happened.isoformat() if breach.happened else "",
        "known": breach.known.isoformat() if breach.known else "",
        "facts": breach.text,
        "persons": "\n".join(names.get(p, p) for p in breach.persons),
        "gone": "\n".join(breach.gone),
        "addressee": _court(dossier) if kind == BREACH_TO_COURT.id else KINDS[kind].to[0].value.capitalize(),
    }


def _court(dossier: Dossier) -> str:
    """The court that protects the person: the chamber of the last hearing, or before which a remedy runs."""
    chambers = [h.chamber for h in dossier.hearings.values()]
    chambers = chambers or [r.kind.before for r in dossier.challenges.running.values()]
    return chambers[-1] if chambers else "The court"


def _to_person(breach: Breach, dossier: Dossier) -> dict[str, str]:
    found = next(e for e in dossier.entries if e.seq == breach.found)
    office = ", ".join(line for line in (settings.OFFICE or "Rogatory", *settings.OFFICE_LINES) if line)
    step = Step.WRONGED if breach.whose is Whose.OWN else Step.LIMITS_BROKEN
    ways = [f"{remedy.value}{CELLS}{office}{CELLS}" for remedy in (Remedy.REPARATION, Remedy.FILE)]
    return {"step": step.value, "on": found.at.date().isoformat(), "holds": "yes", "ways": "\n".join(ways)}


def prepare(account: str, case: str, seq: int) -> None:
    """Draft what the authorities of this state are to be told, for who found a breach; what is there is left.

    Args:
        account: Who found it: the drafts are theirs.
        case: The case.
        seq: Number of the entry that found it.
    """
    dossier, _sight = door.look(account, case)
    held = Actor(account, mandates_held(account, case)).mandates_for(case, timezone.localdate())
    seen = portion(dossier, held)
    breach = next((b for b in aftermath_of(dossier, seen.entries).breaches.values() if b.found == seq), None)
    if breach is None:
        return
    for kind in _owed(following(dossier, breach, timezone.localdate())):
        if not letters_of(dossier, breach, kind):
            _draft(account, kind, breach, dossier, seen)


def _owed(found: tuple[Follow, ...]) -> Iterator[str]:
    yield from (TOLD_BY[f.rule.step] for f in found if f.rule.step in TOLD_BY and f.done is None)


def _draft(account: str, kind: str, breach: Breach, dossier: Dossier, seen: Portion) -> None:
    typed = drafting.known(KINDS[kind], dossier, seen) | facts(kind, breach, dossier, seen)
    spoken = (get_language() or "en").partition("-")[0]
    language = spoken if spoken in KINDS[kind].languages else KINDS[kind].languages[0]
    lines = tuple(typed["addressee"].splitlines())
    wanted = drafting.Wanted(kind, language, Addressee.AUTHORITY, addressee=lines, typed=typed)
    try:
        form = drafting.form_of(wanted, [drafting.drafted(wanted, dossier, seen)])
    except (FormError, LetterError):
        return  # it stands among what is still to be done, and is written by hand
    told = {**form, "to": wanted.to.value, "of": breach.ident}
    door.do(account, DRAFT_DOCUMENT.id, dossier.case.id, "", told)
