"""A small seizure under review: what the tests of the review start from."""

from datetime import date
from functools import cache

import numpy as np

from rogatory.deployment.law_in_force import law_in_force
from rogatory.law.acts import CLEAR_ITEM, Role
from rogatory.law.binding import Context
from rogatory.law.evidence import Answer, stand
from rogatory.law.judging import Subject
from rogatory.law.vocabulary import material as m
from rogatory.material.clearing import Columns, Setting
from rogatory.material.provenance import Provenance
from rogatory.material.questions import Asked, Given

DAY = date(2026, 11, 3)
CLEAN = {
    m.privilege.id: "none",
    m.asylum_data.id: "no",
    m.sifted_by.id: "independent-person",
    m.relevance.id: "in-scope",
    m.ill_treatment_origin.id: "no",
    m.proportionate.id: "yes",
    m.other_opponents.id: "no",
    m.objection_pending.id: "no",
}
ANSWERS = {
    Asked.PRIVILEGE: {m.privilege.id: "none", m.asylum_data.id: "no"},
    Asked.SCOPE: {m.relevance.id: "in-scope"},
    Asked.ORIGIN: {m.ill_treatment_origin.id: "no"},
    Asked.PROPORTIONALITY: {m.proportionate.id: "yes", m.other_opponents.id: "no"},
}


@cache
def program(requesting="KZ", requested="BE"):
    return law_in_force().program(CLEAR_ITEM, Context(requested, requesting, "mla", DAY, DAY))


def on_file(**told):
    """One reading of the case: `person__practises_law="yes"` stands for `person.practises_law`."""
    named = {slot.replace("__", "."): value for slot, value in {"check__links_decided": "yes", **told}.items()}
    return Subject(
        "P1", {s: stand(law_in_force().slot_question(s), (Answer("F1", (v,)),), DAY) for s, v in named.items()}
    )


def setting(*subjects, remedy=False, of=program):
    return Setting(of(), subjects or (on_file(),), DAY, remedy)


def columns(*items, taint=(), unread=(), reopened=None, family=None, by_family=()):
    """Columns of items, each told as what differs from an item with nothing against it; None: not answered."""
    size = len(items)
    told = [{**CLEAN, **item} for item in items]
    slots = {slot for item in told for slot in item}
    place = {s: law_in_force().slot_question(s).values.index for s in slots}
    answers = {s: np.array([-1 if item.get(s) is None else place[s](item[s]) for item in told], np.int8) for s in slots}

    def marks(marked):
        return np.isin(np.arange(size), list(marked))

    return Columns(
        answers,
        np.array([1 if i in taint else 0 for i in range(size)], np.int8),
        marks(unread),
        {asked: marks(found) for asked, found in (reopened or {}).items()},
        np.array(range(size) if family is None else family, np.int32),
        marks(by_family),
    )


def edges(size, *told):
    return Provenance.of(size, told)


def given(item, asked, *, by="observer-1", role=None, supersedes=(), **changed):
    """An answer that holds nothing against the item, as somebody entitled to it gives it."""
    role = role or (Role.PRIVILEGE_OBSERVER if asked is Asked.PRIVILEGE else Role.REVIEWER)
    told = {
        "items": (item,) if isinstance(item, str) else tuple(item),
        "values": ANSWERS[asked],
        "authority": "mandate of 1 October 2026",
        "ground": "looked at, page by page",
        "on": DAY,
    }
    return Given(asked=asked, by=by, role=role, supersedes=frozenset(supersedes), **{**told, **changed})
