"""An office that keeps a register of protection: its entries, and requests that meet them."""

from collections.abc import Mapping
from typing import Any

from rogatory.casefile.parties import Identity
from rogatory.law.acts import Role
from rogatory.office.folds.linking import CaseLink
from rogatory.registers.model import Known, RegisterEntry, RegisterKind
from rogatory.registry.cases import door as cases
from rogatory.registry.registers import door
from rogatory.registry.registers.door import Kept
from tests.registry.office import DAY, Registry


def granted(ident: str = "D-1", *names: str, born: str = "1975-05-03") -> RegisterEntry:
    who = Identity(names or ("Гүлнара Сейтқазыева",), born=(born,), nationalities=("KZ",))
    return RegisterEntry(
        ident, "protection", RegisterKind.PROTECTION, "Refugee status", form="refugee", status="granted",
        on="2014-06-02", state="BE", against=("KZ",), persons=(Known("P", who, "protected"),),
        source="decision of 2 June 2014",
    )  # fmt: skip


def letter(name: str = "Gulnara Seitkazyeva", born: str = "1975-05-03") -> dict[str, Any]:
    return {
        "title": "An interview for Kazakhstan",
        "request": {"kind": "mla", "requesting_state": "KZ", "requested_state": "BE", "received": "2026-03-01"},
        "persons": [{"id": "P1", "name": name, "identity": {"born": [born], "nationalities": ["KZ"]}}],
        "measures": [{"id": "interview", "type": "interview", "persons": ["P1"]}],
        "packages": ["record"],
    }


def keeping() -> Registry:
    """An office with a register of protection, and its custodian."""
    made = Registry.opened()
    keeper = {"account": made.accounts[Role.CUSTODIAN], "role": Role.CUSTODIAN.value, "since": DAY}
    made.do(Role.ADMINISTRATOR, "appoint", "", mandate={**keeper, "register": "protection"})
    told = {"kind": "protection", "title": "Protection granted in Belgium"}
    door.keep(made.accounts[Role.ADMINISTRATOR], "open-register", "protection", told)
    return made


def bring(office: Registry, *entries: RegisterEntry, act: str = "import-entries", **form: Any) -> Kept:
    told = {"source": "the authority", **form}
    return door.keep(office.accounts[Role.CUSTODIAN], act, "protection", told, entries=entries)


def links(office: Registry, case: str) -> Mapping[str, CaseLink]:
    return cases.look(office.accounts[Role.COURT], case)[0].links
