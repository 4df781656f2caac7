"""Which received documents belong to which case."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0010_screened"),
    ]

    operations = [
        migrations.CreateModel(
            name="DocumentCopy",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("case", models.CharField(max_length=40)),
                ("digest", models.CharField(max_length=64)),
                ("seq", models.BigIntegerField()),
                ("began", models.BooleanField(default=False)),
            ],
            options={
                "ordering": ["seq", "digest"],
                "indexes": [models.Index(fields=["digest"], name="cases_of_a_document")],
                "constraints": [models.UniqueConstraint(fields=("case", "digest"), name="document_of_a_case_once")],
            },
        ),
    ]
