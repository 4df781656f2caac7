"""The case file made of the fields of a received document that somebody confirmed, mended or added; nothing else.

Each value carries where it was told: the document by name, and the page. What nobody settled is not in it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from rogatory.casefile.model import CaseFile
from rogatory.casefile.parties import Identity, Party, Proceeding
from rogatory.casefile.parties import Told as Words
from rogatory.law.acts import NOTICE_KINDS
from rogatory.office.errors import FormError
from rogatory.office.folds.notices import BESIDE
from rogatory.office.streams.mailroom import OF_PROCEEDINGS, THE_LETTER, How, Mail, Settled, lacks, mark_of
from rogatory.received.proposed import Field, Proposed
from rogatory.received.repeats import Asked

Json = Any
OFFICIALS = "officials.present_or_requested"
_TELLS: Mapping[Field, str] = {
    Field.STATE: "Requesting state: {}",
    Field.AUTHORITY: "Requesting authority: {}",
    Field.KIND: "Kind of request: {}",
    Field.DATE: "The document is dated {}",
    Field.TREATY: "The document relies on {}",
    Field.DEADLINE: "Asked to be done by, or within: {}",
    Field.CONFIDENTIALITY: "The requesting state asks that the request be kept confidential",
}
"""Fields that the file has no place for, or none for their source: what an event says of them."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a clerk says of the request beside what the document says.

    Attributes:
        name: Name of the document as it was received.
        received: Day it came in (ISO 8601).
        requested: Code of the requested state.
        title: Name of the case; empty: made from the authority and the persons.
        summary: What is asked, in words.
    """

    name: str
    received: str
    requested: str
    title: str = ""
    summary: str = ""


def file_of(mail: Mail, told: Told) -> dict[str, Json]:
    """The case file of a request, without its number.

    Raises:
        FormError: Of kind or requesting state none is settled or several are, or a person has no name.
    """
    state, kind = _one(mail, Field.STATE, "requesting_state"), _one(mail, Field.KIND, "kind")
    authorities = [s.value for s in _of(mail, Field.AUTHORITY)]
    request = {
        "kind": kind,
        "requesting_state": state,
        "requested_state": told.requested,
        "received": told.received,
        "authority": "; ".join(dict.fromkeys(authorities)),
        "summary": told.summary,
    }
    parts = parts_of(mail, told.name, told.received)
    names = ", ".join(p["name"] for p in parts.get("persons", ()))
    title = told.title.strip() or f"{state}: {names or told.name}"
    return {"title": title[:400], "request": {k: v for k, v in request.items() if v}, **parts}


def letter_of(mail: Mail) -> dict[str, Json]:
    """What the document says of itself, for whoever answers it: number, day, treaty in its own words; what it lacks.

    Of several numbers the letter's is the one said to be, or else the first that was settled. What nobody settled is
    left out.
    """

    def told(field: Field, about: str = "") -> list[str]:
        # A value that was confirmed is told as the letter writes it.
        found = [s for s in _of(mail, field) if about in ("", s.about)]
        return [(s.raw if s.how is How.CONFIRMED and s.raw else s.value) for s in found]

    days = [s.value for s in _of(mail, Field.DATE)]
    said: dict[str, Json] = {
        "reference": next(iter([*told(Field.REFERENCE, THE_LETTER), *told(Field.REFERENCE)]), ""),
        "day": days[0] if len(set(days)) == 1 else "",
        "treaty": "; ".join(dict.fromkeys(told(Field.TREATY))),
        "instruments": list(dict.fromkeys(s.value for s in _of(mail, Field.TREATY))),
        # Each once; what no provision requires is not asked for.
        "lacks": list({m.what: {"what": m.what, "article": m.article} for m in lacks(mail) if m.article}.values()),
    }
    return {part: value for part, value in said.items() if value}


def parts_of(mail: Mail, name: str, on: str, into: CaseFile | None = None) -> dict[str, Json]:
    """Persons, measures, proceedings, events and findings told by a document; a part that is empty is left out.

    Args:
        mail: The document.
        name: Its name as received.
        on: Day of the events, on which it came in (ISO 8601).
        into: The case it is attached to, whose identifiers are taken; None: it makes a case of its own. What is
            attached answers no question: it has no findings.

    Raises:
        FormError: A person has no name.
    """
    taken = frozenset(idents(into)) if into else frozenset[str]()
    parts: dict[str, Json] = {
        "persons": _persons(mail, name, _free("P", taken)),
        "measures": _measures(mail, name, _free("M", taken)),
        "proceedings": _proceedings(mail, name, _free("foreign-", taken)),
        "events": _events(mail, name, on, registered=into is None),
        "findings": _findings(mail, name) if into is None else [],
    }
    return {part: rows for part, rows in parts.items() if rows}


def notice_in(mail: Mail) -> dict[str, Json]:
    """What attaching a document says where somebody settled that it is a notice or diffusion: which of the two.

    Beside a request for extradition the check of the notice is then owed (`office.folds.notices`).
    """
    kind = next((s.value for s in _of(mail, Field.KIND) if s.value in NOTICE_KINDS), "")
    return {BESIDE: kind} if kind else {}


def asked_of(mail: Mail, proposed: Iterable[Proposed]) -> Asked:
    """A document for comparison with requests made before: what is settled in it, and what is still only proposed."""
    told = list(mail.settled.values())
    for p in proposed:
        if p.value and mark_of(p) not in mail.settled:
            place = (p.about, p.place.part, p.place.page)
            told.append(Settled(mark_of(p), How.CONFIRMED, p.field, p.value, p.raw, *place, "", 0))
    told = [s for s in told if s.how.counts]

    def of(field: Field, about: str = "") -> tuple[str, ...]:
        return tuple(dict.fromkeys(s.value for s in told if s.field is field and about in ("", s.about)))

    persons = tuple(
        (about, Identity(of(Field.PERSON, about), of(Field.BIRTH, about), "", of(Field.NATIONALITY, about), (),
                         of(Field.NUMBER, about)))
        for about in dict.fromkeys(s.about for s in told if s.field is Field.PERSON)
    )  # fmt: skip
    state = next(iter(of(Field.STATE)), "")
    proceedings = Proceeding(
        "letter", state, tuple(map(Words, of(Field.REFERENCE))), offences=tuple(map(Words, of(Field.OFFENCE))),
        articles=tuple(map(Words, of(Field.ARTICLE))), parties=tuple(Party(about) for about, _ in persons),
    )  # fmt: skip
    return Asked(
        id="", state=state, authority=next(iter(of(Field.AUTHORITY)), ""), digests=frozenset({mail.digest}),
        letters=of(Field.REFERENCE), day=next(iter(of(Field.DATE)), ""), proceedings=proceedings, persons=persons,
        measures=frozenset(of(Field.MEASURE)),
    )  # fmt: skip


def asked_in(case: CaseFile, digests: Iterable[str], *, refused: bool) -> Iterator[Asked]:
    """A case of the office for the same comparison, once for each of its proceedings abroad.

    Args:
        case: The case as whoever compares may see it.
        digests: Documents it was registered from, or that were attached.
        refused: Whether it, or a part of it, was refused.
    """
    persons = tuple((person.id, person.known_as) for person in case.persons)
    everybody, came = tuple(Party(ident) for ident, _ in persons), frozenset(digests)
    for one in case.proceedings or (None,):
        yield Asked(
            id=case.id, state=case.request.requesting, authority=case.request.authority, digests=came,
            letters=tuple(told.text for p in case.proceedings for told in p.references),
            proceedings=one and replace(one, parties=one.parties or everybody),
            persons=persons, measures=frozenset(measure.type for measure in case.measures), refused=refused,
        )  # fmt: skip


def idents(case: CaseFile) -> Iterable[str]:
    """Identifiers of the persons, measures and proceedings of a case."""
    yield from (person.id for person in case.persons)
    yield from (measure.id for measure in case.measures)
    yield from (proceeding.id for proceeding in case.proceedings)


def where(settled: Settled, name: str) -> str:
    """Where a value was told, in words.

    >>> from rogatory.office.streams.mailroom import How
    >>> where(Settled("m", How.MENDED, Field.STATE, "KZ", "", "", "", 2, "clerk-1", 7), "letter.pdf")
    'letter letter.pdf, page 2'
    """
    return f"letter {name}, page {settled.page}" if settled.page else f"letter {name}"


def _free(before: str, taken: frozenset[str]) -> Iterable[str]:
    return (f"{before}{n}" for n in range(1, 10_000) if f"{before}{n}" not in taken)


def _of(mail: Mail, *fields: Field) -> list[Settled]:
    return [s for s in mail.settled.values() if s.how.counts and s.field in fields]


def _one(mail: Mail, field: Field, part: str) -> str:
    values = dict.fromkeys(s.value for s in _of(mail, field))
    if len(values) == 1:
        return next(iter(values))
    problem = f"{', '.join(values)} stand beside each other" if values else "none is confirmed"
    mend = "Turn down all but one" if values else "Confirm the one that was read, or add it"
    raise FormError(part, f"{field.value}: {problem}", mend)


def _persons(mail: Mail, name: str, free: Iterable[str]) -> list[dict[str, Json]]:
    idents = iter(free)
    told = _of(mail, Field.PERSON, Field.BIRTH, Field.NATIONALITY, Field.NUMBER)
    found = []
    for about in dict.fromkeys(s.about for s in told):
        by = {f: list(dict.fromkeys(s.value for s in told if (s.field, s.about) == (f, about))) for f in Field}
        if not by[Field.PERSON]:
            mend = "Confirm or add the name, or turn down the rest"
            raise FormError("persons", f"person {about} of the document has no name that is confirmed", mend)
        sources = dict.fromkeys(where(s, name) for s in told if s.about == about)
        identity = {"names": by[Field.PERSON], "born": by[Field.BIRTH], "nationalities": by[Field.NATIONALITY],
                    "numbers": by[Field.NUMBER]}  # fmt: skip
        found.append({
            "id": next(idents), "name": by[Field.PERSON][0], "note": "; ".join(sources),
            "identity": {part: values for part, values in identity.items() if values},
        })  # fmt: skip
    return found


def _measures(mail: Mail, name: str, free: Iterable[str]) -> list[dict[str, Json]]:
    return [
        {"id": ident, "type": s.value, "text": f"{s.raw} ({where(s, name)})" if s.raw else where(s, name)}
        for ident, s in zip(free, _of(mail, Field.MEASURE), strict=False)
    ]


_LISTS: Mapping[str, Field] = {"references": Field.REFERENCE, "offences": Field.OFFENCE, "articles": Field.ARTICLE}
"""Parts of proceedings, and the field each is told by."""


def _proceedings(mail: Mail, name: str, free: Iterable[str]) -> list[dict[str, Json]]:
    """What the document says of proceedings abroad: of one, or of each of several a clerk told apart."""
    told = [s for s in _of(mail, *OF_PROCEEDINGS) if s.about != THE_LETTER]
    states = dict.fromkeys(s.value for s in _of(mail, Field.STATE) if s.value != "INTERPOL")
    state = {"state": next(iter(states))} if len(states) == 1 else {}
    idents, found = iter(free), []
    for number in sorted({int(s.about or 1) for s in told}):
        lists = {
            part: [
                {"text": s.value, "where": where(s, name)[:400]}
                for s in told
                if s.field is field and int(s.about or 1) == number
            ]
            for part, field in _LISTS.items()
        }
        rows = {part: rows for part, rows in lists.items() if rows}
        found.append({"id": next(idents), **state, **rows, "source": f"letter {name}"})
    return found


def _events(mail: Mail, name: str, on: str, *, registered: bool) -> list[dict[str, Json]]:
    came = [{"on": on, "text": "The request came in", "source": f"{name}; SHA-256 {mail.digest}"}] if registered else []
    told = [(_TELLS[s.field].format(s.value), where(s, name)) for s in _of(mail, *_TELLS)]
    if registered and (wanting := lacks(mail)):
        each = "; ".join(f"{one.what} ({one.article})" if one.article else one.what for one in wanting)
        told.append((f"Not seen in the request: {each}"[:4000], f"letter {name}, as it was looked through"))
    return [*came, *({"on": on, "text": text, "source": source} for text, source in dict.fromkeys(told))]


def _findings(mail: Mail, name: str) -> list[dict[str, Json]]:
    if not _of(mail, Field.MEASURE):
        return []
    asked = _of(mail, Field.OFFICIALS)[:1]
    return [{"question": OFFICIALS, "answer": "yes", "source": where(s, name)} for s in asked]
