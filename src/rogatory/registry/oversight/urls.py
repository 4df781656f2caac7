"""Addresses of oversight."""

from django.urls import URLPattern, URLResolver, path

from rogatory.registry.oversight import views

urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.happened, name="oversight"),
    path("entries/<int:seq>", views.entry, name="oversight_entry"),
    path("alarms", views.alarms, name="oversight_alarms"),
    path("samples", views.samples, name="oversight_samples"),
    path("samples/<str:name>", views.sample, name="oversight_sample"),
    path("numbers", views.numbers, name="oversight_numbers"),
]
