"""Answering from the page of an item: over what stands, taken back, looked at by a second person; and its words."""

from datetime import date

import pytest
from django.test import override_settings

from rogatory.law.acts import Role
from rogatory.law.vocabulary import VOCABULARY
from rogatory.material import second
from rogatory.material.items import State
from rogatory.material.questions import ASKED, UNKNOWN, Asked, Given, Kin, Together
from rogatory.material.record import Record
from rogatory.material.screens.found import Screen
from rogatory.office.folds.seizures import SEIZING
from rogatory.office.review.folded import review_of
from rogatory.people.mandates import seizure_stream
from rogatory.registry.cases import journal
from rogatory.registry.jobs.models import Job
from rogatory.registry.review import answering, words
from rogatory.registry.review.remaking import differing
from rogatory.registry.review.sampling import Sample
from rogatory.sifting.stages import Stage
from tests.registry.reviewed import NAME, Reviewed

CAKE = "birthday.txt"


@pytest.fixture(scope="module")
def review(office_once, tmp_path_factory):
    with override_settings(MATERIAL=tmp_path_factory.mktemp("seized") / "material", ROGATORY_UNSAFE_ONE_FACTOR=True):
        yield Reviewed.opened(office_once)


def post(review, role, where, name=CAKE, **told):
    return review.client(role).post(review.at(where, name), told)


def record(review):
    return review_of(journal.entries_of(seizure_stream(review.case, NAME))).record


def scope(ready, **more):
    return {"asked": "scope", "ready": ready, "reasons": "as read", **more}


