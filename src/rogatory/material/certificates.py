"""Certificates of return and destruction: what became of seized things, in words a holder can keep.

Whoever had something taken is owed it back, or the proof that copies are gone (ECHR, Article 8, and Article 1 of its
Protocol 1; Directive (EU) 2016/680, Articles 5 and 16). A certificate names contents by their digests, so that it says
exactly what was returned or destroyed, and nothing of what stood in it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from types import MappingProxyType

from rogatory.journal.leaf import JSON, canonical, moment
from rogatory.material.items import Content


class Fate(Enum):
    """What became of it."""

    RETURNED = "returned"
    """The thing itself, or its only copy, is with its holder again."""
    DESTROYED = "destroyed"
    """Every copy named here is gone."""


class CertificateError(ValueError):
    """A certificate that would say less than it must; the message names what is missing."""


@dataclass(frozen=True, slots=True)
class Certificate:
    """That something was returned or destroyed.

    Attributes:
        number: Number of the certificate.
        fate: What became of it.
        seizure: Identifier of the seizure.
        contents: What it is, by digests.
        things: Things without bytes, such as a telephone or a folder of paper, in words; may be empty.
        holder: Who it was taken from, and for a return who received it.
        by: Who did it: office and name.
        witness: Who saw it; for a destruction somebody must.
        at: When, with time zone.
        ground: The decision or provision it rests on.
        method: How it was destroyed, copies and backups included; empty for a return.
        kept: What the office keeps, and why; empty: of what was destroyed nothing but the journal's entries and this
            certificate; of what was returned the copies, until an act of its own destroys them.

    Raises:
        CertificateError: Something is missing, or stands there twice.
    """

    number: str
    fate: Fate
    seizure: str
    contents: tuple[Content, ...]
    things: tuple[str, ...]
    holder: str
    by: str
    witness: str
    at: datetime
    ground: str
    method: str = ""
    kept: str = ""

    def __post_init__(self) -> None:
        """Refuse one that says too little."""
        needed = ["number", "seizure", "holder", "by", "ground"]
        needed += ["witness", "method"] if self.fate is Fate.DESTROYED else []
        missing = [name for name in needed if not getattr(self, name).strip()]
        if missing:
            raise CertificateError(f"a certificate that something was {self.fate.value} names: {', '.join(missing)}")
        if not self.contents and not self.things:
            raise CertificateError("a certificate names at least one content or thing")
        if len({content.sha256 for content in self.contents}) < len(self.contents):
            raise CertificateError("a content stands twice in the certificate")
        if self.at.tzinfo is None:
            raise CertificateError("the moment of a certificate has its time zone")
        if self.fate is Fate.DESTROYED and self.witness.strip() == self.by.strip():
            raise CertificateError("who destroys something is not the one who saw it done")

    def record(self) -> bytes:
        """The certificate for the journal: canonical JSON (RFC 8785), the contents in the order of their digests."""
        contents: list[JSON] = [
            {"blake3": one.blake3, "sha256": one.sha256, "size": one.size}
            for one in sorted(self.contents, key=lambda one: one.sha256)
        ]
        told: dict[str, JSON] = {
            name: getattr(self, name)
            for name in ("number", "seizure", "holder", "by", "witness", "ground", "method", "kept")
        }
        return canonical(
            {**told, "at": moment(self.at), "contents": contents, "fate": self.fate.value, "things": [*self.things]}
        )

    def text(self, language: str = "en") -> str:
        """The certificate in words.

        Args:
            language: `en`, `fr` or `nl`.

        Raises:
            KeyError: No such language.
        """
        say = _WORDS[language]
        lines = [
            say[self.fate.value].format(number=self.number),
            "",
            say["seizure"].format(seizure=self.seizure, holder=self.holder),
            say["done"].format(at=moment(self.at)[:16].replace("T", " "), by=self.by),
            *([say["witness"].format(witness=self.witness)] if self.witness else []),
            say["ground"].format(ground=self.ground),
            *([say["method"].format(method=self.method)] if self.method else []),
            "",
            say["what"].format(count=len(self.contents) + len(self.things)),
            *(f"- {thing}" for thing in self.things),
            *(
                f"- SHA-256 {one.sha256}, {say['bytes'].format(size=one.size)}"
                for one in sorted(self.contents, key=lambda one: one.sha256)
            ),
            "",
            say["kept"].format(kept=self.kept) if self.kept else say[_LEFT[self.fate]],
        ]
        return "\n".join(lines) + "\n"


_LEFT: Mapping[Fate, str] = MappingProxyType({Fate.DESTROYED: "nothing", Fate.RETURNED: "copies"})
_WORDS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "en": {
            "returned": "Certificate of return {number}",
            "destroyed": "Certificate of destruction {number}",
            "seizure": "Seizure {seizure}, taken from: {holder}",
            "done": "Done on {at} UTC by: {by}",
            "witness": "Seen by: {witness}",
            "ground": "On the ground of: {ground}",
            "method": "How: {method}",
            "what": "What it covers ({count}):",
            "bytes": "{size} bytes",
            "kept": "The office keeps: {kept}",
            "nothing": "The office keeps nothing but this certificate and the entries of its journal.",
            "copies": "Copies that were made of it are kept until an act of their own destroys them.",
        },
        "fr": {
            "returned": "Certificat de restitution {number}",
            "destroyed": "Certificat de destruction {number}",
            "seizure": "Saisie {seizure}, effectuée chez : {holder}",
            "done": "Fait le {at} UTC par : {by}",
            "witness": "En présence de : {witness}",
            "ground": "Sur la base de : {ground}",
            "method": "Méthode : {method}",
            "what": "Éléments concernés ({count}) :",
            "bytes": "{size} octets",
            "kept": "L'office conserve : {kept}",
            "nothing": "L'office ne conserve que ce certificat et les inscriptions de son journal.",
            "copies": "Les copies qui en ont été faites sont gardées jusqu'à ce qu'un acte propre les détruise.",
        },
        "nl": {
            "returned": "Attest van teruggave {number}",
            "destroyed": "Attest van vernietiging {number}",
            "seizure": "Inbeslagneming {seizure}, bij: {holder}",
            "done": "Gedaan op {at} UTC door: {by}",
            "witness": "In aanwezigheid van: {witness}",
            "ground": "Op grond van: {ground}",
            "method": "Wijze: {method}",
            "what": "Waarop het betrekking heeft ({count}):",
            "bytes": "{size} bytes",
            "kept": "Het ambt bewaart: {kept}",
            "nothing": "Het ambt bewaart niets dan dit attest en de vermeldingen in zijn journaal.",
            "copies": "Kopieën die ervan zijn gemaakt, worden bewaard tot een eigen handeling ze vernietigt.",
        },
    }
)
