"""The app of decisions and letters."""

from django.apps import AppConfig

from rogatory.office.filing import FIND_BREACH
from rogatory.registry.cases import after


class DocumentsConfig(AppConfig):
    """The words of documents, what was signed, and the files that came back from editing."""

    name = "rogatory.registry.documents"
    label = "documents"

    def ready(self) -> None:
        """Have the letters a breach asks for drafted once it was found."""
        from rogatory.registry.documents import breaching  # noqa: PLC0415  the tables are known only now

        after.AFTER[FIND_BREACH.id] = breaching.prepare
