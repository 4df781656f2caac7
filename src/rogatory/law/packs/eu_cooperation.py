"""European Investigation Order (Directive 2014/41/EU), Articles 6 to 11: presence, substitution, refusal."""

from datetime import date
from functools import partial

from rogatory.law.acts import (
    ADMIT_OFFICIALS,
    ASSISTING,
    EXECUTE,
    GRANT,
    REFUSE,
)
from rogatory.law.conditions import GROUND_FOR_REFUSAL, Test, all_of, any_of
from rogatory.law.doctrine.assurances import sufficient
from rogatory.law.doctrine.ill_treatment import REAL_RISK_BETWEEN_MEMBER_STATES
from rogatory.law.doctrine.persecution import PERSECUTION_SHOWN_DIRECTLY
from rogatory.law.norms import Cure, Effect, Norm, Unless, between
from rogatory.law.packs import Pack
from rogatory.law.sources import Basis, Check, Cite, Instrument
from rogatory.law.vocabulary import measure, remedy, request, risk
from rogatory.law.vocabulary.assurance import Risk

DIRECTIVE = Instrument("EIO-DIRECTIVE", "Directive 2014/41/EU on the European Investigation Order", "CELEX 32014L0041")
BELGIAN_ACT = Cite("Belgium, Act of 22 May 2017 on the European Investigation Order")

# Both states must take part: Denmark and Ireland do not.
_rule = partial(Norm, kinds=("eio",), bound=between("EIO-DIRECTIVE"), since=date(2017, 5, 22))
_may_refuse = partial(_rule, bears_on=(GRANT,), effect=Effect.MAY_REFUSE)

CHARTER_BREACH = Test(
    id="eio-breach-of-the-charter",
    title="there are substantial grounds to believe that this measure would breach the Charter",
    source=DIRECTIVE.article("11(1)(f)") + DIRECTIVE.article("1(4)"),
    body=any_of(
        REAL_RISK_BETWEEN_MEMBER_STATES,
        PERSECUTION_SHOWN_DIRECTLY,
        risk.flagrant_denial.yes,
        measure.depends_on_taint.yes,
        measure.excessive.yes,
    ),
)
_SUBSTITUTABLE = all_of(measure.own_law_allows.yes, measure.always_available.no)
_UNLESS_ALWAYS_AVAILABLE = Unless(
    "five-measures",
    measure.always_available.yes,
    "Art. 10(2): the five measures that must always be available.",
)

