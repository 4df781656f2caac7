"""Addresses of the defence door."""

from django.urls import URLPattern, URLResolver, path

from rogatory.registry.defence import (
    aftermath,
    counsel,
    file_views,
    inquiries,
    inventory,
    inventory_paper,
    letters,
    protection,
    receipts,
    record,
    sending,
    views,
    whole,
)

_CASE = "cases/<str:case>"

urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.home, name="defence"),
    path("language", views.choose_language, name="defence_language"),
    path("calendar", views.calendar_link, name="defence_calendar"),
    path(f"{_CASE}/invitations/<str:invitation>", counsel.answer, name="defence_invitation"),
    path(_CASE, views.case, name="defence_case"),
    path(f"{_CASE}/file", file_views.file, name="defence_file"),
    path(f"{_CASE}/seen", file_views.seen, name="defence_seen"),
    path(f"{_CASE}/documents/<str:document>", views.document, name="defence_document"),
    path(f"{_CASE}/letters/<str:letter>", letters.letter, name="defence_letter"),
    path(f"{_CASE}/letters/<str:letter>/original", letters.original, name="defence_original"),
    path(f"{_CASE}/letters/<str:letter>/pages/<str:part>/<int:page>", letters.page_image, name="defence_letter_page"),
    path(f"{_CASE}/inquiries", inquiries.inquiries, name="defence_inquiries"),
    path(f"{_CASE}/aftermath", aftermath.aftermath, name="defence_aftermath"),
    path(f"{_CASE}/state", record.record, name="defence_record"),
    path(f"{_CASE}/protection", protection.protection, name="defence_protection"),
    path(f"{_CASE}/inventory", inventory.inventory, name="defence_inventory"),
    path(f"{_CASE}/inventory/<str:seizure>", inventory.items, name="defence_inventory_items"),
    path(f"{_CASE}/inventory/<str:seizure>/table", inventory.table, name="defence_inventory_table"),
    path(f"{_CASE}/inventory/<str:seizure>/paper", inventory_paper.paper, name="defence_inventory_paper"),
    path(f"{_CASE}/inventory/<str:seizure>/object", inventory.object_, name="defence_inventory_object"),
    path(f"{_CASE}/inventory/<str:seizure>/receipts/<int:seq>", inventory.receipt, name="defence_inventory_receipt"),
    path(
        f"{_CASE}/inventory/<str:seizure>/receipts/<int:seq>/proof",
        inventory.receipt_proof,
        name="defence_inventory_proof",
    ),
    path(f"{_CASE}/send", sending.choose, name="defence_choose"),
    path(f"{_CASE}/send/<str:what>", sending.write, name="defence_write"),
    path(f"{_CASE}/send/<str:what>/check", sending.check, name="defence_check"),
    path(f"{_CASE}/send/<str:what>/forget", sending.forget, name="defence_forget"),
    path(f"{_CASE}/receipts/<int:seq>", receipts.receipt, name="defence_receipt"),
    path(f"{_CASE}/receipts/<int:seq>/proof", receipts.proof, name="defence_proof"),
    path(f"{_CASE}/receipts/<int:seq>/words", receipts.words, name="defence_words"),
    path(f"{_CASE}/remedies/<str:remedy>", counsel.withdraw, name="defence_withdraw"),
    path(f"{_CASE}/counsel", counsel.counsel, name="defence_counsel"),
    path(f"{_CASE}/counsel/<str:mandate>", counsel.end, name="defence_end"),
    path(f"{_CASE}/download", whole.about, name="defence_download"),
    path(f"{_CASE}/download/zip", whole.whole, name="defence_whole"),
]
