"""The guard property: over random histories, no barred act is ever done.

What the door lets through is checked by `oracle`, which shares no code with it. Some histories begin with a case in
which nothing stands in the way, so that the door is really opened; the tally at the end shows how often.

ROGATORY_LONG=1 walks 100,000 steps and more, or as many as ROGATORY_STEPS says.
"""

import os
from collections.abc import Collection
from datetime import timedelta
from typing import Any, ClassVar

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from rogatory.deployment.law_in_force import law_in_force
from rogatory.law.acts import ACTS, REGISTER, Act, Role
from rogatory.law.formulas import Verdict
from rogatory.law.questions import Kind
from rogatory.law.ruling import Ruling
from rogatory.law.vocabulary import VOCABULARY
from rogatory.linkage.model import Screening
from rogatory.office.acts.objects import objects
from rogatory.office.errors import FormError, UnknownObjectError
from rogatory.office.filing import CONFIRM, EVERY_ACT
from rogatory.office.folds.dossier import Entry, fold, grown
from rogatory.office.folds.owed import owed
from rogatory.office.perform import Attempt, Barred, Done, perform, seconds
from rogatory.people.mandates import ONLY_FOR_A_PERSON, Actor, Mandate
from tests.office import oracle
from tests.office.challenging import CHALLENGING
from tests.office.crowd import CASE, PEOPLE, called
from tests.office.filled import findings
from tests.office.happening import HAPPENING, Happenings
from tests.office.histories import BEGINNINGS, beginning, protecting
from tests.office.links import open_link
from tests.office.oracle import TALLY
from tests.office.oracle_challenges import GIVES_AWAY
from tests.office.simulator import START

COMPARTMENTS = ("asylum", "privileged", "protected-identity")
LONG = os.environ.get("ROGATORY_LONG") == "1"
STEPS = int(os.environ.get("ROGATORY_STEPS", "100000"))
HISTORIES = 20 if LONG else 8
"""With each beginning."""
FOR_GOOD = [a for a in ACTS.values() if not a.reversible]
DECISIONS = [a for a in ACTS.values() if a.cooperates and a.reversible]
BETWEEN = ("", "", "", "remedy", "fact", "day", "dark", "link", "hold")
ABOUT = {Kind.PERSON: ("P1", "P2"), Kind.MEASURE: ("interview",), Kind.ITEM: ("I1",), Kind.PACKAGE: ("record",)}
COOPERATING = [a for a in ACTS.values() if a.cooperates]
FILED = [a for a in EVERY_ACT.values() if a is not REGISTER and a.id not in CHALLENGING]
CHALLENGES = [EVERY_ACT[act] for act in CHALLENGING]

ACCOUNTS = sorted(PEOPLE)
any_number = st.integers(0, 10_000)
WHICH = st.sampled_from(["1", "1", "1", "2", "gone", "gone", "coming", "elsewhere"])
who = st.sampled_from(ACCOUNTS)


