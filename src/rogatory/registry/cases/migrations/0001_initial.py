"""The tables of the reading copies."""

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="CaseCopy",
            fields=[
                ("case", models.CharField(max_length=40, primary_key=True, serialize=False)),
                ("title", models.CharField(max_length=400)),
                ("kind", models.CharField(max_length=20)),
                ("requesting", models.CharField(max_length=10)),
                ("requested", models.CharField(max_length=10)),
                ("received", models.DateField(null=True)),
                ("persons", models.CharField(max_length=400)),
                ("search", models.TextField()),
                ("opened_at", models.DateTimeField()),
                ("changed_at", models.DateTimeField()),
                ("head", models.BigIntegerField()),
                ("grant", models.CharField(max_length=20)),
                ("remedies", models.IntegerField(default=0)),
                ("waiting", models.IntegerField(default=0)),
                ("closed", models.BooleanField(default=False)),
            ],
            options={
                "ordering": ["-changed_at", "case"],
                "indexes": [
                    models.Index(fields=["-changed_at", "case"], name="cases_casec_changed_1c938d_idx"),
                    models.Index(fields=["requesting", "-changed_at"], name="cases_casec_request_3c2190_idx"),
                    models.Index(fields=["kind", "-changed_at"], name="cases_casec_kind_46d092_idx"),
                    models.Index(fields=["grant", "-changed_at"], name="cases_casec_grant_d4fd26_idx"),
                ],
            },
        ),
        migrations.CreateModel(
            name="MandateCopy",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ident", models.CharField(max_length=60)),
                ("account", models.CharField(max_length=16)),
                ("role", models.CharField(max_length=60)),
                ("case", models.CharField(blank=True, max_length=40)),
                ("person", models.CharField(blank=True, max_length=80)),
                ("since", models.DateField()),
                ("until", models.DateField(null=True)),
                ("compartments", models.JSONField(default=list)),
            ],
            options={
                "indexes": [models.Index(fields=["account", "case"], name="cases_manda_account_fae975_idx")],
                "constraints": [models.UniqueConstraint(fields=("case", "ident"), name="one_copy_of_a_mandate")],
            },
        ),
    ]
