"""A received document is erased: its bytes and words go, digest, basis and reasons stay, and every check says so."""

import pytest
from django.db import DatabaseError, connection, transaction

from rogatory.law.acts import Role
from rogatory.office.errors import FormError
from rogatory.office.folds.originals import letter_name
from rogatory.office.perform import Barred
from rogatory.registry.cases import door as cases
from rogatory.registry.cases import journal
from rogatory.registry.cases.rebuild import differences
from rogatory.registry.ledger import audit, originals
from rogatory.registry.ledger.damage import Damage
from rogatory.registry.ledger.models import Burial, Original, Secret
from rogatory.registry.mailroom import door
from rogatory.registry.mailroom.models import Received
from tests.registry.api import Program
from tests.registry.letters import DIGEST, LETTER, registered_from, settled
from tests.registry.mailroom.conftest import signed_in
from tests.registry.office import Registry

pytestmark = pytest.mark.django_db
NAME = letter_name(DIGEST)
BASIS = "Directive (EU) 2016/680, Art. 16(2)"


@pytest.fixture
def case(clerk, number) -> str:
    settled(clerk, number)
    return registered_from(clerk, number)


def close(office: Registry, case: str) -> None:
    office.do(Role.CENTRAL_AUTHORITY, "close", case, seen=office.head(Role.CENTRAL_AUTHORITY, case), reasons="done")


def propose(office: Registry, case: str, **what: str):
    seen = office.head(Role.CENTRAL_AUTHORITY, case)
    told = {"basis": BASIS, "reasons": "the person asked for it", **(what or {"letter": NAME})}
    return office.do(Role.CENTRAL_AUTHORITY, "erase", case, seen=seen, **told)


def erase(office: Registry, case: str) -> None:
    assert propose(office, case).result.waits
    dossier, _ = cases.look(office.accounts[Role.COURT], case)
    done = office.do(Role.COURT, "confirm", case, next(iter(dossier.proposals)), seen=dossier.head)
    assert done.result.entry.act == "erase", done.result


def obstacles(outcome) -> str:
    assert isinstance(outcome.result, Barred)
    return "; ".join(o.text for o in outcome.result.obstacles)


@pytest.fixture
def erased(office, case) -> str:
    close(office, case)
    erase(office, case)
    return str(case)


class TestWhatGoesAndWhatStays:
    def test_bytes_and_all_that_was_read_in_them_go_and_digest_basis_and_reasons_stay(self, erased, number):
        assert Original.objects.count() == 0
        row = Received.objects.get()
        assert (row.state, row.name, row.part, row.proposed, row.digest) == ("erased", "", "", "", DIGEST)
        assert not Secret.objects.filter(field="settled").exists()
        told = next(e for e in journal.entries_of(erased) if e.act == "erase").fields
        assert (told["originals"], told["basis"], told["reasons"]) == ([DIGEST], BASIS, "the person asked for it")
        stone = next(e for e in journal.entries_of(erased) if e.act == "journal.erase")
        assert list(stone.fields["originals"]) == [DIGEST]
        assert Burial.objects.get().tombstone == stone.seq

    def test_the_file_keeps_what_was_made_of_it_until_its_own_words_are_erased(self, office, erased):
        dossier, _ = cases.look(office.accounts[Role.COURT], erased)
        assert dossier.case.persons[0].name == "Aidar TESTBAYEV"
        assert list(differences()) == []

    def test_everybody_is_told_that_it_was_erased(self, office, clerk, erased, number):
        court = signed_in(office, Role.COURT)
        text = court.get(f"/cases/{erased}/file").content.decode()
        assert NAME in text
        assert "erased, entry" in text
        assert court.get(f"/cases/{erased}/letters/{NAME}").status_code == 404
        (told,) = Program.of(office, Role.COURT).get(f"/cases/{erased}/letters").json()
        assert told["erased"] == Burial.objects.get().tombstone
        assert "erased on a legal basis" in signed_in(office, Role.CLERK).get(f"/mail/{number}").content.decode()
        with pytest.raises(door.NoSuchMailError):
            door.original(clerk, number)

    def test_the_audit_is_sound_and_says_erased(self, erased):
        report = audit.audit()
        assert report.sound, report.lines()
        assert report.originals == [(DIGEST, Burial.objects.get().tombstone)]

    def test_the_same_letter_may_come_in_again_and_is_kept_until_it_is_erased_in_its_turn(self, clerk, erased):
        again = door.receive(clerk, "letter.txt", LETTER).number
        assert originals.bytes_of(DIGEST) == LETTER
        assert originals.buried([DIGEST]) == {}
        assert audit.audit().sound
        with pytest.raises(DatabaseError), transaction.atomic():
            Original.objects.all().delete()
        assert Received.objects.get(pk=again).state == "read"


