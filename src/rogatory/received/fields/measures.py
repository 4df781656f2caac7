"""The measures a letter asks for."""

from collections.abc import Iterator, Sequence

from rogatory.received.fields.sheet import Sheet, look
from rogatory.received.fields.wishes import Spans, asks, lists_that_ask
from rogatory.received.proposed import Field, Proposed

_MEASURES = (
    ("search", r"be searched|soi(?:t|ent) perquisitionn|search(?:es|ing)?(?: and seizure)?(?: (?:of|at|on))|house search(?:es)?|search warrant|search (?:the|his|her|their)|perquisition(?:s|ner)?|(?:huis)?zoeking(?:en)?|doorzoeking(?:en)?|durchsuch(?:ung(?:en)?|en)|обыск[^\W\d_]{0,2}|(?:произвести|проведени[еяю]) обыск[^\W\d_]{0,2}|arama(?:sı|ya)?(?: (?:yapılması|işlemi|kararı|ve))|konutunda arama"),
    ("seizure", r"be seized|soi(?:t|ent) saisi|seiz(?:e|ure|ing)(?: (?:of|and))?|saisi(?:e|r)s?|inbeslag(?:neming|name)|in beslag (?:te )?(?:nemen|genomen)|beschlagnahm(?:e|ung|en)|sicherstellung|изъяти[еяю]|изъять|выемк[аиу]|el ?koy(?:ma|ulması|masi)[^\W\d_]{0,4}|elkon(?:ulması|ma)[^\W\d_]{0,4}"),
    ("freezing", r"be frozen|soi(?:t|ent) gelé|(?:freez(?:e|ing)|restrain(?:t|ing)|attachment|blocking)(?: (?:of|order|the))?(?= |$)|gel (?:des?|du)|geler|blocage d[eu]s?|bevriez(?:ing|en)|blokker(?:ing|en) van|einfr(?:ieren|ierung)|arrestierung von vermögen|vermögensarrest|(?:наложени[еяю]|наложить) арест[^\W\d_]{0,2}|арест[^\W\d_]{0,2} на (?:имущество|счет|денежные)|замораживани[еяю]|заблокировать|dondurulması|malvarlığı(?:nın)? dondur|bloke edil"),
    ("bank-data", r"(?:bank(?:ing)?|account) (?:data|records?|statements?|information|documents?|details?)|bank account(?:s)?|statements of (?:the )?accounts?|(?:relev[eé]s|informations|donn[eé]es|documents|documentation) (?:de comptes? )?bancaires?|relev[eé]s de compte|comptes? bancaires?|bank(?:gegevens|rekeninggegevens|afschriften|rekening(?:en)?|informatie)|rekeninggegevens|rekeningafschriften|konto(?:auszüge|unterlagen|daten|informationen)|bank(?:unterlagen|daten|auskünfte|auskunft)|выписк[^\W\d_]{1,3}(?: [^\W\d_]{1,12}){0,2} (?:по|с|о)(?: [^\W\d_]+){0,2} сч[её]т[^\W\d_]{0,3}|банковск[^\W\d_]{2,3} (?:сч[её]т[^\W\d_]{0,3}|выписк[^\W\d_]{0,2}|сведени[^\W\d_]|документ[^\W\d_]{0,2}|информаци[^\W\d_])|сведени[^\W\d_]{1,2} о (?:движении (?:денежных )?средств|банковских счетах|счетах)|banka (?:kayıtları|hesap(?:ları|)|hesap hareketleri|bilgileri|dökümleri)[^\W\d_]{0,6}|hesap (?:hareketleri|ekstre|dökü)[^\W\d_]{0,8}"),
    ("interception", r"intercept(?:ion|ing)?(?: of)?(?: (?:tele)?communications| telephone| calls)?|wiretap(?:ping|s)?|telephone tapping|interception(?: des (?:t[eé]l[eé])?communications)?|[eé]coutes? t[eé]l[eé]phoniques?|mise sur [eé]coute|(?:telefoon)?tap(?:pen|s)?(?= |$)|afluisteren|interceptie|telekommunikationsüberwachung|überwachung der telekommunikation|abhören|прослушивани[еяю]|контрол[ья] и запис[ьи] (?:телефонных )?переговоров|перехват[^\W\d_]{0,2}|iletişimin (?:denetlenmesi|dinlenmesi|tespiti)|telefon dinleme|dinlenmesi ve kayda"),
    ("video-hearing", r"(?:by |via |through )?(?:video[- ]?(?:conference|conferencing|link))|par (?:vid[eé]oconf[eé]rence|visioconf[eé]rence)|(?:per |via )?video(?:conferentie|verbinding)|(?:per |mittels |im wege der )?videokonferenz|videovernehmung|(?:посредством |с использованием |по )?(?:видеоконференц[^\W\d_\-]{0,4}(?:-?связи)?|видеосвяз[ьи])|video ?konferans|sesbis|segbis"),
    ("witness-transfer", r"(?:temporary )?transfer of (?:the )?(?:detained (?:person|witness)|person in custody|detainee)|transf[eè]rement (?:temporaire )?d(?:e la|u|'une?|es) (?:personnes? d[eé]tenues?|t[eé]moins? d[eé]tenus?|d[eé]tenus?)|(?:tijdelijke )?overbrenging van (?:de |een )?(?:gedetineerde|aangehouden)|(?:zeitweilige |vorübergehende )?überstellung (?:der|des|von|eines|einer)[^.\n]{0,20}(?:inhaftiert|häftling|gefangen)|временн[^\W\d_]{2,3} передач[^\W\d_] (?:лица, содержащегося под стражей|содержащ|заключенн)|tutuklunun geçici nakli"),
    ("service", r"serv(?:e|ice|ing)(?: of)?(?: (?:the|a|an|court|judicial|procedural|enclosed))* (?:documents?|summons(?:es)?|papers?|writs?|indictment|judgment|subpoena)|(?:signifi(?:cation|er)|notifi(?:cation|er)|remise)(?: (?:de|d'|du|des|la|l'|le|une?))* ?(?:actes?|pi[eè]ces|citations?|convocations?|assignation|jugement|documents judiciaires)|beteken(?:ing|en)(?: (?:van|de|het|een))* ?(?:stukken|dagvaarding|gerechtelijke|akten?|vonnis)|dagvaarding (?:te )?betekenen|(?:zustellung|zuzustellen)(?: (?:der|des|von|einer|eines|an))*|(?:вручени[еяю]|вручить)(?: [^\W\d_]+){0,2} (?:документ|повестк|копи|постановлен|уведомлен|судебн)[^\W\d_]{0,4}|(?:tebliğ(?:i|at)?|tebligat)(?: (?:edilmesi|yapılması|işlemi))?"),
    ("interview", r"be (?:interviewed|heard|questioned|examined)|soi(?:t|ent) entendu|(?:interview|hear|question|examine|interrogat(?:e|ion of)|take (?:a |the )?statements? (?:from|of)|taking (?:of )?(?:a |the )?(?:statements?|evidence|testimony)|take (?:the )?(?:testimony|evidence) (?:of|from)|interviewing|hearing of|examination of|questioning of|interview of|interviews? with)(?: (?:the|mr|ms|mrs|as|a|an|of|him|her|following))*|auditionner|audition(?:s)? (?:de|du|d'|des|en)|entendre|interroger|interrogatoire|recueillir (?:les? )?d[eé]clarations?|(?:te )?(?:ver)?horen|verhoor(?: van)?|ondervra(?:gen|ging)|(?:vernehmung|vernehmen|zu vernehmen|einzuvernehmen|einvernahme|befragung|anhörung)|допрос(?:ить)?|(?:взять|получить|отобрать) (?:объяснени|показани)[^\W\d_]|ifade(?:si|sinin|lerinin)(?: (?:alınması|al))?|dinlenmesi(?= )|sorgu(?:su|sunun|lanması)|beyanının alınması"),
    ("documents", r"(?:(?:certified |authenticated )?cop(?:y|ies) of (?:the |all )?(?:documents?|file|records?|contracts?|case file|judicial file|company)|(?:provide|transmit|send|hand(?:ing)? over|obtain|supply|production of|communicate|transmission of)(?: (?:us|the|all|any|certified|copies|of|with|a|copy|authenticated))* (?:documents?|records?|files?|case file|judicial file|contracts?|documentation|corporate documents|company records))|(?:communication|remise|transmission|copie(?:s)?(?: certifi[eé]es?)?|transmettre|communiquer|obtenir)(?: (?:de|du|des|la|le|les|d'une|l'int[eé]gralit[eé]|copie|tous?|conforme|une|nous))* (?:documents|dossier(?: judiciaire)?|pi[eè]ces|documentation|contrats?)|(?:afschrift(?:en)?|kopie(?:ën)?|overlegging|verstrekking|toezending|afgifte) van (?:de |het |alle |het gehele )?(?:[^\W\d_]+ )?(?:documenten|stukken|dossier|bescheiden|strafdossier)|(?:herausgabe|übersendung|übermittlung|vorlage)(?: (?:von|der|des|beglaubigter|einer|sämtlicher))* (?:kopien?|abschriften?|unterlagen|akten?|dokumente[n]?)|(?:предоставить|направить|представить|передать|истребовать|предоставлени[еяю]|истребовани[еяю])(?: [^\W\d_]+){0,3} (?:копи[ийюя]|документ[^\W\d_]{1,3}|материал[^\W\d_]{1,2})|(?:belge|evrak|dosya)(?:ların|nın|nin|lerin)?(?: [^\W\d_]+){0,3} (?:gönderilmesi|temini|teslimi|verilmesi)"),
    ("arrest", r"provisional(?:ly)? arrest(?:ed)?(?: of)?|be arrested|arrêtée?s?(?= et)|aanhouding(?= en)|festgenommen(?= und)|(?:arrest and detention|arrest of|detention of|to arrest)|arrestation provisoire|(?:proc[eé]der à )?l'arrestation|voorlopige aanhouding|aanhouding van|(?:vorläufige )?(?:festnahme|inhaftnahme|inhaftierung)|(?:временн[^\W\d_]{2,3} )?(?:арест[^\W\d_]{0,2}|задержани[еяю]|задержать|взять под стражу)(?! на)|(?:geçici )?tutuklan(?:ması|masi)[^\W\d_]{0,3}|yakalanması[^\W\d_]{0,3}"),
    ("surrender", r"surrender (?:of|to|him|her|the)|extradite|extradition (?:of|to)|(?:the|his|her) extradition|remise d(?:e|u|es)? (?:la personne|m\.|mme|monsieur|madame|l'int[eé]ress[eé])|(?:l')?extradition d[eu]|overlever(?:ing|en)|uitlever(?:ing|en)|auslieferung|auszuliefern|übergabe (?:des|der) (?:verfolgten|gesuchten|person)|выдач[аеиу]|экстрадици[июя]|экстрадировать|выдать|iadesi(?:nin|ne)?|iade edilmesi"),
)  # fmt: skip
_IN_ITEMS = (
    ("search", r"binnentreden|betreden van|осмотр жил|search(?!ed)|perquisition|visite domiciliaire|fouille|zoeking|doorzoek|durchsuch|обыск|осмотр (?:помещ|жил)|aranma|arama"),
    ("seizure", r"veiligstell|veilig te stellen|meenemen|mee te nemen|einzieh|einzuzieh|in verwahrung|выемк|zapt|seiz|confiscat|saisi|scellés|beslag|beschlagnahm|sicherstell|sicherzustell|изъя|выем|el ?kon|muhafaza altına"),
    ("freezing", r"conservatoir beslag|vast te zetten|pfänd|arrest(?:ieren)? (?:in|über|von) (?:das |die )?(?:vermögen|guthaben|konto)|наложи[^.;]{0,12} арест|наложени[^.;]{0,12} арест|приостановить (?:операци|расходн)|ihtiyati (?:tedbir|haciz)|tedbir|fr[eo]ez|restrain|block(?:ing)?(?: of)? (?:the )?(?:account|balance|fund|asset)|attach(?:ment)? (?:of )?(?:the )?(?:account|fund|asset)|(?<![^\W_])gel(?:er)?(?= )|bloqu|blocage|immobilis|bevriez|blokke|beslag op (?:de )?(?:rekening|tegoed)|einfr|einzufr|sperr|arretier|vermögensarrest|арестоват[^\W\d_]? (?:имуществ|сч[её]т|средств|денеж)|арест[^\W\d_]{0,2} (?:на )?(?:имуществ|сч[её]т|средств|денеж|остат)|заморо|замораж|заблок|блокир|приостанов[^.;]{0,40}сч|bloke|dondur|tedbir kon"),
    ("bank-data", r"transactieoverzicht|rekeninghistoriek|kontoverdichtung|umsatzübersicht|auskunft der bank|юридическ[^\W\d_]{2,3} дел|карточк[^.;]{0,20}подпис|истребовать (?:в|из|у) банк|hesap ekstre|hesap açılış|para hareket|(?:bank|account)[^.;]{0,60}(?:information|statement|record|histor|data|detail|document|form|transaction)|(?:information|statement|record|histor|data|detail|transaction)[^.;]{0,60}(?:bank|account)|(?:relev[eé]s?|historique|mouvements|opérations|extraits?)[^.;]{0,40}comptes?|bancaire|bankgegevens|rekening(?:afschrift|uittreksel|gegevens|informatie)|(?:afschriften|verrichtingen|transacties|gegevens)[^.;]{0,40}rekening|bank[^.;]{0,40}(?:gegevens|afschriften|transacties)|kontoausz|kontounterlagen|kontobewegung|kontoer[öo]ffnung|umsätze|bankausk|bankunterlagen|kontodaten|выписк[^.;]{0,60}сч|банковск|движени[^\W\d_] [^.;]{0,20}средств|(?:сведени|информаци)[^.;]{0,50}сч[её]т|banka hesap|hesap hareket|hesap bilgi|hesap özet|hesap döküm|banka(?:dan|nın)? [^.;]{0,60}(?:hesap|kayıt|belge|bilgi)"),
    ("interception", r"intercept|wiretap|tapping|écoute|afluister|(?:telefoon)?tap(?:pen)?(?= )|abhör|telekommunikationsüberwach|прослуш|перехват|контрол[ья] (?:и запис[ьи] )?(?:телефонн|переговор)|dinlenmesi ve kayd|iletişimin (?:denetlen|tespit|dinlen)"),
    ("video-hearing", r"video|vid[eé]o|visioconf|видео|segbis"),
    ("witness-transfer", r"transfer of the detain|temporar(?:y|ily) transfer|transfèrement|overbrenging van|überstellung|передач[^\W\d_] (?:лица, содерж|заключ)|geçici nakl"),
    ("service", r"ter hand (?:te )?stell|kennis te geven|zu übergeben|под (?:роспись|расписку)|imza karşılığı|(?<!re)(?<!ob)(?<!con)serv(?:e|ice|ing)(?= )|deliver[^.;]{0,30}(?:summons|indictment|document|decision|judgment|writ|subpoena)|signifi|notifi|remettre[^.;]{0,40}(?:citation|convocation|acte|assignation)|beteken|overhandig|uitreik|(?<!sicher)zustell|zuzustellen|aushändig|вруч|tebli[gğ]|tevdi"),
    ("interview", r"опросить|zu hören|anzuhören|aussagen? (?:auf|einzu)|interview|question(?:ing)?(?= )|hear(?:ing)?(?= )|examin(?:e|ation)|interrogat|testimony|statement from|statements? of the|take (?:a |the )?statement|audition|entendre|interroger|déposition|déclarations?|verho|ondervra|bevrag|(?:te )?horen|verklaring|vernehm|vernomm|einvernahm|einvernehm|befrag|anhör|aussage|допрос|допрош|(?<!в)опрос|показани|объяснени|ifade|dinlenme|sorgu|beyan"),
    ("documents", r"handelsregister|commercial register|registre du commerce|ablichtung|urkunde|gesellschaftsvertrag|statuten|akte(?:n)?(?= |$)|регистрационн|учредительн|устав|sicil|tasdikli|onayli|cop(?:y|ies)|extracts? (?:from|of)|documents?|files?(?= )|records|contracts?|copie|extraits?|statuts|dossiers?|pièces|contrats?|afschrift|kopie|stukken|uittreksel|documenten|dossier|abschrift|kopien?|unterlagen|auszug|auszüge|akten?(?= )|копи|документ|материал|выписк[^\W\d_]{1,2} из|suret|örne[gğ]i|örnekler|belge|evrak|dosya"),
    ("arrest", r"in verzekering|gevangenne|vast te houden|in gewahrsam|in haft|festzunehm|zu verhaft|заключить под|мер[^\W\d_] пресечени|arrest|detain|detention|apprehen|into custody|arrêt(?:er|ation)|interpell|incarc|détention|écrou|aanhoud|aan te houden|aangehouden|in hechtenis|festn|inhaft|verhaft|haft(?= |befehl|$)|auslieferungshaft|ergreif|арестовать|арест[^\W\d_]{0,2}(?! (?:на|имущ|остат))|задерж|стражу|стражей|tutuk|yakala|gözaltı"),
    ("surrender", r"surrender|extradit|hand(?:ing)? over (?:of )?(?:the |that )?person|remise de la personne|remettre (?:la personne|l'intéress)|overlever|uitlever|ausliefer|auszuliefern|übergabe der (?:verfolgten|gesuchten|person)|übergeb|выда(?:ть|ч)|экстрад|передать лицо|iadesi|iade edil|teslimi"),
)  # fmt: skip
"""The same in an item of a list that asks, where a word is enough; the first that fits says what the item asks for."""
_ORDER = (
    "witness-transfer",
    "video-hearing",
    "interception",
    "search",
    "seizure",
    "service",
    "freezing",
    "bank-data",
    "interview",
    "arrest",
    "documents",
    "surrender",
)
_ONE_MORE = {"search": "seizure"}

