"""The app of the accounts."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Accounts and sign-in."""

    name = "rogatory.registry.accounts"
    label = "accounts"
