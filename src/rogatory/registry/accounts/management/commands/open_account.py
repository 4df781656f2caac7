"""`rogatory manage open_account`: open an account and print the link with which its owner sets a password."""

from typing import Any

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.urls import reverse

from rogatory.registry.accounts.models import Account


def invitation(account: Account) -> str:
    """The address at which the owner of a new account sets the first password; good for three days, and once."""
    key = {"uidb36": user_pk_to_url_str(account), "key": default_token_generator.make_token(account)}
    return settings.ADDRESS + reverse("account_reset_password_from_key", kwargs=key)


class Command(BaseCommand):
    """Opens an account."""

    help = "Open an account and print the link with which its owner sets a password."

    def add_arguments(self, parser: CommandParser) -> None:
        """Whose account it is."""
        parser.add_argument("email", help="Address the person signs in with.")
        parser.add_argument("full_name", help="Name as colleagues know it.")
        parser.add_argument("--language", default="en", choices=[code for code, _ in settings.LANGUAGES])

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ANN401  as Django calls it
        """Open it."""
        try:
            account = Account.objects.open(options["email"], options["full_name"], language=options["language"])
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from None
        except ValueError as error:
            raise CommandError(str(error)) from None
        self.stdout.write(f"{account.public_id}  {account.email}\n{invitation(account)}")
