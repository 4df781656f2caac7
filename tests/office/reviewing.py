"""A seizure under review in memory: people in every role, a small ledger, and a stream of entries."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

import numpy as np

from rogatory.law.acts import Role
from rogatory.material.provenance import Numbers, Provenance
from rogatory.material.questions import ASKED, Asked, Kin, sifted_by
from rogatory.material.wall import Sifted
from rogatory.office.folds.dossier import Entry
from rogatory.office.folds.seizures import Inventory, Opened, Seized
from rogatory.office.perform import Attempt
from rogatory.office.review.doing import Beside, handle, named_in
from rogatory.office.review.folded import review_of
from rogatory.office.review.judging import judged
from rogatory.people.mandates import EVERY_CASE, ONLY_FOR_A_CASE, ONLY_FOR_A_PERSON, Actor, Compartment, Mandate
from rogatory.people.mandates import seizure_stream as stream
from tests.material.review import ANSWERS, setting

CASE, ITEMS = "case-1", "abcdef"
NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
# a and b hold the same bytes; c, d and e are a message with two annexes.
FAMILY = frozenset("cde")
KIN = Kin({"a": "1", "b": "1", "c": "2", "d": "3", "e": "4", "f": "5"}, dict.fromkeys(FAMILY, FAMILY))
UNREAD = frozenset("f")
SECOND = frozenset("bde")
SEIZED = Seized("S-1", "0" * 64, 6, 6, 60, 1, "P1", 3, NOW, Opened(4, NOW, "judge-1", "the delegate", "order 12"),
                (Inventory(5, "P1", date(2026, 3, 1)),))  # fmt: skip
WHO = [r for r in Role if r not in (Role.CUSTODIAN, Role.STANDING_QUERY)]


def actor(role, person="P1", *compartments):
    """Somebody in a role; counsel and the person for `person`."""
    account = f"{role.name.lower()}-{person}"
    case = CASE if role in ONLY_FOR_A_CASE or compartments else EVERY_CASE
    person = person if role in ONLY_FOR_A_PERSON else ""
    return Actor(account, (Mandate(account, role, case, date(2026, 1, 1), person, None, frozenset(compartments)),))


LET_IN = actor(Role.REVIEWER, "let in", Compartment.PRIVILEGED)


@dataclass
class Hung:
    """The ledger, as far as the review judges it."""

    provenance: Provenance
    places: Mapping[str, int] = field(default_factory=lambda: {item: place for place, item in enumerate(ITEMS)})
    family: Numbers = field(default_factory=lambda: np.array([0, 1, 2, 2, 2, 5], np.int32))
    unread: Numbers = field(default_factory=lambda: np.array([5], np.int32))


@dataclass
class Reviewing:
    """The review; what is done goes through the door, and its entries are kept."""

    seized: Seized = SEIZED
    closed: bool = False
    entries: list[Entry] = field(default_factory=list)
    now: datetime = NOW

    @property
    def review(self):
        return review_of(self.entries)

    def second_looks(self, who, named, record):
        """Items of which somebody would give the second look, of those chosen for one: here b, d and e."""
        held = {m.role for m in who.mandates}
        return frozenset(
            i for i in named.items
            if named.asked and i in SECOND and Role.COURT not in held and held & ASKED[named.asked].by
            and all(record.number(i, asked) for asked in Asked)
            and {g.by for _, g in record.history(i, named.asked)} - {who.account}
            and len({g.by for _, g in record.history(i, named.asked)}) == 1
        )  # fmt: skip

    def beside(self, who, act, obj, form):
        """What the registry looks up in copies, here taken from the fold."""
        named, review = named_in(act, obj, form), self.review
        record = review.record
        stands = {
            i: tuple((n, record.given[n - 1]) for n in record.numbers(i, named.asked))
            for i in named.items
            if named.asked
        }
        second = self.second_looks(who, named, record)
        return Beside(
            self.seized, self.closed, frozenset(named.items + named.others) & frozenset(ITEMS), KIN, stands, second,
            len(review.record.given), lambda item: sifted(review, item), len(review.objections),
            review.objections.get(named.objection), frozenset(o.item for o in review.origins), frozenset({"link-2-1"}),
        )  # fmt: skip

    def do(self, who, act, obj="S-1", **form):

        who = who if isinstance(who, Actor) else actor(who)
        attempt = Attempt(act, obj, CASE, who, self.now, form)
        result = handle(attempt, self.beside(who, act, obj, form))
        new = result.entry
        entry = Entry(len(self.entries), self.now, stream(CASE, "S-1"), new.act, new.object, new.actor, new.fields)
        self.entries.append(entry)
        self.now += timedelta(minutes=1)
        return result

    def answer(self, who, item, asked, values=None, *, over=None, **more):
        """An answer that names what stands, and by itself holds nothing against the item."""
        items = [item] if isinstance(item, str) else list(item)
        stand = {n for i in items for n in self.review.record.numbers(i, asked)} if over is None else over
        form = {"items": items, "asked": asked.value, "values": dict(values or ANSWERS[asked]), "reasons": "read"}
        return self.do(who, "answer-item", supersedes=sorted(stand), **form, **more)

    def all_four(self, item):
        for asked in Asked:
            self.answer(Role.COURT, item, asked)

    def cleared(self, edges=(), raised=(), *, remedy=False):
        """The items that may leave."""
        hung = Hung(Provenance.of(len(ITEMS), edges))
        found = judged(setting(remedy=remedy), self.seized, ["P1"], self.review, hung, raised)
        return {item for item, leaves in zip(ITEMS, found.cleared.tolist(), strict=True) if leaves}


def sifted(review, item):
    """How far an item is through the sift, where nothing hangs together."""
    if item in UNREAD and review.record.looked(item) is None:
        return Sifted.NOT_YET
    return sifted_by(review.record.standing(item, Asked.PRIVILEGE))
