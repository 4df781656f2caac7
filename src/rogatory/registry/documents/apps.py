"""The app of decisions and letters."""

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    """The words of documents, what was signed, and the files that came back from editing."""

    name = "rogatory.registry.documents"
    label = "documents"
