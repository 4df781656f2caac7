"""A document that was received can have been erased."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = (("mailroom", "0001_initial"),)
    operations = (
        migrations.AlterField(
            model_name="received",
            name="state",
            field=models.CharField(
                choices=[
                    ("waiting", "waits to be read"),
                    ("reading", "is being read"),
                    ("read", "is read"),
                    ("failed", "could not be read"),
                    ("erased", "was erased"),
                ],
                default="waiting",
                max_length=10,
            ),
        ),
    )
