"""What each act writes down: from the form somebody filled in to the fields of the entry.

A form is a mapping of plain values, the same from a page, the API, the command line or a job. What it says is checked
by the reader of case files, so that a fault is named the same way wherever it came in.
"""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from rogatory.aftermath.gathered import BREACH_SUBMITTED
from rogatory.law.acts import (
    CONFIRM_LINK,
    DISMISS_LINK,
    INVESTIGATE_REPRESSION,
    NOTIFY,
    REGISTER,
    REPAIR,
    SCREEN,
    TRANSMIT,
)
from rogatory.office.acts import parts
from rogatory.office.acts.challenging import EFFECTS as OF_CHALLENGES
from rogatory.office.acts.deciding_links import confirmed, dismissed, screened
from rogatory.office.acts.doing import Doing, Fields
from rogatory.office.acts.erasing import MOST_AT_ONCE, erasable
from rogatory.office.acts.hearing import EFFECTS as OF_HEARINGS
from rogatory.office.acts.hearing import hearing_named
from rogatory.office.acts.inquiring import EFFECTS as OF_INQUIRIES
from rogatory.office.acts.inquiring import inquiry_named, taken_up
from rogatory.office.acts.leaving import sent
from rogatory.office.acts.mending import EFFECTS as OF_MENDING
from rogatory.office.acts.mending import repaired
from rogatory.office.acts.plain import must_be_plain, rows, words
from rogatory.office.acts.protecting import EFFECTS as OF_PROTECTION
from rogatory.office.acts.seizing import EFFECTS as OF_SEIZURES
from rogatory.office.acts.serving import EFFECTS as OF_SERVICE
from rogatory.office.acts.serving import notified
from rogatory.office.acts.tracking import EFFECTS as OF_NOTICES
from rogatory.office.acts.tracking import notice_kind
from rogatory.office.acts.writing import EFFECTS as OF_DOCUMENTS
from rogatory.office.acts.writing import sends
from rogatory.office.against.beside import ON_THE_REQUEST, RESTS_ON, alone
from rogatory.office.errors import FormError
from rogatory.office.filing import (
    ATTACH,
    DEPART,
    END_MANDATE,
    ENTER,
    ERASE,
    FIND,
    GIVE_MANDATE,
    RELEASE,
    SET_APART,
    SUBMIT,
    WITHDRAW_FINDING,
)
from rogatory.office.folds.answered import ONLY_THE_DOOR
from rogatory.office.folds.dossier import LISTS, mandate_of, named, numbered
from rogatory.office.folds.notices import BESIDE
from rogatory.office.folds.originals import Original, originals_of
from rogatory.people.mandates import Compartment

DIGEST = re.compile("[0-9a-f]{64}")
SUBMISSIONS: Mapping[str, str] = MappingProxyType(
    {
        "statement": "Submitted for",
        "objection": "Objection for",
        "access": "Access to the file is asked for",
        BREACH_SUBMITTED: "A breach is alleged for",
    }
)
"""What the person concerned or counsel may submit, and how the event begins that tells of it."""
FINDING_PARTS = (
    "question", "about", "answer", "against", "grade", "since", "until", "as_of", "source", "note", "compartment",
)  # fmt: skip
"""Parts of a finding that somebody may fill in; the rest follows from who answers, and when."""


def fields_of(doing: Doing) -> Fields:
    """The fields the entry of an act records.

    Raises:
        FormError: A part of the form is missing or cannot be taken.
    """
    must_be_plain(doing.form)
    effect = _EFFECTS.get(doing.act.id, _told)
    reasons = str(doing.form.get("reasons", "")).strip()
    into = _compartment(doing, "compartment") if doing.form.get("compartment") else ""
    apart = {"compartment": into} if into else {}
    return {**({"reasons": reasons} if reasons else {}), **apart, **effect(doing), **sends(doing)}


def _compartment(doing: Doing, field: str) -> str:
    told = str(doing.form.get(field) or "")
    if told not in {c.value for c in Compartment}:
        names = ", ".join(c.value for c in Compartment)
        raise FormError(field, f"{told!r} is no compartment", f"Write one of: {names}")
    return told


