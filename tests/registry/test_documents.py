"""Decisions and letters of a case, from the first draft to what was sent: every step at the one door."""

import io
import time
from dataclasses import dataclass, field
from typing import Any

import docx as python_docx
import pytest
from allauth.account.internal.flows.login import AUTHENTICATION_METHODS_SESSION_KEY
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, transaction
from django.test import Client
from django.utils import timezone

from rogatory.decision.documents.document import Paragraph
from rogatory.law.acts import Role
from rogatory.office.errors import FormError, UnknownObjectError
from rogatory.office.folds.documents import Addressee, sending_act
from rogatory.office.folds.dossier import fold
from rogatory.office.perform import Barred
from rogatory.registry.accounts.models import Account
from rogatory.registry.cases import journal
from rogatory.registry.documents import store
from rogatory.registry.documents.models import Paper, Text, Upload
from tests.registry.api import Program
from tests.registry.office import Registry, founding_file, letter

pytestmark = pytest.mark.django_db
ACKNOWLEDGEMENT = {
    "kind": "acknowledgement", "language": "fr", "to": "requesting-state", "reference": "12-3/4567",
    "received": "2019-01-15", "office": "Service public fédéral Justice, Bruxelles", "asked": "Une perquisition",
    "addressee": "Bureau du procureur général\nAstana",
}  # fmt: skip


@dataclass
class Desk:
    """The founding case in an office, and browsers at its desks."""

    office: Registry
    case: str

    browsers: dict[Role, Client] = field(default_factory=dict)

    def browser(self, role: Role) -> Client:
        if role in self.browsers:
            return self.browsers[role]
        client = self.browsers[role] = Client(SERVER_NAME="localhost")
        client.force_login(
            Account.objects.get(public_id=self.office.accounts[role]),
            "allauth.account.auth_backends.AuthenticationBackend",
        )
        session = client.session
        session[AUTHENTICATION_METHODS_SESSION_KEY] = [{"method": "password", "at": time.time()}]
        session.save()
        return client

    def get(self, role: Role, path: str = "") -> Any:
        return self.browser(role).get(f"/cases/{self.case}/documents{path}")

    def post(self, role: Role, path: str, **typed: Any) -> Any:
        return self.browser(role).post(f"/cases/{self.case}/documents{path}", typed)

    @property
    def documents(self) -> Any:
        return fold(journal.entries_of(self.case)).documents

    @property
    def head(self) -> int:
        return fold(journal.entries_of(self.case)).head

    def drafted(self, role: Role = Role.CLERK, **typed: Any) -> str:
        answer = self.post(role, "/new", **{**ACKNOWLEDGEMENT, **typed})
        assert answer.status_code == 302, answer.content.decode()
        return str(answer["Location"].rsplit("/", 1)[1])

    def signed(self, role: Role = Role.CLERK, **typed: Any) -> str:
        name = self.drafted(role, **typed)
        answer = self.post(role, f"/{name}/sign", seen=self.head, object=name)
        assert answer.status_code == 302, answer.content.decode()
        return name


@pytest.fixture
def desk(settings, journal_keys) -> Desk:
    settings.ROGATORY_UNSAFE_ONE_FACTOR = True
    settings.OFFICE = "Office of the examples"
    office = Registry.opened()
    case = office.register(founding_file())
    office.mandate(Role.LIAISON, case)
    office.mandate(Role.PERSON_CONCERNED, case)
    return Desk(office, case)


def test_a_letter_is_drafted_edited_signed_and_sent_and_then_the_requesting_state_sees_it(desk):
    name = desk.drafted()
    page = desk.get(Role.CLERK, f"/{name}")
    assert "Accusé de réception" in page.content.decode()
    typed = {f.name: f.words for f in page.context["fields"]} | {"more": "Nous restons à votre disposition."}
    assert desk.post(Role.CLERK, f"/{name}", seen=desk.head, **typed).status_code == 302
    assert "Nous restons" in desk.get(Role.CLERK, f"/{name}").content.decode()
    assert desk.get(Role.LIAISON, f"/{name}/pdf").status_code == 404
    assert desk.post(Role.CLERK, f"/{name}/sign", seen=desk.head, object=name).status_code == 302
    assert desk.documents[name].standing.value == "signed"
    pdf = desk.get(Role.CLERK, f"/{name}/pdf")
    assert pdf.content[:5] == b"%PDF-"
    assert desk.get(Role.LIAISON, f"/{name}/pdf").status_code == 404
    answer = desk.post(
        Role.CLERK, f"/{name}/send", seen=desk.head, object=name, document=name, channel="post", on="2026-01-01"
    )
    assert answer.status_code == 302, answer.content.decode()
    assert desk.documents[name].sent[0].channel == "post"
    assert desk.get(Role.LIAISON, f"/{name}/pdf").content == pdf.content
    assert desk.get(Role.PERSON_CONCERNED, f"/{name}/pdf").status_code == 404


