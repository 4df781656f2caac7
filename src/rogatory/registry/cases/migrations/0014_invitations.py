"""Mandates offered to counsel, found by who is invited."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0013_docket"),
    ]

    operations = [
        migrations.CreateModel(
            name="InvitationCopy",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("case", models.CharField(max_length=40)),
                ("ident", models.CharField(max_length=40)),
                ("account", models.CharField(max_length=16)),
            ],
            options={
                "indexes": [models.Index(fields=["account"], name="invitations_of_account")],
                "constraints": [models.UniqueConstraint(fields=("case", "ident"), name="invitation_of_a_case_once")],
            },
        ),
    ]
