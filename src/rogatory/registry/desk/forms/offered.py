"""What is filled in for an act: plain forms, from which the door gets plain values."""

from collections.abc import Iterable
from typing import Any, ClassVar

import yaml
from django import forms
from django.utils.translation import gettext_lazy as _

from rogatory.law.acts import ACTS, Act, Role, Stage
from rogatory.law.questions import Form as AnswerForm
from rogatory.law.questions import Question
from rogatory.law.wording.language import Language
from rogatory.law.wording.questions import value_label
from rogatory.people.mandates import Compartment
from rogatory.registry.accounts.models import Account
from rogatory.registry.desk.forms.act_form import APART, ActForm, ReasonsForm, WordsForm
from rogatory.registry.desk.forms.aftermath import FORMS as AFTERMATH
from rogatory.registry.desk.forms.challenges import FORMS as CHALLENGES
from rogatory.registry.desk.forms.inquiries import FORMS as INQUIRIES
from rogatory.registry.desk.forms.notices import FORMS as NOTICES
from rogatory.registry.desk.forms.protection import FORMS as PROTECTION
from rogatory.registry.desk.forms.seizures import FORMS as SEIZURES
from rogatory.registry.desk.forms.service import FORMS as SERVICE

MOST_BYTES = 1_000_000
"""Size of a case file that is taken, in bytes."""


class DecisionForm(ReasonsForm):
    """An act norms bear on: reasons, and the conditions attached."""

    conditions = forms.MultipleChoiceField(
        label=_("Conditions attached"), widget=forms.CheckboxSelectMultiple, required=False
    )

    def __init__(self, *args: Any, conditions: Iterable[tuple[str, str]] = (), **more: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **more)
        choices = list(conditions)
        if choices:
            self.fields["conditions"].choices = choices  # type: ignore[attr-defined]
        else:
            del self.fields["conditions"]


class ArrestForm(DecisionForm):
    """An arrest; where a notice stands beside the request, on what it rests."""

    rests_on = forms.ChoiceField(
        label=_("On what it rests"), required=False,
        choices=[("", _("on the request, and on the notice beside it")), ("request", _("on the request alone"))],
    )  # fmt: skip

    def __init__(self, *args: Any, beside: bool = False, **more: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **more)
        if not beside:
            del self.fields["rests_on"]


class TransmitForm(DecisionForm):
    """Sending a package; of one made of seized items, which of its plans."""

    payload = forms.RegexField(
        "^[0-9a-f]{64}$", label=_("Payload of the package"), required=False,
        help_text=_("Of a package of seized items: the digest its plan printed; every item is judged again"),
    )  # fmt: skip


class InvestigateForm(DecisionForm):
    """Opening an inquiry into an allegation, or taking it over."""

    allegation = forms.CharField(
        label=_("Allegation"), max_length=60, required=False,
        help_text=_("By its name; empty: the only one that waits, or of the office's own motion"),
    )  # fmt: skip


GRADES = [
    ("established", _("established: proved, or not disputed")),
    ("substantial", _("substantial grounds: a real risk")),
    ("arguable", _("arguable: some material capable of proving it")),
    ("alleged", _("alleged: said, and nothing produced yet")),
]


