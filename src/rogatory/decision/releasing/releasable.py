"""What may leave for the requesting state: a type of its own, which only the makers of this module can make.

The text for the requesting state is rendered from such values and from nothing else, so what has no maker cannot be in
it. No maker takes a finding, a source, a note, a register, a submission or any other word of the file. What they take:

- what that state wrote itself (`Letter`), never more of it than its own fields;
- what the office is called, its number, its place and day, and who signs;
- the outcome per measure and person, a closed list; measures and persons as that state wrote them;
- articles, from a closed list, chosen by treaty and outcome and never by what the file holds (`data/grounds.toml`), and
  those of norms that ask of nothing but the request's own papers;
- conditions, what is missing and other sentences, from a closed list, with a day at most;
- the decider's own words, once nothing confidential is found in them.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import InitVar, dataclass
from datetime import date
from enum import Enum
from typing import Final

from rogatory.casefile.model import Measure, Request
from rogatory.decision.deciding import Choice, Deciding, Letter, Licence, Office, Outcome
from rogatory.decision.documents.catalogue import STATE, day_in_words, say_to_state
from rogatory.decision.releasing.citable import GROUNDS, asks_of_papers_alone
from rogatory.decision.releasing.leaks import Confidential, Leak, leaks
from rogatory.law.binding import Treaties
from rogatory.law.codegen import TRUE
from rogatory.law.ruling import Ruling
from rogatory.law.sources import Cite
from rogatory.law.vocabulary import VOCABULARY
from rogatory.law.wording import Language, value_label
from rogatory.law.wording.titles import cite_words


class Part(Enum):
    """What a releasable value is; it says where in the text it stands."""

    OUTCOME = "outcome"
    AUTHORITY = "authority"
    THEIR_REFERENCE = "their reference"
    OUR_REFERENCE = "our reference"
    OFFICE = "office"
    PLACE = "place"
    DAY = "day"
    SIGNATORY = "signatory"
    LETTER = "letter"
    """A sentence about their letter."""
    ASKED = "asked"
    """What they ask, in their words."""
    DECIDED = "decided"
    GROUND = "ground"
    CONDITION = "condition"
    MISSING = "missing"
    ANSWER = "answer"
    CLOSING = "closing"
    OWN_WORDS = "own words"


_MAKER: Final = object()
"""Held by this module alone."""


class NotReleasableError(TypeError):
    """Something would go to the requesting state that no maker made."""


class LeakError(ValueError):
    """Words for the requesting state tell what may not leave.

    Attributes:
        leaks: What they tell.
    """

    def __init__(self, found: tuple[Leak, ...]) -> None:
        """Take what was found."""
        super().__init__(f"the words tell what may not leave: {'; '.join(str(leak) for leak in found)}")
        self.leaks = found


@dataclass(frozen=True, slots=True)
class Releasable:
    """A value that may leave for the requesting state. Made by the makers of this module, and by nobody else.

    Attributes:
        part: What it is.
        words: It in words, by language (ISO 639-1).

    Raises:
        NotReleasableError: Somebody else makes it.
    """

    part: Part
    words: tuple[tuple[str, str], ...]
    maker: InitVar[object] = None

    def __post_init__(self, maker: object) -> None:
        if maker is not _MAKER:
            raise NotReleasableError(
                "a value that may leave is made by the makers of rogatory.decision.releasing.releasable alone"
            )

    def text(self, language: Language) -> str:
        """The words in `language`."""
        return dict(self.words)[language.value]


def releasable(deciding: Deciding, confidential: Confidential) -> tuple[Releasable, ...]:
    """Everything of a decision that may leave.

    Raises:
        LeakError: The decider's own words tell what may not leave.
    """
    letter, case = deciding.letter, deciding.case
    outcomes = tuple(dict.fromkeys(c.outcome for c in deciding.choices))
    parts = [*of_letter(letter), *of_office(deciding.office)]
    if deciding.outcome:
        parts.append(whole_outcome(deciding.outcome))
    for measure in deciding.measures:
        parts.append(asked(letter, measure))
        parts += decided(letter, measure, deciding.decided(measure))
    parts += grounds(deciding.law.treaties, case.request, letter, outcomes, deciding.office.day)
    if {Outcome.REFUSE, Outcome.PARTLY} & set(outcomes):
        parts += papers(deciding.rulings)
    for licence in deciding.licences:
        parts += condition(letter, licence)
    parts += [missing(key) for key in deciding.missing]
    if deciding.answer_by:
        parts += answer_by(deciding.answer_by)
    parts += closing()
    if deciding.own_words.strip():
        parts.append(own_words(deciding.own_words, confidential))
    return tuple(parts)


def of_letter(letter: Letter) -> Iterator[Releasable]:
    """Whose request it is and what they call it: their own words."""
    if letter.authority:
        yield _verbatim(Part.AUTHORITY, letter.authority)
    if letter.reference:
        yield _verbatim(Part.THEIR_REFERENCE, letter.reference)
    if letter.day:
        yield _sentence(Part.LETTER, "request.dated", day=letter.day)
    if letter.treaty:
        yield _sentence(Part.LETTER, "request.treaty", treaty=letter.treaty)
    if letter.persons:
        # The sentence brings its own full stop.
        yield _sentence(Part.LETTER, "request.persons", persons="; ".join(n for _, n in letter.persons).rstrip("."))


def of_office(office: Office) -> Iterator[Releasable]:
    """Who answers, under which number, where and when, and who signs."""
    yield from (_verbatim(Part.OFFICE, line) for line in office.authority)
    yield _verbatim(Part.OUR_REFERENCE, office.number)
    yield _verbatim(Part.PLACE, office.place)
    yield _made(Part.DAY, {language: day_in_words(office.day, language) for language in Language})
    yield from (_verbatim(Part.SIGNATORY, line) for line in office.signatory)


def whole_outcome(outcome: Outcome) -> Releasable:
    """What the whole comes to."""
    return _sentence(Part.OUTCOME, f"title.{outcome.value}")


def asked(letter: Letter, measure: Measure) -> Releasable:
    """One thing they ask, as they wrote it; where the letter was not read so far, by the kind of measure."""
    return _made(Part.ASKED, {language: _measure(letter, measure, language) for language in Language})


def decided(letter: Letter, measure: Measure, choices: Iterable[tuple[str, Choice | None]]) -> Iterator[Releasable]:
    """What was decided on a measure, for each person their letter names; for nobody else is a line of its own."""
    named, made = dict(letter.persons), [(p, c) for p, c in choices if c is not None]
    told = [(named[p], c.outcome) for p, c in made if p in named]
    outcomes = {c.outcome for _, c in made}
    if not told and outcomes:
        told = [("", next(iter(outcomes)) if len(outcomes) == 1 else Outcome.PARTLY)]
    for person, outcome in dict.fromkeys(told):
        yield _made(Part.DECIDED, {g: _decided(letter, measure, person, outcome, g) for g in Language})


def _decided(letter: Letter, measure: Measure, person: str, outcome: Outcome, language: Language) -> str:
    told = {
        "measure": _measure(letter, measure, language),
        "outcome": say_to_state(f"decided.{outcome.value}", language),
    }
    if person:
        return say_to_state("decided.of", language, person=person, **told)
    return say_to_state("decided.whole", language, **told)


def grounds(
    treaties: Treaties, request: Request, letter: Letter, outcomes: Iterable[Outcome], day: date
) -> Iterator[Releasable]:
    """The article each outcome rests on, in general terms: the same one whatever the ground was.

    It depends on the treaties that bind both states, on the one they rely on, and on the outcome; on nothing else.
    """
    bound = [i for i in GROUNDS if request.kind in GROUNDS[i].kinds and _binds(treaties, request, i, day)]
    relied = [i for i in bound if i in letter.instruments] or bound
    keys = dict.fromkeys("refuse" if o is Outcome.PARTLY else o.value for o in outcomes)
    for key in keys:
        texts = {g: _and(g, (GROUNDS[i].said(key, g) for i in relied)) for g in Language}
        own = {g: text or say_to_state("ground.own-law", g) for g, text in texts.items()}
        yield _made(Part.GROUND, {g: say_to_state(f"ground.{key}", g, ground=own[g]) for g in Language})
    if set(keys) - {"grant"}:
        yield _sentence(Part.GROUND, "ground.no-more")


def _binds(treaties: Treaties, request: Request, instrument: str, day: date) -> bool:
    return treaties.between(request.requested, request.requesting, instrument, day).standing.name == "BOUND"


def papers(rulings: Iterable[Ruling]) -> Iterator[Releasable]:
    """Articles of norms that ask of nothing but the request's own papers, where one of them stands against granting."""
    named: dict[Cite, None] = {}
    for ruling in rulings:
        if ruling.act.id == "grant":
            for state in ruling.leading():
                if state.code == TRUE and asks_of_papers_alone(state.norm):
                    named[state.norm.source.cites[0]] = None
    if named:
        texts = {g: "; ".join(cite_words(cite, g) for cite in named) for g in Language}
        yield _made(Part.GROUND, {g: say_to_state("ground.named", g, ground=text) for g, text in texts.items()})


