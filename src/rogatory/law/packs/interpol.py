"""INTERPOL: Constitution, refugee policy, Commission for the Control of Files.

The rules bind the organisation and its members as users of its channels. A notice asks; it never orders.
"""

from datetime import date

from rogatory.law.acts import ARREST, CONFIRM_PROTECTION, KEEP_NOTICE, NOTICE_KINDS
from rogatory.law.conditions import ALWAYS, Test, all_of, any_of
from rogatory.law.doctrine.ill_treatment import ILL_TREATED_GROUP
from rogatory.law.doctrine.persecution import PERSECUTION
from rogatory.law.doctrine.persons import POLITICALLY_EXPOSED, RECOGNISED_REFUGEE
from rogatory.law.norms import INTERPOL_USERS, Effect, Norm, Unless
from rogatory.law.packs import Pack
from rogatory.law.packs.interpol_data import RPD
from rogatory.law.sources import Basis, Check, Cite, Instrument
from rogatory.law.vocabulary import notice, person, risk, state
from rogatory.law.vocabulary import request as offence

CONSTITUTION = Instrument("INTERPOL-CONSTITUTION", "Constitution of INTERPOL", "I/CONS/GA/1956 (2023)")
CCF = Instrument(
    "CCF-STATUTE", "Statute of the Commission for the Control of INTERPOL's Files", "II.E/RCIA/GA/2004 (2025)"
)
_1951 = Cite("INTERPOL General Assembly Resolution AGN/20/RES/11 (1951)", "", "AGN/20/RES/11")
_1984 = Cite("INTERPOL General Assembly Resolution AGN/53/RES/7 (1984)", "", "AGN/53/RES/7")
_REFUGEES = Instrument(
    "INTERPOL-REFUGEES", "INTERPOL General Assembly Resolution 9 (2017), refugee policy", "GA-2017-86-RES-09"
).whole()
REPOSITORY = Cite("INTERPOL Repository of Practice on Articles 2 and 3 of the Constitution", "", "November 2024")

_ON_THE_NOTICE = (KEEP_NOTICE, ARREST)

RIGHTS_AT_STAKE_HERE = Test(
    id="rights-at-stake-in-this-case",
    title="in this case the notice would help towards ill-treatment, death or a trial that denies justice",
    source=CONSTITUTION.article("2(1)") + REPOSITORY,
    # Facts of this case: reports about a country alone do not make a notice non-compliant, and refugee status has
    # a policy of its own. An absence judgment is no bar to a notice; whether a retrial is open decides extradition.
    body=any_of(
        notice.rights_contrary.yes,
        all_of(
            any_of(
                risk.ill_treatment.yes,
                risk.threat_to_life.yes,
                person.past_ill_treatment.yes,
                ILL_TREATED_GROUP,
                all_of(state.torture_reports.yes, person.individual_risk_factor.yes),
            ),
            ~risk.dispelled.yes,
            ~risk.situation_improved.yes,
        ),
        risk.flagrant_denial.yes,
        risk.summary_trial.yes,
        risk.no_tribunal.yes,
        risk.lawyer_refused.yes,
        all_of(POLITICALLY_EXPOSED, any_of(risk.executive_interference.yes, state.unfair_trials.yes)),
    ),
)

military = Norm(
    id="interpol-3-military-offence",
    source=CONSTITUTION.article("3") + REPOSITORY,
    bears_on=_ON_THE_NOTICE,
    effect=Effect.FORBIDS,
    kinds=NOTICE_KINDS,
    bound=INTERPOL_USERS,
    when=offence.military.yes,
    check=Check.PARTLY,
    standard="an offence that exists in military law only",
    says={
        "en": "INTERPOL stays out of matters of a military character: no notice for an offence such as desertion.",
        "fr": "INTERPOL s'abstient dans les affaires à caractère militaire : pas de notice pour une infraction telle que"
        " la désertion.",
        "nl": "INTERPOL onthoudt zich in zaken van militaire aard: geen signalering voor een misdrijf als desertie.",
    },
    note="The word stands in Article 3; how the Repository treats single offences was not read.",
)
neutrality = Norm(
    id="interpol-2-3-neutrality-human-rights",
    source=CONSTITUTION.article("3") + _1951 + _1984,
    bears_on=_ON_THE_NOTICE,
    effect=Effect.FORBIDS,
    kinds=NOTICE_KINDS,
    bound=INTERPOL_USERS,
    when=notice.predominantly_political.yes,
    standard="predominance, case by case; the label of the requesting state does not bind",
    says={
        "en": "INTERPOL stays out of what is mainly political, military, religious or racial: no notice is kept and"
        " no arrest"
        " made on it.",
        "fr": "INTERPOL s'abstient dans toute affaire principalement politique, militaire, religieuse ou raciale :"
        " aucune"
        " notice n'est maintenue et aucune arrestation n'en découle.",
        "nl": "INTERPOL onthoudt zich van wat overwegend politiek, militair, religieus of raciaal is: geen"
        " signalering blijft"
        " staan en geen aanhouding volgt erop.",
    },
    note="Ordinary crime with a political background may pass if the ordinary side prevails.",
    lifts="new material that turns the balance to ordinary crime",
)

