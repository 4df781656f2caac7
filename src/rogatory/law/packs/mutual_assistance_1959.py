"""European Convention on Mutual Assistance in Criminal Matters (ETS 030) with its first Protocol (ETS 099): grounds."""

from functools import partial

from rogatory.law.acts import GRANT, REFUSE
from rogatory.law.conditions import GROUND_FOR_REFUSAL, all_of, any_of
from rogatory.law.doctrine.persecution import on_grounds
from rogatory.law.norms import Cure, Effect, Norm, Unless, between
from rogatory.law.packs import Pack
from rogatory.law.packs._treaties import (
    ASSISTANCE_1959,
    ASSISTANCE_P1,
    FINANCING,
    POLITICAL_OFFENCE,
    TERRORISM_1977,
    TERRORISM_2005,
)
from rogatory.law.sources import Check, Cite
from rogatory.law.vocabulary import measure, request

BELGIAN_RESERVATION = Cite("Belgian reservation of 13 August 1975 to ETS 030", "to Art. 2", "ETS 030 Art. 23")
_SEARCH = measure.type_.is_("search", "seizure")

_rule = partial(Norm, kinds=("mla",), bound=between("ETS-030"))
_optional = partial(_rule, bears_on=(GRANT,), effect=Effect.MAY_REFUSE)

