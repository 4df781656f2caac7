"""ASReview's own library on the texts of `bench.ranking`; run by the Python of ASReview's environment, not by ours.

One argument: a file of JSON with `texts`, `questions` (name: `wanted` and `firsts`, positions) and `most`. It writes a
line of JSON: `made`, seconds to make the rows; then one for each draw: `name`, `first`, `found` (by paper read, whether
it was wanted) and `spent`, seconds. The AI is its default, ELAS u4, which learns anew after each paper.
"""

import json
import sys
from time import process_time

import pandas
from asreview.learner import ActiveLearningCycle
from asreview.models.models import get_ai_config
from asreview.models.queriers import TopDown
from asreview.models.stoppers import IsFittable
from asreview.simulation.simulate import Simulate


class Enough:
    """Stops once 95 % were found, or the most are read that may be."""

    def __init__(self, most):
        self.most = most

    def stop(self, results, labels):
        return sum(results["label"]) >= 0.95 * sum(labels) or len(results) >= min(self.most, len(labels))


def main(path):
    with open(path, encoding="utf-8") as file:
        told = json.load(file)
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
            cycle.transform = lambda _: rows  # made once for all draws
            cycles = [ActiveLearningCycle(querier=TopDown(), stopper=IsFittable()), cycle]
            reading = Simulate(table, labels, cycles, Enough(told["most"]), print_progress=False)
            reading.label([first])
            reading.review()
            spent = process_time() - start
            found = [int(label) for label in reading._results["label"]]
            print(json.dumps({"name": name, "first": first, "found": found, "spent": spent}), flush=True)


main(sys.argv[1])
