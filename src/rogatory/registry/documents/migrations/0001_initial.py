"""The tables of documents; the triggers that keep what was signed come with the next step."""

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Paper",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("case", models.CharField(max_length=40)),
                ("document", models.CharField(max_length=40)),
                ("text", models.CharField(max_length=64)),
                ("digest", models.CharField(db_index=True, max_length=64)),
                ("code", models.CharField(db_index=True, max_length=80)),
                ("entry", models.BigIntegerField()),
                ("at", models.DateTimeField()),
                ("pdf", models.BinaryField()),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("case", "document"), name="documents_signed_once")],
            },
        ),
        migrations.CreateModel(
            name="Text",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("case", models.CharField(max_length=40)),
                ("digest", models.CharField(max_length=64)),
                ("text", models.TextField()),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("case", "digest"), name="documents_text_once")],
            },
        ),
        migrations.CreateModel(
            name="Upload",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("case", models.CharField(max_length=40)),
                ("document", models.CharField(max_length=40)),
                ("digest", models.CharField(max_length=64)),
                ("account", models.CharField(max_length=16)),
                ("at", models.DateTimeField()),
                ("data", models.BinaryField()),
            ],
            options={
                "indexes": [models.Index(fields=["case", "document"], name="documents_uploads")],
            },
        ),
    ]
