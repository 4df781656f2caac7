"""What of a case somebody sees: the dossier cut down to a sight, before any page, route or letter shows it.

- `FILE`: the whole file, with the words of what stands apart left out (`apart`), and every link (`links_seen`).
- `MATERIAL`: items, packages and the findings on them; not the investigation.
- `OWN`: the file as it concerns one's own persons; nothing of another person concerned, nor of that person's links.
  Of what stands apart these two see nothing, unless it is their own or their mandate opens it.
- `STATUS`: where the request stands and what was sent (`STATUS_ACTS`), without any finding, person or ruling.
"""

from collections.abc import Collection, Container, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from rogatory.casefile.model import CaseFile, Request
from rogatory.casefile.parties import Proceeding
from rogatory.casefile.view import View
from rogatory.law.acts import DISMISS_LINK, Act, Role
from rogatory.law.questions import Kind
from rogatory.law.ruling import OpenQuestion, Ruling
from rogatory.law.vocabulary import VOCABULARY
from rogatory.office.acts.hearing import is_told
from rogatory.office.against.guards import NO_DEPARTURE
from rogatory.office.filing import (
    END_MANDATE,
    EVERY_ACT,
    EXTEND_LIMIT,
    GIVE_MANDATE,
    INVITE_COUNSEL,
    LODGE_ALLEGATION,
    LODGE_REMEDY,
    READ,
    SUBMIT,
    SUSPEND_LIMIT,
)
from rogatory.office.folds.aftermath import OF_THE_AFTERMATH, aftermath_of
from rogatory.office.folds.answered import ONLY_THE_DOOR, as_judged
from rogatory.office.folds.apart import Apart, Veil, pseudonyms
from rogatory.office.folds.documents import OF_DOCUMENTS, Documents
from rogatory.office.folds.documents import seen as documents_seen
from rogatory.office.folds.dossier import BARRED, PROPOSED, Dossier, Entry, named
from rogatory.office.folds.inquiries import OF_AN_INQUIRY, of_other_persons
from rogatory.office.folds.limits import limits
from rogatory.office.folds.linking import brought_by
from rogatory.office.folds.links_seen import LinkSeen, is_own, links_seen
from rogatory.office.folds.notices import OF_A_NOTICE
from rogatory.office.folds.originals import OriginalSeen, originals_seen, unseen_originals
from rogatory.office.folds.protected import OF_PROTECTION, WORDS, without_protection
from rogatory.office.folds.seizures import OF_A_SEIZURE, SEIZING, of_others_seizures
from rogatory.office.folds.withheld import KEPT, as_told
from rogatory.people.mandates import Mandate
from rogatory.people.sight import Sight, sight
from rogatory.remedies.secrecy import Secrecy

STATUS_ACTS = frozenset({"register", "grant", "refuse", "postpone", "transmit", "ask-completion", "close", "surrender"})
"""Acts of which the requesting state's liaison sees that and when they were done."""
_SAID = frozenset({LODGE_REMEDY.id, SUBMIT.id, LODGE_ALLEGATION.id})
"""Acts by which a person concerned, or counsel, says something in their own words."""
_OF_MATERIAL = (Kind.ITEM, Kind.PACKAGE)


@dataclass(frozen=True, slots=True)
class Portion:
    """A case as somebody sees it.

    Attributes:
        sight: How much is seen.
        case: The case file, with only what is seen.
        entries: The entries seen, in order.
        mandates: Mandates of the case that are seen, by identifier.
        persons: Identifiers of the own persons; empty: nobody in particular.
        whole: The case as it is, to judge by; never shown.
        names: By account, the identifier that stands in the place of a name that is not seen.
        links: Links with what is already known, as they are seen.
        documents: Documents of the case that are seen, by name.
        originals: Received documents of the case that are seen, by name; some of them shut.
    """

    sight: Sight
    case: CaseFile
    entries: tuple[Entry, ...]
    mandates: dict[str, Mandate]
    persons: frozenset[str]
    whole: CaseFile
    names: Mapping[str, str]
    links: tuple[LinkSeen, ...]
    documents: Documents
    originals: Mapping[str, OriginalSeen]

    def sees_ruling(self, act: Act, obj: str) -> bool:
        """Whether the ruling on an act on an object is seen."""
        if self.sight is Sight.MATERIAL:
            return act.of in _OF_MATERIAL
        if self.sight is Sight.OWN:
            return bool(self._touched(act, obj) & self.persons)
        return self.sight is Sight.FILE

    def sees_reasons(self, act: Act, obj: str) -> bool:
        """Whether the trees of reasons are seen: they tell what is found of every person the act touches.

        Who stands beside one of several persons sees the reasons of what touches that person alone, unless something is
        found of a measure against another.
        """
        if self.sight is not Sight.OWN:
            return self.sight is Sight.FILE
        foreign = {m.id for m in self.whole.measures if not set(m.persons) <= self.persons}
        return self._touched(act, obj) <= self.persons and not any(f.about in foreign for f in self.whole.findings)

    def told(self, ruling: Ruling) -> Ruling:
        """A ruling as it is told: that a link waits only to whoever sees that link. The verdict stays what it is."""
        if self.sight is Sight.FILE or any(link.bars for link in self.links):
            return ruling
        norms = tuple(n for n in ruling.norms if n.norm.id not in NO_DEPARTURE)
        return replace(ruling, norms=norms, questions=tuple(q for q in ruling.questions if q.slot not in ONLY_THE_DOOR))

    def sees_question(self, question: OpenQuestion) -> bool:
        """Whether a question that still matters is seen."""
        if self.sight is Sight.MATERIAL:
            return VOCABULARY[question.slot.partition("@")[0]].of in _OF_MATERIAL
        if self.sight is Sight.OWN:
            return not question.person or question.person in self.persons
        return self.sight is Sight.FILE

    def _touched(self, act: Act, obj: str) -> frozenset[str]:
        last = self.whole.last_day()
        everyone = frozenset(p.id for p in self.whole.persons)
        if last is None or obj not in (view := View(self.whole, last)).objects(act):
            return everyone
        return frozenset(s.person for s in view.subjects(act, obj))


