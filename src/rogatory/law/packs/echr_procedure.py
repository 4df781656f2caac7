"""European Convention on Human Rights: custody, remedies, interim measures, and refusing with care."""

from datetime import date

from rogatory.law.acts import (
    ARREST,
    ASSISTANCE_KINDS,
    ASSISTING,
    EXTRADITION_KINDS,
    GRANT,
    NOTICE_KINDS,
    OPEN_FILE,
    REFUSE,
    SURRENDER,
    TRANSMIT,
)
from rogatory.law.conditions import ALWAYS, all_of, any_of
from rogatory.law.doctrine.ill_treatment import LIU, PAPOSHVILI, REAL_RISK, REAL_RISK_BETWEEN_MEMBER_STATES
from rogatory.law.doctrine.persecution import PERSECUTION
from rogatory.law.doctrine.trial import FLAGRANT_DENIAL
from rogatory.law.norms import ECHR_STATES, Effect, Norm, parties
from rogatory.law.packs import Pack
from rogatory.law.packs._shared import ECHR, ECHR_P7
from rogatory.law.sources import ECTHR, Basis, Check
from rogatory.law.vocabulary import notice, person, proceeding, remedy, request, risk

CHAHAL = ECTHR.judgment("Chahal v. the United Kingdom", "22414/93, 15 November 1996 (GC)")
BOZANO = ECTHR.judgment("Bozano v. France", "9990/82, 18 December 1986")
OZDIL = ECTHR.judgment("Özdil and Others v. the Republic of Moldova", "42305/18, 11 June 2019")
SAVRIDDIN = ECTHR.judgment("Savriddin Dzhurayev v. Russia", "71386/10, 25 April 2013")
CONKA = ECTHR.judgment("Čonka v. Belgium", "51564/99, 5 February 2002", "par. 79-83")
GEBREMEDHIN = ECTHR.judgment("Gebremedhin [Gaberamadhien] v. France", "25389/05, 26 April 2007", "par. 66")
DE_SOUZA = ECTHR.judgment("De Souza Ribeiro v. France", "22689/07, 13 December 2012 (GC)", "par. 82-83")
MSS = ECTHR.judgment("M.S.S. v. Belgium and Greece", "30696/09, 21 January 2011 (GC)")
SHAMAYEV = ECTHR.judgment("Shamayev and Others v. Georgia and Russia", "36378/02, 12 April 2005")
MAMATKULOV = ECTHR.judgment("Mamatkulov and Askarov v. Turkey", "46827/99 and 46951/99, 4 February 2005 (GC)")
TRABELSI = ECTHR.judgment("Trabelsi v. Belgium", "140/10, 4 September 2014")
MUHAMMAD = ECTHR.judgment("Muhammad and Muhammad v. Romania", "80982/12, 15 October 2020 (GC)")
ROMEO_CASTANO = ECTHR.judgment("Romeo Castaño v. Belgium", "8351/17, 9 July 2019")
GUZELYURTLU = ECTHR.judgment("Güzelyurtlu and Others v. Cyprus and Turkey", "36925/07, 29 January 2019 (GC)")
ISMOILOV = ECTHR.judgment("Ismoilov and Others v. Russia", "2947/06, 24 April 2008")

_ARREST_KINDS = ("extradition", "removal", *NOTICE_KINDS)
_LIFE_OR_TREATMENT_CLAIM = any_of(person.claim_arguable.yes, REAL_RISK)
_BASIS_SHOWN = remedy.refusal_individual_basis.yes

