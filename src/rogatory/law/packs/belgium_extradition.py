"""Belgium: extradition (Acts of 1833 and 1874) and the European arrest warrant (Act of 2003)."""

from datetime import date
from functools import partial

from rogatory.law.acts import ARREST, GRANT, HANDING_OVER
from rogatory.law.conditions import ALWAYS, all_of, any_of
from rogatory.law.doctrine.assurances import sufficient
from rogatory.law.doctrine.ill_treatment import REAL_RISK, REAL_RISK_BETWEEN_MEMBER_STATES
from rogatory.law.doctrine.persecution import PERSECUTION_SHOWN_DIRECTLY, on_grounds
from rogatory.law.doctrine.trial import ABSENCE_WITHOUT_RETRIAL, FLAGRANT_DENIAL
from rogatory.law.norms import BELGIUM, Cure, Effect, Norm, Unless
from rogatory.law.packs import Pack
from rogatory.law.packs._shared import DEATH_PENALTY_CURE, TREATMENT_CURE
from rogatory.law.packs.belgium_execution import EXTRADITION_ACT
from rogatory.law.sources import Check, Instrument
from rogatory.law.vocabulary import notice, person, request, risk
from rogatory.law.vocabulary.assurance import Risk

ACT_1833 = Instrument("BE-1833", "Belgium, Extradition Act of 1 October 1833", "numac 1833100150")
WARRANT_ACT = Instrument(
    "BE-2003", "Belgium, Act of 19 December 2003 on the European arrest warrant", "numac 2003009950"
)
_ACT_2007 = date(2007, 7, 13)

_barred = partial(Norm, kinds=("extradition",), bound=BELGIUM, bears_on=HANDING_OVER, effect=Effect.FORBIDS)
# Read in its state of November 2016; later changes, up to February 2026, were not read.
_warrant = partial(
    Norm, kinds=("eaw",), bound=BELGIUM, bears_on=HANDING_OVER, since=date(2004, 1, 1), check=Check.PARTLY
)

