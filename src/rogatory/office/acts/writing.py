"""What the acts on documents write down, and what stands against them.

The words of a document are judged here and kept elsewhere: an entry holds their digest. What is signed is the draft
as it stands, with the name of who signs, and no other word (decision 0023).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from rogatory.decision.documents.document import Document
from rogatory.decision.documents.written import WrittenError, digest_of, of_plain
from rogatory.decision.releasing.translation import KIND as TRANSLATION
from rogatory.decision.releasing.translation import Translation, annex_of, words_of
from rogatory.law.acts import GRANT, Act, Role
from rogatory.letters.round_trip import RoundTripError
from rogatory.office.acts.doing import Doing, Fields, Kept
from rogatory.office.acts.plain import words
from rogatory.office.errors import FormError, Hurdle, Obstacle
from rogatory.office.filing import DRAFT_DOCUMENT, RECORD_ANSWER, SEND_DOCUMENT, SIGN_DOCUMENT
from rogatory.office.folds.aftermath import aftermath_of
from rogatory.office.folds.documents import (
    DECISION,
    FOR_THE_STATE,
    SENDERS,
    Addressee,
    CaseDocument,
    Standing,
    family,
    named_in,
)
from rogatory.office.folds.dossier import Dossier, named
from rogatory.office.folds.originals import originals_of
from rogatory.office.folds.round_trips import fits
from rogatory.people.compartments import open_to
from rogatory.people.mandates import Compartment

Judge = Callable[[str], Iterable[Obstacle]]
"""Gives what stands today against the grant of a measure ."""
SOURCE = "decision 0023 of this system"


def drafted(doing: Doing) -> Fields:
    """A draft: what it is for, and the digest of its words. The words themselves are no part of the entry.

    Raises:
        FormError: The words are no document, or what they are for is not in the case.
    """
    text = _text(doing.form.get("text"), "text")
    others = [_text(one, f"also[{n}]") for n, one in enumerate(_listed(doing.form.get("also"), "also"))]
    before = doing.the_case.documents.get(doing.object)
    about = _about(doing, before)
    decision = text.kind in (DECISION, FOR_THE_STATE)
    inputs = doing.form.get("inputs", before.inputs if before else {})
    if not isinstance(inputs, Mapping):
        raise FormError("inputs", "it is not a mapping", "Write answers, licences, limits, told, facts by their names")
    if before and (before.kind, before.language) != (text.kind, text.language):
        raise FormError("text.kind", "a draft stays what it is", "Make another draft of the other kind or language")
    told: Fields = {"kind": text.kind, "language": text.language, **about}
    if also := _also(doing, text, others, before):
        told["also"] = also
    if decision:
        told["decides"] = {m: act for m, act in doing.the_case.decisions.items() if about.get("measure", m) == m}
    apart = sorted(c.value for c in _read_from(doing))
    asks = words(doing.form["asks"], "asks") if "asks" in doing.form else list(before.asks) if before else []
    written: Fields = {"text": digest_of(text), "title": text.title[:200]}
    if others:
        written["also"] = {one.language: {"text": digest_of(one), "title": one.title[:200]} for one in others}
    translation = _translation(doing, text, before)
    beside = {"inputs": dict(inputs), "asks": asks, "translation": translation.as_plain() if translation else None}
    written |= {part: value for part, value in beside.items() if value}
    return {"drafts": {**told, **({"apart": apart} if apart else {})}, "written": written}


def _text(told: object, field: str) -> Document:
    try:
        return of_plain(told, "document")
    except WrittenError as error:
        place = error.place.replace("document", field, 1)
        raise FormError(place, error.problem, "Send the document as the schema says") from error


def _listed(told: object, field: str) -> list[object]:
    if told is None:
        return []
    if not isinstance(told, list | tuple):
        raise FormError(field, "it is no list", "Send the same document in other languages, one after the other")
    return list(told)


def _also(doing: Doing, text: Document, others: list[Document], before: CaseDocument | None) -> dict[str, str]:
    """Names of the drafts in other languages that come with one, by language: those that are there, or new ones."""
    first = before.first if before else doing.object or named("document", doing.number)
    there = {d.language: d for d in family(doing.the_case.documents, before)} if before else {}
    names: dict[str, str] = {}
    for number, one in enumerate(others):
        place = f"also[{number}]"
        if one.kind != text.kind:
            raise FormError(f"{place}.kind", "it is another kind of document", "Draft it by itself")
        if one.language == text.language or one.language in names:
            raise FormError(f"{place}.language", f"it is there in {one.language} already", "Give each language once")
        known = there.get(one.language)
        if known is not None and known.standing is not Standing.DRAFT:
            raise FormError(place, f"{known.name} is signed", "Leave out what is signed; it stays as it is")
        names[one.language] = known.name if known else f"{first}-{one.language}"
    return names


def _translation(doing: Doing, text: Document, before: CaseDocument | None) -> Translation | None:
    """The translation that comes with a draft, or that it has already; None: it has none."""
    told = doing.form.get("translation")
    if told is None:
        named = any(annex.kind == TRANSLATION for annex in text.annexes)
        return before.translation if before and named else None
    if text.kind != FOR_THE_STATE or not isinstance(told, Mapping):
        mend = "Write language, translator, sworn, on, file and of"
        raise FormError("translation", "only the text for the requesting state has one", mend)
    try:
        found = Translation.of_plain(told)
    except ValueError as error:
        raise FormError("translation", str(error), "Write it as the page of the document asks for it") from error
    if found.on > doing.on:
        raise FormError("translation.on", f"{found.on} has not come yet", "Write the day of the translation")
    if found.of != words_of(text) or annex_of(text, found) not in text.annexes:
        mend = "Have the words translated as they now stand"
        raise FormError("translation.of", "the words have changed since they were translated", mend)
    return found


def _about(doing: Doing, before: CaseDocument | None) -> dict[str, str]:
    """What a draft is for: of a change, what it was made for."""
    case = doing.the_case.case
    if before:
        told = {"to": before.to.value, "measure": before.measure, "person": before.person,
                "of": before.of, "due": str(doing.form.get("due") or before.due or "")}  # fmt: skip
        _day(told["due"], "due")
        return {part: value for part, value in told.items() if value}
    told = {part: str(doing.form.get(part) or "") for part in ("to", "measure", "person", "of", "due")}
    known = {
        "to": [a.value for a in Addressee],
        "measure": [m.id for m in case.measures],
        "person": [p.id for p in case.persons],
        "of": [*(d.name for d in doing.the_case.documents.values() if d.sent), *aftermath_of(doing.the_case).breaches],
    }
    for part, values in known.items():
        if told[part] not in values and (told[part] or part == "to"):
            raise FormError(part, f"{told[part]!r} is not there", f"Write one of: {', '.join(values) or 'nothing'}")
    if told["to"] in (Addressee.PERSON.value, Addressee.COUNSEL.value) and not told["person"]:
        raise FormError("person", "it is not said which person concerned it is for", "Name a person of this case")
    _day(told["due"], "due")
    return {part: value for part, value in told.items() if value}


def _read_from(doing: Doing) -> frozenset[Compartment]:
    """The compartments of this case whoever drafts can read from."""
    own = frozenset(p.id for p in doing.the_case.case.persons)
    stand = {compartment for marks in doing.the_case.apart.values() for compartment in marks}
    return frozenset(c for c in stand if open_to(doing.held, c, own))


def signed(doing: Doing) -> Fields:
    """A signature: the digest of the words as they are locked, of the signed PDF, and its code."""
    paper = doing.kept.paper if doing.kept else None
    if paper is None:
        return {}
    # A field of its own, so that whoever holds the document can open it in the receipt, and nothing beside it.
    return {"signs": {"text": digest_of(paper.text), "code": paper.code}, "paper": f"sha256:{paper.digest}"}


def sends(doing: Doing) -> Fields:
    """What an act that sends a document says of it; nothing where the act sends none.

    Raises:
        FormError: There is no such document, another act sends it, or channel or day are missing.
    """
    name = named_in(doing.act.id, doing.object, doing.form) if doing.act.id in SENDERS else ""
    if not name:
        return {}
    found = doing.the_case.documents.get(name)
    if found is None:
        raise FormError("document", f"there is no document {name!r}", "Name a signed document of this case")
    if found.sender is not doing.act:
        problem = f"a document of this kind for this addressee is not sent by {doing.act.id}"
        raise FormError("document", problem, f"Send it by the act {found.sender.id}")
    channel = str(doing.form.get("channel") or doing.form.get("manner") or "").strip()
    if not channel:
        raise FormError("channel", "it is missing", "Say how it is sent: by post, through the ministry, by hand")
    on = _day(str(doing.form.get("on") or doing.today), "on")
    if on is not None and on > doing.on:
        raise FormError("on", f"{on} has not come yet", "A document is recorded as sent when it was")
    told = {"document": name, "to": found.to.value, "channel": channel, "on": on.isoformat() if on else doing.today}
    return {"sends": told}


def answered(doing: Doing) -> Fields:
    """What came back on a document that was sent: in words, an event of the file; what was received, by its digest.

    Raises:
        FormError: It is not said what the answer is, or on which day it came; what was received is not kept for this
            case, or it answers what was not asked.
    """
    text = str(doing.form.get("text") or "").strip()
    if not text:
        raise FormError("text", "it is not said what was answered", "Write it in a sentence")
    on = _day(str(doing.form.get("on") or doing.today), "on")
    if on is not None and on > doing.on:
        raise FormError("on", f"{on} has not come yet", "An answer is recorded when it came")
    received = str(doing.form.get("received") or "")
    came = [original.digest for original in originals_of(doing.the_case.entries).values()]
    if received and received not in came:
        known = ", ".join(digest[:16] for digest in came)
        mend = f"Choose one of those kept for this case: {known}" if known else "Attach it to this case first"
        raise FormError("received", f"no document {received[:16]!r} came in for this case", mend)
    day = on or doing.on
    given, declined = (words(doing.form.get(part), part) for part in ("points", "declined"))
    over = str(doing.form.get("over") or "") == "yes"
    try:
        fits(doing.the_case.documents, doing.object, day, points=given, declined=declined, over=over)
    except RoundTripError as error:
        raise FormError("points", str(error), "Name points the letter asks for, each once") from error
    told: Fields = {"received": received, "points": given, "declined": declined, "over": over}
    into = {"compartment": str(doing.form["compartment"])} if doing.form.get("compartment") else {}
    said = "Nothing more is waited for on" if over else "Answer to"
    event = {"on": day.isoformat(), "text": f"{said} {doing.object}: {text}", "source": f"journal; {doing.by}", **into}
    kept = {part: value for part, value in told.items() if value}
    return {"answer": {"on": day.isoformat(), **kept}, "adds": {"events": [event]}}


def _day(told: str, field: str) -> date | None:
    if not told:
        return None
    try:
        return date.fromisoformat(told)
    except ValueError as error:
        raise FormError(field, f"{told!r} is no day", "Write it as 2026-03-01") from error


EFFECTS = MappingProxyType(
    {DRAFT_DOCUMENT.id: drafted, SIGN_DOCUMENT.id: signed, SEND_DOCUMENT.id: lambda _: {}, RECORD_ANSWER.id: answered}
)
"""What the acts on documents write down, beside what they send."""


def documents_for(act: Act, documents: Mapping[str, CaseDocument]) -> tuple[str, ...]:
    """Names of the documents an act on documents can be done to; the empty one is a document yet to be made."""
    wanted = {
        DRAFT_DOCUMENT.id: Standing.DRAFT,
        SIGN_DOCUMENT.id: Standing.DRAFT,
        SEND_DOCUMENT.id: Standing.SIGNED,
        RECORD_ANSWER.id: Standing.SENT,
    }[act.id]
    found = tuple(name for name, d in documents.items() if d.standing is wanted and d.text)
    if act is SEND_DOCUMENT:
        found = tuple(name for name in found if documents[name].sender is act)
    return ("", *found) if act is DRAFT_DOCUMENT else found


def signers(document: CaseDocument) -> tuple[Role, ...]:
    """Roles that may sign a document: of a decision, whoever may decide it; of a letter, whoever may send it."""
    return GRANT.by if document.is_decision else document.sender.by


def writing_obstacles(doing: Doing, granting: Judge) -> list[Obstacle]:
    """What stands against drafting, signing or sending a document.

    Args:
        doing: The act.
        granting: Gives what stands today against the grant of a measure.
    """
    name = named_in(doing.act.id, doing.object, doing.form)
    found = doing.the_case.documents.get(name)
    if found is None:
        return []
    obstacles = list(_unread(doing, found))
    if doing.act is DRAFT_DOCUMENT and doing.form.get("also"):
        obstacles += [o for d in family(doing.the_case.documents, found) if d is not found for o in _unread(doing, d)]
    if doing.act is SIGN_DOCUMENT:
        obstacles += _against_signing(doing, found)
    if doing.act.id in SENDERS:
        obstacles += _against_sending(doing, found, granting)
    return obstacles


def _unread(doing: Doing, found: CaseDocument) -> Iterator[Obstacle]:
    """Nobody changes, signs or sends what their mandates do not let them read."""
    own = frozenset({found.person})
    if not all(open_to(doing.held, c, own) for c in found.apart):
        text = f"the words of {found.name} are not open to you"
        yield Obstacle(Hurdle.COMPARTMENT, text, SOURCE, "somebody whose mandate opens them")


def _against_signing(doing: Doing, found: CaseDocument) -> Iterator[Obstacle]:
    may = signers(found)
    if not {m.role for m in doing.held} & set(may):
        yield Obstacle(Hurdle.ROLE, f"to sign {found.name} is for: {', '.join(r.value for r in may)}", "table of acts")
    yield from _not_decided(found, doing.the_case)
    kept = doing.kept or Kept(None)
    if kept.text is None or digest_of(kept.text) != found.text:
        yield Obstacle(Hurdle.COURSE, "the words of the draft are not there any more", SOURCE, "a new draft")
        return
    yield from (Obstacle(Hurdle.COURSE, lacks, SOURCE, "completing the draft") for lacks in kept.unready)
    yield from _leaking(found, kept)
    if kept.paper is not None and not only_signed(kept.text, kept.paper.text):
        yield Obstacle(Hurdle.COURSE, "what would be signed is not the draft", SOURCE, "signing the draft as it stands")
    if kept.paper is None and not (kept.unready or kept.leaks):
        yield Obstacle(Hurdle.COURSE, "the document could not be put on paper", SOURCE, "the office's signing key")


def only_signed(draft: Document, text: Document) -> bool:
    """Whether a text is the draft with who signs and on which day, and no other word."""
    return replace(text, draft=True, signatory=(), day="") == replace(draft, draft=True, signatory=(), day="")


def _leaking(found: CaseDocument, kept: Kept) -> Iterator[Obstacle]:
    """What is in the way is named by its kind alone: an attempt is read by more people than the draft."""
    if found.to is Addressee.REQUESTING_STATE:
        source = "ECHR Art. 3 and 8; decision 0021 of this system"
        for kind in kept.leaks:
            text = f"the words tell what may not leave: {kind}"
            yield Obstacle(Hurdle.COURSE, text, source, "taking it out; the page of the document shows where")


def _not_decided(found: CaseDocument, dossier: Dossier) -> Iterator[Obstacle]:
    if not found.is_decision:
        return
    stand = {m: act for m, act in dossier.decisions.items() if found.measure in ("", m)}
    if not found.decides:
        yield Obstacle(
            Hurdle.COURSE, "nothing was decided when it was drafted", "the course of a case", "grant, refuse"
        )
    elif stand != dict(found.decides):
        text = "it was decided otherwise since the document was drafted"
        yield Obstacle(Hurdle.COURSE, text, "the course of a case", "drafting it anew")


def _against_sending(doing: Doing, found: CaseDocument, granting: Judge) -> Iterator[Obstacle]:
    if found.standing is Standing.DRAFT:
        yield Obstacle(Hurdle.COURSE, f"{found.name} is not signed", SOURCE, SIGN_DOCUMENT.id)
    if found.to is Addressee.REQUESTING_STATE and found.kind == DECISION:
        text = "the requesting state gets the text made for it, of what may leave"
        yield Obstacle(Hurdle.COURSE, text, "decision 0021 of this system", FOR_THE_STATE)
    if found.to is Addressee.FILE:
        yield Obstacle(Hurdle.COURSE, "it is for the file and for nobody else", SOURCE)
    if found.to is not Addressee.REQUESTING_STATE:
        return
    # Looked for again: what was found since it was signed may be what its words tell.
    yield from _leaking(found, doing.kept or Kept(None))
    yield from _not_decided(found, doing.the_case)
    for measure in (m for m, act in found.decides.items() if act == GRANT.id):
        yield from granting(measure)
