"""Days by which, and times within which, a letter asks for an answer."""

import re
from collections.abc import Iterator, Sequence

from rogatory.received.fields.dates import Day, days
from rogatory.received.fields.sheet import Sheet, look
from rogatory.received.fields.wishes import ASKING
from rogatory.received.proposed import Field, Proposed

_UNTIL = look(
    r"(?:no later than|not later than|by|before|until|at the latest (?:by|on)|deadline(?: for (?:the )?(?:reply|execution|response))?:?|due(?: date)?:?|au plus tard(?: le)?|avant le|d'ici (?:au|le)|pour le|jusqu'au|délai(?: d'exécution)?:?|uiterlijk(?: op| tegen)?|ten laatste(?: op)?|niet later dan|vóór|voor|tegen(?: uiterlijk)?|uiterste datum:?|spätestens(?: bis)?(?: zum| am)?|bis(?: spätestens)?(?: zum| am)?|vor dem|nicht später als|frist:?|"
    r"не позднее|не позже|до|в срок до|к|срок(?: исполнения)?:?|en geç|tarihine kadar|son tarih:?)[ \n](?:the |le |den |de |the end of )?\Z"
)
_UNTIL_TR = look(r"[ \n](?:tarihine kadar|gününe kadar|tarihinden önce)")
_NUMBER_WORDS = {
    w: n
    for n, words in {
        1: "one a un une één een einem einen eines einer одного один bir",
        2: "two deux twee zwei двух два iki", 3: "three trois drie drei трех трёх три üç", 4: "four quatre vier четырех dört",
        5: "five cinq vijf fünf пяти beş", 6: "six zes sechs шести altı", 7: "seven sept zeven sieben семи yedi",
        8: "eight huit acht восьми sekiz", 10: "ten dix tien zehn десяти on", 14: "fourteen quatorze veertien vierzehn четырнадцати ondört",
        15: "fifteen quinze vijftien fünfzehn пятнадцати onbeş", 20: "twenty vingt twintig zwanzig двадцати yirmi",
        30: "thirty trente dertig dreißig тридцати otuz", 40: "forty quarante veertig vierzig сорока kırk", 45: "forty-five",
        60: "sixty soixante zestig sechzig шестидесяти altmış", 90: "ninety negentig neunzig девяноста doksan",
    }.items()
    for w in words.replace("ı", "i").split()
}  # fmt: skip
_UNITS = (
    ("D", r"дневн[^\W\d_]{2,3}(?: срок)?|(?:calendar |working |business )?days?|jours?(?: ouvrables| ouvrés)?|(?:werk|kalender)?dagen|dag|(?:werk|arbeits|kalender)?tagen?|(?:календарных |рабочих )?(?:дней|дня|суток)|gün(?:lük)?|iş günü"),
    ("W", r"weeks?|semaines?|we(?:ek|ken)|wochen?|недель|недели|недели|hafta(?:lık)?"),
    ("M", r"months?|mois|maand(?:en)?|monate?n?|месяцев|месяца|ay(?:lık)?"),
)  # fmt: skip
_WITHIN = look(
    r"(?<![^\W_])(?:within(?: a period of| a time limit of)?|in|under|dans (?:un|le) délai (?:maximum )?de|sous|dans les|endéans(?: les)?|binnen(?: de| een termijn van| een periode van)?|innerhalb (?:von|der nächsten|einer frist von)|innert|binnen (?:einer frist von |der nächsten )?|dans un délai de|d'ici|over|termijn van|frist von|délai de|срок (?:в|до)|in|в течение|в (?:\d{1,3}-)?(?:дневный )?срок|не позднее(?: чем)? через)?[ \n]?"
    rf"(?P<n>\d{{1,3}}|{'|'.join(sorted(map(re.escape, _NUMBER_WORDS), key=len, reverse=True))})(?: ?\((?P<m>[^()\n]{{1,20}})\))?[ \n\-]?(?P<unit>"
    + "|".join(f"(?P<{unit}>{words})" for unit, words in _UNITS)
    + r")(?P<tr> içinde| içerisinde)?(?![^\W_])"
)
_REPLY = look(
    r"repl(?:y|ies)|respon[sd]|answer|execut|result|return|transmi|provid|complet|reach(?:es|ed)? us|need(?:ed)?|expect|await|urgen|receiv|hear from|inform|assistance|carried out|time limit|deadline|réponse|répondre|exécut|transm|urgen|retour|résultat|fournir|parvenir|délai|attend|nécessair|reçu|recevoir|disposer|antwoord|uitvoer|uitgevoerd|resultat|te voeren|bezorg|ontvang|dringend|spoed|beantwoord|termijn|verwacht|nodig|bereiken|toekomen|teruggezonden|beschikken|erledig|antwort|beantwort|übersend|übermitt|ergebnis|dringend|eilbedürftig|durchzuführ|frist|vollstreck|mitteil|erwart|benötig|vorlieg|zugeh|eingeh|eingang|zurück|rück(?:send|antwort|mel)|erhalt"
    r"|ответ|исполн|направ|результат|срочн|предостав|представ|сообщ|срок|получ|жд[её]м|ожида|поступ|необходим|cevap|yanıt|yerine getir|sonuç|gönderil|ivedi|acele|süre|bildiril|tamamlan|bekle|ulaş|elimize"
)
_NOT_OURS = look(
    r"(?:appeal|prescri|statute of limitation|limitation period|custody|détention|detention|imprison|sentenc|peine|appel\b|recours|verjar|verjähr|hoger beroep|berufung|beschwerde|haft(?!befehl)|обжал|апелляц|лишени|содержани[^\W\d_] под стражей|арест (?:сроком|на)|давност|hapis|itiraz|zamanaşımı|tutuklu|committed|transferred|withdrawn|between|from the|period from|commis|gepleegd|begangen|совершен|после вынесения|kept|retained|payable|paid|arrested)"
)


