"""Time limits that run, for lists and warnings; how often a hearing was set anew."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0014_invitations"),
    ]

    operations = [
        migrations.AddField(model_name="hearingcopy", name="moved", field=models.IntegerField(default=0)),
        migrations.CreateModel(
            name="LimitCopy",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("case", models.CharField(max_length=40)),
                ("ident", models.CharField(max_length=200)),
                ("rule", models.CharField(max_length=60)),
                ("by", models.CharField(max_length=20)),
                ("nature", models.CharField(max_length=10)),
                ("person", models.CharField(blank=True, max_length=80)),
                ("last_day", models.DateField()),
                ("last_moment", models.DateTimeField(null=True)),
                ("moved", models.IntegerField(default=0)),
            ],
            options={
                "ordering": ["last_day", "case", "ident"],
                "indexes": [models.Index(fields=["last_day", "case"], name="limits_by_day")],
                "constraints": [models.UniqueConstraint(fields=("case", "ident"), name="limit_of_a_case_once")],
            },
        ),
    ]