def portion(
    dossier: Dossier, held: Iterable[Mandate], apart: Apart | None = None, kept: Collection[Secrecy] = ()
) -> Portion:
    """What of a case somebody sees.

    Args:
        dossier: The case, as it stands or stood.
        held: The mandates of the reader, all of them for this case today.
        apart: What stands apart today, where `dossier` is the case of a past day; None: what the dossier says.
        kept: What keeps something from a person concerned today (`withheld.restrictions`); who sees more sees it all.
    """
    held, judged = tuple(held), dossier
    seen = sight(held)
    dossier = as_told(dossier, kept) if seen is Sight.OWN else dossier
    persons = frozenset(m.person for m in held if m.person) if seen is Sight.OWN else frozenset()
    veil = Veil(dossier.case, dossier.apart if apart is None else apart, held)
    case, everything, mandates = dossier.case, tuple(dossier.entries), dict(dossier.mandates)
    documents, originals = (
        documents_seen(dossier.documents, seen, held, persons),
        originals_seen(dossier, veil, persons),
    )
    match seen:
        case Sight.FILE:
            cut, entries = veil.over(), everything
        case Sight.OWN:
            foreign = {n: link for n, link in dossier.links.items() if not is_own(link, case, persons)}
            of_others, alleged = _of_others(judged, persons, held)
            cut = _own(without_closed(veil), persons, brought_by(foreign.values()) | _added(everything, of_others))
            not_told = (
                foreign.keys() | _dismissals(everything, foreign) | unseen_originals(everything, originals) | alleged
            )
            mine = (
                e for e in everything
                if e.act != KEPT and _entry_is_own(e, case, persons) and e.object not in not_told
                and e.seq not in of_others and (done(e) not in OF_DOCUMENTS or e.object in documents)
            )  # fmt: skip
            entries = tuple(_without_links(e) if foreign else e for e in mine)
            mandates = {ident: m for ident, m in mandates.items() if m.person in persons}
        case Sight.MATERIAL:
            cut, mandates = _material(without_closed(veil)), {}
            entries = tuple(e for e in everything if _is_of_material(done(e)))
        case _:
            cut, mandates = _status(case), {}
            entries = tuple(e for e in everything if e.act in STATUS_ACTS) if seen is Sight.STATUS else ()
    told = [_told(e, veil) for e in without_protection(entries, held)]
    if seen is Sight.OWN:
        own = {m.account for m in held}
        # The defence is owed who looked by role, and not by an official's private name (`readings`).
        told = [_unnamed(e) if e.act in (READ.id, BARRED) and e.actor not in own else e for e in told]
    links = links_seen(dossier.links, veil, seen, persons)
    return Portion(
        seen, cut, tuple(told), mandates, persons, as_judged(judged), _pseudonyms(veil, everything), links, documents,
        originals,
    )  # fmt: skip


def _pseudonyms(veil: Veil, entries: Iterable[Entry]) -> dict[str, str]:
    return pseudonyms(veil, [m for e in entries if (m := _of_a_person_concerned(e))])


def without_closed(veil: Veil) -> CaseFile:
    """The case for somebody who sees a part: findings and events that are closed are not there at all."""
    case, seen = veil.case, veil.over()
    return replace(
        seen,
        findings=tuple(f for f, was in zip(seen.findings, case.findings, strict=True) if not veil.of_finding(was)),
        events=tuple(e for n, e in enumerate(seen.events) if not veil.of_event(n, case.events[n])),
    )


