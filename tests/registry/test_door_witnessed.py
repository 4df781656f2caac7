"""What cannot be undone waits for the witnesses: three processes that speak HTTP, of which two must have signed."""

import os
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path

import pytest

from rogatory.law.acts import Role
from rogatory.office.folds.dossier import fold
from rogatory.office.perform import Barred, Done
from rogatory.registry.cases import journal
from rogatory.registry.ledger import keys, witnesses
from rogatory.registry.ledger.append import JournalClosedError
from rogatory.registry.ledger.audit import audit
from rogatory.registry.ledger.models import Entry
from rogatory.registry.ledger.witnesses import State
from tests.office.histories import beginning
from tests.registry.office import Registry
from tests.registry.test_ledger_audit import roll_back, tamper

SOURCE = str(Path(__file__).parents[2] / "src")
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("journal_keys")]


class Witnesses:
    """Three witnesses, each a process of `rogatory witness`; the office's policy asks for two of them."""

    def __init__(self, folder: Path, policy: Path, stack: ExitStack) -> None:
        self.processes: list[subprocess.Popen[str]] = []
        log, lines = keys.signer().verifier, []
        for name in ("bar", "court", "oversight"):
            command = [sys.executable, "-m", "rogatory", "witness", str(folder / name), "--port", "0"]
            command += ["--log", str(log), "--name", f"{name}.example/w1"]
            environment = {**os.environ, "PYTHONPATH": SOURCE, "COLUMNS": "400"}
            process = stack.enter_context(subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment))
            stack.callback(process.terminate)
            self.processes.append(process)
        for name, process in zip(("bar", "court", "oversight"), self.processes, strict=True):
            assert process.stdout is not None
            _, vkey, url = process.stdout.readline().split()
            lines.append(f"witness {name} {vkey} {url}")
        policy.write_text(
            "\n".join([f"log {log}", *lines, "group two 2 bar court oversight", "quorum two", ""]), "utf-8"
        )

    def leave(self, *numbers: int) -> None:
        """Some of them are gone for good."""
        for number in numbers:
            self.processes[number].kill()
            self.processes[number].wait()


@pytest.fixture
def three(journal_keys, tmp_path):
    with ExitStack() as stack:
        yield Witnesses(tmp_path, journal_keys / keys.POLICY, stack)


@pytest.fixture
def office() -> Registry:
    return Registry.opened()


def granted(office):
    """A case granted, so that something may be sent."""
    return office.granted(beginning("mla"))


def transmit(office, case):
    head = fold(journal.entries_of(case)).head
    return office.do(Role.PROSECUTOR, "transmit", case, "record", seen=head, reasons="asked").result


def confirm(office, case):
    dossier = fold(journal.entries_of(case))
    (proposal,) = dossier.proposals
    return office.do(Role.CENTRAL_AUTHORITY, "confirm", case, proposal, seen=dossier.head).result


def hurdles(result):
    assert isinstance(result, Barred)
    return {o.hurdle.value for o in result.obstacles}


def states():
    return sorted(outcome.state.value for outcome in witnesses.ask())


def test_a_transmission_waits_for_the_quorum_when_proposed_and_again_when_confirmed(three, office):
    case = granted(office)
    assert hurdles(transmit(office, case)) == {"witness"}
    assert states() == ["cosigned"] * 3
    proposed = transmit(office, case)
    assert isinstance(proposed, Done)
    assert proposed.waits
    # The proposal is an entry too; nobody has seen it yet.
    assert hurdles(confirm(office, case)) == {"witness"}
    assert states() == ["cosigned"] * 3
    assert isinstance(confirm(office, case), Done)
    assert Entry.objects.filter(case=case, act="transmit").count() == 1
    assert audit().lines() == []


def test_two_of_three_are_enough_and_one_is_not(three, office):
    case = granted(office)
    three.leave(0)
    assert states() == ["cosigned", "cosigned", "unreachable"]
    assert isinstance(transmit(office, case), Done)
    three.leave(1)
    assert states() == ["cosigned", "unreachable", "unreachable"]
    assert hurdles(confirm(office, case)) == {"witness"}
    # What can be undone goes on meanwhile.
    assert isinstance(office.do(Role.PROSECUTOR, "postpone", case, "interview", reasons="asked").result, Done)


def test_an_older_journal_put_back_is_refused_at_the_door_by_the_first_witness_asked(three, office):
    case = office.register(beginning("mla"))
    size = journal.size()
    office.mandate(Role.COUNSEL, case)
    office.do(Role.COUNSEL, "lodge-remedy", case, "P1", text="appeal")
    assert states() == ["cosigned"] * 3
    tamper("DELETE FROM ledger_cosignature")
    roll_back(size)
    assert {outcome.state for outcome in witnesses.ask()} == {State.ALARM}
    with pytest.raises(JournalClosedError, match="a backup was restored, or entries were taken away"):
        office.do(Role.PROSECUTOR, "grant", case, "interview", reasons="asked")
    assert journal.size() == size
