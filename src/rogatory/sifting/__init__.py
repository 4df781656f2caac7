"""Sifting: what was seized is sealed, then opened, read and indexed by processes that can be killed at any moment."""
