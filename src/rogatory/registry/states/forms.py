"""What is filled in on the page of a state: a fact, a reply, or what takes the place of an entry."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from rogatory.law.questions import Kind as Of
from rogatory.law.sources import Check
from rogatory.law.vocabulary import VOCABULARY
from rogatory.law.wording.language import Language
from rogatory.law.wording.questions import clause
from rogatory.law.wording.terms import term
from rogatory.office.streams.recording import KINDS, LONGEST
from rogatory.registry.states import words

DAY = forms.DateInput(attrs={"type": "date"})


class ReplyForm(forms.Form):
    """The reply of the state to an entry."""

    reply = forms.CharField(
        label=_("What the state answers"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 3})
    )
    source = forms.CharField(label=_("Source, as it is cited"), max_length=400)
    on = forms.DateField(label=_("Day of the reply"), widget=DAY)

    def told(self) -> dict[str, Any]:
        """What was filled in, as the door takes it."""
        return _plain(self.cleaned_data)


class FactForm(forms.Form):
    """A fact on the record of a state."""

    says = forms.CharField(
        label=_("The fact, in a sentence"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Name no person: the entry is read in every case of this state."),
    )  # fmt: skip
    kind = forms.ChoiceField(label=_("What it is"))
    on = forms.RegexField(
        r"^\d{4}(-\d{2}(-\d{2})?)?$", label=_("When it happened, or was said"),
        help_text=_("A year, month or day: 2026, 2026-03 or 2026-03-02"),
        error_messages={"invalid": _("Write it as 2026, 2026-03 or 2026-03-02.")},
    )  # fmt: skip
    bears = forms.MultipleChoiceField(
        label=_("Questions it opens in every case of this state"), widget=forms.CheckboxSelectMultiple
    )
    means = forms.MultipleChoiceField(
        label=_("By what it was done"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("Only of an act of transnational repression"),
    )  # fmt: skip
    host = forms.RegexField(
        r"^[A-Z]{2}$", label=_("State in which it happened"), required=False, help_text=_("Two letters, as BE"),
        error_messages={"invalid": _("Write two capital letters.")},
    )  # fmt: skip
    source = forms.CharField(label=_("Source, as it is cited"), max_length=400)
    where = forms.CharField(label=_("Where it was read"), max_length=400)
    read_on = forms.DateField(label=_("Day it was read"), widget=DAY)
    check = forms.ChoiceField(label=_("How far the source itself was read"))
    expires = forms.DateField(
        label=_("To be looked at again on"), required=False, widget=DAY,
        help_text=_("Left open, after the time usual for what it is"),
    )  # fmt: skip

    def __init__(self, *args: Any, language: Language, **more: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **more)
        questions = [(q.id, clause(q, language)) for q in VOCABULARY.values() if q.of is Of.STATE]
        choices = {
            "kind": [(kind.value, words.KINDS[kind]) for kind in KINDS],
            "bears": questions,
            "means": [(means.value, name) for means, name in words.MEANS.items()],
            "check": [(check.value, term(check, language)) for check in Check],
        }
        for name, told in choices.items():
            self.fields[name].choices = told  # type: ignore[attr-defined]
        self.fields["read_on"].initial = timezone.localdate

    def told(self) -> dict[str, Any]:
        """What was filled in, as the door takes it."""
        return _plain(self.cleaned_data)


class ReplaceForm(FactForm):
    """What takes the place of an entry: a later fact, the same looked at again, or that it stands no more."""

    reasons = forms.CharField(
        label=_("Why"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("What was looked at again, or what was wrong"),
    )  # fmt: skip
    withdrawn = forms.BooleanField(label=_("It stands no more, and nothing takes its place"), required=False)


def _plain(cleaned: dict[str, Any]) -> dict[str, Any]:
    return {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in cleaned.items()
        if value not in (None, "")
    }
