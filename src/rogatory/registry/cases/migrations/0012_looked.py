"""Up to which change of the registers it was found that none touches a case."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("cases", "0011_documents")]

    operations = [migrations.AddField("casecopy", "looked", models.BigIntegerField(null=True))]
