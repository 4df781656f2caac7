"""What the form of every act has: what was seen, on what it is done, reasons, and where its words stand."""

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from rogatory.people.mandates import Compartment

_HYPHENED = {"departs_from": "departs-from", "out_of": "out-of", "told_of": "told-of", "left_out": "left-out",
             "ordered_by": "ordered-by", "interest_since": "interest-since",
             "interest_source": "interest-source", "for_request": "for-request", "seen_to": "seen-to",
             "in_place": "in-place", "rests_on": "rests-on"}  # fmt: skip
"""What the door calls fields whose name no form can write."""


class ActForm(forms.Form):
    """The base: what the person had seen, and on what the act is done."""

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)
    object = forms.CharField(widget=forms.HiddenInput, required=False)

    def told(self) -> dict[str, Any]:
        """The form as the door takes it: what was filled in, without what was left empty."""
        kept = {k: v for k, v in self.cleaned_data.items() if k not in ("seen", "object") and v not in ("", None, [])}
        return {_HYPHENED.get(k, k): self._plain(v) for k, v in kept.items()}

    @staticmethod
    def _plain(value: Any) -> Any:  # noqa: ANN401 - whatever a field was cleaned to
        return value.isoformat() if isinstance(value, date) else value


class StepForm(ActForm):
    """An act of several steps, of which one is asked for by its address or chosen: then its own fields are there alone.

    Attributes:
        steps: By step, the names of its fields, in the order in which they are filled in; where none is known, all.
        says: By step, what is done, in words.
    """

    steps: ClassVar[Mapping[str, tuple[str, ...]]] = {}
    says: ClassVar[Mapping[str, Any]] = {}

    def __init__(self, *args: Any, **more: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **more)
        step = str((self.data if self.is_bound else self.initial).get("step") or "")
        own = self.steps.get(step)
        if own is None:
            return
        kept = ("seen", "object", "step", *own)
        for name in [name for name in self.fields if name not in kept]:
            del self.fields[name]
        self.order_fields(kept)
        self.title = self.says[step]
        for name in ("step", "of"):
            if name in self.fields and self.initial.get(name):
                self.fields[name].widget = forms.HiddenInput()


APART = [
    ("", _("in the file, where everybody who sees the whole file reads it")),
    (Compartment.ASYLUM.value, _("asylum compartment")),
    (Compartment.PRIVILEGED.value, _("under a claim of privilege")),
    (Compartment.PROTECTED_IDENTITY.value, _("protected identity")),
    (Compartment.PROTECTION.value, _("protection of a person")),
]


class WordsForm(ActForm):
    """An act in which something is written, that may stand apart."""

    compartment = forms.ChoiceField(label=_("Where the words stand"), choices=APART, required=False)


class ReasonsForm(WordsForm):
    """An act that asks for reasons, and for nothing else."""

    reasons = forms.CharField(label=_("Reasons"), widget=forms.Textarea(attrs={"rows": 5}), required=False)
