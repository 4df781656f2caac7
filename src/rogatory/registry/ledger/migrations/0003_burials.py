"""An original goes only with its tombstone, as a secret does."""

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from rogatory.registry.ledger import guards


def _install(_apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    guards.install(editor.connection)


def _remove(_apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    guards.remove(editor.connection)


class Migration(migrations.Migration):
    """Which original was erased, and by which entry."""

    dependencies = (("ledger", "0002_originals"),)
    operations = (
        migrations.RunPython(_remove, _install),
        migrations.AddField(model_name="original", name="entry", field=models.BigIntegerField(default=-1)),
        migrations.CreateModel(
            name="Burial",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey("digest", "entry", blank=True, editable=False, serialize=False),
                ),
                ("digest", models.CharField(max_length=64)),
                ("entry", models.BigIntegerField()),
                ("tombstone", models.BigIntegerField()),
            ],
        ),
        migrations.RunPython(_install, _remove),
    )