def condition(letter: Letter, licence: Licence) -> Iterator[Releasable]:
    """The limits of one licence: which measure it is for, as they wrote it, its uses, and its last day."""
    of = [words for ident, words in letter.measures if ident in licence.of]
    yield _sentence(Part.CONDITION, "use.of", measure="; ".join(of)) if of else _sentence(Part.CONDITION, "use.of-sent")
    for use in licence.uses:
        yield _sentence(Part.CONDITION, f"use.{use.value}")
    if licence.until:
        yield _sentence(Part.CONDITION, "use.until", day=licence.until)
        if licence.returned:
            yield _sentence(Part.CONDITION, "use.returned")
    yield _sentence(Part.CONDITION, "use.breach")


def missing(key: str) -> Releasable:
    """Something the request lacks, from the list of the catalogue.

    Raises:
        KeyError: The catalogue has no such thing.
    """
    return _sentence(Part.MISSING, f"missing.{key}")


def content(key: str) -> Releasable:
    """Something an instrument asks a request to hold (`received.contents`), which a request may lack.

    Raises:
        KeyError: The catalogue has no such thing.
    """
    return _sentence(Part.MISSING, f"content.{key}")


def still_open(key: str) -> Releasable:
    """Something one of our letters asked that was not answered, from the list of the catalogue.

    Raises:
        KeyError: The catalogue has no such thing.
    """
    return _sentence(Part.MISSING, f"open.{key}")


