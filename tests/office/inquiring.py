"""An office in which something is alleged: lodged, taken up, investigated, concluded; and what a link raises."""

from typing import Any

from rogatory.examination.inquiries.allegations import Allegation
from rogatory.examination.inquiries.steps import to_take
from rogatory.law.acts import Role
from rogatory.linkage.model import Proposal
from rogatory.office.folds.inquiries import allegations_of
from rogatory.office.perform import Barred, Done
from rogatory.registers.model import RegisterKind
from tests.office.links import SAME, a_link, confirm, screen, the_link, with_grant
from tests.office.simulator import Office, hurdles

PROSECUTOR, COURT, COUNSEL, CLERK = Role.PROSECUTOR, Role.COURT, Role.COUNSEL, Role.CLERK


def alleged(office: Office, who: Role = COUNSEL, **form: Any) -> str:
    result = office.do(who, "lodge-allegation", "P1", text="two men followed her home", **form)
    assert isinstance(result, Done), result
    return list(allegations_of(office.dossier))[-1]


def raised(office: Office, kind: RegisterKind = RegisterKind.FINDINGS, what: Proposal = SAME, **more: Any) -> str:
    """What a confirmed link raises that answers a question so."""
    screen(office, a_link(kind, proposes=(what,), **more))
    takes = f"{what.question}:{what.about}" if what.about else what.question
    result = confirm(office, the_link(office), by=with_grant(office, COURT), takes=[takes])
    assert isinstance(result, Done), result
    (name,) = allegations_of(office.dossier)
    return name


def the(office: Office, name: str) -> Allegation:
    return allegations_of(office.dossier)[name]


def taken_up(office: Office, name: str) -> None:
    result = office.do(PROSECUTOR, "investigate-repression", "P1", allegation=name)
    assert isinstance(result, Done), result


def investigated(office: Office, name: str) -> None:
    for step in to_take(torture=the(office, name).torture):
        done = office.do(PROSECUTOR, "inquire", name, step=step.value, text="done; page 3 of the file")
        assert isinstance(done, Done), done


def concluded(office: Office, name: str, **form: Any) -> Done | Barred:
    told = {"outcome": "concluded", "grade": "substantial", "reasons": "the footage shows it"} | form
    proposed = office.do(PROSECUTOR, "conclude-inquiry", name, **told)
    assert isinstance(proposed, Done), proposed
    assert proposed.waits
    return office.do(COURT, "confirm", list(office.dossier.proposals)[-1])


def held(office: Office, act: str, obj: str) -> bool:
    result = office.do(PROSECUTOR, act, obj, person=2, reasons="asked")
    return isinstance(result, Barred) and "hold" in hurdles(result)


def answers(office: Office, question: str) -> list[tuple[tuple[str, ...], str]]:
    return [(f.answer, f.grade.name.lower()) for f in office.dossier.case.findings if f.question == question]
