"""Citations in French and Dutch: every instrument by its own title, and what has none marked as English."""

import pytest

from rogatory.law.sources import Cite
from rogatory.law.wording.language import Language, english_only
from rogatory.law.wording.titles import COURTS, SAME, TITLES, cite_words, title_in
from rogatory.states.tables import listed_instruments

NO_TITLE = {
    Language.FR: {
        "Data Protection Act 2018 (United Kingdom), Part 3",
        "INTERPOL General Assembly Resolution 9 (2017), refugee policy",
        "INTERPOL General Assembly Resolution AGN/20/RES/11 (1951)",
        "INTERPOL General Assembly Resolution AGN/53/RES/7 (1984)",
        "INTERPOL Repository of Practice on Articles 2 and 3 of the Constitution",
        (
            "Parliamentary Assembly of the Council of Europe, recommendation on fighting back against transnational"
            " repression"
        ),
        "UNHCR, Guidance Note on Extradition and International Refugee Protection",
    },
    Language.NL: {
        "Constitution of INTERPOL",
        "Convention for the Protection of the Profession of Lawyer",
        "Federal Criminal Court of Switzerland",
        "ILC Articles on Responsibility of States",
        "INTERPOL Rules on the Processing of Data",
        "Statute of the Commission for the Control of INTERPOL's Files",
        "Switzerland, Act on international assistance in criminal matters (comparator)",
        "Switzerland, Mutual Assistance Act (IRSG, EIMP)",
        "UN Basic Principles on the Role of Lawyers",
        "UN Model Treaty on Mutual Assistance in Criminal Matters",
    },
}
"""What has no official text in a language, or none that is known here; in Dutch also what has none in French."""


def cites(law):
    return {cite for pack in law.packs for norm in pack.norms for cite in norm.source.cites}


@pytest.mark.parametrize("language", [Language.FR, Language.NL])
def test_every_instrument_has_its_title_or_is_marked_as_english(law, language):
    marked = {
        c.instrument for c in cites(law) if title_in(c.instrument, language) == english_only(c.instrument, language)
    }
    assert marked <= NO_TITLE[Language.FR] | NO_TITLE[language]


@pytest.mark.parametrize("language", [Language.FR, Language.NL])
def test_belgian_and_european_law_is_never_left_in_english(law, language):
    ours = (
        "Belgium",
        "Belgian",
        "European",
        "Directive",
        "Regulation",
        "Framework",
        "Charter",
        "Council of Europe",
        "Court",
    )
    left = {c.instrument for c in cites(law) if c.instrument.startswith(ours)}
    assert {name for name in left if title_in(name, language) == english_only(name, language)} == set()


def test_every_court_that_is_cited_has_a_name(law):
    cited = {c.instrument.rpartition("[")[2].rstrip("]") for c in cites(law) if "[" in c.instrument}
    assert cited <= set(COURTS)


def test_no_title_stands_there_that_nothing_cites(law):
    cited = {c.instrument for c in cites(law)}
    assert set(TITLES) - cited == {"Conseil d'État (France), Ablyazov"}, "a legal test cites it"


def test_a_full_title_leads_to_a_short_one_that_is_there():
    assert set(SAME.values()) <= set(TITLES)
    assert set(SAME) <= {one.title for one in listed_instruments()}


def test_in_english_it_stays_as_it_is():
    cite = Cite("European Convention on Extradition", "Art. 3(2)", "ETS 024")
    assert cite_words(cite, Language.EN) == str(cite)
