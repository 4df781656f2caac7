"""Foreign proceedings read once, so that they can be compared with many: numbers, articles, amounts, bodies, days."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import combinations

from rogatory.casefile.parties import Party, Proceeding, Told
from rogatory.linkage.amounts import Amount, amounts
from rogatory.linkage.articles import Article, articles
from rogatory.linkage.bodies import Body, body
from rogatory.linkage.offences import kinds_in, wording
from rogatory.linkage.periods import Period, period
from rogatory.linkage.plain import words
from rogatory.linkage.references import Reference, as_written, parse
from rogatory.names.skeleton import word_keys

NamesOf = Callable[[Party], Iterable[str]]
"""The forms of the name of a party, whose person stands in its own file or entry."""

_FORMS = frozenset({
    "ao", "oao", "zao", "pao", "too", "ooo", "tov", "jsc", "ojsc", "cjsc", "llp", "llc", "ltd", "limited",
    "inc", "corp", "corporation", "company", "co", "plc", "gmbh", "ag", "sa", "nv", "bv", "sarl", "sprl",
    "as", "anonim", "sirketi", "sti", "zhshs", "ak", "ap", "aktsionernoe", "obshchestvo", "tovarishchestvo",
    "joint", "stock", "the", "of", "and", "i", "s",
})  # fmt: skip
_TELLS_NOTHING = frozenset({
    "bank", "state", "budget", "government", "company", "fund", "gosudarstvo", "biudzhet", "republic",
    "kazakhstan", "russia", "turkey", "victim", "people",
})  # fmt: skip
_MOST_KEYS = 9
"""Words of a name, in all their readings, that are looked up alone and by twos."""
_SPECIFIC = 3
"""Figures an amount must have to be looked up by; rounder ones are in half of all cases."""
_TURKISH_PROSECUTORS = frozenset({"tr.investigation"})
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Worded:
    """An allegation in words.

    Attributes:
        told: The words.
        kinds: The kinds of offence they speak of.
        words: Their longer words.
    """

    told: Told
    kinds: frozenset[str]
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class ReadProceeding:
    """Proceedings with everything in them read.

    Attributes:
        told: The proceedings as told.
        references: Their numbers, each with the words it was read from.
        related: Numbers of proceedings they were severed from, joined with or derived from, likewise.
        articles: Articles of criminal codes, likewise.
        offences: What is alleged in words.
        amounts: Amounts, with their words.
        bodies: Their authorities, with their words.
        facts: The time of the facts.
        victims: Who was harmed, as a key of the words that tell one from the other, with their words.
    """

    told: Proceeding
    references: tuple[tuple[Reference, Told], ...]
    related: tuple[tuple[Reference, Told], ...]
    articles: tuple[tuple[Article, Told], ...]
    offences: tuple[Worded, ...]
    amounts: tuple[tuple[Amount, Told], ...]
    bodies: tuple[tuple[Body, Told], ...]
    facts: Period
    victims: tuple[tuple[str, Told], ...]


def read_proceeding(told: Proceeding) -> ReadProceeding:
    """Read proceedings. What cannot be read stays as told and is no evidence; nothing makes this fail."""
    bodies = tuple((body(text), Told(text, told.source)) for text in told.bodies)
    year = _YEAR.search(told.opened)
    opened = int(year.group()) if year else None
    cited = ((a, t) for t in (*told.articles, *told.offences) for a in articles(t.text, told.state, opened))
    return ReadProceeding(
        told=told,
        references=tuple(_numbers(told.references, told.state, bodies)),
        related=tuple(_numbers(told.related, told.state, bodies)),
        articles=tuple({(a.code, a.edition, a.number): (a, t) for a, t in cited}.values()),
        offences=tuple(Worded(t, kinds_in(t.text), wording(t.text)) for t in told.offences),
        amounts=tuple({a.key: (a, t) for t in told.amounts for a in amounts(t.text)}.values()),
        bodies=bodies,
        facts=period(*told.period),
        victims=tuple({key: (key, Told(v, told.source)) for v in told.victims if (key := victim_key(v))}.values()),
    )


def _numbers(
    told: tuple[Told, ...], state: str, bodies: tuple[tuple[Body, Told], ...]
) -> Iterable[tuple[Reference, Told]]:
    for words_ in told:
        read = parse(words_.text, state)
        if not read and (unread := as_written(words_.text, state)) is not None:
            read = (unread,)
        for one in read:
            yield _with_office(one, bodies), words_


def _with_office(one: Reference, bodies: tuple[tuple[Body, Told], ...]) -> Reference:
    """Where the number does not say which office gave it, the authorities of the proceedings may."""
    if one.scheme.whole or one.office or not one.scheme.state:
        return one
    prosecutor = one.scheme.id in _TURKISH_PROSECUTORS
    offices = sorted({b.office for b, _ in bodies if b.office and b.service.startswith("prosecutor") == prosecutor})
    if not offices:
        return one
    return replace(one, office="|".join(offices), steps=(*one.steps, "office taken from the authorities named"))


def victim_key(name: str) -> str:
    """Who was harmed as a key: the words of the name without the form of a firm; empty: no word tells one from another.

    >>> victim_key('АО "Ақмола Инвест"') == victim_key("Akmola Invest JSC")
    True
    """
    left = sorted({w for w in words(name) if w not in _FORMS})
    return "" if all(w in _TELLS_NOTHING for w in left) else " ".join(left)


def reference_keys(read: ReadProceeding) -> frozenset[str]:
    """Keys of every number of proceedings, those of related ones included. Whoever shares a number shares a key."""
    return frozenset(one.key for one, _ in (*read.references, *read.related))


def name_keys(name: str) -> frozenset[str]:
    """Keys of a name in any script: its words by their skeletons, and each two of them, which is rarer."""
    found = word_keys(name)[:_MOST_KEYS]
    return frozenset((*found, *("+".join(pair) for pair in combinations(found, 2))))


def blocking_keys(read: ReadProceeding, names_of: NamesOf | None = None) -> frozenset[str]:
    """Keys by which proceedings that may be about the same are looked up, besides their numbers.

    Args:
        read: The proceedings.
        names_of: The names of a party; None: only names told in the proceedings themselves.
    """
    names_of = names_of or (lambda party: (party.name,) if party.name else ())
    parties = {f"party:{k}" for p in read.told.parties for n in names_of(p) for k in name_keys(n)}
    officials = {f"official:{k}" for name in read.told.officials for k in name_keys(name)}
    victims = {f"victim:{key}" for key, _ in read.victims}
    money = {f"amount:{a.key}" for a, _ in read.amounts if a.figures >= _SPECIFIC}
    return frozenset(parties | officials | victims | money)
