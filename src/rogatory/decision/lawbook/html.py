"""The law book as one self-contained HTML page, for the screen and for A4 paper."""

from collections.abc import Iterator
from html import escape

from rogatory.decision.lawbook.parts import Book, Chapter, Entry, Field, Row, Span, Table, Text
from rogatory.law.wording import Language
from rogatory.law.wording.french import no_break

_STYLE = """
:root { color-scheme: light dark;
  --ink: #1c1b19; --paper: #fdfcf9; --soft: #57534d; --line: #d8d3c8; --accent: #1d4e74; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #ece9e2; --paper: #171614; --soft: #b3ada2; --line: #3b3833; --accent: #8fc0e6; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 54rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
h1, h2, h3, .says, dd, caption {
  font-family: Charter, "Bitstream Charter", Cambria, Georgia, "Times New Roman", serif; }
h1 { font-size: 2.1rem; line-height: 1.2; margin: 0 0 1rem; }
h2 { font-size: 1.5rem; margin: 3rem 0 1rem; border-bottom: 2px solid var(--ink); padding-bottom: .25rem; }
h3 { font-size: 1.05rem; margin: 0 0 .4rem; }
a { color: var(--accent); text-underline-offset: .15em; }
:target { outline: 2px solid var(--accent); outline-offset: .4rem; }
code { font: .86em ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
nav ol { padding-left: 1.5rem; columns: 2 18rem; column-gap: 3.5rem; }
article { margin: 0 0 1.75rem; padding: 1.1rem 0 0; border-top: 1px solid var(--line); }
.says { font-size: 1.15rem; margin: 0 0 .8rem; max-width: 42rem; }
dl { display: grid; grid-template-columns: minmax(7rem, 11rem) 1fr; gap: .3rem 1rem; margin: 0; }
dt { color: var(--soft); font-size: .9rem; padding-top: .1rem; }
dd { margin: 0; }
dd ul { margin: .1rem 0; padding-left: 1.2rem; }
.wide { overflow-x: auto; margin: 0 0 1.5rem; }
table { border-collapse: collapse; width: 100%; font-size: .92rem; overflow-wrap: normal; }
caption { text-align: left; font-weight: bold; padding: .5rem 0; }
th, td { text-align: left; vertical-align: top; padding: .35rem .6rem .35rem 0; border-bottom: 1px solid var(--line); }
thead th { border-bottom: 2px solid var(--ink); }
tbody th { font-weight: normal; }
@media (max-width: 36rem) { dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: .5rem; } }
@page { size: A4; margin: 20mm 18mm 22mm; }
@media print {
  :root { --ink: #000; --paper: #fff; --soft: #444; --line: #bbb; --accent: #000; }
  body { max-width: none; padding: 0; font-size: 10pt; }
  h2 { break-before: page; } h2, h3, caption { break-after: avoid; }
  article { orphans: 3; widows: 3; } dt, .says { break-after: avoid; } tr { break-inside: avoid; }
  a { text-decoration: none; } nav { break-after: page; } .wide { overflow: visible; } table { font-size: 8pt; }
}
"""


def render(book: Book) -> str:
    """The book as an HTML5 document that needs nothing but itself."""
    return "\n".join(_Page(book).lines()) + "\n"


class _Page:
    """Renders one book; keeps its language for punctuation and labels."""

    def __init__(self, book: Book) -> None:
        self.book = book

    def lines(self) -> Iterator[str]:
        book = self.book
        yield "<!DOCTYPE html>"
        yield f'<html lang="{book.lang.value}">'
        yield "<head>"
        yield '<meta charset="utf-8">'
        yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
        yield f"<title>{self.words(book.title)}</title>"
        yield f"<style>{_STYLE}</style>"
        yield "</head>"
        yield "<body>"
        yield f"<header><h1>{self.words(book.title)}</h1>"
        yield from (f"<p>{self.text(paragraph)}</p>" for paragraph in book.about)
        yield "</header>"
        yield f'<nav aria-labelledby="contents"><h2 id="contents">{self.words(book.contents)}</h2>'
        yield "<ol>"
        yield from (f'<li><a href="#{escape(c.anchor)}">{self.text(c.title)}</a></li>' for c in book.chapters)
        yield "</ol></nav>"
        yield "<main>"
        for number, chapter in enumerate(book.chapters, 1):
            yield from self.chapter(chapter, number)
        yield "</main>"
        yield "</body>"
        yield "</html>"

    def chapter(self, chapter: Chapter, number: int) -> Iterator[str]:
        yield f'<section aria-labelledby="{escape(chapter.anchor)}">'
        yield f'<h2 id="{escape(chapter.anchor)}">{number}. {self.text(chapter.title)}</h2>'
        yield from (f"<p>{self.text(paragraph)}</p>" for paragraph in chapter.intro)
        for table in chapter.tables:
            yield from self.table(table)
        for entry in chapter.entries:
            yield from self.entry(entry)
        yield "</section>"

    def table(self, table: Table) -> Iterator[str]:
        yield '<div class="wide"><table>'
        if table.caption:
            yield f"<caption>{self.words(table.caption)}</caption>"
        heads = "".join(f'<th scope="col">{self.words(head)}</th>' for head in table.heads)
        yield f"<thead><tr>{heads}</tr></thead>"
        yield "<tbody>"
        for place, row in enumerate(table.rows):
            anchor = f' id="{escape(table.anchors[place])}"' if table.anchors else ""
            cells = "".join(f"<td>{self.text(cell)}</td>" for cell in row[1:])
            yield f'<tr{anchor}><th scope="row">{self.text(row[0])}</th>{cells}</tr>'
        yield "</tbody></table></div>"

    def entry(self, entry: Entry) -> Iterator[str]:
        anchor = f' id="{escape(entry.anchor)}"' if entry.anchor else ""
        yield f"<article{anchor}><h3>{self.text(entry.title)}</h3>"
        if entry.lead:
            yield f'<p class="says">{self.text(entry.lead)}</p>'
        yield "<dl>"
        for field in entry.fields:
            yield from self.field(field)
        yield "</dl></article>"

    def field(self, field: Field) -> Iterator[str]:
        yield f"<dt>{self.words(field.label)}</dt>"
        alone = len(field.rows) == 1 and not field.text
        rows = self.text(field.rows[0].text) if alone else self.outline(field.rows)
        yield f"<dd>{self.text(field.text)}{rows}</dd>"

    def outline(self, rows: tuple[Row, ...]) -> str:
        """Nested lists; a line may lie at most one step deeper than the line above it."""
        parts: list[str] = []
        depth = -1
        for row in rows:
            if row.indent > depth:
                parts.append("<ul><li>")
            else:
                parts.append("</li></ul>" * (depth - row.indent) + "</li><li>")
            depth = row.indent
            parts.append(self.text(row.text))
        return "".join(parts) + "</li></ul>" * (depth + 1)

    def text(self, text: Text) -> str:
        return "".join(self.span(span) for span in text)

    def span(self, span: Span) -> str:
        if span.english:
            return f'<span lang="en">{escape(span.text)}</span>'
        inner = f"<code>{escape(span.text)}</code>" if span.code else self.words(span.text)
        return f'<a href="#{escape(span.to)}">{inner}</a>' if span.to else inner

    def words(self, text: str) -> str:
        return escape(no_break(text) if self.book.lang is Language.FR else text)
