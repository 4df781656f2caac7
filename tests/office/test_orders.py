"""Every order of six things that may happen around a transmission: it never happens while a remedy is pending."""

from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from rogatory.law.acts import Role
from rogatory.office.errors import UnknownObjectError
from rogatory.office.folds.dossier import Entry
from rogatory.office.perform import Done
from tests.office.histories import beginning
from tests.office.oracle_challenges import waiting
from tests.office.simulator import START, Office


def lodge(office: Office) -> object:
    return office.do(Role.COUNSEL, "lodge-remedy", "P1", text="appeal")


def decide(office: Office) -> object:
    remedy = next(iter(office.dossier.remedies), "none")
    result = office.do(Role.COURT, "decide-remedy", remedy, outcome="dismissed", final=True, reasons="unfounded")
    office.tell()
    return result


def find(office: Office) -> object:
    told: dict[str, Any] = {"question": "transfer.reveals_asylum_information", "answer": "yes", "source": "a decision"}
    return office.do(Role.PROSECUTOR, "find", **told)


def withdraw(office: Office) -> object:
    found = next((f.id for f in office.dossier.case.findings if f.id.startswith("finding-")), "none")
    return office.do(Role.COURT, "withdraw-finding", found, reasons="it concerned somebody else")


def propose(office: Office) -> object:
    return office.do(Role.PROSECUTOR, "transmit", "record")


def confirm(office: Office) -> object:
    return office.do(Role.CENTRAL_AUTHORITY, "confirm", next(iter(office.dossier.proposals), "none"))


EVENTS = (lodge, decide, find, withdraw, propose, confirm)
LATER = START + timedelta(days=4)
"""After the time to appeal against the grant."""
Event = Callable[[Office], object]


class Orders:
    """All orders, as a tree: what two orders begin with is done once."""

    def __init__(self, law) -> None:
        self.law = law
        self.seen: Counter[str] = Counter()

    def after(self, entries: list[Entry], order: tuple[Event, ...]) -> None:
        self.seen["orders"] += 1
        for event in EVENTS:
            if event not in order:
                office = Office(self.law, entries=list(entries), now=LATER.replace(hour=10, minute=10 * len(order)))
                try:
                    event(office)
                except UnknownObjectError:
                    pass  # there is nothing yet to decide, to withdraw or to confirm
                else:
                    self.check(office.entries)
                self.after(office.entries, (*order, event))

    def check(self, entries: list[Entry]) -> None:
        last = entries[-1]
        remedies = waiting(entries[:-1])
        if last.act == "transmit":
            self.seen["sent"] += 1
            assert not remedies, [e.act for e in entries]
        if last.act == "attempt-barred" and last.fields["act"] == "transmit" and remedies:
            self.seen["held back by a remedy"] += 1


def test_in_no_order_is_anything_sent_while_a_remedy_is_pending(law):
    office = Office(law)
    assert isinstance(office.register(beginning("extradition")), Done)
    assert isinstance(office.do(Role.COURT, "grant", "interview", reasons="nothing stands against it"), Done)
    office.tell()
    orders = Orders(law)
    orders.after(office.entries, ())
    assert orders.seen["orders"] == 1957, "every order of nought to six of the six"
    assert orders.seen["sent"] > 20, orders.seen
    assert orders.seen["held back by a remedy"] > 100, orders.seen
