"""What entries say happened, for public numbers, alarms and samples; `rogatory rebuild` fills it for older cases."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0015_limits"),
    ]

    operations = [
        migrations.CreateModel(
            name="HappeningCopy",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("case", models.CharField(max_length=40)),
                ("seq", models.BigIntegerField()),
                ("on", models.DateField()),
                ("subject", models.CharField(max_length=20)),
                ("told", models.CharField(max_length=200)),
                ("number", models.BigIntegerField(default=1)),
            ],
            options={
                "ordering": ["seq", "id"],
                "indexes": [
                    models.Index(fields=["subject", "on"], name="happenings_by_day"),
                    models.Index(fields=["case"], name="happenings_of_case"),
                    models.Index(fields=["subject", "told"], name="happenings_by_values"),
                ],
            },
        ),
    ]
