"""Belgium: carrying out foreign requests (Acts of 1874 and 2004, searches at lawyers' places and of their systems)."""

from datetime import date
from functools import partial

from rogatory.law.acts import (
    ADMIT_OFFICIALS,
    CLEAR_ITEM,
    EXECUTE,
    GRANT,
    POSTPONE,
    REFUSE,
    RETURN_ITEM,
    TRANSMIT,
    USE_EVIDENCE,
)
from rogatory.law.conditions import ALWAYS, all_of, any_of
from rogatory.law.doctrine.privilege import LEGAL_WORK
from rogatory.law.norms import BELGIUM, Cure, Effect, Norm
from rogatory.law.packs import Pack
from rogatory.law.packs.belgium import ACT
from rogatory.law.sources import Basis, Check, Cite, Instrument, Source
from rogatory.law.vocabulary import material, measure, person, remedy, request

EXTRADITION_ACT = Instrument("BE-1874", "Belgium, Extradition Act of 15 March 1874", "numac 1874031550")
CODE = Instrument("BE-CIC", "Belgium, Code of Criminal Procedure", "1808")
CASS_2012 = Source((Cite("Court of Cassation of Belgium", "24 April 2012", "P.12.0064.N"),))

_rule = partial(Norm, kinds=("mla",), bound=BELGIUM, since=date(2005, 1, 3))
_code = partial(Norm, kinds=("mla", "eio"), bound=BELGIUM)
_old = partial(Norm, kinds=("mla",), bound=BELGIUM)

_SEARCH_OR_SEIZURE = measure.type_.is_("search", "seizure")

