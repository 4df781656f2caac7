"""Laundering conventions of the Council of Europe (ETS 141 of 1990, CETS 198 of 2005): help towards confiscation."""

from functools import partial

from rogatory.law.acts import CONSULT, EXECUTE, GRANT, REFUSE, REPAIR, TRANSMIT
from rogatory.law.conditions import ALWAYS, GROUND_FOR_REFUSAL, all_of, any_of
from rogatory.law.grades import Grade
from rogatory.law.norms import Cure, Effect, Norm, between
from rogatory.law.packs import Pack
from rogatory.law.packs._treaties import LAUNDERING_1990 as OLD
from rogatory.law.packs._treaties import LAUNDERING_2005 as NEW
from rogatory.law.packs._treaties import LAUNDERING_PARTIES, POLITICAL_OFFENCE, UNTOC
from rogatory.law.sources import Check
from rogatory.law.vocabulary import hearing, material, measure, remedy, request, risk

_COERCIVE = measure.type_.is_("search", "seizure", "freezing", "interception")

_rule = partial(Norm, kinds=("mla",), bound=LAUNDERING_PARTIES)
_optional = partial(_rule, bears_on=(GRANT,), effect=Effect.MAY_REFUSE)

remedies = _rule(
    id="ets141-5-remedies-35-damages",
    source=OLD.article("5") + NEW.article("8"),
    bears_on=(EXECUTE, TRANSMIT),
    effect=Effect.ENTITLES,
    when=ALWAYS,
    says={
        "en": "Whoever is affected by tracing or seizure has an effective legal remedy to preserve their rights.",
        "fr": "Toute personne affectée par la recherche ou la saisie dispose d'un recours juridique effectif pour"
        " préserver ses droits.",
        "nl": "Wie door opsporing of inbeslagneming wordt geraakt, heeft een daadwerkelijk rechtsmiddel om zijn"
        " rechten te vrijwaren.",
    },
    note="The article names interested parties; it does not make the remedy suspensive.",
)
duty_to_assist = _rule(
    id="ets141-7-8-duty-to-assist",
    source=OLD.article("7(1)") + OLD.article("8") + NEW.article("15") + NEW.article("16"),
    bears_on=(REFUSE,),
    effect=Effect.FORBIDS,
    when=all_of(~GROUND_FOR_REFUSAL, request.confiscation_aim.yes, request.outside_scope.no),
    check=Check.PARTLY,
    releases=True,
    says={
        "en": "Help to find, secure or value property for confiscation is owed between parties: without a ground it is"
        " not refused.",
        "fr": "L'entraide pour identifier, préserver ou évaluer des biens en vue de la confiscation est due entre"
        " Parties : elle n'est pas refusée sans motif.",
        "nl": "Hulp om vermogen met het oog op verbeurdverklaring op te sporen, veilig te stellen of te waarderen is"
        " tussen partijen verschuldigd: zonder grond wordt zij niet geweigerd.",
    },
    note="The scope of both articles was read; that they oblige is stated in general terms here. Help to prove guilt"
    " is outside.",
)
scope_examined = _rule(
    id="ets141-scope-7-8",
    source=OLD.article("7") + OLD.article("8") + NEW.article("15") + NEW.article("16"),
    bears_on=(GRANT,),
    effect=Effect.INQUIRES,
    when=all_of(
        request.laundering.yes, any_of(request.outside_scope.shown(Grade.ALLEGED), request.confiscation_aim.no)
    ),
    fulfilled=hearing.scope_examined.yes,
    standard="what the help is for",
    says={
        "en": "It is examined whether the help serves confiscation: evidence of guilt needs another legal basis.",
        "fr": "Il est vérifié si l'entraide sert la confiscation : la preuve de la culpabilité exige une autre base"
        " légale.",
        "nl": "Er wordt nagegaan of de hulp de verbeurdverklaring dient: bewijs van schuld vergt een andere"
        " rechtsgrond.",
    },
    note="Opens where the case is about proceeds and somebody doubts the aim, or confiscation is not the aim. Whether"
    " this convention counts as an assistance treaty before which UNTOC Art. 18(9)-(29) step back is a question for"
    " counsel.",
)
items_outside = _rule(
    id="ets141-scope-7-8-items",
    source=OLD.article("7") + OLD.article("8") + NEW.article("15") + NEW.article("16"),
    bears_on=(TRANSMIT,),
    effect=Effect.FORBIDS,
    when=material.not_for_confiscation.yes,
    cure=Cure(
        met=material.other_basis.yes,
        obtain="another legal basis, named, for the items that do not serve confiscation",
    ),
    says={
        "en": "Items that do not help to find, secure or value property for confiscation leave only on another legal"
        " basis.",
        "fr": "Les pièces qui ne servent pas à identifier, préserver ou évaluer des biens à confisquer ne partent que"
        " sur une autre base légale.",
        "nl": "Stukken die niet dienen om te verbeuren vermogen op te sporen, veilig te stellen of te waarderen,"
        " vertrekken alleen op een andere rechtsgrond.",
    },
)
fundamental_principles = _optional(
    id="ets141-18-laundering-refusal",
    source=OLD.article("18(1)(a)") + NEW.article("28(1)(a)"),
    when=request.contrary_to_system.yes,
    standard="objective: contrary to fundamental principles of the legal system",
    says={
        "en": "Help may be refused where it would be contrary to fundamental principles of the requested state's legal"
        " system.",
        "fr": "La coopération peut être refusée si elle est contraire aux principes fondamentaux de l'ordre juridique"
        " de l'État requis.",
        "nl": "De hulp mag worden geweigerd als zij strijdt met de grondbeginselen van de rechtsorde van de"
        " aangezochte staat.",
    },
)
essential_interests = _optional(
    id="ets141-18-laundering-refusal-essential-interests",
    source=OLD.article("18(1)(b)") + NEW.article("28(1)(b)"),
    when=request.essential_interests.yes,
    standard="execution is likely to prejudice them",
    says={
        "en": "Help may be refused where it is likely to prejudice sovereignty, security, public policy or other"
        " essential interests.",
        "fr": "La coopération peut être refusée si elle risque de porter atteinte à la souveraineté, à la sécurité, à"
        " l'ordre public ou à d'autres intérêts essentiels.",
        "nl": "De hulp mag worden geweigerd als zij de soevereiniteit, veiligheid, openbare orde of andere wezenlijke"
        " belangen dreigt te schaden.",
    },
)
minor = _optional(
    id="ets141-18-laundering-refusal-minor",
    source=OLD.article("18(1)(c)") + NEW.article("28(1)(c)"),
    when=request.minor.yes,
    standard="opinion of the requested state",
    says={
        "en": "Help may be refused where the case is, in the requested state's opinion, not important enough to"
        " justify it.",
        "fr": "La coopération peut être refusée si, selon l'État requis, l'importance de l'affaire ne la justifie pas.",
        "nl": "De hulp mag worden geweigerd als de zaak naar het oordeel van de aangezochte staat niet belangrijk"
        " genoeg is.",
    },
)
political_or_fiscal = _optional(
    id="ets141-18-laundering-refusal-political-or-fiscal",
    source=OLD.article("18(1)(d)") + NEW.article("28(1)"),
    when=any_of(POLITICAL_OFFENCE, request.fiscal.yes),
    standard="objective",
    says={
        "en": "Help may be refused for a political or a fiscal offence.",
        "fr": "La coopération peut être refusée pour une infraction politique ou fiscale.",
        "nl": "De hulp mag worden geweigerd voor een politiek of een fiscaal strafbaar feit.",
    },
    note="Between parties to CETS 198 both limbs drop out for the financing of terrorism.",
)
terrorist_financing = _rule(
    id="ets141-18-laundering-refusal-terrorist-financing",
    source=NEW.article("28(1)"),
    bears_on=(REFUSE,),
    effect=Effect.OBLIGES,
    bound=between("CETS-198"),
    when=all_of(request.terrorism_convention.yes, any_of(POLITICAL_OFFENCE, request.fiscal.yes)),
    says={
        "en": "For the financing of terrorism neither the political nor the fiscal label is a ground.",
        "fr": "Pour le financement du terrorisme, ni la qualification politique ni la qualification fiscale n'est un"
        " motif.",
        "nl": "Bij financiering van terrorisme is noch het politieke noch het fiscale etiket een grond.",
    },
    note="The vocabulary asks for the offences of a terrorism convention as a whole, of which financing is one.",
)
ne_bis = _optional(
    id="ets141-18-laundering-refusal-ne-bis-in-idem",
    source=OLD.article("18(1)(e)") + NEW.article("28(1)(f)"),
    when=request.ne_bis.is_("final-judgment-here", "proceedings-dropped-here", "final-judgment-in-third-state"),
    standard="opinion of the requested state",
    says={
        "en": "Help may be refused where the requested state considers it contrary to the rule against trying anybody"
        " twice.",
        "fr": "La coopération peut être refusée si l'État requis la juge contraire au principe ne bis in idem.",
        "nl": "De hulp mag worden geweigerd als de aangezochte staat haar in strijd acht met het beginsel ne bis in"
        " idem.",
    },
)
double_criminality = _optional(
    id="ets141-18-laundering-refusal-double-criminality",
    source=OLD.article("18(1)(f)") + NEW.article("28(1)"),
    when=all_of(request.dual_criminality_missing.yes, _COERCIVE),
    standard="objective; for help with an investigation only where coercion is asked",
    says={
        "en": "Coercive help may be refused where the facts would be no offence in the requested state.",
        "fr": "Une mesure coercitive peut être refusée si les faits ne constituent pas une infraction dans l'État"
        " requis.",
        "nl": "Een dwangmaatregel mag worden geweigerd als de feiten in de aangezochte staat niet strafbaar zijn.",
    },
    note="Search, seizure, freezing and interception stand for coercive help.",
)
not_at_home = _optional(
    id="ets141-18-3-judicial-authority-not-at-home",
    source=OLD.article("18(2)") + NEW.article("28(2)"),
    when=all_of(measure.own_law_allows.yes, _COERCIVE),
    standard="objective",
    says={
        "en": "Coercive help may be refused where the measure could not be ordered in a like domestic case.",
        "fr": "Une mesure coercitive peut être refusée si elle ne pourrait être ordonnée dans une affaire interne"
        " analogue.",
        "nl": "Een dwangmaatregel mag worden geweigerd als hij in een vergelijkbare eigen zaak niet kan worden"
        " bevolen.",
    },
)
no_judge_behind = _optional(
    id="ets141-18-3-judicial-authority",
    source=OLD.article("18(3)") + NEW.article("28(3)"),
    when=all_of(
        request.laundering.yes,
        request.reservations.is_("judicial-authority"),
        request.authorised_by.is_("police", "other"),
    ),
    standard="objective; only where the requested state's own law so requires",
    says={
        "en": "Where its own law so requires, a state may refuse help that no judge, court or prosecutor stands"
        " behind.",
        "fr": "Si sa loi l'exige, un État peut refuser une demande qu'aucun juge ni aucune autorité judiciaire,"
        " ministère public compris, n'a autorisée.",
        "nl": "Als de eigen wet dat eist, mag een staat hulp weigeren waarachter geen rechter, rechterlijke autoriteit"
        " of openbaar ministerie staat.",
    },
    note="The same paragraph allows refusal where the measure would not be lawful in the requesting state; the"
    " vocabulary does not ask that apart.",
)
absence_order = _optional(
    id="ets141-18-laundering-refusal-absence",
    source=OLD.article("18(4)(f)") + NEW.article("28(4)"),
    when=all_of(request.confiscation_aim.yes, risk.in_absentia.yes, ~risk.defended.yes),
    standard="proceedings without the minimum rights of defence",
    says={
        "en": "Confiscation may be refused where the order rests on a judgment in absence without the minimum rights"
        " of defence.",
        "fr": "La confiscation peut être refusée si la décision a été rendue par défaut sans les droits minimaux de la"
        " défense.",
        "nl": "Verbeurdverklaring mag worden geweigerd als de beslissing bij verstek is gewezen zonder de"
        " minimumrechten van de verdediging.",
    },
    note="One of several grounds of the paragraph, all about confiscation orders and not about the search for"
    " evidence.",
)
no_obstacle = _rule(
    id="ets141-18-laundering-refusal-no-ground",
    source=OLD.article("18(7)") + OLD.article("18(8)") + NEW.article("28(7)"),
    bears_on=(REFUSE,),
    effect=Effect.OBLIGES,
    when=measure.type_.is_("bank-data", "freezing"),
    says={
        "en": "Bank secrecy is never a ground, nor that the person is a company, has died or was dissolved.",
        "fr": "Le secret bancaire n'est jamais un motif, pas plus que la qualité de personne morale, son décès ou sa"
        " dissolution.",
        "nl": "Het bankgeheim is nooit een grond, evenmin als het feit dat de persoon een rechtspersoon is, is"
        " overleden of is ontbonden.",
    },
)
duty_to_update = _rule(
    id="ets141-31-2-b-duty-to-update",
    source=OLD.article("31(2)(b)") + NEW.article("41(2)(b)") + NEW.article("22(1)") + UNTOC.article("18(24)"),
    bears_on=(GRANT, EXECUTE, TRANSMIT, CONSULT),
    effect=Effect.OBLIGES,
    bound=between("ETS-141", "CETS-198", "UNTOC", "UNCAC"),
    when=remedy.developments_unreported.yes,
    says={
        "en": "The requesting state must promptly report what makes the action unjustified; where it kept silent, it"
        " is asked.",
        "fr": "L'État requérant doit signaler sans délai ce qui prive la mesure de justification ; s'il s'est tu, il"
        " est interrogé.",
        "nl": "De verzoekende staat moet onverwijld melden wat de maatregel ongerechtvaardigd maakt; heeft hij"
        " gezwegen, dan wordt hij ernaar gevraagd.",
    },
    note="The duty is the requesting state's. That its silence on an acquittal, a withdrawn notice or a finding of"
    " arbitrary detention is a reason to ask is our inference.",
)
damages = _rule(
    id="ets141-5-remedies-35-damages-damages",
    source=OLD.article("35") + NEW.article("45"),
    bears_on=(REPAIR,),
    effect=Effect.OBLIGES,
    when=remedy.harm_done.yes,
    says={
        "en": "Where somebody claims damages for the cooperation, the two states consult on sharing what is due.",
        "fr": "Lorsqu'une action en réparation naît de la coopération, les deux États se consultent sur le partage de"
        " l'indemnité.",
        "nl": "Wanneer iemand wegens de samenwerking schadevergoeding eist, overleggen beide staten over de verdeling"
        " ervan.",
    },
)

PACK = Pack(
    "laundering",
    "Laundering conventions of the Council of Europe 1990 and 2005",
    (
        remedies,
        duty_to_assist,
        scope_examined,
        items_outside,
        fundamental_principles,
        essential_interests,
        minor,
        political_or_fiscal,
        terrorist_financing,
        ne_bis,
        double_criminality,
        not_at_home,
        no_judge_behind,
        absence_order,
        no_obstacle,
        duty_to_update,
        damages,
    ),
)
