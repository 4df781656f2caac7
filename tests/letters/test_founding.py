"""The letters of the founding case: each kind that applies, in every language, and nothing told that may not be."""

from datetime import date
from typing import Any

import pytest

from rogatory.casefile.model import CaseFile
from rogatory.decision import releasable as r
from rogatory.decision.confidential import confidential
from rogatory.decision.deciding import Deciding, Licence, Outcome, Use
from rogatory.decision.leaks import Confidential
from rogatory.law.vocabulary.assurance import Risk
from rogatory.letters import facts as f
from rogatory.letters import kinds
from rogatory.letters.kinds import KINDS, Head, Kind, To, write
from rogatory.letters.search import told_by
from tests.decision.drafts import founding
from tests.letters.samples import ADDRESSEES, OFFICE

RECEIVED = date(2018, 3, 1)  # invented: the day is not public
DAY = date(2025, 12, 17)
ANSWER = date(2026, 1, 20)
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


def to_the_state(deciding: Deciding, kept: Confidential) -> dict[Kind, list[object]]:
    """The letters that went, or should have gone, to Kazakhstan."""
    letter, case = deciding.letter, deciding.case
    asked = tuple(r.asked(letter, measure) for measure in case.measures)
    reference = next(p for p in r.of_letter(letter) if p.part is r.Part.THEIR_REFERENCE)
    request: dict[str, Any] = {
        "reference": reference,
        "received": RECEIVED,
        "office": next(iter(r.of_office(deciding.office))),
    }
    person = r.own_words("B.J.", kept)
    item = r.missing("facts")
    limits = tuple(r.condition(letter, Licence(("search",), "", "", (Use.THESE_PROCEEDINGS,), None)))

    def grounds(outcome: Outcome) -> tuple[r.Releasable, ...]:
        return tuple(r.grounds(deciding.law.treaties, case.request, letter, (outcome,), DAY))

    return {
        kinds.ACKNOWLEDGEMENT: [f.Acknowledgement(**request, asked=asked)],
        kinds.SUPPLEMENTS: [
            f.Supplements(
                **request,
                missing=(f.Missing(item, r.own_words("ETS 141 Art. 27(1)(c)", kept)),),
                answer_by=ANSWER,
            )
        ],
        kinds.ASSURANCE: [f.AssuranceAsked(**request, person=person, risk=risk, answer_by=ANSWER) for risk in Risk],
        kinds.POSTPONEMENT: [
            f.Postponement(
                **request, decided=DAY, reasons=grounds(Outcome.POSTPONE), alternatives=True, again_on=ANSWER
            )
        ],
        kinds.REFUSAL: [
            f.Refusal(**request, decided=DAY, refused=asked, reasons=grounds(Outcome.REFUSE), alternatives=True)
        ],
        kinds.PARTIAL_EXECUTION: [
            f.PartialExecution(
                **request, decided=DAY, granted=asked[1:], refused=asked[:1], reasons=grounds(Outcome.REFUSE)
            )
        ],
        kinds.BREACH: [
            f.Breach(
                **request,
                granted=date(2018, 4, 1),
                limits=limits,
                broken=(r.own_words("The copy was used outside the proceedings your request names.", kept),),
                sent=(r.own_words("the copy made in 2023", kept),),
                return_by=ANSWER,
            )
        ],
        kinds.REMINDER: [
            f.Reminder(
                reference=reference,
                sent=RECEIVED,
                was_due=date(2018, 4, 1),
                open=(item,),
                answer_by=ANSWER,
                office=request["office"],
            )
        ],
    }


def here(case: CaseFile) -> dict[Kind, list[object]]:
    """Those to the person, counsel, the authority that protects her, and the bar."""
    [person, *_] = case.persons
    consulted: dict[str, Any] = {"answer_by": ANSWER, "contact": "+32 2 000 00 02"}
    measures = tuple(f.Measure(measure.type) for measure in case.measures)
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


def head_for_state(deciding: Deciding) -> Head:
    parts = [*r.of_letter(deciding.letter), *r.of_office(deciding.office)]

    def of(part: r.Part) -> tuple[r.Releasable, ...]:
        return tuple(p for p in parts if p.part is part)

    [place], [ours], [theirs] = of(r.Part.PLACE), of(r.Part.OUR_REFERENCE), of(r.Part.THEIR_REFERENCE)
    return Head(of(r.Part.OFFICE), of(r.Part.AUTHORITY), place, DAY, ours, theirs, of(r.Part.SIGNATORY))


def test_every_letter_of_the_case_is_made_in_every_language(deciding, kept):
    made = to_the_state(deciding, kept) | here(deciding.case)
    assert set(made) == set(KINDS.values())
    for kind, letters in made.items():
        for_state = kind.to == (To.REQUESTING_STATE,)
        head = head_for_state(deciding) if for_state else Head(OFFICE, ADDRESSEES[kind.to[0]], "Brussels", DAY, "1")
        for facts in letters:
            for language in kind.languages:
                assert write(kind, facts, language, head).language == language


def test_no_letter_to_the_requesting_state_tells_what_may_not_leave(deciding, kept):
    head = head_for_state(deciding)
    for kind, letters in to_the_state(deciding, kept).items():
        for facts in letters:
            for language in kind.languages:
                document = write(kind, facts, language, head)
                assert told_by(kind, facts, document, kept) == (), (kind.id, language)


def test_the_search_finds_what_a_notice_to_the_protection_authority_tells(deciding, kept):
    """So that the test above can fail."""
    kind = kinds.CONSULTATION_OF_PROTECTION
    [facts] = here(deciding.case)[kind]
    document = write(kind, facts, "en", Head(OFFICE, ADDRESSEES[To.PROTECTION], "Brussels", DAY, "1"))
    assert told_by(kind, facts, document, kept)