political_offence = _barred(
    id="be-1833-6-political-offence",
    source=ACT_1833.article("6"),
    when=request.political_offence.is_("relative", "absolute", "connected"),
    unless=(
        Unless(
            "terrorism-or-ihl-treaty",
            any_of(request.terrorism_convention.yes, request.international_crime.yes),
            "A treaty on terrorism or humanitarian law on which the request rests binds both states and forbids the"
            " political label without possible reservation.",
        ),
    ),
    says={
        "en": "No extradition for a political offence or facts connected with one.",
        "fr": "Pas d'extradition pour un délit politique ni pour un fait connexe.",
        "nl": "Geen uitlevering voor een politiek misdrijf of een daarmee samenhangend feit.",
    },
    note="The Act demands that treaties say so, else all extradition is forbidden. Killing or poisoning a head of"
    " government or family is never political. An update of May 2019 was not read.",
)
foreigners_only = _barred(
    id="be-1874-1-nationals",
    source=EXTRADITION_ACT.article("1(1)"),
    when=person.national_of_requested_state.yes,
    says={
        "en": "Belgium extradites foreigners only.",
        "fr": "La Belgique n'extrade que des étrangers.",
        "nl": "België levert alleen vreemdelingen uit.",
    },
    note="The same paragraph allows extradition only in execution of a treaty, on the basis of reciprocity.",
)
threshold = _barred(
    id="be-1874-1-threshold",
    source=EXTRADITION_ACT.article("1(2)"),
    when=any_of(request.below_threshold.yes, request.dual_criminality_missing.yes),
    says={
        "en": "Only facts punishable in both laws by more than one year at most lead to extradition.",
        "fr": "Seuls des faits punissables selon les deux lois d'un maximum dépassant un an donnent lieu à"
        " extradition.",
        "nl": "Alleen feiten die naar beide rechtsstelsels met een maximum van meer dan een jaar strafbaar zijn,"
        " leiden tot uitlevering.",
    },
    note="For a sentence: at least one year of imprisonment. Lesser facts may be added to one that qualifies (par. 3).",
)
persecution = _barred(
    id="be-extradition-2bis",
    source=EXTRADITION_ACT.article("2bis"),
    when=on_grounds("race", "religion", "nationality", "political-opinion"),
    standard="serious reasons to believe",
    says={
        "en": "No extradition where there are serious reasons to believe that it is sought for race, religion,"
        " nationality or political opinion, or that these would make the person's position worse.",
        "fr": "Pas d'extradition s'il existe des raisons sérieuses de croire qu'elle est demandée pour des"
        " considérations de race, de religion, de nationalité ou d'opinions politiques, ou que la situation de la"
        " personne en serait aggravée.",
        "nl": "Geen uitlevering bij ernstige redenen om aan te nemen dat zij wordt gevraagd wegens ras, godsdienst,"
        " nationaliteit of politieke overtuiging, of dat de positie van de persoon daardoor verslechtert.",
    },
    note="Four grounds only. Text read in its state of 2014; an update of November 2021 was not.",
)
ill_treatment = _barred(
    id="be-extradition-2bis-ill-treatment",
    source=EXTRADITION_ACT.article("2bis"),
    when=REAL_RISK,
    cure=TREATMENT_CURE,
    since=_ACT_2007,
    standard="serious risks",
    says={
        "en": "No extradition where there are serious risks of torture or inhuman and degrading treatment.",
        "fr": "Pas d'extradition s'il existe des risques sérieux de torture ou de traitements inhumains et dégradants.",
        "nl": "Geen uitlevering bij ernstig gevaar voor foltering of onmenselijke en vernederende behandeling.",
    },
)
denial_of_justice = _barred(
    id="be-extradition-2bis-denial-of-justice",
    source=EXTRADITION_ACT.article("2bis"),
    when=FLAGRANT_DENIAL,
    cure=Cure(
        met=sufficient(Risk.UNFAIR_TRIAL),
        obtain="a specific and binding assurance that removes the flaw in the trial",
        keep="the trial is observed and reported",
    ),
    since=_ACT_2007,
    standard="serious risks",
    says={
        "en": "No extradition where there are serious risks of a flagrant denial of justice.",
        "fr": "Pas d'extradition s'il existe des risques sérieux de déni flagrant de justice.",
        "nl": "Geen uitlevering bij ernstig gevaar voor flagrante rechtsweigering.",
    },
)
death_penalty = _barred(
    id="be-extradition-2bis-death-penalty",
    source=EXTRADITION_ACT.article("2bis"),
    effect=Effect.REQUIRES,
    when=risk.death_penalty.yes,
    cure=DEATH_PENALTY_CURE,
    says={
        "en": "Where the offence is punishable by death, extradition needs formal assurances that the penalty will not"
        " be carried out.",
        "fr": "Si l'infraction est punissable de mort, l'extradition exige des assurances formelles que la peine ne"
        " sera pas exécutée.",
        "nl": "Is het feit met de dood strafbaar, dan vergt uitlevering formele garanties dat die straf niet wordt"
        " voltrokken.",
    },
    note="The text asks for non-execution; the European Convention on Human Rights asks for more.",
)
opinion = Norm(
    id="be-1874-3-opinion",
    source=EXTRADITION_ACT.article("3"),
    kinds=("extradition",),
    bound=BELGIUM,
    bears_on=(GRANT,),
    effect=Effect.OBLIGES,
    when=ALWAYS,
    limit="opinion and papers back to the minister within 15 days of receipt",
    says={
        "en": "The government decides after hearing the reasoned opinion of the indictments chamber, before which the"
        " person is heard with counsel.",
        "fr": "Le gouvernement décide après avis motivé de la chambre des mises en accusation, devant laquelle la"
        " personne est entendue avec son conseil.",
        "nl": "De regering beslist na gemotiveerd advies van de kamer van inbeschuldigingstelling, waar de persoon met"
        " een raadsman wordt gehoord.",
    },
)
provisional_arrest = Norm(
    id="be-1874-5-provisional-arrest",
    source=EXTRADITION_ACT.article("5"),
    kinds=("extradition", "red-notice", "diffusion"),
    bound=BELGIUM,
    bears_on=(ARREST,),
    effect=Effect.OBLIGES,
    when=all_of(notice.arrest_since.days_passed(40), notice.formal_request_received.no),
    limit="40 days from arrest",
    says={
        "en": "A person held provisionally is released if the foreign warrant has not been communicated within forty"
        " days of arrest.",
        "fr": "La personne arrêtée provisoirement est libérée si le mandat étranger ne lui est pas communiqué dans les"
        " quarante jours.",
        "nl": "Een voorlopig aangehouden persoon komt vrij als het buitenlandse bevel niet binnen veertig dagen is"
        " meegedeeld.",
    },
    note="Provisional arrest itself needs a warrant of the investigating judge, on an official notice of the foreign"
    " authority.",
)
limitation = _barred(
    id="be-1874-7-limitation",
    source=EXTRADITION_ACT.article("7"),
    when=request.time_barred.yes,
    says={
        "en": "No extradition once prosecution or punishment is time-barred under Belgian law.",
        "fr": "Pas d'extradition lorsque la prescription de l'action ou de la peine est acquise selon la loi belge.",
        "nl": "Geen uitlevering wanneer de strafvordering of de straf naar Belgisch recht is verjaard.",
    },
)
warrant_ne_bis = _warrant(
    id="be-eaw-4-2-ne-bis-in-idem",
    source=WARRANT_ACT.article("4, 2"),
    effect=Effect.FORBIDS,
    when=any_of(request.ne_bis.is_("final-judgment-here"), request.judged_in_union.yes),
    says={
        "en": "No surrender for facts finally judged in Belgium or another member state.",
        "fr": "Pas de remise pour des faits définitivement jugés en Belgique ou dans un autre État membre.",
        "nl": "Geen overlevering voor feiten die in België of een andere lidstaat definitief zijn berecht.",
    },
)
warrant_limitation = _warrant(
    id="be-eaw-4-4-limitation",
    source=WARRANT_ACT.article("4, 4"),
    effect=Effect.FORBIDS,
    when=request.time_barred.yes,
    says={
        "en": "No surrender where prosecution or punishment is time-barred under Belgian law and Belgian courts have"
        " jurisdiction.",
        "fr": "Pas de remise si l'action ou la peine est prescrite selon la loi belge et que les juridictions belges"
        " sont compétentes.",
        "nl": "Geen overlevering als de strafvordering of straf naar Belgisch recht is verjaard en de Belgische"
        " gerechten bevoegd zijn.",
    },
)
warrant_rights = _warrant(
    id="be-eaw-4-5-fundamental-rights",
    source=WARRANT_ACT.article("4, 5"),
    effect=Effect.FORBIDS,
    when=any_of(REAL_RISK_BETWEEN_MEMBER_STATES, PERSECUTION_SHOWN_DIRECTLY, risk.flagrant_denial.yes),
    cure=Cure(
        met=any_of(sufficient(Risk.ILL_TREATMENT), sufficient(Risk.UNFAIR_TRIAL)) & ~PERSECUTION_SHOWN_DIRECTLY,
        obtain="information or an assurance of the issuing authority that dispels the risk for this person",
        keep="compliance with the assurance is followed up",
    ),
    standard="serious reasons to believe",
    says={
        "en": "No surrender where there are serious reasons to believe that it would harm the person's fundamental"
        " rights.",
        "fr": "Pas de remise s'il y a des raisons sérieuses de croire qu'elle porterait atteinte aux droits"
        " fondamentaux de la personne.",
        "nl": "Geen overlevering bij ernstige redenen om aan te nemen dat zij afbreuk doet aan de grondrechten van de"
        " persoon.",
    },
    note="The assurance must answer the risk at hand.",
)
warrant_double_criminality = _warrant(
    id="be-eaw-5-double-criminality",
    source=WARRANT_ACT.article("5"),
    effect=Effect.FORBIDS,
    when=all_of(request.dual_criminality_missing.yes, request.listed_offence.no),
    says={
        "en": "Outside the list of thirty-two categories there is no surrender for facts that are no offence in"
        " Belgian law.",
        "fr": "Hors la liste des trente-deux catégories, pas de remise pour un fait qui n'est pas une infraction en"
        " droit belge.",
        "nl": "Buiten de lijst van tweeëndertig categorieën geen overlevering voor een feit dat naar Belgisch recht"
        " geen misdrijf is.",
    },
)
warrant_absence = _warrant(
    id="be-eaw-7-absence-judgment",
    source=WARRANT_ACT.article("7"),
    bears_on=(GRANT,),
    effect=Effect.MAY_REFUSE,
    when=ABSENCE_WITHOUT_RETRIAL,
    since=date(2014, 5, 24),
    says={
        "en": "Surrender on an absence judgment may be refused unless the person knew of the trial, was defended, or"
        " has a right to a full retrial.",
        "fr": "La remise sur un jugement par défaut peut être refusée, sauf si la personne connaissait le procès, y"
        " fut défendue ou a droit à un nouveau procès.",
        "nl": "De overlevering op een verstekvonnis mag worden geweigerd, tenzij de persoon van het proces wist,"
        " verdedigd werd of recht heeft op een nieuw proces.",
    },
)

PACK = Pack(
    "belgium-extradition",
    "Belgium: extradition and surrender",
    (
        political_offence,
        foreigners_only,
        threshold,
        persecution,
        ill_treatment,
        denial_of_justice,
        death_penalty,
        opinion,
        provisional_arrest,
        limitation,
        warrant_ne_bis,
        warrant_limitation,
        warrant_rights,
        warrant_double_criminality,
        warrant_absence,
    ),
    jurisdiction="BE",
)
