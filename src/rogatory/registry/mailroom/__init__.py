"""The mailroom: what came in, what was read in it, and what becomes a case of it."""
