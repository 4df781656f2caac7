"""Addresses of the pages of states."""

from django.urls import URLPattern, URLResolver, path

from rogatory.registry.indices import views as data
from rogatory.registry.states import views

urlpatterns: list[URLPattern | URLResolver] = [
    path("states", views.states, name="states"),
    path("states/data", data.data, name="states_data"),
    path("states/data/<int:number>", data.one, name="data_one"),
    path("states/<str:state>", views.state, name="one_state"),
]
