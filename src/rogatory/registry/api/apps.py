"""The app of the API."""

from django.apps import AppConfig


class ApiConfig(AppConfig):
    """The API."""

    name = "rogatory.registry.api"
    label = "api"
