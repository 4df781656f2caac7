"""Two names beside each other: one person across scripts and offices, or a brother, a sister, a stranger."""

import pytest

from rogatory.names.compare import bits, compare
from rogatory.names.likeness import BAR, How

ONE = {
    "Kazakh and a French spelling": ("Айгүл Жұмабаева", "Aigoul Joumabaïeva"),
    "Kazakh and a German spelling": ("Ержан Жұмабаев", "Jerschan Schumabajew"),
    "Kazakh in its new Latin alphabet": ("Қайрат Әбішев", "Qairat Äbişev"),
    "Russian and ICAO": ("Юлия Щербакова", "Iuliia Shcherbakova"),
    "Russian in French": ("Юрий Хрущёв", "Iouri Khrouchtchev"),
    "Ukrainian and Russian": ("Олексій Гончарук", "Алексей Гончарук"),
    "Serbian": ("Ђорђе Чавић", "Djordje Cavic"),
    "Turkish without its dots": ("Çağrı Işık", "CAGRI ISIK"),
    "Azerbaijani": ("Xədicə Əliyeva", "Khadija Aliyeva"),
    "Uyghur in Arabic script": ("تۇرسۇن قادىر", "Tursun Qadir"),
    "Uyghur in Arabic script and Chinese": ("مەمەتجان", "Memetjan"),
    "Arabic": ("محمد بن خالد القحطاني", "Mohamed Khaled Al-Kahtani"),
    "Arabic and Russian": ("خالد التميمي", "Халид ат-Тамими"),
    "Persian": ("علیرضا خراسانی", "Ali-Reza Khorasani"),
    "Pashto": ("بختاور یوسفزی", "Bakhtawar Yousafzai"),
    "Hebrew": ("יעקב פרידמן", "Yaakov Friedman"),
    "Greek": ("Δημήτρης Παπαδόπουλος", "Dimitris Papadopoulos"),
    "Armenian": ("Հայկ Սարգսյան", "Hayk Sargsyan"),
    "Georgian": ("ხათუნა ჭავჭავაძე", "Khatuna Chavchavadze"),
    "Chinese": ("赵晓东", "Zhao Xiaodong"),
    "Chinese and Russian": ("赵晓东", "Чжао Сяодун"),
    "Chinese, simplified and traditional": ("赵建华", "趙建華"),
    "Chinese, two romanisations": ("Jianguo Zhao", "CHAO Chien-kuo"),
    "Korean": ("박지훈", "Ji-hoon Park"),
    "Korean, two romanisations": ("Sung-ho Lee", "Yi Seongho"),
    "Korean in two scripts": ("金大中", "김대중"),
    "two scripts in one name": ("Khalid خالد", "Халид"),
    "a passport": ("P<KAZZHUMABAYEVA<<AIGUL<<<<<<<", "Айгүл Жұмабаева"),
    "an umlaut in a passport": ("MUELLER<<JUERGEN<<<", "Jürgen Müller"),
    "the other order": ("Zhumabayev Yerlan", "Yerlan Zhumabayev"),
    "parted in one and joined in the other": ("Abdurrahman Salahuddin", "Abd al-Rahman Salah al-Din"),
    "gh that English leaves silent": ("Vaughan Ritchie", "Воан Ритчи"),
    "a patronymic left out": ("Иван Петрович Жуков", "Ivan Zhukov"),
    "a father's name left out": ("Khalid bin Walid al-Tamimi", "Khalid al-Tamimi"),
    "a title left out": ("Dr. Karim Yusufzai", "Karim Yusufzai"),
    "an initial": ("I. Zhukov", "Иван Жуков"),
    "Abd left out": ("TAMIMI, Abdul Samad", "TAMIMI, Samad"),
    "what follows din left out": ("YUSUFZAI, Nasiruddin", "YUSUFZAI, Naseer"),
    "a spelling in brackets": ("OMAROV, Askar (Asqar)", "OMAROV, Askar Bolat"),
    "a second given name as an initial": ("ROMERO SALGADO, Manuel", "ROMERO, Manuel J."),
    "two initials without a space": ("ROMERO, Manuel Jorge", "ROMERO, M.J."),
    "an article that a comma cut off": ("YUSUFZAI, Inayat ur", "YUSUFZAI, Enayat"),
    "a slip of the pen": ("Yerlan Zhumabaeyv", "Yerlan Zhumabayev"),
}
TWO = {
    "brothers, Kazakh": ("Yerlan Zhumabayev", "Yerzhan Zhumabayev"),
    "brothers, in two scripts": ("Ержан Жұмабаев", "Yerlan Zhumabayev"),
    "brothers, Arabic": ("حسن القحطاني", "Hussein al-Qahtani"),
    "brothers, in Latin letters": ("Hassan Khorasani", "Hossein Khorasani"),
    "father and son's names": ("محمد التميمي", "Mahmoud al-Tamimi"),
    "brother and sister, Russian": ("Евгений Цветаев", "Yevgenia Tsvetaeva"),
    "brother and sister, Serbian": ("Jovan Petrović", "Јована Петровић"),
    "brother and sister, Arabic": ("كريم بوعزيزي", "Karima Bouazizi"),
    "sisters, Kazakh": ("Айгүл Әбішева", "Ainur Abisheva"),
    "one name of God and another": ("Abd al-Rahman Tamimi", "Abd al-Rahim Tamimi"),
    "brothers, Chinese": ("赵晓明", "Zhao Xiaodong"),
    "brothers, Chinese, in characters": ("赵晓明", "赵晓东"),
    "brothers, Korean": ("Ji-hoon Park", "Ji-hyun Park"),
    "brothers who share all but the given name": ("Omar Khalid Walid Hasan Tamimi", "Faisal Khalid Walid Hasan Tamimi"),
    "brothers with their father's name": ("Иван Петрович Жуков", "Максим Петрович Жуков"),
    "brothers, both in Arabic script": ("راشد القحطاني", "رشيد القحطاني"),
    "the father's name and his own": ("Salman bin Khalid al-Tamimi", "Khalid bin Salman al-Tamimi"),
    "brothers, one of them called as a title is": ("Hafez al-Tamimi", "Bashar al-Tamimi"),
    "brothers whose second names begin otherwise": ("ZHUKOV, Ivan G.", "Ivan W Zhukov"),
    "sisters of a long family name": ("ROMERO SALGADO QUIROGA, Ines", "ROMERO SALGADO QUIROGA, Marta"),
    "near given names in French": ("Hachem Tamimi", "Hichem Tamimi"),
    "another given name that begins alike in another script": ("Dan Omarov", "Данияр Омаров"),
    "a name and a kunya": ("TAMIMI, Walid", "TAMIMI, Abu Maryam"),
    "half-brothers": ("Ivan Petrovich Zhukov", "Ivan Sergeyevich Zhukov"),
    "strangers": ("Ботагоз Әбішева", "Yusuf Shapira"),
    "a name and none": ("Yerlan", "..."),
}


