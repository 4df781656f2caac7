"""Standing queries: the worker matches open cases anew when a register or their file has changed, and no other."""

from typing import Any

import pytest
from django.utils import timezone

from rogatory.law.acts import Role
from rogatory.linkage.model import Band
from rogatory.office.folds.linking import LinkState
from rogatory.office.perform import Barred
from rogatory.office.streams.staffing import staff_of
from rogatory.people.mandates import stream_of
from rogatory.registry.cases import door as cases
from rogatory.registry.cases import journal, standing
from rogatory.registry.cases.models import CaseCopy
from rogatory.registry.cases.rebuild import differences, rebuild
from rogatory.registry.jobs.models import Job
from rogatory.registry.jobs.worker import Worker
from rogatory.registry.registers import door, matching, store
from rogatory.registry.shell import metrics
from tests.registry.keeping import bring, granted, keeping, letter, links
from tests.registry.office import Registry

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def office() -> Registry:
    return keeping()


def worked() -> dict[str, Any]:
    """The worker has its hour: what came of standing queries."""
    Worker().once()
    Job.objects.filter(kind="screen").update(next_at=timezone.now())
    Worker().once()
    job = Job.objects.get(kind="screen")
    assert not job.error, job.error
    return dict(job.result)


def screenings(case: str) -> int:
    return sum(e.act == "screen" for e in journal.entries_of(case))


class TestWhatIsDue:
    def test_a_case_is_screened_once_and_again_only_when_something_changed(self, office):
        bring(office, granted())
        case = office.register(letter())
        worked()
        worked()
        assert screenings(case) == 1
        assert standing.due() == []
        bring(office, granted("D-2", "Гүлнар Сейтқазы", born="1975"))
        assert standing.due() == [case]
        worked()
        assert screenings(case) == 2

    def test_a_change_that_touches_nothing_of_a_case_is_no_reason_to_screen_it(self, office):
        bring(office, granted())
        case, other = office.register(letter()), office.register(letter("Ivan Petrov", born="1960-01-01"))
        worked()
        bring(office, granted("D-2", "Zeynep Yıldırım", born="1931"))
        assert standing.due() == []
        worked()
        assert CaseCopy.objects.get(case=case).looked == store.last_change()
        bring(office, granted("D-3", "Иван Петров", born="1960"))
        assert standing.due() == [other], "what came in before is not looked at again"
        worked()
        assert (screenings(case), screenings(other)) == (1, 2)
        assert list(differences()) == []

    def test_an_entry_a_case_has_a_link_with_touches_it_when_it_ends(self, office):
        bring(office, granted(), granted("D-2", "Zeynep Yıldırım", born="1931"))
        case = office.register(letter())
        worked()
        end = {"entry": "D-2", "reasons": "a double"}
        door.keep(office.accounts[Role.CUSTODIAN], "end-entry", "protection", end)
        assert standing.due() == []
        door.keep(office.accounts[Role.CUSTODIAN], "end-entry", "protection", {**end, "entry": "D-1"})
        assert standing.due() == [case]

    def test_once_so_many_are_held_that_a_match_needs_more_every_case_is_due(self, office, monkeypatch):
        case = office.register(letter())
        worked()
        monkeypatch.setattr("rogatory.linkage.source.SMALLEST", 1)
        bring(office, granted("D-2", "Zeynep Yıldırım", born="1931"), granted("D-3", "Oksana Tkachenko", born="1931"))
        assert standing.due() == [case]

    def test_of_many_changes_nothing_is_compared_and_every_case_is_due(self, office, monkeypatch):
        case = office.register(letter())
        worked()
        monkeypatch.setattr(store, "MOST_PERSONS", 1)
        bring(office, granted("D-2", "Zeynep Yıldırım", born="1931"), granted("D-3", "Oksana Tkachenko", born="1931"))
        assert standing.due() == [case]

    def test_what_is_added_of_persons_and_proceedings_is_looked_for(self, office):
        case = office.register(letter())
        worked()
        office.do(Role.CLERK, "enter", case, adds={"persons": [{"id": "P2", "name": "Ivan Petrov"}]})
        assert standing.due() == [case]
        worked()
        assert screenings(case) == 2

    def test_what_else_comes_in_is_no_reason_to_ask_again(self, office):
        case = office.register(letter())
        worked()
        office.do(
            Role.PROSECUTOR, "find", case, question="person.practises_law", about="P1", answer="no", source="the bar"
        )
        office.mandate(Role.LIAISON, case)
        assert standing.due() == []

    def test_a_closed_case_is_left_alone(self, office):
        case = office.register(letter())
        office.do(Role.CENTRAL_AUTHORITY, "close", case)
        worked()
        assert screenings(case) == 0

    def test_a_register_that_changes_between_the_matching_and_its_entry_is_asked_again(self, office, monkeypatch):
        case = office.register(letter())
        matched = matching.match

        def slowly(*args):
            found = matched(*args)
            if screenings(case) == 0:
                bring(office, granted())
            return found

        monkeypatch.setattr("rogatory.registry.cases.door.match", slowly)
        worked()
        assert screenings(case) == 2
        assert len(links(office, case)) == 1

    def test_a_register_that_may_not_be_asked_any_more_is_asked_again_later(self, office):
        case = office.register(letter())
        for _ in range(25):
            office.do(Role.STANDING_QUERY, "screen", case)
        assert standing.due() == [case]

    def test_where_no_register_is_kept_there_is_nothing_to_do_and_nobody_is_missed(self):
        made = Registry.opened()
        case = made.register(letter())
        end_standing(made)
        assert worked() == {}
        assert screenings(case) == 0


