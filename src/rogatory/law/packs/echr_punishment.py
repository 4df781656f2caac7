"""European Convention on Human Rights: the sentence and the trial that await the person (Articles 2, 3, 5 and 6)."""

from datetime import date

from rogatory.law.acts import CLEAR_ITEM, EXTRADITION_KINDS, GRANT, HANDING_OVER, TRANSMIT
from rogatory.law.conditions import Test, all_of, any_of, children
from rogatory.law.doctrine.assurances import failed, sufficient
from rogatory.law.doctrine.trial import ABSENCE_WITHOUT_RETRIAL, FLAGRANT_DENIAL, HARKINS, OTHMAN_259
from rogatory.law.norms import ECHR_STATES, Cure, Effect, Norm, Unless, parties
from rogatory.law.packs import Pack
from rogatory.law.packs._shared import (
    DEATH_PENALTY_CURE,
    ECHR,
    ECHR_P6,
    ECHR_P13,
    EXTRADITION_OR_REMOVAL,
    TREATMENT_CURE,
)
from rogatory.law.sources import ECTHR, Basis, Check
from rogatory.law.vocabulary import material, risk
from rogatory.law.vocabulary.assurance import Risk

SOERING_DEATH_ROW = ECTHR.judgment("Soering v. the United Kingdom", "14038/88, 7 July 1989", "par. 100-111")
SOERING_TRIAL = ECTHR.judgment("Soering v. the United Kingdom", "14038/88, 7 July 1989", "par. 113")
AL_SAADOON = ECTHR.judgment("Al-Saadoon and Mufdhi v. the United Kingdom", "61498/08, 2 March 2010")
SANCHEZ = ECTHR.judgment("Sanchez-Sanchez v. the United Kingdom", "22854/20, 3 November 2022 (GC)")
HARKINS_EDWARDS = ECTHR.judgment(
    "Harkins and Edwards v. the United Kingdom", "9146/07 and 32650/07, 17 January 2012", "par. 128-138"
)
AL_NASHIRI = ECTHR.judgment("Al Nashiri v. Poland", "28761/11, 24 July 2014")

_ABOLITIONIST = parties("ECHR-P6", "ECHR-P13")

FLAGRANT_BEYOND_ABSENCE = Test(
    id="flagrant-denial-beyond-absence",
    title="there is a real risk of a flagrant denial of justice that no new trial would repair",
    source=OTHMAN_259 + HARKINS,
    # The shared test without its one limb that an assurance of retrial can answer.
    body=any_of(*(part for part in children(FLAGRANT_DENIAL.body) if part is not ABSENCE_WITHOUT_RETRIAL)),
)

death_penalty = Norm(
    id="echr-p6-death-penalty",
    source=ECHR_P6.article("1") + ECHR_P13.article("1") + ECHR.article("2") + AL_SAADOON,
    bears_on=HANDING_OVER,
    effect=Effect.REQUIRES,
    kinds=EXTRADITION_KINDS,
    bound=_ABOLITIONIST,
    when=risk.death_penalty.yes,
    cure=DEATH_PENALTY_CURE,
    basis=Basis.CASE_LAW,
    check=Check.PARTLY,
    standard="the law there allows the penalty for the charge; the assurance is found sufficient",
    says={
        "en": "A state that has abolished the death penalty hands nobody over to it without a sufficient assurance that"
        " it will not be sought, imposed or carried out.",
        "fr": "Un État qui a aboli la peine de mort ne livre personne qui y serait exposé sans une assurance suffisante"
        " qu'elle ne sera ni requise, ni prononcée, ni exécutée.",
        "nl": "Een staat die de doodstraf heeft afgeschaft, levert niemand daaraan uit zonder toereikende garantie dat"
        " zij niet wordt gevorderd, opgelegd of uitgevoerd.",
    },
    note="The protocols abolish the penalty at home; that they bar handing over comes from the case-law. Neither the"
    " protocols nor Al-Saadoon were read again. The optional treaty clause (ETS 024 Art. 11) is a norm of its own.",
)

death_row = Norm(
    id="echr-3-death-row",
    source=ECHR.article("3") + SOERING_DEATH_ROW,
    bears_on=HANDING_OVER,
    effect=Effect.FORBIDS,
    kinds=EXTRADITION_KINDS,
    bound=ECHR_STATES,
    since=date(1989, 7, 7),
    when=all_of(risk.death_penalty.yes, any_of(risk.death_row.yes, risk.cruel_method.yes)),
    cure=DEATH_PENALTY_CURE,
    basis=Basis.CASE_LAW,
    standard="real risk of the death-row phenomenon, with the person's age and state of mind",
    says={
        "en": "Years under sentence of death, or a cruel way of carrying it out, are inhuman: nobody is handed over to"
        " them without a sufficient assurance against a death sentence.",
        "fr": "Des années dans le couloir de la mort, ou une exécution cruelle, sont inhumaines : nul n'y est livré"
        " sans"
        " une assurance suffisante contre une condamnation à mort.",
        "nl": "Jaren in de dodencel of een wrede wijze van terechtstelling zijn onmenselijk: niemand wordt daaraan"
        " overgeleverd zonder toereikende garantie tegen een doodvonnis.",
    },
    note="Bears on every state of the Convention, party to the protocols or not. That another court could try the case"
    " is a circumstance to weigh.",
)

