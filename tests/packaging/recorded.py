"""A review on file, as `rogatory package` reads it, in the same words as the tests of the review."""

import json
from hashlib import sha256

from rogatory.law.vocabulary import material as m
from rogatory.material.questions import Asked
from rogatory.sifting.sealed.store import Store
from tests.packaging.office import LETTER, WITHHELD, a_journal

CLEAN = {
    Asked.PRIVILEGE: {m.privilege.id: "none", m.asylum_data.id: "no"},
    Asked.SCOPE: {m.relevance.id: "in-scope"},
    Asked.ORIGIN: {m.ill_treatment_origin.id: "no"},
    Asked.PROPORTIONALITY: {m.proportionate.id: "yes", m.other_opponents.id: "no"},
}
CASE = """
id: c1
title: Papers of an office
request: {kind: mla, requesting_state: KZ, requested_state: BE, received: 2026-09-01}
persons: [{id: P1, name: A.B.}]
findings:
  - {question: check.links_decided, answer: yes}
"""


def digest(data):
    return sha256(data.encode()).hexdigest()


def item(name):
    return digest(f"item {name}")


def answers(name, **changed):
    """The four answers of an item; `scope={...}` gives another one to that question."""
    for asked, values in CLEAN.items():
        role = "independent privilege observer" if asked is Asked.PRIVILEGE else "material reviewer"
        told = {**values, **changed.get(asked.value, {})}
        yield {
            "items": [item(name)], "asked": asked.value, "values": told, "by": "r1", "role": role,
            "authority": "mandate of 1 October 2026", "ground": "looked at, page by page", "on": "2026-10-30",
        }  # fmt: skip


def recorded(folder, texts=None, *, send=("letter",), told=None, **review):
    """Write store, case and snapshot into a folder; the snapshot's path.

    Args:
        folder: The folder.
        texts: The items by name; without them a letter and a note that is withheld.
        send: Names of the items to be sent.
        told: By name of an item, what was answered otherwise; None: nothing was.
        review: What the review holds beside.
    """
    texts = texts or {"letter": LETTER, "note": WITHHELD}
    told = {"note": {"privilege": {m.privilege.id: "confirmed"}}} if told is None else told
    with Store(folder / "store").batch() as batch:
        for text in texts.values():
            batch.put_bytes(text.encode())
    (folder / "case.yaml").write_text(CASE)
    snapshot = {
        "v": 1,
        "package": "P-1",
        "recipient": "Prosecutor's Office of Ruritania",
        "reference": "RR 4/2026",
        "decision": {"reference": "2026/311", "authority": "Court of Brussels", "on": "2026-11-02"},
        "at": "2026-11-03T09:30:00+00:00",
        "head": a_journal().checkpoint(),
        "contents": "store",
        "licences": {"evidence": {"name": "Evidence", "text": "To be used in this case only."}},
        "pieces": [{"item": item(name), "licence": "evidence"} for name in send],
        "review": {
            "case": "case.yaml",
            "on": "2026-11-03",
            "remedy": False,
            "nothing_lodged": True,
            "items": [
                {"item": item(n), "content": digest(t), "media": "text/plain", "text": digest(t)}
                for n, t in texts.items()
            ],
            "answers": [a for n in texts for a in answers(n, **(told.get(n) or {})) if told.get(n, {}) is not None],
            **review,
        },
    }
    path = folder / "snapshot.json"
    path.write_text(json.dumps(snapshot))
    return path
