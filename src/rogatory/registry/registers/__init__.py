"""Registers as the registry keeps and asks them: the store, the door to it, and the matching of cases."""
