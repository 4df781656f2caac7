"""Make, list and revoke tokens of the API."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from rogatory.registry.accounts.models import Account
from rogatory.registry.api import tokens
from rogatory.registry.api.models import Token
from rogatory.registry.api.tokens import Scope


class Command(BaseCommand):
    """For whoever runs the registry."""

    help = "Make, list or revoke tokens of the API."

    def add_arguments(self, parser: CommandParser) -> None:
        """What to do, and for whom."""
        parser.add_argument("what", choices=["make", "list", "revoke"])
        parser.add_argument("who", help="e-mail address of the account; to revoke: the number of the token")
        parser.add_argument("--name", default="")
        parser.add_argument("--scope", action="append", choices=[s.value for s in Scope])
        parser.add_argument("--days", type=int, default=90)

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ANN401
        """Do it."""
        if options["what"] == "revoke":
            row = Token.objects.filter(pk=options["who"]).first() if options["who"].isdigit() else None
            if row is None:
                raise CommandError(f"there is no token {options['who']}; `token list` shows them")
            tokens.revoke(row)
            self.stdout.write(f"revoked: {row.name}")
            return
        account = Account.objects.filter(email=options["who"].strip().lower()).first()
        if account is None:
            raise CommandError(f"nobody has an account {options['who']}")
        if options["what"] == "list":
            for row in account.tokens.all():
                state = "in force" if row.holds else "ended"
                self.stdout.write(f"{row.pk}  {state} until {row.expires_at:%Y-%m-%d}  {row.name}")
            return
        try:
            row, told = tokens.make(
                account, options["name"], [Scope(s) for s in options["scope"] or ["read"]], options["days"]
            )
        except ValueError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(told)
        self.stderr.write(f"Token {row.pk}, until {row.expires_at:%Y-%m-%d}. It is shown this once.")
