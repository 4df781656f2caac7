"""Cases to begin random histories with, some of them so far examined that nothing stands in the way any more."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from rogatory.casefile.model import Asked
from rogatory.decision.bench import Sitting, judge_act
from rogatory.deployment.law_in_force import law_in_force
from rogatory.law.acts import ACTS, REGISTER
from rogatory.law.questions import Form, Kind, Side
from rogatory.law.ruling import OpenQuestion
from rogatory.law.vocabulary import VOCABULARY
from rogatory.office.acts.objects import objects
from rogatory.office.folds.dossier import raw
from tests.office.simulator import START, Office, simple_file

FOUNDING = Path(__file__).resolve().parents[2] / "cases" / "founding.yaml"
BEGINNINGS = ("mla", "extradition", "red-notice", "removal", "unexamined", "founding")
EASES = {Side.PROTECTS: "no", Side.RELEASES: "yes", Side.NEUTRAL: "no"}
FORBIDDEN = "forbidden"

_FILE = """
id: examined
title: One interview, and what was seized
request: {kind: KIND, requesting_state: DE, requested_state: BE, received: "2026-02-01"}
persons: [{id: P1, name: A. B.}, {id: P2, name: C. D.}]
measures: [{id: interview, type: interview, persons: [P1, P2]}]
items: [{id: I1, package: record}]
packages: [record]
"""


def beginning(name: str) -> dict[str, Any]:
    """The case file a history begins with."""
    if name == "unexamined":
        return simple_file()
    if name == "founding":
        return yaml.load(FOUNDING.read_text("utf-8"), yaml.BaseLoader)  # type: ignore[no-any-return]  # noqa: S506
    return _examined(name)


@cache
def _examined(kind: str) -> dict[str, Any]:
    """A request of this kind in which every question was answered, as far as can be in favour of cooperating."""
    office = Office(law_in_force())
    # The base loader: words stay words.
    office.register(yaml.load(_FILE.replace("KIND", kind), yaml.BaseLoader))  # noqa: S506
    asked: set[tuple[str, str]] = set()
    for act in ACTS.values():
        if act is REGISTER or (kind == "mla" and act.id == "refuse"):
            continue
        for obj in objects(act, office.dossier):
            for _ in range(40):
                (ruling,) = judge_act(office.law, office.dossier.case, Asked(act, obj), Sitting(at=START.date()))
                new = [q for q in ruling.questions if (q.slot, q.person) not in asked]
                if not new:
                    break
                asked.add((new[0].slot, new[0].person))
                _answer(office, new[0], obj)
    return raw(office.entries)


def _answer(office: Office, question: OpenQuestion, obj: str) -> None:
    asked = office.law.slot_question(question.slot)
    bad = {word for answer, verdict in question.decisive if verdict == FORBIDDEN for word in answer.split(" or ")}
    first = EASES[asked.side] if asked.form is Form.YES_NO else "0"
    answer = next((a for a in (*((first,) if asked.form is Form.YES_NO else ()), *asked.values) if a not in bad), first)
    about = {Kind.PERSON: question.person, Kind.MEASURE: "interview", Kind.ITEM: "I1", Kind.PACKAGE: "record"}
    office.answer(asked.id, answer, about.get(asked.of, ""), **({"against": asked.role} if asked.role else {}))


def protecting() -> list[str]:
    """Questions whose *yes* speaks for the person, about no assurance."""
    return [
        q.id
        for q in VOCABULARY.values()
        if q.form is Form.YES_NO and q.side is Side.PROTECTS and q.of is not Kind.ASSURANCE
    ]
