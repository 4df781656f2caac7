"""What is filled in, in random histories, for acts on inquiries, breaches, protection, notices and seizures."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import rule

from rogatory.examination.notices.copies import Place
from rogatory.law.acts import Act, Role
from rogatory.office.acts.inquiring import STEPS_TO_TAKE
from rogatory.office.acts.mending import what_can_be_breached
from rogatory.office.acts.objects import objects
from rogatory.office.filing import CONFIRM, EVERY_ACT
from rogatory.office.folds.aftermath import aftermath_of
from rogatory.office.folds.dossier import Dossier, changes
from rogatory.office.folds.inquiries import allegations_of
from rogatory.office.folds.notices import Step as Track
from rogatory.office.folds.notices import notice_of
from rogatory.office.folds.protected import incidents_of
from rogatory.office.folds.seizures import SEIZING
from tests.office.crowd import called
from tests.office.link_rules import any_number
from tests.office.time_rules import TimeRules

Filled = dict[str, Any]
TRACKS = tuple(step.value for step in Track)


def _breach(n: int, dossier: Dossier, on: date) -> Filled:
    """Seldom: an open breach closes whatever serves the requesting state."""
    of = what_can_be_breached(dossier)
    evidence = [str(e.seq) for e in dossier.entries if changes(e)]
    told = {"kind": "broken-assurance", "whose": "requesting-state", "of": of[n % len(of)] if of else "", "text": "so"}
    return {} if n % 3 else {**told, "happened": str(on), "evidence": evidence[-1:]}


def _inquire(n: int, _dossier: Dossier, _on: date) -> Filled:
    return {"step": STEPS_TO_TAKE[n % len(STEPS_TO_TAKE)], "text": "page 3", "left-out": "yes" if n % 7 == 0 else ""}


def _conclude(n: int, dossier: Dossier, _on: date) -> Filled:
    taken = any(a.taken for a in allegations_of(dossier).values())
    return {"outcome": "concluded", "grade": ("none", "substantial")[n % 2]} if taken else {"outcome": "refused"}


def _incident(n: int, _dossier: Dossier, on: date) -> Filled:
    kind = ("threats", "surveillance", "attack")[n % 3]
    return {"kind": kind, "since": str(on), "text": "a car", "state": ("DE", "", "FR")[n % 3]}


def _protect(n: int, dossier: Dossier, _on: date) -> Filled:
    there = sorted(incidents_of(dossier)) or ["incident-1"]
    step = ("status", "contact", "address", "measure", "answer")[n % 5]
    about = {"of": there[n % len(there)], "to": ("police", "inquiry")[n % 2], "alleges": "she is watched"}
    return {"step": step, "text": "as agreed", "status": "asked", **(about if step == "answer" else {})}


def _reparation(n: int, _dossier: Dossier, on: date) -> Filled:
    told = {"step": ("owed", "ordered")[n % 2], "kind": "satisfaction", "text": "a letter", "ground": "a ruling"}
    order = {"ordered-by": "a court", "decision": "1/26", "performs": "the state", "until": str(on + timedelta(days=9))}
    return told | order


def _repair(n: int, dossier: Dossier, _on: date) -> Filled:
    owed = [*aftermath_of(dossier).reparations, ""]
    return {"of": owed[n % len(owed)], "text": "done", "whole": "yes", "reasons": "as ordered"}


def _track(n: int, dossier: Dossier, on: date) -> Filled:
    found = notice_of(dossier)
    of = [*(c.ident for c in found.copies), *(r.ident for r in found.requests)] if found else []
    told = {"step": TRACKS[n % len(TRACKS)], "text": "seen", "kind": "red-notice", "on": str(on)}
    told |= {"place": list(Place)[n % len(Place)].value, "of": of[n % len(of)] if of else ""}
    return told | {"wish": "deletion", "lodger": "counsel", "admissible": "yes", "ruled": ("granted", "refused")[n % 2]}


def _seizure(n: int, _dossier: Dossier, on: date) -> Filled:
    return {"seizure": f"S-{n % 3}", "root": f"{n:064x}", "entries": 1 + n % 9, "holder": f"P{n % 3}",
            "until": str(on + timedelta(days=n % 20)), "present": "counsel", "ground": "an order",
            "method": "shredded"}  # fmt: skip


HAPPENING: dict[str, Callable[[int, Dossier, date], Filled]] = {
    "find-breach": _breach,
    "inquire": _inquire,
    "conclude-inquiry": _conclude,
    "decide-disclosure": lambda n, _dossier, _on: {"answer": ("yes", "no")[n % 2]},
    "report-incident": _incident,
    "protect": _protect,
    "order-reparation": _reparation,
    "repair": _repair,
    "track-notice": _track,
    **dict.fromkeys(SEIZING, _seizure),
}
"""What is filled in for each of these acts."""
_R = Role
CHAINS: dict[str, tuple[tuple[str, Role], ...]] = {
    "breach": (("find-breach", _R.COURT), ("order-reparation", _R.COURT), ("repair", _R.COURT)),
    "inquiry": (("lodge-allegation", _R.CLERK), ("investigate-repression", _R.PROSECUTOR), ("inquire", _R.PROSECUTOR),
                ("decide-disclosure", _R.COURT), ("conclude-inquiry", _R.PROSECUTOR)),
    "incident": (("report-incident", _R.COUNSEL), ("protect", _R.CENTRAL_AUTHORITY)),
    "notice": (("track-notice", _R.NOTICE_BUREAU),) * 3,
}  # fmt: skip
"""Acts that come one after the other, each with who does it."""


class Happenings(TimeRules):
    """What happens beside the request: found, alleged, reported and followed, and then somebody goes on with it."""

    form: Callable[[Act, int, Filled], Filled]

    @rule(what=st.sampled_from(["notice", "notice", "incident", "inquiry", "breach"]), n=any_number)
    def something_happens_and_somebody_goes_on(self, what: str, n: int) -> None:
        waited = set(self.dossier.proposals)
        for step, (act, role) in enumerate(CHAINS[what]):
            known = objects(EVERY_ACT[act], self.dossier)
            if known:
                told = self.form(EVERY_ACT[act], n + step, {})
                self.attempt(f"{called(role)}-{'2' if what == 'inquiry' else '1'}", EVERY_ACT[act], known[-1], told)
        for proposal in set(self.dossier.proposals) - waited:
            self.attempt("court-2", CONFIRM, proposal, {})
        for act in ("grant", "arrest", "keep-notice")[n % 3 :]:
            known = objects(EVERY_ACT[act], self.dossier)
            role = EVERY_ACT[act].by[0]
            self.attempt(f"{called(role)}-1", EVERY_ACT[act], known[0] if known else "", {"reasons": "asked"})
