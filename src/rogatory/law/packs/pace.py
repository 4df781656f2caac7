"""Parliamentary Assembly of the Council of Europe on transnational repression and misuse of cooperation.

Soft law: it opens duties of care and never refuses, conditions or permits anything by itself. Numbers of points are
given only where they were seen.
"""

from datetime import date

from rogatory.law.acts import (
    ADMIT_OFFICIALS,
    ARREST,
    CLOSE,
    EXECUTE,
    GRANT,
    HANDING_OVER,
    INVESTIGATE_REPRESSION,
    KEEP_NOTICE,
    NOTICE_KINDS,
    PROTECT,
    REPAIR,
    SURRENDER,
    TRANSMIT,
)
from rogatory.law.conditions import ALWAYS, all_of, any_of
from rogatory.law.doctrine.persecution import PERSECUTION
from rogatory.law.norms import ECHR_STATES, Effect, Norm
from rogatory.law.packs import Pack
from rogatory.law.sources import Basis, Check, Cite, Instrument
from rogatory.law.vocabulary import hearing, measure, notice, person, remedy, state

_PACE = "Parliamentary Assembly of the Council of Europe"
RES_2509 = Instrument("PACE-2509", f"{_PACE}, Resolution 2509 (2023)", "Doc. 15787, 23 June 2023")
RES_2315 = Instrument("PACE-2315", f"{_PACE}, Resolution 2315 (2019)", "Doc. 14997, 29 November 2019")
RES_2161 = Instrument("PACE-2161", f"{_PACE}, Resolution 2161 (2017)", "Doc. 14277, 26 April 2017")
REC_2257 = Cite(f"{_PACE}, Recommendation 2257 (2023)", "", "23 June 2023")
_NEWER = Cite(f"{_PACE}, recommendation on fighting back against transnational repression", "", "file 36248")

_SINCE = date(2023, 6, 23)
_THIRD_STATES = ("extradition", "removal", "mla", *NOTICE_KINDS)
_RECORD = state.transnational_repression.yes
_SHORT_CHECK = all_of(hearing.registers_searched.yes, hearing.protection_asked.yes)

definition = Norm(
    id="pace-2509-1-2-definition",
    source=RES_2509.point("1.2"),
    bears_on=(INVESTIGATE_REPRESSION,),
    effect=Effect.OBLIGES,
    bound=ECHR_STATES,
    since=_SINCE,
    when=PERSECUTION,
    fulfilled=remedy.repression_alleged.yes,
    basis=Basis.SOFT_LAW,
    standard="a definition",
    says={
        "en": "A request for extradition or other assistance, or a notice, used against an opponent is itself a"
        " method of"
        " transnational repression and is registered as an allegation.",
        "fr": "Une demande d'extradition ou d'entraide, ou une notice, utilisée contre un opposant est en soi une"
        " méthode de"
        " répression transnationale et s'enregistre comme allégation.",
        "nl": "Een verzoek om uitlevering of rechtshulp, of een signalering, tegen een opposant is zelf een methode van"
        " transnationale repressie en wordt als aantijging geregistreerd.",
    },
    note="The point names laundering and terrorist-financing measures among the methods.",
)

investigate = Norm(
    id="pace-2509-15-1",
    source=RES_2509.point("15.1"),
    bears_on=(INVESTIGATE_REPRESSION,),
    effect=Effect.OBLIGES,
    since=_SINCE,
    when=remedy.repression_alleged.yes,
    fulfilled=remedy.repression_investigated.yes,
    basis=Basis.SOFT_LAW,
    standard="every allegation; effectively",
    says={
        "en": "Every allegation of transnational repression is investigated effectively.",
        "fr": "Toute allégation de répression transnationale fait l'objet d'une enquête effective.",
        "nl": "Elke aantijging van transnationale repressie wordt doeltreffend onderzocht.",
    },
    note="Addressed to member states as well as to others.",
)

reparation = Norm(
    id="pace-2509-15-3",
    source=RES_2509.point("15.3"),
    bears_on=(REPAIR,),
    effect=Effect.OBLIGES,
    bound=ECHR_STATES,
    since=_SINCE,
    when=remedy.harm_done.yes,
    fulfilled=remedy.reparation_made.yes,
    basis=Basis.SOFT_LAW,
    standard="adequate",
    says={
        "en": "Victims of transnational repression receive adequate reparation.",
        "fr": "Les victimes de répression transnationale obtiennent une réparation adéquate.",
        "nl": "Slachtoffers van transnationale repressie krijgen passend herstel.",
    },
)

