"""Witnesses over HTTP: they cosign what continues, refuse what does not, and a journal that fell behind is closed."""

import threading
import urllib.error
import urllib.request
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime, timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from rogatory.journal.checkpoint import Checkpoint as Point
from rogatory.journal.note import Note, Signer, Type, base64
from rogatory.journal.proof import Proof
from rogatory.registry.jobs import watch
from rogatory.registry.jobs.models import Job
from rogatory.registry.jobs.worker import Worker
from rogatory.registry.ledger import keys, reading, witnesses
from rogatory.registry.ledger.append import JournalClosedError, NewEntry, append
from rogatory.registry.ledger.audit import audit
from rogatory.registry.ledger.models import Checkpoint, Entry
from rogatory.registry.ledger.witness import SIZE_TYPE, Witness, server
from rogatory.registry.ledger.witnesses import State
from tests.registry.test_ledger_audit import kinds, roll_back, tamper

AT = datetime(2025, 2, 4, 9, 0, tzinfo=UTC)
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("journal_keys")]


def write(count):
    with transaction.atomic():
        append([NewEntry("c1", "file.add", f"f{i}", "u1", {"title": f"Paper {i}"}) for i in range(count)], at=AT)


@contextmanager
def serving(witness):
    running = server(witness, "127.0.0.1", 0, clock=lambda: 1_700_000_000)
    thread = threading.Thread(target=running.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield f"http://127.0.0.1:{running.server_address[1]}"
    finally:
        running.shutdown()
        running.server_close()
        thread.join()


def new_witness(folder, number):
    place = folder / f"w{number}"
    place.mkdir()
    signer = Signer(f"witness.example/w{number}", Type.WITNESS, bytes([number]) * 32)
    return Witness(signer, [keys.signer().verifier], place)


@pytest.fixture
def three(journal_keys, tmp_path):
    """Three witnesses of whom two must have seen a checkpoint."""
    found = [new_witness(tmp_path, i) for i in range(3)]
    with ExitStack() as stack:
        urls = [stack.enter_context(serving(w)) for w in found]
        lines = [f"witness w{i} {w.signer.verifier} {url}" for i, (w, url) in enumerate(zip(found, urls, strict=True))]
        policy = "\n".join([f"log {keys.signer().verifier}", *lines, "group two 2 w0 w1 w2", "quorum two", ""])
        (journal_keys / keys.POLICY).write_text(policy, "utf-8")
        yield found


def states():
    return [outcome.state for outcome in witnesses.ask()]


def test_the_worker_brings_the_head_to_the_witnesses_and_asks_again_only_when_there_is_more(three):
    write(3)
    assert witnesses.lag() == {"w0": 3, "w1": 3, "w2": 3}
    Worker().once()
    duty = Job.objects.get(kind="witness")
    assert (duty.error, duty.result["cosigned"]) == ("", 3)
    assert witnesses.lag() == {"w0": 0, "w1": 0, "w2": 0}
    assert reading.witnessed(2)

    write(2)
    assert witnesses.lag() == {"w0": 2, "w1": 2, "w2": 2}
    Job.objects.update(next_at=duty.asked_at)
    Worker().once()
    assert witnesses.lag() == {"w0": 0, "w1": 0, "w2": 0}
    asked = Job.objects.get(kind="witness").result
    Job.objects.update(next_at=duty.asked_at)
    Worker().once()
    assert Job.objects.get(kind="witness").result == asked, "nothing is new, so nobody is asked"


def test_a_witness_that_cannot_be_asked_is_named_and_asked_again_soon(journal_keys):
    key = Signer("witness.example/gone", Type.WITNESS, bytes(32)).verifier
    told = f"log {keys.signer().verifier}\nwitness gone {key} http://127.0.0.1:9\nquorum gone\n"
    (journal_keys / keys.POLICY).write_text(told, "utf-8")
    write(1)
    Worker().once()
    duty = Job.objects.get(kind="witness")
    assert duty.error.startswith("witness gone could not be asked")
    assert (duty.state, duty.tries) == ("waiting", 1)
    assert duty.beat_at
    assert duty.next_at - duty.beat_at == timedelta(seconds=10)
    assert [line for line in watch.lines(timezone.now()) if "lag" in line][1:] == [
        'rogatory_witness_lag_entries{witness="gone"} 1'
    ]


def test_witnesses_cosign_each_checkpoint_that_continues(three):
    for count in (1, 2, 60):
        write(count)
        assert not reading.witnessed(reading.size() - 1)
        assert states() == [State.COSIGNED] * 3
        assert reading.witnessed(reading.size() - 1)
    receipt = Proof.parse(reading.receipt(5, quorum=True))
    policy = keys.policy()
    assert receipt.verify(bytes(Entry.objects.get(seq=5).leaf), policy).size == 63
    assert audit().lines() == []


def test_without_the_quorum_there_is_no_witnessed_receipt(three):
    write(1)
    with pytest.raises(reading.NoReceiptError, match="quorum"):
        reading.receipt(0, quorum=True)
    assert Proof.parse(reading.receipt(0)).index == 0
    with pytest.raises(reading.NotCommittedError), transaction.atomic():
        witnesses.ask()


def test_a_restored_backup_closes_the_journal(three):
    write(6)
    for _ in range(4):
        write(1)
    states()
    roll_back(6)
    tamper("DELETE FROM ledger_cosignature")
    assert states() == [State.ALARM] * 3
    with pytest.raises(JournalClosedError, match="knows 10 entries of this journal, its database only 6"):
        write(1)


def test_a_journal_restored_to_nothing_is_closed_as_well(three):
    write(6)
    states()
    tables = ("cosignature", "checkpoint", "node", "secret", "entry", "head")
    tamper(*(f"DELETE FROM ledger_{table}" for table in tables))  # noqa: S608
    assert states() == [State.ALARM] * 3
    with pytest.raises(JournalClosedError):
        write(1)


@pytest.mark.parametrize("more", [4, 9])
def test_another_history_closes_the_journal_and_the_witness_keeps_the_proof(three, more, tmp_path):
    write(6)
    write(4)
    states()
    roll_back(6)
    tamper("DELETE FROM ledger_cosignature")
    for _ in range(more):
        write(1)
    assert states() == [State.ALARM] * 3
    [evidence] = (tmp_path / "w0" / "evidence").iterdir()
    assert keys.signer().verifier.name in evidence.read_text("utf-8")


def test_a_witness_that_does_not_answer_does_no_harm(journal_keys):
    key = Signer("witness.example/w9", Type.WITNESS, bytes(32)).verifier
    policy = f"log {keys.signer().verifier}\nwitness w9 {key} http://127.0.0.1:9\nquorum w9\n"
    (journal_keys / keys.POLICY).write_text(policy, "utf-8")
    write(1)
    assert states() == [State.UNREACHABLE]
    write(1)
    assert reading.size() == 2


def test_a_cosignature_that_was_changed_is_named(three):
    write(2)
    states()
    tamper("UPDATE ledger_cosignature SET witness = 'witness.example/w1' || 'x' WHERE witness = 'witness.example/w1'")
    assert {kind.value for kind in kinds()} == {"cosignature"}


def test_a_witness_remembers_over_a_restart(three, tmp_path):
    write(6)
    states()
    again = Witness(three[0].signer, [keys.signer().verifier], tmp_path / "w0")
    assert again.known(keys.signer().verifier.name) == (
        6,
        Point.parse(str(reading.newest())[:-1].rpartition("\n\n")[0] + "\n").root,
    )


def test_a_witness_answers_as_the_protocol_says(tmp_path):
    witness = new_witness(tmp_path, 5)
    log = keys.signer()
    write(3)
    write(2)
    note = str(reading.newest())
    proof = "\n".join(base64(h) for h in reading.consistency(3, 5))
    first = Checkpoint.objects.get(size=3).note
    stranger = Signer("other.example/log", Type.LOG, bytes(32))
    forged = Signer(log.verifier.name, Type.LOG, bytes(32))
    text = Note.parse(note).text
    other = Point(log.verifier.name, 5, bytes(32)).signed(log)

    def answer(body):
        return witness.add_checkpoint(body, 1_700_000_000)

    assert answer("junk")[0] == 400
    assert answer(f"old 05\n\n{note}")[0] == 400
    assert answer(f"old 6\n\n{note}")[0] == 400
    assert answer(f"old 0\n\n{Point(stranger.verifier.name, 5, bytes(32)).signed(stranger)}")[0] == 404
    assert answer(f"old 0\n\n{text}\n{forged.sign(text)}\n")[0] == 403
    assert answer(f"old 0\n{base64(bytes(32))}\n\n{first}")[0] == 422
    status, _, line = answer(f"old 0\n\n{first}")
    assert status == 200
    assert Note.parse(first + line).signers([witness.signer.verifier]) == [witness.signer.verifier]
    assert answer(f"old 0\n\n{note}") == (409, SIZE_TYPE, "3\n")
    assert answer(f"old 3\n\n{note}")[0] == 422
    assert answer(f"old 3\n{proof}\n\n{other}")[0] == 422
    assert answer(f"old 3\n{proof}\n\n{note}")[0] == 200
    assert answer(f"old 5\n\n{note}")[0] == 200
    assert answer(f"old 5\n\n{other}") == (409, SIZE_TYPE, "5\n")


def test_a_witness_shows_its_key_and_refuses_other_addresses(tmp_path):
    witness = new_witness(tmp_path, 5)
    with serving(witness) as url:
        assert urllib.request.urlopen(url).read().decode() == f"{witness.signer.verifier}\n"  # noqa: S310
        for path, body, code in (("/other", b"x", 404), ("/add-checkpoint", b"\xff", 400)):
            with pytest.raises(urllib.error.HTTPError) as error:
                urllib.request.urlopen(url + path, body)  # noqa: S310
            assert error.value.code == code
            error.value.close()
