"""How the check of one signature ended."""

from dataclasses import dataclass

from cryptography.x509 import Certificate


@dataclass(frozen=True, slots=True)
class Checked:
    """A signature and what was found of it.

    Attributes:
        name: The file it is in.
        covers: The files it was made over.
        digests: Whether these are the files that were signed; None: it could not be checked.
        value: Whether it was made with the key of its certificate; None: it could not be checked.
        why: What could not be checked, and why.
        certificate: The certificate it brings; None: none could be read. Nobody was asked whether to trust it.
        time: When it was made, as the signer tells it; empty: not told.
    """

    name: str
    covers: tuple[str, ...] = ()
    digests: bool | None = None
    value: bool | None = None
    why: str = ""
    certificate: Certificate | None = None
    time: str = ""

    @property
    def broken(self) -> bool:
        """Whether it is shown that the signature does not fit. What could not be checked is not shown to be broken."""
        return self.digests is False or self.value is False

    @property
    def words(self) -> str:
        """What was found, in words."""
        digests = {True: "digests agree", False: "digests do not agree", None: "digests not checked"}[self.digests]
        value = {
            True: "signature value verifies",
            False: "signature value does not verify",
            None: "signature value not checked",
        }[self.value]
        return f"{digests}, {value}{f' ({self.why})' if self.why else ''}"
