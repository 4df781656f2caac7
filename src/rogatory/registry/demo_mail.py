"""What has come into the demonstration: a letter that waits in the mailroom, and an answer to one that was sent.

Everybody and everything in them is invented. They are set as letters are, so that a reader meets pages and not text.
"""

from datetime import date

from rogatory.decision.documents.document import Block, Document, Listing, Paragraph
from rogatory.letters.wording import day_in
from rogatory.typesetting.paper import pdf

WAITING = "request-3-17-26.pdf"
"""Name of the letter that waits."""
ANSWER = "answer-to-supplements.pdf"
"""Name of the answer."""
MISSING = (
    ("a summary of the facts: when, where, and by whom", "ETS 030 Art. 14(2)"),
    ("the order of the judge or authority on which the measure rests", "ETS 030 Art. 5(2)"),
)
"""What the founding request is said to lack, as letters say it in every language, and what requires it."""


def letter_that_waits(day: date) -> bytes:
    """A request for an interview and a search, from an authority that is invented, as PDF."""
    blocks = (
        Paragraph(
            "Under the European Convention on Mutual Assistance in Criminal Matters of 20 April 1959 we ask for your"
            " assistance in criminal case No. 267500121000917."
        ),
        Paragraph(
            "The case concerns Mr Aidar TESTBAYEV, born 5 May 1975, a citizen of the Republic of Kazakhstan, who is"
            " suspected of fraud under article 190 of the Criminal Code. The matter is connected with criminal case"
            " No. 247500121000331."
        ),
        Paragraph("We ask you:"),
        Listing(("to interview Mr TESTBAYEV as a suspect;", "to search his place of residence in Ghent.")),
        Paragraph("We ask that our officials be present, and that this request be kept confidential."),
    )
    return pdf(_document("Request for legal assistance", ("Federal Public Service Justice", "Brussels"), day, blocks))


def answer_to(case: str, day: date) -> bytes:
    """An answer to a request for supplements, as PDF.

    Args:
        case: Number of the case it answers in.
        day: Day it is dated.
    """
    blocks = (
        Paragraph(f"In answer to your letter in the matter {case} we send a summary of the facts."),
        Paragraph("The order on which the measure rests follows as soon as it has been translated."),
    )
    return pdf(_document("Supplement to a request", ("Demonstration office", "Brussels"), day, blocks))


def _document(title: str, addressee: tuple[str, ...], day: date, blocks: tuple[Block, ...]) -> Document:
    sender = ("General Prosecutor's Office of the Republic of Kazakhstan", "Ref. No. 3-17/26")
    return Document(
        "letter", "en", title, sender, addressee, "Astana", day_in(day, "en"), "", (), blocks,
        ("A. Invented", "Prosecutor"), draft=False,
    )  # fmt: skip