detention = Norm(
    id="echr-5-extradition-detention",
    source=ECHR.article("5(1)(f)") + CHAHAL + LIU,
    bears_on=(ARREST,),
    effect=Effect.FORBIDS,
    kinds=_ARREST_KINDS,
    bound=ECHR_STATES,
    when=notice.detention_not_diligent.yes,
    basis=Basis.CASE_LAW,
    standard="lawful, not arbitrary, and only while the proceedings are pursued with diligence",
    says={
        "en": "Custody with a view to extradition or expulsion stays lawful only while the case is actively moved"
        " forward; otherwise the person is released.",
        "fr": "La détention en vue d'une extradition ou d'une expulsion ne reste régulière que si la procédure avance"
        " avec diligence ; sinon la personne est libérée.",
        "nl": "Vrijheidsberoving met het oog op uitlevering of uitzetting blijft alleen rechtmatig zolang de procedure"
        " met voortvarendheid wordt gevoerd; anders volgt invrijheidstelling.",
    },
    note="Time that runs because of an interim measure is judged apart. The judgments were checked earlier, not again.",
)

speedy_review = Norm(
    id="echr-5-extradition-detention-review",
    source=ECHR.article("5(4)") + CHAHAL,
    bears_on=(ARREST,),
    effect=Effect.ENTITLES,
    kinds=(*_ARREST_KINDS, "eaw"),
    bound=ECHR_STATES,
    when=ALWAYS,
    says={
        "en": "A person held may have a court decide speedily whether the detention is lawful.",
        "fr": "La personne détenue peut faire statuer à bref délai par un tribunal sur la légalité de sa détention.",
        "nl": "Wie wordt vastgehouden kan een rechter spoedig laten beslissen of de detentie rechtmatig is.",
    },
    limit="speedily; no fixed number of days in the text",
)

outside_procedure = Norm(
    id="echr-5-outside-legal-procedure",
    source=ECHR.article("5(1)") + BOZANO + SAVRIDDIN + OZDIL,
    bears_on=(GRANT, SURRENDER),
    effect=Effect.FORBIDS,
    kinds=EXTRADITION_KINDS,
    bound=ECHR_STATES,
    when=remedy.outside_procedure.yes,
    basis=Basis.CASE_LAW,
    check=Check.PARTLY,
    standard="a procedure prescribed by law; disguised extradition is arbitrary",
    says={
        "en": "Nobody is handed over outside the procedure of the law: no abduction, no extradition dressed as"
        " expulsion,"
        " no handover at a border or by an informal channel.",
        "fr": "Nul n'est remis en dehors des voies légales : ni enlèvement, ni extradition déguisée en expulsion, ni"
        " remise à une frontière ou par un canal informel.",
        "nl": "Niemand wordt buiten de wettelijke procedure overgeleverd: geen ontvoering, geen als uitzetting vermomde"
        " uitlevering, geen overdracht aan een grens of langs een informeel kanaal.",
    },
    note="Savriddin Dzhurayev was read in an information note; the other two judgments were not read.",
    lifts="a new decision in the procedure the law prescribes, open to challenge",
)

suspensive_remedy = Norm(
    id="echr-13-suspensive-remedy",
    source=ECHR.article("13") + ECHR.article("3") + GEBREMEDHIN + CONKA + MSS,
    bears_on=(SURRENDER,),
    effect=Effect.FORBIDS,
    kinds=EXTRADITION_KINDS,
    bound=ECHR_STATES,
    when=all_of(
        _LIFE_OR_TREATMENT_CLAIM,
        any_of(
            remedy.available.yes,
            remedy.not_suspensive.yes,
            remedy.person_not_notified.yes,
            remedy.pending.yes,
        ),
    ),
    basis=Basis.CASE_LAW,
    standard="an arguable claim under Articles 2 or 3: close and independent scrutiny that stops the act by itself",
    says={
        "en": "Where life or ill-treatment is at stake the remedy itself stops the handover: none takes place while it"
        " runs, or while there is none that would.",
        "fr": "Lorsque la vie ou des mauvais traitements sont en jeu, le recours suspend de plein droit : aucune remise"
        " tant qu'il est pendant, ni tant qu'un tel recours fait défaut.",
        "nl": "Staan het leven of mishandeling op het spel, dan schorst het rechtsmiddel van rechtswege: geen"
        " overlevering zolang het loopt, of zolang zo'n rechtsmiddel ontbreekt.",
    },
    note="The vocabulary asks for an arguable claim of any fundamental right; the automatic effect is required for"
    " Articles 2 and 3 (and collective expulsion) only. For data the hold is policy of the house.",
    lifts="final dismissal of a remedy that suspended the handover",
)

