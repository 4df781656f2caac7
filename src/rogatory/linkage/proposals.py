"""What a confirmed link proposes to the examination: one table, each line with where its rule comes from.

A line proposes an answer where the entry itself says it, to the grade it carries, and only makes a question live where
it does not. No line proposes an answer that releases: that somebody's protection ended, or was granted against another
state, is asked, never proposed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from rogatory.law.questions import Kind
from rogatory.law.vocabulary import VOCABULARY
from rogatory.linkage.evidence import Closeness
from rogatory.linkage.model import By, Proposal
from rogatory.linkage.paths import Tie
from rogatory.registers.model import RegisterKind

OPEN = ""
"""In the place of an answer: the question becomes live, and nothing is proposed."""


@dataclass(frozen=True, slots=True)
class Met:
    """What of a link decides what it proposes.

    Attributes:
        kind: Kind of register.
        form: What was granted, published, decided or done; empty: not said.
        status: What became of it; empty: not said.
        by: By what it was met.
        role: Role of the person met; empty where proceedings were.
        tie: What the person of the case is to the person met; co-accused where that is somebody only named in the
            proceedings of the case.
        same: How the nearest proceedings of the entry stand to those of the case: identical, same facts or connected;
            none: otherwise, or not known.
        person_too: Whether a person of the case is the one the entry is about.
        against: Whether it is against the requesting state; None: not said.
        here: Whether an authority of this state asserts it; None: not said.
    """

    kind: RegisterKind
    form: str
    status: str
    by: By
    role: str = ""
    tie: Tie = Tie.SELF
    same: Closeness = Closeness.NONE
    person_too: bool = False
    against: bool | None = None
    here: bool | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table: where everything it names is so, it proposes. What is empty is not asked.

    Attributes:
        kind: Kind of register.
        question: Question it answers or makes live.
        answer: Answer; `OPEN`: the question only becomes live.
        grade: Grade; empty with `OPEN`.
        source: Where the rule comes from: law, or policy of this system.
        form: Forms it is for.
        status: Statuses it is for.
        by: By what it must be met.
        role: Roles of the person met.
        tie: Ties; empty: by person only the person itself, else any.
        same: How the proceedings must stand.
        person_too: Whether a person of the case must (or must not) be who the entry is about; None: not asked.
        against: Whether it must be against the requesting state, `None` among them where it may be not said.
        here: The same for who asserts it.
    """

    kind: RegisterKind
    question: str
    answer: str
    grade: str
    source: str
    form: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    by: tuple[By, ...] = ()
    role: tuple[str, ...] = ()
    tie: tuple[Tie, ...] = ()
    same: tuple[Closeness, ...] = ()
    person_too: bool | None = None
    against: tuple[bool | None, ...] = ()
    here: tuple[bool | None, ...] = ()

    def fits(self, met: Met) -> bool:
        """Whether everything the line names is so."""
        named = ("form", "status", "by", "role", "same", "against", "here")
        ties = self.tie or ((Tie.SELF,) if met.by is By.PERSON else tuple(Tie))
        return (
            self.kind is met.kind
            and met.tie in ties
            and self.person_too in (None, met.person_too)
            and all(not getattr(self, name) or getattr(met, name) in getattr(self, name) for name in named)
        )


_K, _YES, _LIVE = RegisterKind, ("yes", "established"), (OPEN, "")
_SUBSTANTIAL, _ARGUABLE = ("yes", "substantial"), ("yes", "arguable")
_PERSON, _PROCEEDING, _PATH = (By.PERSON,), (By.PROCEEDING,), (By.PATH,)
_HERSELF = ("protected", "subject", "applicant", "victim")
_SAME = (Closeness.IDENTICAL, Closeness.SAME_FACTS)
_IDENTICAL, _FACTS, _CONNECTED = (Closeness.IDENTICAL,), (Closeness.SAME_FACTS,), (Closeness.CONNECTED,)
_NOT_SAME = (Closeness.CONNECTED, Closeness.SIMILAR, Closeness.NONE)
_NEAR = (Tie.RELATIVE, Tie.ASSOCIATE)
_STANDS, _GONE = ("granted",), ("withdrawn", "deleted", "refused")

