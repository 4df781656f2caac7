"""The app of calendars and reminders."""

from django.apps import AppConfig

from rogatory.registry.shell import metrics


class RemindersConfig(AppConfig):
    """Calendars and reminders."""

    name = "rogatory.registry.reminders"
    label = "reminders"

    def ready(self) -> None:
        """Have the number of time limits that are overdue told beside the counts of requests."""
        from rogatory.registry.reminders import due  # noqa: PLC0415  the tables are known only now

        metrics.FURTHER.append(due.lines)
