"""What a finding means for the standard of proof beyond its own words.

Two rules. To conclude, after examination, that a risk or purpose is not there is to say that the doubts were dispelled.
And the standard cuts both ways: after an independent examination on current sources that answers each point, what was
left arguable is not shown; without such an examination it stays open, because the authorities deciding have to dispel the
doubt, not the person (Paposhvili v. Belgium, 41738/10, 13 December 2016 (GC), par. 186-187; F.G. v. Sweden).
"""

from rogatory.law.grades import Grade
from rogatory.law.questions import Question, Side

DISPELLED_BY: dict[str, str] = {
    "risk.ill_treatment": "risk.dispelled",
    "request.persecution_purpose": "request.persecution_dispelled",
}
"""Conclusions whose established *no* answers the doubt as a whole, and the question it answers."""
EXAMINED = "remedy.claim_examined"
"""The question whether the person's claims were examined."""
THOROUGHLY = "thoroughly"
"""Its answer for an examination that is independent, on current sources, and answers each point."""


def dispels(question: str, answer: tuple[str, ...], grade: Grade) -> str | None:
    """The question a conclusion answers as well, with yes; None if it is none that does."""
    established_no = answer == ("no",) and grade is Grade.ESTABLISHED
    return DISPELLED_BY.get(question) if established_no else None


def left_arguable(question: Question, answer: tuple[str, ...], grade: Grade) -> bool:
    """Whether an answer that protects stays below the standard its question asks."""
    return question.side is Side.PROTECTS and answer == ("yes",) and grade < question.standard


def examined_thoroughly(question: str, answer: tuple[str, ...], grade: Grade) -> bool:
    """Whether a finding says that the person's claims were examined thoroughly."""
    return question == EXAMINED and answer == (THOROUGHLY,) and grade is Grade.ESTABLISHED
