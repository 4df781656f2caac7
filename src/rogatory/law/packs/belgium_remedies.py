"""Belgium: remedies against assistance, access to the file, place of the requesting state."""

from datetime import date
from functools import partial

from rogatory.law.acts import (
    EXECUTE,
    HEAR_REQUESTING_STATE,
    NOTIFY,
    OPEN_FILE,
    OPEN_FILE_TO_PERSON,
    RETAIN_ITEM,
    SURRENDER,
    TRANSMIT,
)
from rogatory.law.conditions import ALWAYS, all_of
from rogatory.law.norms import BELGIUM, Cure, Effect, Norm, Unless
from rogatory.law.packs import Pack
from rogatory.law.packs.belgium import ACT
from rogatory.law.packs.belgium_execution import CODE
from rogatory.law.sources import Basis, Check, Cite, Instrument, Source
from rogatory.law.vocabulary import hearing, material, measure, remedy

JUDICIAL_CODE = Instrument("BE-CJ", "Belgium, Judicial Code", "numac 1967101052")
CC_1_2022 = Source((Cite("Constitutional Court of Belgium", "judgment 1/2022, 13 January 2022", "roll 7421-7423"),))
CC_6_2024 = Cite("Constitutional Court of Belgium", "judgment 6/2024, 18 January 2024")
CC_29_2024 = Cite("Constitutional Court of Belgium", "judgment 29/2024, 14 March 2024", "roll 7908")
KI_2024 = Cite("Brussels Court of Appeal, Indictments Chamber", "6 February 2024")

_rule = partial(Norm, kinds=("mla",), bound=BELGIUM)
_closed = partial(Norm, kinds=("mla", "eio"), bound=BELGIUM, effect=Effect.FORBIDS, when=ALWAYS)
_right = partial(Norm, kinds=("mla", "eio"), bound=BELGIUM, effect=Effect.ENTITLES, when=ALWAYS)
_NO_HOLD = " Filing does not by itself stop sending abroad: that hold must come from elsewhere."