duty_to_assist = _rule(
    id="ecma-1-duty-to-assist",
    source=ASSISTANCE_1959.article("1(1)") + ASSISTANCE_1959.article("1(2)"),
    bears_on=(REFUSE,),
    effect=Effect.FORBIDS,
    when=all_of(~GROUND_FOR_REFUSAL, request.military.no, request.outside_scope.no),
    check=Check.PARTLY,
    releases=True,
    says={
        "en": "Between parties assistance is owed in the widest measure: without a ground it is not refused.",
        "fr": "Entre les Parties, l'entraide la plus large est due : elle n'est pas refusée sans motif.",
        "nl": "Tussen partijen is de ruimst mogelijke rechtshulp verschuldigd: zonder grond wordt zij niet geweigerd.",
    },
    note="Art. 1(2) on what lies outside the Convention was read; the duty of Art. 1(1) is stated from general"
    " knowledge.",
)
outside_scope = _optional(
    id="ecma-1-2-outside-scope",
    source=ASSISTANCE_1959.article("1(2)"),
    when=any_of(request.military.yes, request.outside_scope.yes),
    says={
        "en": "The Convention does not reach arrests, the enforcement of verdicts or purely military offences; for"
        " these it creates no duty.",
        "fr": "La Convention ne couvre ni les arrestations, ni l'exécution des condamnations, ni les infractions"
        " purement militaires ; elle ne crée alors aucune obligation.",
        "nl": "Het Verdrag geldt niet voor aanhoudingen, de tenuitvoerlegging van veroordelingen of zuiver militaire"
        " strafbare feiten; daarvoor schept het geen plicht.",
    },
    note="A limit of scope, not a ground for refusal in the text: what it leaves is the freedom to decide outside the"
    " treaty.",
)
political_offence = _optional(
    id="ecma-2a-political-or-fiscal",
    source=ASSISTANCE_1959.article("2(a)"),
    when=POLITICAL_OFFENCE,
    unless=(
        Unless(
            id="terrorism-convention",
            when=request.terrorism_convention.yes,
            text="For the offences of a terrorism convention binding both states the political label alone is no"
            " ground.",
            source=TERRORISM_1977.article("8(1)") + TERRORISM_2005.article("20(1)") + FINANCING.article("14"),
        ),
    ),
    standard="the requested state's own view of the offence; no threshold about the person",
    says={
        "en": "Assistance may be refused where the requested state regards the offence as political or as connected"
        " with a political one.",
        "fr": "L'entraide peut être refusée lorsque l'État requis considère l'infraction comme politique ou connexe à"
        " une infraction politique.",
        "nl": "Rechtshulp mag worden geweigerd wanneer de aangezochte staat het feit beschouwt als een politiek"
        " misdrijf of als een daarmee samenhangend feit.",
    },
    note="A power, not a duty. Reservations under Art. 23 may change it state by state.",
)
fiscal_offence = _optional(
    id="ecma-2a-political-or-fiscal-fiscal",
    source=ASSISTANCE_1959.article("2(a)") + ASSISTANCE_P1.article("1"),
    when=request.fiscal.yes,
    cure=Cure(
        met=request.fiscal_no_ground.yes,
        obtain="acceptance by both states that the fiscal nature alone is no ground (ETS 099 Chapter I)",
    ),
    standard="the requested state's own view of the offence",
    says={
        "en": "Assistance in a fiscal case may be refused, unless both states have accepted that the fiscal nature"
        " alone is no ground.",
        "fr": "L'entraide en matière fiscale peut être refusée, sauf si les deux États ont accepté que le seul"
        " caractère fiscal n'est pas un motif.",
        "nl": "Rechtshulp in een fiscale zaak mag worden geweigerd, tenzij beide staten hebben aanvaard dat de fiscale"
        " aard alleen geen grond is.",
    },
    note="The first Protocol stops only a refusal resting solely on the fiscal label, and a state may exclude its"
    " Chapter I (Art. 8(2)(a)): acceptance by both sides is looked up, not presumed from party status.",
)
essential_interests = _optional(
    id="ecma-2b-essential-interests",
    source=ASSISTANCE_1959.article("2(b)"),
    when=request.essential_interests.yes,
    standard="the requested state's own forecast that execution is likely to prejudice it",
    says={
        "en": "Assistance may be refused where the requested state considers that giving it would probably harm its"
        " sovereignty, security, public policy or other essential interests.",
        "fr": "L'entraide peut être refusée si l'État requis estime que son exécution est de nature à porter atteinte"
        " à sa souveraineté, à sa sécurité, à son ordre public ou à d'autres intérêts essentiels.",
        "nl": "Rechtshulp mag worden geweigerd wanneer de uitvoering volgens de aangezochte staat zijn soevereiniteit,"
        " veiligheid, openbare orde of andere wezenlijke belangen dreigt te schaden.",
    },
    note="The article holds no discrimination clause; objections of human rights enter here or through a reservation."
    " That the view must be held in good faith is general law.",
)
reserved_persecution = _optional(
    id="be-ecma-reservation-2",
    source=BELGIAN_RESERVATION + ASSISTANCE_1959.article("23"),
    when=all_of(
        request.reservations.is_("persecution"),
        on_grounds("political-opinion", "religion", "nationality", "race", "social-group"),
    ),
    check=Check.PARTLY,
    standard="good grounds for believing",
    says={
        "en": "A state that so reserved, such as Belgium, need not assist where the foreign inquiry seems meant to"
        " pursue, punish or trouble an accused for political conviction, religion, nationality, race or group.",
        "fr": "L'État qui l'a réservé, comme la Belgique, peut ne pas accorder l'entraide lorsque l'enquête étrangère"
        " paraît viser à poursuivre, punir ou inquiéter un inculpé pour ses convictions politiques, sa religion, sa"
        " nationalité, sa race ou son groupe.",
        "nl": "Een staat die dat heeft voorbehouden, zoals België, hoeft geen rechtshulp te verlenen wanneer het"
        " buitenlandse onderzoek lijkt te dienen om een verdachte te vervolgen, te straffen of te hinderen om zijn"
        " politieke overtuiging, godsdienst, nationaliteit, ras of groep.",
    },
    note="Belgium's reservation was read only as far as letter (b), in a list of 2011; whether it still stands must be"
    " confirmed. Other states may answer it with reciprocity (Art. 23(3)). The test of persecution used here asks more"
    " than good grounds.",
)
reserved_ne_bis = _optional(
    id="be-ecma-reservation-2-ne-bis-in-idem",
    source=BELGIAN_RESERVATION + ASSISTANCE_1959.article("23"),
    when=all_of(
        request.reservations.is_("ne-bis-in-idem"),
        request.ne_bis.is_("final-judgment-here", "proceedings-dropped-here", "final-judgment-in-third-state"),
    ),
    check=Check.PARTLY,
    says={
        "en": "A state that so reserved, such as Belgium, need not assist where helping would clash with the rule that"
        " nobody is tried twice for the same facts.",
        "fr": "L'État qui l'a réservé, comme la Belgique, peut ne pas accorder l'entraide incompatible avec la règle"
        " selon laquelle nul n'est poursuivi deux fois pour les mêmes faits.",
        "nl": "Een staat die dat heeft voorbehouden, zoals België, hoeft geen rechtshulp te verlenen die strijdt met"
        " de regel dat niemand tweemaal voor dezelfde feiten wordt vervolgd.",
    },
    note="The Convention's own text has no such ground. The Belgian letter (b) was seen in part only, so which earlier"
    " outcomes it covers is not certain.",
)
search_conditions = _optional(
    id="ecma-5-search-seizure-conditions",
    source=ASSISTANCE_1959.article("5(1)") + ASSISTANCE_1959.article("5(2)"),
    when=all_of(
        _SEARCH,
        any_of(
            all_of(request.reservations.is_("search-dual-criminality"), request.dual_criminality_missing.yes),
            all_of(request.reservations.is_("search-extraditable"), request.below_threshold.yes),
            all_of(
                request.reservations.is_("search-own-law"),
                any_of(measure.own_law_allows.yes, request.barred_by_own_law.yes),
            ),
        ),
    ),
    standard="an objective legal check, where the requested state so declared",
    says={
        "en": "A state that so declared may make a search or seizure depend on double criminality, on an extraditable"
        " offence or on its own law.",
        "fr": "L'État qui l'a déclaré peut subordonner une perquisition ou une saisie à la double incrimination, au"
        " caractère extraditionnel de l'infraction ou à la compatibilité avec sa loi.",
        "nl": "Een staat die dat heeft verklaard, mag een huiszoeking of inbeslagneming laten afhangen van dubbele"
        " strafbaarheid, van een uitleveringsfeit of van zijn eigen wet.",
    },
    note="Only searches and seizures of property, only by declaration at signature or ratification; other states may"
    " answer in kind. Belgium's declaration was not seen. The penalty threshold for extradition stands for an"
    " extraditable offence.",
)

PACK = Pack(
    "mutual-assistance-1959",
    "European Convention on Mutual Assistance 1959: duty and grounds",
    (
        duty_to_assist,
        outside_scope,
        political_offence,
        fiscal_offence,
        essential_interests,
        reserved_persecution,
        reserved_ne_bis,
        search_conditions,
    ),
)
