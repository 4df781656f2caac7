"""Registers, and what they hold."""

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True
    dependencies = []

    operations = [
        migrations.CreateModel(
            name="RegisterCopy",
            fields=[
                ("register", models.CharField(max_length=30, primary_key=True, serialize=False)),
                ("kind", models.CharField(max_length=20)),
                ("title", models.CharField(max_length=200)),
                ("changed", models.BigIntegerField()),
                ("changed_on", models.DateField(null=True)),
            ],
            options={"ordering": ["register"]},
        ),
        migrations.CreateModel(
            name="HeldEntry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("register", models.CharField(max_length=30)),
                ("entry", models.CharField(max_length=120)),
                ("told", models.TextField()),
                ("search", models.TextField()),
                ("canary", models.BooleanField(default=False)),
                ("came_in", models.BigIntegerField()),
                ("ended", models.BigIntegerField(null=True)),
            ],
            options={
                "ordering": ["register", "entry", "came_in"],
                "indexes": [
                    models.Index(fields=["came_in"], name="entries_by_coming"),
                    models.Index(
                        fields=["ended"], condition=models.Q(("ended__isnull", False)), name="entries_by_ending"
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("register", "entry"),
                        condition=models.Q(("ended__isnull", True)),
                        name="entry_stands_once",
                    )
                ],
            },
        ),
    ]
