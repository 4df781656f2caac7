"""How states number persons: the shape of each number, its check digit, and the day of birth and sex within it.

The formats are facts; the code is our own. Sources, by state:

- BE: Royal Decree of 3 April 1984 on the number of the national register; month plus 20 or 40 in numbers of the
  Crossroads Bank for Social Security (BIS).
- BY: identification number of a citizen (Decree 294 of 3 June 2008); check digit by weights 7, 3, 1 as in ICAO Doc
  9303.
- CN: GB 11643-1999, check character of ISO 7064 MOD 11-2; the older number has no century and no check character.
- IR: national code (Karte Melli), check digit modulo 11.
- KG: personal identification number (Government Decree 619 of 28 September 2017); sex, day of birth and five more
  digits. No check digit is published.
- KZ: Government Decree 565 of 11 June 2003 and Decree 406 of 22 May 2007 on forming identification numbers.
- RU: INN of a natural person (Order of the Federal Tax Service ED-7-14/559 of 2020); SNILS (Pension Fund; a check
  number from 001-001-999 on).
- TR: Law 5490 on population services; check digits as its register publishes them.
- UA: registration number of the taxpayer's card; days since 31 December 1899, check digit modulo 11.
- UZ: JSHSHIR, also PINFL (Cabinet of Ministers Resolution 177 of 12 April 2022), weights 7, 3, 1.

Where the decree itself was not read, its number is given as the published descriptions of the format cite it.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Scheme:
    """How a state numbers persons.

    Attributes:
        state: Code of the state.
        kind: Short name of the number, as it may stand in `CC:kind:number`.
        name: What it is called in a sentence.
        shape: What a number looks like once it is canonical: capital letters and digits, nothing between.
        sound: Whether its check digits are right; None: none are published.
        born: The day of birth within it, as a text that can be read; empty where it holds none; None: it never does.
        sex: `f` or `m` within it, empty where it holds none; None: it never does.
        length: Digits it is filled up to with noughts in front; 0: never.
    """

    state: str
    kind: str
    name: str
    shape: re.Pattern[str]
    sound: Callable[[str], bool] | None = None
    born: Callable[[str], str] | None = None
    sex: Callable[[str], str] | None = None
    length: int = 0


def weighed(number: str, weights: tuple[int, ...]) -> int:
    """The sum of the digits, each times its weight; as many as there are weights."""
    return sum(int(digit) * weight for digit, weight in zip(number, weights, strict=False))


def _icao(number: str) -> int:
    """Check digit of ICAO Doc 9303: weights 7, 3, 1, letters from A = 10."""
    return sum(int(char, 36) * (7, 3, 1)[n % 3] for n, char in enumerate(number)) % 10


def _last(digit_of: Callable[[str], int]) -> Callable[[str], bool]:
    """The last digit checks all before it."""
    return lambda number: number[-1].isdigit() and digit_of(number[:-1]) == int(number[-1])


def _kazakhstan(number: str) -> int:
    first = weighed(number, tuple(range(1, 12))) % 11
    # Ten is no digit: then the weights are turned by two; if it is ten again, the number is not given out.
    return first if first < 10 else weighed(number, (3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2)) % 11  # noqa: PLR2004


def _russian_tax(number: str) -> bool:
    weights = (3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8)
    return (weighed(number, weights[1:]) % 11 % 10, weighed(number, weights) % 11 % 10) == (
        int(number[10]),
        int(number[11]),
    )


def _russian_insurance(number: str) -> bool:
    if number[:9] <= "001001998":
        return True  # the first numbers have no check
    return weighed(number, tuple(range(9, 0, -1))) % 101 % 100 == int(number[9:])


def _turkish(number: str) -> bool:
    digits = [int(digit) for digit in number]
    tenth = (7 * sum(digits[0:9:2]) - sum(digits[1:8:2])) % 10
    return tenth == digits[9] and sum(digits[:10]) % 10 == digits[10]


_DIVISIONS = """
    11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83 91
