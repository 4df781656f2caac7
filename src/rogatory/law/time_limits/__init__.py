"""Time limits: the last day of a period, computed from a rule of law with its source, explained line by line.

A limit is a value. It starts from an event, is counted as its rule counts, and moves only by a step that says why: a
closed day, a suspension, an extension. Nobody is late who was not served, and a day nobody knows is never past.
"""
