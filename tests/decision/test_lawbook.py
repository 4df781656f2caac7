import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import pytest

from rogatory.decision.lawbook.book import book, html, markdown
from rogatory.decision.lawbook.parts import Book, Row, Span
from rogatory.deployment.law_in_force import assemble, law_in_force
from rogatory.law.acts import ACTS, EXTRADITION_KINDS, SURRENDER, TRANSIT
from rogatory.law.conditions import Test, walk
from rogatory.law.corpus import Law
from rogatory.law.doctrine.persons import REFUGEE_HERE
from rogatory.law.norms import Effect, Norm, Unless, parties
from rogatory.law.packs import Pack
from rogatory.law.sources import Instrument
from rogatory.law.vocabulary import person, request
from rogatory.law.wording import Language, say_norm

EN, FR, NL = Language.EN, Language.FR, Language.NL
CONVENTION = Instrument("REFUGEE-1951", "Convention relating to the Status of Refugees", "1951; Protocol 1967")
NORM = Norm(
    id="made-non-refoulement",
    source=CONVENTION.article("33(1)") + CONVENTION.article("33(2)"),
    bears_on=(SURRENDER, TRANSIT),
    effect=Effect.FORBIDS,
    when=REFUGEE_HERE,
    says={
        "en": "No refugee is handed over.",
        "fr": "Nul réfugié n'est remis.",
        "nl": "Geen vluchteling wordt overgeleverd.",
    },
    unless=(Unless("danger", person.danger_33_2.yes, "Art. 33(2): danger to the country."),),
    kinds=EXTRADITION_KINDS,
    bound=parties("REFUGEE-1951"),
    standard="the standing recognition",
    note="No reservation is possible.",
)
SMALL = assemble([Pack("small", "One norm", (NORM,))])
VOID = {"meta"}


