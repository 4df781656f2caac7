"""The three languages of the law book, of rulings and of pages."""

from enum import Enum

Words = tuple[str, str, str]
"""The same thing said in English, French and Dutch, in this order."""


class Language(Enum):
    """A language in which the law is worded; the value is its ISO 639-1 code."""

    EN = "en"
    """English, in which the norms and questions are written."""
    FR = "fr"
    """French, in Belgian legal usage."""
    NL = "nl"
    """Dutch, in Belgian legal usage."""

    @classmethod
    def named(cls, code: str) -> "Language":
        """The language with the ISO 639-1 `code` (any case; `nl-BE` counts as `nl`).

        Raises:
            ValueError: The law is not worded in it; the message lists the languages.

        >>> Language.named("fr-BE")
        <Language.FR: 'fr'>
        """
        try:
            return cls(code.strip().lower().partition("-")[0])
        except ValueError:
            known = ", ".join(language.value for language in cls)
            msg = f"the law is not worded in {code!r}; the languages are: {known}"
            raise ValueError(msg) from None


_PLACE = {language: place for place, language in enumerate(Language)}
_IN_ENGLISH: dict[Language, str] = {Language.EN: "", Language.FR: "[en anglais] ", Language.NL: "[in het Engels] "}


def said(words: Words, lang: Language) -> str:
    """`words` in `lang`."""
    return words[_PLACE[lang]]


def english_only(text: str, lang: Language) -> str:
    """An English text shown to a reader of `lang`: marked as English, never passed off as a translation.

    >>> english_only("Close scrutiny.", Language.NL)
    '[in het Engels] Close scrutiny.'
    """
    return _IN_ENGLISH[lang] + text
