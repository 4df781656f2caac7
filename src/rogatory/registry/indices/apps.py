"""The application for Django."""

from django.apps import AppConfig


class IndicesConfig(AppConfig):
    """What others measure of states."""

    name = "rogatory.registry.indices"
    label = "indices"
