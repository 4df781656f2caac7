"""The tables of the reading copies of the review, and of what is planned to leave."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="PlannedPackage",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("case", models.CharField(max_length=40)),
                ("package", models.CharField(max_length=64)),
                ("payload", models.CharField(max_length=64)),
                ("told", models.JSONField()),
                ("by", models.CharField(max_length=16)),
                ("at", models.DateTimeField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("case", "package", "payload"), name="plan_of_a_package_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="SeizureCopy",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("case", models.CharField(max_length=40)),
                ("ident", models.CharField(max_length=30)),
                ("told", models.JSONField()),
                ("answers", models.BigIntegerField(default=0)),
                ("objections", models.BigIntegerField(default=0)),
                ("head", models.BigIntegerField(default=-1)),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("case", "ident"), name="seizure_of_a_case_once")],
            },
        ),
        migrations.CreateModel(
            name="ObjectionCopy",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("item", models.CharField(max_length=64)),
                ("number", models.BigIntegerField()),
                ("entry", models.BigIntegerField()),
                ("person", models.CharField(max_length=80)),
                ("decided", models.BigIntegerField(null=True)),
                ("upheld", models.BooleanField(default=False)),
                ("seizure", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="review.seizurecopy")),
            ],
            options={
                "indexes": [models.Index(fields=["seizure", "item"], name="objections_to_item")],
                "constraints": [
                    models.UniqueConstraint(fields=("seizure", "number", "item"), name="objection_to_an_item_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="MarkCopy",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("item", models.CharField(max_length=64)),
                ("what", models.CharField(max_length=10)),
                ("entry", models.BigIntegerField()),
                ("seizure", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="review.seizurecopy")),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("seizure", "item", "what"), name="mark_of_an_item_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="AnswerCopy",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("item", models.CharField(max_length=64)),
                ("asked", models.CharField(max_length=16)),
                ("number", models.BigIntegerField()),
                ("entry", models.BigIntegerField()),
                ("values", models.JSONField()),
                ("role", models.CharField(max_length=60)),
                ("by", models.CharField(max_length=16)),
                ("together", models.CharField(max_length=20)),
                ("at", models.DateTimeField()),
                ("seizure", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="review.seizurecopy")),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("seizure", "item", "asked"), name="answer_of_an_item_once")
                ],
            },
        ),
    ]
