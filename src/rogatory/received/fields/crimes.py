"""Offences and articles of criminal law a letter names."""

import re
from collections.abc import Iterator, Sequence

from rogatory.linkage.articles import Article, articles
from rogatory.received.fields.sheet import Sheet, label, look, one_line, trimmed
from rogatory.received.proposed import Field, Proposed

_OFFENCES = {
    "embezzlement": r"embezzlement|misappropriation(?: of (?:public )?(?:funds|assets|property))?|détournement(?: de (?:fonds|biens)(?: publics)?)?|abus de biens sociaux|abus de confiance|verduistering|untreue|unterschlagung|veruntreuung|(?:присвоени[еяю](?: и(?:ли)?)? )?растрат[аыу](?: [^\W\d_]+ имущества)?|присвоени[еяю] (?:вверенного )?[^\W\d_]{0,14} ?(?:имущества|средств)|хищени[еяю]|zimmet|güveni kötüye kullanma",
    "fraud": r"(?:large-scale |aggravated |tax |vat )?fraud|swindling|escroquerie(?: en bande organisée| aggravée)?|oplichting|(?:gewerbsmäßig(?:er|en) )?betrug(?:s|es)?|мошенничеств[оау]|(?:nitelikli )?dolandırıcılı(?:k|ğı)",
    "laundering": r"(?:money[- ])?laundering(?: of (?:money|proceeds(?: of crime)?|funds))?|blanchiment(?: (?:d'argent|de capitaux|de fonds|aggravé))?|witwassen|witwas(?:serij)?|geldwäsche(?:rei)?|(?:легализаци[яию]|отмывани[еяю])(?: \(отмывани[еяю]\))?(?: [^\W\d_]+){0,3}? ?(?:денег|доходов|средств|имущества)|(?:suçtan kaynaklanan malvarlığı değerlerini )?aklama|kara para aklama",
    "bribery": r"(?:active |passive )?bribery|(?:giving|taking|acceptance|receiving) of (?:a )?bribes?|corruption (?:active|passive)(?: d'agent public)?|(?:actieve |passieve )?omkoping|bestechung|bestechlichkeit|взяточничеств[оау]|(?:дач[аиуе]|получени[еяю]) взятки|rüşvet(?: alma| verme)?",
    "tax evasion": r"tax evasion|fraude fiscale|belastingfraude|belastingontduiking|fiscale fraude|steuerhinterziehung|уклонени[еяю] от уплаты налог[^\W\d_]{0,3}|vergi kaçakçılığı",
    "criminal organisation": r"(?:participation in|membership (?:of|in)|leading|forming) (?:a |an )?(?:criminal|terrorist|armed) (?:organi[sz]ation|group)|association de malfaiteurs(?: terroriste)?|(?:participation à une )?organisation criminelle|(?:deelneming aan een )?criminele organisatie|(?:beteiligung an|mitgliedschaft in) einer kriminellen (?:organisation|vereinigung)|bildung (?:einer )?krimineller? vereinigung(?:en)?|mitgliedschaft in einer (?:kriminellen|terroristischen) vereinigung|участи[еяю] в (?:преступном сообществе(?: \(преступной организации\))?|преступной организации|преступной группе|организованной преступной группе|террористической организации)|(?:silahlı )?(?:terör|suç) örgütü(?:ne)? ?(?:üyeliği|üye olma|kurma)?",
    "drugs": r"(?:illicit )?(?:drug|narcotics?)[- ](?:trafficking|smuggling|offences)|trafic de (?:stupéfiants|drogues?)|drugshandel|handel in verdovende middelen|invoer van verdovende middelen|(?:unerlaubte[rn]? )?(?:handel(?:treiben)? mit betäubungsmitteln|drogenhandel)|betäubungsmittelhandel|незаконн[^\W\d_]{2,3} (?:оборот|сбыт)[^\W\d_]{0,2} наркотических средств(?: и психотропных веществ)?|контрабанд[аыу] наркотик[^\W\d_]{1,3}|uyuşturucu (?:veya uyarıcı )?(?:madde )?(?:ticareti|kaçakçılığı|imal ve ticareti)",
    "homicide": r"(?:attempted )?(?:murder|manslaughter|homicide)|assassinat|meurtre|(?:poging tot )?(?:moord|doodslag)|mord(?:es)?|totschlag(?:s|es)?|убийств[оау]|(?:kasten )?(?:adam )?öldürme",
    "theft": r"(?:aggravated )?theft|burglary|(?:armed |aggravated )?robbery|vol (?:aggravé|qualifié|à main armée|en bande organisée)|diefstal(?: met (?:geweld|braak))?|(?:schwere[rn]? )?(?:diebstahl(?:s)?|raub(?:es)?)|краж[аиу]|разбо[йя]|грабеж[ау]?|(?:nitelikli )?hırsızlı(?:k|ğı)|yağma",
    "forgery": r"forgery(?: of documents)?|(?:use of )?(?:forged|false) documents|faux(?: et usage de faux)|valsheid in geschrifte|urkundenfälschung|подделк[аиу] документ[^\W\d_]{1,2}|(?:resmi )?(?:belgede|evrakta) sahtecili(?:k|ği)",
    "office": r"abuse of (?:office|power|official (?:position|authority))|abus (?:de pouvoir|d'autorité)|ambtsmisbruik|amtsmissbrauch|злоупотреблени[еяю] (?:должностными полномочиями|властью|служебным положением)|görevi kötüye kullanma",
    "trafficking": r"(?:human trafficking|trafficking in (?:human beings|persons))|traite des êtres humains|mensenhandel|menschenhandel|торговл[яию] людьми|insan ticareti|(?:migrant smuggling|smuggling of migrants)|mensensmokkel|göçmen kaçakçılığı",
    "terrorism": r"terrorist (?:offences|acts?)|financing of terrorism|terrorist financing|financement du terrorisme|terrorismefinanciering|terrorismusfinanzierung|финансировани[еяю] терроризма|terörizmin finansmanı",
    "cyber": r"computer (?:fraud|sabotage|crime)|unauthori[sz]ed access to (?:a )?computer (?:system|data)s?|hacking|computervredebreuk|computerbetrug|ausspähen von daten|неправомерн[^\W\d_]{2,3} доступ[^\W\d_]? к компьютерной информации|bilişim sistemine girme|accès frauduleux",
    "insolvency": r"fraudulent bankruptcy|banqueroute|bedrieglijke bankbreuk|преднамеренн[^\W\d_]{2,3} банкротств[оау]|extortion|extorsion|afpersing|erpressung|вымогательств[оау]|kidnapping|enlèvement|ontvoering|entführung|похищени[еяю] человека",
}  # fmt: skip
"""Names of offences in the languages of letters, by what they are."""
_NAMED = tuple((kind, look(rf"(?<![^\W_])(?:{words})(?![^\W_])")) for kind, words in _OFFENCES.items())
_OF_TREATY = look(
    r"(?:convention|treaty|übereinkommen|verdrag|конвенци|protocol|sözleşme|traité|unit(?:ed)? nations|nations unies|vereinten nationen|fight against|combating|bureau|agency|service|department|agentschap|committee|against|contre la|tegen|gegen|directorate|office|unit|squad|police|prosecution|court)[^.;:]{0,40}\Z"
)
_AFTER_IT = look(
    r"[ \n](?:[^.;]{0,40}?(?:bewijs|evidence|preuve|beweis|доказательств|delil)|convention|act|law|unit|section|department|bureau|office|squad|agency|police|division|judge|court|prosecutor)"
)
_LABEL = label(
    r"(?:nature (?:and legal classification )?of the )?offen[cs]es?(?: charged)?|legal (?:classification|qualification)(?: of the offen[cs]e)?|charges?|infractions?|qualification(?: juridique| l[eé]gale)?(?: (?:des faits|de l'infraction))?|chefs? d'accusation|nature (?:et qualification juridique )?de l'infraction|strafbare feiten|strafbaar feit|misdrijf|misdrijven|kwalificatie|tenlastelegging"
    r"|straftat(?:en)?|tatvorwurf|rechtliche würdigung|delikt|tat|преступление|квалификация(?: деяния)?|состав преступления|suç(?:u|lar)?|isnat edilen suç|atılı suç"
)
_ARTICLE = look(
    r"(?<![^\W_])(?:§{1,2}|art(?:icles?|ikel[ns]?|s?\.)?|sections?)[ \n]{0,2}(?P<n>\d{1,4}(?:[.\-]\d{1,3})*(?:[a-z](?![^\W_]))?(?: ?(?:bis|ter|quater))?)(?P<more>[^\n;.]{0,60}?)(?:\n| )(?:of |du |de |des |van (?:het )?|)(?:the )?(?P<code>(?:[^\W\d_]+ )?(?:criminal|penal|crimes) (?:code|law)|[^\W\d_]{2,12} p[eé]nale?|türkisch(?:en|es) strafgesetzbuch(?:es|s)?|stgb|code p[eé]nal|strafwetboek|wetboek van strafrecht|(?:l')?swb|sr\b|strafgesetzbuch(?:es|s)?|abgabenordnung|ao\b|btmg|opiumwet)"
)
_NO_OTHER = 60
_SENTENCE = re.compile(r"\d|[.:]$|^(?:\S+ ){9,}")
"""What stands behind a label and is a sentence, not the name of an offence."""
_TREATY = look(
    r"verdrag|übereinkommen|convention|конвенци|sözleşme|treaty|directive|richtlijn|richtlinie|protocol|rahmenbeschluss|kaderbesluit"
)