persecution = Norm(
    id="interpol-2-3-neutrality-human-rights-persecution",
    source=CONSTITUTION.article("3") + CONSTITUTION.article("2(1)"),
    bears_on=_ON_THE_NOTICE,
    effect=Effect.FORBIDS,
    kinds=NOTICE_KINDS,
    bound=INTERPOL_USERS,
    when=PERSECUTION,
    basis=Basis.ANALOGY,
    standard="substantial grounds, from converging facts that were not dispelled",
    says={
        "en": "To protect people from persecution is one of the aims of neutrality: a notice that serves it is not"
        " kept or"
        " acted on.",
        "fr": "Protéger les personnes contre la persécution est un des buts de la neutralité : une notice qui la"
        " sert n'est ni"
        " maintenue ni exécutée.",
        "nl": "Mensen tegen vervolging om verboden redenen beschermen is een doel van de neutraliteit: een"
        " signalering die"
        " daartoe dient, wordt niet behouden of uitgevoerd.",
    },
    note="The aim is stated by the organisation; that the test of the treaty clauses meets it is our inference.",
    lifts="a point-by-point examination on current material that dispels the claim",
)

human_rights = Norm(
    id="interpol-2-human-rights",
    source=CONSTITUTION.article("2(1)") + REPOSITORY,
    bears_on=_ON_THE_NOTICE,
    effect=Effect.FORBIDS,
    kinds=NOTICE_KINDS,
    bound=INTERPOL_USERS,
    when=RIGHTS_AT_STAKE_HERE,
    check=Check.PARTLY,
    standard="in this case, in the spirit of the Universal Declaration",
    says={
        "en": "A notice is not kept or acted on where in this case it would help towards torture, death or a"
        " flagrantly unfair"
        " trial.",
        "fr": "Une notice n'est ni maintenue ni exécutée lorsque, dans le cas d'espèce, elle contribuerait à la"
        " torture, à la"
        " mort ou à un procès manifestement inéquitable.",
        "nl": "Een signalering wordt niet behouden of uitgevoerd wanneer zij in dit geval zou bijdragen tot"
        " foltering, dood of"
        " een flagrant oneerlijk proces.",
    },
    note="The article speaks only of the spirit of the Universal Declaration; the three forms follow the organisation's"
    " practice, whose details were not read. A penalty of death in the law there is not by itself one of them.",
    lifts="material that dispels the danger in this case",
)

refugee_policy = Norm(
    id="interpol-refugee-policy",
    source=_REFUGEES + CONSTITUTION.article("2(1)") + CONSTITUTION.article("3"),
    bears_on=_ON_THE_NOTICE,
    effect=Effect.FORBIDS,
    kinds=NOTICE_KINDS,
    bound=INTERPOL_USERS,
    since=date(2015, 1, 1),
    when=RECOGNISED_REFUGEE,
    unless=(
        Unless(
            id="political-gesture",
            when=person.status_political_gesture.yes,
            text="The status was granted on political grounds towards the requesting state.",
        ),
        Unless(
            id="new-material",
            when=notice.new_material.yes,
            text="The requesting state has brought new material.",
        ),
    ),
    standard="status confirmed; notice from the state of feared persecution; grant not a political gesture",
    says={
        "en": "A notice from the state a refugee fled is deleted and not acted on, whatever the charge behind it.",
        "fr": "Une notice émise par l'État que le réfugié a fui est supprimée et n'est pas exécutée, quelle que soit"
        " l'accusation.",
        "nl": "Een signalering van de staat die de vluchteling ontvluchtte, wordt geschrapt en niet uitgevoerd,"
        " welke ook de"
        " aanklacht is.",
    },
    note="Practised from 2014 or 2015 (day not known), adopted by resolution in 2017, whose text was not read. It names"
    " asylum-seekers too; a pending claim is treated under the duty to confirm. Former refugees who became nationals"
    " are"
    " outside its letter.",
)

confirm_protection = Norm(
    id="interpol-refugee-policy-confirm",
    source=_REFUGEES,
    bears_on=(CONFIRM_PROTECTION,),
    effect=Effect.OBLIGES,
    kinds=NOTICE_KINDS,
    bound=INTERPOL_USERS,
    since=date(2015, 1, 1),
    when=any_of(RECOGNISED_REFUGEE, person.asylum_pending.yes),
    fulfilled=notice.status_confirmed_to_interpol.yes,
    basis=Basis.SOFT_LAW,
    says={
        "en": "The host state confirms the protection to INTERPOL, which does not tell the requesting state where it"
        " was granted.",
        "fr": "L'État d'accueil confirme la protection à INTERPOL, qui n'indique pas à l'État requérant où elle a"
        " été accordée.",
        "nl": "De gaststaat bevestigt de bescherming aan INTERPOL, dat de verzoekende staat niet zegt waar zij is"
        " verleend.",
    },
    note="Members are encouraged, not bound. The confirmation passes the asylum-confidentiality filter first.",
)

