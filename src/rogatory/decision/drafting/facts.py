"""The parts of a draft that tell: the request, what happened, the facts with their evidence, what the defence says."""

from collections.abc import Iterator

from rogatory.casefile.model import Finding
from rogatory.decision.deciding import KnownLink
from rogatory.decision.documents.document import Block, Heading, Listing, Paragraph, Table
from rogatory.decision.drafting.parts import Draft, joined
from rogatory.law.acts import EXTRADITION_KINDS
from rogatory.law.grades import Grade
from rogatory.law.wording import request_word, term
from rogatory.law.wording.titles import title_in
from rogatory.states.treaties import TreatyMatrix

_LINK_STATES = ("confirmed", "dismissed", "open")


def request(draft: Draft) -> Iterator[Block]:
    """Who asks what of whom, when, on which treaty."""
    told, letter = draft.deciding.case.request, draft.deciding.letter
    yield Heading(draft.say("head.request"))
    sentences = [
        draft.say(
            "request.asked",
            authority=letter.authority or told.authority or draft.say("request.unnamed"),
            state=draft.state(told.requesting),
            requested=draft.state(told.requested),
            kind=request_word(told.kind, draft.language),
        )
    ]
    if letter.day:
        sentences.append(draft.say("request.dated", day=letter.day))
    sentences.append(
        draft.say("request.received", day=told.received) if told.received else draft.say("request.received-unknown")
    )
    yield Paragraph(" ".join(sentences))
    if told.summary:
        yield Paragraph(draft.say("request.summary", text=told.summary))
    yield Paragraph(" ".join(_treaties(draft)))
    yield from _asked(draft)


def _treaties(draft: Draft) -> Iterator[str]:
    letter = draft.deciding.letter
    yield draft.say("request.relies", treaty=letter.treaty) if letter.treaty else draft.say("request.relies-not")
    both = treaties_between(draft)
    yield draft.say("request.bonds", list=joined(both)) if both else draft.say("request.bonds-none")


def treaties_between(draft: Draft) -> tuple[str, ...]:
    """Titles of the treaties on such cooperation that are known to bind both states on the day."""
    request_, matrix = draft.deciding.case.request, draft.deciding.law.treaties
    if not isinstance(matrix, TreatyMatrix):
        return ()
    day = max((r.at for r in draft.rulings), default=draft.deciding.office.day)
    asked = (
        matrix.extradition_treaties_between
        if request_.kind in EXTRADITION_KINDS
        else matrix.assistance_treaties_between
    )
    bonds = asked(request_.requested, request_.requesting, day)
    return tuple(
        title_in(matrix.instrument(b.instrument).title, draft.language) for b in bonds if b.standing.name == "BOUND"
    )


def _asked(draft: Draft) -> Iterator[Block]:
    case, letter = draft.deciding.case, draft.deciding.letter
    if case.persons:
        yield Paragraph(draft.say("request.persons"))
        written = dict(letter.persons)
        theirs = {p.id: name for p in case.persons if (name := written.get(p.id, "")) != p.name}
        told = ((draft.person(p.id), theirs.get(p.id, ""), p.note) for p in case.persons)
        yield Listing(tuple(joined(filter(None, texts)) for texts in told))
    if draft.deciding.measures:
        theirs = dict(letter.measures)
        head = tuple(draft.say(f"request.{k}") for k in ("measure", "theirs", "touches"))
        rows = tuple(
            (draft.measure(m), theirs.get(m.id, ""), joined(map(draft.person, draft.deciding.persons(m))))
            for m in draft.deciding.measures
        )
        yield Table(head, rows, draft.say("request.measures"))


def course(draft: Draft) -> Iterator[Block]:
    """What happened, by day; promises given and remedies that run."""
    deciding = draft.deciding
    if not (deciding.case.events or deciding.undertakings or deciding.remedies):
        return
    yield Heading(draft.say("head.course"))
    if deciding.case.events:
        head = tuple(draft.say(f"course.{k}") for k in ("day", "what", "source"))
        events = sorted(deciding.case.events, key=lambda e: e.on)
        yield Table(head, tuple((draft.day(e.on), e.text, e.source) for e in events))
    for given in deciding.undertakings:
        day = draft.day(given.on)
        yield Paragraph(draft.say("course.undertaking", by=given.by, day=day, text=given.text), source=given.source)
    for running in deciding.remedies:
        told = {"by": running.by, "before": running.before, "text": running.text}
        yield Paragraph(draft.say("course.remedy", day=draft.day(running.on), **told))


def known(draft: Draft) -> Iterator[Block]:
    """The links with what was already known, each as a named official decided it."""
    if draft.deciding.links:
        yield Heading(draft.say("head.links"))
        yield Listing(tuple(_link(draft, link) for link in draft.deciding.links))


def _link(draft: Draft, link: KnownLink) -> str:
    state = link.state if link.state in _LINK_STATES else "open"
    told = {"register": link.register, "entry": link.entry, "says": link.says, "by": link.by, "reasons": link.reasons}
    return draft.say(f"course.link-{state}", **told)


def facts(draft: Draft) -> Iterator[Block]:
    """Every finding that holds, each with what shows it; those nothing turns on stand last, and shorter."""
    yield Heading(draft.say("head.facts"))
    carried = [f for f in draft.findings if f.id in draft.carried]
    rest = [f for f in draft.findings if f.id not in draft.carried]
    if not draft.findings:
        yield Paragraph(draft.say("fact.none"))
    for finding in carried:
        yield Paragraph(
            _whole(draft, finding), draft.numbers[finding.id], finding.source or draft.say("fact.no-source")
        )
    if rest:
        yield Paragraph(draft.say("fact.rest"))
        yield Listing(
            tuple(f"{draft.numbers[f.id]}. {_whole(draft, f, brief=True)} [{_source(draft, f)}]" for f in rest)
        )


def _source(draft: Draft, finding: Finding) -> str:
    return finding.source or draft.say("fact.no-source")


def _whole(draft: Draft, finding: Finding, *, brief: bool = False) -> str:
    """A finding with its grade, its days and who found it."""
    about = draft.named(finding.about) if finding.about else draft.say("fact.case")
    parts = [draft.say("fact.about", about=about, text=draft.clause(finding))]
    if not finding.unknown and finding.grade is not Grade.NONE:
        parts.append(draft.say("fact.grade", grade=term(finding.grade, draft.language)))
    days = {"since": finding.since, "until": finding.until, "known": finding.known, "as-of": finding.as_of}
    parts += [draft.say(f"fact.{key}", day=day) for key, day in days.items() if day]
    if finding.by or not brief:
        parts.append(draft.say("fact.by", by=finding.by) if finding.by else draft.say("fact.no-by"))
    if finding.conclusion:
        parts.append(draft.say("fact.conclusion"))
    if finding.note:
        parts.append(draft.say("fact.note", text=finding.note))
    return " ".join(parts)


def defence(draft: Draft) -> Iterator[Block]:
    """Each argument of the defence, with the answer given to it, or that it has none."""
    yield Heading(draft.say("head.defence"))
    if not draft.deciding.submissions:
        yield Paragraph(draft.say("defence.none"))
    for place, said in enumerate(draft.deciding.submissions, 1):
        text = draft.say("defence.argument", by=said.by, day=draft.day(said.on), text=said.text)
        yield Paragraph(text, f"D{place}")
        answer = {"by": said.answered_by or draft.say("request.unnamed"), "text": said.answer}
        yield Paragraph(draft.say("defence.answer", **answer) if said.answer else draft.say("defence.unanswered"))
