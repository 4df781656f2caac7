"""The link for the first sign-in, and the letters that follow what is done to an account."""

import logging
from smtplib import SMTPException

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.core.mail import send_mail
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from rogatory.registry.accounts.models import Account

_LOG = logging.getLogger(__name__)


def invitation(account: Account) -> str:
    """The address at which the owner of a new account sets the first password; good for three days, and once."""
    key = {"uidb36": user_pk_to_url_str(account), "key": default_token_generator.make_token(account)}
    return settings.ADDRESS + reverse("account_reset_password_from_key", kwargs=key)


def send_invitation(account: Account, link: str) -> bool:
    """Send the link to its owner, where the office has a mail server; whether it was sent."""
    if not settings.SENDS_MAIL:
        return False
    with translation.override(account.language):
        return _send(
            account,
            _("Your account"),
            _(
                "%(office)s opened an account for you in its registry of requests for international criminal"
                " cooperation.\n\nSet your password here. The link is good for three days, and once:\n\n%(link)s\n\n"
                "Then you set up a second factor: a security key, or an app on your telephone."
            )
            % {"office": _office(), "link": link},
        )


def tell_of_reset(account: Account) -> bool:
    """Tell the owner that their second factors were taken away; whether the letter could be sent."""
    with translation.override(account.language):
        return _send(
            account,
            _("Your second factors were taken away"),
            _(
                "An administrator of %(office)s took away the second factors of your account, because somebody said"
                " they were lost. You set up new ones at the next sign-in.\n\nIf it was not you who asked, tell the"
                " office at once."
            )
            % {"office": _office()},
        )


def _office() -> str:
    return settings.OFFICE or settings.ADDRESS


def _send(account: Account, subject: str, text: str) -> bool:
    subject = settings.ACCOUNT_EMAIL_SUBJECT_PREFIX + subject
    try:
        send_mail(subject, text, settings.DEFAULT_FROM_EMAIL, [account.email])
    except (OSError, SMTPException):
        _LOG.exception("a letter could not be sent")
        return False
    return True
