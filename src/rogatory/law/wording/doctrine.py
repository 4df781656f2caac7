"""The legal tests in French and Dutch: what each finds, as a clause.

Dutch carries the marks explained in `rogatory.law.wording.dutch`; English stands with the test itself.
"""

from collections.abc import Mapping
from types import MappingProxyType

TESTS: Mapping[str, tuple[str, str]] = MappingProxyType({
    # --- who the person is ---------------------------------------------------------------------------------------------
    "refugee-here": (
        "l'État requis a reconnu la personne concernée comme réfugiée à l'égard de l'État requérant, et ce statut subsiste",
        "de aangezochte staat ^ de betrokkene als vluchteling uit de verzoekende staat [heeft] erkend, en die status ^ nog [geldt]",
    ),
    "refugee-elsewhere": (
        "un autre État ou le HCR a reconnu la personne concernée comme réfugiée à l'égard de l'État requérant, et ce statut subsiste",
        "een andere staat of het UNHCR ^ de betrokkene als vluchteling uit de verzoekende staat [heeft] erkend, en die status ^ nog [geldt]",
    ),
    "recognised-refugee": (
        "la personne concernée est une réfugiée reconnue à l'égard de l'État requérant",
        "de betrokkene ^ een erkende vluchteling uit de verzoekende staat [is]",
    ),
    "protected-person": (
        "la personne concernée bénéficie d'une protection internationale contre l'État requérant, ou en demande une",
        "de betrokkene ^ internationale bescherming tegen de verzoekende staat [geniet] of ^ die [vraagt]",
    ),
    "politically-exposed": (
        "la personne concernée est de celles que l'État requérant a des raisons politiques de poursuivre",
        "de betrokkene ^ iemand [is] die de verzoekende staat om politieke redenen wil vervolgen",
    ),
    "personal-link": (
        "un élément propre à la personne concernée la rattache à ce que décrivent les rapports généraux",
        "iets eigens ^ de betrokkene met de inhoud van de algemene verslagen [verbindt]",
    ),
    # --- real risk of ill-treatment ------------------------------------------------------------------------------------
    "reports-and-personal-link": (
        "des rapports généraux de mauvais traitements sont corroborés par un élément propre à la personne concernée",
        "algemene verslagen over mishandeling ^ door iets eigens van de betrokkene [worden] gestaafd",
    ),
    "member-of-ill-treated-group": (
        "la personne concernée appartient à un groupe qui y est systématiquement maltraité",
        "de betrokkene ^ tot een groep [behoort] die daar stelselmatig wordt mishandeld",
    ),
    "abusive-detention-system": (
        "toute personne détenue là-bas comme accusée, voire toute personne renvoyée, est en danger",
        "ieder die daar als beklaagde vastzit, of zelfs ieder die wordt teruggestuurd, ^ in gevaar [is]",
    ),
    "place-or-health": (
        "le lieu de détention est inhumain, ou le transfert aggraverait gravement une maladie",
        "de plaats van detentie ^ onmenselijk [is], of de overbrenging ^ een ziekte ernstig [zou] verergeren",
    ),
    "real-risk-of-ill-treatment": (
        "il existe un risque réel que la personne concernée soit torturée ou traitée de manière inhumaine dans l'État requérant",
        "er ^ een reëel risico [bestaat] dat de betrokkene in de verzoekende staat wordt gefolterd of onmenselijk behandeld",
    ),
    "real-risk-between-member-states": (
        "il existe un risque réel de mauvais traitements dans l'État membre d'émission, démontré pour la personne concernée",
        "er ^ een voor de betrokkene aangetoond reëel risico op mishandeling in de uitvaardigende lidstaat [bestaat]",
    ),
    # --- the purpose of the request ------------------------------------------------------------------------------------
    "tie-to-this-pursuit": (
        "un élément objectif rattache cette demande aux opinions, aux activités ou à la protection de la personne concernée",
        "iets objectiefs ^ dit verzoek met de overtuiging, het werk of de bescherming van de betrokkene [verbindt]",
    ),
    "persecution": (
        "il existe des raisons sérieuses de croire que la demande sert à poursuivre la personne concernée pour ses opinions, son origine, sa religion ou un autre motif protégé",
        "er ^ ernstige redenen [bestaan] om aan te nemen dat het verzoek dient om de betrokkene te vervolgen wegens overtuiging, afkomst, godsdienst of een andere beschermde grond",
    ),
    "persecution-shown-directly": (
        "la persécution est démontrée par des éléments relatifs à cette demande même",
        "vervolging ^ [is] aangetoond met materiaal over dit verzoek zelf",
    ),
    # --- privilege -----------------------------------------------------------------------------------------------------
    "legal-work": (
        "les autorités savent, ou pouvaient savoir, qu'elles touchent à un travail juridique",
        "de autoriteiten ^ [weten], of ^ [konden] weten, dat zij juridisch werk raken",
    ),
    "qualified-observer": (
        "quelqu'un d'apte à reconnaître les éléments couverts par le secret professionnel, et d'indépendant de l'enquête, est présent",
        "iemand die materiaal onder beroepsgeheim kan herkennen en los van het onderzoek staat, ^ aanwezig [is]",
    ),
    "privileged-item": (
        "la pièce est, ou peut être, couverte par le secret professionnel",
        "het stuk ^ onder het beroepsgeheim [valt] of ^ daaronder [kan] vallen",
    ),
    "independently-sifted": (
        "une personne indépendante ou un juge a trié la pièce au regard du secret professionnel",
        "een onafhankelijke persoon of een rechter ^ het stuk op beroepsgeheim [heeft] geschift",
    ),
    # --- the trial to be expected --------------------------------------------------------------------------------------
    "no-real-scrutiny": (
        "les tribunaux de l'État requérant n'offrent aucune garantie réelle d'examen des plaintes pour torture",
        "de gerechten van de verzoekende staat ^ geen werkelijke waarborg [bieden] dat klachten over foltering worden onderzocht",
    ),
    "tainted-proceedings": (
        "il existe un risque réel que ce sur quoi repose la demande provienne de mauvais traitements, et ce risque n'a pas été écarté",
        "er ^ een reëel risico [bestaat] dat datgene waarop het verzoek steunt uit mishandeling voortkomt, en dat risico ^ niet [is] uitgesloten",
    ),
    "absence-without-retrial": (
        "la condamnation est par défaut, sans nouvel examen et sans défense dont la personne concernée ait eu connaissance",
        "de veroordeling ^ bij verstek [is], zonder nieuw onderzoek en zonder verdediging waarvan de betrokkene wist",
    ),
    "flagrant-denial-of-justice": (
        "il existe un risque réel de déni de justice flagrant",
        "er ^ een reëel risico op flagrante rechtsweigering [bestaat]",
    ),
    "flagrant-denial-beyond-absence": (
        "il existe un risque réel de déni de justice flagrant qu'aucun nouveau procès ne réparerait",
        "er ^ een reëel risico [bestaat] op een flagrante rechtsweigering die geen nieuw proces zou herstellen",
    ),
    # --- tests of single packs -----------------------------------------------------------------------------------------
    "ground-under-untoc-18-21": (
        "un motif de l'article 18(21) de la Convention contre la criminalité transnationale organisée ou de l'article 46(21) de la Convention contre la corruption est invoqué",
        "een grond van artikel 18(21) van het Verdrag tegen grensoverschrijdende georganiseerde misdaad of van artikel 46(21) van het Verdrag tegen corruptie ^ [wordt] ingeroepen",
    ),
    "ground-under-european-assistance-treaty": (
        "un motif tiré des conventions européennes sur l'entraide ou sur le blanchiment est invoqué",
        "een grond uit de Europese rechtshulp- of witwasverdragen ^ [wordt] ingeroepen",
    ),
    "beyond-conditions": (
        "il existe un motif auquel une coopération partielle, conditionnelle ou différée ne peut répondre",
        "er ^ een grond [bestaat] die met gedeeltelijke, voorwaardelijke of latere medewerking niet te ondervangen is",
    ),
    "rights-at-stake-in-this-case": (
        "la notice contribuerait, dans cette affaire, à des mauvais traitements, à la mort ou à un procès constituant un déni de justice",
        "de kennisgeving ^ in deze zaak [zou] bijdragen tot mishandeling, de dood of een proces dat op rechtsweigering neerkomt",
    ),
    "eio-breach-of-the-charter": (
        "il existe des raisons sérieuses de croire que cette mesure violerait la Charte",
        "er ^ ernstige redenen [bestaan] om aan te nemen dat deze maatregel het Handvest zou schenden",
    ),
})  # fmt: skip
"""Clauses by identifier of the test."""

