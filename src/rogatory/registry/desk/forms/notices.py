"""The form of the act on a notice: one step, and what it is about."""

from collections.abc import Mapping
from enum import Enum
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from rogatory.examination.notices.copies import Place
from rogatory.examination.notices.requests import Lodger, Ruled, Wish
from rogatory.examination.notices.wording import word
from rogatory.office.folds.dossier import Dossier
from rogatory.office.folds.notices import Step, notice_of
from rogatory.registry.desk.forms.act_form import APART, ActForm, StepForm
from rogatory.registry.desk.forms.challenges import choose
from rogatory.registry.desk.rows.reader import language

_DAY = forms.DateInput(attrs={"type": "date"})
_NONE = ("", "-")
STEPS = {
    Step.BESIDE: _("A notice stands beside the request, or came before it"),
    Step.IN_FORCE: _("It was looked up: the notice is in force"),
    Step.WARRANT: _("The warrant was seen"),
    Step.CHANGED: _("The notice was changed; it is checked anew"),
    Step.COPY: _("A copy was found"),
    Step.NONE: _("A place was looked through: no copy is there"),
    Step.ASKED: _("Deletion of a copy was asked for"),
    Step.GONE: _("A copy is confirmed gone"),
    Step.LODGED: _("The Commission was asked"),
    Step.HEARD: _("The Commission said whether the request is admissible"),
    Step.RULED: _("The Commission decided"),
}
"""What is recorded, in words."""


def _of(words: type[Enum]) -> Any:  # noqa: ANN401 - a function Django calls
    return lambda: [_NONE, *((one.value, word(one, language().value)) for one in words)]


_FIELDS = {
    Step.BESIDE: ("kind", "text", "on", "compartment"),
    Step.IN_FORCE: ("until", "text", "on", "compartment"),
    Step.WARRANT: ("text", "on", "compartment"),
    Step.CHANGED: ("text", "on", "compartment"),
    Step.COPY: ("place", "text", "on", "compartment"),
    Step.NONE: ("place", "text", "on", "compartment"),
    Step.ASKED: ("of", "text", "on", "compartment"),
    Step.GONE: ("of", "text", "on", "compartment"),
    Step.LODGED: ("wish", "lodger", "text", "on", "compartment"),
    Step.HEARD: ("of", "admissible", "text", "on", "compartment"),
    Step.RULED: ("of", "ruled", "text", "on", "compartment"),
}
"""What is filled in for each step."""


class TrackForm(StepForm):
    """One step of what becomes of a notice."""

    steps: ClassVar[Mapping[str, tuple[str, ...]]] = {step.value: names for step, names in _FIELDS.items()}
    says: ClassVar[Mapping[str, Any]] = {step.value: says for step, says in STEPS.items()}
    step = forms.ChoiceField(label=_("What was done"), choices=[(s.value, says) for s, says in STEPS.items()])
    kind = forms.ChoiceField(
        label=_("What it is"), required=False,
        choices=[_NONE, ("red-notice", _("a red notice")), ("diffusion", _("a diffusion"))],
    )  # fmt: skip
    of = forms.ChoiceField(label=_("Which copy or request"), required=False)
    place = forms.ChoiceField(label=_("Where a copy was looked for"), required=False, choices=_of(Place))
    wish = forms.ChoiceField(label=_("What the Commission is asked"), required=False, choices=_of(Wish))
    lodger = forms.ChoiceField(label=_("Who asked it"), required=False, choices=_of(Lodger))
    admissible = forms.ChoiceField(
        label=_("Is it admissible?"), required=False, choices=[_NONE, ("yes", _("yes")), ("no", _("no"))]
    )
    ruled = forms.ChoiceField(label=_("What it decided"), required=False, choices=_of(Ruled))
    text = forms.CharField(
        label=_("In words"),
        help_text=_("Its number, what was seen or changed; of a copy, in which file or state"), required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )  # fmt: skip
    until = forms.DateField(label=_("In force until"), required=False, widget=_DAY)
    on = forms.DateField(label=_("On the day"), required=False, widget=_DAY, help_text=_("Empty: today"))
    compartment = forms.ChoiceField(label=_("Where the words stand"), choices=APART, required=False)

    def __init__(self, *args: Any, dossier: Dossier, **more: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **more)
        found, spoken = notice_of(dossier), language().value
        copies = [(c.ident, f"{c.ident}: {word(c.place, spoken)}") for c in found.copies] if found else []
        asked = [(r.ident, f"{r.ident}: {word(r.wish, spoken)}") for r in found.requests] if found else []
        if "of" in self.fields:
            choose(self, "of", [_NONE, *copies, *asked])


FORMS: dict[str, type[ActForm]] = {"track-notice": TrackForm}
"""The form of the act on a notice, by its identifier."""
