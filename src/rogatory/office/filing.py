"""Acts of keeping the file: what is done in a case beside the acts norms bear on.

Nothing in the law forbids writing down what is known; so no norm is judged here. Who may do it is fixed all the same,
and each leaves its entry.
"""

from collections.abc import Mapping
from types import MappingProxyType

from rogatory.law.acts import ACTS, DESTROY_MATERIAL, OPEN_SEAL, RETURN_MATERIAL, SCREEN, Act, Role, Stage
from rogatory.law.questions import Kind

_R = Role
_STAFF = (_R.CLERK, _R.CENTRAL_AUTHORITY, _R.PROSECUTOR, _R.INVESTIGATING_JUDGE, _R.COURT)
_WHO_FINDS = (
    _R.CENTRAL_AUTHORITY,
    _R.PROSECUTOR,
    _R.INVESTIGATING_JUDGE,
    _R.COURT,
    _R.GOVERNMENT,
    _R.NOTICE_BUREAU,
    _R.REVIEWER,
)
DECIDERS = (_R.CENTRAL_AUTHORITY, _R.PROSECUTOR, _R.INVESTIGATING_JUDGE, _R.COURT, _R.GOVERNMENT, _R.NOTICE_BUREAU)
"""Roles that decide something about a request."""
_DEFENCE = (_R.COUNSEL, _R.PERSON_CONCERNED)
READ_NO_CASE = frozenset({_R.ADMINISTRATOR, _R.CUSTODIAN, _R.STANDING_QUERY, _R.INTERVENER})
"""Roles that run something or file something, and see nothing of any case beside what they filed."""

ENTER = Act("enter", Stage.INTAKE, "enter a person, measure, item, assurance or event in the file", Kind.REQUEST,
    _STAFF, True, "file completed")  # fmt: skip
FIND = Act("find", Stage.EXAMINATION, "answer a question with a finding", Kind.REQUEST, _WHO_FINDS, True,
    "question answered")  # fmt: skip
WITHDRAW_FINDING = Act("withdraw-finding", Stage.EXAMINATION, "withdraw a finding", Kind.REQUEST, _WHO_FINDS,
    True, "finding withdrawn")  # fmt: skip
SUBMIT = Act("submit", Stage.EXAMINATION, "submit a statement or material for the person concerned", Kind.PERSON,
    _DEFENCE, True, "statement submitted")  # fmt: skip
LODGE_ALLEGATION = Act("lodge-allegation", Stage.EXAMINATION, "allege repression from abroad, or torture", Kind.PERSON,
    (*_DEFENCE, *_STAFF, _R.REVIEWER, _R.GOVERNMENT, _R.NOTICE_BUREAU), True, "allegation lodged")  # fmt: skip
INQUIRE = Act("inquire", Stage.EXAMINATION, "take a step of an inquiry into an allegation", Kind.REQUEST,
    (_R.PROSECUTOR,), True, "step of an inquiry")  # fmt: skip
CONCLUDE_INQUIRY = Act("conclude-inquiry", Stage.EXAMINATION,
    "conclude an inquiry into an allegation, or refuse to open one", Kind.REQUEST, (_R.PROSECUTOR,), True,
    "inquiry concluded", second_person=(_R.COURT,))  # fmt: skip
DECIDE_DISCLOSURE = Act("decide-disclosure", Stage.EXAMINATION, "decide whether it is disclosed who a source is",
    Kind.REQUEST, (_R.COURT,), False, "disclosure of a source decided")  # fmt: skip
TRACK_NOTICE = Act("track-notice", Stage.INTAKE,
    "record what was looked up of a notice, and what became of its copies and of requests to the Commission",
    Kind.REQUEST, (_R.NOTICE_BUREAU,), True, "notice followed")  # fmt: skip
DEPART = Act("depart", Stage.DECISION, "depart from a ruling, with reasons", Kind.REQUEST, DECIDERS, True,
    "departed from a ruling", second_person=(_R.CENTRAL_AUTHORITY,))  # fmt: skip
CONFIRM = Act("confirm", Stage.DECISION, "confirm, as the second person, an act that was proposed", Kind.REQUEST,
    (*DECIDERS, _R.CLERK), True, "act confirmed")  # fmt: skip
UNDERTAKE = Act("undertake", Stage.REMEDIES, "promise that an act will not be done", Kind.REQUEST, DECIDERS, True,
    "undertaking given")  # fmt: skip
