"""In which order people read what was seized, by what they have answered so far; it clears nothing.

What was given out to be read is kept: in its order, beside it an even control sample that is drawn first, and an
elusion sample of what is still unread when somebody thinks of stopping. Answers come from the review; texts become rows
of numbers once, kept beside the ledger, and anew when a text has changed.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from hashlib import sha256
from itertools import takewhile
from pathlib import Path
from typing import Any

from rogatory.material.items import Digest, ItemId
from rogatory.material.questions import Asked
from rogatory.material.ranking import features, recall
from rogatory.material.ranking.reading import Reader
from rogatory.material.ranking.recall import Advice, Share
from rogatory.sifting.ledger.ledger import Ledger

CONTROL = 300
"""Contents of the control sample. Where a tenth matters it holds some thirty that do: a share within a sixth."""

_WITH_PAIRS = 200_000
"""Texts up to which pairs of words count too; beyond, the memory they take is worth more."""


class How(Enum):
    """Why a content was given out to be read."""

    ORDER = "order"
    """It came next."""
    CONTROL = "control"
    """It was drawn evenly among all, before anything was ordered."""
    ELUSION = "elusion"
    """It was drawn evenly among what was unread."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """What is to be read next.

    Attributes:
        next: Contents to read, the likeliest to matter first; what was given out before and is not answered comes
            before everything.
        control: Contents of the control sample that are not answered, in the order in which they are to be read.
        elusion: Contents of the elusion sample that are not answered, likewise; empty: none was drawn.
        of: All contents that have a text; the others are nobody's to order, and somebody must look at each.
        read: How many were given out in their order, or answered before.
        found: How many of these matter.
        shares: What each sample tells of the share that was found; a sample of which nothing was read is missing.
        advice: What that means for whoever thinks of stopping.
    """

    next: tuple[Digest, ...]
    control: tuple[Digest, ...]
    elusion: tuple[Digest, ...]
    of: int
    read: int
    found: int
    shares: Mapping[How, Share]
    advice: Mapping[How, Advice]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked of the order.

    Attributes:
        asked: For which question it is made.
        batch: How many contents are given out at once.
        control: How many the control sample holds; drawn once.
        elusion: How many are drawn now from what is unread; 0: none.
        share: The share of what matters that is to be found.
        seed: Whatever number; it is published with the result.
    """

    asked: Asked
    batch: int = 50
    control: int = CONTROL
    elusion: int = 0
    share: float = 0.95
    seed: int = 0


def rank(ledger: Ledger, beside: Path, wanted: Wanted, answers: Mapping[Digest, bool]) -> Ranked:
    """Give out what is to be read next.

    Args:
        ledger: The ledger; what is given out is written down in it.
        beside: Folder in which the rows of numbers are kept.
        wanted: What is asked.
        answers: By content, whether it matters for this question, as people have answered.

    Raises:
        NotInstalledError: scipy is missing.
    """
    contents, rows = _rows(ledger, beside)
    places = {content: place for place, content in enumerate(contents)}
    drawn = {how: ledger.drawn(wanted.asked.value, how.value) for how in How}
    if not drawn[How.CONTROL]:
        drawn[How.CONTROL] = _draw(ledger, wanted, How.CONTROL, contents, wanted.control)
    # An answer in a sample alone is not known to the order before that comes to it: it would measure itself.
    alone = {*drawn[How.CONTROL], *drawn[How.ELUSION]} - {*drawn[How.ORDER]}
    known = {places[one]: matters for one, matters in answers.items() if one in places and one not in alone}
    given = [one for one in drawn[How.ORDER] if one in places and one not in answers]
    fresh = []
    if wanted.batch > len(given):
        given_out = {places[one] for one in drawn[How.ORDER] if one in places}
        order = Reader(rows, wanted.seed).order(known)
        fresh = [contents[place] for place in order if place not in given_out][: wanted.batch - len(given)]
        with ledger.together():
            ledger.draw(wanted.asked.value, How.ORDER.value, fresh)
    read = {*known, *(places[one] for one in (*drawn[How.ORDER], *fresh) if one in places)}
    if wanted.elusion:
        unread = [content for content in contents if places[content] not in read]
        drawn[How.ELUSION] = _draw(ledger, wanted, How.ELUSION, unread, wanted.elusion)
    found = sum(answers.get(contents[place], False) for place in read)
    shares = dict(_shares(drawn, answers, {contents[place] for place in read}, len(contents) - len(read), found))
    return Ranked(
        next=tuple(one for one in (*given, *fresh) if one not in answers),
        control=tuple(one for one in drawn[How.CONTROL] if one in places and one not in answers),
        elusion=tuple(one for one in drawn[How.ELUSION] if one in places and one not in answers),
        of=len(contents),
        read=len(read),
        found=found,
        shares=shares,
        advice={how: recall.advise(share, wanted.share, read=len(read), found=found) for how, share in shares.items()},
    )