remedy_in_practice = Norm(
    id="echr-13-suspensive-remedy-in-practice",
    source=ECHR.article("13") + ECHR.article("3") + MSS,
    bears_on=(SURRENDER,),
    effect=Effect.FORBIDS,
    kinds=EXTRADITION_KINDS,
    bound=ECHR_STATES,
    when=all_of(
        _LIFE_OR_TREATMENT_CLAIM,
        any_of(remedy.file_closed.yes, remedy.not_translated.yes, remedy.lawyer_kept_away.yes),
    ),
    basis=Basis.CASE_LAW,
    check=Check.GENERAL,
    standard="effective in practice as well as in law",
    says={
        "en": "A remedy the person could not really use, for want of the file, a translation or counsel, is none.",
        "fr": "Un recours dont la personne n'a pu réellement user, faute de dossier, de traduction ou d'avocat, n'en"
        " est"
        " pas un.",
        "nl": "Een rechtsmiddel dat de persoon niet echt kon gebruiken, bij gebrek aan dossier, vertaling of raadsman,"
        " is er geen.",
    },
    note="Added to the catalogue; the passages on practical access were not read.",
    lifts="a new examination with access to the file, translation and counsel",
)

stale_assessment = Norm(
    id="echr-3-stale-assessment",
    source=ECHR.article("3") + ECHR.article("13") + PAPOSHVILI + SHAMAYEV,
    bears_on=(SURRENDER,),
    effect=Effect.FORBIDS,
    kinds=EXTRADITION_KINDS,
    bound=ECHR_STATES,
    when=remedy.assessment_stale.yes,
    basis=Basis.CASE_LAW,
    check=Check.PARTLY,
    standard="the risk is judged on the facts of the day on which the person would be handed over",
    says={
        "en": "An old assessment carries no handover: the risk is judged anew when the act is to be done.",
        "fr": "Une évaluation ancienne ne fonde aucune remise : le risque s'apprécie à nouveau au moment de l'acte.",
        "nl": "Een verouderde beoordeling draagt geen overlevering: het risico wordt opnieuw beoordeeld op het ogenblik"
        " van de handeling.",
    },
    note="The rule of present facts was read; Shamayev was not.",
    lifts="a new assessment on current material, open to challenge",
)

chance_to_contest = Norm(
    id="echr-13-chance-to-contest",
    source=ECHR.article("13") + ECHR.article("8") + DE_SOUZA + CONKA,
    bears_on=(TRANSMIT, OPEN_FILE),
    effect=Effect.FORBIDS,
    kinds=ASSISTANCE_KINDS,
    bound=ECHR_STATES,
    since=date(2012, 12, 13),
    when=any_of(remedy.person_not_notified.yes, remedy.file_closed.yes),
    basis=Basis.ANALOGY,
    standard="a real chance to contest before an act that cannot be undone, with sufficient safeguards",
    says={
        "en": "Nothing leaves before the person could really contest it: told in time, and with access to what it rests"
        " on.",
        "fr": "Rien ne part avant que la personne ait pu réellement s'y opposer : avertie à temps et avec accès à ce"
        " qui"
        " le fonde.",
        "nl": "Niets vertrekt voordat de persoon het werkelijk kon betwisten: tijdig ingelicht en met toegang tot"
        " waarop"
        " het steunt.",
    },
    note="Decided for a removal under Article 8; carried over to data because disclosure cannot be undone. Automatic"
    " suspension is not part of it.",
    lifts="notification, access to the file, and the time to use them",
)