_LOOKS = tuple((what, look(rf"(?<![^\W_])(?:{words})(?![^\W_])")) for what, words in _MEASURES)
_ITEM_LOOKS = {
    what: look(rf"(?<![^\W_])(?:(?:[^\W\d_]{{0,14}})(?:{words}))[^\W\d_]{{0,12}}") for what, words in _IN_ITEMS
}
_OF_TREATY = look(
    r"(?:convention|treaty|agreement|traité|accord|verdrag|overeenkomst|übereinkommen|vertrag|конвенци[^\W\d_]|договор[^\W\d_]{0,2}|соглашени[^\W\d_]|sözleşme(?:si)?|directive|richtlijn|richtlinie|law|act|loi|wet|gesetz)[^.;\n]{0,70}\Z"
)

_DONE = look(
    r"(?:annexe?s? ?\d|annex ?\d|enclosure|bijlage|anlage|приложени|ek ?\d|record of|procès-verbal d|proces-verbaal van|protokoll der|already|previously|was (?:searched|seized|frozen|arrested|interviewed)|were (?:searched|seized|frozen|interviewed)|has been|have been|had been|a déjà|ont déjà|a été|ont été|werd(?:en)? (?:reeds|al)|reeds|is (?:reeds|gehoord|aangehouden)|wurde[n]?|worden ist|bereits|был[аио]?|уже|произведен[аы]?(?= )|edilmişti|yapılmıştı|edilmiştir|yapılmıştır|court's order|it follows from|established that|refused|intends|does not|no |not (?:ask|request)|ne (?:demand|sollicit)|niet|nicht|kein|не )"
)
_PRESENCE = look(
    r"presence|présence|aanwezig|anwesen|teilnahme|присутств|участи|допустить|katılma|hazır bulun|permitted to attend|take part|participat|bijwonen|confidential|vertraulich|vertrouwelijk"
)
_WHY_LIST = "stands in a list that asks"
_WHY_SENTENCE = "stands in a sentence that asks"


