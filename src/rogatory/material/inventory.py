"""The inventory of a seizure: what was taken, item by item, and what could not be read of it; never what stands in it.

Whoever had things taken is owed a list of them, in words they can hold against what comes back (ECHR, Article 8;
Directive (EU) 2016/680, Article 14). A list without names serves whoever may know that an item is there and no more: a
name of a file tells of what the item says, and so does its kind (`wall`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from rogatory.journal.leaf import JSON
from rogatory.material.items import Content, ItemId, Kind, State

_FORMULAS = ("=", "+", "-", "@", "\t", "\r")
"""First letters by which a program for tables takes a text for something to carry out."""


@dataclass(frozen=True, slots=True)
class Row:
    """An item in the inventory.

    Attributes:
        number: Where it stands in the list: `3.1` is the first thing in the third.
        item: What it is called everywhere.
        kind: What lay there.
        name: Its name, byte for byte; for what was sealed, with the folders before it.
        content: Its bytes, as digests; None where it has none, or they could not be had.
        media: Its kind of file by what it holds; empty: not known.
        state: How reading it ended; None: it has no bytes, or was not read yet.
        stage: Over which stage it ended so; empty where it was read wholly, or not at all.
        says: Why, or what else is told of it; may be empty.
        same_as: Number of the row with the same bytes, under which stands what lies in it; empty: none before it.
    """

    number: str
    item: ItemId
    kind: Kind
    name: bytes
    content: Content | None
    media: str = ""
    state: State | None = None
    stage: str = ""
    says: str = ""
    same_as: str = ""

    @property
    def whole(self) -> bool:
        """Whether nothing of it is left for a human to look at."""
        return self.state is State.OK if self.content else self.kind is not Kind.UNREADABLE

    def told(self, *, names: bool) -> dict[str, JSON]:
        """The row as values, the same fields for every row.

        Args:
            names: With its name, its kind and what is told of it.
        """
        row: dict[str, JSON] = {
            "number": self.number,
            "item": self.item,
            "what": self.kind.value,
            "state": self.state.value if self.state else "",
            "stage": self.stage,
            "size": self.content.size if self.content else None,
            "sha256": self.content.sha256 if self.content else "",
            "blake3": self.content.blake3 if self.content else "",
            "same-as": self.same_as,
        }
        if names:
            bare = "" if _is_text(self.name) else self.name.hex()
            row |= {
                "name": self.name.decode("utf-8", "replace"),
                "name-hex": bare,
                "kind": self.media,
                "says": self.says,
            }
        return row

    def text(self, language: str = "en") -> str:
        """The row in plain words, on one line.

        Args:
            language: `en`, `fr` or `nl`.

        Raises:
            KeyError: No such language.
        """
        say = _WORDS[language]
        name = "".join(letter if letter.isprintable() else "\ufffd" for letter in self.name.decode("utf-8", "replace"))
        parts = [name, say[_kind_word(self.kind, self.media)]]
        if self.content:
            parts.append(say["bytes"].format(size=self.content.size))
            parts.append(say[self.state.value if self.state else "waiting"])
        if self.same_as:
            parts.append(say["same"].format(number=self.same_as))
        return f"{self.number}  {'; '.join(parts)}"


def heading(language: str, seizure: str, root: str) -> str:
    """What stands above the list in plain words.

    Args:
        language: `en`, `fr` or `nl`.
        seizure: Identifier of the seizure.
        root: Root of its manifest.

    Raises:
        KeyError: No such language.
    """
    return "\n".join(_WORDS[language]["heading"].format(seizure=seizure, root=root).split("|"))


def cell(value: JSON) -> str:
    """A value for a table: whatever a file is called, a program for tables takes it for a text."""
    shown = "" if value is None else str(value)
    return f"'{shown}" if shown.startswith(_FORMULAS) else shown


def _is_text(name: bytes) -> bool:
    try:
        name.decode()
    except UnicodeDecodeError:
        return False
    return True


def _kind_word(kind: Kind, media: str) -> str:
    if kind is not Kind.FILE:
        return str(kind.value)
    return next((word for start, word in _KINDS if media.startswith(start)), "file")


_KINDS: tuple[tuple[str, str], ...] = (
    ("application/pdf", "pdf"), ("message/", "message"), ("application/vnd.ms-outlook-pst", "mailbox"),
    ("application/mbox", "mailbox"), ("application/vnd.ms-outlook", "message"), ("image/", "picture"),
    ("audio/", "recording"), ("video/", "recording"), ("application/msword", "document"),
    ("application/vnd.openxmlformats-officedocument.wordprocessingml", "document"),
    ("application/vnd.oasis.opendocument.text", "document"), ("application/rtf", "document"),
    ("application/vnd.ms-excel", "table"), ("application/vnd.openxmlformats-officedocument.spreadsheetml", "table"),
    ("application/vnd.oasis.opendocument.spreadsheet", "table"), ("text/", "writing"),
    ("application/zip", "archive"), ("application/x-tar", "archive"), ("application/x-7z", "archive"),
    ("application/vnd.rar", "archive"), ("application/x-raw-disk", "disk"), ("application/x-ewf", "disk"),
)  # fmt: skip
"""How a kind of file begins, and what people call it."""
_WORDS: Mapping[str, Mapping[str, str]] = MappingProxyType({
    "en": {
        "heading": "Inventory of seizure {seizure}|Root of the manifest: {root}|What lies in another thing is "
                   "numbered under it. Nothing that stands in an item is told here.",
        "bytes": "{size} bytes", "same": "the same bytes as no. {number}", "waiting": "not read yet",
        "ok": "read", "empty": "no text found in it; to be looked at by somebody",
        "encrypted": "locked: it needs a password or a key", "unsupported": "of a kind that cannot be read here",
        "crash": "damaged, or it cannot be read", "timeout": "not read: it takes too long",
        "memory": "not read: it takes too much memory", "partial": "read in part",
        "destroyed": "destroyed; see the certificate",
        "pdf": "a PDF document", "message": "a message", "mailbox": "a mailbox", "picture": "a picture",
        "recording": "a recording", "document": "a document", "table": "a table", "writing": "a text",
        "archive": "an archive", "disk": "an image of a disk", "file": "a file", "folder": "a folder", "link": "a link",
        "socket": "a connection of a program", "pipe": "a connection of a program", "device": "a device",
        "unreadable": "something whose bytes could not be had",
    },
    "fr": {
        "heading": "Inventaire de la saisie {seizure}|Racine du manifeste : {root}|Ce qui se trouve dans "
                   "un autre élément est numéroté sous celui-ci. Rien du contenu n'est révélé ici.",
        "bytes": "{size} octets", "same": "mêmes octets que le n° {number}", "waiting": "pas encore lu",
        "ok": "lu", "empty": "aucun texte trouvé ; à examiner par une personne",
        "encrypted": "verrouillé : un mot de passe ou une clé est nécessaire",
        "unsupported": "d'un type qui ne peut être lu ici", "crash": "endommagé ou illisible",
        "timeout": "non lu : la lecture prend trop de temps", "memory": "non lu : la lecture prend trop de mémoire",
        "partial": "lu en partie", "destroyed": "détruit ; voir l'attestation",
        "pdf": "un document PDF", "message": "un message", "mailbox": "une boîte aux lettres", "picture": "une image",
        "recording": "un enregistrement", "document": "un document", "table": "un tableau", "writing": "un texte",
        "archive": "une archive", "disk": "une image de disque", "file": "un fichier", "folder": "un dossier",
        "link": "un lien", "socket": "une connexion d'un programme", "pipe": "une connexion d'un programme",
        "device": "un périphérique", "unreadable": "un élément dont les octets n'ont pu être obtenus",
    },
    "nl": {
        "heading": "Inventaris van inbeslagneming {seizure}|Wortel van het manifest: {root}|Wat in een ander "
                   "stuk ligt, is daaronder genummerd. Van de inhoud wordt hier niets verteld.",
        "bytes": "{size} bytes", "same": "dezelfde bytes als nr. {number}", "waiting": "nog niet gelezen",
        "ok": "gelezen", "empty": "geen tekst gevonden; door iemand te bekijken",
        "encrypted": "vergrendeld: een wachtwoord of sleutel is nodig",
        "unsupported": "van een soort die hier niet kan worden gelezen", "crash": "beschadigd of onleesbaar",
        "timeout": "niet gelezen: het duurt te lang", "memory": "niet gelezen: het vergt te veel geheugen",
        "partial": "gedeeltelijk gelezen", "destroyed": "vernietigd; zie het attest",
        "pdf": "een PDF-document", "message": "een bericht", "mailbox": "een postbus", "picture": "een afbeelding",
        "recording": "een opname", "document": "een document", "table": "een tabel", "writing": "een tekst",
        "archive": "een archief", "disk": "een kopie van een schijf", "file": "een bestand", "folder": "een map",
        "link": "een koppeling", "socket": "een verbinding van een programma",
        "pipe": "een verbinding van een programma",
        "device": "een apparaat", "unreadable": "iets waarvan de bytes niet konden worden verkregen",
    },
})  # fmt: skip
