"""The app of the desk."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """The desk."""

    name = "rogatory.registry.desk"
    label = "desk"
