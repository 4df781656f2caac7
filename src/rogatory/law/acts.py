"""The acts: everything an office can do in a case, in the order of the procedure.

Norms bear on acts. One table says for each act who may do it, on what, whether it can be undone, and what it records.
A decision on the request is an act like any other. Read the table top to bottom and you have read the procedure.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType

from rogatory.law.questions import Kind


class Stage(Enum):
    """The stages of the procedure, in order."""

    INTAKE = "intake"
    """A letter, notice or order arrives and becomes a request."""
    LINKAGE = "linkage"
    """Persons and proceedings are matched with what is known."""
    EXAMINATION = "examination"
    """The questions that still matter are answered."""
    DECISION = "decision"
    """A human decides, with reasons."""
    REMEDIES = "remedies"
    """The person challenges."""
    EXECUTION = "execution"
    """Measures are carried out."""
    MATERIAL = "material"
    """Seized items are reviewed one by one."""
    TRANSMISSION = "transmission"
    """Only what was cleared leaves; a person is surrendered."""
    AFTERMATH = "aftermath"
    """Return, breach, reparation, protection."""


class Role(Enum):
    """Who may act."""

    CLERK = "registry clerk"
    """Receives and registers."""
    CENTRAL_AUTHORITY = "central authority"
    """The ministry's office for international cooperation."""
    PROSECUTOR = "prosecutor"
    """Executes and proposes."""
    INVESTIGATING_JUDGE = "investigating judge"
    """Orders coercive measures."""
    COURT = "court"
    """The chamber that decides remedies, enforceability and transmission."""
    REVIEWER = "material reviewer"
    """Walled off from the investigation."""
    GOVERNMENT = "government"
    """Decides surrender where the law leaves it the last word."""
    NOTICE_BUREAU = "INTERPOL bureau or Commission"
    """The national central bureau, the General Secretariat or the Commission for the Control of Files."""
    PRIVILEGE_OBSERVER = "independent privilege observer"
    """Sent by the bar to watch over privileged papers; belongs to no party."""
    COUNSEL = "counsel"
    """Defends a person concerned, under a mandate."""
    PERSON_CONCERNED = "person concerned"
    """The person the request touches."""
    INTERVENER = "third-party intervener"
    """An association, the bar or the UN Refugee Agency, which files observations where the law allows it."""
    LIAISON = "requesting-state liaison"
    """Sees where the request stands and what was sent, and nothing else."""
    AUDITOR = "auditor"
    """Reads everything that was done, and changes nothing."""
    ADMINISTRATOR = "administrator"
    """Runs the system, and reads no case."""
    CUSTODIAN = "register custodian"
    """Keeps one register and answers for it; reads no case."""
    STANDING_QUERY = "standing query"
    """The system itself, which matches cases anew when a file or a register has changed; it does and reads nothing else.
    An account holds the role like any other, so that what it did is somebody's and its mandate can be ended."""


@dataclass(frozen=True, slots=True)
class Act:
    """One act.

    Attributes:
        id: Name on the command line and in the record.
        stage: Stage it belongs to.
        title: What is done, as a verb phrase in English.
        of: Kind of object it is done to.
        by: Roles that may do it.
        reversible: Whether it can be undone. An irreversible act must find every condition met before it, never after.
        records: Name of the event it leaves in the record.
        cooperates: Whether doing it gives the requesting state something (norms that protect bear on these).
        second_person: Roles of which one must be the second person's; none: the table asks for no second person.
    """

    id: str
    stage: Stage
    title: str
    of: Kind
    by: tuple[Role, ...]
    reversible: bool
    records: str
    cooperates: bool = False
    second_person: tuple[Role, ...] = ()


_R = Role
_AUTH = (_R.CENTRAL_AUTHORITY, _R.PROSECUTOR, _R.COURT, _R.GOVERNMENT)
_LINK_DECIDERS = (_R.CENTRAL_AUTHORITY, _R.PROSECUTOR, _R.INVESTIGATING_JUDGE, _R.COURT)

