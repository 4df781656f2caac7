"""The four questions that are answered of every seized item, and who may answer them.

Privilege, scope, origin and proportionality are asked apart, and answered apart, each by a named person with authority
and reasons. What is not answered is not known, and what is not known is never cleared. An answer is never changed: a
later one takes its place and names the one it replaces. A second look (`second`) replaces nothing: both answers stand,
and where they differ the question is open until a third person has settled it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from types import MappingProxyType

from rogatory.law.acts import Role
from rogatory.law.questions import Question
from rogatory.law.vocabulary import material
from rogatory.material.wall import Sifted


class Asked(Enum):
    """What is asked of an item."""

    PRIVILEGE = "privilege"
    """Is it a lawyer's, journalist's or doctor's secret, or part of an asylum file?"""
    SCOPE = "scope"
    """Does it lie within the request?"""
    ORIGIN = "origin"
    """May it come from ill-treatment?"""
    PROPORTIONALITY = "proportionality"
    """Is sending it proportionate, to whoever it concerns?"""


@dataclass(frozen=True, slots=True)
class Ask:
    """One of the four questions.

    Attributes:
        questions: What of the law's vocabulary it answers; all of it, each time.
        also: What it may answer beside.
        by: Roles that may answer it.
        claimed_by: Roles that may only say what withholds, and only of what is their own.
        frees: Roles that alone may take back an answer that withholds.
        settles: Roles in which a third person settles it where two have answered otherwise.
        source: Why it is asked, and of whom.
    """

    questions: tuple[Question, ...]
    also: tuple[Question, ...]
    by: frozenset[Role]
    claimed_by: frozenset[Role]
    frees: frozenset[Role]
    settles: frozenset[Role]
    source: str


_R = Role
_REVIEW = frozenset({_R.REVIEWER, _R.COURT})
_OWN = frozenset({_R.COUNSEL, _R.PERSON_CONCERNED})
_COURT = frozenset({_R.COURT})

ASKED: Mapping[Asked, Ask] = MappingProxyType(
    {
        Asked.PRIVILEGE: Ask(
            (material.privilege, material.asylum_data),
            (),
            _REVIEW | {_R.PRIVILEGE_OBSERVER},
            _OWN,
            _COURT,
            _COURT | {_R.PRIVILEGE_OBSERVER},
            "ECHR, Article 8; Wieser and Bicos v. Austria; Saber v. Norway; Regulation (EU) 2024/1348, Article 7(2)",
        ),
        Asked.SCOPE: Ask(
            (material.relevance,),
            (),
            _REVIEW,
            frozenset(),
            _REVIEW,
            _REVIEW,
            "ECHR, Article 8; Robathin v. Austria",
        ),
        Asked.ORIGIN: Ask(
            (material.ill_treatment_origin,),
            (material.item_kind, material.treatment, material.judge_allows_object),
            _REVIEW,
            frozenset(),
            _COURT,
            _COURT,
            "ECHR, Articles 3 and 6; UN Convention against Torture, Article 15; El Haski v. Belgium",
        ),
        Asked.PROPORTIONALITY: Ask(
            (material.proportionate, material.other_opponents),
            (),
            _REVIEW,
            frozenset(),
            _REVIEW,
            _REVIEW,
            "ECHR, Article 8; for others at risk Articles 2 and 3",
        ),
    }
)
"""The four questions: what the law calls them, and who may answer. Nobody of the investigation answers any of them."""

WITHHOLDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        material.privilege.id: ("claimed", "confirmed"),
        material.asylum_data.id: ("yes",),
        material.relevance.id: ("out-of-scope", "unclear"),
        material.ill_treatment_origin.id: ("yes",),
        material.proportionate.id: ("no",),
        material.other_opponents.id: ("yes",),
    }
)
"""Answers that withhold."""

