"""Links, paths and coverage in words, in English, French and Dutch.

A sentence about a link is made of identifiers and fixed words alone, so that it says nothing a name would say. Nothing
here says that somebody is not protected: what was not found was not found in what was looked through.
"""

from collections.abc import Mapping
from types import MappingProxyType

from rogatory.law.wording.language import Language, Words, said
from rogatory.linkage.evidence import Closeness, Family
from rogatory.linkage.model import Band, By, Link, Looked, Screening, Step
from rogatory.registers.model import RegisterKind

_K = RegisterKind
REGISTERS: Mapping[RegisterKind, Words] = MappingProxyType(
    {
        _K.PROTECTION: ("grants of protection", "octrois d'une protection", "toekenningen van bescherming"),
        _K.NOTICES: ("INTERPOL notices and diffusions", "notices et diffusions d'INTERPOL",
                     "INTERPOL-kennisgevingen en -verspreidingen"),
        _K.FINDINGS: ("findings of courts and UN bodies",
                      "constatations de juridictions et d'organes des Nations unies",
                      "bevindingen van rechters en VN-organen"),
        _K.REQUESTS: ("earlier requests", "demandes antérieures", "eerdere verzoeken"),
        _K.VICTIMS: ("persons tortured or arbitrarily detained", "personnes torturées ou détenues arbitrairement",
                     "gefolterde of willekeurig gedetineerde personen"),
        _K.DEFENDERS: ("human-rights defenders under protection", "défenseurs des droits humains sous protection",
                       "mensenrechtenverdedigers onder bescherming"),
    }
)  # fmt: skip
"""What a register holds, in words."""

BANDS: Mapping[Band, Words] = MappingProxyType(
    {
        Band.MUST_EXAMINE: ("must be examined", "à examiner", "te onderzoeken"),
        Band.LOOK: ("worth a look", "à regarder", "het bekijken waard"),
        Band.COUNTED: ("counted", "comptés", "geteld"),
    }
)
"""What a link asks of the office, in words."""

_ENTRIES: Mapping[RegisterKind, Words] = MappingProxyType(
    {
        _K.PROTECTION: ("a protection", "une protection", "een bescherming"),
        _K.NOTICES: ("a notice", "une notice", "een kennisgeving"),
        _K.FINDINGS: ("a finding", "une constatation", "een bevinding"),
        _K.REQUESTS: ("an earlier request", "une demande antérieure", "een eerder verzoek"),
        _K.VICTIMS: ("ill-treatment or arbitrary detention", "un mauvais traitement ou une détention arbitraire",
                     "mishandeling of willekeurige detentie"),
        _K.DEFENDERS: ("a defender under protection", "un défenseur sous protection",
                       "een verdediger onder bescherming"),
    }
)  # fmt: skip
_STATUSES: Mapping[str, Words] = MappingProxyType(
    {
        "granted": ("granted", "octroi", "toegekend"),
        "ended": ("ended", "fin", "beëindigd"),
        "published": ("published", "publication", "gepubliceerd"),
        "withdrawn": ("withdrawn", "retrait", "ingetrokken"),
        "deleted": ("deleted", "effacement", "gewist"),
        "refused": ("refused", "refus", "geweigerd"),
        "adopted": ("adopted", "adoption", "aangenomen"),
        "pending": ("pending", "en cours", "hangende"),
        "executed": ("executed", "exécution", "uitgevoerd"),
    }
)
_CLOSENESS: Mapping[Closeness, Words] = MappingProxyType(
    {
        Closeness.IDENTICAL: ("the proceedings are the same, by their reference",
                              "la procédure est la même, par sa référence",
                              "de procedure is dezelfde, volgens het kenmerk"),
        Closeness.SAME_FACTS: ("the proceedings concern the same facts", "la procédure concerne les mêmes faits",
                               "de procedure betreft dezelfde feiten"),
        Closeness.CONNECTED: ("the proceedings are connected", "les procédures sont connexes",
                              "de procedures hangen samen"),
        Closeness.SIMILAR: ("the proceedings are of a similar pattern", "les procédures se ressemblent",
                            "de procedures lijken op elkaar"),
        Closeness.NONE: ("the proceedings were compared", "les procédures ont été comparées",
                         "de procedures werden vergeleken"),
    }
)  # fmt: skip
_BY_PERSON: Mapping[bool, Words] = MappingProxyType(
    {
        True: ("the person is met by more than the name", "la personne correspond par plus que son nom",
               "de persoon komt overeen met meer dan de naam"),
        False: ("the person may be met: what is there raises a question and shows nothing",
                "la personne correspond peut-être: ce qui est connu pose une question et ne montre rien",
                "de persoon komt mogelijk overeen: wat bekend is stelt een vraag en toont niets aan"),
    }
)  # fmt: skip
_BY_PATH: Words = (
    "met through somebody near (relations a source tells of: {n})",
    "par une personne proche (relations rapportées par une source : {n})",
    "via iemand die nabij is (door een bron vermelde relaties: {n})",
)
_MEETS: Words = (
    "{object} meets {register}/{entry}, {what}{status}: {how}.",
    "{object} rencontre {register}/{entry}, {what}{status} : {how}.",
    "{object} raakt {register}/{entry}, {what}{status}: {how}.",
)

