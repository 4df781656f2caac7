"""The app of the record of states."""

from django.apps import AppConfig


class StatesConfig(AppConfig):
    """The record of states, and their pages."""

    name = "rogatory.registry.states"
    label = "states"
