"""The acts of keeping a file, and what stands in the way of an act, in the three languages.

The acts norms bear on are worded with the law (`rogatory.law.wording`).
"""

from collections.abc import Mapping
from types import MappingProxyType

from rogatory.law.acts import ACTS
from rogatory.law.wording import act_record, act_title
from rogatory.law.wording.language import Language, Words, english_only, said
from rogatory.office.errors import Hurdle
from rogatory.office.filing import CUSTODY, EVERY_ACT, IMPORT_INDEX, MAIL, ON_RECORD, OVERSEEING, REVIEW, STAFFING
from rogatory.office.folds.reassessing import REASSESSED
from rogatory.office.streams import oversight_words

TITLES: Mapping[str, tuple[str, str]] = MappingProxyType({
    "enter": (
        "verser au dossier une personne, une mesure, une pièce, une assurance ou un événement",
        "een persoon, maatregel, stuk, toezegging of gebeurtenis in het dossier opnemen",
    ),
    "attach": ("joindre à l'affaire un document reçu", "een ontvangen document bij de zaak voegen"),
    "give-mandate": ("enregistrer un mandat pour cette affaire", "een mandaat voor deze zaak registreren"),
    "end-mandate": ("mettre fin à un mandat pour cette affaire", "een mandaat voor deze zaak beëindigen"),
    "find": ("répondre à une question par une constatation", "een vraag beantwoorden met een vaststelling"),
    "withdraw-finding": ("retirer une constatation", "een vaststelling intrekken"),
    "submit": (
        "déposer une déclaration ou une pièce pour la personne concernée",
        "een verklaring of stuk indienen voor de betrokkene",
    ),
    "report-incident": ("signaler ce qui est fait à la personne ou à ses proches",
        "melden wat de betrokkene of naasten wordt aangedaan"),
    "lodge-allegation": ("alléguer une répression depuis l'étranger, ou des actes de torture",
        "repressie vanuit het buitenland, of foltering, aanvoeren"),
    "inquire": ("accomplir une étape de l'enquête sur une allégation",
        "een stap zetten in het onderzoek naar een aantijging"),
    "conclude-inquiry": ("clore l'enquête sur une allégation, ou refuser de l'ouvrir",
        "het onderzoek naar een aantijging afsluiten, of weigeren het te openen"),
    "track-notice": (
        "consigner ce qui a été vérifié d'une notice, le sort de ses copies, les demandes à la Commission",
        "noteren wat van een signalering is nagezien, en wat met kopieën en vragen aan de Commissie gebeurde",
    ),
    "decide-disclosure": ("décider si l'identité d'une source est révélée",
        "beslissen of wordt onthuld wie een bron is"),
    "depart": ("s'écarter d'une appréciation, par décision motivée", "afwijken van een beoordeling, met redenen"),
    "confirm": (
        "confirmer, comme seconde personne, un acte proposé",
        "als tweede persoon een voorgestelde handeling bevestigen",
    ),
    "undertake": ("promettre qu'un acte ne sera pas accompli", "beloven dat een handeling niet zal worden verricht"),
    "lodge-remedy": (
        "introduire un recours pour la personne concernée",
        "een rechtsmiddel instellen voor de betrokkene",
    ),
    "register-remedy": (
        "inscrire un recours au registre de la juridiction",
        "een rechtsmiddel inschrijven in het register van het gerecht",
    ),
    "refer-remedy": (
        "poser une question à une autre juridiction, ou consigner sa réponse",
        "een vraag stellen aan een ander gerecht, of het antwoord ervan optekenen",
    ),
    "decide-remedy": ("statuer sur un recours", "uitspraak doen over een rechtsmiddel"),
    "withdraw-remedy": ("se désister d'un recours", "afstand doen van een rechtsmiddel"),
    "order-stay": (
        "ordonner que des actes attendent, ou consigner qu'un autre organe l'a ordonné",
        "bevelen dat handelingen wachten, of optekenen dat een ander orgaan dat beval",
    ),
    "lift-stay": ("lever l'ordre d'attendre", "het bevel om te wachten opheffen"),
    "end-undertaking": (
        "mettre fin à un engagement selon sa propre règle",
        "een toezegging volgens haar eigen regel beëindigen",
    ),
    "keep-back": ("taire quelque chose à la personne pour un temps", "iets een tijd lang voor de persoon verzwijgen"),
    "end-secrecy": ("mettre fin à une restriction avant terme", "een beperking voor haar einddag beëindigen"),
    "set-hearing": ("fixer une audience, ou la modifier", "een zitting bepalen, of wijzigen"),
    "cancel-hearing": ("annuler une audience", "een zitting afgelasten"),
    "record-hearing": (
        "consigner qui est venu à une audience et ce qui s'y est dit",
        "optekenen wie op een zitting kwam en wat er werd gezegd",
    ),
    "record-service": (
        "consigner qu'une information a été signifiée ou notifiée, ou ne l'a pas été",
        "optekenen dat een kennisgeving is betekend of ter kennis gebracht, of niet",
    ),
    "suspend-limit": (
        "suspendre un délai, ou le laisser courir de nouveau",
        "een termijn schorsen, of weer laten lopen",
    ),
    "extend-limit": ("proroger un délai", "een termijn verlengen"),
    "intervene": ("déposer des observations comme tiers", "als derde opmerkingen indienen"),
    "invite-counsel": ("inviter un conseil pour la personne concernée", "een raadsman uitnodigen voor de betrokkene"),
    "accept-mandate": (
        "accepter ou refuser d'assister la personne concernée",
        "aanvaarden of weigeren de betrokkene bij te staan",
    ),
    "set-apart": (
        "placer un élément du dossier dans un compartiment",
        "iets uit het dossier in een compartiment plaatsen",
    ),
    "release": ("sortir un élément d'un compartiment", "iets uit een compartiment halen"),
    "reopen": ("rouvrir une affaire close", "een gesloten zaak heropenen"),
    "erase": (
        "effacer des mots du dossier, sur une base légale",
        "woorden uit het dossier wissen, op een wettelijke grond",
    ),
    "draft-document": (
        "rédiger un document, ou modifier son projet",
        "een document opstellen, of het ontwerp ervan wijzigen",
    ),
    "sign-document": ("signer un document, ce qui le fige", "een document ondertekenen, wat het vastlegt"),
    "send-document": (
        "envoyer un document signé que ne régit aucune norme",
        "een ondertekend document verzenden waarop geen norm rust",
    ),
    "record-answer": (
        "enregistrer la réponse à un document envoyé",
        "het antwoord op een verzonden document registreren",
    ),
    "read": ("lire l'affaire", "de zaak lezen"),
    "appoint": (
        "donner à quelqu'un un mandat dans chaque affaire de l'office",
        "iemand een mandaat geven in elke zaak van de dienst",
    ),
    "dismiss": (
        "mettre fin à un mandat dans chaque affaire de l'office",
        "een mandaat in elke zaak van de dienst beëindigen",
    ),
    "open-register": ("ouvrir un registre", "een register openen"),
    "import-entries": ("importer des inscriptions dans un registre", "inschrijvingen in een register importeren"),
    "put-entry": ("porter une inscription dans un registre", "een inschrijving in een register opnemen"),
    "end-entry": (
        "mettre fin à une inscription erronée ou périmée d'un registre",
        "een inschrijving in een register beëindigen die onjuist is of niet meer klopt",
    ),
    "query-register": (
        "interroger un registre, pour une affaire et dans un but",
        "een register bevragen, voor een zaak en een doel",
    ),
    "receive": ("recevoir un document", "een document ontvangen"),
    "settle-fields": (
        "confirmer, corriger ou écarter ce qui a été lu dans un document",
        "bevestigen, verbeteren of afwijzen wat in een document is gelezen",
    ),
    "read-again": ("faire relire un document", "een document opnieuw laten lezen"),
    "answer-sender": (
        "répondre à qui a envoyé un document sans compte",
        "antwoorden aan wie een document stuurde zonder account",
    ),
    "put-away": (
        "classer un document qui n'appartient à aucune affaire",
        "een document opbergen dat bij geen zaak hoort",
    ),
    "seal-material": (
        "consigner les scellés sur ce qui a été saisi, avant que rien n'en soit ouvert",
        "de verzegeling van wat in beslag is genomen optekenen, voordat er iets van wordt geopend",
    ),
    "open-seal": (
        "lever les scellés, pour que ce qui a été saisi puisse être lu",
        "de zegels lichten, zodat wat in beslag is genomen gelezen mag worden",
    ),
    "give-inventory": (
        "remettre à la personne l'inventaire de ce qui a été saisi, et un délai pour s'opposer",
        "de persoon de inventaris van wat in beslag is genomen geven, en een termijn om bezwaar te maken",
    ),
    "find-breach": ("constater une violation", "een schending vaststellen"),
    "demand-return": ("demander la restitution à l'État requérant", "teruggave vorderen van de verzoekende staat"),
    "close-breach": ("clore une violation", "een schending afsluiten"),
    "order-reparation": ("dire une réparation due, ou l'ordonner", "herstel verschuldigd noemen, of bevelen"),
    "return-material": ("restituer ce qui a été saisi, avec attestation",
        "teruggeven wat in beslag is genomen, met attest"),
    "destroy-material": ("détruire des copies de ce qui a été saisi, avec attestation",
        "kopieën van wat in beslag is genomen vernietigen, met attest"),
    "answer-item": ("répondre à l'une des quatre questions sur une pièce",
        "een van de vier vragen over een stuk beantwoorden"),
    "look-at-item": ("dire ce qu'est une pièce qu'aucune machine n'a pu lire",
        "zeggen wat een stuk is dat geen machine kon lezen"),
    "object-to-item": ("s'opposer à la transmission d'une pièce", "bezwaar maken tegen het toezenden van een stuk"),
    "decide-objection": ("statuer sur l'opposition à des pièces", "beslissen over het bezwaar tegen stukken"),
    "sever-items": ("décider qu'une pièce ne porte rien d'une autre",
        "beslissen dat een stuk niets van een ander draagt"),
    "redact-item": (
        "faire d'une pièce une version où quelque chose est occulté",
        "van een stuk een vorm maken waarin iets onleesbaar is",
    ),
    "taint-item": ("marquer une pièce comme provenant peut-être de mauvais traitements",
        "een stuk aanmerken als mogelijk afkomstig van mishandeling"),
    "lift-taint": ("décider qu'une pièce n'est pas entachée par une autre",
        "beslissen dat een stuk niet door een ander is besmet"),
    "open-item": ("lire ce que dit une pièce saisie", "lezen wat een in beslag genomen stuk zegt"),
    "import-index": (
        "importer une édition de ce que d'autres mesurent des États",
        "een uitgave inlezen van wat anderen over staten meten",
    ),
    "enter-on-record": (
        "inscrire un fait aux antécédents d'un État",
        "een feit opnemen in de antecedenten van een staat",
    ),
    "answer-on-record": (
        "joindre la réponse d'un État à une inscription de ses antécédents",
        "het antwoord van een staat bij een vermelding in zijn antecedenten voegen",
    ),
    "replace-on-record": (
        "remplacer, renouveler ou retirer une inscription aux antécédents d'un État",
        "een vermelding in de antecedenten van een staat vervangen, vernieuwen of intrekken",
    ),
    "erase-document": (
        "effacer, sur une base légale, un document qui n'appartient à aucune affaire",
        "een document dat bij geen zaak hoort op een wettelijke grond wissen",
    ),
})  # fmt: skip
"""What is done, in French and Dutch, by identifier of the act."""