_REFUGEE = "Refugee Convention, Articles 1A and 33(1)"
_SUBSIDIARY = "Directive 2011/95/EU, Articles 15, 18 and 21; ECHR, Article 3"
_ASYLUM = "Refugee Convention, Article 33(1); Directive 2013/32/EU, Article 9"
_BEHIND = "Refugee Convention, Article 33(1); ECHR, Articles 3 and 8; PACE Resolution 2509 (2023), point 17"
_INTERPOL = "INTERPOL, Constitution, Articles 2 and 3; Rules on the Processing of Data, Articles 34 and 86"
_UN = "ICCPR, Articles 2 and 9; Human Rights Council Resolution 51/8 (Working Group on Arbitrary Detention)"
_COURT = "ETS 024, Article 3(2); ETS 030, Article 2"
_TORTURE = "UN Convention against Torture, Articles 3 and 15; ECHR, Article 3"
_NEARBY = "UN Convention against Torture, Article 15; ECHR, Articles 3 and 6 (El Haski v. Belgium)"
_DEFENDER = (
    "UN Declaration on Human Rights Defenders (GA Res 53/144), Articles 9(4) and 12; PACE Resolution 2509 (2023)"
)
_AGAIN = "Policy of this system: what was refused is not granted unseen when it is asked again"
_TARGETED = "PACE Resolution 2509 (2023), points 1.2 and 17; ETS 024, Article 3(2)"

