"""The papers of an invented seizure with the truth about each: nobody in it exists.

A seizure is made of a set of texts (`open`, on which rules may be tried; `blind`, on which they may not; `later`, in
fourteen languages and of the length papers have, written before their writer had seen the lists) and a seed, which
chooses persons, addresses, days and how often each kind stands in it.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from random import Random

from rogatory.material.provenance import Bond
from rogatory.material.screens.found import Reading, Screen, Who
from rogatory.material.screens.scope import Scope
from rogatory.material.screens.screening import Configuration

TEXTS = Path(__file__).with_name("texts.toml")
LATER = Path(__file__).with_name("later.toml")
SETS = ("open", "blind", "later")
S = Screen
TRUTH: Mapping[str, frozenset[Screen]] = {
    "advice": frozenset({S.PRIVILEGE}),
    "memo": frozenset({S.PRIVILEGE}),
    "asylum": frozenset({S.ASYLUM}),
    "story": frozenset({S.ASYLUM}),
    "source": frozenset({S.SOURCES}),
    "medical": frozenset({S.MEDICAL}),
    "record": frozenset({S.ILL_TREATMENT}),
    "report": frozenset({S.ILL_TREATMENT}),
    "members": frozenset({S.THIRD_PARTIES}),
    "contract": frozenset(),
    "bank": frozenset(),
    "disclaimer": frozenset(),
    "news": frozenset(),
    "private": frozenset(),
    "footer": frozenset(),
    "article": frozenset(),
    "signed": frozenset(),
    "thread": frozenset({S.PRIVILEGE}),
    "decision": frozenset({S.ASYLUM}),
    "notice": frozenset({S.ASYLUM}),
    "account": frozenset({S.ILL_TREATMENT}),
    "people": frozenset({S.THIRD_PARTIES}),
    "near_visa": frozenset(),
    "near_press": frozenset(),
    "near_contract": frozenset(),
    "near_health": frozenset(),
    "near_guests": frozenset(),
    "near_statement": frozenset(),
}
"""What must be withheld of each kind of paper, beside that it may lie outside the request."""
FORMATS: Mapping[str, tuple[str, ...]] = {
    "advice": ("eml", "mbox"),
    "memo": ("docx", "txt"),
    "asylum": ("pdf", "docx", "eml"),
    "story": ("eml", "docx"),
    "source": ("eml", "txt"),
    "medical": ("pdf", "jpg"),
    "record": ("pdf", "eml", "zip"),
    "report": ("docx", "pdf"),
    "members": ("docx", "txt"),
    "contract": ("pdf", "docx"),
    "bank": ("eml", "pdf"),
    "disclaimer": ("eml",),
    "news": ("txt", "eml"),
    "private": ("eml", "jpg"),
    "footer": ("eml",),
    "article": ("txt", "eml"),
    "signed": ("pdf", "docx"),
    "thread": ("eml", "mbox"),
    "decision": ("pdf", "docx"),
    "notice": ("pdf", "jpg"),
    "account": ("eml", "docx"),
    "people": ("docx", "txt"),
    "near_visa": ("eml", "pdf"),
    "near_press": ("txt", "eml"),
    "near_contract": ("pdf", "docx"),
    "near_health": ("eml", "txt"),
    "near_guests": ("txt", "docx"),
    "near_statement": ("docx", "pdf"),
}
DRAWN = ("pdf", "jpg")
"""Forms for which letters are drawn; for those of `WRITTEN_ONLY` none are at hand."""
WRITTEN_ONLY = ("ar", "fa")
MAILS = ("eml", "mbox")
_FIRST, _LAST = date(2008, 1, 1), date(2013, 12, 31)

# Latin as a register has it, Cyrillic, and as a German paper has it. All invented.
PERSONS: Mapping[str, tuple[tuple[str, str, str], ...]] = {
    "open": (
        ("Saule Dzhumagaliyeva", "Сауле Джумагалиева", "Saule Dschumagalijewa"),
        ("Nurlan Baimenov", "Нурлан Байменов", "Nurlan Bajmenow"),
        ("Timur Ordabayev", "Тимур Ордабаев", "Timur Ordabajew"),
        ("Claire Vandenbroeck", "Клер Ванденбрук", "Claire Vandenbroeck"),
        ("Joris Wittebols", "Йорис Виттебольс", "Joris Wittebols"),
        ("Raushan Tulegenova", "Раушан Тулегенова", "Rauschan Tulegenowa"),
    ),
    "blind": (
        ("Zarina Mukhametzhanova", "Зарина Мухаметжанова", "Sarina Muchametschanowa"),
        ("Daulet Sarsenbin", "Даулет Сарсенбин", "Daulet Sarsenbin"),
        ("Yerlan Shakhmardanov", "Ерлан Шахмарданов", "Jerlan Schachmardanow"),
        ("Elise Carpentier", "Элиз Карпантье", "Elise Carpentier"),
        ("Pieter Hoogstraten", "Питер Хоогстратен", "Pieter Hoogstraten"),
        ("Gulbahor Rakhmonova", "Гулбахор Рахмонова", "Gulbachor Rachmonowa"),
    ),
    "later": (
        ("Aliya Seitkaliyeva", "Алия Сейткалиева", "Alija Sejtkalijewa"),
        ("Murat Dosmukhanbetov", "Мурат Досмуханбетов", "Murat Dosmuchanbetow"),
        ("Kuanysh Zhetpisbayev", "Куаныш Жетписбаев", "Kuanysch Schetpisbajew"),
        ("Mireille Delacourt", "Мирей Делакур", "Mireille Delacourt"),
        ("Hendrik Oosterlinck", "Хендрик Остерлинк", "Hendrik Oosterlinck"),
        ("Shynar Abdrakhmanova", "Шынар Абдрахманова", "Schynar Abdrachmanowa"),
    ),
}
ROLES = ("lawyer", "client", "brother", "journalist", "doctor", "activist")
BANKS: Mapping[str, tuple[str, str, str, str]] = {
    "open": ("Kokzhar Bank", "Кокжар Банк", "Tobol Trade", "KB-4471"),
    "blind": ("Zhetisu Kredit", "Жетысу Кредит", "Irtysh Invest", "ZK-9038"),
    "later": ("Altai Finans", "Алтай Финанс", "Betpak Holding", "AF-2260"),
}
LANGUAGES = ("en", "fr", "nl", "ru", "tr", "de")
_CYRILLIC = ("ru", "uk", "kk")


@dataclass(frozen=True)
class Paper:
    """One paper.

    Attributes:
        name: Name of its file, without the ending.
        kind: Kind of paper, as in `TRUTH`.
        language: Its language.
        form: Ending of its file.
        reading: Text and metadata, as a perfect reading has them.
        truth: The screens that must stop at it.
        tied: Bonds from this paper to earlier ones, by their names.
    """

    name: str
    kind: str
    language: str
    form: str
    reading: Reading
    truth: frozenset[Screen]
    tied: tuple[tuple[Bond, str], ...] = ()


@dataclass
class Seizure:
    """Papers, what is known before they are read, and what is true of them."""

    papers: list[Paper]
    configuration: Configuration
    origins: list[str] = field(default_factory=list)


class _Maker:
    def __init__(self, texts: str, seed: int) -> None:
        self.random = Random(f"{texts} {seed}")
        self.texts, self.told = texts, _told(texts)
        self.persons = dict(zip(ROLES, PERSONS[texts], strict=True))
        self.papers: list[Paper] = []

    def written(self, kind: str, language: str, *, before: Paper | None = None, tied: tuple[Bond, ...] = ()) -> Paper:
        random = self.random
        form = random.choice(FORMATS[kind]) if before is None else "eml"
        if language in WRITTEN_ONLY and form in DRAWN:
            form = "docx"
        text = self._text(kind, language)
        if before is not None:
            quoted = "\n".join(f"> {line}" for line in before.reading.text.splitlines())
            text = f"{text}\n\n{quoted}"
        inside = any(word in text for word in self._scope_words())
        day = self._day(inside=inside)
        outside = frozenset({S.SCOPE}) if not inside or not _FIRST <= day <= _LAST else frozenset()
        truth = TRUTH[kind] | outside | (before.truth - {S.SCOPE} if before is not None else frozenset())
        name = f"{len(self.papers):04}-{random.choice(('scan', 'doc', 'note', 'file'))}"
        fields = {"date": (day.isoformat(),), "name": (f"{name}.{form}",)}
        if form in MAILS:
            sender, receiver = self._between(kind)
            fields |= {"from": (sender,), "to": (receiver,), "subject": (self._subject(language),)}
        bonds = tuple((bond, before.name) for bond in tied) if before is not None else ()
        paper = Paper(name, kind, language, form, Reading(text, fields), truth, bonds)
        self.papers.append(paper)
        return paper

    def configuration(self) -> Configuration:
        """What is known before anything is read: names as registers have them, and most addresses."""
        latin = {role: forms[0] for role, forms in self.persons.items()}
        bank, _, company, loan = BANKS[self.texts]

        def who(role: str, *, address: bool = True) -> tuple[Who, ...]:
            return (Who((latin[role],), (self._address(role),) if address else (), (), "invented register"),)

        scope = Scope((Who((bank,)), Who((company,))), (bank, company, loan), _FIRST, _LAST)
        return Configuration(
            lawyers=who("lawyer"), clients=who("client"), journalists=who("journalist"), doctors=who("doctor"),
            ill_treated=who("brother", address=False), at_risk=who("activist", address=False), scope=scope,
        )  # fmt: skip

    def _text(self, kind: str, language: str) -> str:
        bank, cyrillic, company, loan = BANKS[self.texts]
        way = 1 if language in _CYRILLIC else 2 if language == "de" else 0
        names = {role: forms[way] for role, forms in self.persons.items()}
        told = self.told[language][kind].strip()
        return told.format(**names, bank=cyrillic if language in _CYRILLIC else bank, company=company, loan=loan)

    def _scope_words(self) -> tuple[str, ...]:
        return BANKS[self.texts]

    def _day(self, *, inside: bool) -> date:
        if inside and self.random.random() < 0.9:
            return _FIRST + timedelta(days=self.random.randrange((_LAST - _FIRST).days))
        return date(
            self.random.choice((2005, 2006, 2016, 2019)), self.random.randint(1, 12), self.random.randint(1, 28)
        )

    def _address(self, role: str) -> str:
        return f"{self.persons[role][0].split()[1].lower()}@{role}.example"

    def _between(self, kind: str) -> tuple[str, str]:
        other = f"post{self.random.randrange(900)}@mail.example"
        known = self.random.random() < 0.7
        pairs = {
            "advice": ("lawyer", "client"),
            "thread": ("lawyer", "client"),
            "source": ("journalist", ""),
            "medical": ("doctor", ""),
        }
        first, second = pairs.get(kind, ("", ""))
        sender = self._address(first) if first and known else f"p{self.random.randrange(900)}@mail.example"
        return sender, self._address(second) if second and known else other

    def _subject(self, language: str) -> str:
        words = {"en": "Tuesday", "fr": "mardi", "nl": "dinsdag", "ru": "вторник", "tr": "salı", "de": "Dienstag"}
        return words.get(language, "…")


def _told(texts: str) -> dict[str, dict[str, str]]:
    """The papers of a set, by language and kind."""
    if texts == "later":
        return tomllib.loads(LATER.read_text(encoding="utf-8"))
    both = tomllib.loads(TEXTS.read_text(encoding="utf-8"))
    return {code: {kind: told[texts] for kind, told in kinds.items()} for code, kinds in both.items()}


def made(texts: str, seed: int, rounds: int = 4) -> Seizure:
    """An invented seizure.

    Args:
        texts: One of `SETS`.
        seed: Another number chooses other addresses, days and forms.
        rounds: How often each kind stands in it, in each language.
    """
    maker = _Maker(texts, seed)
    origins = []
    for _ in range(rounds):
        for language in maker.told:
            for kind in (kind for kind in TRUTH if kind in maker.told[language]):
                paper = maker.written(kind, language)
                if kind in ("record", "report", "account"):
                    origins.append(paper.name)
                if kind == "record":
                    # Passed on, with the record quoted below: a mail about other things, tainted by what it carries.
                    about = "near_contract" if texts == "later" else "disclaimer"
                    maker.written(about, language, before=paper, tied=(Bond.REPLIES, Bond.QUOTES))
                if kind in ("advice", "thread"):
                    maker.written(kind, language, before=paper, tied=(Bond.REPLIES, Bond.QUOTES))
    return Seizure(maker.papers, maker.configuration(), origins)
