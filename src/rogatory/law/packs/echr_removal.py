"""European Convention on Human Rights: handing a person over into a risk of ill-treatment (Articles 2, 3 and 8)."""

from dataclasses import replace
from datetime import date

from rogatory.law.acts import EXTRADITION_KINDS, HANDING_OVER, TRANSIT
from rogatory.law.conditions import all_of, any_of
from rogatory.law.doctrine.assurances import OTHMAN, sufficient, sufficient_between_member_states
from rogatory.law.doctrine.ill_treatment import (
    ASWAT,
    JK,
    LIU,
    PAPOSHVILI,
    REAL_RISK,
    REAL_RISK_BETWEEN_MEMBER_STATES,
    SAADI,
)
from rogatory.law.doctrine.persons import PERSONAL_LINK
from rogatory.law.norms import ECHR_STATES, Cure, Effect, Norm
from rogatory.law.packs import Pack
from rogatory.law.packs._shared import ASKED_FIRST, ECHR, EXTRADITION_OR_REMOVAL, TREATMENT_CURE
from rogatory.law.sources import ECTHR, Basis, Check
from rogatory.law.vocabulary import assurance, person, remedy, request, risk, state
from rogatory.law.vocabulary.assurance import Risk, against

SOERING = ECTHR.judgment("Soering v. the United Kingdom", "14038/88, 7 July 1989", "par. 86-91")
CHAHAL = ECTHR.judgment("Chahal v. the United Kingdom", "22414/93, 15 November 1996 (GC)")
BIVOLARU = ECTHR.judgment("Bivolaru and Moldovan v. France", "40324/16 and 12623/17, 25 March 2021")
MSS = ECTHR.judgment("M.S.S. v. Belgium and Greece", "30696/09, 21 January 2011 (GC)")
FG = ECTHR.judgment("F.G. v. Sweden", "43611/11, 23 March 2016 (GC)")
KING = ECTHR.judgment("King v. the United Kingdom (dec.)", "9742/07, 26 January 2010")

_EXAMINED = remedy.claim_examined.is_("thoroughly")
_JUDGED_RISKS = (Risk.ILL_TREATMENT, Risk.DEATH_PENALTY, Risk.LIFE_SENTENCE, Risk.UNFAIR_TRIAL)

real_risk = Norm(
    id="echr-3-real-risk",
    source=ECHR.article("3") + ECHR.article("2") + SOERING + SAADI + CHAHAL + LIU,
    bears_on=(*HANDING_OVER, TRANSIT),
    effect=Effect.FORBIDS,
    kinds=EXTRADITION_OR_REMOVAL,
    bound=ECHR_STATES,
    when=REAL_RISK,
    cure=TREATMENT_CURE,
    basis=Basis.CASE_LAW,
    standard="substantial grounds for a real risk, on present facts; nothing is weighed against it",
    says={
        "en": "Nobody is handed over where solid present-day grounds show a real risk of death, torture or inhuman"
        " treatment, whatever the charge and whoever would do it.",
        "fr": "Nul n'est remis lorsque des motifs sérieux et actuels révèlent un risque réel de mort, de torture ou de"
        " traitement inhumain, quels que soient l'accusation et l'auteur des sévices.",
        "nl": "Niemand wordt overgeleverd wanneer ernstige en actuele gronden wijzen op een reëel risico op de dood,"
        " foltering of onmenselijke behandeling, ongeacht de beschuldiging of wie dat zou doen.",
    },
    note="Full proof is not asked. That the requesting state is itself a party answers nothing (Paposhvili par. 193)."
    " The passage against weighing (Saadi par. 138-140) was not read again.",
)

real_risk_between_members = Norm(
    id="echr-3-real-risk-eaw",
    source=ECHR.article("3") + BIVOLARU + ASWAT,
    bears_on=(*HANDING_OVER, TRANSIT),
    effect=Effect.FORBIDS,
    kinds=("eaw",),
    bound=ECHR_STATES,
    when=REAL_RISK_BETWEEN_MEMBER_STATES,
    unless=(ASKED_FIRST,),
    cure=replace(TREATMENT_CURE, met=sufficient_between_member_states(Risk.ILL_TREATMENT), failed=None),
    basis=Basis.CASE_LAW,
    check=Check.PARTLY,
    standard="a sufficiently solid factual basis for a real risk to this person",
    says={
        "en": "Mutual trust yields where a solid factual basis shows that this very person would be ill-treated in the"
        " issuing state.",
        "fr": "La confiance mutuelle cède lorsqu'une base factuelle solide montre que cette personne subirait des"
        " mauvais traitements dans l'État d'émission.",
        "nl": "Het wederzijds vertrouwen wijkt wanneer een stevige feitelijke grondslag aantoont dat juist deze persoon"
        " in de uitvaardigende staat mishandeld zou worden.",
    },
    note="The duty to ask the issuing authority first is Union law and stands there. Bivolaru was read in summary.",
)

