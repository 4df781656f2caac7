"""What holds for every page: commands that exist, links that lead somewhere, a README that is short."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import typer
import typer.main

from rogatory.cli import app
from tests.docs.markdown import BLOCK, DOCS, ROOT, blocks, links, pages, place, read

PAGES = pages()
IDS = [place(path) for path in PAGES]

# Where pages may lead: public sources of the founding case, and nothing else. No registry of packages is among them.
HOSTS = {"www.fairtrials.org", "localhost"}
URL = re.compile(r"https?://[^\s)>\"'`]+")
INLINE = re.compile(r"`(rogatory [^`]+)`")


def commands(page: str) -> Iterator[str]:
    """Every command line of a page: in blocks behind `$`, indented behind `$`, and in the text."""
    for block in blocks(page, "console"):
        yield from (line[2:] for line in block.splitlines() if line.startswith("$ "))
    prose = BLOCK.sub("", page)
    yield from re.findall(r"^    \$ (.+)$", prose, re.MULTILINE)
    yield from INLINE.findall(prose)


def words_of(command: str) -> list[str]:
    return shlex.split(command.partition(" | ")[0], comments=True)  # what another program is handed is its own affair


def make_targets() -> set[str]:
    return set(re.findall(r"^([a-z]+):", read(ROOT / "Makefile"), re.MULTILINE))


def lost(words: list[str]) -> list[str]:
    """What of `rogatory ...` the command line does not know."""
    command = typer.main.get_command(app)
    unknown: list[str] = []
    rest = words[1:]
    while rest and (group := getattr(command, "commands", None)) and not rest[0].startswith("-"):
        if rest[0] not in group:
            return [rest[0]]
        command, rest = group[rest[0]], rest[1:]
    if command.context_settings.get("ignore_unknown_options"):
        return []  # `manage` hands everything on
    known = {option for parameter in command.params for option in parameter.opts} | {"--help", "-h"}
    unknown += [word for word in rest if re.match(r"--?[a-z]", word) and word.partition("=")[0] not in known]
    return unknown


@pytest.mark.parametrize("path", PAGES, ids=IDS)
def test_every_command_of_a_page_exists(path):
    gone = []
    for command in commands(read(path)):
        words = words_of(command)
        if words[0] == "make":
            gone += [command for word in words[1:] if "=" not in word and word not in make_targets()]
        elif words[0].rpartition("/")[2] == "rogatory" and lost(words):
            gone.append(command)
    assert gone == []


@pytest.mark.parametrize("path", PAGES, ids=IDS)
def test_every_link_leads_to_a_file_of_the_tree(path):
    inside = [link for link in links(read(path)) if "://" not in link]
    assert [link for link in inside if not (path.parent / link.partition("#")[0]).exists()] == []


@pytest.mark.parametrize("path", PAGES, ids=IDS)
def test_a_page_leads_to_known_hosts_only(path):
    hosts = {urlsplit(url).hostname or "" for url in URL.findall(read(path))}
    assert {host for host in hosts if not host.endswith(".example")} <= HOSTS


def test_every_case_a_command_reads_exists():
    read_by = {
        word for path in PAGES for c in commands(read(path)) for word in words_of(c) if word.startswith("cases/")
    }
    assert read_by
    assert [word for word in sorted(read_by) if not (ROOT / word).exists()] == []


def test_the_readme_is_short():
    assert len(read(ROOT / "README.md").splitlines()) <= 120


def test_every_page_is_reached_from_the_readme():
    reached: set[Path] = set()
    waiting = [ROOT / "README.md"]
    while waiting:
        path = waiting.pop().resolve()
        if path in reached or path.suffix != ".md" or not path.is_file():
            continue
        reached.add(path)
        waiting += [path.parent / link.partition("#")[0] for link in links(read(path)) if "://" not in link]
    assert [place(path) for path in sorted(DOCS.rglob("*.md")) if path.resolve() not in reached] == []