class Histories(Happenings):
    """One case, many people, and whatever they may come upon."""

    begins: ClassVar = "mla"

    @initialize()
    def register(self) -> None:
        self.law = law_in_force()
        self.now = START
        self.witnessed = True
        attempt = Attempt("register", "", CASE, self.actor("clerk-1"), self.now, {"file": beginning(self.begins)})
        result = perform(attempt, None, self.law)
        assert isinstance(result, Done)
        new = result.entry
        self.entries = [Entry(0, self.now, CASE, new.act, new.object, new.actor, new.fields)]
        self.dossier = fold(self.entries)

    # --- the ground moves

    @rule(hours=st.sampled_from([1, 5, 24, 72, 24 * 17]))
    def time_passes(self, hours: int) -> None:
        self.now += timedelta(hours=hours)

    @rule(seen=st.sampled_from([True, True, True, False]))
    def the_witness(self, seen: bool) -> None:
        self.witnessed = seen

    # --- anybody tries anything

    @rule(act=st.sampled_from(FILED), account=who, n=any_number, seen=st.integers(-2, 60), form=findings,
          bare=st.booleans())  # fmt: skip
    def anybody(self, act: Act, account: str, n: int, seen: int, form: dict[str, Any], bare: bool) -> None:
        known = [*objects(act, self.dossier), "", "nothing"]
        filled = {} if bare else self.form(act, n, form)
        looked = self.dossier.head if seen == -2 else None if seen == -1 else seen
        self.attempt(account, act, known[n % len(known)], filled, looked)

    # --- the right people do the right thing, so that the door opens

    @rule(act=st.sampled_from(CHALLENGES), n=any_number, which=WHICH)
    def somebody_challenges(self, act: Act, n: int, which: str) -> None:
        known = objects(act, self.dossier) or ("none",)
        role = called(act.by[n % len(act.by)])
        self.attempt(f"{role}-{which}", act, known[n % len(known)], self.form(act, n, {}))

    @rule(act=st.sampled_from(FILED), n=any_number, form=findings, which=WHICH)
    def somebody_able(self, act: Act, n: int, form: dict[str, Any], which: str) -> None:
        """In the right role; perhaps no longer, not yet, or in another case."""
        known = objects(act, self.dossier)
        if known:
            role = act.by[n % len(act.by)]
            self.attempt(f"{called(role)}-{which}", act, known[n % len(known)], self.form(act, n, form))

    @rule(act=st.sampled_from(FOR_GOOD), n=any_number, between=st.sampled_from(BETWEEN), second=st.sampled_from("221"),
          looked=st.sampled_from([-1, -1, -1, None, 0]))  # fmt: skip
    def what_cannot_be_undone_goes_its_way(
        self, act: Act, n: int, between: str, second: str, looked: int | None = -1
    ) -> None:
        """Proposed, perhaps on what somebody saw long ago, perhaps something comes in between, and confirmed."""
        self.the_request_is_granted(n)
        if n % 7:
            self.everybody_is_told(n, 1 if n % 2 else 17)
        known = objects(act, self.dossier)
        role = act.by[n % len(act.by)]
        waited = set(self.dossier.proposals)
        self.attempt(f"{called(role)}-1", act, known[n % len(known)], self.form(act, n, {}), looked)
        self.comes_between(between, act, n)
        for proposal in set(self.dossier.proposals) - waited:
            roles = sorted(seconds(act), key=lambda r: r.name)
            # The same person again, where one could do both.
            agreeing = role if second == "1" and role in roles else roles[n % len(roles)]
            self.attempt(f"{called(agreeing)}-{second}", CONFIRM, proposal, {})
        self.witnessed |= between == "dark"

    @rule(n=any_number)
    def the_request_is_granted(self, n: int) -> None:
        """Where it was not, and a closed case is reopened: later acts follow a grant that stands, and decided links."""
        if n % 5:
            self.every_link_is_decided()
        if self.dossier.closed:
            self.attempt("court-1", EVERY_ACT["reopen"], "", {"reasons": "something came to light"})
        grant = EVERY_ACT["grant"]
        for obj in objects(grant, self.dossier):
            if self.dossier.decisions.get(obj) != "grant":
                self.attempt("court-1", grant, obj, self.form(grant, 1, {}))

    @rule(act=st.sampled_from(DECISIONS), n=any_number)
    def a_ruling_is_departed_from(self, act: Act, n: int) -> None:
        """Two people agree to depart from what the law says now of one act, which is then done."""
        if n % 3 == 0:
            self.found(open_link(id="departed", digest=f"d{n}"))
        obj = objects(act, self.dossier)[0]
        ruling = oracle.ruling_on(self.law, self.dossier, act, obj, self.now.date())
        told = {"departs-from": act.id, "ruling": ruling.hash, "reasons": "the court has decided otherwise"}
        waited = set(self.dossier.proposals)
        self.attempt("court-1", EVERY_ACT["depart"], "", told)
        for proposal in set(self.dossier.proposals) - waited:
            self.attempt("centra-2", CONFIRM, proposal, {})
        for notice in owed(self.dossier, self.now.date()) if n % 4 else ():
            told = {"told-of": notice.ident, "on": f"{self.now:%Y-%m-%d}", "language": "French", "manner": "receipted"}
            self.attempt("court-2", EVERY_ACT["notify"], notice.person, told)
        if n % 5 == 0:
            self.now += timedelta(days=1)
        role = act.by[n % len(act.by)]
        self.attempt(f"{called(role)}-1", act, obj, self.form(act, 1, {}))

    @rule(act=st.sampled_from(DECISIONS), n=any_number, way=st.sampled_from(["done", "departed", "departed and told"]))
    def what_was_open_is_tried_when_the_law_forbids_it(self, act: Act, n: int, way: str) -> None:
        """A fact comes in that shuts a door; the act is tried all the same, or the ruling departed from first."""
        told = {"question": "person.refugee_here", "answer": "yes", "about": "P1", "source": "a decision"}
        self.attempt("prosec-2", EVERY_ACT["find"], "", told)
        found = f"finding-{len(self.entries) - 1}"
        if way == "done":
            known = objects(act, self.dossier)
            role = act.by[n % len(act.by)]
            self.attempt(f"{called(role)}-1", act, known[n % len(known)], self.form(act, 1, {}))
        else:
            self.a_ruling_is_departed_from(act, 1 if way == "departed and told" else 4)
        self.attempt("court-1", EVERY_ACT["withdraw-finding"], found, {"reasons": "another person was meant"})

    @precondition(lambda self: bool(self.dossier.remedies))
    @rule(n=any_number, way=st.sampled_from(["withdraw", "replace", "deny", "enter"]))
    def somebody_would_do_away_with_a_remedy(self, n: int, way: str) -> None:
        """By any other way than the decision of the court."""
        remedies = sorted(self.dossier.remedies)
        remedy = remedies[n % len(remedies)]
        none = {"question": "remedy.pending", "answer": "no", "source": "a note"}
        match way:
            case "withdraw":
                self.attempt("prosec-1", EVERY_ACT["withdraw-finding"], remedy, {"reasons": "a mistake"})
            case "replace":
                self.attempt("prosec-1", EVERY_ACT["find"], "", {**none, "replaces": remedy})
            case "deny":
                self.attempt("prosec-1", EVERY_ACT["find"], "", none)
            case _:
                event = {"on": "2026-03-02", "text": "a note came", "shows": [none]}
                self.attempt("clerk-1", EVERY_ACT["enter"], "", {"adds": {"events": [event]}})
        for act in GIVES_AWAY:
            self.what_cannot_be_undone_goes_its_way(EVERY_ACT[act], n, "", "2")

    @rule(giver=st.sampled_from(["clerk-1", "centra-1", "court-1"]), n=any_number, own=st.booleans())
    def somebody_would_open_a_compartment(self, giver: str, n: int, own: bool) -> None:
        told = self._mandated(2 * n + 1, {"until": ""})["mandate"] | ({"account": giver} if own else {})
        self.attempt(giver, EVERY_ACT["give-mandate"], "", {"mandate": told})

    @precondition(lambda self: bool(self.dossier.proposals))
    @rule(n=any_number, person=st.sampled_from(["-2", "-2", "-2", "-1", "-gone", "-coming", "-elsewhere"]))
    def somebody_confirms(self, n: int, person: str) -> None:
        ident = sorted(self.dossier.proposals)[-1 - n % min(3, len(self.dossier.proposals))]
        roles = sorted(seconds(EVERY_ACT[self.dossier.proposals[ident].act]), key=lambda r: r.name)
        self.attempt(f"{called(roles[n % len(roles)])}{person}", CONFIRM, ident, {})

    @precondition(lambda self: bool(self.dossier.proposals))
    @rule(account=who, n=any_number)
    def anybody_confirms(self, account: str, n: int) -> None:
        idents = sorted(self.dossier.proposals)
        self.attempt(account, CONFIRM, idents[n % len(idents)], {})

    @rule(person=st.sampled_from(["1", "2"]))
    def counsel_lodges_a_remedy(self, person: str) -> None:
        if not self.dossier.remedies:
            self.attempt(f"counse-{person}", EVERY_ACT["lodge-remedy"], f"P{person}", {"text": "appeal"})
            there = person in [p.id[1:] for p in self.dossier.case.persons]
            assert bool(self.dossier.remedies) == there, "nothing stands between a person and a remedy"

    @precondition(lambda self: bool(self.dossier.remedies))
    @rule(n=any_number, final=st.sampled_from([True, True, False]))
    def the_court_decides(self, n: int, final: bool) -> None:
        idents = sorted(self.dossier.remedies)
        told = {"outcome": "dismissed", "final": final, "reasons": "unfounded"}
        self.attempt("court-1", EVERY_ACT["decide-remedy"], idents[n % len(idents)], told)

    @rule(act=st.sampled_from(COOPERATING), n=any_number, question=st.sampled_from(protecting()),
          about=st.sampled_from(["", "P1", "P2"]))  # fmt: skip
    def what_protects_never_opens_what_was_forbidden(self, act: Act, n: int, question: str, about: str) -> None:
        known = objects(act, self.dossier)
        obj = known[n % len(known)]
        before = oracle.ruling_on(self.law, self.dossier, act, obj, self.now.date()).verdict
        about = about if VOCABULARY[question].of.value == "person" else ""
        told = {"question": question, "answer": "yes", "about": about, "source": "a register"}
        self.attempt("prosec-1", EVERY_ACT["find"], "", told)
        after = oracle.ruling_on(self.law, self.dossier, act, obj, self.now.date()).verdict
        assert before is not Verdict.FORBIDDEN or after in oracle.SHUT, (act.id, question, before, after)
        # What was found so is taken back, or the door would soon be shut in every history.
        found = f"finding-{len(self.entries) - 1}"
        self.attempt("court-1", EVERY_ACT["withdraw-finding"], found, {"reasons": "another person was meant"})

    # --- what every attempt leaves

    @invariant()
    def the_fold_is_the_same_every_time(self) -> None:
        assert fold(tuple(self.entries)) == self.dossier
        TALLY["steps", ""] += 1

    def actor(self, account: str) -> Actor:
        dossier = getattr(self, "dossier", None)
        given = tuple(m for m in dossier.mandates.values() if m.account == account) if dossier else ()
        return Actor(account, PEOPLE.get(account, ()) + given)

    @property
    def office(self) -> tuple[Mandate, ...]:
        """Mandates that are not of this case's own entries."""
        return tuple(m for held in PEOPLE.values() for m in held)

    @property
    def mandates(self) -> tuple[Mandate, ...]:
        return (*self.office, *self.dossier.mandates.values())

    def attempt(
        self, account: str, act: Act, obj: str, form: dict[str, Any], seen: int | None = -1,
        matched: Screening | None = None,
    ) -> None:  # fmt: skip
        before = self.dossier
        looked = before.head if seen == -1 else seen
        told = (form, looked, self.witnessed, self.mandates, matched)
        attempt = Attempt(act.id, obj, CASE, self.actor(account), self.now, *told)
        meant = before.proposals[obj].act if act is CONFIRM and obj in before.proposals else act.id
        try:
            result = perform(attempt, before, self.law)
        except (FormError, UnknownObjectError):
            TALLY["refused", meant] += 1
            return
        new = result.entry
        entry = Entry(len(self.entries), self.now, CASE, new.act, new.object, new.actor, new.fields)
        if isinstance(result, Done):
            TALLY["proposed" if result.waits else "done", meant] += 1
            oracle.check(self.law, before, entry, office=self.office, witnessed=self.witnessed, seen=looked)
        self.entries.append(entry)
        self.dossier = grown(before, entry)
        if isinstance(result, Barred):
            TALLY["barred", meant] += 1
            assert result.obstacles
            assert new.actor == account
            assert oracle.holds(self.dossier) == oracle.holds(before)
        self.now += timedelta(minutes=1)

    def form(self, act: Act, n: int, told: dict[str, Any]) -> dict[str, Any]:
        """What somebody would fill in for an act."""
        reasons = {"reasons": "because"} if n % 8 else {}
        match act.id:
            case "find":
                return self._finding(n, told)
            case "enter":
                return self._entered(n, told)
            case "give-mandate":
                return self._mandated(n, told)
            case "depart":
                meant = DECISIONS[n % len(DECISIONS)]
                return {"departs-from": meant.id, "ruling": self._ruling(meant, n).hash, **reasons}
            case "set-apart" | "release":
                told = {{"set-apart": "into", "release": "out-of"}[act.id]: COMPARTMENTS[n % 3]}
            case "erase":
                told = {"entry": str(n % len(self.entries)), "basis": "Directive 2016/680, Art. 16"}
            case "confirm-link" | "dismiss-link":
                digests = sorted({link.digest for link in self.dossier.links.values()}) or ["d1"]
                told = {"digest": digests[n % len(digests)]}
            case _ if act.id in HAPPENING:
                told = HAPPENING[act.id](n, self.dossier, self.now.date())
            case _ if act.id in CHALLENGING:
                told = CHALLENGING[act.id](n)
            case _ if act.id in ACTS:
                told = {"conditions": [c.norm for c in self._ruling(act, n).conditions]} if n % 3 else {}
            case _:
                told = {"text": "as said"}
        return {**told, **reasons}

    def _ruling(self, act: Act, n: int) -> Ruling:
        known = objects(act, self.dossier)
        return oracle.ruling_on(self.law, self.dossier, act, known[n % len(known)], self.now.date())

    def _finding(self, n: int, told: dict[str, Any]) -> dict[str, Any]:
        asked = VOCABULARY[told["question"]]
        values = asked.values or ("3", "2026-02-01")
        known = [f.id for f in self.dossier.case.findings]
        since, until = sorted((told["since"], told["until"]))
        return {
            **told,
            "answer": "unknown" if n % 11 == 0 else values[told["answer"] % len(values)],
            "source": "a document",
            "about": told["about"] if n % 17 == 0 or told["about"] in ABOUT.get(asked.of, ()) else "",
            "against": told["against"] if asked.of is Kind.ASSURANCE else "",
            "since": since,
            "until": until if until > since else "",
            "replaces": known[n % len(known)] if known and told["replaces"] % 3 == 0 else "",
        }

    def _entered(self, n: int, told: dict[str, Any]) -> dict[str, Any]:
        shows = {**self._finding(n, told), "id": f"shown-{n}"}
        shows.pop("replaces")
        event = {"on": "2026-03-02", "text": "a letter came", "source": "file", "shows": [shows] * (n % 2)}
        person = {"id": f"P{n % 5}", "name": "E. F."}
        assurance = {"id": f"A{n % 50}", "against": "ill-treatment", "given": "2026-03-01"}
        adds = ({"events": [event]}, {"persons": [person]}, {"assurances": [assurance]})
        return {"adds": adds[n % 3]}

    def _mandated(self, n: int, told: dict[str, Any]) -> dict[str, Any]:
        role = list(Role)[n % len(Role)]
        person = {"person": f"P{n % 3}"} if role in ONLY_FOR_A_PERSON or n % 13 == 0 else {}
        until = {"until": told["until"]} if told["until"] else {}
        account = ACCOUNTS[n % len(ACCOUNTS)]
        opens = {"compartments": [COMPARTMENTS[n % 3]]} if n % 2 else {}
        told = {"account": account, "role": role.value, "since": "2026-03-02", **person, **until, **opens}
        return {"mandate": told}


