"""What must hold of an entry, found without the door: from the entries as written, and tables written by hand.

Of the program it uses the judging of norms, which has its own second opinions, and the case file made of the entries.
Who may do what is read from `tests/registry/access/acts.csv`, mandates, remedies, departures, notices and the head of
the case from the entries themselves.
"""

import csv
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from rogatory.casefile.model import Asked, Finding
from rogatory.decision.bench import Sitting, judge_act, with_attested_treaties
from rogatory.law.acts import ACTS, Act
from rogatory.law.corpus import Law
from rogatory.law.formulas import Verdict
from rogatory.law.ruling import Ruling
from rogatory.office.dossier import Dossier, Entry
from rogatory.office.filing import EVERY_ACT
from rogatory.people.mandates import Mandate

SHUT = (Verdict.FORBIDDEN, Verdict.NOT_RIPE)
GIVES_AWAY = ("transmit", "surrender", "open-file")
"""What is never done while somebody waits for the decision on a remedy."""
AFTER_A_GRANT = (*GIVES_AWAY, "execute", "admit-officials", "interview", "transfer-witness", "read-item", "retain-item",
                 "clear-item", "use-evidence", "transit", "consent-other-use")  # fmt: skip
"""What is done for the requesting state only while a decision to grant stands."""
OF_A_CLOSED_CASE = ("enter", "set-apart", "find", "withdraw-finding", "submit", "undertake", "lodge-remedy",
                    "decide-remedy", "reopen", "give-mandate", "end-mandate", "notify", "open-file-to-person",
                    "confirm-protection", "return-item", "investigate-repression", "protect", "repair",
                    "erase", "read")  # fmt: skip
"""What a closed case is open for."""
FOR_GOOD = {
    *("arrest", "consult", "hear-requesting-state", "open-file", "execute", "admit-officials", "interview"),
    *("transfer-witness", "read-item", "transmit", "surrender", "transit", "consent-other-use"),
}
"""What gives the requesting state something and cannot be undone: two people, a witnessed journal."""
NOT_UNDONE = FOR_GOOD | {"erase", "confirm-protection", "notify", "open-file-to-person"}
TO_A_PERSON = {
    *("arrest", "confirm-protection", "notify", "open-file-to-person", "surrender", "transit", "submit", "protect"),
    *("investigate-repression", "repair", "lodge-remedy"),
}
SECOND = {"open-file": "central", "transmit": "central", "surrender": "central", "depart": "central",
          "erase": "court"}  # fmt: skip
"""Whose agreement is needed; where none is named, that of somebody who may do the act."""
WORDS = {
    "clerk": "registry clerk", "central": "central authority", "prosecutor": "prosecutor",
    "judge": "investigating judge", "court": "court", "reviewer": "material reviewer", "government": "government",
    "bureau": "INTERPOL bureau or Commission", "observer": "independent privilege observer", "counsel": "counsel",
    "person": "person concerned", "liaison": "requesting-state liaison", "auditor": "auditor", "admin": "administrator",
}  # fmt: skip
OPENED_BY = {"asylum": {"central", "court"}, "privileged": {"court"}, "protected-identity": {"court"}}
OPENED_TO = {
    "asylum": {"central", "prosecutor", "judge", "court", "government", "auditor"},
    "privileged": {"judge", "reviewer", "court", "observer"},
    "protected-identity": {"prosecutor", "judge", "court"},
}

TALLY: Counter[tuple[str, str]] = Counter()
"""What came of the attempts, by act: done, proposed, barred, refused (a form that cannot be taken)."""


def _who() -> Mapping[str, frozenset[str]]:
    path = Path(__file__).resolve().parents[1] / "registry" / "access" / "acts.csv"
    lines = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("#")]
    return {row["act"]: frozenset(row["who"].split()) for row in csv.DictReader(lines)}


MAY = _who()


