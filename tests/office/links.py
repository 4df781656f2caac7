"""Screenings for the tests: what matching would give, made by hand."""

from collections.abc import Iterable
from typing import Any

from rogatory.casefile.parties import Told
from rogatory.law.acts import Role
from rogatory.linkage.evidence import Evidence, Family
from rogatory.linkage.model import Band, By, Link, Looked, Proposal, Screening, Step
from rogatory.office.folds.linking import CaseLink
from rogatory.office.perform import Barred, Done
from rogatory.people.mandates import Actor, Compartment, Mandate
from rogatory.registers.model import COMPARTMENT_OF, RegisterKind
from tests.office.simulator import START, Office

MUST, LOOK, COUNTED = Band.MUST_EXAMINE, Band.LOOK, Band.COUNTED
REFUGEE = Proposal("person.refugee_here", "P1", "yes", "established", "the entry grants refugee status")
SAME = Proposal("proceeding.same_as_protection", "", "yes", "substantial", "the same reference of the same authority")
WORDS = "G. H., born 1970-01-02, whom the register protects"
"""Words of a register that whoever may not open it must not find anywhere."""
WHOLE = tuple(Looked(kind.value, kind, 10, "2026-03-01", ("A. B. (Latin)",)) for kind in RegisterKind)
"""Every kind of register was kept, and was looked through."""


def a_link(
    kind: RegisterKind = RegisterKind.PROTECTION,
    band: Band = MUST,
    *,
    proposes: Iterable[Proposal] = (REFUGEE,),
    **more: Any,
) -> Link:
    """A link by a person, with the words of a register in it."""
    told: dict[str, Any] = {
        "id": f"{kind.value}/17/P1",
        "digest": "d1",
        "register": kind.value,
        "kind": kind,
        "entry": "17",
        "by": By.PERSON,
        "object": "P1",
        "with_": "X1",
        "band": band,
        "closeness": None,
        "evidence": (Evidence(Family.NAME, 17.5, Told("A. B.", "letter, page 1"), Told(WORDS), "the names agree"),),
        "path": (Step("P1", "is", WORDS, "name and day of birth", 17.5),),
        "missing": (),
        "proposes": tuple(proposes),
        "says": f"P1 may be {WORDS}",
        "compartment": COMPARTMENT_OF[kind],
    }
    return Link(**{**told, **more})


def screening(*links: Link, coverage: Iterable[Looked] = WHOLE) -> Screening:
    """A screening that found these links."""
    return Screening(links, (("notices", 3),), tuple(coverage))


def open_link(band: Band = MUST, **more: Any) -> Link:
    """A link whose words whoever sees the file sees."""
    return a_link(RegisterKind.FINDINGS, band, **more)


OPENS = frozenset(Compartment)
"""Everything a mandate can open."""


def with_grant(office: Office, role: Role, person: int = 1, *opens: Compartment) -> Actor:
    """Somebody of the office whose mandate for this case opens compartments."""
    actor = office.people[role][person - 1]
    own = Mandate(actor.account, role, office.case, START.date(), compartments=frozenset(opens or OPENS))
    return Actor(actor.account, (*actor.mandates, own))


def screen(office: Office, *links: Link, **more: Any) -> Done | Barred:
    return office.do(Role.CLERK, "screen", screening=screening(*links, **more))


def the_link(office: Office) -> CaseLink:
    (link,) = office.dossier.links.values()
    return link


def dismiss(
    office: Office, link: CaseLink, by: Role | Actor = Role.PROSECUTOR, agrees: Role | Actor = Role.COURT
) -> Done | Barred:
    reasons = "another person, born in another year"
    result = office.do(by, "dismiss-link", link.name, reasons=reasons, digest=link.digest)
    if isinstance(result, Barred):
        return result
    return office.do(agrees, "confirm", list(office.dossier.proposals)[-1], person=2)


def confirm(office: Office, link: CaseLink, by: Role | Actor = Role.PROSECUTOR, **form: Any) -> Done | Barred:
    told = {"reasons": "the same day of birth and the same case", "digest": link.digest, **form}
    return office.do(by, "confirm-link", link.name, **told)
