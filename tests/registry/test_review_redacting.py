"""Redaction through the door: a form of an item in which something is hidden, answered and sent like any other."""

import json
import shutil

import pypdfium2  # type: ignore[import-untyped] # it ships no types
import pytest
from django.conf import settings as settings_
from django.test import Client

from rogatory.law.acts import Role
from rogatory.material.provenance import Bond
from rogatory.office.errors import FormError
from rogatory.office.perform import Done
from rogatory.packaging.snapshot import SnapshotError
from rogatory.registry.accounts.models import Account
from rogatory.registry.defence.wording import say
from rogatory.registry.ledger import keys
from rogatory.registry.review import door
from rogatory.registry.review.models import PlannedPackage
from rogatory.verifiers import bag
from tests.office.simulator import hurdles
from tests.registry.doors import signed_in
from tests.registry.granted import Granted
from tests.registry.redacted import FILES, NAMES, WORDS, clean, forms, marks, redact, seen, withheld
from tests.registry.seizing import opened

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def once(office_once, tmp_path_factory, django_db_blocker):
    folder = tmp_path_factory.mktemp("seized")
    with django_db_blocker.unblock(), pytest.MonkeyPatch().context() as patch:
        patch.setattr(settings_, "MATERIAL", folder / "material")
        made = Granted(office_once, folder, FILES)
        made.seizing.keep_ledger()
        yield made


def kept(granted):
    """Where the seizure lies as it was read, before anything was redacted."""
    return granted.seizing.source.parent / "material"


@pytest.fixture
def granted(once, settings, tmp_path):
    # The database is put back after each test, and so is the folder.
    shutil.copytree(kept(once), tmp_path / "material")
    settings.MATERIAL = tmp_path / "material"
    once.seizing.put_ledger_back()
    return once


