"""The door to the items of a seizure: who answers, objects, decides and reads; each in one transaction with its entry.

`cases.door.do` leads here; pages call `open_item` before they show what an item says. The review of a seizure has a
stream of entries of its own, which nobody folds for one act: what stands of the items named is looked up in copies.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from typing import Any, NamedTuple

from django.db import transaction
from django.utils import timezone

from rogatory.law.acts import Role
from rogatory.material.wall import Sifted
from rogatory.office.errors import FormError
from rogatory.office.filing import OPEN_ITEM, REDACT_ITEM
from rogatory.office.folds.dossier import BARRED, Entry
from rogatory.office.perform import Attempt, Barred, Done
from rogatory.office.review.doing import Beside, Named, handle, named_in
from rogatory.office.review.redacting import Made, redacted_of
from rogatory.people.mandates import EVERY_CASE, Actor, seizure_stream
from rogatory.registry.cases import copies as cases
from rogatory.registry.cases import counted, journal
from rogatory.registry.cases.models import CaseCopy
from rogatory.registry.review import copies, nearby, redacting
from rogatory.registry.review.models import SeizureCopy
from rogatory.registry.review.shelf import seizure as kept_seizure
from rogatory.sifting.ledger.ledger import Ledger

READING = 900
"""Seconds within which an item opened by the same person is one reading."""


class NotOpenError(LookupError):
    """There is no such item, or what it says is not for this person: which of the two is not told."""


class Asked(NamedTuple):
    """An attempt as it came to the door."""

    act: str
    case: str
    object: str
    form: Mapping[str, Any]
    at: datetime
    links: frozenset[str] = frozenset()
    """Names of the links of the case that were confirmed; only where the form names one."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What came of an attempt.

    Attributes:
        seq: Number of the entry that records it, whether done or barred.
        result: Done or barred.
    """

    seq: int
    result: Done | Barred


def do(account: str, asked: Asked) -> Kept:
    """Do something to items of a seizure; a barred attempt is recorded all the same. The case is there.

    Raises:
        UnknownObjectError: The case has no such seizure.
        FormError: What was filled in cannot be taken.
    """
    case, at = asked.case, asked.at
    named = named_in(asked.act, asked.object, asked.form)
    with nearby.opened(case, named.seizure) as ledger:
        near = _near(ledger, named)
        made = _made_first(account, asked, named, near, ledger)
        with transaction.atomic(durable=True):
            journal.lock()
            row = SeizureCopy.objects.filter(case=case, ident=named.seizure).first()
            result = _handled(account, asked, (named, near, ledger, row), made)
            if asked.act == REDACT_ITEM.id and isinstance(result, Done) and made is None:
                raise FormError("item", "the case changed while it was looked at", "Try again")
            # What somebody tried on a seizure that is not there is the office's.
            stream = seizure_stream(case, named.seizure) if row else EVERY_CASE
            (seq,) = journal.write(stream, [result.entry], at)
            if row and isinstance(result, Done):
                told = result.entry
                entry = Entry(seq, at, stream, told.act, told.object, told.actor, told.fields)
                copies.take(row, entry)
                counted.count_items(case, entry)
        if made and ledger and isinstance(result, Done):
            redacting.bring_in(kept_seizure(case, named.seizure), ledger, [redacted_of(entry)])
    return Kept(seq, result)


def _made_first(account: str, asked: Asked, named: Named, near: nearby.Near, ledger: Ledger | None) -> Made | None:
    """The redacted form an attempt is about, made before the journal is held; None: none, or it is barred anyway."""
    if asked.act != REDACT_ITEM.id or ledger is None:
        return None
    row = SeizureCopy.objects.filter(case=asked.case, ident=named.seizure).first()
    if row is None or isinstance(_handled(account, asked, (named, near, ledger, row)), Barred):
        return None
    made = redacting.made(kept_seizure(asked.case, named.seizure), ledger, named.items[0], asked.form)
    if copies.marked(row, [made.version], copies.REDACTED):
        raise FormError("passages", "this redacted form is there already", "Answer its questions")
    return made


def open_item(account: str, case: str, seizure: str, item: str, *, at: datetime | None = None) -> Sifted:
    """Let somebody read what an item says: the wall is asked, and the reading is recorded, once within `READING`.

    So is the attempt of whoever may not, once in a row.

    Args:
        account: Public identifier of the account.
        case: Number of the case.
        seizure: The seizure, as it is called in the case.
        item: Identifier of the item.
        at: Moment; None: now.

    Returns:
        How far the item is through the sift.

    Raises:
        NotOpenError: There is no such item, or it is not open to this person.
        UnknownObjectError: The case has no such seizure.
    """
    at = at or timezone.now()
    asked = Asked(OPEN_ITEM.id, case, seizure, {"item": item}, at)
    named = named_in(asked.act, seizure, asked.form)
    row = SeizureCopy.objects.filter(case=case, ident=seizure).first()
    with nearby.opened(case, seizure) as ledger:
        looked = (named, _near(ledger, named), ledger, row)
        result = _handled(account, asked, looked)
    wanted = OPEN_ITEM.id if isinstance(result, Done) else BARRED
    if not _just_now(account, (case, seizure, item), wanted, at):
        result = do(account, asked).result
    if isinstance(result, Barred):
        raise NotOpenError(item)
    return Sifted(result.entry.fields["sifted"])


def _just_now(account: str, of: tuple[str, str, str], act: str, at: datetime) -> bool:
    """Whether the same was recorded of this account and item (case, seizure, item) a moment ago."""
    case, seizure, item = of
    for _, done, on, when in journal.newest_first(seizure_stream(case, seizure), account):
        if (at - when).total_seconds() >= READING:
            return False
        if (done, on) == (act, item):
            return True
    return False


def _near(ledger: Ledger | None, named: Named) -> nearby.Near:
    return nearby.near(ledger, (*named.items, *named.others), kin=named.asked is not None)


_Looked = tuple[Named, nearby.Near, Ledger | None, SeizureCopy | None]


def _handled(account: str, asked: Asked, looked: _Looked, made: Made | None = None) -> Done | Barred:
    actor = Actor(account, cases.mandates_held(account, asked.case))
    attempt = Attempt(asked.act, asked.object, asked.case, actor, timezone.localtime(asked.at), asked.form)
    roles = frozenset(mandate.role for mandate in actor.mandates_for(asked.case, attempt.at.date()))
    return handle(attempt, replace(_beside(asked, looked, (account, roles)), made=made))


def _beside(asked: Asked, looked: _Looked, who: tuple[str, frozenset[Role]]) -> Beside:
    named, near, ledger, row = looked
    if row is None:
        return Beside(None)
    stands = copies.standing(row, named.items, named.asked) if named.asked else {}
    second = copies.second_looks(row, named.items, named.asked, *who) if named.asked else frozenset()
    return Beside(
        copies.seized_of(row),
        CaseCopy.objects.filter(case=asked.case, closed=True).exists(),
        near.there,
        near.kin,
        {item: tuple((each.number, each.given) for each in one.all) for (item, _), one in stands.items()},
        second,
        row.answers,
        _sifting(ledger, row),
        row.objections,
        copies.objection(row, named.objection) if named.objection else None,
        copies.marked(row, named.others, copies.ORIGIN),
        asked.links,
    )


def _sifting(ledger: Ledger | None, row: SeizureCopy) -> Any:  # noqa: ANN401 - a function of an item
    if ledger is None:
        return lambda _: Sifted.NOT_YET

    def alone(items: Sequence[str]) -> list[Sifted]:
        return copies.sifted_alone(row, items, nearby.unread(ledger, items), nearby.raised(ledger, items))

    return cache(lambda item: nearby.sifted(ledger, item, alone))
