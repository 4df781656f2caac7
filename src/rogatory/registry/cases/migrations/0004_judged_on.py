"""The day on which the verdict in the list was given."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0003_state_and_kind"),
    ]

    operations = [
        migrations.AddField(
            model_name="casecopy",
            name="judged_on",
            field=models.DateField(null=True),
        ),
    ]
