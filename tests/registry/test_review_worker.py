"""The worker reads what was seized and builds what was sent, and the pages say how far it is."""

import re
from contextlib import closing
from hashlib import sha256

import pyrage
import pytest
from blake3 import blake3
from django.conf import settings as settings_
from django.utils import timezone

from rogatory.law.acts import Role
from rogatory.material.questions import Asked
from rogatory.office.errors import FormError
from rogatory.registry.cases import door
from rogatory.registry.jobs import queue, seizures
from rogatory.registry.jobs.kinds import SEIZURES
from rogatory.registry.jobs.models import Job
from rogatory.registry.jobs.models import State as Stands
from rogatory.registry.jobs.worker import Worker
from rogatory.registry.review import building
from rogatory.registry.review.readable import looking_at, readable
from rogatory.sifting.run.destroying import gone_from
from rogatory.sifting.run.hanging import raised
from rogatory.verifiers import bag
from tests.registry.granted import Granted
from tests.registry.reviewed import Reviewed
from tests.registry.seizing import Seizing

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def one_factor(settings):
    settings.ROGATORY_UNSAFE_ONE_FACTOR = True


LETTER = {
    "letter.eml": b"From: C. Lawyer <counsel@office.test>\nTo: A. B. <ab@mail.example>\nSubject: Thursday\n"
    b"Message-ID: <1@mail.example>\n\nCome at nine. Bring the grey folder.\n",
    "second.eml": b"From: A. B. <ab@mail.example>\nTo: reviewer@office.test\nSubject: Friday\n"
    b"Message-ID: <2@mail.example>\n\nThen on Friday.\n",
    "note.txt": b"Bring the grey folder on Thursday at nine.",
}


@pytest.fixture
def seizing(office_once, settings, tmp_path):
    settings.MATERIAL = tmp_path / "material"
    made = Seizing(office_once, tmp_path, LETTER)
    made.seal()
    return made


def works():
    """Everything that is due on seizures and packages is done; what came of it."""
    worker = Worker()
    for _ in worker._pieces(SEIZURES):
        pass
    return list(Job.objects.exclude(about="").order_by("pk"))


def page(made, role=Role.PROSECUTOR):
    return Reviewed(made.office, made).client(role).get(f"/cases/{made.case}/material").content.decode()


class TestReading:
    def test_the_opening_of_the_seal_has_it_read_and_the_page_says_so(self, seizing):
        assert not works(), "before the seal is open nothing is parsed"
        seizing.open()
        assert "Nobody is at work" in page(seizing)
        (job,) = works()
        assert (job.state, job.about, job.result) == (Stands.DONE, f"{seizing.case}:S-1", {"contents": 3, "items": 4})
        assert "Read to the end" in page(seizing)
        works()
        assert Job.objects.exclude(about="").count() == 1, "it is read once"

    def test_what_the_case_tells_is_looked_for_and_withholds_the_lawyers_message(self, seizing):
        seizing.open()
        works()
        with looking_at(readable(seizing.case, "S-1")) as looking:
            found = {path.rpartition(b"/")[2]: looking.hits(content) for _, _, path, _, content in looking.all_items()
                     if content}  # fmt: skip
        (hit, *_) = found[b"letter.eml"]
        assert (hit.screen.value, hit.rule, hit.field) == ("privilege", "lawyer-between", "from")
        assert "counsel@office.test" in pointed_at(hit, LETTER["letter.eml"].decode())
        assert hit.source.startswith("the mandate of entry ")
        assert not found[b"note.txt"]

    def test_a_mandate_given_after_the_answer_opens_the_question_again(self, seizing):
        office = seizing.office
        seizing.open()
        works()
        answered = timezone.now()
        before = Job.objects.exclude(about="").count()
        seizing.office.do(Role.CLERK, "enter", seizing.case, adds={"events": [event()]})
        assert Job.objects.exclude(about="").count() == before, "nothing else is to be looked for"
        told = {"account": office.accounts[Role.REVIEWER], "role": Role.COUNSEL.value, "since": "2026-01-01"}
        office.do(Role.CLERK, "give-mandate", seizing.case, mandate={**told, "person": "P1"})
        (*_, job) = works()
        assert (Job.objects.exclude(about="").count(), job.state) == (before + 1, Stands.DONE)
        with closing(seizing.ledger()) as ledger:
            found = {(one.item, one.asked): one.after for one in raised(ledger, [answered.timestamp()])}
        # The answer counts as given before the finding: whoever gave it has not seen that.
        assert found[seizing.item("desk/second.eml"), Asked.PRIVILEGE] == 1

    def test_what_fails_says_why_and_what_to_do_and_is_gone_on_with(self, seizing):
        seizing.open()
        manifest = settings_.MATERIAL / seizing.case / "S-1" / "manifest.jsonl"
        kept = manifest.read_bytes()
        manifest.chmod(0o600)
        manifest.write_bytes(kept.replace(b"note", b"n0te"))
        (job,) = works()
        assert (job.state, job.error) == (Stands.WAITING, seizures.SEAL)
        assert "rogatory material verify" in page(seizing)
        manifest.write_bytes(kept)
        queue.again(job, timezone.now())
        (job,) = works()
        assert (job.state, job.error) == (Stands.DONE, "")

    def test_what_ended_in_a_state_is_read_again_by_whoever_reviews_and_by_no_other(self, seizing):
        seizing.open()
        works()
        client = Reviewed(seizing.office, seizing).client
        where = f"/cases/{seizing.case}/material/S-1/read"
        assert client(Role.COUNSEL).post(where, {"kind": "text"}).status_code == 404
        assert client(Role.CLERK).post(where, {"kind": "text"}).status_code == 404
        assert client(Role.REVIEWER).post(where, {"kind": "plain"}).status_code == 302
        with looking_at(readable(seizing.case, "S-1")) as looking:
            assert looking.counts().waiting == 1
        (*_, job) = works()
        assert job.state == Stands.DONE


