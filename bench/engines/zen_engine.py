"""zen-engine (GoRules, MIT): a decision with one expression node, with or without its trace; and a bare expression."""

import json
from collections.abc import Sequence
from typing import Any

import zen

from bench.engines import Codes, Engine, both_planes, codes_of, numbered, planes_of
from rogatory.law.conditions import Condition

_PLACE = {"x": 0, "y": 0}


class Zen(Engine[str]):
    """A decision graph: input, one expression node with two expressions for each condition, output."""

    def __init__(self, conditions: Sequence[Condition], *, trace: bool = False) -> None:
        """Load the graph."""
        self.index = numbered(conditions)
        texts = both_planes(conditions, self.index, " and ", " or ")
        graph = {"nodes": _nodes(texts), "edges": [_edge("in", "all"), _edge("all", "out")]}
        self._decision = zen.ZenEngine().create_decision(json.dumps(graph))
        self._keys = [f"k{k}" for k in range(len(texts))]
        self._options: Any = {"trace": True} if trace else None

    def prepare(self, case: Codes) -> str:
        """Both planes, written out as the binding takes them fastest."""
        return json.dumps(planes_of(case, self.index))

    def judge(self, prepared: str) -> list[int]:
        """Code of every condition."""
        result = self._decision.evaluate(prepared, self._options)["result"]
        return codes_of([result[key] for key in self._keys])


class ZenTraced(Zen):
    """The same with the trace of every node: the nearest any peer comes to an explanation."""

    def __init__(self, conditions: Sequence[Condition]) -> None:
        """Load the graph."""
        super().__init__(conditions, trace=True)


class ZenExpression(Engine[dict[str, bool]]):
    """All conditions in one compiled list expression, without a decision around it: no rules, no trace."""

    def __init__(self, conditions: Sequence[Condition]) -> None:
        """Compile one list expression."""
        self.index = numbered(conditions)
        self._expression = zen.compile_expression(
            f"[{', '.join(both_planes(conditions, self.index, ' and ', ' or '))}]"
        )

    def prepare(self, case: Codes) -> dict[str, bool]:
        """Both planes."""
        return planes_of(case, self.index)

    def judge(self, prepared: dict[str, bool]) -> list[int]:
        """Code of every condition."""
        return codes_of(self._expression.evaluate(prepared))


def _nodes(texts: Sequence[str]) -> list[dict[str, Any]]:
    expressions = [{"id": f"e{k}", "key": f"k{k}", "value": text} for k, text in enumerate(texts)]
    return [
        {"id": "in", "type": "inputNode", "name": "in", "position": _PLACE},
        {
            "id": "all",
            "type": "expressionNode",
            "name": "all",
            "position": _PLACE,
            "content": {"expressions": expressions},
        },
        {"id": "out", "type": "outputNode", "name": "out", "position": _PLACE},
    ]


def _edge(source: str, target: str) -> dict[str, str]:
    return {"id": f"{source}-{target}", "sourceId": source, "targetId": target, "type": "edge"}