def test_no_barred_act_is_ever_done() -> None:
    TALLY.clear()
    while TALLY["steps", ""] < (STEPS if LONG else 1):
        for name in BEGINNINGS:
            walk(HISTORIES, name)
        print(oracle.report(), flush=True)
    shut = sorted(a.id for a in FOR_GOOD if not TALLY["done", a.id])
    # A guard that never opens the door proves nothing.
    assert not shut if LONG else len(shut) <= len(FOR_GOOD) - 4, shut


def walk(histories: int, name: str, *, shrink: bool = True, only: Collection[str] = ()) -> None:
    """Walk so many histories that begin with the case of this name; of these rules only, where any are named."""
    rules = {rule.function.__name__: rule.function for rule in Histories.setup_state().rules}
    assert rules.keys() >= set(only)
    # What is no rule any more can still be a part of one.
    parts = {what: function for what, function in rules.items() if only and what not in only}
    run_state_machine_as_test(
        type(f"Histories_{name}", (Histories,), {"begins": name, **parts}),
        settings=settings(
            max_examples=histories, stateful_step_count=50, deadline=None, database=None, derandomize=not LONG,
            phases=[Phase.generate, *([Phase.shrink] if shrink else [])], suppress_health_check=list(HealthCheck),
        ),
    )  # fmt: skip
