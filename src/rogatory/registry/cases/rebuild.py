"""Making the reading copies anew from the journal, or comparing them with what the journal makes of them.

What a copy says besides the entries follows from the law in force: after a change of the law, rulings may differ, and
the copies are made anew.
"""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from rogatory.intake.errors import CaseFileError
from rogatory.office.filing import OPEN_REGISTER
from rogatory.office.folds.dossier import Dossier, Entry, fold
from rogatory.office.streams.custody import CHANGES, custody_of
from rogatory.office.streams.staffing import Staff, staff_of
from rogatory.people.mandates import EVERY_CASE, Mandate, seizure_stream, stream_of
from rogatory.registry.cases import copies, counted, journal
from rogatory.registry.cases.models import CaseCopy, MandateCopy, SeenCopy
from rogatory.registry.ledger.append import JournalClosedError
from rogatory.registry.registers import link_keys
from rogatory.registry.registers.models import RegisterCopy
from rogatory.registry.registers.sight import EVERY, seeing
from rogatory.registry.review import remaking
from rogatory.registry.states import experience
from rogatory.registry.states import remaking as record

Tell = Callable[[int, int], None]
"""Is told how many cases are done, and of how many."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing in which the copies are not what the journal makes of them.

    Attributes:
        case: Identifier of the case; empty: the office.
        what: The copy or its field, in words.
        stored: What the copy says; None: there is none.
        made: What the journal makes of it; None: it should not be there.
    """

    case: str
    what: str
    stored: object
    made: object

    def __str__(self) -> str:
        """In one line."""
        return f"{self.case or 'office'}: {self.what} is {_short(self.stored)} and should be {_short(self.made)}"


def rebuild(tell: Tell = lambda done, of: None) -> list[Difference]:
    """Make every copy anew; each case in its own transaction, so that the office goes on working meanwhile.

    Returns:
        The cases whose entries no longer make a case, because what registered them was erased: they have no copy.
    """
    lost: list[Difference] = []
    today = timezone.localdate()
    with transaction.atomic():
        _lock()
        _remake_the_office()
    cases = journal.cases()
    for done, case in enumerate(cases, 1):
        with transaction.atomic():
            _lock()
            _forget([case])
            try:
                dossier = fold(journal.entries_of(case))
            except CaseFileError as error:
                lost.append(Difference(case, "case file", None, str(error.faults[0])))
            else:
                _remake(case, dossier, today)
        tell(done, len(cases))
    with transaction.atomic():
        _lock()
        known = set(journal.cases()) | {EVERY_CASE} | copies.streams()
        _forget(sorted(_copied() - known))
    return lost


def _remake(case: str, dossier: Dossier, today: date) -> None:
    copies.copy_case(dossier, _day(dossier, today))
    copies.copy_seen(case, copies.seen_by(dossier.entries))
    reviews = _reviews(case, dossier)
    remaking.remake(case, dossier.entries, reviews)
    counted.recount(case, dossier, reviews)


def _remake_the_office() -> None:
    """Who works in the office, its registers, and what is on record about states."""
    _forget(sorted({EVERY_CASE} | copies.streams()))
    copies.copy_staff(_staff())
    made = _registers_made()
    RegisterCopy.objects.exclude(register__in=made).delete()
    for register, row in made.items():
        RegisterCopy.objects.update_or_create(register=register, defaults=row)
    record.remake()
    if link_keys.kept():
        with seeing(EVERY):
            link_keys.make_anew()


def differences(tell: Tell = lambda done, of: None) -> Iterator[Difference]:
    """Everything in which the copies are not what the journal makes of them; nothing is changed."""
    staff = _staff()
    yield from _mandates_differ(EVERY_CASE, dict(staff.mandates))
    for stream in sorted(copies.streams() | {m.case for m in staff.custodians.values()}):
        yield from _mandates_differ(stream, {i: m for i, m in staff.custodians.items() if m.case == stream})
    yield from _registers_differ()
    yield from (Difference(*told) for told in record.differing())
    cases = journal.cases()
    for case in sorted(_copied() - set(cases) - {EVERY_CASE} - copies.streams()):
        yield Difference(case, "copy", "there", None)
    for done, case in enumerate(cases, 1):
        # Both are read in one transaction, or an act done between them would be told as a difference.
        with transaction.atomic():
            _lock()
            found = list(_case_differs(case))
        yield from found
        tell(done, len(cases))


