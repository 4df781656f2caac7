"""What the articles of criminal codes are about, how editions of a code answer to each other, and offences in words.

The wording of an offence says little: of published notices, every second one has a near twin in words. So words never
count for more than a bit and a half.
"""

import re
from dataclasses import dataclass

from rogatory.law.sources import Check, Cite, Source
from rogatory.linkage.plain import fold, words


@dataclass(frozen=True, slots=True)
class Code:
    """A criminal code, or a law of the kind.

    Attributes:
        id: Identifier, the state first.
        name: What it is called.
        state: Code of the state.
        source: The law.
        check: How far its articles were read.
        words: How it is called, in small letters, as a regular expression.
        editions: Its editions as they are told apart, the earlier first; empty: one only.
        turned: The first year of the later edition; None: one only.
    """

    id: str
    name: str
    state: str
    source: Source
    check: Check
    words: str
    editions: tuple[str, ...] = ()
    turned: int | None = None


CODES: tuple[Code, ...] = (
    Code("KZ.CC", "Criminal Code of Kazakhstan", "KZ",
         Source((Cite("Criminal Code of Kazakhstan of 16 July 1997", ref="No. 167-I"),
                 Cite("Criminal Code of Kazakhstan of 3 July 2014", ref="No. 226-V"))),
         Check.PARTLY, r"ук рк|(?:ук|уголовн[а-я]{2,3} кодекс[а-я]{0,2})(?: республики)? казахстан|қр қк|қылмыстық кодекс|(?:criminal|penal) code of (?:the )?(?:republic of )?kazakhstan|"
         r"(?:cc|pc) (?:of )?(?:the )?(?:rk|kazakhstan)|kazakh(?:stan)?(?:'s)? (?:criminal|penal) code", ("1997", "2014"), 2015),
    Code("RU.CC", "Criminal Code of Russia", "RU", Source((Cite("Criminal Code of Russia of 13 June 1996", ref="No. 63-FZ"),)),
         Check.GENERAL, r"ук рф|(?:ук|уголовн[а-я]{2,3} кодекс[а-я]{0,2}) (?:рф|российской федерации|россии)|(?:criminal|penal) code of (?:the )?russia|cc (?:of )?(?:the )?(?:rf|russia)|russian criminal code"),
    Code("BY.CC", "Criminal Code of Belarus", "BY", Source((Cite("Criminal Code of Belarus of 9 July 1999", ref="No. 275-Z"),)),
         Check.GENERAL, r"ук рб|(?:ук|уголовн[а-я]{2,3} кодекс[а-я]{0,2})(?: республики)? беларус|(?:criminal|penal) code of (?:the )?(?:republic of )?belarus|крымінальн"),
    Code("UA.CC", "Criminal Code of Ukraine", "UA", Source((Cite("Criminal Code of Ukraine of 5 April 2001", ref="No. 2341-III"),)),
         Check.GENERAL, r"кк україни|ук украины|(?:criminal|penal) code of ukraine|кримінального кодексу"),
    Code("TR.CC", "Criminal Code of Türkiye", "TR",
         Source((Cite("Criminal Code of Türkiye of 1926", ref="No. 765"), Cite("Criminal Code of Türkiye of 26 September 2004", ref="No. 5237"))),
         Check.GENERAL, r"tck|türk ceza kanun|(?:criminal|penal) code of t[uü]rk|turkish (?:criminal|penal) code|tpc|5237(?!\d)|765(?!\d)", ("765", "5237"), 2005),
    Code("TR.TERROR", "Law on the fight against terrorism of Türkiye", "TR",
         Source((Cite("Law on the fight against terrorism of Türkiye of 12 April 1991", ref="No. 3713"),)), Check.GENERAL, r"tmk|terörle mücadele|3713(?!\d)|anti-?terror law|law on the fight against terror"),
    Code("CN.CC", "Criminal Law of China", "CN", Source((Cite("Criminal Law of the People's Republic of China of 1997"),)),
         Check.GENERAL, r"刑法|criminal law of (?:the )?(?:prc|china|people)|chinese criminal (?:law|code)"),
)  # fmt: skip
"""Of Kazakhstan's codes Article 193 of 1997 and the date and number of both were read, the rest is general knowledge."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of offence, as the cases of this system have it.

    Attributes:
        id: What it is, in English.
        articles: Where it stands: code, edition (empty: the only one) and article, and the bits the same article is
            worth: one where most cases have it, three where few do.
        words: How texts call it, folded, as a regular expression.
    """

    id: str
    articles: tuple[tuple[str, str, str, float], ...]
    words: "re.Pattern[str]"


