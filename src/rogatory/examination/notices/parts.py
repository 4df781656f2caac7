"""The parts of the check of a notice: what each asks, why, and which questions of the law it waits for.

A rule is cited as far as it was read here; how far, each line says. That all of them are answered before any use is
policy of this system (`holding`): the rules speak of single parts.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType

from rogatory.law.packs.interpol import CCF, CONSTITUTION, REPOSITORY
from rogatory.law.packs.interpol_data import RPD
from rogatory.law.questions import Question
from rogatory.law.sources import Check, Cite, Source
from rogatory.law.vocabulary import notice, person
from rogatory.law.vocabulary import request as offence

Says = Mapping[str, str]
"""The same thing by language: en, fr, nl, ru."""


class Part(Enum):
    """A part of the check, in the order in which they are shown."""

    REFUGEE = "refugee-policy"
    COMMISSION = "commission"
    NEUTRALITY = "article-3"
    RIGHTS = "article-2"
    IN_FORCE = "in-force"
    WARRANT = "warrant"


@dataclass(frozen=True, slots=True)
class PartRule:
    """What a part asks, and why.

    Attributes:
        part: The part.
        says: What is asked, by language.
        source: What asks for it.
        check: How far that was read.
        questions: Questions of the vocabulary it waits for; one about a person, for every person.
        looked: Whether somebody must also look outside the file and say so (`track-notice`).
    """

    part: Part
    says: Says
    source: Source
    check: Check
    questions: tuple[Question, ...]
    looked: bool = False


def _says(en: str, fr: str, nl: str, ru: str) -> Says:
    return MappingProxyType({"en": en, "fr": fr, "nl": nl, "ru": ru})


_REFUGEES = Cite("INTERPOL General Assembly Resolution 9 (2017), refugee policy", "", "GA-2017-86-RES-09")
_DIFFUSION = ("diffusion",)

_RULES = (
    PartRule(Part.REFUGEE, _says("Protection: is the person a refugee, or asks for asylum?",
             "Protection : la personne est-elle réfugiée, ou demande-t-elle l'asile ?",
             "Bescherming: is de persoon vluchteling, of vraagt hij asiel?",
             "Защита: беженец ли человек, просит ли он убежища?"),
             Source((_REFUGEES,)) + CONSTITUTION.article("2(1)") + CONSTITUTION.article("3"), Check.PARTLY,
             (person.refugee_here, person.refugee_elsewhere, person.asylum_pending)),
    PartRule(Part.COMMISSION, _says("The Commission: was it asked, and was anything deleted or refused?",
             "La Commission : a-t-elle été saisie, et a-t-on supprimé ou refusé quelque chose ?",
             "De Commissie: is zij gevraagd, en is er iets geschrapt of geweigerd?",
             "Комиссия: просили ли её, стёрли ли что-то, отказали ли?"),
             CCF.article("3"), Check.PARTLY, (notice.ccf, notice.deleted)),
    PartRule(Part.NEUTRALITY, _says("Article 3: is it political, military, religious or racial?",
             "Article 3 : l'affaire est-elle politique, militaire, religieuse ou raciale ?",
             "Artikel 3: is de zaak politiek, militair, religieus of raciaal?",
             "Статья 3: политика это, армия, вера или раса?"),
             CONSTITUTION.article("3") + REPOSITORY, Check.PARTLY,
             (notice.predominantly_political, offence.military)),
    PartRule(Part.RIGHTS, _says("Article 2: would it help a breach of human rights?",
             "Article 2 : servirait-elle une violation des droits de l'homme ?",
             "Artikel 2: zou zij een schending van mensenrechten helpen?",
             "Статья 2: поможет ли это нарушить права человека?"),
             CONSTITUTION.article("2(1)") + REPOSITORY, Check.PARTLY, (notice.rights_contrary,)),
    PartRule(Part.IN_FORCE, _says("Is it still in force, as it stands today?",
             "Est-elle encore valable, dans son état d'aujourd'hui ?",
             "Geldt zij nog, zoals zij vandaag is?",
             "Действует ли оно и сегодня?"),
             RPD.article("86"), Check.PARTLY, (notice.moved_elsewhere,), looked=True),
    PartRule(Part.WARRANT, _says("The warrant behind it: was it seen, and does it say what was done?",
             "Le mandat qui la fonde : a-t-il été vu, et dit-il les faits ?",
             "Het bevel erachter: is het gezien, en zegt het wat er gebeurde?",
             "Ордер: видел ли его кто-то, сказано ли в нём, что было?"),
             RPD.article("83(2)(b)(i)"), Check.PARTLY, (notice.conduct_not_described,), looked=True),
)  # fmt: skip
PARTS: Mapping[Part, PartRule] = MappingProxyType({rule.part: rule for rule in _RULES})
"""Every part, in the order in which they are shown."""
UNREVIEWED = notice.diffusion_unreviewed
"""Of a diffusion the part of the Commission also asks whether INTERPOL has reviewed it: it is sent first."""


def questions_of(rule: PartRule, kind: str) -> tuple[Question, ...]:
    """The questions a part waits for, in a case of a kind.

    Args:
        rule: The part.
        kind: Kind of request: a notice, or a diffusion.
    """
    of_one_sent_first = rule.part is Part.COMMISSION and kind in _DIFFUSION
    return (*rule.questions, *((UNREVIEWED,) if of_one_sent_first else ()))
