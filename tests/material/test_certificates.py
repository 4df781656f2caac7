"""Certificates of return and destruction: they say exactly what became of what, and no word of what stood in it."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256

import pytest

from rogatory.material.certificates import Certificate, CertificateError, Fate
from rogatory.material.items import Content, Digest

NOTES = Content(Digest(sha256(b"notes").hexdigest()), "b" * 64, 5)
PLAN = Content(Digest(sha256(b"plan").hexdigest()), "c" * 64, 4)
RETURNED = Certificate(
    "T-1", Fate.RETURNED, "s1", (PLAN, NOTES), ("a telephone, black",), "Office of Ms A.B.", "Registry, C.D.", "",
    datetime(2026, 11, 3, 9, 30, tzinfo=UTC), "decision 2026/311",
)  # fmt: skip
DESTROYED = replace(
    RETURNED, number="V-1", fate=Fate.DESTROYED, witness="E.F., bar", method="overwritten; backups rotate by 1 December"
)


@pytest.mark.parametrize(
    ("language", "title", "kept"),
    [
        ("en", "Certificate of destruction V-1", "keeps nothing but this certificate"),
        ("fr", "Certificat de destruction V-1", "ne conserve que ce certificat"),
        ("nl", "Attest van vernietiging V-1", "bewaart niets dan dit attest"),
    ],
)
def test_it_says_what_who_when_and_why_in_three_languages(language, title, kept):
    text = DESTROYED.text(language)
    assert text.startswith(title)
    told = (NOTES.sha256, "2026-11-03 09:30 UTC", "Registry, C.D.", "E.F., bar", "decision 2026/311", kept, "rotate")
    assert all(part in text for part in told)


def test_a_return_needs_no_witness_and_what_is_kept_is_told():
    text = replace(RETURNED, kept="a copy of one contract, under decision 2026/311").text()
    assert "Seen by" not in text
    assert "The office keeps: a copy of one contract" in text


def test_the_record_is_the_same_whatever_order_contents_are_named_in():
    assert RETURNED.record() == replace(RETURNED, contents=(NOTES, PLAN)).record()
    told = json.loads(RETURNED.record())
    assert (told["fate"], len(told["contents"]), told["things"]) == ("returned", 2, ["a telephone, black"])


@pytest.mark.parametrize(
    ("made", "changed", "says"),
    [
        (RETURNED, {"ground": " "}, "names: ground"),
        (RETURNED, {"contents": (), "things": ()}, "at least one"),
        (RETURNED, {"contents": (NOTES, NOTES)}, "stands twice"),
        (RETURNED, {"at": datetime(2026, 11, 3)}, "time zone"),  # noqa: DTZ001 - that is what is refused
        (DESTROYED, {"witness": ""}, "names: witness"),
        (DESTROYED, {"method": ""}, "names: method"),
        (DESTROYED, {"witness": DESTROYED.by}, "not the one who saw it"),
    ],
)
def test_one_that_says_too_little_is_refused(made, changed, says):
    with pytest.raises(CertificateError, match=says):
        replace(made, **changed)


def test_another_language_is_none():
    with pytest.raises(KeyError):
        RETURNED.text("xx")
