"""Sign-on through an office's own identity provider, as one JSON file describes it.

The file is `sign-on.json` in the data folder, or the one `ROGATORY_SIGN_ON` names. Without it there is none:

    {"oidc": [{"id": "justice", "name": "Ministry of Justice", "server_url": "https://login.justice.example",
               "client_id": "rogatory", "secret": "$ROGATORY_OIDC_SECRET", "email_domains": ["justice.example"],
               "second_factor": true}],
     "saml": [{"id": "court", "name": "Court of Appeal", "entity_id": "https://idp.court.example/metadata",
               "sso_url": "https://idp.court.example/sso", "x509cert": "MIIC...", "email_domains": ["court.example"]}]}

A value that begins with `$` is read from that environment variable. `email_domains` are the domains for whose addresses
the provider is believed; it opens no account, it only signs in one that the office opened. `second_factor` says that
the provider itself asks for a second factor; otherwise this system asks for its own.
"""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class SignOn:
    """The identity providers of a deployment."""

    providers: Mapping[str, Any]
    """What django-allauth wants to know of them."""
    origins: tuple[str, ...] = ()
    """Where a sign-in form may lead the browser."""
    with_second_factor: frozenset[str] = frozenset()
    """Names of the providers that ask for a second factor themselves."""


NONE = SignOn({})
"""No provider: everybody signs in here."""


def read(path: Path) -> SignOn:
    """The providers that the file describes; none where there is no file.

    Raises:
        ValueError: The file cannot be read; the message names the place and the mend.
    """
    if not path.exists():
        return NONE
    try:
        told = json.loads(path.read_text("utf-8"))
    except json.JSONDecodeError as error:
        msg = f"{path}, line {error.lineno}: not JSON ({error.msg})"
        raise ValueError(msg) from None
    if not isinstance(told, dict) or set(told) - {"oidc", "saml"}:
        msg = f'{path}: write {{"oidc": [...], "saml": [...]}}, either may be left out'
        raise ValueError(msg)
    oidc = [_Entry(path, f"oidc[{i}]", entry) for i, entry in enumerate(told.get("oidc", []))]
    saml = [_Entry(path, f"saml[{i}]", entry) for i, entry in enumerate(told.get("saml", []))]
    names = [entry.text("id") for entry in (*oidc, *saml)]
    if len(set(names)) < len(names):
        msg = f"{path}: two providers have the same id"
        raise ValueError(msg)
    return SignOn(
        providers={
            "openid_connect": {"APPS": [_oidc(entry) for entry in oidc], "OAUTH_PKCE_ENABLED": True},
            "saml": {"APPS": [_saml(entry) for entry in saml]},
        },
        origins=tuple(
            sorted({_origin(e.text("server_url")) for e in oidc} | {_origin(e.text("sso_url")) for e in saml})
        ),
        with_second_factor=frozenset(e.text("id") for e in (*oidc, *saml) if e.told.get("second_factor") is True),
    )


@dataclass(frozen=True, slots=True)
class _Entry:
    """One provider, as told."""

    path: Path
    place: str
    told: Any

    def text(self, key: str) -> str:
        """The value of a field that must be there."""
        value = self.told.get(key) if isinstance(self.told, dict) else None
        if not isinstance(value, str) or not value:
            msg = f"{self.path}, {self.place}: {key} is missing"
            raise ValueError(msg)
        if not value.startswith("$"):
            return value
        if value[1:] not in os.environ:
            msg = f"{self.path}, {self.place}.{key}: the environment has no {value[1:]}"
            raise ValueError(msg)
        return os.environ[value[1:]]

    def domains(self) -> list[str]:
        """The mail domains for which the provider is believed; never all of them."""
        value = self.told.get("email_domains", [])
        if not isinstance(value, list) or not all(isinstance(domain, str) for domain in value):
            msg = f"{self.path}, {self.place}: email_domains is a list of domains"
            raise ValueError(msg)
        return [domain.lower() for domain in value]


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def _oidc(entry: _Entry) -> dict[str, Any]:
    return {
        "provider_id": entry.text("id"),
        "name": entry.text("name"),
        "client_id": entry.text("client_id"),
        "secret": entry.text("secret"),
        "settings": {
            "server_url": entry.text("server_url"),
            "verified_email": entry.domains(),
            "email_domains": entry.domains(),
        },
    }


def _saml(entry: _Entry) -> dict[str, Any]:
    return {
        "provider_id": entry.text("id"),
        "name": entry.text("name"),
        "client_id": entry.text("id"),
        "settings": {
            "idp": {
                "entity_id": entry.text("entity_id"),
                "sso_url": entry.text("sso_url"),
                "x509cert": entry.text("x509cert"),
            },
            "advanced": {"want_assertion_signed": True},
            "verified_email": entry.domains(),
            "email_domains": entry.domains(),
        },
    }
