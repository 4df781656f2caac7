"""Addresses of the pages of states."""

from django.urls import URLPattern, URLResolver, path

from rogatory.registry.states import views

urlpatterns: list[URLPattern | URLResolver] = [
    path("states", views.states, name="states"),
    path("states/<str:state>", views.state, name="one_state"),
]
