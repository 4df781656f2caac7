"""What must hold of an entry, found without the door: the act judged anew, mandates and roles looked up one by one."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from rogatory.casefile.model import Asked
from rogatory.decision.bench import Sitting, judge_act, with_attested_treaties
from rogatory.law.acts import ACTS, Act, Role
from rogatory.law.corpus import Law
from rogatory.law.formulas import Verdict
from rogatory.law.questions import Kind
from rogatory.law.ruling import Ruling
from rogatory.office.dossier import PROPOSED, Dossier, Entry
from rogatory.office.filing import EVERY_ACT
from rogatory.people.mandates import Mandate

SHUT = (Verdict.FORBIDDEN, Verdict.NOT_RIPE)
GIVES_AWAY = ("transmit", "surrender", "open-file")
"""What is never done while somebody waits for the decision on a remedy."""

TALLY: Counter[tuple[str, str]] = Counter()
"""What came of the attempts, by act: done, proposed, barred, refused (a form that cannot be taken)."""


def ruling_on(law: Law, dossier: Dossier, act: Act, obj: str, on: date) -> Ruling:
    law = with_attested_treaties(law, dossier.case)
    (ruling,) = judge_act(law, dossier.case, Asked(act, obj), Sitting(at=on))
    return ruling


def check(
    law: Law, before: Dossier, entry: Entry, *, mandates: Sequence[Mandate], witnessed: bool, seen: int | None
) -> None:
    """Check an entry the door let through, against the case as it stood before."""
    done = entry.fields["act"] if entry.act == PROPOSED else entry.act
    act, day = EVERY_ACT[done], entry.at.date()
    assert may(mandates, entry.actor, act.by, before.case.id, day, entry.object if act.of is Kind.PERSON else ""), entry
    gives_for_good = act.cooperates and not act.reversible
    needs_two = gives_for_good or act.second_person is not None
    assert not (needs_two and entry.act != PROPOSED) or _second_stands(act, before, entry, mandates), entry
    if gives_for_good:
        assert witnessed
    if not act.reversible:
        assert seen == before.head
    if act.id in GIVES_AWAY:
        assert not waiting(before.entries), entry
    if act.id in ACTS:
        _check_ruling(ruling_on(law, before, act, entry.object, day), act, before, entry)


def _check_ruling(ruling: Ruling, act: Act, before: Dossier, entry: Entry) -> None:
    departed = act.reversible and ruling.hash in departures(before.entries)
    if departed:
        TALLY["departed", act.id] += ruling.verdict in SHUT
        return
    assert ruling.verdict not in SHUT, (entry, ruling.verdict)
    if ruling.verdict is Verdict.CONDITIONAL:
        form = entry.fields.get("form", entry.fields)
        attached = set(form.get("conditions", ())) if act.reversible else set()
        assert all(c.obtained or c.norm in attached for c in ruling.conditions), entry
    assert entry.fields["ruling"] == ruling.hash


def _second_stands(act: Act, before: Dossier, entry: Entry, mandates: Sequence[Mandate]) -> bool:
    second = entry.fields["second"]
    wanted = [act.second_person] if act.second_person else list(act.by)
    proposed = [e for e in before.entries if e.act == PROPOSED and e.fields["act"] == act.id and e.actor == entry.actor]
    able = may(mandates, second, wanted, before.case.id, entry.at.date(), "")
    return second != entry.actor and bool(proposed) and able


def may(mandates: Iterable[Mandate], account: str, roles: Iterable[Role], case: str, day: date, person: str) -> bool:
    """Whether one of the mandates is the account's, in one of the roles, for this case, day and person."""
    wanted = set(roles)
    return any(
        m.account == account
        and m.role in wanted
        and m.case in ("", case)
        and m.since <= day
        and (m.until is None or day < m.until)
        and (not person or not m.person or m.person == person)
        for m in mandates
    )


def waiting(entries: Sequence[Entry]) -> set[str]:
    """Remedies lodged and not decided."""
    lodged = {f"remedy-{n}" for n, e in enumerate(entries) if e.act == "lodge-remedy"}
    return lodged - {e.object for e in entries if e.act == "decide-remedy"}


def departures(entries: Iterable[Entry]) -> set[str]:
    """Rulings departed from by one person with the agreement of another."""
    return {e.fields["ruling"] for e in entries if e.act == "depart" and e.fields["second"] != e.actor}
