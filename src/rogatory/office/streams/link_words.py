"""Links and the answers of registers in the three languages.

What is said of a link somebody may not open is one sentence for every register: a word more would tell which one it is.
"""

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType

from rogatory.law.wording.language import Language, Words, said
from rogatory.linkage.model import Band
from rogatory.office.folds.linking import LinkState
from rogatory.office.folds.links_seen import LinkSeen
from rogatory.office.streams.register_answers import Word

WORDED: Mapping[type[Enum], Mapping[Enum, Words]] = MappingProxyType({
    LinkState: {
        LinkState.OPEN: ("open", "ouvert", "open"),
        LinkState.CONFIRMED: ("confirmed", "confirmé", "bevestigd"),
        LinkState.DISMISSED: ("dismissed", "écarté", "verworpen"),
        LinkState.REOPENED: ("reopened", "rouvert", "heropend"),
    },
    Band: {
        Band.MUST_EXAMINE: ("must be examined", "à examiner", "te onderzoeken"),
        Band.LOOK: ("worth a look", "à regarder", "het bekijken waard"),
        Band.COUNTED: ("counted", "compté", "geteld"),
    },
    Word: {
        Word.CONSULT: (
            "Consult the custodian of the register before anything is done",
            "Consultez le gardien du registre avant tout acte",
            "Raadpleeg de bewaarder van het register voordat er iets gebeurt",
        ),
        Word.NOTHING_TO_ADD: (
            "The register has nothing to add to the file",
            "Le registre n'a rien à ajouter au dossier",
            "Het register heeft niets aan het dossier toe te voegen",
        ),
    },
})  # fmt: skip
"""Words of states, bands and graded answers."""

CLOSED: Words = (
    "A link with what is already known ({band}) is {state}; its words are not open to you.",
    "Un lien avec ce qui est déjà connu ({band}) est {state} ; son contenu ne vous est pas ouvert.",
    "Een verband met wat al bekend is ({band}) is {state}; de inhoud is niet voor u geopend.",
)
"""What is said of a link whose words are closed to the reader."""


def link_word(member: LinkState | Band | Word, language: Language) -> str:
    """A state, a band or a graded answer in words."""
    return said(WORDED[type(member)][member], language)


def closed_link(link: LinkSeen, language: Language) -> str:
    """What is said of a link whose words are closed to the reader.

    >>> from rogatory.office.folds.links_seen import LinkSeen
    >>> closed_link(LinkSeen("link-3-1", LinkState.OPEN, Band.MUST_EXAMINE, (7,), None), Language.FR)
    'Un lien avec ce qui est déjà connu (à examiner) est ouvert ; son contenu ne vous est pas ouvert.'
    """
    return said(CLOSED, language).format(band=link_word(link.band, language), state=link_word(link.state, language))
