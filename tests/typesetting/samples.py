"""Invented documents in the languages of the office, and what is read out of a PDF."""

from dataclasses import replace

import pypdfium2  # type: ignore[import-untyped]

from rogatory.decision.documents.document import Document, Heading, Listing, Paragraph, Table

SENDER = ("Federal Public Service Justice", "Central Authority for Criminal Matters", "Waterloolaan 115\n1000 Brussels")
ENGLISH = Document(
    kind="decision",
    language="en",
    title="Decision on the request of 3 March 2025",
    sender=SENDER,
    addressee=("Prosecutor General's Office", "14 Invented Street", "010000 Astana"),
    place="Brussels",
    day="30 November 2026",
    case="2025/0417",
    references=(("Your reference", "18-3/1-1234"), ("Our reference", "CA/2025/0417")),
    blocks=(
        Heading("Facts"),
        Paragraph("The first fact.", "1", "Letter rogatory, page 2"),
        Heading("Law"),
        Heading("The Convention", 2),
        Paragraph("Nobody is handed over to torture.", "2", "European Convention on Human Rights, Art. 3"),
        Listing(("the interview", "the search")),
        Listing(("first", "second"), ordered=True),
        Table(("Measure", "Ruling"), (("interview", "refused"), ("search", "refused")), "Each measure"),
        Paragraph("The request is refused.", "3", "Law of 9 December 2004, Art. 4", binding=True),
        Paragraph("An appeal is open for fifteen days."),
    ),
    signatory=("J. Example", "Head of the Central Authority"),
    draft=False,
)
FRENCH = replace(
    ENGLISH,
    language="fr",
    title="Décision relative à la demande du 3 mars 2025",
    day="30 novembre 2026",
    blocks=(Heading("Faits"), Paragraph("L’œuvre où naît l’été : « ça ne sera jamais dû ».", "1")),
)
DUTCH = replace(
    ENGLISH,
    language="nl",
    title="Beslissing over het verzoek van 3 maart 2025",
    day="30 november 2026",
    blocks=(Heading("Feiten"), Paragraph("De reünie van de geëngageerde coöperatie, één keer.", "1")),
)
RUSSIAN = replace(
    ENGLISH,
    language="ru",
    title="Решение по запросу от 3 марта 2025 года",
    day="30 ноября 2026 г.",
    blocks=(
        Heading("Факты"),
        Paragraph("Запрос отклонён. Ұлттық: өңір, ғылым, һәм ІІМ; їжак, ґрунт", "1"),
    ),
)
LONG = replace(
    ENGLISH,
    blocks=(Heading("Measures"), Table(("No.", "Measure"), tuple((str(n), f"measure {n}") for n in range(120)))),
)
ALL = {"en": ENGLISH, "fr": FRENCH, "nl": DUTCH, "ru": RUSSIAN, "long": LONG, "draft": replace(FRENCH, draft=True)}


def read(data: bytes) -> list[str]:
    """The text of each page."""
    file = pypdfium2.PdfDocument(data)
    try:
        return [page.get_textpage().get_text_range() for page in file]
    finally:
        file.close()


def squeezed(text: str) -> str:
    """The text without what only parts words."""
    return "".join(text.replace("\N{ZERO WIDTH SPACE}", "").split())
