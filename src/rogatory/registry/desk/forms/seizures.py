"""Forms of the acts on a seizure as a whole; its items are answered on pages of their own."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rogatory.registry.desk.forms.act_form import ActForm

_DAY = forms.DateInput(attrs={"type": "date"})


class SealForm(ActForm):
    """A seal that was made, as the command that seals tells it."""

    seizure = forms.CharField(label=_("What the seizure is called"), max_length=30, help_text=_("S-1, S-2 and so on"))
    root = forms.RegexField(
        "^[0-9a-f]{64}$", label=_("Root of the manifest"), help_text=_("As `rogatory material seal` prints it")
    )
    entries = forms.IntegerField(label=_("Lines of the manifest"), min_value=1)
    bytes = forms.IntegerField(label=_("Bytes of all files"), min_value=0, required=False)
    unreadable = forms.IntegerField(label=_("What could not be read"), min_value=0, required=False)
    holder = forms.CharField(
        label=_("Taken from"), max_length=200, help_text=_("A person of the case by identifier, or in words")
    )


class OpenSealForm(ActForm):
    """Opening a seal: before whom, and on what ground."""

    present = forms.CharField(
        label=_("Who was there"), max_length=400, help_text=_("The holder, counsel, the delegate of the bar")
    )
    ground = forms.CharField(label=_("Decision or provision"), max_length=400)


class InventoryForm(ActForm):
    """Giving the person the inventory, and a time to object."""

    seizure = forms.CharField(label=_("Which seizure"), max_length=30, required=False)
    until = forms.DateField(label=_("Last day to object"), widget=_DAY)
    items = forms.CharField(
        label=_("Only these items"), required=False, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Identifiers, one on a line; empty: everything that was seized"),
    )  # fmt: skip

    def told(self) -> dict[str, Any]:
        """The inventory as the door takes it."""
        told = super().told()
        return {**told, "items": told["items"].split()} if "items" in told else told


class ReturnForm(ActForm):
    """Giving something back, with a certificate."""

    ground = forms.CharField(label=_("Decision or provision"), max_length=400)
    holder = forms.CharField(
        label=_("Who received it"), max_length=200, required=False, help_text=_("Empty: who it was taken from")
    )
    things = forms.CharField(
        label=_("What"), required=False, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("One thing on a line; empty: everything that was seized"),
    )  # fmt: skip
    witness = forms.CharField(label=_("Who saw it"), max_length=200, required=False)
    kept = forms.CharField(label=_("What the office keeps, and why"), max_length=400, required=False)

    def told(self) -> dict[str, Any]:
        """The certificate as the door takes it."""
        told = super().told()
        return {**told, "things": told["things"].splitlines()} if "things" in told else told


class DestroyForm(ReturnForm):
    """Destroying copies, with a certificate; the second person has seen it."""

    method = forms.CharField(label=_("How"), max_length=400, help_text=_("Copies and backups included"))
    reasons = forms.CharField(label=_("Reasons"), widget=forms.Textarea(attrs={"rows": 3}))
    field_order = ("ground", "method", "things", "kept", "reasons")

    def __init__(self, *args: Any, **more: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **more)
        del self.fields["witness"], self.fields["holder"]


FORMS: dict[str, type[ActForm]] = {
    "seal-material": SealForm,
    "open-seal": OpenSealForm,
    "give-inventory": InventoryForm,
    "return-material": ReturnForm,
    "destroy-material": DestroyForm,
}
"""The form of each act on a seizure, by its identifier."""
