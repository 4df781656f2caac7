"""What was received, and what was read in it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Received",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("digest", models.CharField(max_length=64)),
                ("size", models.BigIntegerField()),
                ("name", models.CharField(max_length=200)),
                ("meant_for", models.CharField(blank=True, max_length=40)),
                ("by", models.CharField(max_length=16)),
                ("at", models.DateTimeField()),
                ("entry", models.BigIntegerField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "waits to be read"),
                            ("reading", "is being read"),
                            ("read", "is read"),
                            ("failed", "could not be read"),
                        ],
                        default="waiting",
                        max_length=10,
                    ),
                ),
                ("began_at", models.DateTimeField(null=True)),
                ("tries", models.IntegerField(default=0)),
                ("part", models.TextField(blank=True)),
                ("proposed", models.TextField(blank=True)),
                ("fields", models.IntegerField(default=0)),
                ("unsettled", models.IntegerField(default=0)),
                ("unread", models.IntegerField(default=0)),
                ("away", models.BooleanField(default=False)),
            ],
            options={
                "ordering": ["-at", "-pk"],
                "indexes": [
                    models.Index(fields=["state", "at"], name="mail_to_read"),
                    models.Index(fields=["digest"], name="mail_by_digest"),
                ],
            },
        ),
    ]
