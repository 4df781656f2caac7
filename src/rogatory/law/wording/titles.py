"""The names of treaties, acts and bodies as their official texts in French and Dutch have them, for the citations of norms.

Packs name instruments in English. A decision in French or Dutch cites them by their own titles there. What has no
official text in a language keeps its English name, marked as English; the names of cases are names, and stay.

Treaties of the Council of Europe have authentic texts in English and French, those of the United Nations in French too;
their Dutch titles are those of the published translations. Belgian acts have both. Titles are given short, as they are
cited; they are from general knowledge of those texts, and a test names what lacks one.
"""

import re
from collections.abc import Mapping

from rogatory.law.sources import Cite, Source
from rogatory.law.wording.language import Language, english_only

TITLES: Mapping[str, tuple[str, str]] = {
    "Additional Protocol to Convention 108 on transborder data flows": (
        "Protocole additionnel à la Convention 108, concernant les flux transfrontières de données",
        "Aanvullend Protocol bij Verdrag 108, inzake grensoverschrijdend verkeer van gegevens"),
    "Additional Protocol to the European Convention on Extradition": (
        "Protocole additionnel à la Convention européenne d'extradition",
        "Aanvullend Protocol bij het Europees Verdrag betreffende uitlevering"),
    "Additional Protocol to the European Convention on Mutual Assistance": (
        "Protocole additionnel à la Convention européenne d'entraide judiciaire en matière pénale",
        "Aanvullend Protocol bij het Europees Verdrag aangaande de wederzijdse rechtshulp in strafzaken"),
    "Belgian reservation of 13 August 1975 to ETS 030": (
        "Réserve de la Belgique du 13 août 1975 à la STE 030", "Belgisch voorbehoud van 13 augustus 1975 bij ETS 030"),
    "Belgian reservations to ETS 024": ("Réserves de la Belgique à la STE 024", "Belgische voorbehouden bij ETS 024"),
    "Belgium, Act of 19 December 2003 on the European arrest warrant": (
        "Belgique, loi du 19 décembre 2003 relative au mandat d'arrêt européen",
        "België, wet van 19 december 2003 betreffende het Europees aanhoudingsbevel"),
    "Belgium, Act of 22 May 2017 on the European Investigation Order": (
        "Belgique, loi du 22 mai 2017 relative à la décision d'enquête européenne en matière pénale",
        "België, wet van 22 mei 2017 betreffende het Europees onderzoeksbevel in strafzaken"),
    "Belgium, Act of 30 July 2018 on personal data": (
        ("Belgique, loi du 30 juillet 2018 relative à la protection des personnes physiques à l'égard des traitements de"
         " données à caractère personnel"),
        ("België, wet van 30 juli 2018 betreffende de bescherming van natuurlijke personen met betrekking tot de verwerking"
         " van persoonsgegevens")),
    "Belgium, Act of 9 December 2004 on mutual assistance in criminal matters": (
        "Belgique, loi du 9 décembre 2004 sur l'entraide judiciaire internationale en matière pénale",
        "België, wet van 9 december 2004 betreffende de wederzijdse internationale rechtshulp in strafzaken"),
    "Belgium, Code of Criminal Procedure": ("Belgique, Code d'instruction criminelle", "België, Wetboek van Strafvordering"),
    "Belgium, Extradition Act of 1 October 1833": (
        "Belgique, loi du 1er octobre 1833 sur les extraditions", "België, uitleveringswet van 1 oktober 1833"),
    "Belgium, Extradition Act of 15 March 1874": (
        "Belgique, loi du 15 mars 1874 sur les extraditions", "België, uitleveringswet van 15 maart 1874"),
    "Belgium, Judicial Code": ("Belgique, Code judiciaire", "België, Gerechtelijk Wetboek"),
    "Brussels Court of Appeal, Indictments Chamber": (
        "Cour d'appel de Bruxelles, chambre des mises en accusation",
        "Hof van Beroep te Brussel, kamer van inbeschuldigingstelling"),
    "Charter of Fundamental Rights of the European Union": (
        "Charte des droits fondamentaux de l'Union européenne", "Handvest van de grondrechten van de Europese Unie"),
    "Conseil d'État (France), Ablyazov": ("Conseil d'État (France), Ablyazov", "Raad van State (Frankrijk), Ablyazov"),
    "Constitution of INTERPOL": ("Statut d'INTERPOL", ""),
    "Constitutional Court of Belgium": ("Cour constitutionnelle de Belgique", "Grondwettelijk Hof van België"),
    "Convention 108 on automatic processing of personal data": (
        "Convention 108 pour la protection des personnes à l'égard du traitement automatisé des données à caractère personnel",
        "Verdrag 108 tot bescherming van personen met betrekking tot de geautomatiseerde verwerking van persoonsgegevens"),
    "Convention for the Protection of the Profession of Lawyer": (
        "Convention du Conseil de l'Europe pour la protection de la profession d'avocat", ""),
    "Convention for the Suppression of Acts of Nuclear Terrorism": (
        "Convention internationale pour la répression des actes de terrorisme nucléaire",
        "Internationaal Verdrag ter bestrijding van daden van nucleair terrorisme"),
    "Convention for the Suppression of Terrorist Bombings": (
        "Convention internationale pour la répression des attentats terroristes à l'explosif",
        "Internationaal Verdrag ter bestrijding van terroristische bomaanslagen"),
    "Convention for the Suppression of the Financing of Terrorism": (
        "Convention internationale pour la répression du financement du terrorisme",
        "Internationaal Verdrag ter bestrijding van de financiering van terrorisme"),
    "Convention on Cybercrime": ("Convention sur la cybercriminalité", "Verdrag inzake cybercriminaliteit"),
    "Convention on Laundering, Search, Seizure and Confiscation": (
        "Convention relative au blanchiment, au dépistage, à la saisie et à la confiscation des produits du crime",
        "Verdrag inzake het witwassen, de opsporing, de inbeslagneming en de confiscatie van opbrengsten van misdrijven"),
    "Convention on Laundering, Search, Seizure and Confiscation and on Terrorist Financing": (
        ("Convention du Conseil de l'Europe relative au blanchiment, au dépistage, à la saisie et à la confiscation des"
         " produits du crime et au financement du terrorisme"),
        ("Verdrag van de Raad van Europa inzake het witwassen, de opsporing, de inbeslagneming en de confiscatie van"
         " opbrengsten van misdrijven en de financiering van terrorisme")),
    "Convention relating to the Status of Refugees": (
        "Convention relative au statut des réfugiés", "Verdrag betreffende de status van vluchtelingen"),
    "Council of Europe Convention on the Prevention of Terrorism": (
        "Convention du Conseil de l'Europe pour la prévention du terrorisme",
        "Verdrag van de Raad van Europa ter voorkoming van terrorisme"),
    "Court of Cassation of Belgium": ("Cour de cassation de Belgique", "Hof van Cassatie van België"),
    "Directive (EU) 2016/680": ("Directive (UE) 2016/680", "Richtlijn (EU) 2016/680"),
    "Directive (EU) 2016/680 on data in criminal matters": (
        "Directive (UE) 2016/680 relative aux données en matière pénale",
        "Richtlijn (EU) 2016/680 betreffende gegevens in strafzaken"),
    "Directive 2005/85/EC": ("Directive 2005/85/CE", "Richtlijn 2005/85/EG"),
    "Directive 2013/32/EU on asylum procedures": (
        "Directive 2013/32/UE relative aux procédures d'asile", "Richtlijn 2013/32/EU betreffende asielprocedures"),
    "Directive 2014/41/EU on the European Investigation Order": (
        "Directive 2014/41/UE concernant la décision d'enquête européenne en matière pénale",
        "Richtlijn 2014/41/EU betreffende het Europees onderzoeksbevel in strafzaken"),
    "European Convention on Extradition": (
        "Convention européenne d'extradition", "Europees Verdrag betreffende uitlevering"),
    "European Convention on Human Rights": (
        "Convention européenne des droits de l'homme", "Europees Verdrag voor de rechten van de mens"),
    "European Convention on Mutual Assistance in Criminal Matters": (
        "Convention européenne d'entraide judiciaire en matière pénale",
        "Europees Verdrag aangaande de wederzijdse rechtshulp in strafzaken"),
    "European Convention on the Suppression of Terrorism": (
        "Convention européenne pour la répression du terrorisme", "Europees Verdrag tot bestrijding van terrorisme"),
    "Fourth Additional Protocol to the European Convention on Extradition": (
        "Quatrième Protocole additionnel à la Convention européenne d'extradition",
        "Vierde Aanvullend Protocol bij het Europees Verdrag betreffende uitlevering"),
    "Framework Decision 2002/584/JHA on the European arrest warrant": (
        "Décision-cadre 2002/584/JAI relative au mandat d'arrêt européen",
        "Kaderbesluit 2002/584/JBZ betreffende het Europees aanhoudingsbevel"),
    "ILC Articles on Responsibility of States": ("Articles de la CDI sur la responsabilité de l'État", ""),
    "INTERPOL Rules on the Processing of Data": ("Règlement d'INTERPOL sur le traitement des données", ""),
    "Statute of the Commission for the Control of INTERPOL's Files": (
        "Statut de la Commission de contrôle des fichiers d'INTERPOL", ""),
    "International Convention against the Taking of Hostages": (
        "Convention internationale contre la prise d'otages", "Internationaal Verdrag tegen het nemen van gijzelaars"),
    "International Convention for the Protection of All Persons from Enforced Disappearance": (
        "Convention internationale pour la protection de toutes les personnes contre les disparitions forcées",
        "Internationaal Verdrag inzake de bescherming van alle personen tegen gedwongen verdwijning"),
    "International Covenant on Civil and Political Rights": (
        "Pacte international relatif aux droits civils et politiques",
        "Internationaal Verdrag inzake burgerrechten en politieke rechten"),
    "Laundering Convention": ("Convention relative au blanchiment", "Witwasverdrag"),
    "Law of the requested state": ("Droit de l'État requis", "Recht van de aangezochte staat"),
    "Optional Protocol to the ICCPR": (
        "Protocole facultatif se rapportant au Pacte international relatif aux droits civils et politiques",
        "Facultatief Protocol bij het Internationaal Verdrag inzake burgerrechten en politieke rechten"),
    "Policy of this system": ("Politique de ce système", "Beleid van dit systeem"),
    "Protocol No. 1 to the European Convention on Human Rights": (
        "Protocole n° 1 à la Convention européenne des droits de l'homme",
        "Protocol nr. 1 bij het Europees Verdrag voor de rechten van de mens"),
    "Protocol No. 6 to the European Convention on Human Rights": (
        "Protocole n° 6 à la Convention européenne des droits de l'homme",
        "Protocol nr. 6 bij het Europees Verdrag voor de rechten van de mens"),
    "Protocol No. 7 to the European Convention on Human Rights": (
        "Protocole n° 7 à la Convention européenne des droits de l'homme",
        "Protocol nr. 7 bij het Europees Verdrag voor de rechten van de mens"),
    "Protocol No. 13 to the European Convention on Human Rights": (
        "Protocole n° 13 à la Convention européenne des droits de l'homme",
        "Protocol nr. 13 bij het Europees Verdrag voor de rechten van de mens"),
    "Regulation (EU) 2024/1348 on the asylum procedure": (
        "Règlement (UE) 2024/1348 relatif à la procédure d'asile", "Verordening (EU) 2024/1348 betreffende de asielprocedure"),
    "Second Additional Protocol to the European Convention on Extradition": (
        "Deuxième Protocole additionnel à la Convention européenne d'extradition",
        "Tweede Aanvullend Protocol bij het Europees Verdrag betreffende uitlevering"),
    "Second Additional Protocol to the European Convention on Mutual Assistance": (
        "Deuxième Protocole additionnel à la Convention européenne d'entraide judiciaire en matière pénale",
        "Tweede Aanvullend Protocol bij het Europees Verdrag aangaande de wederzijdse rechtshulp in strafzaken"),
    "Switzerland, Mutual Assistance Act (IRSG, EIMP)": (
        "Suisse, loi fédérale sur l'entraide internationale en matière pénale (EIMP)", ""),
    "Switzerland, Act on international assistance in criminal matters (comparator)": (
        "Suisse, loi fédérale sur l'entraide internationale en matière pénale (comparaison)", ""),
    "Federal Criminal Court of Switzerland": ("Tribunal pénal fédéral de Suisse", ""),
    "Third Additional Protocol to the European Convention on Extradition": (
        "Troisième Protocole additionnel à la Convention européenne d'extradition",
        "Derde Aanvullend Protocol bij het Europees Verdrag betreffende uitlevering"),
    "UN Basic Principles on the Role of Lawyers": ("Principes de base des Nations Unies relatifs au rôle du barreau", ""),
    "UN Convention against Corruption": (
        "Convention des Nations Unies contre la corruption", "Verdrag van de Verenigde Naties tegen corruptie"),
    "UN Convention against Illicit Traffic in Narcotic Drugs": (
        "Convention des Nations Unies contre le trafic illicite de stupéfiants et de substances psychotropes",
        "Verdrag van de Verenigde Naties tegen de sluikhandel in verdovende middelen en psychotrope stoffen"),
    "UN Convention against Torture": (
        "Convention contre la torture et autres peines ou traitements cruels, inhumains ou dégradants",
        "Verdrag tegen foltering en andere wrede, onmenselijke of onterende behandeling of bestraffing"),
    "UN Convention against Transnational Organized Crime": (
        "Convention des Nations Unies contre la criminalité transnationale organisée",
        "Verdrag van de Verenigde Naties tegen grensoverschrijdende georganiseerde misdaad"),
    "UN Model Treaty on Mutual Assistance in Criminal Matters": (
        "Traité type des Nations Unies sur l'entraide judiciaire en matière pénale", ""),
    "UNTOC": (
        "Convention des Nations Unies contre la criminalité transnationale organisée",
        "Verdrag van de Verenigde Naties tegen grensoverschrijdende georganiseerde misdaad"),
}  # fmt: skip
"""By the English name a pack gives: the title in French and in Dutch; empty: there is no official one."""
SAME: Mapping[str, str] = {
    "Additional Protocol to the European Convention on Mutual Assistance in Criminal Matters":
        "Additional Protocol to the European Convention on Mutual Assistance",
    "Second Additional Protocol to the European Convention on Mutual Assistance in Criminal Matters":
        "Second Additional Protocol to the European Convention on Mutual Assistance",
    "Convention on Laundering, Search, Seizure and Confiscation of the Proceeds from Crime":
        "Convention on Laundering, Search, Seizure and Confiscation",
    "Convention on Laundering, Search, Seizure and Confiscation of the Proceeds from Crime and on the Financing of"
    " Terrorism": "Convention on Laundering, Search, Seizure and Confiscation and on Terrorist Financing",
    "Convention on Cybercrime (Budapest Convention)": "Convention on Cybercrime",
    "United Nations Convention against Transnational Organized Crime":
        "UN Convention against Transnational Organized Crime",
    "United Nations Convention against Corruption": "UN Convention against Corruption",
    "United Nations Convention against Illicit Traffic in Narcotic Drugs and Psychotropic Substances":
        "UN Convention against Illicit Traffic in Narcotic Drugs",
    "International Convention for the Suppression of Terrorist Bombings":
        "Convention for the Suppression of Terrorist Bombings",
    "International Convention for the Suppression of the Financing of Terrorism":
        "Convention for the Suppression of the Financing of Terrorism",
    "International Convention for the Suppression of Acts of Nuclear Terrorism":
        "Convention for the Suppression of Acts of Nuclear Terrorism",
    "Directive 2014/41/EU regarding the European Investigation Order in criminal matters":
        "Directive 2014/41/EU on the European Investigation Order",
}  # fmt: skip
"""What the table of treaties calls in full and packs call shortly."""
_ASSEMBLY = re.compile(r"Parliamentary Assembly of the Council of Europe, (Resolution|Recommendation) (\d+ \(\d{4}\))")
_CASE = re.compile(r"(?P<name>.+) \[(?P<court>[^]]+)\]")
COURTS: Mapping[str, tuple[str, str]] = {
    "ECtHR": ("Cour EDH", "EHRM"),
    "CJEU": ("CJUE", "HvJ EU"),
    "UN Human Rights Committee": ("Comité des droits de l'homme de l'ONU", "VN-Mensenrechtencomité"),
    "UN Committee against Torture": ("Comité de l'ONU contre la torture", "VN-Comité tegen foltering"),
    "Permanent Court of International Justice": (
        "Cour permanente de Justice internationale", "Permanent Hof van Internationale Justitie"),
}  # fmt: skip
"""Courts and treaty bodies, in French and in Dutch."""
_PLACES = {
    Language.FR: (("Art. ", "art. "), ("par. ", "§ "), ("point ", "point "), ("ETS ", "STE ")),
    Language.NL: (("Art. ", "art. "), ("par. ", "§ "), ("point ", "punt "), ("ETS ", "ETS ")),
}
"""How a place within a text begins, and a treaty's number."""


