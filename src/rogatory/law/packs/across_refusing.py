"""Refusing, postponing and giving reasons: what each assistance and extradition treaty asks before and after a no."""

from functools import partial

from rogatory.law.acts import EXECUTE, GRANT, POSTPONE, REFUSE, TRANSMIT
from rogatory.law.conditions import ALWAYS, Test, all_of, any_of
from rogatory.law.norms import Effect, Norm, between, fallback
from rogatory.law.packs import Pack
from rogatory.law.packs._treaties import (
    ASSISTANCE_1959,
    ASSISTANCE_P2,
    BEYOND_CONDITIONS,
    BUDAPEST,
    EXTRADITION_1957,
    LAUNDERING_1990,
    LAUNDERING_2005,
    LAUNDERING_PARTIES,
    POLITICAL_OFFENCE,
    UNCAC,
    UNTOC,
)
from rogatory.law.vocabulary import measure, remedy, request

_UN_GROUND = Test(
    id="ground-under-untoc-18-21",
    title="a ground of UNTOC Art. 18(21) or UNCAC Art. 46(21) is invoked",
    source=UNTOC.article("18(21)") + UNCAC.article("46(21)"),
    body=any_of(
        request.conforms.yes,
        request.essential_interests.yes,
        measure.own_law_allows.yes,
        request.contrary_to_system.yes,
        request.barred_by_own_law.yes,
    ),
)
_EUROPEAN_GROUND = Test(
    id="ground-under-european-assistance-treaty",
    title="a ground of the European assistance or laundering conventions is invoked",
    source=ASSISTANCE_1959.article("2") + LAUNDERING_1990.article("18") + LAUNDERING_2005.article("28"),
    body=any_of(
        POLITICAL_OFFENCE,
        request.fiscal.yes,
        request.essential_interests.yes,
        request.contrary_to_system.yes,
        request.minor.yes,
        request.dual_criminality_missing.yes,
        measure.own_law_allows.yes,
    ),
)

_rule = partial(Norm, kinds=("mla",))
_reasons = partial(_rule, effect=Effect.OBLIGES, when=ALWAYS, fulfilled=remedy.refusal_reasoned.yes)

_NOTE_FILTER = (
    "Not asked where persecution, a real risk of ill-treatment or evidence from ill-treatment stands: no condition"
    " answers these. Whatever is said to the requesting state passes the filter on asylum data first."
)

