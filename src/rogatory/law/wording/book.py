"""Headings and standing sentences of the printed law book, in English, French and Dutch."""

from collections.abc import Mapping
from types import MappingProxyType

from rogatory.law.wording.language import Language, Words, said

WORDS: Mapping[str, Words] = MappingProxyType({
    # --- the book ------------------------------------------------------------------------------------------------------
    "title": ("The law book", "Recueil du droit appliqué", "Bundel van het toegepaste recht"),
    "contents": ("Contents", "Sommaire", "Inhoud"),
    "about": (
        "Printed from the law this office applies: {norms} norms in {packs} packs over {questions} questions. Law hash {hash}.",
        "Imprimé à partir du droit que cette autorité applique : {norms} normes en {packs} ensembles, sur {questions} questions. Empreinte du droit {hash}.",
        "Gedrukt uit het recht dat deze dienst toepast: {norms} normen in {packs} pakketten, over {questions} vragen. Vingerafdruk van het recht {hash}.",
    ),
    "only-english": (
        "",
        "Les normes, les questions et les conditions sont rédigées en français. Ce qui n'existe qu'en anglais est marqué [en anglais] ; les citations sont données telles quelles.",
        "Normen, vragen en voorwaarden zijn in het Nederlands gesteld. Wat alleen in het Engels bestaat, is gemerkt met [in het Engels]; vindplaatsen staan er zoals ze worden aangehaald.",
    ),
    "mark-english": ("", "[en anglais]", "[in het Engels]"),
    # --- how to read ---------------------------------------------------------------------------------------------------
    "reading": ("How to read this book", "Comment lire ce recueil", "Hoe deze bundel te lezen"),
    "reading-unknown": (
        "A condition is shown, excluded or unknown. Unknown is never no: each norm says what follows while it is unknown.",
        "Une condition est démontrée, exclue ou inconnue. L'inconnu n'est jamais un non : chaque norme dit ce qui suit tant que sa condition est inconnue.",
        "Een voorwaarde is aangetoond, uitgesloten of onbekend. Onbekend is nooit nee: elke norm zegt wat volgt zolang haar voorwaarde onbekend is.",
    ),
    "reading-excluded": (
        "Excluded means established not to be so, or presumed not to be so while nothing on file raises the question.",
        "Exclu signifie : établi comme inexact, ou présumé tel tant que rien au dossier ne soulève la question.",
        "Uitgesloten betekent: vastgesteld als niet zo, of vermoed niet zo te zijn zolang niets in het dossier de vraag opwerpt.",
    ),
    "reading-grade": (
        "What a condition asks must be established unless the line names another standard of proof.",
        "Ce que demande une condition doit être établi, sauf si la ligne indique un autre degré de preuve.",
        "Wat een voorwaarde vraagt, moet vaststaan, tenzij de regel een andere bewijsmaatstaf noemt.",
    ),
    "reading-check": (
        "A ruling that rests on a norm that is not fully verified says so on its face.",
        "Une décision qui repose sur une norme non entièrement vérifiée le dit expressément.",
        "Een uitspraak die op een niet volledig geverifieerde norm steunt, zegt dat uitdrukkelijk.",
    ),
    "verdicts": ("Verdicts", "Verdicts", "Uitkomsten"),
    "grades": ("Standards of proof, in rising order", "Degrés de preuve, par ordre croissant", "Bewijsmaatstaven, in oplopende orde"),
    "word": ("Word", "Terme", "Woord"),
    "meaning": ("Meaning", "Sens", "Betekenis"),
    # --- the acts ------------------------------------------------------------------------------------------------------
    "acts": ("The acts", "Les actes", "De handelingen"),
    "acts-intro": (
        "Everything an office can do in a case, in the order of the procedure. Norms bear on acts.",
        "Tout ce qu'une autorité peut faire dans une affaire, dans l'ordre de la procédure. Les normes portent sur les actes.",
        "Alles wat een dienst in een zaak kan doen, in de volgorde van de procedure. Normen slaan op handelingen.",
    ),
    "act": ("Act", "Acte", "Handeling"),
    "stage": ("Stage", "Étape", "Fase"),
    "object": ("Object", "Objet", "Voorwerp"),
    "by": ("Who may", "Qui peut", "Wie mag"),
    "second": ("Second person", "Seconde personne", "Tweede persoon"),
    "undone": ("Can be undone", "Réversible", "Omkeerbaar"),
    "record": ("Leaves on record", "Laisse au journal", "Laat in het journaal na"),
    "norms-count": ("Norms", "Normes", "Normen"),
    "yes": ("yes", "oui", "ja"),
    "no": ("no", "non", "nee"),
    # --- norms ---------------------------------------------------------------------------------------------------------
    "pack": ("Law: {}", "Droit : {}", "Recht: {}"),
    "house": (
        "House rules of this system, not law: decided cases are replayed without them.",
        "Règles internes de ce système, et non du droit : les affaires jugées sont rejouées sans elles.",
        "Huisregels van dit systeem, geen recht: beslechte zaken worden zonder deze regels overgedaan.",
    ),
    "jurisdiction": ("Law of one state: {}.", "Droit d'un seul État : {}.", "Recht van één staat: {}."),
    "source": ("Source", "Source", "Bron"),
    "basis": ("Basis", "Fondement", "Grondslag"),
    "check": ("Check", "Vérification", "Verificatie"),
    "bound": ("Who is bound", "Qui est lié", "Wie gebonden is"),
    "bound-by": ("{who}: {by}", "{who} : {by}", "{who}: {by}"),
    "force": ("In force", "En vigueur", "Van kracht"),
    "force-always": (
        "before any case that can come up",
        "avant toute affaire pouvant se présenter",
        "vóór elke zaak die zich kan voordoen",
    ),
    "force-since": ("since {}", "depuis le {}", "sinds {}"),
    "force-until": ("until the day before {}", "jusqu'à la veille du {}", "tot de dag vóór {}"),
    "kinds": ("Requests", "Demandes", "Verzoeken"),
    "kinds-all": ("every kind", "de toute nature", "van elke soort"),
    "effect": ("Effect", "Effet", "Gevolg"),
    "standard": ("Standard", "Critère", "Maatstaf"),
    "on-unknown": ("If unknown", "Si inconnu", "Indien onbekend"),
    "when": ("When", "Si", "Als"),
    "unless": ("Unless", "Sauf si", "Tenzij"),
    "cure": ("Answered by", "Y répond", "Beantwoord door"),
    "cure-keep": ("Then to be kept", "À maintenir ensuite", "Daarna te handhaven"),
    "cure-met": ("Answered when", "Répondu si", "Beantwoord als"),
    "cure-failed": ("No longer to be obtained when", "Ne peut plus être obtenu si", "Niet meer te verkrijgen als"),
    "fulfilled": ("Fulfilled when", "Accompli si", "Vervuld als"),
    "lifts": ("What lifts it", "Ce qui la lève", "Wat haar opheft"),
    "limit": ("Time limit", "Délai", "Termijn"),
    "releases": ("Reading", "Lecture", "Lezing"),
    "releases-text": (
        "eases cooperation: neither conflicting evidence nor an unconfirmed treaty makes it apply",
        "facilite la coopération : ni des preuves contradictoires ni un traité non confirmé ne la rendent applicable",
        "vergemakkelijkt de medewerking: tegenstrijdig bewijs noch een onbevestigd verdrag maakt haar toepasselijk",
    ),
    "note": ("Note", "Note", "Opmerking"),
    "situations": ("Tests", "Cas d'essai", "Proefgevallen"),
    "none": ("none", "aucun", "geen"),
    # --- tests, triggers, vocabulary, sources --------------------------------------------------------------------------
    "tests": ("Legal tests", "Critères juridiques", "Juridische toetsen"),
    "tests-intro": (
        "Tests that several norms share, each defined once. A norm names a test; here is what it asks.",
        "Critères communs à plusieurs normes, définis chacun une seule fois. Une norme nomme un critère ; voici ce qu'il demande.",
        "Toetsen die verschillende normen delen, elk één keer omschreven. Een norm noemt een toets; hier staat wat die vraagt.",
    ),
    "used-by": ("Used by", "Utilisé par", "Gebruikt door"),
    "live": ("What makes a question live", "Ce qui soulève une question", "Wat een vraag opwerpt"),
    "live-intro": (
        "A question nobody raised takes its presumption. Once something on file raises it, it stays unknown until answered.",
        "Une question que rien ne soulève reçoit sa présomption. Dès qu'un élément du dossier la soulève, elle reste inconnue jusqu'à réponse.",
        "Een vraag die niets opwerpt, krijgt haar vermoeden. Zodra iets in het dossier haar opwerpt, blijft zij onbekend tot zij is beantwoord.",
    ),
    "because": ("Because", "Parce que", "Omdat"),
    "vocabulary": ("Questions: {}", "Questions : {}", "Vragen: {}"),
    "id": ("Name", "Nom", "Naam"),
    "answer": ("Answer", "Réponse", "Antwoord"),
    "side": ("Direction", "Sens", "Richting"),
    "proof": ("Standard of proof", "Degré de preuve", "Bewijsmaatstaf"),
    "presumed": ("Presumed", "Présomption", "Vermoeden"),
    "never-presumed": (
        "never: unanswered is unknown",
        "jamais : sans réponse, elle est inconnue",
        "nooit: onbeantwoord is onbekend",
    ),
    "asking": ("To answer it", "Pour y répondre", "Om te antwoorden"),
    "ages": ("Ages", "Vieillit", "Veroudert"),
    "ages-text": (
        "a clearing answer counts for {} days",
        "une réponse qui écarte vaut {} jours",
        "een antwoord dat uitsluit geldt {} dagen",
    ),
    "help": ("When to answer what", "Quand répondre quoi", "Wanneer wat te antwoorden"),
    "sources": ("Index of sources", "Index des sources", "Register van bronnen"),
    "whole": ("as a whole", "dans son ensemble", "in zijn geheel"),
})  # fmt: skip
"""Every standing text of the book by key."""

SHAPES: Mapping[str, str] = MappingProxyType(
    {"FORBIDDEN": "■", "NOT_RIPE": "◔", "CONDITIONAL": "◆", "DISCRETIONARY": "◇", "ALLOWED": "○"}
)
"""The shape that stands beside each verdict, so that none is told by colour alone."""


def word(key: str, lang: Language) -> str:
    """The standing text `key` in `lang`."""
    return said(WORDS[key], lang)
