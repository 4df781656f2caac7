"""The printed law book: start at `book`; `chapters` and `norms` are what is in it, `markdown` and `html` its looks."""
