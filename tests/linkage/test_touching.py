"""A change of the registers touches the cases of which a screening would show something else, and few others."""

from dataclasses import replace

import pytest
from hypothesis import event, given, settings

from rogatory.casefile.model import CaseFile
from rogatory.linkage.book import Book
from rogatory.linkage.screening import screen
from rogatory.linkage.touching import MOST_PERSONS, Changes
from rogatory.registers.model import Register, RegisterEntry, RegisterKind
from tests.linkage.founding import ALL, GRANT, KNOWN, NAMED, NOTICE, SOMEBODY, TODAY, TORTURE
from tests.linkage.test_keyed import entry, registers, requests


def book(entries: list[RegisterEntry]) -> Book:
    kinds = dict.fromkeys((e.register, e.kind) for e in entries)
    return Book(Register(i, k, entries=tuple(e for e in entries if e.register == i)) for i, k in kinds)


def shown(case: CaseFile, held: Book) -> set[tuple[str, str, str]]:
    return {(link.id, link.digest, link.band.value) for link in screen(case, held, TODAY, ALL).links}


def links(case: CaseFile, before: list[RegisterEntry]) -> set[tuple[str, str]]:
    return {(link.register, link.entry) for link in screen(case, book(before), TODAY, ALL).links}


def places(*entries: RegisterEntry) -> set[tuple[str, str]]:
    return {(e.register, e.id) for e in entries}


@given(requests(), registers(), registers())
@settings(max_examples=60)
def test_no_case_is_passed_over_of_which_anything_else_would_be_shown(
    case: CaseFile, before: list[RegisterEntry], after: list[RegisterEntry]
) -> None:
    # Half of what is held stays as it is.
    kept = before[::2]
    after = [*kept, *(e for e in after if all((e.register, e.id) != (k.register, k.id) for k in kept))]
    changes = Changes([e for e in (*before, *after) if (e in before) != (e in after)], book(after).size)
    other = shown(case, book(before)) != shown(case, book(after))
    met = links(case, before)
    touched = changes.touch(case, met, [e for e in after if (e.register, e.id) in met])
    event(f"touched {touched}, shown otherwise {other}")
    assert touched or not other


@pytest.mark.parametrize("came", [GRANT, NOTICE, TORTURE])
def test_what_is_met_by_person_by_number_or_by_path_touches(came: RegisterEntry) -> None:
    assert Changes([came], 10_000).touch(NAMED)


def test_who_is_near_in_an_entry_that_is_met_touches_by_another_register() -> None:
    brother = replace(TORTURE, proceedings=())
    assert not Changes([brother], 10_000).touch(replace(NAMED, proceedings=()))
    assert Changes([brother], 10_000).touch(replace(NAMED, proceedings=()), places(GRANT), [GRANT])


def test_an_entry_a_case_has_a_link_with_touches_it_whatever_becomes_of_it() -> None:
    assert Changes([replace(NOTICE, persons=(), proceedings=())], 10_000).touch(NAMED, places(*KNOWN))
    assert Changes([NOTICE], 10_000).touch(replace(NAMED, persons=(), proceedings=()), places(NOTICE), [])


def test_strangers_touch_nobody() -> None:
    assert not Changes([SOMEBODY, entry(1, ("Oksana Tkachenko",))], 10_000).touch(NAMED, places(*KNOWN[:3]), KNOWN[:3])


def test_of_very_many_changes_every_case_is_touched() -> None:
    many = [RegisterEntry(f"E{i}", "r", RegisterKind.NOTICES, "x", persons=SOMEBODY.persons * 100, source="s")
            for i in range(MOST_PERSONS // 100)]  # fmt: skip
    assert not Changes(many, 10_000).touch(NAMED)
    assert Changes([*many, replace(many[0], id="one more")], 10_000).touch(NAMED)
