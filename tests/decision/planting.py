"""Decisions in which every field holds a planted word, so that a text that leaks any of them is seen to.

A case is filled by the types of its fields: a field added later is planted too, or the filling fails. What the
requesting state wrote, and what the office is called, holds words of another pool.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, timedelta
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from rogatory.casefile.model import CaseFile, Finding, Measure, Person, Request
from rogatory.decision.deciding import (
    Choice,
    Deciding,
    KnownLink,
    Letter,
    Licence,
    Office,
    Outcome,
    RunningRemedy,
    Submission,
    TimeLimit,
    Told,
    Undertaking,
    Use,
)
from rogatory.decision.documents.catalogue import STATE
from rogatory.decision.releasing.common_words import COMMON
from rogatory.law.acts import GRANT, Act
from rogatory.law.corpus import Law
from rogatory.law.questions import Form
from rogatory.law.ruling import Ruling
from rogatory.law.vocabulary import VOCABULARY
from rogatory.linkage.date_words import folded
from rogatory.registers.model import RegisterEntry

_SYLLABLES = {
    "Latin": "ba de gu ki lo ma ne pi ro sa tu vy zhe cho dra fle gri klo ptu sve",
    "Latin with marks": "bâ dé gü kı łó mã ně pï rø ša tű vý že ço",
    "Cyrillic": "ба де гу ки ло ма не пи ро са ту вы же чо дра сте жар бек ула нов",
    "Kazakh": "бә де ғұ қы лө ма ңе пі ро са тү же қан бек ұла",
    "Greek": "βα δε γου κι λο μα νε πι ρο σα του βι ζη",
    "Arabic": "ب ت ج ح د ر ز س ش ص ع ف ق ك ل م ن ه و ي",
    "Georgian": "ბა დე გუ კი ლო მა ნე პი რო სა ტუ",
    "Armenian": "բա դե գու կի լո մա նե պի ռո սա տու",
    "Han": "王 李 张 刘 陈 杨 赵 黄 周 吴 伟 芳 娜 敏 静 丽 强 磊 军 洋",
    "Hangul": "김 이 박 최 정 강 조 윤 장 임 민 서 준 하 은 지 현 우",
}
_LETTERS_OF_THEIRS = ("abeki", "odoru", "umala", "inesu")
_FIRST = date(1950, 1, 1)
_DAYS = 20_000
_OURS = date(2030, 1, 1)
"""From here on lie the days that may be told; planted ones lie before."""


@dataclass
class Planter:
    """Fills what a decision is made of, from one seed.

    Attributes:
        chance: Where the words come from.
        planted: Every word planted.
    """

    chance: random.Random
    planted: list[str]

    def word(self) -> str:
        """A word of a random script that no sentence of ours uses."""
        while True:
            script = self.chance.choice(list(_SYLLABLES))
            many = {"Arabic": 5, "Han": 3, "Hangul": 3}.get(script, 3)
            word = "".join(self.chance.choices(_SYLLABLES[script].split(), k=many))
            if folded(word) not in COMMON:
                self.planted.append(word)
                return word.title() if script not in ("Arabic", "Han", "Hangul") else word

    def number(self) -> str:
        """A long number with letters and separators, as registers write them."""
        parts = [str(self.chance.randrange(1000, 9999)) for _ in range(3)]
        self.planted.append("".join(parts))
        return self.chance.choice("/- .").join(parts)

    def text(self) -> str:
        """Words, numbers and a day, in a sentence of everyday words."""
        kinds: list[Callable[[], str]] = [self.word, self.word, self.word, self.number, lambda: str(self.day())]
        told = [self.chance.choice(kinds)() for _ in range(self.chance.randrange(1, 4))]
        return self.chance.choice(("{}", "It was {} who said so.", "See {}, of that day.")).format(" ".join(told))

    def day(self) -> date:
        """A day long before the decision."""
        return _FIRST + timedelta(self.chance.randrange(_DAYS))

    def filled(self, kind: Any) -> Any:
        """A value of a type, every field of it filled."""
        origin, args = get_origin(kind), get_args(kind)
        if origin in (Union, UnionType):
            return self.filled(next(a for a in args if a is not NoneType))
        if origin is tuple:
            many = args[:1] * self.chance.randrange(1, 3) if args[-1] is Ellipsis else args
            return tuple(map(self.filled, many))
        if kind is Act:
            return GRANT
        if isinstance(kind, type) and issubclass(kind, Enum):
            return self.chance.choice(list(kind))
        if is_dataclass(kind):
            return self.object(kind)
        simple: dict[Any, Callable[[], Any]] = {
            str: self.text,
            date: self.day,
            bool: lambda: self.chance.random() < 0.5,
            int: lambda: self.chance.randrange(100_000, 9_999_999),
        }
        return simple[kind]()

    def object(self, kind: Any) -> Any:
        """A dataclass with every field filled; what the vocabulary fixes is drawn from it."""
        hints = get_type_hints(kind)
        fixed = _FIXED[kind](self) if kind in _FIXED else {}
        return kind(**{f.name: fixed[f.name] if f.name in fixed else self.filled(hints[f.name]) for f in fields(kind)})


def _finding(planter: Planter) -> dict[str, Any]:
    question = planter.chance.choice([q for q in VOCABULARY.values() if q.form is not Form.DAY])
    answer = (planter.chance.choice(question.values),) if question.values else ()
    return {"question": question.id, "answer": answer}


_FIXED: dict[Any, Callable[[Planter], dict[str, Any]]] = {
    Finding: _finding,
    Measure: lambda p: {"type": p.chance.choice(VOCABULARY["measure.type"].values)},
    Request: lambda p: {
        "kind": p.chance.choice(("mla", "extradition", "eio", "eaw", "red-notice")),
        "requesting": p.chance.choice(("KZ", "AL", "FR", "TR", "ZZ")),
        "requested": "BE",
    },
}


def planted(law: Law, rulings: tuple[Ruling, ...], seed: int, secrets: int | None = None) -> tuple[Deciding, list[str]]:
    """A decision from a seed, and every word planted in it.

    Args:
        law: The law.
        rulings: Rulings to hold the choices against.
        seed: Decides everything that may leave.
        secrets: Decides everything that may not; None: the same seed.
    """
    planter = Planter(random.Random(seed if secrets is None else f"secret {secrets}"), [])
    open_ = random.Random(f"open {seed}")
    request = _request(open_, planter)
    measures = tuple(_measure(open_, planter, n) for n in range(open_.randrange(1, 4)))
    persons = tuple(_person(planter, n) for n in range(2))
    case = planter.object(CaseFile)
    case = CaseFile(**{f.name: getattr(case, f.name) for f in fields(case)} | {
        "request": request, "measures": measures, "persons": persons, "treaty_rows": (),
    })  # fmt: skip
    letter, office = _letter(open_, measures, persons), _office(open_)
    deciding = Deciding(
        case,
        law,
        rulings,
        letter,
        office,
        choices=tuple(_choice(open_, planter, m, p) for m in measures for p in ("", *m.persons)),
        submissions=planter.filled(tuple[Submission, ...]),
        links=planter.filled(tuple[KnownLink, ...]),
        undertakings=planter.filled(tuple[Undertaking, ...]),
        remedies=planter.filled(tuple[RunningRemedy, ...]),
        licences=tuple(_licence(open_, planter, m) for m in measures[:1]),
        limits=planter.filled(tuple[TimeLimit, ...]),
        told=planter.filled(tuple[Told, ...]),
        missing=tuple(open_.sample(_MISSING, open_.randrange(3))),
        answer_by=_OURS + timedelta(open_.randrange(3000)) if open_.random() < 0.5 else None,
        own_words=_harmless(open_) if open_.random() < 0.5 else "",
        entries=planter.filled(tuple[RegisterEntry, ...]),
        besides=planter.filled(tuple[str, ...]),
    )
    # Some words were drawn for fields that were filled otherwise in the end.
    held = repr([getattr(deciding, f.name) for f in fields(deciding) if f.name not in _NOT_KEPT]).lower()
    digits = "".join(c for c in held if c not in "/- .")
    return deciding, [w for w in planter.planted if (w in digits if w.isdigit() else w.lower() in held)]


_NOT_KEPT = ("law", "rulings", "letter", "office")

_MISSING = tuple(key.removeprefix("missing.") for key in STATE if key.startswith("missing.") and key != "missing.intro")


def _request(open_: random.Random, planter: Planter) -> Request:
    drawn = planter.object(Request)
    kind = open_.choice(("mla", "mla", "extradition", "eio", "eaw", "red-notice"))
    state = open_.choice(("KZ", "AL", "FR", "TR", "ZZ"))
    return Request(kind, state, "BE", planter.day(), drawn.authority, drawn.summary)


def _measure(open_: random.Random, planter: Planter, number: int) -> Measure:
    kind = open_.choice(VOCABULARY["measure.type"].values)
    return Measure(f"m{number}", kind, planter.text(), ("p0", "p1"))


def _person(planter: Planter, number: int) -> Person:
    drawn = planter.object(Person)
    return Person(f"p{number}", drawn.name, drawn.note, drawn.compartment, drawn.identity)


def _choice(open_: random.Random, planter: Planter, measure: Measure, person: str) -> Choice:
    words = planter.text(), planter.text(), planter.text(), planter.text(), planter.text()
    reasons, by, office, departure, agreed = words
    return Choice(measure.id, open_.choice(list(Outcome)), reasons, by, office, person, departure, agreed)


def _licence(open_: random.Random, planter: Planter, measure: Measure) -> Licence:
    drawn = planter.object(Licence)
    uses = tuple(open_.sample(list(Use), 3))
    of = (measure.id, *drawn.of) if open_.random() < 0.7 else drawn.of
    until = _OURS + timedelta(open_.randrange(3000)) if open_.random() < 0.8 else None
    return Licence(of, drawn.who, drawn.purpose, uses, until, open_.random() < 0.5, drawn.note)


def _letter(open_: random.Random, measures: tuple[Measure, ...], persons: tuple[Person, ...]) -> Letter:
    written = tuple((m.id, f"to {_theirs(open_)} the {_theirs(open_)}") for m in measures if open_.random() < 0.7)
    named = tuple((p.id, f"{_theirs(open_)} {_theirs(open_)}") for p in persons if open_.random() < 0.7)
    number = f"{open_.randrange(100, 999)}-{_theirs(open_)[:2]}/{open_.randrange(10, 99)}"
    treaty = f"Treaty of {_theirs(open_)}"
    letter = Letter(f"Court of {_theirs(open_)}", number, _OURS, treaty, ("ETS-030",), named, written)
    if open_.random() < 0.5:
        return letter
    whole = "\n".join((letter.authority, number, treaty, *(w for _, w in (*named, *written)), _theirs(open_)))
    return Letter(letter.authority, number, _OURS, treaty, ("ETS-030",), named, written, whole)


def _office(open_: random.Random) -> Office:
    lines = (f"Office of {_theirs(open_)}", f"Street of {_theirs(open_)}")
    number = f"BE-{open_.randrange(100, 999)}"
    return Office(lines, number, _theirs(open_).title(), _OURS, (f"A. {_theirs(open_).title()}",))


def _theirs(open_: random.Random) -> str:
    return "".join(open_.choices(_LETTERS_OF_THEIRS, k=2))


def _harmless(open_: random.Random) -> str:
    said = (
        "We regret that we cannot do more and remain ready to help.",
        "Please let us know whether this is enough for you.",
        "Nous vous remercions pour votre lettre et restons à votre disposition pour toute question.",
        "Wij danken u voor uw brief en blijven graag bereid om vragen te beantwoorden.",
    )
    return open_.choice(said)