def measures(sheets: Sequence[Sheet]) -> Iterator[Proposed]:
    """Measures asked for, each kind once: in the items of a list that asks, else in sentences that ask."""
    told: set[str] = set()
    lists = lists_that_ask(sheets, _is_measure)
    for sheet, items in zip(sheets, lists, strict=True):
        for found in (*_in_items(sheet, items), *_in_sentences(sheet, items)):
            if found.value not in told:
                told.add(found.value)
                yield found


def _is_measure(item: str) -> bool:
    return any(words.search(item) for words in _ITEM_LOOKS.values())


def _in_items(sheet: Sheet, items: Spans) -> Iterator[Proposed]:
    for start, end in items:
        for what in _ORDER:
            match = _ITEM_LOOKS[what].search(sheet.small, start, end)
            if match is not None:
                yield sheet.proposed(Field.MEASURE, match.span(), what, _WHY_LIST)
                break


def _in_sentences(sheet: Sheet, items: Spans) -> Iterator[Proposed]:
    found = sorted((m.start(), m.end(), what) for what, words in _LOOKS for m in words.finditer(sheet.small))
    for start, end, what in found:
        if any(a <= start < b for a, b in items) or not _is_asked(sheet, start):
            continue
        if what == "interview" and _LOOKS_BY_VIDEO.search(sheet.small, *sheet.sentence(start)):
            continue
        yield sheet.proposed(Field.MEASURE, (start, end), what, _WHY_SENTENCE)


_LOOKS_BY_VIDEO = dict(_LOOKS)["video-hearing"]


def _is_asked(sheet: Sheet, at: int) -> bool:
    first, last = sheet.sentence(at)
    if _DONE.search(sheet.small, first, last) or _OF_TREATY.search(sheet.small[max(0, at - 90) : at]):
        return False
    return asks(sheet, at) and not _PRESENCE.search(sheet.small, first, last)
