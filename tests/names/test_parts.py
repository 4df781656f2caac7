"""A name in its parts: what the form shows of given name, family name, father's name, titles and particles."""

import pytest

from rogatory.names.parts import parse

PARTS = {
    "nothing shows which is which": ("Aigul Zhumabayeva", "name Aigul; name Zhumabayeva"),
    "a comma": ("ZHUMABAYEVA, Aigul", "family name ZHUMABAYEVA; given name Aigul"),
    "capitals": ("Aigul ZHUMABAYEVA", "given name Aigul; family name ZHUMABAYEVA"),
    "all in capitals": ("AIGUL ZHUMABAYEVA", "name AIGUL; name ZHUMABAYEVA"),
    "a machine-readable zone": (
        "ZHUMABAYEVA<<AIGUL<DANA<<<<",
        "family name ZHUMABAYEVA; given name AIGUL; given name DANA",
    ),
    "the first line of a passport": ("P<KAZZHUMABAYEVA<<AIGUL<<<<<<<", "family name ZHUMABAYEVA; given name AIGUL"),
    "a Russian patronymic": ("Иван Петрович Жуков", "name Иван; patronymic Петрович; name Жуков"),
    "a Ukrainian one": ("Olena Ivanivna Shevchuk", "name Olena; patronymic Ivanivna; name Shevchuk"),
    "a Ukrainian one of a man": (
        "SHEVCHUK, Petro Ivanovych",
        "family name SHEVCHUK; given name Petro; patronymic Ivanovych",
    ),
    "a Belarusian one": ("Viktar Ryhoravich Sidarenka", "name Viktar; patronymic Ryhoravich; name Sidarenka"),
    "a Belarusian one of a woman": ("Alena Siarheeuna Sidarenka", "name Alena; patronymic Siarheeuna; name Sidarenka"),
    "a name that ends like one": ("Mouna Tamimi", "name Mouna; name Tamimi"),
    "initials without a space": ("ROMERO, J.R.", "family name ROMERO; given name J; given name R"),
    "a Kazakh one, apart": ("Нұрлан Болат ұлы", "name Нұрлан; patronymic Болат ұлы"),
    "a Kazakh one, joined": ("Айгүл Болатқызы", "name Айгүл; patronymic Болатқызы"),
    "an Azerbaijani one": ("Leyla Hüseyn qızı", "name Leyla; patronymic Hüseyn qızı"),
    "an Arabic one": (
        "Khalid bin Walid al-Tamimi",
        "name Khalid; particle bin; patronymic Walid; particle al; name Tamimi",
    ),
    "in Arabic script": ("خالد بن وليد", "name خالد; particle بن; patronymic وليد"),
    "Ben who is no son": ("Ben Zukerman", "name Ben; name Zukerman"),
    "Abd and what follows": ("Abd al-Rahman Tamimi", "name Abd al Rahman; name Tamimi"),
    "Abd cut by a comma": ("RAHMAN, Abdul", "family name Abdul RAHMAN"),
    "a kunya cut by a comma": ("TAMIMI, Khalid Abu", "family name Abu TAMIMI; given name Khalid"),
    "what follows din": ("Salah al-Din Tamimi", "name Salah al Din; name Tamimi"),
    "Allah apart": ("عزت الله حقاني", "name عزت الله; name حقاني"),
    "an article that a comma cut off": ("YUSUFZAI, Inayat ur", "family name YUSUFZAI; given name Inayat; particle ur"),
    "a hyphen before what may be an article": ("Ji-an Seong", "name Ji; name an; name Seong"),
    "a given name that is a title elsewhere": ("Hafez al-Tamimi", "name Hafez; particle al; name Tamimi"),
    "titles": ("Dr. Haji Karim Yusufzai", "title Dr; title Haji; name Karim; name Yusufzai"),
    "a title that is a given name": ("Amir Popov", "name Amir; name Popov"),
    "the same before a whole name": ("Amir Karim Yusufzai", "title Amir; name Karim; name Yusufzai"),
    "particles of families": ("Ludwig van der Veen", "name Ludwig; particle van; particle der; name Veen"),
    "an article with which no name begins": ("Los Warren", "name Los; name Warren"),
    "the same after de": ("Ana de los Santos", "name Ana; particle de; particle los; name Santos"),
    "Chinese": ("赵沐辰", "family name 赵; given name 沐辰"),
    "a Chinese family name of two": ("欧阳娜", "family name 欧阳; given name 娜"),
    "Korean": ("박지훈", "family name 박; given name 지훈"),
    "a degree behind a comma": ("Aigul Zhumabayeva, Dr", "name Aigul; name Zhumabayeva; title Dr"),
}


@pytest.mark.parametrize(("raw", "parts"), PARTS.values(), ids=PARTS)
def test_the_form_shows_the_parts(raw, parts):
    assert "; ".join(f"{word.role.value} {word.raw}" for word in parse(raw).words) == parts
