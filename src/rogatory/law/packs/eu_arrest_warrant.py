"""European arrest warrant (Framework Decision 2002/584/JHA) and the two-step test of the Court of Justice."""

from datetime import date
from functools import partial

from rogatory.law.acts import ASSISTING, CONSULT, GRANT, HANDING_OVER, REFUSE
from rogatory.law.conditions import GROUND_FOR_REFUSAL, all_of, any_of
from rogatory.law.doctrine.assurances import sufficient_between_member_states
from rogatory.law.doctrine.trial import ABSENCE_WITHOUT_RETRIAL
from rogatory.law.norms import MUTUAL_TRUST, Cure, Effect, Norm
from rogatory.law.packs import Pack
from rogatory.law.packs._shared import ASKED_FIRST
from rogatory.law.sources import CJEU, Basis, Check, Instrument
from rogatory.law.vocabulary import person, request, state
from rogatory.law.vocabulary.assurance import Risk

DECISION = Instrument(
    "2002-584-JHA", "Framework Decision 2002/584/JHA on the European arrest warrant", "CELEX 32002F0584"
)
ARANYOSI = CJEU.judgment("Aranyosi and Căldăraru", "C-404/15 and C-659/15 PPU, 5 April 2016, ECLI:EU:C:2016:198")
LM = CJEU.judgment("LM", "C-216/18 PPU, 25 July 2018, ECLI:EU:C:2018:586")
PUIG_GORDI = CJEU.judgment("Puig Gordi and Others", "C-158/21, 31 January 2023, ECLI:EU:C:2023:57")

_ARANYOSI_DAY = date(2016, 4, 5)
_rule = partial(Norm, kinds=("eaw",), bound=MUTUAL_TRUST, since=date(2004, 1, 1), check=Check.GENERAL)
_may_refuse = partial(_rule, bears_on=(GRANT,), effect=Effect.MAY_REFUSE)
_two_step = partial(
    Norm,
    kinds=("eaw", "eio"),
    bound=MUTUAL_TRUST,
    since=_ARANYOSI_DAY,
    basis=Basis.CASE_LAW,
    check=Check.PARTLY,
)