_LABEL = look(
    r"(?:^|\n)[^\n:]{0,20}(?:deadline|due date|time limit|d[eé]lai|date limite|uiterste datum|termijn|frist|срок|son (?:yerine getirme |cevap )?tarih|süre)[^\n:]{0,40}:[ \t\n]*(?:до |by |le |op |bis (?:zum )?)?\Z"
)


def deadlines(sheets: Sequence[Sheet], written: str) -> Iterator[Proposed]:
    """Days by which, or times within which, an answer or the execution is asked for.

    Args:
        sheets: The pages of the letter.
        written: The day of the letter (ISO 8601): a later day in a sentence on the answer is one; empty: not known.
    """
    told: set[str] = set()
    for sheet in sheets:
        for start, end, value, doubts in sorted((*_by_day(sheet, written), *_within(sheet))):
            if value not in told:
                told.add(value)
                yield sheet.proposed(
                    Field.DEADLINE, (start, end), value, "stands in a sentence that asks for an answer in time", doubts
                )


_Limit = tuple[int, int, str, tuple[str, ...]]


def _by_day(sheet: Sheet, written: str) -> Iterator[_Limit]:
    for day in days(sheet.plain, sheet.page.scanned):
        before = sheet.small[max(0, day.start - 80) : day.start]
        until = _UNTIL.search(before) or _UNTIL_TR.match(sheet.small, day.end)
        later = bool(written) and written < day.value < f"{int(written[:4]) + _YEARS}{written[4:]}"
        if _LABEL.search(before) or (until and _for_reply(sheet, day.start)) or (later and _is_later(sheet, day)):
            yield day.start, day.end, day.value, day.doubts


_YEARS = 3
_RUNS_OUT = look(
    r"(?:expir|valid|hearing|scheduled|trial|audience|fixée|convoqu|validité|zitting|geldig|vastgesteld op|verhandlung|termin (?:am|zur)|gültig|läuft|ladung|действител|заседани|назначен|истека|geçerli|duruşma)[^.]{0,40}\Z"
)


def _is_later(sheet: Sheet, day: Day) -> bool:
    """Whether a day after that of the letter stands in a sentence on the answer, and is not that of something else."""
    first, last = sheet.sentence(day.start)
    answer = _REPLY.search(sheet.small, first, last) or ASKING.search(sheet.small, first, last)
    return bool(answer) and not _RUNS_OUT.search(sheet.small[max(first, day.start - 60) : day.start])


def _within(sheet: Sheet) -> Iterator[_Limit]:
    for match in _WITHIN.finditer(sheet.small):
        if not _for_reply(sheet, match.start("n")):
            continue
        number = int(match["n"]) if match["n"].isdigit() else _NUMBER_WORDS[match["n"]]
        unit = next(unit for unit, _ in _UNITS if match[unit])
        doubts = (
            ("working days are counted",)
            if re.search(r"working|business|ouvr|werk|arbeits|рабоч|iş", match["unit"])
            else ()
        )
        yield match.start(), match.end(), f"P{number}{unit}", doubts


def _for_reply(sheet: Sheet, at: int) -> bool:
    first, last = sheet.sentence(at)
    from_, to = _clause(sheet, at, first, last)
    return bool(_REPLY.search(sheet.small, first, last)) and not _NOT_OURS.search(sheet.small, from_, to)


def _clause(sheet: Sheet, at: int, first: int, last: int) -> tuple[int, int]:
    """The part of a sentence between commas: why an answer is urgent often stands in another one."""
    ahead, behind = sheet.small.rfind(", ", first, at), sheet.small.find(", ", at, last)
    return (ahead if ahead >= 0 else first), (behind if behind >= 0 else last)