UNKNOWN = "unknown"
"""An answer: it was looked at, and it cannot be told. It withholds as no answer does."""
_UNDECIDED = (UNKNOWN, "claimed")
_BY_A_COURT = frozenset({material.judge_allows_object.id})
_SIFTS: Mapping[Role, str] = MappingProxyType({_R.PRIVILEGE_OBSERVER: "independent-person", _R.COURT: "judge"})


class Together(Enum):
    """Of what an answer is given in one go."""

    ALONE = "one item"
    DUPLICATES = "exact duplicates"
    """Items with the same bytes."""
    FAMILY = "a whole family"
    """A message with everything attached to it, or a paper with what lies in it (`families`), and nothing less."""


@dataclass(frozen=True, slots=True)
class Given:
    """An answer to one of the four questions.

    Attributes:
        items: The items; several only where they are answered together.
        asked: Which question.
        values: The answers by identifier of the question of the vocabulary; `UNKNOWN` where it cannot be told.
        by: Account of whoever answers.
        role: Role in which it is answered.
        authority: Mandate or decision that entitles them, in words.
        ground: The reasons, in words.
        on: Day.
        together: Of what it is given in one go.
        supersedes: Numbers of the answers it takes the place of; all that stand, and none else.
        second: Items of which it is the second look: there it stands beside the answer of somebody else.
    """

    items: tuple[str, ...]
    asked: Asked
    values: Mapping[str, str]
    by: str
    role: Role
    authority: str
    ground: str
    on: date
    together: Together = Together.ALONE
    supersedes: frozenset[int] = frozenset()
    second: frozenset[str] = frozenset()

    @property
    def withholds(self) -> bool:
        """Whether any of its values withholds."""
        return any(value in WITHHOLDS.get(slot, ()) for slot, value in self.values.items())

    @property
    def sifted_by(self) -> str:
        """Whose sift for privilege it is, in the law's words; empty: it is no independent sift, or left undecided."""
        told = self.values.get(material.privilege.id, UNKNOWN)
        return "" if told in _UNDECIDED else _SIFTS.get(self.role, "")


@dataclass(frozen=True, slots=True)
class Kin:
    """Which items may be answered together.

    Attributes:
        content: Digest of the bytes of each item; an item without bytes is missing.
        family: For each item its whole family, itself among them; an item that is missing is alone.
    """

    content: Mapping[str, str]
    family: Mapping[str, frozenset[str]]


def counting(first: Given, second: Given) -> Given | None:
    """Of two answers that stand the one that counts: that which is an independent sift; None: they differ."""
    if first.values != second.values:
        return None
    return second if second.sifted_by and not first.sifted_by else first


Stands = Mapping[str, tuple[tuple[int, Given], ...]]
"""By item the answers to a question that stand, each with its number: none, one, or two of two persons."""


def against(told: Given, kin: Kin, stands: Stands) -> str:
    """What stands against taking an answer, in a sentence; empty: nothing.

    Args:
        told: The answer.
        kin: Which items may be answered together.
        stands: By item the answers to the same question that stand now; one that is missing has none. However many
            items there are, these are enough.
    """
    return _form(told) or _who(told) or _bulk(told, kin) or _beside(told, stands) or _over(told, stands)


def _beside(told: Given, stands: Stands) -> str:
    """What stands against it as a second look."""
    looked = [stands.get(item, ()) for item in told.second]
    may = told.role in ASKED[told.asked].by and told.role is not Role.COURT and told.second <= frozenset(told.items)
    if told.second and not (may and all(len(there) == 1 and there[0][1].by != told.by for there in looked)):
        return "a second look is at the one answer of somebody else, by a reviewer or the observer"
    return ""


