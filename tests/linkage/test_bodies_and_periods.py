"""Authorities by their names, and times of facts by what is certain of them."""

import pytest

from rogatory.linkage.bodies import body, same_body
from rogatory.linkage.periods import overlap, period

BODIES = {
    "one service in three languages": ("КНБ РК", "Қазақстан Республикасы Ұлттық қауіпсіздік комитеті", True),
    "in English": ("Комитет национальной безопасности", "National Security Committee of Kazakhstan", True),
    "anti-corruption": ("Антикоррупционная служба", "Anti-Corruption Agency", True),
    "a prosecutor general": ("Генеральная прокуратура", "Prosecutor General's Office", True),
    "two services": ("КНБ РК", "Антикоррупционная служба РК", False),
    "prosecutors of two cities": ("Ankara Cumhuriyet Başsavcılığı", "İzmir Cumhuriyet Başsavcılığı", False),
    "in two languages": ("Ankara Cumhuriyet Başsavcılığı", "Ankara Chief Public Prosecutor's Office", True),
    "two chambers": ("Ankara 2. Ağır Ceza Mahkemesi", "Ankara 4. Ağır Ceza Mahkemesi", False),
    "a court in two languages": ("Алматинский городской суд", "Almaty City Court", True),
    "Belarus": ("КГБ Беларуси", "State Security Committee", True),
    "Kazakhstan and Kyrgyzstan": ("КНБ РК", "Государственный комитет национальной безопасности", False),
    "the city in between": ("Almaty City Prosecutor's Office", "Прокуратура города Алматы", True),
    "words of a sentence are no places": (
        "the letter of the Public Prosecutor's Office, investigation", "Public Prosecutor's Office of Ankara", True),
    "a department of a service": ("Департамент КНБ по г. Алматы", "КНБ РК", True),
    "an interdistrict court": (
        "Межрайонный следственный суд г. Алматы", "Almaty Specialised Interdistrict Investigative Court", True),
    "not in the table, the same words": ("Bureau of Odd Affairs", "BUREAU of odd affairs", True),
    "not in the table": ("Bureau of Odd Affairs", "Bureau of Even Affairs", False),
    "empty": ("", "", False),
}  # fmt: skip


@pytest.mark.parametrize(("left", "right", "same"), BODIES.values(), ids=BODIES)
def test_an_authority_is_known_by_its_names(left, right, same):
    assert same_body(body(left), body(right)) is same
    assert same_body(body(right), body(left)) is same


PERIODS = {
    "overlapping": (("2005", "2009"), ("2009-03", "2011"), True),
    "apart": (("2005", "2009"), ("2010", "2011"), False),
    "apart by a day": (("2009-03-01", "2009-03-05"), ("2009-03-06", "2009-03-09"), False),
    "about": (("2005", "c. 2009"), ("2010", "2011"), True),
    "a beginning alone": (("2005", ""), ("2007", "2008"), None),
    "a beginning after the end": (("2005", ""), ("2001", "2003"), False),
    "years in one": (("2005-2009", ""), ("2007", "2008"), True),
    "written with dots": (("01.03.2009", "05.03.2009"), ("2009-03-06", "2009-03-09"), False),
    "not to be read": (("some day", "later"), ("2007", "2008"), None),
    "not told": (("", ""), ("2007", "2008"), None),
}  # fmt: skip


@pytest.mark.parametrize(("left", "right", "shares"), PERIODS.values(), ids=PERIODS)
def test_times_of_facts_share_a_day_or_none_or_nobody_knows(left, right, shares):
    assert overlap(period(*left), period(*right)) is shares
    assert overlap(period(*right), period(*left)) is shares
