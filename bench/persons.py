"""Persons by name and day of birth: recall and precision on labelled records, beside rapidfuzz on the names alone.

It reads a file of labelled records that you name; none is in this repository. A CSV with the columns `cluster`,
`full_name`, `surname`, `dob`, and if they are there `gender` and `birth_place`, is what
`historical_figures_with_errors_50k` of moj-analytical-services/splink_datasets (MIT) becomes once its Parquet is
written as CSV.
"""

import csv
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from random import Random
from time import process_time

from rapidfuzz import fuzz

from rogatory.casefile.parties import Identity
from rogatory.linkage.evidence import Family
from rogatory.linkage.persons import compare_persons

Pair = tuple[Identity, Identity, bool]
Record = tuple[Identity, str]
"""Who it is, and the family name, which decides who is compared with whom."""


def run(path: Path, positives: int = 1_500, negatives: int = 815, seed: int = 1) -> None:
    """Print F1 at the best bar, precision and recall there, and the area under the curve."""
    clusters = read(path)
    _print("of any records", sampled(clusters, positives, negatives, seed))
    told = {who: [record for record in records if record[0].born] for who, records in clusters.items()}
    _print("with a day of birth on both sides", sampled(told, positives, negatives, seed))


def _print(what: str, pairs: list[Pair]) -> None:
    same = sum(label for *_, label in pairs)
    print(f"{len(pairs)} pairs {what}: {same} of one person, {len(pairs) - same} of two with the same family name")
    print(f"{'':34} {'F1':>6} {'prec.':>6} {'recall':>6} {'AUC':>6} {'µs a pair':>10}")
    for name, score in SCORES.items():
        start = process_time()
        scored = [(score(left, right), label) for left, right, label in pairs]
        spent = (process_time() - start) / len(pairs) * 1e6
        f1, precision, recall = best_f1(scored)
        print(f"{name:34} {f1:6.3f} {precision:6.3f} {recall:6.3f} {area(scored):6.3f} {spent:10.0f}")


def _fuzzy(left: Identity, right: Identity) -> float:
    return fuzz.WRatio(left.names[0], right.names[0])


def _by(*families: Family) -> Callable[[Identity, Identity], float]:
    return lambda left, right: sum(p.bits for p in compare_persons(left, right).evidence if p.family in families)


SCORES: dict[str, Callable[[Identity, Identity], float]] = {
    "rapidfuzz WRatio, name": _fuzzy,
    "name": _by(Family.NAME),
    "name and day of birth": _by(Family.NAME, Family.BIRTH),
    "all that is told": lambda left, right: compare_persons(left, right).bits,
}


def read(path: Path) -> dict[str, list[Record]]:
    """Records of the file by the person they are of; a record without a name is left out."""
    found: dict[str, list[Record]] = defaultdict(list)
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            name = (row["full_name"] or "").strip()
            if name:
                born = tuple(day for day in (row["dob"],) if day)
                sex = (row.get("gender") or "")[:1].lower()
                places = tuple(place for place in (row.get("birth_place"),) if place)
                who = Identity((name,), born, sex if sex in "fm" else "", places=places)
                found[row["cluster"]].append((who, row["surname"]))
    return found


def sampled(clusters: dict[str, list[Record]], positives: int, negatives: int, seed: int) -> list[Pair]:
    """Pairs of one person, and pairs of two with the same family name."""
    chance = Random(seed)
    several = [records for records in clusters.values() if len(records) > 1]
    pairs: list[Pair] = []
    for _ in range(positives):
        (left, _), (right, _) = chance.sample(chance.choice(several), 2)
        pairs.append((left, right, True))
    namesakes: dict[str, list[Identity]] = defaultdict(list)
    for records in filter(None, clusters.values()):
        who, family = chance.choice(records)
        if family:
            namesakes[family].append(who)
    groups = [group for group in namesakes.values() if len(group) > 1]
    for _ in range(negatives):
        left, right = chance.sample(chance.choice(groups), 2)
        pairs.append((left, right, False))
    return pairs


def best_f1(scored: Sequence[tuple[float, bool]]) -> tuple[float, float, float]:
    """The best F1 over all bars, with precision and recall there."""
    truth = sum(label for _, label in scored)
    best, right = (0.0, 0.0, 0.0), 0
    ordered = sorted(scored, reverse=True)
    for taken, (score, label) in enumerate(ordered, 1):
        right += label
        if taken < len(ordered) and ordered[taken][0] == score:
            continue  # a bar takes all of one score or none
        precision, recall = right / taken, right / truth
        best = max(best, (2 * right / (taken + truth), precision, recall))
    return best


def area(scored: Iterable[tuple[float, bool]]) -> float:
    """How often a pair of one person has more than a pair of two; half where they have alike."""
    groups: dict[float, list[int]] = defaultdict(lambda: [0, 0])
    for score, label in scored:
        groups[score][label] += 1
    wins, below = 0.0, 0
    for _, (two, one) in sorted(groups.items()):
        wins += one * (below + two / 2)
        below += two
    return wins / (below * sum(one for _, one in groups.values()))
