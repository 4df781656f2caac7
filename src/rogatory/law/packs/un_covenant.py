"""International Covenant on Civil and Political Rights (1966), with its Optional Protocols.

The text holds neither a bar on removal nor a rule that excludes evidence: both come from the Committee's practice.
"""

from datetime import date

from rogatory.law.acts import (
    ARREST,
    ASSISTING,
    EXTRADITION_KINDS,
    GRANT,
    HANDING_OVER,
    NOTICE_KINDS,
    OPEN_FILE,
    REPAIR,
    SURRENDER,
    TRANSIT,
    TRANSMIT,
    USE_EVIDENCE,
)
from rogatory.law.conditions import all_of, any_of
from rogatory.law.doctrine.ill_treatment import REAL_RISK
from rogatory.law.doctrine.persecution import PERSECUTION
from rogatory.law.norms import Effect, Norm, Unless, parties
from rogatory.law.packs import Pack
from rogatory.law.packs._shared import DEATH_PENALTY_CURE, EXTRADITION_OR_REMOVAL, TREATMENT_CURE
from rogatory.law.sources import HRC, Basis, Check, Instrument
from rogatory.law.vocabulary import material, notice, person, remedy, risk

ICCPR = Instrument("ICCPR", "International Covenant on Civil and Political Rights", "UNTS 999, 1966")
OPTIONAL_PROTOCOL = Instrument("ICCPR-OP1", "Optional Protocol to the ICCPR", "UNTS 999, 1966")
COMMENT_31 = HRC.judgment("General Comment 31", "CCPR/C/21/Rev.1/Add.13, 2004", "par. 12")
COMMENT_32 = HRC.judgment("General Comment 32", "CCPR/C/GC/32, 2007", "par. 41")
NG = HRC.judgment("Ng v. Canada", "469/1991, 5 November 1993", "par. 16.4")
KINDLER = HRC.judgment("Kindler v. Canada", "470/1991, 30 July 1993")
JUDGE = HRC.judgment("Judge v. Canada", "829/1998, 5 August 2003", "par. 10.4-10.6")
ALZERY = HRC.judgment("Alzery v. Sweden", "1416/2005, 25 October 2006", "par. 11.8")
MAKSUDOV = HRC.judgment("Maksudov and Others v. Kyrgyzstan", "1461, 1462, 1476 and 1477/2006, 16 July 2008")
GIRY = HRC.judgment("Giry v. Dominican Republic", "193/1985, 20 July 1990")
PIANDIONG = HRC.judgment("Piandiong and Others v. the Philippines", "869/1999, 19 October 2000")

_BOUND = parties("ICCPR")

removal = Norm(
    id="iccpr-7-14",
    source=ICCPR.article("7") + ICCPR.article("6") + COMMENT_31 + KINDLER + MAKSUDOV,
    bears_on=(*HANDING_OVER, TRANSIT),
    effect=Effect.FORBIDS,
    kinds=EXTRADITION_OR_REMOVAL,
    bound=_BOUND,
    when=REAL_RISK,
    cure=TREATMENT_CURE,
    basis=Basis.CASE_LAW,
    check=Check.PARTLY,
    standard="substantial grounds for a real risk of irreparable harm",
    says={
        "en": "Nobody is handed over where there is a real risk of irreparable harm: death, torture, cruel or inhuman"
        " treatment.",
        "fr": "Nul n'est remis s'il existe un risque réel de préjudice irréparable : mort, torture, traitement cruel ou"
        " inhumain.",
        "nl": "Niemand wordt overgeleverd wanneer een reëel risico op onherstelbare schade bestaat: dood, foltering,"
        " wrede"
        " of onmenselijke behandeling.",
    },
    note="Committee practice, not text. The general comments and the views were not read. Articles 6 and 7 cannot be"
    " derogated from. The test used is the one of the European Court.",
)

