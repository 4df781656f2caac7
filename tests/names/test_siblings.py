"""Common given names of one country, each with each, under one family name: hardly any two are taken for one."""

from itertools import combinations

import pytest

from rogatory.names.compare import compare

MOST = 0.01
"""The greatest share of pairs that may reach the bar; what does is written alike by some office, as Egor and Igor."""
GIVEN = {
    "Omarov": "Askar Askhat Aslan Almas Almat Arman Aidos Aidyn Baurzhan Berik Bolat Daulet Dauren Dias Galym Kanat"
    " Kairat Marat Meirzhan Nurbek Olzhas Rustem Sanzhar Serik Talgat Timur Yerik",
    "Haddad": "Adel Adnan Amjad Anas Anwar Ayman Basim Bilal Fadi Fahad Faris Ghassan Hani Hazem Hisham Issam Jaber"
    " Kamal Majid Mazen Munir Nabil Nadim Osama Qasim Rami Sami Tariq Wael Zaid",
    "Karimi": "Ali Amir Arash Babak Behnam Behrouz Dariush Ehsan Farhad Farzad Hamid Iraj Kamran Kaveh Mehdi Mehran"
    " Milad Morteza Nader Navid Omid Parviz Payam Ramin Reza Saeed Shahram Siavash Vahid",
    "Demir": "Ahmet Ali Alper Arda Baran Burak Bülent Cem Cengiz Deniz Emre Engin Erdem Eren Erkan Ferhat Gökhan"
    " Hakan Hasan Hüseyin Kemal Kerem Mehmet Murat Mustafa Okan Onur Orhan Serkan Sinan Tolga Ufuk Volkan Yavuz",
    "Orlov": "Aleksei Andrei Anton Artem Boris Denis Dmitry Egor Fedor Gleb Grigory Igor Ilya Kirill Konstantin"
    " Leonid Maksim Mikhail Nikita Nikolai Oleg Pavel Pyotr Roman Ruslan Semyon Sergei Stanislav Stepan Timofei"
    " Vadim Valentin Viktor Vitaly Vladimir Yuri",
}


@pytest.mark.parametrize(("family", "given"), GIVEN.items(), ids=GIVEN)
def test_brothers_are_two_persons(family, given):
    pairs = list(combinations(given.split(), 2))
    taken = [pair for pair in pairs if compare(f"{pair[0]} {family}", f"{pair[1]} {family}").possible]
    assert len(taken) <= MOST * len(pairs), taken
