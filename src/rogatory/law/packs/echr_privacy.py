"""European Convention on Human Rights: interviews, searches and property under a foreign request (Arts 6, 8; P1-1)."""

from datetime import date

from rogatory.law.acts import ASSISTANCE_KINDS, ASSISTING, CLEAR_ITEM, EXECUTE, INTERVIEW, RETAIN_ITEM, TRANSMIT
from rogatory.law.conditions import all_of
from rogatory.law.doctrine.privilege import KRUGLOV
from rogatory.law.norms import ECHR_STATES, Effect, Norm, Unless, parties
from rogatory.law.packs import Pack
from rogatory.law.packs._shared import ECHR, ECHR_P1
from rogatory.law.sources import ECTHR, Basis, Check
from rogatory.law.vocabulary import material, measure

STOJKOVIC = ECTHR.judgment("Stojkovic v. France and Belgium", "25303/08, 27 October 2011")
IBRAHIM = ECTHR.judgment("Ibrahim and Others v. the United Kingdom", "50541/08, 13 September 2016 (GC)")
SMIRNOV = ECTHR.judgment("Smirnov v. Russia", "71362/01, 7 June 2007")
BUCK = ECTHR.judgment("Buck v. Germany", "41604/98, 28 April 2005", "par. 44-48")
VINKS = ECTHR.judgment("Vinks and Ribicka v. Latvia", "28926/10, 30 January 2020", "par. 101-104")
ROBATHIN = ECTHR.judgment("Robathin v. Austria", "30457/06, 3 July 2012", "par. 44-52")
VISY = ECTHR.judgment("Visy v. Slovakia", "70288/13, 16 October 2018")
_KRUGLOV_DEVICES = ECTHR.judgment("Kruglov and Others v. Russia", "11264/04 and 15 others", "par. 139-146")

_SUSPECT = measure.interview_role.is_("suspect")

interview_lawyer = Norm(
    id="echr-6-interview-under-letter-of-request",
    source=ECHR.article("6(1)") + ECHR.article("6(3)(c)") + STOJKOVIC,
    bears_on=(INTERVIEW,),
    effect=Effect.FORBIDS,
    kinds=ASSISTANCE_KINDS,
    bound=ECHR_STATES,
    since=date(2011, 10, 27),
    when=all_of(measure.interview_no_lawyer.yes, _SUSPECT),
    unless=(
        Unless(
            id="informed-waiver",
            when=measure.interview_waiver.yes,
            text="The person knowingly and expressly waived the lawyer.",
        ),
    ),
    basis=Basis.CASE_LAW,
    standard="the person is a suspect in substance, whatever the label",
    says={
        "en": "No suspect is questioned on a letter of request without a lawyer or an informed waiver, whoever asked"
        " and"
        " whatever the request says.",
        "fr": "Aucun suspect n'est interrogé sur commission rogatoire sans avocat ou sans renonciation éclairée,"
        " quels que"
        " soient l'auteur et les termes de la demande.",
        "nl": "Geen verdachte wordt op een rogatoire commissie verhoord zonder advocaat of weloverwogen afstand, wie"
        " het"
        " ook vraagt en wat het verzoek ook zegt.",
    },
    note="The complaint against the executing state failed on the time limit, not on responsibility. The requesting state"
    " must also repair a defect.",
    lifts="a lawyer, or an informed waiver on record",
)

interview_rights = Norm(
    id="echr-6-interview-under-letter-of-request-rights",
    source=ECHR.article("6(1)") + ECHR.article("6(3)") + STOJKOVIC + IBRAHIM,
    bears_on=(INTERVIEW,),
    effect=Effect.FORBIDS,
    kinds=ASSISTANCE_KINDS,
    bound=ECHR_STATES,
    since=date(2016, 9, 13),
    when=all_of(measure.interview_no_rights.yes, _SUSPECT),
    basis=Basis.CASE_LAW,
    check=Check.GENERAL,
    says={
        "en": "Foreign questions are put to a suspect only after notice of the rights, in a language understood.",
        "fr": "Des questions étrangères ne sont posées à un suspect qu'après notification de ses droits dans une langue"
        " qu'il comprend.",
        "nl": "Buitenlandse vragen worden een verdachte pas gesteld na kennisgeving van de rechten in een begrepen"
        " taal.",
    },
    note="Added to the catalogue; Ibrahim was not read.",
    lifts="notice of the rights",
)

