"""What the tests of the command line share: a small law made up for them, a small case, and the command itself.

The law is made up so that these tests say what the command line does and not what the law is.
"""

import json
from typing import Any

from typer.testing import CliRunner, Result

from rogatory.cli import app
from rogatory.law.acts import GRANT, INTERVIEW, REFUSE, TRANSMIT
from rogatory.law.conditions import GROUND_FOR_REFUSAL
from rogatory.law.corpus import Law
from rogatory.law.liveness import TRIGGERS
from rogatory.law.norms import Cure, Effect, Norm, Unless
from rogatory.law.packs import Pack
from rogatory.law.questions import Question
from rogatory.law.sources import Basis, Check, Cite, Source
from rogatory.law.vocabulary import VOCABULARY
from rogatory.states.treaties import packaged_matrix

SOURCE = Source((Cite("Made-up Convention", "Art. 1", "MC 1"),))


def q(ident: str) -> Question:
    """A question of the vocabulary."""
    return VOCABULARY[ident]


LETTER = q("assurance.specific").against("death-penalty").yes

CHARGES = Norm(
    "charges-behind-protection", SOURCE, (GRANT, INTERVIEW, TRANSMIT), Effect.FORBIDS,
    q("person.refugee_here").yes & q("proceeding.same_as_protection").yes,
    {"en": "No help with the charges a refugee fled from.", "fr": "Pas d'aide aux poursuites que le réfugié a fuies.",
     "nl": "Geen hulp bij de vervolging waarvoor de vluchteling vluchtte."},
    unless=(Unless("withdrawn", q("person.status_withdrawn").yes, "the status was withdrawn"),),
    note="Made up.",
)  # fmt: skip
DEATH = Norm(
    "death-penalty", SOURCE, (GRANT,), Effect.FORBIDS, q("penalty.death_possible").yes,
    {"en": "Nobody is exposed to the death penalty."},
    cure=Cure(LETTER, "an assurance against the death penalty", keep="the sentence is followed"),
    check=Check.GENERAL,
)  # fmt: skip
OWN = Norm(
    "own-proceedings", SOURCE, (GRANT,), Effect.MAY_REFUSE, q("measure.own_proceedings_affected").yes,
    {"en": "Help may wait for the state's own proceedings."}, basis=Basis.CASE_LAW,
)  # fmt: skip
RECORD = Norm(
    "weigh-the-record", SOURCE, (GRANT,), Effect.INQUIRES, q("state.transnational_repression").yes,
    {"en": "The record of the state is weighed."}, fulfilled=q("remedy.claim_examined").is_("thoroughly"),
)  # fmt: skip
ASSIST = Norm(
    "must-assist", SOURCE, (REFUSE,), Effect.FORBIDS, ~GROUND_FOR_REFUSAL,
    {"en": "Without a ground assistance is not refused."}, releases=True,
)  # fmt: skip
WAIT = Norm(
    "wait-for-appeals", SOURCE, (TRANSMIT,), Effect.FORBIDS, q("remedy.pending").yes,
    {"en": "Nothing is sent while an appeal runs."}, basis=Basis.POLICY,
)  # fmt: skip

SMALL_LAW = Law(
    (
        Pack("made-up", "A made-up convention", (CHARGES, DEATH, OWN, RECORD, ASSIST)),
        Pack("made-up-house", "Made-up policies", (WAIT,), house=True),
    ),
    VOCABULARY,
    TRIGGERS,
    packaged_matrix(),
)

CASE = """\
id: small
title: A small case
request: {kind: mla, requesting_state: KZ, requested_state: BE, received: 2025-03-03}
persons: [{id: P1, name: A.B.}, {id: P2, name: C.D.}]
measures: [{id: M1, type: interview, persons: [P1]}, {id: M2, type: search, persons: [P2]}]
packages: [folder]
"""
"""A case without findings; what is added below it starts with `findings:` or `acts:`."""

REFUGEE = """\
findings:
  - {id: status, question: person.refugee_here, about: P1, answer: yes, source: "Decision of 2013"}
"""
BARRED = REFUGEE + "  - {question: proceeding.same_as_protection, answer: yes}\n"


def rogatory(*arguments: str, case: str = "") -> Result:
    """Run the command; `case` is what `-` reads."""
    return CliRunner().invoke(app, arguments, input=case.encode(), env={"COLUMNS": "100"})


def told(*arguments: str, case: str = "") -> str:
    """What the command prints when all is well, on one line."""
    result = rogatory(*arguments, case=case)
    assert (result.exit_code, result.stderr) == (0, ""), result.output
    return " ".join(result.stdout.split())


def values(*arguments: str, case: str = "") -> Any:
    """The JSON the command prints."""
    result = rogatory(*arguments, "--json", case=case)
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)
