"""Addresses of the door for everybody."""

from django.urls import URLPattern, URLResolver, path

from rogatory.registry.tell import views

urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.tell, name="tell"),
    path("code", views.code, name="tell_code"),
]