death_penalty_evidence = Norm(
    id="echr-p6-death-penalty-evidence",
    source=ECHR_P6.article("1") + ECHR_P13.article("1") + ECHR.article("2") + AL_SAADOON,
    bears_on=(GRANT, TRANSMIT),
    effect=Effect.REQUIRES,
    kinds=("mla",),
    bound=_ABOLITIONIST,
    when=risk.death_penalty.yes,
    unless=(
        Unless(
            id="help-lowers-the-risk",
            when=risk.help_lowers_death_risk.yes,
            text="The evidence can reasonably be expected to lower the risk of a death sentence.",
        ),
    ),
    cure=DEATH_PENALTY_CURE,
    basis=Basis.ANALOGY,
    check=Check.PARTLY,
    standard="the evidence serves a charge that the law there punishes by death",
    says={
        "en": "Evidence that helps to prove a capital charge leaves only under a sufficient assurance against the death"
        " penalty.",
        "fr": "Des preuves à l'appui d'une accusation passible de la peine de mort ne partent que sous une assurance"
        " suffisante contre cette peine.",
        "nl": "Bewijs ter ondersteuning van een met de dood bestrafte aanklacht vertrekt alleen onder een toereikende"
        " garantie tegen die straf.",
    },
    note="No treaty text extends the rule on persons to evidence: carried over by analogy.",
)

death_penalty_item = Norm(
    id="echr-p6-death-penalty-item",
    source=ECHR_P6.article("1") + ECHR_P13.article("1") + ECHR.article("2"),
    bears_on=(CLEAR_ITEM,),
    effect=Effect.FORBIDS,
    kinds=("mla",),
    bound=_ABOLITIONIST,
    when=all_of(risk.death_penalty.yes, material.capital.yes),
    cure=DEATH_PENALTY_CURE,
    basis=Basis.ANALOGY,
    check=Check.PARTLY,
    standard="the item may support the capital charge, directly or as a lead",
    says={
        "en": "An item that may support a capital charge is not cleared without a sufficient assurance.",
        "fr": "Une pièce pouvant étayer une accusation capitale n'est pas libérée sans assurance suffisante.",
        "nl": "Een stuk dat een met de dood bestrafte aanklacht kan steunen, wordt niet vrijgegeven zonder toereikende"
        " garantie.",
    },
    note="By analogy, as for the request as a whole.",
)

life_sentence = Norm(
    id="echr-3-irreducible-life-sentence",
    source=ECHR.article("3") + SANCHEZ,
    bears_on=HANDING_OVER,
    effect=Effect.REQUIRES,
    kinds=EXTRADITION_OR_REMOVAL,
    bound=ECHR_STATES,
    since=date(2022, 11, 3),
    when=all_of(risk.life_real.yes, ~risk.sentence_review.yes),
    cure=Cure(
        met=sufficient(Risk.LIFE_SENTENCE),
        obtain="an assurance that life without parole will not be sought or imposed, or that a review of progress is"
        " open from sentencing on",
        keep="the sentence is followed; life without review opens the breach procedure",
        failed=failed(Risk.LIFE_SENTENCE),
    ),
    basis=Basis.CASE_LAW,
    standard="first the person shows a real risk of life without parole; then no review exists from sentencing on",
    says={
        "en": "A person who has shown a real risk of life without parole is handed over only if a review of progress"
        " exists from sentencing on, or an assurance takes its place.",
        "fr": "Une personne qui a établi un risque réel de perpétuité incompressible n'est remise que si un réexamen"
        " des"
        " progrès existe dès le prononcé de la peine, ou si une assurance en tient lieu.",
        "nl": "Wie een reëel risico op een levenslange straf zonder uitzicht heeft aangetoond, wordt alleen"
        " overgeleverd"
        " als vanaf de oplegging een toetsing van de vooruitgang bestaat, of een garantie die vervangt.",
    },
    note="Overrules the one-step test of 2014 (Trabelsi v. Belgium, 140/10), which is not encoded. Who runs the review"
    " is not the criterion. For a person already sentenced the first step is normally met (inference).",
)

gross_disproportion = Norm(
    id="echr-3-grossly-disproportionate-sentence",
    source=ECHR.article("3") + HARKINS_EDWARDS,
    bears_on=HANDING_OVER,
    effect=Effect.FORBIDS,
    kinds=EXTRADITION_OR_REMOVAL,
    bound=ECHR_STATES,
    since=date(2012, 1, 17),
    when=risk.disproportionate.yes,
    cure=TREATMENT_CURE,
    basis=Basis.CASE_LAW,
    check=Check.GENERAL,
    standard="gross disproportion, on rare and unique occasions; or a corporal or otherwise cruel punishment",
    says={
        "en": "Nobody is handed over to a punishment that is cruel in kind, or so far out of proportion that it is"
        " inhuman.",
        "fr": "Nul n'est remis pour subir une peine cruelle par nature, ou à ce point disproportionnée qu'elle est"
        " inhumaine.",
        "nl": "Niemand wordt overgeleverd aan een straf die naar haar aard wreed is, of zo onevenredig dat zij"
        " onmenselijk is.",
    },
    note="Added to the catalogue; the judgment was not read. A long theoretical maximum never reaches it.",
)

