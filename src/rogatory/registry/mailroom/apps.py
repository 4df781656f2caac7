"""The application for Django."""

from django.apps import AppConfig


class MailroomConfig(AppConfig):
    """The mailroom."""

    name = "rogatory.registry.mailroom"
    label = "mailroom"