consult = _rule(
    id="partial-conditional-postpone",
    source=UNTOC.article("18(26)") + UNCAC.article("46(26)"),
    bears_on=(REFUSE,),
    effect=Effect.INQUIRES,
    bound=fallback("UNTOC", "UNCAC"),
    when=all_of(_UN_GROUND, ~BEYOND_CONDITIONS),
    fulfilled=remedy.consulted.yes,
    says={
        "en": "Before refusing under this article the requested state consults the other on whether help can be given"
        " under conditions.",
        "fr": "Avant de refuser au titre de cet article, l'État requis consulte l'autre sur une entraide soumise à"
        " conditions.",
        "nl": "Vóór een weigering op grond van dit artikel overlegt de aangezochte staat met de andere of hulp onder"
        " voorwaarden mogelijk is.",
    },
    note="A duty, not an option. Conditions once accepted bind. The text makes no exception. " + _NOTE_FILTER,
)
consult_before_delay = _rule(
    id="partial-conditional-postpone-before-delay",
    source=UNTOC.article("18(25)-(26)") + UNCAC.article("46(25)-(26)"),
    bears_on=(POSTPONE,),
    effect=Effect.OBLIGES,
    bound=fallback("UNTOC", "UNCAC"),
    when=measure.own_proceedings.yes,
    fulfilled=remedy.consulted.yes,
    says={
        "en": "Before postponing for its own proceedings the requested state consults the other on help under"
        " conditions.",
        "fr": "Avant de différer pour ses propres procédures, l'État requis consulte l'autre sur une entraide soumise"
        " à conditions.",
        "nl": "Vóór uitstel wegens eigen zaken overlegt de aangezochte staat met de andere over hulp onder"
        " voorwaarden.",
    },
    note="A duty in the text. Here it is recalled and does not hold the delay up, so that nobody has to speak to the"
    " pursuing state in order to gain time for the person; what is said passes the filter on asylum data first.",
)
consider_alternatives = _rule(
    id="partial-conditional-postpone-european",
    source=ASSISTANCE_P2.article("7(2)") + LAUNDERING_1990.article("20") + LAUNDERING_2005.article("30"),
    bears_on=(REFUSE,),
    effect=Effect.INQUIRES,
    bound=between("ETS-182", "ETS-141", "CETS-198"),
    when=all_of(_EUROPEAN_GROUND, ~BEYOND_CONDITIONS),
    fulfilled=remedy.alternatives_considered.yes,
    says={
        "en": "Before refusing or postponing it is considered whether the request can be granted in part or under"
        " conditions, after consulting where appropriate.",
        "fr": "Avant de refuser ou de différer, on examine si la demande peut être accordée en partie ou sous"
        " conditions, après consultation s'il y a lieu.",
        "nl": "Vóór weigering of uitstel wordt onderzocht of het verzoek deels of onder voorwaarden kan worden"
        " ingewilligd, waar passend na overleg.",
    },
    note=_NOTE_FILTER,
)
consider_alternatives_budapest = _rule(
    id="partial-conditional-postpone-budapest",
    source=BUDAPEST.article("27(6)"),
    bears_on=(REFUSE,),
    effect=Effect.INQUIRES,
    bound=fallback("ETS-185"),
    when=all_of(any_of(POLITICAL_OFFENCE, request.essential_interests.yes), ~BEYOND_CONDITIONS),
    fulfilled=remedy.alternatives_considered.yes,
    says={
        "en": "Before refusing or postponing it is considered whether help can be given in part or under conditions,"
        " after consulting where appropriate.",
        "fr": "Avant de refuser ou de différer, on examine si l'aide peut être accordée en partie ou sous conditions,"
        " après consultation s'il y a lieu.",
        "nl": "Vóór weigering of uitstel wordt onderzocht of hulp deels of onder voorwaarden mogelijk is, waar passend"
        " na overleg.",
    },
    note=_NOTE_FILTER,
)
own_proceedings = _rule(
    id="partial-conditional-postpone-own-proceedings",
    source=ASSISTANCE_P2.article("7(1)")
    + LAUNDERING_1990.article("19")
    + LAUNDERING_2005.article("29")
    + UNTOC.article("18(25)")
    + UNCAC.article("46(25)")
    + BUDAPEST.article("27(5)"),
    bears_on=(EXECUTE, TRANSMIT),
    effect=Effect.MAY_REFUSE,
    bound=between("ETS-182", "ETS-141", "CETS-198", "UNTOC", "UNCAC", "ETS-185"),
    when=measure.own_proceedings.yes,
    standard="interference with an ongoing investigation, prosecution or (judicial) proceeding of the requested state",
    says={
        "en": "Execution may be put off while it would interfere with proceedings of the requested state.",
        "fr": "L'exécution peut être différée tant qu'elle gênerait une procédure de l'État requis.",
        "nl": "De uitvoering mag worden uitgesteld zolang zij een zaak van de aangezochte staat zou hinderen.",
    },
    note="A ground to delay, never to refuse: so it bears on carrying out and sending, not on granting. A pending"
    " court remedy fits; a purely administrative asylum review less clearly. ETS 030 alone only lets handing over wait"
    " for criminal proceedings.",
)
reasons_refusal = _reasons(
    id="reasons-for-refusal",
    source=ASSISTANCE_1959.article("19") + UNTOC.article("18(23)") + UNCAC.article("46(23)"),
    bears_on=(REFUSE,),
    bound=between("ETS-030", "UNTOC", "UNCAC"),
    says={
        "en": "Reasons are given for every refusal of assistance.",
        "fr": "Tout refus d'entraide est motivé.",
        "nl": "Elke weigering van rechtshulp wordt gemotiveerd.",
    },
    note="No text fixes how detailed reasons must be, or asks for reasons that expose a protected person: a short"
    " external version suffices.",
)
reasons_delay = _reasons(
    id="reasons-for-refusal-postponement",
    source=ASSISTANCE_P2.article("7(3)") + BUDAPEST.article("27(7)"),
    bears_on=(REFUSE, POSTPONE),
    bound=between("ETS-182", "ETS-185"),
    says={
        "en": "Reasons are given for refusing and for postponing.",
        "fr": "Le refus et l'ajournement sont motivés.",
        "nl": "Weigering en uitstel worden gemotiveerd.",
    },
)
reasons_laundering = _reasons(
    id="reasons-for-refusal-laundering",
    source=LAUNDERING_1990.article("30") + LAUNDERING_1990.article("31") + LAUNDERING_2005.article("40"),
    bears_on=(REFUSE, POSTPONE, GRANT),
    bound=LAUNDERING_PARTIES,
    says={
        "en": "In confiscation matters reasons are owed for refusing, for postponing and for every condition.",
        "fr": "En matière de confiscation, le refus, l'ajournement et toute condition sont motivés.",
        "nl": "In verbeurdverklaringszaken worden weigering, uitstel en elke voorwaarde gemotiveerd.",
    },
    limit="promptly",
)
reasons_extradition = _reasons(
    id="reasons-for-refusal-extradition",
    source=EXTRADITION_1957.article("18(2)"),
    bears_on=(REFUSE,),
    kinds=("extradition",),
    bound=between("ETS-024"),
    says={
        "en": "Reasons are given for refusing extradition in full or in part.",
        "fr": "Tout rejet, complet ou partiel, de l'extradition est motivé.",
        "nl": "Elke volledige of gedeeltelijke weigering van uitlevering wordt gemotiveerd.",
    },
)

PACK = Pack(
    "across-refusing",
    "Refusing, postponing and giving reasons",
    (
        consult,
        consult_before_delay,
        consider_alternatives,
        consider_alternatives_budapest,
        own_proceedings,
        reasons_refusal,
        reasons_delay,
        reasons_laundering,
        reasons_extradition,
    ),
)
