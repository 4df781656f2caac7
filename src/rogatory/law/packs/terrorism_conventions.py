"""Terrorism conventions of the Council of Europe and the United Nations: political label, persecution, ill-treatment."""

from functools import partial

from rogatory.law.acts import GRANT, HANDING_OVER, REFUSE
from rogatory.law.conditions import all_of, any_of
from rogatory.law.doctrine.assurances import sufficient
from rogatory.law.doctrine.ill_treatment import REAL_RISK
from rogatory.law.doctrine.persecution import on_grounds
from rogatory.law.norms import Cure, Effect, Norm, between
from rogatory.law.packs import Pack
from rogatory.law.packs._shared import DEATH_PENALTY_CURE
from rogatory.law.packs._treaties import (
    BOMBINGS,
    FINANCING,
    HOSTAGES,
    NUCLEAR,
    POLITICAL_OFFENCE,
    TERRORISM_1977,
    TERRORISM_2005,
)
from rogatory.law.vocabulary import measure, request, risk
from rogatory.law.vocabulary.assurance import Risk

_LISTED = request.terrorism_convention.yes
_SEVENTIES = on_grounds("race", "religion", "nationality", "political-opinion")
_WITH_ORIGIN = on_grounds("race", "religion", "nationality", "ethnic-origin", "political-opinion")

_optional = partial(
    Norm,
    bears_on=(GRANT,),
    effect=Effect.MAY_REFUSE,
    kinds=("extradition", "mla"),
    standard="substantial grounds for believing: purpose, or prejudice to the person's position",
)
_extradition = partial(
    Norm, bears_on=(GRANT,), effect=Effect.MAY_REFUSE, kinds=("extradition",), bound=between("CETS-196")
)
_no_ground = partial(Norm, bears_on=(REFUSE,), effect=Effect.OBLIGES, kinds=("extradition", "mla"))