_RELATIONS: Mapping[str, Words] = MappingProxyType(
    {
        "is": ("is", "est", "is"),
        "same facts as": ("concerns the same facts as", "concerne les mêmes faits que", "betreft dezelfde feiten als"),
        "sibling": ("sibling of", "frère ou sœur de", "broer of zus van"),
        "parent": ("parent of", "parent de", "ouder van"),
        "child": ("child of", "enfant de", "kind van"),
        "spouse": ("spouse of", "conjoint de", "echtgenoot van"),
        "relative": ("relative of", "proche de", "verwant van"),
        "co-accused": ("co-accused with", "coaccusé avec", "medebeschuldigde van"),
        "lawyer": ("lawyer of", "avocat de", "advocaat van"),
        "client": ("client of", "client de", "cliënt van"),
        "employer": ("employer of", "employeur de", "werkgever van"),
        "employee": ("employee of", "employé de", "werknemer van"),
        "associate": ("associate of", "associé de", "vennoot of bekende van"),
        "witness": ("witness of", "témoin de", "getuige van"),
        "has as witness": ("has as witness", "a pour témoin", "heeft als getuige"),
        "protection founded on": ("has protection founded on", "a une protection fondée sur",
                                  "heeft bescherming gegrond op"),
        "founds protection of": ("founds the protection of", "fonde la protection de",
                                 "is de grond van de bescherming van"),
    }
)  # fmt: skip
_ROLES: Mapping[str, Words] = MappingProxyType(
    {
        "accused": ("accused", "accusé", "beschuldigde"),
        "suspect": ("suspect", "suspect", "verdachte"),
        "convicted": ("convicted", "condamné", "veroordeelde"),
        "witness": ("witness", "témoin", "getuige"),
        "detained": ("detained", "détenu", "gedetineerde"),
        "ill-treated": ("ill-treated", "maltraité", "mishandelde"),
        "party": ("party", "partie", "partij"),
        "victim": ("victim", "victime", "slachtoffer"),
        "third-party": ("third party", "tiers", "derde"),
    }
)
_IN: Words = ("{role} in", "{role} dans", "{role} in")
_HAS: Words = ("has as {role}", "a pour {role}", "heeft als {role}")

FAMILIES: Mapping[Family, Words] = MappingProxyType(
    {
        Family.NAME: ("name", "nom", "naam"),
        Family.BIRTH: ("day of birth", "date de naissance", "geboortedatum"),
        Family.NUMBER: ("identity number", "numéro d'identité", "identiteitsnummer"),
        Family.PLACE: ("place", "lieu", "plaats"),
        Family.NATIONALITY: ("nationality", "nationalité", "nationaliteit"),
        Family.SEX: ("sex", "sexe", "geslacht"),
        Family.REFERENCE: ("reference", "référence", "kenmerk"),
        Family.BODY: ("authority", "autorité", "overheid"),
        Family.OFFICIAL: ("investigator or judge", "enquêteur ou juge", "onderzoeker of rechter"),
        Family.PARTY: ("party", "partie", "partij"),
        Family.VICTIM: ("victim", "victime", "slachtoffer"),
        Family.AMOUNT: ("amount", "montant", "bedrag"),
        Family.OFFENCE: ("offence", "infraction", "misdrijf"),
        Family.PERIOD: ("period of the facts", "période des faits", "periode van de feiten"),
        Family.RELATION: ("relation", "relation", "relatie"),
    }
)
"""What a piece of evidence is about, in words."""

LABELS: Mapping[str, Words] = MappingProxyType(
    {
        "path": ("The way there", "Le chemin", "De weg erheen"),
        "evidence": ("What speaks for and against it, in bits", "Ce qui parle pour et contre, en bits",
                     "Wat ervoor en ertegen spreekt, in bits"),
        "together": ("together", "ensemble", "samen"),
        "weakest": ("the weakest match", "la concordance la plus faible", "de zwakste overeenkomst"),
        "missing": ("What is missing", "Ce qui manque", "Wat ontbreekt"),
        "ask": ("ask", "à demander à", "te vragen aan"),
        "proposes": ("What it proposes once a named official has confirmed it",
                     "Ce qu'il propose une fois confirmé par un agent nommé",
                     "Wat het voorstelt zodra een met naam genoemde ambtenaar het heeft bevestigd"),
        "asks": ("to be answered", "à répondre", "te beantwoorden"),
        "about": ("about", "au sujet de", "over"),
        "apart": ("apart", "à part", "apart"),
        "coverage": ("What was looked through", "Ce qui a été parcouru", "Wat doorzocht is"),
        "counted": ("too weak to be shown", "trop faibles pour être montrés", "te zwak om te tonen"),
        "names": ("Asked", "Demandé", "Gevraagd"),
        "source": ("Source", "Source", "Bron"),
    }
)  # fmt: skip
"""Headings of what is told of links."""

