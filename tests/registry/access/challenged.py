"""A case that is challenged from every side: what stands in it, and addresses of it."""

from dataclasses import dataclass, field

from django.test import override_settings
from django.utils import timezone

from rogatory.decision.documents.written import as_plain, of_plain
from rogatory.law.acts import Role
from rogatory.office.folds.dossier import fold
from rogatory.office.folds.originals import letter_name
from rogatory.registry.cases import door, journal
from rogatory.registry.defence import drafts
from tests.registry.access.people import CSRF, HOLDS, Everybody, table
from tests.registry.office import letter

ROWS = table("challenged.csv")
WHOLE_FILE = ("clerk", "central", "prosecutor", "judge", "court", "government", "bureau", "auditor")
"""Who sees the whole file; the reviewer, the observer, counsel, the person and the liaison see a part."""
WORDS = {
    "give P1 the notebook back": "whole counsel person",
    "give P2 the telephone back": "whole counsel-2 person-2",
    "what was held on a part for P2": "whole counsel-2 person-2",
    "what the third party observes": "whole intervener counsel person counsel-2 person-2",
    "the chamber behind closed doors": "whole counsel person",
    "a draft of P1's counsel": "draft",
}
"""Words of the case, and who may read them at the most; written by hand."""
OF_P1, OF_P2, HELD, OF_THIRD, CLOSED, DRAFT = WORDS
Who = tuple[str, str]


def is_one_of(who: Who, words: str) -> bool:
    """Whether somebody is meant by these words of the table."""
    role, relation = who
    told = words.replace("whole", " ".join(WHOLE_FILE)).split()
    if "anybody" in told:
        return True
    if relation in HOLDS:
        return role in told or ("draft" in told and who == ("counsel", "this-case"))
    return (relation == "another-person" and f"{role}-2" in told) or ("invited" in told and who == ("counsel", "none"))


@dataclass
class Challenged:
    """The case of everybody, challenged; what stands in addresses, by whose or which it is."""

    everybody: Everybody
    parts: dict[tuple[str, str], str] = field(default_factory=dict)

    @classmethod
    def brought_about(cls, everybody: Everybody) -> "Challenged":
        made = cls(everybody)
        for of, who, words in (("P1", "this-case", OF_P1), ("P2", "another-person", OF_P2)):
            made._keep(of, "seq", made._do(("counsel", who), "lodge-remedy", of, text=words, kind="lifting"))
        made.parts |= {(r.person, "remedy"): r.ident for r in made._dossier.challenges.remedies.values()}
        everybody.office.do(Role.COURT, "decide-remedy", everybody.case, made.parts["P2", "remedy"],
                            outcome="granted", part="the telephone", reasons=HELD)  # fmt: skip
        made._hearings()
        made._letter()
        everybody.office.do(Role.COURT, "invite-counsel", everybody.case, "P1",
                            account=everybody.accounts["counsel", "none"])  # fmt: skip
        everybody.look()
        made.parts |= {
            ("", "invitation"): everybody.objects["P1-INVITATION"],
            ("P1", "mandate"): everybody.objects["P1-MANDATE"],
            ("", "letter"): letter_name(everybody.attached),
            ("", "part"): everybody.attached,
            ("", "page"): "1",
        }
        counsel = ("counsel", "this-case")
        drafts.keep(everybody.accounts[counsel], everybody.case, "statement", {"text": DRAFT})
        with override_settings(ROGATORY_UNSAFE_ONE_FACTOR=True):
            answer = everybody.signed_in(counsel).post("/defence/calendar", {"csrfmiddlewaretoken": CSRF})
        link = answer.content.decode().partition("/calendar/")[2].partition('"')[0]
        made._keep("P1", "secret", link.removesuffix(".ics"))
        return made

    def address(self, route: str, of: str) -> str:
        """An address of the case."""
        told = {("", "case"): self.everybody.case, ("", "what"): of, **self.parts}
        for (whose, part), value in told.items():
            if whose in ("", of):
                for written in (f"<str:{part}>", f"<int:{part}>", f"<{part}>"):
                    route = route.replace(written, value)
        return f"/{route}"

    def _hearings(self) -> None:
        at = timezone.localtime().replace(year=timezone.localdate().year + 1, day=2).isoformat()
        closed = {"chamber": CLOSED, "at": at, "about": [self.parts["P1", "remedy"]]}
        for of, told in (("closed", closed), ("public", {"chamber": "the open chamber", "at": at, "public": True})):
            self.everybody.office.do(Role.COURT, "set-hearing", self.everybody.case, **told)
            self._keep(of, "hearing", list(self._dossier.hearings)[-1])
        observes = {"text": OF_THIRD, "basis": "Art. 17", "hearing": self.parts["public", "hearing"]}
        self._keep("public", "seq", self._do(("intervener", "this-case"), "intervene", **observes))

    def _letter(self) -> None:
        """A letter to P1, signed and sent."""
        office, case = self.everybody.office, self.everybody.case
        text = as_plain(of_plain({**letter(case), "kind": "notice-to-person"}))
        office.do(Role.CLERK, "draft-document", case, text=text, to="person", person="P1")
        name = list(self._dossier.documents)[-1]
        for act, obj, told in (("sign-document", name, {}), ("notify", "P1", {"document": name, "channel": "post"})):
            done = office.do(Role.CENTRAL_AUTHORITY, act, case, obj, seen=self._dossier.head, **told)
            assert not hasattr(done.result, "obstacles"), done.result.obstacles
        self._keep("P1", "document", name)

    def _do(self, who: Who, act: str, obj: str = "", **form: str) -> str:
        done = door.do(self.everybody.accounts[who], act, self.everybody.case, obj, form)
        assert not hasattr(done.result, "obstacles"), done.result.obstacles
        return str(done.seq)

    def _keep(self, of: str, part: str, value: str) -> None:
        self.parts[of, part] = value

    @property
    def _dossier(self):
        return fold(journal.entries_of(self.everybody.case))
