"""The words of an inquiry: methods, who lodged it, where it stands, how far it was shown; for office and person."""

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType

from rogatory.examination.inquiries.allegations import Origin, Standing
from rogatory.examination.inquiries.checking import State
from rogatory.law.grades import Grade
from rogatory.states.record.entries import Method

_LANGUAGES = ("en", "fr", "nl", "ru")
WORDS: Mapping[Enum, tuple[str, str, str, str]] = MappingProxyType(
    {
        Method.DIRECT: (
            "direct attack: assault, abduction, killing",
            "attaque directe : agression, enlèvement, meurtre",
            "rechtstreekse aanval: geweld, ontvoering, moord",
            "прямое нападение: побои, похищение, убийство",
        ),
        Method.CO_OPTING: (
            "other states made to help: notices, extradition, legal assistance",
            "d'autres États mis à contribution : notices, extradition, entraide",
            "andere staten ingeschakeld: signaleringen, uitlevering, rechtshulp",
            "помощь других стран: розыск, выдача, правовая помощь",
        ),
        Method.MOBILITY: (
            "movement hindered: passports, consulates",
            "entraves aux déplacements : passeports, consulats",
            "reizen belemmerd: paspoorten, consulaten",
            "запрет передвижения: паспорта, консульства",
        ),
        Method.DISTANCE: (
            "threat from a distance: surveillance, harassment, relatives",
            "menace à distance : surveillance, harcèlement, proches",
            "dreiging van op afstand: bewaking, intimidatie, familie",
            "угрозы издалека: слежка, травля, давление на родных",
        ),
        Origin.PERSON: ("the person concerned", "la personne concernée", "de betrokkene", "сам человек"),
        Origin.COUNSEL: ("counsel", "l'avocat", "de advocaat", "адвокат"),
        Origin.OUTSIDER: (
            "somebody outside, through the registry",
            "un tiers, par le greffe",
            "iemand van buiten, via de griffie",
            "посторонний, через канцелярию",
        ),
        Origin.OFFICIAL: ("an official", "un fonctionnaire", "een ambtenaar", "сотрудник"),
        Origin.SYSTEM: (
            "raised by the system",
            "signalée par le système",
            "door het systeem opgeworpen",
            "поднято системой",
        ),
        Standing.WAITS: (
            "must be taken up, or refused with reasons",
            "à instruire, ou à refuser par décision motivée",
            "te onderzoeken, of gemotiveerd te weigeren",
            "нужно начать проверку или отказать с причинами",
        ),
        Standing.RUNS: ("is being investigated", "enquête en cours", "wordt onderzocht", "идёт проверка"),
        Standing.REFUSED: (
            "refused with reasons",
            "refusée par décision motivée",
            "gemotiveerd geweigerd",
            "отказано, причины указаны",
        ),
        Standing.CONCLUDED: ("concluded", "enquête close", "afgesloten", "проверка окончена"),
        State.DONE: ("done", "fait", "gedaan", "сделано"),
        State.LEFT_OUT: (
            "left out, with reasons",
            "omis, avec motifs",
            "weggelaten, met redenen",
            "не сделано, есть причины",
        ),
        State.OPEN: ("open", "à faire", "open", "не сделано"),
        State.OVERDUE: ("overdue", "en retard", "te laat", "просрочено"),
        State.NOT_ASKED: ("not asked", "sans objet", "niet gevraagd", "не требуется"),
        Grade.NONE: ("nothing speaks for it", "rien ne l'étaye", "niets wijst erop", "ничто это не подтверждает"),
        Grade.ALLEGED: ("alleged", "alléguée", "beweerd", "сказано"),
        Grade.ARGUABLE: ("arguable", "défendable", "verdedigbaar", "есть основания говорить"),
        Grade.SUBSTANTIAL: ("substantial grounds", "motifs sérieux", "ernstige gronden", "серьёзные основания"),
        Grade.ESTABLISHED: ("established", "établie", "vastgesteld", "установлено"),
    }
)
"""Each in English, French, Dutch and Russian. How far something was shown is said in words, and never counted."""


def word(what: Enum, language: str) -> str:
    """What something is called.

    Args:
        what: A method, origin, standing, state or grade.
        language: Its code: en, fr, nl or ru.

    >>> word(Standing.RUNS, "nl")
    'wordt onderzocht'
    """
    return WORDS[what][_LANGUAGES.index(language)]