def _told(doing: Doing) -> Fields:
    """An act norms bear on: the event stands in the file."""
    on = "" if doing.object in ("", "request") else f" ({doing.object})"
    event = {
        "on": doing.today,
        "text": f"{doing.act.records}{on}",
        "source": f"journal; {doing.by}",
        **parts.apart(doing),
    }
    rests_on = {RESTS_ON: ON_THE_REQUEST} if alone(doing.act, doing.form) else {}
    conditions = words(doing.form.get("conditions"), "conditions")
    return {"adds": {"events": [event]}, **rests_on, **({"conditions": conditions} if conditions else {})}


def _registered(doing: Doing) -> Fields:
    file = doing.form.get("file")
    if not isinstance(file, Mapping):
        raise FormError("file", "there is no case file", "Give the request, the persons and the measures")
    for part in LISTS:
        _part(part, file.get(part), f"file.{part}")
    documents = _documents(doing)
    made: Fields = {"file": numbered({**file, "id": doing.case}), **documents}
    if documents:
        told = {"letter": _letter(doing.form.get("letter")), "before": _before(doing.form.get("before"))}
        made |= {part: value for part, value in told.items() if value}
    return made


def _before(told: object) -> list[Fields]:
    """The cases of the office a request repeats, as comparing its letter found: which, how, and for which reasons."""
    return [
        {"case": str(row.get("case") or ""), "how": str(row.get("how") or ""),
         "reasons": words(row.get("reasons"), "before.reasons")}
        for row in rows(told, "before")
    ]  # fmt: skip


_OF_A_LETTER = frozenset({"reference", "day", "treaty", "instruments", "lacks"})


def _letter(told: object) -> Fields:
    """What the letter says of itself: `reference`, `day`, `treaty` and `instruments`, and what it `lacks`."""
    if told is None:
        return {}
    if not isinstance(told, Mapping) or not set(told) <= _OF_A_LETTER:
        raise FormError("letter", "it says something else", f"Give {', '.join(sorted(_OF_A_LETTER))}, or none")
    said: Fields = {part: str(told[part]) for part in ("reference", "day", "treaty") if told.get(part)}
    if told.get("instruments"):
        said["instruments"] = words(told["instruments"], "letter.instruments")
    if told.get("lacks"):
        lacks = rows(told["lacks"], "letter.lacks")
        said["lacks"] = [{part: str(row.get(part) or "") for part in ("what", "article")} for row in lacks]
    return said


def _documents(doing: Doing) -> Fields:
    """The received documents an act rests on, by digest; whether they are kept, whoever opens the door looks up."""
    told = words(doing.form.get("documents"), "documents")
    for digest in told:
        if not DIGEST.fullmatch(digest):
            raise FormError("documents", f"{digest!r} is no digest", "Write SHA-256 in 64 small hexadecimal digits")
    inside = words(doing.form.get("parts"), "parts") if told else []
    if strange := [digest for digest in inside if not DIGEST.fullmatch(digest)]:
        raise FormError("parts", f"{strange[0]!r} is no digest", "Write SHA-256 in 64 small hexadecimal digits")
    return {**({"documents": told} if told else {}), **({"parts": inside} if inside else {})}


def _attached(doing: Doing) -> Fields:
    """A later document: that it came, what it is, and what of it was confirmed and is entered with it."""
    text = str(doing.form.get("text") or "").strip()
    if not text:
        raise FormError("text", "it is missing", "Say what the document is: a supplement, an answer, an assurance")
    made = _documents(doing)
    if not made:
        raise FormError("documents", "there is none", "Name the document by its digest")
    adds = _entered(doing)["adds"] if doing.form.get("adds") else {}
    source = ", ".join(f"document {digest[:16]}" for digest in made["documents"])
    event = {"on": doing.today, "text": f"A document came in: {text}", "source": source}
    notice = {BESIDE: notice_kind(doing, BESIDE)} if doing.form.get(BESIDE) else {}
    return {**made, **notice, "adds": {**adds, "events": [*adds.get("events", ()), event]}}


