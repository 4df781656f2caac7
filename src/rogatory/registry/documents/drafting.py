"""From a case to a first draft: the letters there are, and the two texts of a decision."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.conf import settings
from django.utils import timezone

from rogatory.decision.bench import Sitting, judge_case, with_attested_treaties
from rogatory.decision.deciding import Deciding, Office, Use
from rogatory.decision.documents.catalogue import say_to_state
from rogatory.decision.documents.document import LANGUAGES, Document, Paragraph
from rogatory.decision.documents.written import as_plain
from rogatory.decision.drafting.full import draft
from rogatory.decision.drafting.unready import unready
from rogatory.decision.releasing.confidential import confidential
from rogatory.decision.releasing.leaks import Leak, document_leaks
from rogatory.decision.releasing.releasable import LeakError, Releasable, asked, own_words, releasable
from rogatory.decision.releasing.state_text import for_requesting_state
from rogatory.decision.releasing.translation import KIND as TRANSLATION
from rogatory.decision.releasing.translation import annex_of
from rogatory.deployment.law_in_force import law_in_force
from rogatory.law.acts import Role
from rogatory.law.wording.language import Language
from rogatory.letters.facts import ReminderOfConsultation
from rogatory.letters.kinds import KINDS, Head, Kind, To, write
from rogatory.letters.points import in_language, releasable_points, what_may_be_missing
from rogatory.letters.round_trip import POINTS, RULES, due_after
from rogatory.letters.search import told_by
from rogatory.letters.to_state import ToState
from rogatory.office.errors import FormError
from rogatory.office.folds.documents import DECISION, FOR_THE_STATE, Addressee, CaseDocument
from rogatory.office.folds.dossier import Dossier
from rogatory.office.seen.in_the_making import DECIDING, in_the_making, lacking_in, letter_in
from rogatory.office.seen.portion import Portion, portion
from rogatory.people.mandates import Compartment, Mandate
from rogatory.registry.accounts.models import Account
from rogatory.registry.documents import facts_form, store
from rogatory.registry.documents.editing import CELLS
from rogatory.registry.states.on_record import as_judged
from rogatory.states.naming import name_in

ADDRESSEES: Mapping[To, Addressee] = {
    To.REQUESTING_STATE: Addressee.REQUESTING_STATE,
    To.PERSON: Addressee.PERSON,
    To.COUNSEL: Addressee.COUNSEL,
    To.PROTECTION: Addressee.AUTHORITY,
    To.BAR: Addressee.AUTHORITY,
    To.COURT: Addressee.AUTHORITY,
    To.SUPERVISOR: Addressee.AUTHORITY,
}
"""Whom a letter is for, in the office's word."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be drafted.

    Attributes:
        kind: Kind of document.
        language: ISO 639-1.
        to: Whom it is for.
        measure: Measure it is about; empty: all of the request.
        person: Person concerned it is about or for; empty: nobody alone.
        addressee: Name and address of whom it is for, line by line.
        typed: Facts of a letter, as they were typed.
        inputs: What a decision is made of beside the file.
    """

    kind: str
    language: str
    to: Addressee
    measure: str = ""
    person: str = ""
    addressee: tuple[str, ...] = ()
    typed: Mapping[str, str] | None = None
    inputs: Mapping[str, Any] | None = None


def kinds() -> dict[str, tuple[tuple[Addressee, ...], tuple[str, ...]]]:
    """Every kind of document there is, with whom it may be for and the languages it is worded in."""
    decisions = {
        DECISION: ((Addressee.PERSON, Addressee.COUNSEL, Addressee.FILE), LANGUAGES),
        FOR_THE_STATE: ((Addressee.REQUESTING_STATE,), LANGUAGES),
    }
    letters = {k.id: (tuple(dict.fromkeys(ADDRESSEES[to] for to in k.to)), k.languages) for k in KINDS.values()}
    return decisions | letters


def drafted(wanted: Wanted, dossier: Dossier, seen: Portion) -> Document:
    """The first draft.

    Args:
        wanted: What is to be drafted.
        dossier: The case.
        seen: What of it whoever drafts sees: no other word comes into the draft.

    Raises:
        FormError: A fact is missing or cannot be taken.
        LetterError: The letter cannot be written so.
    """
    if wanted.kind == DECISION:
        made = making(dossier, seen, wanted.inputs or {}, wanted.measure)
        text = draft(made, Language(wanted.language))
        lacking = unready(made, Language(wanted.language))
        # What is lacking stands on the page beside the draft; in the draft it would have to be taken out by hand.
        return replace(text, addressee=wanted.addressee, blocks=text.blocks[2:] if lacking else text.blocks)
    if wanted.kind == FOR_THE_STATE:
        made = making(dossier, seen, wanted.inputs or {}, wanted.measure)
        try:
            parts = releasable(made, confidential(making(dossier, everything(dossier), wanted.inputs or {})))
        except LeakError as error:
            told = "; ".join(leak.found for leak in error.leaks)
            raise FormError("own-words", f"they tell what may not leave: {told}", "Say it otherwise") from error
        return replace(for_requesting_state(parts, Language(wanted.language)), addressee=wanted.addressee)
    return _letter(wanted, dossier, seen)


def _letter(wanted: Wanted, dossier: Dossier, seen: Portion) -> Document:
    kind, known = KINDS[wanted.kind], confidential(making(dossier, everything(dossier), {}))
    # What the catalogue says in every language is recognised in each of them, so one typing serves all drafts.
    prepared = {words: part for part in asked_of(dossier, seen) for _, words in part.words} | dict(releasable_points())

    def leave(text: str) -> Releasable:
        return prepared.get(text) or own_words(text, known)

    facts = facts_form.read(kind.facts, wanted.typed or {}, leave)
    if isinstance(facts, ReminderOfConsultation):
        facts = replace(facts, open=tuple(_in_language(words, wanted.language) for words in facts.open))
    head = Head(_sender(), wanted.addressee, settings.OFFICE_PLACE, timezone.localdate(), dossier.case.id)
    if wanted.to is Addressee.REQUESTING_STATE:
        made = ToState(making(dossier, seen, {}), "").head
        try:
            head = replace(made, addressee=tuple(leave(line) for line in wanted.addressee), theirs=None)
        except LeakError as error:
            raise FormError("addressee", str(error), "Say it otherwise") from error
    return write(kind, facts, wanted.language, head)


def _in_language(words: str, language: str) -> str:
    for kind in ("consultation-of-protection", "consultation-of-bar"):
        words = in_language(kind, words, Language(language))
    return words


def in_each(wanted: Wanted, languages: Iterable[str], dossier: Dossier, seen: Portion) -> tuple[Document, ...]:
    """The same draft in each of these languages, from what was typed once.

    Raises:
        FormError: A fact is missing or cannot be taken.
        LetterError: The letter cannot be written so.
    """
    return tuple(drafted(replace(wanted, language=language), dossier, seen) for language in languages)


def form_of(wanted: Wanted, texts: Sequence[Document]) -> dict[str, Any]:
    """The form of the act that drafts these texts, each the same in another language, the first one first."""
    facts = {} if wanted.kind not in KINDS else facts_form.kept(KINDS[wanted.kind].facts, wanted.typed or {})
    inputs = {"facts": facts} if facts else dict(wanted.inputs or {})
    told = {"also": [as_plain(text) for text in texts[1:]], "asks": asks(wanted)}
    return {"text": as_plain(texts[0]), "inputs": inputs, **{part: value for part, value in told.items() if value}}


def text_of(case: str, found: CaseDocument) -> Document | None:
    """The words of a document as they stand; None: they are erased."""
    return store.text_of(case, found.text)


def may_be_missing(wanted: Wanted) -> tuple[str, ...]:
    """What a request may lack, in words every language has; of other letters nothing."""
    return what_may_be_missing(Language.EN) if wanted.kind == "supplements" else ()


def asks(wanted: Wanted) -> list[str]:
    """What a letter asks, point by point, as its facts have it."""
    typed = wanted.typed or {}
    match wanted.kind:
        case "supplements":
            lines = (line.split(CELLS.strip())[0].strip() for line in typed.get("missing", "").splitlines())
            return list(dict.fromkeys(line for line in lines if line))
        case "assurance":
            return [typed["risk"]] if typed.get("risk") else []
        case _:
            return list(POINTS.get(wanted.kind, ()))


def asked_of(dossier: Dossier, seen: Portion) -> tuple[Releasable, ...]:
    """What the requesting state asks, measure by measure, as it may be said to it."""
    made = making(dossier, seen, {})
    return tuple(asked(made.letter, measure) for measure in made.measures)


def making(
    dossier: Dossier, seen: Portion, inputs: Mapping[str, Any], measure: str = "", signatory: tuple[str, ...] = ()
) -> Deciding:
    """The decision in the making, judged today."""
    today = timezone.localdate()
    case = as_judged(dossier, today)
    law = with_attested_treaties(law_in_force(), case)
    rulings = tuple(seen.told(r) for r in judge_case(law, case, Sitting(at=today), DECIDING))
    office = Office(_sender(), dossier.case.id, settings.OFFICE_PLACE, today, signatory)
    accounts = {e.actor for e in dossier.entries} | {str(e.fields.get("second", "")) for e in dossier.entries}
    names = dict(Account.objects.filter(public_id__in=accounts).values_list("public_id", "full_name"))
    return in_the_making(dossier, seen, law, rulings, office, names=names, inputs=inputs, measure=measure)


def _sender() -> tuple[str, ...]:
    return tuple(line for line in (settings.OFFICE or "Rogatory", *settings.OFFICE_LINES) if line)


def addressee_of(to: Addressee, person: str, dossier: Dossier, language: str) -> tuple[str, ...]:
    """Whom a document is for, line by line, as far as the file says it."""
    case = dossier.case
    names = {p.id: p.name for p in case.persons}
    match to:
        case Addressee.REQUESTING_STATE:
            return tuple(line for line in (case.request.authority, name_in(case.request.requesting, language)) if line)
        case Addressee.PERSON | Addressee.COUNSEL:
            return (names.get(person, ""),) if names.get(person) else ()
        case _:
            return ()


def known(kind: Kind, dossier: Dossier, seen: Portion) -> dict[str, str]:
    """Facts of a letter the case tells already, as they are typed."""
    case, today = seen.case, timezone.localdate()
    received, theirs = case.request.received, letter_in(dossier, seen)
    person = case.persons[0] if case.persons else None
    named = dict(theirs.persons).get(person.id, person.name) if person else ""
    due = due_after(kind.id, today).isoformat() if kind.id in RULES else ""
    told = {
        "reference": theirs.reference,
        "answer_by": due,
        "return_by": due,
        "person": named,
        "client": named,
        "born": next((day for day in person.known_as.born if len(day) == _WHOLE_DAY), "") if person else "",
        "alleged": "\n".join(told.text for p in case.proceedings for told in (*p.offences, *p.references)),
        "received": received.isoformat() if received else "",
        "office": ", ".join(_sender()),
        "contact": ", ".join(_sender()),
        "authority": settings.OFFICE,
        "state": case.request.requesting,
        "asked": "\n".join(part.text(Language.EN) for part in asked_of(dossier, seen)),
        "measures": "\n".join(dict.fromkeys(m.type for m in case.measures)),
        "decided": _decided(dossier),
        "on": today.isoformat(),
    }
    if kind.id == "supplements":
        told["missing"] = "\n".join(f"{what}{CELLS}{article}" for what, article in lacking_in(dossier))
    return {f.name: told.get(f.name, "") for f in facts_form.form_of(kind.facts, {})}


_WHOLE_DAY = len("2026-03-01")


def _decided(dossier: Dossier) -> str:
    days: list[date] = [e.at.date() for e in dossier.entries if e.act in {act.id for act in DECIDING}]
    return days[-1].isoformat() if days else ""


def lacking(found: CaseDocument, dossier: Dossier) -> tuple[str, ...]:
    """What a decision lacks before it may be signed: unanswered arguments, missing reasons, whatever is against it.

    The text for the requesting state lacks no more than the full one: what that state is told is told of a decision
    that was given.
    """
    if found.kind == FOR_THE_STATE:
        full = (d for d in dossier.documents.values() if d.kind == DECISION and d.signed is not None)
        given = any(d.measure == found.measure and d.decides == found.decides for d in full)
        return () if given else ("the full text of the decision is not signed yet",)
    made = making(dossier, everything(dossier), found.inputs, found.measure, signatory=("…",))
    return unready(made, Language(found.language))


def leaking(text: Document, dossier: Dossier) -> tuple[Leak, ...]:
    """What a text for the requesting state tells that it must not know: all of it is searched for all of the case.

    The words every letter of its kind has, and the days of the exchange itself, tell that state nothing.
    """
    known = confidential(making(dossier, everything(dossier), {}))
    # Who signs, and on which day, is set by the signature and is nobody's words.
    searched = replace(text, signatory=(), day="", annexes=tuple(_named_alone(text, dossier)))
    if text.kind in KINDS:
        return told_by(searched, known, _days(dossier))
    return document_leaks(searched, known)


def _named_alone(text: Document, dossier: Dossier) -> Iterator[Document]:
    """The annexes of a text; of one that names a translation in our own sentences, who translated and nothing else."""
    known = [d.translation for d in dossier.documents.values() if d.translation]
    ours = {annex_of(text, one).blocks: one for one in known}
    for annex in text.annexes:
        one = ours.get(annex.blocks) if annex.kind == TRANSLATION else None
        words = (Paragraph(one.translator), Paragraph(one.sworn)) if one else annex.blocks
        yield replace(annex, title="" if one else annex.title, blocks=words)


def _days(dossier: Dossier) -> Iterator[date]:
    """Days the requesting state knows: when its request came in, what was decided, sent and is due."""
    if dossier.case.request.received:
        yield dossier.case.request.received
    yield from (e.at.date() for e in dossier.entries if e.act in {act.id for act in DECIDING})
    for document in dossier.documents.values():
        if document.to is Addressee.REQUESTING_STATE:
            yield from (sent.on for sent in document.sent)
            yield from (document.due,) if document.due else ()


def everything(dossier: Dossier) -> Portion:
    """The whole case with everything that stands apart, to judge a draft by; never shown."""
    case, every = dossier.case, frozenset(Compartment)
    held = [Mandate("", role, case.id, date.min, compartments=every) for role in (Role.COURT, Role.CENTRAL_AUTHORITY)]
    return replace(portion(dossier, held), case=case)


def told_first(dossier: Dossier) -> str:
    """Who is told of a decision unless somebody types otherwise, as it is typed."""
    persons = [f"{p.name}{CELLS}full text" for p in dossier.case.persons]
    state = name_in(dossier.case.request.requesting, "en")
    return "\n".join([*persons, f"{state}{CELLS}the text for the requesting state"])


def uses(language: str) -> list[tuple[str, str]]:
    """The limits of use a licence can name: each with its words."""
    return [(use.value, say_to_state(f"use.{use.value}", Language(language))) for use in Use]
