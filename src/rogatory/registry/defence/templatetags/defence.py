"""Words and days in the templates of the defence door."""

from collections.abc import Mapping
from datetime import date

from django import template

from rogatory.registry.defence import wording

register = template.Library()


@register.simple_tag(takes_context=True)
def say(context: Mapping[str, str], key: str, **values: object) -> str:
    """Words in the language of the page: `{% say "home.case" case=number %}`."""
    return wording.say(key, context["speaks"], **values)


@register.filter
def day(on: date) -> str:
    """A day or a moment in words."""
    return wording.day(on)