def event():
    return {"on": "2026-02-01", "text": "A letter came in.", "source": "the letter"}


def pointed_at(hit, message):
    """The words of a field at which a hit points."""
    told = next(line for line in message.splitlines() if line.lower().startswith(f"{hit.field}: "))
    return told[len(hit.field) + 2 :]


class TestMyWork:
    def waits(self, seizing, role):
        text = Reviewed(seizing.office, seizing).client(role).get("/").content.decode()
        found = text.partition('id="seized"')[2].partition("</section>")[0]
        return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", found)).strip("> ")

    def test_whoever_reviews_is_told_how_much_waits_and_the_court_which_objections(self, seizing):
        assert not self.waits(seizing, Role.REVIEWER), "its seal is whole"
        seizing.open()
        works()
        told = {role: self.waits(seizing, role) for role in (Role.PRIVILEGE_OBSERVER, Role.REVIEWER, Role.PROSECUTOR)}
        assert "Privilege: 3 items" in told[Role.PRIVILEGE_OBSERVER]
        assert "Scope" not in told[Role.PRIVILEGE_OBSERVER]
        assert "Scope: 3 items" in told[Role.REVIEWER]
        assert not told[Role.PROSECUTOR]
        note = seizing.item("desk/note.txt")
        seizing.answer(Role.PRIVILEGE_OBSERVER, "privilege", note)
        seizing.do(Role.COUNSEL, "object-to-item", item=note, reasons="another client's")
        assert "Privilege: 2 items" in self.waits(seizing, Role.PRIVILEGE_OBSERVER)
        assert "one objection to decide" in self.waits(seizing, Role.COURT)
        assert "objection" not in self.waits(seizing, Role.REVIEWER)

    def test_a_ledger_that_cannot_be_reached_is_told_and_nothing_of_its_items_is(self, seizing, settings):
        seizing.open()
        folder = settings_.MATERIAL / seizing.case / "S-1"
        (folder / "ledger.elsewhere").touch()
        settings.LEDGER = "postgresql:///none?host=/nowhere"
        assert "cannot be reached" in page(seizing)
        assert "cannot be reached" in self.waits(seizing, Role.REVIEWER)
        client = Reviewed(seizing.office, seizing).client(Role.COURT)
        where = f"/cases/{seizing.case}/material/S-1"
        assert client.get(f"{where}/items").status_code == 404
        assert client.get(f"{where}/progress").status_code == 200


@pytest.fixture(scope="module")
def once(office_once, tmp_path_factory, django_db_blocker):
    folder = tmp_path_factory.mktemp("seized")
    files = {"accounts.txt": b"The invoices of the year, paid on time and in full."}
    with django_db_blocker.unblock(), pytest.MonkeyPatch().context() as patch:
        patch.setattr(settings_, "MATERIAL", folder / "material")
        made = Granted(office_once, folder, files)
        made.seizing.all_four("desk/accounts.txt")
        yield made


