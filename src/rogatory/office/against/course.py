"""The course of a case: what must have been decided before an act, whatever the norms say of its merits.

A ruling says whether the law lets an act be done. That it is its turn is another matter: what serves the requesting
state follows a decision to grant that still stands and could be taken today, a request is answered with what it asks
for, and a closed case is closed for the requesting state and not for the person concerned. No departure from a ruling
lifts this.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType

from rogatory.casefile.model import CaseFile
from rogatory.casefile.view import WHOLE
from rogatory.examination.inquiries.steps import PACE_15_1
from rogatory.law.acts import (
    ARREST,
    CLOSE,
    CONFIRM_LINK,
    CONFIRM_PROTECTION,
    CONSULT,
    DESTROY_MATERIAL,
    DISMISS_LINK,
    EXTRADITION_KINDS,
    GRANT,
    HEAR_REQUESTING_STATE,
    INVESTIGATE_REPRESSION,
    KEEP_NOTICE,
    NOTICE_KINDS,
    NOTIFY,
    OPEN_FILE_TO_PERSON,
    PROTECT,
    REFUSE,
    REPAIR,
    RETURN_ITEM,
    RETURN_MATERIAL,
    SCREEN,
    SURRENDER,
    Act,
)
from rogatory.law.formulas import Verdict
from rogatory.law.questions import Kind
from rogatory.law.ruling import Ruling
from rogatory.office.against.guards import norm_obstacles
from rogatory.office.errors import Hurdle, Obstacle
from rogatory.office.filing import (
    ACCEPT_MANDATE,
    ATTACH,
    CANCEL_HEARING,
    CLOSE_BREACH,
    CONCLUDE_INQUIRY,
    DECIDE_DISCLOSURE,
    DECIDE_REMEDY,
    DEMAND_RETURN,
    DRAFT_DOCUMENT,
    END_MANDATE,
    END_SECRECY,
    END_UNDERTAKING,
    ENTER,
    ERASE,
    EXTEND_LIMIT,
    FIND,
    FIND_BREACH,
    GIVE_INVENTORY,
    GIVE_MANDATE,
    INQUIRE,
    INTERVENE,
    INVITE_COUNSEL,
    KEEP_BACK,
    LIFT_STAY,
    LODGE_ALLEGATION,
    LODGE_REMEDY,
    ORDER_REPARATION,
    ORDER_STAY,
    READ,
    RECORD_ANSWER,
    RECORD_HEARING,
    RECORD_SERVICE,
    REFER_REMEDY,
    REGISTER_REMEDY,
    REOPEN,
    REPORT_INCIDENT,
    SEND_DOCUMENT,
    SET_APART,
    SET_HEARING,
    SIGN_DOCUMENT,
    SUBMIT,
    SUSPEND_LIMIT,
    TRACK_NOTICE,
    UNDERTAKE,
    WITHDRAW_FINDING,
    WITHDRAW_REMEDY,
)
from rogatory.office.folds.aftermath import aftermath_of
from rogatory.office.folds.dossier import Dossier
from rogatory.office.folds.inquiries import allegations_of
from rogatory.office.folds.notices import notice_of
from rogatory.office.folds.owed import departure_from
from rogatory.office.folds.protected import incidents_of

WITHOUT_GRANT = frozenset({ARREST.id, CONSULT.id, GRANT.id, HEAR_REQUESTING_STATE.id, KEEP_NOTICE.id})
"""Acts that serve the requesting state and may come before the request is granted; every other one follows a grant.
Provisional arrest and hearing the requesting state prepare the decision, consulting also explains a refusal."""
WHILE_CLOSED = frozenset(
    act.id
    for act in (READ, REOPEN, SCREEN, CONFIRM_LINK, DISMISS_LINK, SET_APART, GIVE_MANDATE, END_MANDATE, ENTER, ATTACH,
                FIND, WITHDRAW_FINDING, SUBMIT, UNDERTAKE, LODGE_REMEDY, REGISTER_REMEDY, REFER_REMEDY, DECIDE_REMEDY,
                WITHDRAW_REMEDY, ORDER_STAY, LIFT_STAY, END_UNDERTAKING, KEEP_BACK, END_SECRECY, SET_HEARING,
                CANCEL_HEARING, RECORD_HEARING, RECORD_SERVICE, SUSPEND_LIMIT, EXTEND_LIMIT, INTERVENE,
                INVITE_COUNSEL, ACCEPT_MANDATE, ERASE, NOTIFY,
                OPEN_FILE_TO_PERSON, CONFIRM_PROTECTION, DRAFT_DOCUMENT, SIGN_DOCUMENT, SEND_DOCUMENT, RECORD_ANSWER,
                RETURN_ITEM, GIVE_INVENTORY, RETURN_MATERIAL, DESTROY_MATERIAL, INVESTIGATE_REPRESSION, PROTECT,
                FIND_BREACH, DEMAND_RETURN, CLOSE_BREACH, ORDER_REPARATION, REPAIR, LODGE_ALLEGATION, REPORT_INCIDENT,
                INQUIRE, CONCLUDE_INQUIRY, DECIDE_DISCLOSURE, TRACK_NOTICE)
)  # fmt: skip
"""What a closed case is open for: knowing what happened and what is known, and what is owed to the person concerned.
Remedies, protection and reparation do not end because an office has put a file away (ECHR Art. 13; UNCAT Art. 13 and
14)."""
ONLY_FOR: Mapping[str, tuple[tuple[str, ...], str]] = MappingProxyType(
    {
        ARREST.id: ((*EXTRADITION_KINDS, *NOTICE_KINDS), "ECHR Art. 5(1)(f); ETS 030 Art. 1(2)"),
        SURRENDER.id: (EXTRADITION_KINDS, "ECHR Art. 5(1)(f); ETS 030 Art. 1(2)"),
        KEEP_NOTICE.id: (NOTICE_KINDS, "table of acts"),
        TRACK_NOTICE.id: ((*EXTRADITION_KINDS, *NOTICE_KINDS), "table of acts"),
    }
)
"""Acts that only some kinds of request can ask for: those kinds, and what says so."""
ON_A_NOTICE = frozenset({KEEP_NOTICE.id, ARREST.id, CONSULT.id})
"""What may be done for a state on its notice or diffusion alone; for more, a request must come."""


def course_obstacles(act: Act, obj: str, dossier: Dossier, granting: Callable[[str], Ruling]) -> list[Obstacle]:
    """What stands against an act because of how the case stands.

    Args:
        act: The act.
        obj: Identifier of its object.
        dossier: The case.
        granting: The ruling of the day on granting a measure.
    """
    found = [Obstacle(Hurdle.COURSE, *told) for told in _found(act, obj, dossier)]
    if found or not follows_a_grant(act):
        return found
    return against_the_grant(act, granted(act, obj, dossier), dossier, granting)


def follows_a_grant(act: Act) -> bool:
    """Whether an act is done only while a grant stands that carries it."""
    return act.cooperates and act.id not in WITHOUT_GRANT


def granted(act: Act, obj: str, dossier: Dossier) -> tuple[str, ...]:
    """The measures whose grant carries the act: their last decision is one, and they touch what it is done to.

    A measure is carried by the grant of that measure; a person by one of a measure that touches the person; an item, a
    package and the request by any.
    """
    case = dossier.case
    standing = tuple(m for m in _decidable(case) if dossier.decisions.get(m) == GRANT.id)
    if act.of is Kind.MEASURE:
        return tuple(m for m in standing if m == obj)
    if act.of is Kind.PERSON and case.measures:
        touching = {m.id for m in case.measures if not m.persons or obj in m.persons}
        return tuple(m for m in standing if m in touching)
    return standing


def against_the_grant(
    act: Act, measures: Iterable[str], dossier: Dossier, granting: Callable[[str], Ruling]
) -> list[Obstacle]:
    """What the law says today against every grant that carries an act: none of them is a licence.

    A departure from the ruling on granting carries later acts that can be undone, and no other.

    Args:
        act: The act.
        measures: The measures whose grant would carry it.
        dossier: The case.
        granting: The ruling of the day on granting a measure.
    """
    found: list[Obstacle] = []
    for measure in measures:
        ruling = granting(measure)
        if ruling.verdict not in (Verdict.FORBIDDEN, Verdict.NOT_RIPE):
            return []
        departure = departure_from(ruling, dossier) if act.reversible else None
        found = norm_obstacles(GRANT, ruling, {"reasons": "given when it was granted"}, departure)
        if not found:
            return []
    return found


def _found(act: Act, obj: str, dossier: Dossier) -> Iterator[tuple[str, str, str]]:
    kind = dossier.case.request.kind
    if dossier.closed and act.id not in WHILE_CLOSED:
        yield "the case is closed", "the course of a case", "reopening the case"
    if act is CLOSE and dossier.remedies:
        waiting = ", ".join(dossier.remedies)
        yield f"a remedy has been lodged and not decided: {waiting}", "ECHR Art. 13", "the decision of the court"
    if act is CLOSE and any(a.standing.is_open for a in allegations_of(dossier).values()):
        yield "an allegation of repression or torture is open", str(PACE_15_1), "the reasoned end of its inquiry"
    if act is CLOSE and (open_ := [b.ident for b in aftermath_of(dossier).breaches.values() if b.waits]):
        text = f"a breach was alleged or found, and is not closed: {', '.join(open_)}"
        yield text, "ECHR Art. 13; PACE Resolution 2509 (2023) point 15.3", CLOSE_BREACH.id
    if act is CLOSE and any(one.waits for one in incidents_of(dossier).values()):
        yield "something waits in the compartment of protection", "ECHR Art. 2 and 3", "an answer to it"
    kinds, source = ONLY_FOR.get(act.id, ((kind,), ""))
    if kind not in kinds and not (act is KEEP_NOTICE and kind in EXTRADITION_KINDS and notice_of(dossier)):
        yield f"a request of the kind {kind} does not ask for this", source, f"a request of the kind {', '.join(kinds)}"
    elif not act.cooperates:
        return
    elif kind in NOTICE_KINDS:
        if act.id not in ON_A_NOTICE:
            yield "a notice asks for no more than to find and arrest", "RPD Art. 82", "a request of the state"
    elif follows_a_grant(act) and not granted(act, obj, dossier):
        yield "it serves the requesting state, and no grant stands that carries it", "the course of a case", "grant"
    elif act is ARREST and _refused(dossier):
        yield "the request is refused: nobody is detained for it any more", "ECHR Art. 5(1)(f)", "grant"


def _refused(dossier: Dossier) -> bool:
    return all(dossier.decisions.get(m) == REFUSE.id for m in _decidable(dossier.case))


def _decidable(case: CaseFile) -> tuple[str, ...]:
    """What is decided on: each measure, or the request as a whole where the file names none."""
    return tuple(m.id for m in case.measures) or (WHOLE,)
