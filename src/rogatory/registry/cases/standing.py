"""Standing queries: open cases are matched anew once a register, or what is matched of their file, has changed.

Each is screened through the one door, by the account that holds the role of standing queries, as anybody would screen
it: every register is asked on its own record, and what was found is an entry of the case. A case whose file and
registers are as they were is left alone, and so is one that no change of the registers touches (`linkage.touching`).
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils import timezone

from rogatory.intake.errors import CaseFileError
from rogatory.law.acts import SCREEN, Role
from rogatory.people.mandates import EVERY_CASE
from rogatory.registry.cases import copies, door, touched
from rogatory.registry.registers import store


class NobodyAppointedError(LookupError):
    """Registers are kept, and no open account holds the role of standing queries today."""


@dataclass(frozen=True, slots=True)
class Screened:
    """What came of standing queries.

    Attributes:
        cases: How many cases were screened.
        barred: How many could not be; the attempts are recorded.
    """

    cases: int = 0
    barred: int = 0


def screen_again(tell: Callable[[int, int], None] = lambda done, of: None) -> Screened:
    """Screen every open case that a change of the registers may touch, or whose own file has changed.

    Done twice, or stopped and begun again, it screens no case a second time. What a register does not let be asked any
    more today is asked again the next time: a screening that was not whole counts as none.

    Args:
        tell: Is told how many cases are done, and of how many.

    Raises:
        NobodyAppointedError: Nobody may do it.
    """
    account, last = appointed(), store.last_change()
    if last is None:
        return Screened()
    if account is None:
        raise NobodyAppointedError
    cases, untouched = touched.sorted_out(last)
    touched.note(untouched, last)
    barred = 0
    for done, case in enumerate(cases, 1):
        try:
            door.do(account, SCREEN.id, case)
        except (door.NoSuchCaseError, CaseFileError):
            # Barred, or what registered it was erased meanwhile: the other cases are screened all the same.
            barred += 1
        tell(done, len(cases))
    return Screened(len(cases) - barred, barred)


def due() -> list[str]:
    """Open cases that must be looked for in the registers as they are now, by number; none where none is kept."""
    last = store.last_change()
    return touched.sorted_out(last)[0] if last is not None else []


def appointed() -> str | None:
    """The account that makes standing queries, for every case of the office; None: nobody is appointed."""
    today = timezone.localdate()
    held = (m for m in copies.mandates_in(EVERY_CASE) if m.role is Role.STANDING_QUERY and m.covers(EVERY_CASE, today))
    return min((m.account for m in held), default=None)
