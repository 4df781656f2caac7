"""European Convention on Extradition (ETS 024): speciality, arrest, surrender, transit, Articles 14 to 21."""

from functools import partial

from rogatory.law.acts import ARREST, CONSENT_OTHER_USE, RETURN_ITEM, SURRENDER, TRANSIT, TRANSMIT
from rogatory.law.conditions import ALWAYS, all_of, any_of
from rogatory.law.doctrine.persecution import on_grounds
from rogatory.law.norms import Effect, Norm, Unless, between
from rogatory.law.packs import Pack
from rogatory.law.packs._treaties import EXTRADITION_1957, EXTRADITION_P3, EXTRADITION_P4, POLITICAL_OFFENCE
from rogatory.law.sources import Basis
from rogatory.law.vocabulary import notice, remedy, request, risk

_rule = partial(Norm, kinds=("extradition",), bound=between("ETS-024"))
_arrest = partial(_rule, bears_on=(ARREST,), kinds=("extradition", "red-notice", "diffusion"))

_NO_PAPERS = all_of(notice.held_provisionally.yes, ~notice.formal_request_received.yes)

speciality_papers = _rule(
    id="ece-14-speciality",
    source=EXTRADITION_1957.article("14(1)(a)") + EXTRADITION_1957.article("12"),
    bears_on=(CONSENT_OTHER_USE,),
    effect=Effect.FORBIDS,
    when=remedy.request_for_extension.yes,
    lifts="the papers of Art. 12 for the new offence, and a legal record of what the person said to it",
    says={
        "en": "Consent to prosecution for an older offence is not given without the papers of a request and a record"
        " of the person's statement.",
        "fr": "Le consentement à des poursuites pour un fait antérieur n'est pas donné sans les pièces d'une demande"
        " et le procès-verbal des déclarations de la personne.",
        "nl": "Toestemming om voor een ouder feit te vervolgen wordt niet gegeven zonder de stukken van een verzoek en"
        " een proces-verbaal van de verklaring van de persoon.",
    },
    note="Consent is owed where the new offence is itself extraditable; recharacterised facts must be extraditable too"
    " (14(3)). Speciality bears on what comes after surrender, never on granting it.",
)
speciality_breach = _rule(
    id="ece-14-speciality-breach",
    source=EXTRADITION_1957.article("14(1)") + EXTRADITION_1957.article("15"),
    bears_on=(CONSENT_OTHER_USE,),
    effect=Effect.FORBIDS,
    when=remedy.use_breach.yes,
    unless=(
        Unless(
            id="stayed-after-discharge",
            when=remedy.late_information.yes,
            text="Finally discharged and free to leave, the person stayed for 45 days (30 under the fourth Protocol)"
            " or came back.",
            source=EXTRADITION_1957.article("14(1)(b)") + EXTRADITION_P4.article("3"),
        ),
    ),
    basis=Basis.ANALOGY,
    standard="later charges compared with the facts for which surrender was granted",
    says={
        "en": "Consent is not given to heal a breach: pursued beyond what was granted, the person is first put back"
        " where speciality protects them.",
        "fr": "Le consentement ne répare pas une violation : poursuivie au-delà de ce qui fut accordé, la personne est"
        " d'abord replacée sous la règle de la spécialité.",
        "nl": "Toestemming dient niet om een schending te dekken: wie verder wordt vervolgd dan toegestaan, komt eerst"
        " weer onder de bescherming van het specialiteitsbeginsel.",
    },
    note="The article forbids the pursuit itself; that consent must not follow a breach is our inference.",
)
speciality_right = _rule(
    id="ece-14-speciality-right",
    source=EXTRADITION_1957.article("14(1)") + EXTRADITION_1957.article("15") + EXTRADITION_P3.article("5"),
    bears_on=(SURRENDER,),
    effect=Effect.ENTITLES,
    when=ALWAYS,
    says={
        "en": "The person surrendered is pursued, sentenced or held only for what was granted, and is not passed on to"
        " a third state without consent.",
        "fr": "La personne remise n'est poursuivie, jugée ou détenue que pour ce qui fut accordé et n'est pas"
        " réextradée vers un État tiers sans consentement.",
        "nl": "De overgeleverde persoon wordt alleen vervolgd, berecht of vastgehouden voor wat is toegestaan en niet"
        " zonder toestemming aan een derde staat doorgeleverd.",
    },
    note="Acts to remove the person or to stop limitation stay possible (14(2)). In some states, Belgium among them by"
    " declaration, speciality falls away where the person expressly renounces it before a judge.",
)
speciality_time = _rule(
    id="cets212-3-speciality-decision",
    source=EXTRADITION_P4.article("3"),
    bears_on=(CONSENT_OTHER_USE,),
    effect=Effect.OBLIGES,
    bound=between("CETS-212"),
    when=ALWAYS,
    says={
        "en": "Between parties to the fourth Protocol the request to extend is answered within a fixed time.",
        "fr": "Entre Parties au quatrième Protocole, il est répondu à la demande d'extension dans un délai fixe.",
        "nl": "Tussen partijen bij het Vierde Protocol wordt binnen een vaste termijn op het verzoek om uitbreiding"
        " beslist.",
    },
    limit="90 days",
)
forty_days = _arrest(
    id="ece-16-provisional-arrest-limits",
    source=EXTRADITION_1957.article("16(4)"),
    effect=Effect.FORBIDS,
    when=all_of(_NO_PAPERS, notice.arrest_since.days_passed(40)),
    lifts="the request with its papers: the person may then be arrested again (16(5))",
    standard="passage of time",
    says={
        "en": "Without the request and its papers nobody is held provisionally beyond 40 days.",
        "fr": "Sans la demande et ses pièces, nul n'est maintenu en arrestation provisoire au-delà de 40 jours.",
        "nl": "Zonder het verzoek en de stukken wordt niemand langer dan 40 dagen voorlopig vastgehouden.",
    },
    limit="40 days from the arrest, without exception",
)
eighteen_days = _arrest(
    id="ece-16-provisional-arrest-limits-eighteen-days",
    source=EXTRADITION_1957.article("16(4)"),
    effect=Effect.MAY_REFUSE,
    when=all_of(_NO_PAPERS, notice.arrest_since.days_passed(18)),
    standard="passage of time",
    says={
        "en": "Provisional arrest may end once 18 days have passed without the request and its papers.",
        "fr": "L'arrestation provisoire peut prendre fin si, après 18 jours, la demande et ses pièces ne sont pas"
        " arrivées.",
        "nl": "De voorlopige aanhouding kan eindigen als na 18 dagen het verzoek en de stukken niet zijn ontvangen.",
    },
    note="Provisional release is possible at any time.",
    limit="18 days from the arrest",
)
thirty_days = _rule(
    id="ece-18-4-20-surrender-and-property",
    source=EXTRADITION_1957.article("18(4)") + EXTRADITION_1957.article("18(5)"),
    bears_on=(ARREST,),
    effect=Effect.FORBIDS,
    when=all_of(notice.not_taken_over.yes, notice.surrender_day.days_passed(30)),
    standard="passage of time",
    says={
        "en": "Whoever is not taken over within 30 days of the day fixed for surrender is released.",
        "fr": "La personne non reçue dans les 30 jours suivant la date fixée pour la remise est mise en liberté.",
        "nl": "Wie niet binnen 30 dagen na de vastgestelde dag van overlevering is overgenomen, wordt in vrijheid"
        " gesteld.",
    },
    note="By its reservation Belgium does not count the time while an appeal of the person is pending. A new day may"
    " be agreed where something neither state could help came between (18(5)).",
    limit="30 days from the day fixed",
)
fifteen_days = _rule(
    id="ece-18-4-20-surrender-and-property-fifteen-days",
    source=EXTRADITION_1957.article("18(4)"),
    bears_on=(ARREST,),
    effect=Effect.MAY_REFUSE,
    when=all_of(notice.not_taken_over.yes, notice.surrender_day.days_passed(15)),
    standard="passage of time",
    says={
        "en": "Whoever is not taken over may be released from the fifteenth day after the day fixed.",
        "fr": "La personne non reçue peut être mise en liberté à l'expiration de quinze jours après la date fixée.",
        "nl": "Wie niet is overgenomen, kan vanaf vijftien dagen na de vastgestelde dag in vrijheid worden gesteld.",
    },
    limit="15 days from the day fixed",
)
property_handed_over = _rule(
    id="ece-18-4-20-surrender-and-property-property",
    source=EXTRADITION_1957.article("20"),
    bears_on=(TRANSMIT, RETURN_ITEM),
    effect=Effect.OBLIGES,
    when=ALWAYS,
    says={
        "en": "Property handed over with the person keeps the rights of third parties, may be held for own"
        " proceedings, and comes back.",
        "fr": "Les objets remis avec la personne le sont sous réserve des droits des tiers, peuvent être retenus pour"
        " une procédure interne et sont restitués.",
        "nl": "Voorwerpen die met de persoon worden afgegeven, blijven belast met de rechten van derden, kunnen voor"
        " eigen zaken worden aangehouden en komen terug.",
    },
)
transit_political = _rule(
    id="ece-21-6-transit-political",
    source=EXTRADITION_1957.article("21(1)"),
    bears_on=(TRANSIT,),
    effect=Effect.FORBIDS,
    when=any_of(POLITICAL_OFFENCE, request.military.yes),
    standard="the view of the state of transit",
    says={
        "en": "Transit is not owed, and is refused here, for an offence regarded as political or purely military.",
        "fr": "Le transit n'est pas accordé pour une infraction considérée comme politique ou purement militaire.",
        "nl": "Doortocht wordt niet toegestaan voor een feit dat als politiek of zuiver militair wordt beschouwd.",
    },
)
transit_route = _rule(
    id="ece-21-6-transit",
    source=EXTRADITION_1957.article("21(6)"),
    bears_on=(SURRENDER, TRANSIT),
    effect=Effect.FORBIDS,
    when=risk.transit_route.yes,
    lifts="another route",
    standard="reason to believe that life or freedom may be threatened",
    says={
        "en": "The person is not carried through a territory where life or freedom may be threatened for race,"
        " religion, nationality or political opinion.",
        "fr": "La personne n'est pas transportée par un territoire où sa vie ou sa liberté pourrait être menacée en"
        " raison de sa race, de sa religion, de sa nationalité ou de ses opinions politiques.",
        "nl": "De persoon wordt niet vervoerd over een grondgebied waar leven of vrijheid bedreigd kan worden om ras,"
        " godsdienst, nationaliteit of politieke overtuiging.",
    },
)
transit_pursuer = _rule(
    id="ece-21-6-transit-pursuing-state",
    source=EXTRADITION_1957.article("21(6)") + EXTRADITION_1957.article("3(2)"),
    bears_on=(TRANSIT,),
    effect=Effect.FORBIDS,
    when=on_grounds("race", "religion", "nationality", "political-opinion"),
    basis=Basis.ANALOGY,
    standard="substantial grounds for believing",
    says={
        "en": "Nor is the person carried through towards a state that itself pursues them for race, religion,"
        " nationality or political opinion.",
        "fr": "Le transit n'est pas non plus accordé vers un État qui poursuit lui-même la personne pour sa race, sa"
        " religion, sa nationalité ou ses opinions politiques.",
        "nl": "Doortocht wordt evenmin toegestaan naar een staat die de persoon zelf vervolgt om ras, godsdienst,"
        " nationaliteit of politieke overtuiging.",
    },
    note="The text is about the route; that the destination counts as well is our inference.",
)

PACK = Pack(
    "extradition-1957-procedure",
    "European Convention on Extradition 1957: arrest, surrender, transit, speciality",
    (
        speciality_papers,
        speciality_breach,
        speciality_right,
        speciality_time,
        forty_days,
        eighteen_days,
        thirty_days,
        fifteen_days,
        property_handed_over,
        transit_political,
        transit_route,
        transit_pursuer,
    ),
)
