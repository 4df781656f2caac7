"""The letters of the founding case: each kind that applies, in every language, and nothing told that may not be."""

from dataclasses import replace
from datetime import date
from itertools import product
from typing import Any

import pytest

from rogatory.casefile.model import CaseFile
from rogatory.decision.deciding import Deciding, Licence, Outcome, Use
from rogatory.decision.releasing.confidential import confidential
from rogatory.decision.releasing.leaks import Confidential
from rogatory.decision.releasing.releasable import LeakError
from rogatory.law.vocabulary.assurance import Risk
from rogatory.letters import facts as f
from rogatory.letters import kinds
from rogatory.letters.kinds import KINDS, Head, Kind, To, write
from rogatory.letters.of_breach import Breached, NoticeOfBreach, Whose
from rogatory.letters.round_trip import Answered, Sent, exchanges
from rogatory.letters.search import days_of, told_by
from rogatory.letters.to_state import ToState
from rogatory.letters.wording import LetterError
from tests.decision.drafts import founding
from tests.letters.samples import ADDRESSEES, OFFICE, leaving

RECEIVED = date(2018, 3, 1)  # invented: the day is not public
DAY = date(2025, 12, 17)
ANSWER = date(2026, 1, 20)
LICENCE = Licence(("interview",), "", "", (Use.THESE_PROCEEDINGS, Use.NOT_PASSED_ON), ANSWER)
DONE: dict[str, Any] = {
    "state": f.Country("KZ"),
    "on": date(2019, 10, 1),
    "authority": "the Brussels prosecutor",
    "measures": (f.Measure.SEARCH, f.Measure.INTERVIEW),
    "ways": (
        f.Way(f.Remedy.FILE, "the Brussels prosecutor", None),
        f.Way(f.Remedy.LIFTING, "the indictments chamber, Brussels", date(2019, 10, 16)),
    ),
    "holds": True,
    "contact": "+32 2 000 00 00",
}


@pytest.fixture(scope="module")
def deciding(law) -> Deciding:
    return founding(law)


@pytest.fixture(scope="module")
def kept(deciding) -> Confidential:
    return confidential(deciding)


def to_the_state(deciding: Deciding) -> tuple[ToState, dict[Kind, list[object]]]:
    """The letters that went, or should have gone, to Kazakhstan, each at its own stage of the case."""
    request = replace(deciding.case.request, received=RECEIVED)
    deciding = replace(deciding, case=replace(deciding.case, request=request))
    made = ToState(deciding, "cooperation@example.org")
    lacking = ToState(replace(deciding, choices=(), missing=("facts", "link"), answer_by=ANSWER), made.contact)
    search, interview = deciding.choices
    partly = replace(deciding, choices=(search, replace(interview, outcome=Outcome.CONDITIONS)), licences=(LICENCE,))
    waiting = replace(deciding, choices=tuple(replace(c, outcome=Outcome.POSTPONE) for c in deciding.choices))
    asked = Sent("L1", "supplements", To.REQUESTING_STATE, RECEIVED, date(2018, 4, 1), ("facts", "link"))
    [exchange] = exchanges((asked, Answered("L1", "R1", date(2018, 3, 20), ("facts",))))
    return made, {
        kinds.ACKNOWLEDGEMENT: [ToState(replace(deciding, choices=()), made.contact).acknowledgement()],
        kinds.SUPPLEMENTS: [lacking.supplements({"facts": "ETS 141 Art. 27(1)(c)", "link": "UNTOC Art. 18(15)(f)"})],
        kinds.ASSURANCE: [made.assurance("P1", risk, ANSWER) for risk in Risk],
        kinds.POSTPONEMENT: [ToState(waiting, made.contact).postponement(ANSWER, alternatives=True)],
        kinds.REFUSAL: [made.refusal(alternatives=True)],
        kinds.PARTIAL_EXECUTION: [ToState(partly, made.contact).partial_execution()],
        kinds.BREACH: [
            ToState(partly, made.contact).breach(
                date(2018, 4, 1),
                ["The copy was used outside the proceedings your request names."],
                ["the copy made in 2023"],
                ANSWER,
            ),
            f.Breach(
                reference=leaving("invented-17"),
                received=RECEIVED,
                office=leaving("cooperation@example.org"),
                broken=(leaving("Access to the file, and a copy, were given in 2023 while appeals ran."),),
                sent=(leaving("the copy made in 2023"),),
                return_by=ANSWER,
            ),
        ],
        kinds.REMINDER: [made.reminder(exchange, ANSWER)],
    }