search_order = Norm(
    id="echr-8-search-legality-proportionality",
    source=ECHR.article("8") + SMIRNOV + BUCK + VINKS + ROBATHIN,
    bears_on=(EXECUTE, TRANSMIT),
    effect=Effect.FORBIDS,
    kinds=ASSISTANCE_KINDS,
    bound=ECHR_STATES,
    when=measure.suspicion.yes,
    basis=Basis.CASE_LAW,
    standard="reasons, limits, suspicion at the time of the order, and a place that can hold evidence",
    says={
        "en": "A foreign request gives no wider powers than a domestic case: the order is reasoned and limited, and"
        " asks"
        " whether this place can hold evidence.",
        "fr": "Une demande étrangère ne donne pas plus de pouvoirs qu'une affaire interne : l'ordre est motivé,"
        " limité, et"
        " vérifie que ce lieu peut contenir des preuves.",
        "nl": "Een buitenlands verzoek geeft geen ruimere bevoegdheden dan een binnenlandse zaak: het bevel is"
        " gemotiveerd"
        " en beperkt, en gaat na of deze plaats bewijs kan bevatten.",
    },
    note="A judge's signature alone is not enough. A measure that works like a search is a search. What was taken under"
    " such an order is not sent either.",
    lifts="a new order that meets the criteria",
)

search_judge = Norm(
    id="echr-8-search-legality-proportionality-judge",
    source=ECHR.article("8") + SMIRNOV + VISY,
    bears_on=(EXECUTE, TRANSMIT),
    effect=Effect.FORBIDS,
    kinds=ASSISTANCE_KINDS,
    bound=ECHR_STATES,
    when=measure.judge_involved.yes,
    basis=Basis.CASE_LAW,
    standard="a judge before, or full review by a court after",
    says={
        "en": "No search or seizure stands without a judge before it or a real review by a court after it.",
        "fr": "Aucune perquisition ni saisie ne tient sans juge avant ou sans véritable contrôle judiciaire après.",
        "nl": "Geen zoeking of beslag houdt stand zonder rechter vooraf of echte rechterlijke toetsing achteraf.",
    },
    note="In urgency the control may follow.",
    lifts="review by a court",
)

search_scope = Norm(
    id="echr-8-search-legality-proportionality-scope",
    source=ECHR.article("8") + ROBATHIN + BUCK,
    bears_on=ASSISTING,
    effect=Effect.FORBIDS,
    kinds=ASSISTANCE_KINDS,
    bound=ECHR_STATES,
    when=measure.excessive.yes,
    unless=(
        Unless(
            id="particular-reasons",
            when=measure.exceeds_reasons.yes,
            text="Particular reasons are recorded for going beyond the named matter (Robathin par. 52).",
        ),
    ),
    basis=Basis.CASE_LAW,
    standard="necessary and proportionate to the named matter",
    says={
        "en": "What is indiscriminate, or goes beyond what the named matter needs, is not granted, taken or sent.",
        "fr": "Ce qui est indifférencié, ou dépasse les besoins de l'affaire désignée, n'est ni accordé, ni saisi, ni"
        " transmis.",
        "nl": "Wat ongericht is of verder gaat dan de genoemde zaak vereist, wordt niet toegestaan, in beslag"
        " genomen of"
        " doorgegeven.",
    },
    note="Third-party premises and petty offences weigh heavily against a search.",
    lifts="the measure is narrowed to what the named matter needs",
)

search_annulled = Norm(
    id="echr-8-search-legality-proportionality-repeated",
    source=ECHR.article("8") + VISY,
    bears_on=ASSISTING,
    effect=Effect.FORBIDS,
    kinds=ASSISTANCE_KINDS,
    bound=ECHR_STATES,
    since=date(2018, 10, 16),
    when=measure.earlier_annulled.yes,
    basis=Basis.CASE_LAW,
    standard="safeguards against arbitrariness",
    says={
        "en": "What a court found unlawful is not taken again by the same road, nor are copies of it used.",
        "fr": "Ce qu'un juge a déclaré illégal n'est pas saisi à nouveau par la même voie, et ses copies ne servent"
        " pas.",
        "nl": "Wat een rechter onrechtmatig bevond, wordt niet langs dezelfde weg opnieuw in beslag genomen, en kopieën"
        " ervan worden niet gebruikt.",
    },
    note="The judgment turned on a re-seizure at once and without a judge. A new order that answers the first ruling is"
    " another measure.",
)

