"""A document is signed: what was set stays as it was, and still fits the archive and the screen reader."""

import io
import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pdfua
import pikepdf
import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_der_private_key,
    pkcs12,
)

from rogatory.decision.documents.document import Document, Paragraph
from rogatory.typesetting.authority import Authority
from rogatory.typesetting.checking import Given, State, certificates, check, holds
from rogatory.typesetting.code import CODE, SigningError, code_of
from rogatory.typesetting.keys import demonstration_key, from_device, from_pem, from_pkcs12
from rogatory.typesetting.paper import pdf
from rogatory.typesetting.signing import sign
from rogatory.typesetting.text import PaperError
from tests.typesetting.authorities import authority
from tests.typesetting.samples import ALL, ENGLISH, LONG, read, squeezed
from tests.typesetting.structure import faults

AT = datetime(2026, 11, 30, 12, tzinfo=UTC)
KEY = demonstration_key(AT)
PLACE = "https://justice.example/check"
SIGNED = {name: sign(document, KEY.signer, at=AT, place=PLACE) for name, document in ALL.items() if not document.draft}
TRUSTING = Given(AT, certificates(KEY.root))
SOFTHSM = next((path for path in map(Path, ("/usr/lib/softhsm/libsofthsm2.so",)) if path.exists()), None)
SOFTHSM_TOOL = shutil.which("softhsm2-util")


@pytest.mark.parametrize("name", SIGNED)
def test_what_was_set_stays_as_it_was_and_conforms(name: str, tmp_path: Path) -> None:
    data = SIGNED[name]
    assert data.startswith(pdf(ALL[name]))
    assert faults(data, ALL[name]) == []
    (tmp_path / "a.pdf").write_bytes(data)
    assert list(pdfua.validate(str(tmp_path / "a.pdf")).findings) == []
    assert holds(check(data, TRUSTING))


@pytest.mark.parametrize("name", SIGNED)
def test_the_foot_of_each_page_names_who_signed_the_code_and_where_it_is_checked(name: str) -> None:
    before, after = read(pdf(ALL[name])), read(SIGNED[name])
    assert len(after) == len(before)
    for page, was in zip(after, before, strict=True):
        assert CODE.findall(page) == [code_of(pdf(ALL[name]))]
        assert squeezed("J. Example, Head of the Central Authority, 2026-11-30 12:00 UTC") in squeezed(page)
        assert PLACE in page
        assert squeezed(was) in squeezed(page)


def test_a_screen_reader_meets_the_signature_and_is_told_what_it_is() -> None:
    with pikepdf.open(io.BytesIO(SIGNED["ru"])) as file:
        field = file.Root.AcroForm.Fields[0]
        assert str(field.TU) == "Подписано электронной подписью: J. Example, Head of the Central Authority"
        (element,) = [one for one in file.Root.StructTreeRoot.K[0].K if one.S == "/Form"]
        assert element.K[0].Obj.objgen == field.objgen


def test_a_field_without_its_tag_would_be_found() -> None:
    file = pikepdf.open(io.BytesIO(SIGNED["en"]))
    del file.Root.StructTreeRoot.K[0].K[-1]
    out = io.BytesIO()
    file.save(out)
    assert "page 1: a field without its tag" in faults(out.getvalue(), ENGLISH)


@pytest.mark.parametrize(
    ("document", "at", "said"),
    [
        (replace(ENGLISH, draft=True), AT, "a draft is not signed"),
        (replace(ENGLISH, signatory=()), AT, "without signatory"),
        (replace(ENGLISH, signatory=(" ",)), AT, "without signatory"),
        (ENGLISH, datetime(2026, 11, 30), "without time zone"),  # noqa: DTZ001 - that is the case
    ],
    ids=["a draft", "nobody", "a blank", "no time zone"],
)
def test_what_is_not_signed(document: Document, at: datetime, said: str) -> None:
    with pytest.raises(SigningError, match=said):
        sign(document, KEY.signer, at=at, place=PLACE)


def test_what_cannot_be_printed_is_not_signed() -> None:
    with pytest.raises(PaperError, match="no font has"):
        sign(replace(ENGLISH, blocks=(Paragraph("王"),)), KEY.signer, at=AT, place=PLACE)
    with pytest.raises(PaperError, match="no font has"):
        sign(ENGLISH, KEY.signer, at=AT, place="王")


# --- Time -------------------------------------------------------------------------------------------


def states(data: bytes, given: Given) -> dict[str, State]:
    return {line.text: line.state for line in check(data, given)}


def test_a_time_stamp_proves_when_and_outlives_the_certificate() -> None:
    with authority(AT) as (url, root):
        data = sign(LONG, KEY.signer, at=AT, place=PLACE, authority=Authority(url))
    later = datetime(2029, 1, 1, tzinfo=UTC)
    said = "signed before 2026-11-30 12:00:00+00:00, as the time stamp of Invented time authority proves"
    assert states(data, Given(AT, certificates(KEY.root + root)))[said] is State.GOOD
    assert holds(check(data, Given(later, certificates(KEY.root + root))))
    assert not holds(check(data, Given(later, certificates(KEY.root))))
    assert not holds(check(SIGNED["long"], Given(later, certificates(KEY.root + root))))
    assert faults(data, LONG) == []


def test_an_authority_nobody_named_proves_nothing_but_spoils_nothing() -> None:
    with authority(AT) as (url, _):
        data = sign(ENGLISH, KEY.signer, at=AT, place=PLACE, authority=Authority(url))
    assert holds(check(data, TRUSTING))
    assert any(line.state is State.NOTE and "whom you have not named" in line.text for line in check(data, TRUSTING))


