"""Copies tell up to which entry the registers were looked through: nothing is looked for twice."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0009_links_to_decide"),
    ]

    operations = [
        migrations.AddField(
            model_name="casecopy",
            name="screened",
            field=models.BigIntegerField(null=True),
        ),
    ]
