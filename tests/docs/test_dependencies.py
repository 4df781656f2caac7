"""docs/dependencies.md: every distribution, at the version pinned and under the licence it declares."""

import re
from collections.abc import Iterator
from importlib.metadata import Distribution, distributions

import pytest

from tests.docs.markdown import DOCS, ROOT, read, rows

TABLE = {cells[0]: cells for cells in rows(read(DOCS / "dependencies.md"))}
LISTS = ROOT / "requirements"
PINNED = {
    name.lower(): version
    for path in LISTS.glob("*.txt")
    for name, version in re.findall(r"^([\w.-]+)==([^\s;\\]+)", read(path), re.MULTILINE)
}
ASKED = {
    re.split(r"[<>=\[]", line)[0]
    for path in LISTS.glob("*.in")
    for line in read(path).splitlines()
    if line and line[0] not in "#-"
}

# Metadata written before the licence expressions of SPDX.
IN_SPDX = {
    "BSD": "BSD-3-Clause",
    "3-Clause BSD License": "BSD-3-Clause",
    "Apache 2.0": "Apache-2.0",
    "CC0": "CC0-1.0",
    "BSD 2-Clause License": "BSD-2-Clause",
    "ISC License": "ISC",
    "License :: OSI Approved :: Apache Software License": "Apache-2.0",
    "License :: OSI Approved :: BSD License": "BSD-3-Clause",
    "License :: OSI Approved :: GNU General Public License v3 or later (GPLv3+)": "GPL-3.0-or-later",
    "License :: OSI Approved :: MIT License": "MIT",
    "License :: OSI Approved :: Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
}

SHIPPED = {"fido2": "BSD-2-Clause", "olefile": "BSD-2-Clause"}
"""Where the metadata says less than the licence file that is shipped."""


def declared(distribution: Distribution) -> str:
    """The licence a distribution declares in its metadata, in SPDX; empty if it only ships the text."""
    meta = distribution.metadata
    told = [
        *(meta.get_all("License-Expression") or []),
        *(meta.get_all("License") or []),
        *(line for line in meta.get_all("Classifier") or [] if line.startswith("License ::")),
    ]
    # Some put the whole text of the licence where its name belongs.
    if distribution.name in SHIPPED:
        return SHIPPED[distribution.name]
    found = next((line for line in told if len(line) < 80), "")
    return IN_SPDX.get(found, found)


def installed() -> Iterator[tuple[str, str]]:
    """What is installed here and stands in a locked list, with the licence it declares."""
    for distribution in distributions():
        name = distribution.name.lower().replace("_", "-")
        if name in PINNED and (licence := declared(distribution)):
            yield name, licence


def test_every_distribution_of_the_locked_lists_has_a_row_with_its_version():
    assert {name.lower(): cells[1] for name, cells in TABLE.items()} == PINNED


def test_what_the_project_asks_for_by_name_has_a_reason_a_keeper_and_a_runner_up():
    assert {name for name, cells in TABLE.items() if len(cells) == 6} == ASKED
    assert [name for name, cells in TABLE.items() if not all(cells)] == []


@pytest.mark.parametrize(("name", "licence"), sorted(installed()))
def test_the_licence_is_the_one_declared(name, licence):
    row = next(cells for shown, cells in TABLE.items() if shown.lower() == name)
    assert row[2] == licence
