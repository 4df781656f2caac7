"""UN Convention against Torture (1984)."""

from datetime import date

from rogatory.law.acts import (
    ASSISTANCE_KINDS,
    ASSISTING,
    EXTRADITION_KINDS,
    HANDING_OVER,
    INVESTIGATE_REPRESSION,
    OPEN_FILE,
    PROTECT,
    REPAIR,
    SURRENDER,
    TRANSIT,
    TRANSMIT,
    USE_EVIDENCE,
)
from rogatory.law.conditions import all_of, any_of
from rogatory.law.doctrine.ill_treatment import REAL_RISK
from rogatory.law.doctrine.trial import TAINTED_PROCEEDINGS
from rogatory.law.grades import Grade
from rogatory.law.norms import Effect, Norm, Unless, parties
from rogatory.law.packs import Pack
from rogatory.law.packs._shared import EXTRADITION_OR_REMOVAL, TREATMENT_CURE
from rogatory.law.sources import CAT, Basis, Check, Instrument
from rogatory.law.vocabulary import hearing, material, person, proceeding, remedy, risk, state

UNCAT = Instrument("UNCAT", "UN Convention against Torture", "UNTS 1465, 1984")
PE = CAT.judgment("P.E. v. France", "193/2001, 21 November 2002")
KTITI = CAT.judgment("Ktiti v. Morocco", "419/2010, 26 May 2011")
AGIZA = CAT.judgment("Agiza v. Sweden", "233/2003, 20 May 2005")
BRADA = CAT.judgment("Brada v. France", "195/2002, 17 May 2005")
BOILY = CAT.judgment("Boily v. Canada", "327/2007, 14 November 2011")

_BOUND = parties("UNCAT")
_EXAMINED = remedy.claim_examined.is_("thoroughly")

refoulement = Norm(
    id="uncat-3-refoulement",
    source=UNCAT.article("3(1)") + UNCAT.article("2(2)") + BOILY,
    bears_on=(*HANDING_OVER, TRANSIT),
    effect=Effect.FORBIDS,
    kinds=EXTRADITION_OR_REMOVAL,
    bound=_BOUND,
    when=REAL_RISK,
    cure=TREATMENT_CURE,
    standard="substantial grounds for believing in a danger of torture",
    says={
        "en": "Nobody is expelled, returned or extradited where substantial grounds show a danger of torture; no"
        " emergency"
        " is an excuse.",
        "fr": "Nul n'est expulsé, refoulé ni extradé lorsque des motifs sérieux révèlent un danger de torture ; aucune"
        " circonstance exceptionnelle ne l'excuse.",
        "nl": "Niemand wordt uitgezet, teruggezonden of uitgeleverd wanneer ernstige gronden wijzen op gevaar voor"
        " foltering; geen noodtoestand verontschuldigt dat.",
    },
    note="The article speaks of torture only; the test used is that of a real risk of ill-treatment, which is wider (lesser"
    " ill-treatment, conditions, illness). Where only such a lesser risk is shown this norm claims more than its text.",
)

pattern = Norm(
    id="uncat-3-refoulement-pattern",
    source=UNCAT.article("3(2)"),
    bears_on=HANDING_OVER,
    effect=Effect.INQUIRES,
    kinds=EXTRADITION_OR_REMOVAL,
    bound=_BOUND,
    when=state.gross_violations.yes,
    fulfilled=any_of(hearing.record_consulted.yes, _EXAMINED, risk.dispelled.yes, risk.situation_improved.yes),
    standard="all relevant considerations, with any consistent pattern of gross, flagrant or mass violations",
    says={
        "en": "A consistent pattern of gross violations in the requesting state must be taken into account before"
        " anybody"
        " decides.",
        "fr": "Un ensemble de violations systématiques, graves, flagrantes ou massives dans l'État requérant doit"
        " être pris en"
        " compte avant toute décision.",
        "nl": "Een vast patroon van grove, flagrante of massale schendingen in de verzoekende staat moet in"
        " aanmerking worden"
        " genomen vóór er wordt beslist.",
    },
)

