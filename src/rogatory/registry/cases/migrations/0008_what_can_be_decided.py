"""An index for the cases that can be decided: with it, the first page reads none of those whose questions are open."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0007_remedies_of_closed_cases"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="casecopy",
            index=models.Index(
                fields=["changed_at", "case"],
                condition=models.Q(decided="", closed=False) & ~models.Q(grant="not-ripe"),
                name="cases_to_decide",
            ),
        ),
    ]
