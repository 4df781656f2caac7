"""That somebody is told of an act: in which manner, whether it is proved, and what follows for their time limits."""

from datetime import date, timedelta
from typing import Any

import pytest

from rogatory.law.acts import Role
from rogatory.law.time_limits.deadline import State
from rogatory.law.time_limits.wording import explain
from rogatory.law.wording.language import Language
from rogatory.office.errors import FormError
from rogatory.office.folds.owed import owed
from rogatory.office.perform import Barred, Done
from rogatory.office.seen.portion import portion
from tests.office.histories import beginning
from tests.office.simulator import Office, hurdles, simple_file
from tests.office.timing import last, made, proof, ruled, running, state, sure, the, told


@pytest.fixture
def office(law) -> Office:
    return made(law)


class TestService:
    def test_nobody_is_late_who_was_not_served(self, office):
        ruled(office)
        assert state(office, "be-61quater-appeal", later=1000) is State.NOT_SERVED
        assert running(office, later=1000) == ("yes",)

    @pytest.mark.parametrize(
        ("manner", "more", "ends", "latest"),
        [
            ("in-person", {}, date(2026, 3, 17), date(2026, 3, 17)),
            ("presented", {}, date(2026, 3, 17), date(2026, 3, 17)),
            ("receipted", {}, date(2026, 3, 17), date(2026, 3, 17)),
            ("posted", {}, date(2026, 3, 19), date(2026, 3, 20)),
            ("posted", {"received": "2026-03-10"}, date(2026, 3, 25), date(2026, 3, 25)),
        ],
    )
    def test_by_its_manner(self, office, manner, more, ends, latest):
        ruled(office)
        document = proof(office)
        form = {} if not more else {"on": "2026-03-02"}
        if more:
            office.now += timedelta(days=9)
        sure(told(office, manner, proof=document, **form, **more))
        found = the(office, "be-61quater-appeal").deadline
        assert (found.last_day, found.latest) == (ends, latest)

    def test_without_proof_the_person_acts_in_time_and_the_office_waits(self, office):
        ruled(office)
        sure(told(office))
        assert last(office, "be-61quater-appeal") == date(2026, 3, 17)
        assert state(office, "be-61quater-appeal", later=90) is State.UNCLEAR
        assert running(office, later=90) == ("yes",)
        document = proof(office)
        sure(
            office.do(Role.CLERK, "record-service", list(office.dossier.services)[-1], result="proved", proof=document)
        )
        assert state(office, "be-61quater-appeal", later=90) is State.OVER
        assert running(office, later=90) == ()

    def test_who_was_not_found_was_not_told(self, office):
        ruled(office)
        sure(told(office, "unreachable"))
        assert state(office, "be-61quater-appeal", later=90) is State.NOT_SERVED
        assert len(owed(office.dossier, office.now.date())) == 1

    def test_that_turns_out_void_is_owed_again_and_time_never_ran(self, office):
        ruled(office)
        office.tell()
        assert running(office, later=30) == ()
        sure(office.do(Role.COURT, "record-service", list(office.dossier.services)[-1], result="void"))
        assert running(office, later=30) == ("yes",)
        assert [n.person for n in owed(office.dossier, office.now.date())] == ["P1"]
        assert "void" in " ".join(explain(the(office, "be-61quater-appeal").deadline, Language.EN))

    def test_what_was_void_or_refused_only_a_court_holds_good(self, office):
        ruled(office)
        document = proof(office)
        sure(told(office, "refused"))
        assert state(office, "be-61quater-appeal", later=90) is State.UNCLEAR
        name = list(office.dossier.services)[-1]
        form = {"result": "proved", "proof": document}
        assert hurdles(office.do(Role.CLERK, "record-service", name, **form)) == {"role"}
        sure(office.do(Role.COURT, "record-service", name, **form))
        assert state(office, "be-61quater-appeal", later=90) is State.OVER

    @pytest.mark.parametrize("manner", ["unreachable", "refused", "left", "at-prosecutor"])
    def test_a_document_of_an_attempt_proves_the_attempt_alone(self, office, manner):
        ruled(office)
        sure(told(office, manner, proof=proof(office), ground="nobody answered the door three times"))
        assert running(office, later=90) == ("yes",)
        assert [n.person for n in owed(office.dossier, office.now.date())] == ["P1"], "it is still to be told"

    @pytest.mark.parametrize("manner", ["left", "at-prosecutor"])
    def test_substituted_service_has_its_ground_and_a_court_holds_it_good(self, office, manner):
        ruled(office)
        document = proof(office)
        with pytest.raises(FormError, match="ground"):
            told(office, manner, proof=document)
        sure(told(office, manner, proof=document, ground="no address is known"))
        assert last(office, "be-61quater-appeal") == date(2026, 3, 17), "whoever knows acts in time"
        name, form = list(office.dossier.services)[-1], {"result": "proved", "proof": document}
        assert hurdles(office.do(Role.PROSECUTOR, "record-service", name, **form)) == {"role"}
        assert running(office, later=400) == ("yes",), "time alone releases nothing"
        sure(office.do(Role.COURT, "record-service", name, **form))
        assert running(office, later=15) == ("yes",)
        assert running(office, later=16) == ()

    def test_who_is_reached_after_all_is_told_and_time_runs_from_that_day(self, office):
        ruled(office)
        document = proof(office)
        sure(told(office, "left", proof=document, ground="nobody was at home"))
        office.now += timedelta(days=7)
        sure(told(office, "in-person", proof=document))
        assert owed(office.dossier, office.now.date()) == ()
        assert last(office, "be-61quater-appeal") == date(2026, 3, 24)

    @pytest.mark.parametrize("day", ["2026-03-01", "2026-03-09"])
    def test_nothing_is_served_before_it_was_done_nor_in_days_to_come(self, office, day):
        ruled(office)
        with pytest.raises(FormError, match=day):
            told(office, on=day)
        sure(told(office))
        name, form = list(office.dossier.services)[-1], {"result": "proved", "proof": proof(office), "on": day}
        with pytest.raises(FormError, match=day):
            office.do(Role.CLERK, "record-service", name, **form)

    def test_in_another_language_nobody_is_told(self, law):
        office = Office(law)
        file = simple_file()
        file["persons"] = [{"id": "P1", "name": "A. B.", "languages": ["kk", "ru"]}]
        office.register(file)
        ruled(office)
        with pytest.raises(FormError, match="understands kk, ru"):
            told(office, "in-person")
        sure(told(office, "in-person", language="ru"))

    @pytest.mark.parametrize(
        ("form", "said"),
        [
            ({"result": "told"}, "recorded by the notice"),
            ({"result": "proved"}, "proof"),
            ({"result": "proved", "proof": "e" * 64}, "keeps no document"),
            ({"result": "failed", "received": "2026-03-02"}, "was posted"),
            ({"result": "void", "on": "2026-03-09"}, "not come yet"),
        ],
    )
    def test_what_cannot_be_taken_is_said(self, office, form, said):
        ruled(office)
        sure(told(office))
        with pytest.raises(FormError, match=said):
            office.do(Role.CLERK, "record-service", list(office.dossier.services)[-1], **form)

    def test_words_from_before_there_were_these_are_a_notice_and_prove_nothing(self, office):
        ruled(office)
        sure(told(office, proof=proof(office)))
        given = office.entries[-1]
        office.entries[-1] = type(given)(
            given.seq, given.at, given.case, given.act, given.object, given.actor,
            {k: "by letter" if k == "manner" else v for k, v in given.fields.items() if k != "proof"},
        )  # fmt: skip
        assert not owed(office.dossier, office.now.date())
        assert state(office, "be-61quater-appeal", later=900) is State.UNCLEAR

    def test_the_language_the_person_understands_stands_with_what_is_owed(self, law):
        office = Office(law)
        file = simple_file()
        file["persons"] = [{"id": "P1", "name": "A. B.", "languages": ["kk", "ru"]}]
        office.register(file)
        ruled(office)
        assert owed(office.dossier, office.now.date())[0].languages == ("kk", "ru")


