"""Forms of the acts on remedies, stays, undertakings, restrictions, hearings and counsel."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rogatory.law.acts import ACTS, COOPERATING, ON_WHAT_WAS_SEIZED, Act, Role
from rogatory.office.folds.dossier import Dossier
from rogatory.registry.accounts.models import Account
from rogatory.registry.desk.forms.act_form import ActForm, ReasonsForm, WordsForm
from rogatory.registry.desk.rows.showing import names_of
from rogatory.remedies.hearings import Attendance
from rogatory.remedies.holds import Body, Ending
from rogatory.remedies.kinds import Capacity, RemedyKind, open_in
from rogatory.remedies.lodged import Outcome

_DAY = forms.DateInput(attrs={"type": "date"})


def _titles(*acts: Act) -> list[tuple[str, str]]:
    """These acts, and those on what was seized, as one chooses them."""
    return [(act.id, act.title) for act in (*acts, *ON_WHAT_WAS_SEIZED.values())]


def _words(rows: int = 6) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class LodgeForm(WordsForm):
    """A remedy."""

    kind = forms.ChoiceField(label=_("Which remedy"), required=False)
    capacity = forms.ChoiceField(
        label=_("Lodged as"), required=False, choices=[("", "-"), *((c.value, c.value) for c in Capacity)]
    )
    text = forms.CharField(label=_("In words"), widget=_words())
    against = forms.MultipleChoiceField(label=_("Against"), required=False, widget=forms.CheckboxSelectMultiple)
    of = forms.ChoiceField(label=_("Against the ruling on"), required=False)
    on = forms.DateField(
        label=_("Lodged on"), required=False, widget=_DAY,
        help_text=_("Of a remedy that came on paper; empty: now. It runs from that day."),
    )  # fmt: skip

    def __init__(self, *args: Any, dossier: Dossier, words: dict[str, str], **more: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **more)
        case = dossier.case
        kinds = open_in(case.request.kind, case.request.requested)
        things = [*((m.id, m.text or m.id) for m in case.measures), *((i.id, i.text or i.id) for i in case.items)]
        choose(self, "kind", [("", "-"), *((k.id, words[k.id]) for k in kinds)])
        choose(self, "against", [*things, *((p, p) for p in case.packages)])
        choose(self, "of", [("", "-"), *((r, r) for r in dossier.challenges.remedies)])


class RegisterRemedyForm(ActForm):
    """The number a court's registry gave a remedy."""

    number = forms.CharField(label=_("Number in the register of the court"), max_length=100)
    on = forms.DateField(label=_("On"), required=False, widget=_DAY)


class ReferForm(ActForm):
    """A question to another court, or its answer."""

    to = forms.CharField(label=_("Court"), max_length=200, required=False)
    question = forms.CharField(label=_("What is asked"), widget=_words(4), required=False)
    answer = forms.CharField(label=_("What was answered"), widget=_words(4), required=False)
    on = forms.DateField(label=_("On"), required=False, widget=_DAY)


class RemedyDecidedForm(WordsForm):
    """A ruling on a remedy, or on a part of it."""

    outcome = forms.ChoiceField(
        label=_("Outcome"), choices=[(o.value, o.value) for o in Outcome if o is not Outcome.WITHDRAWN]
    )
    part = forms.CharField(
        label=_("Only on this part"), max_length=400, required=False, help_text=_("The rest goes on running.")
    )
    text = forms.CharField(label=_("What was held"), widget=_words(), required=False)
    hearing = forms.ChoiceField(label=_("After the hearing"), required=False)
    final = forms.BooleanField(label=_("The decision is final: nothing further can be lodged"), required=False)
    reasons = forms.CharField(label=_("Reasons"), widget=_words(5))

    def __init__(self, *args: Any, dossier: Dossier, **more: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **more)
        choose(self, "hearing", [("", "-"), *((h.ident, f"{h.ident}: {h.chamber}") for h in dossier.hearings.values())])


class StayForm(ActForm):
    """An order that acts wait."""

    body = forms.ChoiceField(label=_("Ordered by"), choices=[(b.value, b.value) for b in Body])
    acts = forms.MultipleChoiceField(
        label=_("Acts that wait"),
        widget=forms.CheckboxSelectMultiple,
        choices=_titles(*COOPERATING),
    )
    source = forms.CharField(label=_("Where the order stands: its number and day"), max_length=400)
    text = forms.CharField(label=_("The order in its words"), widget=_words(4), required=False)
    until = forms.DateField(label=_("Until (not included)"), required=False, widget=_DAY)


class UndertakeForm(WordsForm):
    """A promise not to do something."""

    text = forms.CharField(label=_("In words"), widget=_words())
    acts = forms.MultipleChoiceField(
        label=_("Acts it promises not to do"), required=False, widget=forms.CheckboxSelectMultiple,
        choices=_titles(*ACTS.values()), help_text=_("None: everything that cannot be undone."),
    )  # fmt: skip
    ending = forms.ChoiceField(
        label=_("How it ends"),
        required=False,
        initial=Ending.BY_COURT.value,
        choices=[(e.value, e.value) for e in Ending],
    )
    until = forms.DateField(label=_("First day on which it may be ended"), required=False, widget=_DAY)


