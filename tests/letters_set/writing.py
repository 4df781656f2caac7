"""A matter written down in a language, with what the words tell."""

import re
from datetime import date, timedelta
from random import Random

from rogatory.received.proposed import Field
from rogatory.states.treaties import bilateral_id
from tests.letters_set.matter import Matter, Person
from tests.letters_set.model import Told
from tests.letters_set.words import words

_SLOT = re.compile(r"\{(\w+)(?::([^{}]*))?\}")
_BY_SEX = re.compile(r"\{([^{}|]*)\|([^{}|]*)\}")
_COMPANIES = (
    "Alderwick Trading Ltd", "Borealis Invest SA", "Caspian Grain LLP", "Dunholm Logistics BV", "Karatal Stroy LLP",
    "Meridian Freight GmbH", "Norvane Holding SA", "Tuzla Denizcilik A.Ş.",
)  # fmt: skip
_CURRENCIES = ("EUR", "USD", "CHF")
_STREETS = ("Rue des Colonies 56, 1000", "Keizersgracht 412, 1016", "Lindenallee 7, 50968", "Rue Haute 118, 1000")


class Writer:
    """Writes one matter in one language, and keeps what was told.

    Attributes:
        told: What was told so far.
    """

    def __init__(self, random: Random, language: str, matter: Matter, *, held_out: bool) -> None:
        """Take the matter, and the half whose phrases are used."""
        self.random, self.language, self.matter, self.held_out = random, language, matter, held_out
        self.words = words(language, blind=matter.blind)
        self.told: list[Told] = []
        self.person: Person | None = None
        self._others = self.words.phrases("others", held_out=False)
        self._order = random.randrange(3)

    # What a phrase is filled with.

    def say(self, key: str) -> str:
        """A phrase on that, filled; what it tells is kept."""
        return self.fill(self.random.choice(self.words.phrases(key, held_out=self.held_out)))

    def fill(self, phrase: str) -> str:
        """A phrase with its slots filled."""
        small = phrase.startswith(("{", "г. ", "от "))
        woman = self.person is not None and self.person.woman
        phrase = _BY_SEX.sub(lambda m: m[2] if woman else m[1], phrase)
        while _SLOT.search(phrase):
            phrase = _SLOT.sub(self._slot, phrase)
        phrase = phrase.replace("..", ".")
        return phrase if small else phrase[:1].upper() + phrase[1:]

    def _slot(self, match: "re.Match[str]") -> str:
        name, given = match[1], match[2]
        if given is not None:  # {arrest:arrested}: these words ask for that
            self.tell(Field.MEASURE, name, given, required=name == "arrest")
            return given
        maker = getattr(self, f"_{name}", None)
        return maker() if maker else self._of_nobody(name)

    def tell(
        self, field: Field, value: str, raw: str, about: str = "", *, also: tuple[str, ...] = (), required: bool = True
    ) -> None:
        """Keep that the letter tells this."""
        one = Told(field, value, raw, about, also, required)
        if not any((t.field, t.value, t.about) == (field, value, about) for t in self.told):
            self.told.append(one)

    # The letter itself.

    def _authority(self) -> str:
        name = self.matter.authority[self.language][0]
        self.tell(Field.AUTHORITY, name, name, also=(name.split(",")[0],))
        return name

    def _ref(self) -> str:
        self.tell(Field.REFERENCE, self.matter.ref, self.matter.ref)
        return self.matter.ref

    def _case(self) -> str:
        self.tell(Field.REFERENCE, self.matter.case, self.matter.case)
        return self.matter.case

    def _yours(self) -> str:
        self.tell(Field.REFERENCE, self.matter.yours, self.matter.yours)
        return self.matter.yours

    def _date(self) -> str:
        written = self._day(self.matter.day)
        self.tell(Field.DATE, self.matter.day.isoformat(), written)
        return written

    def _due(self) -> str:
        written = self._day(self.matter.due)
        self.tell(Field.DEADLINE, self.matter.due.isoformat(), written)
        return written

    def _days(self) -> str:
        self.tell(Field.DEADLINE, f"P{self.matter.days}D", str(self.matter.days))
        return str(self.matter.days)

    def _city(self) -> str:
        return self.matter.authority[self.language][1]

    def _street(self) -> str:
        return self.matter.authority[self.language][2]

    def _state(self) -> str:
        return self.words.row("states", self.matter.state)[0]

    def _statef(self) -> str:
        return self.words.row("states", self.matter.state)[1]

    def _requested(self) -> str:
        return self.words.row("states", self.matter.requested)[1]

    def _requestedn(self) -> str:
        return self.words.row("states", self.matter.requested)[0]

    def _treaty(self, form: int = 0) -> str:
        names = [v for c, v in self.words.rows("treaty") if c == self.matter.treaty]
        chosen = names[self._order % len(names)]
        value = self.matter.treaty
        if value.startswith("BILATERAL"):
            extradition = value != "BILATERAL"
            value = bilateral_id(self.matter.state, self.matter.requested, extradition=extradition)
            form = -1
        written = _SLOT.sub(self._slot, chosen[min(form, len(chosen) - 1)])
        self.tell(Field.TREATY, value, written)
        return written

    def _treatyg(self) -> str:
        return self._treaty(1)

    def _offence(self) -> str:
        written = self.words.row("offence.names", self.matter.offence)[0]
        self.tell(Field.OFFENCE, written, written)
        return written

    def _article(self) -> str:
        number, part = self.matter.article
        phrase = self.random.choice(self.words.phrases("article", held_out=self.held_out))
        known = [c for c, _ in self.words.rows("code")]
        code = self.matter.state if self.matter.state in known else "*"
        name = _SLOT.sub(self._slot, self.words.row("code", code)[0])
        written = phrase.replace("{n}", str(number)).replace("{part}", str(part)).replace("{code}", name)
        required = self.matter.state in ("KZ", "RU", "BY", "UA", "TR")
        self.tell(Field.ARTICLE, f"{self.matter.state} {number} {part}", written, required=required)
        return written

    # The person concerned.

    def _p(self) -> str:
        return self.name_of(self._whom(), self._order)

    def _pg(self) -> str:
        given, whole = self._whom().names[self.language]
        self.tell(Field.PERSON, given, given, self._about(), also=(whole,))
        return given

    def _whom(self) -> Person:
        if self.person is None:
            raise AssertionError("the phrase names a person, and nobody is written about")
        return self.person

    def _about(self) -> str:
        return str(self.matter.persons.index(self._whom()) + 1)

    def name_of(self, person: Person, order: int) -> str:
        """The name of a person as it is written in this letter."""
        given, last = person.names[self.language]
        if self.language == "ru":
            written = last
        else:
            written = (
                f"{given} {last}",
                f"{capitals(last, self.language)} {given}",
                f"{given} {capitals(last, self.language)}",
            )[order]
        self.tell(Field.PERSON, written, written, self._about())
        return written

    def _born(self) -> str:
        person = self._whom()
        written = self._day(person.born)
        self.tell(Field.BIRTH, person.born.isoformat(), written, self._about())
        return written

    def _birthplace(self) -> str:
        return self.words.phrases("places", held_out=False)[self._whom().place]

    def _nat(self) -> str:
        return self._nationality(2)

    def _natof(self) -> str:
        return self._nationality(1)

    def _nationality(self, form: int) -> str:
        written = self.words.row("states", self._whom().state)[form]
        self.tell(Field.NATIONALITY, self._whom().state, written, self._about())
        return written

    def _num(self) -> str:
        number = self._whom().number
        self.tell(Field.NUMBER, number, number, self._about())
        return number

    # What must not become a field.

    def _d(self) -> str:
        return self._day(self.matter.day - timedelta(days=self.random.randrange(60, 2500)))

    def _b(self) -> str:
        return self._day(date(1950, 1, 1) + timedelta(days=self.random.randrange(18_000)))

    def _judge(self) -> str:
        return self._others[self.random.choice((0, 2, 3, 5))]

    def _witness(self) -> str:
        return self._others[1]

    def _victim(self) -> str:
        return self._others[4]

    def _amount(self) -> str:
        return f"{self.random.choice(_CURRENCIES)} {self.random.randrange(11, 990)} {self.random.randrange(100, 999)}"

    def _company(self) -> str:
        return self.random.choice(_COMPANIES)

    def _other(self) -> str:
        return self.words.row("states", self.random.choice(("AE", "CY")))[0]

    def _n(self) -> str:
        return f"{self.random.randrange(2, 99)}-{self.random.randrange(2, 99)}"

    def _phone(self) -> str:
        code = self.random.choice((7, 33, 31, 49, 90, 44))
        return f"+{code} {self.random.randrange(100, 999)} {self.random.randrange(1_000_000, 9_999_999)}"

    def _account(self) -> str:
        return f"{self.random.randrange(10**9, 10**10)}"

    def _address(self) -> str:
        return self.random.choice(_STREETS)

    def _of_nobody(self, name: str) -> str:
        if name == "mail":
            return "office@justice.example"
        raise AssertionError(f"no phrase may use {{{name}}}")

    def _day(self, day: date) -> str:
        months = self.words.phrases("months", held_out=False)[0].split()
        form = self.random.choice(self.words.phrases("days", held_out=self.held_out))
        figures = {
            "{dd}": f"{day.day:02}", "{mm}": f"{day.month:02}", "{d}": str(day.day), "{m}": str(day.month),
            "{y}": str(day.year), "{month}": months[day.month - 1], "{th}": _ordinal(day.day),
        }  # fmt: skip
        for slot, value in figures.items():
            form = form.replace(slot, value)
        return form


def capitals(text: str, language: str) -> str:
    """A text in capitals as the language writes them."""
    return text.replace("i", "İ").upper() if language == "tr" else text.upper().replace("ß", "SS")


def _ordinal(day: int) -> str:
    return "th" if 10 < day < 20 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
