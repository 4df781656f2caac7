"""What must hold of an entry, found without the door: from the entries as written, and tables written by hand.

Of the program it uses the judging of norms, which has its own second opinions, and the case file made of the entries.
Who may do what is read from `tests/registry/access/acts.csv`, mandates, remedies, departures, notices, links and the
head of the case from the entries themselves.
"""

import csv
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from rogatory.casefile.model import Asked, Finding
from rogatory.decision.bench import Sitting, judge_act, with_attested_treaties
from rogatory.law.acts import ACTS, Act
from rogatory.law.corpus import Law
from rogatory.law.formulas import Verdict
from rogatory.law.ruling import Ruling
from rogatory.office.filing import EVERY_ACT
from rogatory.office.folds.dossier import Dossier, Entry
from rogatory.people.mandates import Mandate
from rogatory.registers.model import RegisterKind
from tests.office.oracle_challenges import GIVES_AWAY, held, offered, persons, reached, waiting
from tests.office.oracle_limits import nobody_knows_since, open_to_challenge

SHUT = (Verdict.FORBIDDEN, Verdict.NOT_RIPE)
AFTER_A_GRANT = (*GIVES_AWAY, "execute", "admit-officials", "interview", "transfer-witness", "read-item", "retain-item",
                 "clear-item", "use-evidence", "transit", "consent-other-use")  # fmt: skip
"""What is done for the requesting state only while a decision to grant stands."""
OF_A_CLOSED_CASE = {
    *("screen", "confirm-link", "dismiss-link", "enter", "set-apart", "find", "withdraw-finding", "submit"),
    *("lodge-allegation", "inquire", "conclude-inquiry", "decide-disclosure", "investigate-repression"),
    *("report-incident", "undertake"),
    *("lodge-remedy", "register-remedy", "refer-remedy", "decide-remedy", "withdraw-remedy", "order-stay", "lift-stay"),
    *("end-undertaking", "keep-back", "end-secrecy", "set-hearing", "cancel-hearing", "record-hearing", "intervene"),
    *("record-service", "suspend-limit", "extend-limit", "attach"),
    *("invite-counsel", "accept-mandate", "reopen", "give-mandate", "end-mandate", "notify", "open-file-to-person"),
    *("give-inventory", "return-material", "destroy-material"),
    *("find-breach", "demand-return", "close-breach", "order-reparation", "track-notice"),
    *("confirm-protection", "return-item", "protect", "repair", "erase", "read"),
}
"""What a closed case is open for."""
FOR_GOOD = {
    *("arrest", "consult", "hear-requesting-state", "open-file", "execute", "admit-officials", "interview"),
    *("transfer-witness", "read-item", "transmit", "surrender", "transit", "consent-other-use"),
}
"""What gives the requesting state something and cannot be undone: two people, a witnessed journal."""
NOT_UNDONE = FOR_GOOD | {
    "decide-disclosure",
    "open-seal",
    "destroy-material",
    "demand-return",
    "erase",
    "confirm-protection",
    "notify",
    "open-file-to-person",
}
TO_A_PERSON = {
    *("arrest", "confirm-protection", "notify", "open-file-to-person", "surrender", "transit", "submit", "protect"),
    *("investigate-repression", "repair", "give-inventory", "lodge-remedy", "keep-back", "invite-counsel"),
    *("lodge-allegation", "report-incident", "order-reparation"),
}
SECOND = {"open-file": {"central"}, "transmit": {"central"}, "surrender": {"central"}, "depart": {"central"},
          "dismiss-link": {"central", "court"}, "erase": {"court"}, "lift-stay": {"court"},
          "destroy-material": {"central", "court"}, "end-undertaking": {"court"},
          "conclude-inquiry": {"court"}}  # fmt: skip
