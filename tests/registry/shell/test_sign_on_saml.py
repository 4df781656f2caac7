"""A court's identity provider, made here, says over SAML who has signed in; and is not believed when it must not be."""

import base64
import json
import zlib
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID
from django.test import Client
from onelogin.saml2.constants import OneLogin_Saml2_Constants as Words
from onelogin.saml2.utils import OneLogin_Saml2_Utils

from rogatory.registry.accounts import signon
from rogatory.registry.accounts.models import Account

pytestmark = pytest.mark.django_db

HERE = "https://localhost/account/saml/court"
IDP = "https://idp.court.example/metadata"
JUDGE = "judge@court.example"
MAIL = "urn:oid:0.9.2342.19200300.100.1.3"


@dataclass(frozen=True)
class Key:
    """A key that signs, and its certificate."""

    private: str
    certificate: str

    @classmethod
    def made(cls) -> "Key":
        key = rsa.generate_private_key(65537, 2048)
        name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "idp.court.example")])
        begin = datetime(2020, 1, 1, tzinfo=UTC)
        builder = x509.CertificateBuilder(name, name, key.public_key(), 4711, begin, begin + timedelta(days=36500))
        certificate = builder.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM).decode()
        pem, form = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8
        return cls(key.private_bytes(pem, form, serialization.NoEncryption()).decode(), certificate)


@pytest.fixture(scope="module")
def key() -> Key:
    return Key.made()


@dataclass(frozen=True)
class Told:
    """What the identity provider says; each value as it should be."""

    answers: str
    email: str = JUDGE
    ident: str = "_assertion"
    issuer: str = IDP
    audience: str = f"{HERE}/metadata/"
    recipient: str = f"{HERE}/acs/"
    destination: str = f"{HERE}/acs/"
    begins: timedelta = timedelta(minutes=-1)
    ends: timedelta = timedelta(minutes=5)
    status: str = Words.STATUS_SUCCESS
    in_response_to: str | None = None

    @property
    def answered(self) -> str:
        return self.answers if self.in_response_to is None else self.in_response_to

    def assertion(self) -> str:
        now, until = _moment(), _moment(self.ends)
        audience = f"<saml:Audience>{self.audience}</saml:Audience>"
        restriction = f"<saml:AudienceRestriction>{audience}</saml:AudienceRestriction>" if self.audience else ""
        answering = f' InResponseTo="{self.answered}"' if self.answered else ""
        return f"""<saml:Assertion xmlns:saml="{Words.NS_SAML}" ID="{self.ident}" Version="2.0" IssueInstant="{now}"
><saml:Issuer>{self.issuer}</saml:Issuer><saml:Subject><saml:NameID Format="{Words.NAMEID_PERSISTENT}">{self.email}-id</saml:NameID
><saml:SubjectConfirmation Method="{Words.CM_BEARER}"><saml:SubjectConfirmationData NotOnOrAfter="{until}"
 Recipient="{self.recipient}"{answering}/></saml:SubjectConfirmation></saml:Subject
><saml:Conditions NotBefore="{_moment(self.begins)}" NotOnOrAfter="{until}">{restriction}</saml:Conditions
><saml:AuthnStatement AuthnInstant="{now}" SessionIndex="_s"><saml:AuthnContext><saml:AuthnContextClassRef>{Words.AC_PASSWORD}</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement
><saml:AttributeStatement><saml:Attribute Name="{MAIL}"><saml:AttributeValue>{self.email}</saml:AttributeValue></saml:Attribute></saml:AttributeStatement></saml:Assertion>"""  # noqa: E501

    def response(self, *inside: str, before: str = "", ident: str = "_response") -> str:
        answering = f' InResponseTo="{self.answered}"' if self.answered else ""
        return f"""<samlp:Response xmlns:samlp="{Words.NS_SAMLP}" xmlns:saml="{Words.NS_SAML}" ID="{ident}"
 Version="2.0" IssueInstant="{_moment()}" Destination="{self.destination}"{answering}
><saml:Issuer>{self.issuer}</saml:Issuer>{before}<samlp:Status
><samlp:StatusCode Value="{self.status}"/></samlp:Status>{"".join(inside)}</samlp:Response>"""


def _moment(later: timedelta = timedelta(0)) -> str:
    from django.utils import timezone

    return (timezone.now() + later).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def signed(xml: str, key: Key, *, weak: bool = False) -> str:
    with_ = (Words.RSA_SHA1, Words.SHA1) if weak else (Words.RSA_SHA256, Words.SHA256)
    return OneLogin_Saml2_Utils.add_sign(xml, key.private, key.certificate, False, *with_).decode()  # type: ignore[no-any-return]


