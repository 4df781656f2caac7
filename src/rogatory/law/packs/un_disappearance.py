"""International Convention for the Protection of All Persons from Enforced Disappearance (2006)."""

from rogatory.law.acts import EXTRADITION_KINDS, GRANT, HANDING_OVER, TRANSIT
from rogatory.law.conditions import all_of
from rogatory.law.doctrine.persecution import on_grounds
from rogatory.law.norms import Effect, Norm, parties
from rogatory.law.packs import Pack
from rogatory.law.sources import Instrument
from rogatory.law.vocabulary import request, risk

ICPPED = Instrument(
    "ICPPED",
    "International Convention for the Protection of All Persons from Enforced Disappearance",
    "UNTS 2716, 2006",
)

disappearance = Norm(
    id="icpped-13-7-16",
    source=ICPPED.article("16(1)") + ICPPED.article("16(2)"),
    bears_on=(*HANDING_OVER, TRANSIT),
    effect=Effect.FORBIDS,
    kinds=EXTRADITION_KINDS,
    bound=parties("ICPPED"),
    when=risk.enforced_disappearance.yes,
    standard="substantial grounds for believing in a danger of enforced disappearance",
    says={
        "en": "Nobody is expelled, returned, surrendered or extradited into a danger of enforced disappearance.",
        "fr": "Nul n'est expulsé, refoulé, remis ni extradé s'il court un danger de disparition forcée.",
        "nl": "Niemand wordt uitgezet, teruggezonden, overgeleverd of uitgeleverd wanneer gevaar voor gedwongen"
        " verdwijning"
        " dreigt.",
    },
    note="No exception is written. Art. 14(2) leaves assistance to domestic law and treaties and is not encoded.",
)

disappearance_persecution = Norm(
    id="icpped-13-7-16-persecution",
    source=ICPPED.article("13(7)"),
    bears_on=(GRANT,),
    effect=Effect.MAY_REFUSE,
    kinds=("extradition",),
    bound=parties("ICPPED"),
    when=all_of(
        request.enforced_disappearance.yes,
        on_grounds("sex", "race", "religion", "nationality", "ethnic-origin", "political-opinion", "social-group"),
    ),
    standard="substantial grounds for believing (purpose or prejudice)",
    says={
        "en": "For the offence of enforced disappearance this treaty obliges nobody to extradite where the request"
        " serves to"
        " persecute, or would prejudice the person, on a protected ground.",
        "fr": "Pour le crime de disparition forcée, ce traité n'oblige pas à extrader si la demande vise à"
        " persécuter, ou risque"
        " de porter préjudice à la personne, pour un motif protégé.",
        "nl": "Voor het misdrijf gedwongen verdwijning verplicht dit verdrag niet tot uitlevering als het verzoek"
        " dient om op"
        " een beschermde grond te vervolgen of de persoon zou benadelen.",
    },
    note="The widest list of grounds of the treaties read.",
)

PACK = Pack(
    "un-disappearance",
    "Convention on Enforced Disappearance",
    (disappearance_persecution, disappearance),
)