SUFFICIENT = (
    "une assurance suffisante contre le risque ({risk}) a été donnée",
    "er ^ een toereikende garantie tegen het risico ({risk}) [is] gegeven",
)
"""For the tests `sufficient-assurance-...`, one for each risk."""
SUFFICIENT_BETWEEN_MEMBERS = (
    "une assurance suffisante de l'État membre d'émission contre le risque ({risk}) a été donnée",
    "er ^ een toereikende garantie van de uitvaardigende lidstaat tegen het risico ({risk}) [is] gegeven",
)
"""For the tests `sufficient-assurance-between-member-states-...`, one for each risk."""
FAILED = (
    "une assurance contre le risque ({risk}) a été refusée, ou a été donnée et n'est pas suffisante",
    "een garantie tegen het risico ({risk}) ^ [is] geweigerd, of ^ [is] gegeven maar ^ niet [volstaat]",
)
"""For the tests `failed-assurance-...`, one for each risk."""
PERSECUTION_ON = (
    "il y a persécution ou préjudice pour un motif énuméré par le traité ({grounds})",
    "er ^ vervolging of benadeling [is] op een grond die het verdrag opsomt ({grounds})",
)
"""For the tests `persecution-on-...`, one for each list of grounds."""

FAMILIES: Mapping[str, tuple[str, str]] = MappingProxyType({
    "sufficient-assurance-": SUFFICIENT,
    "sufficient-assurance-between-member-states-": SUFFICIENT_BETWEEN_MEMBERS,
    "failed-assurance-": FAILED,
})  # fmt: skip
"""The tests made for one risk each, by what stands before the risk in their identifier."""

