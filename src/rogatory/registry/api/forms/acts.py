"""What the form of each act holds, for programs; a test fills in each and leaves out each part that is required."""

from collections.abc import Mapping
from types import MappingProxyType

from ninja import Schema

from rogatory.law.acts import (
    ACTS,
    ASK_COMPLETION,
    CONFIRM_LINK,
    CONSULT,
    DISMISS_LINK,
    NOTIFY,
    REGISTER,
    TRANSMIT,
    Act,
    Stage,
)
from rogatory.office.against.guards import WITH_REASONS
from rogatory.office.effects import SUBMISSIONS
from rogatory.office.filing import (
    APPOINT,
    ATTACH,
    DEPART,
    DRAFT_DOCUMENT,
    ENTER,
    ERASE,
    EXTEND_LIMIT,
    FIND,
    GIVE_MANDATE,
    OPEN_ACCOUNT,
    RECORD_ANSWER,
    RECORD_SERVICE,
    RELEASE,
    SEND_DOCUMENT,
    SET_APART,
    SIGN_DOCUMENT,
    SUBMIT,
    SUSPEND_LIMIT,
)
from rogatory.office.streams.staffing import NEEDS_REASONS
from rogatory.registry.api.forms.aftermath import OF_THE_AFTERMATH
from rogatory.registry.api.forms.challenges import HEARING as _HEARING
from rogatory.registry.api.forms.challenges import OF_CHALLENGES
from rogatory.registry.api.forms.inquiries import OF_INQUIRIES
from rogatory.registry.api.forms.notices import OF_NOTICES
from rogatory.registry.api.forms.parts import Part
from rogatory.registry.api.forms.protection import OF_PROTECTION
from rogatory.registry.api.forms.seizures import OF_ITEMS, OF_SEIZURES
from rogatory.remedies.service import Manner


class ActInTable(Schema):
    """An act of the table: who may do it, on what, and what its form holds."""

    act: str
    title: str
    stage: str
    of: str
    by: list[str]
    reversible: bool
    serves_requesting_state: bool
    second_person: list[str]
    judged: bool
    form: list[Part]


_MANDATE = Part("mandate", "mapping", True, "account, role, since; for counsel and the person concerned also person;"
                " perhaps until (not included) and compartments; of a register custodian register")  # fmt: skip
