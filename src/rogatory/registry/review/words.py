"""The words of the review in the languages of the office."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from rogatory.law.acts import DESTROY_MATERIAL, OPEN_SEAL, RETURN_MATERIAL
from rogatory.law.vocabulary import VOCABULARY
from rogatory.law.wording.language import Language
from rogatory.law.wording.questions import value_label
from rogatory.material.items import State
from rogatory.material.questions import Asked
from rogatory.material.redaction import Why
from rogatory.material.screens.found import Screen
from rogatory.material.wall import Sifted
from rogatory.office.filing import GIVE_INVENTORY, SEAL_MATERIAL
from rogatory.sifting.stages import Stage

ASKED: Mapping[Asked, Promise] = {
    Asked.PRIVILEGE: _("Privilege"),
    Asked.SCOPE: _("Scope"),
    Asked.ORIGIN: _("Origin"),
    Asked.PROPORTIONALITY: _("Proportionality"),
}
QUESTIONS: Mapping[Asked, Promise] = {
    Asked.PRIVILEGE: _("Is it a lawyer's, journalist's or doctor's secret, or part of an asylum file?"),
    Asked.SCOPE: _("Does it lie within the request?"),
    Asked.ORIGIN: _("May it come from ill-treatment?"),
    Asked.PROPORTIONALITY: _("Is sending it proportionate, to whoever it concerns?"),
}
SCREENS: Mapping[Screen, Promise] = {
    Screen.PRIVILEGE: _("privilege"),
    Screen.ASYLUM: _("asylum"),
    Screen.SOURCES: _("journalistic sources"),
    Screen.MEDICAL: _("medical"),
    Screen.SCOPE: _("out of scope"),
    Screen.ILL_TREATMENT: _("ill-treatment"),
    Screen.THIRD_PARTIES: _("third parties"),
}
WHYS: Mapping[Why, Promise] = {
    Why.PRIVILEGE: _("professional secrecy"),
    Why.PROTECTED: _("a person at risk"),
    Why.THIRD_PARTY: _("third party"),
    Why.SCOPE: _("out of scope"),
    Why.NEED: _("more than is needed"),
}
"""Why something of an item is hidden."""
STATES: Mapping[State, Promise] = {
    State.OK: _("read"),
    State.EMPTY: _("no text found"),
    State.ENCRYPTED: _("encrypted"),
    State.UNSUPPORTED: _("of a kind nothing here reads"),
    State.CRASH: _("damaged"),
    State.TIMEOUT: _("took too long"),
    State.MEMORY: _("took too much memory"),
    State.PARTIAL: _("read in part"),
    State.DESTROYED: _("destroyed, with a certificate"),
}
STAGES: Mapping[Stage, Promise] = {
    Stage.IDENTIFY: _("kind found out"),
    Stage.UNPACK: _("unpacked"),
    Stage.EXTRACT: _("text taken out"),
    Stage.OCR: _("letters read off pictures"),
    Stage.FINGERPRINT: _("fingerprint taken"),
    Stage.THREAD: _("thread found"),
    Stage.INDEX: _("indexed"),
    Stage.SCREEN: _("gone through by the screens"),
}
STEPS: Mapping[str, Promise] = {
    SEAL_MATERIAL.id: _("sealed, and its root entered in the journal"),
    OPEN_SEAL.id: _("seal opened"),
    GIVE_INVENTORY.id: _("inventory given to the person"),
    RETURN_MATERIAL.id: _("returned"),
    DESTROY_MATERIAL.id: _("destroyed"),
}
SIFTED: Mapping[Sifted, Promise] = {
    Sifted.NOT_YET: _("not yet sifted for privilege"),
    Sifted.PRIVILEGED: _("privileged"),
    Sifted.FREE: _("free of privilege"),
}
FIELDS: Mapping[str, Promise] = {
    "from": _("From"),
    "to": _("To"),
    "cc": _("Copy to"),
    "bcc": _("Hidden copy to"),
    "subject": _("Subject"),
    "date": _("Date"),
}
KINDS: Mapping[str, Promise] = {
    "message": _("message"),
    "paper": _("paper"),
    "picture": _("picture"),
    "table": _("table"),
    "text": _("text"),
    "container": _("container"),
    "sound": _("sound or film"),
    "other": _("other"),
    "none": _("no bytes"),
}
"""What a file is, in a word a reader knows."""
_PREFIXES = (
    ("message/", "message"),
    ("application/vnd.ms-outlook-pst", "container"),
    ("application/vnd.ms-outlook", "message"),
    ("application/mbox", "container"),
    ("image/", "picture"),
    ("audio/", "sound"),
    ("video/", "sound"),
    ("application/pdf", "paper"),
    ("application/msword", "paper"),
    ("application/rtf", "paper"),
    ("application/vnd.openxmlformats-officedocument.wordprocessingml", "paper"),
    ("application/vnd.oasis.opendocument.text", "paper"),
    ("application/vnd.ms-excel", "table"),
    ("application/vnd.openxmlformats-officedocument.spreadsheetml", "table"),
    ("application/vnd.oasis.opendocument.spreadsheet", "table"),
    ("text/csv", "table"),
    ("text/", "text"),
    ("application/json", "text"),
    ("application/xml", "text"),
    ("application/zip", "container"),
    ("application/x-tar", "container"),
    ("application/gzip", "container"),
    ("application/x-", "container"),
)


def kind_of(media: str) -> str:
    """The word for a media type, as a key of `KINDS`."""
    if not media:
        return "none"
    return next((kind for prefix, kind in _PREFIXES if media.startswith(prefix)), "other")


def name_of(path: bytes) -> str:
    """A name as it can be shown: what is no text, or has no shape, stands as its number."""
    text = path.decode("utf-8", "backslashreplace")
    return "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in text)


def last_of(path: bytes) -> str:
    """The last part of a name: the file without its folders."""
    return name_of(path.rstrip(b"/").rpartition(b"/")[2]) or name_of(path)


CLAUSES: Mapping[str, Promise] = {
    "item.privilege": _("privilege"),
    "item.contains_asylum_data": _("asylum data"),
    "item.relevance": _("measured by the request"),
    "item.from_ill_treatment": _("from ill-treatment"),
    "item.kind": _("what it is"),
    "item.treatment": _("the treatment"),
    "item.judge_allows_object": _("a judge allows the object"),
    "item.proportionate": _("proportionate"),
    "item.exposes_others": _("exposes others"),
}
"""What each question of the law asks, in a word or two."""


def value_word(slot: str, value: str, spoken: Language) -> str:
    """An answer, in words."""
    asked = VOCABULARY[slot]
    return value_label(asked, value, spoken) if value in asked.values else str(_("cannot be told"))
