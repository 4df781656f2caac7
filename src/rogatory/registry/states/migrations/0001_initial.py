"""What was done to the record of states, own experience, and what was judged anew."""

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="RecordEntry",
            fields=[
                ("seq", models.BigIntegerField(primary_key=True, serialize=False)),
                ("act", models.CharField(max_length=40)),
                ("entry", models.CharField(max_length=40)),
                ("state", models.CharField(db_index=True, max_length=2)),
                ("on", models.DateField()),
                ("told", models.TextField()),
                ("weighed", models.BooleanField(default=False)),
            ],
            options={
                "ordering": ["seq"],
            },
        ),
        migrations.CreateModel(
            name="Experience",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("case", models.CharField(max_length=40)),
                ("state", models.CharField(max_length=2)),
                ("kind", models.CharField(max_length=20)),
                ("on", models.DateField()),
                ("seq", models.BigIntegerField()),
                ("about", models.CharField(blank=True, max_length=200)),
            ],
            options={
                "ordering": ["-on", "-seq", "about"],
                "indexes": [
                    models.Index(fields=["state", "-on"], name="experience_of_a_state"),
                    models.Index(fields=["case"], name="experience_of_a_case"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Reassessed",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("seq", models.BigIntegerField()),
                ("case", models.CharField(max_length=40)),
                ("state", models.CharField(max_length=2)),
                ("at", models.DateTimeField()),
                ("told", models.TextField()),
            ],
            options={
                "ordering": ["-seq", "case"],
                "indexes": [models.Index(fields=["case", "-seq"], name="reassessed_by_case")],
                "constraints": [models.UniqueConstraint(fields=("seq", "case"), name="reassessed_once")],
            },
        ),
    ]
