"""UN crime conventions: mutual legal assistance (UNTOC Article 18, UNCAC Article 46, Vienna Article 7)."""

from functools import partial

from rogatory.law.acts import EXECUTE, GRANT, REFUSE, TRANSFER_WITNESS
from rogatory.law.conditions import ALWAYS, GROUND_FOR_REFUSAL, all_of, any_of
from rogatory.law.grades import Grade
from rogatory.law.norms import Cure, Effect, Norm, between, fallback
from rogatory.law.packs import Pack
from rogatory.law.packs._treaties import (
    BEYOND_CONDITIONS,
    BUDAPEST,
    LAUNDERING_1990,
    LAUNDERING_2005,
    UN_LAYER,
    UNCAC,
    UNTOC,
    VIENNA,
)
from rogatory.law.sources import Check
from rogatory.law.vocabulary import hearing, measure, request

_rule = partial(Norm, kinds=("mla",))
_owed = partial(_rule, bears_on=(REFUSE,), effect=Effect.FORBIDS, check=Check.PARTLY, releases=True)
_optional = partial(_rule, bears_on=(GRANT,), effect=Effect.MAY_REFUSE, bound=UN_LAYER)
_defective = partial(
    _rule,
    source=LAUNDERING_1990.article("28")
    + LAUNDERING_2005.article("38")
    + UNTOC.article("18(16)")
    + UNCAC.article("46(16)"),
    effect=Effect.INQUIRES,
    bound=between("ETS-141", "CETS-198", "UNTOC", "UNCAC"),
    fulfilled=request.conforms.yes,
    standard="too little to decide on",
)

_NOTE_DUTY = (
    "What the treaty covers was read; that assistance is owed in the widest measure is stated from general knowledge."
    " The duty itself does not step back behind an assistance treaty, only paragraphs 9 to 29 do."
)