def cite_words(cite: Cite, lang: Language) -> str:
    """A citation as it is printed in `lang`; a title that language does not have is given in English, and marked so.

    >>> cite_words(Cite("European Convention on Human Rights", "Art. 3", "ETS 005"), Language.FR)
    "Convention européenne des droits de l'homme, art. 3 (STE 005)"
    >>> cite_words(Cite("Chahal v. the United Kingdom [ECtHR]", "par. 80", "22414/93"), Language.NL)
    'Chahal v. the United Kingdom [EHRM], § 80 (22414/93)'
    >>> cite_words(Cite("Constitution of INTERPOL", "Art. 3"), Language.NL)
    '[in het Engels] Constitution of INTERPOL, art. 3'
    """
    if lang is Language.EN:
        return str(cite)
    place, ref = cite.place, cite.ref
    for english, other in _PLACES[lang]:
        place = other + place[len(english) :] if place.startswith(english) else place
        ref = other + ref[len(english) :] if ref.startswith(english) else ref
    head = ", ".join(filter(None, (title_in(cite.instrument, lang), place)))
    return f"{head} ({ref})" if ref else head


def source_words(source: Source, lang: Language) -> str:
    """All citations of a source, separated by semicolons, as they are printed in `lang`."""
    return "; ".join(cite_words(cite, lang) for cite in source.cites)


def title_in(name: str, lang: Language) -> str:
    """An instrument, body or case by its name in `lang`; in English, marked as English, where it has none there."""
    if lang is Language.EN:
        return name
    which = 0 if lang is Language.FR else 1
    if case := _CASE.fullmatch(name):
        court = COURTS.get(case["court"])
        return f"{case['name']} [{court[which] if court else case['court']}]"
    if said := _ASSEMBLY.fullmatch(name):
        assembly = (
            "Assemblée parlementaire du Conseil de l'Europe",
            "Parlementaire Vergadering van de Raad van Europa",
        )
        kinds = {"Resolution": ("Résolution", "resolutie"), "Recommendation": ("Recommandation", "aanbeveling")}
        return f"{assembly[which]}, {kinds[said[1]][which]} {said[2]}"
    return TITLES.get(SAME.get(name, name), ("", ""))[which] or english_only(name, lang)
