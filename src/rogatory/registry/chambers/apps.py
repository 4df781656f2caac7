"""The app of the chambers."""

from django.apps import AppConfig


class ChambersConfig(AppConfig):
    """Pages for whoever judges; it keeps nothing of its own."""

    name = "rogatory.registry.chambers"
    label = "chambers"
