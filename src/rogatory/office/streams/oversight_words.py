"""Acts of oversight in French and Dutch: as verb phrases, and as the record says that they were done."""

from collections.abc import Mapping
from types import MappingProxyType

TITLES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "publish-statistics": (
            "publier les chiffres d’une période écoulée",
            "de cijfers van een afgelopen periode bekendmaken",
        ),
        "acknowledge-alarm": (
            "dire, motifs à l’appui, ce qu’il est advenu d’une alarme",
            "met redenen zeggen wat van een alarm is geworden",
        ),
        "draw-sample": (
            "tirer au sort un échantillon de ce qui a été fait",
            "bij loting een steekproef trekken van wat is gedaan",
        ),
        "look-at-sample": (
            "dire ce qui a été vu dans un élément d’un échantillon",
            "zeggen wat in een deel van een steekproef is gezien",
        ),
        "ask-who": (
            "demander, motifs à l’appui, qui a fait ce qu’une inscription rapporte et dans quelle affaire",
            "met redenen vragen wie heeft gedaan wat een inschrijving meldt, en in welke zaak",
        ),
    }
)
"""What each act does."""
RECORDS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "publish-statistics": ("chiffres publiés", "cijfers bekendgemaakt"),
        "acknowledge-alarm": ("alarme prise en compte", "alarm in behandeling genomen"),
        "draw-sample": ("échantillon tiré", "steekproef getrokken"),
        "look-at-sample": ("élément d’un échantillon examiné", "deel van een steekproef bekeken"),
        "ask-who": ("demandé qui a agi", "gevraagd wie heeft gehandeld"),
    }
)
"""What the record says once each is done."""
