"""Who is who: the pairing of two lists that makes the sum of what speaks for it greatest, each taken once at most."""

from collections.abc import Mapping

Pair = tuple[int, int]

_LARGEST = 120
"""Persons of one group that are paired exactly; a greater group is paired strongest first."""


def assign(weights: Mapping[Pair, float]) -> dict[int, int]:
    """The pairing of greatest weight.

    Args:
        weights: By place in the left and the right list, how much speaks for the pair. Pairs that are not named, and
            those with nothing or less, are never made.

    Returns:
        By place in the left list the place in the right one.
    """
    made: dict[int, int] = {}
    for group in _groups({pair: w for pair, w in weights.items() if w > 0}):
        made.update(_hungarian(group) if max(map(len, _sides(group))) <= _LARGEST else _greedy(group))
    return made


def _sides(group: Mapping[Pair, float]) -> tuple[list[int], list[int]]:
    return sorted({i for i, _ in group}), sorted({j for _, j in group})


def _groups(weights: Mapping[Pair, float]) -> list[dict[Pair, float]]:
    """The pairs, apart where no choice among the one touches the other."""
    parent: dict[Pair, Pair] = {}

    def root(node: Pair) -> Pair:
        while parent.setdefault(node, node) != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for i, j in weights:
        parent[root((0, i))] = root((1, j))
    groups: dict[Pair, dict[Pair, float]] = {}
    for (i, j), weight in weights.items():
        groups.setdefault(root((0, i)), {})[i, j] = weight
    return list(groups.values())


def _greedy(group: Mapping[Pair, float]) -> dict[int, int]:
    made: dict[int, int] = {}
    taken: set[int] = set()
    for (i, j), _ in sorted(group.items(), key=lambda item: (-item[1], item[0])):
        if i not in made and j not in taken:
            made[i] = j
            taken.add(j)
    return made


def _hungarian(group: Mapping[Pair, float]) -> dict[int, int]:
    """Kuhn's method with potentials, in the time of the cube of the greater side."""
    left, right = _sides(group)
    flipped = len(left) > len(right)
    if flipped:
        left, right = right, left
        group = {(j, i): w for (i, j), w in group.items()}
    cost = [[-group.get((i, j), 0.0) for j in right] for i in left]
    matched = _least_cost(cost)
    made = {left[row]: right[column] for column, row in matched.items() if (left[row], right[column]) in group}
    return {j: i for i, j in made.items()} if flipped else made


def _least_cost(cost: list[list[float]]) -> dict[int, int]:
    """By column the row it gets, every row once; there are no fewer columns than rows."""
    rows, columns = len(cost), len(cost[0])
    of_row, of_column = [0.0] * (rows + 1), [0.0] * (columns + 1)
    holder = [0] * (columns + 1)
    for row in range(1, rows + 1):
        holder[0] = row
        least, came = [float("inf")] * (columns + 1), [0] * (columns + 1)
        used = [False] * (columns + 1)
        column = 0
        while holder[column]:
            used[column] = True
            at, gap, nearest = holder[column], float("inf"), 0
            for j in range(1, columns + 1):
                if used[j]:
                    continue
                reduced = cost[at - 1][j - 1] - of_row[at] - of_column[j]
                if reduced < least[j]:
                    least[j], came[j] = reduced, column
                if least[j] < gap:
                    gap, nearest = least[j], j
            for j in range(columns + 1):
                if used[j]:
                    of_row[holder[j]] += gap
                    of_column[j] -= gap
                else:
                    least[j] -= gap
            column = nearest
        while column:
            holder[column] = holder[came[column]]
            column = came[column]
    return {j - 1: holder[j] - 1 for j in range(1, columns + 1) if holder[j]}
