"""How the columns of a table become entries: a small file beside it. `rogatory schema mapping` prints its format.

A column feeds one field of the entry, of one of its persons, or of the proceedings it is founded on. Days, names and
numbers are taken as they are written.
"""

import re
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from rogatory.intake.format import ONE_SIGN, Part, ProceedingPart, Words
from rogatory.intake.shape import made
from rogatory.intake.tally import Tally
from rogatory.intake.words import shown
from rogatory.intake.yaml_source import Kind, read_yaml
from rogatory.registers.format import EntryPart, KnownPart

MAPPING = Kind(
    "mapping",
    "table",
    "`columns`",
    100_000,
    5_000,
    "A mapping names columns, and no rows.",
    "A mapping names columns, and no rows.",
)
Encoding = Literal[
    "utf-8", "utf-16", "windows-1250", "windows-1251", "windows-1252", "windows-1254", "windows-1255", "windows-1256",
    "iso-8859-1", "iso-8859-5", "iso-8859-9", "koi8-r", "koi8-u", "gb18030", "big5", "shift_jis", "euc-kr",
]  # fmt: skip
LISTS_OF_ENTRY = ("against", "references")
LISTS_OF_PERSON = ("names", "born", "nationalities", "places", "numbers")
NAME_PARTS = ("given", "patronymic", "family")
"""Parts of a name in columns of their own, in the order in which they are put together."""
TOLD = ("references", "offences", "articles", "amounts", "related")
"""Fields of proceedings that hold words told somewhere."""
LISTS_OF_PROCEEDING = (*TOLD, "bodies", "officials", "places", "victims")
PERIOD = ("first", "last")
OF_ENTRY = tuple(name for name in EntryPart.model_fields if name not in ("persons", "proceedings", "relations"))
OF_PERSON = (*(name for name in KnownPart.model_fields if name != "id"), *NAME_PARTS, "party", "is")
OF_PROCEEDING = (*(n for n in ProceedingPart.model_fields if n not in ("id", "period", "parties")), *PERIOD)
FIELD = re.compile(r"(?:(person[2-9]?|proceeding)\.)?([a-z_]+)")
"""A field of the entry, of a person (the first, or a further one with its number) or of the proceedings."""
_FIELDS = {"": OF_ENTRY, "person": OF_PERSON, "proceeding": OF_PROCEEDING}


class MappingPart(Part):
    """How a table is read."""

    called: ClassVar[str] = "a mapping"
    columns: dict[str, Words] = Field(
        description="By column, the field: `id`, `on`, `person.names`, `person.family`, `person2.is`,"
        " `proceeding.references`",
    )
    encoding: Encoding = "utf-8"
    delimiter: Annotated[str, Field(pattern=ONE_SIGN)] = Field(default=",", description="Between two cells")
    several: Annotated[str, Field(pattern=ONE_SIGN)] | None = Field(
        default=None, description="Between several values of one cell; left out: a cell is one value"
    )
    fixed: dict[str, Words] = Field(default_factory=dict, description="By field, a value that every row has")
    words: dict[str, dict[str, Words]] = Field(
        default_factory=dict, description="By column, what its words mean in a register: {Sex: {Женский: f}}"
    )
    left_out: list[Words] = Field(default_factory=list, description="Columns left out on purpose")


def read_mapping(data: bytes, name: str) -> MappingPart:
    """Read a mapping.

    Args:
        data: The bytes of the file.
        name: Its name, for messages.

    Raises:
        CaseFileError: With every fault found.
    """
    return made(read_yaml(data, name, MAPPING), MappingPart, _checked, name)


def _checked(part: MappingPart, tally: Tally) -> MappingPart:
    fields = [*part.columns.values(), *part.fixed]
    for where in ("columns", "fixed"):
        for key, value in getattr(part, where).items():
            written = value if where == "columns" else key
            if not is_field(written):
                mend = tally.near(written, every_field()) or "`rogatory schema mapping` lists the fields."
                tally.say((where, key), f"{shown(written)} is no field of an entry", mend)
    for column in part.words:
        if column not in part.columns:
            tally.say(("words", column), f"no field is fed by the column {shown(column)}", "Add it to `columns`.")
    for needed in ("id", "title", "source"):
        if needed not in (part.columns.values() if needed == "id" else fields) and not tally.broken:
            mend = "Add it to `columns`." if needed == "id" else "Add it to `columns`, or to `fixed` for every row."
            tally.say((), f"no column feeds `{needed}`", mend)
    return part


def is_field(written: str) -> bool:
    """Whether a column can feed it.

    >>> is_field("person2.names"), is_field("person.title")
    (True, False)
    """
    found = FIELD.fullmatch(written)
    return found is not None and found[2] in _FIELDS[(found[1] or "").rstrip("23456789")]


def every_field() -> list[str]:
    """Every field a column can feed, of the first and of a second person."""
    persons = [f"{person}.{name}" for person in ("person", "person2") for name in OF_PERSON]
    return [*OF_ENTRY, *persons, *(f"proceeding.{name}" for name in OF_PROCEEDING)]
