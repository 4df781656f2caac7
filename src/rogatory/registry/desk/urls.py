"""Addresses of the desk."""

from django.urls import URLPattern, URLResolver, path

from rogatory.registry.desk import views

urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.my_work, name="my_work"),
]
