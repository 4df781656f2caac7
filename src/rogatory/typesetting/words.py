"""The fixed words of a sheet of paper, in the languages that documents are written in."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Fixed:
    """What is printed beside the words of a document.

    Attributes:
        page: Number of the page and of pages, each at its `|`; the second stands at the end.
        draft: Printed across a draft.
        case: Before the number of the case.
        date: Before place and day.
        annex: Before the number of an annex.
        code: Before the code by which the document can be checked.
        check: Before where it can be checked.
        signed: Before the name of who signed.
    """

    page: str
    draft: str
    case: str
    date: str
    annex: str
    code: str
    check: str
    signed: str


_FIXED: Final = {
    "en": Fixed(
        "Page | of ", "DRAFT", "Case", "Date", "Annex", "Verification code", "To check it:", "Signed electronically by"
    ),
    "fr": Fixed(
        "Page | sur ", "PROJET", "Dossier", "Date", "Annexe", "Code de vérification", "Pour vérifier :",
        "Signé électroniquement par",
    ),
    "nl": Fixed(
        "Bladzijde | van ", "ONTWERP", "Dossier", "Datum", "Bijlage", "Controlecode", "Controleren:",
        "Elektronisch ondertekend door",
    ),
    "ru": Fixed(
        "Страница | из ", "ПРОЕКТ", "Дело", "Дата", "Приложение", "Код проверки", "Проверить:",
        "Подписано электронной подписью:",
    ),
}  # fmt: skip


def fixed(language: str) -> Fixed:
    """The fixed words in a language (ISO 639-1); the English ones where it has none of its own."""
    return _FIXED.get(language, _FIXED["en"])
