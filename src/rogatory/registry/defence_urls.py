"""Addresses as the defence door knows them: those of the account are below its own, so that its session opens them."""

from django.urls import URLPattern, URLResolver

from rogatory.registry import urls

# Where two addresses have one name, the last is the one a page leads to.
urlpatterns: list[URLPattern | URLResolver] = [*urls.urlpatterns, urls.DEFENCE_ACCOUNT]
handler400, handler403, handler404, handler500 = urls.handler400, urls.handler403, urls.handler404, urls.handler500
