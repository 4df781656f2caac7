"""A named person decides on each act asked for, and the reasons are written down.

From the bottom up:

- `bench` judges the acts of a case by a body of law; `phrases` are the words around a ruling; `lawbook` prints the law.
- `documents`: what a decision or letter is made of, before it is set on paper.
- `deciding`: what one decision is made of, the case and its rulings and what the office hands in.
- `releasing`: what may leave for the requesting state, the text made of that alone, and the search for what may not.
- `drafting`: the full text, and what keeps it from being signed.
"""
