"""Belgium: Act of 9 December 2004 on mutual assistance, Articles 2 to 5: legal basis and grounds for refusal."""

from datetime import date
from functools import partial

from rogatory.law.acts import ASSISTING, EXECUTE, GRANT, TRANSMIT
from rogatory.law.conditions import ALWAYS, all_of, any_of
from rogatory.law.doctrine.persecution import PERSECUTION
from rogatory.law.doctrine.persons import POLITICALLY_EXPOSED
from rogatory.law.norms import BELGIUM, Bound, Cure, Effect, Norm, Unless, Who
from rogatory.law.packs import Pack
from rogatory.law.packs._shared import DEATH_PENALTY_CURE
from rogatory.law.sources import Basis, Check, Cite, Instrument
from rogatory.law.vocabulary import material, measure, request, risk

ACT = Instrument(
    "BE-2004", "Belgium, Act of 9 December 2004 on mutual assistance in criminal matters", "numac 2004009876"
)
KI_2025 = Cite("Brussels Court of Appeal, Indictments Chamber", "16 December 2025")

_rule = partial(Norm, kinds=("mla",), bound=BELGIUM, since=date(2005, 1, 3))
_no_treaty = partial(Norm, kinds=("mla",), bound=Bound(Who.NO_TREATY, ("BE",)), since=date(2005, 1, 3))
_must_refuse = partial(_no_treaty, bears_on=ASSISTING, effect=Effect.FORBIDS)