def _case_differs(case: str) -> Iterator[Difference]:
    stored = CaseCopy.objects.filter(case=case).first()
    try:
        dossier = fold(journal.entries_of(case))
    except CaseFileError as error:
        yield Difference(case, "case file", "there" if stored else None, str(error.faults[0]))
        return
    if stored is None:
        yield Difference(case, "copy", None, "there")
        return
    made = copies.row_of(dossier, _day(dossier, stored.judged_on))
    for name, value in made.items():
        if getattr(stored, name) != value:
            yield Difference(case, name, getattr(stored, name), value)
    yield from _mandates_differ(case, dict(dossier.mandates))
    invited = {i: m.account for i, m in dossier.invitations.items()}
    seen = dict(SeenCopy.objects.filter(case=case).values_list("account", "seq"))
    told: tuple[tuple[str, object, object], ...] = (
        ("days that matter", sorted(copies.days_copied(case)), list(copies.days_that_matter(dossier))),
        ("documents", copies.documents_copied(case), copies.documents_of(dossier.entries)),
        ("remedies and hearings", copies.docket_copied(case), copies.docket_of(dossier)),
        ("time limits", copies.limits_copied(case), copies.limits_of(dossier)),
        ("invitations", copies.invitations_copied(case), invited),
        ("what it tells of the requesting state", experience.copied(case), experience.made(dossier)),
        ("states that may stand behind it", experience.behind_copied(case), experience.behind_of(dossier)),
        ("what was seen by whom", seen, copies.seen_by(dossier.entries)),
    )
    yield from (Difference(case, what, there, right) for what, there, right in told if there != right)
    yield from _happenings_differ(case, dossier)


def _happenings_differ(case: str, dossier: Dossier) -> Iterator[Difference]:
    """What the copies tell of single acts: of the reviews of seizures, and of what happened."""
    reviews = _reviews(case, dossier)
    for what, there, right in remaking.differing(case, dossier.entries, reviews):
        yield Difference(case, what, there, right)
    more, missing = counted.differing(case, dossier, reviews)
    if more or missing:
        yield Difference(case, "what happened", more, missing)


def _reviews(case: str, dossier: Dossier) -> dict[str, tuple[Entry, ...]]:
    """The entries of the reviews of the seizures of a case, by what each seizure is called."""
    return {name: journal.entries_of(seizure_stream(case, name)) for name in remaking.names(dossier.entries)}


def _registers_differ() -> Iterator[Difference]:
    with transaction.atomic():
        _lock()
        made, names = _registers_made(), ("kind", "title", "changed", "changed_on")
        stored = {row["register"]: row for row in RegisterCopy.objects.values("register", *names)}
    for register in sorted(made.keys() | stored.keys()):
        for name in names:
            there, right = stored.get(register, {}).get(name), made.get(register, {}).get(name)
            if there != right:
                yield Difference(stream_of(register), name, there, right)


def _registers_made() -> dict[str, dict[str, Any]]:
    """The registers as their entries make them; what they hold stands in their store, and in no entry."""
    made = {}
    for stream in journal.registers():
        entries = journal.entries_of(stream)
        custody = custody_of(entries)
        last = [e for e in entries if e.act in (OPEN_REGISTER.id, *CHANGES)][-1]
        row = {"kind": custody.kind.value, "title": custody.title}
        made[custody.register] = {**row, "changed": last.seq, "changed_on": custody.changed}
    return made


def _mandates_differ(case: str, held: dict[str, Mandate]) -> Iterator[Difference]:
    stored = {row.ident: _read(row) for row in MandateCopy.objects.filter(case=case)}
    for ident in sorted(stored.keys() | held.keys()):
        if stored.get(ident) != held.get(ident):
            yield Difference(case, ident, stored.get(ident), held.get(ident))


def _read(row: MandateCopy) -> Mandate | str:
    try:
        return copies.mandate_of_row(row)
    except ValueError as error:
        return f"no mandate ({error})"


def _staff() -> Staff:
    return staff_of(journal.entries_of(EVERY_CASE))


def _copied() -> set[str]:
    cases = set(CaseCopy.objects.values_list("case", flat=True))
    return cases | set(MandateCopy.objects.values_list("case", flat=True).distinct())


def _forget(cases: list[str]) -> None:
    for case in cases:
        copies.forget(case)
        counted.forget(case)


def _lock() -> None:
    """Keep others from writing; a journal that takes no entries any more is still read, and its copies still made."""
    with suppress(JournalClosedError):
        journal.lock()


def _day(dossier: Dossier, later: date | None) -> date:
    """The day as of which the copy is made: of the last change, or a later one while the case is open."""
    changed = timezone.localdate(next(e.at for e in reversed(dossier.entries) if e.seq == dossier.head))
    return changed if later is None or dossier.closed else max(changed, later)


def _short(value: object) -> str:
    text = "absent" if value is None else repr(value)
    return text if len(text) <= 60 else f"{text[:57]}..."  # noqa: PLR2004 - for one line
