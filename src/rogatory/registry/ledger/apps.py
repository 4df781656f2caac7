"""The app of the stored journal."""

from django.apps import AppConfig


class LedgerConfig(AppConfig):
    """The journal, its secrets, its tree and its checkpoints."""

    name = "rogatory.registry.ledger"
    label = "ledger"