examination = Norm(
    id="uncat-3-refoulement-examination",
    source=UNCAT.article("3") + AGIZA + BRADA,
    bears_on=HANDING_OVER,
    effect=Effect.INQUIRES,
    kinds=EXTRADITION_OR_REMOVAL,
    bound=_BOUND,
    when=all_of(person.claim_arguable.yes, remedy.claim_examined.is_("not-at-all", "superficially")),
    fulfilled=_EXAMINED,
    basis=Basis.CASE_LAW,
    check=Check.GENERAL,
    standard="an arguable allegation of a danger of torture",
    says={
        "en": "An arguable claim of danger is reviewed independently and thoroughly before the person is handed over.",
        "fr": "Un grief défendable de danger est examiné de façon indépendante et approfondie avant la remise.",
        "nl": "Een verdedigbare grief over gevaar wordt vóór de overlevering onafhankelijk en grondig getoetst.",
    },
    note="Added to the catalogue for states outside the European Convention; the decisions were not read.",
)

remedy_before = Norm(
    id="uncat-3-refoulement-remedy",
    source=UNCAT.article("3") + AGIZA + BRADA,
    bears_on=(SURRENDER,),
    effect=Effect.FORBIDS,
    kinds=EXTRADITION_OR_REMOVAL,
    bound=_BOUND,
    when=all_of(
        any_of(person.claim_arguable.yes, REAL_RISK),
        any_of(remedy.available.yes, remedy.not_suspensive.yes, remedy.person_not_notified.yes, remedy.pending.yes),
    ),
    basis=Basis.CASE_LAW,
    check=Check.GENERAL,
    standard="effective, independent and impartial review before the act",
    says={
        "en": "Nobody is handed over before an effective review of an arguable claim of torture could take place.",
        "fr": "Nul n'est remis avant qu'un grief défendable de torture ait pu être effectivement contrôlé.",
        "nl": "Niemand wordt overgeleverd voordat een verdedigbare grief over foltering effectief kon worden getoetst.",
    },
    note="Added to the catalogue for states outside the European Convention; the decisions were not read.",
    lifts="an effective review that the handover waits for",
)

interim_measures = Norm(
    id="uncat-22-interim-measures",
    source=UNCAT.article("22") + UNCAT.article("3") + BRADA,
    bears_on=(SURRENDER, TRANSMIT, OPEN_FILE),
    effect=Effect.FORBIDS,
    bound=_BOUND,
    since=date(2005, 5, 17),
    when=remedy.interim_measure.yes,
    basis=Basis.CASE_LAW,
    check=Check.GENERAL,
    standard="good faith towards the Committee from notification on",
    says={
        "en": "While the Committee against Torture has asked to wait, the act is not done.",
        "fr": "Tant que le Comité contre la torture a demandé de surseoir, l'acte n'est pas accompli.",
        "nl": "Zolang het Comité tegen Foltering om uitstel heeft gevraagd, wordt de handeling niet verricht.",
    },
    note="Binds where the state has accepted individual complaints (Art. 22), which is taken as so while a measure is in"
    " force. The decision was not read.",
    lifts="the end of the interim measure",
)

investigate = Norm(
    id="uncat-12-13-investigate-complaints",
    source=UNCAT.article("12") + UNCAT.article("13") + UNCAT.article("16"),
    bears_on=(INVESTIGATE_REPRESSION,),
    effect=Effect.OBLIGES,
    bound=_BOUND,
    when=remedy.repression_alleged.yes,
    fulfilled=remedy.repression_investigated.yes,
    standard="reasonable ground to believe (Art. 12); an allegation (Art. 13)",
    says={
        "en": "Likely torture or ill-treatment on the state's territory is investigated promptly and impartially,"
        " and every"
        " complaint is examined.",
        "fr": "Une torture ou un mauvais traitement probable sur le territoire fait l'objet d'une enquête prompte et"
        " impartiale, et toute plainte est examinée.",
        "nl": "Waarschijnlijke foltering of mishandeling op het grondgebied wordt snel en onpartijdig onderzocht, en"
        " elke klacht"
        " wordt behandeld.",
    },
    note="Bound to territory under the state's jurisdiction; for acts abroad see Arts 5 to 9. The vocabulary asks of any act"
    " of repression, which is wider than ill-treatment.",
)