# --- intake -----------------------------------------------------------------------------------------------------------
REGISTER = Act("register", Stage.INTAKE, "register the request", Kind.REQUEST, (_R.CLERK,), True, "request registered")
ASK_COMPLETION = Act("ask-completion", Stage.INTAKE, "ask the requesting state to complete the request", Kind.REQUEST,
    (_R.CENTRAL_AUTHORITY,), True, "completion asked")  # fmt: skip
KEEP_NOTICE = Act("keep-notice", Stage.INTAKE, "keep the notice on record or let it circulate", Kind.REQUEST,
    (_R.NOTICE_BUREAU,), True, "notice kept", cooperates=True)  # fmt: skip
ARREST = Act("arrest", Stage.INTAKE, "arrest the person on the notice or request, or keep them provisionally arrested",
    Kind.PERSON, (_R.INVESTIGATING_JUDGE, _R.COURT), False, "person arrested", cooperates=True)  # fmt: skip
# --- linkage and examination --------------------------------------------------------------------------------------------
SCREEN = Act("screen", Stage.LINKAGE, "match the request with the registers", Kind.REQUEST,
    (_R.CLERK, *_LINK_DECIDERS, _R.STANDING_QUERY), True, "registers looked through")  # fmt: skip
CONFIRM_LINK = Act("confirm-link", Stage.LINKAGE, "confirm a link with what is already known", Kind.LINK,
    _LINK_DECIDERS, True, "link confirmed")  # fmt: skip
DISMISS_LINK = Act("dismiss-link", Stage.LINKAGE, "dismiss a link with what is already known", Kind.LINK,
    _LINK_DECIDERS, True, "link dismissed", second_person=(_R.CENTRAL_AUTHORITY, _R.COURT))  # fmt: skip
CONSULT = Act("consult", Stage.EXAMINATION, "consult or inform the requesting state", Kind.PACKAGE,
    (_R.CENTRAL_AUTHORITY, _R.PROSECUTOR), False, "requesting state consulted", cooperates=True)  # fmt: skip
CONFIRM_PROTECTION = Act("confirm-protection", Stage.EXAMINATION, "confirm the person's protection to INTERPOL",
    Kind.PERSON, (_R.CENTRAL_AUTHORITY, _R.NOTICE_BUREAU), False, "protection confirmed to INTERPOL")  # fmt: skip
# --- decision --------------------------------------------------------------------------------------------------------------
GRANT = Act(
    "grant",
    Stage.DECISION,
    "grant the request",
    Kind.MEASURE,
    _AUTH,
    True,
    "request granted",
    cooperates=True,
)
REFUSE = Act("refuse", Stage.DECISION, "refuse the request", Kind.MEASURE, _AUTH, True, "request refused")
POSTPONE = Act("postpone", Stage.DECISION, "postpone the decision or execution", Kind.MEASURE, _AUTH, True,
    "request postponed")  # fmt: skip
# --- remedies ----------------------------------------------------------------------------------------------------------------
NOTIFY = Act("notify", Stage.REMEDIES, "tell the person of the act and of the remedies", Kind.PERSON,
    (_R.CENTRAL_AUTHORITY, _R.PROSECUTOR, _R.COURT), False, "person notified")  # fmt: skip
OPEN_FILE_TO_PERSON = Act("open-file-to-person", Stage.REMEDIES, "give the person access to the file", Kind.PERSON,
    (_R.PROSECUTOR, _R.INVESTIGATING_JUDGE, _R.COURT), False, "file opened to the person")  # fmt: skip
HEAR_REQUESTING_STATE = Act("hear-requesting-state", Stage.REMEDIES,
    "admit the requesting state to the remedy procedure or a hearing", Kind.REQUEST, (_R.COURT,), False,
    "requesting state heard", cooperates=True)  # fmt: skip
OPEN_FILE = Act("open-file", Stage.REMEDIES, "give the requesting state access to, or a copy of, the file", Kind.REQUEST,
    (_R.PROSECUTOR, _R.INVESTIGATING_JUDGE, _R.COURT), False, "file opened to the requesting state", cooperates=True,
    second_person=(_R.CENTRAL_AUTHORITY,))  # fmt: skip