class Court:
    """Somebody's browser, between the registry and the court's identity provider."""

    def __init__(self) -> None:
        self.browser = Client(headers={"host": "localhost"})

    def begin(self) -> Told:
        """Press the button; what the provider would then truthfully say."""
        led = self.browser.post("/account/saml/court/login/", secure=True)
        asked = parse_qs(urlsplit(led["Location"]).query)["SAMLRequest"][0]
        request = ElementTree.fromstring(zlib.decompress(base64.b64decode(asked), -15))  # noqa: S314 - our own
        return Told(request.attrib["ID"])

    def come_back(self, response: str) -> bool:
        """Bring back what the provider said; whether somebody is then signed in."""
        form = {"SAMLResponse": base64.b64encode(response.encode()).decode(), "RelayState": ""}
        self.browser.post("/account/saml/court/acs/", form, secure=True, follow=True)
        answer = self.browser.get("/account/email/", secure=True)
        return answer.status_code == 200

    def name(self) -> str:
        return str(self.browser.get("/", secure=True).wsgi_request.user)


@pytest.fixture
def configure(key, tmp_path, settings):
    def configured(**more: object) -> signon.SignOn:
        lines = key.certificate.splitlines()
        entry = {
            "id": "court",
            "name": "Court of Appeal",
            "entity_id": IDP,
            "sso_url": "https://idp.court.example/sso",
            "x509cert": "".join(lines[1:-1]),
            "email_domains": ["court.example"],
            "second_factor": True,
            **more,
        }
        (tmp_path / "sign-on.json").write_text(json.dumps({"saml": [entry]}), "utf-8")
        sign_on = signon.read(tmp_path / "sign-on.json")
        settings.SOCIALACCOUNT_PROVIDERS = dict(sign_on.providers)
        settings.SIGN_ON_WITH_SECOND_FACTOR = sign_on.with_second_factor
        settings.SESSION_COOKIE_SECURE = False
        return sign_on

    return configured


@pytest.fixture
def court(configure) -> Court:
    configure()
    Account.objects.open(JUDGE, "A Judge")
    return Court()


def test_a_court_gets_our_metadata_and_its_people_are_led_there(configure):
    sign_on = configure()
    browser = Client(headers={"host": "localhost"})
    metadata = browser.get("/account/saml/court/metadata/", secure=True)
    assert metadata.status_code == 200
    assert b"AssertionConsumerService" in metadata.content
    assert b'WantAssertionsSigned="true"' in metadata.content
    led = browser.post("/account/saml/court/login/", secure=True)
    assert led["Location"].startswith("https://idp.court.example/sso?SAMLRequest=")
    assert sign_on.origins == ("https://idp.court.example",)


def test_whom_the_office_opened_an_account_for_is_signed_in(court, key):
    told = court.begin()
    assert court.come_back(told.response(signed(told.assertion(), key)))
    assert court.name() == "A Judge"
    assert court.browser.get("/", secure=True).status_code == 200, "the provider asked for the second factor"


def test_a_signed_response_around_a_signed_assertion_is_taken_too(court, key):
    told = court.begin()
    assert court.come_back(signed(told.response(signed(told.assertion(), key)), key))


def test_a_provider_without_a_second_factor_leaves_it_to_us(court, configure, key):
    configure(second_factor=False)
    told = court.begin()
    assert court.come_back(told.response(signed(told.assertion(), key)))
    assert court.browser.get("/", secure=True)["Location"] == "/account/2fa/"


LATE = {"begins": timedelta(minutes=-30), "ends": timedelta(minutes=-10)}
EARLY = {"begins": timedelta(minutes=20), "ends": timedelta(minutes=40)}


@pytest.mark.parametrize(
    "other",
    [
        pytest.param({"audience": "https://another.example/metadata"}, id="for another registry"),
        pytest.param({"audience": ""}, id="for nobody named"),
        pytest.param({"recipient": "https://another.example/acs/"}, id="to be brought elsewhere"),
        pytest.param({"destination": "https://another.example/acs/"}, id="sent elsewhere"),
        pytest.param({"issuer": "https://evil.example/metadata"}, id="of another provider"),
        pytest.param(LATE, id="expired"),
        pytest.param(EARLY, id="not yet valid"),
        pytest.param({"status": Words.STATUS_RESPONDER}, id="the provider says it failed"),
        pytest.param({"in_response_to": "_never_asked"}, id="an answer to what was never asked"),
        pytest.param({"in_response_to": ""}, id="unasked"),
        pytest.param({"email": "judge@elsewhere.example"}, id="an address the provider is not believed for"),
        pytest.param({"email": "clerk@court.example"}, id="an account nobody opened"),
        pytest.param({"email": ""}, id="no address"),
    ],
)
def test_nobody_is_signed_in_by_what_is(court, key, other):
    Account.objects.open("judge@elsewhere.example", "A Judge elsewhere")
    told = replace(court.begin(), **other)
    assert not court.come_back(told.response(signed(told.assertion(), key)))
    assert Account.objects.count() == 2


def test_nor_without_a_signature(court):
    told = court.begin()
    assert not court.come_back(told.response(told.assertion()))


def test_nor_by_the_signature_of_another_key_whatever_certificate_comes_with_it(court):
    told = court.begin()
    assert not court.come_back(told.response(signed(told.assertion(), Key.made())))


def test_nor_by_a_signed_response_around_an_assertion_that_is_not(court, key):
    told = court.begin()
    assert not court.come_back(signed(told.response(told.assertion()), key))


