"""Whatever bytes come in, the reader answers with a case or with `CaseFileError`; and a case it gives can be judged."""

import json
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rogatory.casefile.model import CaseFile
from rogatory.decision.bench import NoDayError, Sitting, judge_case
from rogatory.intake.errors import CaseFileError
from rogatory.intake.format import CasePart
from rogatory.intake.reading import read_case
from rogatory.law.acts import ACTS, GRANT, KINDS, Act
from rogatory.law.corpus import Law
from rogatory.law.questions import Form, Kind
from rogatory.law.vocabulary import VOCABULARY
from tests.cli.desk import BARRED, CASE, SMALL_LAW
from tests.malformed.sound import WITH_IDENTITY

FOUNDING = (Path(__file__).parents[2] / "cases" / "founding.yaml").read_text(encoding="utf-8")
TEXTS = [WITH_IDENTITY, CASE + BARRED, FOUNDING]
TREES = [yaml.load(text, yaml.BaseLoader) for text in TEXTS]  # noqa: S506 - our own texts, read as text
JUDGED_IN_FULL = 60
"""Cases judged by the law in force; the small law of the command line's tests judges every one."""
STATES = st.sampled_from(["BE", "CH", "FR", "KZ", "TR", "US", "GB", "TH", "ZZ", "INTERPOL"])

fuzz = settings(max_examples=300, suppress_health_check=list(HealthCheck))


def read(data: bytes) -> CaseFile | None:
    """The case; None if the file was refused, as it should be refused."""
    try:
        return read_case(data, "case.yaml")
    except CaseFileError as error:
        refused = error
    # YAML ends a line where a page or a typewriter does, too.
    lines = sum(data.count(end.encode()) for end in "\n\r\x85\u2028\u2029") + 2
    assert refused.faults
    for fault in refused.faults:
        assert fault.problem
        assert fault.mend
        assert str(fault).isprintable(), str(fault)
        assert 0 <= fault.line <= lines
        assert len(str(fault)) < 2_000
    return None


def judge(case: CaseFile | None, law: Law = SMALL_LAW) -> None:
    """Judge what could be read."""
    if case is not None:
        try:
            judge_case(law, case, Sitting())
        except NoDayError:
            assert case.last_day() is None


@st.composite
def changed_lines(draw: st.DrawFn) -> str:
    """A sound file with some lines deleted, doubled, swapped, moved in or out, or cut off."""
    lines = draw(st.sampled_from(TEXTS)).splitlines()
    for _ in range(draw(st.integers(1, 4))):
        at, other = (draw(st.integers(0, len(lines) - 1)) for _ in range(2))
        match draw(st.sampled_from(["delete", "double", "swap", "in", "out", "cut", "join"])):
            case "delete" if len(lines) > 1:
                del lines[at]
            case "double":
                lines.insert(at, lines[at])
            case "swap":
                lines[at], lines[other] = lines[other], lines[at]
            case "in":
                lines[at] = f"  {lines[at]}"
            case "out":
                lines[at] = lines[at].removeprefix("  ")
            case "cut":
                lines[at] = lines[at][: draw(st.integers(0, 40))]
            case _:
                lines[at] += lines[other].strip()
    return "\n".join(lines)


@st.composite
def changed_bytes(draw: st.DrawFn) -> bytes:
    """A sound file with some bytes replaced, put in or taken out."""
    data = bytearray(draw(st.sampled_from(TEXTS)).encode())
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(data) - 1))
        data[at : at + draw(st.integers(0, 3))] = draw(
            st.binary(max_size=4)
            | st.sampled_from(
                [b":", b"- ", b"[", b"]", b"{", b"}", b"'", b'"', b"&a ", b"*a", b"!t ", b"#", b"\n", b"\t"]
            )
        )
    return bytes(data)


WORDS = st.sampled_from(
    [
        *CasePart.model_fields, *VOCABULARY, *ACTS,
        *"""
        id kind mla requesting_state requested_state BE KZ ZZ question answer about against on act at since until name
        type search P1 yes no unknown 2020 2020-02-30 2025-03-03 established death-penalty text shows source state
        instrument status party ETS-030 null request of to sibling person parties references names born sex
        """.split(),  # noqa: SIM905 - words, not a table of quotes
    ]
)  # fmt: skip
LEAVES = WORDS | st.text(max_size=8) | st.none() | st.booleans() | st.integers() | st.floats()
VALUES: st.SearchStrategy[Any] = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS | st.text(max_size=4), inner, max_size=5),
    max_leaves=25,
)


@st.composite
def changed_values(draw: st.DrawFn) -> Any:
    """The values of a sound file, some of them replaced by others, wherever they stand."""
    tree = deepcopy(draw(st.sampled_from(TREES)))
    for _ in range(draw(st.integers(1, 3))):
        holder: Any = tree
        while True:
            keys = list(holder) if isinstance(holder, dict) else list(range(len(holder)))
            if not keys:
                break
            key = draw(st.sampled_from(keys))
            inner = holder[key]
            if not isinstance(inner, dict | list) or not inner or draw(st.integers(0, 5)) == 0:
                if draw(st.booleans()):
                    holder[key] = draw(VALUES)
                else:
                    del holder[key]
                break
            holder = inner
    return tree


