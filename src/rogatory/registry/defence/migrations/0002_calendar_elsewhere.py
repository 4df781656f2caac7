"""The link of a calendar is kept with everybody's (`reminders`)."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("defence", "0001_initial"),
    ]

    operations = [
        migrations.RemoveField(model_name="chosen", name="feed"),
    ]
