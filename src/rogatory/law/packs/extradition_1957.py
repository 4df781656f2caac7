"""European Convention on Extradition (ETS 024): the duty to extradite and the grounds against it, Articles 1 to 13."""

from functools import partial

from rogatory.law.acts import CONSENT_OTHER_USE, GRANT, HANDING_OVER, REFUSE
from rogatory.law.conditions import GROUND_FOR_REFUSAL, all_of
from rogatory.law.doctrine.persecution import on_grounds
from rogatory.law.norms import Cure, Effect, Norm, Unless, between
from rogatory.law.packs import Pack
from rogatory.law.packs._shared import DEATH_PENALTY_CURE
from rogatory.law.packs._treaties import (
    BEYOND_CONDITIONS,
    EXTRADITION_1957,
    EXTRADITION_P1,
    EXTRADITION_P2,
    EXTRADITION_P4,
    POLITICAL_OFFENCE,
    TERRORISM_1977,
)
from rogatory.law.sources import Check, Cite
from rogatory.law.vocabulary import person, request, risk

BELGIAN_RESERVATION = Cite("Belgian reservations to ETS 024", "to Art. 1", "declaration of 3 June 1997")

_rule = partial(Norm, kinds=("extradition",), bound=between("ETS-024"))
# Asked offence by offence, so that surrender can be granted for some and refused for others.
_must_refuse = partial(_rule, bears_on=(GRANT,), effect=Effect.FORBIDS)
_may_refuse = partial(_rule, bears_on=(GRANT,), effect=Effect.MAY_REFUSE)