LODGE_REMEDY = Act("lodge-remedy", Stage.REMEDIES, "lodge a remedy for the person concerned", Kind.PERSON,
    (*_DEFENCE, _R.CLERK), True, "remedy lodged")  # fmt: skip
REGISTER_REMEDY = Act("register-remedy", Stage.REMEDIES, "enter a remedy in the register of the court", Kind.REMEDY,
    (_R.CLERK, _R.COURT), True, "remedy registered")  # fmt: skip
REFER_REMEDY = Act("refer-remedy", Stage.REMEDIES, "put a question to another court, or record its answer", Kind.REMEDY,
    (_R.COURT,), True, "question referred")  # fmt: skip
DECIDE_REMEDY = Act("decide-remedy", Stage.REMEDIES, "decide a remedy", Kind.REMEDY, (_R.COURT,), True,
    "remedy decided")  # fmt: skip
WITHDRAW_REMEDY = Act("withdraw-remedy", Stage.REMEDIES, "withdraw a remedy", Kind.REMEDY, _DEFENCE, True,
    "remedy withdrawn")  # fmt: skip
ORDER_STAY = Act("order-stay", Stage.REMEDIES, "order that acts wait, or record that another body ordered it",
    Kind.REQUEST, (_R.COURT, _R.CENTRAL_AUTHORITY, _R.CLERK), True, "acts stayed")  # fmt: skip
LIFT_STAY = Act("lift-stay", Stage.REMEDIES, "lift an order that acts wait", Kind.REQUEST,
    (_R.COURT, _R.CENTRAL_AUTHORITY), True, "stay lifted", second_person=(_R.COURT,))  # fmt: skip
END_UNDERTAKING = Act("end-undertaking", Stage.REMEDIES, "end an undertaking by its own rule", Kind.REQUEST, DECIDERS,
    True, "undertaking ended", second_person=(_R.COURT,))  # fmt: skip
KEEP_BACK = Act("keep-back", Stage.REMEDIES, "keep something from the person for a time", Kind.PERSON,
    (_R.PROSECUTOR, _R.INVESTIGATING_JUDGE, _R.COURT), True, "kept from the person")  # fmt: skip
END_SECRECY = Act("end-secrecy", Stage.REMEDIES, "end a restriction before its day", Kind.REQUEST,
    (_R.PROSECUTOR, _R.INVESTIGATING_JUDGE, _R.COURT), True, "restriction ended")  # fmt: skip
SET_HEARING = Act("set-hearing", Stage.REMEDIES, "set a hearing, or change it", Kind.REQUEST, (_R.COURT, _R.CLERK),
    True, "hearing set")  # fmt: skip
CANCEL_HEARING = Act("cancel-hearing", Stage.REMEDIES, "cancel a hearing", Kind.REQUEST, (_R.COURT, _R.CLERK), True,
    "hearing cancelled")  # fmt: skip
RECORD_HEARING = Act("record-hearing", Stage.REMEDIES, "record who came to a hearing and what was said", Kind.REQUEST,
    (_R.COURT, _R.CLERK), True, "hearing held")  # fmt: skip
RECORD_SERVICE = Act("record-service", Stage.REMEDIES, "record that a notice was served, or was not", Kind.REQUEST,
    (_R.CLERK, _R.CENTRAL_AUTHORITY, _R.PROSECUTOR, _R.COURT), True, "service recorded")  # fmt: skip
SUSPEND_LIMIT = Act("suspend-limit", Stage.REMEDIES, "suspend a time limit, or let it run again", Kind.REQUEST,
    (_R.COURT, _R.CENTRAL_AUTHORITY, _R.PROSECUTOR, _R.INVESTIGATING_JUDGE), True, "time limit suspended")  # fmt: skip
EXTEND_LIMIT = Act("extend-limit", Stage.REMEDIES, "extend a time limit", Kind.REQUEST,
    (_R.COURT, _R.CENTRAL_AUTHORITY, _R.PROSECUTOR, _R.INVESTIGATING_JUDGE), True, "time limit extended")  # fmt: skip
INTERVENE = Act("intervene", Stage.REMEDIES, "file observations as a third party", Kind.REQUEST, (_R.INTERVENER,), True,
    "observations filed")  # fmt: skip
INVITE_COUNSEL = Act("invite-counsel", Stage.REMEDIES, "invite counsel for the person concerned", Kind.PERSON,
    (_R.PERSON_CONCERNED, _R.CLERK, _R.CENTRAL_AUTHORITY, _R.COURT), True, "counsel invited")  # fmt: skip
