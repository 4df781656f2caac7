"""Words by which a sentence or a list asks for something, and by which one says that nothing is asked."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from rogatory.received.fields.sheet import Sheet, Strip, look

ASKING = look(
    r"(?:request(?:s|ed|ing)?|ask(?:s|ed|ing)?|kindly|please|seek(?:s|ing)?|sought|would be grateful|assistance|be (?:carried out|executed|conducted|taken)"
    r"|insist|dring(?:en|t) aan|legen wert|hechten|importe|saur(?:ions|ais) gré|reconnaissant|veuillez|sollicit|demand|pri(?:e|ons|er)|prière|requ[eéi]r|souhait|bien vouloir|mesures?|verzoe[ck]|verzocht|op prijs stellen|gevraagd|gelieve|gaarne|vraag|maatregel|gebeten|erbeten|erbitte|ersuch|bitte[nt]?|erbeten|beantrag|maßnahme|прос(?:ит|им|ьба|ьбу|ить|ят|ил[аи]?)|прошу|запрашива|ходатайств|необходимо|поруч(?:а|и|ен)|будем признательны|были бы признательны|благодарны|следующ|talep|rica|istenmekte|arz|gerekmekte|tedbir|measures?)"
)
"""Words of a sentence that asks."""
NEGATED = look(
    r"(?<![^\W_])(?:no(?![.º°])(?! \d)|not|none|nor|never|need not|without|aucune?s?|n'est|ne sont|n'a|n'ont|ne s'oppose|rien ne|sans|pas|geen|niet|nooit|zonder|keine?[rmns]?|nicht|ohne|не|нет|без|ни|yok|yoktur|değil|gerek(?:me|siz)[^\W\d_]{0,12}|[^\W\d_]{3,20}m[ae](?:mekte|makta|miş|yacak|yecek|mıştır|miştir|z)[^\W\d_]{0,8}|bulunmayacak|katılmayacak)(?![^\W_])"
)
"""Words by which a sentence says no."""


def asks(sheet: Sheet, at: int) -> bool:
    """Whether the sentence around a character asks for something, and does not say that nothing is asked."""
    first, last = sheet.sentence(at)
    return bool(ASKING.search(sheet.small, first, last)) and not NEGATED.search(sheet.small, first, last)


_ITEM = re.compile(r"(?:(?P<n>\d{1,2}|[^\W\d_])(?P<sign>[.)])|\((?P<m>\d{1,2}|[^\W\d_])\)|[-•*–])[ \t]")
_NEXT = re.compile(r"\n[ \t]*\n|[.]\n|\n(?=(?:\(?(?:\d{1,2}|[^\W\d_])[.)]|[-•*–])[ \t])")
_FOOT = look(r"@|tel\.? ?\+|(?:page|pagina|seite|sayfa|стр\.|страница|bladzijde) \d")
_HEAD = look(
    r"foregoing|therefore|accordingly|to this end|steps|actions|(?:procedural|investigative) acts|dès lors|à cette fin|actes|mesures|daarom|derhalve|handelingen|maatregelen|daher|zu diesem zweck|maßnahmen|handlungen|в связи с|действи|bu nedenle|bu itibarla|işlem"
)
"""How else the head of a list of measures is worded."""
_SENTENCES = re.compile(r"[.!?]\s+")
_FIRST = frozenset({"1", "a", "а", "A", "А", "i"})
Spans = tuple[tuple[int, int], ...]


@dataclass(slots=True)
class _List:
    """A list: the words before it, and its items as page, start and end."""

    head: str
    items: list[tuple[int, int, int]] = field(default_factory=list)


def lists_that_ask(sheets: Sequence[Sheet], is_measure: Callable[[str], bool]) -> tuple[Spans, ...]:
    """The items of lists that ask, for each page as pairs of start and end; a list goes on over a page.

    Args:
        sheets: The pages of the letter.
        is_measure: Whether an item names a measure; where all of a list do, it asks, whatever stands before it.
    """
    asking = [one for one in _lists(sheets) if _asks(one, sheets, is_measure)]
    return tuple(
        tuple((start, end) for one in asking for on, start, end in one.items if on == page)
        for page in range(len(sheets))
    )


def _asks(one: _List, sheets: Sequence[Sheet], is_measure: Callable[[str], bool]) -> bool:
    texts = [sheets[page].small[start:end] for page, start, end in one.items]
    if NEGATED.search(one.head) or _NO_LIST.search(one.head):
        return False
    return bool(ASKING.search(one.head) or _HEAD.search(one.head)) or all(map(is_measure, texts))


def _lists(sheets: Sequence[Sheet]) -> list[_List]:
    found: list[_List] = []
    key, head = "", ""
    for page, sheet in enumerate(sheets):
        end = 0
        for strip in sheet.lines:
            item = _ITEM.match(strip.text)
            if item is not None:
                sign = item["sign"] or ("()" if item["m"] else strip.text[0])
                if (item["n"] or item["m"]) in _FIRST or sign != key or not found:
                    found.append(_List(head))
                key, end = sign, _item_end(sheet, strip)
                found[-1].items.append((page, strip.start, end))
            elif strip.start >= end and not _FOOT.search(sheet.small[strip.start : strip.end]):
                head = _SENTENCES.split(sheet.small[strip.start : strip.end])[-1]
    return found


_NO_LIST = look(
    r"annex|enclosure|bijlage|anlage|приложени|(?<![^\W_])ek(?:ler)?(?![^\W_])|pièces jointes|facts|faits|feiten|sachverhalt|обстоятельств|olay|persons|personnes|personen|лиц|kişi"
)
"""Heads of lists that ask for nothing."""


def _item_end(sheet: Sheet, strip: Strip) -> int:
    """Where an item ends: at the next one, at an empty line, or with its sentence at the end of a line."""
    following = _NEXT.search(sheet.plain, strip.end - 1)
    return following.start() if following else len(sheet.plain)
