"""What the acts on documents write down, and what stands against them.

The words of a document are judged here and kept elsewhere: an entry holds their digest. What is signed is the draft
as it stands, with the name of who signs, and no other word (decision 0023).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from rogatory.decision.document import Document
from rogatory.decision.translation import KIND as TRANSLATION
from rogatory.decision.translation import Translation, annex_of, words_of
from rogatory.decision.written import WrittenError, digest_of, of_plain
from rogatory.law.acts import GRANT, Act, Role
from rogatory.office.documents import DECISION, FOR_THE_STATE, SENDERS, Addressee, CaseDocument, Standing, named_in
from rogatory.office.doing import Doing, Fields, Kept
from rogatory.office.dossier import Dossier
from rogatory.office.errors import FormError, Hurdle, Obstacle
from rogatory.office.filing import DRAFT_DOCUMENT, RECORD_ANSWER, SEND_DOCUMENT, SIGN_DOCUMENT
from rogatory.people.compartments import open_to
from rogatory.people.mandates import Compartment

Judge = Callable[[str], Iterable[Obstacle]]
"""Gives what stands today against the grant of a measure ."""
SOURCE = "decision 0023 of this system"
_HEX = frozenset("0123456789abcdef")


def drafted(doing: Doing) -> Fields:
    """A draft: what it is for, and the digest of its words. The words themselves are no part of the entry.

    Raises:
        FormError: The words are no document, or what they are for is not in the case.
    """
    try:
        text = of_plain(doing.form.get("text"), "document")
    except WrittenError as error:
        field = error.place.replace("document", "text", 1)
        raise FormError(field, error.problem, "Send the document as the schema says") from error
    before = doing.the_case.documents.get(doing.object)
    about = _about(doing, before)
    decision = text.kind in (DECISION, FOR_THE_STATE)
    inputs = doing.form.get("inputs", before.inputs if before else {})
    if not isinstance(inputs, Mapping):
        raise FormError("inputs", "it is not a mapping", "Write answers, licences, limits, told by their names")
    if before and (before.kind, before.language) != (text.kind, text.language):
        raise FormError("text.kind", "a draft stays what it is", "Make another draft of the other kind or language")
    told: Fields = {"kind": text.kind, "language": text.language, **about}
    if decision:
        told["decides"] = {m: act for m, act in doing.the_case.decisions.items() if about.get("measure", m) == m}
    apart = sorted(c.value for c in _read_from(doing))
    translation = _translation(doing, text, before)
    beside = {"inputs": dict(inputs), "translation": translation.as_plain() if translation else None}
    return {
        "drafts": {**told, **({"apart": apart} if apart else {})},
        "written": {"text": digest_of(text), "title": text.title[:200], **{k: v for k, v in beside.items() if v}},
    }


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
                "of": before.of, "due": before.due.isoformat() if before.due else ""}  # fmt: skip
        return {part: value for part, value in told.items() if value}
    told = {part: str(doing.form.get(part) or "") for part in ("to", "measure", "person", "of", "due")}
    known = {
        "to": [a.value for a in Addressee],
        "measure": [m.id for m in case.measures],
        "person": [p.id for p in case.persons],
        "of": [d.name for d in doing.the_case.documents.values() if d.sent],
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
    """An answer to a document that was sent: in words, an event of the file; what was received, by its digest.

    Raises:
        FormError: It is not said what the answer is, or on which day it came.
    """
    text = str(doing.form.get("text") or "").strip()
    if not text:
        raise FormError("text", "it is not said what was answered", "Write it in a sentence")
    on = _day(str(doing.form.get("on") or doing.today), "on")
    if on is not None and on > doing.on:
        raise FormError("on", f"{on} has not come yet", "An answer is recorded when it came")
    received = str(doing.form.get("received") or "")
    if received and not (len(received) == 64 and set(received) <= _HEX):  # noqa: PLR2004 - SHA-256 in hexadecimal
        raise FormError("received", "it is no SHA-256 digest", "Give 64 small hexadecimal digits, or leave it out")
    day = on.isoformat() if on else doing.today
    into = {"compartment": str(doing.form["compartment"])} if doing.form.get("compartment") else {}
    event = {"on": day, "text": f"Answer to {doing.object}: {text}", "source": f"journal; {doing.by}", **into}
    return {"answer": {"on": day, **({"received": received} if received else {})}, "adds": {"events": [event]}}


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
