"""European Union: Charter of Fundamental Rights, standing of refugee status, confidentiality of asylum."""

from datetime import date
from functools import partial

from rogatory.law.acts import (
    CLEAR_ITEM,
    CONSULT,
    EXECUTE,
    GRANT,
    HANDING_OVER,
    HEAR_REQUESTING_STATE,
    OPEN_FILE,
    OPEN_FILE_TO_PERSON,
    SURRENDER,
    TRANSMIT,
)
from rogatory.law.conditions import ALWAYS, all_of, any_of
from rogatory.law.doctrine.ill_treatment import REAL_RISK
from rogatory.law.doctrine.persons import REFUGEE_ELSEWHERE, REFUGEE_HERE
from rogatory.law.norms import EU_STATES, Effect, Norm, parties
from rogatory.law.packs import Pack
from rogatory.law.packs._shared import DEATH_PENALTY_CURE, TREATMENT_CURE
from rogatory.law.sources import CJEU, Basis, Check, Cite, Instrument
from rogatory.law.vocabulary import material, person, proceeding, remedy, request, risk

CHARTER = Instrument("CHARTER", "Charter of Fundamental Rights of the European Union", "CELEX 12012P")
PETRUHHIN = CJEU.judgment("Petruhhin", "C-182/15, 6 September 2016, ECLI:EU:C:2016:630")
RUSKA_FEDERACIJA = CJEU.judgment("Ruska Federacija", "C-897/19 PPU, 2 April 2020, ECLI:EU:C:2020:262")
HAMM = CJEU.judgment("A. v. Generalstaatsanwaltschaft Hamm", "C-352/22, 18 June 2024, ECLI:EU:C:2024:521")
PROCEDURE = Instrument("2024-1348", "Regulation (EU) 2024/1348 on the asylum procedure", "CELEX 32024R1348")
OLD_PROCEDURE = Instrument("2013-32", "Directive 2013/32/EU on asylum procedures", "CELEX 32013L0032")

_CHARTER_DAY = date(2009, 12, 1)
_HAMM_DAY = date(2024, 6, 18)
_REGULATION_DAY = date(2026, 6, 12)

_removal = partial(Norm, kinds=("extradition", "removal"), bound=EU_STATES, since=_CHARTER_DAY, bears_on=HANDING_OVER)
_right = partial(Norm, bound=EU_STATES, since=_CHARTER_DAY, effect=Effect.ENTITLES, when=ALWAYS)
_status = partial(
    Norm,
    kinds=("extradition",),
    bound=parties("QUALIFICATION"),
    since=_HAMM_DAY,
    basis=Basis.CASE_LAW,
    check=Check.PARTLY,
)

