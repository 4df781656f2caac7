"""Addresses of the documents of a case."""

from django.urls import URLPattern, URLResolver, path

from rogatory.registry.documents import comparing, leaving, making, translating, verifying, views

_ONE = "cases/<str:case>/documents/<str:document>"

urlpatterns: list[URLPattern | URLResolver] = [
    path("cases/<str:case>/documents", views.documents, name="case_documents"),
    path("cases/<str:case>/documents/new", making.new, name="document_new"),
    path(_ONE, views.document, name="case_document"),
    path(f"{_ONE}/pdf", leaving.as_pdf, name="document_pdf"),
    path(f"{_ONE}/docx", leaving.as_docx, name="document_docx"),
    path(f"{_ONE}/upload", leaving.upload, name="document_upload"),
    path(f"{_ONE}/translation", translating.translation, name="document_translation"),
    path(f"{_ONE}/changes", comparing.changed, name="document_changes"),
    path(f"{_ONE}/beside", comparing.beside, name="document_beside"),
    path(f"{_ONE}/sign", leaving.sign, name="document_sign"),
    path(f"{_ONE}/send", leaving.send, name="document_send"),
    path(f"{_ONE}/remind", making.remind, name="document_remind"),
    path(f"{_ONE}/answer", leaving.answer, name="document_answer"),
    path(f"{_ONE}/receipt", leaving.receipt, name="document_receipt"),
    path(f"{_ONE}/opening", leaving.opening, name="document_opening"),
    path("verify", verifying.verify, name="verify"),
]