def test_what_was_signed_cannot_be_changed_by_anybody(desk):
    name = desk.signed()
    head = desk.head
    assert desk.post(Role.CLERK, f"/{name}", seen=head, more="one more word").status_code == 404
    assert desk.post(Role.CLERK, f"/{name}/sign", seen=head, object=name).status_code == 404
    for table in (Text, Paper):
        with pytest.raises(DatabaseError), transaction.atomic():
            table.objects.update(case="another")
        with pytest.raises(DatabaseError), transaction.atomic():
            table.objects.all().delete()


def test_a_draft_that_somebody_else_changed_meanwhile_is_not_overwritten(desk):
    name = desk.drafted()
    seen = desk.head
    assert desk.post(Role.CLERK, f"/{name}", seen=seen, more="first").status_code == 302
    answer = desk.post(Role.CENTRAL_AUTHORITY, f"/{name}", seen=seen, more="second")
    assert answer.status_code == 409
    assert "second" in answer.content.decode()


def test_words_for_the_requesting_state_that_tell_what_may_not_leave_are_not_signed(desk):
    name = desk.drafted()
    told = "She is recognised as a refugee in Belgium since October 2013."
    assert desk.post(Role.CLERK, f"/{name}", seen=desk.head, more=told).status_code == 302
    page = desk.get(Role.CLERK, f"/{name}")
    assert page.context["leaking"]
    answer = desk.post(Role.CLERK, f"/{name}/sign", seen=desk.head, object=name)
    assert answer.status_code == 409
    assert "may not leave" in answer.content.decode()
    assert desk.documents[name].standing.value == "draft"


def test_what_is_typed_into_a_letter_is_searched_before_it_becomes_a_draft(desk):
    answer = desk.post(Role.CLERK, "/new", **{**ACKNOWLEDGEMENT, "office": "Ask for the asylum file of 2013"})
    assert answer.status_code == 422
    assert not desk.documents


@pytest.mark.parametrize(
    ("kind", "to", "act"),
    [
        ("acknowledgement", "requesting-state", "send-document"),
        ("supplements", "requesting-state", "ask-completion"),
        ("refusal", "requesting-state", "consult"),
        ("decision-for-requesting-state", "requesting-state", "consult"),
        ("notice-to-person", "person", "notify"),
        ("notice-to-counsel", "counsel", "notify"),
        ("consultation-of-bar", "authority", "send-document"),
    ],
)
def test_a_letter_is_sent_by_the_act_norms_bear_on(kind, to, act):
    assert sending_act(kind, Addressee(to)).id == act


def test_a_letter_does_not_go_round_the_act_that_sends_it(desk):
    text = {**letter(desk.case), "kind": "supplements"}
    done = desk.office.do(Role.CENTRAL_AUTHORITY, "draft-document", desk.case, text=text, to="requesting-state")
    name = next(d.name for d in desk.documents.values() if d.changed == done.seq)
    desk.office.do(Role.CENTRAL_AUTHORITY, "sign-document", desk.case, name, seen=desk.head)
    with pytest.raises(UnknownObjectError):
        desk.office.do(Role.CENTRAL_AUTHORITY, "send-document", desk.case, name, seen=desk.head, channel="post")
    with pytest.raises(FormError, match="ask-completion"):
        desk.office.do(Role.CENTRAL_AUTHORITY, "notify", desk.case, "P1", seen=desk.head, document=name, channel="post")
    sent = {"document": name, "channel": "post", "reasons": "it lacks the law it rests on"}
    done = desk.office.do(Role.CENTRAL_AUTHORITY, "ask-completion", desk.case, seen=desk.head, **sent)
    assert [s.act for s in desk.documents[name].sent] == ["ask-completion"]
    assert desk.post(
        Role.CLERK, f"/{name}/answer", seen=desk.head, object=name, text="They sent the articles."
    ).status_code == 302  # fmt: skip
    assert desk.documents[name].answers


