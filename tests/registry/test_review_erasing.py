"""Erasing what was said of items, and an export of one case with the reviews of its seizures."""

import pytest

from rogatory.law.acts import Role
from rogatory.office.errors import FormError
from rogatory.people.mandates import seizure_stream
from rogatory.registry.cases import door, journal
from rogatory.registry.cases.models import CaseCopy
from rogatory.registry.ledger import audit
from rogatory.registry.ledger.models import Entry, Secret
from tests.registry.seizing import opened
from tests.registry.test_ledger_cli import rogatory

pytestmark = pytest.mark.django_db
BASIS = "Directive (EU) 2016/680, Art. 16(2)"
NAME = "desk/note.txt"


@pytest.fixture
def seizing(office_once, settings, tmp_path):
    settings.MATERIAL = tmp_path / "material"
    made = opened(office_once, tmp_path, {"note.txt": b"Bring the grey folder on Thursday at nine."})
    item = made.item(NAME)
    made.said = [
        made.do(Role.PRIVILEGE_OBSERVER, "answer-item", items=[item], asked="privilege", reasons="told of her child",
                values={"item.privilege": "none", "item.contains_asylum_data": "no"}).seq,
        made.do(Role.COUNSEL, "object-to-item", item=item, reasons="it names her child").seq,
    ]  # fmt: skip
    return made


def do(seizing, role, act, obj="", **form):
    head = seizing.office.head(Role.CLERK, seizing.case)
    return door.do(seizing.office.accounts[role], act, seizing.case, obj, form, seen=head).result


def erase(seizing, **form):
    """Proposed by the central authority, and agreed to by the court; what came of the last of both."""
    asked = do(seizing, Role.CENTRAL_AUTHORITY, "erase", basis=BASIS, reasons="she asked for it", **form)
    if not getattr(asked, "waits", False):
        return {o.text for o in asked.obstacles}
    dossier, _ = door.look(seizing.office.accounts[Role.COURT], seizing.case)
    return do(seizing, Role.COURT, "confirm", next(iter(dossier.proposals)))


def left(seizing):
    return set(Secret.objects.filter(seq__in=seizing.said, field="reasons").values_list("seq", flat=True))


def close(seizing):
    do(seizing, Role.CENTRAL_AUTHORITY, "close", reasons="done")


def test_words_said_of_items_go_one_by_one_or_all_at_once_once_the_case_is_closed(seizing):
    first, second = seizing.said
    assert erase(seizing, entry=str(first)) == {"what may leave rests on these words, and the case is not closed"}
    close(seizing)
    assert erase(seizing, entry=str(first)).entry.act == "erase"
    assert left(seizing) == {second}
    assert erase(seizing, seizure="S-1").entry.act == "erase"
    assert not left(seizing)
    with pytest.raises(FormError, match="nothing is said"):
        erase(seizing, seizure="S-1")
    stream = list(journal.each_of(seizure_stream(seizing.case, "S-1")))
    assert [e.fields["answers"]["asked"] for e in stream if "answers" in e.fields] == ["privilege"], "the answer stays"
    assert audit.audit().sound


def test_a_case_goes_as_a_whole_only_when_nothing_is_held_and_no_word_is_left(seizing):
    close(seizing)
    registered = str(Entry.objects.filter(case=seizing.case).order_by("seq")[0].seq)
    against = {"its seizure S-1 is still held", "the review of S-1 holds words: reasons, objections"}
    assert erase(seizing, entry=registered) == against
    erase(seizing, seizure="S-1")
    do(seizing, Role.COURT, "return-material", "S-1", ground="Article 28sexies", witness="the bailiff")
    assert erase(seizing, entry=registered).entry.act == "erase"
    assert not CaseCopy.objects.filter(case=seizing.case).exists()


def test_an_export_of_one_case_holds_what_was_said_of_its_items_and_nothing_of_another(seizing, tmp_path):
    other = seizing.office.register()
    for name, case, holds in (("one", seizing.case, True), ("two", other, False)):
        code, _ = rogatory("journal", "export", str(tmp_path / name), "--case", case)
        assert code == 0
        told = "".join(p.read_text("utf-8") for p in (tmp_path / name / "secrets").rglob("*") if p.is_file())
        assert ("it names her child" in told) == holds