@pytest.mark.parametrize("spoil", [b"junk", b"0\x03\x02\x01\x02"])
def test_an_answer_that_is_no_time_stamp_stops_the_signature(spoil: bytes) -> None:
    with authority(AT, spoil) as (url, _), pytest.raises(SigningError, match="no signature"):
        sign(ENGLISH, KEY.signer, at=AT, place=PLACE, authority=Authority(url))


def test_no_authority_there_stops_the_signature() -> None:
    with authority(AT) as (url, _):
        pass
    with pytest.raises(SigningError, match="no signature"):
        sign(ENGLISH, KEY.signer, at=AT, place=PLACE, authority=Authority(url, timeout=1))


# --- Keys -------------------------------------------------------------------------------------------

PRIVATE: Any = load_der_private_key(KEY.signer.signing_key.dump(), None)  # type: ignore[attr-defined]
CHAIN = [
    x509.load_der_x509_certificate(one.dump())
    for one in (KEY.signer.signing_cert, *KEY.signer.cert_registry)  # type: ignore[union-attr]
]


def pem(key):
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def test_a_key_from_a_pkcs12_file(tmp_path: Path) -> None:
    file = tmp_path / "key.p12"
    file.write_bytes(
        pkcs12.serialize_key_and_certificates(b"key", PRIVATE, CHAIN[0], CHAIN[1:], BestAvailableEncryption(b"secret"))
    )
    assert holds(check(sign(ENGLISH, from_pkcs12(file, "secret"), at=AT, place=PLACE), TRUSTING))
    for wrong in ("other", ""):
        with pytest.raises(SigningError, match=r"key\.p12: no key"):
            from_pkcs12(file, wrong)
    with pytest.raises(SigningError, match="no key"):
        from_pkcs12(tmp_path / "missing.p12")
    file.write_bytes(pkcs12.serialize_key_and_certificates(b"key", None, None, CHAIN, BestAvailableEncryption(b"s")))
    with pytest.raises(SigningError, match="no key with its certificate"):
        from_pkcs12(file, "s")


def test_a_key_from_pem_files(tmp_path: Path) -> None:
    key, chain = tmp_path / "key.pem", tmp_path / "chain.pem"
    key.write_bytes(pem(PRIVATE))
    chain.write_bytes(b"".join(one.public_bytes(Encoding.PEM) for one in CHAIN))
    assert holds(check(sign(ENGLISH, from_pem(key, chain), at=AT, place=PLACE), TRUSTING))
    key.write_bytes(pem(ec.generate_private_key(ec.SECP256R1())))
    with pytest.raises(SigningError, match="not that of the key"):
        from_pem(key, chain)
    key.write_bytes(b"junk")
    with pytest.raises(SigningError, match="no key"):
        from_pem(key, chain)


def test_a_key_on_a_device_needs_its_library(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.split(".")[0] == "pkcs11" or name == "pyhanko.sign.pkcs11"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "pkcs11", None)
    with pytest.raises(SigningError, match="needs python-pkcs11"):
        from_device(Path("/usr/lib/none.so"), "token", "key", "1234")


def test_a_device_that_is_not_there_is_named() -> None:
    pytest.importorskip("pkcs11")
    with pytest.raises(SigningError, match=r"none\.so, token 'token', key 'key'"):
        from_device(Path("/usr/lib/none.so"), "token", "key", "1234")


@pytest.mark.skipif(SOFTHSM is None or SOFTHSM_TOOL is None, reason="no SoftHSM to play the device")
def test_a_key_that_never_leaves_its_device_signs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pkcs11 = pytest.importorskip("pkcs11")
    from pkcs11.util.x509 import decode_x509_certificate

    (tmp_path / "tokens").mkdir()
    (tmp_path / "conf").write_text(f"directories.tokendir = {tmp_path / 'tokens'}\n", "utf-8")
    (tmp_path / "key.pem").write_bytes(pem(PRIVATE))
    monkeypatch.setenv("SOFTHSM2_CONF", str(tmp_path / "conf"))
    with_pin = ("--token", "office", "--pin", "1234")
    for words in (
        ("--init-token", "--free", "--label", "office", "--so-pin", "1234", "--pin", "1234"),
        ("--import", str(tmp_path / "key.pem"), "--label", "key", "--id", "01", *with_pin),
    ):
        subprocess.run([str(SOFTHSM_TOOL), *words], check=True, capture_output=True)
    token = pkcs11.lib(str(SOFTHSM)).get_token(token_label="office")  # noqa: S106 - a name
    with token.open(user_pin="1234", rw=True) as session:
        found = decode_x509_certificate(CHAIN[0].public_bytes(Encoding.DER))
        session.create_object(found | {pkcs11.Attribute.LABEL: "key", pkcs11.Attribute.TOKEN: True})
    with pytest.raises(SigningError, match="token 'office', key 'key'"):
        from_device(Path(str(SOFTHSM)), "office", "key", "9999")
    with pytest.raises(SigningError, match="key 'other'"):
        from_device(Path(str(SOFTHSM)), "office", "other", "1234")
    for _ in range(2):
        data = sign(ENGLISH, from_device(Path(str(SOFTHSM)), "office", "key", "1234"), at=AT, place=PLACE)
        assert holds(check(data, TRUSTING))
