"""The situations each norm was tested in, as they print in the law book.

One line a situation: what is on file, what the norm says then, and the verdict where it stands alone. The tests hold
the norms to these lines; nobody edits them by hand.
"""

from functools import cache
from importlib.resources import files

FOLDER = "situations"


@cache
def situations() -> dict[str, tuple[str, ...]]:
    """Lines by the identifier of the norm or legal test, in the order they were approved."""
    found: dict[str, list[str]] = {}
    folder = files("rogatory.deployment").joinpath(FOLDER)
    for file in sorted(folder.iterdir(), key=lambda f: f.name):
        if file.name.endswith(".txt"):
            for line in file.read_text("utf-8").splitlines():
                ident, _, rest = line.partition(" ")
                if ident and rest:
                    found.setdefault(ident, []).append(rest)
    return {ident: tuple(lines) for ident, lines in found.items()}