@pytest.mark.parametrize(("left", "right"), ONE.values(), ids=ONE)
def test_one_person_s_names_reach_the_bar(left, right):
    found = compare(left, right)
    assert found.possible, found.says
    assert bits(found) > 0
    assert found.contradicted == ()


@pytest.mark.parametrize(("left", "right"), TWO.values(), ids=TWO)
def test_two_persons_names_do_not(left, right):
    found = compare(left, right)
    assert not found.possible, (found.score, found.says)
    assert bits(found) < 0


SHOWN = {
    "Kazakh": ("Жұмабаев", "Jumabayev", "Жұмабаев → Jumabayev: Kazakh ж → j, ұ → u, е → ye"),
    "Arabic": (
        "قحطان",
        "Qahtan",
        "قحطان → Qahtan: Arabic script (short vowels not written) ق → qa, ح → h, ط → t, ا → a, ن → n",
    ),
    "a scheme that gives exactly this": (
        "Жұмабаев",
        "Zhumabaev",
        "Жұмабаев → Zhumabaev: Kazakh (passports) ж → zh, ұ → u",
    ),
    "French": ("Zhukov", "Joukov", "Zhukov → Joukov: zh → j, u → ou"),
    "the same": ("Zhukov", "ZHUKOV", "Zhukov → ZHUKOV: same"),
    "contradicted": ("Yerlan", "Yerzhan", "Yerlan → Yerzhan: contradicted"),
    "Chinese": ("赵晓东", "Zhao Xiaodong", "赵 → zhao: Hanyu Pinyin"),
}


