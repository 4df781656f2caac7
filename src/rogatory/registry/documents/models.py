"""The tables of documents. Nothing in them is a copy of the journal: the entries hold digests, these rows the words."""

from typing import ClassVar

from django.db import models


class Text(models.Model):
    """The words of a document at one time, in the form they are kept in (`rogatory.decision.documents.written`).

    Attributes:
        digest: SHA-256 of the words, in hexadecimal.
        entry: Number of the first entry of the case that names them; -1: they were kept before this was noted.
    """

    case = models.CharField(max_length=40)
    digest = models.CharField(max_length=64)
    entry = models.BigIntegerField(default=-1)
    text = models.TextField()

    class Meta:
        """The same words once in a case."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["case", "digest"], name="documents_text_once"),
        ]

    def __str__(self) -> str:
        return f"{self.case} {self.digest[:12]}"


class Paper(models.Model):
    """A document as it was signed.

    Attributes:
        document: Its name in the case, as `document-12`.
        text: Digest of its words.
        digest: SHA-256 of the PDF, in hexadecimal; the entry of the signature says the same.
        code: Code by which anybody can ask whether it is ours; the same for the same words.
        entry: Number of the entry by which it was signed.
        at: Moment of the signature.
    """

    case = models.CharField(max_length=40)
    document = models.CharField(max_length=40)
    text = models.CharField(max_length=64)
    digest = models.CharField(max_length=64, db_index=True)
    code = models.CharField(max_length=80, db_index=True)
    entry = models.BigIntegerField()
    at = models.DateTimeField()
    pdf = models.BinaryField()

    class Meta:
        """A document is signed once."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["case", "document"], name="documents_signed_once"),
        ]

    def __str__(self) -> str:
        return f"{self.case} {self.document}"


class Upload(models.Model):
    """A file in which a draft came back edited, as it came.

    Attributes:
        document: Name of the draft.
        digest: SHA-256 of the file, in hexadecimal.
        account: Who sent it.
    """

    case = models.CharField(max_length=40)
    document = models.CharField(max_length=40)
    digest = models.CharField(max_length=64)
    account = models.CharField(max_length=16)
    at = models.DateTimeField()
    data = models.BinaryField()

    class Meta:
        """By document."""

        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["case", "document"], name="documents_uploads")]

    def __str__(self) -> str:
        return f"{self.case} {self.document} {self.digest[:12]}"
