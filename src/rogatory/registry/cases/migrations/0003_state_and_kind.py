"""An index for the filter on state and kind together."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0002_what_waits"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="casecopy",
            index=models.Index(fields=["requesting", "kind", "-changed_at"], name="cases_of_state_and_kind"),
        ),
    ]
