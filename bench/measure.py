"""Timing, and what was timed on."""

import os
import platform
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TypeVar

Case = TypeVar("Case")

PEERS = ("clingo", "common-expression-language", "cedarpy", "zen-engine")


@dataclass(frozen=True)
class Timing:
    """Seconds of several repetitions.

    Attributes:
        seconds: One value per repetition.
        count: How many cases each repetition judged.
    """

    seconds: tuple[float, ...]
    count: int = 1

    @property
    def best(self) -> float:
        """The shortest repetition, least disturbed by other work on the machine."""
        return min(self.seconds)

    @property
    def rate(self) -> float:
        """Cases a second in the best repetition."""
        return self.count / self.best

    @property
    def middle(self) -> float:
        """Cases a second in the median repetition."""
        return self.count / median(self.seconds)

    @property
    def spread(self) -> float:
        """Longest repetition as a multiple of the shortest."""
        return max(self.seconds) / self.best


def repeated(call: Callable[[], object], repeats: int, count: int = 1) -> Timing:
    """Time `call` several times."""
    seconds = []
    for _ in range(repeats):
        start = perf_counter()
        call()
        seconds.append(perf_counter() - start)
    return Timing(tuple(seconds), count)


def each(function: Callable[[Case], object], cases: Sequence[Case], repeats: int) -> Timing:
    """Time `function` over all `cases`, results dropped one by one as a program that uses them would."""

    def run() -> None:
        for case in cases:
            function(case)

    return repeated(run, repeats, len(cases))


def affordable(function: Callable[[Case], object], sample: Sequence[Case], most: int, seconds: float) -> int:
    """How many cases, `most` at most and 200 at least, one repetition may hold to last about so many seconds."""
    once = each(function, sample, 2).best / len(sample)
    return min(most, max(200, int(seconds / once)))


def latencies(function: Callable[[Case], object], cases: Iterable[Case], repeats: int = 3) -> list[float]:
    """Seconds of each case, the best of a few calls, in order of length.

    A single call on a shared machine measures the neighbours as often as the code; repeats take them out.
    """
    return sorted(each(function, [case], repeats).best for case in cases)


def quantile(ordered: Sequence[float], share: float) -> float:
    """The value below which `share` of the ordered values lie."""
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def machine() -> str:
    """Processor, Python, versions and load."""
    cpu = platform.processor() or platform.machine()
    info = Path("/proc/cpuinfo")
    if info.exists():
        names = [
            line.split(":", 1)[1].strip() for line in info.read_text().splitlines() if line.startswith("model name")
        ]
        cpu = f"{len(names)} x {names[0]}" if names else cpu
    return "\n".join(
        [
            f"cpu       {cpu}",
            f"python    {platform.python_implementation()} {platform.python_version()}, {platform.system()}",
            f"peers     {', '.join(f'{name} {version(name)}' for name in PEERS)}",
            f"load      {load()}",
        ]
    )


def load() -> str:
    """Load average over 1, 5 and 15 minutes."""
    return " ".join(f"{x:.2f}" for x in os.getloadavg())


def table(rows: Iterable[Sequence[object]]) -> str:
    """Rows in columns, the first to the left and the others to the right."""
    texts = [[str(cell) for cell in row] for row in rows]
    widths = [max(len(row[i]) for row in texts) for i in range(len(texts[0]))]
    return "\n".join(
        "  ".join(
            cell.ljust(w) if i == 0 else cell.rjust(w) for i, (cell, w) in enumerate(zip(row, widths, strict=True))
        )
        for row in texts
    )


def short(number: float) -> str:
    """A rate with three figures that count."""
    if number >= 1e6:
        return f"{number / 1e6:.3g} M"
    return f"{number:,.0f}" if number >= 100 else f"{number:.3g}"
