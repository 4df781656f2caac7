"""Words know the entry that first names them, and go only with its tombstone."""

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from rogatory.registry.documents import guards


def _install(_apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    guards.install(editor.connection)


def _remove(_apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    guards.remove(editor.connection)


class Migration(migrations.Migration):
    dependencies = (("documents", "0001_initial"), ("ledger", "0001_initial"))
    operations = (
        migrations.RunPython(_remove, migrations.RunPython.noop),
        migrations.AddField(model_name="text", name="entry", field=models.BigIntegerField(default=-1)),
        migrations.RunPython(_install, _remove),
    )
