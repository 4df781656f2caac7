"""What the office hands to a decision in the making: its own entries as plain values, for whoever drafts it.

The file is cut down to what the drafter reads, so a draft holds no word its drafter may not know. What no entry tells,
the answers to the defence, licences, time limits and who is told, is filled in with the draft.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from rogatory.decision.deciding import (
    Choice,
    Deciding,
    KnownLink,
    Letter,
    Licence,
    Office,
    Outcome,
    RunningRemedy,
    Submission,
    TimeLimit,
    Told,
    Undertaking,
    Use,
)
from rogatory.law.acts import GRANT, POSTPONE, REFUSE
from rogatory.law.corpus import Law
from rogatory.law.ruling import Ruling
from rogatory.office.acts.plain import rows, words
from rogatory.office.errors import FormError
from rogatory.office.filing import SUBMIT, UNDERTAKE
from rogatory.office.folds.dossier import Dossier, Entry, named
from rogatory.office.seen.portion import Portion

DECIDING = (GRANT, REFUSE, POSTPONE)
"""Acts whose rulings a decision is made of."""


def in_the_making(  # noqa: PLR0913 - what a decision is made of
    dossier: Dossier,
    seen: Portion,
    law: Law,
    rulings: tuple[Ruling, ...],
    office: Office,
    *,
    names: Mapping[str, str],
    inputs: Mapping[str, Any],
    measure: str = "",
) -> Deciding:
    """A decision in the making.

    Args:
        dossier: The case.
        seen: What of it the drafter sees.
        law: The law the rulings applied.
        rulings: Rulings on granting, refusing and postponing.
        office: Who decides.
        names: Names of accounts, as colleagues know them.
        inputs: What was filled in: `answers` by submission, `licences`, `limits`, `told`, `answer-by`, `own-words`.
        measure: The measure it is about; empty: all of them.

    Raises:
        FormError: What was filled in cannot be taken.
    """
    case = seen.case
    if measure:
        case = replace(case, measures=tuple(m for m in case.measures if m.id == measure))
    return Deciding(
        case=case,
        law=law,
        rulings=rulings,
        letter=letter_in(dossier, seen),
        office=office,
        choices=tuple(_choices(dossier, names, measure)),
        submissions=tuple(_submissions(dossier, seen, names, inputs)),
        links=tuple(_links(dossier, seen, names)),
        undertakings=tuple(
            Undertaking(_who(e, names), e.at.date(), _found(e)) for e in dossier.entries if e.act == UNDERTAKE.id
        ),
        remedies=tuple(RunningRemedy(_who(e, names), "", e.at.date(), _found(e)) for e in dossier.remedies.values()),
        **filled_in(inputs),
    )


def letter_in(dossier: Dossier, seen: Portion) -> Letter:
    """What the requesting state itself wrote, as far as a received document tells it.

    A case typed in by hand holds a clerk's words: then persons are not named to that state, and measures by kind alone.
    """
    registered = dossier.entries[0].fields
    file = registered.get("file", {}) if registered.get("documents") else {}
    names = {str(row.get("id", "")): str(row.get("name", "")) for row in file.get("persons", ())}
    # Behind their words stands where they were read, by the name of our file: that is not theirs.
    texts = {
        str(row.get("id", "")): str(row.get("text", "")).rpartition(" (letter ")[0] for row in file.get("measures", ())
    }
    letter = registered.get("letter", {}) if registered.get("documents") else {}
    return Letter(
        authority=seen.case.request.authority,
        reference=letter.get("reference", ""),
        day=_dated(letter.get("day", "")),
        treaty=letter.get("treaty", ""),
        instruments=tuple(letter.get("instruments", ())),
        persons=tuple((p.id, names[p.id]) for p in seen.case.persons if names.get(p.id)),
        measures=tuple((m.id, texts[m.id]) for m in seen.case.measures if texts.get(m.id)),
    )


def lacking_in(dossier: Dossier) -> tuple[tuple[str, str], ...]:
    """What nobody had seen in the request when it was registered from its letter: each thing, and what requires it."""
    letter = dossier.entries[0].fields.get("letter", {})
    return tuple((row["what"], row["article"]) for row in letter.get("lacks", ()))


def _dated(day: str) -> date | None:
    """A whole day; None where only a part of one was read."""
    try:
        return date.fromisoformat(day)
    except ValueError:
        return None


def filled_in(inputs: Mapping[str, Any]) -> dict[str, Any]:
    """What of a decision no entry tells, as the parts of `Deciding`.

    Raises:
        FormError: It cannot be taken.
    """
    told = rows(inputs.get("told"), "inputs.told")
    return {
        "licences": tuple(_licence(one, n) for n, one in enumerate(rows(inputs.get("licences"), "inputs.licences"))),
        "limits": tuple(_limit(one, n) for n, one in enumerate(rows(inputs.get("limits"), "inputs.limits"))),
        "told": tuple(Told(_text(one, "who"), _text(one, "what"), _text(one, "how")) for one in told),
        "answer_by": _day(inputs.get("answer-by"), "inputs.answer-by"),
        "own_words": _text(inputs, "own-words"),
    }


def _choices(dossier: Dossier, names: Mapping[str, str], measure: str) -> Iterator[Choice]:
    last: dict[str, Entry] = {e.object: e for e in dossier.entries if e.act in {act.id for act in DECIDING}}
    for obj, entry in last.items():
        if measure in ("", obj):
            outcome = Outcome(entry.act)
            if outcome is Outcome.GRANT and entry.fields.get("conditions"):
                outcome = Outcome.CONDITIONS
            departure = dossier.departures.get(entry.fields.get("ruling", ""))
            yield Choice(
                obj,
                outcome,
                str(entry.fields.get("reasons", "")),
                names.get(entry.actor, entry.actor),
                str(entry.fields.get("role", "")),
                departure=str(departure.fields.get("reasons", "")) if departure else "",
                agreed_by=names.get(departure.fields.get("second", ""), "") if departure else "",
            )


def _submissions(
    dossier: Dossier, seen: Portion, names: Mapping[str, str], inputs: Mapping[str, Any]
) -> Iterator[Submission]:
    """What was submitted for a person; of what stands apart from the drafter, that something was."""
    answers = inputs.get("answers", {})
    open_ = {event.text for event in seen.case.events}
    for number, entry in enumerate(dossier.entries):
        if entry.act == SUBMIT.id and entry.fields.get("adds"):
            ident = named("submission", number)
            (event,) = entry.fields["adds"]["events"]
            text = event["text"] if event["text"] in open_ else "…"
            answer = str(answers.get(ident, "")) if isinstance(answers, Mapping) else ""
            yield Submission(ident, _who(entry, names), entry.at.date(), text, answer)


def _links(dossier: Dossier, seen: Portion, names: Mapping[str, str]) -> Iterator[KnownLink]:
    """The links whose words the drafter reads; those that bar and are not decided, in any case."""
    entries = {e.seq: e for e in dossier.entries}
    for link in seen.links:
        told = link.told or {}
        last = next((entries[seq] for seq in reversed(link.entries) if entries[seq].object == link.name), None)
        state = "open" if link.state.value == "reopened" else link.state.value
        if told or link.bars:
            yield KnownLink(
                str(told.get("register", "…")), str(told.get("entry", link.name)), link.name, state,
                names.get(last.actor, "") if last else "", str(last.fields.get("reasons", "")) if last and told else "",
            )  # fmt: skip


def _licence(told: Mapping[str, Any], number: int) -> Licence:
    place = f"inputs.licences[{number}]"
    try:
        uses = tuple(Use(use) for use in words(told.get("uses"), f"{place}.uses"))
    except ValueError as error:
        raise FormError(f"{place}.uses", str(error), f"Write some of: {', '.join(u.value for u in Use)}") from error
    return Licence(
        of=tuple(words(told.get("of"), f"{place}.of")),
        who=_text(told, "who"),
        purpose=_text(told, "purpose"),
        uses=uses,
        until=_day(told.get("until"), f"{place}.until"),
        returned=told.get("returned", True) is not False,
        note=_text(told, "note"),
    )


def _limit(told: Mapping[str, Any], number: int) -> TimeLimit:
    return TimeLimit(
        **{part: _text(told, part) for part in ("name", "who", "days", "start", "source")},
        last=_day(told.get("last"), f"inputs.limits[{number}].last"),
        suspends=told.get("suspends", True) is not False,
    )


def _who(entry: Entry, names: Mapping[str, str]) -> str:
    return ", ".join(part for part in (names.get(entry.actor, ""), str(entry.fields.get("role", ""))) if part)


def _found(entry: Entry) -> str:
    adds = entry.fields.get("adds", {})
    told = [f.get("source", "") for f in adds.get("findings", ())] or [e["text"] for e in adds.get("events", ())]
    return str(told[0]) if told else ""


def _text(told: Mapping[str, Any], part: str) -> str:
    value = told.get(part, "")
    if not isinstance(value, str):
        raise FormError(f"inputs.{part}", "it is not words", "Write it in words")
    return value.strip()


def _day(told: Any, field: str) -> date | None:  # noqa: ANN401 - whatever was filled in
    if not told:
        return None
    try:
        return date.fromisoformat(str(told))
    except ValueError as error:
        raise FormError(field, f"{told!r} is no day", "Write it as 2026-03-01") from error
