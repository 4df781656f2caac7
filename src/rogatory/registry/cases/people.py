"""Acts on the people of the office, with what follows them: a link to hand over, a letter to the person.

Pages, API and command line call `staff`; the act itself goes through the door.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rogatory.office.filing import NEW_LINK, OPEN_ACCOUNT, RESET_FACTORS
from rogatory.office.perform import Barred
from rogatory.people.mandates import EVERY_CASE
from rogatory.registry.accounts import letters
from rogatory.registry.accounts.models import Account
from rogatory.registry.cases import door


@dataclass(frozen=True, slots=True)
class Staffed:
    """What came of an act on the office.

    Attributes:
        outcome: Done or barred, and the entry that records it.
        link: The link for the first sign-in, told this once; empty: the act gives none.
        sent: Whether a letter went to the person; None: the act sends none.
    """

    outcome: door.Outcome
    link: str = ""
    sent: bool | None = None


def staff(by: str, act: str, obj: str = "", form: Mapping[str, Any] | None = None) -> Staffed:
    """Do an act on the office.

    Args:
        by: Public identifier of the account that acts.
        act: Identifier of the act, as `office.filing.STAFFING` names it.
        obj: The account, or the mandate to end; empty where an account is opened.
        form: What was filled in; to open an account `email`, `full_name` and `language`.

    Raises:
        UnknownActError: It is no act on the office.
        UnknownObjectError: There is no such account or mandate.
        FormError: What was filled in cannot be taken.
    """
    outcome = door.do(by, act, EVERY_CASE, obj, form)
    if isinstance(outcome.result, Barred) or act not in (OPEN_ACCOUNT.id, NEW_LINK.id, RESET_FACTORS.id):
        return Staffed(outcome)
    account = Account.objects.get(public_id=outcome.result.entry.object)
    if act == RESET_FACTORS.id:
        return Staffed(outcome, sent=letters.tell_of_reset(account))
    link = letters.invitation(account)
    return Staffed(outcome, link, letters.send_invitation(account, link))