def offences(sheets: Sequence[Sheet]) -> Iterator[Proposed]:
    """Offences in words: each kind once, and what stands behind the label of the offence."""
    told: set[str] = set()
    for sheet in sheets:
        found = sorted((m.start(), m.end(), kind) for kind, words in _NAMED for m in words.finditer(sheet.small))
        last = 0
        for start, end, kind in found:
            around = sheet.small[max(0, start - _NO_OTHER) : start]
            if kind in told or start < last or _OF_TREATY.search(around) or _AFTER_IT.match(sheet.small, end):
                continue
            told.add(kind)
            last = end
            yield sheet.proposed(Field.OFFENCE, (start, end), "", "the name of an offence")
        yield from _labelled(sheet, told)


def _labelled(sheet: Sheet, told: set[str]) -> Iterator[Proposed]:
    """An offence that no table names, behind the label."""
    for match in _LABEL.finditer(sheet.small):
        start, end = trimmed(sheet.plain, *match.span("value"))
        if start >= end or any(words.search(sheet.small, start, end) for _, words in _NAMED):
            continue
        cut = re.search(r"\(|;|,? (?:art\.|article|ст\.|§|madde)", sheet.small[start:end])
        start, end = trimmed(sheet.plain, start, start + cut.start() if cut else end)
        value = one_line(sheet.plain[start:end])
        if value and value not in told and not value[0].isdigit() and not _SENTENCE.search(value):
            told.add(value)
            yield sheet.proposed(Field.OFFENCE, (start, end), value, f"stands behind the label “{match['label']}”")


