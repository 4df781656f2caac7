"""Authorities in several languages: which service, prosecutor or court a text means.

The same service is `КНБ`, `ҰҚК`, `KNB` or `National Security Committee`, depending on who translated. The table holds
the services that conduct cases of the kind this system meets; others are compared by their words.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from rogatory.law.sources import Check
from rogatory.linkage.plain import bones, fold


@dataclass(frozen=True, slots=True)
class Service:
    """A kind of authority.

    Attributes:
        id: Identifier.
        name: What it is, in English.
        state: Code of the one state that has it; empty: a kind several states have.
        words: Its names, folded, as regular expressions.
        check: How far the names were checked. They are those in general use in official translations.
    """

    id: str
    name: str
    state: str
    words: tuple[str, ...]
    check: Check = Check.GENERAL


SERVICES: tuple[Service, ...] = (
    Service("kg.gknb", "State Committee for National Security of Kyrgyzstan", "KG",
            (r"gknb", r"gosudarstvenn\w{2,3} komitet\w{0,2} natsionalnoi bezopasnosti", r"state committee (?:of|for) national security")),
    Service("kz.knb", "National Security Committee of Kazakhstan", "KZ",
            (r"knb", r"ukk", r"komitet\w{0,2} natsionalnoi bezopasnosti", r"ulttyk kauipsizdik komiteti\w{0,4}",
             r"(?:national security committee|committee (?:of|for) national security)(?: of (?:the republic of )?kazakhstan)?")),
    Service("kz.anticorruption", "anti-corruption service of Kazakhstan", "KZ",
            (r"antikor\w{0,3}", r"antikorruptsionn\w{2,4} sluzhb\w{1,2}",
             r"agentstv\w{1,2} (?:\w{2} )?po (?:protivodeistviiu|borbe s) korruptsi\w{1,2}",
             r"sybailas zhemkorlykka karsy \w{2,6}", r"natsionalnoe biuro po protivodeistviiu korruptsii",
             r"anti-?corruption (?:agency|service|bureau|department)", r"bureau (?:for|of) combating corruption")),
    Service("kz.finpol", "financial police of Kazakhstan, until 2014", "KZ",
            (r"finpol\w{0,2}", r"finansov\w{2,3} politsi\w{1,2}", r"financial police", r"karzhy politsiiasy\w{0,4}",
             r"(?:agentstv\w{1,2}|department\w{0,2}) (?:\w{2} )?po borbe s ekonomicheskoi i korruptsionnoi prestupnostiu", r"abekp",
             r"agency (?:for|on) (?:fighting|combating) economic (?:crimes? )?and corruption(?: crimes?)?")),
    Service("kz.economic", "economic investigation service of Kazakhstan", "KZ",
            (r"sluzhb\w{1,2} ekonomicheskikh rassledovanii", r"economic investigations? (?:service|department)",
             r"department\w{0,2} ekonomicheskikh rassledovanii", r"agentstv\w{1,2} po finansovomu monitoringu")),
    Service("ru.sk", "Investigative Committee of Russia", "RU",
            (r"sledstvenn\w{2,3} komitet\w{0,2} (?:rossii|rossiiskoi federatsii|rf)", r"sk (?:rossii|rf)",
             r"investigative committee of (?:the )?russia\w{0,2}(?: federation)?")),
    Service("ru.fsb", "Federal Security Service of Russia", "RU",
            (r"fsb", r"federaln\w{2,3} sluzhb\w{1,2} bezopasnosti", r"federal security service")),
    Service("by.kgb", "State Security Committee of Belarus", "BY",
            (r"k[gd]b(?: respubliki)? belarus\w{0,2}", r"komitet\w{0,2} gosudarstvennoi bezopasnosti", r"state security committee")),
    Service("by.sk", "Investigative Committee of Belarus", "BY",
            (r"sledstvenn\w{2,3} komitet\w{0,2} (?:respubliki )?belarus\w{0,2}",
             r"investigative committee of (?:the republic of )?belarus")),
    Service("by.gubopik", "main directorate against organised crime and corruption of Belarus", "BY", (r"gubopi[kc]\w{0,2}",)),
    Service("by.finance", "department of financial investigations of Belarus", "BY",
            (r"department\w{0,2} finansovykh rassledovanii", r"department of financial investigations")),
    Service("ua.sbu", "Security Service of Ukraine", "UA",
            (r"sbu", r"sluzhb\w{1,2} bezpe?ki ukra\w{2,3}", r"security service of ukraine")),
    Service("ua.nabu", "National Anti-Corruption Bureau of Ukraine", "UA", (r"nabu", r"national anti-?corruption bureau of ukraine")),
    Service("uz.security", "State Security Service of Uzbekistan", "UZ",
            (r"sgb", r"snb", r"sluzhb\w{1,2} gosudarstvennoi bezopasnosti", r"davlat xavfsizlik xizmati", r"state security service")),
    Service("cn.supervision", "supervisory commission of China", "CN", (r"监察委员会", r"监委", r"supervisory commission")),
    Service("cn.police", "public security organ of China", "CN", (r"公安[部厅局]?", r"public security (?:bureau|organ|ministry)")),
    Service("cn.procuratorate", "people's procuratorate of China", "CN", (r"检察院", r"peoples procuratorate")),
    Service("cn.court", "people's court of China", "CN", (r"(?:高级|中级|最高)?人民法院", r"(?:intermediate |higher |high |basic )?peoples court")),
    Service("tr.assize", "assize court of Türkiye", "TR", (r"agir ceza mahkemesi\w{0,4}", r"(?:assize|heavy penal|high criminal) court")),
    Service("tr.peace", "criminal judgeship of peace of Türkiye", "TR",
            (r"sulh ceza (?:hakimligi|mahkemesi)\w{0,4}", r"criminal (?:judgeship|judgeships|court) of peace")),
    Service("tr.first", "criminal court of first instance of Türkiye", "TR", (r"asliye ceza mahkemesi\w{0,4}",)),
    Service("tr.cassation", "Court of Cassation of Türkiye", "TR", (r"yargitay",)),
    Service("be.federal", "federal prosecutor of Belgium", "BE",
            (r"parquet federal", r"federaal parket", r"federal prosecutor(?:s office)?")),
    Service("be.chamber", "indictments chamber of Belgium", "BE",
            (r"chambre des mises en accusation", r"kamer van inbeschuldigingstelling", r"indictments? chamber")),
    Service("prosecutor.general", "prosecutor general", "",
            (r"generaln\w{2,3} prokur(?:atur|or)\w{0,3}", r"bas prokuratura\w{0,4}", r"(?:prosecutor|attorney) generals?(?: office)?",
             r"generals? prosecutors? office", r"office of the (?:prosecutor|attorney) general", r"heneraln\w{1,3} prokuratur\w{1,2}",
             r"procureur general", r"parquet general", r"procureur-generaal")),
    Service("prosecutor", "public prosecutor", "",
            (r"cumhuriyet bassavci\w{0,8}", r"cumhuriyet savci\w{0,8}", r"chief public prosecutors?(?: office)?",
             r"public prosecutors?(?: office)?", r"prosecutors office", r"prokuratur\w{0,3}", r"procureur du roi",
             r"procureur des konings", r"parket", r"parquet")),
    Service("interior", "ministry of the interior", "",
            (r"mvd", r"ministerstv\w{1,2} vnutrennikh del", r"(?:ministry of (?:the )?|department of )(?:interior|internal affairs)",
             r"ishki ister \w{4,12}", r"icisleri bakanligi", r"departament\w{0,2} (?:politsii|vnutrennikh del)")),
    Service("investigating-judge", "investigating judge", "", (r"juge d ?instruction", r"onderzoeksrechter", r"investigating judge",
                                                              r"sledstvenn\w{2,3} sud\w{1,3}")),
    Service("interdistrict-court", "specialised interdistrict court", "",
            (r"mezhraionn\w{2,3} (?:sledstvenn\w{2,3} |ugolovn\w{2,3} )?sud\w{0,2}", r"audanaralyk \w{0,12} ?sot\w{0,4}",
             r"inter-?district (?:investigative |criminal )?court")),
    Service("district-court", "district court", "", (r"raionn\w{2,3} sud\w{0,2}", r"audandyk sot\w{0,4}", r"district court")),
    Service("city-court", "city court", "", (r"gorodsk\w{2,3} sud\w{0,2}", r"kalalyk sot\w{0,4}", r"city court")),
    Service("regional-court", "regional court", "", (r"oblastn\w{2,3} sud\w{0,2}", r"oblystyk sot\w{0,4}", r"regional court")),
    Service("supreme-court", "supreme court", "", (r"verkhovn\w{2,3} sud\w{0,2}", r"zhogargy sot\w{0,4}", r"supreme court")),
)  # fmt: skip
"""Authorities, the particular before the general: the first that a text names is meant."""

_LOOKS = tuple(
    (s, re.compile(rf"(?<!\w)(?:{'|'.join(s.words)})(?!\w)" if s.words[0].isascii() else "|".join(s.words)))
    for s in SERVICES
)
_PASSED_OVER = frozenset({
    "city", "gorodskaia", "gorodskoi", "chief", "main", "high", "higher", "basic", "regional", "central", "public",
    "departament", "department", "upravlenie", "otdel", "sledstvennyi", "special", "spetsialnyi", "specialized",
    "specialised", "spetsializirovannyi", "peoples",
})  # fmt: skip
"""Words between the place and the kind of an authority."""
_NO_PLACE = frozenset(
    {"the", "office", "republic", "respubliki", "respublika", "state", "federal", "sayin", "deputy", "first"}
)
_WORD = re.compile(r"[^\W\d_]{2,}")
_OF = re.compile(
    r"[ ,]{0,3}(?:\(|(?:of|in|g\.|gor\.|goroda|po|v|de|du|van|te)[ ])(?:the |city of |city |g\.? ?|gor\.? ?|goroda |\(){0,2}([^\W\d_]{3,})"
)
_BEFORE = re.compile(r"(?:(\d{1,3})(?:st|nd|rd|th)?[. ]{0,3})?\Z")
_REACH, _LONGEST = 40, 2_000


@dataclass(frozen=True, slots=True)
class Body:
    """An authority a text means.

    Attributes:
        service: Identifier of its kind; empty: none of the table.
        name: What it is, in words.
        state: Code of the state, where the kind says it.
        where: The place in its name, as a key; empty: none is said.
        number: The number of the chamber; empty: none.
        words: The whole text, folded.
    """

    service: str
    name: str
    state: str
    where: str
    number: str
    words: str

    @property
    def office(self) -> str:
        """One office as a key; empty where the kind is unknown or no place tells which one is meant."""
        return f"{self.service}@{self.where}#{self.number}" if self.service and self.where else ""


def _is_local(service: Service) -> bool:
    """Whether there is one in many places, each an authority of its own."""
    return service.state in ("", "TR", "CN")


@lru_cache(maxsize=4096)
def body(text: str) -> Body:
    """The authority a text means, the first one it names.

    >>> body("Алматинский городской суд").service, body("КНБ РК").name
    ('city-court', 'National Security Committee of Kazakhstan')
    """
    plain = fold(text).replace("'", "")
    for service, look in _LOOKS:
        if found := look.search(plain):
            where, number = _place(text, plain, found.start(), found.end()) if _is_local(service) else ("", "")
            return Body(service.id, service.name, service.state, where, number, plain)
    return Body("", "", "", "", "", plain)


def office_of(text: str) -> str:
    """The office a text names, as a key; empty where it names none, or not which one of its kind."""
    return body(text).office


def _place(text: str, plain: str, start: int, end: int) -> tuple[str, str]:
    """The place in the name of an authority, as a key, and the number of the chamber.

    A place is written with a capital, so that no other word of a sentence is taken for one.
    """
    capitals = {fold(w) for w in _WORD.findall(text[:_LONGEST]) if not w[0].islower()}
    ahead = plain[max(0, start - _REACH) : start]
    number = _BEFORE.search(ahead)
    figure = (number.group(1) or "") if number else ""
    ahead = ahead[: number.start()] if number else ahead
    before = next((w for w in reversed(_WORD.findall(ahead)) if w not in _PASSED_OVER), "")
    after = _OF.match(plain, end)
    for word in (before, after.group(1) if after else ""):
        if word in capitals and word not in _NO_PLACE:
            return bones(word), figure
    return "", figure


_ALIKE = 3
"""Consonants two place names must share at their head to be perhaps the same (Almaty, Алматинский)."""


def _places_alike(left: str, right: str) -> bool:
    short = min(len(left), len(right), _ALIKE)
    return left[:short] == right[:short]


def offices_apart(left: str, right: str) -> bool:
    """Whether two offices cannot be one: another kind, another place, or another chamber.

    Where it is open which of several is meant, as `a|b`, one of them that fits is enough.

    >>> offices_apart(office_of("Ankara Cumhuriyet Başsavcılığı"), office_of("Ankara Chief Public Prosecutor's Office"))
    False
    """
    return all(_apart(one, other) for one in left.split("|") for other in right.split("|"))


def _apart(left: str, right: str) -> bool:
    if left == right:
        return False
    kind, _, rest = left.partition("@")
    other, _, remains = right.partition("@")
    if not rest or not remains:
        return True
    place, _, number = rest.partition("#")
    where, _, figure = remains.partition("#")
    return kind != other or not _places_alike(place, where) or bool(number and figure and number != figure)


def same_body(left: Body, right: Body) -> bool:
    """Whether two texts mean the same authority: of one kind, and of one place where both say one."""
    if not left.service or not right.service:
        return bool(left.words) and left.words == right.words
    if left.service != right.service or (left.where and right.where and not _places_alike(left.where, right.where)):
        return False
    return not (left.number and right.number and left.number != right.number)
