"""European Convention on Human Rights: lawyers, legal advisers and privileged material (Article 8)."""

from datetime import date

from rogatory.law.acts import (
    ASSISTANCE_KINDS,
    CLEAR_ITEM,
    EXECUTE,
    READ_ITEM,
    RETAIN_ITEM,
    TRANSMIT,
)
from rogatory.law.conditions import all_of, any_of
from rogatory.law.doctrine.privilege import (
    INDEPENDENTLY_SIFTED,
    KRUGLOV,
    LEGAL_WORK,
    MOCULSKIS,
    PRIVILEGED,
    QUALIFIED_OBSERVER,
    WIESER,
)
from rogatory.law.norms import ECHR_STATES, Cure, Effect, Norm
from rogatory.law.packs import Pack
from rogatory.law.packs._shared import ECHR
from rogatory.law.sources import ECTHR, Basis
from rogatory.law.vocabulary import material, measure

NIEMIETZ = ECTHR.judgment("Niemietz v. Germany", "13710/88, 16 December 1992", "par. 37")
SALLINEN = ECTHR.judgment("Sallinen and Others v. Finland", "50882/99, 27 September 2005")
ROBATHIN = ECTHR.judgment("Robathin v. Austria", "30457/06, 3 July 2012", "par. 44-52")
KIRDOK = ECTHR.judgment("Kırdök and Others v. Turkey", "14704/12, 3 December 2019", "par. 36-37")
SARGAVA = ECTHR.judgment("Särgava v. Estonia", "698/19, 16 November 2021")
SABER = ECTHR.judgment("Saber v. Norway", "459/18, 17 December 2020")
_NON_BAR = ECTHR.judgment("Kruglov and Others v. Russia", "11264/04 and 15 others, 4 February 2020", "par. 137")

_SEARCHING = measure.type_.is_("search", "seizure", "documents", "bank-data", "interception")

premises = Norm(
    id="echr-8-lawyer-premises",
    source=ECHR.article("8") + WIESER + ROBATHIN + MOCULSKIS + KRUGLOV + NIEMIETZ,
    bears_on=(EXECUTE,),
    effect=Effect.REQUIRES,
    kinds=ASSISTANCE_KINDS,
    bound=ECHR_STATES,
    since=date(2007, 10, 16),
    when=all_of(LEGAL_WORK, measure.type_.is_("search", "seizure")),
    cure=Cure(
        met=QUALIFIED_OBSERVER,
        obtain="a representative of the bar, a judge or independent counsel attends the whole measure, paper and data",
        keep="the observer's remarks are recorded and objects are sealed on objection until a judge decides",
    ),
    basis=Basis.CASE_LAW,
    standard="the authorities know, or could know, that the holder practises law; the holder's silence is irrelevant",
    says={
        "en": "Where legal work is touched, somebody able to recognise privileged material and independent of the"
        " investigation attends; a list is made, and what is objected to is sealed.",
        "fr": "Lorsqu'une activité juridique est touchée, une personne indépendante de l'enquête et capable de"
        " reconnaître"
        " le secret professionnel assiste ; une liste est dressée et ce qui est contesté est mis sous scellés.",
        "nl": "Waar juridisch werk wordt geraakt, is iemand aanwezig die onafhankelijk is van het onderzoek en het"
        " beroepsgeheim kan herkennen; er wordt een lijst gemaakt en wat betwist is, wordt verzegeld.",
    },
    note="Lay witnesses do not count. Other safeguards may do the same work (Močuļskis par. 51). Homes, telephones and"
    " data used for legal work are covered. Credible suspicion against the lawyer lifts privilege over the papers"
    " concerned, not the safeguards.",
)

sealing = Norm(
    id="echr-8-lawyer-premises-sealing",
    source=ECHR.article("8") + WIESER + ROBATHIN,
    bears_on=(READ_ITEM, CLEAR_ITEM, TRANSMIT),
    effect=Effect.FORBIDS,
    kinds=ASSISTANCE_KINDS,
    bound=ECHR_STATES,
    since=date(2007, 10, 16),
    when=all_of(LEGAL_WORK, measure.sealing.yes),
    cure=Cure(
        met=INDEPENDENTLY_SIFTED,
        obtain="the material is listed, sealed, and sifted by a judge or an independent person",
    ),
    basis=Basis.CASE_LAW,
    standard="a report of what was taken, and sealing on objection",
    says={
        "en": "Material of a lawyer taken without a list, or not sealed on objection, is neither read nor sent until it"
        " has been sifted independently.",
        "fr": "Les documents d'un avocat saisis sans inventaire, ou non scellés malgré l'objection, ne sont ni lus ni"
        " transmis avant un tri indépendant.",
        "nl": "Materiaal van een advocaat dat zonder lijst of ondanks bezwaar onverzegeld werd meegenomen, wordt niet"
        " gelezen of doorgegeven vóór een onafhankelijke schifting.",
    },
    note="In the leading case paper was screened and data were not: a safeguard kept for part is missing for the rest.",
)