def test_a_decision_is_signed_once_it_was_taken_and_nothing_is_left_open(desk):
    made = {"kind": "decision", "language": "en", "to": "person", "person": "P1", "addressee": "B.J."}
    name = desk.drafted(Role.CENTRAL_AUTHORITY, **made)
    page = desk.get(Role.CENTRAL_AUTHORITY, f"/{name}")
    assert page.context["lacking"]
    assert desk.post(Role.CENTRAL_AUTHORITY, f"/{name}/sign", seen=desk.head, object=name).status_code == 409
    for measure in ("search", "interview"):
        told = {"reasons": "her protection is examined first"}
        desk.office.do(Role.CENTRAL_AUTHORITY, "postpone", desk.case, measure, seen=desk.head, **told)
    made["limits"] = "Opposition | the person | 15 days | the day after | 2026-12-31 | yes | Code, Art. 61quater"
    name = desk.drafted(Role.CENTRAL_AUTHORITY, **made, told="B.J. | the full text | by letter")
    assert desk.get(Role.CENTRAL_AUTHORITY, f"/{name}").context["lacking"] == ()
    assert desk.post(Role.CENTRAL_AUTHORITY, f"/{name}/sign", seen=desk.head, object=name).status_code == 302
    assert desk.get(Role.PERSON_CONCERNED, f"/{name}").status_code == 404
    sent = {"object": "P1", "document": name, "channel": "by hand", "on": "2026-01-01"}
    answer = desk.post(Role.CENTRAL_AUTHORITY, f"/{name}/send", seen=desk.head, **sent)
    assert answer.status_code == 302, answer.content.decode()
    assert desk.get(Role.PERSON_CONCERNED, f"/{name}").status_code == 200
    assert desk.get(Role.LIAISON, f"/{name}/pdf").status_code == 404


def test_both_texts_stand_side_by_side(desk):
    for measure in ("search", "interview"):
        told = {"reasons": "her protection is examined first"}
        desk.office.do(Role.CENTRAL_AUTHORITY, "postpone", desk.case, measure, seen=desk.head, **told)
    made = {
        "kind": "decision",
        "language": "en",
        "to": "file",
        "addressee": "",
        "told": "B.J. | the full text | by letter",
    }
    made["limits"] = "Opposition | the person | 15 days | the day after | 2026-12-31 | yes | Code, Art. 61quater"
    full = desk.drafted(Role.CENTRAL_AUTHORITY, **made)
    told = {"kind": "decision-for-requesting-state", "language": "en", "to": "requesting-state"}
    state = desk.drafted(Role.CENTRAL_AUTHORITY, **told)
    page = desk.get(Role.CENTRAL_AUTHORITY, f"/{state}/beside")
    assert [side["document"].name for side in page.context["sides"]] == [full, state]
    assert not page.context["sides"][1]["leaking"]
    # The full text is signed first: what the state is told is told of a decision that was given.
    assert desk.post(Role.CENTRAL_AUTHORITY, f"/{state}/sign", seen=desk.head, object=state).status_code == 409
    for name in (full, state):
        answer = desk.post(Role.CENTRAL_AUTHORITY, f"/{name}/sign", seen=desk.head, object=name)
        assert answer.status_code == 302, answer.content.decode()


def for_the_state(desk) -> str:
    """A draft for the requesting state, of a decision that is signed."""
    for measure in ("search", "interview"):
        told = {"reasons": "her protection is examined first"}
        desk.office.do(Role.CENTRAL_AUTHORITY, "postpone", desk.case, measure, seen=desk.head, **told)
    told = {"kind": "decision-for-requesting-state", "language": "fr", "to": "requesting-state"}
    return str(desk.drafted(Role.CENTRAL_AUTHORITY, **told))


def translate(desk, name, words="Решение отложено.", **told):
    of = desk.get(Role.CENTRAL_AUTHORITY, f"/{name}").context["words"]
    given = {"language": "ru", "translator": "T. Petrova", "sworn": "VTI 1234567", "on": "2026-03-01"}
    file = SimpleUploadedFile("translation.txt", words.encode())
    return desk.post(
        Role.CENTRAL_AUTHORITY, f"/{name}/translation", seen=desk.head, file=file, **{**given, "of": of, **told}
    )


