"""The words around a day of birth, in the languages registers and letters come in.

Months are those of the Unicode CLDR (English, French, Dutch, German, Spanish, Italian, Portuguese, Russian,
Ukrainian, Belarusian, Turkish, Azerbaijani, Kazakh, Uzbek, Tajik, Arabic, Persian, Thai), in the forms used within
a date, with what is commonly written beside them. Every word is kept folded: small letters, no marks over them, no
points.
"""

import re
import unicodedata
from collections.abc import Mapping
from types import MappingProxyType

from rogatory.linkage.calendars import Calendar

_LETTERS = str.maketrans("يىكھەةı’‘，、", "ییکهههi'',,", "ـ")


def folded(text: str) -> str:
    """Small letters without marks, digits of all scripts as 0 to 9, one blank between words, nothing invisible.

    >>> folded("  ٥ Août\u200f １９６８ ")
    '5 aout 1968'
    """
    if text.isascii() and text.isprintable():
        return " ".join(text.lower().split())
    kept = []
    for char in unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold()):
        digit = unicodedata.decimal(char, None)
        if digit is not None:
            kept.append(str(digit))
        elif unicodedata.category(char) not in ("Mn", "Cf", "Cc"):
            kept.append(char)
        elif char in "\t\n\r":
            kept.append(" ")
    return " ".join("".join(kept).translate(_LETTERS).split())


def _words(text: str) -> frozenset[str]:
    return frozenset(folded(text).split())


_GREGORIAN = """
    january jan january's janvier janv januari januar janner jaenner января январь янв ocak oca січня січень
      січ қаңтар қаң қаңтарда yanvar январ يناير ژانویه جنوری جانفي enero gennaio janeiro январи студзеня
      студзень;
    february feb febr fevrier fev fevr februari februar feber февраля февраль фев февр subat sub лютого лютий
      лют ақпан ақп fevral فبراير فوریه شباط فيفري febrero febbraio fevereiro феврали лютага люты;
    march mar mars maart mrt marz maerz mrz марта март мар mart березня березень бер наурыз нау مارس آذار مارچ
      marzo marco марти сакавіка сакавік;
    april apr avril avr апреля апрель апр nisan nis квітня квітень кві квіт сәуір сәу aprel أبريل ابريل آوریل
      نيسان abril aprile апрели красавіка красавік;
    may mai mei мая май mayis травня травень тра трав мамыр мам مايو مه می أيار mayo maggio maio майи травень;
    june jun juin juni июня июнь июн haziran haz червня червень чер черв маусым мау iyun يونيو ژوئن حزيران
      جوان junio giugno junho июни чэрвеня чэрвень;
    july jul juillet juil juli июля июль июл temmuz tem липня липень лип шілде шіл iyul يوليو ژوئیه تموز julio
      luglio julho июли ліпеня ліпень;
    august aug aout augustus августа август авг agustos agu серпня серпень сер серп тамыз там avgust أغسطس اوت
      آب agosto avqust августи жніўня жнівень;
    september sep sept septembre сентября сентябрь сен сент eylul eyl вересня вересень вер верес қыркүйек қыр
      қырк sentabr sentyabr سبتمبر سپتامبر أيلول septiembre setiembre settembre setembro сентябри верасня
      верасень;
    october oct octobre oktober okt октября октябрь окт ekim eki жовтня жовтень жов жовт қазан қаз oktabr
      oktyabr أكتوبر اکتبر octubre ottobre outubro октябри кастрычніка кастрычнік;
    november nov novembre ноября ноябрь ноя нояб kasim kas листопада листопад лис лист қараша қар noyabr
      نوفمبر نوامبر noviembre novembro ноябри лістапада лістапад;
    december dec decembre dezember dez декабря декабрь дек aralik ara грудня грудень гру груд желтоқсан жел
      dekabr ديسمبر دسامبر diciembre dicembre dezembro декабри снежня снежань
"""
_THAI = "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม"
_ROMAN = "i ii iii iv v vi vii viii ix x xi xii"
_SOLAR = """
    farvardin فروردین hamal حمل
    ordibehesht اردیبهشت sawr saur ثور
    khordad خرداد jawza جوزا
    tir تیر saratan سرطان
    mordad amordad مرداد امرداد asad اسد
    shahrivar shahrivar شهریور sonbola sunbula سنبله
    mehr مهر mizan میزان
    aban آبان aqrab عقرب
    azar آذر qaws qaus قوس
    dey dei دی jadi جدی
    bahman بهمن dalw dalv دلو
    esfand اسفند hut hoot حوت
"""
_ISLAMIC = """
    muharram moharram محرم
    safar صفر
    rabione
    rabitwo
    jumadaone
    jumadatwo
    rajab رجب
    shaaban shaban شعبان
    ramadan ramazan ramadhan رمضان
    shawwal shavval شوال
    qadah
    hijjah
"""