class Reader(HTMLParser):
    """Reads a page and holds every tag to its end."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.ids: list[str] = []
        self.targets: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.words: list[str] = []
        self.tags: Counter[str] = Counter()
        self.feed(page)
        self.close()
        assert self.open == [], f"left open: {self.open}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "li":
            assert self.open[-1] in ("ul", "ol"), f"a list item inside {self.open[-1]}"
        if tag in ("ul", "dl", "table", "article", "p", "h3"):
            assert self.open[-1] not in ("p", "span", "a", "ul"), f"{tag} inside {self.open[-1]}"
        if tag not in VOID:
            self.open.append(tag)
        self.tags[tag] += 1
        self.attributes += attrs
        given = dict(attrs)
        if given.get("id"):
            self.ids.append(given["id"] or "")
        if given.get("href"):
            self.targets.append(given["href"] or "")

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.words.append(data)

    @property
    def text(self) -> str:
        return "".join(self.words)


def spans(printed: Book) -> Iterator[Span]:
    for chapter in printed.chapters:
        for entry in chapter.entries:
            yield from (*entry.title, *entry.lead)
            for field in entry.fields:
                yield from field.text
                for row in field.rows:
                    yield from row.text


def with_norm(norm: Norm) -> Law:
    return assemble([Pack("made", "Made <up> & *odd*", (norm,), jurisdiction="BE", house=True)])


@pytest.mark.parametrize("lang", Language)
def test_the_page_is_well_formed_and_every_link_leads_somewhere(lang: Language) -> None:
    page = html(law_in_force(), lang)
    assert page.startswith(f'<!DOCTYPE html>\n<html lang="{lang.value}">')
    reader = Reader(page)
    assert [i for i, n in Counter(reader.ids).items() if n > 1] == []
    assert {t.removeprefix("#") for t in reader.targets} <= set(reader.ids)
    assert all(t.startswith("#") for t in reader.targets)
    assert all(re.fullmatch(r"[^\s\"<>&]+", ident) for ident in reader.ids)
    assert reader.tags["h1"] == reader.tags["main"] == reader.tags["nav"] == reader.tags["title"] == 1


def test_the_page_needs_nothing_but_itself() -> None:
    page = html(law_in_force(), FR)
    reader = Reader(page)
    assert not {"script", "link", "img", "iframe", "object", "embed"} & set(reader.tags)
    assert not {"src", "srcset", "style"} & {name for name, _ in reader.attributes}
    style = page.partition("<style>")[2].partition("</style>")[0]
    assert "url(" not in style
    assert "@import" not in style
    assert "size: A4" in style


@pytest.mark.parametrize("lang", Language)
def test_everything_the_law_holds_is_in_the_book(lang: Language) -> None:
    law = law_in_force()
    printed = book(law, lang)
    anchors = {e.anchor for c in printed.chapters for e in c.entries}
    anchors |= {a for c in printed.chapters for t in c.tables for a in t.anchors}
    tests = {n.id for norm in law.norms for n in walk(norm.when) if isinstance(n, Test)}
    assert {f"n-{norm.id}" for norm in law.norms} <= anchors
    assert {f"q-{ident}" for ident in law.vocabulary} <= anchors
    assert {f"t-{ident}" for ident in tests} <= anchors
    assert {f"a-{ident}" for ident in ACTS} <= anchors
    text = Reader(html(law, lang)).text.replace("\xa0", " ")
    assert [n.id for n in law.norms if n.says.get(lang.value) and say_norm(n, lang) not in text] == []
    assert [p.id for p in law.packs if p.norms and p.title not in text] == []
    assert law.hash in text
    cited = {cite.instrument for norm in law.norms for cite in norm.source.cites}
    assert cited <= {e.title[0].text for c in printed.chapters if c.anchor == "sources" for e in c.entries}


@pytest.mark.parametrize("lang", Language)
def test_both_forms_hold_the_same_norms(lang: Language) -> None:
    text = markdown(law_in_force(), lang)
    assert [n.id for n in law_in_force().norms if f"### `{n.id}`\n" not in text] == []
    assert [q for q in law_in_force().vocabulary if f"### `{q}`\n" not in text] == []


@pytest.mark.parametrize("lang", Language)
def test_the_same_law_gives_the_same_book(lang: Language) -> None:
    again = assemble([Pack("small", "One norm", (NORM,))])
    situations = {NORM.id: ["one", "two"]}
    assert html(SMALL, lang, situations) == html(again, lang, dict(situations))
    assert markdown(SMALL, lang, situations) == markdown(again, lang, dict(situations))


def test_a_norm_prints_all_it_carries() -> None:
    text = markdown(SMALL, EN, {NORM.id: ["a recognised refugee", "a danger to the community"]})
    entry = text.partition(f"### `{NORM.id}`\n")[2].partition("\n### ")[0]
    for line in (
        "**Effect:** forbids → hand the person over; let the person be carried through the territory",
        "**Requests:** extradition, deportation or expulsion, European arrest warrant",
        "**Source:** Convention relating to the Status of Refugees, Art. 33(1) (1951; Protocol 1967); ",
        "**Basis:** text",
        "**Check:** verified",
        "**Who is bound:** the requested state, as a party: REFUGEE-1951",
        "**In force:** before any case that can come up",
        "**Standard:** the standing recognition",
        "**When:**\n  - the requested state has recognised the person as a refugee from the requesting state,",
        "**Unless:** Art. 33(2): danger to the country.\n  - a final decision",
        "**If unknown:** the act waits, and the question must be examined",
        "**Note:** No reservation is possible.",
        "**Tests:**\n  - `a recognised refugee`\n  - `a danger to the community`",
    ):
        assert line in entry, line


@pytest.mark.parametrize(
    ("lang", "none"), [(EN, "**Tests:** none"), (FR, "**Cas d'essai :** aucun"), (NL, "**Proefgevallen:** geen")]
)
def test_a_norm_nobody_tests_says_so(lang: Language, none: str) -> None:
    assert none in markdown(SMALL, lang)
    assert none not in markdown(SMALL, lang, {NORM.id: ["x"], REFUGEE_HERE.id: ["y"]})


def test_dates_of_force_jurisdiction_and_house_rules_are_printed() -> None:
    norm = replace(
        NORM, since=date(2020, 1, 2), until=date(2024, 5, 6), limit="30 days", lifts="a new look", releases=True
    )
    text = markdown(with_norm(norm), NL)
    assert "**Van kracht:** sinds 2020-01-02, tot de dag vóór 2024-05-06" in text
    assert "Huisregels van dit systeem, geen recht" in text
    assert "Recht van één staat: BE." in text
    assert "**Termijn:** \\[in het Engels\\] 30 days" in text
    assert "**Wat haar opheft:** \\[in het Engels\\] a new look" in text
    assert "vergemakkelijkt de medewerking" in text


def test_what_exists_in_english_only_is_marked_in_the_other_languages() -> None:
    silent = replace(NORM, says={"en": "Nobody is handed over."})
    page = html(with_norm(silent), FR)
    assert '<p class="says">[en anglais] <span lang="en">Nobody is handed over.</span></p>' in page
    assert "[en anglais]" not in html(with_norm(silent), EN)
    unmarked = [
        s.text
        for s in spans(book(law_in_force(), FR))
        if s.text.startswith("[en anglais]") and not s.text.endswith("] ")
    ]
    assert unmarked == [], "a clause of the law is not translated"


def test_nothing_in_the_law_can_break_the_page() -> None:
    nasty = '<script>alert("1")</script> & | *bold* [link](x) `code`\n# head'
    unless = (Unless("nasty", request.proxy.yes, nasty, NORM.source),)
    norm = replace(NORM, says={"en": nasty, "fr": nasty}, note=nasty, unless=unless)
    page = html(with_norm(norm), FR, {norm.id: [nasty]})
    assert "<script" not in page
    assert "&lt;script&gt;alert(&quot;1&quot;)" in page
    assert '<script>alert("1")</script> &' in Reader(page).text
    text = markdown(with_norm(norm), EN, {norm.id: [nasty]})
    assert "\n# head" not in text
    assert "\\<script\\>" in text
    assert "\\| \\*bold\\* \\[link\\](x) \\`code\\` \\# head" in text


def test_tables_keep_their_columns() -> None:
    lines = markdown(law_in_force(), FR).splitlines()
    tables = [line for line in lines if line.startswith("|")]
    widths = [len(re.findall(r"(?<!\\)\|", line)) for line in tables]
    heads = [n for n, line in enumerate(tables) if line.startswith("| ---")]
    assert len(heads) == 7
    for n, head in enumerate(heads):
        end = heads[n + 1] - 1 if n + 1 < len(heads) else len(tables)
        assert set(widths[head - 1 : end]) == {widths[head]}


def test_outlines_are_nested_as_the_condition_is() -> None:
    norm = replace(NORM, when=person.refugee_here.yes & (request.proxy.yes | person.opposition.yes), unless=())
    page = html(with_norm(norm), EN)
    assert page.count("<ul><li>all of these hold:<ul><li>the requested state has recognised") == 1
    assert "<li>at least one of these holds:<ul><li>the request is steered by" in page
    assert "<dd>Art. 33(2): danger to the country.<ul><li>a final decision" in html(SMALL, EN)
    rows = next(e for c in book(with_norm(norm), EN).chapters for e in c.entries if e.anchor == f"n-{norm.id}").fields
    depths = [row.indent for field in rows for row in field.rows]
    assert depths == [0, 1, 1, 2, 2]
    assert all(isinstance(row, Row) for field in rows for row in field.rows)


def test_who_uses_a_question_or_a_test_is_listed() -> None:
    text = markdown(SMALL, EN)
    test = text.partition("### `refugee-here`\n")[2].partition("\n### ")[0]
    assert f"`{NORM.id}`" in test.partition("**Used by:**")[2]
    question = text.partition("### `person.refugee_here`\n")[2].partition("\n### ")[0]
    assert "`refugee-here`" in question.partition("**Used by:**")[2]
    assert "**Presumed:** no" in question
    unused = text.partition("### `item.kind`\n")[2].partition("\n### ")[0]
    assert "**Used by:** none" in unused
    assert "**Answer:** one of: `statement` statement; `object` physical object; `document` document or data" in unused
    assert "**Presumed:** never: unanswered is unknown" in unused


def test_sources_are_in_order_and_lead_back() -> None:
    printed = book(law_in_force(), EN)
    sources = next(c for c in printed.chapters if c.anchor == "sources")
    names = [e.title[0].text for e in sources.entries]
    assert names == sorted(names, key=lambda n: (n.casefold(), n))
    convention = next(e for e in sources.entries if e.title[0].text == "Convention relating to the Status of Refugees")
    places = [f.label for f in convention.fields]
    assert places.index("Art. 33(1) (1951; Protocol 1967)") < places.index("Art. 33(2) (1951; Protocol 1967)")
    assert all(f.text for f in convention.fields)


def test_what_makes_a_question_live_is_printed() -> None:
    live = next(c for c in book(law_in_force(), FR).chapters if c.anchor == "live")
    assert len(live.entries) == len(law_in_force().triggers)
    assert [e.fields[0].label for e in live.entries] == ["Parce que"] * len(live.entries)