"""Whose agreement is needed; where none is named, that of somebody who may do the act."""
SERVES = FOR_GOOD | {"keep-notice", "grant", "retain-item", "clear-item", "use-evidence"}
"""What gives the requesting state something: none of it while a link that must be examined waits."""
WORDS = {
    "clerk": "registry clerk", "central": "central authority", "prosecutor": "prosecutor",
    "judge": "investigating judge", "court": "court", "reviewer": "material reviewer", "government": "government",
    "bureau": "INTERPOL bureau or Commission", "observer": "independent privilege observer", "counsel": "counsel",
    "intervener": "third-party intervener",
    "person": "person concerned", "liaison": "requesting-state liaison", "auditor": "auditor", "admin": "administrator",
    "custodian": "register custodian", "standing": "standing query",
}  # fmt: skip
OPENED_BY = {"asylum": {"central", "court"}, "privileged": {"court"}, "protected-identity": {"court"},
             "protection": {"central", "court"}}  # fmt: skip
OPENED_TO = {
    "asylum": {"central", "prosecutor", "judge", "court", "government", "auditor"},
    "privileged": {"judge", "reviewer", "court", "observer"},
    "protected-identity": {"prosecutor", "judge", "court"},
    "protection": {"central", "prosecutor", "judge", "court", "government"},
}

TALLY: Counter[tuple[str, str]] = Counter()
"""What came of the attempts, by act: done, proposed, barred, refused (a form that cannot be taken)."""


def _who() -> Mapping[str, frozenset[str]]:
    path = Path(__file__).resolve().parents[1] / "registry" / "access" / "acts.csv"
    lines = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("#")]
    return {row["act"]: frozenset(row["who"].split()) for row in csv.DictReader(lines)}


MAY = _who()


def ruling_on(law: Law, dossier: Dossier, act: Act, obj: str, on: date) -> Ruling:
    case, seen = dossier.case, {}
    if not any(f.question == "check.second_person_and_receipt" for f in case.findings):
        seen["check.second_person_and_receipt"] = "yes"
    # What the door itself sees to, and what nobody else may say.
    unheard = {"check.links_decided"}
    if links_waiting(dossier.entries):
        seen["check.links_decided"] = "no"
    if any(e.act == "screen" for e in dossier.entries):
        unheard.add("check.registers_searched")
        if registers_searched(dossier.entries):
            seen["check.registers_searched"] = "yes"
    if open_to_challenge(dossier.entries, on):
        seen["remedy.period_running"] = "yes"
        unheard.add("remedy.period_running")
    told = [f for f in case.findings if f.question not in unheard and not _too_soon(dossier.entries, f)]
    case = replace(case, findings=(*told, *(Finding(f"door-{q}", q, answer=(a,)) for q, a in sorted(seen.items()))))
    law = with_attested_treaties(law, case)
    (ruling,) = judge_act(law, case, Asked(act, obj), Sitting(at=on))
    return ruling


def _too_soon(entries: Sequence[Entry], f: Finding) -> bool:
    """Whether it says that no time to challenge runs, and comes from before a ruling that may give some."""
    ruling = nobody_knows_since(entries)
    if ruling is None or f.question != "remedy.period_running" or f.answer == ("yes",):
        return False
    entry = int(f.id.rpartition("-")[2]) if f.id.startswith("finding-") else 0
    return entry < ruling or entries[entry].act != "find"


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
    held_mandates = (*office, *given(before.entries, case))
    if act == "accept-mandate":
        assert offered(before.entries)[entry.object]["account"] == entry.actor, entry
        return
    assert may(held_mandates, entry.actor, MAY[act], case, day, entry.object if act in TO_A_PERSON else ""), entry
    if not proposed and (act in FOR_GOOD or act in SECOND):
        assert _second_stands(act, before, entry, held_mandates), entry
    _check_ground(act, before, entry, witnessed=witnessed, seen=seen)
    if act in ("confirm-link", "dismiss-link"):
        _check_link(before.entries, entry, day)
    if act == "withdraw-remedy":
        assert _own_remedy(before.entries, entry, held_mandates, case, day), entry
    if act == "give-mandate":
        _check_grant(entry, held_mandates, case, day)
    if act in AFTER_A_GRANT:
        assert granted(before), entry
    if closed(before.entries):
        assert act in OF_A_CLOSED_CASE, entry
    if act in ("close", "erase", "destroy-material"):
        assert not waiting(before.entries), entry
    if act in ACTS:
        _check_ruling(law, ACTS[act], before, entry)