def _of_a_person_concerned(entry: Entry) -> tuple[str, str] | None:
    told = entry.fields.get("mandate", {}) if entry.act == GIVE_MANDATE.id else {}
    return (told["account"], told["person"]) if told.get("role") == Role.PERSON_CONCERNED.value else None


def _unnamed(entry: Entry) -> Entry:
    return replace(entry, actor="", fields={k: v for k, v in entry.fields.items() if k != "proposed-by"})


SHOWN = frozenset({"act", "role", "second", "second-role", "proposal", "proposed-by", "person", "verdict", "ruling",
                   "law", "obstacles", "mandate", "departs-from", "notice-owed", "into", "out-of",
                   "sends", "payload", "submits", *OF_A_SEIZURE, *OF_AN_INQUIRY, *OF_THE_AFTERMATH,
                   *OF_PROTECTION, *OF_A_NOTICE})  # fmt: skip
"""Fields of an entry that whoever sees the entry sees. What it adds to the file is seen there, and nowhere else."""
IN_WORDS = frozenset({*WORDS, "reasons", "outcome", "part", "text", "final", "conditions", "manner", "language", "on",
                      "told-of", "compartment"})  # fmt: skip
"""Fields in which somebody wrote, or that follow from it: seen unless they stand in a compartment that is closed."""


def _told(entry: Entry, veil: Veil) -> Entry:
    fields = entry.fields
    form = fields.get("form", {})
    # Why a link was dismissed may tell of somebody else, whose it would have been.
    of_another = done(entry) == DISMISS_LINK.id and sight(veil.held) is Sight.OWN
    closed = of_another or veil.of_words(fields.get("compartment") or form.get("compartment"), entry.object)
    masked = (*OF_A_SEIZURE, *OF_THE_AFTERMATH)
    shown = {k: _masked(v, veil) if k in masked else v for k, v in fields.items() if k in SHOWN}
    if not closed:
        words = {k: v for k, v in {**form, **fields}.items() if k in IN_WORDS}
        shown |= {k: veil.text(v) if isinstance(v, str) else v for k, v in words.items()}
    return replace(entry, fields=shown)


def _masked(told: Any, veil: Veil) -> Any:  # noqa: ANN401 - whatever a field of an entry holds
    """A field of an entry, its words without the names that are not seen."""
    match told:
        case str():
            return veil.text(told)
        case dict():
            return {part: _masked(value, veil) for part, value in told.items()}
        case list():
            return [_masked(value, veil) for value in told]
        case _:
            return told


def _is_of_material(act: str) -> bool:
    known = EVERY_ACT.get(act)
    return act in SEIZING or (known is not None and known.of in _OF_MATERIAL)


def done(entry: Entry) -> str:
    """The act an entry is about: of a barred attempt or a proposal, the act attempted or proposed."""
    return str(entry.fields.get("act", entry.act)) if entry.act in (BARRED, PROPOSED) else entry.act


def _own(case: CaseFile, persons: frozenset[str], not_told: frozenset[str]) -> CaseFile:
    others = frozenset(p.id for p in case.persons) - persons
    measures = tuple(m for m in case.measures if not m.persons or set(m.persons) & persons)
    hidden = others | {m.id for m in case.measures} - {m.id for m in measures}
    hidden |= {i.id for i in case.items if i.holder in others}
    proceedings = tuple(_own_parties(p, persons, others) for p in case.proceedings if _touches(p, persons, others))
    hidden |= {p.id for p in case.proceedings} - {p.id for p in proceedings}
    own = replace(
        case,
        persons=tuple(p for p in case.persons if p.id in persons),
        measures=tuple(replace(m, persons=tuple(p for p in m.persons if p in persons)) for m in measures),
        assurances=tuple(a for a in case.assurances if not a.persons or set(a.persons) & persons),
        items=tuple(i for i in case.items if i.holder not in others),
        findings=tuple(f for f in case.findings if f.about not in hidden and f.id not in not_told),
        # A relation to another person concerned is that person's, too.
        relations=tuple(r for r in case.relations if {r.of, r.to} <= persons),
        proceedings=proceedings,
    )
    if not others:
        return own
    # What is told in free words may tell of the others.
    return replace(own, title="", request=replace(case.request, summary=""),
                   events=tuple(e for e in case.events if e.about in persons))  # fmt: skip