non_bar_advisers = Norm(
    id="echr-8-non-bar-advisers",
    source=ECHR.article("8") + _NON_BAR,
    bears_on=(EXECUTE, READ_ITEM),
    effect=Effect.FORBIDS,
    kinds=ASSISTANCE_KINDS,
    bound=ECHR_STATES,
    since=date(2020, 2, 4),
    when=all_of(LEGAL_WORK, _SEARCHING, measure.observer.is_("none"), measure.sealing.yes),
    basis=Basis.CASE_LAW,
    standard="some safeguard is due; the level may differ from the bar's",
    says={
        "en": "The clients of an adviser outside the bar are not left without any safeguard at all.",
        "fr": "Les clients d'un conseil qui n'est pas membre du barreau ne sont pas laissés sans aucune garantie.",
        "nl": "De cliënten van een raadgever die geen lid is van de balie blijven niet zonder enige waarborg.",
    },
    note="It supports, and does not decide, the case of a lawyer admitted abroad.",
    lifts="an observer, or a list and sealing with a judge's decision",
)

sift = Norm(
    id="echr-8-privilege-sift-and-return",
    source=ECHR.article("8") + SALLINEN + KIRDOK + SARGAVA + SABER + MOCULSKIS,
    bears_on=(READ_ITEM, CLEAR_ITEM),
    effect=Effect.FORBIDS,
    kinds=ASSISTANCE_KINDS,
    bound=ECHR_STATES,
    when=any_of(PRIVILEGED, LEGAL_WORK),
    cure=Cure(
        met=INDEPENDENTLY_SIFTED,
        obtain="a sift fixed in advance, done by a judge or a person independent of the investigation",
    ),
    basis=Basis.CASE_LAW,
    standard="a foreseeable procedure that separates privileged data, outside the investigating team",
    says={
        "en": "What is or may be privileged is read and cleared only after a sift fixed in advance by somebody outside"
        " the investigation.",
        "fr": "Ce qui est ou peut être couvert par le secret n'est lu et libéré qu'après un tri fixé d'avance et"
        " confié à"
        " une personne étrangère à l'enquête.",
        "nl": "Wat onder het beroepsgeheim valt of kan vallen, wordt pas gelezen en vrijgegeven na een vooraf bepaalde"
        " schifting door iemand buiten het onderzoek.",
    },
    note="Keywords chosen by the investigators are no sift. Protection follows the communication, not the role of its"
    " owner. What comes from legal work is sifted even where nobody has claimed privilege.",
)

privileged_stays_out = Norm(
    id="echr-8-privilege-sift-and-return-confirmed",
    source=ECHR.article("8") + NIEMIETZ + KIRDOK + SABER,
    bears_on=(READ_ITEM, CLEAR_ITEM),
    effect=Effect.FORBIDS,
    kinds=ASSISTANCE_KINDS,
    bound=ECHR_STATES,
    when=material.privilege.is_("confirmed"),
    basis=Basis.CASE_LAW,
    standard="privilege confirmed and no exception ordered by a judge",
    says={
        "en": "A privileged item is neither read nor cleared: it goes back.",
        "fr": "Une pièce couverte par le secret n'est ni lue ni libérée : elle est restituée.",
        "nl": "Een stuk dat onder het beroepsgeheim valt, wordt niet gelezen of vrijgegeven: het gaat terug.",
    },
    note="A judge's exception for papers on the lawyer's own offence is recorded by answering that the item is not"
    " privileged.",
)

retention = Norm(
    id="echr-8-privilege-sift-and-return-retention",
    source=ECHR.article("8") + KIRDOK + MOCULSKIS,
    bears_on=(RETAIN_ITEM,),
    effect=Effect.FORBIDS,
    kinds=ASSISTANCE_KINDS,
    bound=ECHR_STATES,
    since=date(2019, 12, 3),
    when=all_of(material.kept_without_reason.yes, any_of(PRIVILEGED, LEGAL_WORK)),
    basis=Basis.CASE_LAW,
    standard="storing a copy is an interference even if nobody opens it",
    says={
        "en": "A copy of a lawyer's data is kept only with a recorded reason and a date for review.",
        "fr": "Une copie des données d'un avocat n'est conservée qu'avec un motif consigné et une date de réexamen.",
        "nl": "Een kopie van de gegevens van een advocaat wordt alleen bijgehouden met een vastgelegde reden en een"
        " datum"
        " voor herziening.",
    },
    lifts="a recorded reason and a review date, or return",
)

PACK = Pack(
    "echr-lawyers",
    "European Convention on Human Rights: lawyers and privileged material",
    (premises, sealing, non_bar_advisers, sift, privileged_stays_out, retention),
)