def _check_ground(act: str, before: Dossier, entry: Entry, *, witnessed: bool, seen: int | None) -> None:
    """What was seen and witnessed, what waits and what holds."""
    if act in FOR_GOOD:
        assert witnessed, entry
    if act in NOT_UNDONE:
        assert seen == head(before.entries), entry
    if act in SERVES:
        assert not links_waiting(before.entries), entry
    assert not held(before.entries, act, entry.at.date()), entry


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
    on = cache(lambda day: ruling_on(law, before, act, entry.object, day))
    for n, e in enumerate(before.entries):
        if e.act != "depart" or e.fields["second"] == e.actor:
            continue
        if not all(reached(before.entries, f"notice-{n}", p) for p in persons(before.entries[: n + 1])):
            continue
        days = {e.at.date(), *(p.at.date() for p in before.entries if p.act == "proposed" and p.actor == e.actor)}
        if any(_said(r) == _said(ruling) and r.hash == e.fields["ruling"] for r in map(on, days)):
            return True
    return False


def _said(ruling: Ruling) -> list[tuple[str, str]]:
    return [(n.norm.id, n.state) for n in ruling.norms]


def _check_grant(entry: Entry, held: Sequence[Mandate], case: str, day: date) -> None:
    told = entry.fields["mandate"]
    assert told["account"] != entry.actor, "a mandate given to oneself"
    for compartment in told.get("compartments", ()):
        assert told["role"] in {WORDS[r] for r in OPENED_TO[compartment]}, entry
        assert may(held, entry.actor, OPENED_BY[compartment], case, day, ""), entry


def _second_stands(act: str, before: Dossier, entry: Entry, held: Sequence[Mandate]) -> bool:
    second = entry.fields.get("second", "")
    wanted = SECOND.get(act, MAY[act])
    asked = [e for e in before.entries if e.act == "proposed" and e.fields["act"] == act and e.actor == entry.actor]
    able = may(held, second, wanted, before.case.id, entry.at.date(), "")
    return second != entry.actor and bool(asked) and able


def _check_link(entries: Sequence[Entry], entry: Entry, day: date) -> None:
    """A link is decided with reasons, on the evidence it now has, by nobody who may not read it."""
    told = links(entries)[entry.object]
    form = entry.fields.get("form", entry.fields)
    assert form["reasons"].strip(), entry
    assert form["digest"] == told["digest"], entry
    if told["compartment"]:
        for account in {entry.actor, entry.fields.get("second", entry.actor)}:
            assert _let_in(entries, account, told["compartment"], day), entry


def _let_in(entries: Sequence[Entry], account: str, compartment: str, day: date) -> bool:
    ended = {e.object for e in entries if e.act == "end-mandate"}
    given_here = [(f"mandate-{n}", e.fields["mandate"]) for n, e in enumerate(entries) if e.act == "give-mandate"]
    return any(
        told["account"] == account
        and compartment in told.get("compartments", ())
        and told["role"] in {WORDS[role] for role in OPENED_TO[compartment]}
        and told["since"] <= str(day) < (told.get("until") or "9999")
        for name, told in given_here
        if name not in ended
    )


def links(entries: Sequence[Entry]) -> dict[str, dict[str, Any]]:
    """The links of a case by name: each as last found, what was decided of it and on what, and whether it must wait."""
    found: dict[str, dict[str, Any]] = {}
    for number, entry in enumerate(entries):
        if entry.act == "screen":
            for place, told in enumerate(entry.fields["screening"]["links"], 1):
                known = [name for name, link in found.items() if link["id"] == told["id"]]
                name = known[0] if known else f"link-{number}-{place}"
                found[name] = _found(found.get(name, {"decided": "", "must": False}), told)
        elif entry.act in ("confirm-link", "dismiss-link"):
            link = found[entry.object]
            found[entry.object] = {**link, "decided": entry.act, "on": link["digest"], "of": _proposed(link)}
    return found