"""
_PROVINCES = frozenset(_DIVISIONS.split())
"""First two digits of the divisions of GB/T 2260; 83 and 91 for residents from Taiwan and abroad."""


def chinese_check(first: str) -> str:
    """The check character of the first seventeen digits (ISO 7064 MOD 11-2)."""
    rest = (12 - sum(int(digit) * pow(2, 17 - n, 11) for n, digit in enumerate(first))) % 11
    return "X" if rest == 10 else str(rest)  # noqa: PLR2004 - Roman ten


def _chinese(number: str) -> bool:
    return number[:2] in _PROVINCES and chinese_check(number[:17]) == number[17]


def _ukrainian(number: str) -> int:
    return weighed(number, (-1, 5, 7, 9, 4, 6, 10, 5, 7)) % 11 % 10


def _iranian(number: str) -> int:
    rest = weighed(number, (10, 9, 8, 7, 6, 5, 4, 3, 2)) % 11
    return rest if rest < 2 else 11 - rest  # noqa: PLR2004


def _belgian_century(number: str) -> str:
    """The century whose check number it has: `19`, `20`, or empty."""
    serial, check = number[:9], int(number[9:])
    if 97 - int(serial) % 97 == check:
        return "19"
    return "20" if 97 - int("2" + serial) % 97 == check else ""


def _belgian_birth(number: str) -> str:
    century = _belgian_century(number)
    year, month, day = century + number[:2], int(number[2:4]) % 20, number[4:6]
    if not century or year + number[2:6] in ("19000001", "20000001"):
        return ""  # nothing was known of the birth
    if not month:
        return year  # not known, or more were born that day than there are numbers
    return f"{year}-{month:02}-{day}" if int(day) else f"{year}-{month:02}"


def _belgian_sex(number: str) -> str:
    return "" if 20 < int(number[2:4]) <= 40 else _parity(8)(number)  # noqa: PLR2004 - sex not known when given


def _parity(at: int) -> Callable[[str], str]:
    """Odd for men, even for women."""
    return lambda number: "m" if int(number[at]) % 2 else "f"


def _century(at: int, year_first: bool) -> Callable[[str], str]:
    """Day of birth of six digits, and a digit for century and sex: 1 and 2 for the 1800s, 3 and 4 for the 1900s, on."""

    def born(number: str) -> str:
        digit = int(number[at])
        six = number[:6] if year_first else number[at + 5 : at + 7] + number[at + 3 : at + 5] + number[at + 1 : at + 3]
        return f"{18 + (digit - 1) // 2}{six[:2]}-{six[2:4]}-{six[4:]}" if digit else six

    return born


def _century_sex(at: int) -> Callable[[str], str]:
    return lambda number: "" if number[at] == "0" else _parity(at)(number)


def _digits(count: int) -> re.Pattern[str]:
    return re.compile(rf"[0-9]{{{count}}}")


SCHEMES = (
    Scheme(
        "BE",
        "nn",
        "Belgian national number",
        _digits(11),
        lambda n: bool(_belgian_century(n)),
        _belgian_birth,
        _belgian_sex,
    ),
    Scheme(
        "BY",
        "in",
        "Belarusian identification number",
        re.compile(r"[1-6][0-9]{6}[ABCEHKM][0-9]{3}[A-Z]{2}[0-9]"),
        _last(_icao),
        _century(0, year_first=False),
        _century_sex(0),
    ),
    Scheme(
        "CN",
        "ric",
        "Chinese resident identity number",
        re.compile(r"[1-9][0-9]{16}[0-9X]"),
        _chinese,
        lambda n: f"{n[6:10]}-{n[10:12]}-{n[12:14]}",
        _parity(16),
    ),
    Scheme("IR", "nc", "Iranian national code", _digits(10), _last(_iranian), length=10),
    Scheme(
        "KG",
        "pin",
        "Kyrgyz personal identification number",
        re.compile(r"[12][0-9]{13}"),
        born=lambda n: f"{n[5:9]}-{n[3:5]}-{n[1:3]}",
        sex=lambda n: "f" if n[0] == "1" else "m",
    ),
    Scheme(
        "KZ",
        "iin",
        "Kazakh individual identification number",
        re.compile(r"[0-9]{6}[0-6][0-9]{5}"),
        _last(_kazakhstan),
        _century(6, year_first=True),
        _century_sex(6),
    ),
    Scheme("RU", "inn", "Russian taxpayer number", _digits(12), _russian_tax),
    Scheme("RU", "snils", "Russian insurance number", _digits(11), _russian_insurance),
    Scheme("TR", "tckn", "Turkish identity number", re.compile(r"[1-9][0-9]{10}"), _turkish),
    Scheme(
        "UA",
        "rnokpp",
        "Ukrainian taxpayer number",
        _digits(10),
        _last(_ukrainian),
        lambda n: (date(1899, 12, 31) + timedelta(days=int(n[:5]))).isoformat() if int(n[:5]) else "",
        _parity(8),
    ),
    Scheme(
        "UZ",
        "pinfl",
        "Uzbek personal identification number",
        re.compile(r"[1-6][0-9]{13}"),
        _last(_icao),
        _century(0, year_first=False),
        _century_sex(0),
    ),
)
"""Every numbering that is known here. A number of another state is compared as it stands."""

OF_STATE: Mapping[str, tuple[Scheme, ...]] = MappingProxyType(
    {scheme.state: tuple(s for s in SCHEMES if s.state == scheme.state) for scheme in SCHEMES}
)
"""The numberings of each state."""
