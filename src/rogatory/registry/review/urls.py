"""Addresses of the review."""

from django.urls import URLPattern, URLResolver, path

from rogatory.registry.review import doing, hiding, views, working

_SEIZURE = "cases/<str:case>/material/<str:seizure>"

urlpatterns: list[URLPattern | URLResolver] = [
    path("cases/<str:case>/material", views.material, name="case_material"),
    path(f"{_SEIZURE}/progress", views.progress, name="material_progress"),
    path(f"{_SEIZURE}/read", working.read, name="material_read"),
    path(f"{_SEIZURE}/items", views.items, name="material_items"),
    path(f"{_SEIZURE}/items/<str:item>", views.item, name="material_item"),
    path(f"{_SEIZURE}/items/<str:item>/answer", doing.answer, name="material_answer"),
    path(f"{_SEIZURE}/items/<str:item>/take-back", doing.take_back, name="material_take_back"),
    path(f"{_SEIZURE}/items/<str:item>/acts/<str:act>", doing.other, name="material_other"),
    path(f"{_SEIZURE}/items/<str:item>/redact", hiding.redact, name="material_redact"),
    path(f"{_SEIZURE}/items/<str:item>/pages/<int:page>", views.page_image, name="material_page"),
    path("cases/<str:case>/packages/<str:package>/build", working.build, name="package_build"),
    path("cases/<str:case>/packages/<str:package>/file", working.fetch, name="package_file"),
]
