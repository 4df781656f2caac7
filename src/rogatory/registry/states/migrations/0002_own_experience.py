"""What of own experience counts in other cases, and which states may stand behind a request."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("states", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="experience",
            name="asks",
            field=models.CharField(blank=True, default="", max_length=400),
        ),
        migrations.AddField(
            model_name="experience",
            name="counted",
            field=models.DateField(null=True),
        ),
        migrations.CreateModel(
            name="Lived",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("state", models.CharField(max_length=2)),
                ("kind", models.CharField(max_length=20)),
                ("question", models.CharField(max_length=80)),
                ("last", models.DateField(null=True)),
                ("weighed", models.DateField(null=True)),
                ("pending", models.BooleanField(default=True)),
                ("by", models.CharField(blank=True, max_length=16)),
            ],
            options={
                "ordering": ["state", "kind", "question"],
                "constraints": [models.UniqueConstraint(fields=("state", "kind", "question"), name="lived_once")],
            },
        ),
        migrations.CreateModel(
            name="StandsBehind",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("case", models.CharField(db_index=True, max_length=40)),
                ("state", models.CharField(db_index=True, max_length=2)),
            ],
            options={
                "ordering": ["case", "state"],
                "constraints": [models.UniqueConstraint(fields=("case", "state"), name="stands_behind_once")],
            },
        ),
    ]
