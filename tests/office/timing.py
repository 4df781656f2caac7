"""What the tests of service and time limits do again and again in a small case."""

from datetime import date, timedelta
from typing import Any

from rogatory.law.acts import Role
from rogatory.law.time_limits.deadline import State
from rogatory.office.folds.answered import as_judged
from rogatory.office.folds.limits import limits
from rogatory.office.folds.owed import due
from rogatory.office.perform import Done
from rogatory.remedies.deadlines import Limit
from tests.office.simulator import PROOF, Office, simple_file

MONDAY = date(2026, 3, 2)
RULING: dict[str, Any] = {"outcome": "dismissed", "reasons": "unfounded"}


def made(law, kind: str = "mla", **more) -> Office:
    office = Office(law)
    file = simple_file()
    file["request"] |= {"kind": kind, **more}
    file["items"] = [{"id": "I1", "package": "record", "holder": "P1"}]
    assert isinstance(office.register(file), Done)
    return office


def sure(result) -> None:
    assert isinstance(result, Done), getattr(result, "obstacles", result)


def lodge(office: Office, kind: str = "lifting", **form) -> str:
    sure(office.do(Role.COUNSEL, "lodge-remedy", "P1", text="a remedy", kind=kind, **form))
    return list(office.dossier.challenges.remedies)[-1]


def ruled(office: Office, kind: str = "lifting", **form) -> str:
    name = lodge(office, kind)
    sure(office.do(Role.COURT, "decide-remedy", name, **RULING, **form))
    return name


def told(office: Office, manner: str = "receipted", **form):
    """Notify of what is owed first."""
    notice = due(office.dossier, office.now.date())[0]
    on = office.now.date().isoformat()
    given: dict[str, Any] = {"told-of": notice.ident, "on": on, "language": "French", "manner": manner, **form}
    return office.do(Role.COURT, "notify", notice.person, **given)


def proof(office: Office) -> str:
    sure(office.do(Role.CLERK, "attach", text="acknowledgement of receipt", documents=[PROOF]))
    return PROOF


def the(office: Office, rule: str) -> Limit:
    (found,) = [one for one in limits(office.dossier) if one.deadline.rule.id == rule]
    return found


def last(office: Office, rule: str) -> date | None:
    return the(office, rule).deadline.last_day


def state(office: Office, rule: str, later: int = 0) -> State:
    return the(office, rule).deadline.state(office.now.date() + timedelta(days=later))


def running(office: Office, later: int = 0) -> tuple[str, ...]:
    on = office.now.date() + timedelta(days=later)
    found = [f for f in as_judged(office.dossier, on).findings if f.question == "remedy.period_running"]
    return tuple(word for f in found for word in f.answer)