# --- execution ------------------------------------------------------------------------------------------------------------------
EXECUTE = Act("execute", Stage.EXECUTION, "carry out the measure", Kind.MEASURE,
    (_R.PROSECUTOR, _R.INVESTIGATING_JUDGE), False, "measure carried out", cooperates=True)  # fmt: skip
ADMIT_OFFICIALS = Act("admit-officials", Stage.EXECUTION, "admit officials of the requesting state to the measure",
    Kind.MEASURE, (_R.PROSECUTOR, _R.INVESTIGATING_JUDGE), False, "officials admitted", cooperates=True)  # fmt: skip
INTERVIEW = Act("interview", Stage.EXECUTION, "put the foreign questions to the person", Kind.MEASURE,
    (_R.PROSECUTOR, _R.INVESTIGATING_JUDGE), False, "person heard on foreign questions", cooperates=True)  # fmt: skip
TRANSFER_WITNESS = Act("transfer-witness", Stage.EXECUTION, "lend a detained witness", Kind.MEASURE, _AUTH, False,
    "witness transferred", cooperates=True)  # fmt: skip
# --- material ---------------------------------------------------------------------------------------------------------------------
READ_ITEM = Act("read-item", Stage.MATERIAL, "read a seized item for the investigation", Kind.ITEM,
    (_R.PROSECUTOR, _R.INVESTIGATING_JUDGE), False, "item read", cooperates=True)  # fmt: skip
RETAIN_ITEM = Act("retain-item", Stage.MATERIAL, "keep a seized item or a copy of it", Kind.ITEM,
    (_R.PROSECUTOR, _R.INVESTIGATING_JUDGE, _R.COURT), True, "item kept", cooperates=True)  # fmt: skip
CLEAR_ITEM = Act("clear-item", Stage.MATERIAL, "clear an item for transmission", Kind.ITEM, (_R.REVIEWER, _R.COURT), True,
    "item cleared", cooperates=True)  # fmt: skip
USE_EVIDENCE = Act("use-evidence", Stage.MATERIAL, "rely on an item or statement as evidence", Kind.ITEM,
    (_R.PROSECUTOR, _R.COURT), True, "evidence relied on", cooperates=True)  # fmt: skip
# --- transmission -----------------------------------------------------------------------------------------------------------------
TRANSMIT = Act("transmit", Stage.TRANSMISSION, "send the package to the requesting state", Kind.PACKAGE,
    (_R.PROSECUTOR, _R.COURT), False, "package transmitted", cooperates=True,
    second_person=(_R.CENTRAL_AUTHORITY,))  # fmt: skip
SURRENDER = Act("surrender", Stage.TRANSMISSION, "hand the person over", Kind.PERSON, (_R.GOVERNMENT, _R.COURT), False,
    "person surrendered", cooperates=True, second_person=(_R.CENTRAL_AUTHORITY,))  # fmt: skip
TRANSIT = Act("transit", Stage.TRANSMISSION, "let the person be carried through the territory", Kind.PERSON,
    (_R.GOVERNMENT,), False, "transit allowed", cooperates=True)  # fmt: skip
# --- aftermath -----------------------------------------------------------------------------------------------------------------------
CONSENT_OTHER_USE = Act("consent-other-use", Stage.AFTERMATH,
    "consent to prosecution for another offence, onward surrender or another use", Kind.REQUEST,
    (_R.CENTRAL_AUTHORITY, _R.COURT, _R.GOVERNMENT), False, "consent given", cooperates=True)  # fmt: skip
RETURN_ITEM = Act("return-item", Stage.AFTERMATH, "return an item to its holder", Kind.ITEM,
    (_R.PROSECUTOR, _R.COURT), True, "item returned")  # fmt: skip