def test_nor_by_a_signature_made_with_broken_means(court, key):
    told = court.begin()
    assert not court.come_back(told.response(signed(told.assertion(), key, weak=True)))


def test_nor_when_a_letter_was_changed_after_signing(court, key):
    Account.objects.open("audge@court.example", "Another")
    told = court.begin()
    assert not court.come_back(told.response(signed(told.assertion(), key)).replace(JUDGE, "audge@court.example"))


def test_a_comment_in_an_address_does_not_shorten_it(court, key):
    """Comments do not count for the signature, so anybody can put one in."""
    told = replace(court.begin(), email=f"{JUDGE}.evil.example")
    response = told.response(signed(told.assertion(), key)).replace(f"{JUDGE}.evil", f"{JUDGE}<!---->.evil")
    assert not court.come_back(response)


@pytest.mark.parametrize(
    "other",
    [
        pytest.param('<!DOCTYPE x [<!ENTITY a "b">]>{}', id="entities"),
        pytest.param("<!DOCTYPE Response>{}", id="a document type"),
        pytest.param("{}<", id="broken"),
        pytest.param("nothing of the kind", id="no XML"),
        pytest.param("", id="nothing"),
    ],
)
def test_a_document_that_is_not_read_is_a_sign_in_that_failed_and_no_failure_of_ours(court, key, other):
    told = court.begin()
    assert not court.come_back(other.format(told.response(signed(told.assertion(), key))))


def test_what_was_said_once_is_not_said_again(court, key):
    told = court.begin()
    response = told.response(signed(told.assertion(), key))
    assert court.come_back(response)
    court.browser.post("/account/logout/", secure=True)
    assert not court.come_back(response), "the same again"
    court.begin()
    assert not court.come_back(response), "nor in answer to another question"
    assert not Court().come_back(response), "nor by whoever copied it on its way"


def test_what_answers_one_browser_signs_in_no_other(court, key):
    told = court.begin()
    stranger = Court()
    stranger.begin()
    assert not stranger.come_back(told.response(signed(told.assertion(), key)))


def test_a_closed_account_stays_closed(court, key):
    Account.objects.filter(email=JUDGE).update(is_active=False)
    told = court.begin()
    assert not court.come_back(told.response(signed(told.assertion(), key)))


CLERK = "clerk@court.example"


def wrapped(how: str, told: Told, genuine: str) -> str:
    """A signed assertion about the clerk, moved to where it still verifies, and another about the judge beside it."""
    forged = replace(told, email=JUDGE, ident="_forged").assertion()
    same = replace(told, email=JUDGE).assertion()
    signature = genuine[genuine.index("<ds:Signature") : genuine.index("</ds:Signature>") + len("</ds:Signature>")]
    bare = genuine.replace(signature, "")
    extension = f"<samlp:Extensions>{genuine}</samlp:Extensions>"
    inside_object = signature.replace("</ds:Signature>", f"<ds:Object>{bare}</ds:Object></ds:Signature>")
    issuer = "</saml:Issuer>"
    ways = {
        "the forged one first": told.response(forged, genuine),
        "the forged one last": told.response(genuine, forged),
        "the genuine one among the extensions": told.response(forged, before=extension),
        "the same identifier twice": told.response(same, before=extension),
        "the genuine one inside the forged one": told.response(
            forged.replace("</saml:Assertion>", f"<saml:Advice>{genuine}</saml:Advice></saml:Assertion>")
        ),
        "the genuine one inside its signature": told.response(forged.replace(issuer, issuer + inside_object)),
        "the same, with the same identifier": told.response(same.replace(issuer, issuer + inside_object)),
        "a forged one with the signature of the genuine": told.response(
            same.replace(issuer, issuer + signature), before=f"<samlp:Extensions>{bare}</samlp:Extensions>"
        ),
        "a response inside a response": told.response(
            forged, before=f"<samlp:Extensions>{told.response(genuine, ident='_inner')}</samlp:Extensions>"
        ),
    }
    return ways[how]


@pytest.mark.parametrize(
    "how",
    [
        "the forged one first", "the forged one last", "the genuine one among the extensions",
        "the same identifier twice", "the genuine one inside the forged one", "the genuine one inside its signature",
        "the same, with the same identifier", "a forged one with the signature of the genuine",
        "a response inside a response",
    ],
)  # fmt: skip
def test_a_genuine_signature_is_not_wrapped_around_another_person(court, key, how):
    Account.objects.open(CLERK, "A Clerk")
    told = replace(court.begin(), email=CLERK)
    genuine = signed(told.assertion(), key)
    assert not court.come_back(wrapped(how, told, genuine)) or court.name() == "A Clerk"
    assert court.name() != "A Judge"


def test_and_the_genuine_one_alone_is_taken(court, key):
    Account.objects.open(CLERK, "A Clerk")
    told = replace(court.begin(), email=CLERK)
    assert court.come_back(told.response(signed(told.assertion(), key)))
    assert court.name() == "A Clerk"