class FindForm(WordsForm):
    """An answer to one question."""

    question = forms.CharField(widget=forms.HiddenInput)
    about = forms.CharField(widget=forms.HiddenInput, required=False)
    against = forms.CharField(widget=forms.HiddenInput, required=False)
    answer = forms.CharField(label=_("Answer"))
    grade = forms.ChoiceField(label=_("How far it is shown"), choices=GRADES, initial="established")
    source = forms.CharField(
        label=_("On what it rests"), help_text=_("A document, register or statement, and its page"), required=False
    )
    since = forms.DateField(
        label=_("True since"), required=False, widget=forms.DateInput(attrs={"type": "date"}),
        help_text=_("Leave empty if always"),
    )  # fmt: skip
    as_of = forms.DateField(
        label=_("Day of the material"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    note = forms.CharField(label=_("Note"), required=False, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args: Any, asked: Question, language: Language, **more: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **more)
        self.fields["answer"] = _answer_field(asked, language)
        if asked.form is not AnswerForm.YES_NO:
            del self.fields["grade"]

    def told(self) -> dict[str, Any]:
        """The finding as the door takes it; a number is written like every answer, as text."""
        told = super().told()
        answer = told.get("answer")
        return {**told, "answer": str(answer)} if isinstance(answer, int) else told


class StatementForm(WordsForm):
    """Something said in words: a submission, a remedy, an undertaking."""

    text = forms.CharField(label=_("In words"), widget=forms.Textarea(attrs={"rows": 6}))


class DepartForm(WordsForm):
    """Departing from a ruling."""

    departs_from = forms.ChoiceField(label=_("Act"), choices=lambda: [(a.id, a.title) for a in ACTS.values()])
    ruling = forms.CharField(label=_("Ruling departed from"), min_length=64, max_length=64)
    reasons = forms.CharField(label=_("Reasons"), widget=forms.Textarea(attrs={"rows": 8}))


class SetApartForm(ActForm):
    """Putting something into a compartment."""

    into = forms.ChoiceField(label=_("Compartment"), choices=APART[1:])


class ReleaseForm(ActForm):
    """Taking something out of a compartment."""

    out_of = forms.ChoiceField(label=_("Compartment"), choices=APART[1:])
    reasons = forms.CharField(label=_("Reasons"), widget=forms.Textarea(attrs={"rows": 5}))


class AnyOf(forms.MultipleChoiceField):
    """Any words: the door knows which there are."""

    def valid_value(self, value: str) -> bool:
        """Whatever was sent."""
        return True


class ConfirmLinkForm(ActForm):
    """Confirming a link, and what of the proposed is taken over."""

    digest = forms.CharField(widget=forms.HiddenInput)
    takes = AnyOf(required=False, widget=forms.MultipleHiddenInput)
    reasons = forms.CharField(label=_("Reasons"), widget=forms.Textarea(attrs={"rows": 5}))


class DismissLinkForm(ActForm):
    """Dismissing a link on the evidence that was looked at."""

    digest = forms.CharField(widget=forms.HiddenInput)
    reasons = forms.CharField(label=_("Reasons"), widget=forms.Textarea(attrs={"rows": 5}))


class EraseForm(ActForm):
    """Erasing words of the record."""

    entry = forms.IntegerField(
        label=_("Entry whose words go"), min_value=0, widget=forms.Select, required=False,
        help_text=_("They cannot be brought back. The entry stays, with its day, who made it and its receipt."),
    )  # fmt: skip
    letter = forms.ChoiceField(
        label=_("Or the received document whose bytes go"), required=False,
        help_text=_("With what was read in it. Its digest stays. What the file holds of it is erased by its entry."),
    )  # fmt: skip
    seizure = forms.ChoiceField(
        label=_("Or the seizure of whose items every word goes that was said"), required=False,
        help_text=_("Reasons of answers, objections and decisions. What was answered, by whom and when stays."),
    )  # fmt: skip
    basis = forms.CharField(
        label=_("Legal basis"), max_length=400,
        help_text=_("It is kept for good and read by everybody who sees the file: it never names the person."),
    )  # fmt: skip
    reasons = forms.CharField(label=_("Reasons"), widget=forms.Textarea(attrs={"rows": 5}))

    def __init__(
        self,
        *args: Any,  # noqa: ANN401
        entries: Iterable[tuple[int, str]] = (),
        letters: Iterable[str] = (),
        seizures: Iterable[str] = (),
        **more: Any,  # noqa: ANN401
    ) -> None:
        super().__init__(*args, **more)
        self.fields["seizure"].choices = [("", "–"), *((name, name) for name in seizures)]  # type: ignore[attr-defined]
        self.fields["entry"].widget.choices = [("", "–"), *entries]
        self.fields["letter"].choices = [("", "–"), *((name, name) for name in letters)]  # type: ignore[attr-defined]


class MandateForm(ActForm):
    """A mandate for a case."""

    email = forms.EmailField(label=_("Account (e-mail address)"))
    role = forms.ChoiceField(label=_("Role"))
    person = forms.ChoiceField(label=_("For the person concerned"), required=False)
    since = forms.DateField(label=_("From"), widget=forms.DateInput(attrs={"type": "date"}))
    until = forms.DateField(
        label=_("Until (not included)"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    compartments = forms.MultipleChoiceField(
        label=_("Opens the compartments"), required=False, widget=forms.CheckboxSelectMultiple,
        choices=[(c.value, c.value) for c in Compartment],
    )  # fmt: skip

    def __init__(self, *args: Any, persons: Iterable[str], **more: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **more)
        self.fields["role"].choices = [(r.value, r.value) for r in Role]  # type: ignore[attr-defined]
        self.fields["person"].choices = [("", "-"), *((p, p) for p in persons)]  # type: ignore[attr-defined]

    def clean_email(self) -> str:
        """The public identifier of the account with this address."""
        account = Account.objects.filter(email=self.cleaned_data["email"].lower()).first()
        if account is None:
            raise forms.ValidationError(_("There is no account with this address. The administrator opens accounts."))
        return account.public_id

    def told(self) -> dict[str, Any]:
        """The mandate as the door takes it."""
        told = super().told()
        told["account"] = told.pop("email")
        return {"mandate": told}


class YamlForm(ActForm):
    """Parts of a case file, written or uploaded as text."""

    text = forms.CharField(
        label=_("Case file (YAML)"), required=False, widget=forms.Textarea(attrs={"rows": 18, "spellcheck": "false"})
    )
    file = forms.FileField(label=_("or a file"), required=False)
    part: ClassVar[str] = "file"

    def clean(self) -> dict[str, Any]:
        """Read the text; words stay words."""
        cleaned = super().clean() or {}
        upload = cleaned.pop("file", None)
        text = cleaned.get("text", "")
        if upload is not None:
            if upload.size > MOST_BYTES:
                raise forms.ValidationError(_("The file is larger than a case file may be (1 MB)."))
            text = upload.read().decode("utf-8", errors="replace")
        try:
            read = yaml.load(text, yaml.BaseLoader)  # noqa: S506 - the base loader makes strings, lists and maps only
        except yaml.YAMLError as error:
            raise forms.ValidationError(_("This is not YAML: %(why)s"), params={"why": str(error)}) from error
        if not isinstance(read, dict):
            raise forms.ValidationError(_("There is no case file here."))
        return {**cleaned, "text": "", self.part: read}


class EnterForm(YamlForm):
    """Parts that are added to a file."""

    part = "adds"


class AttachForm(ActForm):
    """A received document that is attached by its digest; from the mailroom it comes with what was read in it."""

    documents = forms.RegexField(
        "^[0-9a-f]{64}$", label=_("SHA-256 of the document"),
        help_text=_("As the mailroom shows it; from there a document is attached with what was read in it."),
    )  # fmt: skip
    text = forms.CharField(label=_("What the document is"), max_length=400)

    def told(self) -> dict[str, Any]:
        """The document as the door takes it: one of a list."""
        told = super().told()
        return {**told, "documents": [told["documents"]]}


class DraftForm(ActForm):
    """A draft as programs write it; people draft on the pages of documents."""

    text = forms.JSONField(label=_("Document"))
    to = forms.CharField(required=False)
    measure = forms.CharField(required=False)
    person = forms.CharField(required=False)
    of = forms.CharField(required=False)
    due = forms.DateField(required=False)


class SendForm(ActForm):
    """Sending a signed document on which no norm bears."""

    channel = forms.CharField(
        label=_("How it is sent"), max_length=200, required=False,
        help_text=_("By registered letter, through the ministry, by hand with an interpreter"),
    )  # fmt: skip
    on = forms.DateField(label=_("On the day"), required=False, widget=forms.DateInput(attrs={"type": "date"}))


class AnsweredForm(WordsForm):
    """An answer that came in."""

    text = forms.CharField(label=_("What was answered"), widget=forms.Textarea(attrs={"rows": 4}))
    on = forms.DateField(
        label=_("Came in on"), required=False, widget=forms.DateInput(attrs={"type": "date"}),
    )  # fmt: skip
    received = forms.CharField(
        label=_("Digest of the document received"), max_length=64, required=False,
        help_text=_("SHA-256, as the mail room shows it; empty: nothing was received in writing"),
    )  # fmt: skip


def form_for(act: Act) -> type[ActForm]:
    """The form of an act."""
    special: dict[str, type[ActForm]] = {
        "register": YamlForm,
        "enter": EnterForm,
        "attach": AttachForm,
        "find": FindForm,
        "submit": StatementForm,
        **CHALLENGES,
        "depart": DepartForm,
        "give-mandate": MandateForm,
        **SERVICE,
        **SEIZURES,
        **INQUIRIES,
        **NOTICES,
        "investigate-repression": InvestigateForm,
        **AFTERMATH,
        **PROTECTION,
        "arrest": ArrestForm,
        "transmit": TransmitForm,
        "set-apart": SetApartForm,
        "release": ReleaseForm,
        "erase": EraseForm,
        "screen": ActForm,
        "confirm-link": ConfirmLinkForm,
        "dismiss-link": DismissLinkForm,
        "withdraw-finding": ReasonsForm,
        "end-mandate": ActForm,
        "confirm": ActForm,
        "draft-document": DraftForm,
        "sign-document": ActForm,
        "send-document": SendForm,
        "record-answer": AnsweredForm,
    }
    if act.id in special:
        return special[act.id]
    return DecisionForm if act.id in ACTS else ReasonsForm


def needs_words(act: Act) -> bool:
    """Whether an act is filled in on a page of its own, and not by one button."""
    return act.stage is Stage.DECISION or form_for(act) is not ActForm


def _answer_field(asked: Question, language: Language) -> forms.Field:
    label, unknown = _("Answer"), ("unknown", _("asked, and not known"))
    match asked.form:
        case AnswerForm.YES_NO | AnswerForm.ONE_OF:
            choices = [*((v, value_label(asked, v, language)) for v in asked.values), unknown]
            return forms.ChoiceField(label=label, choices=choices, widget=forms.RadioSelect)
        case AnswerForm.SOME_OF:
            some = [(v, value_label(asked, v, language)) for v in asked.values]
            return forms.MultipleChoiceField(label=label, choices=some, widget=forms.CheckboxSelectMultiple)
        case AnswerForm.NUMBER:
            return forms.IntegerField(label=label, min_value=0, help_text=asked.unit)
        case AnswerForm.DAY:
            return forms.DateField(label=label, widget=forms.DateInput(attrs={"type": "date"}))