not_judicial = _rule(
    id="eaw-6-1-judicial-authority",
    source=DECISION.article("6(1)") + CJEU.judgment("Poltorak", "C-452/16 PPU, 10 November 2016"),
    bears_on=HANDING_OVER,
    effect=Effect.FORBIDS,
    when=request.authorised_by.is_("police", "other"),
    basis=Basis.CASE_LAW,
    standard="the authority that issued the warrant administers justice, independently of the executive",
    says={
        "en": "A warrant issued by a police service or another body that does not administer justice is not executed.",
        "fr": "Un mandat émis par un service de police ou un autre organe qui ne participe pas à l'administration de la"
        " justice n'est pas exécuté.",
        "nl": "Een bevel van een politiedienst of een ander orgaan dat niet aan de rechtsbedeling deelneemt, wordt niet ten"
        " uitvoer gelegd.",
    },
    note="A prosecutor qualifies only if no instruction of the executive can reach the case (C-508/18); that question is"
    " not asked apart. The judgments were not re-read.",
)
duty_to_execute = _rule(
    id="eaw-1-2-duty-to-execute",
    source=DECISION.article("1(2)"),
    bears_on=(REFUSE,),
    effect=Effect.FORBIDS,
    when=~GROUND_FOR_REFUSAL,
    releases=True,
    lifts="a ground of the Framework Decision, or a right that Article 1(3) keeps",
    says={
        "en": "A European arrest warrant is executed unless a ground of the Framework Decision, or a fundamental"
        " right, stands against it.",
        "fr": "Un mandat d'arrêt européen est exécuté, sauf motif prévu par la décision-cadre ou droit fondamental qui"
        " s'y oppose.",
        "nl": "Een Europees aanhoudingsbevel wordt uitgevoerd, tenzij een grond uit het kaderbesluit of een grondrecht"
        " zich daartegen verzet.",
    },
    note="Grounds found only in national law do not count unless they mirror Art. 1(3) (Puig Gordi). The grounds of"
    " residence and own sentence (Art. 4(6), 5(3)) and the territorial one are encoded only in part.",
)
amnesty = _rule(
    id="eaw-3-1-amnesty",
    source=DECISION.article("3(1)"),
    bears_on=HANDING_OVER,
    effect=Effect.FORBIDS,
    when=request.amnestied.yes,
    says={
        "en": "No surrender for an offence covered by an amnesty here, if there was jurisdiction here.",
        "fr": "Pas de remise pour une infraction couverte ici par une amnistie, si l'État était compétent.",
        "nl": "Geen overlevering voor een feit waarvoor hier amnestie geldt, als er hier rechtsmacht was.",
    },
)
ne_bis = _rule(
    id="eaw-3-2-ne-bis-in-idem",
    source=DECISION.article("3(2)"),
    bears_on=HANDING_OVER,
    effect=Effect.FORBIDS,
    when=any_of(request.ne_bis.is_("final-judgment-here"), request.judged_in_union.yes),
    says={
        "en": "No surrender for acts already finally judged in a member state, where the sentence was or is being"
        " served or can no longer be carried out.",
        "fr": "Pas de remise pour des faits définitivement jugés dans un État membre, si la peine a été subie, est en"
        " cours ou ne peut plus être exécutée.",
        "nl": "Geen overlevering voor feiten waarover in een lidstaat onherroepelijk is geoordeeld, als de straf is"
        " ondergaan, wordt ondergaan of niet meer kan worden uitgevoerd.",
    },
)
under_age = _rule(
    id="eaw-3-3-under-age",
    source=DECISION.article("3(3)"),
    bears_on=HANDING_OVER,
    effect=Effect.FORBIDS,
    when=request.under_age.yes,
    says={
        "en": "No surrender of somebody who, because of age, could not be held criminally responsible here.",
        "fr": "Pas de remise d'une personne qui, en raison de son âge, ne pourrait être tenue pénalement responsable"
        " ici.",
        "nl": "Geen overlevering van wie hier wegens leeftijd niet strafrechtelijk verantwoordelijk kan worden"
        " gehouden.",
    },
)
double_criminality = _may_refuse(
    id="eaw-2-4-double-criminality",
    source=DECISION.article("2(4)") + DECISION.article("4(1)"),
    when=all_of(request.dual_criminality_missing.yes, request.listed_offence.no),
    says={
        "en": "Outside the list of thirty-two categories surrender may be refused where the acts are no offence here.",
        "fr": "Hors la liste des trente-deux catégories, la remise peut être refusée si les faits ne sont pas"
        " punissables ici.",
        "nl": "Buiten de lijst van tweeëndertig categorieën mag de overlevering worden geweigerd als de feiten hier"
        " niet strafbaar zijn.",
    },
    note="Answered for each offence: surrender may be granted in part. Several states, Belgium among them, made it"
    " mandatory.",
)
own_proceedings = _may_refuse(
    id="eaw-4-own-proceedings",
    source=DECISION.article("4(2)") + DECISION.article("4(3)"),
    when=request.ne_bis.is_("pending-here", "proceedings-dropped-here"),
    says={
        "en": "Surrender may be refused where the same acts are prosecuted here, or the prosecution here was dropped.",
        "fr": "La remise peut être refusée si les mêmes faits sont poursuivis ici ou si les poursuites y ont été"
        " abandonnées.",
        "nl": "De overlevering mag worden geweigerd als dezelfde feiten hier worden vervolgd of de vervolging hier is"
        " gestaakt.",
    },
)
lapse_of_time = _may_refuse(
    id="eaw-4-4-lapse-of-time",
    source=DECISION.article("4(4)"),
    when=request.time_barred.yes,
    says={
        "en": "Surrender may be refused where prosecution or punishment is time-barred here and there is jurisdiction"
        " here.",
        "fr": "La remise peut être refusée si l'action ou la peine est prescrite ici et que l'État est compétent.",
        "nl": "De overlevering mag worden geweigerd als vervolging of straf hier is verjaard en er hier rechtsmacht"
        " is.",
    },
)
judged_in_third_state = _may_refuse(
    id="eaw-4-5-judged-in-third-state",
    source=DECISION.article("4(5)"),
    when=request.ne_bis.is_("final-judgment-in-third-state"),
    says={
        "en": "Surrender may be refused where a state outside the Union has finally judged the same acts.",
        "fr": "La remise peut être refusée si un État tiers à l'Union a définitivement jugé les mêmes faits.",
        "nl": "De overlevering mag worden geweigerd als een staat buiten de Unie onherroepelijk over dezelfde feiten"
        " oordeelde.",
    },
    note="A judgment of another member state is the mandatory ground of Art. 3(2): answer"
    " offence.judged_in_a_member_state.",
)
outside_territory = _may_refuse(
    id="eaw-4-7-territory",
    source=DECISION.article("4(7)"),
    when=request.extraterritorial.yes,
    says={
        "en": "Surrender may be refused for acts outside the issuing state that are not punishable here when committed"
        " abroad.",
        "fr": "La remise peut être refusée pour des faits commis hors de l'État d'émission que le droit interne ne"
        " punit pas.",
        "nl": "De overlevering mag worden geweigerd voor feiten buiten de uitvaardigende staat die het eigen recht"
        " niet bestraft.",
    },
)
absence = _may_refuse(
    id="eaw-4a-absence-judgment",
    source=DECISION.article("4a"),
    when=ABSENCE_WITHOUT_RETRIAL,
    since=date(2011, 3, 28),
    says={
        "en": "Surrender on an absence judgment may be refused unless the person knew of the trial, was defended, or"
        " has a right to a full retrial.",
        "fr": "La remise sur un jugement par défaut peut être refusée, sauf si la personne connaissait le procès, y"
        " fut défendue ou a droit à un nouveau procès.",
        "nl": "De overlevering op een verstekvonnis mag worden geweigerd, tenzij de betrokkene van het proces wist,"
        " verdedigd werd of recht heeft op een nieuw proces.",
    },
    note="Inserted by Framework Decision 2009/299/JHA. Belgium: Act of 19 December 2003, Art. 7.",
)
two_steps = _two_step(
    id="cjeu-two-step-test",
    source=ARANYOSI + LM + PUIG_GORDI,
    bears_on=tuple(dict.fromkeys((*HANDING_OVER, *ASSISTING))),
    effect=Effect.FORBIDS,
    when=all_of(state.systemic_deficiency.yes, person.exposed_to_deficiency.yes),
    unless=(ASKED_FIRST,),
    cure=Cure(
        met=any_of(
            sufficient_between_member_states(Risk.ILL_TREATMENT), sufficient_between_member_states(Risk.UNFAIR_TRIAL)
        ),
        obtain="supplementary information or an assurance of the issuing state that dispels the risk for this person",
        keep="compliance with the assurance is followed up",
    ),
    standard="objective, reliable, specific and updated material; substantial grounds for this person",
    says={
        "en": "Between member states surrender stops where a systemic or generalised deficiency is shown and there are"
        " substantial grounds that it will hit this person.",
        "fr": "Entre États membres, la remise cesse lorsqu'une défaillance systémique ou généralisée est établie et"
        " qu'il existe des motifs sérieux qu'elle frappe cette personne.",
        "nl": "Tussen lidstaten stopt de overlevering wanneer een structureel of fundamenteel gebrek vaststaat en er"
        " gegronde redenen zijn dat het deze persoon treft.",
    },
    note="Both steps are needed only under mutual trust; for a state outside the Union individual evidence suffices."
    " The assurance must answer the deficiency in question: one about prisons does not cure dependent courts. Prisons"
    " since Aranyosi, courts since LM. Operative parts of those two were not read.",
)
ask = _two_step(
    id="cjeu-two-step-ask",
    source=ARANYOSI + DECISION.article("15(2)"),
    bears_on=(GRANT, CONSULT),
    effect=Effect.OBLIGES,
    when=state.systemic_deficiency.yes,
    limit="the executing authority sets a time limit for the answer",
    says={
        "en": "Once a deficiency is shown the issuing authority is asked, with a time limit, what awaits this person.",
        "fr": "Dès qu'une défaillance est établie, l'autorité d'émission est invitée, dans un délai fixé, à préciser"
        " ce qui attend cette personne.",
        "nl": "Zodra een gebrek vaststaat, wordt de uitvaardigende autoriteit binnen een gestelde termijn gevraagd wat"
        " deze persoon te wachten staat.",
    },
)
end_procedure = _two_step(
    id="cjeu-two-step-end",
    source=ARANYOSI,
    bears_on=(GRANT,),
    effect=Effect.MAY_REFUSE,
    when=all_of(state.systemic_deficiency.yes, request.information_withheld.yes),
    says={
        "en": "If the risk cannot be excluded within a reasonable time the executing authority decides whether to end"
        " the procedure.",
        "fr": "Si le risque ne peut être écarté dans un délai raisonnable, l'autorité d'exécution décide s'il y a lieu"
        " de mettre fin à la procédure.",
        "nl": "Kan het gevaar niet binnen een redelijke termijn worden uitgesloten, dan beslist de uitvoerende"
        " autoriteit of de procedure wordt beëindigd.",
    },
)

PACK = Pack(
    "eu-arrest-warrant",
    "European arrest warrant and the two-step test",
    (
        duty_to_execute,
        not_judicial,
        double_criminality,
        amnesty,
        ne_bis,
        under_age,
        own_proceedings,
        lapse_of_time,
        judged_in_third_state,
        outside_territory,
        absence,
        two_steps,
        ask,
        end_procedure,
    ),
)
