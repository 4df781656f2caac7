"""An index for the list of what came in, the newest first."""

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    """Add it."""

    dependencies: ClassVar[list[tuple[str, str]]] = [("mailroom", "0002_erased")]
    operations: ClassVar[list[migrations.operations.base.Operation]] = [
        migrations.AddIndex(model_name="received", index=models.Index(fields=["-at", "-id"], name="mail_newest_first")),
    ]