def ruling_on(law: Law, dossier: Dossier, act: Act, obj: str, on: date) -> Ruling:
    case = dossier.case
    check = "check.second_person_and_receipt"
    if not any(f.question == check for f in case.findings):
        # The door itself sees to it.
        case = replace(case, findings=(*case.findings, Finding("door", check, answer=("yes",))))
    law = with_attested_treaties(law, case)
    (ruling,) = judge_act(law, case, Asked(act, obj), Sitting(at=on))
    return ruling


def check(
    law: Law, before: Dossier, entry: Entry, *, office: Sequence[Mandate], witnessed: bool, seen: int | None
) -> None:
    """Check an entry the door let through, against the case as it stood before.

    Args:
        law: The law in force.
        before: The case before the entry.
        entry: The entry.
        office: Mandates that are not of this case's own entries.
        witnessed: Whether the journal was witnessed.
        seen: What the person said to have seen.
    """
    proposed = entry.act == "proposed"
    act = entry.fields["act"] if proposed else entry.act
    case, day = before.case.id, entry.at.date()
    held = (*office, *given(before.entries, case))
    assert may(held, entry.actor, MAY[act], case, day, entry.object if act in TO_A_PERSON else ""), entry
    if not proposed and (act in FOR_GOOD or act in SECOND):
        assert _second_stands(act, before, entry, held), entry
    if act in FOR_GOOD:
        assert witnessed, entry
    if act in NOT_UNDONE:
        assert seen == head(before.entries), entry
    if act in GIVES_AWAY:
        assert not waiting(before.entries), entry
    if act == "give-mandate":
        _check_grant(entry, held, case, day)
    if act in AFTER_A_GRANT:
        assert granted(before), entry
    if closed(before.entries):
        assert act in OF_A_CLOSED_CASE, entry
    if act in ("close", "erase"):
        assert not waiting(before.entries), entry
    if act in ACTS:
        _check_ruling(law, ACTS[act], before, entry)


def _check_ruling(law: Law, act: Act, before: Dossier, entry: Entry) -> None:
    ruling = ruling_on(law, before, act, entry.object, entry.at.date())
    if act.id not in NOT_UNDONE and _departed(law, act, before, entry, ruling):
        TALLY["departed", act.id] += ruling.verdict in SHUT
        return
    assert ruling.verdict not in SHUT, (entry, ruling.verdict)
    if ruling.verdict is Verdict.CONDITIONAL:
        form = entry.fields.get("form", entry.fields)
        attached = set(form.get("conditions", ())) if act.id not in NOT_UNDONE else set()
        assert all(c.obtained or c.norm in attached for c in ruling.conditions), entry
    assert entry.fields["ruling"] == ruling.hash


def _departed(law: Law, act: Act, before: Dossier, entry: Entry, ruling: Ruling) -> bool:
    """Whether two people departed from this ruling, and everybody the request touches was told of it."""
    told = {(e.fields.get("told-of"), e.object) for e in before.entries if e.act == "notify"}
    for n, e in enumerate(before.entries):
        if e.act != "depart" or e.fields["second"] == e.actor:
            continue
        days = {e.at.date(), *(p.at.date() for p in before.entries if p.act == "proposed" and p.actor == e.actor)}
        rulings = [ruling_on(law, before, act, entry.object, day) for day in days]
        same = [r for r in rulings if r.hash == e.fields["ruling"] and _said(r) == _said(ruling)]
        if same and all((f"notice-{n}", person) in told for person in _persons(before.entries[: n + 1])):
            return True
    return False


def _said(ruling: Ruling) -> list[tuple[str, str]]:
    return [(n.norm.id, n.state) for n in ruling.norms]


def _persons(entries: Sequence[Entry]) -> list[str]:
    parts = [entries[0].fields["file"], *(e.fields.get("adds", {}) for e in entries if e.act != "proposed")]
    return [p["id"] for part in parts for p in part.get("persons", ())]