protect_complainants = Norm(
    id="uncat-12-13-investigate-complaints-protection",
    source=UNCAT.article("13") + UNCAT.article("16"),
    bears_on=(PROTECT,),
    effect=Effect.OBLIGES,
    bound=_BOUND,
    when=remedy.repression_alleged.yes,
    fulfilled=remedy.protection_plan.yes,
    says={
        "en": "Complainants and witnesses are protected against reprisals.",
        "fr": "Les plaignants et les témoins sont protégés contre les représailles.",
        "nl": "Klagers en getuigen worden beschermd tegen represailles.",
    },
)

abroad = Norm(
    id="uncat-5-9-abroad",
    source=UNCAT.article("5(2)") + UNCAT.article("6") + UNCAT.article("7") + UNCAT.article("9"),
    bears_on=(INVESTIGATE_REPRESSION,),
    effect=Effect.OBLIGES,
    bound=_BOUND,
    when=remedy.torture_suspect_present.yes,
    fulfilled=remedy.repression_investigated.yes,
    standard="presence of a person suspected of torture",
    says={
        "en": "A suspected torturer found here is examined at once and, if not extradited, the case is put to the"
        " prosecuting"
        " authority; evidence is shared as widely as possible.",
        "fr": "L'auteur présumé de tortures trouvé ici fait aussitôt l'objet d'une enquête et, à défaut"
        " d'extradition, l'affaire"
        " est soumise au parquet ; les preuves sont partagées aussi largement que possible.",
        "nl": "Tegen een hier aangetroffen vermoedelijke folteraar wordt meteen een onderzoek ingesteld en, zonder"
        " uitlevering,"
        " gaat de zaak naar het openbaar ministerie; bewijs wordt zo ruim mogelijk gedeeld.",
    },
)

redress = Norm(
    id="uncat-14-redress",
    source=UNCAT.article("14"),
    bears_on=(REPAIR,),
    effect=Effect.ENTITLES,
    bound=_BOUND,
    when=any_of(remedy.harm_done.yes, person.past_ill_treatment.shown(Grade.ESTABLISHED)),
    standard="victim of an act of torture",
    says={
        "en": "A victim of torture has an enforceable right to redress and to fair and adequate compensation, with"
        " rehabilitation as full as possible.",
        "fr": "La victime de torture a un droit exécutoire à réparation et à une indemnisation équitable et"
        " adéquate, y compris"
        " une réadaptation aussi complète que possible.",
        "nl": "Een slachtoffer van foltering heeft een afdwingbaar recht op genoegdoening en op een billijke en"
        " toereikende"
        " schadevergoeding, met een zo volledig mogelijk herstel.",
    },
    note="Torture only by its text. The five forms of reparation come from General Comment 3, which was not read.",
)

exclusion = Norm(
    id="uncat-15-exclusion",
    source=UNCAT.article("15"),
    bears_on=(USE_EVIDENCE,),
    effect=Effect.FORBIDS,
    bound=_BOUND,
    when=all_of(
        material.item_kind.is_("statement"),
        material.ill_treatment_origin.shown(Grade.ESTABLISHED),
        material.treatment.is_("torture", "unknown"),
    ),
    unless=(
        Unless(
            id="against-the-torturer",
            when=material.against_torturer.yes,
            text="Against a person accused of torture, as evidence that the statement was made.",
        ),
    ),
    standard="established to have been made as a result of torture",
    says={
        "en": "A statement established to result from torture is not invoked as evidence in any proceedings.",
        "fr": "Une déclaration dont il est établi qu'elle résulte de la torture n'est invoquée comme preuve dans aucune"
        " procédure.",
        "nl": "Een verklaring waarvan vaststaat dat zij door foltering werd verkregen, wordt in geen enkele"
        " procedure als bewijs"
        " ingeroepen.",
    },
    note="Statements only: not objects, not leads, and Art. 16 does not stretch it to lesser ill-treatment. While the kind of"
    " treatment is unknown it counts as torture.",
)

