"""Decisions and letters in the registry: drafted from the case, edited, signed, sent, answered.

- `models`, `guards`, `store`: the words by their digest, and what was signed; the entries hold no more than the digest.
- `papers`: from words to a signed PDF.
- `drafting`: from a case to a first draft.
- `editing`: from a page or a DOCX back to words.
- `views`: the pages.
"""