duty_to_extradite = _rule(
    id="ece-1-duty-to-extradite",
    source=EXTRADITION_1957.article("1"),
    bears_on=(REFUSE,),
    effect=Effect.FORBIDS,
    when=~GROUND_FOR_REFUSAL,
    check=Check.PARTLY,
    releases=True,
    says={
        "en": "Between parties extradition is owed: without a ground it is not refused.",
        "fr": "Entre les Parties, l'extradition est due : elle n'est pas refusée sans motif.",
        "nl": "Tussen partijen is uitlevering verschuldigd: zonder grond wordt zij niet geweigerd.",
    },
    note="The article was not checked word by word; the duty is stated from general knowledge.",
)
special_court = _may_refuse(
    id="be-ece-reservations",
    source=BELGIAN_RESERVATION + EXTRADITION_1957.article("1"),
    when=all_of(request.reservations.is_("special-court"), risk.special_court.yes),
    check=Check.PARTLY,
    says={
        "en": "A state that so reserved, such as Belgium, may refuse to surrender somebody to a court set up for the"
        " occasion, or to serve such a court's sentence.",
        "fr": "L'État qui l'a réservé, comme la Belgique, peut refuser la remise à un tribunal d'exception ou pour"
        " l'exécution d'une peine prononcée par un tel tribunal.",
        "nl": "Een staat die dat heeft voorbehouden, zoals België, mag de overlevering aan een bijzondere rechtbank,"
        " of ter uitvoering van haar straf, weigeren.",
    },
    note="Read in a list of 17 October 2017 that was cut. Whether the requested state reserved it is looked up with"
    " the depositary.",
)
exceptional_gravity = _rule(
    id="be-ece-reservations-exceptional-gravity",
    source=BELGIAN_RESERVATION + EXTRADITION_1957.article("1"),
    bears_on=HANDING_OVER,
    effect=Effect.FORBIDS,
    when=all_of(request.reservations.is_("exceptional-gravity"), risk.exceptional_gravity.yes),
    check=Check.PARTLY,
    standard="exceptional gravity of the consequences, because of age or health",
    says={
        "en": "A state that so reserved, such as Belgium, does not extradite where the consequences would be"
        " exceptionally grave for the person, above all for age or health.",
        "fr": "L'État qui l'a réservé, comme la Belgique, n'extrade pas lorsque les conséquences seraient d'une"
        " gravité exceptionnelle pour la personne, notamment en raison de son âge ou de sa santé.",
        "nl": "Een staat die dat heeft voorbehouden, zoals België, levert niet uit wanneer de gevolgen voor de persoon"
        " uitzonderlijk ernstig zouden zijn, vooral door leeftijd of gezondheid.",
    },
    note="A reservation keeps a freedom towards other parties; that the reserving state then does not extradite"
    " follows from its own words, read in a list of 2017 that was cut.",
)
double_criminality = _must_refuse(
    id="ece-2-double-criminality",
    source=EXTRADITION_1957.article("2(1)"),
    when=request.dual_criminality_missing.yes,
    says={
        "en": "Extradition is granted only for acts punishable under the laws of both states.",
        "fr": "L'extradition n'est accordée que pour des faits punissables selon les lois des deux États.",
        "nl": "Uitlevering wordt alleen toegestaan voor feiten die naar het recht van beide staten strafbaar zijn.",
    },
)
penalty_threshold = _must_refuse(
    id="ece-2-penalty-threshold",
    source=EXTRADITION_1957.article("2(1)") + EXTRADITION_1957.article("2(2)"),
    when=request.below_threshold.yes,
    unless=(
        Unless(
            id="accessory",
            when=request.accessory.yes,
            text="Accessory extradition: asked for together with an offence that reaches the threshold, the state may"
            " include it.",
        ),
    ),
    standard="at least one year's maximum in both laws, or four months imposed",
    says={
        "en": "No extradition below one year's maximum penalty in both laws, or below four months imposed.",
        "fr": "Pas d'extradition en dessous d'un maximum d'un an selon les deux lois, ou d'une peine prononcée de"
        " quatre mois.",
        "nl": "Geen uitlevering onder een maximumstraf van een jaar naar beide wetten, of onder een opgelegde straf"
        " van vier maanden.",
    },
)
political_offence = _must_refuse(
    id="ece-3-1-political-offence",
    source=EXTRADITION_1957.article("3(1)") + EXTRADITION_1957.article("3(4)"),
    when=POLITICAL_OFFENCE,
    unless=(
        Unless(
            id="terrorism-convention",
            when=request.terrorism_convention.yes,
            text="For the offences of a terrorism convention that binds both states the political label does not"
            " count.",
            source=TERRORISM_1977.article("1"),
        ),
        Unless(
            id="international-crime",
            when=request.international_crime.yes,
            text="Genocide, grave breaches and similar crimes are not political offences.",
            source=EXTRADITION_P1.article("1"),
        ),
    ),
    standard="the requested state's own classification",
    says={
        "en": "Extradition is not granted for an offence that the requested state regards as political or as connected"
        " with one.",
        "fr": "L'extradition n'est pas accordée pour une infraction que l'État requis considère comme politique ou"
        " connexe à une telle infraction.",
        "nl": "Uitlevering wordt niet toegestaan voor een feit dat de aangezochte staat als politiek of als daarmee"
        " samenhangend beschouwt.",
    },
    note="The taking of the life of a head of state or of their family is not political (3(3)): answer none. The first"
    " Protocol's Chapter I can be excluded by declaration; where it does not bind, other multilateral conventions"
    " (3(4)) usually lead to the same result. UNCAC Art. 44(4) has a norm of its own.",
)
discrimination = _rule(
    id="ece-3-2-discrimination",
    source=EXTRADITION_1957.article("3(2)"),
    bears_on=(*HANDING_OVER, CONSENT_OTHER_USE),
    effect=Effect.FORBIDS,
    when=on_grounds("race", "religion", "nationality", "political-opinion"),
    standard="substantial grounds for believing: purpose, or a position that may be prejudiced",
    says={
        "en": "Extradition is not granted on substantial grounds that an ordinary charge serves to pursue for race,"
        " religion, nationality or political opinion, or that the person's position may suffer for it.",
        "fr": "L'extradition n'est pas accordée s'il y a des raisons sérieuses de croire qu'une inculpation de droit"
        " commun sert à poursuivre pour la race, la religion, la nationalité ou les opinions politiques, ou que la"
        " situation de la personne risque d'en être aggravée.",
        "nl": "Uitlevering wordt niet toegestaan bij ernstige redenen om aan te nemen dat een gewone aanklacht dient"
        " om te vervolgen om ras, godsdienst, nationaliteit of politieke overtuiging, of dat de positie van de persoon"
        " daardoor wordt verslechterd.",
    },
    note="Neither sex nor ethnic origin is listed. Duties under other multilateral conventions stay (3(4)). A red"
    " notice is not regulated here: INTERPOL is only a channel for the request (16(3)). Consent to extend (14) is"
    " measured by the same article.",
)
military = _must_refuse(
    id="ece-4-military-offence",
    source=EXTRADITION_1957.article("4"),
    when=request.military.yes,
    says={
        "en": "Offences that are purely military are outside the Convention.",
        "fr": "Les infractions purement militaires sont exclues du champ de la Convention.",
        "nl": "Zuiver militaire strafbare feiten vallen buiten het Verdrag.",
    },
)
fiscal = _must_refuse(
    id="ece-5-fiscal-offence",
    source=EXTRADITION_1957.article("5") + EXTRADITION_P2.article("2"),
    when=request.fiscal.yes,
    cure=Cure(
        met=request.fiscal_no_ground.yes,
        obtain="the second Protocol's Chapter II accepted by both states, or an agreement for such offences",
    ),
    says={
        "en": "Extradition for fiscal offences needs an agreement of the two states, or the second Protocol.",
        "fr": "L'extradition pour infraction fiscale suppose un accord des deux États ou le deuxième Protocole.",
        "nl": "Uitlevering voor fiscale feiten vergt een afspraak van beide staten of het Tweede Protocol.",
    },
)
nationals = _may_refuse(
    id="ece-6-1-nationals",
    source=EXTRADITION_1957.article("6(1)") + EXTRADITION_1957.article("6(2)"),
    when=person.national_of_requested_state.yes,
    check=Check.GENERAL,
    says={
        "en": "A party may refuse to extradite its nationals; asked to, it then submits the case to its own"
        " authorities.",
        "fr": "Une Partie peut refuser l'extradition de ses ressortissants ; sur demande, elle soumet alors l'affaire"
        " à ses propres autorités.",
        "nl": "Een partij mag de uitlevering van haar onderdanen weigeren; op verzoek legt zij de zaak dan aan haar"
        " eigen autoriteiten voor.",
    },
    note="From general knowledge; who counts as a national is fixed by declaration.",
)
pending_here = _may_refuse(
    id="ne-bis-in-idem-pending-here",
    source=EXTRADITION_1957.article("8"),
    when=request.ne_bis.is_("pending-here"),
    check=Check.PARTLY,
    says={
        "en": "Extradition may be refused while the requested state itself prosecutes the same facts.",
        "fr": "L'extradition peut être refusée tant que l'État requis poursuit lui-même les mêmes faits.",
        "nl": "Uitlevering mag worden geweigerd zolang de aangezochte staat dezelfde feiten zelf vervolgt.",
    },
)
judged_here = _must_refuse(
    id="ne-bis-in-idem",
    source=EXTRADITION_1957.article("9(1)"),
    when=request.ne_bis.is_("final-judgment-here"),
    check=Check.PARTLY,
    standard="final judgment on the same offence",
    says={
        "en": "No extradition where the requested state has finally judged the person for the same facts.",
        "fr": "Pas d'extradition lorsque l'État requis a définitivement jugé la personne pour les mêmes faits.",
        "nl": "Geen uitlevering wanneer de aangezochte staat de persoon voor dezelfde feiten onherroepelijk heeft"
        " berecht.",
    },
    note="First of three tiers. Wider national rules prevail.",
)
dropped_here = _may_refuse(
    id="ne-bis-in-idem-dropped-here",
    source=EXTRADITION_1957.article("9(1)"),
    when=request.ne_bis.is_("proceedings-dropped-here"),
    check=Check.PARTLY,
    says={
        "en": "Extradition may be refused where the requested state decided not to prosecute the same facts, or to end"
        " its proceedings.",
        "fr": "L'extradition peut être refusée lorsque l'État requis a décidé de ne pas poursuivre les mêmes faits ou"
        " de mettre fin aux poursuites.",
        "nl": "Uitlevering mag worden geweigerd wanneer de aangezochte staat heeft beslist dezelfde feiten niet te"
        " vervolgen of de vervolging te beëindigen.",
    },
    note="Second of three tiers.",
)
lapse_of_time = _must_refuse(
    id="ece-10-lapse-of-time",
    source=EXTRADITION_1957.article("10") + EXTRADITION_P4.article("1"),
    when=request.time_barred.yes,
    unless=(
        Unless(
            id="fourth-protocol",
            when=request.own_limitation_no_ground.yes,
            text="Between parties to the fourth Protocol the requested state's own limitation is no ground, unless"
            " reserved.",
            source=EXTRADITION_P4.article("1"),
        ),
    ),
    standard="a legal check of both laws",
    says={
        "en": "No extradition once prosecution or punishment is time-barred in either law; between parties to the"
        " fourth Protocol only the requesting state's law counts.",
        "fr": "Pas d'extradition si l'action ou la peine est prescrite selon l'une des deux lois ; entre Parties au"
        " quatrième Protocole, seule compte la loi de l'État requérant.",
        "nl": "Geen uitlevering als de vervolging of de straf naar een van beide wetten is verjaard; tussen partijen"
        " bij het Vierde Protocol telt alleen de wet van de verzoekende staat.",
    },
)
death_penalty = _may_refuse(
    id="ece-11-death-penalty",
    source=EXTRADITION_1957.article("11"),
    when=risk.death_penalty.yes,
    cure=DEATH_PENALTY_CURE,
    check=Check.PARTLY,
    standard="possible penalty in the requesting law; an assurance the requested state finds sufficient",
    says={
        "en": "Extradition for a capital offence may be refused unless a sufficient assurance is given that the"
        " penalty will not be carried out.",
        "fr": "L'extradition pour une infraction capitale peut être refusée, sauf assurance jugée suffisante que la"
        " peine ne sera pas exécutée.",
        "nl": "Uitlevering voor een feit waarop de doodstraf staat, mag worden geweigerd tenzij een toereikende"
        " garantie is gegeven dat de straf niet wordt uitgevoerd.",
    },
    note="The treaty text is optional and asks only for non-execution, where the requested state's law lacks the"
    " penalty or does not normally carry it out. The duty to refuse comes from the ECHR and the Charter, which stand"
    " in packs of their own.",
)
completion = _rule(
    id="ece-13-supplementary-information",
    source=EXTRADITION_1957.article("13") + EXTRADITION_1957.article("12(2)"),
    bears_on=(GRANT,),
    effect=Effect.INQUIRES,
    when=request.defective.yes,
    fulfilled=request.conforms.yes,
    standard="too little to decide on",
    says={
        "en": "Where the papers do not suffice to decide, the missing information is asked for before anything is"
        " decided.",
        "fr": "Si les pièces ne permettent pas de décider, le complément est demandé avant toute décision.",
        "nl": "Als de stukken niet volstaan om te beslissen, wordt eerst om aanvulling gevraagd.",
    },
    note="Asking is a duty under this Convention. It ends once the request is complete (then it is no longer"
    " defective) or completion was asked in vain.",
    limit="a period may be fixed for the answer",
)
completion_before_refusing = _rule(
    id="ece-13-supplementary-information-before-refusing",
    source=EXTRADITION_1957.article("13"),
    bears_on=(REFUSE,),
    effect=Effect.INQUIRES,
    when=all_of(request.defective.yes, ~BEYOND_CONDITIONS),
    fulfilled=request.conforms.yes,
    standard="too little to decide on",
    says={
        "en": "Nor is a request refused for its gaps before completion was asked.",
        "fr": "Une demande lacunaire n'est pas non plus refusée avant qu'un complément ait été demandé.",
        "nl": "Een onvolledig verzoek wordt evenmin om zijn leemten geweigerd voordat om aanvulling is gevraagd.",
    },
    note="Where another ground decides that no paper could answer, nothing is missing to decide on.",
)

PACK = Pack(
    "extradition-1957",
    "European Convention on Extradition 1957: duty and grounds",
    (
        duty_to_extradite,
        special_court,
        exceptional_gravity,
        double_criminality,
        penalty_threshold,
        political_offence,
        discrimination,
        military,
        fiscal,
        nationals,
        pending_here,
        judged_here,
        dropped_here,
        lapse_of_time,
        death_penalty,
        completion,
        completion_before_refusing,
    ),
)
