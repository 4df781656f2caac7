"""Addresses of the public pages."""

from django.urls import URLPattern, URLResolver, path

from rogatory.registry.public import views

urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.index, name="public"),
    path("law", views.law, name="public_law"),
    path("journal", views.journal, name="public_journal"),
    path("journal/checkpoint", views.checkpoint, name="public_checkpoint"),
    path("journal/checkpoint/<int:size>", views.checkpoint_of, name="public_checkpoint_of"),
    path("journal/consistency/<int:old>/<int:new>", views.consistency, name="public_consistency"),
    path("journal/policy", views.policy, name="public_policy"),
    path("numbers/<str:name>", views.period, name="public_period"),
    path("numbers/<str:name>/datapackage.json", views.datapackage, name="public_datapackage"),
    path("numbers/<str:name>/all.json", views.data, name="public_data"),
    path("numbers/<str:name>/report.pdf", views.paper, name="public_report"),
    path("numbers/<str:name>/<str:subject>.csv", views.table, name="public_table"),
    path("numbers/<str:name>/<str:subject>", views.subject, name="public_subject"),
]
