"""What a letter is about, before it is written in any language."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from rogatory.linkage.numbers import Sound, read_number
from tests.letters_set.words import words


@dataclass(frozen=True)
class Plan:
    """What a letter is to be: its sort and treaty, how its persons are told and how many, and how many facts it has."""

    sort: str
    treaty: str
    form: str
    persons: int
    facts: int


@dataclass(frozen=True)
class Person:
    """A person concerned.

    Attributes:
        names: By language, as (given name, surname); in Russian the surname holds the whole name and the given name
            the accusative.
        woman: Whether it is a woman.
        born: Day of birth.
        state: Code of the state of nationality.
        number: Identity number, canonical.
        place: Which of the places of the language the person was born in.
    """

    names: dict[str, tuple[str, str]]
    woman: bool
    born: date
    state: str
    number: str
    place: int


@dataclass(frozen=True)
class Matter:
    """A case and what is asked in it."""

    state: str
    requested: str
    authority: dict[str, tuple[str, ...]]
    day: date
    ref: str
    case: str
    yours: str
    treaty: str
    persons: tuple[Person, ...]
    offence: str
    article: tuple[int, int]
    measures: tuple[str, ...]
    due: date
    days: int
    deadline: bool
    officials: str
    confidential: str
    blind: bool = False


_OFFENCES = {"fraud": 0, "laundering": 1, "embezzlement": 2, "bribery": 3, "group": 4}
_ARTICLES = {
    "KZ": (190, 218, 189, 366, 262),
    "RU": (159, 174, 160, 290, 210),
    "BY": (209, 235, 211, 430, 285),
    "UA": (190, 209, 191, 368, 255),
    "TR": (158, 282, 247, 252, 220),
}
_BILINGUAL_PERSONS = (
    (("Daniyar", "Orazbekov"), ("Оразбекова Данияра Маратовича", "Оразбеков Данияр Маратович"), False),
    (("Marat", "Sultangaliyev"), ("Султангалиева Марата Ерлановича", "Султангалиев Марат Ерланович"), False),
    (("Yerlan", "Zhumagulzhanov"), ("Жумагулжанова Ерлана Кайратовича", "Жумагулжанов Ерлан Кайратович"), False),
    (("Gulnara", "Tastemirova"), ("Тастемирову Гульнару Аскаровну", "Тастемирова Гульнара Аскаровна"), True),
)
"""Persons of letters in Russian and another language: given name and surname; accusative and nominative; a woman."""


def matter(
    random: Random, languages: tuple[str, ...], state: str, plan: Plan, *, held_out: bool, blind: bool = False
) -> Matter:
    """What the next letter is about; `blind`: of names, authorities and numbers no other letter has."""
    lead = words(languages[0], blind=blind)
    sort, treaty, persons = plan.sort, plan.treaty, plan.persons
    addressees = [c for c, _ in lead.rows("addressees") if c != state and all(_addresses(w, c) for w in languages)]
    requested = random.choice(addressees)
    day = date(2022, 1, 10) + timedelta(days=random.randrange(1300))
    which = random.randrange(sum(c == state for c, _ in lead.rows("authorities"))) if len(languages) == 1 else 0
    authority = {w: [v for c, v in words(w, blind=blind).rows("authorities") if c == state][which] for w in languages}
    offence = random.choice(list(_OFFENCES))
    articles = _ARTICLES.get(state, (263, 305, 138, 322, 278))
    return Matter(
        state=state,
        requested=requested,
        authority=authority,
        day=day,
        ref=_outgoing(random, languages[0], day, blind=blind),
        case=case_number(random, state, day.year - random.randrange(1, 3)),
        yours=case_number(random, requested, day.year - 1) if sort == "supplement" else "",
        treaty=treaty,
        persons=_persons(random, languages, (state, requested), persons, held_out=None if blind else held_out),
        offence=offence,
        article=(articles[_OFFENCES[offence]], random.randrange(1, 5)),
        measures=_measures(random, sort),
        due=day + timedelta(days=random.randrange(40, 160)),
        days=random.choice((30, 45, 60, 90)),
        deadline=random.random() < 0.75 or sort == "eio",
        officials=random.choice(("officials", "officials", "officials.no", "")),
        confidential=random.choice(("confidential", "confidential", "confidential.no", "")),
        blind=blind,
    )


def _addresses(language: str, state: str) -> bool:
    return state in dict(words(language).rows("addressees"))


def _measures(random: Random, sort: str) -> tuple[str, ...]:
    if sort in ("extradition", "diffusion"):
        return ("arrest",)
    kinds = ["search", "seizure", "interview", "bank-data", "freezing", "documents", "service", "video-hearing"]
    chosen = random.sample(kinds, 4 if sort == "mla" else 2)
    if "video-hearing" in chosen and "interview" in chosen:
        chosen.remove("interview")
    return tuple(chosen)


def _persons(
    random: Random, languages: tuple[str, ...], states: tuple[str, str], count: int, *, held_out: bool | None
) -> tuple[Person, ...]:
    state, requested = states
    if len(languages) > 1 and "ru" in languages:
        chosen = random.sample(_BILINGUAL_PERSONS, count)
        names = [({w: ru if w == "ru" else latin for w in languages}, woman) for latin, ru, woman in chosen]
    else:
        lines = random.sample(
            words(languages[0], blind=held_out is None).phrases("names", held_out=bool(held_out)), count
        )
        split = [line.split(" ; ") for line in lines]
        if languages[0] == "ru":
            split = [[accusative, full, *rest] for full, accusative, *rest in split]
        names = [(dict.fromkeys(languages, (first, last)), rest == ["f"]) for first, last, *rest in split]
    made = []
    known = [c for c, _ in words(languages[0]).rows("states") if all(_knows(w, c) for w in languages)]
    places = min(len(words(w).phrases("places", held_out=False)) for w in languages)
    for by_language, woman in names:
        born = date(1948, 1, 1) + timedelta(days=random.randrange(18_500))
        of = state if random.random() < 0.7 else random.choice([c for c in known if c != requested])
        number = identity_number(random, of, born, woman=woman)
        made.append(Person(by_language, woman, born, of, number, random.randrange(places)))
    return tuple(made)


def _knows(language: str, state: str) -> bool:
    return state in dict(words(language).rows("states"))


def _figures(random: Random, count: int) -> str:
    return "".join(random.choice("0123456789") for _ in range(count))


def identity_number(random: Random, state: str, born: date, *, woman: bool = False) -> str:
    """A number of that state with right check digits, which nobody need have; a passport's, where it numbers nobody."""
    sex = 1 if woman else 0
    shapes = {
        "KZ": lambda: f"{born:%y%m%d}{3 + sex}{_figures(random, 5)}",
        "RU": lambda: f"77{_figures(random, 10)}",
        "TR": lambda: f"{random.randrange(1, 10)}{_figures(random, 10)}",
        "UA": lambda: f"{(born - date(1899, 12, 31)).days:05}{_figures(random, 5)}",
        "BE": lambda: (
            f"{born:%y%m%d}{_figures(random, 2)}{random.choice('02468' if woman else '13579')}{_figures(random, 2)}"
        ),
        "BY": lambda: f"{3 + sex}{born:%d%m%y}{random.choice('ABCEHKM')}{_figures(random, 3)}PB{_figures(random, 1)}",
        "UZ": lambda: f"{3 + sex}{born:%d%m%y}{_figures(random, 7)}",
        "KG": lambda: f"{1 if woman else 2}{born:%d%m%Y}{_figures(random, 5)}",
    }
    if state not in shapes:
        return f"{random.choice('ABCEKLMNPRT')}{random.choice('ABCEKLMNPRT')}{_figures(random, 7)}"
    while True:
        number = shapes[state]()
        if read_number(f"{state}:{number}").sound in (Sound.YES, Sound.NOT_KNOWN):
            return number


