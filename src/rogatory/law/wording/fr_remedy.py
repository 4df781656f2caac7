"""French clauses: remedies, handing over, refusing, repression and reparation, hearings and checks."""

from collections.abc import Mapping
from types import MappingProxyType

CLAUSES: Mapping[str, str] = MappingProxyType({
    # --- remedies ------------------------------------------------------------------------------------------------------
    "remedy.interim_measure_in_force": "une mesure provisoire d'une juridiction ou d'un organe international enjoint à l'État requis de ne pas accomplir l'acte",
    "remedy.stay_ordered": "une juridiction de l'État requis a suspendu l'acte",
    "remedy.pending": "un recours d'une personne touchée est pendant",
    "remedy.period_running": "le délai de recours court encore",
    "remedy.none_available": "la personne touchée ne dispose, en droit de l'État requis, d'aucun recours effectif contre l'acte",
    "remedy.not_suspensive": "un recours existe mais n'a pas d'effet suspensif",
    "remedy.person_not_notified": "la personne concernée n'a pas été informée de la décision à temps pour la contester",
    "remedy.file_access_denied": "la personne concernée s'est vu refuser l'accès au dossier sans compensation procédurale",
    "remedy.not_translated": "des pièces nécessaires à la défense n'ont été ni traduites ni interprétées",
    "remedy.lawyer_kept_away": "l'avocat a été tenu à l'écart de la personne concernée ou de la procédure",
    "remedy.claim_examined": "l'examen des griefs de la personne concernée par les autorités de l'État requis est : {value}",
    "remedy.serious_irreversible_harm": "accomplir l'acte maintenant causerait à la personne concernée un dommage grave et irréversible",
    "remedy.immediate_transfer_justified": "la décision elle-même indique des raisons suffisantes pour lesquelles le transfert ne peut attendre",
    "remedy.undertaking_in_force": "une autorité s'est engagée à ne pas accomplir pour l'instant l'acte, ou un acte de ce genre",
    "remedy.notification_void": "la notification est nulle ou n'indique pas les voies de recours",
    # --- handing over --------------------------------------------------------------------------------------------------
    "handover.outside_legal_procedure": "la remise a été ou serait exécutée en dehors de la procédure légale",
    "handover.assessment_stale": "la décision repose sur une évaluation du risque qui n'est plus actuelle",
    "handover.expelled_without_facts_or_documents": "une personne en séjour régulier est expulsée sans connaître les faits ni les documents, et sans réelles compensations procédurales",
    # --- refusing ------------------------------------------------------------------------------------------------------
    "refusal.individual_current_basis": "le refus envisagé repose sur des faits actuels, détaillés et individuels",
    "refusal.reasons_given": "le refus, le report ou les conditions sont motivés",
    "refusal.alternatives_considered": "un octroi partiel, conditionnel ou différé a été envisagé avant de refuser",
    "refusal.consulted": "l'État requérant a été consulté avant le refus, sous le filtre de la confidentialité de l'asile",
    # --- repression, reparation, what follows --------------------------------------------------------------------------
    "repression.alleged": "un acte de répression transnationale contre la personne concernée est allégué, ou ressort du dossier",
    "repression.effectively_investigated": "l'allégation fait, ou a fait, l'objet d'une enquête effective",
    "repression.protection_in_place": "des mesures protègent la personne concernée",
    "repression.torture_suspect_present": "une personne soupçonnée d'avoir commis la torture se trouve dans l'État requis",
    "reparation.harm_established": "un organe a constaté que la personne concernée a été lésée par la coopération, la torture ou la répression",
    "reparation.made": "une réparation adéquate a été accordée",
    "aftermath.use_beyond_limits": "ce qui a été remis a été utilisé, ou la personne concernée poursuivie, au-delà de ce qui a été accordé",
    "aftermath.extension_unsupported": "le consentement à un autre usage ou à d'autres poursuites est demandé sans les pièces et sans les déclarations consignées de la personne concernée",
    "aftermath.developments_unreported": "l'État requérant n'a pas signalé une évolution qui prive la mesure de justification",
    "aftermath.person_discharged_and_stayed": "la personne concernée, libre de partir pendant 45 jours après son élargissement définitif, est restée ou revenue",
    # --- the place of the requesting state, access to the file ---------------------------------------------------------
    "standing.requesting_state_admitted_by_law": "une disposition du droit de l'État requis donne à l'État requérant une place dans cette procédure",
    "file.contains_uncleared_material": "le dossier contient des éléments qui n'ont pas été libérés pour transmission",
    "file.separate_decision_to_open": "une décision distincte et motivée permet à l'État requérant d'accéder au dossier, et elle est définitive",
    # --- checks --------------------------------------------------------------------------------------------------------
    "check.registers_searched": "les personnes, leurs proches et les procédures ont été confrontés aux registres des protections, des notices et des demandes antérieures",
    "check.links_decided": "un agent nommément désigné a statué sur tout ce que les registres ont répondu et qui doit être examiné",
    "check.protection_status_asked": "l'autorité d'asile a été interrogée, à titre confidentiel, sur le point de savoir si la personne concernée bénéficie d'une protection ou en demande une",
    "check.state_record_consulted": "les antécédents de l'État requérant ont été consultés et appréciés, avec la date des sources",
    "check.person_heard": "la personne concernée, ou son avocat, a pu dire ce qu'elle craint, ou une raison de l'entendre plus tard est consignée",
    "check.each_claim_addressed": "chaque grief soulevé par la personne concernée a reçu une réponse qui indique ce qui a été examiné",
    "check.treaty_scope_examined": "il a été examiné si les faits, et l'aide demandée, relèvent du traité invoqué",
    "check.second_person_and_receipt": "une seconde personne a approuvé l'acte irréversible et il existe un reçu du journal attesté par un témoin",
    "check.hold_released_by_reasoned_decision": "une retenue relevant de la politique de ce système a été levée par une décision consignée et motivée",
})  # fmt: skip
