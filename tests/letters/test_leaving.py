"""What is confidential never stands in a letter to the requesting state, whatever is handed in."""

from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rogatory.decision.releasing.leaks import Confidential, Secret, leaks, printed
from rogatory.decision.releasing.releasable import LeakError, Releasable, own_words
from rogatory.law.vocabulary.assurance import Risk
from rogatory.letters import facts as f
from rogatory.letters.kinds import KINDS, Kind, To, write
from rogatory.letters.search import days_of, told_by
from tests.letters.samples import FACTS, facts, head

FOR_STATE = [kind for kind in KINDS.values() if To.REQUESTING_STATE in kind.to]
SECRETS = (
    "Zarema Baltabayeva", "Baltabayeva", "Зарема Балтабаева", "Zeynep Akçınar", "CG-13/44711", "2013-10-17",
    "her cousin was beaten in Karaganda prison", "recognised on 17 October 2013", "register of protection, entry 88123",
    "Me Vandersmissen argued that the charges are those of 2013", "0470 12 34 56",
)  # fmt: skip
HARMLESS = (
    "the record of the interview",
    "use only in the proceedings named",
    "Art. 27",
    "12-3/2026",
    "bank documents",
)


@pytest.mark.parametrize("language", ["en", "fr", "nl"])
@pytest.mark.parametrize("kind", FOR_STATE, ids=lambda kind: kind.id)
def test_the_standing_words_tell_nothing(kind: Kind, language: str) -> None:
    # An assurance against ill-treatment cannot be asked for without its name.
    allowed = {"torture"} if kind.id == "assurance" else set()
    for risk in Risk if kind.id == "assurance" else (None,):
        made = facts(kind, risk=risk) if risk else facts(kind)
        document = write(kind, made, language, head(To.REQUESTING_STATE))
        assert {leak.found for leak in leaks("\n".join(printed(document)), Confidential(()))} <= allowed


def filled(kind: Kind, words: tuple[str, ...], kept: Confidential) -> Any:
    """The facts of a letter with each text in turn one of `words`, through the maker that searches it."""
    left = list(words)

    def put(value: object) -> object:
        match value:
            case Releasable():
                left.append(left.pop(0))
                return own_words(left[-1], kept)
            case tuple():
                return tuple(map(put, value))
            case f.Missing():
                return f.Missing(own_words(left[0], kept), own_words(left[-1], kept))
            case _:
                return value

    return kind.facts(**{name: put(value) for name, value in FACTS[kind.id].items()})


@settings(max_examples=150)
@given(
    st.sampled_from(FOR_STATE),
    st.sampled_from(["en", "fr", "nl"]),
    st.lists(st.sampled_from(SECRETS), min_size=1, max_size=4, unique=True),
    st.lists(st.sampled_from(HARMLESS + SECRETS), min_size=1, max_size=4),
)
def test_a_letter_with_something_confidential_is_never_made(kind, language, secrets, words) -> None:
    secret = tuple(Secret("finding", f"findings[{n}]", text) for n, text in enumerate(secrets))
    kept = Confidential(secret, told_on=frozenset({head(To.REQUESTING_STATE).day}))
    try:
        made = filled(kind, tuple(words), kept)
    except LeakError:
        return  # the maker refused it: there is no letter
    document = write(kind, made, language, head(To.REQUESTING_STATE))
    assert not [text for text in printed(document) if any(secret in text for secret in secrets)]
    assert told_by(document, kept, days_of(made)) == ()


def test_every_text_of_a_letter_to_the_requesting_state_is_releasable() -> None:
    for kind in FOR_STATE:
        for field in fields(kind.facts):
            value = FACTS[kind.id][field.name]
            for part in value if isinstance(value, tuple) else (value,):
                assert not isinstance(part, str), (kind.id, field.name)


def test_a_search_that_knows_the_standing_words_still_finds_a_secret() -> None:
    kind = KINDS["refusal"]
    kept = Confidential((Secret("identity", "persons[0]", "Zarema Baltabayeva"),))
    document = replace(write(kind, facts(kind), "en", head(To.REQUESTING_STATE)), title="Зарема Балтабаева")
    assert told_by(document, kept)