def _kind(ident: str, articles: str, look: str) -> Kind:
    read = []
    for entry in articles.split():
        code, edition, number, bits = entry.split(":")
        read.append((code, edition, number, float(bits)))
    return Kind(ident, tuple(read), re.compile(look))


KINDS: tuple[Kind, ...] = (
    _kind("embezzlement", "KZ.CC:1997:176:1 KZ.CC:2014:189:1 RU.CC::160:1 BY.CC::211:1 UA.CC::191:1 TR.CC:5237:155:1.5 "
          "TR.CC:5237:247:1.5 CN.CC::271:1 CN.CC::382:1 CN.CC::383:1",
          r"embezzl|misappropriat|prisvoen|rastrat|privlasnenn|zimmet|detournement|verduister|贪污|职务侵占"),
    _kind("fraud", "KZ.CC:1997:177:1 KZ.CC:2014:190:1 RU.CC::159:1 BY.CC::209:1 UA.CC::190:1 TR.CC:5237:157:1 TR.CC:5237:158:1 "
          "CN.CC::266:1", r"fraud|swindl|moshennich|shakhraistv|alaiaktyk|dolandiric|escroquerie|oplicht|诈骗"),
    _kind("laundering", "KZ.CC:1997:193:1.5 KZ.CC:2014:218:1.5 RU.CC::174:1.5 RU.CC::174.1:1.5 BY.CC::235:1.5 UA.CC::209:1.5 "
          "TR.CC:5237:282:1.5 CN.CC::191:1.5",
          r"launder|legaliz\w{2,7} (?:deneg|dokhod|denezhn|imushch|sredstv)|legali[sz]ation of|legalisation|blanchiment|witwass|akla(?:ma|nma)|otmyvan|洗钱"),
    _kind("criminal group", "KZ.CC:1997:235:2 KZ.CC:2014:262:2 RU.CC::210:2 BY.CC::285:2 UA.CC::255:2 TR.CC:5237:220:1.5 CN.CC::294:2",
          r"(?:organi[sz]ed|criminal) (?:criminal )?(?:group|organi[sz]ation|communit)|(?:organizovann|prestupn)\w{2,3} (?:grupp|soobshchestv|"
          r"organizats)|organisation criminelle|criminele organisatie|suc orgutu|uiymdaskan top|黑社会"),
    _kind("abuse of office", "KZ.CC:1997:307:2 KZ.CC:2014:361:2 RU.CC::285:2 BY.CC::424:2 UA.CC::364:2 TR.CC:5237:257:1.5 CN.CC::397:2",
          r"abuse of (?:office|power|authority)|zloupotreblen\w{2} (?:dolzhnost|vlast|polnomoch)|gorevi kotuye|滥用职权"),
    _kind("bribery", "KZ.CC:1997:311:1.5 KZ.CC:2014:366:1.5 RU.CC::290:1.5 BY.CC::430:1.5 UA.CC::368:1.5 TR.CC:5237:252:1.5 CN.CC::385:1.5",
          r"brib|vziatk|khabar|rusvet|parakorlyk|corruption passive|omkoping|受贿"),
    _kind("tax evasion", "KZ.CC:1997:222:2 KZ.CC:2014:245:2 RU.CC::199:1.5 BY.CC::243:2 UA.CC::212:2 CN.CC::201:2",
          r"tax (?:evasion|fraud)|uklonen\w{2} ot uplaty nalog|vergi kacak|fraude fiscale|逃税|偷税"),
    _kind("incitement to discord", "KZ.CC:1997:164:2.5 KZ.CC:2014:174:2.5 RU.CC::282:2 BY.CC::130:2 TR.CC:765:312:2.5 TR.CC:5237:216:2.5",
          r"(?:incit|foment)\w{0,7} (?:of |to )?(?:social|national|ethnic|religious|racial|hatred|enmity|discord)|"
          r"(?:vozbuzhden|razzhigan)\w{2} \w{0,20} ?(?:rozn|nenavist|vrazhd)"),
    _kind("calls against the constitutional order", "KZ.CC:1997:170:3 KZ.CC:2014:179:3 RU.CC::280:2 BY.CC::361:2.5 CN.CC::105:1.5",
          r"subver(?:sion|ting)|calls? (?:for|to) (?:the )?(?:seizure|overthrow)|prizyv\w{0,3} k (?:zakhvat|sverzhen|nasilstvenn)|颠覆国家政权"),
    _kind("seizure of power", "RU.CC::278:3 BY.CC::357:2.5 TR.CC:765:146:2 TR.CC:5237:309:1.5 TR.CC:5237:312:2",
          r"coup|anayasal duzeni|zakhvat\w{0,3} vlasti|darbe"),
    _kind("separatism", "KZ.CC:2014:180:2.5 RU.CC::280.1:2.5 CN.CC::103:1.5 UA.CC::110:1.5", r"separatis|secession|splitting the state|分裂国家"),
    _kind("armed or terrorist organisation", "TR.CC:765:168:1 TR.CC:5237:314:1 TR.TERROR::7:1 RU.CC::205.5:2 KZ.CC:2014:257:2 "
          "BY.CC::290-4:2 CN.CC::120:1.5", r"terror\w{0,8} (?:organi[sz]ation|orgut|soobshchestv|organizats)|teror orgutu|恐怖组织"),
    _kind("extremist organisation", "KZ.CC:1997:337-1:2.5 KZ.CC:2014:405:2.5 RU.CC::282.1:2 RU.CC::282.2:1.5 BY.CC::361-1:1.5",
          r"extremist|ekstremist|极端主义"),
    _kind("public order", "KZ.CC:1997:241:2 KZ.CC:2014:272:2 RU.CC::212:2 BY.CC::342:1 BY.CC::293:1.5 CN.CC::293:1 CN.CC::290:1.5",
          r"mass (?:disorder|riot)|massov\w{2} besporiadk|picking quarrels|寻衅滋事"),
    _kind("treason or espionage", "KZ.CC:1997:165:3 KZ.CC:2014:175:3 RU.CC::275:2.5 RU.CC::276:3 BY.CC::356:2 BY.CC::358:2.5 TR.CC:5237:328:2.5 "
          "CN.CC::110:2 CN.CC::111:2", r"treason|espionage|gosudarstvenn\w{2,3} izmen|shpionazh|casusluk|间谍|spying"),
    _kind("insult of the head of state", "TR.CC:5237:299:1 BY.CC::368:1.5 BY.CC::367:2 KZ.CC:2014:375:2.5",
          r"insult\w{0,3} (?:of |to )?the president|cumhurbaskanina hakaret|oskorblen\w{2} prezident"),
    _kind("cult organisation", "CN.CC::300:1.5", r"邪教|(?:evil )?cult|xie ?jiao"),
)  # fmt: skip
"""General knowledge of the codes, as far as their entries do not say more."""