class KeepBackForm(ActForm):
    """Keeping something from a person for a time."""

    what = forms.ChoiceField(
        label=_("What is kept back"),
        choices=[("notices", _("that something was done")), ("file", _("what the file holds"))],
    )
    reasons = forms.CharField(label=_("How telling would defeat the investigation"), widget=_words(5))
    basis = forms.CharField(label=_("Provision that allows it"), max_length=400)
    review = forms.DateField(label=_("Looked at again by"), widget=_DAY)
    until = forms.DateField(label=_("Until (not included)"), widget=_DAY)


class _Lines(forms.CharField):
    """People, one a line: the name, a comma, and as what."""

    def __init__(self, **more: Any) -> None:  # noqa: ANN401
        may = ", ".join(a.value for a in Attendance)
        super().__init__(widget=_words(4), help_text=_("One a line: the name, a comma, and as what: %s") % may, **more)

    def clean(self, value: Any) -> list[dict[str, str]]:  # noqa: ANN401
        """The rows the door takes."""
        lines = [line.rpartition(",") for line in str(super().clean(value) or "").splitlines() if line.strip()]
        return [{"who": who.strip(), "as": told.strip()} for who, _comma, told in lines]


class HearingForm(ActForm):
    """A hearing."""

    chamber = forms.CharField(label=_("Chamber"), max_length=200)
    at = forms.DateTimeField(label=_("When"), widget=forms.DateTimeInput(attrs={"type": "datetime-local"}))
    place = forms.CharField(label=_("Where"), max_length=200, required=False)
    about = forms.MultipleChoiceField(label=_("About"), required=False, widget=forms.CheckboxSelectMultiple)
    public = forms.BooleanField(label=_("In public"), required=False)
    called = _Lines(label=_("Who is called"), required=False)
    third = forms.MultipleChoiceField(
        label=_("Third parties who are called"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("They learn of this hearing. Others who are not called learn of it only if it is in public."),
    )  # fmt: skip

    def __init__(self, *args: Any, dossier: Dossier, **more: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **more)
        choose(self, "about", [(name, name) for name in dossier.challenges.remedies])
        held = {name: m.account for name, m in dossier.mandates.items() if m.role is Role.INTERVENER}
        names = names_of(held.values())
        self.names = {name: names.get(account, account) for name, account in held.items()}
        choose(self, "third", self.names.items())

    def told(self) -> dict[str, Any]:
        """The hearing as the door takes it: a third party is called by its mandate."""
        told = super().told()
        third = [{"who": self.names[m], "as": Attendance.INTERVENER.value, "mandate": m} for m in told.pop("third", ())]
        return {**told, "called": [*told.get("called", ()), *third]}


class HeldForm(ActForm):
    """A hearing that was held."""

    came = _Lines(label=_("Who was there"))
    record = forms.CharField(label=_("What was said and asked"), widget=_words(10))


class InterveneForm(ActForm):
    """Observations of a third party."""

    text = forms.CharField(label=_("In words"), widget=_words())
    basis = forms.CharField(label=_("Provision that lets you be heard"), max_length=400)


class InviteForm(ActForm):
    """An invitation to counsel."""

    email = forms.EmailField(label=_("Account (e-mail address)"))

    def told(self) -> dict[str, Any]:
        """The invitation as the door takes it; an address nobody has is an account that does not exist."""
        found = Account.objects.filter(email=self.cleaned_data["email"].lower()).first()
        return {"account": found.public_id if found else self.cleaned_data["email"]}


class AnswerMandateForm(ActForm):
    """Accepting a mandate, or declining it."""

    answer = forms.ChoiceField(
        label=_("Answer"), choices=[("accept", _("I accept")), ("decline", _("I decline"))], widget=forms.RadioSelect
    )


def choose(form: forms.Form, field: str, choices: Iterable[tuple[str, str]]) -> None:
    """Say what may be chosen in a field of a form; a field with nothing to choose is left out."""
    found = list(choices)
    if [value for value, _label in found if value]:
        form.fields[field].choices = found  # type: ignore[attr-defined]
    else:
        del form.fields[field]


def kinds_in_words(dossier: Dossier, language: str) -> dict[str, str]:
    """The remedies that exist for a case, in words, by identifier."""
    request = dossier.case.request
    found: tuple[RemedyKind, ...] = open_in(request.kind, request.requested)
    return {kind.id: kind.says[language] for kind in found}


FORMS: dict[str, type[ActForm]] = {
    "lodge-remedy": LodgeForm,
    "register-remedy": RegisterRemedyForm,
    "refer-remedy": ReferForm,
    "decide-remedy": RemedyDecidedForm,
    "withdraw-remedy": ReasonsForm,
    "order-stay": StayForm,
    "lift-stay": ReasonsForm,
    "undertake": UndertakeForm,
    "end-undertaking": ReasonsForm,
    "keep-back": KeepBackForm,
    "end-secrecy": ReasonsForm,
    "set-hearing": HearingForm,
    "cancel-hearing": ReasonsForm,
    "record-hearing": HeldForm,
    "intervene": InterveneForm,
    "invite-counsel": InviteForm,
    "accept-mandate": AnswerMandateForm,
}
"""The form of each act on a challenge, by its identifier."""
WITH_THE_CASE = frozenset({"lodge-remedy", "decide-remedy", "set-hearing", "lodge-allegation"})
"""Those in which something of the case is chosen."""
