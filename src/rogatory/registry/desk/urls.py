"""Addresses of the desk."""

from django.urls import URLPattern, URLResolver, path

from rogatory.registry.desk import (
    case_letters,
    case_views,
    caseload,
    law_views,
    link_views,
    list_views,
    mail_views,
    office_views,
    register_views,
    work,
)

urlpatterns: list[URLPattern | URLResolver] = [
    path("", work.my_work, name="my_work"),
    path("cases", caseload.cases, name="cases"),
    path("cases.csv", caseload.cases_table, name="cases_table"),
    path("cases/register", list_views.register, name="register"),
    path("cases/<str:case>", case_views.overview, name="case"),
    path("cases/<str:case>/file", case_views.file, name="case_file"),
    path("cases/<str:case>/letters/<str:letter>", case_letters.letter, name="case_letter"),
    path("cases/<str:case>/letters/<str:letter>/original", case_letters.original, name="case_letter_original"),
    path(
        "cases/<str:case>/letters/<str:letter>/pages/<str:part>/<int:page>",
        case_letters.page_image,
        name="case_letter_page",
    ),
    path("cases/<str:case>/links", link_views.links, name="case_links"),
    path("cases/<str:case>/links/<str:link>", link_views.link, name="case_link"),
    path("cases/<str:case>/examination", case_views.examination, name="case_examination"),
    path("cases/<str:case>/acts", case_views.acts, name="case_acts"),
    path("cases/<str:case>/acts/<str:act>", case_views.act, name="case_act"),
    path("cases/<str:case>/why/<str:act>/<str:obj>", case_views.why, name="case_why"),
    path("cases/<str:case>/journal", case_views.journal, name="case_journal"),
    path("cases/<str:case>/readings", case_views.read_by, name="case_readings"),
    path("cases/<str:case>/journal/<int:seq>/receipt", case_views.receipt, name="case_receipt"),
    path("law", law_views.law_book, name="law_book"),
    path("law/norms/<str:norm>", law_views.law_norm, name="law_norm"),
    path("mail", mail_views.mail, name="mail"),
    path("mail/<int:number>", mail_views.letter, name="letter"),
    path("mail/<int:number>/case", mail_views.filed, name="letter_filed"),
    path("mail/<int:number>/original", mail_views.original, name="letter_original"),
    path("mail/<int:number>/pages/<str:part>/<int:page>", mail_views.page_image, name="letter_page"),
    path("registers", register_views.registers, name="registers"),
    path("registers/<str:register>", register_views.register, name="one_register"),
    path("administration", office_views.administration, name="administration"),
    path("administration/people/<str:account>", office_views.one_person, name="person"),
    path("administration/packs", office_views.office_packs, name="office_packs"),
    path("administration/office", office_views.office, name="office"),
]
