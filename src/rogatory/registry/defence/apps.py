"""The app of the defence door."""

from django.apps import AppConfig


class DefenceConfig(AppConfig):
    """The defence door."""

    name = "rogatory.registry.defence"
    label = "defence"
