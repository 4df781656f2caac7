"""Pages without places."""

import pytest

from rogatory.received.pages import Line, Page, page_of


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("one\ntwo", (Line("one", 0), Line("two", 4))),
        ("one\r\n\n\u2028two\n", (Line("one", 0), Line("", 4), Line("", 5), Line("two", 6))),
        ("", ()),
    ],
)
def test_each_line_of_a_text_stands_where_it_starts_in_the_text_of_the_page(text, lines):
    page = page_of(1, text)
    assert (tuple(page.lines), page.lines[:1], len(page.lines)) == (lines, lines[:1], len(lines))
    assert page == Page(1, lines)
    assert Page(1, lines) == page
    assert hash(page) == hash(Page(1, lines))
    assert page != page_of(1, f"{text}\nmore")
    assert page.text == Page(1, lines).text
    assert all(page.text[line.start :].startswith(line.text) for line in page.lines)