flagrant_denial = Norm(
    id="echr-6-flagrant-denial",
    source=ECHR.article("6") + ECHR.article("5") + SOERING_TRIAL + OTHMAN_259 + HARKINS + AL_NASHIRI,
    bears_on=HANDING_OVER,
    effect=Effect.FORBIDS,
    kinds=EXTRADITION_OR_REMOVAL,
    bound=ECHR_STATES,
    when=FLAGRANT_BEYOND_ABSENCE,
    basis=Basis.CASE_LAW,
    standard="real risk of a breach so basic that the right to a fair trial is emptied",
    says={
        "en": "Nobody is handed over to a trial in name only: summary, without a lawyer, on evidence taken by torture,"
        " or with detention that no court can review.",
        "fr": "Nul n'est remis pour un procès qui n'en a que le nom : sommaire, sans avocat, fondé sur des preuves"
        " obtenues par la torture, ou avec une détention qu'aucun juge ne contrôle.",
        "nl": "Niemand wordt overgeleverd aan een proces dat slechts in naam bestaat: summier, zonder advocaat, op"
        " bewijs"
        " uit foltering, of met een detentie die geen rechter toetst.",
    },
    note="An executive promise does not make courts independent, so no assurance cures it. The list of forms is open;"
    " the weight given here to courts that follow orders against a person politically exposed is our reading."
    " The burden is general knowledge.",
)

flagrant_denial_absence = Norm(
    id="echr-6-flagrant-denial-absence",
    source=ECHR.article("6") + OTHMAN_259,
    bears_on=HANDING_OVER,
    effect=Effect.FORBIDS,
    kinds=EXTRADITION_KINDS,
    bound=ECHR_STATES,
    when=ABSENCE_WITHOUT_RETRIAL,
    cure=Cure(
        met=sufficient(Risk.UNFAIR_TRIAL),
        obtain="a binding assurance of a full new trial, in the person's presence and with a lawyer",
        keep="the new trial is followed until judgment",
    ),
    basis=Basis.CASE_LAW,
    standard="conviction in absence with no possibility of a new examination of the merits",
    says={
        "en": "Nobody is handed over to serve a conviction in absence unless the merits can be tried anew, or the"
        " person"
        " knew of the trial and was defended.",
        "fr": "Nul n'est remis pour purger une condamnation par défaut, sauf si le fond peut être rejugé ou si la"
        " personne connaissait le procès et y était défendue.",
        "nl": "Niemand wordt overgeleverd voor een verstekveroordeling, tenzij de zaak ten gronde opnieuw wordt berecht"
        " of de persoon van het proces wist en verdedigd werd.",
    },
)

flagrant_denial_between_members = Norm(
    id="echr-6-flagrant-denial-eaw",
    source=ECHR.article("6") + OTHMAN_259,
    bears_on=HANDING_OVER,
    effect=Effect.FORBIDS,
    kinds=("eaw",),
    bound=ECHR_STATES,
    when=any_of(risk.flagrant_denial.yes, risk.lawyer_refused.yes, risk.no_tribunal.yes, risk.summary_trial.yes),
    basis=Basis.CASE_LAW,
    standard="real risk shown for this person; a systemic deficiency alone opens the inquiry of Union law",
    says={
        "en": "Mutual trust does not carry a person into a trial that denies the essence of justice.",
        "fr": "La confiance mutuelle ne conduit personne devant un procès qui nie l'essence même de la justice.",
        "nl": "Het wederzijds vertrouwen brengt niemand naar een proces dat het wezen van het recht ontkent.",
    },
    note="Whether the courts there are independent is asked by the two-step test of the Court of Justice.",
)

flagrant_denial_assistance = Norm(
    id="echr-6-flagrant-denial-assistance",
    source=ECHR.article("6") + OTHMAN_259,
    bears_on=(GRANT,),
    effect=Effect.MAY_REFUSE,
    kinds=("mla",),
    bound=ECHR_STATES,
    when=FLAGRANT_DENIAL,
    basis=Basis.ANALOGY,
    standard="as for handing over",
    says={
        "en": "Evidence may be withheld from a trial that denies the essence of justice.",
        "fr": "Des preuves peuvent être refusées à un procès qui nie l'essence même de la justice.",
        "nl": "Bewijs kan worden geweigerd aan een proces dat het wezen van het recht ontkent.",
    },
    note="No judgment was found that applies the test to sending evidence.",
)

PACK = Pack(
    "echr-punishment",
    "European Convention on Human Rights: sentence and trial awaiting the person",
    (
        death_penalty,
        death_row,
        death_penalty_evidence,
        death_penalty_item,
        life_sentence,
        gross_disproportion,
        flagrant_denial,
        flagrant_denial_absence,
        flagrant_denial_between_members,
        flagrant_denial_assistance,
    ),
)