class TestPackages:
    @pytest.fixture
    def granted(self, once):
        Job.objects.all().delete()
        return once

    def test_what_was_sent_is_built_verified_and_fetched_by_whoever_may_send(self, granted, tmp_path):
        key = pyrage.x25519.Identity.generate()
        payload = granted.plan(to=[str(key.to_public())])
        granted.send(payload)
        built = [job for job in works() if job.kind == queue.BUILD_PACKAGE]
        assert [(job.state, job.result["faults"]) for job in built] == [(Stands.DONE, [])]
        assert "no fault" in page(granted)
        client = Reviewed(granted.office, granted.seizing).client
        where = f"/cases/{granted.case}/packages/pack/file"
        sealed = client(Role.PROSECUTOR).get(where).getvalue()
        (tmp_path / "pack.zip").write_bytes(pyrage.decrypt(sealed, [key]))
        assert not list(bag.faults(bag.read(tmp_path / "pack.zip")))
        for role in (Role.CLERK, Role.REVIEWER, Role.COUNSEL, Role.LIAISON):
            assert client(role).get(where).status_code == 404
        assert client(Role.CLERK).post(f"/cases/{granted.case}/packages/pack/build").status_code == 404
        path = building.file_of(payload)
        assert path
        path.unlink()
        assert client(Role.PROSECUTOR).get(where).status_code == 404
        assert "Build it again" in page(granted)

    def test_what_came_in_since_keeps_it_from_being_handed_out(self, granted):
        granted.send(granted.plan())
        works()
        told = {"item": granted.seizing.item("desk/accounts.txt"), "reasons": "another client's"}
        granted.seizing.do(Role.COUNSEL, "object-to-item", **told)
        client = Reviewed(granted.office, granted.seizing).client(Role.PROSECUTOR)
        assert client.get(f"/cases/{granted.case}/packages/pack/file").status_code == 302
        assert "Not handed out" in client.get(f"/cases/{granted.case}/material").content.decode()


class TestDestroying:
    """What a certificate says is destroyed is gone from the disk, and no certificate says what is not so."""

    def destroys(self, seizing, **form):
        told = {"ground": "order 14", "method": "overwritten, backups too", "reasons": "outside", **form}
        office = seizing.office
        head = office.head(Role.CLERK, seizing.case)
        office.do(Role.COURT, "destroy-material", seizing.case, "S-1", seen=head, **told)
        dossier = door.look(office.accounts[Role.CENTRAL_AUTHORITY], seizing.case)[0]
        return office.do(
            Role.CENTRAL_AUTHORITY, "confirm", seizing.case, next(iter(dossier.proposals)), seen=dossier.head
        )

    def content(self, data):
        return {"sha256": sha256(data).hexdigest(), "blake3": blake3(data).hexdigest(), "size": len(data)}

    def test_a_part_is_gone_and_certificate_ledger_and_page_agree(self, seizing):
        seizing.open()
        works()
        with pytest.raises(FormError, match="not in this seizure"):
            self.destroys(seizing, contents=[self.content(b"something else")])
        note = LETTER["note.txt"]
        seq = self.destroys(seizing, contents=[self.content(note)]).seq
        assert "not gone from the disk yet" in page(seizing, Role.COURT)
        (*_, job) = works()
        assert (job.kind, job.state, job.result) == ("destroy-copies", Stands.DONE, {"contents": 1, "whole": False})
        told = page(seizing, Role.COURT)
        assert "not gone from the disk yet" not in told
        assert sha256(note).hexdigest() in told, "the certificate names it"
        found = readable(seizing.case, "S-1")
        (gone,) = gone_from(found)
        assert gone.certificate == f"{seizing.case}/S-1/{seq}"
        assert note not in b"".join(path.read_bytes() for path in found.folder.rglob("*") if path.is_file())
        seizing.office.do(Role.CLERK, "enter", seizing.case, adds={"events": [event()]})
        assert "destroyed, with a certificate" in page(seizing, Role.COURT)

    def test_a_whole_seizure_is_gone_but_for_its_manifest(self, seizing):
        self.destroys(seizing)
        (job,) = works()
        assert (job.state, job.result["whole"]) == (Stands.DONE, True)
        left = {path.name for path in (settings_.MATERIAL / seizing.case / "S-1").iterdir()}
        assert {"manifest.jsonl", "destroyed.jsonl"} <= left
        assert "contents" not in left
        assert "Certificate of destruction" in page(seizing, Role.COURT)
