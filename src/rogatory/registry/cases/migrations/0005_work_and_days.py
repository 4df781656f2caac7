"""What waits for whom, days that matter, and up to where each account knows a case."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0004_judged_on"),
    ]

    operations = [
        migrations.CreateModel(
            name="DayCopy",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("case", models.CharField(max_length=40)),
                ("on", models.DateField()),
                ("what", models.CharField(max_length=20)),
                ("about", models.CharField(max_length=200)),
            ],
            options={
                "ordering": ["on", "case", "what", "about"],
            },
        ),
        migrations.CreateModel(
            name="SeenCopy",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("account", models.CharField(max_length=16)),
                ("case", models.CharField(max_length=40)),
                ("seq", models.BigIntegerField()),
            ],
        ),
        migrations.AddField(
            model_name="casecopy",
            name="against",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="casecopy",
            name="barred_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="casecopy",
            name="decided",
            field=models.CharField(default="", max_length=20),
        ),
        migrations.AddField(
            model_name="casecopy",
            name="proposals",
            field=models.JSONField(default=list),
        ),
        migrations.AddField(
            model_name="casecopy",
            name="questions",
            field=models.IntegerField(default=0),
        ),
        migrations.AddIndex(
            model_name="casecopy",
            index=models.Index(
                condition=models.Q(("against", True), ("closed", False)),
                fields=["-changed_at", "case"],
                name="cases_against_law",
            ),
        ),
        migrations.AddIndex(
            model_name="casecopy",
            index=models.Index(
                condition=models.Q(("barred_at__isnull", False)), fields=["-barred_at"], name="cases_with_barred"
            ),
        ),
        migrations.AddIndex(
            model_name="casecopy",
            index=models.Index(
                condition=models.Q(("closed", False), ("decided", "")),
                fields=["changed_at", "case"],
                name="cases_undecided",
            ),
        ),
        migrations.AddIndex(
            model_name="casecopy",
            index=models.Index(fields=["-received", "case"], name="cases_by_day_received"),
        ),
        migrations.AddIndex(
            model_name="daycopy",
            index=models.Index(fields=["on", "case"], name="days_by_day"),
        ),
        migrations.AddIndex(
            model_name="daycopy",
            index=models.Index(fields=["case"], name="days_of_case"),
        ),
        migrations.AddConstraint(
            model_name="seencopy",
            constraint=models.UniqueConstraint(fields=("account", "case"), name="seen_once"),
        ),
    ]
