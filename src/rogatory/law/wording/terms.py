"""The fixed terms: verdicts, effects, grades, bases, stages, offices and the like, in the three languages."""

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType

from rogatory.law.acts import Role, Stage
from rogatory.law.formulas import Verdict
from rogatory.law.grades import Grade
from rogatory.law.norms import Effect, OnUnknown, Who
from rogatory.law.questions import Cost, Form, Kind, Side
from rogatory.law.sources import Basis, Check
from rogatory.law.vocabulary.assurance import Risk
from rogatory.law.wording.language import Language, Words, said

TERMS: Mapping[type[Enum], Mapping[Enum, Words]] = MappingProxyType({
    # --- verdicts ------------------------------------------------------------------------------------------------------
    Verdict: {
        Verdict.FORBIDDEN: ("forbidden", "interdit", "verboden"),
        Verdict.NOT_RIPE: ("not ripe", "prématuré", "niet rijp"),
        Verdict.CONDITIONAL: ("conditional", "sous conditions", "onder voorwaarden"),
        Verdict.DISCRETIONARY: ("discretionary", "facultatif", "facultatief"),
        Verdict.ALLOWED: ("allowed", "permis", "toegelaten"),
    },
    # --- effects of norms ----------------------------------------------------------------------------------------------
    Effect: {
        Effect.FORBIDS: ("forbids", "interdit", "verbiedt"),
        Effect.REQUIRES: ("requires a condition", "exige une condition", "eist een voorwaarde"),
        Effect.MAY_REFUSE: ("permits refusal", "permet le refus", "laat weigering toe"),
        Effect.INQUIRES: ("obliges to inquire", "oblige à s'informer", "verplicht tot onderzoek"),
        Effect.OBLIGES: ("obliges", "oblige", "verplicht"),
        Effect.ENTITLES: ("gives a right", "donne un droit", "geeft een recht"),
    },
    OnUnknown: {
        OnUnknown.BLOCKS: (
            "the act waits, and the question must be examined",
            "l'acte attend, et la question doit être examinée",
            "de handeling wacht, en de vraag moet worden onderzocht",
        ),
        OnUnknown.INCOMPLETE: (
            "the decision is incomplete until the question is answered",
            "la décision est incomplète tant que la question est sans réponse",
            "de beslissing is onvolledig zolang de vraag onbeantwoord is",
        ),
        OnUnknown.LISTED: ("the question is listed", "la question est signalée", "de vraag wordt vermeld"),
    },
    # --- what gives a norm its force, and how far it was checked -------------------------------------------------------
    Basis: {
        Basis.TEXT: ("text", "texte", "tekst"),
        Basis.CASE_LAW: ("case law", "jurisprudence", "rechtspraak"),
        Basis.ANALOGY: ("analogy", "analogie", "analogie"),
        Basis.SOFT_LAW: ("soft law", "droit souple", "niet-bindend recht"),
        Basis.POLICY: ("policy of this system", "politique de ce système", "beleid van dit systeem"),
    },
    Check: {
        Check.VERIFIED: ("verified", "vérifié", "geverifieerd"),
        Check.PARTLY: ("partly verified", "vérifié en partie", "gedeeltelijk geverifieerd"),
        Check.GENERAL: (
            "from general knowledge only",
            "tiré de connaissances générales seulement",
            "enkel uit algemene kennis",
        ),
    },
    # --- grades of proof -----------------------------------------------------------------------------------------------
    Grade: {
        Grade.NONE: ("nothing on file", "rien au dossier", "niets in het dossier"),
        Grade.ALLEGED: ("alleged", "allégué", "aangevoerd"),
        Grade.ARGUABLE: ("arguable", "défendable", "verdedigbaar"),
        Grade.SUBSTANTIAL: (
            "substantial grounds for believing",
            "raisons sérieuses de croire",
            "ernstige redenen om aan te nemen",
        ),
        Grade.ESTABLISHED: ("established", "établi", "vaststaand"),
    },
    # --- who is bound --------------------------------------------------------------------------------------------------
    Who: {
        Who.ANYONE: ("every state", "tout État", "elke staat"),
        Who.REQUESTED: ("the requested state, as a party", "l'État requis, en tant que partie", "de aangezochte staat, als partij"),
        Who.BETWEEN: ("both states, as parties", "les deux États, en tant que parties", "beide staten, als partij"),
        Who.FALLBACK: (
            "both states, as parties, where no assistance treaty binds them",
            "les deux États, en tant que parties, si aucun traité d'entraide ne les lie",
            "beide staten, als partij, als geen rechtshulpverdrag hen bindt",
        ),
        Who.NO_TREATY: (
            "the requested state, where no treaty binds both",
            "l'État requis, si aucun traité ne lie les deux",
            "de aangezochte staat, als geen verdrag beide bindt",
        ),
        Who.MUTUAL_TRUST: (
            "both states, as members of the European Union",
            "les deux États, en tant que membres de l'Union européenne",
            "beide staten, als lid van de Europese Unie",
        ),
        Who.STATE: ("one state", "un seul État", "één staat"),
        Who.INTERPOL: (
            "INTERPOL and its members as users of its channels",
            "INTERPOL et ses membres, en tant qu'utilisateurs de ses canaux",
            "INTERPOL en zijn leden als gebruikers van zijn kanalen",
        ),
    },
    # --- the objects of questions and acts -----------------------------------------------------------------------------
    Kind: {
        Kind.REQUEST: ("request", "demande", "verzoek"),
        Kind.PERSON: ("person concerned", "personne concernée", "betrokkene"),
        Kind.STATE: ("requesting state", "État requérant", "verzoekende staat"),
        Kind.PROCEEDING: ("foreign proceedings", "procédure étrangère", "buitenlandse procedure"),
        Kind.ASSURANCE: ("assurance", "assurance", "garantie"),
        Kind.MEASURE: ("measure", "mesure", "maatregel"),
        Kind.ITEM: ("item", "pièce", "stuk"),
        Kind.PACKAGE: ("package", "envoi", "zending"),
        Kind.REMEDY: ("remedies", "recours", "rechtsmiddelen"),
        Kind.LINK: ("link", "lien", "verband"),
    },
    # --- the forms of answers ------------------------------------------------------------------------------------------
    Form: {
        Form.YES_NO: ("yes or no", "oui ou non", "ja of nee"),
        Form.ONE_OF: ("one of", "une valeur parmi", "één van"),
        Form.SOME_OF: ("all that hold of", "toutes les valeurs exactes parmi", "alle juiste waarden van"),
        Form.NUMBER: ("a number", "un nombre", "een getal"),
        Form.DAY: ("a day", "un jour", "een dag"),
    },
    Side: {
        Side.PROTECTS: ("yes protects", "oui protège", "ja beschermt"),
        Side.RELEASES: ("yes eases cooperation", "oui facilite la coopération", "ja vergemakkelijkt de medewerking"),
        Side.NEUTRAL: ("neither way", "neutre", "neutraal"),
    },
    Cost: {
        Cost.FILE: ("in the file or a register", "au dossier ou dans un registre", "in het dossier of een register"),
        Cost.PERSON: ("ask the person or counsel", "à demander à la personne ou à son avocat", "te vragen aan de betrokkene of de advocaat"),
        Cost.AUTHORITY: ("ask another authority", "à demander à une autre autorité", "te vragen aan een andere autoriteit"),
        Cost.REQUESTING_STATE: ("ask the requesting state", "à demander à l'État requérant", "te vragen aan de verzoekende staat"),
    },
    # --- what an assurance answers -------------------------------------------------------------------------------------
    Risk: {
        Risk.ILL_TREATMENT: ("ill-treatment", "mauvais traitements", "mishandeling"),
        Risk.DEATH_PENALTY: ("the death penalty", "peine de mort", "doodstraf"),
        Risk.LIFE_SENTENCE: ("life without review", "perpétuité incompressible", "levenslang zonder herbeoordeling"),
        Risk.UNFAIR_TRIAL: ("an unfair trial", "procès inéquitable", "oneerlijk proces"),
        Risk.ONWARD_TRANSFER: ("onward transfer", "transfert à un État tiers", "doorgifte aan een derde staat"),
        Risk.USE_LIMITS: ("use beyond the limits", "usage au-delà des limites", "gebruik buiten de grenzen"),
    },
    # --- stages and offices --------------------------------------------------------------------------------------------
    Stage: {
        Stage.INTAKE: ("intake", "réception", "ontvangst"),
        Stage.LINKAGE: ("linkage", "rapprochement", "verbanden"),
        Stage.EXAMINATION: ("examination", "examen", "onderzoek"),
        Stage.DECISION: ("decision", "décision", "beslissing"),
        Stage.REMEDIES: ("remedies", "recours", "rechtsmiddelen"),
        Stage.EXECUTION: ("execution", "exécution", "uitvoering"),
        Stage.MATERIAL: ("material", "pièces", "stukken"),
        Stage.TRANSMISSION: ("transmission", "transmission", "toezending"),
        Stage.AFTERMATH: ("aftermath", "suites", "nazorg"),
    },
    Role: {
        Role.CLERK: ("registry clerk", "greffier", "griffier"),
        Role.CENTRAL_AUTHORITY: ("central authority", "autorité centrale", "centrale autoriteit"),
        Role.PROSECUTOR: ("prosecutor", "ministère public", "openbaar ministerie"),
        Role.INVESTIGATING_JUDGE: ("investigating judge", "juge d'instruction", "onderzoeksrechter"),
        Role.COURT: ("court", "juridiction", "gerecht"),
        Role.REVIEWER: ("material reviewer", "examinateur des pièces", "beoordelaar van stukken"),
        Role.GOVERNMENT: ("government", "gouvernement", "regering"),
        Role.NOTICE_BUREAU: ("INTERPOL bureau or Commission", "bureau ou Commission d'INTERPOL", "bureau of Commissie van INTERPOL"),
        Role.PRIVILEGE_OBSERVER: ("independent privilege observer", "observateur du secret professionnel", "waarnemer van het beroepsgeheim"),
        Role.COUNSEL: ("counsel", "conseil", "raadsman"),
        Role.PERSON_CONCERNED: ("person concerned", "personne concernée", "betrokkene"),
        Role.INTERVENER: ("third-party intervener", "tiers intervenant", "tussenkomende derde"),
        Role.LIAISON: ("requesting-state liaison", "liaison de l'État requérant", "verbindingspersoon van de verzoekende staat"),
        Role.AUDITOR: ("auditor", "auditeur", "toezichthouder"),
        Role.ADMINISTRATOR: ("administrator", "administrateur", "beheerder"),
        Role.CUSTODIAN: ("register custodian", "gardien d'un registre", "bewaarder van een register"),
        Role.STANDING_QUERY: ("standing query", "interrogation permanente", "doorlopende bevraging"),
    },
})  # fmt: skip
"""Words of the members of every enumeration the law prints, by enumeration: members of two of them may be equal."""

