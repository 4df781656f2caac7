"""Why a decision cannot be signed yet: whatever is unanswered, undecided, without reasons or against its ruling."""

from collections.abc import Iterator

from rogatory.casefile.model import Measure
from rogatory.decision.deciding import Choice, Deciding, Licence, Outcome
from rogatory.decision.documents.catalogue import say
from rogatory.decision.drafting.parts import Draft, joined
from rogatory.decision.releasing.confidential import confidential
from rogatory.decision.releasing.leaks import leaks
from rogatory.law.formulas import Verdict
from rogatory.law.wording import Language, act_title, term

_BARRED = (Verdict.FORBIDDEN, Verdict.NOT_RIPE)


def unready(deciding: Deciding, language: Language = Language.EN) -> tuple[str, ...]:
    """What keeps the decision from being signed, each in a sentence; empty: nothing does."""
    writing = Draft(deciding, language)
    return tuple(_sentences(writing))


def _sentences(writing: Draft) -> Iterator[str]:
    deciding, language = writing.deciding, writing.language
    for said in deciding.submissions:
        if not said.answer.strip():
            yield say("unready.unanswered", language, by=said.by, id=said.id)
    for link in deciding.links:
        if link.state not in ("confirmed", "dismissed"):
            yield say("unready.link", language, register=link.register, entry=link.entry)
    for measure in deciding.measures:
        yield from _measure(writing, measure)
    for licence in deciding.licences:
        yield from _licence(writing, licence)
    if deciding.own_words.strip():
        for leak in leaks(deciding.own_words, confidential(deciding)):
            # The decider's own words, and not where else they stand: that may be closed to who reads this.
            yield say("unready.leak", language, found=leak.found)
    if not deciding.limits:
        yield say("unready.no-remedy", language)
    if not deciding.told:
        yield say("unready.nobody-told", language)
    if not deciding.office.signatory:
        yield say("unready.unsigned", language)


def _measure(writing: Draft, measure: Measure) -> Iterator[str]:
    deciding, language = writing.deciding, writing.language
    for person, choice in deciding.decided(measure):
        told = {"measure": writing.measure(measure), "person": writing.person(person) or "-"}
        if choice is None:
            yield say("unready.undecided", language, **told)
            continue
        if not choice.by.strip():
            yield say("unready.nobody", language, **told)
        if not choice.reasons.strip():
            yield say("unready.no-reasons", language, **told)
        yield from _against(writing, measure, choice, told)
    conditional = any(c.outcome is Outcome.CONDITIONS for c in deciding.choices if c.measure == measure.id)
    if conditional and not any(_covers(licence, measure, deciding) for licence in deciding.licences):
        yield say("unready.no-licence", language, measure=writing.measure(measure))


def _against(writing: Draft, measure: Measure, choice: Choice, told: dict[str, str]) -> Iterator[str]:
    """Whether the choice goes against its ruling: never without a departure that a second person agreed to."""
    language, act = writing.language, choice.outcome.act
    ruling = writing.deciding.ruling(act, measure.id)
    if ruling is None:
        yield say("unready.no-ruling", language, measure=told["measure"], act=act_title(act, language))
    elif ruling.verdict in _BARRED and not (choice.departure.strip() and choice.agreed_by.strip()):
        yield say("unready.against", language, verdict=term(ruling.verdict, language), **told)


def _covers(licence: Licence, measure: Measure, deciding: Deciding) -> bool:
    """Whether a licence is attached to a measure, or to an item or package, which may come of any measure."""
    others = {i.id for i in deciding.case.items} | set(deciding.case.packages)
    return measure.id in licence.of or bool(others & set(licence.of))


def _licence(writing: Draft, licence: Licence) -> Iterator[str]:
    said = {
        "who": licence.who.strip(),
        "purpose": licence.purpose.strip(),
        "until": licence.until,
        "uses": licence.uses,
    }
    of = joined(map(writing.named, licence.of)) or "-"
    for what, value in said.items():
        if not value:
            told = say(f"unready.licence-{what}", writing.language)
            yield say("unready.licence", writing.language, of=of, what=told)
