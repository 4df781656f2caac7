"""What may leave for the requesting state: a few makers, the text made of what they make, and the search for leaks.

- `citable`, `releasable`, `state_text`: which article may be named, what may be said, and the text made of that alone.
- `confidential`, `leaks`, `days_told`, `common_words`: everything else of a case, and how a text is searched for it.
- `translation`: the text in that state's own language, as an annex that names it.
"""
