"""Seized material: what was sealed, what each item is, and what must be answered before any of it may leave."""