RECORDS: Mapping[str, tuple[str, str]] = MappingProxyType({
    "enter": ("dossier complété", "dossier aangevuld"),
    "attach": ("document joint", "document gevoegd"),
    "give-mandate": ("mandat enregistré", "mandaat geregistreerd"),
    "end-mandate": ("mandat terminé", "mandaat beëindigd"),
    "find": ("question répondue", "vraag beantwoord"),
    "withdraw-finding": ("constatation retirée", "vaststelling ingetrokken"),
    "submit": ("déclaration déposée", "verklaring ingediend"),
    "report-incident": ("incident signalé", "incident gemeld"),
    "lodge-allegation": ("allégation enregistrée", "aantijging geregistreerd"),
    "inquire": ("étape d'une enquête", "stap van een onderzoek"),
    "conclude-inquiry": ("enquête close", "onderzoek afgesloten"),
    "track-notice": ("notice suivie", "signalering gevolgd"),
    "decide-disclosure": ("décision sur la révélation d'une source", "beslissing over het onthullen van een bron"),
    "depart": ("écart par rapport à une appréciation", "afgeweken van een beoordeling"),
    "confirm": ("acte confirmé", "handeling bevestigd"),
    "undertake": ("engagement pris", "belofte gedaan"),
    "lodge-remedy": ("recours introduit", "rechtsmiddel ingesteld"),
    "register-remedy": ("recours inscrit", "rechtsmiddel ingeschreven"),
    "refer-remedy": ("question renvoyée", "vraag verwezen"),
    "decide-remedy": ("recours tranché", "uitspraak over rechtsmiddel"),
    "withdraw-remedy": ("désistement d'un recours", "afstand van rechtsmiddel"),
    "order-stay": ("actes suspendus", "handelingen opgeschort"),
    "lift-stay": ("suspension levée", "opschorting opgeheven"),
    "end-undertaking": ("engagement terminé", "toezegging beëindigd"),
    "keep-back": ("tu à la personne", "verzwegen voor de persoon"),
    "end-secrecy": ("restriction terminée", "beperking beëindigd"),
    "set-hearing": ("audience fixée", "zitting bepaald"),
    "cancel-hearing": ("audience annulée", "zitting afgelast"),
    "record-hearing": ("audience tenue", "zitting gehouden"),
    "record-service": ("signification ou notification consignée", "betekening of kennisgeving opgetekend"),
    "suspend-limit": ("délai suspendu", "termijn geschorst"),
    "extend-limit": ("délai prorogé", "termijn verlengd"),
    "intervene": ("observations déposées", "opmerkingen ingediend"),
    "invite-counsel": ("conseil invité", "raadsman uitgenodigd"),
    "accept-mandate": ("réponse au mandat", "antwoord op mandaat"),
    "set-apart": ("mis à part", "apart geplaatst"),
    "release": ("sorti d'un compartiment", "uit een compartiment gehaald"),
    "reopen": ("affaire rouverte", "zaak heropend"),
    "erase": ("mots du dossier effacés", "woorden uit het dossier gewist"),
    "draft-document": ("document rédigé", "document opgesteld"),
    "sign-document": ("document signé", "document ondertekend"),
    "send-document": ("document envoyé", "document verzonden"),
    "record-answer": ("réponse enregistrée", "antwoord geregistreerd"),
    "read": ("affaire lue", "zaak gelezen"),
    "appoint": ("mandat donné dans l'office", "mandaat gegeven in de dienst"),
    "dismiss": ("mandat dans l'office terminé", "mandaat in de dienst beëindigd"),
    "open-register": ("registre ouvert", "register geopend"),
    "import-entries": ("inscriptions importées", "inschrijvingen geïmporteerd"),
    "put-entry": ("inscription portée au registre", "inschrijving opgenomen in het register"),
    "end-entry": ("inscription terminée", "inschrijving beëindigd"),
    "query-register": ("registre interrogé", "register bevraagd"),
    "receive": ("document reçu", "document ontvangen"),
    "settle-fields": ("champs d'un document réglés", "velden van een document afgehandeld"),
    "read-again": ("document à relire", "document opnieuw te lezen"),
    "answer-sender": ("réponse à l'expéditeur", "afzender beantwoord"),
    "put-away": ("document classé", "document opgeborgen"),
    "seal-material": ("scellés consignés", "verzegeling opgetekend"),
    "open-seal": ("scellés levés", "zegels gelicht"),
    "give-inventory": ("inventaire remis", "inventaris gegeven"),
    "return-material": ("objets saisis restitués", "in beslag genomen zaken teruggegeven"),
    "find-breach": ("violation constatée", "schending vastgesteld"),
    "demand-return": ("restitution demandée", "teruggave gevorderd"),
    "close-breach": ("violation close", "schending afgesloten"),
    "order-reparation": ("réparation ordonnée", "herstel bevolen"),
    "destroy-material": ("copies détruites", "kopieën vernietigd"),
    "answer-item": ("réponse sur une pièce", "stuk beantwoord"),
    "look-at-item": ("pièce regardée", "stuk bekeken"),
    "object-to-item": ("opposition à une pièce", "bezwaar tegen een stuk"),
    "decide-objection": ("opposition tranchée", "over bezwaar beslist"),
    "sever-items": ("pièces disjointes", "stukken gescheiden"),
    "redact-item": ("version occultée faite", "gelakte vorm gemaakt"),
    "taint-item": ("pièce entachée", "stuk besmet"),
    "lift-taint": ("entachement levé", "besmetting opgeheven"),
    "open-item": ("pièce ouverte", "stuk geopend"),
    "import-index": ("édition de données sur les États importée", "uitgave van gegevens over staten ingelezen"),
    "enter-on-record": ("fait inscrit aux antécédents d'un État", "feit opgenomen in de antecedenten van een staat"),
    "answer-on-record": ("réponse d'un État consignée", "antwoord van een staat opgetekend"),
    "replace-on-record": ("inscription aux antécédents d'un État remplacée", "vermelding in antecedenten vervangen"),
    "erase-document": ("document effacé", "document gewist"),
})  # fmt: skip
"""What the record says once it is done."""

