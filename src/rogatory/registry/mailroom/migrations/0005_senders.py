"""Somebody may send documents without an account, and comes back with a code."""

from typing import ClassVar

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Add the senders, and whose a document is."""

    dependencies: ClassVar[list[tuple[str, str]]] = [("mailroom", "0004_leaving")]
    operations: ClassVar[list[migrations.operations.base.Operation]] = [
        migrations.CreateModel(
            name="Sender",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=64, unique=True)),
                ("identity", models.TextField(blank=True)),
                ("at", models.DateTimeField()),
            ],
        ),
        migrations.AddField(
            model_name="received",
            name="sender",
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to="mailroom.sender"),
        ),
    ]
