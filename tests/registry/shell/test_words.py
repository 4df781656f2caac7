"""The words of the pages, in French and Dutch."""

import gettext
import re
from pathlib import Path

import pytest

from rogatory.registry import settings

LOCALE = Path(settings.__file__).parent / "locale"
FIELD = re.compile(r'"((?:[^"\\]|\\.)*)"')


def entries(language):
    """What the catalogue says, as (words, plural, what stands for them)."""
    text = (LOCALE / language / "LC_MESSAGES" / "django.po").read_text("utf-8")
    for block in text.split("\n\n")[1:]:
        found: dict[str, str] = {}
        key = ""
        for line in block.splitlines():
            if line.startswith("msg"):
                key = line.split(" ")[0]
                found[key] = ""
            if not line.startswith("#"):
                found[key] += "".join(FIELD.findall(line)).replace('\\"', '"').replace("\\n", "\n")
        yield found


@pytest.mark.parametrize("language", ["fr", "nl"])
def test_nothing_is_left_in_english(language):
    said = list(entries(language))
    assert len(said) > 100
    assert [words["msgid"] for words in said if not all(words[key] for key in words)] == []


@pytest.mark.parametrize("language", ["en", "fr", "nl"])
def test_the_compiled_catalogue_says_what_the_written_one_says(language):
    with (LOCALE / language / "LC_MESSAGES" / "django.mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    for words in entries(language):
        if words.get("msgstr"):
            assert compiled.gettext(words["msgid"]) == words["msgstr"]


@pytest.mark.parametrize("language", ["fr", "nl"])
def test_what_is_filled_in_is_filled_in_there_too(language):
    hole = re.compile(r"%\(\w+\)s")
    for words in entries(language):
        for key in words:
            if key.startswith("msgstr") and key != "msgstr[0]":
                of = words["msgid_plural" if "msgid_plural" in words else "msgid"]
                assert set(hole.findall(of)) == set(hole.findall(words[key])), words["msgid"]
