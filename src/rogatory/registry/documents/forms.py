"""What is typed on the pages of documents."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rogatory.decision.releasing.translation import LANGUAGES
from rogatory.law.acts import NOTIFY, Act
from rogatory.law.wording.language import said
from rogatory.office.filing import SEND_DOCUMENT
from rogatory.office.folds.documents import Addressee
from rogatory.office.folds.owed import Owed
from rogatory.registry.desk.forms.offered import AnsweredForm
from rogatory.registry.desk.forms.offered import SendForm as Sending
from rogatory.registry.desk.forms.service import MANNERS, substituted
from rogatory.registry.desk.rows.reader import language

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MOST_BYTES = 10_000_000
"""Size of a DOCX or of a received document that is taken, in bytes."""
ADDRESSEES = {
    Addressee.REQUESTING_STATE: _("requesting state"),
    Addressee.PERSON: _("person concerned"),
    Addressee.COUNSEL: _("counsel"),
    Addressee.AUTHORITY: _("another authority"),
    Addressee.FILE: _("the file alone"),
}
"""Whom a document is for, in words."""
STANDINGS = {"draft": _("draft"), "signed": _("signed"), "sent": _("sent")}
"""How far a document has come, in words."""
KINDS = {
    "decision": _("decision, the full text"),
    "decision-for-requesting-state": _("decision, the text for the requesting state"),
    "acknowledgement": _("acknowledgement of receipt"),
    "supplements": _("request for supplements"),
    "assurance": _("request for an assurance"),
    "postponement": _("postponement"),
    "refusal": _("refusal"),
    "partial-execution": _("partial execution"),
    "notice-to-person": _("notice to the person concerned"),
    "notice-to-counsel": _("notice to counsel"),
    "breach": _("notice of a breach and demand for return"),
    "breach-to-court": _("notice of a breach to the court"),
    "breach-to-supervisor": _("notice of a breach to the authority that supervises data protection"),
    "reminder": _("reminder"),
    "reminder-of-consultation": _("reminder of a consultation"),
    "consultation-of-protection": _("consultation of the authority that granted protection"),
    "consultation-of-bar": _("consultation of the bar"),
}
"""Kinds of documents, in words; one that is not named stands for itself."""
FACTS = {
    "reference": _("Number of the request"),
    "received": _("Day on which it came in"),
    "office": _("Office that answers, and how it is reached"),
    "asked": _("What is asked"),
    "missing": _("What is missing"),
    "answer_by": _("Last day for the answer"),
    "person": _("Person"),
    "risk": _("Risk"),
    "decided": _("Day of the decision"),
    "reasons": _("Reasons"),
    "again_on": _("Day on which we write again"),
    "alternatives": _("Whether something else could be offered"),
    "refused": _("What is refused"),
    "granted": _("What is granted, or when"),
    "conditions": _("Conditions"),
    "limits": _("Limits"),
    "broken": _("What was done beyond them"),
    "sent": _("What was sent, or when"),
    "return_by": _("Last day for the return"),
    "was_due": _("Day on which the answer was due"),
    "open": _("What was not answered"),
    "state": _("Requesting state (country code)"),
    "step": _("What it is about"),
    "on": _("Day of it"),
    "authority": _("Who did or decided it"),
    "measures": _("Measures"),
    "ways": _("Remedies"),
    "holds": _("Nothing leaves meanwhile"),
    "file": _("Where the papers can be seen"),
    "free_help": _("Who helps free of charge"),
    "contact": _("Whom to reach"),
    "client": _("Client"),
    "born": _("Day of birth"),
    "alleged": _("What is alleged"),
    "lawyer": _("Lawyer"),
    "where": _("Where"),
    "when": _("When"),
    "ordered_by": _("Who ordered it"),
    "breached": _("What was done"),
    "whose": _("By whom"),
    "happened": _("First day of it"),
    "known": _("Known here since"),
    "facts": _("What happened, in words"),
    "persons": _("Persons it wrongs"),
    "gone": _("What left and must come back"),
}
"""Facts of letters, in words; one that is not named stands for itself."""


def kind_word(kind: str) -> str:
    """A kind of document in words."""
    return str(KINDS.get(kind, kind.replace("-", " ")))


def languages() -> list[tuple[str, str]]:
    """The languages a text can be translated into, each with its name."""
    return [(code, said(names, language())) for code, names in LANGUAGES.items()]


class SendForm(Sending):
    """Sending a signed document: how, and when; what the act asks for besides, as on its own page."""

    document = forms.CharField(widget=forms.HiddenInput)
    on_what = forms.ChoiceField(label=_("On"), required=False)
    told_of = forms.ChoiceField(label=_("Of what the person is told"), required=False)
    manner = forms.ChoiceField(label=_("In what manner"), required=False, choices=MANNERS)
    ground = substituted()
    reasons = forms.CharField(label=_("Reasons"), widget=forms.Textarea(attrs={"rows": 3}), required=False)

    def __init__(
        self, *args: Any, notices: Iterable[Owed], act: Act, objects: Iterable[str], language: str, **more: Any,  # noqa: ANN401
    ) -> None:  # fmt: skip
        super().__init__(*args, **more)
        self._act, self._language = act, language
        owed = [(n.ident, f"{n.ident}: {n.person}, {n.since}") for n in notices]
        known = [(o, o) for o in objects]
        for name, choices in (("told_of", owed), ("on_what", known)):
            if choices:
                self.fields[name].choices = [("", "-"), *dict(choices).items()]  # type: ignore[attr-defined]
            else:
                del self.fields[name]
        if act is SEND_DOCUMENT:
            del self.fields["reasons"]
        if act is not NOTIFY:
            del self.fields["manner"], self.fields["ground"]

    def clean(self) -> dict[str, Any]:
        """The object of the act, where it is chosen here."""
        cleaned = super().clean() or {}
        chosen = cleaned.pop("on_what", "")
        return {**cleaned, "object": cleaned.get("object") or chosen}

    def told(self) -> dict[str, Any]:
        """What is sent, as the door takes it; of a notice also in which language it was given."""
        told = super().told()
        if self._act is NOTIFY:
            return {**told, "language": self._language}
        if self._act is SEND_DOCUMENT:
            del told["document"]
        return told


class AnswerForm(AnsweredForm):
    """An answer to a letter: which of what came in it is, and what it answers, point by point."""

    over = forms.BooleanField(label=_("Nothing more is waited for: the words say why"), required=False)

    def __init__(
        self, *args: Any, points: Iterable[tuple[str, str]], came: Iterable[tuple[str, str]], **more: Any,  # noqa: ANN401
    ) -> None:  # fmt: skip
        super().__init__(*args, **more)
        self._points = dict(points)
        self.fields["received"] = forms.ChoiceField(
            label=_("The document that came in"), required=False,
            choices=[("", _("nothing was received in writing")), *came],
        )  # fmt: skip
        for number, words in enumerate(self._points.values()):
            self.fields[f"point_{number}"] = forms.ChoiceField(label=words, choices=POINT_STATES, required=False)
        if not self._points:
            del self.fields["over"]
        self.order_fields(["received", "on", *self.point_names, "text", "compartment", "over"])

    @property
    def point_names(self) -> list[str]:
        """Names of the fields in which a point is answered."""
        return [f"point_{number}" for number in range(len(self._points))]

    def told(self) -> dict[str, Any]:
        """The answer as the door takes it: points that are answered, and those that are declined."""
        told = super().told()
        said = {point: told.pop(name, "") for point, name in zip(self._points, self.point_names, strict=True)}
        parts = {part: [p for p, state in said.items() if state == part] for part in ("points", "declined")}
        over = {"over": "yes"} if told.pop("over", False) else {}
        return {**told, **{part: points for part, points in parts.items() if points}, **over}


POINT_STATES = [("", _("nothing on it")), ("points", _("answered")), ("declined", _("declined, or answered with a no"))]
"""What an answer says of a point."""