additional_checks = Norm(
    id="pace-2509-17-4",
    source=RES_2509.point("17.4"),
    bears_on=(GRANT, EXECUTE, TRANSMIT, SURRENDER, KEEP_NOTICE, ARREST),
    effect=Effect.INQUIRES,
    kinds=_THIRD_STATES,
    bound=ECHR_STATES,
    since=_SINCE,
    when=_RECORD,
    fulfilled=all_of(
        _SHORT_CHECK, hearing.record_consulted.yes, hearing.person_asked.yes, hearing.claims_addressed.yes
    ),
    basis=Basis.SOFT_LAW,
    standard="additional checks where the requesting state has a record of repression abroad",
    says={
        "en": "Extradition requests, notices and other requests from a state with a record of repression abroad pass"
        " the full"
        " list of checks before anything is done.",
        "fr": "Les demandes d'extradition, notices et autres demandes d'un État connu pour réprimer à l'étranger"
        " passent la"
        " liste complète des vérifications avant tout acte.",
        "nl": "Uitleveringsverzoeken, signaleringen en andere verzoeken van een staat die bekendstaat om repressie"
        " in het"
        " buitenland doorlopen de volledige controlelijst vóór enige handeling.",
    },
    note="The rest of the point was not read. The list of checks is how the duty is carried out here.",
)

short_check = Norm(
    id="pace-2509-17-4-short",
    source=RES_2509.point("17.4"),
    bears_on=(GRANT, KEEP_NOTICE),
    effect=Effect.OBLIGES,
    bound=ECHR_STATES,
    since=_SINCE,
    when=ALWAYS,
    fulfilled=_SHORT_CHECK,
    basis=Basis.SOFT_LAW,
    standard="a short check of every request",
    says={
        "en": "Every request is matched against the registers and the asylum authority is asked in confidence.",
        "fr": "Toute demande est comparée aux registres et l'autorité d'asile est consultée confidentiellement.",
        "nl": "Elk verzoek wordt met de registers vergeleken en de asielautoriteit wordt vertrouwelijk bevraagd.",
    },
    note="The words seen set no limit by state; a news report limits them to states known for the practice. Hence a short"
    " check for all and the full list where a record exists.",
)

record_weighed = Norm(
    id="pace-2509-17-7",
    source=RES_2509.point("17.7"),
    bears_on=(GRANT, KEEP_NOTICE),
    effect=Effect.INQUIRES,
    kinds=_THIRD_STATES,
    bound=ECHR_STATES,
    since=_SINCE,
    when=_RECORD,
    fulfilled=hearing.record_consulted.yes,
    basis=Basis.SOFT_LAW,
    check=Check.PARTLY,
    standard="take the record into account",
    says={
        "en": "The requesting state's record of repression abroad is weighed, and the weighing written down.",
        "fr": "Les antécédents de répression à l'étranger de l'État requérant sont pris en compte, par écrit.",
        "nl": "De staat van dienst van de verzoekende staat inzake repressie in het buitenland wordt gewogen en"
        " opgeschreven.",
    },
    note="The surrounding words were not read: a duty to weigh and write down, nothing more.",
)

defenders = Norm(
    id="pace-2509-17-11",
    source=RES_2509.point("17.11"),
    bears_on=(PROTECT,),
    effect=Effect.OBLIGES,
    bound=ECHR_STATES,
    since=_SINCE,
    when=all_of(
        any_of(person.human_rights_defender.yes, person.opposition.yes, person.journalist_or_writer.yes),
        person.works_with_international_body.yes,
    ),
    fulfilled=remedy.protection_plan.yes,
    basis=Basis.SOFT_LAW,
    check=Check.PARTLY,
    standard="better protection",
    says={
        "en": "Defenders and activists who work with international bodies are protected better: a plan, a contact,"
        " word to the"
        " body concerned.",
        "fr": "Les défenseurs et militants qui travaillent avec des organismes internationaux sont mieux protégés :"
        " un plan, un"
        " contact, un avis à l'organisme concerné.",
        "nl": "Verdedigers en activisten die met internationale organen werken, worden beter beschermd: een plan, een"
        " contactpunt, bericht aan het betrokken orgaan.",
    },
    note="The surrounding words were not read.",
)

other_points = Norm(
    id="pace-2509-other-points",
    source=RES_2509.whole(),
    bears_on=(CLOSE,),
    effect=Effect.OBLIGES,
    bound=ECHR_STATES,
    since=_SINCE,
    when=remedy.repression_alleged.yes,
    basis=Basis.SOFT_LAW,
    check=Check.PARTLY,
    says={
        "en": "Cases of transnational repression are counted under one official definition, tracked and reported.",
        "fr": "Les cas de répression transnationale sont recensés selon une définition officielle unique, suivis et"
        " signalés.",
        "nl": "Gevallen van transnationale repressie worden volgens één officiële definitie geteld, opgevolgd en"
        " gemeld.",
    },
    note="The numbers of these points were not seen and none is given.",
)

