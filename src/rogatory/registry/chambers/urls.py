"""Addresses of the chambers."""

from django.urls import URLPattern, URLResolver, path

from rogatory.registry.chambers import bundling, views

urlpatterns: list[URLPattern | URLResolver] = [
    path("chambers", views.docket, name="docket"),
    path("cases/<str:case>/remedies", views.remedies, name="case_remedies"),
    path("cases/<str:case>/remedies/<str:remedy>", views.remedy, name="case_remedy"),
    path("cases/<str:case>/hearings/<str:hearing>", views.hearing, name="case_hearing"),
    path("cases/<str:case>/hearings/<str:hearing>/bundle", bundling.bundle, name="case_bundle"),
]
