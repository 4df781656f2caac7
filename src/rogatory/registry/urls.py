"""Every address of the registry, by door."""

from django.urls import URLPattern, URLResolver, include, path

from rogatory.registry.accounts import saml
from rogatory.registry.api.root import api
from rogatory.registry.api.views import no_such_address, tokens
from rogatory.registry.shell import health, metrics, views

DEFENCE_ACCOUNT = path(
    "defence/account/",
    include(
        [
            path("", include("allauth.account.urls")),
            path("2fa/", include("allauth.mfa.urls")),
            path("sessions/", include("allauth.usersessions.urls")),
        ]
    ),
)
"""Signing in at the defence door, without an identity provider: those are of offices."""

urlpatterns: list[URLPattern | URLResolver] = [
    # Before the desk's own: where two addresses have one name, the last is the one a page leads to.
    DEFENCE_ACCOUNT,
    path("", include("rogatory.registry.desk.urls")),
    path("", include("rogatory.registry.documents.urls")),
    path("", include("rogatory.registry.chambers.urls")),
    path("", include("rogatory.registry.review.urls")),
    path("", include("rogatory.registry.reminders.urls")),
    path("", include("rogatory.registry.states.urls")),
    path("defence/", include("rogatory.registry.defence.urls")),
    path("oversight/", include("rogatory.registry.oversight.urls")),
    path("public/", include("rogatory.registry.public.urls")),
    path("tell/", include("rogatory.registry.tell.urls")),
    path("jobs/", include("rogatory.registry.jobs.urls")),
    path("api/v1/", api.urls),
    path("api/v1/<path:address>", no_such_address),
    path("account/tokens", tokens, name="tokens"),
    path("account/saml/<str:organization_slug>/acs/finish/", saml.coming_back),
    path("account/", include("allauth.urls")),
    path("language", views.choose_language, name="choose_language"),
    path("health/live", health.live),
    path("health/ready", health.ready),
    path("metrics", metrics.show),
]

handler400 = "rogatory.registry.shell.errors.bad_request"
handler403 = "rogatory.registry.shell.errors.forbidden"
handler404 = "rogatory.registry.shell.errors.not_found"
handler500 = "rogatory.registry.shell.errors.failed"
