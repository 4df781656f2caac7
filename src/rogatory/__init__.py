"""Rogatory: the case system of a requested state for incoming international criminal cooperation.

The folders are the stages of the procedure. A later stage may look back at an earlier one, never
forward; the order is written in ``pyproject.toml`` and checked with every change.
"""

__version__ = "0.1.0"
