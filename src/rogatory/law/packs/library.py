"""The built-in packs, in the order in which a case is examined: regime, absolute rights, procedure, national law, house rules."""

import pkgutil
from importlib import import_module

from rogatory.law import packs
from rogatory.law.packs import Pack

_HELPERS = {"library"}


def _load() -> tuple[Pack, ...]:
    names = [m.name for m in pkgutil.iter_modules(packs.__path__) if m.name not in _HELPERS]
    found = [getattr(import_module(f"{packs.__name__}.{name}"), "PACK", None) for name in names if name[0] != "_"]
    loaded = [p for p in found if isinstance(p, Pack)]
    return tuple(sorted(loaded, key=lambda p: (p.house, p.jurisdiction != "", p.jurisdiction, p.id)))


BUILT_IN: tuple[Pack, ...] = _load()
"""Every pack of this distribution: international law first, then national law, house rules last."""
