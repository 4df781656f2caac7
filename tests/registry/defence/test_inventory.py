"""The inventory at the defence door: the owner sees piece by piece what was taken, and objects with a receipt."""

import pypdfium2  # type: ignore[import-untyped] # it ships no types
import pytest
from django.test import override_settings

from rogatory.decision.documents.document import Document, Table
from rogatory.law.acts import Role
from rogatory.material.questions import Asked
from rogatory.office.review.folded import review_of
from rogatory.people.mandates import seizure_stream
from rogatory.registry.cases import journal
from rogatory.registry.defence import inventory_paper
from rogatory.registry.defence.models import Chosen
from rogatory.registry.defence.wording import say
from rogatory.registry.review import sealing
from rogatory.registry.review.models import SeizureCopy
from tests.registry.doors import signed_in
from tests.registry.reviewed import NAME, Reviewed
from tests.registry.seizing import Seizing, message

pytestmark = pytest.mark.django_db
PERSON, COUNSEL = Role.PERSON_CONCERNED, Role.COUNSEL
OWNERS = {PERSON, COUNSEL}


@pytest.fixture(scope="module")
def review(office_once, tmp_path_factory):
    with override_settings(MATERIAL=tmp_path_factory.mktemp("seized") / "material", ROGATORY_UNSAFE_ONE_FACTOR=True):
        yield Reviewed.opened(office_once)


def at(review, where=""):
    return f"/defence/cases/{review.case}/inventory{where}"


def get(review, role, where="", status=200):
    answer = signed_in(review.office.accounts[role]).get(at(review, where))
    assert answer.status_code == status, (role, where, answer.status_code)
    return answer.content.decode("utf-8-sig")


def post(review, role, **told):
    return signed_in(review.office.accounts[role]).post(at(review, f"/{NAME}/object"), told)


def objected(review, role, *names):
    """An objection in its steps; the number of its entry."""
    items = [review.items[name].ident for name in names]
    assert "Mark at least one piece" in get(review, role, f"/{NAME}?wrong")
    written = get(review, role, f"/{NAME}/object?{'&'.join(f'item={item}' for item in items)}")
    assert all(name in written for name in names)
    assert post(review, role, item=items, step="check", text=" ").status_code == 422
    checked = post(review, role, item=items, step="check", text="My client's names stand in it.").content.decode()
    assert "My client&#x27;s names stand in it." in checked
    assert review_of(journal.entries_of(seizure_stream(review.case, NAME))).objections == {}
    sent = post(review, role, item=items, step="send", text="My client's names stand in it.")
    assert sent.status_code == 302, sent.content.decode()
    return int(sent["Location"].rpartition("/")[2])


@pytest.mark.parametrize("where", ["", f"/{NAME}", f"/{NAME}/table"])
def test_the_owner_and_counsel_alone_are_told(review, where):
    for role in set(Role) - {Role.CUSTODIAN}:
        told = get(review, role, where, 200 if role in OWNERS else 404)
        if where and role in OWNERS:
            assert "birthday.txt" in told
            assert "bicycle" not in told, "the list names pieces, and says nothing of what stands in them"


def test_each_piece_says_what_becomes_of_it(review):
    scope = {"items": [review.items["birthday.txt"].ident], "asked": "scope", "values": {"item.relevance": "in-scope"}}
    review.office.do(Role.COURT, "answer-item", review.case, NAME, reasons="read", **scope)
    secret = {"item.privilege": "confirmed", "item.contains_asylum_data": "no"}
    told = {"items": [review.items["recipe.txt"].ident], "asked": Asked.PRIVILEGE.value, "values": secret}
    review.office.do(Role.COURT, "answer-item", review.case, NAME, reasons="read", **told)
    page = get(review, PERSON, f"/{NAME}")
    assert say("inventory.s_waits", "en") in page
    rows = get(review, PERSON, f"/{NAME}/table").splitlines()
    recipe = next(row for row in rows if "recipe.txt" in row)
    assert say("inventory.s_secret", "en") in recipe