def here(case: CaseFile) -> dict[Kind, list[object]]:
    """Those to the person, counsel, the authority that protects her, and the bar."""
    [person, *_] = case.persons
    consulted: dict[str, Any] = {"answer_by": ANSWER, "contact": "+32 2 000 00 02"}
    measures = tuple(f.Measure(measure.type) for measure in case.measures)
    breach: list[object] = [
        NoticeOfBreach(
            state=f.Country(case.request.requesting),
            breached=breached,
            whose=whose,
            happened=date(2023, 6, 1),  # invented: the day is not public
            known=DAY,
            facts=("Access to the file, and a copy, were given while appeals ran.",),
            persons=(person.name,),
            contact="+32 2 000 00 02",
            gone=gone,
        )
        for breached, whose, gone in product(Breached, Whose, ((), ("a copy of the file",)))
    ]
    told = [(step, holds) for step in f.Step for holds in (True, False)]
    return {
        kinds.NOTICE_TO_PERSON: [
            f.NoticeToPerson(**{**DONE, "holds": holds}, step=step, free_help=("Legal aid office, Brussels",))
            for step, holds in told
        ],
        kinds.NOTICE_TO_COUNSEL: [
            f.NoticeToCounsel(**{**DONE, "holds": holds}, step=step, client=person.name, file="Palace of Justice")
            for step, holds in told
        ],
        kinds.CONSULTATION_OF_PROTECTION: [
            f.ConsultationOfProtection(
                person=person.name,
                born=date(1980, 1, 1),  # invented
                granted="the decision of October 2013",
                state=f.Country(case.request.requesting),
                measures=measures,
                alleged=tuple(offence.text for p in case.proceedings for offence in p.offences),
                **consulted,
            )
        ],
        kinds.CONSULTATION_OF_BAR: [
            f.ConsultationOfBar(
                lawyer=person.name,
                measures=measures[:1],
                where="her home in Brussels",
                when=date(2019, 10, 1),
                ordered_by="the investigating judge",
                **consulted,
            )
        ],
        kinds.BREACH_TO_COURT: breach,
        kinds.BREACH_TO_SUPERVISOR: breach,
        kinds.REMINDER_OF_CONSULTATION: [
            f.ReminderOfConsultation(
                reference="the decision of October 2013",
                sent=DAY,
                was_due=DAY,
                open=("whether the protection stands today",),
                answer_by=ANSWER,
                office="+32 2 000 00 02",
            )
        ],
    }


def test_every_letter_of_the_case_is_made_in_every_language(deciding):
    state, letters_to_it = to_the_state(deciding)
    made = letters_to_it | here(deciding.case)
    assert set(made) == set(KINDS.values())
    for kind, letters in made.items():
        for_state = kind.to == (To.REQUESTING_STATE,)
        head = state.head if for_state else Head(OFFICE, ADDRESSEES[kind.to[0]], "Brussels", DAY, "1")
        for facts in letters:
            for language in kind.languages:
                assert write(kind, facts, language, head).language == language


def test_no_letter_to_the_requesting_state_tells_what_may_not_leave(deciding, kept):
    state, made = to_the_state(deciding)
    for kind, letters in made.items():
        for facts in letters:
            for language in kind.languages:
                document = write(kind, facts, language, state.head)
                assert told_by(document, kept, days_of(facts)) == (), (kind.id, language)


def test_the_search_finds_what_a_notice_to_the_protection_authority_tells(deciding, kept):
    """So that the test above can fail."""
    kind = kinds.CONSULTATION_OF_PROTECTION
    [facts] = here(deciding.case)[kind]
    document = write(kind, facts, "en", Head(OFFICE, ADDRESSEES[To.PROTECTION], "Brussels", DAY, "1"))
    assert told_by(document, kept, days_of(facts))


def test_a_request_whose_day_is_not_known_is_not_acknowledged_with_a_blank(deciding):
    state = ToState(deciding, "cooperation@example.org")
    assert deciding.case.request.received is None
    with pytest.raises(LetterError, match=r"acknowledgement: missing received$"):
        write(kinds.ACKNOWLEDGEMENT, state.acknowledgement(), "en", state.head)


def test_nobody_their_letter_does_not_name_is_named_in_ours(deciding):
    with pytest.raises(KeyError):
        ToState(deciding, "cooperation@example.org").assurance("P2", Risk.ILL_TREATMENT, ANSWER)


def test_words_that_tell_of_her_brother_go_into_no_letter(deciding):
    state = ToState(deciding, "cooperation@example.org")
    with pytest.raises(LeakError, match="brother"):
        state.breach(DAY, ["It was used against her brother."], ["the copy"], ANSWER)
