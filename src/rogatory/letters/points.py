"""What a letter asks, point by point, in words: for the page that waits, and for the letter that reminds.

What the requesting state is reminded of is told in words of the catalogue of what may leave, or in those of the letter
itself; what an authority here is reminded of stands in the letter it was asked by.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

from rogatory.decision.documents.catalogue import STATE
from rogatory.decision.releasing import releasable as r
from rogatory.decision.releasing.releasable import Releasable
from rogatory.law.questions import Question
from rogatory.law.vocabulary import assurance as a
from rogatory.law.wording.language import Language
from rogatory.letters.kinds import KINDS, To
from rogatory.letters.round_trip import ANSWER, POINTS

FACTORS: tuple[tuple[Question, ...], ...] = (
    (a.disclosed,),
    (a.specific, a.answers_each_concern),
    (a.can_bind,),
    (a.agents_not_controlled,),
    (),
    (),
    (),
    (a.monitored,),
    (),
    (),
    (a.reviewed,),
)
"""The questions about an assurance itself behind each factor, in the order in which its letter names them.

Those about the state and the person are answered whether an assurance is asked for or not.
"""
_MISSING, _CONTENT = "missing.", "content."
_NOT_ITEMS = frozenset({"intro"})


def word_of(kind: str, point: str, language: Language) -> str:
    """A point of a letter in words; of supplements it is what is missing, as the letter has it."""
    if (told := _of_catalogue(kind, point)) is not None:
        return told.text(language)
    return _of_text(kind, language.value).get(point, point)


@cache
def releasable_points() -> Mapping[str, Releasable]:
    """What the requesting state may be reminded of or asked for, by its words in each language."""
    found = [*(r.missing(key) for key in _missing_keys()), *_contents().values()]
    for kind in (k.id for k in KINDS.values() if To.REQUESTING_STATE in k.to):
        found += [told for point in (*POINTS.get(kind, ()), ANSWER) if (told := _of_catalogue(kind, point)) is not None]
    return MappingProxyType({words: told for told in found for _, words in told.words})


def in_language(kind: str, words: str, language: Language) -> str:
    """Words of a point, in whichever language they are, in `language`; words of no point stay as they are."""
    for point in POINTS.get(kind, ()):
        if words in {word_of(kind, point, each) for each in Language}:
            return word_of(kind, point, language)
    return words


def content_word(english: str, language: Language) -> str | None:
    """What an instrument asks a request to hold, in words; None: the words are of no such thing."""
    told = _contents().get(english)
    return told.text(language) if told is not None else None


@cache
def _contents() -> Mapping[str, Releasable]:
    """Everything an instrument known here may ask a request to hold, by its English words."""
    told = (r.content(key.removeprefix(_CONTENT)) for key in STATE if key.startswith(_CONTENT))
    return MappingProxyType({one.text(Language.EN): one for one in told})


def what_may_be_missing(language: Language) -> tuple[str, ...]:
    """What a request may lack, in the words in which it is asked for; in the order of the catalogue."""
    return tuple(r.missing(key).text(language) for key in _missing_keys())


def _missing_keys() -> Iterator[str]:
    keys = (key.removeprefix(_MISSING) for key in STATE if key.startswith(_MISSING))
    return (key for key in keys if key not in _NOT_ITEMS)


def _of_catalogue(kind: str, point: str) -> Releasable | None:
    key = f"{kind}-{point}" if kind == "assurance" and point != ANSWER else point
    if f"open.{key}" in STATE:
        return r.still_open(key)
    told = (*(r.missing(k) for k in _missing_keys()), *_contents().values())
    return next((one for one in told if point in dict(one.words).values()), None)


@cache
def _of_text(kind: str, language: str) -> Mapping[str, str]:
    """The questions of a consultation, as its letter puts them: the one list in it that is always the same."""
    if kind not in KINDS or language not in KINDS[kind].languages:
        return {}
    lists = [p.words for p in KINDS[kind].worded(language).pieces if p.form == "list" and not p.over]
    points = POINTS.get(kind, ())
    found = next((words for words in lists if len(words) == len(points)), ())
    return dict(zip(points, found, strict=False))
