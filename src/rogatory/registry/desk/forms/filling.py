"""What the page of an act puts before whoever fills it in."""

from typing import Any

from django.utils import timezone

from rogatory.law.acts import ACTS, ARREST, NOTIFY
from rogatory.law.questions import Question
from rogatory.law.vocabulary import VOCABULARY
from rogatory.office.acts.objects import objects
from rogatory.office.filing import ERASE, FIND, LODGE_REMEDY, RECORD_SERVICE
from rogatory.office.folds.dossier import Dossier
from rogatory.office.folds.notices import notice_of
from rogatory.office.folds.originals import originals_of
from rogatory.office.folds.owed import owed
from rogatory.office.folds.seizures import seizures_of
from rogatory.registry.desk.forms import offered as forms
from rogatory.registry.desk.forms.aftermath import WITH_THE_CASE as OF_THE_AFTERMATH
from rogatory.registry.desk.forms.challenges import WITH_THE_CASE, kinds_in_words
from rogatory.registry.desk.forms.notices import FORMS as OF_A_NOTICE
from rogatory.registry.desk.forms.service import kept_by
from rogatory.registry.desk.rows import showing
from rogatory.registry.desk.rows.reader import language
from rogatory.registry.desk.rows.standing import ruling_on
from rogatory.registry.states.on_record import as_judged


def options(act: str, dossier: Dossier, told: Any) -> dict[str, Any]:  # noqa: ANN401 - a query string or form
    """What the form of an act needs to know of the case: what may be chosen in it.

    Raises:
        KeyError: There is no such question.
    """
    if act == FIND.id:
        return {"asked": asked(told.get("question", ""), told.get("against", "")), "language": language()}
    if act == ERASE.id:
        return {"entries": showing.erasables(dossier, language()), "letters": tuple(originals_of(dossier.entries)),
                "seizures": tuple(seizures_of(dossier.entries))}  # fmt: skip
    if act in OF_THE_AFTERMATH or act in OF_A_NOTICE:
        return {"dossier": dossier}
    if act in WITH_THE_CASE:
        words = {"words": kinds_in_words(dossier, language().value)} if act == LODGE_REMEDY.id else {}
        return {"dossier": dossier, **words}
    if act == "give-mandate":
        return {"persons": [p.id for p in dossier.case.persons]}
    if act == NOTIFY.id:
        person = told.get("object", "")
        notices = [n for n in owed(dossier, timezone.localdate()) if not person or n.person == person]
        return {"notices": notices, "kept": kept_by(dossier)}
    if act == RECORD_SERVICE.id:
        return {"kept": kept_by(dossier)}
    if act in ACTS and issubclass(forms.form_for(ACTS[act]), forms.DecisionForm):
        obj = told.get("object", "") or objects(ACTS[act], dossier)[0]
        ruling = ruling_on(as_judged(dossier, timezone.localdate()), act, obj, timezone.localdate())
        notice = notice_of(dossier) if act == ARREST.id else None
        beside = {"beside": notice.beside} if notice else {}
        return {"conditions": [(c.norm, c.text) for c in ruling.conditions if not c.obtained], **beside}
    return {}


def asked(question: str, against: str) -> Question:
    """The question asked, of an assurance against one risk where one is named.

    Raises:
        KeyError: There is no such question or risk.
    """
    found = VOCABULARY[question]
    return found.against(against) if against else found
