"""Decisions to draft: that of the founding case, as its public sources tell it, and small invented ones."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from rogatory.casefile.model import CaseFile
from rogatory.decision.bench import Sitting, judge_case, with_attested_treaties
from rogatory.decision.deciding import (
    Choice,
    Deciding,
    KnownLink,
    Letter,
    Licence,
    Office,
    Outcome,
    RunningRemedy,
    Submission,
    TimeLimit,
    Told,
    Undertaking,
    Use,
)
from rogatory.intake.reading import read_case
from rogatory.law.acts import GRANT, POSTPONE, REFUSE
from rogatory.law.corpus import Law

ROOT = Path(__file__).parents[2]
DAY = date(2025, 12, 16)


def judged(law: Law, case: CaseFile, day: date, **parts) -> Deciding:
    """A decision on `case`, judged on `day`."""
    rulings = judge_case(law, replace(case, asked=()), Sitting(at=day), (GRANT, REFUSE, POSTPONE))
    return Deciding(case, with_attested_treaties(law, case), rulings, **parts)


def founding(law: Law) -> Deciding:
    """The founding case, refused.

    What was argued and decided follows the public sources of the case; the numbers, the day of the letter, the link
    and the time limits are invented, as no source tells them.
    """
    path = ROOT / "cases/founding.yaml"
    case = read_case(path.read_bytes(), path.name)
    return judged(
        law,
        case,
        DAY,
        letter=Letter(
            authority="Prosecutor General's Office of the Republic of Kazakhstan",
            reference="18-2-345/17",
            day=date(2017, 11, 20),
            treaty="United Nations Convention against Transnational Organized Crime; Strasbourg Convention of 1990",
            instruments=("UNTOC", "ETS-141"),
            persons=(("P1", "B.J."),),
            measures=(
                ("search", "to search the home of B.J. in Brussels and to seize papers and devices"),
                ("interview", "to interview B.J. on the attached questions"),
            ),
        ),
        office=Office(
            ("Federal Public Service Justice", "International cooperation in criminal matters", "Brussels"),
            "BE-ICM-2018-0042",
            "Brussels",
            DAY,
            ("The head of the central authority",),
        ),
        choices=(
            Choice(
                "search",
                Outcome.REFUSE,
                "Taken together the facts show a political opponent who may face reprisals, and a request dictated by"
                " her political opinions.",
                "The deciding magistrate",
                "central authority",
            ),
            Choice(
                "interview",
                Outcome.REFUSE,
                "The questions serve the same end as the search.",
                "The deciding magistrate",
                "central authority",
            ),
        ),
        submissions=(
            Submission(
                "S1",
                "Counsel for B.J.",
                date(2025, 1, 21),
                "The request belongs to the criminal proceedings that justified her refugee status.",
                "Accepted: the documents show the same charges.",
                "The deciding magistrate",
            ),
            Submission(
                "S2",
                "Counsel for B.J.",
                date(2025, 2, 4),
                "Her brother was tortured in these very proceedings; nothing that comes of it may be used.",
                "Accepted as arguable; it need not be decided, as the request is refused on another ground.",
                "The deciding magistrate",
            ),
            Submission("S3", "Counsel for B.J.", date(2025, 2, 4), "The seized papers must be given back."),
        ),
        links=(
            KnownLink(
                "Register of protection",
                "grant of October 2013",
                "The person concerned is the person recognised as a refugee.",
                "confirmed",
                "The registry clerk",
                "Name and file agree.",
            ),
        ),
        undertakings=(
            Undertaking(
                "the Minister of Justice",
                date(2019, 11, 30),
                "The seized papers stay protected, and nothing goes to Kazakhstan while the proceedings run.",
                "Jus Cogens, on the ruling of 6 February 2024; Lawyers' observatory, 21 January 2025",
            ),
        ),
        remedies=(
            RunningRemedy(
                "B.J.", "the indictments chamber", None, "Access to the file and the lifting of the seizure."
            ),
        ),
        limits=(
            TimeLimit(
                "Appeal in cassation",
                "the person concerned, the prosecutor",
                "15 days",
                "the day after the decision",
                date(2025, 12, 31),
                True,
                "Belgium, Code of Criminal Procedure, Art. 423",
            ),
        ),
        told=(
            Told("The person concerned and her counsel", "the full text", "by registered letter"),
            Told("The requesting state", "the text for the requesting state", "once nothing suspends it"),
        ),
    )


LICENCE = Licence(
    ("bank",),
    "The investigating judge of the requesting state",
    "the trial on the charge of fraud",
    (Use.THESE_PROCEEDINGS, Use.NOT_PASSED_ON),
    date(2027, 6, 30),
)

INVENTED = """
id: invented
title: Bank data for a fraud trial
request: {kind: mla, requesting_state: AL, requested_state: BE, received: 2025-03-03}
persons: [{id: P1, name: Arben Invented}, {id: P2, name: Besa Invented}]
measures:
  - {id: bank, type: bank-data, text: Statements of one account, persons: [P1]}
  - {id: talk, type: interview, text: An interview as a witness, persons: [P1, P2]}
"""


def invented(law: Law, *choices: Choice, findings: str = "", **parts) -> Deciding:
    """An ordinary request between two parties to the Convention of 1959, with what was decided on it."""
    case = read_case((INVENTED + findings).encode(), "invented.yaml")
    letter = Letter("Court of Tirana", "AL-77/2025", date(2025, 2, 20), "Convention of 1959", ("ETS-030",))
    office = Office(("Federal Public Service Justice",), "BE-ICM-2025-0001", "Brussels", date(2025, 6, 2))
    given = {"letter": letter, "office": office, "choices": choices} | parts
    return judged(law, case, date(2025, 6, 2), **given)
