"""What entries are found by in PostgreSQL, and who sees which register there."""

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from rogatory.linkage.source import persons_of
from rogatory.registry.registers import link_keys, sight
from rogatory.registry.registers.told import read

AT_ONCE = 500


def _collate(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Keys are compared as they are, and not as a language orders them."""
    if editor.connection.vendor == "postgresql":
        editor.execute('ALTER TABLE registers_linkkey ALTER COLUMN key TYPE varchar(200) COLLATE "C"')
        editor.execute('ALTER TABLE registers_linkword ALTER COLUMN word TYPE varchar(200) COLLATE "C"')


def _fill(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Tell of entries that are there how many persons they hold and when they became known, and make their keys."""
    held = apps.get_model("registers", "HeldEntry")
    for start in range(0, held.objects.count(), AT_ONCE):
        rows = list(held.objects.order_by("pk")[start : start + AT_ONCE])
        for row in rows:
            entry = read(row.told)
            row.learned, row.persons = entry.learned, len(persons_of(entry))
        held.objects.bulk_update(rows, ["learned", "persons"])
    if link_keys.kept():
        standing = held.objects.filter(ended=None, canary=False).values_list("pk", "told")
        link_keys.file((number, read(told)) for number, told in standing.iterator(AT_ONCE))


def _nothing(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Going back, the columns go."""


def _install(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    sight.install(editor.connection)


def _remove(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    sight.remove(editor.connection)


class Migration(migrations.Migration):
    dependencies = [("registers", "0001_initial")]

    operations = [
        migrations.AddField("heldentry", "learned", models.TextField(default="")),
        migrations.AddField("heldentry", "persons", models.IntegerField(default=0)),
        migrations.CreateModel(
            name="LinkKey",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "key", "held", "part", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("key", models.CharField(max_length=200)),
                ("held", models.BigIntegerField()),
                ("part", models.IntegerField()),
                ("register", models.CharField(max_length=30)),
            ],
            options={"indexes": [models.Index(fields=["held"], name="keys_of_an_entry")]},
        ),
        migrations.CreateModel(
            name="LinkWord",
            fields=[
                ("word", models.CharField(max_length=200, primary_key=True, serialize=False)),
                ("bearers", models.BigIntegerField()),
            ],
        ),
        migrations.RunPython(_collate, _nothing),
        migrations.RunPython(_fill, _nothing),
        migrations.RunPython(_install, _remove),
    ]