class TestWhoDoesIt:
    def test_the_account_that_holds_the_role_and_each_query_is_on_record(self, office):
        case = office.register(letter())
        worked()
        entry = journal.entries_of(case)[-1]
        query = journal.entries_of(stream_of("protection"))[-1]
        account = office.accounts[Role.STANDING_QUERY]
        assert (entry.act, entry.actor, entry.fields["role"]) == ("screen", account, "standing query")
        assert (query.act, query.actor, query.fields["case"]) == ("query-register", account, case)

    def test_it_reads_no_case(self, office):
        case = office.register(letter())
        with pytest.raises(cases.NoSuchCaseError):
            cases.look(office.accounts[Role.STANDING_QUERY], case)

    def test_if_nobody_is_appointed_that_is_told_and_nothing_is_screened(self, office):
        case = office.register(letter())
        end_standing(office)
        Worker().once()
        job = Job.objects.get(kind="screen")
        assert "no account is appointed for standing queries" in job.error
        assert screenings(case) == 0
        assert "rogatory_work_failing 1\n" in metrics_told()

    def test_one_case_that_cannot_be_screened_holds_up_no_other(self, office, monkeypatch):
        first, second = office.register(letter()), office.register(letter("Ivan Petrov"))
        do = cases.do

        def barred(account, act, case, *args, **more):
            if case == first:
                raise cases.NoSuchCaseError(case)
            return do(account, act, case, *args, **more)

        monkeypatch.setattr(cases, "do", barred)
        told: list[tuple[int, int]] = []
        assert standing.screen_again(lambda done, of: told.append((done, of))) == standing.Screened(1, 1)
        assert told == [(1, 2), (2, 2)]
        assert (screenings(first), screenings(second)) == (0, 1)


class TestWhatCameOfIt:
    def test_a_dismissed_link_reopens_when_better_evidence_comes_in_and_bars_again(self, office):
        bring(office, granted("D-1", "Гүлнара Сейтқазыева", born="1975"))
        case = office.register(letter())
        worked()
        ((name, link),) = links(office, case).items()
        for role in (Role.CENTRAL_AUTHORITY, Role.COURT):
            office.mandate(role, case, compartments=["asylum"])
        self.dismissed(office, case, name, link.digest)
        assert links(office, case)[name].state is LinkState.DISMISSED
        assert "house-links-decided" not in self.bars(office, case)

        worked()
        assert links(office, case)[name].state is LinkState.DISMISSED, "the same evidence reopens nothing"

        bring(office, granted("D-1", "Гүлнара Сейтқазыева", "Gulnara Seitkazyeva", born="1975-05-03"))
        worked()
        again = links(office, case)[name]
        assert (again.state, again.band) == (LinkState.REOPENED, Band.MUST_EXAMINE)
        assert "house-links-decided" in self.bars(office, case)
        assert CaseCopy.objects.get(case=case).links == 1

    def dismissed(self, office, case, name, digest):
        told = {"digest": digest, "reasons": "another person of that name"}
        head = office.head(Role.CENTRAL_AUTHORITY, case)
        done = office.do(Role.CENTRAL_AUTHORITY, "dismiss-link", case, name, seen=head, **told)
        assert done.result.waits
        (ident,) = cases.look(office.accounts[Role.COURT], case)[0].proposals
        agreed = office.do(Role.COURT, "confirm", case, ident, seen=office.head(Role.COURT, case))
        assert not isinstance(agreed.result, Barred), agreed.result.obstacles

    def bars(self, office, case):
        barred = office.do(Role.PROSECUTOR, "grant", case, "interview", reasons="asked").result
        return {o.norm for o in barred.obstacles} if isinstance(barred, Barred) else set()

    def test_the_copies_tell_it_as_the_journal_makes_them(self, office):
        bring(office, granted())
        case = office.register(letter())
        worked()
        assert CaseCopy.objects.get(case=case).screened == store.last_change()
        assert list(differences()) == []
        CaseCopy.objects.update(screened=None)
        assert [d.what for d in differences()] == ["screened"]
        rebuild()
        assert list(differences()) == []
        assert standing.due() == []


def end_standing(office: Registry) -> None:
    """Nobody makes standing queries any more."""
    staff = staff_of(journal.entries_of(""))
    (ident,) = (i for i, m in staff.mandates.items() if m.role is Role.STANDING_QUERY)
    office.do(Role.ADMINISTRATOR, "dismiss", "", ident)


def metrics_told() -> str:
    return "\n".join(line for lines in metrics.FURTHER for line in lines(timezone.now())) + "\n"
