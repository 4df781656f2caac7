"""Dutch clauses: remedies, handing over, refusing, repression and reparation, hearings and checks.

The marks for the place of the verb (`^` and `[...]`) are explained in `rogatory.law.wording.dutch`.
"""

from collections.abc import Mapping
from types import MappingProxyType

CLAUSES: Mapping[str, str] = MappingProxyType({
    # --- remedies ------------------------------------------------------------------------------------------------------
    "remedy.interim_measure_in_force": "een voorlopige maatregel van een internationaal gerecht of orgaan ^ de aangezochte staat [op+draagt] de handeling niet te verrichten",
    "remedy.stay_ordered": "een gerecht van de aangezochte staat ^ de handeling [heeft] geschorst",
    "remedy.pending": "een rechtsmiddel van een getroffen persoon ^ aanhangig [is]",
    "remedy.period_running": "de termijn om een rechtsmiddel in te stellen ^ nog [loopt]",
    "remedy.none_available": "de getroffen persoon ^ in het recht van de aangezochte staat geen daadwerkelijk rechtsmiddel tegen de handeling [heeft]",
    "remedy.not_suspensive": "er ^ een rechtsmiddel [bestaat], maar zonder schorsende werking",
    "remedy.person_not_notified": "de beslissing ^ niet tijdig aan de betrokkene [is] meegedeeld om haar te kunnen betwisten",
    "remedy.file_access_denied": "aan de betrokkene ^ de toegang tot het dossier [is] geweigerd zonder compenserende waarborg",
    "remedy.not_translated": "stukken die voor de verdediging nodig zijn, ^ niet [zijn] vertaald of getolkt",
    "remedy.lawyer_kept_away": "de advocaat ^ van de betrokkene of van de procedure [is] weggehouden",
    "remedy.claim_examined": "het onderzoek van de grieven van de betrokkene door de autoriteiten van de aangezochte staat ^ als volgt [is] verlopen: {value}",
    "remedy.serious_irreversible_harm": "de handeling nu verrichten ^ de betrokkene ernstige en onherstelbare schade [zou] toebrengen",
    "remedy.immediate_transfer_justified": "het bevel zelf ^ voldoende redenen [geeft] waarom de overdracht niet kan wachten",
    "remedy.undertaking_in_force": "een autoriteit ^ [heeft] toegezegd de handeling, of een handeling van die aard, voorlopig niet te verrichten",
    "remedy.notification_void": "de mededeling van de beslissing ^ nietig [is] of ^ de rechtsmiddelen niet [vermeldt]",
    # --- handing over --------------------------------------------------------------------------------------------------
    "handover.outside_legal_procedure": "de overlevering ^ buiten de wettelijke procedure [is] uitgevoerd, of ^ dat [zou] worden",
    "handover.assessment_stale": "de beslissing ^ op een risicobeoordeling [berust] die niet langer actueel is",
    "handover.expelled_without_facts_or_documents": "een rechtmatig verblijvende persoon ^ [wordt] uitgezet zonder de feiten en stukken te vernemen en zonder werkelijke compenserende waarborgen",
    # --- refusing ------------------------------------------------------------------------------------------------------
    "refusal.individual_current_basis": "de overwogen weigering ^ op actuele, gedetailleerde en individuele feiten [berust]",
    "refusal.reasons_given": "de weigering, het uitstel of de voorwaarden ^ [zijn] gemotiveerd",
    "refusal.alternatives_considered": "een gedeeltelijke, voorwaardelijke of latere inwilliging ^ [is] overwogen alvorens te weigeren",
    "refusal.consulted": "de verzoekende staat ^ vóór de weigering [is] geraadpleegd, met inachtneming van de vertrouwelijkheid van het asiel",
    # --- repression, reparation, what follows --------------------------------------------------------------------------
    "repression.alleged": "een daad van transnationale repressie tegen de betrokkene ^ [wordt] aangevoerd, of ^ uit het dossier [blijkt]",
    "repression.effectively_investigated": "naar de aantijging ^ een daadwerkelijk onderzoek [loopt] of ^ er een [is] gevoerd",
    "repression.protection_in_place": "maatregelen ter bescherming van de betrokkene ^ van kracht [zijn]",
    "repression.torture_suspect_present": "iemand die van de foltering wordt verdacht, ^ zich in de aangezochte staat [bevindt]",
    "reparation.harm_established": "een instantie ^ [heeft] vastgesteld dat de betrokkene door medewerking, foltering of repressie onrecht is aangedaan",
    "reparation.made": "er ^ passend herstel [is] geboden",
    "aftermath.use_beyond_limits": "wat is overhandigd, ^ buiten de grenzen van de inwilliging [is] gebruikt, of de betrokkene ^ daarbuiten [is] vervolgd",
    "aftermath.extension_unsupported": "instemming met ander gebruik of andere vervolging ^ [wordt] gevraagd zonder de stukken en de opgetekende verklaring van de betrokkene",
    "aftermath.developments_unreported": "de verzoekende staat ^ een ontwikkeling niet [heeft] gemeld die de maatregel zijn rechtvaardiging ontneemt",
    "aftermath.person_discharged_and_stayed": "de betrokkene, die na de definitieve invrijheidstelling 45 dagen vrij was te vertrekken, ^ [is] gebleven of teruggekeerd",
    # --- the place of the requesting state, access to the file ---------------------------------------------------------
    "standing.requesting_state_admitted_by_law": "een bepaling van het recht van de aangezochte staat ^ de verzoekende staat een plaats in deze procedure [geeft]",
    "file.contains_uncleared_material": "het dossier ^ materiaal [bevat] dat niet voor toezending is vrijgegeven",
    "file.separate_decision_to_open": "een afzonderlijke gemotiveerde beslissing ^ de verzoekende staat toegang tot het dossier [verleent], en zij ^ definitief [is]",
    # --- checks --------------------------------------------------------------------------------------------------------
    "check.registers_searched": "personen, verwanten en procedures ^ [zijn] vergeleken met de registers van bescherming, kennisgevingen en eerdere verzoeken",
    "check.links_decided": "een met naam genoemde ambtenaar ^ [heeft] beslist over alles wat de registers hebben geantwoord en onderzocht moet worden",
    "check.protection_status_asked": "de asielautoriteit ^ vertrouwelijk [is] gevraagd of de betrokkene bescherming geniet of aanvraagt",
    "check.state_record_consulted": "de gegevens over de verzoekende staat ^ [zijn] geraadpleegd en gewogen, met de data van de bronnen",
    "check.person_heard": "de betrokkene, of de advocaat, ^ [kon] zeggen wat te vrezen valt, of er ^ een vastgelegde reden [is] om hen later te horen",
    "check.each_claim_addressed": "elke grief van de betrokkene ^ [is] beantwoord, met vermelding van wat is bekeken",
    "check.treaty_scope_examined": "er ^ [is] onderzocht of de feiten, en de gevraagde hulp, onder het ingeroepen verdrag vallen",
    "check.second_person_and_receipt": "een tweede persoon ^ de onomkeerbare handeling [heeft] goedgekeurd en er ^ een door een getuige bevestigd ontvangstbewijs van het journaal [bestaat]",
    "check.hold_released_by_reasoned_decision": "een blokkering die enkel op het beleid van dit systeem berust, ^ bij een vastgelegde en gemotiveerde beslissing [is] opgeheven",
})  # fmt: skip
