"""What a letter tells of the persons in it: birth, nationality, identity numbers."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rogatory.linkage.numbers import Number, Sound, read_number
from rogatory.received.fields.birth_days import IN_COLUMN, Birth
from rogatory.received.fields.blocks import Row, blocks
from rogatory.received.fields.dates import days
from rogatory.received.fields.persons import Mention
from rogatory.received.fields.sheet import Sheet, look, one_line, trimmed
from rogatory.received.fields.states import adjectives_in, peoples_in
from rogatory.received.proposed import Field, Proposed

_FAR = 700
"""Characters from a name within which what is told is told of that person."""

_NATION_BEFORE = look(
    r"(?:nationals? of|citizens? of|nationality|citizenships?|nationalit[eé]s?|ressortissante?s? (?:d[eu]s?|de la)|citoyen(?:ne)?s? (?:d[eu]s?|de la)?|ressortissante?s?|citoyen(?:ne)?s?|nationaliteit|onderdanen van|onderdaan van|staatsangeh[öo]rigkeit|(?:staats)?angeh[öo]riger? (?:der|von)|nationalit[äa]t|ressortissante? de l'état suivant"
    r"|граждан(?:ин|ина|ину|ином|ка|ки|ку|е|ство|ство\(а\))|гражданства|uyru[gğ]u|uyrukluğu|vatandaşlığı|tabiiyeti)(?:\([^()\n]{0,12}\))?[ \t]*[:=]?[ \n\t]{0,3}(?:the |la |le |l'|les |de |du |der |het |a )?(?:республики |republic of (?:the )?|kingdom of (?:the )?|république (?:de |du |d')?|royaume (?:de |du )|republiek |koninkrijk |republik |королевства )?\Z"
)
_NATION_AFTER = look(
    r"(?:[ \n](?:federal )?(?:cumhuriyeti|kralliği|federasyonu|konfederasyonu))?[ \n](?:national(?:s|ity)?|citizen(?:s|ship)?|subjects?|nationaliteit|onderdaan|staatsburger|staatsangeh[öo]rig(?:e?[rn]?|keit)|staatsb[üu]rger(?:in)?|vatandaşı|uyruklu|uyruğundaki|uyruğunda)(?![^\W_])"
)
_OTHER_STATE = look(r"(?:dual|double|dubbele|doppelte|çifte)")

_NUMBERS = (
    ("KZ", "", r"iin|иин|жсн|individual identification number|индивидуальный идентификационный номер"),
    ("BE", "", r"rijksregisternummer|num[eé]ro (?:de registre )?national|n° (?:de registre )?national|nn|(?:belgian )?national (?:register )?number|r\.?r\.?n\.?"),
    ("TR", "", r"t\.? ?c\.? ?(?:kimlik )?(?:no|numarası)|tckn|turkish (?:id|identity|identification)(?: card)?(?: no| number)?|t\.? ?c\.? kimlik|vatandaşlık (?:no|numarası)"),
    ("RU", "snils", r"снилс|snils"),
    ("RU", "inn", r"инн|inn"),
    ("UZ", "", r"пинфл|pinfl|jshshir"),
    ("UA", "", r"рнокпп|ипн|rnokpp"),
    ("NL", "bsn", r"bsn|burgerservicenummer"),
    ("", "passport", r"(?:travel )?passport(?: (?:no|number|nr))?|(?:num[eé]ro de )?passeport(?: n°| no)?|paspoort(?:nummer|nr)?|(?:reise)?pass(?:nummer|-nr)?|(?:загран)?паспорт[аеу]?|pasaport(?: no| numarası)?"),
    ("", "identity card", r"pi[eè]ce d'identit[eé](?: n°)?|(?:national )?(?:identity|id) card(?: (?:no|number))?|carte (?:nationale )?d'identit[eé](?: n°)?|identiteitskaart(?:nummer)?|(?:personal)?ausweis(?:nummer|-nr\.?)?|удостоверени[ея] личности|kimlik (?:kartı )?(?:no|numarası)"),
    ("", "", r"(?:personal |national |individual |citizen )?(?:identification|identity|personal|id|reference) (?:number|no|nr|code)|id|(?:numéro|n°|code) (?:national )?(?:d'identification|d'identit[eé]|personnel|d'identifiant)(?: (?:personnel|national)(?:le)?)?|numéro personnel|(?:identificatie|identiteits|persoons)nummer|(?:nationaal )?identificatienummer|(?:identifikations|personen|personal|identitäts|ausweis|personenkennungs|steueridentifikations)-?(?:nummer|nr)|personenkennzahl|(?:личный|персональный|идентификационный|личн\.|персон\.) (?:номер|код|№)|kimlik (?:no|numarası|nosu)|kişisel numara"),
)  # fmt: skip
_MARK = r"[.]?[ \t]*(?:\([^()\n]{1,40}\))?[ \t]*(?:(?:(?:no|nr)(?![^\W_])|n°|nº|№|number|numéro|nummer|numarası|серия|seri|is)[.:]?[ \t]*){0,2}[ \n]?(?:(?:(?:of|de|du|van|des|der) (?:the |la |l'|de |het )?[^\W\d_]{4,16}|(?:подозреваемого|обвиняемого)) ?)?(?:is |est |lautet |: ?|– ?)?[:=]?[ \t]*(?:\n[ \t]*)?"
_LOOKS = tuple((state, kind, look(rf"(?<![^\W_])(?:{words})(?![^\W_]){_MARK}")) for state, kind, words in _NUMBERS)
_WRITTEN = re.compile(r"(?:№ ?)?(?=[^\n]{0,12}\d)[A-ZА-Я0-9](?:[ ]?(?:№ ?)?[A-ZА-Я0-9./\-]){4,22}")
_BELGIAN = re.compile(r"(?<![\d.])\d\d\.\d\d\.\d\d-\d{3}[.\- ]\d\d(?!\d)")
_LEAST_FIGURES = 5
_SLIPS = str.maketrans("OoОоlI|SB", "000011158")


def births(sheets: Sequence[Sheet], named: Sequence[Mention], found: Sequence[Sequence[Birth]]) -> Iterator[Proposed]:
    """Days of birth, each of the person it stands with.

    Args:
        sheets: The pages of the letter.
        named: Where persons are named.
        found: The days of birth on each page.
    """
    for page, (sheet, births_here) in enumerate(zip(sheets, found, strict=True)):
        for birth in births_here:
            about, near = _whose(sheet, named, page, birth.start, birth.end)
            if near:
                span = (birth.start, birth.end)
                yield replace(sheet.proposed(Field.BIRTH, span, birth.value, birth.why, birth.doubts), about=about)


def nationalities(
    sheets: Sequence[Sheet], named: Sequence[Mention], births: Sequence[Sequence[Birth]]
) -> Iterator[Proposed]:
    """Nationalities, each of the person it stands with.

    Args:
        sheets: The pages of the letter.
        named: Where persons are named.
        births: The days of birth on each page; in a table the nationality stands in the row of one.
    """
    told: set[tuple[str, str]] = set()
    for page, sheet in enumerate(sheets):
        rows = _rows(sheet, births[page])
        rows += [
            (row.start, row.end)
            for block in blocks(sheet, births[page])
            for row in block.behind
            if _is_state(sheet, row)
        ]
        with_birth = _told_with(sheet, named, births[page], page)
        adjectives = {one.start for one in adjectives_in(sheet.small)}
        for one in peoples_in(sheet.small):
            before = sheet.small[max(0, one.start - 80) : one.start]
            worded = _NATION_BEFORE.search(before) or _NATION_AFTER.match(sheet.small, one.end)
            shaped = any(start <= one.start < end for start, end in rows) or (
                one.start in adjectives and any(start <= one.start < end for start, end in with_birth)
            )
            if not worded and not shaped:
                continue
            about, near = _whose(sheet, named, page, one.start, one.end)
            if near and (about, one.code) not in told:
                told.add((about, one.code))
                proposed = sheet.proposed(
                    Field.NATIONALITY, (one.start, one.end), one.code, "stands with the words for a nationality"
                )
                yield replace(proposed, about=about)


def _rows(sheet: Sheet, births: Sequence[Birth]) -> list[tuple[int, int]]:
    """What stands behind a birth in the row of a table."""
    found = []
    for birth in births:
        line = sheet.line_at(birth.start)
        # Where a name takes two lines of its cell, the birth begins a line of its own.
        columns = len(_GAP.findall(line.text)) + (birth.start - line.start <= 1)
        if birth.why == IN_COLUMN or columns >= _COLUMNS:
            found.append((birth.end, line.end))
    return found


_GAP = re.compile(r"[ ]{3,}|\t")
_COLUMNS = 3


def _told_with(sheet: Sheet, named: Sequence[Mention], births: Sequence[Birth], page: int) -> list[tuple[int, int]]:
    """Sentences that tell of one person and a birth, in which other words on the person stand."""
    found = []
    for birth in births:
        first, last = sheet.sentence(birth.start)
        here = {m.person for m in named if m.page == page and first <= m.start < last}
        if len(here) == 1 and 0 not in here:
            found.append((first, min(last, birth.end + 250)))
    return found


def _is_state(sheet: Sheet, row: Row) -> bool:
    """Whether the value of a row is a state or its people, and its label none of a place."""
    words = next(peoples_in(sheet.small[row.start : row.end]), None)
    whole = words is not None and words.end - words.start >= _SHARE * (row.end - row.start)
    return whole and not _PLACE.search(row.label)


_SHARE = 0.5
_PLACE = look(r"place|birth|lieu|naissance|plaats|ort|место|рожд|yer|doğum|address|adres|anschrift|адрес|issu|deliv")


def one_each(told: Sequence[Proposed]) -> dict[str, str]:
    """The nationality of each person of whom one is told, by the number of the person."""
    all_of: dict[str, set[str]] = {}
    for one in told:
        all_of.setdefault(one.about, set()).add(one.value)
    return {about: min(codes) for about, codes in all_of.items() if len(codes) == 1}


def numbers(
    sheets: Sequence[Sheet], named: Sequence[Mention], births: Sequence[Sequence[Birth]], nations: dict[str, str]
) -> Iterator[Proposed]:
    """Identity numbers, each of the person it stands with.

    Args:
        sheets: The pages of the letter.
        named: Where persons are named.
        births: The days of birth on each page; in a table the number stands in the row of one.
        nations: The one nationality told of each person, by number; whoever has several is not among them.
    """
    told: set[str] = set()
    for page, sheet in enumerate(sheets):
        for span, state, kind, why in _found(sheet, named, births[page], page):
            about, near = _whose(sheet, named, page, *span)
            issuer = state or _state_before(sheet, span[0]) or nations.get(about, "")
            read, doubts = _read(sheet, span, issuer, kind)
            if near and read.canonical and (value := written(read, kind)) not in told:
                told.add(value)
                yield replace(sheet.proposed(Field.NUMBER, span, value, why, doubts), about=about)


_Found = tuple[tuple[int, int], str, str, str]
"""Where a number stands, the state that gave it (empty: not said), its kind, and why it is one."""


def _found(sheet: Sheet, named: Sequence[Mention], births: Sequence[Birth], page: int) -> Iterator[_Found]:
    taken: list[tuple[int, int]] = []
    forms = [(row.start, row.end) for block in blocks(sheet, births) for row in block.behind]
    shaped = _shaped(sheet, [*_told_with(sheet, named, births, page), *forms])
    for found in (*_worded(sheet), *_before_words(sheet), *_in_rows(sheet, births), *_belgian(sheet), *shaped):
        span = found[0]
        if not any(a < span[1] and span[0] < b for a, b in taken):
            taken.append(span)
            yield found


def _worded(sheet: Sheet) -> Iterator[_Found]:
    for state, kind, words in _LOOKS:
        for match in words.finditer(sheet.small):
            span = _written(sheet, match.end())
            if span is not None:
                yield span, state, kind, f"stands behind the words “{one_line(match.group()).strip(' :.')}”"


_NUMBERED = look(r"[ \n](?:t\.?c\.? )?(?:kimlik|vatandaşlık|pasaport) (?:numaralı|no'?lu|nolu)")


def _before_words(sheet: Sheet) -> Iterator[_Found]:
    for match in _NUMBERED.finditer(sheet.small):
        ahead = re.search(r"(?<![^\W_])[A-Z0-9]{6,20}\Z", sheet.plain[max(0, match.start() - 24) : match.start()])
        if ahead is not None:
            start = match.start() - len(ahead.group())
            kind = "passport" if "pasaport" in match.group() else ""
            yield (start, match.start()), "", kind, "stands before the words for a number"


def _in_rows(sheet: Sheet, births: Sequence[Birth]) -> Iterator[_Found]:
    for start, end in _rows(sheet, births):
        for match in re.finditer(
            r"(?<![^\s])[A-ZА-Я0-9](?:[ .\-]?[A-ZА-Я0-9]){5,20}(?![^\s,;])", sheet.plain[start:end]
        ):
            if sum(c.isdigit() for c in match.group()) >= _LEAST_FIGURES:
                yield (start + match.start(), start + match.end()), "", "", "stands in the row of a birth"


_SHAPE = re.compile(
    r"(?<![^\W_])(?<![+№/.\-])(?:[A-Z]{1,3} ?\d{6,9}|\d{9,14}|\d{7}[A-Z]\d{3}[A-Z]{2}\d)(?![^\W_])(?![./\-]\d)"
)
_OTHER_NUMBER = look(
    r"(?:account|iban|case|file|tel|phone|compte|dossier|affaire|tél|rekening|zaak|konto|aktenzeichen|verfahren|сч[её]т|дел|тел|hesap|dosya|soruşturma|contract|sum|amount|vertrag|договор|eur|usd)[^\W\d_]{0,6}[^\d]{0,12}\Z"
)


def _shaped(sheet: Sheet, spans: list[tuple[int, int]]) -> Iterator[_Found]:
    """What has the shape of an identity number in a sentence or form that tells a birth, in whatever words."""
    for start, end in spans:
        for match in _SHAPE.finditer(sheet.plain, start, end):
            if not _OTHER_NUMBER.search(sheet.small[max(start, match.start() - 40) : match.start()]):
                yield match.span(), "", "", "has the shape of an identity number and stands with a birth"


def _belgian(sheet: Sheet) -> Iterator[_Found]:
    for match in _BELGIAN.finditer(sheet.plain):
        if read_number(f"BE:{match.group()}").sound is Sound.YES:
            yield match.span(), "BE", "", "has the form and the check digits of a Belgian national number"


def written(number: Number, kind: str) -> str:
    """A number as a case file holds it: `CC:number` where a scheme reads it, else with its kind."""
    if number.scheme is not None:
        return f"{number.state}:{number.canonical}"
    return ":".join(part for part in (number.state, kind if number.state else "", number.canonical) if part)


def _written(sheet: Sheet, at: int) -> tuple[int, int] | None:
    match = _WRITTEN.match(sheet.plain, at)
    if match is None:
        return None
    start, end = trimmed(sheet.plain, *match.span())
    text = sheet.plain[start:end].rstrip(".-/ ")
    cut = re.search(r" (?=[A-ZА-Я]{2,}$)", text)
    text = text[: cut.start()] if cut else text
    if sum(c.isdigit() for c in text) < _LEAST_FIGURES or next(days(text), None):
        return None
    return start, start + len(text)


def _state_before(sheet: Sheet, at: int) -> str:
    """The state named right before the number or its label: `Belgian passport no.`."""
    window = sheet.small[max(0, at - 60) : at].rsplit("\n", 1)[-1]
    found = list(peoples_in(window))
    return found[-1].code if found and len(window) - found[-1].end < 45 else ""  # noqa: PLR2004 - the label between


def _read(sheet: Sheet, span: tuple[int, int], state: str, kind: str) -> tuple[Number, tuple[str, ...]]:
    """The number, with its doubts; on a scanned page with letters read as figures where the check digit proves it."""
    raw = sheet.plain[span[0] : span[1]]
    prefix = f"{state}:" + (f"{kind}:" if kind and state else "") if state else ""
    read = read_number(prefix + raw)
    if sheet.page.scanned and read.sound is not Sound.YES:
        mended = read_number(prefix + raw.translate(_SLIPS))
        if mended.sound is Sound.YES:
            return mended, (f"letters read as figures, as the check digit proves: {raw}",)
    doubts = (read.sound.value,) if read.sound in (Sound.NO, Sound.NO_SUCH_DAY, Sound.SHAPE) else ()
    return read, doubts


def _whose(sheet: Sheet, named: Sequence[Mention], page: int, start: int, end: int) -> tuple[str, bool]:
    """The person something is told of, and whether one is near.

    It is the one named last before in the same sentence; else, of a row of a form, the last before; else the first behind.
    """
    first, last = sheet.sentence(start)
    here = [m for m in named if m.page == page]
    before = [m for m in here if m.start <= start]
    behind = [m for m in here if m.start >= end]
    if before and before[-1].start >= first:
        return _number_of(before[-1])
    near = before and start - before[-1].end <= _FAR
    if behind and behind[0].start <= last and not (near and _in_a_row(sheet, start, end)):
        return _number_of(behind[0])
    if near:
        return _number_of(before[-1])
    earlier = [m for m in named if m.page == page - 1]
    if not before and earlier and start < _FAR and len(sheet.plain) and earlier[-1].at_end:
        return _number_of(earlier[-1])
    return "", False


def _in_a_row(sheet: Sheet, start: int, end: int) -> bool:
    """Whether a value fills a line but for a label before it."""
    line = sheet.line_at(start)
    return start - line.start <= _LABEL and line.end - end <= _SPECKS


_LABEL, _SPECKS = 45, 3
"""Characters of a label, and of what stands behind a value that ends its line."""


def _number_of(mention: Mention) -> tuple[str, bool]:
    return ("", False) if mention.other else (str(mention.person), True)