MATCHED = "matched by "
"""How the source of a match begins; what speaks for it follows."""
_MATCHED: Words = ("matched by {families}", "concordance par {families}", "overeenkomst door {families}")
_LOOKED: Words = (
    "Entries looked through: {n}{as_of}.",
    "Inscriptions parcourues : {n}{as_of}.",
    "Doorzochte inschrijvingen: {n}{as_of}.",
)
_AS_OF: Words = (", as of {day}", ", état au {day}", ", stand van {day}")
_NO_DAY: Words = (
    "; how recent they are is not known",
    " ; leur date n'est pas connue",
    "; hoe recent ze zijn is niet bekend",
)
_NOT_REACHED: Words = (
    "Nothing was looked through: {problem}",
    "Rien n'a été parcouru : {problem}",
    "Er werd niets doorzocht: {problem}",
)
_PARTLY: Words = ("Not wholly: {problem}", "Pas entièrement : {problem}", "Niet volledig: {problem}")
NO_SUCH_REGISTER: Words = (
    "no register of this kind is kept here",
    "aucun registre de ce type n'est tenu ici",
    "hier wordt geen register van deze soort gehouden",
)
"""Why a kind of register was not looked through."""
UNREACHABLE: Words = (
    "not asked: service unreachable",
    "pas interrogé : service injoignable",
    "niet bevraagd: dienst onbereikbaar",
)
"""Why a register that is kept elsewhere was not looked through."""
PROBLEMS: Mapping[str, Words] = MappingProxyType({words[0]: words for words in (NO_SUCH_REGISTER, UNREACHABLE)})
"""By its English words why nothing was looked through, in every language."""
_FOUND_NOTHING: Words = (
    ("Nothing was found in what was looked through. Of what was not looked through, or is written otherwise, or is"
     " known to nobody here, that says nothing."),
    ("Rien n'a été trouvé dans ce qui a été parcouru. Cela ne dit rien de ce qui n'a pas été parcouru, est écrit"
     " autrement ou n'est connu de personne ici."),
    ("Er werd niets gevonden in wat doorzocht is. Dat zegt niets over wat niet doorzocht werd, anders geschreven is of"
     " hier niemand weet."),
)  # fmt: skip


def say_link(link: Link, language: Language = Language.EN) -> str:
    """A link in one sentence of identifiers and fixed words; no name, no source."""
    if link.by is By.PATH:
        relations = sum(step.bits is None and _is_relation(step.relation) for step in link.path)
        how = said(_BY_PATH, language).format(n=max(relations, 1))
    elif link.by is By.PROCEEDING:
        how = said(_CLOSENESS[link.closeness or Closeness.NONE], language)
    else:
        how = said(_BY_PERSON[bool(link.path)], language)
    return said(_MEETS, language).format(
        object=link.object,
        register=link.register,
        entry=link.entry,
        what=said(_ENTRIES[link.kind], language),
        status=f" ({status_word(link.status, language)})" if link.status else "",
        how=how,
    )


def _is_relation(relation: str) -> bool:
    return relation in _RELATIONS and relation not in ("protection founded on", "founds protection of")


def status_word(status: str, language: Language) -> str:
    """What became of an entry, in words; a status that has none is shown as it stands."""
    return said(_STATUSES[status], language) if status in _STATUSES else status


def role_word(role: str, language: Language) -> str:
    """What somebody is in proceedings, in words; a role that has none is shown as it stands."""
    return said(_ROLES[role], language) if role in _ROLES else role


def say_relation(relation: str, language: Language) -> str:
    """What the start of a step is to its end, in words; what has none is shown as it stands."""
    if relation in _RELATIONS:
        return said(_RELATIONS[relation], language)
    for form, start, end in ((_HAS, "has as ", ""), (_IN, "", " in")):
        role = relation.removeprefix(start).removesuffix(end)
        if role in _ROLES and relation == f"{start}{role}{end}":
            return said(form, language).format(role=said(_ROLES[role], language))
    return relation


def say_step(step: Step, language: Language = Language.EN) -> str:
    """One edge of a path, with what it rests on."""
    source = step.source
    if source.startswith(MATCHED):
        families = source.removeprefix(MATCHED).split(", ")
        words = (said(FAMILIES[Family(family)], language) for family in families)
        source = said(_MATCHED, language).format(families=", ".join(words))
    return f"{step.start} -- {say_relation(step.relation, language)} -- {step.end} ({source})"


def say_looked(looked: Looked, language: Language = Language.EN) -> str:
    """What was looked through in one register, or why nothing was."""
    problem = looked.problem
    if problem in PROBLEMS:
        problem = said(PROBLEMS[problem], language)
    if looked.entries is None:
        return said(_NOT_REACHED, language).format(problem=f"{problem}.")
    as_of = said(_AS_OF, language).format(day=looked.as_of) if looked.as_of else said(_NO_DAY, language)
    text = said(_LOOKED, language).format(n=looked.entries, as_of=as_of)
    return f"{text} {said(_PARTLY, language).format(problem=f'{problem}.')}" if problem else text


def say_nothing_found(screening: Screening, language: Language = Language.EN) -> str:
    """What it means that no link is shown; empty where there is one."""
    return "" if screening.links else said(_FOUND_NOTHING, language)
