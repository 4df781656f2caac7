"""The app of the work that runs by itself."""

from django.apps import AppConfig

from rogatory.registry.shell import metrics


class JobsConfig(AppConfig):
    """Work kept in a table, and the worker that does it."""

    name = "rogatory.registry.jobs"
    label = "jobs"

    def ready(self) -> None:
        """Have the state of the work told beside the counts of requests."""
        from rogatory.registry.jobs import watch  # noqa: PLC0415  the tables are known only now

        metrics.FURTHER.append(watch.lines)
