"""The tables of the journal, and the triggers that keep them."""

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from rogatory.registry.ledger import guards
from rogatory.registry.ledger.models import Place


def _install(_apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    guards.install(editor.connection)


def _remove(_apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    guards.remove(editor.connection)


def _make_secret(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """In SQLite the table is its key: half the writing, and an audit reads the values in the order of the entries."""
    sql, parameters = editor.table_sql(apps.get_model("ledger", "Secret"))
    editor.execute(sql + (" WITHOUT ROWID" if editor.connection.vendor == "sqlite" else ""), parameters or None)


def _drop_secret(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    editor.delete_model(apps.get_model("ledger", "Secret"))


class Migration(migrations.Migration):
    """From nothing."""

    initial = True
    dependencies = ()
    operations = (
        migrations.CreateModel(
            name="Entry",
            fields=[
                ("seq", Place(primary_key=True, serialize=False)),
                ("case", models.TextField()),
                ("act", models.TextField()),
                ("object", models.TextField()),
                ("actor", models.TextField()),
                ("time", models.DateTimeField()),
                ("leaf", models.BinaryField()),
                ("leaf_hash", models.BinaryField()),
            ],
            options={"indexes": [models.Index(fields=["case"], name="ledger_entry_of_case")]},
        ),
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.CreateModel(
                    name="Secret",
                    fields=[
                        ("pk", models.CompositePrimaryKey("seq", "field", blank=True, editable=False, serialize=False)),
                        ("seq", models.BigIntegerField()),
                        ("field", models.TextField()),
                        ("salt", models.BinaryField()),
                        ("value", models.BinaryField()),
                    ],
                ),
            ]
        ),
        migrations.RunPython(_make_secret, _drop_secret),
        migrations.CreateModel(
            name="Erasure",
            fields=[
                ("pk", models.CompositePrimaryKey("seq", "field", blank=True, editable=False, serialize=False)),
                ("seq", models.BigIntegerField()),
                ("field", models.TextField()),
                ("tombstone", models.BigIntegerField()),
            ],
        ),
        migrations.CreateModel(
            name="Node",
            fields=[
                ("position", Place(primary_key=True, serialize=False)),
                ("hash", models.BinaryField()),
            ],
        ),
        migrations.CreateModel(
            name="Checkpoint",
            fields=[
                ("size", Place(primary_key=True, serialize=False)),
                ("root", models.BinaryField()),
                ("note", models.TextField()),
            ],
        ),
        migrations.CreateModel(
            name="Cosignature",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("size", models.BigIntegerField()),
                ("witness", models.TextField()),
                ("line", models.TextField()),
            ],
            options={"constraints": [models.UniqueConstraint(fields=["size", "witness"], name="ledger_one_line_each")]},
        ),
        migrations.CreateModel(
            name="Timestamp",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("size", models.BigIntegerField()),
                ("authority", models.TextField()),
                ("token", models.BinaryField()),
            ],
        ),
        migrations.CreateModel(
            name="Head",
            fields=[
                ("id", models.SmallIntegerField(primary_key=True, serialize=False)),
                ("size", models.BigIntegerField()),
                ("peaks", models.BinaryField()),
                ("alarm", models.TextField(default="")),
            ],
        ),
        migrations.RunPython(_install, _remove),
    )