WHY_LIVE: Mapping[str, tuple[str, str]] = MappingProxyType({
    "reports describe ill-treatment in the requesting state": (
        "des rapports décrivent des mauvais traitements dans l'État requérant",
        "verslagen beschrijven mishandeling in de verzoekende staat",
    ),
    "a group is systematically ill-treated in the requesting state": (
        "un groupe est systématiquement maltraité dans l'État requérant",
        "een groep wordt in de verzoekende staat stelselmatig mishandeld",
    ),
    "a systemic deficiency is on record": (
        "une défaillance systémique est connue",
        "een structurele tekortkoming is bekend",
    ),
    "the requesting state has political reason to pursue the person": (
        "l'État requérant a des raisons politiques de poursuivre la personne concernée",
        "de verzoekende staat heeft politieke redenen om de betrokkene te vervolgen",
    ),
    "the person holds or seeks protection": (
        "la personne concernée bénéficie d'une protection ou en demande une",
        "de betrokkene geniet of vraagt bescherming",
    ),
    "INTERPOL deleted or refused a notice on these charges": (
        "INTERPOL a supprimé ou refusé une notice pour ces accusations",
        "INTERPOL heeft voor deze aantijgingen een kennisgeving verwijderd of geweigerd",
    ),
    "a UN body has spoken on the case": (
        "un organe des Nations unies s'est prononcé sur l'affaire",
        "een orgaan van de Verenigde Naties heeft zich over de zaak uitgesproken",
    ),
    "another state refused on political or human-rights grounds": (
        "un autre État a refusé pour un motif politique ou de droits de l'homme",
        "een andere staat heeft om politieke redenen of mensenrechten geweigerd",
    ),
    "the request is steered by another state": (
        "la demande est dirigée par un autre État",
        "het verzoek wordt door een andere staat gestuurd",
    ),
    "the charge punishes political conduct": (
        "l'accusation réprime un comportement politique",
        "de tenlastelegging bestraft politiek gedrag",
    ),
    "the requesting state has a record of pursuing opponents abroad": (
        "l'État requérant a des antécédents de poursuite d'opposants à l'étranger",
        "de verzoekende staat heeft een verleden van vervolging van tegenstanders in het buitenland",
    ),
    "somebody may have been ill-treated in the same proceedings": (
        "quelqu'un a peut-être subi des mauvais traitements dans la même procédure",
        "iemand is in dezelfde procedure mogelijk mishandeld",
    ),
    "what the request rests on may come from ill-treatment": (
        "ce sur quoi repose la demande provient peut-être de mauvais traitements",
        "waarop het verzoek steunt, komt mogelijk uit mishandeling voort",
    ),
    "a life sentence without parole is possible in law": (
        "une peine perpétuelle sans libération conditionnelle est possible en droit",
        "levenslang zonder vervroegde invrijheidstelling is wettelijk mogelijk",
    ),
    "an assurance was given and must be judged": (
        "une assurance a été donnée et doit être appréciée",
        "een garantie is gegeven en moet worden beoordeeld",
    ),
    "the offence can be punished by death": (
        "l'infraction est passible de la peine de mort",
        "op het misdrijf kan de doodstraf staan",
    ),
})  # fmt: skip
"""Why a question is live: the clauses of `rogatory.law.liveness`, by their English wording."""