def _found(before: dict[str, Any], told: Mapping[str, Any]) -> dict[str, Any]:
    must, decided = told["band"] == "must be examined", before["decided"]
    if not decided:
        must |= before["must"]
    elif (decided == "dismiss-link" and told["digest"] != before["on"]) or (
        decided == "confirm-link" and _proposed(told) - before["of"]
    ):
        decided = ""
    return {**before, **told, "must": must, "decided": decided}


def _proposed(link: Mapping[str, Any]) -> set[tuple[str, str, str]]:
    return {(p["question"], p["about"], p["answer"]) for p in link["proposes"]}


def links_waiting(entries: Sequence[Entry]) -> set[str]:
    """Links that must be examined and that nobody has decided."""
    return {name for name, link in links(entries).items() if link["must"] and not link["decided"]}


def registers_searched(entries: Sequence[Entry]) -> bool:
    """Whether some screening looked through every register, and nobody came into the file since it began."""
    for entry in entries:
        if entry.act != "screen" or len({c["kind"] for c in entry.fields["screening"]["coverage"]}) < len(RegisterKind):
            continue
        since = [e for e in entries if e.seq > entry.fields["screening"]["head"]]
        if not any({"persons", "relations", "proceedings"} & e.fields.get("adds", {}).keys() for e in since):
            return True
    return False


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
    for n, e in enumerate(entries):
        if e.act == "accept-mandate" and e.fields["accepts"] and f"mandate-{n}" not in ended:
            invited = entries[int(e.object.rpartition("-")[2])].fields["invites"]
            told.append({**invited, "role": WORDS["counsel"], "since": str(e.at.date())})
    roles = {r.value: r for r in {role for a in EVERY_ACT.values() for role in a.by}}
    return [
        Mandate(
            t["account"], roles[t["role"]], case, date.fromisoformat(t["since"]), t.get("person", ""),
            date.fromisoformat(t["until"]) if t.get("until") else None,
        )
        for t in told if t["role"] in roles
    ]  # fmt: skip


def head(entries: Sequence[Entry]) -> int:
    """Number of the last entry that changed the case; a screening that brings nothing new does not."""
    told: list[int] = []
    for n, entry in enumerate(entries):
        nothing = entry.act == "screen" and links(entries[:n]) == links(entries[: n + 1])
        if entry.act not in ("attempt-barred", "read") and not nothing:
            told.append(entry.seq)
    return told[-1]


def _own_remedy(entries: Sequence[Entry], entry: Entry, mandates: Iterable[Mandate], case: str, day: date) -> bool:
    """Whether who withdraws a remedy stands beside the person it was lodged for."""
    lodged = entries[int(entry.object.rpartition("-")[2])]
    return may(mandates, entry.actor, ("counsel", "person"), case, day, lodged.object)


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
    parts = (dossier.mandates, dossier.challenges, dossier.hearings, dossier.invitations, dossier.proposals,
             dossier.departures, dossier.links, dossier.head)  # fmt: skip
    return (dossier.case, *parts)


def report() -> str:
    """How often each act was done, proposed, barred or refused."""
    outcomes = ("done", "departed", "proposed", "barred", "refused")
    acts = sorted({act for _, act in TALLY if act})
    rows = [f"{act:24}" + "".join(f"{TALLY[o, act]:>10,}" for o in outcomes) for act in acts]
    total = sum(TALLY[o, act] for o in outcomes if o != "departed" for act in acts)
    return "\n".join(
        [f"{TALLY['steps', '']:,} steps, {total:,} attempts", f"{'':24}" + "".join(f"{o:>10}" for o in outcomes), *rows]
    )