ACCEPT_MANDATE = Act("accept-mandate", Stage.REMEDIES, "accept or decline to stand beside the person concerned",
    Kind.REQUEST, (_R.COUNSEL,), True, "mandate answered")  # fmt: skip
GIVE_MANDATE = Act("give-mandate", Stage.INTAKE, "register a mandate for this case", Kind.REQUEST,
    (_R.CENTRAL_AUTHORITY, _R.COURT, _R.CLERK), True, "mandate registered")  # fmt: skip
END_MANDATE = Act("end-mandate", Stage.INTAKE, "end a mandate for this case", Kind.REQUEST,
    (_R.CENTRAL_AUTHORITY, _R.COURT, _R.CLERK, *_DEFENCE), True, "mandate ended")  # fmt: skip
SET_APART = Act("set-apart", Stage.INTAKE, "put something of the file into a compartment", Kind.REQUEST,
    (*_STAFF, _R.REVIEWER, _R.PRIVILEGE_OBSERVER, *_DEFENCE), True, "set apart")  # fmt: skip
RELEASE = Act("release", Stage.MATERIAL, "take something out of a compartment", Kind.REQUEST, (_R.COURT,), True,
    "taken out of a compartment")  # fmt: skip
ATTACH = Act("attach", Stage.INTAKE, "attach a received document to the case", Kind.REQUEST,
    (_R.CLERK, _R.CENTRAL_AUTHORITY), True, "document attached")  # fmt: skip
REPORT_INCIDENT = Act("report-incident", Stage.AFTERMATH, "report what is done to the person, or to relatives",
    Kind.PERSON, (*_DEFENCE, _R.INTERVENER, *_STAFF), True, "incident reported")  # fmt: skip
REOPEN = Act("reopen", Stage.AFTERMATH, "reopen a case that was closed", Kind.REQUEST,
    (_R.CENTRAL_AUTHORITY, _R.COURT), True, "case reopened")  # fmt: skip
ERASE = Act("erase", Stage.AFTERMATH, "erase words of the record, on a legal basis", Kind.REQUEST,
    (_R.CENTRAL_AUTHORITY,), False, "words of the record erased", second_person=(_R.COURT,))  # fmt: skip
DRAFT_DOCUMENT = Act("draft-document", Stage.INTAKE, "draft a document, or change its draft", Kind.REQUEST,
    (*DECIDERS, _R.CLERK), True, "document drafted")  # fmt: skip
SIGN_DOCUMENT = Act("sign-document", Stage.INTAKE, "sign a document, which locks it", Kind.REQUEST,
    (*DECIDERS, _R.CLERK), False, "document signed")  # fmt: skip
SEND_DOCUMENT = Act("send-document", Stage.INTAKE, "send a signed document on which no norm bears", Kind.REQUEST,
    (*DECIDERS, _R.CLERK), False, "document sent")  # fmt: skip
RECORD_ANSWER = Act("record-answer", Stage.INTAKE, "record the answer to a document that was sent", Kind.REQUEST,
    _STAFF, True, "answer recorded")  # fmt: skip
READ = Act("read", Stage.REMEDIES, "read the case", Kind.REQUEST, tuple(r for r in Role if r not in READ_NO_CASE),
    True, "case read")  # fmt: skip

SEAL_MATERIAL = Act("seal-material", Stage.EXECUTION, "record the seal on what was seized, before any of it is opened",
    Kind.REQUEST, (_R.PROSECUTOR, _R.INVESTIGATING_JUDGE), True, "material sealed")  # fmt: skip
GIVE_INVENTORY = Act("give-inventory", Stage.MATERIAL,
    "give the person the inventory of what was seized, and a time to object", Kind.PERSON,
    (_R.PROSECUTOR, _R.INVESTIGATING_JUDGE, _R.COURT), True, "inventory given")  # fmt: skip

FIND_BREACH = Act("find-breach", Stage.AFTERMATH, "find that a licence, assurance, hold or limit was breached",
    Kind.REQUEST, (_R.CENTRAL_AUTHORITY, _R.PROSECUTOR, _R.INVESTIGATING_JUDGE, _R.COURT, _R.GOVERNMENT), True,
    "breach found")  # fmt: skip
DEMAND_RETURN = Act("demand-return", Stage.AFTERMATH,
    "demand that the requesting state stop, give back and account for it", Kind.REQUEST,
    (_R.CENTRAL_AUTHORITY, _R.COURT), False, "return demanded")  # fmt: skip