MONTH_WORDS: Mapping[str, tuple[Calendar, int]] = MappingProxyType(
    {
        word: (calendar, number)
        for calendar, months in (
            (Calendar.ISLAMIC, _ISLAMIC.strip().splitlines()),
            (Calendar.SOLAR, _SOLAR.strip().splitlines()),
            (Calendar.GREGORIAN, _GREGORIAN.split(";")),
            (Calendar.GREGORIAN, _ROMAN.split()),
            (Calendar.GREGORIAN, _THAI.split()),
        )
        for number, forms in enumerate(months, 1)
        for word in folded(forms).split()
    }
)
"""Words for months, folded, with their calendar and number."""

_PHRASES = (
    (r"rabi['ʿ]?[ -]*(?:al|ul)?[ -]*(?:awwal|avval|i(?![a-z]))|ربیع ?الا?ول", "rabione"),
    (r"rabi['ʿ]?[ -]*(?:al|uth|ul|ath)?[ -]*(?:thani|sani|akhir|ii)|ربیع ?ال(?:ثانی|اخر)", "rabitwo"),
    (r"j[ua]ma?[aā]?d[ai]h?[ -]*(?:al|ul)?[ -]*(?:awwal|avval|ula|i(?![a-z]))|جمادی ?الا?ول[یا]?", "jumadaone"),
    (
        r"j[ua]ma?[aā]?d[ai]h?[ -]*(?:al|uth|ul|ath)?[ -]*(?:thani|sani|akhira?|ii)|جمادی ?ال(?:ثانیه?|اخره?)",
        "jumadatwo",
    ),
    (r"(?:dhu|zu|dhi|zi)[ -]*(?:al|ul|l)?[ -]*qa['ʿ]?dah?|ذ[یو] ?(?:ال)?قعده", "qadah"),
    (r"(?:dhu|zu|dhi|zi)[ -]*(?:al|ul|l)?[ -]*hijj?ah?|ذ[یو] ?(?:ال)?حجه", "hijjah"),
    (r"کانون ?الثانی", "january"),
    (r"کانون ?الا?ول", "december"),
    (r"تشرین ?الا?ول", "october"),
    (r"تشرین ?الثانی", "november"),
    (r"(?<=\d) ?(?:년|월|年|月)", "-"),
    (r"(?<=\d) ?(?:일|日|号|號)", " "),
)
_IN_ONE_WORD = tuple((re.compile(unicodedata.normalize("NFKD", pattern)), word) for pattern, word in _PHRASES)


def in_one_word(text: str) -> str:
    """Folded text with months of several words, and the Chinese and Korean signs for year, month and day, in one."""
    for pattern, word in _IN_ONE_WORD:
        text = pattern.sub(word, text)
    return text


CIRCA = _words(
    """
    c ca circa cca approximately approx appr about abt around estimated est environ vers circa ongeveer
    omstreeks rond etwa ungefähr um schätzungsweise около примерно приблизительно ориентировочно прибл ок
    близько приблизно орієнтовно yaklaşık civarı civarında takriben шамамен шама حدود تقريبا تقریبا نحو حوالي 约
    約 大约 ~ ≈ ±
    """
)
"""Words that say a day or year is only about right."""

BETWEEN = _words(
    """
    between from entre de tussen van zwischen von между от с між від з arasında arası aralığında аралығында
    аралық бастап дейін بين بین من از
    """
)
"""Words that say two days or years enclose what is meant, and may stand before, after or not at all."""

TO = _words("and to till until et à jusqu'à en tot bis und и до по і й та ile ve мен пен бен و تا الى إلى 至 到")
"""Words between the two ends of a time."""

OR = _words(
    """
    or ou of oder или либо або чи veya yahut немесе یا أو او 或 corresponding equivalent соответствует الموافق
    """
)
"""Words between two days of which one is meant, or of which sources differ."""

NOISE = _words(
    """
    born birth date dob b of the in year on day st nd rd th e го née nee né le du des les en an année naissance
    date er geboren geb op den de het jaar am im jahr geburtsdatum geburtstag dem родился родилась рожд рождения
    род дата р г гг гр года годов год году рік року народження народився народилась н doğum doğumlu tarihi d
    yılı yılında туған туылған жылы жылғы ж күні жыл ад yil متولد مولود تولد تاریخ مواليد تاريخ ولد سنة سال سنه
    ماه روز شهر соли del della
    عام , ' ( ) [ ] " : . / - –
    """
)
"""Words that say nothing beside a day of birth."""

UNKNOWN = _words(
    """
    unknown unk n a na none null nil - — ? not known stated said inconnu inconnue onbekend unbekannt неизвестно
    неизвестна неизв нет данных не установлен установлена невідомо bilinmiyor yok белгісіз نامعلوم مجهول غير
    معروف 不详 不明 . /
    """
)
"""Words that say nobody knows."""

EARLY = _words("early beginning début begin anfang frühe anfänge начало начала поч початок başı басы اوایل أوائل")
MID = _words("mid middle milieu midden mitte середина середины ортасы ortası اواسط منتصف")
LATE = _words("late end fin eind ende späte späten конец конца кінець sonu соңы اواخر أواخر")
DECADE = _words("s е х er ies years années jaren ger х годы lar ler ları жылдар жж دهه")
"""What makes of `1960` the sixties."""
