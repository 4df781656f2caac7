"""The words of the check of a notice and of what follows a deletion; for office and person."""

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType

from rogatory.examination.notices.copies import CopyState, Place
from rogatory.examination.notices.requests import Lodger, Ruled, Wish

_LANGUAGES = ("en", "fr", "nl", "ru")
WORDS: Mapping[Enum, tuple[str, str, str, str]] = MappingProxyType(
    {
        Place.POLICE: ("police database", "base de données de la police", "politiedatabank", "база полиции"),
        Place.BORDER: ("border system", "système des frontières", "grenssysteem", "база на границе"),
        Place.DIFFUSION: (
            "diffusion of the same matter", "diffusion de la même affaire", "verspreiding van dezelfde zaak",
            "циркуляр о том же деле",
        ),
        Place.STATE: (
            "another state that was told", "autre État informé", "andere staat die is ingelicht",
            "другая страна, которой сообщили",
        ),
        Place.OTHER: ("another file", "autre fichier", "ander bestand", "другая база"),
        CopyState.KEPT: ("kept", "conservée", "bewaard", "хранится"),
        CopyState.TO_ASK: (
            "deletion not asked for yet", "suppression pas encore demandée", "schrapping nog niet gevraagd",
            "стереть ещё не просили",
        ),
        CopyState.ASKED: (
            "deletion asked for", "suppression demandée", "schrapping gevraagd", "просили стереть",
        ),
        CopyState.GONE: (
            "confirmed gone", "suppression confirmée", "bevestigd geschrapt", "стёрто, это подтвердили",
        ),
        Wish.ACCESS: ("access to the data", "accès aux données", "inzage in de gegevens", "показать данные"),
        Wish.DELETION: (
            "deletion or correction", "effacement ou rectification", "schrapping of verbetering",
            "стереть или исправить",
        ),
        Wish.REVISION: ("revision", "révision", "herziening", "посмотреть ещё раз"),
        Lodger.PERSON: ("the person concerned", "la personne concernée", "de betrokkene", "сам человек"),
        Lodger.COUNSEL: ("counsel", "l'avocat", "de advocaat", "адвокат"),
        Lodger.BUREAU: ("the bureau", "le bureau", "het bureau", "бюро"),
        Ruled.GRANTED: ("granted", "accueillie", "ingewilligd", "согласна"),
        Ruled.PARTLY: ("granted in part", "accueillie en partie", "deels ingewilligd", "согласна частью"),
        Ruled.REFUSED: ("refused", "rejetée", "afgewezen", "отказала"),
    }
)  # fmt: skip
"""Each word in English, French, Dutch and Russian."""


def word(said: Enum, language: str) -> str:
    """A word of the table in a language.

    >>> word(Place.POLICE, "fr")
    'base de données de la police'
    """
    return WORDS[said][_LANGUAGES.index(language)]