out_of_scope = Norm(
    id="echr-8-out-of-scope-items",
    source=ECHR.article("8") + ROBATHIN + KRUGLOV,
    bears_on=(CLEAR_ITEM, RETAIN_ITEM),
    effect=Effect.FORBIDS,
    kinds=ASSISTANCE_KINDS,
    bound=ECHR_STATES,
    when=material.relevance.is_("out-of-scope"),
    basis=Basis.CASE_LAW,
    check=Check.PARTLY,
    standard="directly linked to the matter for which assistance is granted",
    says={
        "en": "Each item is reviewed for relevance; what lies outside the request is returned and never sent.",
        "fr": "La pertinence de chaque pièce est examinée ; ce qui sort de la demande est restitué et jamais transmis.",
        "nl": "Elk stuk wordt op relevantie bekeken; wat buiten het verzoek valt, wordt teruggegeven en nooit"
        " doorgegeven.",
    },
)

unclear_scope = Norm(
    id="echr-8-out-of-scope-items-unclear",
    source=ECHR.article("8") + ROBATHIN + KRUGLOV,
    bears_on=(CLEAR_ITEM,),
    effect=Effect.INQUIRES,
    kinds=ASSISTANCE_KINDS,
    bound=ECHR_STATES,
    when=material.relevance.is_("unclear"),
    fulfilled=material.relevance.is_("in-scope"),
    basis=Basis.CASE_LAW,
    check=Check.PARTLY,
    says={
        "en": "While the link of an item with the request is unclear the item waits.",
        "fr": "Tant que le lien d'une pièce avec la demande reste incertain, la pièce attend.",
        "nl": "Zolang het verband van een stuk met het verzoek onduidelijk is, wacht het stuk.",
    },
)

property_ = Norm(
    id="echr-p1-1-property",
    source=ECHR_P1.article("1"),
    bears_on=(EXECUTE, RETAIN_ITEM),
    effect=Effect.FORBIDS,
    kinds=ASSISTANCE_KINDS,
    bound=parties("ECHR-P1"),
    when=measure.freeze_excessive.yes,
    standard="lawful, in the general interest, a fair balance; how long it lasts counts",
    says={
        "en": "Property is not frozen or kept on a foreign request beyond measure or without review.",
        "fr": "Des biens ne sont ni gelés ni conservés sur demande étrangère de façon démesurée ou sans contrôle.",
        "nl": "Goederen worden op buitenlands verzoek niet bovenmatig of zonder toetsing bevroren of bijgehouden.",
    },
    note="Freezing is control of use in the general interest. Resolution 2509 (2023) point 12 names this harm.",
    lifts="a proportionate order that a court can review",
)

devices = Norm(
    id="echr-p1-1-device-retention",
    source=ECHR_P1.article("1") + _KRUGLOV_DEVICES + SMIRNOV,
    bears_on=(RETAIN_ITEM,),
    effect=Effect.FORBIDS,
    kinds=ASSISTANCE_KINDS,
    bound=parties("ECHR-P1"),
    when=measure.device_kept.yes,
    basis=Basis.CASE_LAW,
    standard="the device is itself object, tool or product of the offence",
    says={
        "en": "The data are copied and the device goes back, unless the device itself is evidence.",
        "fr": "Les données sont copiées et l'appareil est rendu, sauf si l'appareil est lui-même une pièce à"
        " conviction.",
        "nl": "De gegevens worden gekopieerd en het toestel gaat terug, tenzij het toestel zelf bewijs is.",
    },
)

PACK = Pack(
    "echr-privacy",
    "European Convention on Human Rights: interviews, searches, property",
    (
        interview_lawyer,
        interview_rights,
        search_order,
        search_judge,
        search_scope,
        search_annulled,
        out_of_scope,
        unclear_scope,
        property_,
        devices,
    ),
)