class TestWhoStandsBesideAPerson:
    def seen_by_counsel(self, office: Office, kept: bool) -> set[str]:
        found, held = office.dossier, office.people[Role.COUNSEL][0].mandates
        secrecies = list(found.challenges.secrecies.values()) if kept else []
        return {e.act for e in portion(found, held, kept=secrecies).entries}

    def test_sees_the_service_on_that_person_alone(self, law):
        office = Office(law)
        office.register(beginning("mla"))
        sure(office.do(Role.COURT, "grant", "interview", reasons="nothing stands against it"))
        office.tell()
        for service in list(office.dossier.services.values()):
            sure(office.do(Role.COURT, "record-service", service.ident, result="failed"))
            assert ("record-service" in self.seen_by_counsel(office, kept=False)) == (service.person == "P1"), service
            office.entries.pop()

    def test_reads_nothing_of_what_is_kept_back(self, office):
        ruled(office)
        told_of = {"basis": "Art. 19", "review": "2026-03-20", "until": "2026-04-01", "reasons": "it would be defeated"}
        sure(office.do(Role.PROSECUTOR, "keep-back", "P1", **told_of))
        sure(told_by_mistake(office))
        sure(office.do(Role.COURT, "record-service", list(office.dossier.services)[-1], result="failed"))
        seen = self.seen_by_counsel(office, kept=True)
        assert not seen & {"notify", "record-service", "keep-back"}
        assert "lodge-remedy" in seen


def told_by_mistake(office: Office) -> Done | Barred:
    """A notice is given though it is kept back."""
    (notice,) = owed(office.dossier, office.now.date())
    told_of: dict[str, Any] = {"told-of": notice.ident, "on": office.now.date().isoformat(), "language": "French"}
    return office.do(Role.COURT, "notify", "P1", manner="receipted", **told_of)
