"""Numbers by which a letter calls itself, its proceedings, and what it answers."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from rogatory.linkage.references import Reference, Sort, parse
from rogatory.received.fields.blurred import nearly
from rogatory.received.fields.dates import days
from rogatory.received.fields.layout import cells, head
from rogatory.received.fields.sheet import CAPITAL, Sheet, Strip, look, loosely, one_line, trimmed
from rogatory.received.proposed import Field, Proposed

_NO = r"(?:№|n[eеoо](?= ?\d)|[мmх][oоeе](?= ?\d))"
"""The sign of a number in Russian letters, also as it is read off a scan."""
_OURS = (
    r"our ref(?:erence)?(?:s|\.)?|my ref(?:erence)?\.?|reference(?: number| no\.?)?|ref(?:s|\.)?(?: no\.?)?|file (?:no|number|ref(?:erence)?)\.?|registration (?:no|number)\.?|outgoing (?:no|number)\.?|please quote",
    r"(?:n/|notre |nos |v/)?r[eé]f(?:[eé]rences?|\.)?(?: d[eu] [^\W\d_]{3,12})?|n\.r[eé]f\.?|num[eé]ro (?:de )?r[eé]f[eé]rence|num[eé]ro d'envoi|bordereau|r[eé]f[eé]rence [àa] rappeler",
    r"(?:ons |onze )?(?:kenmerk|referentie)|onze ref\.?|ons ref\.?|uitgaand nummer|rechtshulpnummer|vermelden",
    r"(?:unser(?:e)? )?(?:zeichen|gesch[äa]ftszeichen|referenz)|gz\.?|az\.?|u\. ?z\.|dortiges aktenzeichen|aktenzeichen|gesch\.?-?z\.?|ausgangsnummer|bei antwort angeben|gesch[äa]ftszahl",
    rf"при ответе ссылаться на(?: ?{_NO})?|исх(?:одящий|\.)?(?: номер| ?{_NO})?|наш {_NO}|регистрационный (?:номер|{_NO})|рег\. ?{_NO}|(?<=[\n\t]){_NO}(?= ?\d+[/\-]\d)|(?<=   )№",
    r"say[ıi](?: no)?|evrak (?:no|sayısı|numarası)|çıkış no|referans(?: no)?|ilgi no|bizim referansımız",
)
_CASES = (
    r"(?:criminal |pre-?trial |investigation |prosecution |judicial )?(?:case|proceedings?|investigation|file|docket|proceeding)(?: file)?(?: (?:registered )?(?:under|with))?(?: the)? ?(?:no|nos|nr|number|ref|reference)(?:\.|(?!\w))",
    r"(?:num[eé]ro (?:de |du )?|n[°º'*] ?(?:de |du )?)(?:dossier|parquet|proc[eé]dure|notice|instruction|r[oô]le|l'affaire)|(?:dossier|affaire|proc[eé]dure|notice|instruction|parquet|information judiciaire)(?: p[eé]nale?)?(?: (?:suivie|ouverte|enregistr[eé]e) sous le)? (?:n[°ºo]\.?|num[eé]ro)",
    r"(?:dossier|parket|zaak|notitie|rol|onderzoeks|proces-verbaal)(?:nummer|nr\.?)|(?:strafzaak|zaak|dossier|onderzoek|strafdossier)(?: met)? (?:nummer|nr\.?|kenmerk)",
    r"(?:aktenzeichen|az\.?|gesch[äa]ftszahl|verfahrensnummer|ermittlungsverfahren|strafverfahren|verfahren|strafsache)(?: mit dem)?(?: aktenzeichen| az\.?| nr\.?)?",
    rf"(?:уголовн[^\W\d_]{{2,3}} )?(?:дел[^\W\d_]{{1,3}}|производств[^\W\d_]{{1,3}}|досудебн[^\W\d_]{{2,3}} расследовани[^\W\d_]{{1,2}}|материал[^\W\d_]{{0,2}})(?:, зарегистрированн[^\W\d_]{{2,3}})?(?: в едином реестре досудебных расследований)?(?: \(?ердр\)?)?(?: за)? ?(?:{_NO}|номер)|ердр ?(?:№|за №)?|номер (?:уголовного )?дела",
    r"(?:soruşturma|esas|dosya|dava|karar|kovuşturma)(?: ?(?:no|sayısı|numarası))(?:\.|(?!\w))",
)
_THEIRS = r"your ref(?:erence)?\.?|vos? r[eé]f(?:[eé]rences?|\.)?|v/r[eé]f\.?|uw (?:kenmerk|referentie|ref\.?)|ihr(?:e)? (?:zeichen|nachricht)|ilgi(?: yazınız)?|ваш(?:а ссылка| номер| ?№)|на ваш(?: исх\.?)? №|(?<!ссылаться )на №|sizin sayınız"
_SIGN = r"(?:[ \t]*\([^()\n]{1,25}\))?[ \t]*[:=]?[ \t]*(?:(?:no|nr|n[°º]|№|numéro|nummer|number)[.:]?[ \t]*)?[:=]?[ \t]*(?:\n[ \t]*)?"
_LOOKS = tuple(
    (what, look(rf"(?<![^\W_])(?:{'|'.join(words) if isinstance(words, tuple) else words})(?![^\W_]){_SIGN}"))
    for what, words in (
        ("is given as the number of the authority that is asked", _THEIRS),
        ("stands behind the words for the number of proceedings", _CASES),
        ("stands behind the words for the sender's number", _OURS),
    )
)
_LOOKS_LOOSE = tuple((what, loosely(words)) for what, words in _LOOKS)
"""The same on a scanned page, where specks stand between the words."""
_TOKEN = re.compile(
    r"(?:[^\W_]{1,4}(?:-[ ]|[ .])(?=(?:[^\W\d_]{1,4} )?[^\s,;]*\d)){0,3}[^\W_(][^\s,;()]{0,39}(?:\([^\s()]{1,12}\)[^\s,;()]{0,20})?"
)
_FIGURES = 2
_NO_NUMBER = re.compile(
    r"\d{1,2}[./\-]\d{1,2}[./\-](?:19|20)\d\d|(?:eur|usd|chf|gbp|rub|kzt|try|€|\$) ?[\d ,.]+|(?:19|20)\d\d(?:-\d\d-\d\d)?|[\d.,]+ ?(?:eur|usd|€|%)|\d{1,3}|art.*|\+?\d[\d ]{8,}(?=tel)|.*@.*|https?.*|\d{4}/\d{1,4}/(?:eu|ec|jha|eg|ce|ue|jai|jbz|ji)"
)
_GOES_ON = re.compile(r"[.,]? (?:\d{4,}|(?=\d|[^\W\d_]{1,2}-?\d)[^\s,;()]*\d[/\-]\d[^\s,;()]*)(?![^\W_])(?![./\-]\d)")
"""The rest of a number in which a scan has a gap, or a speck. It is proposed as it stands, with that doubt."""
_TAIL = re.compile(r"(?<=\d) ((?!(?:19|20)\d\d(?!\d))\d{3,5})[^\w\n]{0,3}(?=\n|\t|\Z)")
"""The last figures of a number, behind a gap at the end of its line."""
_END = ".:'\"»”’“«?!-/"
_PIECE = rf"(?:(?!(?:No|Nr|Ref|Réf|Az|Gz|Tel|Fax)[. ])(?:{CAPITAL}{{1,4}}|{CAPITAL}[^\W\d_]{{1,2}}|\d{{1,4}}) ){{0,3}}"
_SHAPED = re.compile(
    rf"(?P<words>[^\d\n]{{0,60}}?)(?P<number>{_PIECE}(?=[^\s,;()]*\d)[^\W_][^\s,;()]{{2,39}})(?P<behind>[ ][^\d\n]{{0,40}})?"
)
"""A line of a head that is some words and a number: which words they are need not be known."""
_SHAPED_LOOSE = re.compile(
    _SHAPED.pattern.replace(r"[^\s,;()]{2,39}", r"(?:[^\s,;()]|[ ](?=[/\-.]\d)|(?<=\w[/\-.])[ ](?=\d)){2,39}")
)
"""The same on a scanned page, where a blank may stand beside a stroke within the number."""
_TWO_GROUPS = re.compile(r"\d[ \n]+\d")
_TWO = "two groups of figures with a gap between them: one number, or two"
_NEARLY = "stands behind a word for a number, read with a letter or two wrong"
_UNKNOWN = "in no form known here: taken as it stands"
_NOT_OURS = look(
    r"(?<![^\W_])(?:tel|fon|phone|fax|тел|факс|mobil|iban|swift|bic|vat|btw|kvk|account|compte|konto|rekening|сч[её]т|hesap"
    r"|box|postfach|postbus|e-?mail|birth|naissance|geb|рожд|doğum|ident|ausweis|kimlik|person|pass|паспорт|личн|иин|id)|\+\s*$"
)
"""What other numbers in a head are: of a telephone, an account, a person."""
_NUMBER_WORDS = look(
    r"num|nr|no\b|n[°º]|№|номер|say[ıi]|ref|réf|file|dossier|akte|zaak|дел|dosya|kayıt|case|zeichen|kenmerk|zahl"
)
_CELL = re.compile(r"\S+(?:[ ]{1,2}\S+)*")
"""What stands in one column of a line."""
_SEPARATED = re.compile(r"\w[/.\-]\w")
_SHAPE_FIGURES, _LONG = 4, 6


def references(sheets: Sequence[Sheet], state: str) -> Iterator[Proposed]:
    """Every number of a letter that names it or a case, each once.

    Args:
        sheets: The pages of the letter.
        state: Code of the requesting state; empty: not known.
    """
    told: set[str] = set()
    for sheet in sheets:
        named = list(_of(sheet, state))
        for one in sorted((*named, *_in_head(sheet, named, state)), key=lambda p: p.place.start):
            if one.value not in told:
                told.add(one.value)
                yield one


def _of(sheet: Sheet, state: str) -> Iterator[Proposed]:
    read = [r for r in parse(sheet.plain, state) if r.scheme.sort in (Sort.CASE, Sort.NOTICE)]
    at = {start: list(group) for start, group in groupby(sorted(read, key=lambda r: r.start), key=lambda r: r.start)}
    taken: list[tuple[int, int]] = []
    for what, words in _LOOKS_LOOSE if sheet.page.scanned else _LOOKS:
        for match in words.finditer(sheet.small):
            span = _number(sheet, match.end())
            if span is None or any(start < span[1] and span[0] < end for start, end in taken):
                continue
            taken.append(span)
            inside = [r for start, readings in at.items() if span[0] <= start < span[1] for r in readings]
            yield _named(sheet, span, inside, what, state)
    for span in _near(sheet) if sheet.page.scanned else ():
        if not any(start < span[1] and span[0] < end for start, end in taken):
            taken.append(span)
            inside = [r for start, readings in at.items() if span[0] <= start < span[1] for r in readings]
            yield _named(sheet, span, inside, _NEARLY, state)
    for start, readings in at.items():
        end = start + max(len(r.raw) for r in readings)
        sure = [r for r in readings if r.decided]
        if sure and not any(a < end and start < b for a, b in taken):
            yield _schemed(sheet, (start, start + len(sure[0].raw)), sure, "")


_LABELS = frozenset(
    {
        "reference", "référence", "kenmerk", "referentie", "dossiernummer", "zaaknummer", "parketnummer",
        "notitienummer", "rechtshulpnummer", "aktenzeichen", "geschäftszeichen", "geschäftszahl", "ausgangsnummer",
        "verfahrensnummer", "bordereau", "производство",
    }
)  # fmt: skip
"""Words for a number that may have a letter or two wrong on a scanned page."""
_LABELLED = re.compile(r"(?<![^\s])(?P<label>[^\W\d_]{6,20})[.:;]?[ \t]+(?=[^\s]*\d|[^\W\d_]{1,4}[ .\-])")


def _near(sheet: Sheet) -> Iterator[tuple[int, int]]:
    """Where numbers stand behind a word that is nearly one for a number."""
    for match in _LABELLED.finditer(sheet.plain):
        span = _number(sheet, match.end()) if nearly(match["label"], _LABELS) else None
        if span is not None:
            yield span


def _in_head(sheet: Sheet, named: list[Proposed], state: str) -> Iterator[Proposed]:
    """Numbers in lines of the head that hold nothing but some words and a number."""
    if not sheet.first:
        return
    top = head(sheet)
    within = [strip for strip in cells(sheet) if strip.start < top.end] if sheet.page.scanned else []
    below = [one for pair in pairwise(within) if (one := _below(sheet, *pair)) is not None]
    for strip in (*top.own, *top.theirs):
        for cell in _CELL.finditer(strip.text):
            span = _shaped(sheet, strip.start + cell.start(), cell.group())
            if span is not None and not any(span[0] < end and start < span[1] for start, end, _ in below):
                below.append((*span, ""))
    if sheet.page.scanned:
        yield from _gapped(sheet, top.end, named, state)
    for start, end, ahead in below:
        first, raw = sheet.on.was(start, end)
        if not any(p.place.start < first + len(raw) and first < p.place.end for p in named):
            why = "stands in the head of the letter with a few words before it"
            value = f"{ahead} {one_line(raw)}".strip() if ahead else ""
            doubts = (_UNKNOWN, *((f"the number begins in the line before: {ahead}",) if ahead else ()))
            yield sheet.proposed(Field.REFERENCE, (start, end), value, why, doubts)


_GAPPED = re.compile(r"(?<![^\s])\d{4,}[ ]\d{3,}(?![^\s.,;])")
"""Figures with a gap between them, as a scan puts it into a long number."""


def _gapped(sheet: Sheet, end: int, named: list[Proposed], state: str) -> Iterator[Proposed]:
    """Numbers of the head that have the form of an authority once the gap in them is closed."""
    for match in _GAPPED.finditer(sheet.plain, 0, end):
        one = _closed(match.group(), state)
        if one is not None and all(p.value != one.canonical for p in named):
            why = f"without its gap it has the form of a {one.scheme.name} ({one.scheme.authority})"
            yield sheet.proposed(Field.REFERENCE, match.span(), one.canonical, why, (_TWO,))


def _below(sheet: Sheet, strip: Strip, under: Strip) -> tuple[int, int, str] | None:
    """Where a number stands, or goes on, in the next line of its column; with what of it stands in this one."""
    told = _ENDS.fullmatch(strip.text)
    match = _NEXT.fullmatch(under.text)
    if told is None or match is None or sum(c.isdigit() for c in match.group()) < _SHAPE_FIGURES:
        return None
    if _NO_NUMBER.fullmatch(match.group("number").lower()) or _NOT_OURS.search(told["words"].lower()):
        return None
    return under.start + match.start("number"), under.start + match.end("number"), told["ahead"] or ""


_ENDS = re.compile(
    r"(?P<words>.{2,60}?(?:[Nn]ummer|[Nn]umber|[Nn]um[eé]ro|[Nn]o\.?|[Nn]r\.?|[Nn][°º]|№|номер|[Nn]umarası|:))[ ]?(?P<ahead>\d{1,4})?"
)
"""A line that ends with the words for a number, or with the first figures of it."""
_NEXT = re.compile(r"(?P<number>(?:[^\W_]{1,5}[ .]){0,2}[^\W_][^\s,;()]*(?: ?[/\-.] ?\d+)*)[^\w]{0,3}")
"""A line that is a number."""


_SIGN_BEFORE = re.compile(r"(?:№|[NМM][eеoо°º]?)[.:,]? ?(?=\d{2,})")
"""The sign of a number that was read as the beginning of one."""
_OF_A_DAY = re.compile(r"(?:\d{1,2}[., ]+){2,4}\d{1,4}")
"""What is left of a day that was read badly."""


def _shaped(sheet: Sheet, at: int, text: str) -> tuple[int, int] | None:
    match = (_SHAPED_LOOSE if sheet.page.scanned else _SHAPED).fullmatch(text)
    if match is None or _NOT_OURS.search(match["words"].lower()) or (match["behind"] and not match["words"]):
        return None
    start, end = trimmed(sheet.plain, at + match.start("number"), at + match.end("number"))
    if sheet.page.scanned and (sign := _SIGN_BEFORE.match(sheet.plain, start, end)) is not None:
        start = sign.end()
    while end > start and sheet.plain[end - 1] in _END:
        end -= 1
    words, small = match["words"].strip(), sheet.small[start:end]
    figures = sum(c.isdigit() for c in small)
    plain = figures >= _LONG and _NUMBER_WORDS.search(words.lower())
    if figures < _SHAPE_FIGURES or not (_SEPARATED.search(small) or plain):
        return None
    last = small.rsplit(" ", 1)[-1]
    no_number = _NO_NUMBER.fullmatch(small) or _NO_NUMBER.fullmatch(last)
    if no_number or (sheet.page.scanned and _is_day_or_dirt(sheet, start, end, alone=not words)):
        return None
    return start, end


def _is_day_or_dirt(sheet: Sheet, start: int, end: int, *, alone: bool) -> bool:
    """Whether a number on a scanned page is a day, a word before it or not, or stands alone and was hardly read."""
    text = sheet.plain[start:end]
    day = next(days(text, scanned=True), None)
    hardly = re.sub(r"\[.\]|\s", "", sheet.hardly(start, end)) if sheet.hardly(start, end) else text
    return (
        bool(_OF_A_DAY.fullmatch(text))
        or (alone and not hardly)
        or (day is not None and not any(c.isdigit() for c in text[: day.start] + text[day.end :]))
    )


def _number(sheet: Sheet, at: int) -> tuple[int, int] | None:
    match = _TOKEN.match(sheet.plain, at)
    if match is None:
        return None
    start, end = trimmed(sheet.plain, *match.span())
    if sheet.page.scanned and (more := _MORE.match(sheet.plain, end)) is not None:
        end = more.end()
    while end > start and sheet.plain[end - 1] in _END:
        end -= 1
    small = sheet.small[start:end]
    if sum(c.isdigit() for c in small) < _FIGURES or _NO_NUMBER.fullmatch(small):
        return None
    if sheet.page.scanned and small.isdigit() and len(small) <= _SHAPE_FIGURES:
        return None
    return start, _with_rest(sheet, start, end) if sheet.page.scanned else end


_MORE = re.compile(r"(?:(?: ?[/\-.] ?|(?<=\d[/\-.]) |[,:;]['‘]?)(?=[^\s,;()]*\d)[^\s,;():]+)+")
"""What a scan has torn off a number: a blank beside a stroke, or another sign in its place."""


def _with_rest(sheet: Sheet, start: int, end: int) -> int:
    """Where a number ends on a scanned page: behind a gap in it, where what stands there is no day and no other word."""
    written = sheet.plain[start:end]
    of_parts = "-" in written or "/" in written or (written.isdigit() and len(written) > _LONG)
    if of_parts and (tail := _TAIL.match(sheet.plain, end)) is not None:
        return tail.end(1)
    gap = _GOES_ON.match(sheet.plain, end)
    if gap is None or (not written.isdigit() and not re.search(r"\d[/\-]\d", gap.group())):
        return end
    rest = gap.group().strip(" .,")
    return end if _NO_NUMBER.fullmatch(rest.lower()) and not rest.isdigit() else gap.end()


def _named(sheet: Sheet, span: tuple[int, int], readings: list[Reference], what: str, state: str) -> Proposed:
    """A number a label names: by the scheme that reads all of it, else as it stands."""
    whole = [r for r in readings if r.start == span[0] and len(r.raw) >= (span[1] - span[0])]
    if whole:
        best = sorted(whole, key=lambda r: (not r.decided, r.doubtful))
        return _schemed(sheet, (span[0], span[0] + len(best[0].raw)), best, what)
    if sheet.page.scanned and (one := _closed(sheet.plain[slice(*span)], state)) is not None:
        why = f"{what}; without its gap it has the form of a {one.scheme.name} ({one.scheme.authority})"
        return sheet.proposed(Field.REFERENCE, span, one.canonical, why, (_TWO,))
    doubts = (_UNKNOWN, _TWO) if _TWO_GROUPS.search(sheet.plain, *span) else (_UNKNOWN,)
    return sheet.proposed(Field.REFERENCE, span, "", what, doubts)


def _closed(raw: str, state: str) -> Reference | None:
    """What two groups of figures are as one, where the form of an authority reads all of it; None: none does."""
    whole = "".join(raw.split())
    read = [r for r in parse(whole, state) if r.scheme.sort is Sort.CASE and r.decided and len(r.raw) == len(whole)]
    return read[0] if read and whole != raw else None


def _schemed(sheet: Sheet, span: tuple[int, int], readings: list[Reference], what: str) -> Proposed:
    first = readings[0]
    named = f"has the form of a {first.scheme.name} ({first.scheme.authority})"
    doubts = [f"read otherwise: {', '.join(first.steps)}"] if first.doubtful else []
    others = dict.fromkeys(r.scheme.name for r in readings[1:] if r.scheme.id != first.scheme.id)
    doubts += [f"may also be a {name}" for name in others]
    return sheet.proposed(Field.REFERENCE, span, first.canonical, f"{what}; {named}" if what else named, doubts)
