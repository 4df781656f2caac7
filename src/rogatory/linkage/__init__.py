"""Persons, relatives and proceedings of a request are matched with what is already known."""
