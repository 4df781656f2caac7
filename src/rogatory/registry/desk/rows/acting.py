"""What may be done in a case by whom, stage by stage: each act with the ruling on it, and what stands in its way."""

from collections.abc import Sequence
from dataclasses import dataclass

from rogatory.law.acts import ACTS, CONFIRM_LINK, GRANT, KEEP_NOTICE, Act, Role, Stage
from rogatory.law.formulas import Verdict
from rogatory.law.questions import Kind
from rogatory.law.ruling import Ruling
from rogatory.law.vocabulary import VOCABULARY
from rogatory.law.wording import act_title, english_only, say_norm
from rogatory.law.wording.language import Language
from rogatory.law.wording.questions import ask
from rogatory.law.wording.terms import term
from rogatory.office.errors import Obstacle
from rogatory.office.filing import CONFIRM, DECIDE_REMEDY, EVERY_ACT, FIND
from rogatory.office.perform import needs_second, seconds
from rogatory.office.words import hurdle_word
from rogatory.people.sight import Sight
from rogatory.registry.cases.copies import last_decisions
from rogatory.registry.desk.rows.standing import Standing, carrying, norm_in_words, ruling_on, turn_of
from rogatory.registry.states.on_record import as_judged

MOST_QUESTIONS = 4
"""Open questions shown under an act that waits for them; the examination has them all."""


@dataclass(frozen=True, slots=True)
class Hindrance:
    """One thing that stands in the way: in words, its source, what would lift it, and the norm."""

    text: str
    source: str
    lifts: str
    norm: str


@dataclass(frozen=True, slots=True)
class ActRow:
    """An act on one object.

    Attributes:
        act: The act.
        title: What is done.
        object: Its object; empty: the case, or chosen on the act's page.
        verdict: Name of the verdict; empty where no norm bears on it.
        hindrances: What stands in the way; of an act that is open, the conditions still to obtain.
        questions: The first questions it waits for.
        waiting: How many it waits for.
        roles: Who may do it, where the reader may not; empty: the reader may.
        second: Who must agree; empty: nobody.
        barred: Whether the law leaves no room to do it now, or it is not its turn.
    """

    act: Act
    title: str
    object: str
    verdict: str
    hindrances: tuple[Hindrance, ...]
    questions: tuple[str, ...]
    waiting: int
    roles: str
    second: str
    barred: bool


def by_stage(
    found: Standing, able: Sequence[tuple[Act, tuple[str, ...]]], language: Language
) -> list[tuple[str, list[ActRow]]]:
    """The acts of each stage: those the reader's roles allow, and those judged that are for others.

    Args:
        found: How the case stands.
        able: The acts the reader's roles allow, with their objects.
        language: Language.
    """
    rows: dict[tuple[str, str], ActRow] = {}
    case = as_judged(found.dossier, found.on)
    for act, objects in able:
        # Where no norm tells the objects apart, one row; the object is chosen on the act's page, a link on its own.
        judged = act.id in ACTS and act.of is not Kind.LINK
        for obj in objects if judged else ("",):
            if not judged or found.seen.sees_ruling(act, obj):
                ruling = found.seen.told(ruling_on(case, act.id, obj, found.on)) if judged else None
                rows[act.id, obj] = _row(found, act, obj, ruling and found.seen.told(ruling), language)
    for shown in found.rows:
        ruling = shown.ruling
        roles = ", ".join(term(r, language) for r in ruling.act.by)
        rows.setdefault(
            (ruling.act.id, ruling.object), _row(found, ruling.act, ruling.object, ruling, language, roles=roles)
        )
    order = {act: n for n, act in enumerate(ACTS)}
    placed = sorted(rows.values(), key=lambda r: (r.act.id in ACTS, order.get(r.act.id, 0)))
    groups = ((stage.value, [r for r in placed if r.act.stage is stage]) for stage in Stage)
    return [(stage, of_stage) for stage, of_stage in groups if of_stage]