_CASES = {
    "KZ": "{yy}5500##1######", "RU": "1{yy}########1#####", "BY": "{yy}#########", "UA": "1{year}############",
    "KG": "03-###-{year}-######", "TR": "{year}/#####", "IE": "{year}/#####", "BE": "BR##.F1.#####/{yy}",
    "DE": "### Js #####/{yy}", "AT": "## St ####/{yy}x", "CH": "SV.{yy}.####", "NL": "##-######-{yy}",
    "FR": "{yy}###000###", "IN": "RC-####/{year}/EOU-IV", "GB": "45CV#####{yy}", "GE": "{yy}#######",
    "AZ": "{yy}#######", "SR": "PG ####/{yy}", "MA": "####/2602/{year}", "LI": "## RS.{year}.####",
}  # fmt: skip
"""How the authorities of states number proceedings: `#` is a figure."""


def case_number(random: Random, state: str, year: int) -> str:
    """A number of proceedings as the authorities of the state write them."""
    shape = _CASES.get(state, "####/{yy}/CD").replace("{yy}", f"{year % 100:02}").replace("{year}", str(year))
    return re.sub("#", lambda _: str(random.randrange(1, 10)), shape)


def _outgoing(random: Random, language: str, day: date, *, blind: bool) -> str:
    serial, short = random.randrange(101, 9999), f"{day:%y}"
    if blind:
        return {
            "en": f"MLA-OUT/{day.year}/{serial:04}",
            "fr": f"EJ/{day.year}/{serial}-B",
            "nl": f"IRC {serial}.{short}",
            "de": f"III-{serial}/{short}",
            "ru": f"{serial}/{random.randrange(11, 99)}-{day.year}",
            "tr": f"{day.year}/{serial}-CM",
        }[language]
    shapes = {
        "en": f"ILA/{serial}/{day.year}",
        "fr": f"CRI {serial}/{short}/EP",
        "nl": f"RHV-{day.year}-{serial:05}",
        "de": f"9352 E-{serial}/{day.year}",
        "ru": f"{random.randrange(2, 89)}/{random.randrange(1, 9)}-{serial}-{short}",
        "tr": f"E-{random.randrange(10_000_001, 99_999_999)}-204.07-{serial}",
    }
    return shapes[language]
