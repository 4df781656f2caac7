"""The steps of an inquiry, and what makes it effective: two tables, each line with its source.

A text or a judgment is cited as far as it was read here; how far, each line says. What no text writes is policy of this
system and says so.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType

from rogatory.law.sources import ECTHR, Basis, Check, Cite, Instrument, Source

Says = Mapping[str, str]
"""The same thing by language: en, fr, nl, ru."""


class Step(Enum):
    """A step of an inquiry, in the order in which they are shown."""

    REGISTERED = "registered"
    ACKNOWLEDGED = "acknowledged"
    INVESTIGATOR = "investigator"
    HEARING = "hearing"
    EVIDENCE = "evidence"
    STATE = "state-account"
    WITNESSES = "witnesses"
    EXPERT = "expert"
    CONCLUSION = "conclusion"
    INFORMED = "informed"


class Criterion(Enum):
    """What makes an investigation effective."""

    INDEPENDENCE = "independence"
    PROMPTNESS = "promptness"
    ADEQUACY = "adequacy"
    SCRUTINY = "public scrutiny"
    INVOLVEMENT = "involvement of the victim"


@dataclass(frozen=True, slots=True)
class StepRule:
    """What a step asks, and why.

    Attributes:
        step: The step.
        says: What is done, by language.
        source: What asks for it.
        basis: What gives that its force.
        check: How far it was read.
        by_itself: Whether another act takes it: lodging, opening, concluding.
        may_be_left_out: Whether it may be left out, with reasons.
        of_torture: Whether it is asked only where torture or other ill-treatment is alleged.
        after: Whether it comes after the conclusion.
    """

    step: Step
    says: Says
    source: Source
    basis: Basis
    check: Check
    by_itself: bool = False
    may_be_left_out: bool = False
    of_torture: bool = False
    after: bool = False


@dataclass(frozen=True, slots=True)
class CriterionRule:
    """What a criterion asks, why, and the steps that show it.

    Attributes:
        criterion: The criterion.
        says: What is asked, by language.
        source: What asks for it.
        check: How far it was read.
        shown_by: The steps without which it is not met; those not asked of an inquiry do not count.
    """

    criterion: Criterion
    says: Says
    source: Source
    check: Check
    shown_by: tuple[Step, ...]


_ECHR = Instrument("ETS-005", "European Convention on Human Rights", "ETS 005")
_UNCAT = Instrument("UNCAT", "UN Convention against Torture", "UNTS 1465")
_SAVRIDDIN = ECTHR.judgment("Savriddin Dzhurayev v. Russia", "71386/10, 25 April 2013")
_GUZELYURTLU = ECTHR.judgment("Güzelyurtlu and Others v. Cyprus and Turkey", "36925/07, 29 January 2019 (GC)")
_BOUYID = ECTHR.judgment("Bouyid v. Belgium", "23380/09, 28 September 2015 (GC), §§ 114-123")
"""The principles of an effective investigation into ill-treatment; known as later judgments cite them."""
_ISTANBUL = Source((Cite("Istanbul Protocol (medical evidence of torture)"),))
PACE_15_1 = Source((Cite("Parliamentary Assembly of the Council of Europe, Resolution 2509 (2023)", "point 15.1"),))
"""Every allegation is investigated effectively."""
_HOUSE = Source((Cite("Policy of this system", "steps of an inquiry"),))
_T, _C, _P, _S = Basis.TEXT, Basis.CASE_LAW, Basis.POLICY, Basis.SOFT_LAW


def _says(en: str, fr: str, nl: str, ru: str) -> Says:
    return MappingProxyType({"en": en, "fr": fr, "nl": nl, "ru": ru})


_STEPS = (
    StepRule(Step.REGISTERED, _says("The allegation is registered", "L'allégation est enregistrée",
             "De aantijging is geregistreerd", "Заявление записано"),
             PACE_15_1, _S, Check.PARTLY, by_itself=True),
    StepRule(Step.ACKNOWLEDGED, _says("Whoever lodged it is told that it is registered",
             "Son auteur est informé de l'enregistrement", "Wie haar indiende, krijgt een ontvangstmelding",
             "Заявителю сообщили, что заявление записано"),
             _UNCAT.article("13"), _T, Check.VERIFIED, may_be_left_out=True),
    StepRule(Step.INVESTIGATOR, _says("Somebody leads the inquiry who had no part in the request",
             "L'enquête est menée par quelqu'un qui n'a pas pris part à la demande",
             "Het onderzoek wordt geleid door iemand die geen deel had aan het verzoek",
             "Проверку ведёт тот, кто не участвовал в запросе"),
             _UNCAT.article("12") + _SAVRIDDIN, _T, Check.PARTLY, by_itself=True),
    StepRule(Step.HEARING, _says("The person is heard, or was asked and declined",
             "La personne est entendue, ou a été invitée et a décliné",
             "De persoon wordt gehoord, of is uitgenodigd en ziet ervan af",
             "Человека выслушали, или ему предложили и он отказался"),
             _UNCAT.article("13"), _T, Check.VERIFIED),
    StepRule(Step.EVIDENCE, _says("Evidence is secured", "Les preuves sont recueillies", "Het bewijs is veiliggesteld",
             "Доказательства собраны и сохранены"),
             _ECHR.article("3") + _SAVRIDDIN, _C, Check.PARTLY),
    StepRule(Step.STATE, _says("The state alleged to be behind it is asked for its account, where that is safe",
             "L'État mis en cause est invité à s'expliquer, si cela est sans danger",
             "De staat die erachter zou zitten, wordt om uitleg gevraagd, als dat veilig kan",
             "Спросили объяснение у того государства, если это безопасно"),
             _HOUSE, _P, Check.VERIFIED, may_be_left_out=True),
    StepRule(Step.WITNESSES, _says("Witnesses are heard, and protected", "Les témoins sont entendus, et protégés",
             "Getuigen worden gehoord, en beschermd", "Свидетелей выслушали и защитили"),
             _UNCAT.article("13"), _T, Check.VERIFIED, may_be_left_out=True),
    StepRule(Step.EXPERT, _says("A physician or another expert examines what torture has left",
             "Un médecin ou un autre expert examine les traces de torture",
             "Een arts of andere deskundige onderzoekt de sporen van foltering",
             "Врач или другой специалист осмотрел следы пыток"),
             _ISTANBUL, _S, Check.GENERAL, may_be_left_out=True, of_torture=True),
    StepRule(Step.CONCLUSION, _says("A conclusion is given, with reasons", "Une conclusion motivée est rendue",
             "Er is een gemotiveerde conclusie", "Есть решение с объяснением причин"),
             PACE_15_1 + _ECHR.article("13"), _S, Check.PARTLY, by_itself=True),
    StepRule(Step.INFORMED, _says("The person is told of it, and of how to challenge it",
             "La personne en est informée, ainsi que des voies de recours",
             "De persoon verneemt het, en hoe het kan worden aangevochten",
             "Человеку сообщили решение и как его обжаловать"),
             _ECHR.article("13") + _GUZELYURTLU, _C, Check.GENERAL, after=True),
)  # fmt: skip
STEPS: Mapping[Step, StepRule] = MappingProxyType({rule.step: rule for rule in _STEPS})
"""Every step by its name, in order."""

_CRITERIA = (
    CriterionRule(Criterion.INDEPENDENCE, _says(
        "Independence: nobody who decided, proposed or carried out what was requested leads it",
        "Indépendance : nul de ceux qui ont décidé, proposé ou exécuté la demande ne la dirige",
        "Onafhankelijkheid: niemand die het gevraagde besliste, voorstelde of uitvoerde, leidt het",
        "Независимость: её не ведёт тот, кто решал, предлагал или исполнял запрос"),
        _UNCAT.article("12") + _BOUYID + _SAVRIDDIN, Check.PARTLY, (Step.INVESTIGATOR,)),
    CriterionRule(Criterion.PROMPTNESS, _says(
        "Promptness: it is taken up and concluded within its time limits",
        "Célérité : elle est ouverte et close dans les délais",
        "Voortvarendheid: het begint en eindigt binnen de termijnen",
        "Скорость: её начинают и заканчивают в срок"),
        _UNCAT.article("12") + _SAVRIDDIN, Check.PARTLY, (Step.INVESTIGATOR, Step.CONCLUSION)),
    CriterionRule(Criterion.ADEQUACY, _says(
        "Adequacy: what can show the facts is secured and examined",
        "Caractère adéquat : ce qui peut établir les faits est recueilli et examiné",
        "Geschiktheid: wat de feiten kan aantonen, wordt veiliggesteld en onderzocht",
        "Достаточность: собрано и проверено всё, что может показать факты"),
        _ECHR.article("3") + _BOUYID + _SAVRIDDIN, Check.PARTLY,
        (Step.EVIDENCE, Step.STATE, Step.WITNESSES, Step.EXPERT, Step.CONCLUSION)),
    CriterionRule(Criterion.SCRUTINY, _says(
        "Public scrutiny: a reasoned conclusion that can be challenged",
        "Contrôle du public : une conclusion motivée, susceptible de recours",
        "Openbare controle: een gemotiveerde conclusie die kan worden aangevochten",
        "Открытость: решение с причинами, которое можно обжаловать"),
        _ECHR.article("13") + _GUZELYURTLU, Check.GENERAL, (Step.CONCLUSION, Step.INFORMED)),
    CriterionRule(Criterion.INVOLVEMENT, _says(
        "Involvement of the victim: acknowledged, heard, and told of the end",
        "Participation de la victime : informée, entendue, avisée de l'issue",
        "Betrokkenheid van het slachtoffer: ontvangst gemeld, gehoord, over het einde ingelicht",
        "Участие пострадавшего: ответили, выслушали, сообщили итог"),
        _UNCAT.article("13") + _BOUYID + _GUZELYURTLU, Check.PARTLY, (Step.ACKNOWLEDGED, Step.HEARING, Step.INFORMED)),
)  # fmt: skip
CRITERIA: Mapping[Criterion, CriterionRule] = MappingProxyType({rule.criterion: rule for rule in _CRITERIA})
"""Every criterion by its name, in order."""


def asked_of(*, torture: bool) -> tuple[StepRule, ...]:
    """The steps asked of an inquiry, in order; where torture is alleged, the examination by an expert too."""
    return tuple(rule for rule in _STEPS if torture or not rule.of_torture)


def to_take(*, torture: bool) -> tuple[Step, ...]:
    """The steps that whoever leads an inquiry takes before it is concluded."""
    return tuple(r.step for r in asked_of(torture=torture) if not r.by_itself and not r.after)