examination_assistance = Norm(
    id="echr-13-examination-assistance",
    source=ECHR.article("13") + ECHR.article("8") + DE_SOUZA,
    bears_on=(*ASSISTING, OPEN_FILE),
    effect=Effect.INQUIRES,
    kinds=ASSISTANCE_KINDS,
    bound=ECHR_STATES,
    since=date(2012, 12, 13),
    when=all_of(person.claim_arguable.yes, remedy.claim_examined.is_("not-at-all", "superficially")),
    fulfilled=remedy.claim_examined.is_("thoroughly"),
    basis=Basis.ANALOGY,
    standard="an arguable claim; thorough examination by an independent and impartial forum",
    says={
        "en": "An arguable claim that assistance would breach rights is examined thoroughly before assistance goes on.",
        "fr": "Un grief défendable selon lequel l'entraide violerait des droits est examiné sérieusement avant que"
        " l'entraide se poursuive.",
        "nl": "Een verdedigbare grief dat rechtshulp rechten zou schenden, wordt grondig onderzocht voordat de"
        " rechtshulp"
        " verdergaat.",
    },
    note="Carried over from removals.",
)

rule_39 = Norm(
    id="echr-34-rule-39",
    source=ECHR.article("34") + MAMATKULOV + SAVRIDDIN + TRABELSI,
    bears_on=(SURRENDER, TRANSMIT, OPEN_FILE),
    effect=Effect.FORBIDS,
    bound=ECHR_STATES,
    since=date(2005, 2, 4),
    when=remedy.interim_measure.yes,
    basis=Basis.CASE_LAW,
    check=Check.PARTLY,
    standard="binding from notification; only an objective impediment excuses",
    says={
        "en": "While the Strasbourg Court has said stop, the act is not done by any route, formal or informal.",
        "fr": "Tant que la Cour de Strasbourg a demandé de surseoir, l'acte n'est accompli par aucune voie, formelle ou"
        " informelle.",
        "nl": "Zolang het Hof te Straatsburg om opschorting heeft gevraagd, wordt de handeling langs geen enkele weg"
        " verricht, formeel of informeel.",
    },
    note="Such measures are rare outside removals. Mamatkulov and the objective impediment are general knowledge. The"
    " question also covers measures of UN committees, which have norms of their own.",
    lifts="the end of the interim measure",
)

expulsion_guarantees = Norm(
    id="echr-p7-1-expulsion-guarantees",
    source=ECHR_P7.article("1") + MUHAMMAD,
    bears_on=(SURRENDER,),
    effect=Effect.FORBIDS,
    kinds=("removal",),
    bound=parties("ECHR-P7"),
    when=remedy.disguised_expulsion_no_facts.yes,
    basis=Basis.CASE_LAW,
    standard="limits justified by an independent authority and made up for by real counterweights",
    says={
        "en": "A lawful resident is expelled only after learning the facts and the documents relied on, or with real"
        " counterweights decided by somebody independent.",
        "fr": "Un résident régulier n'est expulsé qu'après avoir eu connaissance des faits et des pièces invoqués,"
        " ou avec"
        " de réelles garanties compensatoires contrôlées par une instance indépendante.",
        "nl": "Een regelmatig verblijvende persoon wordt pas uitgezet na kennis van de feiten en stukken, of met echte"
        " compenserende waarborgen onder toezicht van een onafhankelijke instantie.",
    },
    note="Not for extradition as such (general knowledge). Paragraph 2 lets the state act first for public order or"
    " national security; the question is answered yes only where counterweights are missing as well.",
)

presumption_of_innocence = Norm(
    id="echr-6-2-presumption-of-innocence",
    source=ECHR.article("6(2)") + ISMOILOV,
    bears_on=(GRANT,),
    effect=Effect.OBLIGES,
    bound=ECHR_STATES,
    since=date(2008, 4, 24),
    when=proceeding.conviction_presumed.yes,
    basis=Basis.CASE_LAW,
    check=Check.GENERAL,
    says={
        "en": "The requested state does not state as a fact that the person committed the acts, and takes such words"
        " back.",
        "fr": "L'État requis n'affirme pas comme un fait que la personne a commis les actes, et retire de tels propos.",
        "nl": "De aangezochte staat stelt niet als feit voor dat de persoon de daden heeft gepleegd, en trekt zulke"
        " woorden in.",
    },
    note="Added to the catalogue; the judgment was not read.",
)

