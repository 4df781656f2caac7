"""Erasure on a real database: the words are gone, the proofs stand, and the number of a case is never used twice."""

import pytest
from django.utils import timezone

from rogatory.law.acts import Role
from rogatory.office.folds.dossier import fold
from rogatory.registry.cases import door, journal
from rogatory.registry.cases.models import CaseCopy
from rogatory.registry.cases.rebuild import differences
from rogatory.registry.ledger import audit
from rogatory.registry.ledger.models import Entry, Secret
from tests.registry.office import Registry

pytestmark = pytest.mark.django_db
BASIS = "Directive (EU) 2016/680, Art. 16(2)"


@pytest.fixture
def office() -> Registry:
    return Registry.opened()


def erase(office: Registry, case: str, entry: int) -> None:
    seen = office.head(Role.CENTRAL_AUTHORITY, case)
    asked = {"entry": str(entry), "basis": BASIS, "reasons": "the person asked for it"}
    assert office.do(Role.CENTRAL_AUTHORITY, "erase", case, seen=seen, **asked).result.waits
    dossier, _ = door.look(office.accounts[Role.COURT], case)
    proposal, now = next(iter(dossier.proposals)), timezone.now()
    outcome, after = door._do(office.accounts[Role.COURT], "confirm", case, proposal, {}, seen=dossier.head, at=now)
    assert outcome.result.entry.act == "erase", outcome.result
    # What is handed on was read anew: it holds no word that is gone.
    assert after == (fold(journal.entries_of(case)) if CaseCopy.objects.filter(case=case).exists() else None)


def test_a_statement_is_gone_from_the_case_and_the_journal_is_sound(office):
    case = office.register()
    office.mandate(Role.COUNSEL, case)
    said = office.do(Role.COUNSEL, "submit", case, "P1", text="what she fears at home").seq
    erase(office, case, said)
    assert not Secret.objects.filter(seq=said, field="adds").exists()
    assert "what she fears" not in str(door.look(office.accounts[Role.COURT], case)[0])
    report = audit.audit()
    assert report.sound
    assert [(seq, field) for seq, field, _ in report.erased] == [(said, "adds")]
    assert list(differences()) == []


def test_a_closed_case_can_go_as_a_whole_and_its_number_with_it(office):
    first, case = office.register(), office.register()
    office.do(Role.CENTRAL_AUTHORITY, "close", case, seen=office.head(Role.CENTRAL_AUTHORITY, case), reasons="done")
    erase(office, case, Entry.objects.filter(case=case).order_by("seq")[0].seq)
    assert not CaseCopy.objects.filter(case=case).exists()
    with pytest.raises(door.NoSuchCaseError):
        door.look(office.accounts[Role.COURT], case)
    assert audit.audit().sound
    third = office.register()
    assert third not in (first, case)
    assert [e.act for e in journal.entries_of(case)][-1] == "journal.erase"
