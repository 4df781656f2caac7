"""The erasure of a document that belongs to no case can wait for the court."""

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    """Add whether it does."""

    dependencies: ClassVar[list[tuple[str, str]]] = [("mailroom", "0003_newest_first")]
    operations: ClassVar[list[migrations.operations.base.Operation]] = [
        migrations.AddField(model_name="received", name="leaving", field=models.BooleanField(default=False)),
    ]