def _check_grant(entry: Entry, held: Sequence[Mandate], case: str, day: date) -> None:
    told = entry.fields["mandate"]
    assert told["account"] != entry.actor, "a mandate given to oneself"
    for compartment in told.get("compartments", ()):
        assert told["role"] in {WORDS[r] for r in OPENED_TO[compartment]}, entry
        assert may(held, entry.actor, OPENED_BY[compartment], case, day, ""), entry


def _second_stands(act: str, before: Dossier, entry: Entry, held: Sequence[Mandate]) -> bool:
    second = entry.fields["second"]
    wanted = {SECOND[act]} if act in SECOND else MAY[act]
    asked = [e for e in before.entries if e.act == "proposed" and e.fields["act"] == act and e.actor == entry.actor]
    able = may(held, second, wanted, before.case.id, entry.at.date(), "")
    return second != entry.actor and bool(asked) and able


def may(mandates: Iterable[Mandate], account: str, roles: Iterable[str], case: str, day: date, person: str) -> bool:
    """Whether one of the mandates is the account's, in one of the roles, for this case, day and person."""
    wanted = {WORDS[role] for role in roles}
    return any(
        m.account == account
        and m.role.value in wanted
        and m.case in ("", case)
        and m.since <= day
        and (m.until is None or day < m.until)
        and (not person or not m.person or m.person == person)
        for m in mandates
    )


def given(entries: Sequence[Entry], case: str) -> list[Mandate]:
    """Mandates the entries of a case give and do not end."""
    ended = {e.object for e in entries if e.act == "end-mandate"}
    told: list[Any] = [
        e.fields["mandate"] for n, e in enumerate(entries) if e.act == "give-mandate" and f"mandate-{n}" not in ended
    ]
    roles = {r.value: r for r in {role for a in EVERY_ACT.values() for role in a.by}}
    return [
        Mandate(
            t["account"], roles[t["role"]], case, date.fromisoformat(t["since"]), t.get("person", ""),
            date.fromisoformat(t["until"]) if t.get("until") else None,
        )
        for t in told if t["role"] in roles
    ]  # fmt: skip


def head(entries: Sequence[Entry]) -> int:
    """Number of the last entry that changed the case."""
    return [e.seq for e in entries if e.act not in ("attempt-barred", "read")][-1]


def waiting(entries: Sequence[Entry]) -> set[str]:
    """Remedies lodged and not decided."""
    lodged = {f"remedy-{n}" for n, e in enumerate(entries) if e.act == "lodge-remedy"}
    return lodged - {e.object for e in entries if e.act == "decide-remedy"}


def granted(dossier: Dossier) -> bool:
    """Whether some measure (the request, where none is named) was granted, and nothing else decided of it since."""
    last: dict[str, str] = {}
    for entry in dossier.entries:
        if entry.act in ("grant", "refuse", "postpone"):
            last[entry.object] = entry.act
    measures = [m.id for m in dossier.case.measures] or ["request"]
    return any(last.get(m) == "grant" for m in measures)


def closed(entries: Iterable[Entry]) -> bool:
    """Whether the case was closed and not reopened."""
    found = False
    for entry in entries:
        found = entry.act == "close" or (found and entry.act != "reopen")
    return found


def holds(dossier: Dossier) -> tuple[object, ...]:
    """What no barred attempt changes."""
    return (dossier.case, dossier.mandates, dossier.remedies, dossier.proposals, dossier.departures, dossier.head)


def report() -> str:
    """How often each act was done, proposed, barred or refused."""
    outcomes = ("done", "departed", "proposed", "barred", "refused")
    acts = sorted({act for _, act in TALLY if act})
    rows = [f"{act:24}" + "".join(f"{TALLY[o, act]:>10,}" for o in outcomes) for act in acts]
    total = sum(TALLY[o, act] for o in outcomes if o != "departed" for act in acts)
    return "\n".join(
        [f"{TALLY['steps', '']:,} steps, {total:,} attempts", f"{'':24}" + "".join(f"{o:>10}" for o in outcomes), *rows]
    )
