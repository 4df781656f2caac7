"""The app of the review."""

from django.apps import AppConfig


class ReviewConfig(AppConfig):
    """Pages of seized material; what they show stands in the seizures' own ledgers and in the journal."""

    name = "rogatory.registry.review"
    label = "review"