OF_THE_JOURNAL: Mapping[str, Words] = MappingProxyType({
    "journal.erase": ("tombstone of what was erased", "trace de ce qui fut effacé", "spoor van wat werd gewist"),
    REASSESSED: (
        "open cases judged anew with the record as it stands",
        "affaires ouvertes réexaminées avec les antécédents en leur état",
        "open zaken opnieuw beoordeeld met de antecedenten zoals ze zijn",
    ),
})  # fmt: skip
"""What the journal itself writes into the record of a case, and the work that runs by itself into that of a state."""

HURDLES: Mapping[Hurdle, Words] = MappingProxyType({
    Hurdle.ROLE: (
        "None of your roles in this case may do this",
        "Aucun de vos rôles dans cette affaire ne le permet",
        "Geen van uw rollen in deze zaak laat dit toe",
    ),
    Hurdle.MANDATE: (
        "Your mandate does not cover this",
        "Votre mandat ne couvre pas cet acte",
        "Uw mandaat dekt deze handeling niet",
    ),
    Hurdle.COMPARTMENT: (
        "A compartment would be opened that may not be",
        "Un compartiment serait ouvert qui ne peut l'être",
        "Een compartiment zou worden geopend dat niet open mag",
    ),
    Hurdle.NOTICE: (
        "Somebody must be told first",
        "Quelqu'un doit d'abord être informé",
        "Iemand moet eerst worden ingelicht",
    ),
    Hurdle.COURSE: (
        "It is not its turn: the request is not granted, or was refused, or the case is closed",
        "Ce n'est pas son tour : la demande n'est pas accordée, ou a été refusée, ou l'affaire est close",
        "Het is niet aan de beurt: het verzoek is niet ingewilligd, of geweigerd, of de zaak is gesloten",
    ),
    Hurdle.HOLD: (
        "It waits: a remedy runs, a court ordered it, it was promised, or the person was not told",
        "Cela attend : un recours court, un juge l'a ordonné, on s'y est engagé, ou la personne n'a pas été informée",
        "Het wacht: een rechtsmiddel loopt, een rechter beval het, het is toegezegd, of de persoon is niet ingelicht",
    ),
    Hurdle.NORM: ("The law stands against it", "Le droit s'y oppose", "Het recht staat eraan in de weg"),
    Hurdle.CONDITION: ("A condition is not met", "Une condition n'est pas remplie", "Een voorwaarde is niet vervuld"),
    Hurdle.REASONS: ("Say why: reasons are missing", "Motivez : les motifs manquent", "Zeg waarom: redenen ontbreken"),
    Hurdle.SECOND_PERSON: (
        "A second person, somebody else, must agree",
        "Une seconde personne, autre que vous, doit donner son accord",
        "Een tweede persoon, iemand anders, moet instemmen",
    ),
    Hurdle.WITNESS: (
        "The witnesses have not signed the journal as it stands, and this cannot be undone",
        "Les témoins n'ont pas signé le journal en son état, et ceci est irréversible",
        "De getuigen tekenden het journaal in zijn huidige staat niet, en dit kan niet ongedaan worden gemaakt",
    ),
    Hurdle.LIMIT: (
        "It was done as often as it may be done in a day",
        "Le nombre permis pour un jour est atteint",
        "Het aantal dat op een dag mag, is bereikt",
    ),
    Hurdle.STALE: (
        "Something came in since you looked: look again, then judge again",
        "Quelque chose est arrivé depuis votre lecture : relisez, puis réexaminez",
        "Er is iets binnengekomen sinds u keek: kijk opnieuw, en beoordeel dan opnieuw",
    ),
})  # fmt: skip
"""Each kind of obstacle in a sentence without its full stop."""


