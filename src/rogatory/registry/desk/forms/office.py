"""What an administrator fills in about the people of the office."""

from datetime import date
from typing import Any

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from rogatory.law.acts import Role
from rogatory.law.wording.language import Language
from rogatory.law.wording.terms import term
from rogatory.people.mandates import ONLY_FOR_A_CASE, ONLY_FOR_A_REGISTER
from rogatory.registry.shell.templatetags.shell import COMPARTMENTS


class AccountForm(forms.Form):
    """A new account."""

    email = forms.EmailField(label=_("E-mail address"), max_length=254)
    full_name = forms.CharField(label=_("Name, as colleagues know it"), max_length=200)
    language = forms.ChoiceField(label=_("Language of the pages"), choices=settings.LANGUAGES)


class OfficeMandateForm(forms.Form):
    """A mandate in every case of the office, for the person whose page it is."""

    role = forms.ChoiceField(label=_("Role"))
    since = forms.DateField(label=_("From"), widget=forms.DateInput(attrs={"type": "date"}))
    until = forms.DateField(
        label=_("Until (not included)"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    compartments = forms.MultipleChoiceField(
        label=_("Opens the compartments"), required=False, widget=forms.CheckboxSelectMultiple,
        choices=[(c.value, name) for c, name in COMPARTMENTS.items()],
    )  # fmt: skip

    def __init__(self, *args: Any, language: Language, **more: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **more)
        roles = [(r.value, term(r, language)) for r in Role if r not in ONLY_FOR_A_CASE | ONLY_FOR_A_REGISTER]
        self.fields["role"].choices = roles  # type: ignore[attr-defined]
        self.fields["since"].initial = timezone.localdate

    def told(self, account: str) -> dict[str, Any]:
        """The mandate as the door takes it."""
        kept = {name: value for name, value in self.cleaned_data.items() if value not in ("", None, [])}
        told = {name: value.isoformat() if isinstance(value, date) else value for name, value in kept.items()}
        return {"mandate": {"account": account, **told}}


class BecauseForm(forms.Form):
    """Why something is done to an account."""

    reasons = forms.CharField(max_length=2000, widget=forms.Textarea(attrs={"rows": 2}), required=False)

    def __init__(self, *args: Any, label: str, **more: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **more)
        self.fields["reasons"].label = label