CLOSE_BREACH = Act("close-breach", Stage.AFTERMATH, "close a breach, or say that what was alleged is none",
    Kind.REQUEST, (_R.CENTRAL_AUTHORITY, _R.COURT), True, "breach closed")  # fmt: skip
ORDER_REPARATION = Act("order-reparation", Stage.AFTERMATH, "say that reparation is owed, or order it", Kind.PERSON,
    (_R.COURT, _R.GOVERNMENT), True, "reparation ordered")  # fmt: skip

_REVIEW = (_R.REVIEWER, _R.COURT)
_BEHIND = (*_REVIEW, _R.PRIVILEGE_OBSERVER)
ANSWER_ITEM = Act("answer-item", Stage.MATERIAL, "answer one of the four questions of an item", Kind.REQUEST,
    (*_BEHIND, *_DEFENCE), True, "item answered")  # fmt: skip
LOOK_AT_ITEM = Act("look-at-item", Stage.MATERIAL, "say what an item is that no machine could read", Kind.REQUEST,
    _BEHIND, True, "item looked at")  # fmt: skip
OBJECT_TO_ITEM = Act("object-to-item", Stage.MATERIAL, "object to the sending of an item", Kind.REQUEST, _DEFENCE, True,
    "objection to an item")  # fmt: skip
DECIDE_OBJECTION = Act("decide-objection", Stage.MATERIAL, "decide an objection to items", Kind.REQUEST, (_R.COURT,),
    True, "objection decided")  # fmt: skip
SEVER_ITEMS = Act("sever-items", Stage.MATERIAL, "decide that an item carries nothing of another", Kind.REQUEST,
    (_R.COURT,), True, "items severed")  # fmt: skip
TAINT_ITEM = Act("taint-item", Stage.MATERIAL, "mark an item as coming, perhaps, from ill-treatment", Kind.REQUEST,
    _BEHIND, True, "item tainted")  # fmt: skip
LIFT_TAINT = Act("lift-taint", Stage.MATERIAL, "decide that an item is not tainted by another", Kind.REQUEST,
    (_R.COURT,), True, "taint lifted")  # fmt: skip
REDACT_ITEM = Act("redact-item", Stage.MATERIAL, "make a form of an item in which something is hidden", Kind.REQUEST,
    _REVIEW, True, "redacted form made")  # fmt: skip
OPEN_ITEM = Act("open-item", Stage.MATERIAL, "read what a seized item says", Kind.REQUEST,
    tuple(r for r in Role if r not in READ_NO_CASE | {_R.LIAISON}), True, "item opened")  # fmt: skip

APPOINT = Act("appoint", Stage.INTAKE, "give somebody a mandate in every case of the office", Kind.REQUEST,
    (_R.ADMINISTRATOR,), True, "mandate given in the office")  # fmt: skip
DISMISS = Act("dismiss", Stage.INTAKE, "end a mandate in every case of the office", Kind.REQUEST, (_R.ADMINISTRATOR,),
    True, "mandate in the office ended")  # fmt: skip

OPEN_ACCOUNT = Act("open-account", Stage.INTAKE, "open an account for somebody", Kind.REQUEST,
    (_R.ADMINISTRATOR,), True, "account opened")  # fmt: skip
NEW_LINK = Act("new-link", Stage.INTAKE, "give somebody a new link for the first sign-in", Kind.REQUEST,
    (_R.ADMINISTRATOR,), True, "new link given")  # fmt: skip
CLOSE_ACCOUNT = Act("close-account", Stage.INTAKE, "close an account", Kind.REQUEST, (_R.ADMINISTRATOR,), True,
    "account closed")  # fmt: skip
REOPEN_ACCOUNT = Act("reopen-account", Stage.INTAKE, "open a closed account again", Kind.REQUEST, (_R.ADMINISTRATOR,),
    True, "account opened again")  # fmt: skip
RESET_FACTORS = Act("reset-factors", Stage.INTAKE, "take away second factors that were lost", Kind.REQUEST,
    (_R.ADMINISTRATOR,), True, "second factors taken away")  # fmt: skip

OPEN_REGISTER = Act("open-register", Stage.LINKAGE, "open a register", Kind.REQUEST, (_R.ADMINISTRATOR,), True,
    "register opened")  # fmt: skip