USUAL_BITS = 2.0
"""What the same article is worth that the table does not have."""
WORDS_AT_MOST = 1.5
"""What the wording of offences can be worth at most."""
_KIND_BITS = 0.75
_ENOUGH_WORDS = 4
_SAME_WORDS = 0.5


def kinds_in(text: str) -> frozenset[str]:
    """The kinds of offence a text speaks of."""
    plain = fold(text)
    return frozenset(kind.id for kind in KINDS if kind.words.search(plain))


def wording(text: str) -> frozenset[str]:
    """The words of a text that can be compared: those of four letters and more."""
    return frozenset(w for w in words(text) if len(w) >= _ENOUGH_WORDS)


def wording_bits(left: frozenset[str], right: frozenset[str]) -> float:
    """What the words two texts share are worth, beyond the kind of offence: nought below one half of them."""
    if min(len(left), len(right)) < _ENOUGH_WORDS:
        return 0.0
    shared = len(left & right) / len(left | right)
    return (WORDS_AT_MOST - _KIND_BITS) * (shared - _SAME_WORDS) / (1 - _SAME_WORDS) if shared > _SAME_WORDS else 0.0


def kind_bits(left: frozenset[str], right: frozenset[str]) -> float:
    """What it is worth that two texts, in whatever language, speak of the same kind of offence."""
    return _KIND_BITS if left & right else 0.0