def _of_others(
    dossier: Dossier, persons: frozenset[str], held: Iterable[Mandate]
) -> tuple[frozenset[int], frozenset[str]]:
    """The entries that are other persons' alone, and the names of the allegations that are."""
    told = links_seen(dossier.links, Veil(dossier.case, dossier.apart, tuple(held)), Sight.OWN, persons)
    hidden = of_other_persons(dossier, persons, (link.name for link in told if link.told is not None))
    entries = _challenged_by_others(dossier, persons, held)
    entries |= of_others_seizures(dossier.entries, persons, dossier.case)
    return entries | {a.entry for a in hidden if not a.link}, frozenset(a.ident for a in hidden)


def _challenged_by_others(dossier: Dossier, persons: frozenset[str], held: Iterable[Mandate]) -> frozenset[int]:
    """The entries by which other persons concerned said something, challenged, were heard, served, or got counsel."""
    others = frozenset(p.id for p in dossier.case.persons) - persons
    names = {r.ident for r in dossier.challenges.remedies.values() if r.person in others}
    names |= {s.ident for s in dossier.challenges.secrecies.values() if s.person in others}
    names |= {h.ident for h in dossier.hearings.values() if not is_told(h, dossier, held)}
    names |= {named("invitation", n) for n, e in enumerate(dossier.entries)
              if e.act == INVITE_COUNSEL.id and e.object in others}  # fmt: skip
    names |= {s.ident for s in dossier.services.values() if s.person in others}
    breaches = [b for b in aftermath_of(dossier).breaches.values() if not persons & set(b.persons)]
    names |= {b.ident for b in breaches}
    if any(e.act in (SUSPEND_LIMIT.id, EXTEND_LIMIT.id) for e in dossier.entries):
        names |= {one.ident for one in limits(dossier) if one.person in others or one.about in names}
    hidden = {e.seq for e in dossier.entries if e.object in names or (e.act in _SAID and e.object in others)}
    hidden |= {b.found for b in breaches if b.found is not None}
    return frozenset(hidden | {h.entry for h in dossier.hearings.values() if h.ident in names})


def _added(entries: Iterable[Entry], hidden: frozenset[int]) -> frozenset[str]:
    """The findings these entries added: their words are those of whoever lodged, alleged or ruled."""
    return frozenset(f["id"] for e in entries if e.seq in hidden for f in e.fields.get("adds", {}).get("findings", ()))


def _touches(proceeding: Proceeding, persons: frozenset[str], others: frozenset[str]) -> bool:
    """Whether proceedings are seen beside `persons`: they are parties, or no other person concerned is."""
    parties = {p.person for p in proceeding.parties}
    return bool(parties & persons) or not parties & others


def _own_parties(proceeding: Proceeding, persons: frozenset[str], others: frozenset[str]) -> Proceeding:
    return replace(proceeding, parties=tuple(p for p in proceeding.parties if p.person in persons or not others))


def _dismissals(entries: Iterable[Entry], links: Container[str]) -> frozenset[str]:
    """What the proposals to dismiss one of these links are called."""
    proposed = [(n, e) for n, e in enumerate(entries) if e.act == PROPOSED and e.fields["act"] == DISMISS_LINK.id]
    return frozenset(named("proposal", n) for n, e in proposed if e.object in links)


def _without_links(entry: Entry) -> Entry:
    """A barred attempt without the obstacle that tells of a link."""
    if entry.act != BARRED:
        return entry
    stand = [o for o in entry.fields.get("obstacles", ()) if o.get("norm") not in NO_DEPARTURE]
    return replace(entry, fields={**entry.fields, "obstacles": stand})


def _entry_is_own(entry: Entry, case: CaseFile, persons: frozenset[str]) -> bool:
    others = frozenset(p.id for p in case.persons) - persons
    foreign = others | {m.id for m in case.measures if m.persons and not set(m.persons) & persons}
    foreign |= {i.id for i in case.items if i.holder in others}
    foreign |= {p.id for p in case.proceedings if not _touches(p, persons, others)}
    if entry.object in foreign:
        return False
    if entry.act == GIVE_MANDATE.id:
        return entry.fields.get("mandate", {}).get("person", "") not in others
    if entry.act == END_MANDATE.id:
        return not others
    about = {f.get("about", "") for f in entry.fields.get("adds", {}).get("findings", ())}
    return not about & foreign


def _material(case: CaseFile) -> CaseFile:
    about = {i.id for i in case.items} | set(case.packages)
    return CaseFile(
        id=case.id,
        title="",
        request=replace(case.request, summary="", authority=""),
        items=case.items,
        packages=case.packages,
        findings=tuple(f for f in case.findings if f.about in about or VOCABULARY[f.question].of in _OF_MATERIAL),
    )


def _status(case: CaseFile) -> CaseFile:
    told = case.request
    return CaseFile(case.id, "", Request(told.kind, told.requesting, told.requested, told.received))
