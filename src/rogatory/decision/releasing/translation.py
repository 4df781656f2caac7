"""The translation of a text for the requesting state into that state's language, as an annex that names it.

The office drafts in its own languages. What that state reads in its own is the work of a named translator, in a file of
its own; the annex says whose, of which day, and of exactly which words, by digest. The text in the language of the
office is the one that is signed and counts. A translation of words that changed since is none.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any

from rogatory.decision.documents.document import Document, Paragraph
from rogatory.decision.documents.written import digest_of
from rogatory.law.wording.language import Language, said

KIND = "translation"
"""Kind of the annex that names a translation."""
LONGEST = 200
"""Characters in the name of a translator, and in what a sworn one was sworn under."""
LANGUAGES: Mapping[str, tuple[str, str, str]] = {
    "ar": ("Arabic", "arabe", "Arabisch"), "az": ("Azerbaijani", "azéri", "Azerbeidzjaans"),
    "de": ("German", "allemand", "Duits"), "en": ("English", "anglais", "Engels"),
    "es": ("Spanish", "espagnol", "Spaans"), "fa": ("Persian", "persan", "Perzisch"),
    "fr": ("French", "français", "Frans"), "hy": ("Armenian", "arménien", "Armeens"),
    "it": ("Italian", "italien", "Italiaans"), "ka": ("Georgian", "géorgien", "Georgisch"),
    "kk": ("Kazakh", "kazakh", "Kazachs"), "nl": ("Dutch", "néerlandais", "Nederlands"),
    "pl": ("Polish", "polonais", "Pools"), "pt": ("Portuguese", "portugais", "Portugees"),
    "ro": ("Romanian", "roumain", "Roemeens"), "ru": ("Russian", "russe", "Russisch"),
    "sq": ("Albanian", "albanais", "Albanees"), "sr": ("Serbian", "serbe", "Servisch"),
    "tr": ("Turkish", "turc", "Turks"), "uk": ("Ukrainian", "ukrainien", "Oekraïens"),
    "uz": ("Uzbek", "ouzbek", "Oezbeeks"), "zh": ("Chinese", "chinois", "Chinees"),
}  # fmt: skip
"""Languages a text can be translated into, in English, French and Dutch."""
_TITLE = ("Translation into {}", "Traduction en {}", "Vertaling in het {}")
_BY = ("Translator: {}", "Traducteur : {}", "Vertaler: {}")
_SWORN = ("Sworn translator: {}", "Traducteur juré : {}", "Beëdigd vertaler: {}")
_NOT_SWORN = ("Not sworn", "Non juré", "Niet beëdigd")
_ON = ("Day of the translation: {}", "Jour de la traduction : {}", "Dag van de vertaling: {}")
_FILE = (
    "The translation travels with this document, as the file with this SHA-256 digest: {}",
    "La traduction accompagne ce document, dans le fichier qui porte cette empreinte SHA-256 : {}",
    "De vertaling gaat samen met dit document, in het bestand met deze SHA-256-vingerafdruk: {}",
)
_OF = (
    "It is of the words of this document with this digest: {}. The text above is the one that counts.",
    "Elle porte sur les mots de ce document qui ont cette empreinte : {}. Le texte qui précède fait foi.",
    "Zij betreft de woorden van dit document met deze vingerafdruk: {}. De tekst hierboven geldt.",
)


@dataclass(frozen=True, slots=True)
class Translation:
    """A translation of the text for the requesting state.

    Attributes:
        language: Into which language (ISO 639-1, one of `LANGUAGES`).
        translator: Name of the translator.
        sworn: Number under which a sworn translator is entered; empty: not sworn.
        on: Day of the translation.
        file: SHA-256 of the file, in small hexadecimal digits.
        of: Digest of the words it is of (`words_of`).
    """

    language: str
    translator: str
    sworn: str
    on: date
    file: str
    of: str

    def as_plain(self) -> dict[str, str]:
        """The translation as words."""
        return {**asdict(self), "on": self.on.isoformat()}

    @classmethod
    def of_plain(cls, told: Mapping[str, Any]) -> "Translation":
        """The translation that words tell of.

        Raises:
            ValueError: A part is missing or cannot be one.
        """
        parts = {part: str(told.get(part) or "").strip() for part in cls.__slots__}
        if parts["language"] not in LANGUAGES:
            msg = f"language: {parts['language']!r} is none of {', '.join(LANGUAGES)}"
            raise ValueError(msg)
        if not parts["translator"] or max(len(parts["translator"]), len(parts["sworn"])) > LONGEST:
            msg = f"translator: name the translator, in {LONGEST} characters"
            raise ValueError(msg)
        for part in ("file", "of"):
            if len(parts[part]) != 64 or not set(parts[part]) <= set("0123456789abcdef"):  # noqa: PLR2004 - SHA-256
                msg = f"{part}: {parts[part]!r} is no SHA-256 digest"
                raise ValueError(msg)
        return cls(**{**parts, "on": date.fromisoformat(parts["on"])})  # type: ignore[arg-type]


def words_of(text: Document) -> str:
    """Digest of the words a translation is of: all of a text but the annexes that name translations."""
    return digest_of(replace(text, annexes=tuple(annex for annex in text.annexes if annex.kind != KIND)))


def translated(text: Document, translation: Translation) -> Document:
    """The text with the annex that names its translation, in the place of any that stood there before."""
    others = tuple(annex for annex in text.annexes if annex.kind != KIND)
    return replace(text, annexes=(*others, annex_of(text, translation)))


def annex_of(text: Document, translation: Translation) -> Document:
    """The annex that names a translation, in the language of the text."""
    language = Language(text.language)
    sworn = said(_SWORN, language).format(translation.sworn) if translation.sworn else said(_NOT_SWORN, language)
    lines = (
        said(_BY, language).format(translation.translator), sworn,
        said(_ON, language).format(translation.on.isoformat()), said(_FILE, language).format(translation.file),
        said(_OF, language).format(translation.of),
    )  # fmt: skip
    title = said(_TITLE, language).format(said(LANGUAGES[translation.language], language))
    return Document(
        kind=KIND, language=text.language, title=title, sender=(), addressee=(), place="", day="", case="",
        blocks=tuple(Paragraph(line) for line in lines), draft=text.draft,
    )  # fmt: skip
