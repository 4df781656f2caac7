"""Indexes for what waits for somebody."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0001_initial"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="casecopy",
            index=models.Index(
                condition=models.Q(("closed", False), ("waiting__gt", 0)),
                fields=["-changed_at", "case"],
                name="cases_that_wait",
            ),
        ),
        migrations.AddIndex(
            model_name="casecopy",
            index=models.Index(
                condition=models.Q(("closed", False), ("remedies__gt", 0)),
                fields=["-changed_at", "case"],
                name="cases_in_remedy",
            ),
        ),
    ]
