"""The printed law book: every norm, test, act and question the office judges with, in one readable document.

Made from the law itself, so that what is printed is what is applied. The same law gives the same book, byte for byte.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from rogatory.decision.lawbook import html as page
from rogatory.decision.lawbook import markdown as text
from rogatory.decision.lawbook.chapters import chapters
from rogatory.decision.lawbook.parts import Book, plain
from rogatory.law.corpus import Law
from rogatory.law.wording import Language
from rogatory.law.wording.book import word

NO_TESTS: Mapping[str, Sequence[str]] = MappingProxyType({})
"""For a book printed without the situations that test its norms: each norm then says *none*."""


def markdown(law: Law, lang: Language, tests: Mapping[str, Sequence[str]] = NO_TESTS) -> str:
    """The law book as Markdown.

    Args:
        law: The law to print.
        lang: Language of the book; what exists in English only is printed in English and marked.
        tests: Names of the situations that test each norm or legal test, by identifier; one not in it has none.
    """
    return text.render(book(law, lang, tests))


def html(law: Law, lang: Language, tests: Mapping[str, Sequence[str]] = NO_TESTS) -> str:
    """The law book as one HTML page that loads nothing from anywhere; see `markdown` for the arguments."""
    return page.render(book(law, lang, tests))


def book(law: Law, lang: Language, tests: Mapping[str, Sequence[str]] = NO_TESTS) -> Book:
    """The law book before it is rendered; see `markdown` for the arguments."""
    about = word("about", lang).format(
        norms=len(law.norms), packs=len(law.packs), questions=len(law.vocabulary), hash=law.hash
    )
    paragraphs = tuple(plain(text) for text in (about, word("only-english", lang)) if text)
    return Book(lang, word("title", lang), word("contents", lang), paragraphs, chapters(law, lang, tests))
