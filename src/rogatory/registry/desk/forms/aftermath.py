"""Forms of the acts of breach and reparation."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rogatory.aftermath.currencies import MINOR_UNITS
from rogatory.aftermath.money import Period
from rogatory.aftermath.reparation import Form
from rogatory.letters.of_breach import Breached
from rogatory.office.acts.mending import what_can_be_breached
from rogatory.office.folds.aftermath import aftermath_of
from rogatory.office.folds.dossier import Dossier, changes
from rogatory.office.folds.originals import letter_name
from rogatory.registry.desk.forms.act_form import ActForm, ReasonsForm, WordsForm
from rogatory.registry.desk.forms.challenges import choose
from rogatory.registry.desk.forms.service import kept_by
from rogatory.registry.desk.rows.aftermath import WHOSE
from rogatory.registry.desk.rows.reader import language
from rogatory.registry.desk.rows.timeline import in_words

_DAY = forms.DateInput(attrs={"type": "date"})
NONE = ("", "-")
BREACHED = {
    Breached.DISCLOSURE: _("unlawful disclosure: somebody was given what they may not have"),
    Breached.USE: _("use beyond limits: of what was handed over, or against the person"),
    Breached.ASSURANCE: _("a broken assurance or promise"),
    Breached.WHILE_HELD: _("an act done while it was held"),
}
FORMS_OF_REPARATION = {
    Form.RESTITUTION: _("restitution: what was before is restored"),
    Form.COMPENSATION: _("compensation: harm is paid for"),
    Form.REHABILITATION: _("rehabilitation: care, legal and social help"),
    Form.SATISFACTION: _("satisfaction: the truth is told, an apology, sanctions"),
    Form.NON_REPETITION: _("guarantees that it does not happen again"),
}
PERIODS = {
    Period.YEAR_365: _("a year of 365 days"),
    Period.YEAR_360: _("a year of 360 days"),
    Period.MONTH_30: _("a month of 30 days"),
    Period.DAY: _("a day"),
}


def _words(rows: int = 4) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


def _said(table: dict[Any, Any]) -> list[tuple[str, Any]]:
    return [(word.value, said) for word, said in table.items()]


class FindBreachForm(ReasonsForm):
    """A breach that is found."""

    kind = forms.ChoiceField(label=_("What was done"), choices=_said(BREACHED))
    whose = forms.ChoiceField(label=_("By whom"), choices=_said(WHOSE))
    of = forms.ChoiceField(label=_("What was breached"))
    text = forms.CharField(label=_("What happened, in words"), widget=_words())
    happened = forms.DateField(label=_("First day of it"), widget=_DAY)
    known = forms.DateField(label=_("Known here since"), required=False, widget=_DAY, help_text=_("Empty: today"))
    evidence = forms.MultipleChoiceField(
        label=_("Entries that show it"), widget=forms.SelectMultiple(attrs={"size": 6}),
        help_text=_("What came in from outside is attached first."),
    )  # fmt: skip
    gone = forms.CharField(
        label=_("What left and must come back"), required=False, widget=_words(3), help_text=_("One thing on a line")
    )
    persons = forms.MultipleChoiceField(
        label=_("Persons it wrongs"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("None: everybody the case concerns"),
    )  # fmt: skip
    field_order = ("kind", "whose", "of", "text", "happened", "known", "evidence", "gone", "persons", "reasons")

    def __init__(self, *args: Any, dossier: Dossier, **more: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **more)
        told = [e for e in dossier.entries if changes(e)]
        rows = {row.seq: f"{row.seq}: {row.title} {row.object}".strip() for row in in_words(told, language(), {})}
        choose(self, "of", _called(dossier, rows))
        choose(self, "evidence", [(str(seq), said) for seq, said in reversed(rows.items())])
        choose(self, "persons", [(p.id, p.name) for p in dossier.case.persons])

    def told(self) -> dict[str, Any]:
        """The breach as the door takes it."""
        told = super().told()
        return {**told, "gone": _lines(told["gone"])} if "gone" in told else told


def _called(dossier: Dossier, rows: dict[int, str]) -> Iterable[tuple[str, str]]:
    """What can be breached, with what it is in words, unless those stand apart."""
    case, challenges = dossier.case, dossier.challenges
    apart = {e.seq for e in dossier.entries if e.fields.get("compartment")}
    said = {u.ident: f"{u.ident}: {u.text}" for u in challenges.undertakings.values() if u.entry not in apart}
    said |= {r.ident: f"{r.ident}: {r.text}" for r in challenges.remedies.values() if r.entry not in apart}
    said |= {a.id: f"{a.id}: {a.text}" for a in case.assurances} | {m.id: m.text or m.id for m in case.measures}
    said |= {f"entry-{seq}": text for seq, text in rows.items()}
    return [(name, said.get(name, name)) for name in what_can_be_breached(dossier)]


def _breaches(dossier: Dossier) -> list[tuple[str, str]]:
    found = aftermath_of(dossier).breaches.values()
    return [(b.ident, f"{b.ident}: {BREACHED[b.kind]}" if b.kind else b.ident) for b in found]


def _reparations(dossier: Dossier) -> list[tuple[str, str]]:
    found = aftermath_of(dossier).reparations.values()
    return [(r.ident, f"{r.ident}: {r.person}, {FORMS_OF_REPARATION[r.form]}") for r in found]


class DemandForm(ActForm):
    """A demand: the signed letter it sends, how and when."""

    document = forms.ChoiceField(label=_("Signed letter"), required=False)
    channel = forms.CharField(label=_("How it is sent"), max_length=200, required=False)
    on = forms.DateField(label=_("On the day"), required=False, widget=_DAY)

    def __init__(self, *args: Any, dossier: Dossier, **more: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **more)
        found = [d for d in dossier.documents.values() if d.sender.id == "demand-return"]
        choose(self, "document", [(d.name, f"{d.name}: {d.title}") for d in found])


class OrderForm(WordsForm):
    """Reparation that is owed, or ordered."""

    step = forms.ChoiceField(
        label=_("What is recorded"),
        required=False,
        choices=[("ordered", _("it is ordered")), ("owed", _("it is owed; nobody has ordered it yet"))],
    )
    of = forms.ChoiceField(label=_("Which reparation"), required=False, help_text=_("None: a new one"))
    kind = forms.ChoiceField(label=_("In which form"), choices=[NONE, *_said(FORMS_OF_REPARATION)], required=False)
    breach = forms.ChoiceField(label=_("For which breach"), required=False)
    text = forms.CharField(label=_("What is owed, in words"), widget=_words(), required=False)
    ground = forms.CharField(label=_("Decision or provision it rests on"), max_length=400, required=False)
    amount = forms.CharField(
        label=_("Amount"), max_length=20, required=False, help_text=_("Digits, with a point: 1250.50")
    )
    currency = forms.ChoiceField(label=_("Currency"), required=False, choices=[NONE, *((c, c) for c in MINOR_UNITS)])
    rate = forms.CharField(
        label=_("Interest, per cent"), max_length=12, required=False, help_text=_("Simple interest; empty: none")
    )
    period = forms.ChoiceField(label=_("for"), required=False, choices=_said(PERIODS))
    interest_since = forms.DateField(label=_("Interest runs from"), required=False, widget=_DAY)
    interest_source = forms.CharField(label=_("What sets the rate"), max_length=400, required=False)
    ordered_by = forms.CharField(label=_("Ordered by"), max_length=200, required=False)
    decision = forms.CharField(label=_("Number and day of the decision"), max_length=200, required=False)
    on = forms.DateField(label=_("Ordered on"), required=False, widget=_DAY)
    performs = forms.CharField(label=_("Who must perform it"), max_length=200, required=False)
    until = forms.DateField(label=_("Last day to perform it"), required=False, widget=_DAY)

    def __init__(self, *args: Any, dossier: Dossier, **more: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **more)
        choose(self, "of", [NONE, *_reparations(dossier)])
        choose(self, "breach", [NONE, *_breaches(dossier)])


class RepairForm(ReasonsForm):
    """What of reparation was performed, with what proves it."""

    of = forms.ChoiceField(label=_("Which reparation"), required=False)
    text = forms.CharField(label=_("What was done, in words"), widget=_words(), required=False)
    on = forms.DateField(label=_("On the day"), required=False, widget=_DAY)
    amount = forms.CharField(
        label=_("Amount"), max_length=20, required=False, help_text=_("Digits, with a point: 1250.50")
    )
    currency = forms.ChoiceField(label=_("Currency"), required=False, choices=[NONE, *((c, c) for c in MINOR_UNITS)])
    proof = forms.ChoiceField(label=_("Document that proves it"), required=False)
    whole = forms.ChoiceField(
        label=_("Of what has no price"), required=False,
        choices=[NONE, ("yes", _("nothing is left to do"))],
    )  # fmt: skip

    def __init__(self, *args: Any, dossier: Dossier, **more: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **more)
        choose(self, "of", [NONE, *_reparations(dossier)])
        choose(self, "proof", [NONE, *((digest, letter_name(digest)) for digest in kept_by(dossier))])


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


FORMS: dict[str, type[ActForm]] = {
    "find-breach": FindBreachForm,
    "demand-return": DemandForm,
    "close-breach": ReasonsForm,
    "order-reparation": OrderForm,
    "repair": RepairForm,
}
"""The form of each act of breach and reparation, by its identifier."""
WITH_THE_CASE = frozenset(FORMS) - {"close-breach"}
"""Those of them whose form is made of the case."""