ill_treatment = _removal(
    id="charter-4-18-19-third-state-extradition",
    source=CHARTER.article("4") + CHARTER.article("19(2)") + PETRUHHIN,
    effect=Effect.FORBIDS,
    when=REAL_RISK,
    cure=TREATMENT_CURE,
    standard="serious risk, on objective, reliable, specific and updated material",
    says={
        "en": "Nobody is removed to a state where there is a serious risk of torture or inhuman or degrading"
        " treatment.",
        "fr": "Nul n'est éloigné vers un État où il existe un risque sérieux de torture ou de traitement inhumain ou"
        " dégradant.",
        "nl": "Niemand wordt verwijderd naar een staat waar een ernstig risico bestaat op folteringen of onmenselijke"
        " of vernederende behandeling.",
    },
    note="For states outside the Union one finding suffices, general or individual: the two steps of mutual trust are"
    " no gate here.",
)
death_penalty = _removal(
    id="charter-19-2-death-penalty",
    source=CHARTER.article("2(2)") + CHARTER.article("19(2)"),
    effect=Effect.REQUIRES,
    when=risk.death_penalty.yes,
    cure=DEATH_PENALTY_CURE,
    says={
        "en": "Nobody is removed to a state where there is a serious risk of the death penalty, unless a sufficient"
        " assurance removes it.",
        "fr": "Nul n'est éloigné vers un État où il existe un risque sérieux de peine de mort, sauf assurance"
        " suffisante qui l'écarte.",
        "nl": "Niemand wordt verwijderd naar een staat waar een ernstig risico op de doodstraf bestaat, tenzij een"
        " toereikende garantie dat wegneemt.",
    },
    note="The Charter speaks of a serious risk; here the legal possibility triggers the rule and the assurance answers"
    " it.",
)
verify = _removal(
    id="charter-19-2-verification",
    source=PETRUHHIN + CHARTER.article("19(2)"),
    bears_on=(GRANT,),
    effect=Effect.INQUIRES,
    when=person.claim_arguable.yes,
    fulfilled=remedy.claim_examined.is_("thoroughly"),
    since=date(2016, 9, 6),
    basis=Basis.CASE_LAW,
    says={
        "en": "Before extraditing to a state outside the Union the authority checks the risk on objective, reliable,"
        " specific and updated material.",
        "fr": "Avant d'extrader vers un État tiers, l'autorité vérifie le risque sur des éléments objectifs, fiables,"
        " précis et actualisés.",
        "nl": "Vóór uitlevering aan een derde staat toetst de autoriteit het gevaar aan objectieve, betrouwbare,"
        " nauwkeurige en bijgewerkte gegevens.",
    },
)
inform_home_state = _removal(
    id="petruhhin-inform-home-state",
    source=PETRUHHIN + RUSKA_FEDERACIJA,
    bears_on=(GRANT,),
    kinds=("extradition",),
    effect=Effect.INQUIRES,
    when=person.eu_citizen.yes,
    fulfilled=person.home_state_informed.yes,
    since=date(2016, 9, 6),
    basis=Basis.CASE_LAW,
    limit="reasonable time for the home member state to ask for the person",
    says={
        "en": "If a Union citizen who moved freely is sought by a third state, the home member state is told first and"
        " may ask for the person instead.",
        "fr": "Si un citoyen de l'Union ayant circulé librement est réclamé par un État tiers, son État membre est"
        " d'abord informé et peut le demander.",
        "nl": "Wordt een burger van de Unie die vrij heeft gereisd door een derde staat gezocht, dan wordt zijn"
        " lidstaat eerst ingelicht en mag die om hem vragen.",
    },
    note="Extended to nationals of the EFTA states of the Schengen area by Ruska Federacija (2 April 2020). The duty"
    " exists where the requested state protects its own nationals.",
)
earlier_asylum = _removal(
    id="ruska-federacija-earlier-asylum",
    source=RUSKA_FEDERACIJA,
    bears_on=(GRANT,),
    kinds=("extradition",),
    effect=Effect.INQUIRES,
    when=all_of(REFUGEE_ELSEWHERE, proceeding.same_as_protection.yes),
    fulfilled=any_of(remedy.claim_examined.is_("thoroughly"), request.persecution_dispelled.yes),
    since=date(2020, 4, 2),
    basis=Basis.CASE_LAW,
    says={
        "en": "Asylum granted elsewhere because of this very prosecution weighs heavily when the risk is checked.",
        "fr": "L'asile accordé ailleurs en raison de ces mêmes poursuites pèse lourd dans la vérification du risque.",
        "nl": "Asiel dat elders wegens deze vervolging is verleend, weegt zwaar bij de toetsing van het gevaar.",
    },
)
ne_bis_in_the_union = Norm(
    id="charter-50-judged-in-a-member-state",
    source=CHARTER.article("50")
    + CJEU.judgment("Generalstaatsanwaltschaft München (H. F.)", "C-435/22 PPU, 28 October 2022"),
    bears_on=HANDING_OVER,
    effect=Effect.FORBIDS,
    kinds=("extradition",),
    bound=EU_STATES,
    since=date(2022, 10, 28),
    when=request.judged_in_union.yes,
    basis=Basis.CASE_LAW,
    check=Check.GENERAL,
    standard="finally disposed of in a member state, the penalty enforced, being enforced or no longer enforceable",
    says={
        "en": "Who was finally judged in a member state is not extradited to a third state for the same facts.",
        "fr": "Celui qui a été définitivement jugé dans un État membre n'est pas extradé vers un État tiers pour les mêmes"
        " faits.",
        "nl": "Wie in een lidstaat onherroepelijk is berecht, wordt voor dezelfde feiten niet aan een derde staat uitgeleverd.",
    },
    note="With Article 54 of the Schengen Convention; a treaty of extradition does not displace it. The judgment was not"
    " re-read.",
)
status_binds = _status(
    id="refugee-status-binds-extradition",
    source=HAMM + CHARTER.article("18") + CHARTER.article("19(2)"),
    bears_on=HANDING_OVER,
    effect=Effect.FORBIDS,
    when=all_of(REFUGEE_ELSEWHERE, person.protection_granted_in_eu.yes),
    standard="the status stands; the reasons for the request do not matter",
    lifts="the granting authority revokes or withdraws the status, and a fresh check finds no risk",
    says={
        "en": "While another member state's refugee status stands, the person is not extradited to the country they"
        " fled.",
        "fr": "Tant que le statut de réfugié accordé par un autre État membre subsiste, la personne n'est pas extradée"
        " vers le pays qu'elle a fui.",
        "nl": "Zolang de vluchtelingenstatus van een andere lidstaat standhoudt, wordt de persoon niet uitgeleverd aan"
        " het ontvluchte land.",
    },
    note="Decided under Directives 2011/95 and 2013/32; Regulations 2024/1347 and 2024/1348 have replaced them, and"
    " that the ruling carries over is for counsel to confirm. The Court's press summary was read, not the judgment.",
)
own_status_binds = _status(
    id="refugee-status-binds-extradition-own",
    source=HAMM + CHARTER.article("18") + CHARTER.article("19(2)"),
    bears_on=HANDING_OVER,
    effect=Effect.FORBIDS,
    when=REFUGEE_HERE,
    basis=Basis.ANALOGY,
    lifts="the status is finally withdrawn, and a fresh check finds no risk",
    says={
        "en": "A state bound by the Union's asylum rules does not extradite a refugee it has recognised itself to the"
        " country they fled.",
        "fr": "Un État lié par les règles d'asile de l'Union n'extrade pas vers le pays fui un réfugié qu'il a"
        " lui-même reconnu.",
        "nl": "Een staat die door de asielregels van de Unie is gebonden, levert een door hemzelf erkende vluchteling"
        " niet uit aan het ontvluchte land.",
    },
    note="The ruling is about a status granted by another member state; the own status holds all the more, by"
    " inference.",
)
contact_granting_state = _status(
    id="refugee-status-contact-granting-state",
    source=HAMM,
    bears_on=(GRANT, CONSULT),
    effect=Effect.OBLIGES,
    when=all_of(REFUGEE_ELSEWHERE, person.protection_granted_in_eu.yes),
    says={
        "en": "The authority asked to extradite contacts the authority that granted the status.",
        "fr": "L'autorité saisie de la demande d'extradition prend contact avec celle qui a accordé le statut.",
        "nl": "De autoriteit die om uitlevering wordt gevraagd, neemt contact op met de autoriteit die de status"
        " verleende.",
    },
)
fresh_check = _status(
    id="refugee-status-fresh-check",
    source=HAMM + CHARTER.article("19(2)"),
    bears_on=(GRANT,),
    effect=Effect.INQUIRES,
    when=person.status_withdrawn.yes,
    fulfilled=remedy.claim_examined.is_("thoroughly"),
    says={
        "en": "After the status is withdrawn the requested authority still checks for itself that no danger awaits the"
        " person.",
        "fr": "Après le retrait du statut, l'autorité requise vérifie encore elle-même qu'aucun danger n'attend la"
        " personne.",
        "nl": "Ook na intrekking van de status gaat de aangezochte autoriteit zelf na dat de persoon geen gevaar"
        " wacht.",
    },
)
# Between member states the other side is not the persecutor the rule speaks of.
_secrecy = partial(
    Norm,
    kinds=("extradition", "removal", "mla", "red-notice", "diffusion"),
    bound=EU_STATES,
    effect=Effect.FORBIDS,
    basis=Basis.ANALOGY,
    standard="absolute wording; no exception for consent",
    lifts="the asylum information is taken out of what would reach the requesting state",
)
_REVEALS = (
    "bars any disclosure to the persecutor; that it binds prosecutors and central authorities too is our inference."
)
confidentiality = _secrecy(
    id="asylum-confidentiality",
    source=PROCEDURE.article("7(2)"),
    bears_on=(TRANSMIT, CONSULT, OPEN_FILE, HEAR_REQUESTING_STATE),
    when=material.asylum_in_package.yes,
    since=_REGULATION_DAY,
    says={
        "en": "The alleged persecutor learns neither that protection was asked for nor what was said, during the"
        " procedure or after, nor through a question.",
        "fr": "L'auteur présumé des persécutions n'apprend ni qu'une protection a été demandée ni ce qui a été dit,"
        " pendant ou après la procédure, pas même par une question.",
        "nl": "De vermeende vervolger verneemt niet dat om bescherming is gevraagd of wat is gezegd, tijdens noch na"
        " de procedure, ook niet via een vraag.",
    },
    note="Binds the authorities applying the Regulation and " + _REVEALS,
)
confidential_item = _secrecy(
    id="asylum-confidentiality-item",
    source=PROCEDURE.article("7(2)"),
    bears_on=(CLEAR_ITEM,),
    when=material.asylum_data.yes,
    since=_REGULATION_DAY,
    says={
        "en": "An item that shows that somebody asked for protection, or what they said, is not cleared for sending.",
        "fr": "Une pièce révélant qu'une personne a demandé une protection, ou ce qu'elle a dit, n'est pas libérée"
        " pour transmission.",
        "nl": "Een stuk waaruit blijkt dat iemand om bescherming vroeg of wat die persoon zei, wordt niet vrijgegeven"
        " voor verzending.",
    },
    note="The person's own file or that of other refugees. Binds the authorities applying the Regulation and "
    + _REVEALS,
)
confidentiality_before = _secrecy(
    id="asylum-confidentiality-directive",
    source=OLD_PROCEDURE.article("30") + OLD_PROCEDURE.article("48") + Cite("Directive 2005/85/EC", "Art. 22, 41"),
    bears_on=(TRANSMIT, CONSULT, OPEN_FILE, HEAR_REQUESTING_STATE),
    when=material.asylum_in_package.yes,
    since=date(2007, 12, 1),
    until=_REGULATION_DAY,
    check=Check.PARTLY,
    says={
        "en": "The alleged persecutor is told nothing of an asylum application, and nothing is asked of it in a way"
        " that reveals one.",
        "fr": "L'auteur présumé des persécutions n'apprend rien d'une demande d'asile, et rien ne lui est demandé"
        " d'une manière qui la révèle.",
        "nl": "De vermeende vervolger verneemt niets over een asielaanvraag en wordt niets gevraagd op een wijze die"
        " haar onthult.",
    },
    note="Articles 30 and 48 from the correlation table of the Regulation; the earlier Directive from"
    " general knowledge. The text " + _REVEALS,
)
confidential_item_before = _secrecy(
    id="asylum-confidentiality-directive-item",
    source=OLD_PROCEDURE.article("30") + OLD_PROCEDURE.article("48"),
    bears_on=(CLEAR_ITEM,),
    when=material.asylum_data.yes,
    since=date(2007, 12, 1),
    until=_REGULATION_DAY,
    check=Check.PARTLY,
    says={
        "en": "An item that shows an asylum application or its content is not cleared for sending.",
        "fr": "Une pièce révélant une demande d'asile ou son contenu n'est pas libérée pour transmission.",
        "nl": "Een stuk dat een asielaanvraag of de inhoud ervan onthult, wordt niet vrijgegeven voor verzending.",
    },
    note="The text " + _REVEALS,
)
effective_remedy = _right(
    id="charter-47-48",
    source=CHARTER.article("47") + CHARTER.article("52(1)") + CHARTER.article("52(3)"),
    bears_on=(EXECUTE, TRANSMIT, SURRENDER),
    says={
        "en": "Where Union law governs the step, there is an effective remedy before an independent tribunal, with"
        " legal aid where needed.",
        "fr": "Lorsque le droit de l'Union régit l'étape, il existe un recours effectif devant un tribunal"
        " indépendant, avec aide juridictionnelle au besoin.",
        "nl": "Waar het Unierecht de stap beheerst, bestaat een doeltreffende voorziening in rechte bij een"
        " onafhankelijk gerecht, zo nodig met rechtsbijstand.",
    },
    note="Binds member states only when they implement Union law (Art. 51(1)); limits need a law, respect for the"
    " essence and necessity.",
)
defence = _right(
    id="charter-48-defence",
    source=CHARTER.article("48(2)") + CHARTER.article("47"),
    bears_on=(OPEN_FILE_TO_PERSON,),
    basis=Basis.CASE_LAW,
    check=Check.PARTLY,
    says={
        "en": "The rights of the defence, access to the file among them, are respected whenever Union law governs the"
        " step.",
        "fr": "Les droits de la défense, dont l'accès au dossier, sont respectés dès que le droit de l'Union régit"
        " l'étape.",
        "nl": "De rechten van de verdediging, ook toegang tot het dossier, worden geëerbiedigd zodra het Unierecht de"
        " stap beheerst.",
    },
    note="Access to the file stands in case law built on Art. 47, not in its wording.",
)

PACK = Pack(
    "eu-rights",
    "European Union: Charter, refugee status, confidentiality of asylum",
    (
        ill_treatment,
        death_penalty,
        verify,
        inform_home_state,
        earlier_asylum,
        effective_remedy,
        defence,
        ne_bis_in_the_union,
        status_binds,
        own_status_binds,
        contact_granting_state,
        fresh_check,
        confidentiality,
        confidential_item,
        confidentiality_before,
        confidential_item_before,
    ),
)