LINES: tuple[Line, ...] = (
    # --- protection: the status itself, where the person is met -----------------------------------------------------
    Line(_K.PROTECTION, "person.refugee_here", *_YES, _REFUGEE, ("refugee",), _STANDS, _PERSON, ("protected",),
         here=(True,)),
    Line(_K.PROTECTION, "person.refugee_elsewhere", *_YES, _REFUGEE, ("refugee",), _STANDS, _PERSON, ("protected",),
         here=(False,)),
    Line(_K.PROTECTION, "person.refugee_here", *_LIVE, _REFUGEE, ("refugee",), _STANDS, _PERSON, ("protected",),
         here=(None,)),
    Line(_K.PROTECTION, "person.refugee_here", *_LIVE, _REFUGEE, ("",), ("granted", ""), _PERSON, ("protected",)),
    Line(_K.PROTECTION, "person.refugee_here", *_LIVE, _REFUGEE, ("refugee",), ("",), _PERSON, ("protected",)),
    Line(_K.PROTECTION, "person.subsidiary_protection", *_YES, _SUBSIDIARY, ("subsidiary", "temporary"), _STANDS,
         _PERSON, ("protected",), against=(True, None)),
    Line(_K.PROTECTION, "person.subsidiary_protection", *_LIVE, _SUBSIDIARY, ("",), ("granted", ""), _PERSON,
         ("protected",)),
    Line(_K.PROTECTION, "person.subsidiary_protection", *_LIVE, _SUBSIDIARY, ("subsidiary", "temporary"), ("",),
         _PERSON, ("protected",)),
    Line(_K.PROTECTION, "person.asylum_pending", *_YES, _ASYLUM, status=("pending",), by=_PERSON, role=_HERSELF),
    Line(_K.PROTECTION, "person.asylum_refused", *_LIVE, _ASYLUM, status=("refused",), by=_PERSON, role=_HERSELF),
    Line(_K.PROTECTION, "person.status_withdrawn", *_LIVE, _REFUGEE, status=("ended",), by=_PERSON, role=_HERSELF),
    Line(_K.PROTECTION, "person.status_cancelled_for_request", *_LIVE, _REFUGEE, status=("ended",), by=_PERSON,
         role=_HERSELF),
    Line(_K.PROTECTION, "person.protection_against_requesting_state", *_YES, _REFUGEE, status=_STANDS, by=_PERSON,
         role=("protected",), against=(True,)),
    Line(_K.PROTECTION, "person.protection_against_requesting_state", *_LIVE, _REFUGEE, status=_STANDS, by=_PERSON,
         role=("protected",), against=(False,)),
    # --- protection: the proceedings it is founded on ---------------------------------------------------------------
    Line(_K.PROTECTION, "proceeding.same_as_protection", *_YES, _BEHIND, status=("granted", "", "pending", "ended"),
         same=_IDENTICAL, person_too=True),
    Line(_K.PROTECTION, "proceeding.same_as_protection", *_SUBSTANTIAL, _BEHIND,
         status=("granted", "", "pending", "ended"), same=_FACTS, person_too=True),
    Line(_K.PROTECTION, "proceeding.same_as_protection", *_LIVE, _BEHIND, by=_PROCEEDING, same=_SAME, person_too=False),
    Line(_K.PROTECTION, "proceeding.same_as_protection", *_LIVE, _BEHIND, by=(By.PERSON, By.PROCEEDING),
         same=_NOT_SAME),
    # --- protection of somebody near --------------------------------------------------------------------------------
    Line(_K.PROTECTION, "person.linked_to_targeted_person", *_SUBSTANTIAL, _TARGETED, status=_STANDS, by=_PATH,
         role=("protected",), tie=_NEAR, against=(True,)),
    Line(_K.PROTECTION, "person.linked_to_targeted_person", *_ARGUABLE, _TARGETED, status=_STANDS, by=_PATH,
         role=("protected",), tie=_NEAR, against=(None,)),
    Line(_K.PROTECTION, "person.linked_to_targeted_person", *_LIVE, _TARGETED, by=(By.PERSON, By.PATH),
         tie=(Tie.CO_ACCUSED,)),
    Line(_K.PROTECTION, "person.linked_to_targeted_person", *_LIVE, _TARGETED, by=_PERSON,
         role=("relative", "co-accused")),
    # --- notices ----------------------------------------------------------------------------------------------------
    Line(_K.NOTICES, "notice.deleted_or_refused", *_YES, _INTERPOL, status=_GONE, same=_IDENTICAL, person_too=True),
    Line(_K.NOTICES, "notice.deleted_or_refused", *_SUBSTANTIAL, _INTERPOL, status=_GONE, same=_FACTS, person_too=True),
    Line(_K.NOTICES, "notice.deleted_or_refused", *_LIVE, _INTERPOL, status=_GONE, by=_PERSON, same=_NOT_SAME),
    Line(_K.NOTICES, "notice.deleted_or_refused", *_LIVE, _INTERPOL, status=_GONE, by=_PROCEEDING, person_too=False),
    Line(_K.NOTICES, "person.linked_to_targeted_person", *_LIVE, _TARGETED, status=_GONE, by=_PATH, tie=_NEAR),
    Line(_K.NOTICES, "request.repeated_after_refusal", *_LIVE, _AGAIN, status=_GONE, same=_SAME),
    # --- what UN bodies and courts have said ------------------------------------------------------------------------
    Line(_K.FINDINGS, "proceeding.un_body_has_spoken", *_YES, _UN, ("un",), ("adopted", ""), same=_IDENTICAL),
    Line(_K.FINDINGS, "proceeding.un_body_has_spoken", *_SUBSTANTIAL, _UN, ("un",), ("adopted", ""), _PERSON, _HERSELF),
    Line(_K.FINDINGS, "proceeding.un_body_has_spoken", *_SUBSTANTIAL, _UN, ("un",), ("adopted", ""),
         (By.PROCEEDING, By.PATH), same=_FACTS),
    Line(_K.FINDINGS, "proceeding.un_body_has_spoken", *_LIVE, _UN, ("un", ""), same=_NOT_SAME),
    Line(_K.FINDINGS, "proceeding.un_body_has_spoken", *_LIVE, _UN, ("un",), ("pending",), same=_SAME),
    Line(_K.FINDINGS, "proceeding.found_political_by_a_court", *_LIVE, _COURT, ("court", ""), by=(By.PERSON,
         By.PROCEEDING)),
    Line(_K.FINDINGS, "proceeding.found_political_by_a_court", *_LIVE, _COURT, ("court",), by=_PATH),
    Line(_K.FINDINGS, "proceeding.refused_elsewhere", *_LIVE, _COURT, ("court",), ("refused",), here=(False, None)),
    # --- earlier requests -------------------------------------------------------------------------------------------
    Line(_K.REQUESTS, "request.repeated_after_refusal", *_YES, _AGAIN, status=("refused",), same=_IDENTICAL),
    Line(_K.REQUESTS, "request.repeated_after_refusal", *_SUBSTANTIAL, _AGAIN, status=("refused",), same=_FACTS),
    Line(_K.REQUESTS, "request.repeated_after_refusal", *_LIVE, _AGAIN, status=("refused",), same=_NOT_SAME),
    Line(_K.REQUESTS, "proceeding.refused_elsewhere", *_LIVE, _COURT, status=("refused",), here=(False,)),
    # --- ill-treatment and arbitrary detention ----------------------------------------------------------------------
    Line(_K.VICTIMS, "person.past_ill_treatment", *_SUBSTANTIAL, _TORTURE, ("torture",), by=_PERSON, role=("victim",),
         against=(True,)),
    Line(_K.VICTIMS, "person.past_ill_treatment", *_LIVE, _TORTURE, ("torture",), by=_PERSON, role=("victim",),
         against=(None,)),
    Line(_K.VICTIMS, "person.past_ill_treatment", *_LIVE, _TORTURE, ("detention", ""), by=_PERSON, role=("victim",),
         against=(True, None)),
    Line(_K.VICTIMS, "person.relative_ill_treated", *_SUBSTANTIAL, _TORTURE, ("torture",), by=_PATH, role=("victim",),
         tie=_NEAR, against=(True,)),
    Line(_K.VICTIMS, "person.relative_ill_treated", *_ARGUABLE, _TORTURE, ("detention",), by=_PATH, role=("victim",),
         tie=_NEAR, against=(True,)),
    Line(_K.VICTIMS, "person.relative_ill_treated", *_LIVE, _TORTURE, by=_PATH, role=("victim",), tie=_NEAR,
         against=(None,)),
    Line(_K.VICTIMS, "person.relative_ill_treated", *_LIVE, _TORTURE, ("",), by=_PATH, role=("victim",), tie=_NEAR,
         against=(True,)),
    Line(_K.VICTIMS, "proceeding.relative_ill_treated", *_SUBSTANTIAL, _NEARBY, by=_PATH, role=("victim",),
         tie=(Tie.RELATIVE,), same=_SAME),
    Line(_K.VICTIMS, "proceeding.relative_ill_treated", *_LIVE, _NEARBY, by=_PATH, role=("victim",),
         tie=(Tie.RELATIVE,), same=_NOT_SAME),
    Line(_K.VICTIMS, "proceeding.co_accused_ill_treated", *_SUBSTANTIAL, _NEARBY, ("torture",), by=_PROCEEDING,
         same=_IDENTICAL, person_too=False),
    Line(_K.VICTIMS, "proceeding.co_accused_ill_treated", *_ARGUABLE, _NEARBY, ("torture",), by=_PROCEEDING,
         same=_FACTS, person_too=False),
    Line(_K.VICTIMS, "proceeding.co_accused_ill_treated", *_SUBSTANTIAL, _NEARBY, ("torture",),
         by=(By.PERSON, By.PATH), role=("victim",), tie=(Tie.CO_ACCUSED,), same=_SAME),
    Line(_K.VICTIMS, "proceeding.co_accused_ill_treated", *_LIVE, _NEARBY, by=(By.PERSON, By.PATH),
         tie=(Tie.CO_ACCUSED,)),
    Line(_K.VICTIMS, "proceeding.co_accused_ill_treated", *_LIVE, _NEARBY, ("detention", ""), by=_PROCEEDING,
         same=_SAME, person_too=False),
    Line(_K.VICTIMS, "proceeding.co_accused_ill_treated", *_LIVE, _NEARBY, by=_PROCEEDING, same=_CONNECTED),
    Line(_K.VICTIMS, "proceeding.rests_on_ill_treatment_evidence", *_LIVE, _NEARBY, same=(*_SAME, Closeness.CONNECTED)),
    # --- defenders --------------------------------------------------------------------------------------------------
    Line(_K.DEFENDERS, "person.human_rights_defender", *_SUBSTANTIAL, _DEFENDER, by=_PERSON,
         role=("protected", "subject")),
    Line(_K.DEFENDERS, "person.linked_to_targeted_person", *_ARGUABLE, _TARGETED, by=_PATH, tie=_NEAR, against=(True,)),
    Line(_K.DEFENDERS, "person.linked_to_targeted_person", *_LIVE, _TARGETED, by=_PATH, against=(None,)),
    Line(_K.DEFENDERS, "person.linked_to_targeted_person", *_LIVE, _TARGETED, by=_PROCEEDING),
    Line(_K.DEFENDERS, "person.linked_to_targeted_person", *_LIVE, _TARGETED, by=_PERSON, tie=(Tie.CO_ACCUSED,)),
)  # fmt: skip
"""In the order in which proposals are shown. Of one question the first line that fits counts: answers stand before what
only opens it."""

SOURCES: Mapping[str, str] = MappingProxyType({line.question: line.source for line in reversed(LINES)})
"""Where the rule behind a proposal on a question comes from: of its first line."""


def propose(met: Met, about: str, why: str) -> tuple[Proposal, ...]:
    """What a link proposes once it is confirmed, each question once.

    Args:
        met: What of the link decides.
        about: Person of the case the link is about; empty: proceedings, or nobody concerned.
        why: What of the link says so, in words.
    """
    found: dict[str, Line] = {}
    for line in LINES:
        if line.fits(met):
            found.setdefault(line.question, line)
    return tuple(
        Proposal(
            line.question,
            about if VOCABULARY[line.question].of is Kind.PERSON else "",
            line.answer,
            line.grade,
            f"{why} ({line.source})",
        )
        for line in found.values()
    )