duty_untoc = _owed(
    id="untoc-18-1-duty-to-assist",
    source=UNTOC.article("18(1)"),
    bound=between("UNTOC"),
    when=all_of(~GROUND_FOR_REFUSAL, request.organised_crime.yes, request.outside_scope.no),
    says={
        "en": "For cross-border organised crime assistance is owed in the widest measure: without a ground it is not"
        " refused.",
        "fr": "Pour la criminalité transnationale organisée, l'entraide la plus large est due : elle n'est pas refusée"
        " sans motif.",
        "nl": "Voor grensoverschrijdende georganiseerde misdaad is de ruimst mogelijke rechtshulp verschuldigd: zonder"
        " grond wordt zij niet geweigerd.",
    },
    note=_NOTE_DUTY,
)
duty_uncac = _owed(
    id="uncac-46-1-duty-to-assist",
    source=UNCAC.article("46(1)"),
    bound=between("UNCAC"),
    when=all_of(~GROUND_FOR_REFUSAL, request.corruption.yes, request.outside_scope.no),
    says={
        "en": "For corruption offences assistance is owed in the widest measure: without a ground it is not refused.",
        "fr": "Pour les infractions de corruption, l'entraide la plus large est due : elle n'est pas refusée sans"
        " motif.",
        "nl": "Voor corruptiefeiten is de ruimst mogelijke rechtshulp verschuldigd: zonder grond wordt zij niet"
        " geweigerd.",
    },
    note=_NOTE_DUTY,
)
scope_examined = _rule(
    id="untoc-scope-3-18-1",
    source=UNTOC.article("2") + UNTOC.article("3") + UNTOC.article("18(1)") + UNCAC.article("46(1)"),
    bears_on=(GRANT,),
    effect=Effect.INQUIRES,
    bound=between("UNTOC", "UNCAC"),
    when=request.outside_scope.shown(Grade.ALLEGED),
    fulfilled=hearing.scope_examined.yes,
    standard="reasonable grounds to suspect an organised group and a transnational nature; four years' maximum penalty",
    says={
        "en": "Where it is doubted that the facts are what the treaty is about, that is examined: the label in the"
        " request is not enough.",
        "fr": "S'il est douteux que les faits relèvent du traité, cela est examiné : la qualification donnée par la"
        " demande ne suffit pas.",
        "nl": "Als betwijfeld wordt dat de feiten onder het verdrag vallen, wordt dat onderzocht: het etiket in het"
        " verzoek volstaat niet.",
    },
    note="A domestic charge relabelled as organised crime has to be tested. Convention offences (laundering,"
    " corruption, obstruction) pass the same test under Art. 3.",
)
outside_scope = _rule(
    id="untoc-scope-3-18-1-outside",
    source=UNTOC.article("3") + UNTOC.article("13(7)") + UNTOC.article("18(1)") + UNCAC.article("46(1)"),
    bears_on=(GRANT,),
    effect=Effect.MAY_REFUSE,
    bound=between("UNTOC", "UNCAC"),
    when=request.outside_scope.yes,
    says={
        "en": "Outside its scope the treaty creates no duty to assist, and help with confiscation may be refused.",
        "fr": "Hors de son champ, le traité ne crée aucune obligation d'entraide et l'aide à la confiscation peut être"
        " refusée.",
        "nl": "Buiten zijn bereik schept het verdrag geen plicht tot rechtshulp en mag hulp bij verbeurdverklaring"
        " worden geweigerd.",
    },
)
fallback_layer = _rule(
    id="untoc-18-7-fallback-layer",
    source=UNTOC.article("18(6)-(7)")
    + UNCAC.article("46(6)-(7)")
    + VIENNA.article("7(6)-(7)")
    + BUDAPEST.article("27(1)")
    + BUDAPEST.article("28(1)"),
    bears_on=(GRANT, REFUSE),
    effect=Effect.OBLIGES,
    bound=between("UNTOC", "UNCAC", "VIENNA-1988", "ETS-185"),
    when=ALWAYS,
    says={
        "en": "Before relying on this convention's rules on contents, refusal, use and delay it is checked whether an"
        " assistance treaty binds the two states: these rules then step back, unless both agree to apply them.",
        "fr": "Avant d'invoquer les règles de la convention sur le contenu, le refus, l'usage et le report, on vérifie"
        " si un traité d'entraide lie les deux États : elles s'effacent alors, sauf accord des deux.",
        "nl": "Vóór een beroep op de regels van het verdrag over inhoud, weigering, gebruik en uitstel wordt nagegaan"
        " of een rechtshulpverdrag beide staten bindt: dan wijken die regels, tenzij beide anders afspreken.",
    },
    note="The norms of this layer are bound accordingly. Whether ETS 141 counts as such a treaty is a question for"
    " counsel.",
)
double_criminality = _optional(
    id="un-mla-refusal-grounds-double-criminality",
    source=UNTOC.article("18(9)") + UNCAC.article("46(9)"),
    bound=fallback("UNTOC", "UNCAC"),
    when=request.dual_criminality_missing.yes,
    says={
        "en": "Assistance may be declined where the facts are no offence in the requested state.",
        "fr": "L'entraide peut être refusée si les faits ne constituent pas une infraction dans l'État requis.",
        "nl": "Rechtshulp mag worden geweigerd als de feiten in de aangezochte staat niet strafbaar zijn.",
    },
    note="Under UNCAC help without coercion is still due, save in matters of minor importance.",
)
non_coercive = _rule(
    id="un-mla-refusal-grounds-non-coercive",
    source=UNCAC.article("46(9)(b)"),
    bears_on=(REFUSE,),
    effect=Effect.OBLIGES,
    bound=fallback("UNCAC"),
    when=request.dual_criminality_missing.yes,
    says={
        "en": "Where double criminality is missing, help without coercion is still given, if basic concepts of the"
        " legal system allow and the matter is not trivial.",
        "fr": "À défaut de double incrimination, l'aide non coercitive reste due si les concepts fondamentaux du"
        " système juridique le permettent et si l'affaire n'est pas minime.",
        "nl": "Bij gebrek aan dubbele strafbaarheid blijft hulp zonder dwang verschuldigd, als de grondbegrippen van"
        " het rechtsstelsel het toelaten en de zaak niet onbeduidend is.",
    },
)
defective_request = _defective(
    id="defective-request",
    bears_on=(GRANT,),
    when=request.defective.yes,
    says={
        "en": "A request that lacks what is needed to decide is completed first: the missing parts are asked for, with"
        " a time limit.",
        "fr": "Une demande insuffisante pour décider est d'abord complétée : les éléments manquants sont demandés,"
        " avec un délai.",
        "nl": "Een verzoek dat te weinig bevat om te beslissen, wordt eerst aangevuld: het ontbrekende wordt met een"
        " termijn opgevraagd.",
    },
    note="These treaties let the requested state ask; only the European Convention on Extradition (Art. 13) makes it a"
    " duty. It ends once the request is complete (then no longer defective) or completion was asked in vain. Under"
    " UNTOC and UNCAC the paragraph belongs to the layer that steps back.",
)
defective_before_refusing = _defective(
    id="defective-request-before-refusing",
    bears_on=(REFUSE,),
    when=all_of(request.defective.yes, ~BEYOND_CONDITIONS),
    says={
        "en": "Nor is a request refused for its gaps before completion was asked.",
        "fr": "Une demande lacunaire n'est pas non plus refusée avant qu'un complément ait été demandé.",
        "nl": "Een onvolledig verzoek wordt evenmin om zijn leemten geweigerd voordat om aanvulling is gevraagd.",
    },
    note="Where another ground decides that no paper could answer, nothing is missing to decide on.",
)
own_law = _rule(
    id="un-mla-refusal-grounds-own-law-execution",
    source=UNTOC.article("18(17)") + UNCAC.article("46(17)"),
    bears_on=(EXECUTE,),
    effect=Effect.REQUIRES,
    bound=fallback("UNTOC", "UNCAC"),
    when=ALWAYS,
    cure=Cure(
        met=measure.domestic_authorisation.yes,
        obtain="the order or leave that the requested state's own law demands for such a measure",
    ),
    check=Check.PARTLY,
    says={
        "en": "A request is executed in accordance with the law of the requested state.",
        "fr": "La demande est exécutée conformément au droit de l'État requis.",
        "nl": "Het verzoek wordt uitgevoerd volgens het recht van de aangezochte staat.",
    },
    note="Procedures named in the request are followed where that law allows and where possible.",
)
witness_consent = _rule(
    id="witness-transfer-and-safe-conduct-consent",
    source=UNTOC.article("18(10)-(12)"),
    bears_on=(TRANSFER_WITNESS,),
    effect=Effect.REQUIRES,
    bound=fallback("UNTOC", "UNCAC"),
    when=ALWAYS,
    cure=Cure(
        met=all_of(measure.witness_consents.yes, measure.witness_no_consent.no),
        obtain="the detained person's free and informed consent, and the agreement of both authorities",
        keep="the person stays in custody there unless released here, comes back as agreed, and is not held for older"
        " matters",
    ),
    standard="free and informed consent",
    says={
        "en": "A detained witness is transferred only if they freely consent and the authorities of both states agree.",
        "fr": "Un témoin détenu n'est transféré que s'il y consent librement et si les autorités des deux États"
        " s'accordent.",
        "nl": "Een gedetineerde getuige wordt alleen overgebracht als hij vrij instemt en de autoriteiten van beide"
        " staten het eens zijn.",
    },
)
form = _optional(
    id="un-mla-refusal-grounds-form",
    source=UNTOC.article("18(21)(a)") + UNCAC.article("46(21)(a)") + VIENNA.article("7(15)(a)"),
    when=request.conforms.yes,
    standard="objective",
    says={
        "en": "Assistance may be refused where the request was not made as the article demands.",
        "fr": "L'entraide peut être refusée si la demande n'a pas été faite conformément à l'article.",
        "nl": "Rechtshulp mag worden geweigerd als het verzoek niet is gedaan zoals het artikel voorschrijft.",
    },
)
essential_interests = _optional(
    id="un-mla-refusal-grounds",
    source=UNTOC.article("18(21)(b)") + UNCAC.article("46(21)(b)") + VIENNA.article("7(15)(b)"),
    when=request.essential_interests.yes,
    standard="the requested state considers prejudice likely",
    says={
        "en": "Assistance may be refused where it is likely to prejudice sovereignty, security, public policy or other"
        " essential interests.",
        "fr": "L'entraide peut être refusée si elle est de nature à porter atteinte à la souveraineté, à la sécurité,"
        " à l'ordre public ou à d'autres intérêts essentiels.",
        "nl": "Rechtshulp mag worden geweigerd als zij de soevereiniteit, veiligheid, openbare orde of andere"
        " wezenlijke belangen dreigt te schaden.",
    },
    note="The final article has no clause on persecution: it enters here or through the national law on assistance.",
)
prohibited_at_home = _optional(
    id="un-mla-refusal-grounds-prohibited-at-home",
    source=UNTOC.article("18(21)(c)") + UNCAC.article("46(21)(c)") + VIENNA.article("7(15)(c)"),
    when=measure.own_law_allows.yes,
    standard="objective: domestic law would prohibit the action for a similar offence",
    says={
        "en": "Assistance may be refused where domestic law would prohibit the measure for a similar offence of its"
        " own.",
        "fr": "L'entraide peut être refusée si la loi interne interdirait la mesure pour une infraction analogue.",
        "nl": "Rechtshulp mag worden geweigerd als het eigen recht de maatregel voor een soortgelijk feit zou"
        " verbieden.",
    },
)
assistance_law = _optional(
    id="untoc-18-7-priority",
    source=UNTOC.article("18(21)(d)") + UNTOC.article("18(7)") + UNCAC.article("46(21)(d)") + UNCAC.article("46(7)"),
    when=any_of(request.contrary_to_system.yes, request.barred_by_own_law.yes),
    standard="objective: contrary to the requested state's legal system relating to mutual assistance",
    says={
        "en": "Assistance may be refused where granting it would be contrary to the requested state's own law on"
        " mutual assistance.",
        "fr": "L'entraide peut être refusée si y faire droit serait contraire au système juridique de l'État requis"
        " concernant l'entraide.",
        "nl": "Rechtshulp mag worden geweigerd als inwilliging strijdig is met het recht van de aangezochte staat"
        " inzake rechtshulp.",
    },
    note="Narrower than the legal system as a whole. That national bars, such as those of Belgium's Act of 2004, reach"
    " a treaty request through it is an inference.",
)
no_ground = _rule(
    id="un-mla-refusal-grounds-no-ground",
    source=UNTOC.article("18(8)")
    + UNTOC.article("18(22)")
    + UNCAC.article("46(8)")
    + UNCAC.article("46(22)")
    + VIENNA.article("7(5)"),
    bears_on=(REFUSE,),
    effect=Effect.OBLIGES,
    bound=between("UNTOC", "UNCAC", "VIENNA-1988"),
    when=any_of(request.fiscal.yes, measure.type_.is_("bank-data")),
    says={
        "en": "Bank secrecy is no ground, nor is the fiscal nature of the offence alone.",
        "fr": "Le secret bancaire n'est pas un motif, ni le seul caractère fiscal de l'infraction.",
        "nl": "Het bankgeheim is geen grond, en de fiscale aard van het feit alleen evenmin.",
    },
    note="The line on fiscal matters stands in UNTOC and UNCAC and belongs to the layer that steps back.",
)

PACK = Pack(
    "un-crime-assistance",
    "UN crime conventions: mutual legal assistance",
    (
        duty_untoc,
        duty_uncac,
        scope_examined,
        outside_scope,
        fallback_layer,
        double_criminality,
        non_coercive,
        witness_consent,
        defective_request,
        defective_before_refusing,
        own_law,
        form,
        essential_interests,
        prohibited_at_home,
        assistance_law,
        no_ground,
    ),
)
