"""The pages of a case: their tabs, and which page each stage of the procedure leads to."""

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from rogatory.law.acts import (
    CONFIRM_LINK,
    DISMISS_LINK,
    EXTRADITION_KINDS,
    INVESTIGATE_REPRESSION,
    NOTICE_KINDS,
    PROTECT,
    SCREEN,
    Stage,
)
from rogatory.office.filing import (
    CLOSE_BREACH,
    DECIDE_DISCLOSURE,
    FIND,
    FIND_BREACH,
    INQUIRE,
    ORDER_REPARATION,
    REPORT_INCIDENT,
    TRACK_NOTICE,
)
from rogatory.people.sight import Sight

TABS = (
    ("case", gettext_lazy("Overview")),
    ("case_file", gettext_lazy("File")),
    ("case_links", gettext_lazy("Links")),
    ("case_examination", gettext_lazy("Examination")),
    ("case_acts", gettext_lazy("Acts")),
    ("case_material", gettext_lazy("Seized material")),
    ("case_documents", gettext_lazy("Documents")),
    ("case_remedies", gettext_lazy("Remedies")),
    ("case_inquiries", gettext_lazy("Allegations")),
    ("case_notice", gettext_lazy("Notice")),
    ("case_limits", gettext_lazy("Time limits")),
    ("case_aftermath", gettext_lazy("Breach and reparation")),
    ("case_protection", gettext_lazy("Protection")),
    ("case_journal", gettext_lazy("Journal")),
    ("case_readings", gettext_lazy("Who has read it")),
)


OF_THE_FILE = frozenset(
    {"case_remedies", "case_inquiries", "case_limits", "case_aftermath", "case_protection", "case_notice"}
)
"""Pages for whoever sees the whole file; the defence has pages of its own for what they tell."""
OF_THE_MATERIAL = frozenset({"case_material"})
"""Pages for whoever sees the material under review, or counts of it; the person has the inventory."""


_BACK_AT = {
    FIND.id: "case_examination",
    **dict.fromkeys((SCREEN.id, CONFIRM_LINK.id, DISMISS_LINK.id), "case_links"),
    **dict.fromkeys((INVESTIGATE_REPRESSION.id, INQUIRE.id, DECIDE_DISCLOSURE.id), "case_inquiries"),
    TRACK_NOTICE.id: "case_notice",
    **dict.fromkeys((FIND_BREACH.id, CLOSE_BREACH.id, ORDER_REPARATION.id), "case_aftermath"),
    **dict.fromkeys((PROTECT.id, REPORT_INCIDENT.id), "case_protection"),
}


def back_at(act: str) -> str:
    """The page one comes back to after an act of this identifier."""
    return _BACK_AT.get(act, "case")


def tabs(case: str, here: str, sight: Sight, kind: str) -> list[tuple[str, str | Promise, bool]]:
    """Address, title, and whether it is the page one is on, of each page somebody may open in a case of a kind."""
    shown = [(name, title) for name, title in TABS if _for_them(name, sight)]
    return [
        (reverse(name, args=[case]), title, name == here)
        for name, title in shown
        if name != "case_notice" or kind in NOTICE_KINDS + EXTRADITION_KINDS
    ]


def _for_them(name: str, sight: Sight) -> bool:
    needed = Sight.FILE if name in OF_THE_FILE else Sight.MATERIAL if name in OF_THE_MATERIAL else Sight.STATUS
    return sight >= needed


def addresses(case: str, sight: Sight) -> dict[str, str]:
    """The page each stage of the procedure leads to, for somebody who sees so much of the case."""
    acts = reverse("case_acts", args=[case])
    own = {
        Stage.INTAKE.value: reverse("case_file", args=[case]),
        Stage.LINKAGE.value: reverse("case_links", args=[case]),
        Stage.EXAMINATION.value: reverse("case_examination", args=[case]),
        Stage.REMEDIES.value: reverse("case_remedies", args=[case]),
        "oversight": reverse("case_journal", args=[case]),
    }
    if _for_them("case_aftermath", sight):
        own[Stage.AFTERMATH.value] = reverse("case_aftermath", args=[case])
    if _for_them("case_material", sight):
        own[Stage.MATERIAL.value] = reverse("case_material", args=[case])
    return {stage.value: f"{acts}#{stage.value}" for stage in Stage} | own
