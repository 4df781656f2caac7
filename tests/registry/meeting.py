"""An office with five registers of invented people, and a request that meets them in every way there is."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from rogatory.law.acts import Role
from rogatory.office.folds.linking import CaseLink, LinkState
from rogatory.registers.reading import read_register
from rogatory.registry.cases import door as cases
from rogatory.registry.registers import door
from tests.registry.office import DAY, Registry

CASES = Path(__file__).resolve().parents[2] / "cases"
KINDS = ("protection", "notices", "findings", "requests", "victims")


def lawyer_file() -> dict[str, Any]:
    """The invented letter rogatory against a lawyer who was protected here, and whose brother was tortured."""
    text = (CASES / "examples" / "lawyer-and-brother.yaml").read_text("utf-8")
    return yaml.load(text, yaml.BaseLoader)  # type: ignore[no-any-return]  # noqa: S506


@dataclass
class Meeting:
    """The office, its registers, and the case that was matched with them."""

    office: Registry
    case: str

    @classmethod
    def held(cls, *kinds: str) -> "Meeting":
        """Registers of these kinds, all of them where none is named; the central authority and the court open all."""
        office = Registry.opened()
        for kind in kinds or KINDS:
            told = read_register((CASES / "registers" / f"invented-{kind}.yaml").read_bytes(), kind)
            office.do(Role.ADMINISTRATOR, "appoint", "", mandate={
                "account": office.accounts[Role.CUSTODIAN], "role": Role.CUSTODIAN.value, "since": DAY,
                "register": told.id,
            })  # fmt: skip
            about = {"kind": told.kind.value, "title": told.title}
            door.keep(office.accounts[Role.ADMINISTRATOR], "open-register", told.id, about)
            source = {"source": "the custodian's own file"}
            door.keep(office.accounts[Role.CUSTODIAN], "import-entries", told.id, source, entries=told.entries)
        case = office.register(lawyer_file())
        office.mandate(Role.INVESTIGATING_JUDGE, case, compartments=["asylum", "protected-identity"])
        office.mandate(Role.CENTRAL_AUTHORITY, case, compartments=["asylum"])
        office.mandate(Role.COURT, case, compartments=["asylum"])
        office.do(Role.CENTRAL_AUTHORITY, "screen", case)
        return cls(office, case)

    @property
    def links(self) -> dict[str, CaseLink]:
        """The links of the case as it stands, by name."""
        return dict(cases.look(self.office.accounts[Role.COURT], self.case)[0].links)

    def link(self, register: str, by: str = "person") -> str:
        """The name of the first link with a register that waits."""
        waiting = (LinkState.OPEN, LinkState.REOPENED)
        return next(
            name
            for name, link in self.links.items()
            if link.state in waiting and (link.told["register"], link.told["by"]) == (f"invented-{register}", by)
        )