def test_counsel_objects_in_three_steps_with_a_receipt_and_the_reviewer_sees_it_beside_the_item(review):
    seq = objected(review, COUNSEL, "birthday.txt", "recipe.txt")
    receipt = get(review, PERSON, f"/{NAME}/receipts/{seq}")
    assert "birthday.txt" in receipt
    assert str(seq) in receipt
    assert get(review, COUNSEL, f"/{NAME}/receipts/{seq}/proof").startswith("c2sp.org/tlog-proof@v1")
    for role in (Role.CLERK, Role.INTERVENER):
        get(review, role, f"/{NAME}/receipts/{seq}", 404)
        get(review, role, f"/{NAME}/receipts/{seq}/proof", 404)
    get(review, PERSON, f"/{NAME}/receipts/{seq + 1}", 404)
    assert say("inventory.s_objected", "en") in get(review, PERSON, f"/{NAME}")
    page = review.client(Role.COURT).get(review.at(name="birthday.txt")).content.decode()
    assert "The person objects" in page
    assert "My client&#x27;s names stand in it." in page
    told = review.client(Role.COURT).post(
        review.at("/acts/decide-objection", "birthday.txt"), {"objection": "1", "upheld": "yes", "reasons": "They are."}
    )
    assert told.status_code == 302
    assert say("inventory.s_upheld", "en") in get(review, PERSON, f"/{NAME}")


def test_who_learns_of_pieces_taken_from_another_sees_their_number_and_not_their_name(office_once, tmp_path, settings):
    settings.MATERIAL, settings.ROGATORY_UNSAFE_ONE_FACTOR = tmp_path / "material", True
    made = Seizing(office_once, tmp_path, {"=formula.txt": b"one paper", "letter.eml": message(note="another")})
    account = office_once.accounts[Role.INVESTIGATING_JUDGE]
    sealing.seal(account, made.case, NAME, [made.source], holder="the bank")
    made.open()
    made.read()
    review = Reviewed(office_once, made)
    get(review, PERSON, status=404)
    until = "2099-01-01"
    office_once.do(Role.INVESTIGATING_JUDGE, "give-inventory", made.case, "P1", seizure=NAME, until=until,
                   seen=office_once.head(Role.CLERK, made.case))  # fmt: skip
    told = get(review, PERSON, f"/{NAME}")
    assert "formula" not in told
    assert "letter" not in told
    assert say("inventory.others", "en", count=3) in told
    assert "Piece 1" in get(review, PERSON, f"/{NAME}/table")
    post(review, PERSON, item=[made.item("desk/letter.eml")], step="send", text="I know what it is.")
    assert len(review_of(journal.entries_of(seizure_stream(made.case, NAME))).objections) == 1


def test_a_table_holds_no_formula_of_a_stranger():
    from rogatory.registry.defence.inventory import _cell

    assert [_cell(name) for name in ("=1+1", "@sum", "-2", "a=b")] == ["'=1+1", "'@sum", "'-2", "a=b"]


def read_off(pdf):
    """The words of a paper."""
    paper = pypdfium2.PdfDocument(pdf)
    words = "".join(paper[n].get_textpage().get_text_range() for n in range(len(paper)))
    return words.replace("\N{ZERO WIDTH SPACE}", "")


def test_the_list_is_a_paper_in_the_language_of_the_reader(review):
    for role in set(Role) - {Role.CUSTODIAN}:
        answer = signed_in(review.office.accounts[role]).get(at(review, f"/{NAME}/paper"))
        assert answer.status_code == (200 if role in OWNERS else 404), role
    browser, root = signed_in(review.office.accounts[PERSON]), SeizureCopy.objects.get(case=review.case).told["root"]
    for language in ("en", "fr", "nl", "ru"):
        Chosen.objects.update_or_create(account=review.office.accounts[PERSON], defaults={"language": language})
        answer = browser.get(at(review, f"/{NAME}/paper"))
        assert answer.status_code == 200, answer.content
        assert (answer["Content-Type"], answer.content[:5]) == ("application/pdf", b"%PDF-")
        told = "".join(read_off(answer.content).split())
        for words in (say("inventory.stands", language), "birthday.txt", root):
            assert "".join(words.split()) in told, (language, words)
        assert "bicycle" not in told


def test_a_name_in_letters_no_font_has_does_not_keep_the_paper_from_the_person():
    told = Document("inventory", "en", "What was taken", (), (), "", "", "1", blocks=(
        Table(("№",), (("\U00012000 a name in cuneiform",),)),), draft=False)  # fmt: skip
    assert "a name in cuneiform" in read_off(inventory_paper._set(told))
