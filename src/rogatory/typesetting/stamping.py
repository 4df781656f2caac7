"""The foot printed on each page when a document is signed: who signed it, its code, and where the code is checked.

The code stands for the digest of the document as it was set, before anything was printed into its foot. It is added
behind that file and changes none of its bytes, so anybody can cut the file there and count the digest again.
"""

import io
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.reader import PdfFileReader

from rogatory.typesetting.compiling import compiled
from rogatory.typesetting.text import printable
from rogatory.typesetting.words import fixed

_MILLIMETRE: Final = 72 / 25.4
_LEFT, _BOTTOM, _WIDTH, _HEIGHT = (_MILLIMETRE * one for one in (25, 8.5, 132, 15))
_NAME: Final = "/RogatoryStamp"
_PDF: Any = generic


@dataclass(frozen=True, slots=True)
class Stamp:
    """What is printed in the foot of a signed document.

    Attributes:
        code: The code of the document (`code.code_of`).
        place: Where it can be checked: an address, or a command.
        signatory: Who signed, in one line: name and office.
        moment: When, as it is printed.
        language: ISO 639-1.
        day: Day written into the file of the stamp; nobody sees it.
    """

    code: str
    place: str
    signatory: str
    moment: str
    language: str
    day: date


def print_stamp(out: Any, stamp: Stamp) -> None:  # noqa: ANN401 - pyHanko's objects have no types
    """Print the foot on every page of a file.

    Args:
        out: The file that is about to be written, a writer of pyHanko.
        stamp: What to print.

    Raises:
        PaperError: No font has a character of it.
    """
    words = fixed(stamp.language)
    lines = (
        f"{words.signed} {stamp.signatory}, {stamp.moment}",
        f"{words.code} {stamp.code}",
        f"{words.check} {stamp.place}",
    )
    given = {
        "code": stamp.code,
        "language": stamp.language,
        "lines": [*map(printable, lines)],
        "date": {"year": stamp.day.year, "month": stamp.day.month, "day": stamp.day.day},
    }
    made = PdfFileReader(io.BytesIO(compiled("stamp.typ", given, stamp.day, ["a-2b"], tags=False)))
    drawn = out.import_page_as_xobject(made)
    # Told as part of the page's frame, so that a screen reader does not read it out on every page.
    artifact = "/Artifact <</Type /Pagination /Subtype /Footer>> BDC"
    content = f"q 1 0 0 1 {_LEFT:.3f} {_BOTTOM:.3f} cm {artifact} {_NAME} Do EMC Q\n"
    stream = out.add_object(_PDF.StreamObject(stream_data=content.encode()))
    resources = _dictionary({"/XObject": _dictionary({_NAME: drawn})})
    for page in range(int(out.root["/Pages"]["/Count"])):
        # Before the page's own content, which may leave its own ways of drawing behind.
        out.add_stream_to_page(page, stream, resources, prepend=True)


def foot() -> tuple[int, int, int, int]:
    """Where the foot is on a page, in points from its lower left corner."""
    return round(_LEFT), round(_BOTTOM), round(_LEFT + _WIDTH), round(_BOTTOM + _HEIGHT)


def tag_field(out: Any, field: Any, page: int, named: str) -> None:  # noqa: ANN401 - pyHanko's objects have no types
    """Give the field of the signature its place among the tags (PDF/UA-1, 7.18): without it, no reader announces it.

    Args:
        out: The file that is about to be written, a writer of pyHanko.
        field: Reference to the field, which is its own annotation.
        page: Index of the page it is on; the first is 0.
        named: What is read out for it.
    """
    tree = out.root["/StructTreeRoot"]
    whole = tree["/K"].raw_get(0)
    held = _dictionary(
        {"/Type": _PDF.NameObject("/OBJR"), "/Pg": out.find_page_for_modification(page)[0], "/Obj": field}
    )
    element = _dictionary(
        {
            "/Type": _PDF.NameObject("/StructElem"),
            "/S": _PDF.NameObject("/Form"),
            "/P": whole,
            "/Alt": _PDF.pdf_string(named),
            "/K": _PDF.ArrayObject([held]),
        }
    )
    reference = out.add_object(element)
    whole.get_object()["/K"].append(reference)
    number = int(tree["/ParentTreeNextKey"])
    tree["/ParentTree"]["/Nums"].extend([_PDF.NumberObject(number), reference])
    tree["/ParentTreeNextKey"] = _PDF.NumberObject(number + 1)
    field.get_object()["/StructParent"] = _PDF.NumberObject(number)
    out.update_container(tree["/ParentTree"])
    out.update_container(tree)
    out.mark_update(whole)
    out.mark_update(field)


def _dictionary(entries: dict[str, Any]) -> Any:  # noqa: ANN401 - as above
    return _PDF.DictionaryObject({_PDF.NameObject(name): value for name, value in entries.items()})
