"""Files about states, kept as they came."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("indices", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Original",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=30)),
                ("name", models.CharField(max_length=400)),
                ("digest", models.CharField(max_length=64)),
                ("packed", models.BinaryField()),
                ("edition", models.CharField(max_length=400)),
                ("read_on", models.DateField()),
                ("licence", models.CharField(max_length=400)),
                ("by", models.CharField(max_length=16)),
                ("at", models.DateTimeField()),
                ("confirmed_by", models.CharField(blank=True, max_length=16)),
                ("entries", models.JSONField(default=list)),
            ],
            options={
                "ordering": ["-pk"],
                "indexes": [models.Index(fields=["kind", "digest"], name="original_of_a_set")],
            },
        ),
    ]
