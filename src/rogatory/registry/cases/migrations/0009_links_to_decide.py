"""Lists tell how many links of a case must be examined and wait for a decision."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0008_what_can_be_decided"),
    ]

    operations = [
        migrations.AddField(
            model_name="casecopy",
            name="links",
            field=models.IntegerField(default=0),
        ),
        migrations.AddIndex(
            model_name="casecopy",
            index=models.Index(
                fields=["-changed_at", "case"], condition=models.Q(links__gt=0), name="cases_with_links"
            ),
        ),
    ]
