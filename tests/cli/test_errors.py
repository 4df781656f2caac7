"""Bad input gets its place and its mend on the error stream, an exit code, and never a traceback."""

from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from rogatory.cli import opening
from rogatory.deployment import law_in_force
from rogatory.law.acts import GRANT
from rogatory.law.conditions import Atom, Op
from rogatory.law.grades import Grade
from rogatory.law.norms import ANYONE, Bound, Effect, Norm, Who, parties
from rogatory.law.packs import Pack
from rogatory.law.vocabulary import VOCABULARY
from tests.cli.desk import CASE, SMALL_LAW, SOURCE, rogatory

WRONG = """\
id: wrong
title: A file with three faults
request: {kind: mla, requesting_state: Kazakhstan, requested_state: BE}
findings:
  - {question: person.oposition, answer: yes}
  - {question: remedy.pending, anwser: yes}
"""


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["assess", "-", "--act", "grnt"], 1, "There is no act 'grnt'. Did you mean grant?"),
        (["assess", "-", "--on", "M9"], 1, "No act of small to judge on 'M9'. This case has: request, P1, P2, folder,"),
        (["assess", "-", "--act", "grant", "--on", "P1"], 1, "grant cannot be done to 'P1'; this case has M1, M2."),
        (["assess", "-", "--as-of", "2019-13-01"], 2, "--as-of: '2019-13-01' does not exist in the calendar."),
        (["assess", "-", "--known-at", "yesterday"], 2, "--known-at: 'yesterday' is not a day; write 2019-10-01"),
        (["assess", "-", "--lang", "de"], 2, "de"),
        (["assess", "nowhere.yaml"], 2, "nowhere.yaml: cannot be read (No such file or directory)."),
        (["assess"], 2, "FILE"),
        (["why", "-", "grant", "--norm", "death"], 1, "There is no norm 'death'. Did you mean death-penalty?"),
        (["why", "-", "arrests"], 1, "Did you mean arrest?"),
        (["law", "show", "deth-penalty"], 1, "Did you mean death-penalty?"),
        (["law", "list", "--pack", "none"], 1, "There is no pack 'none'. There are: made-up, made-up-house"),
        (["law", "list", "--check", "sure"], 1, "There is no check level 'sure'. There are: verified, partly, general"),
        (["law", "list", "--kind", "mlat"], 1, "There is no kind of request 'mlat'. Did you mean mla?"),
        (["law", "list", "--pack", "made-up", "--act", "arrest"], 1, "No norm fits. Leave out an option."),
        (["law", "book", "--out", "no/such/folder/book.md"], 2, "cannot be written"),
        (["replay", "nowhere"], 2, "nowhere: is not a folder."),
        (["judge"], 2, "judge"),
    ],
)  # fmt: skip
def test_what_is_wrong_and_its_mend_are_said(arguments: list[str], code: int, said: str) -> None:
    result = rogatory(*arguments, case=CASE)
    assert (result.exit_code, result.stdout) == (code, "")
    assert said in result.stderr


def test_every_fault_of_a_file_is_named_with_line_field_and_mend() -> None:
    result = rogatory("assess", "-", "--json", case=WRONG)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "-: line 3, request.requesting_state: 'Kazakhstan' has the wrong form." in result.stderr
    assert "-: line 6, findings[1].anwser" in result.stderr
    assert "nothing was judged" in result.stderr


def test_a_file_that_names_no_day_asks_for_one() -> None:
    case = CASE.replace(", received: 2025-03-03", "")
    result = rogatory("assess", "-", case=case)
    assert result.exit_code == 2
    assert "Add --as-of" in result.stderr
    assert rogatory("assess", "-", "--as-of", "2024", case=case).exit_code == 0


def test_an_object_the_file_itself_does_not_have_is_a_fault_of_the_file() -> None:
    result = rogatory("assess", "-", case=CASE + "acts: [{act: grant, on: M9}]")
    assert result.exit_code == 2
    assert "line 7, acts[0].on: grant has no object 'M9'. This file has: M1, M2." in result.stderr


def test_a_treaty_status_that_cannot_stand_is_refused() -> None:
    row = "treaties: [{state: KZ, instrument: ETS-0300, status: party, since: 2001-01-01, source: Gazette}]"
    result = rogatory("assess", "-", case=CASE + row)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "ETS-0300" in result.stderr


@pytest.mark.parametrize(
    "data",
    [b"", b"\xff\xfe", b"[1, 2]", b"a: *b", b"a: !!set {}", b"\x00", b"- " * 50, b"a: {" * 40, b"x" * 1_100_000],
)  # fmt: skip
def test_bytes_that_are_no_case_file_are_refused_quickly(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_bytes(data)
    result = rogatory("assess", str(path))
    assert (result.exit_code, result.stdout) == (2, "")
    assert str(path) in result.stderr


def test_a_folder_is_no_case_file(tmp_path: Path) -> None:
    assert "Is a directory" in rogatory("assess", str(tmp_path)).stderr


def test_a_file_cannot_steer_the_terminal() -> None:
    hostile = CASE.replace("A small case", '"A \\e]0;case\\a\\u202e \\u0085 B"')
    text = rogatory("assess", "-", "--brief", case=hostile).stdout
    assert not set(text) & {"\x1b", "\x07", "\x85", "\u202e"}
    as_json = rogatory("assess", "-", "--json", case=hostile).stdout
    assert not set(as_json) & {"\x1b", "\x07", "\x85", "\u202e"}
    assert "\\u202e" in as_json


MISSING = Atom("person.never_heard_of", "", Op.IS, ("yes",), 0, Grade.ESTABLISHED)


def made_up(ident: str, bound: Bound = ANYONE, when: Atom = VOCABULARY["remedy.pending"].yes) -> Norm:
    return Norm(ident, SOURCE, (GRANT,), Effect.FORBIDS, when, {"en": "Made up."}, bound=bound)


@pytest.mark.parametrize(
    ("norm", "said"),
    [
        (made_up("death-penalty"), "norm death-penalty stands in two packs"),
        (made_up("unheard", when=MISSING), "asks person.never_heard_of, which is not in the vocabulary"),
        (made_up("unlisted", bound=parties("ETS-0300")), "no instrument has the id 'ETS-0300'"),
    ],
)
def test_a_law_that_cannot_be_assembled_judges_nothing(norm: Norm, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    outside = Pack("outside", "From outside", (norm,))
    monkeypatch.setattr(opening, "law_in_force", lambda: law_in_force.assemble((*SMALL_LAW.packs, outside)))
    result = rogatory("assess", "-", case=CASE)
    assert (result.exit_code, result.stdout) == (3, "")
    assert said in result.stderr


def test_the_law_of_one_state_may_name_states_that_are_no_instruments(monkeypatch: pytest.MonkeyPatch) -> None:
    outside = Pack("outside", "From outside", (made_up("national", bound=Bound(Who.STATE, ("XX",))),))
    monkeypatch.setattr(opening, "law_in_force", lambda: law_in_force.assemble((*SMALL_LAW.packs, outside)))
    assert rogatory("assess", "-", case=CASE).exit_code == 0


def test_a_pack_from_outside_that_does_not_load_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    point = EntryPoint("xx", "no_such_module:PACK", "rogatory.packs")
    monkeypatch.setattr(law_in_force, "entry_points", lambda group: [point])
    monkeypatch.setattr(opening, "law_in_force", lambda: law_in_force.assemble(law_in_force.packs_from_outside()))
    result = rogatory("law", "hash")
    assert result.exit_code == 3
    assert "the pack xx (no_such_module:PACK) does not load" in result.stderr
