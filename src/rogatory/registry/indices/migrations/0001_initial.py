"""Releases of data sets about states, and the values in them."""

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Measured",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "state", "came_in", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("state", models.CharField(max_length=2)),
                ("came_in", models.BigIntegerField()),
                ("told", models.TextField()),
            ],
            options={
                "ordering": ["state", "came_in"],
            },
        ),
        migrations.CreateModel(
            name="Release",
            fields=[
                ("came_in", models.BigIntegerField(primary_key=True, serialize=False)),
                ("dataset", models.CharField(max_length=30)),
                ("edition", models.CharField(max_length=400)),
                ("read_on", models.DateField()),
                ("licence", models.CharField(max_length=400)),
                ("file", models.CharField(max_length=400)),
                ("digest", models.CharField(max_length=64)),
                ("told", models.TextField()),
                ("replaced", models.BigIntegerField(null=True)),
            ],
            options={
                "ordering": ["dataset", "came_in"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("replaced__isnull", True)), fields=("dataset",), name="release_stands_once"
                    )
                ],
            },
        ),
    ]