@pytest.mark.django_db
class TestAnswering:
    def test_over_an_answer_somebody_gave_meanwhile_nothing_is_answered(self, review):
        assert post(review, Role.COURT, "/answer", **scope("y")).status_code == 302
        answer = post(review, Role.COURT, "/answer", **scope("n"))
        assert answer.status_code == 422
        assert "exactly the answers it takes the place of" in answer.content.decode()
        assert len(record(review).given) == 1
        assert post(review, Role.COURT, "/answer", **scope("n", supersedes="1")).status_code == 302
        assert [given.withholds for given in record(review).given] == [False, True]

    def test_taken_back_what_stood_before_stands_again(self, review):
        item = review.items[CAKE].ident
        for ready, over in (("y", ""), ("n", "1")):
            post(review, Role.COURT, "/answer", **scope(ready, supersedes=over))
        post(review, Role.COURT, "/take-back", asked="scope")
        standing = record(review).standing(item, Asked.SCOPE)
        assert standing.values == {"item.relevance": "in-scope"}
        assert "Answer 2 is taken back" in standing.ground
        assert post(review, Role.PRIVILEGE_OBSERVER, "/take-back", asked="scope").status_code == 404

    def test_put_together_part_by_part(self, review):
        told = {"asked": "proportionality", "ready": "otherwise", "reasons": "a donor's name"}
        parts = {"item.proportionate": "yes", "item.exposes_others": "yes"}
        assert post(review, Role.COURT, "/answer", **told, **parts).status_code == 302
        assert record(review).given[0].values == parts

    @pytest.mark.parametrize("wrong", [{}, {"ready": "y"}, {"reasons": "x"}, {"ready": "?", "reasons": "x"},
                                       {"ready": "y", "reasons": "x", "supersedes": "one"}])  # fmt: skip
    def test_what_lacks_something_comes_back_with_what_was_written(self, review, wrong):
        answer = post(review, Role.COURT, "/answer", asked="scope", **wrong)
        assert answer.status_code == 422
        assert record(review).given == []

    def test_who_may_not_answer_is_barred_and_who_may_not_open_it_finds_nothing(self, review):
        answer = post(review, Role.PRIVILEGE_OBSERVER, "/answer", **scope("y"))
        assert answer.status_code == 409
        assert "This cannot be done" in answer.content.decode()
        for role in (Role.PROSECUTOR, Role.REVIEWER, Role.AUDITOR, Role.COUNSEL, Role.CLERK):
            for where in ("/answer", "/take-back", "/acts/look-at-item"):
                assert post(review, role, where, **scope("y")).status_code == 404, (role, where)
        assert record(review).given == []

    def test_what_it_covers_is_shown_first_and_nothing_is_done_before(self, review):
        copies = {"name": "contract KB-4471.txt", "together": Together.DUPLICATES.value}
        shown = post(review, Role.COURT, "/answer", **scope("y"), **copies).content.decode()
        assert "This answer covers 2 items" in shown
        assert "contract KB-4471 copy.txt" in shown
        assert record(review).given == []
        assert post(review, Role.COURT, "/answer", **scope("y"), **copies, covers="yes").status_code == 302
        assert len(record(review).given[0].items) == 2

    def test_while_something_is_to_be_read_the_page_of_the_progress_looks_again(self, review):
        client = review.client(Role.CLERK)
        Job.objects.all().delete()  # what the opening of the seal left to the worker
        assert "Refresh" not in client.get(review.at("/progress")).headers
        ledger = review.seizing.ledger()
        ledger.retry(Stage.EXTRACT, state=State.OK)
        answer = client.get(review.at("/progress"))
        assert answer["Refresh"] == "20"
        assert "of 34 contents" in answer.content.decode()
        assert "Refresh" not in client.get(review.at("/progress"), headers={"HX-Request": "true"}).headers
        ledger.close()

    def test_a_second_look_stands_beside_the_first_and_a_third_person_settles_it(self, review, monkeypatch):
        monkeypatch.setattr(second, "ONE_IN", 1)
        for asked in Asked:
            told = {"asked": asked.value, "ready": answering.READY[asked][0].key, "reasons": "of the court"}
            assert post(review, Role.COURT, "/answer", **told).status_code == 302
        observer = review.client(Role.PRIVILEGE_OBSERVER)
        page = observer.get(review.at("", CAKE)).content.decode()
        assert "yours is asked for without that answer" in page
        assert 'name="supersedes" value=""' in page
        assert "may leave" not in page, "it would tell what was answered"
        told = {"asked": "privilege", "ready": "y", "reasons": "of the observer"}
        observer.post(review.at("/answer", CAKE), told)
        page = observer.get(review.at("", CAKE)).content.decode()
        assert page.index("of the court") < page.index("of the observer") < page.index("Both answers stand")
        assert "/take-back" not in page.partition('id="q-privilege"')[2].partition("</section>")[0]
        assert post(review, Role.COURT, "/answer", **told, supersedes="1,5").status_code == 422
        assert "One of them nobody has settled" in review.client(Role.COURT).get(review.at()).content.decode()
        self.settled(review, review.items[CAKE].ident)

    def settled(self, review, item):
        account = review.office.accounts[Role.REVIEWER]
        told = {"account": account, "role": Role.PRIVILEGE_OBSERVER.value, "since": "2026-01-01"}
        review.office.do(Role.CLERK, "give-mandate", review.case, mandate=told)
        assert "otherwise, to settle" in review.client(Role.REVIEWER).get("/").content.decode()
        told = {"asked": "privilege", "ready": "n", "reasons": "a recipe", "supersedes": "1,5"}
        assert post(review, Role.REVIEWER, "/answer", **told).status_code == 302
        assert record(review).numbers(item, Asked.PRIVILEGE) == (6,)
        stream = {NAME: journal.entries_of(seizure_stream(review.case, NAME))}
        assert list(differing(review.case, journal.entries_of(review.case), stream)) == []


class TestReadyAnswers:
    @pytest.mark.parametrize("asked", Asked)
    def test_each_is_an_answer_of_the_vocabulary_and_has_a_key_of_its_own(self, asked):
        keys = [ready.key for ready in answering.READY[asked]]
        assert len(set(keys)) == len(keys)
        for ready in answering.READY[asked]:
            assert ready.values.keys() == {question.id for question in ASKED[asked].questions}
            assert all(value in (*VOCABULARY[slot].values, UNKNOWN) for slot, value in ready.values.items())

    def test_no_key_is_one_that_leads_elsewhere(self):
        keys = {ready.key for told in answering.READY.values() for ready in told}
        assert not keys & set("jkwrzg")