def _entered(doing: Doing) -> Fields:
    adds = doing.form.get("adds")
    if not isinstance(adds, Mapping) or not any(adds.values()):
        raise FormError("adds", "nothing is entered", "Name at least one person, measure, item, assurance or event")
    unknown = sorted(set(adds) - (set(LISTS) - {"findings"}))
    if unknown:
        raise FormError(f"adds.{unknown[0]}", "this cannot be entered here", "Answer a question with the act `find`")
    told = {part: _part(part, added, f"adds.{part}") for part, added in adds.items()}
    if any(e.get("shows") for e in told.get("events", ())):
        # Who may enter an event may not answer every question; and what is answered needs a name to be withdrawn by.
        problem = "an event that is entered shows nothing by itself"
        raise FormError("adds.events", problem, "Answer the question with the act `find`")
    return {"adds": {part: added for part, added in told.items() if added}}


def _part(part: str, value: Any, field: str) -> list[Any]:  # noqa: ANN401
    return words(value, field) if part == "packages" else list(rows(value, field))


def _found(doing: Doing) -> Fields:
    given = {k: v for k, v in doing.form.items() if k in FINDING_PARTS and v not in ("", None)}
    for part in ("question", "answer"):
        if part not in given:
            raise FormError(part, "it is missing", "Say which question is answered, and how")
    if not given.get("source") and given["answer"] != "unknown":
        raise FormError("source", "it is missing", "Say on what the finding rests: a document, a register, a statement")
    if given["question"] in ONLY_THE_DOOR:
        raise FormError("question", "the door itself answers it", "Decide the links: `confirm-link` or `dismiss-link`")
    finding = {**given, "id": named("finding", doing.number), "known": doing.today, "by": doing.by}
    replaced = str(doing.form.get("replaces") or "")
    if any(replaced in link.took for link in doing.the_case.links.values()):
        raise FormError("replaces", "it came with a link", "Dismiss the link, or answer the question beside it")
    if replaced in doing.the_case.remedies:
        problem = "a remedy that was lodged ends when it is decided, and in no other way"
        raise FormError("replaces", problem, "Have the court decide it, with the act `decide-remedy`")
    return {"adds": {"findings": [finding]}, **({"ends": {replaced: doing.today}} if replaced else {})}


def _withdrawn(doing: Doing) -> Fields:
    return {"withdraws": [doing.object]}


def _submitted(doing: Doing) -> Fields:
    text = str(doing.form.get("text", "")).strip()
    if not text:
        raise FormError("text", "there is no statement", "Write what is submitted, or what the document shows")
    kind, hearing = str(doing.form.get("kind") or "statement"), hearing_named(doing)
    if kind not in SUBMISSIONS:
        raise FormError("kind", f"{kind!r} is no submission", f"Write one of: {', '.join(SUBMISSIONS)}")
    items = words(doing.form.get("items"), "items")
    if unknown := [i for i in items if i not in {item.id for item in doing.the_case.case.items}]:
        raise FormError("items", f"the case has no item {unknown[0]!r}", "Name items of the case, or none")
    event = {
        "on": doing.today,
        "text": f"{SUBMISSIONS[kind]} {doing.object}: {text}",
        "source": doing.by,
        "about": doing.object,
        **parts.apart(doing),
    }
    adds: Fields = {"events": [event]}
    inquiry = inquiry_named(doing)
    more: Fields = {"submits": kind} if kind != "statement" else {}
    if kind == BREACH_SUBMITTED:
        more["text"] = text
    return {
        "adds": adds,
        **more,
        **({"for-hearing": hearing} if hearing else {}),
        **({"for-inquiry": inquiry} if inquiry else {}),
        **({"items": items} if items else {}),
    }


def _departed(doing: Doing) -> Fields:
    told = {part: str(doing.form.get(part, "")).strip() for part in ("departs-from", "ruling")}
    for part, value in told.items():
        if not value:
            raise FormError(part, "it is missing", "Name the act and the ruling that is departed from")
    persons = [p.id for p in doing.the_case.case.persons]
    return {**told, "notice-owed": persons}


def _set_apart(doing: Doing) -> Fields:
    return {"into": _compartment(doing, "into")}


def _released(doing: Doing) -> Fields:
    told = _compartment(doing, "out-of")
    stands = {c.value for c in doing.the_case.apart.get(doing.object, ())}
    if told not in stands:
        problem = f"{doing.object} does not stand in {told}"
        raise FormError("out-of", problem, f"It stands in: {', '.join(sorted(stands))}")
    return {"out-of": told}