class TestATranslation:
    def test_it_is_named_in_an_annex_by_who_made_it_when_and_of_which_words_and_its_file_is_kept(self, desk):
        name = for_the_state(desk)
        translate(desk, name)
        told = desk.documents[name].translation
        assert (told.language, told.translator, told.sworn) == ("ru", "T. Petrova", "VTI 1234567")
        text = store.text_of(desk.case, desk.documents[name].text)
        assert text is not None
        (annex,) = text.annexes
        words = " ".join(block.text for block in annex.blocks if isinstance(block, Paragraph))
        assert annex.title == "Traduction en russe"
        assert {part for part in ("T. Petrova", "2026-03-01", told.file, told.of) if part not in words} == set()
        kept = desk.get(Role.CENTRAL_AUTHORITY, f"/{name}/translation")
        assert kept.content.decode() == "Решение отложено."
        page = desk.get(Role.CENTRAL_AUTHORITY, f"/{name}")
        assert "T. Petrova" in page.content.decode()
        assert not page.context["leaking"]
        assert desk.get(Role.CENTRAL_AUTHORITY, f"/{name}/pdf").content.startswith(b"%PDF")

    def test_words_that_changed_since_have_no_translation_until_they_are_translated_anew(self, desk):
        name = for_the_state(desk)
        old = desk.get(Role.CENTRAL_AUTHORITY, f"/{name}").context["words"]
        translate(desk, name)
        assert desk.post(Role.CENTRAL_AUTHORITY, f"/{name}", seen=desk.head, title="Autre titre").status_code == 302
        lacking = desk.get(Role.CENTRAL_AUTHORITY, f"/{name}").context["lacking"]
        assert "its translation is of words that have changed since" in lacking
        translate(desk, name, of=old)
        assert desk.documents[name].translation.of == old, "refused: those words are not there any more"
        translate(desk, name)
        lacking = desk.get(Role.CENTRAL_AUTHORITY, f"/{name}").context["lacking"]
        assert "its translation is of words that have changed since" not in lacking

    @pytest.mark.parametrize(
        "told", [{"translator": ""}, {"language": "xx"}, {"on": "1.3.2026"}, {"on": "2999-01-01"}, {"of": "0" * 64}]
    )
    def test_what_it_must_say_is_asked_for(self, desk, told):
        name = for_the_state(desk)
        translate(desk, name, **told)
        assert desk.documents[name].translation is None
        assert not Upload.objects.exists()

    @pytest.mark.parametrize("words", ["Она признана беженцем: refugee status.", ""])
    def test_one_that_tells_what_may_not_leave_or_cannot_be_read_is_refused(self, desk, words):
        name = for_the_state(desk)
        translate(desk, name, words=words)
        assert desk.documents[name].translation is None

    def test_only_the_text_for_the_requesting_state_has_one(self, desk):
        name = desk.drafted()
        translate(desk, name)
        assert desk.documents[name].translation is None


def test_a_draft_comes_back_from_a_word_processor_and_what_changed_is_shown(desk):
    name = desk.drafted()
    sent = python_docx.Document(io.BytesIO(desk.get(Role.CLERK, f"/{name}/docx").content))
    last = next(p for p in reversed(sent.paragraphs) if "office" in p.text.lower() or "autorité" in p.text)
    last.text = last.text + " Merci."
    data = io.BytesIO()
    sent.save(data)
    file = SimpleUploadedFile("draft.docx", data.getvalue())
    answer = desk.post(Role.CLERK, f"/{name}/upload", seen=desk.head, file=file)
    assert answer["Location"].endswith("/changes")
    page = desk.get(Role.CLERK, f"/{name}/changes")
    assert "Merci." in page.content.decode()
    assert Upload.objects.get().data


@pytest.mark.parametrize("file", [b"", b"no docx", b"PK\x03\x04 broken"])
def test_a_file_that_is_no_draft_changes_nothing(desk, file):
    name = desk.drafted()
    before = desk.documents[name].text
    desk.post(Role.CLERK, f"/{name}/upload", seen=desk.head, file=SimpleUploadedFile("draft.docx", file))
    assert desk.documents[name].text == before


