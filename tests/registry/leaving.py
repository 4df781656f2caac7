"""Something would leave for good, and at the same moment a remedy is lodged, or a body orders that it waits."""

from typing import Any

LEAVING = (
    ("transmit", "prosecutor", "record", "central authority"),
    ("open-file", "court", "request", "central authority"),
    ("admit-officials", "prosecutor", "interview", "investigating judge"),
    ("transmit", "court", "record", "central authority"),
    ("admit-officials", "prosecutor", "interview", "prosecutor"),
)
"""Acts that give something away: who proposes each, on what, and who agrees (of one role, another person)."""
REMEDIES = ("lifting", "file-access", "challenge", "strasbourg", "data-protection", "")


def _proposed(office, case, act, proposes, obj):
    """The case in which the act waits for its second person, and the name of the proposal."""
    from rogatory.law.acts import Role
    from rogatory.office.folds.dossier import fold
    from rogatory.registry.cases import journal

    for _ in range(2):
        dossier = fold(journal.entries_of(case))
        # Of two proposals of one act by two people, the one of who proposes it now.
        own = office.accounts[Role(proposes)]
        waiting = [ident for ident, p in dossier.proposals.items() if p.act == act and p.entry.actor == own]
        if waiting:
            return dossier, waiting[0]
        office.do(Role(proposes), act, case, obj, seen=dossier.head, reasons="asked")
    raise AssertionError(act)


def leave(office, run, case, rng, latest):
    """One round in which something would leave: which came first, and whether it left all the same."""
    from rogatory.law.acts import Role
    from rogatory.office.folds.dossier import fold
    from rogatory.registry.cases import journal

    act, proposes, obj, agrees = rng.choice(LEAVING)
    dossier, waiting = _proposed(office, case, act, proposes, obj)
    closes, who = "lodge-remedy", Role.COUNSEL
    kinds = [kind for kind in REMEDIES if (act, kind) != ("admit-officials", "data-protection")]
    form: dict[str, Any] = {"text": "appeal", "kind": rng.choice(kinds)}
    if act == "admit-officials" and rng.random() < 0.5:
        closes, who = "order-stay", Role.CLERK
        form = {"body": "European Court of Human Rights", "acts": [act], "source": "12345/26"}
    second, on = Role(agrees), "P1" if closes == "lodge-remedy" else ""
    first = (rng.uniform(0, latest / 2), who, closes, case, on, None, form)
    last: tuple[Any, ...] = (rng.uniform(0, latest / 2), second, "confirm", case, waiting, dossier.head, {})
    stopped, left = run(first, last)
    assert stopped is None, f"{closes} was barred: {stopped}"
    came = [e for e in journal.entries_of(case) if e.seq > dossier.entries[-1].seq]
    seqs = {e.act: e.seq for e in came}
    if agrees == proposes:
        # The same person twice is no second person, whatever came first.
        assert left is not None
        assert act not in seqs
    outcome = "left first" if act in seqs else "stopped first"
    assert (act in seqs) == (left is None)
    assert act not in seqs or seqs[act] < seqs[closes], f"{act} was done after {closes}"
    if act not in seqs:
        # Judged again on what there is now: it stays shut for as long as it is held.
        head = fold(journal.entries_of(case)).head
        again = office.do(second, "confirm", case, waiting, seen=head).result
        assert "hold" in {o.hurdle.value for o in getattr(again, "obstacles", ())} or agrees == proposes, again
    _lift(office, case, closes)
    return f"{act}: {outcome}"


def _lift(office, case, closes):
    """What was lodged is withdrawn, what was stayed is lifted, so that the next round finds the door as it was."""
    from rogatory.law.acts import Role
    from rogatory.office.folds.dossier import fold
    from rogatory.registry.cases import journal

    found = fold(journal.entries_of(case)).challenges
    if closes == "lodge-remedy":
        office.do(Role.COUNSEL, "withdraw-remedy", case, next(iter(found.running)))
        return
    (stay,) = (s.ident for s in found.stays.values() if s.lifted is None)
    office.do(Role.CENTRAL_AUTHORITY, "lift-stay", case, stay, reasons="lifted")
    dossier = fold(journal.entries_of(case))
    (proposal,) = (ident for ident, p in dossier.proposals.items() if p.act == "lift-stay")
    office.do(Role.COURT, "confirm", case, proposal, seen=dossier.head)
