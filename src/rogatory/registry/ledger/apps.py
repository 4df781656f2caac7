"""The app of the stored journal."""

from typing import Any

from django.apps import AppConfig
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created


class LedgerConfig(AppConfig):
    """The journal, its secrets, its tree and its checkpoints."""

    name = "rogatory.registry.ledger"
    label = "ledger"

    def ready(self) -> None:
        """Let the guards of the tables hold in every connection."""
        connection_created.connect(_replacing_is_deleting)


def _replacing_is_deleting(connection: BaseDatabaseWrapper, **_: Any) -> None:  # noqa: ANN401 - a signal's
    """In SQLite, `INSERT OR REPLACE` asks no trigger before it deletes, unless it is told to."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA recursive_triggers = ON")