class TestWhatStandsAgainstIt:
    def test_the_case_rests_on_it_until_it_is_closed(self, office, case):
        assert "is not closed" in obstacles(propose(office, case))

    def test_nothing_goes_while_a_remedy_runs(self, office, case):
        close(office, case)
        office.mandate(Role.COUNSEL, case)
        office.do(Role.COUNSEL, "lodge-remedy", case, "P1", text="appeal")
        assert "is not decided" in obstacles(propose(office, case))

    def test_another_open_case_rests_on_it_too(self, office, clerk, case):
        other = office.register()
        office.do(Role.CLERK, "attach", other, documents=[DIGEST], text="the same letter")
        close(office, case)
        assert "another case" in obstacles(propose(office, case))
        close(office, other)
        erase(office, case)
        assert "was erased already" in obstacles(propose(office, other))

    def test_a_case_does_not_go_as_a_whole_while_its_letter_is_kept(self, office, case):
        close(office, case)
        first = str(journal.entries_of(case)[0].seq)
        assert f"its received documents are kept: {NAME}" in obstacles(propose(office, case, entry=first))
        erase(office, case)
        assert propose(office, case, entry=first).result.waits

    @pytest.mark.parametrize("what", [{"letter": "letter-0"}, {"letter": NAME, "entry": "0"}])
    def test_what_is_named_is_one_document_of_this_case(self, office, case, what):
        close(office, case)
        with pytest.raises(FormError, match="letter"):
            propose(office, case, **what)

    def test_the_court_agrees_or_nothing_goes(self, office, case):
        close(office, case)
        assert propose(office, case).result.waits
        assert Original.objects.count() == 1

    def test_it_is_not_read_again(self, clerk, erased, number):
        with pytest.raises(FormError, match="erased"):
            door.handle(clerk, "read-again", number)


class TestDamage:
    def test_one_that_is_gone_without_a_tombstone_is_found(self, case):
        with unguarded("original_delete"):
            Original.objects.all().delete()
        assert [kind for kind, *_ in audit.audit().found] == [Damage.MISSING]

    def test_one_that_was_changed_is_found(self, case):
        with unguarded("original_update"):
            Original.objects.update(data=b"other")
        assert [kind for kind, *_ in audit.audit().found] == [Damage.ALTERED]

    def test_one_that_is_there_although_it_was_erased_is_found(self, erased):
        Original.objects.create(digest=DIGEST, size=len(LETTER), entry=Burial.objects.get().entry, data=LETTER)
        assert [kind for kind, *_ in audit.audit().found] == [Damage.ERASURE]

    def test_no_burial_without_a_tombstone(self, case):
        with pytest.raises(DatabaseError), transaction.atomic():
            Burial.objects.create(digest=DIGEST, entry=0, tombstone=0)


class unguarded:  # noqa: N801 - read as a word
    """The tables while somebody has taken a trigger away."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __enter__(self) -> None:
        on = "" if connection.vendor == "sqlite" else f" ON ledger_{self.name.partition('_')[0]}"
        with connection.cursor() as cursor:
            cursor.execute(f"DROP TRIGGER ledger_{self.name}{on}")

    def __exit__(self, *_: object) -> None:
        """The test's own transaction brings it back."""
