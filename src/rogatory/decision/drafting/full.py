"""The full text of a decision, drafted from the rulings: for the file, the person concerned and the courts here.

It holds everything, so it never goes to the requesting state; what that state is told is another text, made of other
values (`releasable`, `state_text`).
"""

from collections.abc import Iterator

from rogatory.casefile.model import Measure
from rogatory.decision.deciding import Choice, Deciding, Licence
from rogatory.decision.documents.catalogue import day_in_words, say_to_state
from rogatory.decision.documents.document import Block, Document, Heading, Listing, Paragraph, Table
from rogatory.decision.drafting.facts import course, defence, facts, known, request
from rogatory.decision.drafting.law import law
from rogatory.decision.drafting.parts import Draft, joined
from rogatory.decision.drafting.unready import unready
from rogatory.law.wording import Language, act_title, term

KIND = "decision"
"""What the document is (`Document.kind`)."""


def draft(deciding: Deciding, language: Language = Language.EN) -> Document:
    """The full text in `language`. What keeps it from being signed stands at its head; see `unready`."""
    writing = Draft(deciding, language)
    office, letter = deciding.office, deciding.letter
    outcome = f"title.{deciding.outcome.value}" if deciding.outcome else "title.open"
    references = [("reference.ours", office.number), ("reference.theirs", letter.reference)]
    return Document(
        kind=KIND,
        language=language.value,
        title=writing.say(
            "title.draft", state=writing.state(deciding.case.request.requesting), outcome=writing.say(outcome)
        ),
        sender=office.authority,
        addressee=(),
        place=office.place,
        day=day_in_words(office.day, language),
        case=office.number,
        references=tuple((writing.say(key), number) for key, number in references if number),
        blocks=tuple(_blocks(writing)),
        signatory=office.signatory,
    )


def _blocks(writing: Draft) -> Iterator[Block]:
    missing = unready(writing.deciding, writing.language)
    if missing:
        yield Heading(writing.say("head.unready"))
        yield Listing(missing)
    for part in (request, course, known, facts, law, defence, _reasons, _conditions, _order, _limits, _told, _rulings):
        yield from part(writing)


def _reasons(writing: Draft) -> Iterator[Block]:
    """What each decider chose, and why, in the decider's own words."""
    yield Heading(writing.say("head.reasons"))
    for measure in writing.deciding.measures:
        choices = dict.fromkeys(c for _, c in writing.deciding.decided(measure))
        for choice in choices:
            if choice is None:
                yield Paragraph(writing.say("reasons.undecided", measure=writing.measure(measure)))
            else:
                yield from _choice(writing, measure, choice)
    yield Paragraph(writing.say("reasons.human"))


def _choice(writing: Draft, measure: Measure, choice: Choice) -> Iterator[Block]:
    name = writing.measure(measure) + (f", {writing.person(choice.person)}" if choice.person else "")
    outcome = writing.say(f"order.{choice.outcome.value}")
    by = ", ".join(part for part in (choice.by, choice.office) if part)
    key = "reasons.by" if choice.by else "reasons.nobody"
    yield Paragraph(writing.say(key, measure=name, outcome=outcome, by=by))
    yield Paragraph(
        writing.say("reasons.why", text=choice.reasons) if choice.reasons else writing.say("reasons.no-why")
    )
    ruling = writing.deciding.ruling(choice.outcome.act, measure.id)
    if choice.departure and ruling:
        verdict = term(ruling.verdict, writing.language)
        told = {"text": choice.departure, "agreed": choice.agreed_by or writing.say("course.undated")}
        yield Paragraph(writing.say("reasons.departs", verdict=verdict, **told))


def _conditions(writing: Draft) -> Iterator[Block]:
    if writing.deciding.licences:
        yield Heading(writing.say("head.conditions"))
    for place, licence in enumerate(writing.deciding.licences, 1):
        yield Paragraph(" ".join(_licence(writing, licence)), f"L{place}", binding=True)
        if licence.uses:
            yield Listing(tuple(say_to_state(f"use.{use.value}", writing.language) for use in licence.uses))


def _licence(writing: Draft, licence: Licence) -> Iterator[str]:
    of = joined(map(writing.named, licence.of))
    yield writing.say("licence.of", of=of, who=licence.who, purpose=licence.purpose)
    yield writing.say("licence.until", day=licence.until) if licence.until else writing.say("licence.endless")
    yield writing.say("licence.returned" if licence.returned else "licence.kept")
    if licence.note:
        yield licence.note


def _order(writing: Draft) -> Iterator[Block]:
    """What is ordered, per measure and person."""
    yield Heading(writing.say("head.order"))
    place = 0
    for measure in writing.deciding.measures:
        for person, choice in writing.deciding.decided(measure):
            place += 1
            outcome = writing.say(f"order.{choice.outcome.value}" if choice else "order.undecided")
            told = {"measure": writing.measure(measure), "outcome": outcome}
            text = writing.say("order.of", person=writing.person(person), **told) if person else ""
            yield Paragraph(text or writing.say("order.whole", **told), str(place), binding=True)
    if any(limit.suspends for limit in writing.deciding.limits) or writing.deciding.remedies:
        yield Paragraph(writing.say("order.hold"), str(place + 1), binding=True)


def _limits(writing: Draft) -> Iterator[Block]:
    yield Heading(writing.say("head.limits"))
    if not writing.deciding.limits:
        yield Paragraph(writing.say("limit.none"))
        return
    keys = ("name", "who", "days", "start", "last", "suspends", "source")
    rows = tuple(
        (
            limit.name,
            limit.who,
            limit.days,
            limit.start,
            day_in_words(limit.last, writing.language) if limit.last else writing.say("limit.unknown"),
            writing.say("limit.yes" if limit.suspends else "limit.no"),
            limit.source,
        )
        for limit in writing.deciding.limits
    )
    yield Table(tuple(writing.say(f"limit.{key}") for key in keys), rows)


def _told(writing: Draft) -> Iterator[Block]:
    yield Heading(writing.say("head.told"))
    told = writing.deciding.told
    if not told:
        yield Paragraph(writing.say("told.none"))
        return
    yield Listing(
        tuple(writing.say("told.one", who=t.who, what=t.what, how=f", {t.how}" if t.how else "") for t in told)
    )


def _rulings(writing: Draft) -> Iterator[Block]:
    """The rulings the text was made from, by hash, so that anybody can see whether they were others."""
    if not writing.rulings:
        return
    yield Heading(writing.say("head.rulings"))
    yield Listing(
        tuple(
            writing.say(
                "rulings.one",
                act=act_title(r.act, writing.language),
                object=writing.named(r.object),
                day=r.at,
                verdict=term(r.verdict, writing.language),
                hash=r.hash,
            )
            for r in writing.rulings
        )
    )
    yield Paragraph(writing.say("rulings.law", hash=writing.deciding.law.hash))
