"""The founding case, 2018 to 2025, played through the pages: each of its failures is attempted, and barred.

The second history is the same, of a request against which the law has nothing: there only what runs bars, and once it
has ended, and everybody was told, the act is done.
"""

import pytest

from rogatory.law.acts import Role
from rogatory.office.folds.dossier import BARRED
from tests.office.histories import beginning
from tests.registry.shell.playing import GIVEN_AWAY, ITEM, PACKAGE, Play, founding_request

pytestmark = pytest.mark.django_db(transaction=True)
PROSECUTOR, JUDGE, COURT, MINISTER = Role.PROSECUTOR, Role.INVESTIGATING_JUDGE, Role.COURT, Role.CENTRAL_AUTHORITY
CHAMBER_2024 = "Brussels Court of Appeal, Indictments Chamber, 6 February 2024"
ARTICLE_13 = "European Convention on Human Rights, Art. 13"
PROMISE = "The seized papers stay protected, and nothing goes to Kazakhstan while the proceedings run."
TIME = "while a remedy is pending or can still be lodged"
LIFTING, ACCESS = "lifting of a seizure or measure", "access to the file"
REGULARITY, APPEAL, CASSATION = (
    "control of the regularity",
    "appeal against a ruling on a remedy",
    "appeal in cassation",
)
BESIDE = ("house-hold-while-remedy-runs", "house-undertaking-binds", "echr-8-transfer-abroad-recipient")
"""The law of the house on what runs; and a ground to refuse that is told beside what bars, and alone bars nothing."""
HEARING = {"chamber": "indictments chamber", "at": "2027-01-12T09:00"}
NOT_CALLED = "it is not called to a hearing in the person's remedy"
EMBASSY = "Counsel for Kazakhstan, requesting state"


@pytest.fixture
def play(live_server, visit, settings, monkeypatch) -> Play:
    settings.ROGATORY_UNSAFE_ONE_FACTOR = True
    return Play(live_server.url, visit, monkeypatch)


def nothing_leaves(play: Play, thing: str, *by: str, drawn: bool = False) -> None:
    """Sending, and opening the file to the requesting state: both are attempted, and barred by these."""
    play.is_barred(PROSECUTOR, "transmit", thing, by=by, drawn=drawn, reasons="asked for by the requesting state")
    play.is_barred(PROSECUTOR, "open-file", by=by, drawn=False, reasons="a copy was asked for")


def test_every_failure_of_the_founding_case_is_attempted_and_barred(play):
    the_request_is_registered_with_what_is_known(play)
    in_2019_her_home_is_to_be_searched_with_officials_present(play)
    in_2019_foreign_questions_are_to_be_put_without_a_lawyer(play)
    in_2019_the_minister_promises(play)
    in_2020_she_challenges_and_the_chamber_asks_the_constitutional_court(play)
    in_2022_the_constitutional_court_answers_and_appeals_go_on(play)
    in_2023_the_file_is_to_be_opened_against_the_promise(play)
    in_2024_the_requesting_state_is_to_be_heard(play)
    in_2025_the_seized_papers_are_to_be_reviewed_and_sent(play)
    at_the_end_the_promise_ends_and_the_law_still_bars(play)
    play.journal_tells_of_every_attempt()
    assert play.done(*GIVEN_AWAY) == []


def the_request_is_registered_with_what_is_known(play):
    play.register(founding_request())
    page = play.page(PROSECUTOR)
    page.goto(f"{play.url}/cases/{play.case}")
    assert "the requested state has recognised the person as a refugee" in page.locator("body").text_content()
    page.goto(f"{play.url}/cases/{play.case}/why/grant/search")
    why = page.locator("main").text_content()
    for words in (
        "the requested state has recognised the person as a refugee",
        "Convention relating to the Status of Refugees, Art. 33(1)",
        "Brussels Court of Appeal, Indictments Chamber, 16 December 2025",
        "No assistance is given to a case that rests on statements with a real risk of coming from ill-treatment",
    ):
        assert words in why
    page.goto(f"{play.url}/cases/{play.case}/file")
    file = page.locator("main").text_content()
    assert "the withdrawal of a red notice, and the brother was arbitrarily detained, tortured" in file


def in_2019_her_home_is_to_be_searched_with_officials_present(play):
    by = ["European Convention on Human Rights, Art. 18", "Act of 9 December 2004"]
    play.is_barred(PROSECUTOR, "grant", "search", by=by, reasons="asked for by Kazakhstan")
    by = ["no grant stands that carries it", "Policy of this system, a representative of the bar attends"]
    play.is_barred(JUDGE, "execute", "search", by=by, reasons="the letter rogatory")
    by = ["Officials of a state from which the person is at risk", "Act of 9 December 2004", "Art. 8-9"]
    play.is_barred(JUDGE, "admit-officials", "search", by=by, reasons="they know the case")