INVESTIGATE_REPRESSION = Act("investigate-repression", Stage.AFTERMATH,
    "investigate the allegation of transnational repression or torture", Kind.PERSON, (_R.PROSECUTOR,), True,
    "investigation opened")  # fmt: skip
PROTECT = Act("protect", Stage.AFTERMATH, "protect the person", Kind.PERSON, (_R.CENTRAL_AUTHORITY, _R.PROSECUTOR), True,
    "protection arranged")  # fmt: skip
REPAIR = Act("repair", Stage.AFTERMATH, "make reparation", Kind.PERSON, (_R.GOVERNMENT, _R.COURT), True,
    "reparation made")  # fmt: skip
CLOSE = Act("close", Stage.AFTERMATH, "close the case", Kind.REQUEST, (_R.CENTRAL_AUTHORITY,), True, "case closed")

ACTS: Mapping[str, Act] = MappingProxyType({a.id: a for a in list(vars().values()) if isinstance(a, Act)})
"""Every act by its identifier, in the order of the procedure."""

OPEN_SEAL = Act("open-seal", Stage.MATERIAL, "open the seal, so that what was seized may be read", Kind.REQUEST,
    (_R.INVESTIGATING_JUDGE, _R.COURT), False, "seal opened")  # fmt: skip
RETURN_MATERIAL = Act("return-material", Stage.AFTERMATH, "return what was seized, with a certificate", Kind.REQUEST,
    (_R.PROSECUTOR, _R.INVESTIGATING_JUDGE, _R.COURT), True, "material returned")  # fmt: skip
DESTROY_MATERIAL = Act("destroy-material", Stage.AFTERMATH, "destroy copies of what was seized, with a certificate",
    Kind.REQUEST, (_R.PROSECUTOR, _R.INVESTIGATING_JUDGE, _R.COURT), False, "copies destroyed",
    second_person=(_R.CENTRAL_AUTHORITY, _R.COURT))  # fmt: skip
ON_WHAT_WAS_SEIZED: Mapping[str, Act] = MappingProxyType(
    {act.id: act for act in (OPEN_SEAL, RETURN_MATERIAL, DESTROY_MATERIAL)}
)
"""Acts on a seizure as a whole that a remedy closes, and a court or a promise may. No norm bears on them."""

EXTRADITION_KINDS = ("extradition", "removal", "eaw")
"""Requests that end in handing over a person; `removal` is deportation or expulsion, at a state's request or towards it."""
ASSISTANCE_KINDS = ("mla", "eio")
"""Requests for evidence, service or freezing."""
NOTICE_KINDS = ("red-notice", "diffusion")
"""INTERPOL channels."""
KINDS = EXTRADITION_KINDS + ASSISTANCE_KINDS + NOTICE_KINDS
"""Every kind of incoming request."""

HANDING_OVER = (GRANT, SURRENDER)
"""Deciding to hand over a person, and doing it."""
ASSISTING = (GRANT, EXECUTE, TRANSMIT)
"""Deciding to assist, carrying out, sending."""
COOPERATING: tuple[Act, ...] = tuple(act for act in ACTS.values() if act.cooperates)
"""Everything that gives the requesting state something."""


def acts_asked(kind: str) -> tuple[Act, ...]:
    """The acts worth judging when a request of `kind` comes in and nothing else is said, in the order of the procedure.

    Raises:
        ValueError: `kind` is not a kind of request.
    """
    if kind in ("extradition", "eaw"):
        return (ARREST, GRANT, REFUSE, SURRENDER)
    if kind == "removal":
        return (GRANT, SURRENDER)
    if kind in ASSISTANCE_KINDS:
        return (
            GRANT,
            REFUSE,
            HEAR_REQUESTING_STATE,
            OPEN_FILE,
            EXECUTE,
            ADMIT_OFFICIALS,
            INTERVIEW,
            READ_ITEM,
            TRANSMIT,
        )
    if kind in NOTICE_KINDS:
        return (KEEP_NOTICE, ARREST)
    msg = f"{kind!r} is not a kind of request; the kinds are: {', '.join(KINDS)}"
    raise ValueError(msg)
