"""Tell the subscriptions what happened."""

import time
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from rogatory.registry.api import webhooks


class Command(BaseCommand):
    """Once, as a timer starts it; or again and again, as a service."""

    help = "Tell the subscriptions of webhooks what happened."

    def add_arguments(self, parser: CommandParser) -> None:
        """How often."""
        parser.add_argument("--every", type=float, default=0, metavar="SECONDS", help="go on, and pause so long")

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ANN401
        """Deliver."""
        while True:
            done = webhooks.deliver()
            if not options["every"] or done.delivered or done.failed:
                self.stdout.write(f"delivered {done.delivered}, failed {done.failed}")
            if not options["every"]:
                return
            time.sleep(options["every"])