def test_everything_that_is_shown_has_its_word():
    assert set(words.STAGES) == set(Stage)
    assert set(words.STATES) == set(State)
    assert set(words.SCREENS) == set(Screen)
    assert set(words.STEPS) == SEIZING
    assert set(words.CLAUSES) == {q.id for ask in ASKED.values() for q in (*ask.questions, *ask.also)}


@pytest.mark.parametrize(("path", "shown"), [(b"a/b.txt", "b.txt"), (b"\xff.txt", "\\xff.txt"),
                                             ("x\u202egpj".encode(), "x\\u202egpj"), (b"a\nb", "a\\nb")])  # fmt: skip
def test_a_name_that_would_be_shown_as_another_is_shown_by_its_numbers(path, shown):
    assert words.last_of(path) == shown


def test_one_in_ten_is_looked_at_by_a_second_person_and_nobody_chooses_which():
    record, kin = Record(), Kin({}, {})
    items = [f"{n:064x}" for n in range(400)]

    def answer(item, by, asked, values, second=()):
        record.answer(Given((item,), asked, values, by, Role.REVIEWER, "law", "read", date(2026, 3, 1),
                            second=frozenset(second)), kin)  # fmt: skip

    for item in items:
        for asked in Asked:
            answer(item, "first", asked, answering.READY[asked][0].values)
    sample = Sample(record, "root")
    chosen = [item for item in items if sample.chosen(item)]
    assert 20 < len(chosen) < 65
    assert chosen == [item for item in items if Sample(record, "root").waits_for(item, "second")]
    assert not any(sample.waits_for(item, "first") for item in items)
    assert chosen != [item for item in items if Sample(record, "another root").chosen(item)]
    second_answers(record, answer, chosen[0], chosen[1], len(chosen))


def second_answers(record, answer, one, other, count):
    """Both are told to nobody who is to answer without the first; then they stand side by side."""
    sample, reviewer, court = Sample(record, "root"), frozenset({Role.REVIEWER}), frozenset({Role.COURT})
    assert sample.blind(one, Asked.SCOPE, "second", reviewer)
    assert not sample.blind(one, Asked.SCOPE, "first", reviewer), "it is their own"
    assert not sample.blind(one, Asked.SCOPE, "second", court), "a court sees all there is"
    assert not sample.blind(one, Asked.SCOPE, "second", frozenset({Role.PROSECUTOR})), "who answers nothing"
    for item, values in zip((one, other), ({"item.relevance": "in-scope"}, {"item.relevance": "unclear"}), strict=True):
        answer(item, "second", Asked.SCOPE, values, [item])
    after = Sample(record, "root")
    stands = after.stands
    assert (stands.chosen, stands.done, stands.differ, stands.open) == (count, 0, 1, 1), "three are left of each"
    scope = next(row for row in stands.questions if row.asked is Asked.SCOPE)
    assert (scope.looked, scope.agreed, scope.share.estimate) == (2, 1, 0.5)
    assert after.settles(other, Asked.SCOPE, "third", reviewer)
    assert not any(after.settles(other, Asked.SCOPE, one, reviewer) for one in ("first", "second"))
    assert not after.settles(one, Asked.SCOPE, "third", reviewer), "both say the same"
    assert not after.blind(one, Asked.SCOPE, "second", reviewer), "then both are told"
    assert not after.waits_for(one, "third", [Asked.SCOPE])
    assert after.waits_for(one, "third", [Asked.ORIGIN])
    for asked in (Asked.PRIVILEGE, Asked.ORIGIN, Asked.PROPORTIONALITY):
        answer(one, "third", asked, answering.READY[asked][0].values, [one])
    assert Sample(record, "root").stands.done == 1
