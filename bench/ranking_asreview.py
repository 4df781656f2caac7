"""ASReview's own library on the texts of `bench.ranking`; run by the Python of its environment, not by ours.

One argument: a file of JSON with `texts`, `questions` (name: `wanted` and `firsts`, positions) and `most`. It writes a
line of JSON with `made`, seconds to make the rows, once for all draws; then one for each draw: `name`, `first`, `found`
(by paper read, whether it was wanted) and `spent`, seconds. Its AI is the default one, ELAS u4, which learns anew after
each paper.
"""

import json
import sys
from pathlib import Path
from time import process_time
from typing import Any

import pandas  # type: ignore[import-untyped,import-not-found,unused-ignore]
from asreview.learner import ActiveLearningCycle  # type: ignore[import-not-found,unused-ignore]
from asreview.models.models import get_ai_config  # type: ignore[import-not-found,unused-ignore]
from asreview.models.queriers import TopDown  # type: ignore[import-not-found,unused-ignore]
from asreview.models.stoppers import IsFittable  # type: ignore[import-not-found,unused-ignore]
from asreview.simulation.simulate import Simulate  # type: ignore[import-not-found,unused-ignore]


class Enough:
    """Stops once 95 % were found, or so many were read."""

    def __init__(self, most: int) -> None:
        """Take in the most that are read."""
        self.most = most

    def stop(self, results: Any, labels: Any) -> bool:  # noqa: ANN401 - tables of pandas
        """Whether it is enough."""
        return bool(sum(results["label"]) >= 0.95 * sum(labels)) or len(results) >= min(self.most, len(labels))


def main(path: Path) -> None:
    """Read for each question, from each of its first papers on."""
    told = json.loads(path.read_text(encoding="utf-8"))
    learning = get_ai_config("elas_u4")["value"]
    start = process_time()
    table = pandas.DataFrame({"title": "", "abstract": told["texts"]})
    rows = ActiveLearningCycle.from_meta(learning).transform(table)
    print(json.dumps({"made": process_time() - start}), flush=True)
    for name, question in told["questions"].items():
        labels = pandas.Series(0, index=range(len(told["texts"])))
        labels[question["wanted"]] = 1
        for first in question["firsts"]:
            start = process_time()
            cycle = ActiveLearningCycle.from_meta(learning)
            cycle.transform = lambda _: rows
            cycles = [ActiveLearningCycle(querier=TopDown(), stopper=IsFittable()), cycle]
            reading = Simulate(table, labels, cycles, Enough(told["most"]), print_progress=False)
            reading.label([first])
            reading.review()
            spent = process_time() - start
            found = [int(label) for label in reading._results["label"]]  # noqa: SLF001 - it has no other way out
            print(json.dumps({"name": name, "first": first, "found": found, "spent": spent}), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