cruel_execution = Norm(
    id="iccpr-7-14-cruel-execution",
    source=ICCPR.article("7") + NG,
    bears_on=HANDING_OVER,
    effect=Effect.FORBIDS,
    kinds=EXTRADITION_OR_REMOVAL,
    bound=_BOUND,
    since=date(1993, 11, 5),
    when=all_of(risk.death_penalty.yes, risk.cruel_method.yes),
    cure=DEATH_PENALTY_CURE,
    basis=Basis.CASE_LAW,
    check=Check.GENERAL,
    standard="a foreseeable way of carrying out the sentence that is itself cruel",
    says={
        "en": "Nobody is handed over to a cruel way of carrying out a death sentence, whatever the requested state thinks"
        " of the penalty itself.",
        "fr": "Nul n'est livré à un mode cruel d'exécution de la peine capitale, quoi que l'État requis pense de la peine"
        " elle-même.",
        "nl": "Niemand wordt uitgeleverd aan een wrede wijze van terechtstelling, wat de aangezochte staat ook van de straf"
        " zelf vindt.",
    },
    note="The Committee looks at the method; long waiting alone it has judged more mildly than the European"
    " Court. The views were not re-read.",
)
death_penalty = Norm(
    id="iccpr-7-14-death-penalty",
    source=ICCPR.article("6(1)") + ICCPR.article("6(2)") + JUDGE,
    bears_on=HANDING_OVER,
    effect=Effect.REQUIRES,
    kinds=EXTRADITION_OR_REMOVAL,
    bound=_BOUND,
    since=date(2003, 8, 5),
    when=all_of(risk.death_penalty.yes, risk.abolished_here.yes),
    cure=DEATH_PENALTY_CURE,
    basis=Basis.CASE_LAW,
    check=Check.PARTLY,
    standard="the requested state has abolished the penalty; the law there allows it for the charge",
    says={
        "en": "A state that has abolished the death penalty hands nobody over to it without ensuring that it will"
        " not be"
        " carried out.",
        "fr": "Un État qui a aboli la peine de mort ne remet personne qui y serait exposé sans s'assurer qu'elle ne"
        " sera pas"
        " exécutée.",
        "nl": "Een staat die de doodstraf heeft afgeschaft, levert niemand daaraan over zonder te verzekeren dat zij"
        " niet"
        " wordt uitgevoerd.",
    },
    note="Changes the earlier practice (Kindler, 1993), under which the state could choose. Article 6(2) tolerates the"
    " penalty elsewhere; the Second Optional Protocol bans execution by its own parties. The views were not read.",
)

confession = Norm(
    id="iccpr-7-14-compelled-confession",
    source=ICCPR.article("14(3)(g)") + ICCPR.article("7") + COMMENT_32,
    bears_on=(USE_EVIDENCE,),
    effect=Effect.FORBIDS,
    bound=_BOUND,
    when=all_of(material.item_kind.is_("statement"), material.ill_treatment_origin.yes),
    unless=(
        Unless(
            id="against-the-torturer",
            when=material.against_torturer.yes,
            text="Used as evidence that the ill-treatment took place.",
        ),
    ),
    basis=Basis.CASE_LAW,
    check=Check.PARTLY,
    standard="made under compulsion; in the Committee's practice the state has to show that it was made freely",
    says={
        "en": "Nobody is compelled to confess, and a statement taken by ill-treatment is not relied on.",
        "fr": "Nul n'est forcé de s'avouer coupable, et une déclaration obtenue par de mauvais traitements n'est pas"
        " retenue.",
        "nl": "Niemand wordt gedwongen te bekennen, en op een door mishandeling verkregen verklaring wordt niet"
        " gesteund.",
    },
    note="The guarantee is text (read); that the evidence is excluded, and who must show what, comes from the general"
    " comment (not read).",
)

outside_procedure = Norm(
    id="iccpr-7-14-arbitrary-detention",
    source=ICCPR.article("9(1)") + ICCPR.article("13") + GIRY,
    bears_on=(GRANT, SURRENDER),
    effect=Effect.FORBIDS,
    kinds=EXTRADITION_KINDS,
    bound=_BOUND,
    when=remedy.outside_procedure.yes,
    check=Check.PARTLY,
    standard="grounds and procedure established by law",
    says={
        "en": "Nobody is deprived of liberty or handed over except on grounds and in a procedure established by law.",
        "fr": "Nul n'est privé de liberté ni remis, si ce n'est pour des motifs et selon une procédure prévus par la"
        " loi.",
        "nl": "Niemand wordt van zijn vrijheid beroofd of overgeleverd dan op wettelijke gronden en volgens een"
        " wettelijke"
        " procedure.",
    },
    note="Article 9 was read; the views were not.",
    lifts="a new decision in the procedure the law prescribes, open to challenge",
)

detention = Norm(
    id="iccpr-7-14-arbitrary-detention-review",
    source=ICCPR.article("9(1)") + ICCPR.article("9(4)"),
    bears_on=(ARREST,),
    effect=Effect.FORBIDS,
    kinds=("extradition", "removal", *NOTICE_KINDS),
    bound=_BOUND,
    when=notice.detention_not_diligent.yes,
    standard="not arbitrary; a court decides without delay",
    says={
        "en": "Detention that is not pursued with diligence, or that no court reviews without delay, ends.",
        "fr": "Une détention qui n'est pas conduite avec diligence, ou qu'aucun tribunal ne contrôle sans délai,"
        " prend fin.",
        "nl": "Een detentie die niet voortvarend verloopt of die geen rechter onverwijld toetst, eindigt.",
    },
)

compensation = Norm(
    id="iccpr-7-14-arbitrary-detention-compensation",
    source=ICCPR.article("9(5)"),
    bears_on=(REPAIR,),
    effect=Effect.ENTITLES,
    bound=_BOUND,
    when=remedy.harm_done.yes,
    standard="victim of unlawful arrest or detention",
    says={
        "en": "Whoever was unlawfully arrested or detained has an enforceable right to compensation.",
        "fr": "Quiconque a été arrêté ou détenu illégalement a droit à réparation.",
        "nl": "Wie onrechtmatig werd aangehouden of gedetineerd, heeft een afdwingbaar recht op schadeloosstelling.",
    },
    note="The vocabulary asks of any wrong a body has found; the article is about liberty.",
)

