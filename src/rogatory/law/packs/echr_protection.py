"""European Convention on Human Rights: a request with a hidden purpose, and the person pursued across borders."""

from datetime import date

from rogatory.law.acts import (
    ADMIT_OFFICIALS,
    ASSISTANCE_KINDS,
    ASSISTING,
    CLEAR_ITEM,
    HANDING_OVER,
    INTERVIEW,
    INVESTIGATE_REPRESSION,
    OPEN_FILE,
    PROTECT,
    TRANSIT,
)
from rogatory.law.doctrine.persecution import PERSECUTION
from rogatory.law.norms import ECHR_STATES, Effect, Norm
from rogatory.law.packs import Pack
from rogatory.law.packs._shared import ECHR, EXTRADITION_OR_REMOVAL
from rogatory.law.sources import ECTHR, Basis, Check
from rogatory.law.vocabulary import measure, remedy

MAMMADOV = ECTHR.judgment("Ilgar Mammadov v. Azerbaijan", "15172/13, 22 May 2014")
MERABISHVILI = ECTHR.judgment("Merabishvili v. Georgia", "72508/13, 28 November 2017 (GC)", "par. 282-317")
SAVRIDDIN = ECTHR.judgment("Savriddin Dzhurayev v. Russia", "71386/10, 25 April 2013")

ulterior_purpose = Norm(
    id="echr-18-ulterior-purpose",
    source=ECHR.article("8(2)") + ECHR.article("18") + MERABISHVILI + MAMMADOV,
    bears_on=(*ASSISTING, OPEN_FILE, ADMIT_OFFICIALS, INTERVIEW, CLEAR_ITEM),
    effect=Effect.FORBIDS,
    kinds=("mla",),
    bound=ECHR_STATES,
    when=PERSECUTION,
    basis=Basis.ANALOGY,
    standard="substantial grounds, from converging facts that were not dispelled; tested anew at every act",
    says={
        "en": "An interference with private life that serves to persecute pursues no legitimate aim: no help is"
        " given to"
        " it, at whatever step the purpose shows.",
        "fr": "Une ingérence dans la vie privée qui sert à persécuter ne poursuit aucun but légitime : aucune aide"
        " ne lui"
        " est apportée, à quelque stade que ce but apparaisse.",
        "nl": "Een inmenging in het privéleven die tot vervolging om verboden redenen dient, heeft geen legitiem doel:"
        " daaraan wordt niet meegewerkt, in welk stadium dat doel ook blijkt.",
    },
    note="The Convention has no clause on persecution. Article 18 binds a state for its own aims and asks that the hidden"
    " aim predominate; here it is a method, and the standard is that of the treaty clauses. No judgment was found on"
    " refusing evidence for this reason. Refusals elsewhere and deleted notices are context, not proof.",
    lifts="a point-by-point examination on current material that dispels the claim",
)

ulterior_purpose_surrender = Norm(
    id="echr-18-ulterior-purpose-surrender",
    source=ECHR.article("5(1)(f)") + ECHR.article("18") + MERABISHVILI + MAMMADOV,
    bears_on=(*HANDING_OVER, TRANSIT),
    effect=Effect.FORBIDS,
    kinds=EXTRADITION_OR_REMOVAL,
    bound=ECHR_STATES,
    when=PERSECUTION,
    basis=Basis.ANALOGY,
    standard="substantial grounds, from converging facts that were not dispelled; tested anew at every act",
    says={
        "en": "Liberty is not taken, and nobody handed over, in the service of a pursuit for opinion, origin or"
        " belief.",
        "fr": "Nul n'est privé de liberté ni remis au service de poursuites visant des opinions, une origine ou une"
        " conviction.",
        "nl": "Niemand wordt van de vrijheid beroofd of overgeleverd ten dienste van een vervolging om mening,"
        " afkomst of"
        " overtuiging.",
    },
    note="As for assistance. The clauses of the extradition treaties are norms of their own and never ask for"
    " predominance.",
    lifts="a point-by-point examination on current material that dispels the claim",
)

investigate = Norm(
    id="echr-3-protect-and-investigate-tnr",
    source=ECHR.article("3") + ECHR.article("8") + SAVRIDDIN,
    bears_on=(INVESTIGATE_REPRESSION,),
    effect=Effect.OBLIGES,
    bound=ECHR_STATES,
    since=date(2013, 4, 25),
    when=remedy.repression_alleged.yes,
    fulfilled=remedy.repression_investigated.yes,
    basis=Basis.CASE_LAW,
    standard="effective; refusals quashed in series do not count",
    says={
        "en": "The state investigates for real an attack, abduction, threat or surveillance from abroad.",
        "fr": "L'État enquête effectivement sur une agression, un enlèvement, des menaces ou une surveillance venus de"
        " l'étranger.",
        "nl": "De staat onderzoekt werkelijk een aanval, ontvoering, bedreiging of bewaking vanuit het buitenland.",
    },
    note="Decided for an abduction; wider use is an inference.",
)

protect = Norm(
    id="echr-3-protect-and-investigate-tnr-protection",
    source=ECHR.article("2") + ECHR.article("3") + ECHR.article("46") + SAVRIDDIN,
    bears_on=(PROTECT,),
    effect=Effect.OBLIGES,
    bound=ECHR_STATES,
    since=date(2013, 4, 25),
    when=remedy.repression_alleged.yes,
    fulfilled=remedy.protection_plan.yes,
    basis=Basis.CASE_LAW,
    standard="the authorities knew or should have known of a real and immediate risk",
    says={
        "en": "The host state protects a person it knows to be at risk of being taken, and keeps working for that"
        " person"
        " after a transfer.",
        "fr": "L'État d'accueil protège la personne qu'il sait menacée d'enlèvement et continue d'agir pour elle"
        " après un"
        " transfert.",
        "nl": "De gaststaat beschermt wie naar zijn weten ontvoering dreigt, en blijft zich na een overbrenging voor"
        " die"
        " persoon inzetten.",
    },
)

officials = Norm(
    id="echr-8-officials-of-the-pursuing-state",
    source=ECHR.article("8") + ECHR.article("3") + SAVRIDDIN,
    bears_on=(ADMIT_OFFICIALS,),
    effect=Effect.FORBIDS,
    kinds=ASSISTANCE_KINDS,
    bound=ECHR_STATES,
    when=measure.officials_risk.yes,
    basis=Basis.ANALOGY,
    check=Check.PARTLY,
    standard="known risk to the person from that state",
    says={
        "en": "Officials of a state from which the person is at risk are not led to that person or into that home.",
        "fr": "Les agents d'un État dont la personne a à craindre ne sont pas conduits auprès d'elle ni à son"
        " domicile.",
        "nl": "Ambtenaren van een staat van wie de persoon gevaar te duchten heeft, worden niet bij die persoon of"
        " in de"
        " woning gebracht.",
    },
    note="Added to the catalogue: inferred from the duty to protect a person known to be at risk.",
    lifts="execution by the requested state's own officers alone",
)

PACK = Pack(
    "echr-protection",
    "European Convention on Human Rights: hidden purpose, protection and investigation",
    (investigate, protect, officials, ulterior_purpose, ulterior_purpose_surrender),
)