class TestAct:
    def test_it_makes_an_item_of_its_own_that_nobody_has_answered_anything_of(self, granted):
        assert isinstance(redact(granted).result, Done)
        (one,) = forms(granted)
        assert [why.value for why in one.grounds] == ["protected person"]
        there = seen(granted)
        place, source = there.places[one.made.version], there.places[one.source]
        assert there.hung.content[place] == one.made.content
        assert [w.ground.id for w in there.clearing.of(place)] == [w.ground.id for w in there.clearing.of(source)]
        bound = there.hung.provenance
        edges = [bound.edge(n) for n in range(len(bound.source)) if place in (bound.source[n], bound.target[n])]
        copy = there.places[granted.seizing.item(NAMES["copy/letter.txt"])]
        assert {(a, b) for a, b, _ in edges} == {(place, Bond.REDACTED)}
        assert {t for _, _, t in edges} == {source, copy}
        ledger = granted.seizing.ledger()
        text = ledger.text(one.made.content)
        ledger.close()
        assert WORDS not in text
        assert "As I told you, [protected by law]. The rest" in text

    def test_items_that_were_there_keep_their_places(self, granted):
        before = [*seen(granted).hung.items]
        redact(granted)
        assert [*seen(granted).hung.items][:-1] == before

    def test_a_prosecutor_and_counsel_make_none_and_nothing_is_drawn_for_them(self, granted):
        kept = sorted((settings_.MATERIAL / granted.case / "S-1" / "contents").rglob("*"))
        for role in (Role.PROSECUTOR, Role.COUNSEL, Role.PRIVILEGE_OBSERVER, Role.CLERK):
            assert hurdles(redact(granted, role=role).result) == {"role"}
        assert hurdles(redact(granted, role=Role.REVIEWER).result) == {"compartment"}
        assert sorted((settings_.MATERIAL / granted.case / "S-1" / "contents").rglob("*")) == kept
        assert forms(granted) == []

    def test_the_same_again_is_refused_and_a_form_is_not_redacted_once_more(self, granted):
        redact(granted)
        with pytest.raises(FormError, match="is there already"):
            redact(granted)
        (one,) = forms(granted)
        with pytest.raises(FormError, match="itself a redacted form"):
            granted.seizing.do(Role.COURT, "redact-item", item=one.made.version, **marks())

    @pytest.mark.parametrize(
        ("form", "says"),
        [
            ({"reasons": "x"}, "nothing is marked"),
            ({**marks(), "reasons": " "}, "reasons"),
            ({**marks(), "text": "0" * 64}, "read anew since"),
            ({**marks(ground="curiosity")}, "is no ground"),
            ({"passages": [{"start": 5, "end": 4, "ground": "privilege"}], "reasons": "x"}, "no passage of their own"),
            ({"passages": [{"start": True, "end": 9, "ground": "privilege"}], "reasons": "x"}, "is no place"),
            ({"passages": ["all"], "reasons": "x"}, "is no place"),
            ({"passages": "all", "reasons": "x"}, "no list"),
            ({"areas": [{"page": 1, "left": 9, "top": 0, "right": 9, "bottom": 1, "ground": "privilege"}],
              "reasons": "x"}, "no part of a page"),
            ({"areas": [{"page": 1, "left": 0, "top": 0, "right": 9, "bottom": 9, "ground": "privilege"}],
              "reasons": "x"}, "of this item hide passages"),
            ({**marks(), "wordless": "perhaps"}, "is no answer"),
        ],
    )  # fmt: skip
    def test_what_cannot_be_taken_says_why(self, granted, form, says):
        with pytest.raises(FormError, match=says):
            redact(granted, **form)
        assert forms(granted) == []

    def test_a_form_the_ledger_lost_is_brought_in_again_from_the_journal(self, granted):
        redact(granted)
        before = sorted(seen(granted).hung.items)
        granted.seizing.ledger().close()
        granted.seizing.put_ledger_back()
        if not settings_.LEDGER:
            shutil.copy(kept(granted) / granted.case / "S-1" / "ledger.sqlite3",
                        settings_.MATERIAL / granted.case / "S-1" / "ledger.sqlite3")  # fmt: skip
        assert sorted(seen(granted).hung.items) == before

    def test_taint_of_what_it_was_made_of_is_not_lifted(self, granted):
        redact(granted)
        (one,) = forms(granted)
        clean(granted, one.made.version)
        assert seen(granted).clearing.cleared[seen(granted).places[one.made.version]]
        granted.seizing.do(Role.COURT, "taint-item", item=one.source, source="a report", reasons="he was beaten")
        assert not seen(granted).clearing.cleared[seen(granted).places[one.made.version]]

    def test_while_an_objection_to_its_source_is_undecided_it_waits(self, granted):
        redact(granted)
        (one,) = forms(granted)
        clean(granted, one.made.version)
        granted.seizing.do(Role.COUNSEL, "object-to-item", item=one.source, reasons="private")
        assert not seen(granted).clearing.cleared[seen(granted).places[one.made.version]]
        granted.seizing.do(Role.COURT, "decide-objection", objection=1, upheld=True, reasons="the whole stays")
        assert seen(granted).clearing.cleared[seen(granted).places[one.made.version]]

    def test_behind_the_wall_it_is_unsifted_whatever_was_answered_of_its_source(self, granted):
        source = granted.seizing.item(NAMES["letter.txt"])
        copy = granted.seizing.item(NAMES["copy/letter.txt"])
        for item in (source, copy):
            granted.seizing.answer(Role.PRIVILEGE_OBSERVER, "privilege", item)
        redact(granted)
        (one,) = forms(granted)
        account = granted.office.accounts[Role.PROSECUTOR]
        assert door.open_item(account, granted.case, "S-1", source).value == "free of privilege"
        with pytest.raises(door.NotOpenError):
            door.open_item(account, granted.case, "S-1", one.made.version)


def built(granted, out, items=None):
    payload = granted.plan(items)
    assert isinstance(granted.send(payload), Done)
    granted.build(out)
    policy = settings_.DATA / keys.POLICY
    assert bag.main(["--policy", str(policy), str(out)]) == 0
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}


