"""The app of the reading copies."""

from django.apps import AppConfig


class CasesConfig(AppConfig):
    """Reading copies of cases and mandates."""

    name = "rogatory.registry.cases"
    label = "cases"
