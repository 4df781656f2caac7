"""Route of breach and reparation in a case; to find, demand, order, perform and close are acts."""

from datetime import date
from typing import Any

from django.http import HttpRequest
from ninja import Router, Schema

from rogatory.aftermath.money import Money
from rogatory.aftermath.reparation import total
from rogatory.registry.api.access import to, who
from rogatory.registry.api.opening import opened
from rogatory.registry.api.tokens import Scope
from rogatory.registry.desk.rows import aftermath as aftermath_rows

router = Router(tags=["aftermath"], auth=to(Scope.READ))


class Amount(Schema):
    """Money: digits as text, never a number, in one currency (ISO 4217)."""

    amount: str
    currency: str


class FollowShown(Schema):
    """One thing that follows a breach. `state` is done, open or overdue; `due` (included) is null where none is set."""

    step: str
    person: str
    state: str
    due: date | None
    done: date | None
    entry: int | None
    source: str
    counted: str


class BreachShown(Schema):
    """A breach. `standing` is alleged, found, closed or not-found; what is only alleged has no kind, day or step."""

    breach: str
    standing: str
    kind: str | None
    whose: str | None
    of: str
    text: str
    happened: date | None
    known: date | None
    persons: list[str]
    evidence: list[int]
    gone: list[str]
    alleged: int | None
    found: int | None
    closed: int | None
    follows: list[FollowShown]


class ReparationShown(Schema):
    """What a person is owed. `stage`: owed, ordered, partly-performed or performed; `owed_today` holds the interest."""

    reparation: str
    person: str
    form: str
    text: str
    breach: str
    ground: str
    stage: str
    overdue: bool
    ordered: Amount | None
    until: date | None
    paid: list[Amount]
    owed_today: Amount | None
    interest: Amount | None


class Sums(Schema):
    """Money in one currency; nothing is converted."""

    owed: Amount
    ordered: Amount
    performed: Amount
    left: Amount


class AftermathShown(Schema):
    """Breaches and reparation of a case, as far as they are seen, and the sums per currency."""

    breaches: list[BreachShown]
    reparations: list[ReparationShown]
    sums: list[Sums]


@router.get("/cases/{case}/aftermath", response=AftermathShown, summary="Breach and reparation")
def aftermath(request: HttpRequest, case: str, on: date | None = None) -> Any:  # noqa: ANN401
    """Beside a person concerned, that person's own."""
    found = opened(who(request).name, case, on)
    owed = aftermath_rows.reparations(found.dossier, found.portion, found.on)
    sums = total([row.reparation for row in owed], found.on).sums.values()
    return {
        "breaches": [_breach(row) for row in aftermath_rows.breaches(found.dossier, found.portion, found.on)],
        "reparations": [_reparation(row, found.on) for row in owed],
        "sums": [
            {part: _money(getattr(one, part)) for part in ("owed", "ordered", "performed", "left")} for one in sums
        ],
    }


def _breach(row: aftermath_rows.BreachRow) -> dict[str, Any]:
    breach = row.breach
    follows = [
        {"step": f.rule.step.value, "person": f.person, "state": line.state, "due": f.due,
         "done": f.done.on if f.done else None, "entry": f.done.entry if f.done else None, "source": f.rule.source,
         "counted": f.rule.counted}
        for line in row.follows for f in (line.follow,)
    ]  # fmt: skip
    return {
        "breach": breach.ident, "standing": breach.standing.value, "kind": breach.kind.value if breach.kind else None,
        "whose": breach.whose.value if breach.whose else None, "of": breach.of, "text": breach.text,
        "happened": breach.happened, "known": breach.known, "persons": list(row.persons),
        "evidence": list(breach.evidence), "gone": list(breach.gone), "alleged": breach.alleged,
        "found": breach.found, "closed": breach.closed, "follows": follows,
    }  # fmt: skip


def _reparation(row: aftermath_rows.ReparationRow, on: date) -> dict[str, Any]:
    one = row.reparation
    return {
        "reparation": one.ident, "person": one.person, "form": one.form.value, "text": one.text, "breach": one.breach,
        "ground": one.ground, "stage": row.standing, "overdue": row.overdue, "ordered": _money(one.ordered),
        "until": one.order.until if one.order else None, "paid": [_money(p.sum) for p in one.paid(on)],
        "owed_today": _money(row.owed), "interest": _money(row.interest),
    }  # fmt: skip


def _money(told: Money | None) -> dict[str, str] | None:
    return {"amount": str(told).partition(" ")[0], "currency": told.currency} if told else None
