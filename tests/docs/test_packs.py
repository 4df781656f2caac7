"""The example pack of docs/packs.md joins as a real distribution would, and judges."""

import dataclasses
import re
import sys
import tomllib

import pytest

from rogatory.decision.bench import Sitting, judge_case
from rogatory.deployment.law_in_force import GROUP, PackError, assemble, packs_from_outside
from rogatory.intake.reading import read_case
from rogatory.law.acts import EXECUTE
from rogatory.law.formulas import Verdict
from rogatory.law.norms import Effect, Norm
from rogatory.law.packs.library import BUILT_IN
from tests.docs.markdown import DOCS, read, rows

PAGE = read(DOCS / "packs.md")
EXAMPLE = DOCS / "examples" / "rogatory_xx"
PROJECT = tomllib.loads(read(EXAMPLE / "pyproject.toml"))["project"]
CASE = b"""
id: newspaper
title: Search at a newspaper
request: {kind: mla, requesting_state: ZZ, requested_state: XX, received: 2025-03-03}
persons: [{id: P1, name: A.B.}]
measures: [{id: M1, type: search, persons: [P1]}]
findings:
  - {question: person.journalist_or_writer, about: P1, answer: yes}
  - {question: measure.authorised_under_own_law, about: M1, answer: no}
"""


@pytest.fixture
def installed(tmp_path, monkeypatch):
    """Announce an entry point as an installed distribution does."""

    def install(points: dict[str, str]) -> None:
        info = tmp_path / f"{PROJECT['name'].replace('-', '_')}-{PROJECT['version']}.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.4\nName: {PROJECT['name']}\nVersion: 0.1.0\n")
        lines = "".join(f"{name} = {value}\n" for name, value in points.items())
        (info / "entry_points.txt").write_text(f"[{GROUP}]\n{lines}")
        monkeypatch.syspath_prepend(str(tmp_path))
        monkeypatch.syspath_prepend(str(EXAMPLE / "src"))

    yield install
    sys.modules.pop("rogatory_xx", None)


def test_the_example_joins_through_its_own_entry_point_and_judges(installed):
    installed(PROJECT["entry-points"][GROUP])
    (pack,) = packs_from_outside()
    assert (pack.id, pack.jurisdiction) == ("astria", "XX")
    law = assemble((*BUILT_IN, pack))
    assert law.hash != assemble(BUILT_IN).hash
    (ruling,) = judge_case(law, read_case(CASE, "newspaper.yaml"), Sitting(), [EXECUTE])
    assert ruling.verdict is Verdict.FORBIDDEN
    assert "xx-press-7-search-at-a-journalist" in {n.norm.id for n in ruling.leading()}


def test_the_law_of_one_state_does_not_bind_another(installed):
    installed(PROJECT["entry-points"][GROUP])
    elsewhere = read_case(CASE.replace(b"requested_state: XX", b"requested_state: BE"), "newspaper.yaml")
    (ruling,) = judge_case(assemble(packs_from_outside()), elsewhere, Sitting(), [EXECUTE])
    assert ruling.norms == ()


@pytest.mark.parametrize(
    ("value", "says"), [("rogatory_xx:NOTHING", "does not load"), ("rogatory_xx:journalists", "is not a Pack")]
)
def test_a_pack_that_cannot_be_used_stops_the_program_and_is_named(installed, value, says):
    installed({"xx": value})
    with pytest.raises(PackError, match=says):
        packs_from_outside()


def test_every_field_and_effect_of_a_norm_is_explained():
    fields = {name for cells in rows(PAGE, "## A norm") for name in re.findall(r"`([a-z_]+)`", cells[0])}
    assert {field.name for field in dataclasses.fields(Norm)} - fields == set()
    assert [effect.name for effect in Effect if f"`{effect.name}`" not in PAGE] == []


def test_the_example_needs_nothing_but_rogatory():
    assert PROJECT["dependencies"] == ["rogatory"]
    assert PAGE.count('xx = "rogatory_xx:PACK"') == 1
