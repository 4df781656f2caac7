"""Notices and diffusions: the check before any use, and what becomes of one that was deleted.

A notice asks; it never orders. Before somebody is arrested on one, or it is kept, each part of its check is answered by
a named person: protection, the Commission, Articles 3 and 2 of INTERPOL's Constitution, whether it is in force, and the
warrant behind it. What was deleted is followed to every copy. Whoever answers is a human; nothing here weighs a person.
"""
