"""`rogatory manage open_account`: open an account and print the link with which its owner sets a password."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from rogatory.law.acts import Role
from rogatory.office.errors import FormError
from rogatory.office.filing import OPEN_ACCOUNT
from rogatory.office.perform import Barred
from rogatory.people.mandates import EVERY_CASE
from rogatory.registry.accounts.models import Account
from rogatory.registry.cases import copies, people


class Command(BaseCommand):
    """Opens an account, as the page does."""

    help = "Open an account and print the link with which its owner sets a password."

    def add_arguments(self, parser: CommandParser) -> None:
        """Whose account it is, and who opens it."""
        parser.add_argument("email", help="Address the person signs in with.")
        parser.add_argument("full_name", help="Name as colleagues know it.")
        parser.add_argument("--language", default="en", choices=[code for code, _ in settings.LANGUAGES])
        parser.add_argument(
            "--as", dest="by", metavar="E-MAIL", help="Which administrator does it; needed where there are several."
        )

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ANN401  as Django calls it
        """Open it."""
        form = {name: options[name] for name in ("email", "full_name", "language")}
        try:
            done = people.staff(administrator(options["by"]), OPEN_ACCOUNT.id, form=form)
        except FormError as error:
            raise CommandError(str(error)) from None
        if isinstance(done.outcome.result, Barred):
            raise CommandError(" ".join(o.text for o in done.outcome.result.obstacles))
        account = Account.objects.get(public_id=done.outcome.result.entry.object)
        self.stdout.write(f"{account.public_id}  {account.email}\n{done.link}")


def administrator(address: str | None) -> str:
    """The account in whose name a command is run: the one named, or the only administrator there is.

    Raises:
        CommandError: Nobody has this address, or it is not clear who acts.
    """
    if address:
        named = Account.objects.filter(email=address.strip().lower()).first()
        if named is None:
            raise CommandError(f"--as: nobody here has the address {address}")
        return named.public_id
    today = timezone.localdate()
    found = {
        m.account
        for m in copies.mandates_in(EVERY_CASE)
        if m.role is Role.ADMINISTRATOR and m.covers(EVERY_CASE, today)
    }
    if len(found) != 1:
        raise CommandError(f"the office has {len(found)} administrators; say with --as E-MAIL which one does it")
    return found.pop()
