"""What goes out comes back; and whatever bytes come in, the answer is entries, a report, or the place and the mend."""

import json
from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rogatory.intake.errors import CaseFileError
from rogatory.registers.ftm import read_ftm
from rogatory.registers.ftm_words import READ
from rogatory.registers.ftm_writing import write_ftm
from rogatory.registers.imported import Imported, Report
from rogatory.registers.interpol import read_notices
from rogatory.registers.mapping import read_mapping
from rogatory.registers.model import Register
from rogatory.registers.reading import read_register
from rogatory.registers.table import read_table
from rogatory.registers.writing import register_values
from tests.registers.drawn import registers
from tests.registers.samples import register, sample


def own(data: bytes) -> Imported:
    made = read_register(data, "r")
    return Imported(made, Report(len(made.entries), len(made.entries)))


MAPPING = read_mapping(sample("grants.mapping.yaml"), "m.yaml")
IMPORTERS: dict[str, tuple[str, Callable[[bytes], Imported]]] = {
    "notices": ("notices.json", lambda data: read_notices(data, "n", register())),
    "FollowTheMoney": ("cases.ftm.jsonl", lambda data: read_ftm(data, "f", register("victims"))),
    "table": ("grants.csv", lambda data: read_table(data, "t", MAPPING, register("protection"))),
    "own": ("findings.yaml", own),
}
quick = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


def take(importer: Callable[[bytes], Imported], data: bytes) -> Imported | None:
    """What came of it; None if the file was refused, as it should be refused."""
    try:
        imported = importer(data)
    except CaseFileError as error:
        check_refusal(error)
        return None
    report = imported.report
    assert report.taken == len(imported.register.entries)
    assert all(str(one).isprintable() and len(str(one)) < 2_000 for one in report.left_out)
    assert all(one.what.isprintable() and len(one.what) < 200 for one in report.unused)
    # What was taken can be written, and is read again as it is.
    assert round_trip(imported.register) == imported.register
    return imported


def check_refusal(error: CaseFileError) -> None:
    assert error.faults
    for fault in error.faults:
        assert fault.problem
        assert fault.mend
        assert str(fault).isprintable(), str(fault)
        assert len(str(fault)) < 2_000


def round_trip(made: Register) -> Register:
    lines = "\n".join(write_ftm(made.entries))
    imported = read_ftm(lines.encode(), "again", replace(made, entries=()))
    assert (imported.report.left_out, imported.report.unused) == ((), ())
    return imported.register


@given(registers())
@quick
def test_what_goes_out_as_followthemoney_comes_back_as_it_was(made: Register) -> None:
    assert round_trip(made) == made


@given(registers())
@quick
def test_what_goes_out_in_our_own_format_comes_back_as_it_was(made: Register) -> None:
    data = json.dumps(register_values(made), ensure_ascii=False).encode()
    assert read_register(data, "again") == made


@pytest.mark.parametrize("name", IMPORTERS)
@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")))
@quick
def test_bytes_of_every_kind(name: str, data: bytes) -> None:
    take(IMPORTERS[name][1], data)


@st.composite
def spoilt(draw: st.DrawFn, data: bytes) -> bytes:
    made = bytearray(data)
    for _ in range(draw(st.integers(1, 5))):
        at = draw(st.integers(0, len(made) - 1))
        signs = [b'"', b"{", b"}", b"[", b"]", b",", b":", b";", b"\n", b"\\ud800", b"null", b"\xe2\x80\xae", b"- "]
        made[at : at + draw(st.integers(0, 3))] = draw(st.binary(max_size=3) | st.sampled_from(signs))
    return bytes(made)


@pytest.mark.parametrize("name", IMPORTERS)
@given(st.data())
@quick
def test_a_sample_with_some_bytes_replaced(name: str, data: st.DataObject) -> None:
    file, importer = IMPORTERS[name]
    take(importer, data.draw(spoilt(sample(file))))


NAMES = st.sampled_from([*READ, *sorted({p for held in READ.values() for p in held}), "entity_id", "_links", "x"])
LEAVES = NAMES | st.text(max_size=6) | st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False)
VALUES: st.SearchStrategy[Any] = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES | st.text(max_size=4), inner, max_size=4),
    max_leaves=12,
)
TREES = {
    "notices": json.loads(sample("notices.json")),
    "FollowTheMoney": [json.loads(line) for line in sample("cases.ftm.jsonl").decode().splitlines()],
    "own": yaml.load(sample("findings.yaml"), yaml.BaseLoader),  # noqa: S506 - our own text, read as text
}


@st.composite
def changed(draw: st.DrawFn, tree: Any) -> Any:
    """The values of a sample, some of them replaced by others, wherever they stand."""
    tree = deepcopy(tree)
    for _ in range(draw(st.integers(1, 3))):
        holder: Any = tree
        while keys := (list(holder) if isinstance(holder, dict) else list(range(len(holder)))):
            key = draw(st.sampled_from(keys))
            inner = holder[key]
            if not isinstance(inner, dict | list) or not inner or draw(st.integers(0, 5)) == 0:
                holder[key] = draw(VALUES)
                break
            holder = inner
    return tree


@pytest.mark.parametrize("name", TREES)
@given(st.data())
@quick
def test_values_of_every_shape_in_a_sample(name: str, data: st.DataObject) -> None:
    tree = data.draw(changed(TREES[name]))
    rows = tree if name == "FollowTheMoney" and isinstance(tree, list) else [tree]
    take(IMPORTERS[name][1], "\n".join(json.dumps(row) for row in rows).encode())
