"""The docket: remedies that run, and hearings."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0012_looked"),
    ]

    operations = [
        migrations.CreateModel(
            name="HearingCopy",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("case", models.CharField(max_length=40)),
                ("ident", models.CharField(max_length=40)),
                ("chamber", models.CharField(max_length=200)),
                ("place", models.CharField(blank=True, max_length=200)),
                ("at", models.DateTimeField()),
                ("standing", models.CharField(max_length=20)),
                ("public", models.BooleanField(default=False)),
            ],
            options={
                "indexes": [models.Index(fields=["standing", "at", "case"], name="hearings_by_day")],
                "constraints": [models.UniqueConstraint(fields=("case", "ident"), name="hearing_of_a_case_once")],
            },
        ),
        migrations.CreateModel(
            name="RemedyCopy",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("case", models.CharField(max_length=40)),
                ("ident", models.CharField(max_length=40)),
                ("kind", models.CharField(max_length=40)),
                ("lodged", models.DateTimeField()),
                ("register", models.CharField(blank=True, max_length=100)),
            ],
            options={
                "indexes": [models.Index(fields=["lodged", "case", "ident"], name="remedies_by_age")],
                "constraints": [models.UniqueConstraint(fields=("case", "ident"), name="remedy_of_a_case_once")],
            },
        ),
    ]
