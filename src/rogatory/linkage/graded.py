"""What a graded answer of a register that is kept elsewhere means for a case: a link without words.

The custodian says of whom and of which proceedings it is to be consulted, and nothing more. Until it was, nothing is
done for the requesting state; what comes of it is entered, and the link decided, as any other.
"""

from collections.abc import Iterable
from dataclasses import replace

from rogatory.casefile.model import CaseFile
from rogatory.law.canonical import digest
from rogatory.linkage.evidence import Closeness, Missing
from rogatory.linkage.links import ID_DIGITS
from rogatory.linkage.model import Band, By, Link
from rogatory.linkage.proposals import Met, propose
from rogatory.linkage.wording import say_link
from rogatory.registers.model import COMPARTMENT_OF, Register, RegisterKind

CONSULT = "consult"
"""In the place of the entry that is met: its custodian knows which it is."""
_BEARING = {RegisterKind.PROTECTION: "protected", RegisterKind.VICTIMS: "victim"}


def consulted(register: Register, case: CaseFile, about: Iterable[tuple[str, str]]) -> tuple[Link, ...]:
    """The links of a graded answer.

    Args:
        register: The register.
        case: The case it was asked for.
        about: Of whom and of which proceedings the custodian is to be consulted, each with a mark of the evidence.
    """
    return tuple(_link(register, case, object_, mark) for object_, mark in about)


def _link(register: Register, case: CaseFile, object_: str, mark: str) -> Link:
    by = By.PROCEEDING if object_ in {told.id for told in case.proceedings} else By.PERSON
    met = Met(register.kind, "", "", by, _BEARING.get(register.kind, "subject") if by is By.PERSON else "")
    concerned = object_ if object_ in {person.id for person in case.persons} else ""
    why = f"{register.id}: the custodian is to be consulted"
    proposes = (replace(one, answer="", grade="") for one in propose(met, concerned, why))
    link = Link(
        id=digest([object_, register.id, CONSULT, by.value])[:ID_DIGITS],
        digest=digest([object_, register.id, CONSULT, mark]),
        register=register.id, kind=register.kind, entry=CONSULT, by=by, object=object_, with_="",
        band=Band.MUST_EXAMINE, closeness=Closeness.NONE if by is By.PROCEEDING else None, evidence=(), path=(),
        missing=(Missing("what the register holds", "register", "whether it is the same person or proceedings"),),
        proposes=tuple(proposes), says="", compartment=COMPARTMENT_OF[register.kind],
    )  # fmt: skip
    return replace(link, says=say_link(link))
