"""The values a question may be answered with, as they read in its clause.

Keyed by question, because the same value reads differently in different clauses (`none`, `judge`).
"""

from collections.abc import Mapping
from types import MappingProxyType

from rogatory.law.wording.language import Words

YES_NO: Mapping[str, Words] = MappingProxyType({"yes": ("yes", "oui", "ja"), "no": ("no", "non", "nee")})
"""The values of every question answered yes or no."""

VALUES: Mapping[str, Mapping[str, Words]] = MappingProxyType({
    "request.protected_ground": {
        "race": ("race", "la race", "ras"),
        "religion": ("religion", "la religion", "godsdienst"),
        "nationality": ("nationality", "la nationalité", "nationaliteit"),
        "ethnic-origin": ("ethnic origin", "l'origine ethnique", "etnische afkomst"),
        "political-opinion": ("political opinion", "les opinions politiques", "politieke overtuiging"),
        "social-group": ("a particular social group", "un certain groupe social", "een bepaalde sociale groep"),
        "sex": ("sex", "le sexe", "geslacht"),
        "colour": ("colour", "la couleur", "huidskleur"),
        "social-origin": ("social origin", "l'origine sociale", "sociale afkomst"),
        "language": ("language", "la langue", "taal"),
        "disability": ("disability", "un handicap", "een handicap"),
        "age": ("age", "l'âge", "leeftijd"),
        "sexual-orientation": ("sexual orientation", "l'orientation sexuelle", "seksuele geaardheid"),
        "birth": ("birth", "la naissance", "geboorte"),
        "wealth": ("property", "la fortune", "vermogen"),
        "national-minority": (
            "membership of a national minority",
            "l'appartenance à une minorité nationale",
            "het behoren tot een nationale minderheid",
        ),
        "genetic-features": ("genetic features", "les caractéristiques génétiques", "genetische kenmerken"),
    },
    "request.political_offence": {
        "none": ("not at all", "inexistant", "geen"),
        "relative": ("relatively political", "relatif", "betrekkelijk politiek"),
        "absolute": ("purely political", "absolu", "zuiver politiek"),
        "connected": ("connected with a political offence", "connexe", "samenhangend met een politiek misdrijf"),
    },
    "request.authorised_by": {
        "judge": ("a judge", "un juge", "een rechter"),
        "prosecutor": ("a prosecutor", "le ministère public", "het openbaar ministerie"),
        "police": ("the police", "la police", "de politie"),
        "other": ("another authority", "une autre autorité", "een andere autoriteit"),
    },
    "request.treaty_reservations": {
        "persecution": ("persecution", "la persécution", "vervolging op beschermde gronden"),
        "ne-bis-in-idem": ("being tried twice for the same facts", "le principe ne bis in idem", "het beginsel ne bis in idem"),
        "search-dual-criminality": (
            "double criminality for searches",
            "la double incrimination en matière de perquisition",
            "dubbele strafbaarheid bij huiszoeking",
        ),
        "search-extraditable": (
            "searches for extraditable offences only",
            "la perquisition pour les seules infractions extraditionnelles",
            "huiszoeking enkel voor uitleverbare misdrijven",
        ),
        "search-own-law": (
            "searches only as its own law allows",
            "la perquisition dans les seules limites de son droit",
            "huiszoeking enkel zoals het eigen recht toelaat",
        ),
        "judicial-authority": (
            "a judicial authority behind the request",
            "l'exigence d'une autorité judiciaire à l'origine de la demande",
            "de eis dat een gerechtelijke autoriteit achter het verzoek staat",
        ),
        "special-court": ("special courts", "les tribunaux d'exception", "bijzondere gerechten"),
        "exceptional-gravity": (
            "exceptionally grave consequences for the person",
            "les conséquences d'une gravité exceptionnelle pour la personne concernée",
            "uitzonderlijk ernstige gevolgen voor de betrokkene",
        ),
    },
    "offence.already_judged": {
        "no": ("not at all", "aucune", "geen"),
        "final-judgment-here": (
            "a final judgment here",
            "un jugement définitif ici",
            "een onherroepelijk vonnis hier",
        ),
        "proceedings-dropped-here": (
            "proceedings dropped here",
            "l'abandon des poursuites ici",
            "stopzetting van de vervolging hier",
        ),
        "final-judgment-in-third-state": (
            "a final judgment in a third state",
            "un jugement définitif dans un État tiers",
            "een onherroepelijk vonnis in een derde staat",
        ),
        "pending-here": ("proceedings pending here", "des poursuites pendantes ici", "een lopende vervolging hier"),
    },
    "proceeding.refused_elsewhere": {
        "no": ("no", "aucun refus", "geen weigering"),
        "on-rights-or-political-grounds": (
            "on human-rights or political grounds",
            "un refus fondé sur les droits de l'homme ou sur un motif politique",
            "een weigering om redenen van mensenrechten of politiek",
        ),
        "on-other-grounds": (
            "on other grounds",
            "un refus fondé sur d'autres motifs",
            "een weigering op andere gronden",
        ),
    },
    "notice.ccf_outcome": {
        "none": ("not been asked", "aucune (elle n'a pas été saisie)", "geen (zij is niet gevat)"),
        "pending": ("not decided yet", "attendue", "in afwachting"),
        "compliant": ("found the data compliant", "les données sont conformes", "de gegevens zijn conform"),
        "not-compliant": (
            "found the data not compliant",
            "les données ne sont pas conformes",
            "de gegevens zijn niet conform",
        ),
    },
    "measure.type": {
        "surrender": ("surrender of the person", "la remise de la personne concernée", "overlevering van de betrokkene"),
        "search": ("a search", "une perquisition", "een huiszoeking"),
        "seizure": ("seizure", "une saisie", "inbeslagneming"),
        "freezing": ("freezing of property", "un gel de biens", "bevriezing van vermogen"),
        "bank-data": ("bank data", "la communication de données bancaires", "mededeling van bankgegevens"),
        "interception": ("interception of communications", "une interception de communications", "het afluisteren van communicatie"),
        "interview": ("an interview", "une audition", "een verhoor"),
        "video-hearing": ("a hearing by video", "une audition par vidéoconférence", "een verhoor per videoconferentie"),
        "service": ("service of papers", "la signification d'actes", "betekening van stukken"),
        "documents": ("handing over of documents", "la remise de documents", "afgifte van documenten"),
        "witness-transfer": ("transfer of a detained witness", "le transfèrement d'un témoin détenu", "overbrenging van een gedetineerde getuige"),
        "arrest": ("arrest", "une arrestation", "een aanhouding"),
        "other": ("another measure", "une autre mesure", "een andere maatregel"),
    },
    "measure.observer": {
        "none": ("nobody", "personne", "niemand"),
        "lay": ("a lay person", "un profane", "een leek"),
        "bar": ("a delegate of the bar", "un délégué du barreau", "een afgevaardigde van de balie"),
        "judge": ("a judge", "un juge", "een rechter"),
        "independent-counsel": ("independent counsel", "un avocat indépendant", "een onafhankelijke advocaat"),
    },
    "interview.role": {
        "suspect": ("a person under suspicion", "personne soupçonnée", "verdachte"),
        "witness": ("a witness", "témoin", "getuige"),
    },
    "item.privilege": {
        "none": ("none", "aucun secret", "geen beroepsgeheim"),
        "claimed": ("claimed", "secret invoqué", "beroepsgeheim ingeroepen"),
        "confirmed": ("confirmed", "secret confirmé", "beroepsgeheim bevestigd"),
        "waived": ("waived", "secret levé par son bénéficiaire", "beroepsgeheim prijsgegeven door de begunstigde"),
    },
    "item.sifted_by": {
        "nobody": ("nobody", "personne", "niemand"),
        "investigators": ("the investigators", "les enquêteurs", "de onderzoekers"),
        "keywords-of-investigators": (
            "key words chosen by the investigators",
            "les enquêteurs, par mots-clés de leur choix",
            "de onderzoekers, met zelfgekozen trefwoorden",
        ),
        "independent-person": ("an independent person", "une personne indépendante", "een onafhankelijke persoon"),
        "judge": ("a judge", "un juge", "een rechter"),
    },
    "item.relevance": {
        "in-scope": ("within its scope", "pertinente", "ter zake dienend"),
        "out-of-scope": ("outside its scope", "hors de son objet", "niet ter zake dienend"),
        "unclear": ("not clear", "d'une pertinence incertaine", "onduidelijk"),
    },
    "item.kind": {
        "statement": ("statement", "une déclaration", "een verklaring"),
        "object": ("physical object", "un objet", "een voorwerp"),
        "document": ("document or data", "un document ou des données", "een document of gegevens"),
    },
    "item.treatment": {
        "torture": ("torture", "torture", "foltering"),
        "inhuman": ("inhuman or degrading treatment", "traitement inhumain ou dégradant", "onmenselijke of vernederende behandeling"),
        "unknown": ("not known", "inconnue", "onbekend"),
    },
    "transfer.data_ground": {
        "adequacy": ("an adequacy decision", "une décision d'adéquation", "een adequaatheidsbesluit"),
        "binding-safeguards": ("binding safeguards", "des garanties contraignantes", "bindende waarborgen"),
        "documented-self-assessment": (
            "a documented assessment of its own",
            "une évaluation propre et documentée",
            "een eigen gedocumenteerde beoordeling",
        ),
        "derogation": ("a derogation", "une dérogation", "een afwijking"),
        "none": ("none", "aucune", "geen"),
    },
    "remedy.claim_examined": {
        "not-at-all": ("not at all", "inexistant", "niet"),
        "superficially": ("superficially", "superficiel", "oppervlakkig"),
        "thoroughly": ("thoroughly", "approfondi", "grondig"),
    },
})  # fmt: skip
"""Labels of the values of every question answered by one or some of a list, by question and value."""

UNITS: Mapping[str, Words] = MappingProxyType({
    "calendar days": ("calendar days", "jours calendrier", "kalenderdagen"),
    "months": ("months", "mois", "maanden"),
    "years": ("years", "années", "jaren"),
})  # fmt: skip
"""Units of questions answered by a number."""