def _over(told: Given, stands: Stands) -> str:
    """What stands against it because of answers that stand."""
    there = [stands.get(item, ()) for item in told.items if item not in told.second]
    before = {number: given.values for some in there for number, given in some}
    if before.keys() != told.supersedes:
        missing = ", ".join(map(str, sorted(before.keys() ^ told.supersedes)))
        return f"it must name exactly the answers it takes the place of; look again at: {missing}"
    ask, settled, own = ASKED[told.asked], set[int](), set[int]()
    for two in (some for some in there if len(some) > 1):
        numbers, by = {number for number, _ in two}, {given.by for _, given in two}
        if counting(two[0][1], two[1][1]):
            own |= numbers if told.by in by else set()
        elif told.role in ask.settles and told.by not in by:
            settled |= numbers
        else:
            who = ", ".join(sorted(role.value for role in ask.settles))
            return f"answers {two[0][0]} and {two[1][0]} differ: a third person settles that, with reasons: {who}"
    for number, values in before.items():
        freed = [s for s, v in values.items() if v in WITHHOLDS.get(s, ()) and not _still(s, told.values)]
        if number in settled or not freed or (told.role in ask.frees and number not in own):
            continue
        who = ", ".join(sorted(role.value for role in ask.frees)) + (", as a third person" if number in own else "")
        return f"answer {number} withholds by {', '.join(freed)}; only the {who} takes that back"
    return ""


def _still(slot: str, values: Mapping[str, str]) -> bool:
    return values.get(slot) in WITHHOLDS[slot]


def _form(told: Given) -> str:
    ask = ASKED[told.asked]
    known = {q.id: q for q in (*ask.questions, *ask.also)}
    missing = [q.id for q in ask.questions if q.id not in told.values]
    foreign = [slot for slot in told.values if slot not in known]
    wrong = [s for s, v in told.values.items() if s in known and v not in (*known[s].values, UNKNOWN)]
    unsaid = [n for n in ("by", "authority", "ground") if not getattr(told, n).strip()]
    if not told.items or len(set(told.items)) < len(told.items):
        return "name each item once, and at least one"
    if missing or foreign:
        return f"answer {', '.join(q.id for q in ask.questions)}, and nothing of another question"
    if wrong:
        return f"{', '.join(f'{s}: {told.values[s]!r}' for s in wrong)} is no answer of the vocabulary"
    return f"say {', '.join(unsaid)}" if unsaid else ""


def _who(told: Given) -> str:
    ask = ASKED[told.asked]
    if told.role in ask.claimed_by:
        claims = all(value in (*WITHHOLDS[slot], UNKNOWN) for slot, value in told.values.items())
        return "" if claims and told.withholds else f"the {told.role.value} may claim it, and nothing else"
    if told.role not in ask.by:
        return f"it is answered by: {', '.join(sorted(r.value for r in ask.by))}; not by the {told.role.value}"
    if told.values.get(material.privilege.id) == "waived" and not told.sifted_by:
        return "that privilege is waived is for the observer or a court to say, by the holder's own word"
    of_a_court = sorted(_BY_A_COURT & told.values.keys())
    if of_a_court and told.role is not Role.COURT:
        return f"{', '.join(of_a_court)} is for a court to say"
    return ""


def _bulk(told: Given, kin: Kin) -> str:
    items = frozenset(told.items)
    if told.together is Together.ALONE:
        return "" if len(items) == 1 else "several items are answered together only as duplicates or as a family"
    if told.together is Together.DUPLICATES:
        same = {kin.content.get(item, "") for item in items}
        return "" if len(same) == 1 and "" not in same else "these items are not all the same bytes"
    left = kin.family.get(told.items[0], frozenset(told.items[:1]))
    return (
        "" if items == left else f"a family is answered whole: {len(left)} items, here are {len(items & left)} of them"
    )


def sifted_by(given: Given | None) -> Sifted:
    """What became of the sift for privilege of an item, by the answer on privilege that stands; None: none does."""
    if given is None or not given.sifted_by or UNKNOWN in given.values.values():
        return Sifted.NOT_YET
    return Sifted.PRIVILEGED if given.withholds else Sifted.FREE
