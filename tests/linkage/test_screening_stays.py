"""What stays the same: identifiers and digests of links, and links while others come, go, or stand in another order."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rogatory.casefile.model import CaseFile, Person
from rogatory.casefile.parties import Identity, Proceeding, Relation, Told
from rogatory.linkage.model import By
from rogatory.linkage.screening import screen
from rogatory.registers.model import Known, RegisterEntry, RegisterKind
from tests.linkage.founding import (
    CHARGES,
    DANA,
    GRANT,
    KNOWN,
    MARAT,
    NAMED,
    NOTICE,
    NUMBER,
    P1,
    REQUEST,
    SOMEBODY,
    TODAY,
    book,
    met,
    screened,
)

# --- what stays the same --------------------------------------------------------------------------------------------


def test_a_link_keeps_its_name_while_file_and_registers_grow() -> None:
    before = met(screened(NAMED, GRANT), By.PERSON, "P1", "A-1")
    more = replace(NAMED, persons=(P1, Person("P9", "Somebody Else")))
    after = met(screened(more, *KNOWN), By.PERSON, "P1", "A-1")
    assert after.id == before.id


@pytest.mark.parametrize(
    "changed",
    [
        replace(GRANT, status="ended"),
        replace(GRANT, persons=(Known("p", replace(DANA, places=("Almaty",), sex="f"), "protected"), GRANT.persons[1])),
        replace(GRANT, proceedings=()),
    ],
    ids=["ended", "more is known of her", "no proceedings"],
)
def test_the_digest_of_the_evidence_changes_when_something_new_is_known(changed: RegisterEntry) -> None:
    case = replace(NAMED, persons=(replace(P1, identity=replace(P1.known_as, places=("Алматы",), sex="f")),))
    before, after = (met(screened(case, entry), By.PERSON, "P1", "A-1") for entry in (GRANT, changed))
    assert (before.id, before.digest != after.digest) == (after.id, True)


def test_the_digest_does_not_change_when_others_are_known_too() -> None:
    before = met(screened(NAMED, GRANT), By.PERSON, "P1", "A-1")
    assert met(screened(NAMED, GRANT, SOMEBODY), By.PERSON, "P1", "A-1").digest == before.digest


def test_an_entry_is_put_in_replaced_and_taken_out() -> None:
    held = book(NOTICE)
    held.put(GRANT)
    assert met(screen(NAMED, held, TODAY), By.PERSON, "P1", "A-1").id
    held.put(replace(GRANT, persons=(Known("p", Identity(("Ji-woo Park",)), "protected"),), proceedings=()))
    assert [one.entry for one in screen(NAMED, held, TODAY).links if one.entry == "A-1"] == []
    held.put(GRANT)
    held.remove("asylum", "A-1")
    held.remove("asylum", "A-1")
    assert {one.entry for one in screen(NAMED, held, TODAY).links} == {"N-1"}
    assert len(held) == 1


NAMES = ["Dana Serikova", "Дана Серікова", "Marat Serikov", "Ji-woo Park", "Данияр Ахметов", ""]
BORN = [(), ("1975-04-12",), ("1978-09-30",)]


@st.composite
def entries(draw: st.DrawFn, ident: str) -> RegisterEntry:
    kind = draw(st.sampled_from(list(RegisterKind)))
    persons = tuple(
        Known(
            f"p{i}", Identity(tuple(n for n in [draw(st.sampled_from(NAMES))] if n), draw(st.sampled_from(BORN))), role
        )
        for i, role in enumerate(draw(st.lists(st.sampled_from(["protected", "victim", "relative"]), max_size=2)))
    )
    told = tuple(
        Proceeding(f"f{i}", state="KZ", references=(Told(number),))
        for i, number in enumerate(draw(st.lists(st.sampled_from([NUMBER, "157500121000999"]), max_size=2)))
    )
    related = (Relation("p0", "sibling", "p1", draw(st.sampled_from(["", "file"]))),) if len(persons) > 1 else ()
    status = draw(st.sampled_from(["", "granted", "withdrawn", "published"]))
    return RegisterEntry(
        ident, kind.value, kind, "entry", status=status, persons=persons, proceedings=told, relations=related,
        source="file",
    )  # fmt: skip


CASE = CaseFile(
    "any", "Any", REQUEST, persons=(P1, Person("P2", "M.S.", identity=MARAT)), proceedings=(CHARGES,),
    relations=(Relation("P1", "sibling", "P2", "request"),),
)  # fmt: skip
SOME = st.integers(0, 4).flatmap(lambda n: st.tuples(*(entries(f"E{i}") for i in range(n))))
QUICK = settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])


@QUICK
@given(SOME, entries("new"))
def test_an_entry_more_never_loses_a_link_to_another(some: tuple[RegisterEntry, ...], new: RegisterEntry) -> None:
    before, after = screened(CASE, *some), screened(CASE, *some, new)
    kept = {(one.id, one.band) for one in after.links}
    lost = [one for one in before.links if (one.id, one.band) not in kept and one.by is not By.PATH]
    assert lost == []
    assert {one.id for one in before.links} <= {one.id for one in after.links}


@QUICK
@given(SOME, st.randoms(use_true_random=False))
def test_a_screening_does_not_depend_on_the_order_of_entries(some: tuple[RegisterEntry, ...], random) -> None:
    shuffled = list(some)
    random.shuffle(shuffled)
    assert screened(CASE, *shuffled) == screened(CASE, *some) == screened(CASE, *some)
