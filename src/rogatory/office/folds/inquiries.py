"""The allegations of a case, folded from its entries: who lodged them, who investigates, what was done, how they ended.

An allegation begins with the act that lodges it, with an inquiry opened of the office's own motion, or with a confirmed
link that raises it (`examination.inquiries.raised`). Who a protected source is stands in a field of its own of the
entry that lodged it: never in the file of the case, so that no page, decision, letter or export made from it holds it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime

from rogatory.casefile.model import CaseFile
from rogatory.examination.inquiries.allegations import (
    Allegation,
    Asked,
    Conclusion,
    Origin,
    Taken,
    Taking,
)
from rogatory.examination.inquiries.checking import Did
from rogatory.examination.inquiries.holding import holds
from rogatory.examination.inquiries.raised import Raises, raised_by
from rogatory.examination.inquiries.steps import Step
from rogatory.law.acts import CONFIRM_LINK, INVESTIGATE_REPRESSION, PROTECT, Act, Role
from rogatory.law.grades import Grade
from rogatory.office.filing import CONCLUDE_INQUIRY, DECIDE_DISCLOSURE, INQUIRE, LODGE_ALLEGATION, SUBMIT
from rogatory.office.folds.dossier import BARRED, PROPOSED, Dossier, Entry, named
from rogatory.office.folds.linking import CaseLink, LinkState
from rogatory.people.mandates import Mandate
from rogatory.remedies.kinds import INQUIRY_CLOSING
from rogatory.remedies.lodged import Outcome, Remedy
from rogatory.states.record.entries import Method

ALLEGED_FOR = "Transnational repression is alleged for"
"""How the event of the file begins that tells of an allegation; then follow the person and the words."""
ASK_SOURCE = "ask-source"
"""In the place of a step: that whoever leads the inquiry asks the custodian who the source is."""
IDENTITY = "identity"
"""The field in which it stands who a protected source is."""
CUSTODIAN = Role.COURT
"""Who keeps it: the court, which decides with reasons to whom it is opened, and leads no inquiry (Code of Criminal
Procedure (BE), Articles 86bis and 86ter; as for every protected identity, `people.compartments`)."""
OF_AN_INQUIRY = ("alleges", "takes-up", "inquires", "concludes", "discloses", "for-inquiry")
"""Fields of their entries: identifiers and words of tables, and nothing anybody wrote."""
_ORIGINS: Mapping[str, Origin] = {
    Role.PERSON_CONCERNED.value: Origin.PERSON,
    Role.COUNSEL.value: Origin.COUNSEL,
    Role.CLERK.value: Origin.OUTSIDER,
}
_QUASHED = (Outcome.GRANTED, Outcome.PARTLY)


def allegations_of(dossier: Dossier) -> dict[str, Allegation]:
    """The allegations of a case by what they are called, in the order in which they came."""
    found = {a.ident: a for a in _raised(dossier)}
    for number, entry in enumerate(dossier.entries):
        if entry.act == LODGE_ALLEGATION.id or _is_referred(entry):
            made = _lodged(number, entry)
            found[made.ident] = made
        elif entry.act == INVESTIGATE_REPRESSION.id:
            _taken_up(found, number, entry)
        elif entry.object in found:
            found[entry.object] = _moved(found[entry.object], entry)
        elif entry.act == SUBMIT.id and entry.fields.get("for-inquiry") in found:
            was = found[entry.fields["for-inquiry"]]
            found[was.ident] = replace(was, filed=(*was.filed, entry.seq))
    remedies = [r for r in dossier.challenges.remedies.values() if r.kind is INQUIRY_CLOSING]
    ordered = sorted(found.values(), key=lambda a: a.entry)
    return {a.ident: _quashed(a, remedies) if remedies else a for a in ordered}


def _is_referred(entry: Entry) -> bool:
    """Whether an answer to an incident lodges an allegation; that it does, is told, and nothing else of the answer."""
    return entry.act == PROTECT.id and "alleges" in entry.fields


def _raised(dossier: Dossier) -> Iterator[Allegation]:
    """What confirmed links raise; of a link that was dismissed since, only what was taken up."""
    for link in dossier.links.values():
        name = f"raised-{link.name}"
        confirmed = [e for e in dossier.entries if e.act == CONFIRM_LINK.id and e.object == link.name]
        told = _what_raises(link, dossier.case)
        taken = any(e.fields.get("takes-up") == name for e in dossier.entries)
        if confirmed and (taken or (told is not None and link.state is not LinkState.DISMISSED)):
            last, raises = confirmed[-1], told or Raises()
            about = next((str(p["about"]) for p in link.told["proposes"] if p["about"]), "")
            yield Allegation(name, about, Origin.SYSTEM, last.at, "", last.seq, raises.methods, raises.torture,
                             link=link.name)  # fmt: skip


def _what_raises(link: CaseLink, case: CaseFile) -> Raises | None:
    took = set(link.took)
    return raised_by(f.question for f in case.findings if f.id in took) if took else None


def _lodged(number: int, entry: Entry) -> Allegation:
    about = entry.fields.get("alleges", {})
    on = about.get("on")
    at = datetime.combine(date.fromisoformat(on), datetime.min.time(), entry.at.tzinfo) if on else entry.at
    return Allegation(
        ident=named("allegation", number),
        person=entry.object,
        origin=_ORIGINS.get(str(entry.fields.get("role")), Origin.OFFICIAL),
        lodged=at,
        by=entry.actor,
        entry=entry.seq,
        methods=tuple(Method(m) for m in about.get("methods", ())),
        torture=bool(about.get("torture")),
        concerns=tuple(about.get("concerns", ())),
        source=str(about.get("source", "")),
    )


def _taken_up(found: dict[str, Allegation], number: int, entry: Entry) -> None:
    name = entry.fields.get("takes-up") or named("allegation", number)
    if name not in found:
        found[name] = replace(_lodged(number, entry), ident=name, origin=Origin.OFFICIAL)
    was = found[name]
    found[name] = replace(was, taken=(*was.taken, Taken(entry.seq, entry.at, entry.actor)))


def _moved(was: Allegation, entry: Entry) -> Allegation:
    told = entry.fields
    if entry.act == INQUIRE.id:
        about = told["inquires"]
        if about["step"] == ASK_SOURCE:
            return replace(was, asked=(*was.asked, Asked(entry.seq, entry.actor)))
        on, left_out = date.fromisoformat(about["on"]), bool(about.get("left-out"))
        return replace(was, steps=(*was.steps, Taking(Step(about["step"]), entry.seq, on, left_out, entry.actor)))
    if entry.act == DECIDE_DISCLOSURE.id:
        opens, waiting = told["discloses"] == "yes", was.waits_for_custodian
        answered = (replace(a, answered=entry.seq, opens=opens) if a is waiting else a for a in was.asked)
        return replace(was, asked=tuple(answered))
    if entry.act == CONCLUDE_INQUIRY.id:
        grade = told["concludes"].get("grade")
        made = Conclusion(entry.seq, entry.at.date(), Grade.named(grade) if grade else None, entry.actor,
                          str(told.get("second", "")))  # fmt: skip
        return replace(was, conclusions=(*was.conclusions, made))
    return was


def _quashed(was: Allegation, remedies: Iterable[Remedy]) -> Allegation:
    """With what a court has quashed; the person is then told of the next conclusion anew.

    A remedy that names no inquiry is against every one of that person.
    """
    made = was.conclusions
    for remedy in remedies:
        own = was.person in ("", remedy.person) and (not remedy.against or was.ident in remedy.against)
        if own and remedy.outcome in _QUASHED:
            made = tuple(
                replace(c, quashed=remedy.decided) if c.entry < remedy.entry and c.quashed is None else c for c in made
            )
    last = max((c.entry for c in made if c.quashed is not None), default=-1)
    steps = tuple(t for t in was.steps if t.step is not Step.INFORMED or t.entry > last)
    return replace(was, conclusions=made, steps=steps)


def done_in(entries: Iterable[Entry]) -> Iterator[Did]:
    """What was done, tried, proposed or agreed to in a case, by account."""
    for entry in entries:
        act = str(entry.fields.get("act", entry.act)) if entry.act in (BARRED, PROPOSED) else entry.act
        yield Did(entry.actor, act)
        if second := entry.fields.get("second"):
            yield Did(str(second), act)


def inquiries_holding(act: Act, obj: str, dossier: Dossier) -> tuple[Allegation, ...]:
    """The allegations for which an act on an object waits."""
    return tuple(a for a in allegations_of(dossier).values() if holds(a, act, obj, dossier.case))


def identity_of(dossier: Dossier, source: str) -> str:
    """Who a protected source is; empty: there is no such source, or the words were erased. Only for who may open it."""
    named_so = (a for a in allegations_of(dossier).values() if a.source == source and source)
    entries = {e.seq: e for e in dossier.entries}
    return next((str(entries[a.entry].fields.get(IDENTITY, "")) for a in named_so), "")


def sources_of(dossier: Dossier) -> tuple[str, ...]:
    """The pseudonyms of the protected sources of a case."""
    return tuple(a.source for a in allegations_of(dossier).values() if a.source)


def may_open(dossier: Dossier, source: str, held: Iterable[Mandate]) -> bool:
    """Whether somebody may open who a source is: the custodian, and whoever the custodian has opened it to."""
    held = tuple(held)
    told = next((a for a in allegations_of(dossier).values() if a.source == source and source), None)
    return told is not None and any(m.role is CUSTODIAN or told.opened_to(m.account) for m in held)


def of_other_persons(dossier: Dossier, persons: frozenset[str], seen_links: Iterable[str]) -> tuple[Allegation, ...]:
    """The allegations a person concerned is not told of: those of others, and those of links that are not theirs.

    Args:
        dossier: The case.
        persons: The own persons of whoever reads.
        seen_links: Names of the links that are seen.
    """
    links = frozenset(seen_links)
    others = frozenset(p.id for p in dossier.case.persons) - persons
    return tuple(a for a in allegations_of(dossier).values() if a.person in others or (a.link and a.link not in links))