discrimination_1977 = _optional(
    id="ets090-5-8-discrimination",
    source=TERRORISM_1977.article("5") + TERRORISM_1977.article("8(2)"),
    bound=between("ETS-090"),
    when=all_of(_LISTED, _SEVENTIES),
    says={
        "en": "The convention of 1977 obliges nobody to extradite or assist where the purpose or the effect is"
        " persecution for race, religion, nationality or political opinion.",
        "fr": "La convention de 1977 n'oblige ni à extrader ni à accorder l'entraide lorsque le but ou l'effet est une"
        " persécution pour la race, la religion, la nationalité ou les opinions politiques.",
        "nl": "Het verdrag van 1977 verplicht niet tot uitlevering of rechtshulp wanneer het doel of het gevolg"
        " vervolging is om ras, godsdienst, nationaliteit of politieke overtuiging.",
    },
    note="Neither ethnic origin nor sex is listed. The risk of torture would come only with ETS 190, which is not in"
    " force.",
)
discrimination_2005 = _optional(
    id="cets196-21-discrimination-clause-mla",
    source=TERRORISM_2005.article("21(1)"),
    bound=between("CETS-196"),
    when=all_of(_LISTED, _WITH_ORIGIN),
    says={
        "en": "For the listed terrorism offences there is no duty to extradite or assist where the aim, or the effect,"
        " is to punish for race, religion, nationality, ethnic origin or political opinion.",
        "fr": "Pour les infractions de terrorisme visées, il n'y a pas d'obligation d'extrader ou d'accorder"
        " l'entraide lorsque le but ou l'effet est de punir pour la race, la religion, la nationalité, l'origine"
        " ethnique ou les opinions politiques.",
        "nl": "Voor de bedoelde terroristische misdrijven bestaat geen plicht tot uitlevering of rechtshulp wanneer"
        " het doel of het gevolg bestraffing is om ras, godsdienst, nationaliteit, etnische afkomst of politieke"
        " overtuiging.",
    },
    note="It lifts this convention's duty and is no prohibition. Only the offences of Arts 5-7 and 9, and through its"
    " Protocol those of CETS 217 Arts 2-6. Sex is not listed.",
)
ill_treatment_2005 = _extradition(
    id="cets196-21-discrimination-clause-mla-ill-treatment",
    source=TERRORISM_2005.article("21(2)"),
    when=all_of(_LISTED, REAL_RISK),
    standard="the person risks being exposed",
    says={
        "en": "There is no duty to extradite where the person risks torture or inhuman or degrading treatment.",
        "fr": "Il n'y a pas d'obligation d'extrader lorsque la personne risque la torture ou un traitement inhumain ou"
        " dégradant.",
        "nl": "Er is geen plicht tot uitlevering wanneer de persoon gevaar loopt van foltering of onmenselijke of"
        " vernederende behandeling.",
    },
    note="Speaks of extradition only. The treaty test is lower than the real risk of Strasbourg that is applied here.",
)
death_2005 = _extradition(
    id="cets196-21-discrimination-clause-mla-death-penalty",
    source=TERRORISM_2005.article("21(3)"),
    when=all_of(_LISTED, risk.death_penalty.yes),
    cure=DEATH_PENALTY_CURE,
    standard="the person risks being exposed",
    says={
        "en": "There is no duty to extradite to a death penalty, unless a sufficient assurance is given and an"
        " extradition treaty obliges.",
        "fr": "Il n'y a pas d'obligation d'extrader vers la peine de mort, sauf assurance suffisante et traité"
        " d'extradition contraignant.",
        "nl": "Er is geen plicht tot uitlevering naar een doodstraf, tenzij een toereikende garantie is gegeven en een"
        " uitleveringsverdrag verplicht.",
    },
    note="The treaty asks that the penalty not be imposed or, if imposed, not be carried out.",
)
life_2005 = _extradition(
    id="cets196-21-discrimination-clause-mla-life-sentence",
    source=TERRORISM_2005.article("21(3)"),
    when=all_of(_LISTED, risk.life_possible.yes),
    cure=Cure(
        met=sufficient(Risk.LIFE_SENTENCE),
        obtain="an assurance that the person will not be sentenced to life without parole",
    ),
    standard="the person risks being exposed",
    says={
        "en": "There is no duty to extradite to life without parole, unless a sufficient assurance is given and an"
        " extradition treaty obliges.",
        "fr": "Il n'y a pas d'obligation d'extrader vers la réclusion à perpétuité sans libération conditionnelle,"
        " sauf assurance suffisante et traité d'extradition contraignant.",
        "nl": "Er is geen plicht tot uitlevering naar levenslang zonder voorwaardelijke invrijheidstelling, tenzij een"
        " toereikende garantie is gegeven en een uitleveringsverdrag verplicht.",
    },
    note="Only where the requested state's own law knows no such sentence in that form (general knowledge).",
)
discrimination_un = _optional(
    id="un-terrorism-mla-discrimination",
    source=BOMBINGS.article("12") + FINANCING.article("15") + NUCLEAR.article("16"),
    bound=between("BOMBINGS-1997", "FINANCING-1999", "NUCLEAR-2005"),
    when=all_of(_LISTED, _WITH_ORIGIN),
    says={
        "en": "The UN terrorism conventions oblige nobody to extradite or assist where persecution for race, religion,"
        " nationality, ethnic origin or political opinion is the purpose or the effect.",
        "fr": "Les conventions de l'ONU contre le terrorisme n'obligent ni à extrader ni à accorder l'entraide si la"
        " persécution pour la race, la religion, la nationalité, l'origine ethnique ou les opinions politiques en est"
        " le but ou l'effet.",
        "nl": "De VN-verdragen tegen terrorisme verplichten niet tot uitlevering of rechtshulp wanneer vervolging om"
        " ras, godsdienst, nationaliteit, etnische afkomst of politieke overtuiging het doel of het gevolg is.",
    },
)
political_label = _no_ground(
    id="terrorism-political-label-alone",
    source=TERRORISM_1977.article("8(1)")
    + TERRORISM_2005.article("20(1)")
    + BOMBINGS.article("11")
    + FINANCING.article("14")
    + NUCLEAR.article("15"),
    bound=between("ETS-090", "CETS-196", "BOMBINGS-1997", "FINANCING-1999", "NUCLEAR-2005"),
    when=all_of(_LISTED, POLITICAL_OFFENCE),
    says={
        "en": "For the offences of a terrorism convention the political label alone is no ground; every other ground"
        " stays.",
        "fr": "Pour les infractions d'une convention sur le terrorisme, la seule qualification politique n'est pas un"
        " motif ; tout autre motif demeure.",
        "nl": "Voor de feiten van een terrorismeverdrag is het politieke etiket alleen geen grond; elke andere grond"
        " blijft.",
    },
    note="States may have reserved the political exception (general knowledge).",
)
fiscal_and_bank = _no_ground(
    id="un-terrorism-mla-discrimination-no-ground",
    source=FINANCING.article("12(2)") + FINANCING.article("13"),
    bound=between("FINANCING-1999"),
    when=all_of(_LISTED, any_of(request.fiscal.yes, measure.type_.is_("bank-data"))),
    says={
        "en": "For the financing of terrorism neither bank secrecy nor the fiscal nature alone is a ground.",
        "fr": "Pour le financement du terrorisme, ni le secret bancaire ni le seul caractère fiscal n'est un motif.",
        "nl": "Bij financiering van terrorisme is noch het bankgeheim noch de fiscale aard alleen een grond.",
    },
)
hostages = Norm(
    id="hostages-9-mandatory",
    source=HOSTAGES.article("9(1)"),
    bears_on=HANDING_OVER,
    effect=Effect.FORBIDS,
    kinds=("extradition",),
    bound=between("HOSTAGES-1979"),
    when=all_of(request.hostage_taking.yes, any_of(_WITH_ORIGIN, risk.protecting_state_kept_away.yes)),
    standard="substantial grounds for believing",
    says={
        "en": "Extradition for hostage-taking is not granted where it serves persecution, where the person's position"
        " would suffer for such a reason, or where the state that protects them could not reach them.",
        "fr": "L'extradition pour prise d'otages n'est pas accordée si elle sert la persécution, si la situation de la"
        " personne en pâtirait ou si les autorités de l'État qui la protège ne pouvaient communiquer avec elle.",
        "nl": "Uitlevering wegens gijzeling wordt niet toegestaan als zij vervolging dient, als de positie van de"
        " persoon daardoor lijdt of als de autoriteiten van de staat die hem beschermt hem niet kunnen bereiken.",
    },
)

PACK = Pack(
    "terrorism-conventions",
    "Terrorism conventions of the Council of Europe and the United Nations",
    (
        discrimination_1977,
        discrimination_2005,
        ill_treatment_2005,
        death_2005,
        life_2005,
        hostages,
        discrimination_un,
        political_label,
        fiscal_and_bank,
    ),
)