refusal_basis = Norm(
    id="echr-2-refusal-needs-factual-basis",
    source=ECHR.article("2") + ROMEO_CASTANO,
    bears_on=(REFUSE,),
    effect=Effect.INQUIRES,
    kinds=("eaw", "eio"),
    bound=ECHR_STATES,
    since=date(2019, 7, 9),
    when=request.loss_of_life.yes,
    fulfilled=any_of(_BASIS_SHOWN, REAL_RISK_BETWEEN_MEMBER_STATES),
    basis=Basis.CASE_LAW,
    standard="the risk relied on rests on current, detailed and individual facts",
    says={
        "en": "Where a life was taken, a refusal on human-rights grounds must itself rest on current and individual"
        " facts: the victims are owed cooperation.",
        "fr": "Lorsqu'une vie a été prise, un refus fondé sur les droits de l'homme doit lui-même reposer sur des faits"
        " actuels et individuels : la coopération est due aux victimes.",
        "nl": "Is iemand om het leven gebracht, dan moet een weigering op grond van mensenrechten zelf steunen op"
        " actuele"
        " en individuele feiten: de slachtoffers hebben recht op medewerking.",
    },
    note="By analogy for torture cases. The absolute bar stands once the risk is shown. The duty protects the victims, so"
    " it holds like any norm that protects.",
)

refusal_basis_third_states = Norm(
    id="echr-2-refusal-needs-factual-basis-third-state",
    source=ECHR.article("2") + ROMEO_CASTANO + GUZELYURTLU,
    bears_on=(REFUSE,),
    effect=Effect.INQUIRES,
    kinds=("extradition", "mla"),
    bound=ECHR_STATES,
    since=date(2019, 7, 9),
    when=request.loss_of_life.yes,
    fulfilled=any_of(_BASIS_SHOWN, REAL_RISK, FLAGRANT_DENIAL, PERSECUTION, risk.death_penalty.yes),
    basis=Basis.ANALOGY,
    standard="as between member states",
    says={
        "en": "A request about a killing is not refused on general reports alone, whoever makes it.",
        "fr": "Une demande portant sur un homicide n'est pas refusée sur la seule foi de rapports généraux, quel qu'en"
        " soit l'auteur.",
        "nl": "Een verzoek over een doding wordt niet louter op algemene rapporten geweigerd, wie het ook doet.",
    },
    note="The judgment is about an arrest warrant; the wider duty to cooperate in homicide cases comes from Güzelyurtlu.",
)

duty_to_cooperate = Norm(
    id="echr-2-duty-to-cooperate",
    source=ECHR.article("2") + GUZELYURTLU,
    bears_on=(REFUSE,),
    effect=Effect.OBLIGES,
    bound=ECHR_STATES,
    since=date(2019, 1, 29),
    when=request.loss_of_life.yes,
    fulfilled=remedy.refusal_reasoned.yes,
    basis=Basis.CASE_LAW,
    says={
        "en": "A request in a homicide case is not left unanswered: a refusal is given with reasons.",
        "fr": "Une demande dans une affaire d'homicide ne reste pas sans réponse : un refus est motivé.",
        "nl": "Een verzoek in een moordzaak blijft niet onbeantwoord: een weigering wordt gemotiveerd.",
    },
)

PACK = Pack(
    "echr-procedure",
    "European Convention on Human Rights: custody, remedies, interim measures, refusal",
    (
        refusal_basis,
        refusal_basis_third_states,
        duty_to_cooperate,
        stale_assessment,
        detention,
        speedy_review,
        outside_procedure,
        presumption_of_innocence,
        suspensive_remedy,
        remedy_in_practice,
        chance_to_contest,
        examination_assistance,
        rule_39,
        expulsion_guarantees,
    ),
)