def test_anybody_asks_whether_a_document_is_ours(desk):
    name = desk.signed()
    pdf = desk.get(Role.CLERK, f"/{name}/pdf").content
    anybody = Client(SERVER_NAME="localhost")
    told = anybody.get("/verify", {"code": desk.documents[name].code})
    assert told.context["found"]
    assert desk.case not in told.content.decode()
    assert not anybody.get("/verify", {"code": "AAAAA-BBBBB"}).context["found"]
    assert anybody.post("/verify", {"file": SimpleUploadedFile("it.pdf", pdf)}).context["found"]
    assert not anybody.post("/verify", {"file": SimpleUploadedFile("it.pdf", pdf + b" ")}).context["found"]


def test_without_a_key_nothing_is_signed_and_it_is_said_why(desk, settings):
    name = desk.drafted()
    (settings.DATA / "signing-key.p12").unlink()
    answer = desk.post(Role.CLERK, f"/{name}/sign", seen=desk.head, object=name)
    assert answer.status_code == 409
    assert "the office has no signing key" in answer.content.decode()


def test_words_of_a_draft_are_erased_and_those_of_what_was_signed_are_not(desk):
    drafted, signed = desk.drafted(asked="Une audition"), desk.signed()
    store.keep_upload(desk.case, drafted, desk.office.accounts[Role.CLERK], timezone.now(), b"came back")
    with pytest.raises(DatabaseError), transaction.atomic():
        Upload.objects.all().delete()
    erasing = {"basis": "Directive 2016/680, Art. 16", "reasons": "asked"}
    entry = desk.documents[signed].changed
    done = desk.office.do(Role.CENTRAL_AUTHORITY, "erase", desk.case, seen=desk.head, entry=str(entry), **erasing)
    assert isinstance(done.result, Barred)
    entry = desk.documents[drafted].changed
    desk.office.do(Role.CENTRAL_AUTHORITY, "erase", desk.case, seen=desk.head, entry=str(entry), **erasing)
    proposal = next(iter(fold(journal.entries_of(desk.case)).proposals))
    digest = desk.documents[drafted].text
    desk.office.do(Role.COURT, "confirm", desk.case, proposal, seen=desk.head)
    assert desk.documents[drafted].text == ""
    assert not Text.objects.filter(digest=digest).exists()
    assert not Upload.objects.filter(document=drafted).exists()
    with pytest.raises(DatabaseError), transaction.atomic():
        Text.objects.all().delete()
    assert "erased" in desk.get(Role.CLERK, f"/{drafted}").content.decode()


def test_words_that_another_draft_has_as_well_stay_with_that_one(desk):
    one, other = desk.drafted(), desk.drafted()
    erasing = {"basis": "Directive 2016/680, Art. 16", "reasons": "asked", "entry": str(desk.documents[one].changed)}
    desk.office.do(Role.CENTRAL_AUTHORITY, "erase", desk.case, seen=desk.head, **erasing)
    proposal = next(iter(fold(journal.entries_of(desk.case)).proposals))
    desk.office.do(Role.COURT, "confirm", desk.case, proposal, seen=desk.head)
    assert store.text_of(desk.case, desk.documents[other].text)


def test_a_program_drafts_signs_and_sends(desk):
    program = Program.of(desk.office, Role.CLERK)
    facts = {k: v for k, v in ACKNOWLEDGEMENT.items() if k in ("reference", "received", "office", "asked")}
    told = {"kind": "acknowledgement", "language": "en", "to": "requesting-state", "facts": facts}
    made = program.post(f"/cases/{desk.case}/documents", {**told, "addressee": ["The authority"]})
    assert made.status_code == 201, made.content
    name = made.json()["object"]
    assert program.get(f"/cases/{desk.case}/documents/{name}").json()["standing"] == "draft"
    for act, form in (("sign-document", {}), ("send-document", {"channel": "e-mail"})):
        body = {"object": name, "form": form, "seen": desk.head}
        assert program.post(f"/cases/{desk.case}/acts/{act}", body).status_code == 200
    liaison = Program.of(desk.office, Role.LIAISON)
    assert [d["document"] for d in liaison.get(f"/cases/{desk.case}/documents").json()] == [name]
    assert liaison.get(f"/cases/{desk.case}/documents/{name}").status_code == 404
    assert liaison.get(f"/cases/{desk.case}/documents/{name}/pdf").status_code == 200
