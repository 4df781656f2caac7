"""The index for what is in remedy holds closed cases too."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0006_notices_owed"),
    ]

    operations = [
        migrations.RemoveIndex(model_name="casecopy", name="cases_in_remedy"),
        migrations.AddIndex(
            model_name="casecopy",
            index=models.Index(
                fields=["-changed_at", "case"], condition=models.Q(remedies__gt=0), name="cases_in_remedy"
            ),
        ),
    ]
