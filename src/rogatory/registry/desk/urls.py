"""Addresses of the desk."""

from django.urls import URLPattern, URLResolver, path

from rogatory.registry.desk.views import aftermath as aftermath_views
from rogatory.registry.desk.views import case as case_views
from rogatory.registry.desk.views import caseload, work
from rogatory.registry.desk.views import inquiries as inquiry_views
from rogatory.registry.desk.views import law as law_views
from rogatory.registry.desk.views import letters as case_letters
from rogatory.registry.desk.views import limits as limit_views
from rogatory.registry.desk.views import links as link_views
from rogatory.registry.desk.views import lists as list_views
from rogatory.registry.desk.views import mail as mail_views
from rogatory.registry.desk.views import notices as notice_views
from rogatory.registry.desk.views import office as office_views
from rogatory.registry.desk.views import protection as protection_views
from rogatory.registry.desk.views import registers as register_views

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
    path("cases/<str:case>/inquiries", inquiry_views.inquiries, name="case_inquiries"),
    path("cases/<str:case>/inquiries/<str:source>", inquiry_views.source, name="case_source"),
    path("cases/<str:case>/protection", protection_views.protection, name="case_protection"),
    path("cases/<str:case>/notice", notice_views.notice, name="case_notice"),
    path("cases/<str:case>/limits", limit_views.limits, name="case_limits"),
    path("cases/<str:case>/aftermath", aftermath_views.aftermath, name="case_aftermath"),
    path("cases/<str:case>/aftermath/<str:breach>", aftermath_views.breach, name="case_breach"),
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
