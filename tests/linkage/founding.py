"""The founding pattern with invented persons: what each register knows, and a request that names none of it.

Dana Serikova, a lawyer, fled to Belgium. Her protection and the withdrawal of a notice rest on one
prosecution; her brother Marat was tortured in it. The request spells her in another script, and names neither.
"""

from datetime import date

from rogatory.casefile.model import CaseFile, Person, Request
from rogatory.casefile.parties import Identity, Party, Proceeding, Relation, Told
from rogatory.linkage.book import Book
from rogatory.linkage.model import By, Link, Screening
from rogatory.linkage.screening import screen
from rogatory.people.mandates import Compartment
from rogatory.registers.model import Known, Register, RegisterEntry, RegisterKind

NUMBER = "157500121000456"
"""The number of the case in the unified register of the requesting state."""

DANA = Identity(("Dana Serikova",), born=("1975-04-12",), nationalities=("KZ",))
DANA_ASKED = Identity(("Серікова Дана Ерланқызы",), born=("1975-04-12",))
MARAT = Identity(("Marat Serikov", "Серіков Марат Ерланұлы"), born=("1978-09-30",))

CHARGES = Proceeding(
    "X",
    state="KZ",
    references=(Told(f"criminal case no. {NUMBER}", "request, p. 2"),),
    bodies=("National Security Committee",),
    parties=(Party(person="P1", role="accused"),),
    source="request",
)
SAME_CHARGES = Proceeding(
    "F1", state="KZ", references=(Told(f"№ {NUMBER}", "decision, p. 4"),), source="interview of the applicant"
)

GRANT = RegisterEntry(
    "A-1", "asylum", RegisterKind.PROTECTION, "Refugee status", form="refugee", status="granted", on="2016-05-06",
    by="Office for Refugees", state="BE", against=("KZ",),
    persons=(Known("p", DANA, "protected"), Known("b", MARAT, "relative")),
    proceedings=(SAME_CHARGES,), relations=(Relation("b", "sibling", "p", "interview, p. 3"),), source="file A-1",
)  # fmt: skip
NOTICE = RegisterEntry(
    "N-1", "notices", RegisterKind.NOTICES, "Red notice", form="red", status="withdrawn", by="INTERPOL",
    against=("KZ",), persons=(Known("s", DANA, "subject"),),
    proceedings=(Proceeding("n", state="KZ", references=(Told(NUMBER, "notice"),)),), source="letter of the Commission",
)  # fmt: skip
TORTURE = RegisterEntry(
    "V-7", "tortured", RegisterKind.VICTIMS, "Torture in custody", form="torture", by="Monitors", against=("KZ",),
    persons=(Known("v", MARAT, "victim"),),
    proceedings=(Proceeding("t", state="KZ", references=(Told(NUMBER, "report"),)),), source="report of 2018",
)  # fmt: skip
SOMEBODY = RegisterEntry(
    "A-2", "asylum", RegisterKind.PROTECTION, "Refugee status", form="refugee", status="granted", state="BE",
    persons=(Known("p", Identity(("Ji-woo Park",), born=("1990-01-01",)), "protected"),), source="file A-2",
)  # fmt: skip

REQUEST = Request("mla", "KZ", "BE")
P1 = Person("P1", "D.S.", identity=DANA_ASKED)
NAMED = CaseFile("founding-pattern", "Assistance against a lawyer", REQUEST, persons=(P1,), proceedings=(CHARGES,))
"""The request as it comes: it names her, and the number."""


def book(*entries: RegisterEntry) -> Book:
    """Registers that hold these entries, each as of one day."""
    kinds = dict.fromkeys((e.register, e.kind) for e in entries)
    return Book(
        Register(ident, kind, as_of="2026-01-31", entries=tuple(e for e in entries if e.register == ident))
        for ident, kind in kinds
    )


KNOWN = (GRANT, NOTICE, TORTURE, SOMEBODY)


TODAY = date(2026, 2, 1)
ALL = frozenset(Compartment)


def screened(case: CaseFile, *entries: RegisterEntry) -> Screening:
    return screen(case, book(*entries), TODAY)


def link(found: Screening, by: By, obj: str, entry: str) -> Link | None:
    links = [x for x in found.links if (x.by, x.object, x.entry) == (by, obj, entry)]
    assert len(links) <= 1, "the same object meets an entry once in one way"
    return links[0] if links else None


def met(found: Screening, by: By, obj: str, entry: str) -> Link:
    one = link(found, by, obj, entry)
    assert one is not None, f"{obj} does not meet {entry} by {by.value}: {[x.says for x in found.links]}"
    return one


def proposed(one: Link) -> dict[str, str]:
    return {p.question: p.answer for p in one.proposes}
