"""The API itself: its schema, its routes by resource, its problems.

- `access`, `tokens`: who calls, and with which scope; mandates decide everything else.
- `case_routes`, `office_routes`: looking.
- `document_routes`: decisions and letters.
- `register_routes`: registers, and the links of a case.
- `remedy_routes`: remedies, what holds an act, hearings, the docket.
- `inquiry_routes`: allegations, and the inquiries into them.
- `notice_routes`: the check of a notice, its copies, what was asked of the Commission.
- `seizure_routes`: what was seized, and what of it leaves.
- `state_routes`: the records of states.
- `aftermath_routes`: breaches, what follows them, reparation.
- `protection_routes`: how persons are protected, and what was reported.
- `mail_routes`: what came in, and what becomes a case of it; `letter_routes`: the same in its case.
- `oversight_routes`: what auditors see, alarms, samples.
- `doing`: acting, through the one door.
- `hook_routes`, `webhooks`: telling others what happened.
- `problems`: what goes wrong.
"""

from functools import cache
from typing import Any

from django.http import HttpRequest
from ninja import NinjaAPI, Swagger
from ninja.openapi.schema import OpenAPISchema

from rogatory import __version__
from rogatory.registry.api import problems
from rogatory.registry.api.routes import aftermath as aftermath_routes
from rogatory.registry.api.routes import cases as case_routes
from rogatory.registry.api.routes import documents as document_routes
from rogatory.registry.api.routes import doing
from rogatory.registry.api.routes import hooks as hook_routes
from rogatory.registry.api.routes import inquiries as inquiry_routes
from rogatory.registry.api.routes import letters as letter_routes
from rogatory.registry.api.routes import mail as mail_routes
from rogatory.registry.api.routes import notices as notice_routes
from rogatory.registry.api.routes import oversight as oversight_routes
from rogatory.registry.api.routes import protection as protection_routes
from rogatory.registry.api.routes import registers as register_routes
from rogatory.registry.api.routes import remedies as remedy_routes
from rogatory.registry.api.routes import seizures as seizure_routes
from rogatory.registry.api.routes import states as state_routes

ALWAYS = (400, 401, 403, 404, 422, 503)
"""Problems any route may answer."""
OF_ACTS = (409, 412)
"""Problems of acting."""

DESCRIPTION = """The case system of a requested state, for programs.

Every route asks for a token (`Authorization: Bearer ...`), which gives its scope and never more than the mandates of
its account. Reading a case is recorded. What cannot be done is answered with every obstacle, its source and what would
lift it (RFC 9457)."""


class Api(NinjaAPI):
    """As the framework makes it, with the problems every route may answer written into its schema."""

    def get_openapi_schema(
        self, *, path_prefix: str | None = None, path_params: dict[str, Any] | None = None
    ) -> OpenAPISchema:
        """The schema, OpenAPI 3.1."""
        return self._schema(self.get_root_path(path_params or {}) if path_prefix is None else path_prefix)

    @cache  # noqa: B019 - there is one API, as long as the process, and its routes stay
    def _schema(self, path_prefix: str) -> OpenAPISchema:
        schema = super().get_openapi_schema(path_prefix=path_prefix)
        schema["components"]["schemas"].update(problems.as_schema())
        for path in schema["paths"].values():
            for method, operation in path.items():
                for status in (*ALWAYS, *(OF_ACTS if method == "post" else ())):
                    operation["responses"][status] = problems.in_schema(status)
        return schema


api = Api(
    title="Rogatory",
    version=__version__,
    description=DESCRIPTION,
    urls_namespace="api",
    docs=Swagger(settings={"persistAuthorization": False, "tryItOutEnabled": False}),
)
problems.install(api)
api.add_router("", doing.router)
api.add_router("/cases", case_routes.router)
api.add_router("/cases", document_routes.router)
api.add_router("/cases", letter_routes.router)
api.add_router("", remedy_routes.router)
api.add_router("", inquiry_routes.router)
api.add_router("", notice_routes.router)
api.add_router("", seizure_routes.router)
api.add_router("", aftermath_routes.router)
api.add_router("", protection_routes.router)
api.add_router("/registers", register_routes.router)
api.add_router("/states", state_routes.router)
api.add_router("/mail", mail_routes.router)
api.add_router("/oversight", oversight_routes.router)
api.add_router("/webhooks", hook_routes.router)


@api.get("/problems/{kind}", auth=None, tags=["problems"], summary="What a problem means")
def problem_kind(request: HttpRequest, kind: str) -> dict[str, Any]:
    """A kind of problem, as the `type` of an answer names it."""
    known = problems.KINDS.get(kind)
    if known is None:
        raise problems.ProblemError("unknown", "there is no such kind of problem")
    return {"kind": kind, "status": known.status, "title": known.title}
