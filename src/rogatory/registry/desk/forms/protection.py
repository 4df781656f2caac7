"""Forms of the compartment of protection: what is reported, and what is arranged."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from rogatory.aftermath.pressure import Origin, Pressure, Referral
from rogatory.aftermath.protection import Status, Step
from rogatory.registry.desk.forms.act_form import ActForm, StepForm

_DAY = forms.DateInput(attrs={"type": "date"})
PRESSURES = {
    Pressure.SURVEILLANCE: _("surveillance: followed, watched, photographed"),
    Pressure.HACKING: _("hacking of a telephone, computer or account"),
    Pressure.HARASSMENT: _("harassment"),
    Pressure.THREATS: _("threats"),
    Pressure.RELATIVES: _("pressure on relatives or colleagues"),
    Pressure.ATTACK: _("attack or abduction, or the attempt"),
    Pressure.PROCEEDINGS: _("notices or proceedings used as pressure"),
    Pressure.TRAVEL: _("travel hindered: passport, consular service"),
}
REFERRALS = {
    Referral.POLICE: _("to the police"),
    Referral.PROSECUTOR: _("to the prosecutor"),
    Referral.INQUIRY: _("to an inquiry into an allegation"),
    Referral.NOBODY: _("no further, for these reasons"),
}
STATUSES = {
    Status.ASKED: _("protection asked"),
    Status.RECOGNISED: _("protection recognised"),
    Status.REFUSED: _("protection refused"),
    Status.ENDED: _("protection ended"),
}
STEPS = {
    Step.MEASURE: _("a safety measure"),
    Step.CONTACT: _("whom the person calls"),
    Step.STATUS: _("the status of the person"),
    Step.ADDRESS: _("a confidential address"),
    Step.ANSWER: _("what was done about an incident"),
    Step.END_MEASURE: _("the end of a measure"),
}
ORIGINS = {
    Origin.PERSON: _("the person concerned"),
    Origin.COUNSEL: _("counsel"),
    Origin.OUTSIDER: _("somebody outside the office"),
    Origin.OFFICIAL: _("an official"),
}


class IncidentForm(ActForm):
    """An incident that is reported. Its words stand in the compartment, whatever is chosen."""

    kind = forms.ChoiceField(label=_("What was done"), choices=[(k.value, v) for k, v in PRESSURES.items()])
    text = forms.CharField(label=_("What happened, in words"), widget=forms.Textarea(attrs={"rows": 5}))
    since = forms.DateField(label=_("First day"), widget=_DAY)
    until = forms.DateField(
        label=_("Last day"), required=False, widget=_DAY, help_text=_("Empty: it goes on, or unknown")
    )
    place = forms.CharField(label=_("Where"), required=False, max_length=500)
    state = forms.CharField(
        label=_("State it is said to be done for"), required=False, max_length=2,
        help_text=_("Two letters, as KZ; empty: not said"),
    )  # fmt: skip
    for_request = forms.BooleanField(label=_("It is said to serve this request"), required=False)
    evidence = forms.CharField(
        label=_("Digest of a received document that shows it"), required=False, max_length=64,
        help_text=_("Attach it first; empty: there is none in writing"),
    )  # fmt: skip

    def told(self) -> dict[str, Any]:
        """The form as the door takes it: evidence is a list there."""
        told = super().told()
        return told | ({"evidence": [told["evidence"]]} if "evidence" in told else {})


_FIELDS = {
    Step.STATUS: ("status", "seen_to", "text", "in_place"),
    Step.CONTACT: ("text", "in_place"),
    Step.ADDRESS: ("text", "in_place"),
    Step.MEASURE: ("text", "seen_to", "until", "in_place"),
    Step.END_MEASURE: ("of", "text", "in_place"),
    Step.ANSWER: ("of", "to", "text", "alleges", "in_place"),
}
"""What is filled in for each step."""


class ProtectForm(StepForm):
    """One step of protecting a person. Its words stand in the compartment."""

    steps: ClassVar[Mapping[str, tuple[str, ...]]] = {step.value: names for step, names in _FIELDS.items()}
    says: ClassVar[Mapping[str, Any]] = {step.value: says for step, says in STEPS.items()}
    step = forms.ChoiceField(label=_("What is recorded"), choices=[(k.value, v) for k, v in STEPS.items()])
    text = forms.CharField(label=_("In words"), widget=forms.Textarea(attrs={"rows": 5}))
    seen_to = forms.CharField(label=_("Who sees to it, or said so"), required=False, max_length=500)
    until = forms.DateField(label=_("Of a measure: last day"), required=False, widget=_DAY)
    status = forms.ChoiceField(
        label=_("Of the status: to what"), required=False,
        choices=[("", "-"), *((k.value, v) for k, v in STATUSES.items())],
    )  # fmt: skip
    of = forms.CharField(label=_("Of an incident or a measure: its name"), required=False, max_length=60)
    to = forms.ChoiceField(
        label=_("Of an incident: where it goes on"), required=False,
        choices=[("", "-"), *((k.value, v) for k, v in REFERRALS.items())],
    )  # fmt: skip
    alleges = forms.CharField(
        label=_("To an inquiry: what it may read"), required=False, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("It stands in the file, as an allegation; nothing else of the compartment does."),
    )  # fmt: skip
    in_place = forms.ChoiceField(
        label=_("Is the person protected now, as far as is needed?"), required=False,
        choices=[("", _("not said")), ("yes", _("yes")), ("no", _("no"))],
    )  # fmt: skip


FORMS: dict[str, type[ActForm]] = {"report-incident": IncidentForm, "protect": ProtectForm}
"""The form of each act of the compartment."""
