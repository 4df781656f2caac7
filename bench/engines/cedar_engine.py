"""Cedar (cedarpy, Apache-2.0): two permit policies for each condition, one per plane; those that permit are named."""

import json
from collections.abc import Sequence

import cedarpy

from bench.engines import Codes, Engine, both_planes, numbered, planes_of
from rogatory.law.conditions import Condition

Request = dict[str, str]


class Cedar(Engine[Request]):
    """A parsed policy set. Cedar skips a policy that reads an absent attribute, so unknowns need the two planes."""

    def __init__(self, conditions: Sequence[Condition]) -> None:
        """Parse the policies."""
        self.index = numbered(conditions)
        texts = both_planes(conditions, self.index, " && ", " || ", "context.")
        policies = "\n".join(f"permit(principal, action, resource) when {{ {text} }};" for text in texts)
        self._policies = cedarpy.PolicySet.from_str(policies)
        self._entities = cedarpy.Entities.from_json_str("[]")
        self._size = len(conditions)

    def prepare(self, case: Codes) -> Request:
        """A request with the planes as its context, written out as the binding needs it."""
        context = json.dumps(planes_of(case, self.index))
        return {"principal": 'U::"u"', "action": 'A::"a"', "resource": 'R::"r"', "context": context}

    def judge(self, prepared: Request) -> list[int]:
        """Code of every condition."""
        row = [1] * self._size
        answer = cedarpy.is_authorized(prepared, self._policies, self._entities)
        for policy in answer.diagnostics.reasons:
            number = int(policy.removeprefix("policy"))
            row[number // 2] = 0 if number % 2 else 3
        return row
