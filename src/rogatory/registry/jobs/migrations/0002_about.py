"""Work on one seizure, or on one package."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("jobs", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="job",
            name="about",
            field=models.CharField(blank=True, max_length=120),
        ),
    ]