def _erased(doing: Doing) -> Fields:
    told, basis = str(doing.form.get("entry") or ""), str(doing.form.get("basis") or "").strip()
    if not basis:
        raise FormError("basis", "it is missing", "Name the law and the decision, and never the person: it is kept")
    if doing.form.get("letter"):
        return {"erases": {}, "originals": [_original(doing).digest], "basis": basis}
    if seizure := str(doing.form.get("seizure") or "").strip():
        return {"erases": _of_a_review(doing, seizure), "basis": basis}
    entry = next((e for e in doing.the_case.entries if str(e.seq) == told), None)
    said = doing.letters.said
    names = erasable(entry) if entry else said[int(told)] if told.isdecimal() and int(told) in said else ()
    if not names:
        problem = f"entry {told!r} holds no words that may be erased"
        raise FormError("entry", problem, "Name an entry that registered, entered, found or submitted something")
    return {"erases": {told: list(names)}, "basis": basis}


def _of_a_review(doing: Doing, seizure: str) -> Fields:
    """Every word that was said of the items of a seizure, answers and objections alike."""
    said = doing.letters.said
    if doing.form.get("entry") or not said:
        problem = f"nothing is said of the items of {seizure!r} that may be erased, or an entry is named beside it"
        raise FormError("seizure", problem, "Name a seizure of the case whose items were answered")
    if len(said) > MOST_AT_ONCE:
        raise FormError("seizure", f"{len(said):,} entries hold words", "Erase them entry by entry: they are too many")
    return {str(seq): list(names) for seq, names in said.items()}


def _original(doing: Doing) -> Original:
    """The received document whose bytes go."""
    name, found = str(doing.form["letter"]), originals_of(doing.the_case.entries)
    if doing.form.get("entry") or name not in found:
        problem = f"{name!r} is no received document of this case, or an entry is named beside it"
        raise FormError("letter", problem, f"Name one of: {', '.join(found) or 'there is none'}")
    return found[name]


def _mandated(doing: Doing) -> Fields:
    told = doing.form.get("mandate")
    if not isinstance(told, Mapping):
        raise FormError("mandate", "it is missing", "Say who is mandated, in which role, from which day")
    try:
        mandate = mandate_of(doing.case, told)
    except (KeyError, TypeError, ValueError) as error:
        raise FormError("mandate", str(error), "Say account, role, first day, and for counsel the person") from error
    if mandate.person and mandate.person not in {p.id for p in doing.the_case.case.persons}:
        raise FormError("mandate.person", f"the case has no person {mandate.person!r}", "Name a person of this case")
    return {"mandate": {k: v for k, v in told.items() if v}}


_EFFECTS: Mapping[str, Callable[[Doing], Fields]] = MappingProxyType(
    {
        REGISTER.id: _registered,
        SCREEN.id: screened,
        CONFIRM_LINK.id: confirmed,
        DISMISS_LINK.id: dismissed,
        TRANSMIT.id: lambda doing: _told(doing) | sent(doing),
        NOTIFY.id: lambda doing: _told(doing) | notified(doing),
        ENTER.id: _entered,
        ATTACH.id: _attached,
        FIND.id: _found,
        WITHDRAW_FINDING.id: _withdrawn,
        SUBMIT.id: _submitted,
        DEPART.id: _departed,
        SET_APART.id: _set_apart,
        RELEASE.id: _released,
        ERASE.id: _erased,
        GIVE_MANDATE.id: _mandated,
        END_MANDATE.id: lambda _: {},
        **OF_CHALLENGES,
        **OF_HEARINGS,
        **OF_SERVICE,
        **OF_DOCUMENTS,
        **OF_SEIZURES,
        **OF_INQUIRIES,
        **OF_PROTECTION,
        **OF_NOTICES,
        INVESTIGATE_REPRESSION.id: lambda doing: _told(doing) | taken_up(doing, _told(doing)["adds"]),
        **OF_MENDING,
        REPAIR.id: lambda doing: _told(doing) | repaired(doing),
    }
)
