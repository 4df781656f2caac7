"""What a second look answered stands beside the first answer."""

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps


def who_answered(apps: StateApps, _editor: BaseDatabaseSchemaEditor) -> None:
    """Of answers that stand so far it is known who gave them; `rogatory rebuild` tells who did before."""
    for row in apps.get_model("review", "AnswerCopy").objects.iterator():
        row.persons = [row.by]
        row.save(update_fields=["persons"])


class Migration(migrations.Migration):
    dependencies = [("review", "0001_review")]

    operations = [
        migrations.AddField("answercopy", "persons", models.JSONField(default=list)),
        migrations.AddField("answercopy", "second", models.JSONField(null=True)),
        migrations.AddField("answercopy", "differs", models.BooleanField(default=False)),
        migrations.RunPython(who_answered, migrations.RunPython.noop),
    ]
