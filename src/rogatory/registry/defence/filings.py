"""What can be filed at this door, with what is filled in for each; and how the door of the office takes it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from django.http import QueryDict

from rogatory.aftermath.pressure import Pressure
from rogatory.casefile.model import Item
from rogatory.examination.inquiries.allegations import Allegation
from rogatory.examination.inquiries.wording import word
from rogatory.letters.facts import Measure
from rogatory.letters.wording import text_of, worded
from rogatory.office.effects import SUBMISSIONS
from rogatory.office.filing import INTERVENE, LODGE_ALLEGATION, LODGE_REMEDY, REPORT_INCIDENT, SUBMIT
from rogatory.office.folds.inquiries import allegations_of, of_other_persons
from rogatory.registry.defence import course
from rogatory.registry.defence.opening import Opened
from rogatory.registry.defence.wording import say, table
from rogatory.remedies.hearings import Hearing, Standing
from rogatory.remedies.kinds import INQUIRY_CLOSING, REMEDIES, Capacity, RemedyKind, open_in
from rogatory.states.record.entries import Method

OBSERVATIONS, ALLEGATION, INCIDENT = "observations", "allegation", "incident"
SAYS = (*SUBMISSIONS, ALLEGATION, INCIDENT)
"""What can be said to the office, beside the remedies."""
CAPACITIES: Mapping[Capacity, str] = MappingProxyType(
    {Capacity.PERSON: "person", Capacity.HARMED: "harmed", Capacity.HOLDER: "holder"}
)
APART = ("open", "asylum", "privileged")
LONGEST = 50_000
"""Characters of one text that are taken."""
Choices = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Field:
    """One thing to fill in.

    Attributes:
        name: Its name, as the door of the office takes it.
        label: What is asked.
        form: `text`, `line`, `one` or `many`.
        choices: What may be chosen; empty: it is written.
        help: A hint; empty: none.
        required: Whether it must be filled in.
        default: What stands there before anybody chooses.
    """

    name: str
    label: str
    form: str
    choices: Choices = ()
    help: str = ""
    required: bool = False
    default: str = ""


@dataclass(frozen=True, slots=True)
class Filled:
    """A field with what was filled in, in words and as values; `wrong`: what is wrong with it, empty: nothing."""

    field: Field
    value: str
    values: tuple[str, ...]
    said: tuple[str, ...]
    wrong: str


def act_of(what: str) -> str:
    """The act by which something is filed."""
    if what in REMEDIES:
        return LODGE_REMEDY.id
    return {OBSERVATIONS: INTERVENE.id, ALLEGATION: LODGE_ALLEGATION.id, INCIDENT: REPORT_INCIDENT.id}.get(
        what, SUBMIT.id
    )


def kinds(found: Opened) -> tuple[RemedyKind, ...]:
    """The remedies that exist for this case; one against a ruling only where there is a ruling on an own remedy."""
    request = found.dossier.case.request
    return tuple(k for k in open_in(request.kind, request.requested) if not k.of_a_ruling or _ruled(found))


def can_file(found: Opened) -> frozenset[str]:
    """Everything that can be filed in this case beside a person concerned."""
    return frozenset(k.id for k in kinds(found)) | frozenset(SAYS)


def title_of(what: str, language: str) -> str:
    """What is filed, in words."""
    return REMEDIES[what].says[language].capitalize() if what in REMEDIES else say(f"filing.{what}", language)


def hint_of(what: str, language: str) -> str:
    """What it is for, in a plain sentence."""
    return say(f"remedy.{what}" if what in REMEDIES else f"filing.{what}_text", language)


def fields(what: str, found: Opened) -> tuple[Field, ...]:
    """What is filled in, in order; a choice of one is left out."""
    return _with_a_choice(_fields(what, found))


def observation_fields(language: str, known: Iterable[Hearing]) -> tuple[Field, ...]:
    """What a third party fills in, who may know of these hearings."""
    words = table(language)
    return _with_a_choice(
        (
            Field("basis", words["send.basis"], "line", required=True),
            _hearing(known, language),
            _text(words),
        )
    )


def incident_fields(language: str) -> tuple[Field, ...]:
    """What a third party fills in that reports an incident."""
    return _with_a_choice((*_incident(words := table(language)), _text(words)))


def _text(words: Mapping[str, str]) -> Field:
    return Field("text", words["send.text_label"], "text", help=words["send.text_help"], required=True)


def _with_a_choice(asked: Iterable[Field]) -> tuple[Field, ...]:
    return tuple(f for f in asked if f.form not in ("one", "many") or len(f.choices) > (f.form == "one"))


def _hearing(known: Iterable[Hearing], language: str) -> Field:
    """For which of the known hearings that are to come something is filed."""
    words = table(language)
    coming = tuple((h.ident, course.hearing_text(h, language)) for h in known if h.standing is Standing.SET)
    return Field("hearing", words["send.hearing"], "one", (("", words["send.no_hearing"]), *coming))


def _fields(what: str, found: Opened) -> Iterator[Field]:
    words = table(found.language)
    persons = tuple((p.id, p.name) for p in found.seen.case.persons)
    yield Field("person", words["send.person"], "one", persons, required=True)
    if what in REMEDIES:
        kind = REMEDIES[what]
        may = tuple((c.value, words[f"capacity.{CAPACITIES[c]}"]) for c in kind.capacities)
        yield Field("capacity", words["send.capacity"], "one", may, default=may[0][0])
        if kind.of_a_ruling:
            yield Field("of", words["send.of"], "one", (("", words["send.choose_none"]), *_ruled(found)))
        ended = tuple((a.ident, a.ident) for a in _inquiries(found) if a.conclusion)
        against = ended if kind is INQUIRY_CLOSING else things(found)
        yield Field("against", words["send.against"], "many", against, words["send.against_help"])
    if what == "objection":
        items = tuple((i.id, _item(i)) for i in found.seen.case.items)
        yield Field("items", words["send.items"], "many", items)
    if what == ALLEGATION:
        methods = tuple((m.value, word(m, found.language)) for m in Method)
        yield Field("methods", words["inquiry.how"], "many", methods)
        yield Field("torture", words["inquiry.hurt"], "one", (("", words["inquiry.no"]), ("yes", words["inquiry.yes"])))
    if what == "statement":
        open_ = tuple((a.ident, a.ident) for a in _inquiries(found) if a.standing.is_open)
        yield Field("inquiry", words["inquiry.which"], "one", (("", words["inquiry.no_inquiry"]), *open_))
    if what in SUBMISSIONS:
        known = (h for h in found.dossier.hearings.values() if course.is_own_hearing(h, found))
        yield _hearing(known, found.language)
    yield from _incident(words) if what == INCIDENT else ()
    yield _text(words)
    # What is reported stands in its own compartment.
    apart = () if what == INCIDENT else tuple(("" if a == "open" else a, words[f"send.apart_{a}"]) for a in APART)
    yield Field("compartment", words["send.apart"], "one", apart)


def _incident(words: Mapping[str, str]) -> Iterator[Field]:
    """What is asked about an incident; days are written as the door reads them."""
    kinds_ = tuple((p.value, words[f"pressure.{p.value}"]) for p in Pressure)
    yield Field("kind", words["guard.what"], "one", kinds_, required=True)
    yield Field("since", words["guard.since"], "line", help=words["guard.day_help"], required=True)
    yield Field("until", words["guard.until"], "line", help=words["guard.day_help"])
    yield Field("place", words["guard.place"], "line")
    yield Field("state", words["guard.state"], "line", help=words["guard.state_help"])
    choices = (("", words["inquiry.no"]), ("yes", words["inquiry.yes"]))
    yield Field("for-request", words["guard.request"], "one", choices)


def _inquiries(found: Opened) -> list[Allegation]:
    """The allegations of which the reader is told."""
    hidden = of_other_persons(found.dossier, found.persons, (link.name for link in found.seen.links))
    return [a for a in allegations_of(found.dossier).values() if a not in hidden and a.person in found.persons]


def things(found: Opened) -> Choices:
    """The measures and items of the case that are seen, in everyday words."""
    made = [(m.id, measure_word(m.type, m.text, found.language)) for m in found.seen.case.measures]
    made += [(i.id, _item(i)) for i in found.seen.case.items]
    return tuple(made)


def measure_word(kind: str, text: str, language: str) -> str:
    """A measure in everyday words, with how the request describes it."""
    words = text_of("notice-to-person", language)
    said = worded(Measure(kind), words) if kind in {m.value for m in Measure} else kind
    return f"{said}: {text}" if text else said


def _item(item: Item) -> str:
    return f"{item.id}: {item.text}" if item.text else item.id


def _ruled(found: Opened) -> Choices:
    """The own remedies on which there is a ruling, whole or in part."""
    own = (r for r in found.dossier.challenges.remedies.values() if r.person in found.persons)
    return tuple((r.ident, course.remedy_word(r, found.language)) for r in own if r.decided is not None or r.partly)


def read(told: QueryDict, asked: tuple[Field, ...]) -> dict[str, Any]:
    """What was filled in, as it is kept in a draft."""
    kept: dict[str, Any] = {}
    for field in asked:
        kept[field.name] = told.getlist(field.name) if field.form == "many" else told.get(field.name, "")
        if isinstance(kept[field.name], str):
            kept[field.name] = kept[field.name].replace("\x00", "")[:LONGEST]
    return kept


def filled(kept: Mapping[str, Any], asked: tuple[Field, ...], language: str, *, checked: bool) -> tuple[Filled, ...]:
    """Each field with what a draft holds; what is wrong with it only where it is `checked`."""
    return tuple(_filled(kept, field, language, checked=checked) for field in asked)


def _filled(kept: Mapping[str, Any], field: Field, language: str, *, checked: bool) -> Filled:
    told = kept.get(field.name) or field.default
    values = tuple(map(str, told)) if isinstance(told, list) else (str(told or ""),)
    names = dict(field.choices)
    wrong = ""
    if checked and field.choices and any(v not in names for v in values if v or field.form == "one"):
        wrong = say("frame.choose_one", language)
    elif checked and field.required and not any(v.strip() for v in values):
        wrong = say("frame.required", language)
    said = tuple(names.get(v, v) for v in values if v in names or (v and not names))
    return Filled(field, values[0] if values else "", values, said, wrong)


def as_told(what: str, kept: Mapping[str, Any]) -> dict[str, Any]:
    """What was filled in, as the door of the office takes it."""
    told = {name: value for name, value in kept.items() if value not in ("", []) and name != "person"}
    if what in REMEDIES or what in SUBMISSIONS:
        told["kind"] = what
    return told


def person_of(kept: Mapping[str, Any], found: Opened) -> str:
    """The person something is filed for: the one chosen, or the only one there is."""
    wanted = str(kept.get("person") or "")
    return wanted if wanted in found.persons else min(found.persons)


def closes(what: str, language: str) -> list[tuple[tuple[str, ...], str]]:
    """What lodging it closes from that moment: acts in words, with what says so; each act once."""
    told: dict[str, str] = {}
    for closing in REMEDIES[what].closes if what in REMEDIES else ():
        for act in closing.acts:
            told.setdefault(course.act_word(act.id, language), str(closing.source))
    return [(tuple(a for a in told if told[a] == source), source) for source in dict.fromkeys(told.values())]