def answer_by(day: date) -> tuple[Releasable, ...]:
    """The day by which they are asked to answer (inclusive), and what follows without an answer."""
    return _sentence(Part.ANSWER, "answer.by", day=day), _sentence(Part.ANSWER, "answer.after")


def closing() -> tuple[Releasable, ...]:
    """What every such text ends with."""
    return tuple(_sentence(Part.CLOSING, f"sentence.{key}") for key in ("later", "consult", "no-file"))


def own_words(text: str, confidential: Confidential) -> Releasable:
    """The decider's own words for the requesting state, once they were searched for everything confidential.

    Raises:
        LeakError: They tell what may not leave; with everything found.
    """
    if found := leaks(text, confidential):
        raise LeakError(found)
    return _verbatim(Part.OWN_WORDS, text)


def _measure(letter: Letter, measure: Measure, language: Language) -> str:
    theirs = dict(letter.measures).get(measure.id)
    if theirs:
        return say_to_state("decided.theirs", language, words=theirs)
    return value_label(VOCABULARY["measure.type"], measure.type, language)


def _and(language: Language, texts: Iterable[str]) -> str:
    return say_to_state("decided.and", language).join(filter(None, texts))


def _sentence(part: Part, key: str, **values: object) -> Releasable:
    if key not in STATE:
        raise KeyError(key)
    return _made(part, {language: say_to_state(key, language, **values) for language in Language})


def _verbatim(part: Part, text: str) -> Releasable:
    return _made(part, dict.fromkeys(Language, text))


def _made(part: Part, words: Mapping[Language, str]) -> Releasable:
    return Releasable(part, tuple((language.value, text) for language, text in words.items()), _MAKER)