police_information = _rule(
    id="be-2004-2-police-information",
    source=ACT.article("2/1-2/7"),
    bears_on=(TRANSMIT,),
    effect=Effect.FORBIDS,
    kinds=("mla", "eio", "red-notice", "diffusion"),
    since=date(2014, 8, 17),
    when=material.police_evidence.yes,
    lifts="written leave of the judicial authority, where the Act allows sharing at all",
    says={
        "en": "Police share data without a judge only inside the Union and Schengen, never as evidence without"
        " judicial leave, never at the cost of safety.",
        "fr": "La police ne partage des données sans juge qu'au sein de l'Union et de Schengen, jamais comme preuve"
        " sans autorisation judiciaire ni au prix de la sécurité.",
        "nl": "De politie deelt zonder rechter alleen gegevens binnen de Unie en Schengen, nooit als bewijs zonder"
        " rechterlijk verlof en nooit ten koste van de veiligheid.",
    },
    note="The chapter gives no basis for police information to other third states; those fall under the Police"
    " Function Act, which was not read.",
)
reciprocity = _no_treaty(
    id="be-2004-3-4-basis",
    source=ACT.article("3") + ACT.article("4(1)"),
    bears_on=(GRANT, EXECUTE),
    effect=Effect.REQUIRES,
    when=ALWAYS,
    cure=Cure(met=request.reciprocity.yes, obtain="a mutual undertaking of good cooperation by the requesting state"),
    says={
        "en": "Without a treaty Belgium helps only against a mutual undertaking of good cooperation.",
        "fr": "Sans traité, la Belgique n'accorde l'entraide que moyennant un engagement réciproque de bonne"
        " coopération.",
        "nl": "Zonder verdrag verleent België alleen rechtshulp tegen een wederzijdse verbintenis tot goede"
        " samenwerking.",
    },
    note="Art. 3 makes the widest assistance subject to the Act and to international law alike.",
)
essential_interests = _must_refuse(
    id="be-2004-4-2-1-essential-interests",
    source=ACT.article("4(2), 1"),
    when=request.essential_interests.yes,
    says={
        "en": "A request outside any treaty is refused where it harms sovereignty, security, public policy or other"
        " essential interests of Belgium.",
        "fr": "Hors traité, la demande est refusée si elle porte atteinte à la souveraineté, à la sécurité, à l'ordre"
        " public ou à d'autres intérêts essentiels.",
        "nl": "Buiten een verdrag wordt het verzoek geweigerd als het de soevereiniteit, de veiligheid, de openbare"
        " orde of andere wezenlijke belangen schaadt.",
    },
)
political_offence = _must_refuse(
    id="be-2004-4-2-2-political-offence",
    source=ACT.article("4(2), 2"),
    when=request.political_offence.is_("relative", "absolute", "connected"),
    says={
        "en": "Outside any treaty it is refused for facts that Belgium regards as political offences or as connected"
        " with them.",
        "fr": "Hors traité, elle est refusée pour des faits qui constituent en Belgique des infractions politiques ou"
        " connexes.",
        "nl": "Buiten een verdrag wordt het geweigerd voor feiten die in België politieke misdrijven zijn of daarmee"
        " samenhangen.",
    },
)
motive = _must_refuse(
    id="be-2004-4-2-mandatory-refusal",
    source=ACT.article("4(2), 3"),
    when=all_of(
        PERSECUTION,
        any_of(
            request.protected_ground.is_(
                "race",
                "sex",
                "colour",
                "ethnic-origin",
                "social-origin",
                "genetic-features",
                "language",
                "religion",
                "political-opinion",
                "national-minority",
                "wealth",
                "birth",
                "disability",
                "age",
                "sexual-orientation",
            ),
            POLITICALLY_EXPOSED,
        ),
    ),
    standard="the foreign proceedings are motivated by a protected ground; no reduced threshold is written",
    says={
        "en": "Outside any treaty the request is refused where the foreign proceedings behind it are motivated by a"
        " protected ground, opinion among them.",
        "fr": "Hors traité, la demande est refusée si la procédure étrangère est motivée par un critère protégé, dont"
        " les opinions.",
        "nl": "Buiten een verdrag wordt het verzoek geweigerd als de buitenlandse procedure is ingegeven door een"
        " beschermd kenmerk, zoals overtuigingen.",
    },
    note="Asks for the motive of the proceedings, not only of the request; nationality and social group are not on its"
    " list, and the prejudiced position of the Extradition Act is missing. By its words only for requests without a"
    " treaty; see the bridge norm for the others. A later update (January 2024) was not read.",
)
death_penalty = _no_treaty(
    id="be-2004-4-2-4-death-penalty",
    source=ACT.article("4(2), 4"),
    bears_on=ASSISTING,
    effect=Effect.REQUIRES,
    when=risk.death_penalty.yes,
    unless=(
        Unless(
            "lowers-risk",
            risk.help_lowers_death_risk.yes,
            "Execution can reasonably be expected to lower the risk of a death sentence.",
        ),
        Unless("accused-asked", request.accused_asked.yes, "The request follows from one made by the accused."),
    ),
    cure=DEATH_PENALTY_CURE,
    since=date(2006, 1, 9),
    says={
        "en": "Outside any treaty there is no help towards a death penalty, save where help lowers that risk, the"
        " accused asked, or guarantees suffice.",
        "fr": "Hors traité, pas d'entraide en cas de peine de mort, sauf si elle réduit ce risque, si l'inculpé l'a"
        " demandée ou si des garanties suffisent.",
        "nl": "Buiten een verdrag geen rechtshulp bij doodstraf, tenzij zij dat gevaar verkleint, de verdachte erom"
        " vroeg of voldoende garanties bestaan.",
    },
)
bridge = _rule(
    id="be-2004-4-2-bridge",
    source=ACT.article("4(2), 3")
    + Cite("UNTOC", "Art. 18(21)(b), (d)")
    + Cite("Laundering Convention", "Art. 18(1)(a)-(b)", "ETS 141"),
    bears_on=ASSISTING,
    effect=Effect.FORBIDS,
    when=PERSECUTION,
    basis=Basis.ANALOGY,
    check=Check.PARTLY,
    says={
        "en": "In treaty cases the clauses on public policy and own legal system let the same grounds in: with"
        " persecution at stake refusal is a duty.",
        "fr": "En présence d'un traité, les clauses d'ordre public et de système juridique font entrer les mêmes"
        " motifs : face à la persécution, le refus s'impose.",
        "nl": "Bij een verdrag brengen de clausules over openbare orde en eigen rechtsstelsel dezelfde gronden binnen:"
        " bij vervolging is weigeren een plicht.",
    },
    note="Inference: the list of Art. 4 par. 2 is written for requests without a treaty. The indictments chamber"
    " decided alike on 16 December 2025.",
)
converging_facts = _rule(
    id="be-ki-2025-political-motive",
    source=KI_2025 + ACT.article("4(2), 3"),
    bears_on=ASSISTING,
    effect=Effect.FORBIDS,
    when=all_of(PERSECUTION, POLITICALLY_EXPOSED),
    since=date(2025, 12, 16),
    basis=Basis.CASE_LAW,
    check=Check.PARTLY,
    standard="converging elements that show it sufficiently",
    says={
        "en": "Converging facts suffice to find that the proceedings behind a request are driven by political"
        " opinions; such a request is refused.",
        "fr": "Des éléments convergents suffisent à établir que la procédure est dictée par les opinions politiques ;"
        " la demande est alors refusée.",
        "nl": "Samenlopende gegevens volstaan om vast te stellen dat de procedure door politieke overtuigingen is"
        " ingegeven; het verzoek wordt dan geweigerd.",
    },
    note="Known through a report of the case; the ruling itself was not read.",
)
minister_authorises = _rule(
    id="be-2004-5-minister-authorisation",
    source=ACT.article("5") + Cite("Belgium, Judicial Code", "Art. 873"),
    bears_on=(EXECUTE,),
    effect=Effect.REQUIRES,
    when=ALWAYS,
    unless=(
        Unless(
            "member-state",
            request.from_member_state.yes,
            "Requests of a member state of the Union need no authorisation.",
        ),
    ),
    cure=Cure(met=measure.minister.yes, obtain="the prior authorisation of the Minister of Justice"),
    says={
        "en": "For a state outside the Union the Minister of Justice authorises execution beforehand.",
        "fr": "Pour un État hors de l'Union, le ministre de la Justice autorise préalablement l'exécution.",
        "nl": "Voor een staat buiten de Unie geeft de minister van Justitie vooraf machtiging tot uitvoering.",
    },
)
minister_stops = _rule(
    id="be-2004-5-minister-stop",
    source=ACT.article("5"),
    bears_on=(EXECUTE, TRANSMIT),
    effect=Effect.FORBIDS,
    when=measure.minister_stopped.yes,
    lifts="the minister withdraws the notice",
    says={
        "en": "Once the minister has told the requesting authority that the request cannot be met, nothing is carried"
        " out and nothing goes back.",
        "fr": "Dès que le ministre a informé l'autorité requérante qu'aucune suite ne peut être donnée, rien n'est"
        " exécuté ni renvoyé.",
        "nl": "Zodra de minister de verzoekende autoriteit meldt dat geen gevolg kan worden gegeven, wordt niets"
        " uitgevoerd of teruggezonden.",
    },
    note="Written for requests of member states caught by points 1 or 2 of Art. 4 par. 2; for other states the"
    " authorisation is the gate.",
)

PACK = Pack(
    "belgium-mutual-assistance",
    "Belgium: mutual assistance, legal basis and grounds for refusal",
    (
        police_information,
        reciprocity,
        essential_interests,
        political_offence,
        motive,
        death_penalty,
        bridge,
        converging_facts,
        minister_authorises,
        minister_stops,
    ),
    jurisdiction="BE",
)
