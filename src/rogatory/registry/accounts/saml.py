"""Coming back from an identity provider over SAML: what the library takes and we do not.

An assertion that names no audience is good for any registry that trusts the same provider (SAML 2.0 Profiles, 4.1.4.2:
it names ours). A document that cannot be read is a failed sign-in, and no failure of the registry.
"""

from typing import Any

from allauth.account.internal.decorators import login_not_required
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.helpers import render_authentication_error
from allauth.socialaccount.models import SocialLogin
from allauth.socialaccount.providers.saml.provider import SAMLProvider
from allauth.socialaccount.providers.saml.views import FinishACSView
from django.http import HttpRequest, HttpResponse
from django.utils.decorators import method_decorator
from onelogin.saml2.xml_utils import OneLogin_Saml2_XML

_AUDIENCE = "/samlp:Response/saml:Assertion/saml:Conditions/saml:AudienceRestriction/saml:Audience"


class Provider(SAMLProvider):  # type: ignore[misc]
    """An identity provider that must say for whom it speaks."""

    def sociallogin_from_response(self, request: HttpRequest, response: Any) -> SocialLogin:  # noqa: ANN401
        """Whom it signed in, once its signature and everything else were found good.

        Raises:
            ImmediateHttpResponse: The assertion names no audience.
        """
        document = OneLogin_Saml2_XML.to_etree(response.get_last_response_xml())
        named = [OneLogin_Saml2_XML.element_text(a) for a in OneLogin_Saml2_XML.query(document, _AUDIENCE)]
        if response.get_settings().get_sp_data()["entityId"] not in named:
            raise ImmediateHttpResponse(render_authentication_error(request, self))
        return super().sociallogin_from_response(request, response)


@method_decorator(login_not_required, name="dispatch")
class ComingBack(FinishACSView):  # type: ignore[misc]
    """Where the browser ends after the provider sent it back."""

    def get_provider(self, organization_slug: str) -> Provider:
        """The provider of this address."""
        return Provider(request=self.request, app=self.get_app(organization_slug))

    def dispatch(self, request: HttpRequest, organization_slug: str) -> HttpResponse:
        """Sign in whom the provider names, or say that it could not be done."""
        try:
            answer: HttpResponse = super().dispatch(request, organization_slug)
        except ImmediateHttpResponse as answered:
            return answered.response  # type: ignore[no-any-return]
        except (SyntaxError, ValueError):
            # What the library throws at a document type, at entities (ValueError) and at what is no XML (SyntaxError).
            failed: HttpResponse = render_authentication_error(request, self.get_provider(organization_slug))
            return failed
        return answer


coming_back = ComingBack.as_view()
