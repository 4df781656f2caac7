"""The app of what every page shares."""

from django.apps import AppConfig


class ShellConfig(AppConfig):
    """Frame, marks, headers, errors, health."""

    name = "rogatory.registry.shell"
    label = "shell"