inform_before_substituting = _rule(
    id="eio-6-10-inform-first",
    source=DIRECTIVE.article("10(4)") + DIRECTIVE.article("6(3)"),
    bears_on=(GRANT, EXECUTE),
    effect=Effect.OBLIGES,
    when=any_of(_SUBSTITUTABLE, measure.less_intrusive.yes),
    fulfilled=remedy.consulted.yes,
    says={
        "en": "Before another measure is taken instead, the issuing authority is told; it may withdraw or complete.",
        "fr": "Avant de recourir à une autre mesure, l'autorité d'émission est informée ; elle peut retirer sa"
        " décision ou la compléter.",
        "nl": "Vóór een andere maatregel wordt genomen, wordt de uitvaardigende autoriteit ingelicht; zij kan het"
        " bevel intrekken of aanvullen.",
    },
    limit="before substituting",
    note="Under Art. 6(3) the executing side may also consult where it doubts that the order is necessary,"
    " proportionate or available in a like domestic case; that doubt is no ground for refusal by itself.",
)
duty_to_execute = _rule(
    id="eio-9-1-duty-to-execute",
    source=DIRECTIVE.article("9(1)"),
    bears_on=(REFUSE,),
    effect=Effect.FORBIDS,
    when=~GROUND_FOR_REFUSAL,
    releases=True,
    check=Check.PARTLY,
    lifts="a ground of non-recognition, non-execution or postponement, or a substitute measure",
    says={
        "en": "An order is recognised and carried out like a domestic one unless a ground of the Directive stands.",
        "fr": "La décision est reconnue et exécutée comme une décision nationale, sauf motif prévu par la directive.",
        "nl": "Het bevel wordt erkend en uitgevoerd als een nationaal bevel, tenzij een grond uit de richtlijn geldt.",
    },
    note="Wording of Art. 9(1) from general knowledge; Belgium's Act (Arts 11-12, 17 par. 4) was read and agrees.",
)
presence = _rule(
    id="eio-9-4-presence",
    source=DIRECTIVE.article("9(4)") + BELGIAN_ACT,
    bears_on=(ADMIT_OFFICIALS,),
    effect=Effect.OBLIGES,
    when=all_of(measure.officials_requested.yes, ~request.contrary_to_system.yes, ~measure.national_security.yes),
    fulfilled=measure.officials_consent.yes,
    releases=True,
    says={
        "en": "Under an order, officials of the issuing state are admitted when they ask to assist, unless that"
        " breaches fundamental principles of own law or harms essential national security.",
        "fr": "Dans le cadre d'une décision d'enquête, les agents de l'État d'émission sont admis à assister, sauf"
        " atteinte aux principes fondamentaux du droit interne ou à la sécurité nationale.",
        "nl": "Bij een onderzoeksbevel worden ambtenaren van de uitvaardigende staat op verzoek toegelaten, tenzij dit"
        " strijdt met fundamentele rechtsbeginselen of de nationale veiligheid schaadt.",
    },
    note="The opposite default of the treaties, where presence needs consent. Belgium: Act of 2017, Art. 20. Art."
    " 13(1) lets evidence be handed to assisting officials on the spot if the order asks and own law allows: admitting"
    " them therefore opens the gate of transfer.",
)
presence_limits = _rule(
    id="eio-9-4-presence-limits",
    source=DIRECTIVE.article("9(4)"),
    bears_on=(ADMIT_OFFICIALS,),
    effect=Effect.FORBIDS,
    when=any_of(request.contrary_to_system.yes, measure.national_security.yes),
    basis=Basis.ANALOGY,
    says={
        "en": "They are not admitted where their presence breaches fundamental principles of own law or harms"
        " essential national security.",
        "fr": "Ils ne sont pas admis lorsque leur présence heurte les principes fondamentaux du droit interne ou la"
        " sécurité nationale.",
        "nl": "Zij worden niet toegelaten wanneer hun aanwezigheid strijdt met fundamentele rechtsbeginselen of de"
        " nationale veiligheid schaadt.",
    },
    note="The text lifts the duty to admit; that the admission then falls away altogether is our reading.",
)
no_powers = _rule(
    id="eio-9-5-no-powers",
    source=DIRECTIVE.article("9(5)"),
    bears_on=(ADMIT_OFFICIALS,),
    effect=Effect.FORBIDS,
    when=measure.officials_powers.yes,
    unless=(
        Unless(
            "agreed",
            all_of(measure.officials_basis.yes, measure.officials_consent.yes),
            "Powers that own law allows, to the extent both authorities agreed.",
        ),
    ),
    says={
        "en": "Assisting officials are bound by local law and have no powers of their own, unless agreed and lawful"
        " here.",
        "fr": "Les agents présents sont soumis au droit local et n'ont aucun pouvoir propre, sauf accord conforme à ce"
        " droit.",
        "nl": "Aanwezige ambtenaren zijn gebonden door het lokale recht en hebben geen eigen bevoegdheden, tenzij"
        " afgesproken en hier toegelaten.",
    },
)
substitution = _rule(
    id="eio-6-10-necessity-substitution",
    source=DIRECTIVE.article("10(1)") + DIRECTIVE.article("10(2)") + DIRECTIVE.article("10(5)"),
    bears_on=(GRANT, EXECUTE),
    effect=Effect.FORBIDS,
    when=measure.own_law_allows.yes,
    unless=(_UNLESS_ALWAYS_AVAILABLE,),
    lifts="another measure with the same result that exists and is available here",
    says={
        "en": "A measure that does not exist here, or not in a like domestic case, is not taken: another with the same"
        " result replaces it or, failing that, the issuing side is told that help was not possible.",
        "fr": "Une mesure inexistante ou indisponible dans un cas national similaire n'est pas exécutée : une autre la"
        " remplace ou, à défaut, l'autorité d'émission est informée de l'impossibilité.",
        "nl": "Een maatregel die hier niet bestaat of in een gelijkaardige zaak niet beschikbaar is, wordt niet"
        " genomen: een andere vervangt hem of de uitvaardigende autoriteit verneemt dat bijstand niet mogelijk was.",
    },
)
less_intrusive = _may_refuse(
    id="eio-6-10-less-intrusive",
    source=DIRECTIVE.article("10(3)"),
    when=measure.less_intrusive.yes,
    says={
        "en": "A less intrusive measure may be taken instead where it gives the same result.",
        "fr": "Une mesure moins intrusive peut être choisie si elle permet d'obtenir le même résultat.",
        "nl": "Een minder ingrijpende maatregel mag in de plaats komen wanneer hij hetzelfde resultaat oplevert.",
    },
    note="Touches the measure asked for, not the order: the request is answered by the milder measure.",
)
immunity = _may_refuse(
    id="eio-11-1-a-privilege-immunity",
    source=DIRECTIVE.article("11(1)(a)"),
    when=measure.immunity.yes,
    standard="immunity, privilege or press rule of the executing law that makes execution impossible",
    says={
        "en": "Privilege, immunity or the rules on liability of the press may stop the order, wholly or for some"
        " items.",
        "fr": "Un privilège, une immunité ou les règles de responsabilité de la presse peuvent faire obstacle à"
        " l'exécution, en tout ou en partie.",
        "nl": "Een voorrecht, een immuniteit of de regels over aansprakelijkheid van de pers kunnen de uitvoering"
        " geheel of deels verhinderen.",
    },
    note="Optional also in the Belgian Act (Art. 12, 1).",
)
ask_waiver = _rule(
    id="eio-11-5-ask-waiver",
    source=DIRECTIVE.article("11(5)"),
    bears_on=(GRANT, REFUSE),
    effect=Effect.OBLIGES,
    when=measure.immunity.yes,
    limit="without delay",
    says={
        "en": "Where a national authority can waive the immunity, the executing authority asks it at once; otherwise"
        " the issuing side asks.",
        "fr": "Si une autorité nationale peut lever l'immunité, l'autorité d'exécution le lui demande aussitôt ; sinon"
        " l'autorité d'émission s'en charge.",
        "nl": "Kan een nationale autoriteit de immuniteit opheffen, dan vraagt de uitvoerende autoriteit dat"
        " onmiddellijk; anders doet de uitvaardigende autoriteit dat.",
    },
)
national_security = _may_refuse(
    id="eio-11-1-b-national-security",
    source=DIRECTIVE.article("11(1)(b)"),
    when=measure.national_security.yes,
    says={
        "en": "Execution may be refused where it would harm essential national security, a source or intelligence.",
        "fr": "L'exécution peut être refusée si elle nuit à la sécurité nationale, à une source ou au renseignement.",
        "nl": "De uitvoering mag worden geweigerd als zij de nationale veiligheid, een bron of inlichtingenwerk"
        " schaadt.",
    },
)
not_criminal = _may_refuse(
    id="eio-11-1-c-not-criminal",
    source=DIRECTIVE.article("11(1)(c)"),
    when=all_of(request.non_criminal.yes, measure.own_law_allows.yes),
    says={
        "en": "In proceedings that are not criminal the order may be refused if own law would not allow the measure in"
        " a like case.",
        "fr": "Hors procédure pénale, la décision peut être refusée si le droit interne n'autorise pas la mesure dans"
        " un cas similaire.",
        "nl": "Buiten strafzaken mag het bevel worden geweigerd als het eigen recht de maatregel in een gelijkaardige"
        " zaak niet toelaat.",
    },
)
ne_bis = _may_refuse(
    id="eio-11-1-d-ne-bis-in-idem",
    source=DIRECTIVE.article("11(1)(d)"),
    when=any_of(request.ne_bis.is_("final-judgment-here"), request.judged_in_union.yes),
    says={
        "en": "The order may be refused where the same facts were finally judged in the Union.",
        "fr": "La décision peut être refusée si les mêmes faits ont été définitivement jugés dans l'Union.",
        "nl": "Het bevel mag worden geweigerd als dezelfde feiten in de Unie onherroepelijk zijn berecht.",
    },
    note="Charter Art. 50 counts judgments given within the Union; a judgment of a third state is not meant.",
)
extraterritorial = _may_refuse(
    id="eio-11-1-e-extraterritorial",
    source=DIRECTIVE.article("11(1)(e)"),
    when=request.extraterritorial.yes,
    says={
        "en": "It may be refused for acts outside the issuing state, wholly or partly committed here, that are no"
        " offence here.",
        "fr": "Elle peut être refusée pour des faits commis hors de l'État d'émission, en tout ou partie ici, et non"
        " punissables ici.",
        "nl": "Het mag worden geweigerd voor feiten buiten de uitvaardigende staat, geheel of deels hier gepleegd, die"
        " hier niet strafbaar zijn.",
    },
)
fundamental_rights = _may_refuse(
    id="eio-11-1-f-fundamental-rights",
    source=DIRECTIVE.article("11(1)(f)"),
    when=CHARTER_BREACH,
    standard="substantial grounds to believe",
    says={
        "en": "The order may be refused on substantial grounds to believe that this very measure would breach the"
        " Charter.",
        "fr": "La décision peut être refusée s'il y a des motifs sérieux de croire que cette mesure violerait la"
        " Charte.",
        "nl": "Het bevel mag worden geweigerd bij gegronde redenen om aan te nemen dat deze maatregel het Handvest"
        " schendt.",
    },
)
absolute_rights = _rule(
    id="eio-11-1-f-absolute-right",
    source=DIRECTIVE.article("11(1)(f)") + DIRECTIVE.article("1(4)"),
    bears_on=ASSISTING,
    effect=Effect.FORBIDS,
    when=any_of(REAL_RISK_BETWEEN_MEMBER_STATES, measure.depends_on_taint.yes),
    cure=Cure(
        met=all_of(sufficient(Risk.ILL_TREATMENT), ~measure.depends_on_taint.yes),
        obtain="a sufficient assurance of the issuing state against ill-treatment",
        keep="compliance with the assurance is followed up",
    ),
    basis=Basis.ANALOGY,
    standard="substantial grounds to believe",
    says={
        "en": "Where an absolute right of the Charter is at stake the option to refuse becomes a duty.",
        "fr": "Lorsqu'un droit absolu de la Charte est en jeu, la faculté de refuser devient une obligation.",
        "nl": "Staat een absoluut recht van het Handvest op het spel, dan wordt de mogelijkheid om te weigeren een"
        " plicht.",
    },
    note="Inferred from Art. 1(4), which the opening words of Art. 11(1) reserve.",
)
double_criminality = _may_refuse(
    id="eio-11-1-g-double-criminality",
    source=DIRECTIVE.article("11(1)(g)"),
    when=all_of(request.dual_criminality_missing.yes, request.listed_offence.no),
    unless=(_UNLESS_ALWAYS_AVAILABLE,),
    says={
        "en": "Outside the list of Annex D the order may be refused where the facts are no offence here.",
        "fr": "Hors la liste de l'annexe D, la décision peut être refusée si les faits ne sont pas punissables ici.",
        "nl": "Buiten de lijst van bijlage D mag het bevel worden geweigerd als de feiten hier niet strafbaar zijn.",
    },
)
reserved = _may_refuse(
    id="eio-11-1-h-reserved-measure",
    source=DIRECTIVE.article("11(1)(h)"),
    when=measure.reserved_offences.yes,
    unless=(_UNLESS_ALWAYS_AVAILABLE,),
    says={
        "en": "It may be refused where own law reserves the measure to offences or penalties that are not met.",
        "fr": "Elle peut être refusée si le droit interne réserve la mesure à des infractions ou peines non atteintes.",
        "nl": "Het mag worden geweigerd als het eigen recht de maatregel voorbehoudt aan misdrijven of straffen die"
        " hier niet spelen.",
    },
)
consult_before_refusing = _rule(
    id="eio-11-4-consult",
    source=DIRECTIVE.article("11(4)") + BELGIAN_ACT,
    bears_on=(REFUSE,),
    effect=Effect.INQUIRES,
    when=any_of(
        measure.immunity.yes,
        measure.national_security.yes,
        request.ne_bis.is_("final-judgment-here"),
        request.judged_in_union.yes,
        request.extraterritorial.yes,
        CHARTER_BREACH,
    ),
    fulfilled=remedy.consulted.yes,
    releases=True,
    says={
        "en": "Before refusing on grounds (a), (b), (d), (e) or (f) the issuing authority is consulted and asked for"
        " what is missing.",
        "fr": "Avant de refuser pour les motifs a), b), d), e) ou f), l'autorité d'émission est consultée et invitée à"
        " compléter.",
        "nl": "Vóór een weigering op grond van a), b), d), e) of f) wordt de uitvaardigende autoriteit geraadpleegd en"
        " om aanvulling gevraagd.",
    },
    note="The Belgian Act (Art. 17 par. 5) leaves out (e) and adds the ground of reserved measures.",
)

PACK = Pack(
    "eu-investigation-order",
    "European Investigation Order: presence, substitution, grounds for refusal",
    (
        inform_before_substituting,
        duty_to_execute,
        presence,
        presence_limits,
        no_powers,
        substitution,
        less_intrusive,
        immunity,
        ask_waiver,
        national_security,
        not_criminal,
        ne_bis,
        extraterritorial,
        fundamental_rights,
        absolute_rights,
        double_criminality,
        reserved,
        consult_before_refusing,
    ),
)
