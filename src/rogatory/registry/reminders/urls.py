"""Addresses of the calendar."""

from django.urls import URLPattern, URLResolver, path

from rogatory.registry.reminders import views

urlpatterns: list[URLPattern | URLResolver] = [
    path("calendar", views.link, name="calendar"),
    path("calendar/<str:secret>.ics", views.feed, name="calendar_feed"),
]
