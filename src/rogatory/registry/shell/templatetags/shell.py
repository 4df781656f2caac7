"""Marks and small parts of pages, available in every template."""

from collections.abc import Mapping
from types import MappingProxyType

from django import template
from django.forms import BoundField
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from rogatory.law.acts import Role
from rogatory.law.formulas import Verdict
from rogatory.law.questions import Form
from rogatory.law.vocabulary import VOCABULARY
from rogatory.law.wording import verdict_word
from rogatory.law.wording.book import SHAPES
from rogatory.law.wording.language import Language
from rogatory.law.wording.questions import ask, clause
from rogatory.law.wording.terms import term
from rogatory.people.mandates import Compartment

register = template.Library()

STAGES: Mapping[str, Promise] = MappingProxyType(
    {
        "intake": _("Intake"),
        "linkage": _("Linkage"),
        "examination": _("Examination"),
        "decision": _("Decision"),
        "remedies": _("Remedies"),
        "execution": _("Execution"),
        "material": _("Material"),
        "transmission": _("Transmission"),
        "aftermath": _("Aftermath"),
        "oversight": _("Oversight"),
    }
)
"""The procedure, in its order."""

STATES: Mapping[str, tuple[str, Promise]] = MappingProxyType(
    {
        "done": ("✓", _("done")),
        "here": ("▸", _("here")),
        "barred": ("■", _("barred")),
        "later": ("·", _("not yet")),
    }
)
"""Where a stage stands: mark and word."""


@register.inclusion_tag("components/verdict.html")
def verdict(name: str) -> dict[str, object]:
    """The mark of a verdict, by the name it has in the engine: `{% verdict "NOT_RIPE" %}`."""
    language = Language(get_language() or "en")
    word = verdict_word(Verdict[name], language)
    return {"name": name.lower().replace("_", "-"), "shape": SHAPES[name], "word": word}


FACTORS: Mapping[str, Promise] = MappingProxyType(
    {"webauthn": _("security key or passkey"), "totp": _("authenticator app"), "recovery_codes": _("recovery codes")}
)
"""Kinds of second factor, as the sign-in library names them."""

COMPARTMENTS: Mapping[Compartment, Promise] = MappingProxyType(
    {
        Compartment.ASYLUM: _("asylum data"),
        Compartment.PRIVILEGED: _("privileged papers"),
        Compartment.PROTECTED_IDENTITY: _("protected identities"),
        Compartment.PROTECTION: _("protection of persons"),
    }
)
"""What a mandate opens one by one."""


@register.simple_tag
def role(value: str) -> str:
    """The word of a role: `{% role mandate.role %}`."""
    return term(Role(value), Language(get_language() or "en"))


@register.simple_tag
def question_word(ident: str) -> str:
    """What a question asks, in words: of a yes or no the clause alone."""
    question, spoken = VOCABULARY[ident], Language(get_language() or "en")
    return clause(question, spoken) if question.form is Form.YES_NO else ask(question, spoken)


@register.simple_tag
def factor(kind: str) -> str:
    """The word of a kind of second factor."""
    return str(FACTORS.get(kind, kind))


@register.simple_tag
def compartment(value: str) -> str:
    """The word of a compartment."""
    return str(COMPARTMENTS[Compartment(value)])


@register.inclusion_tag("components/ribbon.html")
def ribbon(stages: Mapping[str, str], addresses: Mapping[str, str] | None = None) -> dict[str, object]:
    """The procedure as a ribbon.

    Args:
        stages: State of each stage by its name: done, here or barred; a stage that is not named comes later.
        addresses: Page of a stage by its name, where it has one.
    """
    rows = []
    for name, title in STAGES.items():
        state = stages.get(name, "later")
        mark, word = STATES[state]
        address = (addresses or {}).get(name)
        rows.append({"title": title, "state": state, "mark": mark, "word": word, "address": address})
    return {"rows": rows}


@register.filter
def unprompted(field: BoundField) -> BoundField:
    """The field without a text inside it: the label says it, and stays when one types."""
    field.field.widget.attrs.pop("placeholder", None)
    return field


@register.simple_tag(takes_context=True)
def keys_work_here(context: Mapping[str, object]) -> bool:
    """Whether a security key can be used at the address the person typed; at a bare number none can."""
    request = context.get("request")
    host = request.get_host() if isinstance(request, HttpRequest) else ""
    return not (host.startswith("[") or host.partition(":")[0].replace(".", "").isdigit())


@register.simple_tag
def stage_word(name: str) -> Promise | str:
    """A stage of the procedure in words."""
    return STAGES.get(name, name)
