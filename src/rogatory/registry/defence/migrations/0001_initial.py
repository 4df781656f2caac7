"""Drafts, and what somebody chose at the defence door."""

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Chosen",
            fields=[
                ("account", models.CharField(max_length=16, primary_key=True, serialize=False)),
                ("language", models.CharField(default="", max_length=2)),
                ("feed", models.CharField(db_index=True, default="", max_length=64)),
            ],
        ),
        migrations.CreateModel(
            name="Draft",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("account", models.CharField(max_length=16)),
                ("case", models.CharField(max_length=40)),
                ("what", models.CharField(max_length=40)),
                ("fields", models.JSONField(default=dict)),
                ("changed", models.DateTimeField()),
                ("claimed", models.DateTimeField(null=True)),
                ("sent", models.BigIntegerField(null=True)),
            ],
            options={
                "indexes": [models.Index(fields=["account", "case"], name="defence_drafts")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("sent", None)),
                        fields=("account", "case", "what"),
                        name="defence_draft_once",
                    )
                ],
            },
        ),
    ]