@given(changed_lines())
@fuzz
def test_lines_deleted_doubled_and_swapped(text: str) -> None:
    judge(read(text.encode()))


@given(changed_bytes())
@fuzz
def test_bytes_replaced(data: bytes) -> None:
    judge(read(data))


@given(VALUES)
@fuzz
def test_values_of_every_shape(value: Any) -> None:
    judge(read(json.dumps(value).encode()))
    judge(read(yaml.dump(value, allow_unicode=True).encode("utf-8", "surrogatepass")))


@given(changed_values())
@fuzz
def test_values_of_every_shape_in_a_sound_file(tree: Any) -> None:
    judge(read(json.dumps(tree, ensure_ascii=False).encode("utf-8", "surrogatepass")))


@given(st.binary(max_size=300) | st.text(max_size=300).map(lambda text: text.encode("utf-8", "surrogatepass")))
@fuzz
def test_bytes_of_every_kind(data: bytes) -> None:
    assert read(data) is None


DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
ANSWERS = {Form.NUMBER: st.integers(0, 10**9 - 1).map(str), Form.DAY: DAYS.map(str)}


@st.composite
def sound_findings(draw: st.DrawFn) -> dict[str, Any]:
    """A finding nothing is wrong with, in a file with the persons P1 and P2, a measure, an item, and two assurances."""
    question = draw(st.sampled_from(list(VOCABULARY.values())))
    several = st.lists(st.sampled_from(question.values or ("",)), unique=True)
    answers = (
        several
        if question.form is Form.SOME_OF
        else ANSWERS.get(question.form, st.sampled_from(question.values or ("",)))
    )
    finding = {"question": question.id, "answer": draw(answers | st.just("unknown"))}
    about = {"person": ["P1", "P2"], "measure": ["M"], "item": ["I"], "assurance": ["A1", "A2"]}.get(
        question.of.value, []
    )
    if about and (question.of is Kind.ASSURANCE or draw(st.booleans())):
        finding["about"] = draw(st.sampled_from(about))
    if draw(st.booleans()):
        since, until = sorted((draw(DAYS), draw(DAYS)))
        finding |= {"since": str(since)} | ({"until": str(until)} if until > since else {})
    finding |= {name: str(draw(DAYS)) for name in ("known", "as_of") if draw(st.booleans())}
    if draw(st.booleans()):
        finding["grade"] = draw(st.sampled_from(["alleged", "arguable", "substantial", "established"]))
    return finding


@st.composite
def sound_cases(draw: st.DrawFn) -> dict[str, Any]:
    """A file nothing is wrong with."""
    findings = st.lists(sound_findings(), max_size=12)
    kinds = st.sampled_from(sorted(KINDS))
    return {
        "id": "drawn",
        "title": draw(st.text(st.characters(codec="utf-8", exclude_categories=["C"]), min_size=1)),
        "request": {
            "kind": draw(kinds), "requesting_state": draw(STATES), "requested_state": draw(STATES),
            "received": str(draw(DAYS)),
        },
        "persons": [{"id": "P1", "name": "A.B."}, {"id": "P2", "name": "C.D."}],
        "measures": [{"id": "M", "type": draw(st.sampled_from(VOCABULARY["measure.type"].values)), "persons": ["P1"]}],
        "items": [{"id": "I", "package": "K"}],
        "packages": ["K"],
        "assurances": [
            {"id": "A1", "against": "death-penalty", "given": str(draw(DAYS))},
            {"id": "A2", "against": "death-penalty", "persons": ["P2"]},
        ],
        "findings": draw(findings),
        "events": [{"on": str(draw(DAYS)), "text": "Something happened.", "shows": draw(findings)}],
    }  # fmt: skip


@given(sound_cases(), st.sampled_from(list(ACTS.values())))
@settings(fuzz, max_examples=JUDGED_IN_FULL)
def test_a_sound_file_is_read_and_judged_by_the_law_in_force(law: Law, tree: Any, act: Act) -> None:
    for data in (json.dumps(tree, ensure_ascii=False), yaml.dump(tree, allow_unicode=True, default_style="'")):
        case = read_case(data.encode(), "case.yaml")
    assert judge_case(law, case, Sitting(), [act, GRANT])
    judge(case)


@given(sound_cases())
@fuzz
def test_a_sound_file_is_read(tree: Any) -> None:
    judge(read_case(json.dumps(tree, ensure_ascii=False).encode(), "case.yaml"))


@pytest.mark.parametrize("text", TEXTS)
def test_what_is_changed_is_sound(text: str) -> None:
    assert read(text.encode()) is not None