_TEXT = Part("text", "text", True, "what is said, in its own words")
_SENDS = (
    Part(
        "document", "text", False, "name of the signed document that is sent by this act; with it, channel is required"
    ),
    Part("channel", "text", False, "how the document is sent: by post, through the ministry, by hand"),
)
_RECEIVED = Part("received", "text", False, "of a posted letter: the day on which the addressee shows that it came")
_ON = Part("on", "text", False, "the day; none: today")
_FORMS: Mapping[str, tuple[Part, ...]] = MappingProxyType(
    {
        REGISTER.id: (
            Part("file", "mapping", True, "the case file"),
            Part("documents", "words", False, "digests of the received documents it was made from"),
            Part("parts", "words", False, "digests of what they hold inside, each of which can be set apart alone"),
        ),
        ATTACH.id: (
            Part("documents", "words", True, "digests of the received documents"),
            Part("parts", "words", False, "digests of what they hold inside, each of which can be set apart alone"),
            Part("text", "text", True, "what the document is: a supplement, an answer, an assurance"),
            Part("adds", "mapping", False, "what of it is entered, as for `enter`"),
        ),
        ENTER.id: (Part("adds", "mapping", True, "parts of a case file to add: persons, measures, items, assurances,"
                        " packages, events, relations, proceedings"),),
        FIND.id: (
            Part("question", "text", True, "identifier of the question"),
            Part("answer", "text", True, "one of its values, a number, a day, or unknown"),
            Part("source", "text", True, "on what it rests; not for unknown"),
            Part("about", "text", False, "identifier of the person, measure, item or package it is about"),
            Part("against", "text", False, "for an assurance, the risk it answers"),
            Part("grade", "text", False, "how far it is shown: alleged, arguable, substantial or established"),
            Part("since", "text", False, "first day it was true; none: always"),
            Part("until", "text", False, "first day it was no longer true; none: still"),
            Part("as_of", "text", False, "day of the material it rests on"),
            Part("note", "text", False, "what else is to be known of it"),
            Part("compartment", "text", False, "the compartment it is set apart in"),
            Part("replaces", "text", False, "identifier of the finding it takes the place of"),
        ),
        CONFIRM_LINK.id: (
            Part("digest", "text", True, "digest of the evidence that was looked at"),
            Part("takes", "words", False, "proposed findings that are taken over, each as question or question:person"),
        ),
        DISMISS_LINK.id: (Part("digest", "text", True, "digest of the evidence that was looked at"),),
        SUBMIT.id: (
            _TEXT,
            Part("kind", "text", False, f"one of {', '.join(SUBMISSIONS)}; none: a statement"),
            _HEARING,
            Part("items", "words", False, "of an objection: identifiers of the items it is about"),
            Part("inquiry", "text", False, "name of the open allegation in which it is evidence"),
        ),
        **OF_CHALLENGES,
        **OF_SEIZURES,
        **OF_INQUIRIES,
        **OF_NOTICES,
        **OF_THE_AFTERMATH,
        **OF_PROTECTION,
        DEPART.id: (
            Part("departs-from", "text", True, "identifier of the act whose ruling is departed from"),
            Part("ruling", "text", True, "hash of that ruling; it falls with the next finding"),
        ),
        SET_APART.id: (Part("into", "text", True, "asylum, privileged, protected-identity or protection"),),
        RELEASE.id: (Part("out-of", "text", True, "asylum, privileged, protected-identity or protection"),),
        ERASE.id: (
            Part("entry", "text", False, "number of an entry that registered, entered, found, submitted or answered"),
            Part("letter", "text", False, "or the name of a received document, whose bytes go"),
            Part("seizure", "text", False, "or a seizure: every word said of its items goes"),
            Part("basis", "text", True, "the law and the decision; kept, so it never names the person"),
        ),
        NOTIFY.id: (
            Part("told-of", "text", False, "the notice that is owed; with it, the next three are required"),
            Part("on", "text", False, "day on which the person was told"),
            Part("language", "text", False, "in which language; its code, where the case says which the person knows"),
            Part("manner", "text", False, f"in what manner: {', '.join(m.value for m in Manner)}"),
            Part("proof", "text", False, "digest of a document of the case that proves it; without one no time ends"),
            _RECEIVED,
            Part("ground", "text", False, "of substituted service: why there was no other way, and what was tried"),
            *_SENDS,
        ),
        RECORD_SERVICE.id: (
            Part("result", "text", True, "proved, failed, or void"),
            Part("on", "text", False, "day of service; none: as it was recorded"),
            Part("manner", "text", False, "in what manner; none: as it was recorded"),
            Part("proof", "text", False, "of one that is proved: digest of a document of the case"),
            _RECEIVED,
        ),
        SUSPEND_LIMIT.id: (
            Part("on", "text", False, "first day that does not count, or counts again; none: today"),
            Part("ground", "text", False, "why; not of one that runs again"),
            Part("source", "text", False, "law or ruling, where its own rule knows no such ground"),
        ),
        EXTEND_LIMIT.id: (
            Part("until", "text", True, "the new last day"),
            Part("ground", "text", True, "why"),
        ),
        ASK_COMPLETION.id: (*_SENDS, _ON),
        CONSULT.id: (*_SENDS, _ON),
        TRANSMIT.id: (
            Part("payload", "text", False, "of a package of seized items: the digest its plan gave"),
        ),
        DRAFT_DOCUMENT.id: (
            Part("text", "mapping", True, "the document, as docs/documents-in-the-office.md says"),
            Part("to", "text", True, "requesting-state, person, counsel, authority or file; of a change, as it was"),
            Part("measure", "text", False, "measure it is about; none: the request"),
            Part("person", "text", False, "person concerned it is about or for"),
            Part("of", "text", False, "name of the document that was sent and that it follows"),
            Part("due", "text", False, "last day for an answer"),
            Part("translation", "mapping", False, "of the text for a state: language, translator, sworn, on, file, of"),
            Part("inputs", "mapping", False, "of a decision: answers, licences, limits, told, answer-by, own-words"),
        ),
        SIGN_DOCUMENT.id: (),
        SEND_DOCUMENT.id: (Part("channel", "text", True, "how it is sent: by post, by hand"), _ON),
        RECORD_ANSWER.id: (
            Part("text", "text", True, "what was answered"),
            _ON,
            Part("received", "text", False, "SHA-256 of the document received"),
            Part("compartment", "text", False, "the compartment it is set apart in"),
        ),
        GIVE_MANDATE.id: (_MANDATE,),
        APPOINT.id: (_MANDATE,),
        OPEN_ACCOUNT.id: (
            Part("email", "text", True, "address of the account, by which one signs in"),
            Part("full_name", "text", True, "name, as colleagues know it"),
            Part("language", "text", False, "language of the pages: en, fr or nl"),
        ),
    }
)  # fmt: skip


def form_of(act: Act) -> tuple[Part, ...]:
    """The parts of an act's form, in the order to fill them in.

    Reasons are required of decisions, and of every act whose ruling leaves a choice; conditions are named by the norm
    that demands each, for acts that can be undone.
    """
    if act.id in OF_ITEMS:
        return OF_ITEMS[act.id]
    needs = act.id in WITH_REASONS or act.id in NEEDS_REASONS or act.stage is Stage.DECISION
    reasons = Part("reasons", "text", needs, "why; also where the ruling leaves a choice")
    conditions = Part("conditions", "words", False, "identifiers of the norms whose conditions are attached")
    judged = act.id in ACTS and act is not REGISTER
    return (*_FORMS.get(act.id, ()), reasons, *((conditions,) if judged and act.reversible else ()))
