"""What leaves for the requesting state tells nothing of protection, inquiries, notices or who a source is."""

from typing import Any

import pytest

from rogatory.aftermath.pressure import Pressure
from rogatory.law.acts import Role
from rogatory.office.folds.documents import FOR_THE_STATE, Addressee
from rogatory.office.folds.protected import incidents_of
from rogatory.office.perform import Done
from rogatory.office.seen.portion import portion
from rogatory.people.mandates import Compartment
from rogatory.registry.documents.drafting import Wanted, drafted
from tests.approved.documents import as_text
from tests.office.simulator import Office, simple_file

pytestmark = pytest.mark.django_db
CA, COURT, PROSECUTOR, BUREAU, CLERK, COUNSEL = (
    Role.CENTRAL_AUTHORITY, Role.COURT, Role.PROSECUTOR, Role.NOTICE_BUREAU, Role.CLERK, Role.COUNSEL,
)  # fmt: skip


class Planted:
    """A case in which every word somebody wrote of these is one of a kind."""

    def __init__(self, law: Any) -> None:
        self.words: list[str] = []
        self.office, file = Office(law), simple_file()
        file["request"]["kind"] = "extradition"
        assert isinstance(self.office.register(file), Done)
        self.protection()
        self.rest()

    def word(self) -> str:
        self.words.append(f"zhebalura{len(self.words):02}kiv")
        return self.words[-1]

    def do(self, who: Role, act: str, obj: str = "", **form: Any) -> None:
        assert isinstance(self.office.do(who, act, obj, **form), Done), act

    def protection(self) -> None:
        told: dict[str, Any] = {
            "kind": Pressure.THREATS.value,
            "since": "2026-03-01",
            "place": self.word(),
            "text": self.word(),
        }
        self.do(COUNSEL, "report-incident", "P1", **told)
        for step, more in (("contact", {}), ("address", {}), ("measure", {"seen-to": self.word()})):
            self.do(CA, "protect", "P1", step=step, text=self.word(), **more)
        account = self.office.people[CA][0].account
        mandate: dict[str, Any] = {"account": account, "role": CA.value, "since": "2026-01-01",
                   "compartments": [Compartment.PROTECTION.value]}  # fmt: skip
        self.do(COURT, "give-mandate", mandate=mandate)
        of = next(iter(incidents_of(self.office.dossier)))
        answer: dict[str, Any] = {"of": of, "to": "inquiry", "text": self.word(), "alleges": self.word()}
        self.do(CA, "protect", "P1", step="answer", **answer)

    def rest(self) -> None:
        self.do(CLERK, "lodge-allegation", "P1", text=self.word(), source=self.word())
        self.do(BUREAU, "track-notice", step="notice-beside", kind="red-notice", text=self.word())
        self.do(BUREAU, "track-notice", step="copy-found", place="other-file", text=self.word())
        told: dict[str, Any] = {
            "kind": "unlawful-disclosure",
            "whose": "own-authority",
            "of": "interview",
            "evidence": ["0"],
            "happened": "2026-03-01",
            "gone": [self.word()],
            "reasons": self.word(),
        }
        self.do(COURT, "find-breach", text=self.word(), **told)


def test_the_texts_for_the_state_hold_none_of_it(law, settings):
    settings.OFFICE, settings.STATE = "Office", "BE"
    planted = Planted(law)
    dossier = planted.office.dossier
    seen = portion(dossier, planted.office.people[COURT][0].mandates)
    for language in ("en", "fr", "nl"):
        made = drafted(Wanted(FOR_THE_STATE, language, Addressee.REQUESTING_STATE, addressee=("To",)), dossier, seen)
        found = [word for word in planted.words if word in as_text(made).casefold()]
        assert not found, found
    # That the search can fail: the file itself does hold what was alleged, and none of the compartment or the source.
    held = [word for word in planted.words if word in str(seen.case)]
    assert held
    assert not set(held) & {planted.words[n] for n in (*range(7), 9)}
