"""The protection of the persons of a case, and the incidents reported, folded from its entries.

They are nowhere in the file of the case but in these entries, which only whoever opens the compartment sees
(`portion`): no page, decision, letter, number or export made of the file holds them. What the rest of the file is told
is the answer of a question, so that the safeguard bites, and that something waits, so that somebody looks.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from rogatory.aftermath.pressure import Answer, Incident, Origin, Pressure, Referral
from rogatory.aftermath.protection import Measure, Protection, Standing, Status, Step
from rogatory.law.acts import PROTECT, Role
from rogatory.office.filing import REPORT_INCIDENT
from rogatory.office.folds.dossier import BARRED, PROPOSED, Dossier, Entry, named
from rogatory.people.compartments import open_to
from rogatory.people.mandates import Compartment, Mandate

OF_PROTECTION = ("reports", "protects")
"""Fields of their entries: identifiers, days and words of tables, and nothing anybody wrote."""
WORDS = ("text", "place", "seen-to")
"""Fields of their entries in which somebody wrote."""
OF_THE_COMPARTMENT = frozenset({PROTECT.id, REPORT_INCIDENT.id})
"""Acts whose entries stand in the compartment, each as a whole."""
_ORIGINS: Mapping[str, Origin] = {
    Role.PERSON_CONCERNED.value: Origin.PERSON,
    Role.COUNSEL.value: Origin.COUNSEL,
    Role.CLERK.value: Origin.OUTSIDER,
    Role.INTERVENER.value: Origin.OUTSIDER,
}


def is_of_protection(entry: Entry) -> bool:
    """Whether an entry is of the compartment, an attempt that was barred too."""
    act = entry.fields.get("act", entry.act) if entry.act in (BARRED, PROPOSED) else entry.act
    return act in OF_THE_COMPARTMENT


def opens(held: Iterable[Mandate], person: str) -> bool:
    """Whether somebody may see the protection of a person."""
    return open_to(held, Compartment.PROTECTION, frozenset({person}))


def without_protection(entries: Iterable[Entry], held: Iterable[Mandate]) -> Iterator[Entry]:
    """The entries without those that stand in the compartment and are not open to somebody.

    Args:
        entries: Entries of the case.
        held: The mandates of whoever reads that hold for the case today.
    """
    held = tuple(held)
    return (e for e in entries if not is_of_protection(e) or opens(held, e.object))


def incidents_of(dossier: Dossier) -> dict[str, Incident]:
    """The incidents of a case by what they are called, in the order in which they were reported."""
    found: dict[str, Incident] = {}
    for number, entry in enumerate(dossier.entries):
        told = entry.fields.get("protects", {})
        if entry.act == REPORT_INCIDENT.id:
            made = _reported(number, entry)
            found[made.ident] = made
        elif entry.act == PROTECT.id and told.get("step") == Step.ANSWER.value and told["of"] in found:
            was = found[told["of"]]
            answer = Answer(entry.seq, entry.at.date(), Referral(told["to"]), str(entry.fields.get("text", "")))
            found[was.ident] = replace(was, answers=(*was.answers, answer))
    return found


def _reported(number: int, entry: Entry) -> Incident:
    told, words = entry.fields["reports"], entry.fields
    return Incident(
        ident=named("incident", number),
        person=entry.object,
        entry=entry.seq,
        reported=entry.at,
        by=_ORIGINS.get(str(words.get("role")), Origin.OFFICIAL),
        kind=Pressure(told["kind"]),
        since=date.fromisoformat(told["since"]),
        until=date.fromisoformat(told["until"]) if told.get("until") else None,
        place=str(words.get("place", "")),
        text=str(words.get("text", "")),
        state=str(told.get("state", "")),
        for_request=bool(told.get("for-request")),
        evidence=tuple(told.get("evidence", ())),
    )


def protections_of(dossier: Dossier) -> dict[str, Protection]:
    """The protection of each person for whom something was recorded, by identifier of the person."""
    found: dict[str, Protection] = {}
    for number, entry in enumerate(dossier.entries):
        if entry.act == PROTECT.id and "protects" in entry.fields:
            found[entry.object] = _moved(found.get(entry.object, Protection(entry.object)), number, entry)
    return found


def _moved(was: Protection, number: int, entry: Entry) -> Protection:
    told, on = entry.fields["protects"], entry.at.date()
    text, by = str(entry.fields.get("text", "")), str(entry.fields.get("seen-to", ""))
    match Step(told["step"]):
        case Step.STATUS:
            return replace(was, standings=(*was.standings, Standing(entry.seq, on, Status(told["status"]), by, text)))
        case Step.CONTACT:
            return replace(was, contact=text)
        case Step.ADDRESS:
            return replace(was, address=text)
        case Step.MEASURE:
            until = date.fromisoformat(told["until"]) if told.get("until") else None
            made = Measure(named("measure", number), entry.seq, on, text, by, until)
            return replace(was, measures=(*was.measures, made))
        case Step.END_MEASURE:
            return replace(
                was, measures=tuple(replace(m, ended=on) if m.ident == told["of"] else m for m in was.measures)
            )
        case _:
            return was
