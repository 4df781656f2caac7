"""Names in several scripts for when no pair sets are at hand: common ones crossed, and words of made-up syllables."""

from itertools import product
from random import Random

GIVEN = """
Aigul Айгүл أيغول|Daniyar Данияр دانيار|Nurlan Нұрлан نورلان|Zhanna Жанна جانا|Yerlan Ерлан يرلان|Bakhyt Бақыт بخيت
Madina Мадина مدينة|Rustam Рустам رستم|Leila Лейла ليلى|Farid Фарид فريد|Timur Тимур تيمور|Olga Ольга أولغا
Sergei Сергей سيرغي|Natalia Наталья ناتاليا|Karim Карим كريم|Yusuf Юсуф يوسف|Maryam Марьям مريم|Hassan Хасан حسن
Dmitry Дмитрий ديميتري|Viktor Виктор فيكتور|Samira Самира سميرة|Omar Омар عمر|Anvar Анвар أنور|Galina Галина غالينا
"""
FAMILY = """
Ospanov Оспанов أوسبانوف|Karimov Каримов كريموف|Petrov Петров بتروف|Sadykov Садықов صديقوف|Haddad Хаддад حداد
Ivanov Иванов إيفانوف|Rakhimov Рахимов رحيموف|Nazarov Назаров نزاروف|Khoury Хури خوري|Bekov Беков بيكوف
Mansour Мансур منصور|Akhmetov Ахметов أحمدوف|Tulegenov Төлегенов توليغينوف|Najjar Наджар نجار
Orlov Орлов أورلوف|Zhaksybekov Жақсыбеков جاقسيبيكوف|Saidov Саидов سعيدوف|Volkov Волков فولكوف
Smirnov Смирнов سميرنوف|Shevchenko Шевченко شيفتشينكو
"""
FAMILY_HAN = "Wang 王|Li 李|Zhang 张|Liu 刘|Chen 陈|Yang 杨|Zhao 赵|Huang 黄|Zhou 周|Wu 吴"
GIVEN_HAN = """
Xiaoming 晓明|Lihua 丽华|Jianguo 建国|Meiling 美玲|Zhiqiang 志强
Yuxuan 宇轩|Haoran 浩然|Guoping 国平|Xiuying 秀英|Wei 伟
"""
FAMILY_HANGUL = "Kim 김|Lee 이|Park 박|Choi 최|Jung 정|Kang 강|Cho 조|Yoon 윤"
GIVEN_HANGUL = """
Min-jun 민준|Seo-yeon 서연|Ji-hoon 지훈|Ha-eun 하은
Do-yun 도윤|Young-soo 영수|Ji-woo 지우|Hyun-woo 현우
"""
FAMILY_HEBREW = "Cohen כהן|Levi לוי|Mizrahi מזרחי|Peretz פרץ|Katz כץ|Friedman פרידמן"
GIVEN_HEBREW = "David דוד|Rachel רחל|Shlomo שלמה|Miriam מרים|Yitzhak יצחק|Hannah חנה"
SYLLABLES = """
ba ба با|be бе بي|bo бо بو|da да دا|di ди دي|du ду دو|ra ра را|ri ри ري|ru ру رو|na на نا|ni ни ني|nu ну نو|ma ма ما
mi ми مي|mu му مو|sa са سا|si си سي|su су سو|la ла لا|li ли لي|lu лу لو|ka ка كا|ki ки كي|ku ку كو|ta та تا|ti ти تي
tu ту تو|za за زا|zi зи زي|sha ша شا|shi ши شي|ga га غا|gu гу غو|fa фа فا|fi фи في|rbek рбек ربيك|ndar ндар ندار
lov лов لوف|min мин مين|sur сур سور|khan хан خان
"""
MADE_UP = 4_000


def _table(text: str) -> list[list[str]]:
    return [row.split() for row in text.strip().replace("\n", "|").split("|")]


def _pairs() -> list[tuple[str, str]]:
    """Each name in Latin letters, and the same in another script."""
    made = []
    for column in (1, 2):
        crossed = product(_table(GIVEN), _table(FAMILY))
        made += [(f"{g[0]} {f[0]}", f"{g[column]} {f[column]}") for g, f in crossed]
    for given, family in ((GIVEN_HAN, FAMILY_HAN), (GIVEN_HANGUL, FAMILY_HANGUL)):
        made += [(f"{f[0]} {g[0]}", f[1] + g[1]) for g, f in product(_table(given), _table(family))]
    made += [(f"{g[0]} {f[0]}", f"{g[1]} {f[1]}") for g, f in product(_table(GIVEN_HEBREW), _table(FAMILY_HEBREW))]
    return made + _made_up()


def _made_up() -> list[tuple[str, str]]:
    """Names of two words of two to four syllables, in Cyrillic and in Arabic letters by turns."""
    random, syllables = Random(1), _table(SYLLABLES)
    made = []
    for k in range(MADE_UP):
        words = [random.choices(syllables, k=random.randint(2, 4)) for _ in range(2)]
        latin, cyrillic, arabic = (" ".join("".join(s[i] for s in word) for word in words) for i in range(3))
        made.append((latin.title(), arabic if k % 2 else cyrillic.title()))
    return made


PAIRS = _pairs()