def of_contents(ledger: Ledger, answers: Mapping[str, bool]) -> dict[Digest, bool]:
    """Answers by items, or by contents, as answers by contents: one that matters in some place matters."""
    found: dict[Digest, bool] = {}
    for name, matters in answers.items():
        lying = ledger.lying(ItemId(name))
        content = lying.item.content if lying else Digest(name)
        if content:
            found[content] = found.get(content, False) or matters
    return found


def _draw(ledger: Ledger, wanted: Wanted, how: How, among: Sequence[Digest], count: int) -> list[Digest]:
    sampled = [among[place] for place in recall.sample(range(len(among)), count, wanted.seed)]
    with ledger.together():
        ledger.forget_drawn(wanted.asked.value, how.value)
        ledger.draw(wanted.asked.value, how.value, sampled)
    return sampled


def _shares(
    drawn: Mapping[How, Sequence[Digest]], answers: Mapping[Digest, bool], read: set[Digest], unread: int, found: int
) -> Iterator[tuple[How, Share]]:
    # As far as a sample was read from its beginning on, it is an even sample; what was picked out of it is none.
    told = {how: [*takewhile(answers.__contains__, drawn[how])] for how in (How.CONTROL, How.ELUSION)}
    if told[How.CONTROL]:
        control = {place: answers[one] for place, one in enumerate(told[How.CONTROL])}
        seen = frozenset(place for place, one in enumerate(told[How.CONTROL]) if one in read)
        yield How.CONTROL, recall.recall(control, seen)
    if told[How.ELUSION]:
        sampled = {place: answers[one] for place, one in enumerate(told[How.ELUSION]) if one not in read}
        yield How.ELUSION, recall.elusion(sampled, unread, found)


def _rows(ledger: Ledger, beside: Path) -> tuple[list[Digest], features.Rows]:
    """All contents with a text, and a row of numbers for each: as kept, or made anew."""
    load, save = _storing()
    kept, place = ledger.rows_kept(), _place(beside, ledger.rows_kept())
    if kept and place.exists() and _name(contents := ledger.with_texts()) == kept:
        return contents, load(place)
    contents = []

    def texts() -> Iterator[str]:
        after = Digest("")
        while told := ledger.texts_after(after, 1_000):
            after = told[-1][0]
            for content, _, text in told:
                contents.append(content)
                yield text

    rows = features.rows(texts(), pairs=len(ledger.with_texts()) <= _WITH_PAIRS)
    name = _name(contents)
    for old in beside.glob("rows-*.npz"):
        old.unlink(missing_ok=True)
    writing = beside / "rows.writing.npz"
    save(writing, rows)
    writing.rename(_place(beside, name))
    ledger.keep_rows(name)
    return contents, rows


def _place(beside: Path, name: str) -> Path:
    return beside / f"rows-{name[:16]}.npz"


def _name(contents: Sequence[Digest]) -> str:
    return sha256("\n".join(contents).encode()).hexdigest()


def _storing() -> tuple[Callable[[Path], Any], Callable[[Path, Any], None]]:
    try:
        from scipy.sparse import load_npz, save_npz  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise features.NotInstalledError("ranking needs scipy: install rogatory[ranking]") from error
    return load_npz, save_npz