no_handover = Norm(
    id="pace-2509-other-points-no-handover",
    source=RES_2509.whole(),
    bears_on=HANDING_OVER,
    effect=Effect.OBLIGES,
    bound=ECHR_STATES,
    since=_SINCE,
    when=any_of(remedy.repression_alleged.yes, PERSECUTION),
    basis=Basis.SOFT_LAW,
    check=Check.PARTLY,
    says={
        "en": "Those who face repression are not rendered, deported or extradited to it: what the binding norms"
        " leave open is"
        " decided in that light.",
        "fr": "Ceux que menace la répression ne sont ni transférés, ni expulsés, ni extradés vers elle : ce que les"
        " normes"
        " obligatoires laissent ouvert se décide en ce sens.",
        "nl": "Wie repressie te duchten heeft, wordt er niet aan overgedragen, uitgezet of uitgeleverd: wat de"
        " bindende normen"
        " openlaten, wordt in dat licht beslist.",
    },
    note="Known from a news report of the Assembly; no number was seen.",
)

vet_officials = Norm(
    id="pace-2509-other-points-officials",
    source=RES_2509.whole(),
    bears_on=(ADMIT_OFFICIALS,),
    effect=Effect.OBLIGES,
    bound=ECHR_STATES,
    since=_SINCE,
    when=all_of(_RECORD, measure.officials_requested.yes),
    basis=Basis.SOFT_LAW,
    check=Check.PARTLY,
    says={
        "en": "Officials of a state with such a record are vetted before they are admitted anywhere.",
        "fr": "Les agents d'un État ayant de tels antécédents sont contrôlés avant toute admission.",
        "nl": "Ambtenaren van een staat met zo'n staat van dienst worden gescreend vóór zij ergens worden toegelaten.",
    },
    note="The point speaks of accreditation of diplomats; vetting of visiting officials is drawn from it.",
)

newer_texts = Norm(
    id="pace-newer-texts",
    source=REC_2257 + _NEWER,
    bears_on=(CLOSE,),
    effect=Effect.OBLIGES,
    bound=ECHR_STATES,
    since=_SINCE,
    when=PERSECUTION,
    basis=Basis.SOFT_LAW,
    check=Check.PARTLY,
    says={
        "en": "A misuse of cooperation treaties found in a case is recorded so that it can be raised with the bodies"
        " of the"
        " treaty.",
        "fr": "Un abus des traités de coopération constaté dans une affaire est consigné afin de pouvoir être porté"
        " devant les"
        " organes du traité.",
        "nl": "Misbruik van samenwerkingsverdragen dat in een zaak blijkt, wordt vastgelegd zodat het bij de"
        " verdragsorganen kan"
        " worden aangekaart.",
    },
    note="Both recommendations are addressed to the Committee of Ministers and bind no state. Number and date of the newer"
    " one were not found.",
)

vigilance = Norm(
    id="pace-2315-interpol-extradition",
    source=RES_2315.whole() + RES_2161.whole(),
    bears_on=(KEEP_NOTICE, ARREST, GRANT),
    effect=Effect.INQUIRES,
    kinds=_THIRD_STATES,
    bound=ECHR_STATES,
    since=date(2019, 11, 29),
    when=_RECORD,
    fulfilled=any_of(hearing.record_consulted.yes, remedy.claim_examined.is_("thoroughly")),
    basis=Basis.SOFT_LAW,
    standard="serious risk of flagrant denial of justice, cruel punishment or discriminatory treatment",
    says={
        "en": "Political and corrupt misuse of notices, extradition and assistance is watched for, above all from"
        " states known for"
        " it.",
        "fr": "L'abus politique ou corrompu des notices, de l'extradition et de l'entraide fait l'objet de"
        " vigilance, surtout de la"
        " part d'États connus pour cela.",
        "nl": "Politiek en corrupt misbruik van signaleringen, uitlevering en rechtshulp wordt in het oog gehouden,"
        " vooral van"
        " staten die daarom bekendstaan.",
    },
    note="Partly addressed to INTERPOL; those who abuse its channels should pay into a compensation fund.",
)

serious_suspicion = Norm(
    id="pace-2315-interpol-extradition-suspicion",
    source=RES_2161.point("5"),
    bears_on=(KEEP_NOTICE, ARREST),
    effect=Effect.OBLIGES,
    kinds=NOTICE_KINDS,
    bound=ECHR_STATES,
    since=date(2017, 4, 26),
    when=notice.conduct_not_described.yes,
    basis=Basis.SOFT_LAW,
    standard="serious grounds for suspicion, checked in a procedure that limits abuse",
    says={
        "en": "A red notice presupposes serious grounds for suspicion: where the conduct is not described they are"
        " asked for.",
        "fr": "Une notice rouge suppose de sérieux motifs de suspicion : si le comportement n'est pas décrit, ils"
        " sont demandés.",
        "nl": "Een rode signalering veronderstelt ernstige verdenking: wordt het gedrag niet beschreven, dan wordt"
        " daarnaar"
        " gevraagd.",
    },
)

PACK = Pack(
    "pace",
    "Parliamentary Assembly of the Council of Europe: transnational repression",
    (
        serious_suspicion,
        vigilance,
        definition,
        investigate,
        reparation,
        additional_checks,
        short_check,
        record_weighed,
        defenders,
        other_points,
        no_handover,
        vet_officials,
        newer_texts,
    ),
)
