"""What starts a time limit: the rules by the event of the procedure from which they run.

Each names rules of this room, where period, counting and source stand; here stands only which event of a case starts
them. A kind of request or remedy that is not in a table starts none that is known.
"""

from collections.abc import Mapping
from types import MappingProxyType

OPPOSITION: Mapping[str, str] = MappingProxyType(
    {"mla": "be-2004-third-party-opposition", "eio": "eio-third-party-opposition"}
)
"""What may be lodged against the decision to send something seized, by kind of request."""
OF_RECEIPT: Mapping[str, tuple[str, ...]] = MappingProxyType({"eio": ("eio-acknowledge", "eio-recognise")})
"""What runs from the day a request of a kind came in."""
OF_AN_ARREST: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "eaw": ("be-eaw-council-chamber", "be-eaw-final-decision"),
        "red-notice": ("be-1874-5-provisional-arrest", "ece-16-provisional-arrest-18", "ece-16-provisional-arrest-40"),
        "diffusion": ("be-1874-5-provisional-arrest", "ece-16-provisional-arrest-18", "ece-16-provisional-arrest-40"),
    }
)
"""What runs from an arrest, by kind of request. Provisional is only an arrest before the request has come."""
OF_A_GRANT: Mapping[tuple[str, str], tuple[str, ...]] = MappingProxyType(
    {
        ("eaw", "court"): ("be-eaw-appeal", "be-eaw-appeal-prosecutor"),
        ("extradition", "court"): ("be-1874-exequatur-appeal",),
        ("extradition", "government"): ("be-council-of-state-annulment",),
        ("eaw", "government"): ("be-council-of-state-annulment",),
    }
)
"""What runs from the decision to grant, by kind of request and role of whoever decided."""
OF_A_LODGING: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "warrant-appeal": ("be-eaw-appeal-ruling",),
        "cassation": ("be-429-memorial",),
        "cassation:eaw": ("be-eaw-cassation-memorial", "be-eaw-cassation-ruling"),
        "interpol-complaint": ("ccf-admissibility",),
        "data-protection": ("led-authority-silence",),
        "appeal:lifting": ("be-61quater-chamber",),
        "appeal:lifting:prosecutor": ("be-28sexies-chamber",),
        "appeal:file-access": ("be-61ter-chamber",),
        "appeal:file-access:prosecutor": ("be-21bis-chamber",),
    }
)
"""What runs from the day a remedy was lodged, by its kind (and what it is against)."""
OF_A_REGISTRATION: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "lifting": ("be-61quater-decision",),
        "lifting:prosecutor": ("be-28sexies-decision",),
        "file-access": ("be-61ter-decision",),
        "file-access:prosecutor": ("be-21bis-decision",),
    }
)
"""What runs from the day a remedy was entered in the register; `prosecutor`: where the prosecutor carried out the
measure, and no judge."""
OF_A_RULING: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "lifting": ("be-61quater-notice", "be-61quater-appeal", "be-61quater-appeal-prosecutor", "be-61quater-repeat"),
        "lifting:prosecutor": ("be-28sexies-notice", "be-28sexies-recourse", "be-28sexies-repeat"),
        "file-access": ("be-61ter-notice", "be-61ter-recourse", "be-61ter-repeat"),
        "file-access:prosecutor": ("be-21bis-notice", "be-21bis-recourse", "be-21bis-repeat"),
        "third-party-opposition": ("be-135-appeal",),
        "eio-challenge": ("be-135-appeal",),
        "regularity": ("be-423-cassation",),
        "extradition-challenge": ("be-423-cassation",),
        "appeal": ("be-423-cassation",),
        "warrant-appeal": ("be-eaw-cassation",),
        "data-protection": ("be-dpa-appeal",),
        "interpol-complaint": ("ccf-decision-notice",),
    }
)
"""What runs from a ruling on a remedy that is not final, by its kind. A kind that is not here: nobody knows."""
OF_A_FINAL_RULING = ("echr-application",)
"""What runs from a ruling against which nothing else is open."""
OF_A_HEARING: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "lifting": ("be-28sexies-hearing-notice",),
        "appeal": ("be-28sexies-hearing-notice",),
        "regularity": ("be-136bis-hearing-notice",),
        "warrant-appeal": ("be-eaw-hearing-notice",),
    }
)
"""By when the person is told of a hearing, by the kind of remedy it is about."""
USED_BY: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "be-eaw-appeal": ("warrant-appeal",),
        "be-1874-exequatur-appeal": ("extradition-challenge",),
        "be-council-of-state-annulment": ("annulment",),
        "be-2004-third-party-opposition": ("third-party-opposition",),
        "eio-third-party-opposition": ("eio-challenge",),
    }
)
"""The kinds of remedy for which the time after a decision is given: once one of them is lodged, that time was used."""
SECRECY_REVIEW, ANSWER_DUE = "house-secrecy-review", "house-answer-due"
TAKE_UP, CONCLUDE, INFORM = "house-allegation-taken-up", "house-inquiry-concluded", "house-inquiry-informed"
"""By when an allegation is taken up or refused, an inquiry concluded, and the person told of its end."""
PROTECTION = "house-protection-looked-at"
"""By when somebody looks at what was put into the compartment of protection."""
CCF_ADMISSIBILITY = "ccf-admissibility"
COPIES_LOOKED, COPY_ASKED, COPY_GONE = "house-copies-looked-for", "house-copy-asked", "house-copy-gone"
"""By when copies of a notice that was deleted are looked for, their deletion is asked for, and confirmed."""
NOT_ORDINARY = frozenset({"echr-application", "be-429-memorial", "be-eaw-cassation-memorial"})
"""Limits on what a person may lodge that hold nothing: an application to the Strasbourg Court holds once it is lodged,
and the appeal of which a memorial gives the grounds is lodged already."""
