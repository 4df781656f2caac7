"""A random sample of the treaty matrix, each pair beside a second source: which agree, differ, or could not be checked.

`treaty_sample.csv` holds two samples of a hundred pairs of state and instrument, drawn with the seeds `SEEDS` from the
pairs that the matrix held for `INSTRUMENTS`: the first before anything was mended, the second after it. Beside each
stands what a second source says: its status, and the day or the year it tells (in force, or of a year alone the year of
deposit). No source: none could be had.
"""

import csv
import random
from datetime import date
from pathlib import Path

from rogatory.states.treaties import Precision, Status, TreatyMatrix, TreatyStatus, packaged_matrix

SEEDS, DRAWN = (2509, 2038), 100
INSTRUMENTS = frozenset(
    {
        "ECHR", "ECHR-P1", "ECHR-P6", "ECHR-P7", "ECHR-P13", "ETS-024", "ETS-086", "ETS-098", "ETS-030", "ETS-099",
        "ETS-182", "ETS-051", "ETS-108", "CETS-223", "ETS-112", "ETS-141", "CETS-198", "CETS-196", "REFUGEE-1951",
        "REFUGEE-1967", "ICCPR", "ICCPR-OP1", "ICCPR-OP2", "UNCAT", "OPCAT", "UNTOC", "UNCAC",
    }
)  # fmt: skip
"""What the sample is drawn from: what a request for assistance or extradition most often meets."""
SAMPLE = Path(__file__).with_name("treaty_sample.csv")
_YEAR = 4


def drawn(matrix: TreatyMatrix, seed: int) -> list[tuple[str, str]]:
    """A sample of the pairs a matrix holds; of the same matrix and seed always the same."""
    pairs = sorted({(row.state, row.instrument) for row in matrix.rows if row.instrument in INSTRUMENTS})
    return sorted(random.Random(seed).sample(pairs, DRAWN))


def compared(row: TreatyStatus, status: str, day: str, begun: date) -> str:
    """What a second source makes of a row.

    Args:
        row: The last row of a pair.
        status: What the source says: party, signed, none; empty: there is no source.
        day: First day in force by the source, or the year of deposit; empty: it tells none.
        begun: First day on which the instrument itself is in force for a state; who deposited before waited for it.

    Returns:
        `agrees`, `agrees, no day`, `agrees, and tells the day`, `differs`, or `not checked`.
    """
    if not status:
        return "not checked"
    bound = row.status in (Status.PARTY, Status.DENOUNCED)
    if bound != (status == Status.PARTY.value):
        return "differs"
    if not day or row.since is None:
        return "agrees, no day"
    if row.precision is Precision.LATEST:
        return "agrees, and tells the day" if day <= row.since.isoformat() else "differs"
    if len(day) == _YEAR:
        # The year of deposit: in force in that year or the next, or with the instrument itself.
        waited = row.since == begun and int(day) <= begun.year
        return "agrees" if waited or row.since.year - int(day) in (0, 1) else "differs"
    return "agrees" if row.since.isoformat() == day else "differs"


def run() -> None:
    """Print what came of each kind of pair, and every pair that differs."""
    matrix = packaged_matrix()
    last = {(row.state, row.instrument): row for row in matrix.rows}
    begun: dict[str, date] = {}
    for row in matrix.rows:
        if row.since:
            begun[row.instrument] = min(row.since, begun.get(row.instrument, row.since))
    with SAMPLE.open(encoding="utf-8", newline="") as file:
        told = list(csv.DictReader(file))
    for seed in SEEDS:
        found: dict[str, list[str]] = {}
        for one in (one for one in told if int(one["seed"]) == seed):
            row = last[one["state"], one["instrument"]]
            verdict = compared(row, one["status"], one["day"], begun.get(row.instrument, date.min))
            found.setdefault(verdict, []).append(f"{row.state} {row.instrument}")
        print(f"seed {seed}: {', '.join(f'{len(pairs)} {verdict}' for verdict, pairs in sorted(found.items()))}")
        for verdict in ("differs", "not checked"):
            print(f"  {verdict}: {', '.join(found.get(verdict, ()))}")
    dated = sum(bool(row.source) and bool(row.as_of) for row in last.values())
    print(f"pairs: {len(last)}; with source and date of evidence: {dated}")


if __name__ == "__main__":
    run()