ascertain = Norm(
    id="uncat-15-exclusion-ascertain",
    source=UNCAT.article("15") + PE,
    bears_on=(*ASSISTING, SURRENDER, USE_EVIDENCE),
    effect=Effect.INQUIRES,
    kinds=(*EXTRADITION_KINDS, *ASSISTANCE_KINDS),
    bound=_BOUND,
    since=date(2002, 11, 21),
    when=any_of(
        proceeding.rests_on_ill_treatment.shown(Grade.ARGUABLE),
        proceeding.co_accused_ill_treated.shown(Grade.ARGUABLE),
        proceeding.relative_ill_treated.shown(Grade.ARGUABLE),
    ),
    fulfilled=any_of(
        proceeding.ill_treatment_ruled_out.yes,
        TAINTED_PROCEEDINGS,
        proceeding.rests_on_ill_treatment.no,
    ),
    basis=Basis.CASE_LAW,
    check=Check.PARTLY,
    standard="a well-founded allegation",
    says={
        "en": "The authority itself finds out whether statements in a procedure before it come from torture.",
        "fr": "L'autorité vérifie elle-même si des déclarations invoquées dans une procédure dont elle est saisie"
        " proviennent de"
        " la torture.",
        "nl": "De overheid gaat zelf na of verklaringen in een procedure die zij behandelt, uit foltering voortkomen.",
    },
    note="The duty was read in a commentary; that the burden then turns is general knowledge.",
)

extradition_on_torture_evidence = Norm(
    id="uncat-15-exclusion-extradition",
    source=UNCAT.article("15") + UNCAT.article("3") + KTITI + PE,
    bears_on=HANDING_OVER,
    effect=Effect.FORBIDS,
    kinds=EXTRADITION_KINDS,
    bound=_BOUND,
    when=TAINTED_PROCEEDINGS,
    basis=Basis.CASE_LAW,
    check=Check.GENERAL,
    standard="well-founded allegations that the authority has not cleared",
    says={
        "en": "Extradition does not rest on statements that come, or may well come, from torture.",
        "fr": "Une extradition ne se fonde pas sur des déclarations qui proviennent, ou peuvent bien provenir, de la"
        " torture.",
        "nl": "Een uitlevering steunt niet op verklaringen die uit foltering voortkomen of kunnen voortkomen.",
    },
    note="The decision was not read. The test used also covers ill-treatment short of torture.",
    lifts="positive clearance: the authority itself finds out where the statements come from",
)

assistance_on_torture_evidence = Norm(
    id="uncat-15-exclusion-assistance",
    source=UNCAT.article("15") + PE,
    bears_on=ASSISTING,
    effect=Effect.FORBIDS,
    kinds=ASSISTANCE_KINDS,
    bound=_BOUND,
    when=TAINTED_PROCEEDINGS,
    basis=Basis.ANALOGY,
    check=Check.PARTLY,
    standard="as for extradition",
    says={
        "en": "Assistance does not rest on statements that come, or may well come, from torture.",
        "fr": "L'entraide ne se fonde pas sur des déclarations qui proviennent, ou peuvent bien provenir, de la"
        " torture.",
        "nl": "Rechtshulp steunt niet op verklaringen die uit foltering voortkomen of kunnen voortkomen.",
    },
    note="Carried over from extradition: granting help means relying on the statements as evidence.",
    lifts="positive clearance: the authority itself finds out where the statements come from",
)

PACK = Pack(
    "un-torture",
    "UN Convention against Torture",
    (
        refoulement,
        pattern,
        examination,
        remedy_before,
        abroad,
        investigate,
        protect_complainants,
        redress,
        exclusion,
        ascertain,
        extradition_on_torture_evidence,
        assistance_on_torture_evidence,
        interim_measures,
    ),
)