def _row(found: Standing, act: Act, obj: str, ruling: Ruling | None, language: Language, *, roles: str = "") -> ActRow:
    told = ruling is not None and found.seen.sees_reasons(act, obj)
    turn = _turn(found, act, obj, language, told=told)
    open_ = tuple(q for q in ruling.questions if found.seen.sees_question(q)) if ruling else ()
    return ActRow(
        act=act,
        title=act_title(act, language) if act.id in ACTS else act.title,
        object="" if obj == "request" else obj,
        verdict=ruling.verdict.name if ruling else "",
        hindrances=(*turn, *(_hindrances(found, ruling, language) if ruling and told else ())),
        questions=tuple(ask(VOCABULARY[q.slot.partition("@")[0]], language) for q in open_[:MOST_QUESTIONS]),
        waiting=len(open_),
        roles=roles,
        second=", ".join(sorted(term(r, language) for r in seconds(act))) if needs_second(act) else "",
        barred=bool(turn) or (ruling is not None and ruling.verdict in (Verdict.FORBIDDEN, Verdict.NOT_RIPE)),
    )


def _turn(found: Standing, act: Act, obj: str, language: Language, *, told: bool) -> list[Hindrance]:
    """What stands in the way because of how the case stands; what a norm says of it, for who sees the reasons."""
    obstacles = [o for o in turn_of(act, obj, found.dossier, found.on) if told or not o.norm]
    return [
        Hindrance(_said(o, language), o.source, o.lifts if language is Language.EN else "", o.norm) for o in obstacles
    ]


def _said(obstacle: Obstacle, language: Language) -> str:
    said = norm_in_words(obstacle.norm, language)
    return said or (obstacle.text if language is Language.EN else hurdle_word(obstacle.hurdle, language))


def _hindrances(found: Standing, ruling: Ruling, language: Language) -> list[Hindrance]:
    lifts = {c.norm: c.text for c in ruling.conditions if not c.obtained}
    if ruling.verdict in (Verdict.FORBIDDEN, Verdict.NOT_RIPE):
        states = carrying(found.dossier.case, ruling)
    elif ruling.verdict is Verdict.CONDITIONAL:
        states = tuple(n for n in ruling.norms if n.norm.id in lifts)
    else:
        states = ()
    return [
        Hindrance(
            say_norm(n.norm, language),
            str(n.norm.source.cites[0]),
            english_only(lifts[n.norm.id], language) if n.norm.id in lifts and language is not Language.EN
            else lifts.get(n.norm.id, ""),
            n.norm.id,
        )
        for n in states
    ]  # fmt: skip


@dataclass(frozen=True, slots=True)
class NextStep:
    """The one thing to do now, with the first question.

    It is `agree`, `remedy`, `link`, `answer`, `decide`, `own` or `wait`.
    """

    what: str
    text: str = ""


def next_step(found: Standing, account: str, roles: frozenset[Role], language: Language) -> NextStep:
    """The one thing for somebody to do now in a case, by what their roles allow.

    Args:
        found: How the case stands.
        account: Who looks.
        roles: The roles held in this case.
        language: Language.
    """
    dossier = found.dossier
    if found.seen.sight is not Sight.FILE:
        return NextStep("own")
    if any(may_agree(p.act, p.entry.actor, account, roles) for p in dossier.proposals.values()):
        return NextStep("agree")
    if dossier.remedies and roles & set(DECIDE_REMEDY.by):
        return NextStep("remedy")
    if roles & set(CONFIRM_LINK.by) and any(link.bars and link.told for link in found.seen.links):
        return NextStep("link")
    if found.questions and roles & set(FIND.by):
        question = found.questions[0].question
        return NextStep("answer", ask(VOCABULARY[question.slot.partition("@")[0]], language))
    decided = last_decisions(dossier.entries)
    if not decided and roles & {*GRANT.by, *KEEP_NOTICE.by}:
        return NextStep("decide")
    return NextStep("wait")


def may_agree(act: str, proposer: str, account: str, roles: frozenset[Role]) -> bool:
    """Whether somebody in `roles` may be the second person for an act that `proposer` proposed."""
    return account != proposer and bool(roles & seconds(EVERY_ACT[act])) and bool(roles & set(CONFIRM.by))