suspensive_remedy = Norm(
    id="iccpr-2-3-remedy-before-removal",
    source=ICCPR.article("2(3)") + ICCPR.article("7") + ALZERY + MAKSUDOV,
    bears_on=(SURRENDER,),
    effect=Effect.FORBIDS,
    kinds=EXTRADITION_OR_REMOVAL,
    bound=_BOUND,
    when=all_of(
        any_of(person.claim_arguable.yes, REAL_RISK),
        any_of(
            remedy.available.yes,
            remedy.not_suspensive.yes,
            remedy.person_not_notified.yes,
            remedy.pending.yes,
        ),
    ),
    basis=Basis.CASE_LAW,
    check=Check.GENERAL,
    standard="an arguable claim of irreparable harm; independent review before the act",
    says={
        "en": "An arguable claim of irreparable harm is reviewed independently before the handover, not after it.",
        "fr": "Un grief défendable de préjudice irréparable est contrôlé de façon indépendante avant la remise, et non"
        " après.",
        "nl": "Een verdedigbare grief over onherstelbare schade wordt vóór en niet na de overlevering onafhankelijk"
        " getoetst.",
    },
    note="Added to the catalogue for states outside the European Convention; the views were not read.",
    lifts="a decision on the remedy, given before the handover",
)

interim_measures = Norm(
    id="iccpr-op1-interim-measures",
    source=OPTIONAL_PROTOCOL.article("1") + PIANDIONG + MAKSUDOV,
    bears_on=(SURRENDER, TRANSMIT, OPEN_FILE),
    effect=Effect.FORBIDS,
    bound=parties("ICCPR-OP1"),
    since=date(2000, 10, 19),
    when=remedy.interim_measure.yes,
    basis=Basis.CASE_LAW,
    check=Check.GENERAL,
    standard="good faith: no act that would make the communication pointless",
    says={
        "en": "While the Human Rights Committee has asked to wait, the act is not done.",
        "fr": "Tant que le Comité des droits de l'homme a demandé de surseoir, l'acte n'est pas accompli.",
        "nl": "Zolang het VN-Mensenrechtencomité om uitstel heeft gevraagd, wordt de handeling niet verricht.",
    },
    note="The views were not read. The question does not say which body asked.",
    lifts="the end of the interim measure",
)

persecution_assistance = Norm(
    id="iccpr-17-26-persecution-assistance",
    source=ICCPR.article("17") + ICCPR.article("26") + ICCPR.article("19") + ICCPR.article("2(1)"),
    bears_on=(*ASSISTING, OPEN_FILE),
    effect=Effect.FORBIDS,
    kinds=("mla",),
    bound=_BOUND,
    when=PERSECUTION,
    basis=Basis.ANALOGY,
    check=Check.PARTLY,
    standard="substantial grounds, from converging facts that were not dispelled",
    says={
        "en": "An interference with privacy that serves to persecute is arbitrary and discriminatory: no help is"
        " given to"
        " it.",
        "fr": "Une immixtion dans la vie privée qui sert à persécuter est arbitraire et discriminatoire : aucune"
        " aide ne lui"
        " est apportée.",
        "nl": "Een inmenging in het privéleven die tot vervolging om verboden redenen dient, is willekeurig en"
        " discriminerend: daaraan wordt niet meegewerkt.",
    },
    note="Inference: the Covenant has no clause on assistance, and no view was found. Its list of grounds is open.",
    lifts="a point-by-point examination on current material that dispels the claim",
)

persecution_surrender = Norm(
    id="iccpr-9-26-persecution-surrender",
    source=ICCPR.article("9(1)") + ICCPR.article("26") + ICCPR.article("19") + ICCPR.article("2(1)"),
    bears_on=(*HANDING_OVER, TRANSIT),
    effect=Effect.FORBIDS,
    kinds=EXTRADITION_OR_REMOVAL,
    bound=_BOUND,
    when=PERSECUTION,
    basis=Basis.ANALOGY,
    check=Check.PARTLY,
    standard="substantial grounds, from converging facts that were not dispelled",
    says={
        "en": "To hand somebody over for their opinion, origin or belief is arbitrary and discriminatory.",
        "fr": "Remettre quelqu'un en raison de ses opinions, de son origine ou de ses convictions est arbitraire et"
        " discriminatoire.",
        "nl": "Iemand overleveren wegens mening, afkomst of overtuiging is willekeurig en discriminerend.",
    },
    note="Inference: detention for peaceful expression is arbitrary in the Committee's practice; that handing over into it"
    " is barred is our step.",
    lifts="a point-by-point examination on current material that dispels the claim",
)

PACK = Pack(
    "un-covenant",
    "International Covenant on Civil and Political Rights",
    (
        suspensive_remedy,
        cruel_execution,
        death_penalty,
        removal,
        outside_procedure,
        detention,
        compensation,
        persecution_surrender,
        confession,
        persecution_assistance,
        interim_measures,
    ),
)