VERDICT_GLOSSES: Mapping[Verdict, Words] = MappingProxyType({
    Verdict.FORBIDDEN: ("the act may not be done", "l'acte ne peut être accompli", "de handeling mag niet worden verricht"),
    Verdict.NOT_RIPE: (
        "examination is unfinished",
        "l'examen n'est pas terminé : l'affaire n'est pas en état",
        "het onderzoek is niet afgerond",
    ),
    Verdict.CONDITIONAL: (
        "only under the conditions listed",
        "seulement aux conditions énumérées",
        "alleen onder de opgesomde voorwaarden",
    ),
    Verdict.DISCRETIONARY: (
        "an optional ground stands: yes or no to it, with reasons",
        "un motif facultatif existe : il faut l'appliquer ou l'écarter, avec motivation",
        "er is een facultatieve grond: ja of nee erop, met redenen",
    ),
    Verdict.ALLOWED: ("nothing stands against it", "rien ne s'y oppose", "niets staat eraan in de weg"),
})  # fmt: skip
"""Each verdict explained in one clause."""

REQUESTS: Mapping[str, Words] = MappingProxyType({
    "extradition": ("extradition", "extradition", "uitlevering"),
    "removal": ("deportation or expulsion", "éloignement ou expulsion", "verwijdering of uitzetting"),
    "eaw": ("European arrest warrant", "mandat d'arrêt européen", "Europees aanhoudingsbevel"),
    "mla": ("letter rogatory", "commission rogatoire", "rogatoire commissie"),
    "eio": ("European Investigation Order", "décision d'enquête européenne", "Europees onderzoeksbevel"),
    "red-notice": ("red notice", "notice rouge", "rode kennisgeving"),
    "diffusion": ("diffusion", "diffusion", "verspreiding"),
})  # fmt: skip
"""Kinds of incoming request."""

SUFFICES: Mapping[Grade, Words] = MappingProxyType({
    Grade.ALLEGED: ("an allegation suffices", "une allégation suffit", "een bewering volstaat"),
    Grade.ARGUABLE: ("an arguable claim suffices", "un grief défendable suffit", "een verdedigbare grief volstaat"),
    Grade.SUBSTANTIAL: (
        "substantial grounds for believing so suffice",
        "des raisons sérieuses de le croire suffisent",
        "ernstige redenen om het aan te nemen volstaan",
    ),
    Grade.ESTABLISHED: ("must be established", "doit être établi", "moet vaststaan"),
})  # fmt: skip
"""What a norm says of the proof it needs."""


def term(member: Enum, lang: Language) -> str:
    """The word for a member of one of the enumerations of the law.

    Raises:
        KeyError: The enumeration has no words.

    >>> term(Effect.MAY_REFUSE, Language.NL)
    'laat weigering toe'
    """
    return said(TERMS[type(member)][member], lang)