deletion_stops = Norm(
    id="interpol-deletion-stops-follow-up",
    source=CCF.article("3") + CONSTITUTION.article("2(1)") + CONSTITUTION.article("3"),
    bears_on=_ON_THE_NOTICE,
    effect=Effect.FORBIDS,
    kinds=NOTICE_KINDS,
    bound=INTERPOL_USERS,
    when=all_of(notice.deleted.yes, ~notice.new_material.yes),
    basis=Basis.ANALOGY,
    check=Check.GENERAL,
    standard="deleted, blocked or refused on these charges, and nothing genuinely new since",
    says={
        "en": "What INTERPOL has deleted or refused is not kept in national files, renewed by diffusion or used for"
        " an arrest.",
        "fr": "Ce qu'INTERPOL a supprimé ou refusé n'est ni conservé dans les fichiers nationaux, ni relancé par"
        " diffusion, ni"
        " utilisé pour une arrestation.",
        "nl": "Wat INTERPOL heeft geschrapt of geweigerd, blijft niet in nationale bestanden staan, wordt niet via"
        " een verspreiding"
        " hernomen en dient niet voor een aanhouding.",
    },
    note="Added to the catalogue: the rules on updating national copies were not read; that a deletion must reach follow-up"
    " acts is inferred from its purpose.",
    lifts="genuinely new material, judged by INTERPOL",
)

commission_ruling = Norm(
    id="ccf-statute-ruling",
    source=CCF.article("3"),
    bears_on=_ON_THE_NOTICE,
    effect=Effect.FORBIDS,
    kinds=NOTICE_KINDS,
    bound=INTERPOL_USERS,
    when=notice.ccf.is_("not-compliant"),
    check=Check.PARTLY,
    standard="compliance of the data with INTERPOL's rules",
    says={
        "en": "What the Commission has found not compliant is neither kept nor acted on.",
        "fr": "Ce que la Commission a jugé non conforme n'est ni maintenu ni exécuté.",
        "nl": "Wat de Commissie niet-conform heeft bevonden, wordt niet behouden of uitgevoerd.",
    },
    note="Binding on the organisation. The articles on decisions and their carrying out were not read.",
)

commission = Norm(
    id="ccf-statute",
    source=CCF.article("3") + CCF.article("26") + CCF.article("40"),
    bears_on=(KEEP_NOTICE,),
    effect=Effect.ENTITLES,
    kinds=NOTICE_KINDS,
    bound=INTERPOL_USERS,
    since=date(2017, 3, 11),
    when=ALWAYS,
    check=Check.PARTLY,
    says={
        "en": "Anybody may ask the Commission for access to, correction or deletion of their data and gets a binding"
        " ruling.",
        "fr": "Toute personne peut demander à la Commission l'accès, la rectification ou l'effacement de ses données"
        " et obtient"
        " une décision contraignante.",
        "nl": "Iedereen kan de Commissie om inzage, verbetering of schrapping van zijn gegevens vragen en krijgt een"
        " bindende"
        " beslissing.",
    },
    note="Disclosure may be limited with reasons. A deletion is strong context in an assistance case, not proof of"
    " persecution. The day of force is general knowledge.",
    limit="four months for access, nine months for correction or deletion, from admissibility",
)

repository = Norm(
    id="interpol-repository-2024",
    source=REPOSITORY + RPD.article("34(4)"),
    bears_on=(KEEP_NOTICE,),
    effect=Effect.OBLIGES,
    kinds=NOTICE_KINDS,
    bound=INTERPOL_USERS,
    since=date(2024, 11, 1),
    when=ALWAYS,
    basis=Basis.SOFT_LAW,
    says={
        "en": "Notices are read in the light of the 2024 Repository of Practice, which covers human rights as well as"
        " neutrality.",
        "fr": "Les notices se lisent à la lumière du répertoire de pratique de 2024, qui couvre les droits de"
        " l'homme autant que"
        " la neutralité.",
        "nl": "Signaleringen worden gelezen in het licht van het praktijkrepertorium van 2024, dat zowel"
        " mensenrechten als"
        " neutraliteit behandelt.",
    },
    note="Guidance that replaces the edition of 2013 and binds no state. Known from two accounts; the day in November is not"
    " known.",
)

PACK = Pack(
    "interpol",
    "INTERPOL: Constitution, refugee policy, Commission",
    (
        military,
        neutrality,
        persecution,
        human_rights,
        refugee_policy,
        confirm_protection,
        deletion_stops,
        commission,
        commission_ruling,
        repository,
    ),
)