def in_2019_foreign_questions_are_to_be_put_without_a_lawyer(play):
    for question, answer in (("interview.no_lawyer", "yes"), ("interview.role", "suspect")):
        told = {"question": question, "about": "interview", "answer": answer}
        play.does(PROSECUTOR, "find", **told, source="The plan of the interview")
    by = ["No suspect is questioned on a letter of request without a lawyer", "Art. 6(3)(c)", "Stojkovic"]
    play.is_barred(PROSECUTOR, "interview", "interview", by=by, reasons="forty written questions")


def in_2019_the_minister_promises(play):
    told = {"acts": ["transmit", "open-file", "surrender"], "ending": "when every remedy has ended"}
    play.does(MINISTER, "undertake", text=PROMISE, **told)
    nothing_leaves(play, PACKAGE, PROMISE, "an undertaking binds", "no grant stands that carries it", drawn=True)


def in_2020_she_challenges_and_the_chamber_asks_the_constitutional_court(play):
    lifting = play.lodge("lifting", "Give back what was taken from a lawyer's home.")
    nothing_leaves(play, PACKAGE, LIFTING, ARTICLE_13, PROMISE)
    play.lodge("file-access", "Let me read what was asked of you.")
    play.lodge("regularity", "No Belgian text lets these officials into my home.")
    question = "Is it equal that assistance to a state outside the Union cannot be challenged?"
    play.does(COURT, "refer-remedy", lifting, to="Constitutional Court", question=question)
    nothing_leaves(play, PACKAGE, LIFTING, ACCESS, REGULARITY, ARTICLE_13, PROMISE, drawn=True)


def in_2022_the_constitutional_court_answers_and_appeals_go_on(play):
    lifting, access, _regularity = play.dossier.challenges.remedies
    play.does(COURT, "refer-remedy", lifting, answer="Judgment 1/2022: she may challenge it, and see the file.")
    play.decided(access, outcome="granted", text="She reads the file.")
    play.decided(lifting, outcome="granted", part="papers of clients", text="They are given back.")
    nothing_leaves(play, PACKAGE, LIFTING, REGULARITY, PROMISE)
    play.decided(lifting, text="The rest stays seized.")
    nothing_leaves(play, PACKAGE, REGULARITY, PROMISE)
    play.lodge("appeal", "The rest must come back too.", of=lifting)


def in_2023_the_file_is_to_be_opened_against_the_promise(play):
    running = (REGULARITY, APPEAL, ARTICLE_13, PROMISE)
    promise = play.newest("undertakings")
    play.is_barred(
        MINISTER, "end-undertaking", promise, by=["it binds while a remedy runs"], reasons="it has lasted long"
    )
    no_file = "The requesting state gets no access to, or copy of, the Belgian file"
    for role in (PROSECUTOR, JUDGE, COURT):
        by = [*running, no_file, "A file that holds material nobody has cleared"]
        play.is_barred(
            role, "open-file", by=by, drawn=role is PROSECUTOR, reasons="the requesting state asked for a copy"
        )


def in_2024_the_requesting_state_is_to_be_heard(play):
    about = [play.newest("remedies")]
    called = f"B.J., person concerned\n{EMBASSY}"
    play.is_barred(COURT, "set-hearing", **HEARING, about=about, called=called, by=[NOT_CALLED, CHAMBER_2024])
    by = ["The requesting state is no party to the Belgian remedy procedure", CHAMBER_2024]
    play.is_barred(COURT, "hear-requesting-state", reasons="the prosecutor invited it", by=by)
    play.does(COURT, "set-hearing", **HEARING, about=about, called="B.J., person concerned")
    (called,) = play.dossier.hearings[play.newest("hearings")].called
    assert called.who == "B.J."


def in_2025_the_seized_papers_are_to_be_reviewed_and_sent(play):
    by = ["no grant stands that carries it", "European Convention on Human Rights, Art. 8"]
    play.is_barred(Role.REVIEWER, "clear-item", ITEM, by=by, reasons="the review that was proposed")
    by = [REGULARITY, APPEAL, PROMISE, "A package that holds an item not cleared is not sent", "2016/680"]
    play.is_barred(PROSECUTOR, "transmit", PACKAGE, by=by, reasons="after the review")
    *_, regularity, appeal = play.dossier.challenges.remedies
    play.decided(regularity, final=True)
    nothing_leaves(play, PACKAGE, APPEAL, ARTICLE_13, PROMISE)
    play.decided(appeal)
    nothing_leaves(play, PACKAGE, PROMISE)
    cassation = play.lodge("cassation", "The chamber has not answered.", of=appeal)
    nothing_leaves(play, PACKAGE, CASSATION, ARTICLE_13, PROMISE, drawn=True)
    play.decided(cassation, final=True)
    nothing_leaves(play, PACKAGE, PROMISE)


