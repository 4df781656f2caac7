"""Forms of the acts on allegations: lodging one, a step of its inquiry, its end, and who a protected source is."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rogatory.examination.inquiries.steps import STEPS, Step, to_take
from rogatory.examination.inquiries.wording import word
from rogatory.law.grades import Grade
from rogatory.office.folds.dossier import Dossier
from rogatory.office.folds.inquiries import ASK_SOURCE
from rogatory.registry.desk.forms.act_form import ActForm, WordsForm
from rogatory.registry.desk.forms.challenges import choose
from rogatory.registry.desk.rows.reader import language
from rogatory.states.record.entries import Method

_DAY = forms.DateInput(attrs={"type": "date"})


class AllegationForm(WordsForm):
    """An allegation, and, apart from it, who a source is that must be protected."""

    text = forms.CharField(label=_("What is alleged, in words"), widget=forms.Textarea(attrs={"rows": 6}))
    methods = forms.MultipleChoiceField(
        label=_("By what it was done"), required=False, widget=forms.CheckboxSelectMultiple,
        choices=lambda: [(m.value, word(m, language().value)) for m in Method],
    )  # fmt: skip
    torture = forms.BooleanField(label=_("Torture or other ill-treatment is alleged"), required=False)
    concerns = forms.MultipleChoiceField(
        label=_("Only these measures"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("None: the whole request waits"),
    )  # fmt: skip
    source = forms.CharField(
        label=_("Who the source is, where that must be protected"), required=False, max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Only the custodian opens it. Do not name the source in any other field."),
    )  # fmt: skip
    on = forms.DateField(
        label=_("Lodged on"), required=False, widget=_DAY, help_text=_("Of one that came on paper; empty: now")
    )

    def __init__(self, *args: Any, dossier: Dossier, **more: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **more)
        choose(self, "concerns", [(m.id, m.text or m.id) for m in dossier.case.measures])


def _steps() -> list[tuple[str, Any]]:
    known = (*to_take(torture=True), Step.INFORMED)
    asked = [(s.value, STEPS[s].says[language().value]) for s in known]
    return [*asked, (ASK_SOURCE, _("Ask the custodian who the source is"))]


class StepForm(WordsForm):
    """A step of an inquiry."""

    step = forms.ChoiceField(label=_("Step"), choices=_steps)
    text = forms.CharField(
        label=_("What was done, and where the evidence is; or why it is left out"),
        widget=forms.Textarea(attrs={"rows": 5}),
    )  # fmt: skip
    left_out = forms.BooleanField(label=_("It is left out, for these reasons"), required=False)
    on = forms.DateField(label=_("On"), required=False, widget=_DAY)


class EndForm(WordsForm):
    """The end of an inquiry, or that none is opened."""

    outcome = forms.ChoiceField(label=_("End"), choices=[("concluded", _("concluded")), ("refused", _("not taken up"))])
    grade = forms.ChoiceField(
        label=_("How far it was shown"), required=False,
        choices=lambda: [("", "-"), *((g.name.lower(), word(g, language().value)) for g in Grade)],
        help_text=_("That nothing speaks for it does not say that it was not done."),
    )  # fmt: skip
    reasons = forms.CharField(label=_("Reasons"), widget=forms.Textarea(attrs={"rows": 8}))


class DisclosureForm(ActForm):
    """What the custodian of a source decides."""

    answer = forms.ChoiceField(
        label=_("Is it disclosed to whoever leads the inquiry?"), choices=[("no", _("no")), ("yes", _("yes"))],
        widget=forms.RadioSelect,
    )  # fmt: skip
    reasons = forms.CharField(label=_("Reasons"), widget=forms.Textarea(attrs={"rows": 5}))


FORMS: dict[str, type[ActForm]] = {
    "lodge-allegation": AllegationForm,
    "inquire": StepForm,
    "conclude-inquiry": EndForm,
    "decide-disclosure": DisclosureForm,
}
"""The form of each act on an allegation, by its identifier; an inquiry is opened by one that norms bear on."""
