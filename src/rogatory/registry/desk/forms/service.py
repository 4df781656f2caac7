"""Forms of the acts on notices, their proof, and what moves a time limit."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rogatory.office.folds.dossier import Dossier
from rogatory.office.folds.originals import letter_name, originals_of
from rogatory.office.folds.owed import Owed
from rogatory.registry.desk.forms.act_form import ActForm, WordsForm
from rogatory.registry.desk.forms.challenges import choose
from rogatory.remedies.service import Manner, Result

MANNERS = (
    ("", "-"),
    (Manner.IN_PERSON.value, _("in person, or by a bailiff")),
    (Manner.PRESENTED.value, _("a judicial letter, or a registered one with acknowledgement, presented on that day")),
    (Manner.POSTED.value, _("by a registered or plain letter, given to the post on that day")),
    (Manner.RECEIPTED.value, _("against a dated receipt")),
    (Manner.REFUSED.value, _("offered, and refused")),
    (Manner.LEFT.value, _("nobody was met: a copy was left at the address")),
    (Manner.PROSECUTOR.value, _("no address is known: a copy was handed to the public prosecutor")),
    (Manner.UNREACHABLE.value, _("the person was not found")),
)  # fmt: skip
"""In which manner somebody is told, in words."""
RESULTS = (
    (Result.PROVED.value, _("it is proved")),
    (Result.FAILED.value, _("it did not reach the person")),
    (Result.VOID.value, _("it was void, or did not say which remedies there are")),
)
"""What can be said of a service later, in words."""
_DAY = forms.DateInput(attrs={"type": "date"})


def kept_by(dossier: Dossier) -> list[str]:
    """Digests of the received documents of a case, any of which may prove a service."""
    return list(dict.fromkeys(d for o in originals_of(dossier.entries).values() for d in (o.digest, *o.parts)))


def _proofs(form: forms.Form, kept: Iterable[str]) -> None:
    choose(form, "proof", [("", "-"), *((digest, letter_name(digest)) for digest in kept)])


def substituted() -> forms.CharField:
    """The field for the ground of substituted service."""
    return forms.CharField(
        label=_("Why in this manner"), max_length=400, required=False,
        help_text=_("Of a copy left at the address or with the prosecutor: why, and what was tried before"),
    )  # fmt: skip


class _Proof(WordsForm):
    """What proves a service."""

    proof = forms.ChoiceField(
        label=_("What proves it"), required=False,
        help_text=_("A document attached to the case; without one no time ends"),
    )  # fmt: skip
    received = forms.DateField(
        label=_("Received on"), required=False, widget=_DAY,
        help_text=_("Of a letter that was posted: the day on which the addressee shows that it came"),
    )  # fmt: skip

    def __init__(self, *args: Any, kept: Iterable[str] = (), **more: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **more)
        _proofs(self, kept)


class NoticeForm(_Proof):
    """Telling the person concerned: of what, when, in which language, in what manner, and what proves it."""

    told_of = forms.ChoiceField(label=_("Of what the person is told"), required=False)
    on = forms.DateField(label=_("On"), required=False, widget=_DAY)
    language = forms.CharField(label=_("In which language"), max_length=40, required=False)
    manner = forms.ChoiceField(label=_("In what manner"), required=False, choices=MANNERS)
    ground = substituted()
    reasons = forms.CharField(label=_("Reasons"), widget=forms.Textarea(attrs={"rows": 3}), required=False)
    field_order = ("told_of", "on", "language", "manner", "ground", "proof", "received", "reasons", "compartment")

    def __init__(self, *args: Any, notices: Iterable[Owed], **more: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **more)
        told = [(n.ident, f"{n.ident}: {n.person}, {n.since} {' '.join(n.languages)}".strip()) for n in notices]
        self.fields["told_of"].choices = [("", "-"), *dict(told).items()]  # type: ignore[attr-defined]


class ServiceForm(_Proof):
    """That a service is proved, failed or was void."""

    result = forms.ChoiceField(label=_("What is known of it"), choices=RESULTS, widget=forms.RadioSelect)
    on = forms.DateField(label=_("Served on"), required=False, widget=_DAY, help_text=_("Empty: as it was recorded"))
    manner = forms.ChoiceField(label=_("In what manner"), required=False, choices=MANNERS)
    reasons = forms.CharField(label=_("Reasons"), widget=forms.Textarea(attrs={"rows": 3}), required=False)
    field_order = ("result", "on", "manner", "proof", "received", "reasons", "compartment")


class SuspendForm(ActForm):
    """A suspension of a time limit, or its end."""

    on = forms.DateField(
        label=_("From"), required=False, widget=_DAY,
        help_text=_("The first day that does not count; of one that stands still, the first day that counts again"),
    )  # fmt: skip
    ground = forms.CharField(label=_("Why"), max_length=400, required=False)
    source = forms.CharField(
        label=_("Law or ruling"), max_length=400, required=False, help_text=_("Where its own rule knows no such ground")
    )


class ExtendForm(ActForm):
    """An extension of a time limit."""

    until = forms.DateField(label=_("New last day"), widget=_DAY)
    ground = forms.CharField(label=_("Why"), max_length=400)


FORMS: dict[str, type[ActForm]] = {
    "notify": NoticeForm,
    "record-service": ServiceForm,
    "suspend-limit": SuspendForm,
    "extend-limit": ExtendForm,
}
"""The form of each act on service and time limits, by its identifier."""