def at_the_end_the_promise_ends_and_the_law_still_bars(play):
    it_does_not_end_before_she_was_told_of_the_rulings(play)
    play.does(MINISTER, "end-undertaking", play.newest("undertakings"), reasons="every remedy has ended")
    assert play.agree(COURT) == ""
    nothing_leaves(play, PACKAGE, "P1, P2 has not been told", "an undertaking binds", drawn=True)
    play.told_of_the_end("P1", "P2")
    political = "the proceedings behind a request are driven by political opinions"
    play.is_barred(PROSECUTOR, "transmit", PACKAGE, by=(political, "16 December 2025"), reasons="nothing runs any more")
    by = [CHAMBER_2024, "European Convention on Human Rights, Art. 18"]
    play.is_barred(PROSECUTOR, "open-file", by=by, reasons="nothing runs any more")


def it_does_not_end_before_she_was_told_of_the_rulings(play):
    by = ["it binds while a remedy can still be lodged"]
    play.is_barred(MINISTER, "end-undertaking", play.newest("undertakings"), by=by, reasons="every remedy has ended")
    play.everybody_is_told()


def test_on_a_plain_request_what_runs_alone_bars_and_what_has_ended_opens(play):
    play.register(beginning("mla"))
    play.does(PROSECUTOR, "grant", "interview", reasons="nothing stands against it")
    play.does(Role.REVIEWER, "clear-item", "I1", reasons="read, and nothing is privileged")
    nothing_leaves_before_the_time_to_challenge_is_over(play)
    what_was_proposed_before_the_promise_is_not_done_after_it(play)
    each_remedy_holds_until_it_has_ended(play)
    the_requesting_state_is_neither_called_nor_admitted(play)
    the_promise_holds_until_everybody_was_told_of_its_end(play)
    play.journal_tells_of_every_attempt()
    assert play.done("transmit", "open-file").count("transmit") == 1, "the proposal, and nothing since"
    what_nothing_holds_any_more_is_done(play)


def nothing_leaves_before_the_time_to_challenge_is_over(play):
    nothing_leaves(play, "record", TIME, drawn=True)
    play.everybody_is_told()
    nothing_leaves(play, "record", TIME)
    assert only_holds(play)
    play.days_pass(20)


def what_was_proposed_before_the_promise_is_not_done_after_it(play):
    play.does(PROSECUTOR, "transmit", "record", reasons="proposed before anything was promised")
    told = {"acts": ["transmit", "open-file", "surrender"], "ending": "when every remedy has ended"}
    play.does(MINISTER, "undertake", text=PROMISE, **told)
    play.agreeing_is_barred(MINISTER, by=[PROMISE])
    assert only_holds(play)


def only_holds(play: Play) -> bool:
    """Whether nothing stood against the last attempt but what runs."""
    last = next(e for e in reversed(play.entries) if e.act == BARRED)
    return all(o["hurdle"] == "hold" or o["norm"] in BESIDE for o in last.fields["obstacles"])


def each_remedy_holds_until_it_has_ended(play):
    lifting = play.lodge("lifting", "Give it back.")
    nothing_leaves(play, "record", LIFTING, ARTICLE_13, PROMISE, drawn=True)
    assert only_holds(play)
    play.decided(lifting)
    nothing_leaves(play, "record", PROMISE)
    appeal = play.lodge("appeal", "It must come back.", of=lifting)
    nothing_leaves(play, "record", APPEAL, ARTICLE_13, PROMISE)
    waits = ["it binds while a remedy runs"]
    play.is_barred(MINISTER, "end-undertaking", play.newest("undertakings"), by=waits, reasons="it has lasted long")
    play.decided(appeal, final=True)
    nothing_leaves(play, "record", PROMISE)


def the_requesting_state_is_neither_called_nor_admitted(play):
    play.is_barred(COURT, "set-hearing", **HEARING, called=EMBASSY, by=[NOT_CALLED, CHAMBER_2024])
    play.is_barred(COURT, "hear-requesting-state", reasons="it asks to be heard", by=["an undertaking binds"])


def the_promise_holds_until_everybody_was_told_of_its_end(play):
    it_does_not_end_before_she_was_told_of_the_rulings(play)
    play.does(MINISTER, "end-undertaking", play.newest("undertakings"), reasons="every remedy has ended")
    nothing_leaves(play, "record", PROMISE)
    assert play.agree(COURT) == ""
    nothing_leaves(play, "record", "P1, P2 has not been told")
    play.told_of_the_end("P1")
    nothing_leaves(play, "record", "P2 has not been told")
    play.told_of_the_end("P2")


def what_nothing_holds_any_more_is_done(play):
    for act, thing in (("transmit", "record"), ("open-file", "")):
        play.does(PROSECUTOR, act, thing, reasons="nothing holds it any more")
        assert play.agree(MINISTER) == ""
        assert act in [e.act for e in play.entries]
    play.does(COURT, "hear-requesting-state", reasons="a provision names it")
    play.is_barred(COURT, "set-hearing", **HEARING, called=EMBASSY, by=[NOT_CALLED, CHAMBER_2024])
    play.another_sits(COURT)
    assert play.agree(COURT) == ""
    play.does(COURT, "set-hearing", **HEARING, called=EMBASSY)
