"""Texts nearly the same among many: signatures beside datasketch, in the same run; and the whole search."""

from collections.abc import Callable
from random import Random
from time import process_time

from datasketch import MinHash
from rensa import RMinHash

from bench import measure
from rogatory.material import likeness

PAIRS = 250
_SEED = 11


def run(texts: int, words: int, repeats: int) -> None:
    """Signatures of texts of so many words, by both; how far each is from the truth; then the whole search."""
    random = Random(_SEED)
    told = [_drawn(random, words) for _ in range(texts)]
    runs = [likeness.runs(text) for text in told]
    coded = [[run.encode() for run in one] for one in runs]
    print(
        f"{texts:,} texts, {sum(map(len, runs)):,} runs, {likeness.PLACES} places; processor seconds; {measure.load()}"
    )

    def ours() -> None:
        RMinHash.from_token_sets(runs, likeness.PLACES, 1)

    def theirs() -> None:
        for one in coded:
            MinHash(likeness.PLACES).update_batch(one)

    # In turn, so that a neighbour on the machine disturbs both alike.
    both = [(_seconds(ours), _seconds(theirs)) for _ in range(repeats)]
    fast, slow = (sorted(column)[repeats // 2] for column in zip(*both, strict=True))
    print(f"signatures: rensa {texts / fast:,.0f}/s, datasketch {texts / slow:,.0f}/s: x{slow / fast:.1f}")
    _errors(random, words)
    near = [" ".join(_changed(random, text.split(), 0.03)) for text in told[: texts // 10]]
    everything = [*told, *near]
    whole = _seconds(lambda: likeness.alike(everything))
    found = likeness.alike(everything)
    print(f"search: {len(everything):,} texts in {whole:.2f} s, {len(everything) / whole:,.0f}/s")
    print(f"near: {len(found.near):,}")


def _errors(random: Random, words: int) -> None:
    """Root of the mean square by which each is off, over pairs changed more and less."""
    off: list[tuple[float, float]] = []
    for _ in range(PAIRS):
        text = _drawn(random, words)
        one, other = likeness.runs(text), likeness.runs(" ".join(_changed(random, text.split(), random.random() * 0.3)))
        truth = len({*one} & {*other}) / len({*one} | {*other})
        a, b = RMinHash.from_token_sets([one, other], likeness.PLACES, 1)
        c, d = MinHash(likeness.PLACES), MinHash(likeness.PLACES)
        c.update_batch([run.encode() for run in one])
        d.update_batch([run.encode() for run in other])
        off.append(((a.jaccard(b) - truth) ** 2, (c.jaccard(d) - truth) ** 2))
    ours, theirs = ((sum(column) / PAIRS) ** 0.5 for column in zip(*off, strict=True))
    print(f"RMSE of Jaccard over {PAIRS} pairs: rensa {ours:.3f}, datasketch {theirs:.3f}")


def _drawn(random: Random, words: int) -> str:
    return " ".join(
        f"word{int(random.paretovariate(0.9)) % 20_000}" for _ in range(random.randint(words // 2, words * 3 // 2))
    )


def _changed(random: Random, words: list[str], share: float) -> list[str]:
    return [f"other{random.random()}" if random.random() < share else word for word in words]


def _seconds(call: Callable[[], object]) -> float:
    start = process_time()
    call()
    return process_time() - start
