"""The table of the work there is."""

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Job",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=40)),
                ("asked_by", models.CharField(blank=True, max_length=16)),
                ("asked_at", models.DateTimeField()),
                ("next_at", models.DateTimeField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "waits"),
                            ("running", "is being done"),
                            ("done", "is done"),
                            ("failed", "has failed"),
                        ],
                        default="waiting",
                        max_length=10,
                    ),
                ),
                ("tries", models.IntegerField(default=0)),
                ("worker", models.CharField(blank=True, max_length=60)),
                ("began_at", models.DateTimeField(null=True)),
                ("beat_at", models.DateTimeField(null=True)),
                ("ended_at", models.DateTimeField(null=True)),
                ("done", models.BigIntegerField(default=0)),
                ("of", models.BigIntegerField(default=0)),
                ("result", models.JSONField(default=dict)),
                ("error", models.CharField(blank=True, max_length=300)),
            ],
            options={
                "ordering": ["next_at", "pk"],
                "indexes": [models.Index(fields=["state", "next_at"], name="jobs_that_are_due")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("asked_by", "")), fields=("kind",), name="each_duty_once"
                    )
                ],
            },
        ),
    ]