lifting_at_information = _right(
    id="be-cic-28sexies-lifting",
    source=CODE.article("28sexies"),
    bears_on=(EXECUTE, RETAIN_ITEM, TRANSMIT),
    since=date(1998, 10, 2),
    limit="decision 15 days from entry in the register; notice 8 days; recourse 15 days from notice; chamber 15 days;"
    " silence: chamber directly; repeat bar 3 months",
    says={
        "en": "Whoever is harmed by an act of the information stage touching property may ask the prosecutor to lift"
        " it, with recourse to the indictments chamber.",
        "fr": "Toute personne lésée par un acte d'information relatif à ses biens peut en demander la levée au"
        " procureur du Roi, avec recours devant la chambre des mises en accusation.",
        "nl": "Wie schade lijdt door een opsporingshandeling met betrekking tot goederen, kan de procureur om"
        " opheffing vragen, met beroep bij de kamer van inbeschuldigingstelling.",
    },
    note="The Brussels chamber is competent if the federal prosecutor leads." + _NO_HOLD,
)
lifting = _right(
    id="be-cic-61ter-61quater",
    source=CODE.article("61quater"),
    bears_on=(EXECUTE, RETAIN_ITEM, TRANSMIT),
    since=date(1998, 10, 2),
    check=Check.PARTLY,
    limit="decision 15 days from entry in the register; notice 8 days; appeal 15 days; chamber 15 days; repeat bar 3"
    " months",
    says={
        "en": "Whoever is harmed by a judicial act touching property may ask the investigating judge to lift it, and"
        " appeal.",
        "fr": "Toute personne lésée par un acte d'instruction relatif à ses biens peut en demander la levée au juge"
        " d'instruction et faire appel.",
        "nl": "Wie schade lijdt door een onderzoekshandeling met betrekking tot goederen, kan de onderzoeksrechter om"
        " opheffing vragen en beroep instellen.",
    },
    note="Wording of 1998 read; no consolidated current text was found. The Act of 2017 (Art. 22) refers to"
    " paragraphs 1 to 6 and 8. The appeal suspends the order, for example a release, unless provisional"
    " execution is ordered." + _NO_HOLD,
)
file_at_investigation = _right(
    id="be-cic-61ter-file",
    source=CODE.article("61ter"),
    bears_on=(OPEN_FILE_TO_PERSON,),
    since=date(1998, 10, 2),
    limit="not before 1 month; decision 1 month; notice 8 days; file open within 20 days of the order for at least 48"
    " hours; recourse 8 days; chamber 15 days; repeat bar 3 months",
    says={
        "en": "Persons directly interested may ask the investigating judge for access to the file, in writing and with"
        " reasons.",
        "fr": "Les personnes directement intéressées peuvent demander au juge d'instruction, par écrit et avec motifs,"
        " l'accès au dossier.",
        "nl": "Rechtstreeks belanghebbenden kunnen de onderzoeksrechter schriftelijk en met redenen om toegang tot het"
        " dossier vragen.",
    },
    note="Accused, suspect, civil party, declared injured person, civilly liable party and their"
    " successors. A mere third party whose home is searched is not listed and depends on the prosecutor." + _NO_HOLD,
)
file_at_information = _right(
    id="be-cic-21bis-file",
    source=CODE.article("21bis"),
    bears_on=(OPEN_FILE_TO_PERSON,),
    since=date(2018, 5, 12),
    limit="decision 4 months (1 month in a mini-instruction); notice 8 days; recourse 8 days; silence: petition within"
    " 8 days after the period and 15 days more, or the right lapses",
    says={
        "en": "The same request may be made to the prosecutor at the information stage.",
        "fr": "La même demande peut être adressée au procureur du Roi au stade de l'information.",
        "nl": "Hetzelfde verzoek kan in de fase van het opsporingsonderzoek aan de procureur des Konings worden"
        " gericht.",
    },
    note="Day of force from general knowledge (Act of 18 March 2018).",
)
regularity = _right(
    id="be-ki-control-235bis-136",
    source=CODE.article("235bis") + CC_6_2024,
    bears_on=(EXECUTE, RETAIN_ITEM, TRANSMIT),
    since=date(1998, 10, 2),
    says={
        "en": "The indictments chamber reviews the regularity of the procedure, can annul acts and strip the file of"
        " what they produced.",
        "fr": "La chambre des mises en accusation contrôle la régularité de la procédure, peut annuler des actes et"
        " écarter ce qui en découle.",
        "nl": "De kamer van inbeschuldigingstelling toetst de regelmatigheid, kan handelingen nietig verklaren en"
        " verwijderen wat eruit voortkwam.",
    },
    note="Door used here: whenever the chamber is seized on another ground (par. 2). At the information stage the same"
    " review runs through Art. 28sexies (judgment 6/2024). What was examined cannot be raised again at trial, save"
    " public policy and the weight of evidence. Wording of 1998.",
)
long_investigation = _right(
    id="be-ki-control-136",
    source=CODE.article("136") + CODE.article("136bis"),
    bears_on=(EXECUTE, RETAIN_ITEM, TRANSMIT),
    since=date(1998, 10, 2),
    limit="first request after 1 year of investigation; repeat bar 6 months",
    says={
        "en": "The chamber watches over long investigations; accused or civil party may seize it after a year.",
        "fr": "La chambre surveille les longues instructions ; l'inculpé ou la partie civile peut la saisir après un"
        " an.",
        "nl": "De kamer houdt toezicht op lange onderzoeken; de verdachte of burgerlijke partij kan haar na een jaar"
        " adiëren.",
    },
)
same_remedies = _rule(
    id="be-cc-1-2022",
    source=CC_1_2022,
    bears_on=(EXECUTE, RETAIN_ITEM, TRANSMIT, OPEN_FILE_TO_PERSON),
    effect=Effect.ENTITLES,
    when=ALWAYS,
    since=date(2022, 1, 13),
    basis=Basis.CASE_LAW,
    check=Check.PARTLY,
    says={
        "en": "Somebody searched for a state outside the Union has the same remedies and access to the file as in"
        " domestic and Union cases.",
        "fr": "La personne perquisitionnée pour un État tiers à l'Union dispose des mêmes recours et du même accès au"
        " dossier qu'en droit interne ou européen.",
        "nl": "Wie voor een staat buiten de Unie wordt doorzocht, heeft dezelfde rechtsmiddelen en dossierinzage als"
        " in nationale en Uniezaken.",
    },
    note="As reported; the operative part was not seen. The questions compared the third-state route with that of the"
    " Act of 5 August 2006.",
)
notify_holders = _rule(
    id="be-2004-6-5-notify",
    source=ACT.article("6(5)"),
    bears_on=(TRANSMIT,),
    effect=Effect.REQUIRES,
    when=measure.type_.is_("search", "seizure", "freezing"),
    cure=Cure(
        met=material.holders_notified.yes,
        obtain="notice of the decision to send to the holder and to third parties who came forward",
    ),
    since=date(2017, 8, 3),
    says={
        "en": "The prosecutor notifies the decision to send seized property to its holder and to third parties who"
        " came forward.",
        "fr": "Le procureur du Roi notifie la décision de transmettre les objets saisis à leur détenteur et aux tiers"
        " qui se sont manifestés.",
        "nl": "De procureur des Konings geeft de beslissing tot overdracht van inbeslaggenomen zaken te kennen aan de"
        " houder en aan derden die zich meldden.",
    },
)
opposition = _rule(
    id="be-2004-6-5-third-party-opposition",
    source=ACT.article("6(5)"),
    bears_on=(TRANSMIT, NOTIFY),
    effect=Effect.ENTITLES,
    when=measure.third_party.yes,
    since=date(2017, 8, 3),
    limit="15 days from notification, on pain of forfeiture",
    says={
        "en": "A third party with a legitimate interest may oppose the sending of seized property before the council"
        " chamber.",
        "fr": "Un tiers justifiant d'un intérêt légitime peut s'opposer à la transmission des biens saisis devant la"
        " chambre du conseil.",
        "nl": "Een derde met een rechtmatig belang kan zich voor de raadkamer verzetten tegen de overdracht van"
        " inbeslaggenomen goederen.",
    },
    note="Worded for property that is the object of the offence, not for papers seized as evidence nor for the"
    " suspect. No suspensive effect is written. Appeal lies to the indictments chamber; the judge in summary"
    " proceedings is excluded.",
)
cassation = _rule(
    id="be-2004-6-5-cassation",
    source=CC_29_2024 + Cite("Court of Cassation of Belgium", "22 May 2024", "P.22.0400.F") + ACT.article("6(5)"),
    bears_on=(TRANSMIT,),
    effect=Effect.ENTITLES,
    when=measure.third_party.yes,
    since=date(2024, 3, 14),
    basis=Basis.CASE_LAW,
    check=Check.PARTLY,
    says={
        "en": "Shutting out an appeal in cassation against the ruling on that opposition breaches the Constitution:"
        " treat such an appeal as open.",
        "fr": "L'exclusion du pourvoi en cassation contre l'arrêt rendu sur cette opposition viole la Constitution :"
        " tenir ce pourvoi pour ouvert.",
        "nl": "De uitsluiting van cassatieberoep tegen het arrest over dat verzet schendt de Grondwet: behandel dat"
        " beroep als open.",
    },
    note="That the Constitutional Court found a violation of Articles 10 and 11 is told at the head of the Court of"
    " Cassation's judgment; the operative parts of both were not read. The same exclusion stands in Art. 22 par. 3 of"
    " the Act on the European Investigation Order.",
)
no_standing = _closed(
    id="be-requesting-state-no-standing",
    source=KI_2024 + ACT.article("6(5)"),
    bears_on=(HEAR_REQUESTING_STATE,),
    unless=(
        Unless(
            "admitted-by-law",
            hearing.standing.yes,
            "A provision of Belgian law gives the requesting state a place in this procedure.",
        ),
    ),
    since=date(2024, 2, 6),
    basis=Basis.CASE_LAW,
    check=Check.PARTLY,
    says={
        "en": "The requesting state is no party to the Belgian remedy procedure and is not heard in it.",
        "fr": "L'État requérant n'est pas partie à la procédure de recours belge et n'y est pas entendu.",
        "nl": "De verzoekende staat is geen partij in de Belgische rechtsmiddelenprocedure en wordt er niet gehoord.",
    },
    note="Known through a secondary source. The Act of 2004 names only the prosecutor, the holder and third parties."
    " Joint-team members, and authorities assisting under an investigation order, have rules of their own.",
)
no_file = _closed(
    id="be-requesting-state-no-file",
    source=KI_2024 + CODE.article("28quinquies") + CODE.article("57"),
    bears_on=(OPEN_FILE,),
    unless=(
        Unless(
            "separate-decision",
            all_of(hearing.file_decision.yes, hearing.file_contains_uncleared.no),
            "A separate, final and reasoned decision allows access, and the file holds nothing uncleared.",
        ),
    ),
    since=date(2005, 1, 3),
    basis=Basis.ANALOGY,
    check=Check.PARTLY,
    says={
        "en": "The requesting state gets no access to, or copy of, the Belgian file without a separate reasoned"
        " decision, and never of uncleared material.",
        "fr": "L'État requérant n'a ni accès au dossier belge ni copie sans décision distincte et motivée, et jamais"
        " pour des éléments non libérés.",
        "nl": "De verzoekende staat krijgt geen toegang tot het Belgische dossier of kopie zonder afzonderlijke"
        " gemotiveerde beslissing, en nooit voor niet vrijgegeven stukken.",
    },
    note="Nothing in the Act of 2004 gives it the file; the inquiry is secret (secrecy articles from general"
    " knowledge). The ruling of 2024 was about presence.",
)
associations = _right(
    id="be-cj-17-2-ngo-standing",
    source=JUDICIAL_CODE.article("17(2)"),
    bears_on=(EXECUTE, TRANSMIT, SURRENDER),
    kinds=("extradition", "removal", "eaw", "mla", "eio"),
    since=date(2019, 1, 10),
    says={
        "en": "An association may sue to protect human rights if its object is specific, durably pursued, within its"
        " action, and only a collective interest is at stake.",
        "fr": "Une association peut agir pour protéger des droits de l'homme si son objet est particulier, poursuivi"
        " durablement, dans son action, et que seul un intérêt collectif est en jeu.",
        "nl": "Een vereniging kan optreden voor mensenrechten als haar doel bijzonder is, duurzaam wordt nagestreefd,"
        " zij binnen dat doel handelt en alleen een collectief belang speelt.",
    },
    note="Civil courts; its use before criminal courts was not checked.",
)
void_notice = _right(
    id="be-cj-47bis-null-notification",
    source=JUDICIAL_CODE.article("47bis"),
    bears_on=(TRANSMIT, SURRENDER, NOTIFY),
    kinds=("extradition", "removal", "eaw", "mla", "eio"),
    when=remedy.notification_void.yes,
    since=date(2019, 1, 10),
    limit="the period to appeal does not begin",
    says={
        "en": "After a void notification, or one without the sheet on remedies, the period to appeal has not begun.",
        "fr": "Après une notification nulle ou sans fiche d'information sur les recours, le délai de recours n'a pas"
        " commencé.",
        "nl": "Na een nietige kennisgeving of zonder fiche over de rechtsmiddelen is de termijn om beroep in te"
        " stellen niet begonnen.",
    },
    note="Errors on the sheet that could not mislead do not count. Its reach into criminal remedies is subject to Art."
    " 2. First day of force approximate (2018; amended 2023).",
)

PACK = Pack(
    "belgium-remedies",
    "Belgium: remedies, file, place of the requesting state",
    (
        lifting_at_information,
        lifting,
        file_at_investigation,
        file_at_information,
        regularity,
        long_investigation,
        same_remedies,
        notify_holders,
        opposition,
        cassation,
        no_standing,
        no_file,
        associations,
        void_notice,
    ),
    jurisdiction="BE",
)
