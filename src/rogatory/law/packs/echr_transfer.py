"""European Convention on Human Rights: contesting assistance, and what may leave (Article 8)."""

from datetime import date

from rogatory.law.acts import ADMIT_OFFICIALS, ASSISTANCE_KINDS, ASSISTING, EXECUTE, OPEN_FILE, TRANSMIT
from rogatory.law.conditions import ALWAYS
from rogatory.law.norms import ECHR_STATES, Cure, Effect, Norm
from rogatory.law.packs import Pack
from rogatory.law.packs._shared import ECHR
from rogatory.law.sources import ECTHR, Basis
from rogatory.law.vocabulary import hearing, material, measure, remedy

MN = ECTHR.judgment("M.N. and Others v. San Marino", "28005/12, 7 July 2015", "par. 51-55, 73-85")
SOMMER = ECTHR.judgment("Sommer v. Germany", "73607/13, 27 April 2017", "par. 48, 56-59")
KRUGLOV_REVIEW = ECTHR.judgment("Kruglov and Others v. Russia", "11264/04 and 15 others", "par. 134-135")
CENTRUM = ECTHR.judgment("Centrum för rättvisa v. Sweden", "35252/08, 25 May 2021 (GC)", "par. 276, 326-330")
BIG_BROTHER_WATCH = ECTHR.judgment(
    "Big Brother Watch and Others v. the United Kingdom",
    "58170/13, 62322/14 and 24960/15, 25 May 2021 (GC)",
    "par. 361-362",
)
_SENDING = date(2021, 5, 25)

measure_remedy = Norm(
    id="echr-8-mla-measure-remedy",
    source=ECHR.article("8") + MN + KRUGLOV_REVIEW,
    bears_on=(*ASSISTING, OPEN_FILE),
    effect=Effect.FORBIDS,
    kinds=ASSISTANCE_KINDS,
    bound=ECHR_STATES,
    since=date(2015, 7, 7),
    when=remedy.available.yes,
    basis=Basis.CASE_LAW,
    standard="effective control by a court for anyone the measure touches, charged or not",
    says={
        "en": "Whoever a measure touches, charged or not, can have it controlled by a court; where no such remedy"
        " exists"
        " nothing is sent.",
        "fr": "Toute personne touchée par une mesure, poursuivie ou non, peut la faire contrôler par un juge ; à"
        " défaut de"
        " tel recours, rien n'est transmis.",
        "nl": "Wie door een maatregel wordt geraakt, vervolgd of niet, kan hem door een rechter laten toetsen;"
        " bestaat dat"
        " rechtsmiddel niet, dan wordt niets doorgegeven.",
    },
    note="The judgment found a breach in the missing remedy; that nothing leaves meanwhile follows because disclosure"
    " cannot be undone (Sommer par. 57).",
    lifts="a remedy before a court, with standing for the person touched",
)

measure_remedy_right = Norm(
    id="echr-8-mla-measure-remedy-right",
    source=ECHR.article("8") + MN + KRUGLOV_REVIEW,
    bears_on=(EXECUTE, TRANSMIT),
    effect=Effect.ENTITLES,
    kinds=ASSISTANCE_KINDS,
    bound=ECHR_STATES,
    since=date(2015, 7, 7),
    when=ALWAYS,
    basis=Basis.CASE_LAW,
    says={
        "en": "The person touched may contest copying, keeping and passing on, is heard in the review, and does not"
        " lose"
        " it because the file moves to another stage.",
        "fr": "La personne touchée peut contester la copie, la conservation et la transmission, est entendue lors du"
        " contrôle et ne le perd pas parce que le dossier change de stade.",
        "nl": "De geraakte persoon kan het kopiëren, bewaren en doorgeven betwisten, wordt bij de toetsing gehoord en"
        " verliest die niet doordat het dossier in een andere fase komt.",
    },
    note="Notice may be delayed for the investigation; it may not be abolished.",
)

weighing = Norm(
    id="echr-8-transfer-abroad",
    source=ECHR.article("8") + CENTRUM,
    bears_on=(TRANSMIT,),
    effect=Effect.REQUIRES,
    kinds=ASSISTANCE_KINDS,
    bound=ECHR_STATES,
    since=_SENDING,
    when=ALWAYS,
    cure=Cure(
        met=material.strict_necessity.yes,
        obtain="necessity, proportionality and the effect on privacy are weighed and recorded before anything is sent",
    ),
    basis=Basis.ANALOGY,
    standard="weighed before sending; later inspections do not make up for it",
    says={
        "en": "Sending is an interference of its own: necessity, proportionality and privacy are weighed first.",
        "fr": "La transmission est une ingérence distincte : nécessité, proportionnalité et vie privée sont d'abord"
        " mises en"
        " balance.",
        "nl": "Doorgeven is een inmenging op zich: noodzaak, evenredigheid en privéleven worden eerst afgewogen.",
    },
    note="Decided for bulk interception and carried over to judicial transfers. Equal protection abroad and an assurance"
    " for each transfer are not asked by the Court.",
)

