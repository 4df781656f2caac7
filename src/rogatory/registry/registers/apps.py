"""The application for Django."""

from django.apps import AppConfig


class RegistersConfig(AppConfig):
    """The registers."""

    name = "rogatory.registry.registers"
    label = "registers"