indirect_refoulement = Norm(
    id="echr-3-indirect-refoulement",
    source=ECHR.article("3") + MSS,
    bears_on=(*HANDING_OVER, TRANSIT),
    effect=Effect.FORBIDS,
    kinds=EXTRADITION_KINDS,
    bound=ECHR_STATES,
    when=risk.onward_transfer.yes,
    cure=Cure(
        met=sufficient(Risk.ONWARD_TRANSFER),
        obtain="an assurance that the person will not be passed on to another state without consent",
        keep="any later request for onward transfer comes back for decision and is judged anew",
    ),
    basis=Basis.CASE_LAW,
    check=Check.GENERAL,
    standard="real risk, as for the first handing over",
    says={
        "en": "A person is not handed to a state that would pass them on to another where they are in danger.",
        "fr": "Une personne n'est pas remise à un État qui la transférerait vers un autre où elle est en danger.",
        "nl": "Een persoon wordt niet overgeleverd aan een staat die hem of haar zou doorgeven aan een andere staat"
        " waar gevaar dreigt.",
    },
    note="Added to the catalogue: the rule on indirect removal is settled, but its passages were not read.",
)

general_situation = Norm(
    id="echr-3-general-situation",
    source=ECHR.article("3") + LIU + SAADI,
    bears_on=HANDING_OVER,
    effect=Effect.INQUIRES,
    kinds=EXTRADITION_KINDS,
    bound=ECHR_STATES,
    when=request.information_missing.yes,
    fulfilled=request.information_withheld.yes,
    basis=Basis.CASE_LAW,
    standard="what is needed to judge the situation there and the place of detention is on file or was asked in vain",
    says={
        "en": "The general situation, the group concerned and the place of detention are looked at separately; what is"
        " missing to judge them must be asked for before anybody decides.",
        "fr": "La situation générale, le groupe concerné et le lieu de détention s'examinent séparément ; ce qui manque"
        " pour en juger doit être demandé avant toute décision.",
        "nl": "De algemene toestand, de betrokken groep en de plaats van detentie worden apart bekeken; wat ontbreekt"
        " om daarover te oordelen moet eerst worden gevraagd.",
    },
    note="The three doors themselves (extreme violence, an ill-treated group, an abusive detention system) are part of"
    " the real-risk test; the first two are exceptional. A question asked and evaded counts against the requesting"
    " state.",
)

rigorous_examination = Norm(
    id="echr-3-rigorous-examination",
    source=ECHR.article("3") + ECHR.article("13") + MSS + JK + PAPOSHVILI + LIU,
    bears_on=HANDING_OVER,
    effect=Effect.INQUIRES,
    kinds=EXTRADITION_KINDS,
    bound=ECHR_STATES,
    when=all_of(person.claim_arguable.yes, remedy.claim_examined.is_("not-at-all", "superficially")),
    fulfilled=_EXAMINED,
    basis=Basis.CASE_LAW,
    standard="the person brings material capable of proving the risk; the authority asked to act dispels every doubt",
    says={
        "en": "An arguable claim must be examined independently, on current sources and point by point by the authority"
        " asked to hand the person over; a denial by the requesting state dispels nothing.",
        "fr": "Un grief défendable doit être examiné de façon indépendante, sur des sources actuelles et point par"
        " point, par l'autorité requise ; un démenti de l'État requérant ne dissipe rien.",
        "nl": "Een verdedigbare grief moet onafhankelijk, op actuele bronnen en punt voor punt worden onderzocht"
        " door de"
        " aangezochte autoriteit; een ontkenning door de verzoekende staat neemt niets weg.",
    },
    note="The person must explain discrepancies where strong reasons question the account. J.K. was read in structure"
    " only.",
)