IMPORT_ENTRIES = Act("import-entries", Stage.LINKAGE, "import entries into a register", Kind.REQUEST, (_R.CUSTODIAN,),
    True, "entries imported")  # fmt: skip
PUT_ENTRY = Act("put-entry", Stage.LINKAGE, "put an entry into a register", Kind.REQUEST, (_R.CUSTODIAN,), True,
    "entry put into the register")  # fmt: skip
END_ENTRY = Act("end-entry", Stage.LINKAGE, "end an entry of a register that is wrong or no longer so", Kind.REQUEST,
    (_R.CUSTODIAN,), True, "entry ended")  # fmt: skip
QUERY_REGISTER = Act("query-register", Stage.LINKAGE, "ask a register, for a case and a purpose", Kind.REQUEST,
    (*_STAFF, _R.GOVERNMENT, _R.STANDING_QUERY), True, "register asked")  # fmt: skip

IMPORT_INDEX = Act("import-index", Stage.EXAMINATION, "bring in a release of what others measure of states",
    Kind.STATE, (_R.CENTRAL_AUTHORITY, _R.GOVERNMENT), True, "release of data about states brought in")  # fmt: skip
_RECORDERS = (_R.CENTRAL_AUTHORITY, _R.GOVERNMENT)
ENTER_ON_RECORD = Act("enter-on-record", Stage.EXAMINATION, "put a fact on the record of a state", Kind.STATE,
    _RECORDERS, True, "fact put on the record of a state")  # fmt: skip
ANSWER_ON_RECORD = Act("answer-on-record", Stage.EXAMINATION, "put the reply of a state beside an entry of its record",
    Kind.STATE, _RECORDERS, True, "reply of a state recorded")  # fmt: skip
REPLACE_ON_RECORD = Act("replace-on-record", Stage.EXAMINATION,
    "replace an entry on the record of a state, renew it or withdraw it", Kind.STATE, _RECORDERS, True,
    "entry on the record of a state replaced")  # fmt: skip
ON_RECORD: Mapping[str, Act] = MappingProxyType(
    {act.id: act for act in (ENTER_ON_RECORD, ANSWER_ON_RECORD, REPLACE_ON_RECORD)}
)
"""Acts on the record of a state, in the state's own stream, and on no case."""

_MAILROOM = (_R.CLERK, _R.CENTRAL_AUTHORITY)
RECEIVE = Act("receive", Stage.INTAKE, "receive a document", Kind.REQUEST, (*_MAILROOM, _R.STANDING_QUERY), True,
    "document received")  # fmt: skip
SETTLE_FIELDS = Act("settle-fields", Stage.INTAKE, "confirm, mend or turn down what was read in a document",
    Kind.REQUEST, _MAILROOM, True, "fields of a document settled")  # fmt: skip
READ_AGAIN = Act("read-again", Stage.INTAKE, "have a document read again", Kind.REQUEST, _MAILROOM, True,
    "document to be read again")  # fmt: skip
PUT_AWAY = Act("put-away", Stage.INTAKE, "put away a document that belongs to no case", Kind.REQUEST, _MAILROOM, True,
    "document put away")  # fmt: skip
ERASE_DOCUMENT = Act("erase-document", Stage.AFTERMATH, "erase a document that belongs to no case, on a legal basis",
    Kind.REQUEST, (_R.CENTRAL_AUTHORITY,), False, "document erased", second_person=(_R.COURT,))  # fmt: skip

ANSWER_SENDER = Act("answer-sender", Stage.INTAKE, "answer whoever sent a document without an account", Kind.REQUEST,
    _MAILROOM, True, "sender answered")  # fmt: skip

PUBLISH_STATISTICS = Act("publish-statistics", Stage.AFTERMATH, "publish the numbers of a period that is over",
    Kind.REQUEST, (_R.AUDITOR, _R.CENTRAL_AUTHORITY), False, "numbers published")  # fmt: skip
ACKNOWLEDGE_ALARM = Act("acknowledge-alarm", Stage.AFTERMATH, "say what came of an alarm, with reasons", Kind.REQUEST,
    (_R.AUDITOR, _R.CENTRAL_AUTHORITY, _R.COURT), True, "alarm acknowledged")  # fmt: skip
DRAW_SAMPLE = Act("draw-sample", Stage.AFTERMATH, "draw a sample of what was done, by lot", Kind.REQUEST, (_R.AUDITOR,),
    True, "sample drawn")  # fmt: skip
