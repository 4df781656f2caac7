"""Proceedings looked up among many, and told apart: made-up ones, some of them told twice in other words.

The peer is what offices do without such a system: numbers compared by likeness (rapidfuzz, ratio of 85 and more).
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from random import Random
from time import process_time

from rapidfuzz import fuzz

from rogatory.casefile.parties import Party, Proceeding, Told
from rogatory.linkage.evidence import Closeness
from rogatory.linkage.proceeding_index import ProceedingIndex
from rogatory.linkage.proceedings import ProceedingMatch, compare_proceedings, read_proceeding

GIVEN = (
    ("Dana", "Дана"), ("Erlan", "Ерлан"), ("Marat", "Марат"), ("Aigul", "Айгүл"),
    ("Serik", "Серік"), ("Timur", "Тимур"), ("Asel", "Әсел"), ("Nurlan", "Нұрлан"),
    ("Ruslan", "Руслан"), ("Madina", "Мәдина"), ("Azamat", "Азамат"), ("Gulnar", "Гүлнар"),
)  # fmt: skip
STEMS = (
    ("Ospan", "Оспан"), ("Bekt", "Бект"), ("Akhmet", "Ахмет"), ("Nurpeis", "Нұрпейіс"),
    ("Zhaken", "Жакен"), ("Tuleg", "Төлег"), ("Kassym", "Қасым"), ("Iskak", "Ысқақ"),
    ("Aben", "Әбен"), ("Sadyk", "Садық"), ("Mukan", "Мұқан"), ("Baitas", "Байтас"),
)  # fmt: skip
MIDDLES = (("", ""), ("bai", "бай"), ("gali", "ғали"), ("zhan", "жан"), ("bol", "бол"), ("tas", "тас"), ("mir", "мир"))
BODIES = (
    ("КНБ РК", "National Security Committee"),
    ("Антикоррупционная служба", "Anti-Corruption Agency"),
    ("Служба экономических расследований", "Economic Investigation Service"),
)
ARTICLES = (("ст. 176 УК РК 1997 г.", "Art. 189 CC 2014"), ("ст. 193 УК РК 1997 г.", "Art. 218 CC 2014"))


def run(register: int = 100_000, requests: int = 20, told_twice: int = 400, seed: int = 1) -> None:
    """Print what reading, filing and asking cost, and the classes of pairs of known truth."""
    random = Random(seed)
    told = [made_up(random, i) for i in range(register)]
    start = process_time()
    read = [read_proceeding(one) for one in told]
    _cost("read", start, register)
    index = ProceedingIndex()
    start = process_time()
    for one in read:
        index.add(one)
    _cost("file", start, register)
    spent = sorted(ask(index, random, told) for _ in range(requests))
    middle, longest = (round(1e3 * seconds, 1) for seconds in (spent[len(spent) // 2], spent[-1]))
    print(f"ask with 5  {middle:8} ms CPU, median of {requests}; longest {longest} ms")
    print(f"\n{told_twice} pairs of each kind; the class of the comparison, and numbers 85 alike or more")
    for name, pair in PAIRS.items():
        _classes(name, [pair(random, i) for i in range(told_twice)])


def _cost(what: str, start: float, count: int) -> None:
    spent = process_time() - start
    print(f"{what:11} {spent / count * 1e6:8.1f} µs CPU each; {spent:.1f} s for {count:,}")


def _classes(name: str, pairs: Sequence[tuple[Proceeding, Proceeding]]) -> None:
    found = Counter(compare_proceedings(left, right).closeness for left, right in pairs)
    fuzzy = sum(alike(left, right) for left, right in pairs)
    shown = ", ".join(f"{kind.value} {found[kind]}" for kind in Closeness if found[kind])
    print(f"  {name:42} {shown:52} fuzzy {fuzzy}")


def alike(left: Proceeding, right: Proceeding) -> bool:
    """Whether two numbers are alike to somebody who compares them letter by letter."""
    return any(fuzz.ratio(a.text, b.text) >= 85 for a in left.references for b in right.references)


def ask(index: ProceedingIndex, random: Random, told: Sequence[Proceeding]) -> float:
    """Seconds it takes to compare the five proceedings of a request, one of them known, with a register."""
    asked = [made_up(random, -i) for i in range(4)] + [retold(random.choice(told))]
    start = process_time()
    matches: list[ProceedingMatch] = []
    for one in asked:
        read = read_proceeding(one)
        matches += [compare_proceedings(read, index.read[place]) for place in index.candidates(read).places]
    assert any(match.closeness is Closeness.IDENTICAL for match in matches), "the one that is known is found"
    return process_time() - start


def made_up(random: Random, ident: int) -> Proceeding:
    """Proceedings of Kazakhstan that never were, told in Russian."""
    year, serial = random.randrange(15, 25), random.randrange(1, 1_000_000)
    first = random.randrange(2000, 2014)
    return Proceeding(
        f"X{ident}",
        "KZ",
        references=(Told(f"ЕРДР № {year}7500{random.randrange(10, 99)}1{serial:06}"),),
        bodies=(random.choice(BODIES)[0],),
        officials=(_name(random),),
        offences=(Told("Присвоение вверенного имущества банка и легализация денежных средств"),),
        articles=(Told(random.choice(ARTICLES)[0]),),
        period=(str(first), str(first + random.randrange(4))),
        parties=tuple(Party(name=_name(random), role="accused") for _ in range(random.randrange(1, 5))),
        victims=(f"АО «Банк {random.choice(STEMS)[1]}{random.randrange(2_000)}»",),
        amounts=(Told(f"{random.randrange(10**6, 10**10)} тенге"),),
    )


def _name(random: Random) -> str:
    given, stem, middle, end = (
        random.choice(GIVEN),
        random.choice(STEMS),
        random.choice(MIDDLES),
        random.choice(("ов", "ова", "ин")),
    )
    return f"{given[1]} {stem[1]}{middle[1]}{end}"


def retold(told: Proceeding) -> Proceeding:
    """The same proceedings as another document tells them: in English, with the number in groups."""
    (number,) = told.references
    figures = number.text.split()[-1]
    (amount,) = told.amounts
    return replace(
        told,
        references=(Told("-".join((figures[:2], figures[2:6], figures[6:8], figures[8], figures[9:]))),),
        bodies=(dict(BODIES)[told.bodies[0]],),
        officials=tuple(_latin(name) for name in told.officials),
        offences=(Told("Embezzlement of bank money and its laundering"),),
        articles=(Told(dict(ARTICLES)[told.articles[0].text]),),
        parties=tuple(replace(p, name=_latin(p.name).upper()) for p in told.parties),
        victims=tuple(v.replace("АО «Банк ", "Bank ").replace("»", " JSC") for v in told.victims),
        amounts=(Told(f"KZT {int(amount.text.split()[0]):,}"),),
    )


def _latin(name: str) -> str:
    given, family = name.split()
    for latin, cyrillic in sorted((*STEMS, *MIDDLES), key=lambda pair: -len(pair[1])):
        family = family.replace(cyrillic, latin) if cyrillic else family
    for cyrillic, latin in (("ова", "ova"), ("ов", "ov"), ("ин", "in")):
        family = family.replace(cyrillic, latin)
    return f"{family} {next(latin for latin, cyrillic in GIVEN if cyrillic == given)}"


def _same(random: Random, ident: int) -> tuple[Proceeding, Proceeding]:
    told = made_up(random, ident)
    return told, retold(told)


def _no_number(random: Random, ident: int) -> tuple[Proceeding, Proceeding]:
    told, again = _same(random, ident)
    return told, replace(again, references=())


def _no_number_nor_sum(random: Random, ident: int) -> tuple[Proceeding, Proceeding]:
    told, again = _no_number(random, ident)
    return told, replace(again, amounts=(), victims=())


def _next_number(random: Random, ident: int) -> tuple[Proceeding, Proceeding]:
    told = made_up(random, ident)
    figures = told.references[0].text.split()[-1]
    other = figures[:-1] + str((int(figures[-1]) + 1) % 10)
    return told, replace(made_up(random, ident), references=(Told(f"ЕРДР № {other}"),))


def _one_party(random: Random, ident: int) -> tuple[Proceeding, Proceeding]:
    told, other = made_up(random, ident), made_up(random, ident)
    return told, replace(other, parties=(retold(told).parties[0], *other.parties[1:]))


def _others(random: Random, ident: int) -> tuple[Proceeding, Proceeding]:
    return made_up(random, ident), made_up(random, ident)


PAIRS: dict[str, Callable[[Random, int], tuple[Proceeding, Proceeding]]] = {
    "the same, told in another language": _same,
    "the same, without its number": _no_number,
    "the same, without number, victim and sum": _no_number_nor_sum,
    "others, the number one figure apart": _next_number,
    "others, with one party of the same name": _one_party,
    "others": _others,
}