own_motion = Norm(
    id="echr-3-rigorous-examination-own-motion",
    source=ECHR.article("3") + FG,
    bears_on=HANDING_OVER,
    effect=Effect.INQUIRES,
    kinds=EXTRADITION_KINDS,
    bound=ECHR_STATES,
    since=date(2016, 3, 23),
    when=all_of(
        any_of(
            PERSONAL_LINK,
            state.group_ill_treated.yes,
            state.detention_ill_treatment_general.yes,
            state.extreme_violence.yes,
        ),
        remedy.claim_examined.is_("not-at-all"),
    ),
    fulfilled=_EXAMINED,
    basis=Basis.CASE_LAW,
    standard="a well-known general risk, or personal facts known to the authority",
    says={
        "en": "What nobody pleaded but the file shows, and a risk that is common knowledge, are examined of the"
        " authority's own motion.",
        "fr": "Ce que personne n'a invoqué mais que le dossier révèle, et un risque notoire, sont examinés d'office.",
        "nl": "Wat niemand aanvoerde maar uit het dossier blijkt, en een algemeen bekend risico, worden ambtshalve"
        " onderzocht.",
    },
)

assurance_precondition = Norm(
    id="echr-3-assurance-precondition",
    source=ECHR.article("3") + PAPOSHVILI,
    bears_on=HANDING_OVER,
    effect=Effect.REQUIRES,
    kinds=EXTRADITION_OR_REMOVAL,
    bound=ECHR_STATES,
    since=date(2016, 12, 13),
    when=all_of(
        any_of(
            person.claim_arguable.yes,
            person.serious_illness.yes,
            state.torture_reports.yes,
            state.group_ill_treated.yes,
        ),
        request.information_withheld.yes,
        ~risk.dispelled.yes,
        ~risk.situation_improved.yes,
    ),
    cure=TREATMENT_CURE,
    basis=Basis.ANALOGY,
    check=Check.PARTLY,
    standard="serious doubts persist after the examination",
    says={
        "en": "Where serious doubt about the treatment remains because the answers were not given, there is no handing"
        " over without an individual and sufficient assurance.",
        "fr": "Lorsque de sérieux doutes sur le traitement subsistent faute de réponses, il n'y a pas de remise sans"
        " une"
        " assurance individuelle et suffisante.",
        "nl": "Blijft er ernstige twijfel over de behandeling omdat antwoorden uitbleven, dan is er geen overlevering"
        " zonder een individuele en toereikende garantie.",
    },
    note="Said about removing a seriously ill person (par. 191); carrying it to other risks is our inference.",
)

assurances_quality = Norm(
    id="echr-assurances-quality",
    source=OTHMAN + SAADI + CHAHAL,
    bears_on=HANDING_OVER,
    effect=Effect.OBLIGES,
    kinds=EXTRADITION_KINDS,
    bound=ECHR_STATES,
    when=any_of(*(against(assurance.given, r).yes for r in _JUDGED_RISKS)),
    fulfilled=any_of(*(against(assurance.reviewed, r).yes for r in _JUDGED_RISKS)),
    basis=Basis.CASE_LAW,
    check=Check.PARTLY,
    standard="quality and reliability, weighed together on the facts of the day",
    says={
        "en": "An assurance is shown to the court and the person, and a court of the requested state tests how far it"
        " can be relied on.",
        "fr": "Une assurance est communiquée au juge et à la personne, et un juge de l'État requis en contrôle la"
        " fiabilité.",
        "nl": "Een garantie wordt aan de rechter en de persoon voorgelegd, en een rechter van de aangezochte staat"
        " toetst"
        " de betrouwbaarheid ervan.",
    },
    note="The eleven factors are the test of a sufficient assurance. Factors 1 to 3 and par. 187-188 are general"
    " knowledge. No single factor is decisive in the judgment; the minimum asked here is caution.",
)

family_life = Norm(
    id="echr-8-family-life-removal",
    source=ECHR.article("8") + KING,
    bears_on=HANDING_OVER,
    effect=Effect.FORBIDS,
    kinds=EXTRADITION_KINDS,
    bound=ECHR_STATES,
    when=person.family_hardship.yes,
    basis=Basis.CASE_LAW,
    check=Check.GENERAL,
    standard="exceptional circumstances; ordinary separation is inherent in handing over",
    says={
        "en": "In exceptional cases the harm to a family or a child outweighs the interest in handing the person over.",
        "fr": "Dans des cas exceptionnels, l'atteinte à une famille ou à un enfant l'emporte sur l'intérêt de la"
        " remise.",
        "nl": "In uitzonderlijke gevallen weegt de schade voor een gezin of een kind zwaarder dan het belang van de"
        " overlevering.",
    },
    note="Added to the catalogue; the decision was not read.",
    lifts="prosecution here, enforcement here, or a change in the care of the child",
)

PACK = Pack(
    "echr-removal",
    "European Convention on Human Rights: handing over into a risk of ill-treatment",
    (
        real_risk,
        real_risk_between_members,
        indirect_refoulement,
        general_situation,
        rigorous_examination,
        own_motion,
        assurance_precondition,
        assurances_quality,
        family_life,
    ),
)