_KNOWN = {**EVERY_ACT, **STAFFING, **CUSTODY, **MAIL, **REVIEW, **ON_RECORD, **OVERSEEING}
_KNOWN |= {IMPORT_INDEX.id: IMPORT_INDEX}
_TITLES, _RECORDS = {**TITLES, **oversight_words.TITLES}, {**RECORDS, **oversight_words.RECORDS}


def title_of(act: str, language: Language) -> str:
    """What an act does, as a verb phrase; an act that is not known stands for itself.

    >>> title_of("find", Language.FR), title_of("grant", Language.EN)
    ('répondre à une question par une constatation', 'grant the request')
    """
    if act in ACTS:
        return act_title(ACTS[act], language)
    known = _KNOWN.get(act)
    return _in(known.title, _TITLES.get(act), language) if known else act


def record_of(act: str, language: Language) -> str:
    """What the record says once an act is done; one that is not known stands for itself."""
    if act in ACTS:
        return act_record(ACTS[act], language)
    if act in OF_THE_JOURNAL:
        return said(OF_THE_JOURNAL[act], language)
    known = _KNOWN.get(act)
    return _in(known.records, _RECORDS.get(act), language) if known else act


def hurdle_word(hurdle: Hurdle, language: Language) -> str:
    """A kind of obstacle in a sentence."""
    return said(HURDLES[hurdle], language)


def _in(english: str, others: tuple[str, str] | None, language: Language) -> str:
    if language is Language.EN:
        return english
    return said((english, *others), language) if others else english_only(english, language)
