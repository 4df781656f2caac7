"""Time stamps of a local authority (RFC 3161), which openssl plays."""

import shutil
import subprocess
import threading
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from django.db import transaction

from rogatory.registry.jobs.models import Job
from rogatory.registry.jobs.worker import Worker
from rogatory.registry.ledger import timestamps
from rogatory.registry.ledger.append import NewEntry, append
from rogatory.registry.ledger.audit import audit
from rogatory.registry.ledger.export import export
from rogatory.registry.ledger.models import Checkpoint, Timestamp
from tests.registry.test_ledger_audit import blob, kinds, tamper

OPENSSL = shutil.which("openssl")
AT = datetime(2025, 2, 4, 9, 0, tzinfo=UTC)
CONFIGURATION = """
[tsa]
dir = .
serial = $dir/serial
crypto_device = builtin
signer_cert = $dir/tsa.pem
signer_key = $dir/tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256, sha512
accuracy = secs:1
ess_cert_id_alg = sha256
"""
EXTENSIONS = "basicConstraints=CA:FALSE\nkeyUsage=critical,digitalSignature\nextendedKeyUsage=critical,timeStamping\n"
pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("journal_keys"),
    pytest.mark.skipif(OPENSSL is None, reason="no openssl in PATH to play the authority"),
]


def openssl(folder, *words):
    subprocess.run([str(OPENSSL), *words], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def authority(tmp_path, journal_keys):
    """The address of an authority whose root the journal trusts."""
    folder = tmp_path / "tsa"
    folder.mkdir()
    (folder / "tsa.cnf").write_text(CONFIGURATION, "utf-8")
    (folder / "extensions").write_text(EXTENSIONS, "utf-8")
    (folder / "serial").write_text("01\n", "utf-8")
    new = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes")
    openssl(folder, "req", "-x509", *new, "-keyout", "root.key", "-out", "root.pem", "-subj", "/CN=Root", "-days", "9")
    openssl(folder, "req", "-new", *new, "-keyout", "tsa.key", "-out", "tsa.csr", "-subj", "/CN=Time")
    openssl(
        folder, "x509", "-req", "-in", "tsa.csr", "-CA", "root.pem", "-CAkey", "root.key", "-CAcreateserial",
        "-out", "tsa.pem", "-extfile", "extensions", "-days", "9",
    )  # fmt: skip

    class Authority(BaseHTTPRequestHandler):
        def do_POST(self):
            (folder / "query").write_bytes(self.rfile.read(int(self.headers["Content-Length"])))
            openssl(
                folder, "ts", "-reply", "-config", "tsa.cnf", "-section", "tsa", "-queryfile", "query", "-out", "answer"
            )
            answer = b"junk" if self.path == "/junk" else (folder / "answer").read_bytes()
            self.send_response(200)
            self.send_header("Content-Type", "application/timestamp-reply")
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, format, *args):
            pass

    shutil.copy(folder / "root.pem", journal_keys / timestamps.ROOTS)
    with HTTPServer(("127.0.0.1", 0), Authority) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()
        thread.join()


def write():
    with transaction.atomic():
        append([NewEntry("c1", "file.add", "f", "u1", {"title": "Paper"})], at=AT)


def test_a_checkpoint_is_stamped_and_the_stamp_stays_verifiable(authority, tmp_path):
    write()
    stamped = timestamps.stamp(authority)
    write()
    assert stamped.size == 1
    assert audit().lines() == []
    export(tmp_path / "export")
    token = tmp_path / "export" / "timestamps" / f"1-{stamped.pk}.tsr"
    note = Checkpoint.objects.get(size=1).note
    (tmp_path / "note").write_text(note, "utf-8", newline="")
    openssl(tmp_path, "ts", "-verify", "-data", "note", "-in", str(token), "-CAfile", "tsa/root.pem")


def test_the_worker_has_each_checkpoint_stamped_once(authority, settings):
    settings.TIMESTAMP_URL = authority
    for size in (1, 1, 2):
        if Checkpoint.objects.count() < size:
            write()
        Job.objects.update(next_at=AT)
        Worker().once()
        duty = Job.objects.get(kind="stamp")
        assert (duty.error, duty.result) == ("", {"stamped": size})
        assert Timestamp.objects.count() == size


def test_an_authority_that_stamps_nothing_is_named_and_asked_again(authority, settings):
    settings.TIMESTAMP_URL = f"{authority}junk"
    write()
    Worker().once()
    duty = Job.objects.get(kind="stamp")
    assert "no time stamp" in duty.error
    assert (duty.state, duty.tries) == ("waiting", 1)


def test_a_changed_stamp_or_one_of_another_checkpoint_is_named(authority):
    write()
    token = bytearray(bytes(timestamps.stamp(authority).token))
    write()
    tamper("UPDATE ledger_timestamp SET size = 2")
    assert {kind.value for kind in kinds()} == {"timestamp"}
    token[-1] ^= 1
    tamper(f"UPDATE ledger_timestamp SET size = 1, token = {blob(bytes(token))}")  # noqa: S608
    assert {kind.value for kind in kinds()} == {"timestamp"}


def test_no_stamp_is_kept_that_does_not_verify(authority, journal_keys):
    with pytest.raises(timestamps.TimestampError, match="the journal is empty"):
        timestamps.stamp(authority)
    write()
    for url in (authority + "junk", "http://127.0.0.1:9/"):
        with pytest.raises(timestamps.TimestampError):
            timestamps.stamp(url)
    (journal_keys / timestamps.ROOTS).unlink()
    with pytest.raises(timestamps.TimestampError, match="no root certificate"):
        timestamps.stamp(authority)
    assert not Timestamp.objects.exists()
