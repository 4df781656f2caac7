"""The words around a ruling, on the command line and on pages: English, French, Dutch."""

from collections.abc import Mapping
from types import MappingProxyType

from rogatory.law.formulas import Verdict
from rogatory.law.wording.language import Language, Words, said

PHRASES: Mapping[str, Words] = MappingProxyType({
    # --- what was judged
    "judged": (
        "{kind}: {requesting} asks {requested}. Judged as of {at}.",
        "{kind} : {requesting} s'adresse à {requested}. Examiné au {at}.",
        "{kind}: {requesting} vraagt {requested}. Beoordeeld op {at}.",
    ),
    "judged.days": (
        "{kind}: {requesting} asks {requested}. Each act is judged as of its own day.",
        "{kind} : {requesting} s'adresse à {requested}. Chaque acte est examiné à son propre jour.",
        "{kind}: {requesting} vraagt {requested}. Elke handeling wordt beoordeeld op haar eigen dag.",
    ),
    "known": (
        "With what was known on {day}.",
        "Avec ce qui était connu le {day}.",
        "Met wat bekend was op {day}.",
    ),
    "house": (
        "By the law alone, without the policies of this system.",
        "Selon le droit seul, sans la politique de ce système.",
        "Volgens het recht alleen, zonder het beleid van dit systeem.",
    ),
    "law": ("Law applied: {hash}", "Droit appliqué : {hash}", "Toegepast recht: {hash}"),
    "as-of": ("as of {at}", "au {at}", "op {at}"),
    # --- grant and refuse
    "side": (
        "Granting and refusing, side by side",
        "Accorder et refuser, côte à côte",
        "Inwilligen en weigeren, naast elkaar",
    ),
    "side.must-refuse": ("must refuse", "doit refuser", "moet weigeren"),
    "side.must-examine": ("must examine further", "doit poursuivre l'examen", "moet verder onderzoeken"),
    "side.may-grant-under-conditions": (
        "may grant, only under conditions",
        "peut accorder, sous conditions seulement",
        "mag inwilligen, alleen onder voorwaarden",
    ),
    "side.may-choose": (
        "may grant or refuse, with reasons",
        "peut accorder ou refuser, par décision motivée",
        "mag inwilligen of weigeren, met redenen",
    ),
    "side.must-grant": ("must grant", "doit accorder", "moet inwilligen"),
    "side.may-grant": ("may grant", "peut accorder", "mag inwilligen"),
    "side.conflict": (
        "neither granting nor refusing is lawful: a human must decide",
        "ni accorder ni refuser n'est licite : une personne doit trancher",
        "inwilligen noch weigeren is rechtmatig: een mens moet beslissen",
    ),
    # --- verdicts as sentences
    "requested": ("The requested state", "L'État requis", "De aangezochte staat"),
    "may.FORBIDDEN": (
        "{who} may not {act}",
        "{who} ne peut pas {act}",
        "{who} mag niet: {act}",
    ),
    "may.NOT_RIPE": (
        "{who} may not yet {act}",
        "{who} ne peut pas encore {act}",
        "{who} mag nog niet: {act}",
    ),
    "may.CONDITIONAL": (
        "{who} may {act}, only under conditions",
        "{who} peut {act}, sous conditions seulement",
        "{who} mag alleen onder voorwaarden: {act}",
    ),
    "may.DISCRETIONARY": (
        "{who} may {act} or decline to, and must give reasons",
        "{who} peut {act} ou s'en abstenir, par décision motivée",
        "{who} mag kiezen, met redenen: {act}",
    ),
    "may.ALLOWED": (
        "{who} may {act}",
        "{who} peut {act}",
        "{who} mag: {act}",
    ),
    # --- the ruling in one sentence
    "banner.grant.must-refuse": ("May not be granted", "Ne peut être accordée", "Mag niet worden ingewilligd"),
    "banner.grant.must-examine": (
        "May not be granted yet",
        "Ne peut pas encore être accordée",
        "Mag nog niet worden ingewilligd",
    ),
    "banner.grant.may-grant-under-conditions": (
        "May be granted, only under conditions",
        "Peut être accordée, sous conditions seulement",
        "Mag worden ingewilligd, alleen onder voorwaarden",
    ),
    "banner.grant.may-choose": (
        "May be granted or refused, with reasons",
        "Peut être accordée ou refusée, par décision motivée",
        "Mag worden ingewilligd of geweigerd, met redenen",
    ),
    "banner.grant.must-grant": ("Must be granted", "Doit être accordée", "Moet worden ingewilligd"),
    "banner.grant.may-grant": ("May be granted", "Peut être accordée", "Mag worden ingewilligd"),
    "banner.grant.conflict": (
        "May be neither granted nor refused: a human must decide",
        "Ne peut être ni accordée ni refusée : une personne doit trancher",
        "Mag noch ingewilligd noch geweigerd worden: een mens moet beslissen",
    ),
    "banner.keep.FORBIDDEN": ("May not be kept", "Ne peut être conservée", "Mag niet worden bewaard"),
    "banner.keep.NOT_RIPE": ("May not be kept yet", "Ne peut pas encore être conservée", "Mag nog niet worden bewaard"),
    "banner.keep.CONDITIONAL": (
        "May be kept, only under conditions",
        "Peut être conservée, sous conditions seulement",
        "Mag worden bewaard, alleen onder voorwaarden",
    ),
    "banner.keep.DISCRETIONARY": (
        "May be kept or deleted, with reasons",
        "Peut être conservée ou effacée, par décision motivée",
        "Mag worden bewaard of gewist, met redenen",
    ),
    "banner.keep.ALLOWED": ("May be kept", "Peut être conservée", "Mag worden bewaard"),
    "banner.colon": ("{head}: {because}", "{head} : {because}", "{head}: {because}"),
    "banner.and": ("{first}; and {second}", "{first} ; et {second}", "{first}; en {second}"),
    "banner.open.one": ("one question remains open", "une question reste ouverte", "één vraag staat nog open"),
    "banner.open.more": ("{n} questions remain open", "{n} questions restent ouvertes", "{n} vragen staan nog open"),
    "banner.links.one": (
        "one link with what is already known must be examined first",
        "un lien avec ce qui est déjà connu doit d'abord être examiné",
        "één verband met wat al bekend is moet eerst worden onderzocht",
    ),
    "banner.links.more": (
        "{n} links with what is already known must be examined first",
        "{n} liens avec ce qui est déjà connu doivent d'abord être examinés",
        "{n} verbanden met wat al bekend is moeten eerst worden onderzocht",
    ),
    "banner.notice.one": (
        "one part of the check of the notice is open",
        "un point de la vérification de la notice est ouvert",
        "één punt van de controle van de kennisgeving staat open",
    ),
    "banner.notice.more": (
        "{n} parts of the check of the notice are open",
        "{n} points de la vérification de la notice sont ouverts",
        "{n} punten van de controle van de kennisgeving staan open",
    ),
    "banner.nothing": (
        "nothing that binds stands against it, as far as the file goes",
        "rien de contraignant ne s'y oppose, en l'état du dossier",
        "niets bindends staat eraan in de weg, voor zover het dossier reikt",
    ),
    "banner.conditions": (
        "conditions to obtain: {obtain}; to keep: {keep}",
        "conditions à obtenir : {obtain} ; à respecter : {keep}",
        "voorwaarden te verkrijgen: {obtain}; na te leven: {keep}",
    ),
    "lead.open": (
        "Examination is unfinished. Questions that still matter: {n}.",
        "L'examen n'est pas achevé. Questions qui comptent encore : {n}.",
        "Het onderzoek is niet af. Vragen die er nog toe doen: {n}.",
    ),
    "lead.conditions": (
        "Conditions to obtain: {obtain}; to keep: {keep}.",
        "Conditions à obtenir : {obtain} ; à respecter : {keep}.",
        "Voorwaarden te verkrijgen: {obtain}; na te leven: {keep}.",
    ),
    "lead.allowed": (
        "Nothing that binds stands against it, as far as the file goes.",
        "Rien de contraignant ne s'y oppose, en l'état du dossier.",
        "Niets bindends staat eraan in de weg, voor zover het dossier reikt.",
    ),
    "unverified": (
        "Rests on law not fully checked: {norms}.",
        "Repose sur du droit non entièrement vérifié : {norms}.",
        "Steunt op recht dat niet volledig is nagegaan: {norms}.",
    ),
    "policy": (
        "Rests on policies of this system alone, not on law: {norms}.",
        "Repose seulement sur la politique de ce système, non sur le droit : {norms}.",
        "Steunt enkel op beleid van dit systeem, niet op recht: {norms}.",
    ),
    "verified": (
        "Stands on law that was checked ({norms}), whatever the rest.",
        "Tient par du droit vérifié ({norms}), quoi qu'il en soit du reste.",
        "Steunt op nagegaan recht ({norms}), wat er ook zij van de rest.",
    ),
    # --- norms
    "norms": ("Why", "Pourquoi", "Waarom"),
    "applies": ("applies", "s'applique", "is van toepassing"),
    "open": ("is open", "reste ouverte", "staat open"),
    "not": ("does not apply", "ne s'applique pas", "is niet van toepassing"),
    "touches": ("for {persons}", "pour {persons}", "voor {persons}"),
    "duty": ("duty not fulfilled yet", "devoir pas encore rempli", "plicht nog niet vervuld"),
    "met": ("answered by a condition in place", "condition remplie", "voorwaarde vervuld"),
    "source": ("Source", "Source", "Bron"),
    "basis": ("Basis", "Fondement", "Grondslag"),
    "check.status": (
        "the treaty status is to be confirmed",
        "la participation au traité est à confirmer",
        "de verdragsstatus moet bevestigd worden",
    ),
    "status": (
        "Treaty status to be confirmed",
        "Participation aux traités à confirmer",
        "Verdragsstatus te bevestigen",
    ),
    "others": (
        "Beside these, open or still owed, see `rogatory why`: {norms}.",
        "En outre, ouvert ou encore dû, voir `rogatory why` : {norms}.",
        "Daarnaast, open of nog verschuldigd, zie `rogatory why`: {norms}.",
    ),
    # --- conditions
    "conditions": ("Conditions", "Conditions", "Voorwaarden"),
    "lifting": ("What would lift the bar", "Ce qui lèverait l'interdiction", "Wat het verbod zou opheffen"),
    "obtain": ("To obtain", "À obtenir", "Te verkrijgen"),
    "keep": ("In place, to keep", "En place, à respecter", "Aanwezig, na te leven"),
    # --- questions
    "questions": (
        "Questions that still matter, in order",
        "Questions qui comptent encore, dans l'ordre",
        "Vragen die er nog toe doen, op volgorde",
    ),
    "questions.none": (
        "No question still matters: every answer leads to the same verdicts.",
        "Plus aucune question ne compte : toute réponse mène aux mêmes verdicts.",
        "Geen vraag doet er nog toe: elk antwoord leidt tot dezelfde uitkomst.",
    ),
    "about": ("about {person}", "au sujet de {person}", "over {person}"),
    "live": ("Asked because {why}.", "Posée parce que : {why}.", "Gesteld omdat: {why}."),
    "live.law": ("The law always asks it.", "Le droit la pose toujours.", "Het recht stelt ze altijd."),
    "decides": ("{answer} → {verdict}", "{answer} → {verdict}", "{answer} → {verdict}"),
    "alone": ("Decides alone: {list}.", "Décide à elle seule : {list}.", "Beslist alleen: {list}."),
    "duty.question": (
        "Belongs to a duty to inquire.",
        "Relève d'un devoir d'examen.",
        "Hoort bij een onderzoeksplicht.",
    ),
    "matters": ("Matters to: {acts}.", "Compte pour : {acts}.", "Doet ertoe voor: {acts}."),
    "who": ("Who answers: {who}.", "Qui répond : {who}.", "Wie antwoordt: {who}."),
    "cost": ("Where: {cost}.", "Où : {cost}.", "Waar: {cost}."),
    "answers": ("Answers: {values}.", "Réponses : {values}.", "Antwoorden: {values}."),
    "smallest": (
        "Smallest sets of answers that settle it",
        "Plus petits ensembles de réponses qui tranchent",
        "Kleinste groepen antwoorden die beslissen",
    ),
    "clearing": (
        "A set after which nothing forbids it",
        "Un ensemble après lequel rien ne l'interdit",
        "Een groep waarna niets het verbiedt",
    ),
    "smallest.none": (
        "No set of up to three answers settles it.",
        "Aucun ensemble de trois réponses au plus ne tranche.",
        "Geen groep van hoogstens drie antwoorden beslist.",
    ),
    "inexact": (
        "Too many questions are open to look at every way; the cheapest were looked at.",
        "Trop de questions sont ouvertes pour examiner chaque issue ; les plus simples l'ont été.",
        "Te veel vragen staan open om elke weg te bekijken; de eenvoudigste zijn bekeken.",
    ),
    "reachable": (
        "Verdicts still within reach: {verdicts}.",
        "Verdicts encore possibles : {verdicts}.",
        "Uitkomsten die nog mogelijk zijn: {verdicts}.",
    ),
    # --- what it rests on
    "presumed": (
        "Presumed {value}, because nothing on file raises it: {list}.",
        "Présumé {value}, rien au dossier ne le soulevant : {list}.",
        "Vermoed {value}, omdat niets in het dossier het oproept: {list}.",
    ),
    "opened": (
        "Live because of the record of the requesting state, {that}: {entries}.",
        "Soulevé par les antécédents de l'État requérant, {that} : {entries}.",
        "Opgeroepen door de antecedenten van de verzoekende staat, {that}: {entries}.",
    ),
    "presumed.number": (
        "Presumptions taken, none of which the bar hangs on: {n}; `rogatory why --all` shows them.",
        "Présomptions retenues, dont l'interdiction ne dépend pas : {n} ; `rogatory why --all` les montre.",
        "Vermoedens, waarvan het verbod niet afhangt: {n}; `rogatory why --all` toont ze.",
    ),
    "conflicts": (
        "The evidence conflicts on: {list}. It counts for protection; a human must look.",
        "Les preuves se contredisent sur : {list}. Elles comptent pour la protection ; une personne doit regarder.",
        "Het bewijs spreekt zichzelf tegen over: {list}. Het telt voor bescherming; een mens moet kijken.",
    ),
    # --- norms and questions in full
    "show.effect": ("Effect", "Effet", "Gevolg"),
    "show.acts": ("Bears on", "Porte sur", "Betreft"),
    "show.kinds": ("Requests", "Demandes", "Verzoeken"),
    "show.check": ("Check", "Vérification", "Controle"),
    "show.bound": ("Binds", "Lie", "Bindt"),
    "show.force": ("In force", "En vigueur", "Van kracht"),
    "show.from": ("from {day}", "dès le {day}", "vanaf {day}"),
    "show.until": (
        "until {day}, when it ceased to be law",
        "jusqu'au {day}, où elle a cessé d'être le droit",
        "tot {day}, toen het ophield recht te zijn",
    ),
    "show.standard": ("Standard of proof", "Degré de preuve", "Bewijsmaatstaf"),
    "show.unknown": ("While not known", "Tant que non connu", "Zolang niet bekend"),
    "show.limit": ("Time limit", "Délai", "Termijn"),
    "show.note": ("Note", "Remarque", "Opmerking"),
    "show.pack": ("Pack", "Recueil", "Bundel"),
    "show.when": ("It applies when", "Elle s'applique si", "Ze is van toepassing als"),
    "show.unless": ("Unless {text}", "Sauf si : {text}", "Tenzij: {text}"),
    "show.tested": ("Tested in", "Éprouvée dans", "Getoetst in"),
    "show.fulfilled": ("Fulfilled when", "Remplie si", "Vervuld als"),
    "presumption": ("presumed: {value}", "présumé : {value}", "vermoed: {value}"),
    "presumption.none": (
        "presumed nothing, unanswered is unknown",
        "rien de présumé, sans réponse c'est inconnu",
        "niets vermoed, onbeantwoord is onbekend",
    ),
    # --- reasons
    "holds": ("yes", "oui", "ja"),
    "unknown": ("not known", "non connu", "niet bekend"),
    "fails": ("no", "non", "neen"),
    "all": ("All of these:", "Toutes ces conditions :", "Al het volgende:"),
    "any": ("At least one of these:", "Au moins une de ces conditions :", "Minstens een van deze:"),
    "no-exception": ("no exception: {text}", "pas d'exception : {text}", "geen uitzondering: {text}"),
    "cured": ("Answered if", "Levée si", "Opgeheven indien"),
    "binds": ("Binds because: {why}", "Lie parce que : {why}", "Bindt omdat: {why}"),
    "presumed.short": (
        "presumed, nothing on file raises it",
        "présumé, rien ne le soulève",
        "vermoed, niets roept het op",
    ),
    "nothing": ("nothing on file", "rien au dossier", "niets in het dossier"),
    "aged": ("too old to clear: {list}", "trop ancien pour lever : {list}", "te oud om vrij te geven: {list}"),
    "conflict": ("the evidence conflicts", "les preuves se contredisent", "het bewijs spreekt zichzelf tegen"),
    # --- what if
    "whatif": ("Supposed: {list}.", "Supposé : {list}.", "Verondersteld: {list}."),
    "same": ("Nothing changes for: {list}.", "Rien ne change pour : {list}.", "Niets verandert voor: {list}."),
    "stays": ("the verdict stays the same", "le verdict reste le même", "de uitkomst blijft dezelfde"),
    "bears": ("did not bear", "ne portait pas", "gold niet"),
    "settled": ("No longer asked: {list}.", "N'est plus posé : {list}.", "Niet meer gesteld: {list}."),
    "raised": ("Asked now: {list}.", "Posé maintenant : {list}.", "Nu gesteld: {list}."),
    "dropped": ("No longer needed", "N'est plus requis", "Niet meer nodig"),
})  # fmt: skip


def say(key: str, language: Language, **values: object) -> str:
    """The phrase `key` in `language`, with `values` filled in."""
    return said(PHRASES[key], language).format(**values)


def label(key: str, language: Language) -> str:
    """The phrase `key` with a colon, as the language sets it."""
    return say(key, language) + (" :" if language is Language.FR else ":")


def may(verdict: Verdict, who: str, act: str, language: Language) -> str:
    """The verdict on an act as a sentence without its full stop.

    Args:
        verdict: The verdict.
        who: Name of the body that acts; empty: the requested state.
        act: The act, as a verb phrase.
        language: Language.
    """
    return say(f"may.{verdict.name}", language, who=who or say("requested", language), act=act)
