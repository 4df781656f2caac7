"""Notices owed, to be found among all cases."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0005_work_and_days"),
    ]

    operations = [
        migrations.AddField(
            model_name="casecopy",
            name="notices",
            field=models.IntegerField(default=0),
        ),
        migrations.AddIndex(
            model_name="casecopy",
            index=models.Index(
                condition=models.Q(("closed", False), ("notices__gt", 0)),
                fields=["-changed_at", "case"],
                name="cases_that_owe",
            ),
        ),
    ]
