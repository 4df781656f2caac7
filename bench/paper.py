"""How long a decision takes to be set, to go into a word processor and back, to be signed and to be checked."""

import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from rogatory.decision.documents.document import Document, Heading, Paragraph, Table
from rogatory.typesetting.checking import Given, certificates, check
from rogatory.typesetting.keys import demonstration_key
from rogatory.typesetting.paper import pdf
from rogatory.typesetting.signing import sign
from rogatory.typesetting.word import docx, read_docx

_SENTENCE = "The request concerns the charges behind the recognition of the person concerned as a refugee. "


def _decision(paragraphs: int, rows: int) -> Document:
    """An invented decision; 12 paragraphs and 10 rows are three pages, 120 and 200 about twenty-five."""
    return Document(
        kind="decision",
        language="en",
        title="Decision on the request of 3 March 2025",
        sender=("Federal Public Service Justice", "Central Authority", "1000 Brussels"),
        addressee=("Prosecutor General's Office", "010000 Astana"),
        place="Brussels",
        day="30 November 2026",
        case="2025/0417",
        blocks=(
            Heading("Reasons"),
            *(Paragraph(_SENTENCE * 5, str(n), "Law of 9 December 2004, Art. 4") for n in range(1, paragraphs + 1)),
            Table(("Measure", "Ruling"), tuple((f"measure {n}", "refused") for n in range(rows))),
            Paragraph("The request is refused.", binding=True),
        ),
        signatory=("J. Example", "Head of the Central Authority"),
        draft=False,
    )


def _timed(work: Callable[[int], object], repeats: int) -> str:
    spent = []
    for number in range(repeats):
        start = time.perf_counter()
        work(number)
        spent.append((time.perf_counter() - start) * 1000)
    return f"median {statistics.median(spent):7.1f} ms, slowest {max(spent):7.1f} ms"


def run(repeats: int) -> None:
    """Each time another document, so that nothing kept from the one before helps more than it would in an office."""
    first = _decision(12, 10)
    at = datetime(2026, 11, 30, 12, tzinfo=UTC)
    key = demonstration_key(at)
    beside = Given(at, certificates(key.root))
    print(f"first     {_timed(lambda _: pdf(first), 1)}   (fonts read)")
    for name, document in (("short", first), ("long", _decision(120, 200))):
        written = docx(document)
        print(f"{name:<6}pdf   {_timed(lambda n, d=document: pdf(_other(d, n)), repeats)}")  # type: ignore[misc]
        print(f"{name:<6}docx  {_timed(lambda _, d=document: docx(d), max(1, repeats // 4))}")  # type: ignore[misc]
        back = _timed(lambda _, d=document, w=written: read_docx(w, d), max(1, repeats // 4))  # type: ignore[misc]
        print(f"{name:<6}back  {back}")
        signed = sign(document, key.signer, at=at, place="rogatory verify")
        once = _timed(lambda _, d=document: sign(d, key.signer, at=at, place="rogatory verify"), repeats)  # type: ignore[misc]
        print(f"{name:<6}sign  {once}   (set and signed)")
        print(f"{name:<6}check {_timed(lambda _, s=signed: check(s, beside), repeats)}")  # type: ignore[misc]


def _other(document: Document, number: int) -> Document:
    blocks = [replace(b, text=f"{number} {b.text}") if isinstance(b, Paragraph) else b for b in document.blocks]
    return replace(document, case=f"2025/{number}", blocks=tuple(blocks))