LOOK_AT_SAMPLE = Act("look-at-sample", Stage.AFTERMATH, "say what was seen in a thing of a sample", Kind.REQUEST,
    (_R.AUDITOR,), True, "thing of a sample looked at")  # fmt: skip
ASK_WHO = Act("ask-who", Stage.AFTERMATH, "ask who did what an entry tells of and in which case, with reasons",
    Kind.REQUEST, (_R.AUDITOR,), True, "asked who acted")  # fmt: skip

OVERSEEING: Mapping[str, Act] = MappingProxyType(
    {act.id: act for act in (PUBLISH_STATISTICS, ACKNOWLEDGE_ALARM, DRAW_SAMPLE, LOOK_AT_SAMPLE, ASK_WHO)}
)
"""Acts of oversight, in a stream of their own: they change no case and read none."""
MAIL: Mapping[str, Act] = MappingProxyType(
    {act.id: act for act in (RECEIVE, SETTLE_FIELDS, READ_AGAIN, PUT_AWAY, ANSWER_SENDER, ERASE_DOCUMENT)}
)
"""Acts on a received document, before it belongs to a case."""
REVIEW: Mapping[str, Act] = MappingProxyType(
    {
        act.id: act
        for act in (ANSWER_ITEM, LOOK_AT_ITEM, OBJECT_TO_ITEM, DECIDE_OBJECTION, SEVER_ITEMS, TAINT_ITEM, LIFT_TAINT,
                    REDACT_ITEM, OPEN_ITEM)
    }
)  # fmt: skip
"""Acts on the items of a seizure, in the seizure's own stream: who reads, answers, objects and decides."""
CUSTODY: Mapping[str, Act] = MappingProxyType(
    {act.id: act for act in (OPEN_REGISTER, IMPORT_ENTRIES, PUT_ENTRY, END_ENTRY, QUERY_REGISTER)}
)
"""Acts on a register, and on no case: what is in it, and who asks it. Those outside the office ask none."""
STAFFING: Mapping[str, Act] = MappingProxyType(
    {act.id: act for act in (APPOINT, DISMISS, OPEN_ACCOUNT, NEW_LINK, CLOSE_ACCOUNT, REOPEN_ACCOUNT, RESET_FACTORS)}
)
"""Acts on the office itself, and on no case: who works in it, and who can sign in."""
FILING: Mapping[str, Act] = MappingProxyType(
    {
        act.id: act
        for act in (ENTER, ATTACH, SET_APART, GIVE_MANDATE, END_MANDATE, FIND, WITHDRAW_FINDING, SUBMIT,
                    LODGE_ALLEGATION, INQUIRE, CONCLUDE_INQUIRY, DECIDE_DISCLOSURE, TRACK_NOTICE,
                    DEPART, CONFIRM, DRAFT_DOCUMENT,
                    SIGN_DOCUMENT, SEND_DOCUMENT, RECORD_ANSWER, UNDERTAKE, LODGE_REMEDY,
                    REGISTER_REMEDY, REFER_REMEDY, DECIDE_REMEDY, WITHDRAW_REMEDY, ORDER_STAY, LIFT_STAY,
                    END_UNDERTAKING, KEEP_BACK, END_SECRECY, SET_HEARING, CANCEL_HEARING, RECORD_HEARING,
                    RECORD_SERVICE, SUSPEND_LIMIT, EXTEND_LIMIT, INTERVENE, INVITE_COUNSEL, ACCEPT_MANDATE, RELEASE,
                    REPORT_INCIDENT, REOPEN, ERASE, SEAL_MATERIAL, OPEN_SEAL, GIVE_INVENTORY, RETURN_MATERIAL,
                    DESTROY_MATERIAL, FIND_BREACH, DEMAND_RETURN, CLOSE_BREACH, ORDER_REPARATION, READ)
    }
)  # fmt: skip
"""Acts of keeping the file, by identifier, in the order of the procedure."""

EVERY_ACT: Mapping[str, Act] = MappingProxyType({**ACTS, **FILING})
"""Every act there is: what no act does cannot be done."""
NEVER_LATE = (LODGE_REMEDY, LODGE_ALLEGATION, REPORT_INCIDENT, SUBMIT, INTERVENE, ACCEPT_MANDATE, ORDER_STAY, SET_APART,
              READ, SCREEN)  # fmt: skip
"""Acts that need not be judged again when something else came in meanwhile: what the person concerned and others say to
the office, what makes acts wait, what keeps a secret; and a screening says itself what it has seen."""
