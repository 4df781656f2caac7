"""European Investigation Order (Directive 2014/41/EU): time limits, transfer and remedies, Articles 12 to 16."""

from datetime import date
from functools import partial

from rogatory.law.acts import EXECUTE, GRANT, NOTIFY, OPEN_FILE_TO_PERSON, REFUSE, REGISTER, TRANSMIT
from rogatory.law.conditions import ALWAYS, any_of
from rogatory.law.norms import Effect, Norm, Unless, between
from rogatory.law.packs import Pack
from rogatory.law.packs.eu_cooperation import BELGIAN_ACT, DIRECTIVE
from rogatory.law.sources import CJEU, Basis
from rogatory.law.vocabulary import remedy, request

GAVANOZOV_II = CJEU.judgment("Gavanozov II", "C-852/19, 11 November 2021, ECLI:EU:C:2021:902")

_rule = partial(Norm, kinds=("eio",), bound=between("EIO-DIRECTIVE"), since=date(2017, 5, 22))
_owed = partial(_rule, effect=Effect.OBLIGES, when=ALWAYS)

decide_in_time = _owed(
    id="eio-12-deadlines",
    source=DIRECTIVE.article("12(3)") + DIRECTIVE.article("12(5)") + BELGIAN_ACT,
    bears_on=(GRANT, REFUSE),
    limit="30 days from receipt, extendable once by at most 30 days with reasons",
    says={
        "en": "The decision to recognise or execute is taken within thirty days of receipt, or the delay is explained"
        " at once.",
        "fr": "La décision de reconnaissance ou d'exécution est prise dans les trente jours de la réception, ou le"
        " retard est aussitôt motivé.",
        "nl": "De beslissing over erkenning of uitvoering valt binnen dertig dagen na ontvangst, of de vertraging"
        " wordt meteen gemotiveerd.",
    },
    note="Counted under Regulation 1182/71: the day of receipt is not counted, a last day on a Saturday, Sunday or"
    " holiday moves to the next working day. Belgium: Act of 2017, Arts 17, 18, 23.",
)
execute_in_time = _owed(
    id="eio-12-deadlines-execute",
    source=DIRECTIVE.article("12(4)") + DIRECTIVE.article("15") + BELGIAN_ACT,
    bears_on=(EXECUTE,),
    limit="90 days from the decision",
    says={
        "en": "The measure is carried out within ninety days of the decision, unless postponed for own proceedings or"
        " items in use.",
        "fr": "La mesure est exécutée dans les nonante jours de la décision, sauf report pour une procédure nationale"
        " ou des pièces déjà utilisées.",
        "nl": "De maatregel wordt uitgevoerd binnen negentig dagen na de beslissing, behoudens uitstel voor eigen"
        " procedures of stukken die al in gebruik zijn.",
    },
    note="An asylum review is no ground of postponement under Art. 15. If a period cannot be kept the issuing side is"
    " told without delay and the timing is discussed.",
)
acknowledge = _owed(
    id="eio-16-acknowledge",
    source=DIRECTIVE.article("16(1)") + BELGIAN_ACT,
    bears_on=(REGISTER,),
    limit="one week from receipt",
    says={
        "en": "Receipt of the order is acknowledged within a week.",
        "fr": "Il est accusé réception de la décision dans la semaine.",
        "nl": "De ontvangst van het bevel wordt binnen een week bevestigd.",
    },
)
suspend_for_harm = _rule(
    id="eio-13-2-transfer-suspension",
    source=DIRECTIVE.article("13(2)") + BELGIAN_ACT,
    bears_on=(TRANSMIT,),
    effect=Effect.FORBIDS,
    when=remedy.serious_harm.yes,
    standard="serious and irreversible damage to the person concerned",
    lifts="the damage is no longer to be expected",
    says={
        "en": "Transfer must wait where it would cause serious and irreversible damage to the person.",
        "fr": "Le transfert est suspendu s'il cause un préjudice grave et irréversible à la personne.",
        "nl": "De overdracht wordt opgeschort wanneer zij de betrokkene ernstige en onomkeerbare schade berokkent.",
    },
    note="Urgent reasons in the order do not override this limb.",
)
suspend_for_remedy = _rule(
    id="eio-13-2-pending-remedy",
    source=DIRECTIVE.article("13(2)") + BELGIAN_ACT,
    bears_on=(TRANSMIT,),
    effect=Effect.MAY_REFUSE,
    when=remedy.pending.yes,
    unless=(
        Unless(
            "immediate-transfer",
            remedy.immediate_transfer_justified.yes,
            "The order itself shows that immediate transfer is essential for its inquiry or for individual rights.",
        ),
    ),
    says={
        "en": "While a remedy is pending transfer may be suspended, unless the order shows why it cannot wait.",
        "fr": "Tant qu'un recours est pendant, le transfert peut être suspendu, sauf si la décision indique pourquoi"
        " il ne peut attendre.",
        "nl": "Zolang een rechtsmiddel hangende is, mag de overdracht worden opgeschort, tenzij uit het bevel blijkt"
        " waarom zij niet kan wachten.",
    },
    note="The only text read that writes a hold on transfer while a remedy runs. At transfer the executing side also"
    " says whether it wants the evidence back (Art. 13(3)).",
)
remedies = _rule(
    id="eio-14-remedies",
    source=DIRECTIVE.article("14(1)") + DIRECTIVE.article("14(2)") + DIRECTIVE.article("14(4)") + BELGIAN_ACT,
    bears_on=(EXECUTE, TRANSMIT),
    effect=Effect.ENTITLES,
    when=ALWAYS,
    limit="the periods of a like domestic case (Belgium: 15 days)",
    says={
        "en": "Whoever is affected has the remedies, and the periods, of a like domestic case, and they must be"
        " usable.",
        "fr": "Toute personne concernée dispose des recours et délais d'un cas national similaire, qui doivent être"
        " praticables.",
        "nl": "Wie getroffen is, heeft de rechtsmiddelen en termijnen van een gelijkaardige nationale zaak, en die"
        " moeten bruikbaar zijn.",
    },
    note="The reasons for issuing are contested in the issuing state only, without prejudice to fundamental rights"
    " here (14(2)). A challenge stops execution only if it would at home (14(6)); transfer is the separate gate of"
    " 13(2). Belgium: Act of 2017, Art. 22: lifting of the measure and opposition of third parties.",
)
information = _rule(
    id="eio-14-3-information",
    source=DIRECTIVE.article("14(3)") + BELGIAN_ACT,
    bears_on=(NOTIFY, OPEN_FILE_TO_PERSON, TRANSMIT),
    effect=Effect.OBLIGES,
    when=any_of(remedy.person_not_notified.yes, remedy.notification_void.yes),
    says={
        "en": "The person is told of the remedies in time to use them, unless that would endanger the secrecy of the"
        " inquiry.",
        "fr": "La personne est informée à temps des recours, sauf si la confidentialité de l'enquête en souffrirait.",
        "nl": "De betrokkene wordt tijdig over de rechtsmiddelen ingelicht, tenzij dat de vertrouwelijkheid van het"
        " onderzoek schaadt.",
    },
)
issuer_without_remedy = _rule(
    id="eio-14-gavanozov",
    source=GAVANOZOV_II + DIRECTIVE.article("14") + DIRECTIVE.article("1(4)"),
    bears_on=(GRANT, EXECUTE),
    effect=Effect.FORBIDS,
    when=request.no_remedy_in_issuing_state.yes,
    since=date(2021, 11, 11),
    basis=Basis.ANALOGY,
    says={
        "en": "An order for a search, a seizure or a video hearing may not come from a state that offers no remedy against"
        " it; such an order is not executed.",
        "fr": "Une décision visant une perquisition, une saisie ou une audition par vidéo ne peut émaner d'un État qui"
        " n'offre aucun recours contre elle ; une telle décision n'est pas exécutée.",
        "nl": "Een bevel tot huiszoeking, inbeslagneming of videoverhoor mag niet uitgaan van een staat die er geen"
        " rechtsmiddel tegen biedt; zo'n bevel wordt niet uitgevoerd.",
    },
    note="The judgment binds the issuing side. That the executing side may not carry out an order the Charter forbids to"
    " issue is our inference from Article 1(4); consultation comes first.",
)

PACK = Pack(
    "eu-investigation-order-transfer",
    "European Investigation Order: time limits, transfer, remedies",
    (
        decide_in_time,
        execute_in_time,
        suspend_for_harm,
        suspend_for_remedy,
        remedies,
        information,
        issuer_without_remedy,
        acknowledge,
    ),
)
