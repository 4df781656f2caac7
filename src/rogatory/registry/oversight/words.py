"""What pages and API say of alarms and samples."""

from collections.abc import Mapping
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from rogatory.oversight.alarms.model import RULES
from rogatory.oversight.sampling import Kind

TITLES: Mapping[str, Promise] = MappingProxyType(
    {
        "burst": _("Many requests of one kind from one state"),
        "again": _("Asked again after a refusal"),
        "steered": _("Asked through another state after a refusal"),
        "readings": _("Many cases opened, nothing done in them"),
        "attempts": _("Many attempts at what cannot be done"),
        "limits": _("An authority is late"),
        "inquiries": _("An inquiry into an allegation is late"),
        "departures": _("Many departures from rulings in one role"),
        "journal": _("Trouble with the journal or its witnesses"),
    }
)
"""What an alarm of each rule says."""
_RULES: Mapping[str, Promise] = MappingProxyType(
    {
        "burst": _("at least %(least)s requests of one kind from one state within %(days)s days"),
        "again": _("a request registered in the last %(days)s days names somebody, or is made in a matter, in which the"
                   " same state was refused"),
        "steered": _("the same within %(days)s days, and another state was refused"),
        "readings": _("at least %(least)s cases opened within %(days)s days by an account that never did anything else"
                      " in them"),
        "attempts": _("at least %(least)s barred attempts by one account within %(days)s days"),
        "limits": _("a time limit of an authority has been over for %(days)s days or more"),
        "inquiries": _("a time limit of an inquiry has been over for %(days)s days or more"),
        "departures": _("at least %(least)s departures in one role within %(days)s days"),
        "journal": _("it is closed or damaged, its newest entries wait for witnesses for more than"
                     " %(unwitnessed_hours)s hours, or it was not audited for %(unaudited_days)s days"),
    }
)  # fmt: skip
FACTS: Mapping[str, Promise] = MappingProxyType(
    {
        "state": _("Requesting state"),
        "kind": _("Kind of request"),
        "requests": _("Requests"),
        "days": _("Within days"),
        "earlier": _("Earlier request"),
        "earlier state": _("It was made by"),
        "found by": _("Found by"),
        "refused": _("Refused on"),
        "cases": _("Cases"),
        "attempts": _("Attempts"),
        "roles": _("Roles held"),
        "limit": _("Time limit"),
        "role": _("Role"),
        "departures": _("Departures"),
        "closed": _("The journal is closed"),
        "damages": _("Damages found by the last audit"),
        "unwitnessed since": _("Not witnessed since"),
        "last audit": _("Last audit"),
    }
)
"""The facts an alarm rests on, by name."""
FOUND_BY: Mapping[str, Promise] = MappingProxyType(
    {
        "named": _("the same name"),
        "letter": _("comparing the letters"),
        "person": _("a register, by person"),
        "proceeding": _("a register, by proceedings"),
        "path": _("a register, through somebody near"),
    }
)
"""How two requests were found to belong together."""
KINDS: Mapping[Kind, Promise] = MappingProxyType(
    {
        Kind.NOT_SHOWN: _("Links that were too weak to be shown"),
        Kind.BULK_ANSWERS: _("Answers given to several seized items at once"),
        Kind.DEPARTURES: _("Departures from rulings"),
        Kind.DISMISSALS: _("Links that were dismissed"),
    }
)
"""What a sample is drawn of."""


def rule_word(rule: str) -> str:
    """A rule with its parameters, as a clause."""
    return str(_RULES[rule]) % RULES[rule]
