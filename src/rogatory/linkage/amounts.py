"""Amounts of money: read from any of the usual ways to write them, and compared exactly.

An amount to the last unit is nearly a number of the case; a round one is said of many. So an amount is worth as much as
it has figures.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from rogatory.linkage.references.page import page

_CURRENCIES: tuple[tuple[str, str], ...] = (
    ("KZT", r"kzt|₸|тенге|теңге|tenges?|тг"),
    ("RUB", r"rub|rur|₽|руб(?:\.|л(?:ь|я|ей))?|roubles?|rubles?"),
    ("BYN", r"byn|byr"),
    ("UAH", r"uah|₴|грн|гривен[ьь]?|гривень|hryvnias?"),
    ("KGS", r"kgs|som|сом(?:ов)?"),
    ("UZS", r"uzs|сумов|so'm|soums?"),
    ("TJS", r"tjs|сомони|somoni"),
    ("AZN", r"azn|₼|manats?|манат(?:ов|а)?"),
    ("TRY", r"try|trl|₺|türk lirası|turkish liras?|lira|tl"),
    ("CNY", r"cny|rmb|yuan|renminbi|юан(?:ь|я|ей)|人民币|元"),
    ("IRR", r"irr|rials?|riyals?|риал(?:ов|а)?"),
    ("CHF", r"chf|swiss francs?|francs? suisses?|швейцарск[а-я]{2,3} франк[а-я]{0,2}"),
    ("GBP", r"gbp|£|pounds?(?: sterling)?|фунт[а-я]{0,2}(?: стерлингов)?"),
    ("EUR", r"eur|€|euros?|евро|avro|欧元"),
    (
        "USD",
        r"usd|us ?\$|\$|(?:us )?dollars?(?: us)?|долл?(?:\.|ар[а-я]{0,2})?(?: сша)?|abd doları|dolar|美元",
    ),
)
"""Codes (ISO 4217) and how they are written, in small letters. A dollar without a state is read as one of the USA."""

_SCALES: tuple[tuple[int, str], ...] = (
    (12, r"трлн|триллион[а-я]{0,2}|trillions?|trilyon|biljoen|triliard"),
    (9, r"млрд|миллиард[а-я]{0,2}|billions?|bln|bn|milyar|miljard|milliards?|mrd|mlrd"),
    (6, r"млн|миллион[а-я]{0,2}|мільйон[а-я]{0,2}|millions?|mln|mio|milyon|miljoen|m"),
    (3, r"тыс|тысяч[а-я]{0,1}|тис|мың|thousands?|bin|duizend|mille|k"),
    (8, r"亿"),
    (4, r"万"),
)
"""Powers of ten and their words. `Billion` is read as in English; French and Dutch letters say milliard, miljard."""

_CURRENCY = "|".join(words for _, words in _CURRENCIES)
_SCALE = "|".join(words for _, words in _SCALES)
_FIGURES = r"\d{1,3}(?:(?P<by>[ ,.'])\d{3})(?:(?P=by)\d{3}){0,5}(?:[.,]\d{1,2})?|\d{1,16}(?:[.,]\d{1,4})?"
_AMOUNT = re.compile(
    rf"(?:(?P<before>(?<![a-zа-яё])(?:{_CURRENCY}))\.?\s{{0,2}}|(?<![\w.,/\-]))(?P<figures>{_FIGURES})(?![\d/])"
    rf"(?:\s{{0,2}}-?\s{{0,1}}(?P<scale>{_SCALE})(?![a-zа-яё])\.?)?"
    r"(?:\s?\([^()\d]{1,80}\))?"
    rf"(?:\s{{0,2}}(?:de\s|of\s)?(?P<after>{_CURRENCY})(?![a-zа-яё]))?"
)
_CODES = tuple((code, re.compile(words)) for code, words in _CURRENCIES)
_POWERS = tuple((power, re.compile(words)) for power, words in _SCALES)
_GROUP = re.compile(r"\d{1,3}[.,]\d{3}")


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount of money.

    Attributes:
        value: How much, in whole units of the currency.
        currency: Its code (ISO 4217).
        raw: The words as they stand.
        steps: What was changed, in words.
    """

    value: Decimal
    currency: str
    raw: str
    steps: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """Currency and value, for an index."""
        return f"{self.currency}:{self.value:f}"

    @property
    def figures(self) -> int:
        """How many figures it has before the noughts at its end: 1 200 000 has two."""
        return len(self.value.normalize().as_tuple().digits)


def amounts(text: str) -> tuple[Amount, ...]:
    """Every amount of a text that names its currency.

    >>> [a.key for a in amounts("KZT 1 200 000 000; 6 млрд долларов")]
    ['KZT:1200000000', 'USD:6000000000']
    """
    plain = page(text)
    found = []
    for match in _AMOUNT.finditer(plain.small):
        named = match["after"] or match["before"]
        if not named:
            continue
        value, steps = _value(match["figures"], match["scale"] or "")
        code = next(code for code, look in _CODES if look.fullmatch(named))
        if value:
            raw = plain.was(match.start(), match.end())[1]
            found.append(
                Amount(
                    value, code, raw.strip(), (*steps, f"{named} read as {code}") if named != code.lower() else steps
                )
            )
    return tuple(found)


def _value(figures: str, scale: str) -> tuple[Decimal, tuple[str, ...]]:
    steps: tuple[str, ...] = ()
    power = next((p for p, look in _POWERS if scale and look.fullmatch(scale)), 0)
    plain = figures.replace(" ", "").replace("'", "")
    last = max(plain.rfind("."), plain.rfind(","))
    if last >= 0:
        tail = len(plain) - last - 1
        grouped = tail == 3 and not (power and _GROUP.fullmatch(plain))  # noqa: PLR2004 - a group of thousands
        whole = re.sub(r"[.,]", "", plain if grouped else plain[:last])
        plain = whole if grouped else f"{whole}.{plain[last + 1 :]}"
        if _GROUP.fullmatch(figures):
            steps = (f"the sign in {figures} divides {'thousands' if grouped else 'decimals'}",)
    value = Decimal(plain) * 10**power
    if power:
        steps = (*steps, f"{scale} read as ten to the power of {power}")
    return value if value % 1 else value.to_integral_value(), steps
