"""Addresses of the work that runs by itself."""

from django.urls import URLPattern, URLResolver, path

from rogatory.registry.jobs import views

urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.jobs, name="jobs"),
    path("<int:number>", views.job, name="job"),
    path("<int:number>/file", views.fetch, name="job_file"),
]
