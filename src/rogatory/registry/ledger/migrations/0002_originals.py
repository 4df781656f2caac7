"""The table of what came in as it came, and the triggers that keep it."""

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from rogatory.registry.ledger import guards


def _install(_apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    guards.remove(editor.connection)
    guards.install(editor.connection)


def _remove(_apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    guards.remove(editor.connection)


class Migration(migrations.Migration):
    """Originals are kept as entries are."""

    dependencies = (("ledger", "0001_initial"),)
    operations = (
        migrations.CreateModel(
            name="Original",
            fields=[
                ("digest", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("size", models.BigIntegerField()),
                ("data", models.BinaryField()),
            ],
        ),
        migrations.RunPython(_install, _remove),
    )