def cited(sheets: Sequence[Sheet], state: str) -> Iterator[Proposed]:
    """Articles of criminal codes: those of the codes known here, and of others with the code named beside them."""
    told: set[str] = set()
    for sheet in sheets:
        taken: list[tuple[int, int]] = []
        for start, end, value, doubts in (*_known(sheet, state), *_turkish(sheet), *_named_with_code(sheet, state)):
            if value not in told and not any(a < end and start < b for a, b in taken):
                taken.append((start, end))
                told.add(value)
                yield sheet.proposed(Field.ARTICLE, (start, end), value, "an article of a criminal code", doubts)


_Cited = tuple[int, int, str, tuple[str, ...]]


def _known(sheet: Sheet, state: str) -> Iterator[_Cited]:
    flat, small = sheet.plain.replace("\n", " "), sheet.small.replace("\n", " ")
    at = 0
    for article in articles(flat, state):
        start = flat.find(article.raw, at)
        start = start if start >= 0 else flat.find(article.raw)
        if start >= 0 and not _TREATY.search(small, start, start + len(article.raw) + _NO_OTHER):
            at = start + len(article.raw)
            yield start, at, as_value(article), article.steps


_TURKISH = look(
    r"(?<![^\W_])türk ceza kanunu(?:'?[^\W\d_]{1,4})?[ ,(]{1,3}(?:md?\. ?)?(?P<n>\d{1,3})(?!\d|\.|')(?:/(?P<part>\d)(?!\d))?"
)


def _turkish(sheet: Sheet) -> Iterator[_Cited]:
    """`Türk Ceza Kanunu m. 252/3`, and the same without a word for the article."""
    for match in _TURKISH.finditer(sheet.small):
        part = f"({match['part']})" if match["part"] else ""
        yield match.start(), match.end(), f"TR.CC {match['n']}{part}", ()


def _named_with_code(sheet: Sheet, state: str) -> Iterator[_Cited]:
    for match in _ARTICLE.finditer(sheet.small) if state else ():
        part = _PART.search(match["more"])
        value = f"{state}.CC {match['n']}" + (f"({part.group(1)})" if part else "")
        yield match.start(), match.end(), value, ("the code of this state is not among those known here",)


_PART = re.compile(r"(\d{1,2})")


def as_value(article: Article) -> str:
    """An article in one line: code, edition where there are several, number and part: `KZ.CC 2014 189(4)`."""
    return " ".join(p for p in (article.code, article.edition, article.number) if p) + (
        f"({article.part})" if article.part else ""
    )