@pytest.mark.parametrize(("left", "right", "line"), SHOWN.values(), ids=SHOWN)
def test_a_reader_without_training_sees_why(left, right, line):
    assert compare(left, right).says[0] == line


def test_omission_is_told_from_contradiction_and_order_is_shown():
    found = compare("Zhukov Ivan", "Ivan Petrovich Zhukov")
    assert {pair.how for pair in found.omitted} == {How.OMITTED}
    assert [pair.right for pair in found.omitted] == ["Petrovich"]
    assert found.swapped
    assert found.says[-1] == "the words stand in another order"
    other = compare("Ivan Sergeyevich Zhukov", "Ivan Petrovich Zhukov")
    assert [(pair.left, pair.right, pair.role) for pair in other.contradicted] == [
        ("Sergeyevich", "Petrovich", "patronymic")
    ]


def test_a_family_name_that_another_bears_as_given_name_says_less_than_the_same_given_name():
    crossed, shared = compare("OMAROV, Yerlan", "YERLAN, Daniyar"), compare("OMAROV, Yerlan", "DANIYAR, Yerlan")
    assert crossed.score < shared.score < BAR
    assert compare("OMAROV, Yerlan", "YERLAN, Omarov").possible


@pytest.mark.parametrize(
    ("father", "child"),
    [
        ("Arkady Sidorov", "Igor Arkadyevich Sidorov"),
        ("SHEVCHUK, Petro", "SHEVCHUK, Olena Petrivna"),
        ("Аскар Омаров", "Айгүл Асқарқызы Омарова"),
    ],
)
def test_a_father_s_own_name_is_not_his_child_s_patronymic(father, child):
    found = compare(father, child)
    assert len(found.contradicted) == 1
    assert [pair.role for pair in found.omitted] == ["patronymic"]


def test_a_patronymic_without_its_ending_is_still_one():
    assert compare("Yerlan Askarovich Omarov", "Yerlan Askar Omarov").contradicted == ()


def test_an_omission_is_no_graver_beside_a_contradiction():
    def left_of(one, other, longer):
        return compare(one, longer).score / compare(one, other).score

    agreed = left_of("OMAROV, Yerlan", "OMAROV, Yerlan", "OMAROV, Yerlan Bolat")
    contradicted = left_of("OMAROV, Yerlan", "OMAROV, Daniyar", "OMAROV, Daniyar Bolat")
    assert contradicted == pytest.approx(agreed, abs=0.02)


def test_what_is_cut_is_told():
    assert compare("Zhukov " * 500, "Zhukov").notes == (
        "only the first 240 letters are compared",
        "only the first 12 words are compared",
    )


def test_bits_are_nought_at_the_bar_and_grow_with_score_and_rarity():
    near, nearer = compare("Yerlan Zhunabayev", "Yerlan Zhumabayev"), compare("Yerlan Zhumabayev", "Yerlan Jumabaev")
    assert BAR < near.score < nearer.score < 1
    assert 0 < bits(near) < bits(nearer)
    common = compare("Yerlan Zhumabayev", "Ерлан Жұмабаев", {"RLN": 2.0, "JMBF": 4.0}.__getitem__)
    rare = compare("Yerlan Zhumabayev", "Ерлан Жұмабаев", {"RLN": 9.0, "JMBF": 14.0}.__getitem__)
    assert common.score == rare.score
    assert 0 < bits(common) < bits(rare)
    assert bits(compare("Yerlan", "Yusuf")) < bits(compare("Yerlan Zhumabayev", "Yerzhan Zhumabayev")) < 0
    assert bits(compare("", "")) == -12
