"""Whether a request holds what its instruments ask, and what must be asked of the requesting state where it does not.

A request that lacks something is asked to be completed; it is not refused for that alone. What nobody has looked for
counts as missing, and an instrument whose list is not known here never makes a request complete.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from rogatory.law.acts import KINDS
from rogatory.received.contents import BY_INSTRUMENT, OF_KIND, Content, Contents, Need
from rogatory.received.proposed import Field

__all__ = ["Content", "Missing", "Need", "is_complete", "missing", "told_by"]

_TELLS: dict[Field, tuple[Content, ...]] = {
    Field.AUTHORITY: (Content.AUTHORITY,),
    Field.OFFENCE: (Content.OFFENCE,),
    Field.PERSON: (Content.PERSON,),
    Field.NATIONALITY: (Content.NATIONALITY,),
    Field.MEASURE: (Content.ASSISTANCE,),
}
"""What a confirmed field shows to be there. An article that is named is not its text, and a person not an address."""


@dataclass(frozen=True, slots=True)
class Missing:
    """Something a request lacks.

    Attributes:
        content: What; None: nobody knows here what the instrument asks, or none is named.
        what: The same in words, as a letter to the requesting state says it.
        instrument: Key of the instrument that asks for it; empty: none is named.
        article: The provision that asks for it, as it is printed; empty where none is known.
        need: How firmly it is asked for.
        then: What follows: who asks, under which provision, and what the instrument says of it.
    """

    content: Content | None
    what: str
    instrument: str
    article: str
    need: Need
    then: str


def told_by(fields: Iterable[Field]) -> frozenset[Content]:
    """What the fields a clerk has confirmed show to be there; the rest of the list is answered by looking."""
    return frozenset(content for field in fields for content in _TELLS.get(field, ()))


def missing(
    kind: str, instruments: Collection[str], confirmed: Collection[Content], measures: Collection[str] = ()
) -> tuple[Missing, ...]:
    """What a request lacks, instrument by instrument, in the order of their lists.

    Args:
        kind: Kind of request (`law.acts.KINDS`).
        instruments: Keys of the instruments it rests on; empty: none is named; a form of the Union has its own.
        confirmed: What somebody has seen in it.
        measures: Values of `measure.type` it asks for; empty: not known, so that whatever any measure needs is asked.

    Returns:
        Each item once for every instrument that asks for it. Empty only where instruments are named, the lists of all
        are known here, and everything on them was seen.

    Raises:
        ValueError: `kind` is not a kind of request.
    """
    if kind not in KINDS:
        msg = f"{kind!r} is not a kind of request; the kinds are: {', '.join(KINDS)}"
        raise ValueError(msg)
    rests_on = tuple(instruments) or ((OF_KIND[kind],) if kind in OF_KIND else ())
    if not rests_on:
        then = "ask the requesting state on which instrument, or on which offer of reciprocity, it rests its request"
        return (Missing(None, "the instrument the request rests on", "", "", Need.REQUIRED, then),)
    keys = dict.fromkeys(key for named in rests_on for key in (named, *_on(named)))
    wanted = frozenset(measures)
    found = [one for key in keys for one in _of(kind, key, frozenset(confirmed), wanted)]
    return tuple(found)


def is_complete(found: Iterable[Missing]) -> bool:
    """Whether nothing is missing that an instrument requires of every request; what is asked if possible may be."""
    return all(one.need is not Need.REQUIRED for one in found)


def _on(instrument: str) -> tuple[str, ...]:
    known = BY_INSTRUMENT.get(instrument)
    return known.on if known is not None else ()


def _of(kind: str, key: str, confirmed: frozenset[Content], measures: frozenset[str]) -> Iterator[Missing]:
    contents = BY_INSTRUMENT.get(key)
    if contents is None or kind not in contents.kinds:
        why = "is not known here" if contents is None else f"has no list here for a request of the kind {kind}"
        what = f"what {key} asks of a request: it {why}"
        yield Missing(
            None, what, key, "", Need.REQUIRED, "look the list up in the instrument before you call it complete"
        )
        return
    for item in contents.items:
        if item.content not in confirmed and item.asked_for(measures):
            article = str(contents.source(item.place))
            yield Missing(item.content, item.content.value, key, article, item.need, _then(contents))


def _then(contents: Contents) -> str:
    if contents.ask is None:
        return f"ask the requesting state first; {contents.title} {contents.says}"
    return f"ask the requesting state first: under {contents.source(contents.ask)} the requested state {contents.says}"
