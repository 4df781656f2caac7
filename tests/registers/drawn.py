"""Entries nothing is wrong with, drawn at chance."""

from collections.abc import Sequence
from typing import Any

from hypothesis import strategies as st

from rogatory.registers.format import FORMS
from rogatory.registers.model import Register, RegisterKind
from rogatory.registers.reading import read_values

LETTERS = st.characters(categories=["L", "N", "P", "S", "Zs", "M", "Cf"])
"""Every script, with marks, zero-width signs and those that turn the direction of writing."""
WORDS = st.text(LETTERS, min_size=1, max_size=12).filter(lambda text: bool(text.strip()))
NAMES = st.builds("{}{}".format, st.sampled_from(["Ә", "Ж", "A", "王", "م", "김", "1"]), st.text(LETTERS, max_size=12))
DAYS = st.sampled_from(["1968-03-05", "1968", "c. 1968", "1346-12-14 AP", "03.05.1968", "1966-1968"])
STATES = st.sampled_from(["KZ", "BE", "TR", "ZZ"])
TOLD = st.fixed_dictionaries({"text": WORDS}, optional={"where": WORDS})
DIGITS = st.from_regex(r"[0-9A-Z ]{1,12}", fullmatch=True)
NUMBERS = st.builds("{}:{}{}".format, STATES, st.sampled_from(["", "passport:", "tax:"]), DIGITS)


def lists(of: st.SearchStrategy[Any]) -> st.SearchStrategy[list[Any]]:
    return st.lists(of, min_size=1, max_size=3, unique_by=str)


IDENTITY = {
    "born": lists(DAYS), "sex": st.sampled_from("fmx"), "nationalities": lists(STATES), "places": lists(WORDS),
    "numbers": lists(NUMBERS),
}  # fmt: skip
PROCEEDING = {
    "state": STATES, "references": lists(TOLD), "bodies": lists(WORDS), "officials": lists(WORDS),
    "offences": lists(TOLD), "articles": lists(TOLD), "opened": DAYS, "places": lists(WORDS), "victims": lists(WORDS),
    "amounts": lists(TOLD), "related": lists(TOLD), "source": WORDS,
    "period": st.fixed_dictionaries({"first": DAYS}, optional={"last": DAYS}),
}  # fmt: skip
ENTRY = {
    "status": st.sampled_from(["granted", "withdrawn", "pending"]), "on": DAYS, "learned": st.just("2030-05"),
    "by": WORDS, "state": STATES, "against": lists(STATES), "references": lists(WORDS), "note": WORDS,
    "compartment": st.sampled_from(["asylum", "protected-identity"]),
}  # fmt: skip
RELATIONS = st.sampled_from(["sibling", "parent", "child", "spouse", "co-accused", "lawyer", "client", "witness"])


@st.composite
def entry_values(draw: st.DrawFn, ident: str, forms: Sequence[str]) -> dict[str, Any]:
    persons = [f"p{i}" for i in range(draw(st.integers(1, 3)))]
    who = st.fixed_dictionaries({"names": lists(NAMES)}, optional=IDENTITY)
    roles = st.sampled_from(["subject", "protected", "relative"])
    parties = st.fixed_dictionaries(
        {"person": st.sampled_from(persons)}, optional={"role": st.just("accused")}
    ) | st.fixed_dictionaries({"name": NAMES})
    proceedings = st.fixed_dictionaries({}, optional={**PROCEEDING, "parties": lists(parties)})
    pairs = [(of, to) for of in persons for to in persons if of != to]
    chosen = draw(st.lists(st.sampled_from(pairs), max_size=3)) if pairs else []
    told: dict[str, Any] = draw(st.fixed_dictionaries({"title": WORDS, "source": WORDS}, optional=ENTRY))
    return {
        "id": ident,
        **told,
        **draw(st.fixed_dictionaries({}, optional={"form": st.sampled_from(forms)} if forms else {})),
        "persons": [{"id": p, "role": draw(roles), **draw(who)} for p in persons],
        "proceedings": [{"id": f"c{i}", **draw(proceedings)} for i in range(draw(st.integers(0, 2)))],
        "relations": [{"of": of, "kind": draw(RELATIONS), "to": to, "source": draw(WORDS)} for of, to in chosen],
    }


@st.composite
def registers(draw: st.DrawFn) -> Register:
    kind = draw(st.sampled_from(RegisterKind))
    idents = draw(st.lists(st.from_regex(r"[A-Za-z0-9][A-Za-z0-9._-]{0,8}", fullmatch=True), max_size=3, unique=True))
    entries = [draw(entry_values(ident, FORMS[kind])) for ident in idents]
    head = {"id": "drawn", "kind": kind.value, "custodian": "The office", "as_of": "2031-02-01"}
    return read_values({**head, "entries": entries}, "drawn")