recipient = Norm(
    id="echr-8-transfer-abroad-recipient",
    source=ECHR.article("8") + BIG_BROTHER_WATCH + CENTRUM,
    bears_on=(TRANSMIT,),
    effect=Effect.REQUIRES,
    kinds=ASSISTANCE_KINDS,
    bound=ECHR_STATES,
    since=_SENDING,
    when=ALWAYS,
    cure=Cure(
        met=material.recipient_safe.yes,
        obtain="the recipient stores the material securely and may not pass it on freely",
        keep="storage and onward limits stand in the accompanying conditions",
    ),
    basis=Basis.ANALOGY,
    standard="at least secure storage and limits on passing on",
    says={
        "en": "The recipient must at least store the material securely and be limited in passing it on.",
        "fr": "Le destinataire doit au moins conserver les données en sécurité et être limité dans leur divulgation.",
        "nl": "De ontvanger moet het materiaal ten minste veilig bewaren en mag het niet vrij doorgeven.",
    },
    note="As for the weighing.",
)

in_law = Norm(
    id="echr-8-transfer-abroad-law",
    source=ECHR.article("8") + BIG_BROTHER_WATCH + CENTRUM,
    bears_on=(TRANSMIT,),
    effect=Effect.FORBIDS,
    kinds=ASSISTANCE_KINDS,
    bound=ECHR_STATES,
    since=_SENDING,
    when=material.circumstances_in_law.no,
    basis=Basis.ANALOGY,
    standard="the circumstances in which material may be transferred are set out in domestic law",
    says={
        "en": "Nothing is sent where the law of the requested state does not say in which circumstances it may be.",
        "fr": "Rien n'est transmis si le droit de l'État requis n'indique pas dans quelles circonstances cela se peut.",
        "nl": "Niets wordt doorgegeven als het recht van de aangezochte staat niet zegt in welke omstandigheden dat"
        " mag.",
    },
    note="As for the weighing.",
)

control = Norm(
    id="echr-8-transfer-abroad-control",
    source=ECHR.article("8") + BIG_BROTHER_WATCH + CENTRUM,
    bears_on=(TRANSMIT,),
    effect=Effect.REQUIRES,
    kinds=ASSISTANCE_KINDS,
    bound=ECHR_STATES,
    since=_SENDING,
    when=ALWAYS,
    cure=Cure(
        met=material.independent_control.yes,
        obtain="a judge, or an authority outside the investigation, controls the transfer",
    ),
    basis=Basis.ANALOGY,
    standard="independent control of the transfer itself",
    says={
        "en": "The transfer is controlled by somebody independent of the investigation.",
        "fr": "La transmission est contrôlée par une autorité indépendante de l'enquête.",
        "nl": "De doorgifte wordt gecontroleerd door iemand die onafhankelijk is van het onderzoek.",
    },
    note="As for the weighing.",
)

disclosure = Norm(
    id="echr-8-disclosure-cannot-be-undone",
    source=ECHR.article("8") + SOMMER + MN,
    bears_on=(OPEN_FILE,),
    effect=Effect.FORBIDS,
    kinds=ASSISTANCE_KINDS,
    bound=ECHR_STATES,
    since=date(2017, 4, 27),
    when=hearing.file_contains_uncleared.yes,
    basis=Basis.CASE_LAW,
    standard="broad collection is offset by safeguards before others can read it",
    says={
        "en": "A file that holds material nobody has cleared is not opened to others: closing it later repairs"
        " nothing.",
        "fr": "Un dossier qui contient des éléments non libérés n'est pas ouvert à des tiers : le refermer plus tard ne"
        " répare rien.",
        "nl": "Een dossier met niet-vrijgegeven materiaal wordt niet voor anderen geopend: later sluiten herstelt"
        " niets.",
    },
    note="Decided on a lawyer's professional bank data; credible suspicion that the lawyer took part is the exception."
    " For other material the reasoning is carried over.",
    lifts="every item in the file is cleared, or taken out",
)

officials_see = Norm(
    id="echr-8-disclosure-cannot-be-undone-officials",
    source=ECHR.article("8") + SOMMER,
    bears_on=(ADMIT_OFFICIALS,),
    effect=Effect.FORBIDS,
    kinds=ASSISTANCE_KINDS,
    bound=ECHR_STATES,
    since=date(2017, 4, 27),
    when=measure.officials_see.yes,
    basis=Basis.ANALOGY,
    standard="making available to others is an interference of its own",
    says={
        "en": "Foreign officials are not placed where they see or hear what nobody has cleared.",
        "fr": "Des agents étrangers ne sont pas placés là où ils voient ou entendent ce que nul n'a libéré.",
        "nl": "Buitenlandse ambtenaren worden niet daar geplaatst waar zij zien of horen wat niemand heeft"
        " vrijgegeven.",
    },
    note="To be in the room during a search is to be shown the papers; inference from the rule on files.",
    lifts="an arrangement that keeps uncleared material out of their sight and hearing",
)

PACK = Pack(
    "echr-transfer",
    "European Convention on Human Rights: contesting assistance, and what may leave",
    (
        measure_remedy,
        measure_remedy_right,
        weighing,
        recipient,
        in_law,
        control,
        disclosure,
        officials_see,
    ),
)