class TestPackage:
    def test_it_leaves_in_the_place_of_what_it_was_made_of(self, granted, tmp_path):
        redact(granted)
        (one,) = forms(granted)
        withheld(granted, one.source)
        clean(granted, one.made.version)
        there = built(granted, tmp_path / "pack")
        data = b"".join(there.values())
        assert WORDS.encode() not in data
        assert b"the invoices of March are paid. As I told you, [protected by law]." in data
        assert one.made.text.encode() not in data, "a digest of the whole would let guess it"
        # Five things were seized. A redacted form is none of them, and what it was made of stays.
        counts = [row["count"] for row in json.loads(there["data/package.json"])["withheld"]]
        assert sum(counts) == 5

    def test_what_is_hidden_on_a_page_is_in_no_pixel_no_letter_and_no_word(self, granted, tmp_path):
        area = {"page": 1, "left": 400, "top": 3500, "right": 9500, "bottom": 4700, "ground": "third party"}
        assert isinstance(redact(granted, "scan.pdf", areas=[area], reasons="she is a third party").result, Done)
        (one,) = forms(granted)
        withheld(granted, one.source)
        clean(granted, one.made.version)
        there = built(granted, tmp_path / "pack")
        data = b"".join(there.values())
        assert not any(words in data for words in (b"Karin", b"Holt", b"in cash"))
        (pdf,) = (data for name, data in there.items() if name.endswith(".pdf"))
        page = pypdfium2.PdfDocument(pdf)[0]
        assert page.get_textpage().get_text_range() == ""
        picture = page.render(scale=2).to_pil().convert("L")
        across, down = picture.size
        box = (int(0.05 * across), int(0.36 * down), int(0.94 * across), int(0.46 * down))
        dark, light = picture.crop(box).getextrema()
        assert light - dark < 8, "the area is of one colour"
        assert picture.crop((0, 0, across, int(0.3 * down))).getextrema()[0] < 100, "the line above is still there"

    def test_what_is_cleared_as_a_whole_and_as_a_form_leaves_as_the_form(self, granted):
        redact(granted)
        (one,) = forms(granted)
        copy = granted.seizing.item(NAMES["copy/letter.txt"])
        clean(granted, one.made.version, one.source, copy, granted.seizing.item(NAMES["plain.txt"]))
        granted.plan()
        row = PlannedPackage.objects.get()
        assert [item for item, _ in row.told["items"]] == [granted.seizing.item(NAMES["plain.txt"]), one.made.version]
        for whole in (one.source, copy):
            with pytest.raises(SnapshotError, match=f"{whole}: a redacted form"):
                granted.plan([one.made.version, whole])

    def test_a_sibling_that_tells_what_is_hidden_stops_the_plan_by_name(self, granted):
        redact(granted)
        (one,) = forms(granted)
        draft = granted.seizing.item(NAMES["draft.txt"])
        clean(granted, one.made.version, draft)
        with pytest.raises(SnapshotError, match=f"item {draft} shows passage 1"):
            granted.plan([one.made.version, draft])
        granted.plan([one.made.version])

    def test_two_forms_of_one_item_do_not_leave_together(self, granted):
        redact(granted)
        redact(granted, **marks(words="the invoices of March are paid", ground="out of scope"))
        first, second = (one.made.version for one in forms(granted))
        draft = granted.seizing.item(NAMES["draft.txt"])
        clean(granted, first, second, draft)
        with pytest.raises(SnapshotError, match="another redacted form of the same bytes"):
            granted.plan([first, second])
        granted.plan()
        row = PlannedPackage.objects.get()
        assert [item for item, _ in row.told["items"]] == [draft, second]

    def test_what_left_before_undoes_it_as_well(self, granted):
        draft, letter, copy = (granted.seizing.item(NAMES[n]) for n in ("draft.txt", "letter.txt", "copy/letter.txt"))
        clean(granted, draft, letter, copy)
        assert isinstance(granted.send(granted.plan([draft])), Done)
        redact(granted)
        (one,) = forms(granted)
        clean(granted, one.made.version)
        with pytest.raises(SnapshotError, match=f"item {draft}, which has left already"):
            granted.plan([one.made.version])

    def test_what_left_of_another_seizure_of_the_case_undoes_it_too(self, granted, tmp_path):
        other = opened(granted.office, tmp_path / "other", {"note.txt": FILES["draft.txt"]}, granted.case, "S-2")
        granted.inventory("S-2")
        note = other.item("desk/note.txt")
        other.all_four("desk/note.txt")
        assert isinstance(granted.send(granted.plan([note], seizure="S-2")), Done)
        redact(granted)
        (one,) = forms(granted)
        clean(granted, one.made.version)
        with pytest.raises(SnapshotError, match=f"item {note}, which has left already, shows passage 1"):
            granted.plan([one.made.version])

    def test_a_form_that_left_stops_what_would_undo_it_in_another_seizure(self, granted, tmp_path):
        redact(granted)
        (one,) = forms(granted)
        clean(granted, one.made.version)
        assert isinstance(granted.send(granted.plan([one.made.version])), Done)
        other = opened(granted.office, tmp_path / "other", {"note.txt": FILES["draft.txt"]}, granted.case, "S-2")
        granted.inventory("S-2")
        other.all_four("desk/note.txt")
        with pytest.raises(SnapshotError, match=f"shows passage 1, hidden in the redacted form {one.made.version}"):
            granted.plan([other.item("desk/note.txt")], seizure="S-2")

    def test_a_form_made_after_the_plan_changes_nothing_of_the_package(self, granted, tmp_path):
        plain = granted.seizing.item(NAMES["plain.txt"])
        clean(granted, plain)
        payload = granted.plan([plain])
        redact(granted)
        assert isinstance(granted.send(payload), Done)
        redact(granted, **marks(words="invoices of March", ground="out of scope"))
        assert granted.build(tmp_path / "pack").payload == payload