own_law = _rule(
    id="be-2004-6-1-belgian-law",
    source=ACT.article("6(1)"),
    bears_on=(EXECUTE,),
    effect=Effect.REQUIRES,
    when=measure.type_.is_("search", "seizure", "freezing", "bank-data", "interception"),
    cure=Cure(met=measure.domestic_authorisation.yes, obtain="the order that Belgian law requires for such a measure"),
    says={
        "en": "A request is carried out under Belgian law: a coercive measure needs the order that Belgian law"
        " requires.",
        "fr": "La demande est exécutée selon le droit belge : une mesure de contrainte requiert l'ordonnance que ce"
        " droit exige.",
        "nl": "Een verzoek wordt naar Belgisch recht uitgevoerd: een dwangmaatregel vergt het bevel dat dat recht"
        " eist.",
    },
    note="Foreign formalities are followed only as far as they respect fundamental rights and principles (Art. 6 par."
    " 2-3).",
)
explain = _rule(
    id="be-2004-6-4-explain",
    source=ACT.article("6(4)"),
    bears_on=(REFUSE, POSTPONE),
    effect=Effect.OBLIGES,
    when=ALWAYS,
    fulfilled=remedy.refusal_reasoned.yes,
    limit="without delay",
    says={
        "en": "If help is legally impossible or late, the other side is told at once why and, where possible, what"
        " would make it possible.",
        "fr": "Si l'exécution est juridiquement impossible ou tardive, l'autre partie apprend sans délai pourquoi et à"
        " quelles conditions elle serait possible.",
        "nl": "Is uitvoering juridisch onmogelijk of vertraagd, dan verneemt de andere kant onmiddellijk waarom en"
        " onder welke voorwaarden zij wel kan.",
    },
)
channel = _rule(
    id="be-2004-6-7-execution-channel",
    source=ACT.article("7(1)") + ACT.article("7(2)"),
    bears_on=(EXECUTE, TRANSMIT),
    effect=Effect.FORBIDS,
    when=request.channel_wrong.yes,
    lifts="the request is renewed, or the answer sent, through the channel that applies",
    says={
        "en": "Requests and answers travel through diplomatic channels unless an instrument binding both states allows"
        " a direct way.",
        "fr": "Les demandes et les pièces d'exécution passent par la voie diplomatique, sauf instrument liant les deux"
        " États qui permet la voie directe.",
        "nl": "Verzoeken en stukken gaan langs diplomatieke weg, tenzij een instrument dat beide staten bindt een"
        " rechtstreekse weg toelaat.",
    },
    note="Of every request a copy goes to the federal Justice service (Art. 7 par. 3).",
)
report = _rule(
    id="be-2004-7-4-report-to-minister",
    source=ACT.article("7(4)"),
    bears_on=(GRANT,),
    effect=Effect.OBLIGES,
    when=request.essential_interests.yes,
    limit="without delay",
    says={
        "en": "Where a request may seriously disturb public order or touch essential interests, a report goes to the"
        " minister.",
        "fr": "Si l'affaire est de nature à troubler gravement l'ordre public ou à toucher des intérêts essentiels, un"
        " rapport est adressé au ministre.",
        "nl": "Kan de zaak de openbare orde ernstig verstoren of wezenlijke belangen raken, dan gaat een verslag naar"
        " de minister.",
    },
)
officials = _rule(
    id="be-2004-9-no-basis-for-officials",
    source=ACT.article("8-9") + ACT.article("11-12"),
    bears_on=(ADMIT_OFFICIALS,),
    effect=Effect.REQUIRES,
    when=ALWAYS,
    cure=Cure(met=measure.officials_basis.yes, obtain="a treaty clause or a joint team that allows their presence"),
    basis=Basis.ANALOGY,
    says={
        "en": "The Act gives no title to admit officials of another state outside a joint team: their presence needs"
        " another basis.",
        "fr": "La loi ne permet pas d'admettre des agents étrangers hors d'une équipe commune : leur présence exige"
        " une autre base.",
        "nl": "De wet biedt geen titel om ambtenaren van een andere staat toe te laten buiten een gemeenschappelijk"
        " team: hun aanwezigheid vergt een andere grondslag.",
    },
    note="From the silence of the Act. In a joint team foreign members act only beside a Belgian officer and may be"
    " kept away from an act; representatives of third states attend as experts and never act (Art. 9). Arts 11-12 take"
    " presence for granted where another rule allows it.",
)
foreign_evidence = _rule(
    id="be-2004-13-foreign-evidence",
    source=ACT.article("13"),
    bears_on=(USE_EVIDENCE,),
    kinds=("mla", "eio"),
    effect=Effect.FORBIDS,
    when=material.foreign_evidence_void.yes,
    says={
        "en": "Foreign evidence that is void where it was taken, unreliable, or unfair to use is not used in Belgian"
        " proceedings.",
        "fr": "Une preuve étrangère nulle là où elle fut recueillie, non fiable ou contraire au procès équitable n'est"
        " pas utilisée en Belgique.",
        "nl": "Buitenlands bewijs dat ter plaatse nietig is, onbetrouwbaar is of het eerlijk proces schendt, wordt in"
        " België niet gebruikt.",
    },
)
exequatur = _old(
    id="be-1874-11-exequatur",
    source=EXTRADITION_ACT.article("11"),
    bears_on=(EXECUTE,),
    effect=Effect.REQUIRES,
    when=_SEARCH_OR_SEIZURE,
    cure=Cure(
        met=measure.exequatur.yes,
        obtain="the prior decision of the council chamber that declares the letter rogatory enforceable",
    ),
    says={
        "en": "A foreign request for a search or seizure is carried out only after the council chamber of the place"
        " has declared it enforceable.",
        "fr": "Une commission rogatoire visant une perquisition ou une saisie n'est exécutée qu'après avoir été rendue"
        " exécutoire par la chambre du conseil du lieu.",
        "nl": "Een ambtelijke opdracht tot huiszoeking of inbeslagneming wordt pas uitgevoerd nadat de raadkamer van"
        " de plaats ze uitvoerbaar heeft verklaard.",
    },
    note="Text read in its state of 2014 (an update of 2021 was not). The case of provisional arrest (Art. 5) needs no"
    " separate decision. Whether treaties displace it is for counsel; nothing read repeals it, and the Act of 5 May"
    " 2019 dispenses with it expressly for a UN inquiry body, which would be needless if it had fallen away.",
)
extraditable = _old(
    id="be-1874-11-extraditable-fact",
    source=EXTRADITION_ACT.article("11") + EXTRADITION_ACT.article("1(2)"),
    bears_on=(GRANT, EXECUTE),
    effect=Effect.FORBIDS,
    when=all_of(_SEARCH_OR_SEIZURE, any_of(request.below_threshold.yes, request.dual_criminality_missing.yes)),
    says={
        "en": "Searches and seizures are made for another state only for facts that could lead to extradition.",
        "fr": "Perquisitions et saisies ne sont opérées pour un autre État que pour des faits pouvant donner lieu à"
        " extradition.",
        "nl": "Huiszoekingen en inbeslagnemingen gebeuren voor een andere staat alleen voor feiten die tot uitlevering"
        " kunnen leiden.",
    },
    note="More than one year of imprisonment at most, in both laws (Art. 1 par. 2).",
)
chamber_decides = _old(
    id="be-1874-11-council-chamber-transmission",
    source=EXTRADITION_ACT.article("11") + EXTRADITION_ACT.article("5"),
    bears_on=(TRANSMIT,),
    kinds=("mla", "extradition"),
    effect=Effect.REQUIRES,
    when=_SEARCH_OR_SEIZURE,
    cure=Cure(
        met=material.chamber_decision.yes,
        obtain="the decision of the council chamber on what is sent and what goes back",
    ),
    says={
        "en": "The council chamber decides whether all, part or nothing of what was seized is sent, and rules on the"
        " claims of third parties.",
        "fr": "La chambre du conseil décide s'il y a lieu de transmettre en tout ou en partie les objets saisis et"
        " statue sur les réclamations des tiers.",
        "nl": "De raadkamer beslist of de inbeslaggenomen stukken geheel, deels of niet worden overgezonden en"
        " oordeelt over aanspraken van derden.",
    },
    note="How this fits with the prosecutor's decision that Art. 6 par. 5 of the Act of 2004 supposes is a question"
    " for counsel.",
)
direct_link = _old(
    id="be-1874-11-direct-link",
    source=EXTRADITION_ACT.article("11") + EXTRADITION_ACT.article("5"),
    bears_on=(CLEAR_ITEM,),
    kinds=("mla", "extradition"),
    effect=Effect.FORBIDS,
    when=material.relevance.is_("out-of-scope"),
    says={
        "en": "What is not directly linked to the charge is not sent.",
        "fr": "Ce qui ne se rattache pas directement au fait imputé n'est pas transmis.",
        "nl": "Wat niet rechtstreeks met het ten laste gelegde feit samenhangt, wordt niet overgezonden.",
    },
)
give_back = _old(
    id="be-1874-11-return",
    source=EXTRADITION_ACT.article("11") + EXTRADITION_ACT.article("5"),
    bears_on=(RETURN_ITEM,),
    kinds=("mla", "extradition"),
    effect=Effect.OBLIGES,
    when=material.relevance.is_("out-of-scope"),
    says={
        "en": "The council chamber orders the return of what is not directly linked to the charge.",
        "fr": "La chambre du conseil ordonne la restitution de ce qui ne se rattache pas directement au fait imputé.",
        "nl": "De raadkamer beveelt de teruggave van wat niet rechtstreeks met het feit samenhangt.",
    },
)
lawyer_ground = _code(
    id="be-cic-39bis-9-lawyer-systems",
    source=CODE.article("39bis(9)"),
    bears_on=(EXECUTE,),
    effect=Effect.REQUIRES,
    when=all_of(_SEARCH_OR_SEIZURE, person.practises_law.yes),
    cure=Cure(
        met=measure.lawyer_ground.yes,
        obtain="one of the two grounds: the lawyer's own suspicion, or precise facts that suspects use the systems",
    ),
    since=date(2019, 6, 3),
    says={
        "en": "A lawyer's computer or phone is searched only if the lawyer is suspected, or precise facts show that"
        " suspects use those systems.",
        "fr": "Le système informatique d'un avocat n'est exploré que s'il est lui-même soupçonné ou si des faits"
        " précis indiquent que des suspects l'utilisent.",
        "nl": "Het informaticasysteem van een advocaat wordt alleen doorzocht als hij zelf verdacht is of precieze"
        " feiten tonen dat verdachten het gebruiken.",
    },
    note="Inserted by the Act of 5 May 2019, Art. 6, 4 (text read). Written for advocates and physicians and for"
    " computer systems; here it guards every search or seizure at somebody who practises law, because devices are"
    " found there. Judgment 66/2021 of the Constitutional Court on an action for annulment was not read.",
)
bar_warned = _code(
    id="be-cic-39bis-9-bar-head-warned",
    source=CODE.article("39bis(9)"),
    bears_on=(EXECUTE,),
    effect=Effect.REQUIRES,
    when=all_of(_SEARCH_OR_SEIZURE, person.practises_law.yes),
    cure=Cure(met=measure.bar_head_warned.yes, obtain="warning of the head of the bar before execution"),
    since=date(2019, 6, 3),
    limit="before execution",
    says={
        "en": "A lawyer's system is not searched before the head of the bar has been warned.",
        "fr": "Le système d'un avocat n'est pas exploré sans que le bâtonnier en soit averti.",
        "nl": "Het systeem van een advocaat wordt niet doorzocht zonder dat de stafhouder is verwittigd.",
    },
    note="Judgment 66/2021 of the Constitutional Court was not read.",
)
privileged_out = _code(
    id="be-cic-39bis-9-privileged-items",
    source=CODE.article("39bis(9)"),
    bears_on=(CLEAR_ITEM, USE_EVIDENCE),
    effect=Effect.FORBIDS,
    when=material.privilege.is_("confirmed"),
    since=date(2019, 6, 3),
    says={
        "en": "Items held to be covered by professional secrecy stay out of the record.",
        "fr": "Les éléments relevant du secret professionnel ne sont pas consignés au procès-verbal.",
        "nl": "Gegevens die onder het beroepsgeheim vallen, worden niet in het proces-verbaal opgenomen.",
    },
)
bar_head = _code(
    id="be-bar-head-presence-usage",
    source=CASS_2012,
    bears_on=(EXECUTE,),
    effect=Effect.OBLIGES,
    when=all_of(_SEARCH_OR_SEIZURE, LEGAL_WORK),
    fulfilled=measure.observer.is_("bar"),
    basis=Basis.CASE_LAW,
    check=Check.PARTLY,
    says={
        "en": "At a lawyer's place the head of the bar or a delegate attends and gives an opinion on privilege; the"
        " investigating judge decides.",
        "fr": "Au cabinet d'un avocat, le bâtonnier ou son délégué assiste et donne son avis sur le secret ; le juge"
        " d'instruction décide.",
        "nl": "Bij een advocaat woont de stafhouder of een afgevaardigde de zoeking bij en adviseert over het"
        " beroepsgeheim; de onderzoeksrechter beslist.",
    },
    note="Constant usage, no statute: the judge may seize against the advice, and papers on the lawyer's own suspected"
    " acts are not covered. The house rules demand it.",
)

PACK = Pack(
    "belgium-execution",
    "Belgium: carrying out foreign requests",
    (
        exequatur,
        extraditable,
        chamber_decides,
        direct_link,
        give_back,
        own_law,
        explain,
        channel,
        report,
        officials,
        foreign_evidence,
        lawyer_ground,
        bar_warned,
        privileged_out,
        bar_head,
    ),
    jurisdiction="BE",
)
