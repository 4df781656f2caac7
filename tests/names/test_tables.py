"""The tables of letters: each names its sources, and can be read."""

from importlib.resources import files

import pytest

from rogatory.names.sounds import VOWELS, parsed

DATA = files("rogatory.names").joinpath("data")
TABLES = sorted(path.name for path in DATA.iterdir() if path.name.endswith(".txt"))
ALPHABETS = ("arabic", "armenian", "cyrillic", "georgian", "greek", "hebrew", "latin")
SOUNDS = VOWELS | set("bpdtgkfvwszmnlrhSZCJcxGNTDy'")


@pytest.mark.parametrize("name", TABLES)
def test_a_table_names_its_sources(name):
    head = [line for line in DATA.joinpath(name).read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    assert any(word in " ".join(head).lower() for word in ("source", "made from", "from the", "written for"))


@pytest.mark.parametrize("name", ALPHABETS)
def test_a_table_of_letters_has_each_once_and_only_sounds_that_are_known(name):
    rows = [
        line.split("\t")
        for line in DATA.joinpath(f"{name}.txt").read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    ]
    keys = [key for key, _ in rows]
    assert sorted(keys) == sorted(set(keys))
    assert {key.lstrip("^")[0] for key in keys} <= set(keys), "a letter that begins a group is read alone too"
    told = {sound for _, spec in rows for unit in spec.split("|") for sound, _ in parsed(unit)}
    assert told - {""} <= SOUNDS
    assert all(0 <= unusual <= 5 for _, spec in rows for unit in spec.split("|") for _, unusual in parsed(unit))