class TestPage:
    """What is marked is seen first, and what was seen is made; all of it by plain forms."""

    @pytest.fixture
    def client(self, granted, settings):
        settings.ROGATORY_UNSAFE_ONE_FACTOR = True
        client = Client(SERVER_NAME="localhost")
        client.force_login(Account.objects.get(public_id=granted.office.accounts[Role.COURT]))
        return client

    def at(self, granted, name, end="/redact"):
        item = name if name not in NAMES else granted.seizing.item(NAMES[name])
        return f"/cases/{granted.case}/material/S-1/items/{item}{end}"

    def filled(self, words="", area=("", "", "", ""), **more):
        sides = dict(zip(("left", "top", "right", "bottom"), area, strict=True))
        told = {"words": words, "words_ground": "protected person", "page": "1", **sides, "ground": "third party"}
        return {**told, "reasons": "she is at risk", "step": "preview", **more}

    def test_words_are_seen_hidden_and_then_the_form_is_made_and_both_lead_to_each_other(self, granted, client):
        where = self.at(granted, "letter.txt")
        assert WORDS in client.get(where).content.decode()
        answer = client.post(where, self.filled(WORDS))
        assert answer.status_code == 200
        assert "As I told you, [protected by law]" in answer.context["seen"].text
        assert forms(granted) == []
        changed = self.filled(WORDS + ". The rest", step="do", seen=answer.context["name"])
        assert client.post(where, changed).context["seen"], "what was not seen is not made"
        assert forms(granted) == []
        made = client.post(where, self.filled(WORDS, step="do", seen=answer.context["name"]))
        assert made.status_code == 302
        (one,) = forms(granted)
        source = client.get(self.at(granted, "letter.txt", "")).content.decode()
        version = client.get(self.at(granted, one.made.version, "")).content.decode()
        assert self.at(granted, one.made.version, "") in source
        assert self.at(granted, "letter.txt", "") in version
        assert "a person at risk" in version
        assert "she is at risk" in version
        assert WORDS not in version
        assert client.get(self.at(granted, one.made.version)).status_code == 404

    def test_an_area_is_seen_black_on_the_page(self, granted, client):
        where = self.at(granted, "scan.pdf")
        answer = client.post(where, self.filled(area=("4", "35", "95", "47")))
        ((page, data),) = answer.context["seen"].pages
        assert (page, data[:22]) == (1, "data:image/png;base64,")
        assert "Karin" not in answer.context["seen"].text
        picture = client.get(self.at(granted, "scan.pdf", "/pages/1"))
        assert picture.status_code == 200

    @pytest.mark.parametrize(
        ("told", "says"),
        [
            ({}, "nothing is marked"),
            ({"words": "no such words"}, "does not stand in the text"),
            ({"area": ("left", "1", "2", "3")}, "is no number"),
            ({"area": ("1e999", "1", "2", "3")}, "is no number"),
            ({"area": ("5", "1", "2", "3")}, "no part of a page"),
            ({"hit": "5-2-privilege"}, "no passage of their own"),
            ({"words": "Karin Holt", "words_ground": "whim"}, "is no ground"),
        ],
    )
    def test_what_cannot_be_taken_says_why_and_stays_filled_in(self, granted, client, told, says):
        answer = client.post(self.at(granted, "scan.pdf"), self.filled(**told))
        assert answer.status_code == 422
        assert says in answer.context["wrong"]
        assert "she is at risk" in answer.content.decode()

    def test_nobody_else_gets_the_page(self, granted, settings):
        settings.ROGATORY_UNSAFE_ONE_FACTOR = True
        for role in (Role.PROSECUTOR, Role.REVIEWER, Role.PRIVILEGE_OBSERVER, Role.INVESTIGATING_JUDGE):
            client = Client(SERVER_NAME="localhost")
            client.force_login(Account.objects.get(public_id=granted.office.accounts[role]))
            for method in (client.get, client.post):
                assert method(self.at(granted, "letter.txt")).status_code == 404


def test_the_person_is_told_that_there_is_a_form_and_on_which_grounds(granted, settings):
    settings.ROGATORY_UNSAFE_ONE_FACTOR = True
    redact(granted)
    (one,) = forms(granted)
    there = seen(granted)
    number, source = (there.places[item] + 1 for item in (one.made.version, one.source))
    where = f"/defence/cases/{granted.case}/inventory/S-1"
    page = signed_in(granted.office.accounts[Role.PERSON_CONCERNED]).get(where).content.decode()
    why = say("inventory.h_protected", "en")
    assert say("inventory.formed", "en", number=number, why=why) in page
    assert say("inventory.form", "en", number=source) in page
    assert say("inventory.hides", "en", why=why) in page
    assert WORDS not in page
    table = signed_in(granted.office.accounts[Role.COUNSEL]).get(f"{where}/table").content.decode()
    assert say("inventory.hides", "en", why=why) in table
